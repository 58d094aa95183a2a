extension JSONValue {
    /// The value as one line of JSON, members in their own order.
    package var serialized: String { serialized() }

    /// The value as JSON text, for people on several lines with two spaces a level.
    package func serialized(sortedKeys: Bool = false, pretty: Bool = false) -> String {
        var writer = JSONWriter(indent: pretty ? 2 : nil)
        write(to: &writer, sortedKeys: sortedKeys)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    package func write(to writer: inout JSONWriter) { write(to: &writer, sortedKeys: false) }

    private func write(to writer: inout JSONWriter, sortedKeys: Bool) {
        switch self {
        case .null: writer.null()
        case .bool(let bool): writer.bool(bool)
        case .integer(let integer): writer.int(integer)
        case .double(let double): writer.double(double)
        case .bigNumber(let literal): writer.raw(literal.utf8)
        case .string(let string): writer.string(string)
        case .array(let array):
            writer.beginArray()
            for element in array { element.write(to: &writer, sortedKeys: sortedKeys) }
            writer.endArray()
        case .object(let object):
            writer.beginObject()
            for member in sortedKeys ? object.sortedByKey : object.members {
                writer.key(member.key)
                member.value.write(to: &writer, sortedKeys: sortedKeys)
            }
            writer.endObject()
        }
    }
}

extension JSONObject {
    /// The members, ordered by their keys' bytes.
    fileprivate var sortedByKey: [Member] {
        members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}
