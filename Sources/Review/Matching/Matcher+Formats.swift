/// Formats whose places and values do not fit.
extension Matcher {
    /// Whether the format of a match, which ends with its values in brackets, has more or fewer places than values.
    mutating func isMiscounted(_ match: Range<Int>) -> Bool {
        guard let format = format(of: match), let close = lines.token(match.upperBound - 1), says(close, ")"),
            let open = groupStart(closedAt: match.upperBound - 1), open > format.at || format.isFirst,
            let values = values(from: format.isFirst ? format.at + 2 : open + 1, to: match.upperBound - 1)
        else { return false }
        // A text alone is printed as it is.
        if format.isFirst, values.count == 0 { return false }
        let bytes = Array(lines.text(format.range))
        switch format.kind {
        case .braces:
            guard let places = FormatPlaces.braces(bytes) else { return false }
            if !places.names.isSubset(of: values.names) { return true }
            // What is given too much does no harm where the format is for several uses.
            return places.count > values.count || (places.names.isEmpty && values.count > places.count)
        case .percent:
            guard let places = FormatPlaces.percent(bytes, language) else { return false }
            return places != values.count
        }
    }

    private enum FormatKind { case braces, percent }

    /// The string that is the format: before `%` and `.format`, or the first string among the arguments.
    private mutating func format(of match: Range<Int>) -> (at: Int, range: Range<Int>, kind: FormatKind, isFirst: Bool)?
    {
        guard let first = lines.token(match.lowerBound) else { return nil }
        if first.kind == .string, !first.flags.contains(.prefixed), let sign = lines.token(match.lowerBound + 1) {
            if language == .python, says(sign, "%") { return (match.lowerBound, first.contentRange, .percent, false) }
            if language == .python, says(sign, ".") { return (match.lowerBound, first.contentRange, .braces, false) }
            return nil
        }
        guard let open = groupStart(closedAt: match.upperBound - 1) else { return nil }
        guard let string = lines.token(open + 1), string.kind == .string, let comma = lines.token(open + 2),
            says(comma, ",") || says(comma, ")")
        else { return nil }
        return (open + 1, string.contentRange, language == .csharp ? .braces : .percent, true)
    }

    private struct Values {
        var count = 0
        var names: Set<[UInt8]> = []
    }

    /// How many values stand between two tokens; nil where a list or a table may bring more.
    private mutating func values(from start: Int, to end: Int) -> Values? {
        var values = Values()
        var number = start
        if let first = lines.token(number), says(first, ",") { number += 1 }
        var isEmpty = true
        var (name, startOfValue): ([UInt8]?, Int) = (nil, number)
        func close() {
            if isEmpty { return }
            if let name { values.names.insert(name) } else { values.count += 1 }
        }
        while number < end, let token = lines.token(number) {
            if says(token, "*") || says(token, "**"), number == startOfValue { return nil }
            if says(token, "...") { return nil }
            if says(token, ",") {
                close()
                (isEmpty, name, startOfValue) = (true, nil, number + 1)
            } else {
                isEmpty = false
                if says(token, "for"), language == .python { return nil }
                if number == startOfValue + 1, says(token, "="), let word = lines.token(startOfValue),
                    word.kind == .word
                {
                    name = Array(lines.text(of: word))
                }
            }
            guard let after = next(after: number) else { return nil }
            number = after
        }
        close()
        // A call alone may give several values.
        if language == .go, values.count == 1, let last = lines.token(end - 1), says(last, ")") { return nil }
        return values
    }
}

/// The places of a format.
enum FormatPlaces {
    /// Those of Python's `str.format`: how many that go by their order, or the highest number, and the names; nil where
    /// that cannot be told.
    static func braces(_ format: [UInt8]) -> (count: Int, names: Set<[UInt8]>)? {
        var (count, names): (Int, Set<[UInt8]>) = (0, [])
        var index = 0
        while index < format.count {
            let byte = format[index]
            if byte == UInt8(ascii: "\\"), index + 1 < format.count, format[index + 1] == UInt8(ascii: "N") {
                return nil
            }
            guard byte == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            if index + 1 < format.count, format[index + 1] == byte {
                index += 2
                continue
            }
            guard let end = format[index...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
            let field = format[index + 1..<end]
            if field.contains(UInt8(ascii: "{")) { return nil }
            let name = Array(field.prefix { $0.isWord })
            if name.isEmpty {
                count += 1
            } else if name.allSatisfy(\.isDigit) {
                guard let number = Int(String(decoding: name, as: UTF8.self)), number < 1000 else { return nil }
                count = max(count, number + 1)
            } else {
                names.insert(name)
            }
            index = end + 1
        }
        return (count, names)
    }

    /// How many values a format of `printf`'s kind takes; nil where that cannot be told.
    static func percent(_ format: [UInt8], _ language: Language) -> Int? {
        var count = 0
        var index = 0
        while index < format.count {
            guard format[index] == UInt8(ascii: "%") else {
                index += 1
                continue
            }
            index += 1
            guard index < format.count else { return nil }
            if format[index] == UInt8(ascii: "%") {
                index += 1
                continue
            }
            while index < format.count, "#0- +.123456789lhqjzt".utf8.contains(format[index]) { index += 1 }
            guard index < format.count, format[index].isLetter, format[index] != UInt8(ascii: "m") else { return nil }
            // A line's end of Java.
            if language == .java, format[index] == UInt8(ascii: "n") {
                index += 1
                continue
            }
            count += 1
            index += 1
        }
        return count
    }
}
