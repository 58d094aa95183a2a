import JSON
import Models

/// Where a secret stands and what kind it is: never the secret itself.
package struct SecretPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let path: ProjectPath
    /// From one; nil where the whole file is there for credentials.
    package let line: Int?
    /// In words for a person, such as "AWS access key".
    package let kind: String

    init(path: ProjectPath, line: Int?, kind: String) {
        self.path = path
        self.line = line
        self.kind = kind
    }

    package var description: String {
        line.map { "\(shownPath):\($0): \(kind)" } ?? "\(shownPath): credential file: \(kind)"
    }

    /// The path without a secret that is part of it.
    package var shownPath: String { WithheldSecrets.path(path.text) }

    package var json: JSONValue {
        var object: JSONObject = ["path": .string(shownPath), "kind": .string(kind)]
        object["line"] = line.map { .integer($0) }
        return .object(object)
    }

    package static func < (left: SecretPlace, right: SecretPlace) -> Bool {
        (left.path, left.line ?? 0) < (right.path, right.line ?? 0)
    }
}
