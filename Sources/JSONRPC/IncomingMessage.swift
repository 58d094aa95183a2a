import JSON

/// What one frame holds.
///
/// Spec: https://www.jsonrpc.org/specification
package enum IncomingMessage {
    case request(id: RequestID, method: String, parameters: JSONNode?)
    case notification(method: String, parameters: JSONNode?)
    case response(id: RequestID, result: Result<JSONNode?, ResponseError>)
    /// No message; it is answered with this error and this id.
    case invalid(id: RequestID, error: ResponseError)

    /// Reads the body of a frame.
    ///
    /// Every sequence of bytes is one of the four cases.
    package init(parsing body: [UInt8]) {
        do {
            self.init(try JSONDocument(parsing: body).root)
        } catch {
            self = .invalid(id: .null, error: ResponseError(.parseError, "A message is not valid JSON: \(error)"))
        }
    }

    private init(_ root: JSONNode) {
        guard root.isObject else {
            self = .refused(
                .null, "A message is one JSON object; batches are not part of the Language Server Protocol.")
            return
        }
        let idNode = root["id"]
        guard let id = idNode.map({ RequestID($0) }) ?? RequestID.null else {
            self = .refused(.null, "'id' must be a number or a string.")
            return
        }
        guard root["jsonrpc"]?.string == "2.0" else {
            self = .refused(id, "'jsonrpc' must be \"2.0\".")
            return
        }
        if let method = root["method"] {
            self.init(method: method, id: idNode == nil ? nil : id, parameters: root["params"])
        } else if idNode != nil, let error = root["error"], !error.isNull {
            self = .response(id: id, result: .failure(Self.error(error)))
        } else if idNode != nil, let result = root["result"] {
            self = .response(id: id, result: .success(result))
        } else {
            self = .refused(id, "A message needs a 'method', or an 'id' with a 'result' or an 'error'.")
        }
    }

    private init(method: JSONNode, id: RequestID?, parameters: JSONNode?) {
        guard let name = method.string else {
            self = .refused(id ?? .null, "'method' must be a string.")
            return
        }
        let parameters = parameters.flatMap { $0.isNull ? nil : $0 }
        if let id {
            self = .request(id: id, method: name, parameters: parameters)
        } else {
            self = .notification(method: name, parameters: parameters)
        }
    }

    private static func refused(_ id: RequestID, _ message: String) -> IncomingMessage {
        .invalid(id: id, error: ResponseError(.invalidRequest, message))
    }

    private static func error(_ node: JSONNode) -> ResponseError {
        ResponseError(
            ErrorCode(rawValue: node["code"]?.int ?? ErrorCode.internalError.rawValue),
            node["message"]?.string ?? "", data: node["data"]?.value)
    }
}
