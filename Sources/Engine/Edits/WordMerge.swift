/// Joins two edits of the same lines where they touch different words.
enum WordMerge {
    /// Longest place, in bytes of all three versions together, that is looked at word by word.
    static let maxBytes = 64 * 1_024

    /// The joined text, or `nil` where both sides changed the same word or neighbours of one another.
    static func join(base: [UInt8], mine: [UInt8], theirs: [UInt8]) -> [UInt8]? {
        guard !base.isEmpty, base.count + mine.count + theirs.count <= maxBytes else { return nil }
        let (o, a, b) = (TextPieces.words(base), TextPieces.words(mine), TextPieces.words(theirs))
        let groups = MergeGroup.groups(mine: SequenceDiff.hunks(o, a), theirs: SequenceDiff.hunks(o, b))
        var output: [UInt8] = []
        var stable = 0
        for group in groups {
            let (left, right) = (a[group.mine], b[group.theirs])
            let collides = group.changedByMine && group.changedByTheirs && !left.elementsEqual(right)
            if collides || !isApart(group, from: stable, in: o) { return nil }
            o[stable..<group.base.lowerBound].forEach { output.append(contentsOf: $0) }
            (group.changedByMine ? left : right).forEach { output.append(contentsOf: $0) }
            stable = group.base.upperBound
        }
        o[stable...].forEach { output.append(contentsOf: $0) }
        return output
    }

    /// Two changes are told apart only by something visible that stands unchanged between them.
    private static func isApart(_ group: MergeGroup, from stable: Int, in base: [ArraySlice<UInt8>]) -> Bool {
        stable == 0 || base[stable..<group.base.lowerBound].contains { $0.contains { $0 > 0x20 } }
    }
}
