import Review

/// Findings that the user does not want to see again, by their identity and where they are.
package struct Dismissals: Sendable {
    private struct Key: Hashable {
        let place: String
        let identity: String
    }

    private var keys: Set<Key> = []
    /// What was restored in this session.
    private var restored: Set<Key> = []

    package init() {}

    package var isEmpty: Bool { keys.isEmpty }
    package var count: Int { keys.count }

    /// Whether the finding is hidden at `place`, a document's path or, without one, its address.
    package func contains(_ finding: Finding, at place: String) -> Bool {
        !keys.isEmpty && keys.contains(Key(place: place, identity: finding.identity))
    }

    package mutating func insert(identity: String, at place: String) {
        restored.remove(Key(place: place, identity: identity))
        keys.insert(Key(place: place, identity: identity))
    }

    /// Takes over what the store had, which may have been read before the user restored it.
    package mutating func insertStored(identity: String, at place: String) {
        guard !restored.contains(Key(place: place, identity: identity)) else { return }
        keys.insert(Key(place: place, identity: identity))
    }

    package mutating func remove(identity: String, at place: String) {
        restored.insert(Key(place: place, identity: identity))
        keys.remove(Key(place: place, identity: identity))
    }
}
