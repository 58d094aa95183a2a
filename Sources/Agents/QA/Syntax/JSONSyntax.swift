import JSON

/// JSON, and JSON with comments and trailing commas as many tools' settings have it.
enum JSONSyntax {
    /// Names of files whose programs take no comment and no trailing comma.
    private static let strict: Set = [
        "package.json", "package-lock.json", "npm-shrinkwrap.json", "composer.json", "composer.lock", "bower.json",
        "openapi.json", "swagger.json",
    ]

    static func check(_ bytes: [UInt8], path: String) throws(SyntaxStop) {
        let first: JSONError
        do {
            _ = try JSONDocument(parsing: bytes)
            return
        } catch {
            first = error
        }
        let isStrict = path.split(separator: "/").last.map { strict.contains($0.lowercased()) } ?? false
        if !isStrict, (try? JSONDocument(parsing: plain(bytes))) != nil { return }
        throw .problem(SyntaxProblem(line: max(1, first.line), message: "no JSON: \(first.kind.rawValue)"))
    }

    /// Without byte order mark, comments, and commas before a closing bracket; line breaks stay.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func at(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                let start = index
                index += 1
                while index < bytes.count, bytes[index] != byte, bytes[index] != 10 {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index = min(index + 1, bytes.count)
                result += bytes[start..<index]
            } else if byte == UInt8(ascii: "/"), at(index + 1) == byte {
                while index < bytes.count, bytes[index] != 10 { index += 1 }
            } else if byte == UInt8(ascii: "/"), at(index + 1) == UInt8(ascii: "*") {
                index += 2
                while index < bytes.count, !(bytes[index] == UInt8(ascii: "*") && at(index + 1) == UInt8(ascii: "/")) {
                    index += 1
                }
                index += 2
            } else {
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { dropComma(&result) }
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    private static func dropComma(_ bytes: inout [UInt8]) {
        guard let last = bytes.lastIndex(where: { ![9, 10, 13, 32].contains($0) }), bytes[last] == UInt8(ascii: ",")
        else {
            return
        }
        bytes[last] = 32
    }
}
