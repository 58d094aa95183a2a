import JSON
import JSONRPC
import LanguageServerProtocol
import Text

/// `textDocument/codeLens`: the count of findings above the first line.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_codeLens
struct CodeLensHandler: SnapshotHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.codeLenses = true
    }

    func reviewedDocument(for request: CodeLensRequest) -> String? { request.document.uri }

    func handle(_ request: CodeLensRequest, in snapshot: Snapshot) throws(ResponseError) -> [CodeLens] {
        guard let document = snapshot.documents[request.document.uri] else { return [] }
        return CodeLensProviders.all.flatMap { $0.lenses(for: document, in: snapshot) }
    }
}

/// Gives the lenses of one topic.
package protocol CodeLensProvider: Sendable {
    func lenses(for document: OpenDocument, in snapshot: Snapshot) -> [CodeLens]
}

/// Everything that puts lenses into a document: one line a topic.
package enum CodeLensProviders {
    static let all: [any CodeLensProvider] = [
        FindingCountLens(),
        DocumentLenses(),
        ChangesLenses(),
    ]
}

/// "CodeForge: 3 findings, 1 dismissed" above the first line; picking it reviews the file again.
struct FindingCountLens: CodeLensProvider {
    func lenses(for document: OpenDocument, in snapshot: Snapshot) -> [CodeLens] {
        guard document.isReviewed else { return [] }
        let start = TextPosition(line: 0, character: 0)
        guard !snapshot.client.resolvesCodeLenses else {
            return [CodeLens(range: start..<start, command: nil, data: ["uri": .string(document.uri)])]
        }
        return [CodeLens(range: start..<start, command: Self.command(for: document, in: snapshot))]
    }

    static func command(for document: OpenDocument, in snapshot: Snapshot) -> Command {
        let count = snapshot.findings(of: document).count
        let dismissed = snapshot.dismissedFindings(of: document).count
        let found = count == 0 ? "no findings" : count == 1 ? "1 finding" : "\(count) findings"
        let title = "CodeForge: \(found)" + (dismissed > 0 ? ", \(dismissed) dismissed" : "")
        return Command(title: title, command: ReviewFileCommand.name, arguments: [.string(document.uri)])
    }
}
