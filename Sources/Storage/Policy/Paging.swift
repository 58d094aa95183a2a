/// The limits of a page.
package enum Paging {
    package static func check(limit: Int, offset: Int) throws(StoreError) {
        guard (1...100).contains(limit) else {
            throw .invalidInput(field: "limit", reason: "must be 1 to 100, not \(limit)")
        }
        guard offset >= 0 else {
            throw .invalidInput(field: "offset", reason: "must be at least 0, not \(offset)")
        }
    }
}
