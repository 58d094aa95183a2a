import JSON

/// Finds the JSON object in what a model wrote: alone, in a fence, among prose, after its thoughts, or in the field of
/// its thoughts.
enum JSONExtraction {
    /// Objects that were found and not closed are not searched further than this.
    private static let maxStarts = 200

    /// The objects that may be the answer, the likeliest first.
    static func candidates(text: String, reasoning: String = "") -> [JSONValue] {
        var found: [JSONValue] = []
        let spoken = withoutThoughts(text)
        for part in spoken == text ? [text, reasoning] : [spoken, text, reasoning] where !part.isEmpty {
            if let json = try? JSONValue(parsing: part), json.object != nil {
                found.append(json)
            } else {
                // The longest is the answer; what is shorter are examples on the way to it.
                found += objects(in: Array(part.utf8)).sorted { $0.length > $1.length }.map(\.json)
            }
        }
        return found
    }

    /// A text without `<think>…</think>`; one that is not closed goes on to the end.
    private static func withoutThoughts(_ text: String) -> String {
        var rest = text[...]
        var kept = ""
        while let start = rest.firstRange(of: "<think") {
            kept += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstRange(of: "</think") else { return kept }
            rest = rest[end.upperBound...].drop { $0 != ">" }.dropFirst()
        }
        return kept + rest
    }

    /// Every object that stands in a text and in no other object.
    private static func objects(in bytes: [UInt8]) -> [(length: Int, json: JSONValue)] {
        var found: [(Int, JSONValue)] = []
        var (start, starts) = (0, 0)
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")), starts < maxStarts {
            starts += 1
            if let end = end(of: bytes, from: open), let json = try? JSONValue(parsing: Array(bytes[open..<end])) {
                found.append((end - open, json))
                start = end
            } else {
                start = open + 1
            }
        }
        return found
    }

    /// Where the braces that open at a place are closed again, those in strings aside.
    private static func end(of bytes: [UInt8], from open: Int) -> Int? {
        var (depth, isString, isEscaped) = (0, false, false)
        for index in open..<bytes.count {
            let byte = bytes[index]
            if isString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isString = true
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
        }
        return nil
    }
}
