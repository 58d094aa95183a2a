/// Makes patterns out of their text, with the lexer of the language they are for.
struct PatternCompiler {
    let language: Language
    /// Numbers of the metavariables seen so far: the patterns of one rule share them.
    private(set) var variables: [String: Int] = [:]
    /// The words that a metavariable is limited to by a `metavariable-regex` that only lists some.
    var alternatives: [String: [String]] = [:]
    /// The metavariables that stand for the content of a string.
    private(set) var stringVariables: Set<Int> = []
    /// Whether the pattern is a team's: names of a chain count when the file writes them by what it imported, too, and
    /// `"$X"` is a string of any content.
    var isOwn = false

    private var lexer: LineLexer
    private var states = LexerStates()

    init(_ language: Language) {
        self.language = language
        // What patterns look for in HTML is the code in it.
        lexer = LineLexer(language == .html || language == .astro ? .javascript : language)
    }

    /// The number of a metavariable, named with its `$`.
    mutating func variable(_ name: String) -> Int {
        if let known = variables[name] { return known }
        variables[name] = variables.count
        return variables.count - 1
    }

    /// Compiles a pattern; one that is only tried at given places, and never looked up, needs no anchor.
    ///
    /// - Throws: `PatternError` if an anchor is needed and nothing can be one: no word, string or operator.
    mutating func compile(_ text: String, needsAnchor: Bool = true) throws(PatternError) -> Pattern {
        var elements = mergeArguments(try elements(of: text))
        if isOwn, language == .terraform { elements = PatternCompiler.openingBlocks(elements) }
        var depth = 0
        for index in elements.indices {
            let isBracket = elements[index].kind == .token
            if isBracket, elements[index].tokenKind == .close { depth -= 1 }
            elements[index].depth = depth
            if isBracket, elements[index].tokenKind == .open { depth += 1 }
        }
        if isOwn, depth != 0 { throw PatternError(pattern: text, reason: "a bracket has no partner") }
        if let last = elements.last, last.kind == .token, last.text == Array(";".utf8) { elements.removeLast() }
        let chains = isOwn ? PatternCompiler.chains(of: elements, mayEndOpen: !needsAnchor) : []
        let anchor = PatternCompiler.anchor(of: elements, chains)
        if needsAnchor, anchor == nil {
            throw PatternError(pattern: text, reason: "it has no word, string or operator before its first gap")
        }
        var pattern = PatternCompiler.pattern(elements, anchor: anchor ?? -1)
        pattern.chains = chains
        pattern.anchorsTwins = anchor.map { PatternCompiler.isBetweenTwins(elements, at: $0) } ?? false
        pattern.anchorsPair = anchor.map { PatternCompiler.isPair(elements, at: $0) } ?? false
        if let anchor {
            pattern.companions = PatternCompiler.companions(of: elements, anchor: anchor)
            // The name of a chain may stand alone.
            if !chains.contains(where: { $0.name(at: anchor) != nil }) {
                pattern.hashBefore = PatternCompiler.onlyHash(of: elements, at: anchor - 1)
            }
            pattern.hashAfter = PatternCompiler.onlyHash(of: elements, at: anchor + 1)
        }
        return pattern
    }

    /// The operators to look for first where the anchor is a word as common as `if`: those up to its block.
    private static func companions(of elements: [Draft], anchor: Int) -> [UInt32] {
        guard isFrequent(elements[anchor]) || isShared(elements[anchor]) else { return [] }
        var hashes: [UInt32] = []
        var open: [[UInt8]] = []
        for element in elements[anchor...] {
            switch element.kind {
            case .ellipsis where open.last != Array("(".utf8): return hashes
            case .token where element.tokenKind == .open: open.append(element.text)
            case .token where element.tokenKind == .close: _ = open.popLast()
            case .token where element.tokenKind == .operator: hashes.append(element.hash)
            default: break
            }
        }
        return hashes
    }

    private static func isFrequent(_ element: Draft) -> Bool {
        element.kind == .token && frequentWords.contains(String(decoding: element.text, as: UTF8.self))
    }

