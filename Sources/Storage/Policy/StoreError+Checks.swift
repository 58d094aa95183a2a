import Models

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension StoreError {
    package static func noRow(_ kind: String, _ id: some CustomStringConvertible) -> StoreError {
        .notFound(Subject(kind: kind, id: id.description))
    }

    /// The owner of a project shares it with nobody by being one of its members.
    package static var ownerIsNoMember: StoreError {
        .invalidInput(field: "user_id", reason: "is the project's owner, who needs no sharing")
    }

    package static func noProject(_ id: RowID) -> StoreError { noRow("project", id) }

    /// Refuses texts with a NUL: SQLite cuts them off there, and PostgreSQL can't hold one.
    package static func refuseNUL(in texts: KeyValuePairs<String, String?>) throws(StoreError) {
        for (field, text) in texts {
            guard let text, holdsNUL(text) else { continue }
            throw .invalidInput(field: field, reason: "holds a NUL character")
        }
    }

    /// Every text of a folder is asked, so the C library looks: it takes a tenth of the time that a view of bytes does.
    private static func holdsNUL(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    }
}
