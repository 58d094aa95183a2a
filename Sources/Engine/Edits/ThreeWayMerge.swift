/// Joins what a person typed with what an agent wrote, both starting from the same text.
///
/// Where only one side changed a place, its change is taken. Where both changed it the two are told apart by words;
/// where even words collide, the place is a conflict. Nothing that a person inserted is ever dropped.
///
/// Follows "A Formal Investigation of Diff3" (Khanna, Kunal, Pierce 2007) for what is stable and what is not.
package struct ThreeWayMerge: Sendable {
    /// How two versions of one place are written down when they cannot be joined.
    package enum ConflictStyle: Hashable, Sendable {
        /// Mine stays as it is: nobody finds markers in a text of their own.
        case mine
        /// Their version, with what was typed into mine where it stood: for prose that is written anew.
        case woven
    }

    package let text: [UInt8]
    /// Places that both sides changed and that could not be joined.
    package let conflicts: Int

    /// - Parameters:
    ///   - base: What both sides started from; an empty text where there was none.
    ///   - mine: What a person has now.
    ///   - theirs: What an agent wants.
    ///   - style: How a conflict is written down.
    package init(
        base: [UInt8], mine: [UInt8], theirs: [UInt8],
        style: ConflictStyle = .mine
    ) {
        if mine == theirs || base == theirs {
            (text, conflicts) = (mine, 0)
        } else if base == mine {
            (text, conflicts) = (theirs, 0)
        } else {
            let (o, a, b) = (TextPieces.lines(base), TextPieces.lines(mine), TextPieces.lines(theirs))
            if style == .woven, Weave.isDone(base: o, mine: a, theirs: b) {
                (text, conflicts) = (mine, 0)
                return
            }
            var merge = LineMerge(base: o, mine: a, theirs: b, style: style)
            merge.run()
            (text, conflicts) = (merge.output, merge.conflicts)
        }
    }
}

/// A run of the base that at least one side changed, and what each side has there.
struct MergeGroup {
    var base: Range<Int>
    var mine: Range<Int>
    var theirs: Range<Int>
    var changedByMine = false
    var changedByTheirs = false

    /// Cuts the base into groups of hunks that overlap; two insertions at one place overlap.
    static func groups(mine: [DiffHunk], theirs: [DiffHunk]) -> [MergeGroup] {
        var groups: [MergeGroup] = []
        var (nextMine, nextTheirs) = (mine[...], theirs[...])
        var (shiftMine, shiftTheirs) = (0, 0)
        while let start = [nextMine.first?.old.lowerBound, nextTheirs.first?.old.lowerBound].compactMap({ $0 }).min() {
            var group = MergeGroup(
                base: start..<start, mine: start + shiftMine..<start + shiftMine,
                theirs: start + shiftTheirs..<start + shiftTheirs)
            var grew = true
            while grew {
                grew = false
                while let hunk = nextMine.first, group.meets(hunk, isMine: true) {
                    nextMine.removeFirst()
                    shiftMine += hunk.new.count - hunk.old.count
                    group.take(hunk, isMine: true)
                    grew = true
                }
                while let hunk = nextTheirs.first, group.meets(hunk, isMine: false) {
                    nextTheirs.removeFirst()
                    shiftTheirs += hunk.new.count - hunk.old.count
                    group.take(hunk, isMine: false)
                    grew = true
                }
            }
            group.mine = group.mine.lowerBound..<group.base.upperBound + shiftMine
            group.theirs = group.theirs.lowerBound..<group.base.upperBound + shiftTheirs
            groups.append(group)
        }
        return groups
    }

    private func meets(_ hunk: DiffHunk, isMine: Bool) -> Bool {
        if !changedByMine && !changedByTheirs { return hunk.old.lowerBound == base.lowerBound }
        if hunk.old.lowerBound < base.upperBound { return true }
        // An insertion right where the other side inserted or replaced: the order would be a guess.
        guard hunk.old.lowerBound == base.upperBound else { return false }
        return isMine ? changedByTheirs : changedByMine
    }

    private mutating func take(_ hunk: DiffHunk, isMine: Bool) {
        base = base.lowerBound..<max(base.upperBound, hunk.old.upperBound)
        if isMine { changedByMine = true } else { changedByTheirs = true }
    }
}