    /// The hash of the tokens that an element matches, if they have but one: a comma may stand before what closes.
    private static func onlyHash(of elements: [Draft], at index: Int) -> UInt32 {
        guard elements.indices.contains(index) else { return 0 }
        switch elements[index].kind {
        case .string: return elements[index].hash
        case .token: return elements[index].tokenKind == .close ? 0 : elements[index].hash
        default: return 0
        }
    }

    /// Whether an element is an operator or a word that stands on many lines, few of which hold the operators behind it.
    private static func isShared(_ element: Draft) -> Bool {
        guard element.kind == .token else { return false }
        switch String(decoding: element.text, as: UTF8.self) {
        case "==", "!=", "===", "!==", "len", "size", "length", "Count", "Length": return true
        default: return false
        }
    }

    private static let frequentWords: Set<String> = [
        "if", "for", "while", "return", "const", "let", "var", "new", "in",
    ]

    private static let commonWords: Set<String> = [
        "def", "import", "from", "function", "func", "fun", "class", "case", "void", "public", "static", "final",
        "async",
        "await", "not", "is",
    ]

    /// An element while its pattern is compiled.
    private struct Draft {
        var kind: Pattern.Element.Kind
        var text: [UInt8] = []
        var hash: UInt32 = 0
        var tokenKind = Token.Kind.word
        var isName = false
        var variable = -1
        var alternatives: [UInt32] = []
        var depth = 0
    }

    private static func pattern(_ drafts: [Draft], anchor: Int) -> Pattern {
        var pattern = Pattern(elements: [], anchor: anchor, texts: [], words: [])
        for draft in drafts {
            let (text, word) = (Int32(pattern.texts.count), Int32(pattern.words.count))
            pattern.texts += draft.text
            pattern.words += draft.alternatives
            pattern.elements.append(
                Pattern.Element(
                    kind: draft.kind, tokenKind: draft.tokenKind, isName: draft.isName, hash: draft.hash,
                    variable: Int32(draft.variable), depth: Int32(draft.depth),
                    text: Pattern.Slot(start: text, end: Int32(pattern.texts.count)),
                    alternatives: Pattern.Slot(start: word, end: Int32(pattern.words.count))))
        }
        return pattern
    }

    /// What code starts in: in PHP it stands in a tag.
    private mutating func startOfCode() -> LexerState {
        guard language == .php else { return .initial }
        return Array("<?php".utf8).withUnsafeBufferPointer { lexer.lex($0, from: .initial, &states) }
    }

