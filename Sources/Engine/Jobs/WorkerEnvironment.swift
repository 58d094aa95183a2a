import Glibc
import Models

/// Tells workers by what they read beside the database: the keys of models in their environment, proxies, and the
/// user's configuration with its agreements.
///
/// A job that asks a model carries the mark of the program that submitted it, and only a worker with the same mark runs
/// it: the worker that such a program starts has its environment. So a key goes from the one to the other by
/// inheritance alone, and is never written anywhere.
package struct WorkerEnvironment: Sendable {
    private static let saltBytes = 16

    /// The same for programs whose environments are the same in this; it says nothing of what is in them.
    package let mark: String

    /// Nil where no file can be made beside the database: then there is one worker for all.
    package init?(
        database: String, environment: (String) -> String? = DatabaseLocation.environment
    ) {
        guard let salt = Self.salt(beside: database) else { return nil }
        let keys = ModelProvider.allCases.flatMap(\.keyVariables) + ["CODEFORGE_API_KEY"]
        let proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"].flatMap { [$0, $0.lowercased()] }
        var text = SettingsFiles.userFile(environment) ?? ""
        for name in keys + proxies {
            if let value = environment(name), !value.isEmpty { text += "\u{0}\(name)=\(value)" }
        }
        let halves: [UInt8] = [1, 2]
        mark = halves.map { half in
            let hash = String(ContentHash.of([half] + salt + Array(text.utf8) + salt), radix: 16)
            return String(repeating: "0", count: 16 - hash.count) + hash
        }
        .joined()
    }

    /// Random bytes that only the database's owner can read, made when they are first asked for: without them nobody
    /// can try out which key a mark was made of.
    private static func salt(beside database: String) -> [UInt8]? {
        let path = database + "-worker.salt"
        if let known = read(path) { return known }
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let new = "\(path).\(getpid())"
        let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return nil }
        let written = write(file, bytes, bytes.count)
        close(file)
        defer { unlink(new) }
        guard written == bytes.count else { return nil }
        // Of several programs that do this at once the first one's counts.
        _ = link(new, path)
        return read(path)
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let file = try? OpenFile.regularFile(at: path),
            let bytes = try? file.read(upTo: saltBytes + 1, expecting: saltBytes), bytes.count == saltBytes
        else { return nil }
        return bytes
    }
}
