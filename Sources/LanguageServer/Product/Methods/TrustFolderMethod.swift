import Engine
import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeforge/workspace/trust`: says that a folder's linters may run, whose settings may name programs.
///
/// `folder` is the address of a folder of the editor, the first where it is left out; `trusted: false` takes that back.
/// It is remembered for the folder. An editor that knows trust itself, such as VS Code, goes before it.
struct TrustFolderMethod: ProductMethod {
    static let method = "codeforge/workspace/trust"
    static let command: String? = "codeforge.trustWorkspace"

    static func sentence(for answer: JSONValue) -> String? {
        guard let folder = answer["folder"]?.string else { return nil }
        return answer["trusted"]?.bool == true
            ? "Linters that are installed run in \(folder) when a file is saved: codeforge doctor lists them."
            : "No linters run in \(folder)."
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let isTrusted = try parameters.bool("trusted") ?? true
        let path = try context.folder(named: parameters).path
        do {
            let folder = try ProjectFolder(path: path)
            try await context.application.trust(folder, isTrusted)
            context.snapshot.connection.perform { $0.folderTrusted(path, isTrusted) }
            let counts = context.snapshot.client.trustsWorkspace ?? isTrusted
            return ["folder": .string(folder.shownPath), "trusted": .bool(counts)]
        } catch {
            throw .failed("unavailable", "It could not be remembered: \(error)")
        }
    }
}
