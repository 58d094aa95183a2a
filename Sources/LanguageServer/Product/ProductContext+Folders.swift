import JSON
import JSONRPC
import LanguageServerProtocol

extension ProductContext {
    /// The folder that `folder` names, by its address or its absolute path; without it the first that is open.
    func folder(named parameters: ProductParameters) throws(ResponseError) -> (uri: String, path: String) {
        guard let named = try parameters.text("folder") ?? snapshot.folders.first?.uri else {
            throw .failed("invalid_input", "No folder is open. Open one, or name it.", data: ["loc": ["folder"]])
        }
        let uri = named.hasPrefix("/") ? DocumentURI.file(path: named).text : named
        guard let path = DocumentURI(uri).folderPath else {
            throw .failed(
                "invalid_input", "'\(named)' is no folder: name it by its file: address or its absolute path.",
                data: ["loc": ["folder"]])
        }
        return (uri, path)
    }
}
