import JSON

/// A message that the client sends, named by its parameters.
package protocol Message: Sendable {
    static var method: String { get }
    /// Reads the message's `params`; nil where the message has none.
    ///
    /// - Throws: where they do not have the message's shape. Members that nobody asked for are not an error.
    init(parameters: JSONNode?) throws(InvalidParameters)
}

/// A message that is answered.
package protocol Request: Message {
    associatedtype Answer: JSONEncodable & Sendable
}

/// A message that is not answered.
package protocol Notification: Message {}

/// A value that the server sends.
package protocol JSONEncodable {
    /// Writes exactly one JSON value.
    func write(to writer: inout JSONWriter)
}

/// A value that the client sends.
package protocol JSONDecodable {
    init(_ node: JSONNode) throws(InvalidParameters)
}
