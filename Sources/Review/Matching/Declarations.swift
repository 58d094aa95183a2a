/// What the names that a file gives at its outermost level stand for.
struct Declarations: Sendable {
    struct Declaration: Sendable, Equatable {
        enum Kind: Sendable, Equatable {
            /// Another name of something imported, whose own name has this hash.
            case alias(UInt32, [UInt8])
            /// Imported from a module, as what these names lead to one after the other; the last is its own.
            case imported([UInt32])
            case value
            case function
        }

        var name: UInt32
        var kind: Kind

        fileprivate var changesAliases: Bool {
            switch kind {
            case .alias, .imported: true
            case .value, .function: false
            }
        }
    }

    private(set) var entries = LineEntries<Declaration>(lineCount: 0)
    /// The lines that declare each name, the first few of each; nil until they are asked for.
    private var places: [UInt32: [(line: Int, kind: Declaration.Kind)]]?
    /// A bit for some bits of each name that was ever declared, or used where it may be.
    private var declared = NameFilter()
    private var used = NameFilter()

    init(lineCount: Int = 0) {
        entries = LineEntries(lineCount: lineCount)
    }

    /// Whether a name may be declared; seldom true for one that is not.
    @inline(__always)
    func mayDeclare(_ name: UInt32) -> Bool { declared.mayHold(name) }
    @inline(__always)
    func mayUse(_ name: UInt32) -> Bool { used.mayHold(name) }

    mutating func noteUse(of name: UInt32) { used.insert(name) }

    /// What a change of the declarations means for the aliases.
    enum AliasChange { case none, added, other }

    /// Notes what a line declares.
    ///
    /// - Returns: the names that mean something else from now on, and what becomes of the aliases: `added` where those of
    ///   the line come after all others
    mutating func set(_ new: [Declaration], onLine line: Int) -> (names: [UInt32], aliases: AliasChange) {
        if new.isEmpty, entries.isEmpty { return ([], .none) }
        for declaration in new { declared.insert(declaration.name) }
        let old = entries.set(new, onLine: line)
        if old == new { return ([], .none) }
        let isLast = old.isEmpty && entries.endsWithLastSet
        if isLast, places != nil {
            for declaration in new { note(declaration, onLine: line) }
        } else {
            places = nil
        }
        let change: AliasChange =
            if !(old + new).contains(where: \.changesAliases) { .none } else { isLast ? .added : .other }
        return ((old + new).map(\.name), change)
    }

    /// Follows an edit.
    ///
    /// - Returns: the names that mean something else from now on, and whether an alias is among them
    mutating func replaceLines(_ range: Range<Int>, count: Int) -> (names: [UInt32], changesAliases: Bool) {
        let old = entries.replaceLines(range, count: count)
        if !old.isEmpty || range.count != count { places = nil }
        return (old.map(\.name), old.contains(where: \.changesAliases))
    }

    /// What words stand for instead of themselves.
    ///
    /// - Complexity: O(entries)
    func aliases() -> Aliases {
        var aliases = Aliases()
        entries.forEach { _, declaration in aliases.add(declaration) }
        return aliases
    }

    /// The lines that declare a name, by line; the first few.
    mutating func lines(of name: UInt32) -> [(line: Int, kind: Declaration.Kind)] {
        guard mayDeclare(name) else { return [] }
        if places == nil {
            places = [:]
            var all: [(Int, Declaration)] = []
            entries.forEach { all.append(($0, $1)) }
            for (line, declaration) in all { note(declaration, onLine: line) }
        }
        return places?[name] ?? []
    }

    private static let mostPlaces = 4

    private mutating func note(_ declaration: Declaration, onLine line: Int) {
        guard places?[declaration.name]?.count ?? 0 < Declarations.mostPlaces else { return }
        places?[declaration.name, default: []].append((line, declaration.kind))
    }
}

/// What words of a document stand for instead of themselves.
struct Aliases: Sendable, Equatable {
    private var meanings: [UInt32: UInt32] = [:]
    private var texts: [UInt32: [UInt8]] = [:]
    private var filter = NameFilter()
    /// Where names were imported from, by the name: each begins with the outermost module and ends with the name.
    private var paths: [UInt32: [UInt32]] = [:]

    /// Whether every word stands for itself.
    var isEmpty: Bool { meanings.isEmpty }

