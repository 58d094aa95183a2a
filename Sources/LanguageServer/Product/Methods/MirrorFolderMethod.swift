import Engine
import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeforge/project/mirror`: agrees that a folder is mirrored which is not without being asked, such as a home folder.
///
/// `folder` is the address of a folder of the editor, the first where it is left out; `agreed: false` takes the
/// agreement back. It is remembered for the folder.
struct MirrorFolderMethod: ProductMethod {
    static let method = "codeforge/project/mirror"
    static let command: String? = "codeforge.mirrorFolder"

    static func sentence(for answer: JSONValue) -> String? {
        guard let folder = answer["folder"]?.string else { return nil }
        return answer["agreed"]?.bool == true
            ? "\(folder) is mirrored from now on." : "\(folder) is not mirrored from now on."
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let isAgreed = try parameters.bool("agreed") ?? true
        let (uri, path) = try context.folder(named: parameters)
        do {
            let folder = try ProjectFolder(path: path)
            try await context.application.agreeToMirror(folder, isAgreed)
            let key = DocumentURI(folder: uri)
            context.snapshot.connection.perform { session in
                for opened in session.snapshot.openFolders where DocumentURI(folder: opened.uri) == key {
                    session.mirrorStates[opened.uri] = nil
                    opened.mirror.agreementChanged()
                }
            }
            return ["folder": .string(folder.shownPath), "agreed": .bool(isAgreed)]
        } catch {
            throw .failed("unavailable", "The agreement could not be kept: \(error)")
        }
    }
}
