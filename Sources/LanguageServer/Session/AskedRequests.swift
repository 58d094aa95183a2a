import JSON
import JSONRPC

extension RequestID {
    /// As it stands in a message.
    var json: JSONValue {
        switch self {
        case .integer(let number): .integer(number)
        case .string(let text): .string(text)
        case .number(let text): (try? JSONValue(parsing: text)) ?? .null
        case .null: .null
        }
    }
}

/// Requests from the server to the client that are not answered yet.
struct AskedRequests {
    typealias Continuation = @Sendable (inout Session, Result<JSONValue, ResponseError>) -> Void

    /// Few are open at a time, and the first dictionary with such a key would cost a tenth of the start.
    private var waiting: [(id: RequestID, continuation: Continuation)] = []
    private var count = 0

    /// Registers what happens with the answer.
    mutating func add(_ continuation: @escaping Continuation) -> RequestID {
        count += 1
        let id = RequestID.string("codeforge-\(count)")
        waiting.append((id, continuation))
        return id
    }

    /// What to do with the answer to `id`; nil when nothing with that id was asked, or it was answered already.
    mutating func take(_ id: RequestID) -> Continuation? {
        guard let place = waiting.firstIndex(where: { $0.id == id }) else { return nil }
        return waiting.remove(at: place).continuation
    }
}