    /// Adds what a declaration says of a word.
    ///
    /// - Returns: whether that is new
    @discardableResult
    mutating func add(_ declaration: Declarations.Declaration) -> Bool {
        switch declaration.kind {
        case .alias(let meant, let text):
            guard meanings[declaration.name] != meant || texts[meant] != text else { return false }
            meanings[declaration.name] = meant
            texts[meant] = text
            filter.insert(declaration.name)
        case .imported(let path):
            guard let name = path.last, paths[name] != path else { return false }
            paths[name] = path
        case .value, .function: return false
        }
        return true
    }

    /// Where a name was imported from.
    @inline(__always)
    func path(of name: UInt32) -> [UInt32]? { paths.isEmpty ? nil : paths[name] }

    /// What a word stands for, if not for itself.
    @inline(__always)
    subscript(name: UInt32) -> UInt32? { filter.mayHold(name) ? meanings[name] : nil }

    /// The text of what some word stands for.
    func text(of meant: UInt32) -> [UInt8]? { texts[meant] }
}

/// A set of names that may hold a few that were never put in.
struct NameFilter: Sendable, Equatable {
    private var bits: [UInt64] = []

    mutating func insert(_ name: UInt32) {
        if bits.isEmpty { bits = [UInt64](repeating: 0, count: 64) }
        bits[Int(name >> 6 & 63)] |= 1 << UInt64(name & 63)
    }

    @inline(__always)
    func mayHold(_ name: UInt32) -> Bool {
        !bits.isEmpty && bits[Int(name >> 6 & 63)] >> UInt64(name & 63) & 1 == 1
    }
}

