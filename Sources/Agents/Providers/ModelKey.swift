import Engine
import Glibc
import Models

/// Finds a provider's key: by the key command, in the environment, or in a file that its owner alone can read.
///
/// It is never an argument, a row or a line of a log, and no workspace file can say where it is.
struct ModelKey: Sendable {
    private static let maxBytes = 8 << 10

    /// A key, and where it was found, in a person's words.
    struct Found: Sendable {
        let secret: Secret
        let source: String
    }

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
    func find() async throws(ModelFault) -> Found? {
        var found = try await command()
        if found == nil { found = variable() }
        if found == nil { found = try file() }
        guard let found else {
            guard route.provider.needsKey, !route.address.isThisMachine else { return nil }
            throw .key("there is no key. \(advice)")
        }
        guard route.address.isEncrypted || route.address.isThisMachine else {
            throw .key("the key was not sent, for http:// would show it to everybody on the way. Use https://.")
        }
        guard found.secret.reveal({ !$0.isEmpty && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }) else {
            throw .key("what should be the key has blanks or other characters that no key has.")
        }
        return found
    }

    private var variables: [String] { route.keyVariables }

    /// What to do where there is no key.
    private var advice: String {
        let names = (route.provider.keyVariables.prefix(1) + ["CODEFORGE_API_KEY"]).joined(separator: " or ")
        return
            "Set \(names) where the editor or the terminal is started, or codeforge.model.keyCommand, or put the key "
            + "into \(path ?? "a file") (readable by you alone)."
    }

    /// What a server's refusal means, by what was sent.
    func sentence(onRefusal reason: String, of found: Found?) -> String {
        if let found { return "the key was refused (\(reason)). It is the one from \(found.source)." }
        return
            "no key was sent, and the server wants one (\(reason)). There is none in \(variables.joined(separator: ", ")) "
            + "of the program that ran the job, none in \(path ?? "the user's configuration"), and "
            + "codeforge.model.keyCommand is not set. \(advice)"
    }

    private func variable() -> Found? {
        for name in variables {
            if let text = environment(name)?.trimmingSpaces, !text.isEmpty {
                return Found(secret: Secret(text), source: name)
            }
        }
        return nil
    }

    private var path: String? { route.keyFile(environment) }

    private func file() throws(ModelFault) -> Found? {
        guard let path else { return nil }
        do throws(SecretFile.Refused) {
            return try SecretFile(path: path).read().map { Found(secret: $0, source: path) }
        } catch {
            throw .key(error.reason)
        }
    }

    private func command() async throws(ModelFault) -> Found? {
        guard !route.keyCommand.isEmpty else { return nil }
        let bytes: [UInt8]
        do throws(KeyCommand.Failure) {
            bytes = try await KeyCommand(text: route.keyCommand, timeout: commandTimeout).run()
        } catch {
            switch error {
            case .notStarted: throw .key("the key command could not be started.")
            case .timedOut:
                throw .key(
                    "the key command took longer than \(commandTimeout.components.seconds) s and was ended. It must print "
                        + "the key without asking for anything.")
            case .ended(let code): throw .key("the key command ended with \(code). Try it in a terminal.")
            case .wroteTooMuch: throw .key("the key command printed more than a key. Try it in a terminal.")
            }
        }
        let line = String(decoding: bytes.prefix(Self.maxBytes), as: UTF8.self).split(whereSeparator: \.isNewline).first
        guard let line, case let text = String(line).trimmingSpaces, !text.isEmpty else {
            throw .key("the key command printed nothing. Try it in a terminal.")
        }
        return Found(secret: Secret(text), source: "codeforge.model.keyCommand")
    }
}
