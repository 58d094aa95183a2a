/// The members of a JSON object in the order in which their keys first came.
///
/// Keys are equal when their bytes are, unlike `String`'s own equality, for which composed and decomposed forms agree.
/// Two objects are equal when they hold the same members in any order.
package struct JSONObject: Sendable {
    package typealias Member = (key: String, value: JSONValue)

    package private(set) var members: [Member] = []
    /// Places of the keys, once there are too many to look through.
    private var places: [ByteKey: Int] = [:]
    private static let longestLinear = 12

    package init() {}

    /// Takes members in order; a later one replaces the value of an earlier one with the same key.
    package init(_ members: some Sequence<(String, JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }
    package var keys: [String] { members.map(\.key) }

    /// Reads, replaces in place, appends, or (with nil) removes.
    package subscript(key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil):
                members.remove(at: place)
                reindex()
            case (nil, let value?):
                members.append((key, value))
                if !places.isEmpty {
                    places[ByteKey(key)] = members.count - 1
                } else if members.count > Self.longestLinear {
                    reindex()
                }
            case (nil, nil): break
            }
        }
    }

    private func place(of key: String) -> Int? {
        if !places.isEmpty { return places[ByteKey(key)] }
        return members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    }

    private mutating func reindex() {
        places = [:]
        guard members.count > Self.longestLinear else { return }
        for (place, member) in members.enumerated() { places[ByteKey(member.key)] = place }
    }
}

/// A key that is equal when its bytes are.
private struct ByteKey: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ByteKey, right: ByteKey) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) { hasher.combine(bytesOf: text) }
}

extension Hasher {
    /// Feeds a text's UTF-8 bytes and their number.
    mutating func combine(bytesOf text: String) {
        var text = text
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
        combine(text.utf8.count)
    }
}

extension JSONObject: Sequence {
    package func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONObject: Hashable {
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0.key] == $0.value }
    }

    package func hash(into hasher: inout Hasher) {
        // A sum does not depend on the order.
        var sum = 0
        for member in members {
            var memberHasher = Hasher()
            memberHasher.combine(bytesOf: member.key)
            memberHasher.combine(member.value)
            sum &+= memberHasher.finalize()
        }
        hasher.combine(sum)
    }
}
