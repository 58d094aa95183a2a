import Engine
import LanguageServerProtocol
import Models

/// A document that the server alone has, by its address: `codeforge:/rules/ID.md`, `codeforge:/jobs/JOB/PATH`.
enum ServerContent: Hashable {
    static let scheme = "codeforge"
    private static let (rules, jobs, page) = ("/rules/", "/jobs/", ".md")

    /// The page about a rule.
    case rule(String)
    /// A file as it would be with a job's changes.
    case file(ProjectPath, job: String)

    var uri: String {
        switch self {
        case .rule(let id): Self.scheme + ":" + Self.rules + id + Self.page
        case .file(let path, let job):
            // The encoding of a `file:` address without its scheme.
            Self.scheme + ":" + DocumentURI.file(path: Self.jobs + job + "/" + path.text).text.dropFirst(7)
        }
    }

    /// Nil for an address that leads nowhere.
    init?(uri: String) {
        let colon = Self.scheme + ":"
        guard uri.hasPrefix(colon) else { return nil }
        // Clients may write an empty host.
        var rest = uri.dropFirst(colon.count)
        if rest.hasPrefix("//") { rest = rest.dropFirst(2) }
        guard let path = DocumentURI("file://" + rest).path else { return nil }
        if path.hasPrefix(Self.rules), path.hasSuffix(Self.page) {
            self = .rule(String(path.dropFirst(Self.rules.count).dropLast(Self.page.count)))
        } else if path.hasPrefix(Self.jobs) {
            let parts = path.dropFirst(Self.jobs.count).split(separator: "/", maxSplits: 1)
            guard parts.count == 2, let file = try? ProjectPath(validating: String(parts[1])) else { return nil }
            self = .file(file, job: String(parts[0]))
        } else {
            return nil
        }
    }
}
