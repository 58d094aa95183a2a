/// Why the header of a frame cannot be followed.
package enum FramingFault: Error, Equatable, Sendable {
    case missingLength
    case invalidLength(String)
    case conflictingLengths
    case bodyTooLong(Int)
    case headerTooLong
    case unsupportedCharset(String)

    /// What is wrong and what the stream should hold instead, for the error that answers it.
    package var message: String {
        switch self {
        case .missingLength:
            "A frame's header has no Content-Length. Begin each message with 'Content-Length: <bytes>' and a blank line."
        case .invalidLength(let text):
            "Content-Length is '\(text)', not a number of bytes. Give the length of the message's body in bytes."
        case .conflictingLengths:
            "A frame's header has two different Content-Length lines. Send one."
        case .bodyTooLong(let bytes):
            "A message of \(bytes) bytes is over the limit of \(FrameDecoder.maximumBodyBytes). It was skipped."
        case .headerTooLong:
            "A frame's header is over the limit of \(FrameDecoder.maximumHeaderBytes) bytes. It was skipped."
        case .unsupportedCharset(let name):
            "The charset '\(name)' is not supported. Send messages in utf-8. This one was skipped."
        }
    }

    /// Whether the message was well framed but is refused (-32600), or the bytes are no frame (-32700).
    package var code: ErrorCode {
        switch self {
        case .bodyTooLong, .unsupportedCharset: .invalidRequest
        case .missingLength, .invalidLength, .conflictingLengths, .headerTooLong: .parseError
        }
    }
}
