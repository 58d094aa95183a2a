import Glibc
import JSON
import Models

/// Where a person's token for their team's server lies: a file that they alone can read.
package enum TeamTokenFile {
    /// `codeforge/keys/team` in the XDG configuration folder; nil without a home.
    package static func path(_ environment: (String) -> String? = DatabaseLocation.environment) -> String? {
        SettingsFiles.userFile(environment).map { "\($0.dropLast("config.json".count))keys/team" }
    }

    /// Keeps the token.
    ///
    /// - Throws: `unavailable` with what the system says.
    package static func keep(_ token: Secret) throws(RequestFailure) {
        guard let path = path() else {
            throw RequestFailure("unavailable", "There is no home folder to keep the token in. Set HOME.")
        }
        try PrivateFile.write(token.reveal { Array(($0 + "\n").utf8) }, to: path)
    }

    /// The token that is kept; nil where there is none.
    package static func kept() throws(RequestFailure) -> Secret? {
        guard let path = path() else { return nil }
        return try read(path)
    }

    /// The secret in a file that its owner alone can read; nil where there is no file, or nothing in it.
    ///
    /// - Throws: `unauthenticated` for a file that others can read, or that is none.
    package static func read(_ path: String) throws(RequestFailure) -> Secret? {
        do throws(SecretFile.Refused) {
            return try SecretFile(path: path).read()
        } catch {
            throw RequestFailure("unauthenticated", error.reason)
        }
    }

    package static func remove() { if let path = path() { unlink(path) } }
}

/// Which server a person signed in to.
package struct TeamLogin: Hashable, Sendable {
    package var url: String
    package var user: RowID
    package var name: String?

    package init(url: String, user: RowID, name: String?) { (self.url, self.user, self.name) = (url, user, name) }

    /// `codeforge/team.json` in the XDG configuration folder.
    private static var path: String? {
        SettingsFiles.userFile().map { "\($0.dropLast("config.json".count))team.json" }
    }

    /// The last login; nil where there was none.
    package static func kept() -> TeamLogin? {
        guard let path, let file = try? OpenFile.regularFile(at: path),
            let bytes = try? file.read(upTo: 1 << 16, expecting: 4096),
            let value = try? JSONValue(parsing: bytes), let url = value["url"]?.string,
            let user = value["user_id"]?.string.flatMap(RowID.init)
        else { return nil }
        return TeamLogin(url: url, user: user, name: value["name"]?.string)
    }

    package func keep() throws(RequestFailure) {
        guard let path = Self.path else {
            throw RequestFailure("unavailable", "There is no home folder to keep the login in. Set HOME.")
        }
        try PrivateFile.write(Array((json.serialized + "\n").utf8), to: path)
    }

    package var json: JSONValue {
        ["url": .string(url), "user_id": .string(user.text), "name": name.map { .string($0) } ?? .null]
    }
}

/// Files of the configuration folder that nobody else may read.
enum PrivateFile {
    /// Replaces a file as a whole; its folders are made for the owner alone.
    static func write(_ bytes: [UInt8], to path: String) throws(RequestFailure) {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/\(part)"
            mkdir(folder, 0o700)
        }
        let temporary = "\(path).\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        guard count == bytes.count, rename(temporary, path) == 0 else {
            let failure = failure(path)
            unlink(temporary)
            throw failure
        }
    }

    private static func failure(_ path: String) -> RequestFailure {
        RequestFailure("unavailable", "\(path) could not be written: \(String(cString: strerror(errno))).")
    }
}

/// Tells whether an editor has a folder of a linked project open: it holds a lock for as long as it lives.
package struct TeamPresence: Sendable {
    private let path: String

    package init(database: String, workspace: RowID) { path = "\(database)-editor-\(workspace).lock" }

    /// Says that an editor is there, until this process ends or `end` is called; nil where the file cannot be made.
    package func announce() -> Announcement? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        // Whoever looks holds the lock for a moment alone.
        guard flock(descriptor, LOCK_SH) == 0 else {
            close(descriptor)
            return nil
        }
        return Announcement(descriptor: descriptor)
    }

    package var isAnnounced: Bool {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }

    /// A lock that is held.
    package struct Announcement: Sendable {
        let descriptor: Int32

        /// Gives the lock up; called once.
        package func end() { close(descriptor) }
    }
}
