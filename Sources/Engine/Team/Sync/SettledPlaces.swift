import Models

/// What a person has decided, by editing, about the places where others' change of a file met theirs.
///
/// Where both changed one place, the person's text stays and the file is not sent. Once they were shown that and changed
/// their text there, it stands upon the others': from then on the place is no conflict any more. Of all other places
/// nothing was decided; what others changed there is merged as before.
struct SettledPlaces: Hashable, Sendable {
    /// The text of the last agreement, with the others' text at each place that the person decided about; nil for none.
    ///
    /// It is the others' whole text where the person's holds everything else of that.
    let base: String?
    /// Whether some place is a conflict that the person was not shown.
    let hasNew: Bool

    /// - Parameters:
    ///   - base: What both sides agreed about last; empty for nothing.
    ///   - shown: What the person had when they were shown the others' text; nil where they were not.
    ///   - theirs: The others' text that was shown.
    ///   - now: What the person has now.
    init(base: String, shown: String?, theirs: String, now: String) {
        let left = LineMerge(base, now, theirs)
        let known = shown.map { LineMerge(base, $0, theirs) }
        func isKept(_ place: MergeGroup) -> Bool {
            left.disputed.contains { other in
                other.base == place.base
                    && left.mine[other.mine].elementsEqual(known?.mine[place.mine] ?? []) { $0.elementsEqual($1) }
            }
        }
        let shownPlaces = known?.disputed ?? []
        hasNew = left.disputed.count > shownPlaces.count(where: isKept)
        let settled = shownPlaces.filter { !isKept($0) }
        guard !settled.isEmpty else {
            self.base = nil
            return
        }
        let text = left.base(with: settled)
        let rest = ThreeWayMerge(base: text, mine: Array(now.utf8), theirs: Array(theirs.utf8))
        let holdsAll = rest.conflicts == 0 && rest.text.elementsEqual(now.utf8)
        self.base = holdsAll ? theirs : String(decoding: text, as: UTF8.self)
    }
}

extension LineMerge {
    fileprivate init(_ base: String, _ mine: String, _ theirs: String) {
        func lines(_ text: String) -> [ArraySlice<UInt8>] { TextPieces.lines(Array(text.utf8)) }
        self.init(base: lines(base), mine: lines(mine), theirs: lines(theirs), style: .mine)
    }

    /// The base with the others' text at some of the places, which stand in their order.
    fileprivate func base(with places: [MergeGroup]) -> [UInt8] {
        var text: [UInt8] = []
        var line = 0
        for place in places {
            base[line..<place.base.lowerBound].forEach { text += $0 }
            theirs[place.theirs].forEach { text += $0 }
            line = place.base.upperBound
        }
        base[line...].forEach { text += $0 }
        return text
    }
}

extension JobFile {
    private var merge: LineMerge? {
        guard state == .applied, let content, let written, written != content else { return nil }
        return LineMerge(seen ?? "", before ?? "", content)
    }

    /// Whether others' change came in but for places that the person had changed too.
    var isDisputed: Bool { merge.map { !$0.disputed.isEmpty } ?? false }

    /// What both sides agree about after a change that is disputed: the text before, with all that came in.
    var agreedText: String? {
        guard let merge else { return nil }
        let disputed = merge.disputed
        let came = merge.groups.filter { group in
            group.changedByTheirs && !disputed.contains { $0.base == group.base && $0.mine == group.mine }
        }
        return String(decoding: merge.base(with: came), as: UTF8.self)
    }
}
