import JSON
import Models
import Storage

/// Why the engine did not do what a front end asked, in words for a person and a name for a program.
package struct RequestFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// `not_found`, `forbidden`, `invalid_input`, `conflict`, `unavailable`, ...: ARCHITECTURE 5.
    package let code: String
    /// What is wrong, with which value, and what to do next.
    package let message: String
    /// The path of the value, from the outside in, such as `["input_context", "user_idea"]`; empty where none is.
    package let location: [String]
    /// What else a program may want to know.
    package let details: JSONObject

    package init(
        _ code: String, _ message: String, at location: [String] = [], details: JSONObject = JSONObject()
    ) {
        self.code = code
        self.message = message
        self.location = location
        self.details = details
    }

    /// What is wrong with the value at a place, as the rest of a sentence that begins with its name.
    package static func invalidInput(_ location: [String], _ problem: String) -> RequestFailure {
        RequestFailure("invalid_input", "\(ValueName.of(location)) \(problem)", at: location)
    }

    package init(_ error: StoreError) {
        // The store knows columns, a person what they hold.
        if case .invalidInput(let field, let reason) = error,
            field.utf8.allSatisfy({ (97...122).contains($0) || $0 == UInt8(ascii: "_") })
        {
            self = .invalidInput([field], "\(reason).")
        } else {
            self.init(error.code, error.description)
        }
    }

    package var description: String { message }
}

/// Runs a store operation, its errors told as the engine tells them.
func storing<R>(_ body: () async throws(StoreError) -> R) async throws(RequestFailure) -> R {
    do {
        return try await body()
    } catch {
        throw RequestFailure(error)
    }
}

extension RequestFailure {
    /// Everything that is wrong with a request; the place is that of the first.
    package init(_ errors: ValidationErrors) {
        let location = errors.errors.first?.location ?? []
        let problems = errors.errors.map { "\(ValueName.of($0.location.map(\.text))): \($0.message)" }
        // Many an editor shows several lines as one.
        let sentences = problems.count > 1 ? problems.map(\.asSentence) : problems
        self.init("invalid_input", sentences.joined(separator: "\n"), at: location.map(\.text))
    }
}
