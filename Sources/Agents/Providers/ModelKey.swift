import Dispatch
import Engine
import Glibc
import Models

/// Finds a provider's key: by the key command, in the environment, or in a file that its owner alone can read.
///
/// It is never an argument, a row or a line of a log, and no workspace file can say where it is.
struct ModelKey: Sendable {
    private static let maxBytes = 8 << 10

    let route: ModelRoute
    let environment: @Sendable (String) -> String?
    /// Longest wait for the key command.
    var commandTimeout = Duration.seconds(60)

    init(_ route: ModelRoute, environment: @escaping @Sendable (String) -> String? = DatabaseLocation.environment) {
        self.route = route
        self.environment = environment
    }

    /// The key; nil for a server that needs none where there is none.
    ///
    /// - Throws: `ModelFault.key` where there is none that is needed, or it must not be used, with what to do.
    func find() async throws(ModelFault) -> Secret? {
        var found = try await command()
        if found == nil { found = variable() }
        if found == nil { found = try file() }
        guard let found else {
            guard route.provider.needsKey, !route.address.isThisMachine else { return nil }
            let names = (route.provider.keyVariables.prefix(1) + ["CODEFORGE_API_KEY"]).joined(separator: " or ")
            throw .key(
                "there is no key. Set \(names) where the editor or the terminal is started, or codeforge.model.keyCommand, "
                    + "or put the key into \(path ?? "a file") (readable by you alone). A worker that runs already keeps "
                    + "the variables that it was started with for a minute after its last job.")
        }
        guard route.address.isEncrypted || route.address.isThisMachine else {
            throw .key("the key was not sent, for http:// would show it to everybody on the way. Use https://.")
        }
        guard found.reveal({ !$0.isEmpty && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }) else {
            throw .key("what should be the key has blanks or other characters that no key has.")
        }
        return found
    }

    private func variable() -> Secret? {
        (route.provider.keyVariables + ["CODEFORGE_API_KEY"]).lazy.compactMap(environment)
            .map { $0.trimmingSpaces }.first { !$0.isEmpty }.map(Secret.init)
    }

    /// `codeforge/keys/PROVIDER` in the XDG configuration folder.
    private var path: String? {
        SettingsFiles.userFile(environment).map { "\($0.dropLast("config.json".count))keys/\(route.provider.rawValue)" }
    }

    private func file() throws(ModelFault) -> Secret? {
        guard let path else { return nil }
        do throws(SecretFile.Refused) {
            return try SecretFile(path: path).read()
        } catch {
            throw .key(error.reason)
        }
    }

    private func command() async throws(ModelFault) -> Secret? {
        guard !route.keyCommand.isEmpty else { return nil }
        let command = KeyCommand(text: route.keyCommand, timeout: commandTimeout)
        let outcome: Result<[UInt8], KeyCommand.Failure> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                do throws(KeyCommand.Failure) {
                    continuation.resume(returning: .success(try command.run()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        let bytes: [UInt8]
        switch outcome {
        case .success(let output): bytes = output
        case .failure(.notStarted): throw .key("the key command could not be started.")
        case .failure(.timedOut):
            throw .key(
                "the key command took longer than \(commandTimeout.components.seconds) s and was ended. It must print the key "
                    + "without asking for anything.")
        case .failure(.ended(let code)): throw .key("the key command ended with \(code). Try it in a terminal.")
        }
        let line = String(decoding: bytes.prefix(Self.maxBytes), as: UTF8.self).split(whereSeparator: \.isNewline).first
        guard let line, case let text = String(line).trimmingSpaces, !text.isEmpty else {
            throw .key("the key command printed nothing. Try it in a terminal.")
        }
        return Secret(text)
    }
}
