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
        line.map { "\(path):\($0): \(kind)" } ?? "\(path): credential file: \(kind)"
    }

    package var json: JSONValue {
        var object: JSONObject = ["path": .string(path.text), "kind": .string(kind)]
        object["line"] = line.map { .integer($0) }
        return .object(object)
    }

    package static func < (left: SecretPlace, right: SecretPlace) -> Bool {
        (left.path, left.line ?? 0) < (right.path, right.line ?? 0)
    }
}
