import Review

/// Findings that the user does not want to see again, by their identity and where they are.
///
/// The store has them for every folder with a project, and other programs change them there. What was decided in this
/// session goes before that until the store was read with the decision in it; for a document outside of every folder,
/// for good.
package struct Dismissals: Sendable {
    /// A finding of a document's path or, without one, its address.
    package struct Key: Hashable, Sendable {
        let place: String
        let identity: String
    }

    /// What the store had of each folder when it was read last, by the folder's address.
    private var stored: [String: Set<Key>] = [:]
    /// What was decided here, by the finding: of several decisions about one, the latest.
    private var decided: [Key: Decision] = [:]
    private var decisions = 0
    /// The decisions that the store has taken, by their number: whoever reads it from now on reads them.
    private(set) var written: [Key: Int] = [:]
    /// Decisions whose file was renamed before the store had taken them, and what they are about now.
    private var overtaken: [Key: Key] = [:]
    /// What is dismissed, all in all.
    private var keys: Set<Key> = []

    private struct Decision: Sendable {
        let isDismissed: Bool
        /// Grows with each: a finding may be dismissed, restored and dismissed again before the store is read.
        let number: Int
    }

    package init() {}

    package var isEmpty: Bool { keys.isEmpty }
    package var count: Int { keys.count }

    /// Whether the finding is hidden at `place`, a document's path or, without one, its address.
    package func contains(_ finding: Finding, at place: String) -> Bool {
        !keys.isEmpty && keys.contains(Key(place: place, identity: finding.identity))
    }

    /// Dismisses a finding, or takes that back, before the store knows.
    mutating func decide(_ key: Key, isDismissed: Bool) {
        decisions += 1
        decided[key] = Decision(isDismissed: isDismissed, number: decisions)
        (written[key], overtaken[key]) = (nil, nil)
        combine()
    }

    /// A file or a folder has another name, and what is dismissed in it goes along; the store does not know yet.
    ///
    /// - Returns: What is dismissed at the new name, by what it was at the old one.
    mutating func move(from old: String, to new: String) -> [Key: Key] {
        let moved = keys.filter { $0.place == old || $0.place.hasPrefix(old + "/") }
        return moved.reduce(into: [:]) { moves, key in
            let now = Key(place: new + key.place.dropFirst(old.count), identity: key.identity)
            let isUnwritten = decided[key] != nil && written[key] == nil
            decide(now, isDismissed: true)
            decide(key, isDismissed: false)
            if isUnwritten { overtaken[key] = now } else { moves[key] = now }
        }
    }

    /// What a decision is about that the store took after its file was renamed; nil where that was not so.
    mutating func takeOvertaken(_ key: Key) -> Key? { overtaken.removeValue(forKey: key) }

    /// The store has taken a decision.
    mutating func wrote(_ key: Key, isDismissed: Bool) {
        // Another one may have come meanwhile.
        if let decision = decided[key], decision.isDismissed == isDismissed { written[key] = decision.number }
    }

    /// Takes over what the store has of a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder's address.
    ///   - found: Everything that is dismissed there.
    ///   - known: `written` when the reading began: these decisions are in what was read.
    /// - Returns: Whether that makes a difference.
    mutating func replace(of folder: String, with found: Set<Key>, knowing known: [Key: Int]) -> Bool {
        if stored[folder] == found, known.isEmpty { return false }
        let before = keys
        stored[folder] = found
        for (key, number) in known where written[key] == number {
            written[key] = nil
            decided[key] = nil
        }
        combine()
        return keys != before
    }

    private mutating func combine() {
        keys = stored.values.reduce(into: []) { $0.formUnion($1) }
        for (key, decision) in decided {
            if decision.isDismissed { keys.insert(key) } else { keys.remove(key) }
        }
    }
}
