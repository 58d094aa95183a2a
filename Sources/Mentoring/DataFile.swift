/// The data that is embedded into the program: lines of fields between ` | `, and comments that start with `#`.
enum DataFile {
    /// The fields of each line.
    static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.hasPrefix("#") ? nil : fields(of: line)
        }
    }

    private static func fields(of line: Substring) -> [String] {
        var fields: [String] = []
        var rest = line.utf8
        while let bar = separator(in: rest) {
            fields.append(String(Substring(rest[..<bar])))
            rest = rest[rest.index(bar, offsetBy: 3)...]
        }
        return fields + [String(Substring(rest))]
    }

    private static func separator(in text: Substring.UTF8View) -> Substring.UTF8View.Index? {
        var index = text.startIndex
        while let end = text.index(index, offsetBy: 3, limitedBy: text.endIndex) {
            if text[index..<end].elementsEqual(" | ".utf8) { return index }
            index = text.index(after: index)
        }
        return nil
    }
}