    private mutating func elements(of text: String) throws(PatternError) -> [Draft] {
        var elements: [Draft] = []
        let start = startOfCode()
        var state = start
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let bytes = Array(line)
            let tokens = bytes.withUnsafeBufferPointer {
                state = lexer.lex($0, from: state, &states)
                return lexer.tokens
            }
            var index = 0
            while index < tokens.count {
                let token = tokens[index]
                index += 1
                if token.kind == .comment { continue }
                var word = Array(bytes[token.range])
                // Where `$` is no part of a word, the sign and the name come apart.
                if word == [UInt8(ascii: "$")], index < tokens.count, tokens[index].kind == .word,
                    tokens[index].start == token.end
                {
                    word += bytes[tokens[index].range]
                    index += 1
                }
                elements.append(element(token, word, bytes))
            }
        }
        guard state.stack == start.stack else {
            throw PatternError(pattern: text, reason: "a string or bracket is open")
        }
        return elements
    }

    private mutating func element(_ token: Token, _ text: [UInt8], _ line: [UInt8]) -> Draft {
        let ellipsis = Array("...".utf8)
        if text == ellipsis { return Draft(kind: .ellipsis) }
        if token.kind == .string {
            let content = Array(line[token.contentRange])
            if content == ellipsis { return Draft(kind: .anyString) }
            if isOwn, PatternCompiler.isMetavariable(content) {
                let number = variable(String(decoding: content, as: UTF8.self))
                stringVariables.insert(number)
                return Draft(kind: .stringVariable, tokenKind: .string, variable: number)
            }
            return Draft(kind: .string, text: content, hash: token.hash, tokenKind: .string)
        }
        if PatternCompiler.isMetavariable(text) {
            let name = String(decoding: text, as: UTF8.self)
            return Draft(
                kind: .metavariable, isName: alternatives[name] != nil, variable: variable(name),
                alternatives: (alternatives[name] ?? []).map { TokenHash.of($0) })
        }
        return Draft(kind: .token, text: text, hash: token.hash, tokenKind: token.kind)
    }

    /// `$` and upper-case letters, digits and underscores.
    static func isMetavariable(_ text: [UInt8]) -> Bool {
        text.count > 1 && text[0] == UInt8(ascii: "$") && (text[1].isUpper || text[1] == UInt8(ascii: "_"))
            && text.dropFirst().allSatisfy { $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "_") }
    }

    /// Joins `...` with the comma beside it, which is absent where `...` stands for nothing.
    private func mergeArguments(_ elements: [Draft]) -> [Draft] {
        let comma = Array(",".utf8)
        var merged: [Draft] = []
        for element in elements {
            let isComma = element.kind == .token && element.text == comma
            if isComma, merged.last?.kind == .trailingArguments {
                // `a, ..., b`: a comma, and then arguments that each bring theirs.
                merged[merged.count - 1] = element
                merged.append(Draft(kind: .leadingArguments))
            } else if isComma, merged.last?.kind == .ellipsis {
                merged[merged.count - 1].kind = .leadingArguments
            } else if element.kind == .ellipsis, merged.last?.kind == .token, merged.last?.text == comma {
                merged[merged.count - 1] = Draft(kind: .trailingArguments)
            } else {
                var element = element
                if element.kind == .metavariable, merged.last?.kind == .token,
                    let text = merged.last?.text, text == Array(".".utf8)
                {
                    element.isName = true
                }
                merged.append(element)
            }
        }
        return merged
    }

    /// The element that says most, among those from which all before can be followed back to the start.
    ///
    /// What fills a group is followed back as a whole, which is worth its cost where only a word as common as `if`
    /// comes before it.
    private static func anchor(of elements: [Draft], _ chains: [Pattern.Chain]) -> Int? {
        var best: (score: Int, index: Int)?
        var mayPassGroups: Bool { best.map { isFrequent(elements[$0.index]) } ?? false }
        var bindsFreely = false
        for (index, element) in elements.enumerated() {
            switch element.kind {
            case .ellipsis, .leadingArguments, .trailingArguments:
                guard !bindsFreely, mayPassGroups, fillsGroup(elements, at: index) else { return best?.index }
            case .metavariable where !element.isName:
                let isWhole = fillsGroup(elements, at: index)
                // Behind a bracket only exact tokens can be followed back to the start.
                if element.depth > 0, !isWhole || !mayPassGroups { return best?.index }
                bindsFreely = bindsFreely || !isWhole
            default:
                // Of a chain's names only the last must stand there.
                if let chain = chains.first(where: { $0.name(at: index) != nil }),
                    index < chain.start + 2 * (chain.names.count - 1)
                {
                    continue
                }
                let score = score(of: elements, at: index)
                if score > best?.score ?? 0 { best = (score, index) }
            }
        }
        return best?.index
    }

    /// A block of Terraform that names some of its attributes may have others after them, too: their order says nothing.
    private static func openingBlocks(_ elements: [Draft]) -> [Draft] {
        var opened: [Draft] = []
        var blocks: [Bool] = []
        for element in elements {
            let bracket = element.kind == .token ? element.text : []
            if element.tokenKind == .close, !bracket.isEmpty {
                let hasGap = blocks.popLast() ?? false
                if bracket == Array("}".utf8), hasGap, opened.last?.kind != .ellipsis {
                    opened.append(Draft(kind: .ellipsis))
                }
            }
            if element.kind == .ellipsis, let last = blocks.indices.last { blocks[last] = true }
            if element.tokenKind == .open, !bracket.isEmpty { blocks.append(false) }
            opened.append(element)
        }
        return opened
    }

    /// The chains of two names or more that start an expression.
    private static func chains(of elements: [Draft], mayEndOpen: Bool) -> [Pattern.Chain] {
        let dot = Array(".".utf8)
        func isDot(_ index: Int) -> Bool {
            elements.indices.contains(index) && elements[index].kind == .token && elements[index].text == dot
        }
        func isName(_ index: Int) -> Bool {
            elements.indices.contains(index) && elements[index].kind == .token && elements[index].tokenKind == .word
        }
        var chains: [Pattern.Chain] = []
        var index = 0
        while index < elements.count {
            defer { index += 1 }
            guard isName(index), isDot(index + 1), !isDot(index - 1) else { continue }
            var names = [elements[index].hash]
            var at = index
            while isDot(at + 1), isName(at + 2) {
                names.append(elements[at + 2].hash)
                at += 2
            }
            // `import a.b` and `from a.b import c` are what they say.
            let isImport =
                index > 0 && ["import", "from"].contains(String(decoding: elements[index - 1].text, as: UTF8.self))
            var chain = Pattern.Chain(start: index, names: names)
            if mayEndOpen, isDot(at + 1), elements.indices.contains(at + 2), elements[at + 2].kind == .metavariable {
                chain.names.append(0)
                chain.endsOpen = true
            }
            if chain.names.count > 1, !isImport { chains.append(chain) }
            index = at
        }
        return chains
    }

    /// How much an element says; 0 for one that cannot be an anchor.
    private static func score(of elements: [Draft], at index: Int) -> Int {
        let element = elements[index]
        switch element.kind {
        case .string: return 30
        case .metavariable: return element.alternatives.isEmpty ? 0 : 18
        case .token: break
        default: return 0
        }
        switch element.tokenKind {
        case .word:
            if isCommonValue(element.text) { return 4 }
            if isBetweenTwins(elements, at: index) { return 5 }
            // It says less than the words that a metavariable may stand for.
            return isCommonWord(element.text) ? 8 + min(element.text.count, 9) : 20 + min(element.text.count, 20)
        case .operator:
            if isBetweenTwins(elements, at: index) { return 5 }
            guard isCommonOperator(element.text) else { return 5 + element.text.count }
            return isPair(elements, at: index) ? 4 : 0
        case .open, .close: return 0
        default: return 3
        }
    }

    /// Whether an element is all there is between two brackets.
    private static func fillsGroup(_ elements: [Draft], at index: Int) -> Bool {
        guard index > 0, index + 1 < elements.count else { return false }
        let (before, after) = (elements[index - 1], elements[index + 1])
        return before.kind == .token && before.tokenKind == .open && after.kind == .token && after.tokenKind == .close
    }

    /// Whether the same metavariable stands on both sides of an operator.
    private static func isBetweenTwins(_ elements: [Draft], at index: Int) -> Bool {
        guard index > 0, index + 1 < elements.count, elements[index].tokenKind == .operator || joins(elements[index])
        else {
            return false
        }
        let (left, right) = (elements[index - 1], elements[index + 1])
        return left.kind == .metavariable && right.kind == .metavariable && left.variable == right.variable
    }

    /// Whether an operator and the token after it say enough together.
    /// `and`, `or`
    private static func joins(_ element: Draft) -> Bool {
        element.kind == .token && (element.text == Array("and".utf8) || element.text == Array("or".utf8))
    }

    private static func isPair(_ elements: [Draft], at index: Int) -> Bool {
        guard index + 1 < elements.count else { return false }
        let next = elements[index + 1]
        return elements[index].kind == .token && elements[index].tokenKind == .operator && next.kind == .token
            && isCommonOperator(elements[index].text)
    }

    /// Words that stand for values on every other line; an operator beside them says more.
    private static func isCommonValue(_ text: [UInt8]) -> Bool {
        switch String(decoding: text, as: UTF8.self) {
        case "None", "True", "False", "null", "nil", "undefined", "true", "false", "self", "this": true
        default: false
        }
    }

    /// Words that stand on every other line of plain code.
    private static func isCommonWord(_ text: [UInt8]) -> Bool {
        let word = String(decoding: text, as: UTF8.self)
        return frequentWords.contains(word) || commonWords.contains(word)
    }

    private static func isCommonOperator(_ text: [UInt8]) -> Bool {
        text.count == 1 && ".,;:=-<>".utf8.contains(text[0])
    }
}
