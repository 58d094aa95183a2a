/// Numbers that are the same in every run of a test.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Small texts that look like code: few different lines, so that diffs have to choose.
struct RandomTexts {
    var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    private static let lines = [
        "", "}", "{", "    return x", "import a", "let å = \"😀\"", "    call(one, two)", "// note", "x", "func f() {",
    ]

    mutating func text(maxLines: Int = 12) -> String {
        let newline = ["\n", "\n", "\n", "\r\n", "\r"].randomElement(using: &numbers) ?? "\n"
        let count = Int.random(in: 0...maxLines, using: &numbers)
        let body = (0..<count).map { _ in Self.lines.randomElement(using: &numbers) ?? "" }
            .joined(separator: newline)
        return Bool.random(using: &numbers) ? body : body + newline
    }

    /// The text after a few lines were replaced, removed, added or changed inside.
    mutating func edited(_ text: String) -> String {
        var characters = Array(text)
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            let from = Int.random(in: 0...characters.count, using: &numbers)
            let to = min(characters.count, from + Int.random(in: 0...8, using: &numbers))
            let piece = Self.lines.randomElement(using: &numbers) ?? ""
            characters.replaceSubrange(from..<to, with: Array(Bool.random(using: &numbers) ? piece : piece + "\n"))
        }
        return String(characters)
    }
}
