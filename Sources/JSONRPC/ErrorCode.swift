/// The number that says what kind of error an answer carries.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#errorCodes
package struct ErrorCode: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int

    /// Any code, known or not.
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let parseError = ErrorCode(rawValue: -32700)
    package static let invalidRequest = ErrorCode(rawValue: -32600)
    package static let methodNotFound = ErrorCode(rawValue: -32601)
    package static let invalidParams = ErrorCode(rawValue: -32602)
    package static let internalError = ErrorCode(rawValue: -32603)
    package static let serverNotInitialized = ErrorCode(rawValue: -32002)
    package static let requestFailed = ErrorCode(rawValue: -32803)
    package static let requestCancelled = ErrorCode(rawValue: -32800)
}
