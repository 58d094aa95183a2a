/// One level of what a lexer is inside of.
struct LexerFrame: Hashable, BitwiseCopyable, Sendable {
    enum Mode: UInt8, BitwiseCopyable, Sendable {
        /// Code in a text: up to the bracket that closes it. `depth` counts the brackets open inside.
        case interpolation
        /// `/* */`; `depth` counts the nested ones.
        case blockComment
        /// A text up to `delimiter` (a quote's byte), `depth` of them in a row (1 or 3).
        case text
        /// A text whose end is a line that holds nothing but the heredoc's word, whose hash is `delimiter`.
        case heredoc
        /// A heredoc whose text starts with the next line.
        case pendingHeredoc
        /// Between `<name` and `>`, and between an element's tags.
        case jsxTag, jsxText
        case htmlTag, htmlComment, htmlScript, htmlStyle
        /// Between `<?php` and `?>`.
        case php
        /// Between the two lines `---` of an Astro component.
        case frontMatter
        /// The value after `key: |`: lines indented more than `depth`.
        case yamlBlock
        /// The part after `:` in a Python replacement field.
        case formatSpec
    }

    struct Flags: OptionSet, Hashable, BitwiseCopyable, Sendable {
        let rawValue: UInt8
        /// Backslashes mean nothing.
        static let raw = Flags(rawValue: 1)
        /// `${`, `\(`, `{` or `$` start code.
        static let holdsCode = Flags(rawValue: 2)
        /// The text goes on over the end of a line.
        static let multiline = Flags(rawValue: 4)
        /// The last line ended in a backslash, so a one-line text goes on.
        static let continued = Flags(rawValue: 8)
        /// A tag that starts with `</`.
        static let closing = Flags(rawValue: 16)
        /// A heredoc whose end may be indented with tabs.
        static let indented = Flags(rawValue: 32)
        /// A `<script>` or `<style>` tag: what it opens is not HTML.
        static let script = Flags(rawValue: 64)
        static let style = Flags(rawValue: 128)
    }

    var mode: Mode
    var flags: Flags = []
    /// Never above 250.
    var depth: UInt8 = 0
    /// The number of `#` around a Swift string.
    var pounds: UInt8 = 0
    var delimiter: UInt32 = 0
}

/// What a line starts in: a number that stands for a stack of frames, and whether an operand came last.
struct LexerState: Hashable, BitwiseCopyable, Sendable {
    var rawValue: UInt32

    static let initial = LexerState(rawValue: 0)
    /// No line's state: that of a line not lexed yet.
    static let unknown = LexerState(rawValue: .max)

    var stack: Int { Int(rawValue >> 1) }
    /// Whether the last token can be followed by a binary operator, so that `/` divides.
    var afterOperand: Bool { rawValue & 1 == 1 }
}

/// The stacks of frames that the lines of a document start in, each kept once.
///
/// Found by a hash of ours: a dictionary of stacks would have the runtime look for conformances when the first
/// document is opened.
struct LexerStates: Sendable {
    private var stacks: [[LexerFrame]] = [[]]
    /// For each hash, the numbers of the stacks that have it.
    private var numbers: [UInt32: [UInt32]] = [:]

    func frames(of state: LexerState) -> [LexerFrame] { stacks[state.stack] }

    mutating func state(for frames: [LexerFrame], afterOperand: Bool) -> LexerState {
        let bit: UInt32 = afterOperand ? 1 : 0
        if frames.isEmpty { return LexerState(rawValue: bit) }
        let hash = LexerStates.hash(frames)
        if let number = numbers[hash]?.first(where: { stacks[Int($0)] == frames }) {
            return LexerState(rawValue: number << 1 | bit)
        }
        let number = UInt32(stacks.count)
        stacks.append(frames)
        numbers[hash, default: []].append(number)
        return LexerState(rawValue: number << 1 | bit)
    }

    private static func hash(_ frames: [LexerFrame]) -> UInt32 {
        frames.reduce(TokenHash.seed) { hash, frame in
            var hash = TokenHash.step(hash, frame.mode.rawValue)
            hash = TokenHash.step(hash, frame.flags.rawValue)
            hash = TokenHash.step(hash, frame.depth)
            hash = TokenHash.step(hash, frame.pounds)
            return TokenHash.pair(hash, frame.delimiter)
        }
    }
}
