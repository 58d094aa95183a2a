/// Writes JSON text into a buffer that its owner may keep and reuse.
///
/// Commas, colons and line ends come by themselves.
package struct JSONWriter: Sendable {
    package var bytes: [UInt8]
    /// Spaces a level; nil writes everything on one line.
    private let indent: Int?
    private var depth = 0
    private var needsComma = false
    private var afterKey = false

    /// Makes a writer that appends to `buffer`.
    package init(into buffer: [UInt8] = [], indent: Int? = nil) {
        bytes = buffer
        self.indent = indent
    }

    /// Forgets what was written and keeps the buffer's memory.
    package mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        depth = 0
        needsComma = false
        afterKey = false
    }

    /// Ends a line of JSON Lines: the next value stands on its own.
    package mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    package mutating func beginObject() { begin(UInt8(ascii: "{")) }
    package mutating func endObject() { end(UInt8(ascii: "}")) }
    package mutating func beginArray() { begin(UInt8(ascii: "[")) }
    package mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes a key that needs no escapes.
    package mutating func key(_ key: StaticString) {
        startItem()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        endKey()
    }

    package mutating func key(_ key: String) {
        startItem()
        appendQuoted(key)
        endKey()
    }

    package mutating func null() { raw("null") }
    package mutating func bool(_ value: Bool) { value ? raw("true") : raw("false") }

    package mutating func int(_ value: Int) {
        startItem()
        appendDigits(of: value)
        needsComma = true
    }

    /// Writes the shortest literal that reads back as the same double; `null` for an infinity or no number.
    package mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        startItem()
        bytes.append(contentsOf: value.description.utf8)
        needsComma = true
    }

    package mutating func string(_ value: String) {
        startItem()
        appendQuoted(value)
        needsComma = true
    }

    /// Writes a value that is JSON text already.
    package mutating func raw(_ json: StaticString) {
        startItem()
        bytes.append(contentsOf: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
        needsComma = true
    }

    /// Writes a value that is JSON text already.
    package mutating func raw(_ json: some Collection<UInt8>) {
        startItem()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    private mutating func begin(_ bracket: UInt8) {
        startItem()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        depth -= 1
        // Nothing was written since the bracket opened: an empty container stays on its line.
        if needsComma { newLine() }
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func startItem() {
        if afterKey {
            afterKey = false
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { newLine() }
    }

    private mutating func endKey() {
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(UInt8(ascii: " ")) }
        afterKey = true
    }

    private mutating func newLine() {
        guard let indent else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
    }
}
