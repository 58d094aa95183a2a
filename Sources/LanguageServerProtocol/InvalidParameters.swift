import JSON

/// Why the parameters of a message cannot be read: the path of the first member with a wrong shape.
package struct InvalidParameters: Error, Hashable, Sendable {
    /// Members from the outside in, without `params`.
    package private(set) var path: [String]
    package let problem: String

    /// A problem with the value at hand; `inside` adds where it stands.
    package init(_ problem: String, path: [String] = []) {
        self.problem = problem
        self.path = path
    }

    /// The same problem, seen from the object or array that holds the value.
    package func inside(_ member: String) -> InvalidParameters {
        InvalidParameters(problem, path: [member] + path)
    }

    /// The sentence for the error that answers the request: `params.textDocument.uri must be a string`.
    package var message: String {
        (["params"] + path).joined(separator: ".") + " " + problem
    }
}
