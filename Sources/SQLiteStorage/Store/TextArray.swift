import JSON

/// A `text[]` of the specification, as the JSON array that SQLite keeps.
enum TextArray {
    static func encode(_ texts: [String]?) -> String? {
        texts.map { JSONValue.array($0.map(JSONValue.string)).serialized }
    }

    /// `nil` unless the text is a JSON array of strings.
    static func decode(_ text: String) -> [String]? {
        guard let array = try? JSONValue(parsing: text).array else { return nil }
        let texts = array.compactMap(\.string)
        return texts.count == array.count ? texts : nil
    }
}
