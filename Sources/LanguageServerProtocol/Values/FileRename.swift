import JSON

/// A file or folder and its new address.
package struct FileRename: JSONDecodable, Hashable, Sendable {
    package let oldURI: String
    package let newURI: String

    package init(_ node: JSONNode) throws(InvalidParameters) {
        oldURI = try node.required("oldUri")
        newURI = try node.required("newUri")
    }
}