/// Reads what a line declares from its tokens.
enum DeclarationReader {
    private static func hash(_ word: StaticString) -> UInt32 {
        TokenHash.of(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private static let imports = [hash("import"), hash("from")]
    private static let functions = [hash("def"), hash("function"), hash("func"), hash("fn")]
    private static let modifiers = [
        hash("export"), hash("async"), hash("const"), hash("let"), hash("var"), hash("default"),
    ]
    private static let (as_, require, promisify, import_) = (
        hash("as"), hash("require"), hash("promisify"), hash("import")
    )
    private static let return_ = hash("return")

    /// The declarations of a line, whose tokens these are: of what starts at its very beginning.
    ///
    /// `readsImports` says that it is noted where names were imported from.
    static func declarations(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>, _ language: Language, readsImports: Bool
    ) -> [Declarations.Declaration] {
        guard let first = tokens.first, first.kind == .word else { return [] }
        if first.start > 0 {
            return language == .go && tokens.count == 2
                ? goImport(first, tokens[1], line) : method(tokens, line, language)
        }
        if readsImports, imports.contains(first.hash) {
            switch language {
            case .python: return aliases(in: tokens, line, word: as_) + pythonImports(tokens, line)
            case .java, .kotlin: return javaImport(tokens, line)
            default: break
            }
        }
        switch language {
        case .python: return python(tokens, line)
        case .javascript, .javascriptReact, .typescript, .typescriptReact: return javascript(tokens, line)
        case .go: return go(tokens, line)
        default: return []
        }
    }

    /// The method of a class that a line with modifiers before its name starts: `private static String find(…`.
    private static func method(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>, _ language: Language
    ) -> [Declarations.Declaration] {
        guard language == .java || language == .csharp, tokens.count > 4, access.contains(tokens[0].hash),
            let open = tokens.firstIndex(where: { $0.kind == .open && line[Int($0.start)] == UInt8(ascii: "(") }),
            open > 2, open < 10, tokens[open - 1].kind == .word, tokens[open - 2].kind != .operator || open > 4,
            !tokens[..<open].contains(where: { isSign($0, line, "=") })
        else { return [] }
        return [.init(name: tokens[open - 1].hash, kind: .function)]
    }

    static let access = WordSet("public private protected static internal")

    private static func isSign(_ token: Token, _ line: UnsafeBufferPointer<UInt8>, _ sign: Character) -> Bool {
        token.end - token.start == 1 && line[Int(token.start)] == sign.asciiValue
    }

    private static func python(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>
    ) -> [Declarations.Declaration] {
        if imports.contains(tokens[0].hash) { return aliases(in: tokens, line, word: as_) }
        for index in 0..<min(2, tokens.count - 1) where functions.contains(tokens[index].hash) {
            return [.init(name: tokens[index + 1].hash, kind: .function)]
        }
        guard tokens.count > 2, tokens[1].kind == .operator,
            isSign(tokens[1], line, "=") || isSign(tokens[1], line, ":")
        else { return [] }
        return [.init(name: tokens[0].hash, kind: .value)]
    }

    /// `from a.b import c, d as e`: where `c` and `d` come from; `import a.b as c`: where `b` does.
    private static func pythonImports(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>
    ) -> [Declarations.Declaration] {
        var found: [Declarations.Declaration] = []
        guard tokens[0].hash != import_ else {
            for index in tokens.indices.dropFirst(2) where tokens[index].hash == as_ {
                let path = chain(endingBefore: index, tokens, line)
                if path.count > 1 { found.append(.init(name: path[path.count - 1], kind: .imported(path))) }
            }
            return found
        }
        guard let word = tokens.firstIndex(where: { $0.hash == import_ }) else { return [] }
        let module = chain(endingBefore: word, tokens, line)
        if module.isEmpty { return [] }
        for index in tokens.indices.dropFirst(word + 1) where tokens[index].kind == .word {
            if tokens[index].hash == as_ || tokens[index - 1].hash == as_ { continue }
            found.append(.init(name: tokens[index].hash, kind: .imported(module + [tokens[index].hash])))
        }
        return found
    }

    /// `import a.b.C;`: where `C` comes from.
    private static func javaImport(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>
    ) -> [Declarations.Declaration] {
        var end = tokens.count
        while end > 1, tokens[end - 1].kind != .word { end -= 1 }
        let path = chain(endingBefore: end, tokens, line)
        return path.count > 1 ? [.init(name: path[path.count - 1], kind: .imported(path))] : []
    }

    /// The names of the chain `a.b.c` that ends before a token.
    private static func chain(
        endingBefore end: Int, _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>
    ) -> [UInt32] {
        var names: [UInt32] = []
        var index = end - 1
        while index > 0, tokens[index].kind == .word {
            names.append(tokens[index].hash)
            guard isSign(tokens[index - 1], line, ".") else { break }
            index -= 2
        }
        return names.reversed()
    }

    /// `a as b` among the tokens: `b` is another name of `a`.
    private static func aliases(
        in tokens: [Token], _ line: UnsafeBufferPointer<UInt8>, word: UInt32
    ) -> [Declarations.Declaration] {
        var found: [Declarations.Declaration] = []
        for index in tokens.indices.dropFirst(1).dropLast(1)
        where tokens[index].hash == word && tokens[index - 1].kind == .word && tokens[index + 1].kind == .word
            && tokens[index - 1].hash != tokens[index + 1].hash
        {
            found.append(
                .init(
                    name: tokens[index + 1].hash,
                    kind: .alias(tokens[index - 1].hash, Array(line[tokens[index - 1].range]))))
        }
        return found
    }

    private static func javascript(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>
    ) -> [Declarations.Declaration] {
        if tokens[0].hash == import_ { return imported(tokens, line) }
        var index = 0
        while index < tokens.count, modifiers.contains(tokens[index].hash) { index += 1 }
        guard index + 1 < tokens.count else { return [] }
        if functions.contains(tokens[index].hash) { return [.init(name: tokens[index + 1].hash, kind: .function)] }
        guard index > 0 else { return [] }
        if tokens[index].kind == .open { return taken(tokens, line, from: index) }
        guard tokens[index].kind == .word else { return [] }
        let name = tokens[index].hash
        let aliases = aliases(tokens, line)
        if !aliases.isEmpty { return aliases }
        let isFunction = tokens[(index + 1)...].contains {
            $0.kind == .operator && $0.end - $0.start == 2 && line[Int($0.start)] == UInt8(ascii: "=")
                && line[Int($0.start) + 1] == UInt8(ascii: ">")
        }
        return [.init(name: name, kind: isFunction ? .function : .value)]
    }

    /// `a = require('child_process')`, `run = util.promisify(exec)`, wherever they stand on the line.
    private static func aliases(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>
    ) -> [Declarations.Declaration] {
        var found: [Declarations.Declaration] = []
        for call in tokens.indices.dropFirst(2).dropLast(2)
        where (tokens[call].hash == require || tokens[call].hash == promisify) && tokens[call + 1].kind == .open {
            // Back to the sign, over `util.` and `require('util').`.
            var sign = call - 1
            while sign > 0, call - sign < 8, !isSign(tokens[sign], line, "=") { sign -= 1 }
            guard sign > 0, isSign(tokens[sign], line, "="), tokens[sign - 1].kind == .word else { continue }
            var meant: (UInt32, [UInt8])?
            let argument = tokens[call + 2]
            if tokens[call].hash == require, argument.kind == .string, sign == call - 1 {
                let module = moduleName(argument, line)
                // What is taken from a module by name is no module: `require('a').b`.
                if call + 4 < tokens.count, isSign(tokens[call + 4], line, ".") { continue }
                meant = (TokenHash.of(module), Array(module))
            } else if tokens[call].hash == promisify, argument.kind == .word {
                let last = tokens[(call + 2)...].prefix { $0.kind == .word || isSign($0, line, ".") }.last
                if let last, last.kind == .word { meant = (last.hash, Array(line[last.range])) }
            }
            guard let meant, meant.0 != tokens[sign - 1].hash else { continue }
            found.append(.init(name: tokens[sign - 1].hash, kind: .alias(meant.0, meant.1)))
        }
        return found
    }

    private static func moduleName(_ token: Token, _ line: UnsafeBufferPointer<UInt8>) -> Slice<
        UnsafeBufferPointer<UInt8>
    > {
        let text = line[token.contentRange]
        return text.starts(with: "node:".utf8) ? text.dropFirst(5) : text
    }

    /// `const { exec: run } = require('child_process')`.
    private static func taken(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>, from open: Int
    ) -> [Declarations.Declaration] {
        guard tokens.contains(where: { $0.hash == require }) else { return [] }
        var found: [Declarations.Declaration] = []
        for index in open + 1..<tokens.count {
            if tokens[index].kind == .close { break }
            if isSign(tokens[index], line, ":"), index + 1 < tokens.count, tokens[index + 1].kind == .word,
                tokens[index - 1].kind == .word, tokens[index - 1].hash != tokens[index + 1].hash
            {
                found.append(
                    .init(
                        name: tokens[index + 1].hash,
                        kind: .alias(tokens[index - 1].hash, Array(line[tokens[index - 1].range]))))
            }
        }
        return found
    }

    private static func imported(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>
    ) -> [Declarations.Declaration] {
        var found: [Declarations.Declaration] = []
        let module = tokens.last { $0.kind == .string }
        found += aliases(in: tokens, line, word: as_)
        if let module, tokens.count > 2 {
            let name = Array(moduleName(module, line))
            let meant = TokenHash.of(name)
            // `import cp from 'child_process'`, `import * as cp from 'child_process'`
            if tokens[1].kind == .word, tokens[1].hash != meant {
                found.append(.init(name: tokens[1].hash, kind: .alias(meant, name)))
            } else if isSign(tokens[1], line, "*"), tokens.count > 4, tokens[3].kind == .word, tokens[3].hash != meant {
                found.removeAll { $0.name == tokens[3].hash }
                found.append(.init(name: tokens[3].hash, kind: .alias(meant, name)))
            }
        }
        return found
    }

    /// `mrand "math/rand"`: another name of the package, which the last part of its path names.
    private static func goImport(
        _ name: Token, _ path: Token, _ line: UnsafeBufferPointer<UInt8>
    ) -> [Declarations.Declaration] {
        guard name.kind == .word, path.kind == .string, name.hash != import_, name.hash != return_ else { return [] }
        var parts = line[path.contentRange].split(separator: UInt8(ascii: "/"))
        // The version of a module is no name.
        if let last = parts.last, last.first == UInt8(ascii: "v"), last.dropFirst().allSatisfy(\.isDigit) {
            parts.removeLast()
        }
        guard let last = parts.last, TokenHash.of(last) != name.hash, line[Int(name.start)] != UInt8(ascii: "_") else {
            return []
        }
        return [.init(name: name.hash, kind: .alias(TokenHash.of(last), Array(last)))]
    }

    private static func go(_ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>) -> [Declarations.Declaration] {
        guard tokens.count > 2 else { return [] }
        if tokens.count == 3, tokens[0].hash == import_ { return goImport(tokens[1], tokens[2], line) }
        if functions.contains(tokens[0].hash), tokens[1].kind == .word {
            return [.init(name: tokens[1].hash, kind: .function)]
        }
        guard modifiers.contains(tokens[0].hash), tokens[1].kind == .word else { return [] }
        return [.init(name: tokens[1].hash, kind: .value)]
    }
}
