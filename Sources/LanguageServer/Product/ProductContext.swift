import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// What a product method works with.
package struct ProductContext: Sendable {
    package let snapshot: Snapshot
    package let application: Application

    /// The project that the parameters name, else the folder's.
    ///
    /// - Throws: `invalid_input` where neither is there.
    package func projectID(_ parameters: ProductParameters) async throws(ResponseError) -> String {
        if let id = try parameters.text("project_id") { return id }
        guard let folder = snapshot.folders.lazy.compactMap({ DocumentURI($0.uri).path }).first else {
            throw .failed(
                "invalid_input", "No folder is open. Open the folder of the project and try again.",
                data: ["loc": ["project_id"]])
        }
        do {
            return try await application.workspace(of: try ProjectFolder(path: folder)).projectID.text
        } catch {
            throw .failed("unavailable", "The folder's project cannot be found: \(error)")
        }
    }

    /// Runs a use case, its failure told as the protocol tells it.
    package func using<R: Sendable>(
        _ body: (Application) async throws(RequestFailure) -> R
    ) async throws(ResponseError) -> R {
        do {
            return try await body(application)
        } catch {
            throw ResponseError(error)
        }
    }
}

extension ResponseError {
    /// The product's own error, with the place of the wrong value.
    package init(_ failure: RequestFailure) {
        var data: JSONObject = ["code": .string(failure.code)]
        if !failure.location.isEmpty {
            data["loc"] = .array(failure.location.map { step in Int(step).map { .integer($0) } ?? .string(step) })
        }
        for (key, value) in failure.details { data[key] = value }
        self.init(.requestFailed, failure.message, data: .object(data))
    }
}
