import Models
import Storage

/// Rows by the identity that a person wrote: all of it, or its first characters where they are those of one row.
extension Application {
    /// How many rows an ambiguous beginning names.
    private static let shownRows = 4

    /// - Throws: `invalid_input` for what begins no identity, or those of several jobs; `not_found` for no job's.
    package func jobID(_ text: String, at key: String = "job_id") async throws(RequestFailure) -> RowID {
        try await rowID(text, of: "job", at: key) { prefix, limit throws(StoreError) in
            try await store.jobs(withPrefix: prefix, limit: limit, as: caller)
        }
    }

    /// - Throws: as `jobID`.
    package func projectID(_ text: String) async throws(RequestFailure) -> RowID {
        try await rowID(text, of: "project", at: "project_id") { prefix, limit throws(StoreError) in
            try await store.projects(withPrefix: prefix, limit: limit, as: caller)
        }
    }

    private func rowID(
        _ text: String, of kind: String, at key: String,
        _ find: (_ prefix: String, _ limit: Int) async throws(StoreError) -> [RowID]
    ) async throws(RequestFailure) -> RowID {
        if let id = RowID(text) { return id }
        let prefix = text.lowercased()
        guard RowID.canBegin(with: prefix) else {
            throw RequestFailure(
                "invalid_input",
                "'\(text.prefix(100))' is no \(kind). Name one by its first characters, as the list of \(kind)s shows them.",
                at: [key])
        }
        let found = try await storing { () throws(StoreError) in try await find(prefix, Self.shownRows) }
        guard let first = found.first else {
            throw RequestFailure(
                "not_found", "There is no \(kind) that begins with '\(prefix)'. Look at the list of \(kind)s.")
        }
        guard found.count == 1 else {
            let names = found.map { found.shortText(of: $0) }.joined(separator: ", ")
            let more = found.count == Self.shownRows ? ", ..." : ""
            throw RequestFailure(
                "invalid_input",
                "Several \(kind)s begin with '\(prefix)': \(names)\(more). Write more of the one you mean.",
                at: [key])
        }
        return first
    }
}

extension RowID {
    /// Whether an identity may begin with these small letters.
    fileprivate static func canBegin(with text: String) -> Bool {
        guard (1...36).contains(text.utf8.count) else { return false }
        return text.utf8.enumerated().allSatisfy { index, byte in
            if [8, 13, 18, 23].contains(index) { return byte == UInt8(ascii: "-") }
            return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
    }

    /// The first characters, which are mostly enough to name one row.
    package var shortText: String { String(text.prefix(8)) }
}

extension Collection<RowID> {
    /// The first characters of one of these identities, at least eight, that no other of them has.
    package func shortText(of id: RowID) -> String {
        let others = filter { $0 != id }.map(\.text)
        let length = (8...36).first { length in
            let start = id.text.prefix(length)
            return !others.contains { $0.hasPrefix(start) }
        }
        return String(id.text.prefix(length ?? 36))
    }
}
