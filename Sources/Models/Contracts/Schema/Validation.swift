/// A validation under way: where in the document it stands, and what it has found so far.
struct Validation {
    private(set) var errors: [ValidationError] = []
    private var location: [ValidationError.Step] = []

    /// Does `body` one step further into the document.
    @inline(__always)
    mutating func at<R>(_ step: ValidationError.Step, _ body: (inout Validation) -> R) -> R {
        location.append(step)
        defer { location.removeLast() }
        return body(&self)
    }

    /// Notes an error at the current place, and returns what a failed decoding returns.
    mutating func fail<R>(_ type: String, _ message: String) -> R? {
        errors.append(ValidationError(location: location, type: type, message: message))
        return nil
    }

    /// Notes a failed rule that Pydantic has no name for, as it does for a validator of one's own.
    mutating func failValue<R>(_ message: String) -> R? { fail("value_error", "Value error, \(message)") }
}
