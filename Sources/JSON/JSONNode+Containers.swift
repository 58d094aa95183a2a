extension JSONNode {
    /// The value of the last member with this key; nil where there is none, or this is no object.
    package subscript(_ key: StaticString) -> JSONNode? {
        find { content in
            content.count == key.utf8CodeUnitCount
                && content.elementsEqual(
                    UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        }
    }

    /// The value of the last member with this key; nil where there is none, or this is no object.
    package subscript(_ key: String) -> JSONNode? {
        find { $0.elementsEqual(key.utf8) }
    }

    private func find(_ matches: (UnsafeBufferPointer<UInt8>) -> Bool) -> JSONNode? {
        var found: JSONNode?
        for member in members where member.key.withUTF8(matches) == true { found = member.value }
        return found
    }

    /// Number of elements or members, 0 for a scalar.
    /// - Complexity: O(`count`).
    package var count: Int {
        switch entry.kind {
        case .array: elements.reduce(0) { count, _ in count + 1 }
        case .object: members.reduce(0) { count, _ in count + 1 }
        default: 0
        }
    }

    /// An array's elements; nothing for any other value.
    package var elements: Elements { Elements(nodes: children(of: .array)) }

    /// An object's members in source order, duplicates kept; nothing for any other value.
    package var members: Members { Members(nodes: children(of: .object)) }

    private func children(of kind: TapeEntry.Kind) -> Children {
        let entry = entry
        return Children(tape: tape, index: index + 1, end: entry.kind == kind ? Int(entry.next) : index + 1)
    }

    /// Walks the values that stand directly in a container.
    struct Children: Sendable {
        let tape: Tape
        var index: Int
        let end: Int

        mutating func next() -> JSONNode? {
            guard index < end else { return nil }
            let node = JSONNode(tape: tape, index: index)
            index = Int(tape.entries[index].next)
            return node
        }
    }

    package struct Elements: Sequence, IteratorProtocol, Sendable {
        var nodes: Children

        package mutating func next() -> JSONNode? { nodes.next() }
    }

    package struct Members: Sequence, IteratorProtocol, Sendable {
        var nodes: Children

        package mutating func next() -> (key: JSONNode, value: JSONNode)? {
            guard let key = nodes.next(), let value = nodes.next() else { return nil }
            return (key, value)
        }
    }
}
