import Glibc
import JSON
import Models

/// What a person agreed to send where: one small file for each project and provider, beside the user's settings.
///
/// They are no rows of the database: whoever gives a person a database must not give their agreement with it. What the
/// database has is what takes agreements back: each revocation has a name there, and an agreement counts only with the
/// name of the last one. So it holds for the configuration that it was given in, and a revocation for all.
package struct ModelAgreements: Sendable {
    package struct Agreement: Hashable, Sendable {
        package let project: String
        package let provider: ModelProvider
        package let address: String
        /// The command that prints the key, which is agreed to with the rest.
        package let keyCommand: String
        package let agreedAt: String
        /// The revocation that came before it; empty where there was none.
        package let revocation: String

        package var json: JSONValue {
            [
                "project_id": .string(project), "provider": .string(provider.rawValue), "base_url": .string(address),
                "key_command": .string(keyCommand), "agreed_at": .string(agreedAt),
            ]
        }

        fileprivate var kept: JSONValue {
            var object = json.object ?? JSONObject()
            object["revocation"] = .string(revocation)
            return .object(object)
        }
    }

    /// An absolute path; nil without a home.
    package let folder: String?

    package init(environment: (String) -> String? = DatabaseLocation.environment) {
        folder = SettingsFiles.userFile(environment).map { "\($0.dropLast("config.json".count))agreed-models" }
    }

    /// Whether texts of a project may go where a route leads, after the provider's last revocation.
    package func isGiven(_ project: RowID, _ route: ModelRoute, after revocation: String = "") -> Bool {
        guard let path = path(project, route), let kept = Self.read(path) else { return false }
        return kept.project == project.text && kept.provider == route.provider
            && kept.address == route.address.text && kept.keyCommand == route.keyCommand
            && kept.revocation == revocation
    }

    /// Remembers that the person agreed.
    ///
    /// - Throws: `unavailable` where the file cannot be written.
    package func give(
        _ project: RowID, _ route: ModelRoute, after revocation: String = ""
    ) throws(RequestFailure) {
        let agreement = Agreement(
            project: project.text, provider: route.provider, address: route.address.text,
            keyCommand: route.keyCommand, agreedAt: Timestamp.now().text, revocation: revocation)
        guard let folder, let path = path(project, route) else {
            throw RequestFailure(
                "unavailable", "The agreement cannot be kept: neither XDG_CONFIG_HOME nor HOME names a folder.")
        }
        var made = ""
        for part in folder.split(separator: "/") {
            made += "/\(part)"
            mkdir(made, 0o700)
        }
        let text = Array(agreement.kept.serialized.utf8)
        let new = "\(path).\(getpid())"
        let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        let written = file < 0 ? -1 : write(file, text, text.count)
        if file >= 0 { close(file) }
        guard written == text.count, rename(new, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(new)
            throw RequestFailure("unavailable", "The agreement cannot be kept in \(folder): \(reason).")
        }
    }

    /// Takes agreements of a project back: those with a provider, or all.
    ///
    /// - Returns: What is no longer agreed to.
    package func revoke(_ project: RowID, _ provider: ModelProvider? = nil) throws(RequestFailure) -> [Agreement] {
        var revoked: [Agreement] = []
        for (path, agreement) in kept where agreement.project == project.text {
            guard provider == nil || provider == agreement.provider else { continue }
            guard unlink(path) == 0 || errno == ENOENT else {
                throw RequestFailure(
                    "unavailable", "\(path) cannot be removed: \(String(cString: strerror(errno))).")
            }
            revoked.append(agreement)
        }
        return revoked
    }

    /// What is agreed to for a project, and not taken back since.
    package func all(of project: RowID, after revocations: Revocations = Revocations()) -> [Agreement] {
        kept.map(\.agreement).filter {
            $0.project == project.text && $0.revocation == revocations.last(of: $0.provider)
        }
        .sorted { $0.address < $1.address }
    }

    private var kept: [(path: String, agreement: Agreement)] {
        guard let folder, let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var found: [(String, Agreement)] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasSuffix(".json"), let agreement = Self.read("\(folder)/\(name)") else { continue }
            found.append(("\(folder)/\(name)", agreement))
        }
        return found
    }

    private func path(_ project: RowID, _ route: ModelRoute) -> String? {
        let key = [project.text, route.provider.rawValue, route.address.text, route.keyCommand]
        let hash = String(ContentHash.of(Array(key.joined(separator: "\n").utf8)), radix: 16)
        return folder.map { "\($0)/\(hash).json" }
    }

    private static func read(_ path: String) -> Agreement? {
        guard let file = try? OpenFile.regularFile(at: path),
            let bytes = try? file.read(upTo: 64 << 10, expecting: 512), let json = try? JSONValue(parsing: bytes),
            let project = json["project_id"]?.string, let address = json["base_url"]?.string,
            let provider = json["provider"]?.string.flatMap(ModelProvider.init)
        else { return nil }
        return Agreement(
            project: project, provider: provider, address: address, keyCommand: json["key_command"]?.string ?? "",
            agreedAt: json["agreed_at"]?.string ?? "", revocation: json["revocation"]?.string ?? "")
    }
}
