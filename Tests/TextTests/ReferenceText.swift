import Text

/// The slow obvious text: one array of scalars, everything computed anew from it.
struct ReferenceText {
    var scalars: [Unicode.Scalar]

    init(_ string: String) { scalars = Array(string.unicodeScalars) }

    var utf8: [UInt8] {
        var string = String.UnicodeScalarView()
        string.append(contentsOf: scalars)
        return Array(String(string).utf8)
    }

    /// The scalar ranges of the lines, without their terminators.
    var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var (start, index) = (0, 0)
        while index < scalars.count {
            if scalars[index] == "\n" {
                lines.append(start..<index)
                start = index + 1
            } else if scalars[index] == "\r" {
                lines.append(start..<index)
                if index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
                start = index + 1
            }
            index += 1
        }
        return lines + [start..<scalars.count]
    }

    static func units(_ scalar: Unicode.Scalar, _ encoding: PositionEncoding) -> Int {
        switch encoding {
        case .utf8: String(scalar).utf8.count
        case .utf16: String(scalar).utf16.count
        case .utf32: 1
        }
    }

    func index(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
        let lines = lines
        guard position.line < lines.count else { return scalars.count }
        var left = position.character
        for index in lines[position.line] {
            left -= ReferenceText.units(scalars[index], encoding)
            if left < 0 { return index }
        }
        return lines[position.line].upperBound
    }

    mutating func replace(_ one: TextPosition, _ other: TextPosition, with new: String, _ encoding: PositionEncoding) {
        let (first, second) = (index(of: one, encoding), index(of: other, encoding))
        scalars.replaceSubrange(min(first, second)..<max(first, second), with: new.unicodeScalars)
    }

    func lineBytes(_ line: Int) -> [UInt8] {
        var string = String.UnicodeScalarView()
        string.append(contentsOf: scalars[lines[line]])
        return Array(String(string).utf8)
    }
}
