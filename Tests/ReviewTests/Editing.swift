import Review
import Text

/// The text after a fix.
func apply(_ fix: Fix, to text: [UInt8], _ language: Language) -> [UInt8] {
    var buffer = TextBuffer(text)
    for edit in fix.edits.sorted(by: {
        ($0.range.startLine, $0.range.startByte) > ($1.range.startLine, $1.range.startByte)
    }) {
        _ = buffer.replace(
            from: TextPosition(line: edit.range.startLine, character: edit.range.startByte),
            to: TextPosition(line: edit.range.endLine, character: edit.range.endByte), with: edit.newText.utf8,
            encoding: .utf8)
    }
    return buffer.copyBytes()
}

/// Sebastiano Vigna's SplitMix64: a small generator with a seed, so that a failure can be run again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
