import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Mentoring
import Review

/// `workspace/textDocumentContent`: pages about rules, and files as they would be with a job's changes.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#workspace_textDocumentContent
struct TextDocumentContentHandler: BackgroundHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        if client.asksForContent { capabilities.contentSchemes = [ServerContent.scheme] }
    }

    func handle(
        _ request: TextDocumentContentRequest, in snapshot: Snapshot
    ) async throws(ResponseError) -> TextDocumentContentRequest.Answer {
        switch ServerContent(uri: request.uri) {
        case .rule(let id)?:
            guard let rule = snapshot.rule(id: id) else { break }
            return TextDocumentContentRequest.Answer(
                text: snapshot.hasStudents ? rule.pageForStudents : rule.page)
        case .file(let path, let job)?:
            let context = ProductContext(snapshot: snapshot, application: try await snapshot.application.value())
            let changes = try await context.jobEdits(ProductParameters(["job_id": .string(job)])).preview()
            guard let change = changes.changes.first(where: { $0.path == path }) else { break }
            return TextDocumentContentRequest.Answer(text: String(decoding: change.result ?? [], as: UTF8.self))
        case nil: break
        }
        throw .failed("not_found", "There is no document '\(request.uri)'.")
    }
}

extension Rule {
    /// The rule in Markdown.
    var page: String {
        var parts = [heading, message.contains("$") ? nil : message, why == message || why.isEmpty ? nil : why]
        parts += [block(ofBad: true, "Reported"), block(ofBad: false, "Not reported")]
        parts.append(hasFix ? "Editors offer a quick fix: \(fixTitle)." : nil)
        let links = [cweAddress].compactMap(\.self) + references.filter { $0 != cweAddress }
        if !links.isEmpty { parts.append("## Read more\n\n" + links.map { "- <\($0)>" }.joined(separator: "\n")) }
        return parts.compactMap(\.self).joined(separator: "\n\n") + "\n"
    }

    /// The rule without what repairs it.
    var pageForStudents: String { "\(heading)\n\n\(FindingHint.explanation(of: self))\n" }

    private var heading: String {
        let facts: [String?] = [
            severity.rawValue, cwe.map { "CWE-\($0)" },
            languages.isEmpty ? "every language" : languages.map(\.id).joined(separator: ", "),
        ]
        return "# \(title)\n\n`\(id)` · " + facts.compactMap(\.self).joined(separator: " · ")
    }

    private func block(ofBad isBad: Bool, _ title: String) -> String? {
        let examples = examples.filter { $0.isBad == isBad }
        guard !examples.isEmpty else { return nil }
        let blocks = examples.map { example in
            var code = example.code
            while code.last?.isNewline == true { code.removeLast() }
            var fence = "```"
            while code.contains(fence) { fence += "`" }
            return "\(fence)\(languages.first?.id ?? "")\n\(code)\n\(fence)"
        }
        return "## \(title)\n\n" + blocks.joined(separator: "\n\n")
    }
}
