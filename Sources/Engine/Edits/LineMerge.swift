/// The merge of three texts cut into lines; `ThreeWayMerge` is its front.
struct LineMerge {
    let base: [ArraySlice<UInt8>]
    let mine: [ArraySlice<UInt8>]
    let theirs: [ArraySlice<UInt8>]
    let style: ThreeWayMerge.ConflictStyle

    private(set) var output: [UInt8] = []
    private(set) var conflicts = 0

    init(
        base: [ArraySlice<UInt8>], mine: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>],
        style: ThreeWayMerge.ConflictStyle
    ) {
        self.base = base
        self.mine = mine
        self.theirs = theirs
        self.style = style
    }

    mutating func run() {
        let groups = groups
        var stable = 0
        for group in groups {
            base[stable..<group.base.lowerBound].forEach { append($0) }
            merge(group)
            stable = group.base.upperBound
        }
        base[stable...].forEach { append($0) }
    }

    /// The places that either side changed, in their order.
    var groups: [MergeGroup] {
        MergeGroup.groups(mine: SequenceDiff.hunks(base, mine), theirs: SequenceDiff.hunks(base, theirs))
    }

    /// Those that both sides changed and that cannot be joined.
    var disputed: [MergeGroup] {
        groups.filter {
            $0.changedByMine && $0.changedByTheirs && !mine[$0.mine].elementsEqual(theirs[$0.theirs])
                && joined($0) == nil
        }
    }

    /// What both sides make of a place, told apart by words; nil where even those collide.
    private func joined(_ group: MergeGroup) -> [UInt8]? {
        WordMerge.join(
            base: Array(base[group.base].joined()), mine: Array(mine[group.mine].joined()),
            theirs: Array(theirs[group.theirs].joined()))
    }

    private mutating func merge(_ group: MergeGroup) {
        let (a, b) = (mine[group.mine], theirs[group.theirs])
        if !group.changedByTheirs || a.elementsEqual(b) {
            a.forEach { append($0) }
        } else if !group.changedByMine {
            b.forEach { append($0) }
        } else if let joined = joined(group) {
            append(joined[...])
        } else {
            conflicts += 1
            keepBoth(Array(a), Array(b), base: Array(base[group.base]))
        }
    }

    /// Common first and last lines of the two versions are written once; of what differs the style decides.
    private mutating func keepBoth(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>], base: [ArraySlice<UInt8>]) {
        var (a, b) = (a[...], b[...])
        while let line = a.first, line == b.first {
            append(line)
            a.removeFirst()
            b.removeFirst()
        }
        var tail: [ArraySlice<UInt8>] = []
        while let line = a.last, line == b.last {
            tail.append(line)
            a.removeLast()
            b.removeLast()
        }
        if a.isEmpty && base.isEmpty {
            b.forEach { append($0) }
        } else if b.isEmpty && base.isEmpty {
            a.forEach { append($0) }
        } else {
            write(a, b, base: base)
        }
        tail.reversed().forEach { append($0) }
    }

    private mutating func write(
        _ a: ArraySlice<ArraySlice<UInt8>>, _ b: ArraySlice<ArraySlice<UInt8>>, base: [ArraySlice<UInt8>]
    ) {
        switch style {
        case .woven:
            Weave(base: base, mine: Array(a), theirs: Array(b)).lines.forEach { append($0) }
        case .mine:
            a.forEach { append($0) }
        }
    }

    /// Appends a line; one that follows a line without an end (the last of another side) begins anew.
    private mutating func append(_ line: ArraySlice<UInt8>) {
        if let last = output.last, last != 0x0A, last != 0x0D, !line.isEmpty { output.append(contentsOf: newline.utf8) }
        output.append(contentsOf: line)
    }

    /// The line end that the person's text uses.
    private var newline: String {
        guard let first = mine.first ?? base.first else { return "\n" }
        if first.suffix(2).elementsEqual([0x0D, 0x0A]) { return "\r\n" }
        return first.last == 0x0D ? "\r" : "\n"
    }
}
