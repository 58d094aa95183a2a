/// Finds what somebody meant who mistyped a name.
package enum NearestName {
    /// The name that takes the fewest changes to make of `name`; nil when even that one differs in more than half.
    package static func of(_ name: String, among names: [String]) -> String? {
        let distances = names.map { (name: $0, distance: distance(Array(name.utf8), Array($0.utf8))) }
        guard let nearest = distances.min(by: { $0.distance < $1.distance }) else { return nil }
        return nearest.distance * 2 <= max(name.utf8.count, nearest.name.utf8.count) ? nearest.name : nil
    }

    /// "Did you mean '…'?" with a blank before it; empty where nothing is near.
    package static func suggestion(for name: String, among names: [String], _ prefix: String = "") -> String {
        of(String(name.prefix(100)), among: names).map { " Did you mean '\(prefix)\($0)'?" } ?? ""
    }

    /// How many bytes have to be inserted, removed or replaced (Levenshtein 1966).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (other, otherByte) in right.enumerated() {
                let replaced = diagonal + (byte == otherByte ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(replaced, row[other] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
