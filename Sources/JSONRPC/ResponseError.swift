import JSON

/// The error that answers a request.
package struct ResponseError: Error, Hashable, Sendable {
    package let code: ErrorCode
    /// What is wrong, with which value, and what to do next.
    package let message: String
    package let data: JSONValue?

    package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// The product's own errors: `RequestFailed` with a stable word for programs in `data.code`.
    package static func failed(_ code: String, _ message: String, data: JSONObject = JSONObject()) -> ResponseError {
        var data = data
        data["code"] = .string(code)
        return ResponseError(.requestFailed, message, data: .object(data))
    }

    package static let cancelled = ResponseError(.requestCancelled, "The request was cancelled.")
}
