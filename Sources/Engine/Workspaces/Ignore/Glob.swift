/// A compiled wildcard pattern with the meaning that git gives it in ignore files.
///
/// `*` and `?` stop at slashes, `**` between slashes spans folders, `[...]` is a set of bytes.
/// A malformed pattern matches nothing, as in git.
///
/// Spec: https://git-scm.com/docs/gitignore#_pattern_format
struct Glob: Sendable, Hashable {
    private let tokens: [Token]

    /// - Parameters:
    ///   - pattern: The pattern's bytes, without NUL.
    ///   - spansFolders: Whether `**` between slashes is special; it is not where only a file's name is matched.
    init(_ pattern: ArraySlice<UInt8>, spansFolders: Bool) {
        var compiler = GlobCompiler(pattern: Array(pattern), spansFolders: spansFolders)
        tokens = compiler.compile()
    }

    var isMalformed: Bool { tokens.contains(.nothing) }

    /// Whether the pattern matches all of `text`.
    ///
    /// Only the latest `*` and the latest `**` are ever tried again: whatever an earlier one could take as well,
    /// a later one can take instead.
    /// - Complexity: O(text × pattern), and O(text² × pattern) with `**`; no recursion.
    func matches(_ text: Span<UInt8>) -> Bool {
        var token = 0
        var position = 0
        var star: Retry?
        var deep: Retry?
        while true {
            if token < tokens.count {
                switch tokens[token] {
                case .star:
                    token += 1
                    star = Retry(token: token, position: position, afterSlash: false)
                    continue
                case .anyPath, .anyFolders:
                    let afterSlash = tokens[token] == .anyFolders
                    token += 1
                    star = nil
                    deep = Retry(token: token, position: position, afterSlash: afterSlash)
                    continue
                default:
                    if position < text.count, tokens[token].matches(text[position]) {
                        token += 1
                        position += 1
                        continue
                    }
                }
            } else if position == text.count {
                return true
            }
            if star?.advance(in: text, stoppingAtSlash: true) == true, let star {
                (token, position) = (star.token, star.position)
            } else if deep?.advance(in: text, stoppingAtSlash: false) == true, let deep {
                star = nil
                (token, position) = (deep.token, deep.position)
            } else {
                return false
            }
        }
    }
}

extension Glob {
    /// One step of a pattern.
    enum Token: Sendable, Hashable {
        /// Exactly this byte.
        case byte(UInt8)
        /// `?`: any byte but a slash.
        case anyByte
        /// `[...]`: a byte of the set; the set never holds a slash.
        case set(ByteSet)
        /// `*`: any bytes but slashes.
        case star
        /// `**` at the end: anything.
        case anyPath
        /// `**/`: any number of whole folders, none included.
        case anyFolders
        /// A malformed remainder.
        case nothing

        func matches(_ byte: UInt8) -> Bool {
            switch self {
            case .byte(let expected): byte == expected
            case .anyByte: byte != UInt8(ascii: "/")
            case .set(let set): set.contains(byte)
            case .star, .anyPath, .anyFolders, .nothing: false
            }
        }
    }

    /// Where matching goes on when what followed a star did not match.
    private struct Retry {
        let token: Int
        var position: Int
        let afterSlash: Bool

        /// Lets the star take more; false when it cannot.
        mutating func advance(in text: Span<UInt8>, stoppingAtSlash: Bool) -> Bool {
            let slash = UInt8(ascii: "/")
            if afterSlash {
                while position < text.count, text[position] != slash { position += 1 }
            }
            guard position < text.count, !(stoppingAtSlash && text[position] == slash) else { return false }
            position += 1
            return true
        }
    }
}

/// A set of bytes.
struct ByteSet: Sendable, Hashable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    mutating func insert(_ byte: UInt8) {
        let bit = UInt64(1) << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: words.0 |= bit
        case 1: words.1 |= bit
        case 2: words.2 |= bit
        default: words.3 |= bit
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        let word =
            switch byte >> 6 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return word >> UInt64(byte & 63) & 1 == 1
    }

    static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
