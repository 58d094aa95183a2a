import Engine
import Models

/// Finds the line of a file that a model quoted, however sloppily: ARCHITECTURE 7.
///
/// A whole line that is the quote goes first, then one that is it without white space, then the one line that holds it.
/// The number that came with the quote only decides between lines that are alike; by itself it places nothing.
struct QuotePlacing: Sendable {
    /// Shorter texts stand in too many lines by chance.
    private static let leastPart = 6

    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    /// - Parameters:
    ///   - quote: The line as a model gave it.
    ///   - number: Its number, from 1, as a model gave it.
    /// - Returns: The line, from 0, and how sure it is; nil where the evidence is too weak.
    func place(_ quote: String, number: Int?) -> (line: Int, certainty: Double)? {
        let quoted = quote.split(whereSeparator: \.isNewline).map { Self.plain(String($0).trimmingSpaces) }
            .filter { !$0.isEmpty }
        guard let first = quoted.first else { return nil }
        let whole = matches { Self.trimmed(lines[$0]) == first }
        if let line = pick(whole, quoted, number) { return (line, whole.count == 1 ? 1 : 0.8) }
        let bare = Self.bare(first)
        let spaceless = bare.isEmpty ? [] : matches { Self.bare(lines[$0]) == bare }
        if let line = pick(spaceless, quoted, number) { return (line, spaceless.count == 1 ? 0.9 : 0.7) }
        guard bare.count >= Self.leastPart else { return nil }
        let holding = matches { Self.bare(lines[$0]).contains(bare) }
        return holding.count == 1 ? (holding[0], 0.8) : nil
    }

    private func matches(_ isMatch: (Int) -> Bool) -> [Int] { lines.indices.filter(isMatch) }

    /// The one candidate, or of several the one whose next lines are quoted too, or the nearest to the number.
    private func pick(_ candidates: [Int], _ quoted: [String], _ number: Int?) -> Int? {
        if candidates.count <= 1 { return candidates.first }
        let followed = candidates.filter { start in
            quoted.indices.dropFirst().allSatisfy { step in
                lines.indices.contains(start + step) && Self.bare(lines[start + step]) == Self.bare(quoted[step])
            }
        }
        if quoted.count > 1, followed.count == 1 { return followed[0] }
        guard let number else { return nil }
        let near = (followed.isEmpty ? candidates : followed).min { abs($0 - number + 1) < abs($1 - number + 1) }
        return near
    }

    /// A quote without the number that the prompt put before its line, and without the backticks of Markdown around it.
    private static func plain(_ quote: String) -> String {
        var rest = quote[...]
        let digits = rest.prefix { $0.isNumber }
        let behind = rest[digits.endIndex...]
        if !digits.isEmpty, behind.first == "|" { rest = behind.dropFirst() }
        if rest.count > 2, rest.first == "`", rest.last == "`", !rest.dropFirst().dropLast().contains("`") {
            rest = rest.dropFirst().dropLast()
        }
        return String(rest).trimmingSpaces
    }

    private static func trimmed(_ line: Substring) -> String { String(line).trimmingSpaces }
    private static func bare(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }
}
