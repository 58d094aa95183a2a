/// Finds secrets that are given a name: `password = "…"`, `api_key: "…"`, `TOKEN=…`.
///
/// The name must end in a word for a secret, and the value must look like one: no placeholder, no reference to
/// something else, no prose, and enough variety.
///
/// A class, because each line asks for it: copying its parts would cost more than a line without such a name does.
final class AssignmentDetector: Sendable {
    static let name = "assigned-secret"

    let rule: Rule
    /// Names, in lower case without separators, that hold passwords: people choose these, so they may be words.
    private let passwords: [[UInt8]]
    /// Names that hold generated secrets.
    private let tokens: [[UInt8]]
    /// Values that are no secrets.
    private let harmless: [[UInt8]]
    private let leastEntropy: Double

    init(rule: Rule, options: [String: [String]]) {
        self.rule = rule
        passwords = (options["passwords"] ?? []).map { Array($0.utf8) }
        tokens = (options["tokens"] ?? []).map { Array($0.utf8) }
        harmless = (options["harmless"] ?? []).map { Array($0.utf8) }
        leastEntropy = options["entropy"]?.first.flatMap(Double.init) ?? 3
    }

    /// The tokens of `line` whose values are secrets.
    func findings(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>, _ language: Language
    ) -> [Token] {
        var found: [Token] = []
        if let token = environmentSecret(tokens, line, language) { found.append(token) }
        let hasBareValues =
            language == .yaml || language == .shell || language == .dockerfile || language == .plain
        for index in tokens.indices.dropFirst(2) {
            let token = tokens[index]
            let isBare = hasBareValues && token.kind == .word
            guard token.kind == .string || isBare, token.end - token.start >= 6 else { continue }
            guard let place = signPlace(tokens, before: index, line), let name = nameRange(tokens, place - 1, line)
            else {
                continue
            }
            let sign = tokens[place]
            if isBare, token.flags.contains(.afterSpace) != (language == .yaml) { continue }
            if isBare, index + 1 < tokens.count, tokens[index + 1].kind != .comment,
                language == .yaml || language == .plain
            {
                continue
            }
            guard let kind = kind(of: line[name]) else { continue }
            // The working directory of a shell.
            if language == .shell, line[name].elementsEqual("pwd".utf8) { continue }
            let value = line[token.contentRange]
            let mayBeWord =
                kind == .password && !isBare && line[Int(sign.start)] == UInt8(ascii: "=") && !saysWhatToDo(line[name])
            if looksSecret(value, kind, mayBeWord: mayBeWord, isBare: isBare), !isDefault(tokens, index, line, value) {
                found.append(token)
            }
        }
        if language == .plain, let token = spacedSetting(tokens, line) { found.append(token) }
        if tokens.count > 5, let token = fallback(tokens, line) { found.append(token) }
        return found
    }

    /// Where the sign stands that gives a value to a name: before it, or before calls that make another form of it, as in
    /// `key = []byte("…")`, `Buffer.from("…")` and `new SecretKeySpec("…".getBytes(), …)`.
    private func signPlace(_ tokens: [Token], before value: Int, _ line: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = value - 1
        var calls = 0
        while place > 0, tokens[place].kind == .open, line[Int(tokens[place].start)] == UInt8(ascii: "(") {
            calls += 1
            guard calls <= 3, place > 1, Self.converters.contains(tokens[place - 1].hash) else { return nil }
            place = Self.startOfCallee(tokens, endingAt: place - 1) - 1
            // The label of an argument, as in `SymmetricKey(data: Data("…".utf8))`.
            if place > 1, line[Int(tokens[place].start)] == UInt8(ascii: ":"), tokens[place - 2].kind == .open,
                line[Int(tokens[place - 2].start)] == UInt8(ascii: "(")
            {
                place -= 2
            }
        }
        guard place > 0, tokens[place].kind == .operator, isAssignment(tokens[place], line) else { return nil }
        return place
    }

    /// Functions and types that give a text back in another form.
    private static let converters = WordSet(
        """
        byte bytes bytearray Bytes from from_static fromString fromBase64 fromHex unhexlify encode decode Data GetBytes \
        FromBase64String String string str SecretStr SecretString Secret Some init new b64decode atob DecodeString \
        MustDecode createSecretKey hmacShaKeyFor SymmetricSecurityKey SecretKeySpec of wrap ByteString Uint8Array utf8ToBytes \
        SymmetricKey Array
        """)

    /// What stands between an object and its member, around an empty group, and before what is called.
    private static let (leading, opening, closing) = (WordSet(". ::"), WordSet("( ["), WordSet(") ]"))
    private static let before = WordSet("new await try & *")

    /// The first token of what is called, which ends at a token: `new TextEncoder().encode`, `[]byte`, `&Secret::new`.
    private static func startOfCallee(_ tokens: [Token], endingAt last: Int) -> Int {
        func isOne(of words: WordSet, _ place: Int) -> Bool { place >= 0 && words.contains(tokens[place].hash) }
        var first = last
        while first > 0 {
            if isOne(of: leading, first - 1), first > 1, tokens[first - 2].kind == .word {
                first -= 2
            } else if isOne(of: leading, first - 1), isOne(of: closing, first - 2), isOne(of: opening, first - 3),
                first > 4, tokens[first - 4].kind == .word
            {
                first -= 4
            } else if isOne(of: closing, first - 1), isOne(of: opening, first - 2) {
                first -= 2
            } else if isOne(of: before, first - 1) {
                first -= 1
            } else {
                break
            }
        }
        return first
    }

    private static let fallbacks = ["getenv", "get", "setdefault", "Getenv", "GetEnv", "getEnv", "env"].map {
        TokenHash.of($0)
    }

    /// The secret that stands in for a variable of the environment: `os.getenv("TOKEN", "…")`,
    /// `process.env.TOKEN || "…"`.
    private func fallback(_ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>) -> Token? {
        for index in tokens.indices.dropFirst(3) where tokens[index].kind == .string {
            let (name, sign) = (tokens[index - 2], tokens[index - 1])
            guard sign.kind == .operator else { continue }
            let kind: Kind?
            if name.kind == .string, line[Int(sign.start)] == UInt8(ascii: ","), index >= 4,
                tokens[index - 3].kind == .open, AssignmentDetector.fallbacks.contains(tokens[index - 4].hash)
            {
                kind = self.kind(of: line[name.contentRange])
            } else if name.kind == .word, sign.end - sign.start == 2,
                line[Int(sign.start)] == UInt8(ascii: "|") || line[Int(sign.start)] == UInt8(ascii: "?"),
                index >= 4, line[tokens[index - 4].range].elementsEqual("env".utf8)
            {
                kind = self.kind(of: line[name.range])
            } else {
                continue
            }
            if let kind, looksSecret(line[tokens[index].contentRange], kind, mayBeWord: false, isBare: false) {
                return tokens[index]
            }
        }
        return nil
    }

    /// `password = Xk29vLq8Zt` of a file of settings.
    private func spacedSetting(_ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>) -> Token? {
        guard tokens.count == 3, tokens[0].flags.contains(.startsLine), tokens[0].kind == .word,
            tokens[1].kind == .operator, isAssignment(tokens[1], line), tokens[2].kind == .word,
            tokens[2].flags.contains(.afterSpace), Int(tokens[2].end) == line.count,
            let kind = kind(of: line[tokens[0].range]),
            looksSecret(line[tokens[2].range], kind, mayBeWord: false, isBare: true)
        else { return nil }
        return tokens[2]
    }

    /// The secret of a variable of an environment: `ENV NAME value` of Docker, `- NAME=value` of Compose.
    private func environmentSecret(
        _ tokens: [Token], _ line: UnsafeBufferPointer<UInt8>, _ language: Language
    ) -> Token? {
        let name: Range<Int>
        let value: Range<Int>
        let token: Token
        switch language {
        case .dockerfile:
            guard tokens.count == 3, line[tokens[0].range].elementsEqual("ENV".utf8) else { return nil }
            token = tokens[2]
            (name, value) = (tokens[1].range, token.contentRange)
        case .yaml:
            guard tokens.count >= 2, tokens[0].kind == .operator, line[Int(tokens[0].start)] == UInt8(ascii: "-"),
                tokens.count == 2 || tokens[2].kind == .comment
            else { return nil }
            token = tokens[1]
            let content = token.contentRange
            guard token.kind == .word || token.kind == .string,
                let sign = line[content].firstIndex(of: UInt8(ascii: "="))
            else { return nil }
            (name, value) = (content.lowerBound..<sign, sign + 1..<content.upperBound)
        default: return nil
        }
        guard let kind = kind(of: line[name]), looksSecret(line[value], kind, mayBeWord: false, isBare: true) else {
            return nil
        }
        return token
    }

    private enum Kind { case password, token }

    private func isAssignment(_ sign: Token, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = sign.end - sign.start
        let first = line[Int(sign.start)]
        if length == 1 { return first == UInt8(ascii: "=") || first == UInt8(ascii: ":") }
        // `:=`, `=>`, and comparisons: who compares with a literal secret has one.
        return length == 2 && (first == UInt8(ascii: ":") || first == UInt8(ascii: "="))
            || length == 3 && first == UInt8(ascii: "=")
    }

    /// The bytes of the name before an assignment's sign: a word, a key in quotes, or what has a type.
    private func nameRange(_ tokens: [Token], _ index: Int, _ line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let token = tokens[index]
        switch token.kind {
        case .word:
            // `password: string = "…"`: the name stands before the type.
            if index >= 2, tokens[index - 1].kind == .operator, line[Int(tokens[index - 1].start)] == UInt8(ascii: ":"),
                tokens[index - 2].kind == .word, kind(of: line[token.range]) == nil
            {
                return tokens[index - 2].range
            }
            if let name = typedName(tokens, index, line) { return name }
            // `const password string = "…"` of Go.
            if index >= 1, tokens[index - 1].kind == .word, line[token.range].elementsEqual("string".utf8) {
                return tokens[index - 1].range
            }
            return token.range
        case .string: return token.contentRange
        case .close
        where line[Int(token.start)] == UInt8(ascii: "]") && index >= 1 && tokens[index - 1].kind == .string:
            return tokens[index - 1].contentRange
        case .close: return typedName(tokens, index, line)
        default: return nil
        }
    }

    /// The name before a type of several signs: `API_KEY: &str`, `API_KEY: &'static [u8]`, `key: Optional[str]`.
    private func typedName(_ tokens: [Token], _ index: Int, _ line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let isList = line[Int(tokens[index].start)] == UInt8(ascii: "]")
        guard index >= 3, isList || line[tokens[index].range].elementsEqual("str".utf8) else { return nil }
        for colon in (max(1, index - 8)..<index).reversed()
        where tokens[colon].kind == .operator && line[Int(tokens[colon].start)] == UInt8(ascii: ":") {
            return tokens[colon - 1].kind == .word ? tokens[colon - 1].range : nil
        }
        return nil
    }

    private func kind(of name: Slice<UnsafeBufferPointer<UInt8>>) -> Kind? {
        guard name.count >= 3, name.count <= 64 else { return nil }
        var plain: [UInt8] = []
        plain.reserveCapacity(name.count)
        for byte in name where byte.isLetter { plain.append(byte.lowered) }
        if passwords.contains(where: { plain.suffix($0.count).elementsEqual($0) }) { return .password }
        if tokens.contains(where: { plain.suffix($0.count).elementsEqual($0) }) { return .token }
        return nil
    }

    private static let deeds = [
        "update", "change", "reset", "forgot", "show", "hide", "require", "allow", "remember", "generate", "verify",
    ]

    /// Whether the name asks for something to be done with a password: `update_password == "always"`.
    private func saysWhatToDo(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let name = name.map(\.lowered)
        return AssignmentDetector.deeds.contains { name.starts(with: $0.utf8) }
    }

    private func looksSecret(
        _ value: Slice<UnsafeBufferPointer<UInt8>>, _ kind: Kind, mayBeWord: Bool, isBare: Bool
    ) -> Bool {
        guard value.count >= (kind == .password ? 5 : 12), value.count <= 512 else { return false }
        var (digits, lowers, uppers, others) = (0, 0, 0, 0)
        for byte in value {
            if byte.isSpace || byte < 0x21 || byte >= 0x7F { return false }
            if byte.isDigit {
                digits += 1
            } else if byte.isUpper {
                uppers += 1
            } else if byte.isLetter {
                lowers += 1
            } else {
                others += 1
            }
        }
        let lowered = value.map(\.lowered)
        if isIdentity(lowered) { return false }
        if harmless.contains(lowered) || Placeholders.isPlaceholder(value) || isReference(lowered) { return false }
        if self.kind(of: value) != nil, digits == 0 { return false }
        switch kind {
        case .password:
            if digits > 0, lowers + uppers > 0 { return true }
            if others > 0, lowers + uppers > 0, digits > 0 || (lowers > 0 && uppers > 0 && !isBare) {
                return !isIdentifier(value)
            }
            return mayBeWord && (others == 0 || !isIdentifier(value)) && lowers + uppers + digits >= 5
        case .token:
            guard digits > 0, lowers + uppers > 0 || digits == value.count else { return false }
            return Entropy.bits(of: value) >= leastEntropy
        }
    }

    /// Whether it is a UUID: those name things, in public more often than not.
    private func isIdentity(_ value: [UInt8]) -> Bool {
        value.count == 36
            && value.enumerated().allSatisfy { place, byte in
                [8, 13, 18, 23].contains(place)
                    ? byte == UInt8(ascii: "-") : byte.isDigit || (0x61...0x66).contains(byte)
            }
    }

    private static let referenceParts = [
        "://", "secretkeyref", ".json", ".pem", ".key", ".txt", ".yml", "arn:", "vault:", "()", "[\"", "\\", "%{",
    ]

    /// Whether it names where something is: an address, a path, a file, a variable.
    private func isReference(_ value: [UInt8]) -> Bool {
        if value.first == UInt8(ascii: "/") || value.first == UInt8(ascii: ".") || value.first == UInt8(ascii: "$") {
            return true
        }
        if value.first == UInt8(ascii: "#") || value.first == UInt8(ascii: "{") || value.first == UInt8(ascii: "@") {
            return true
        }
        if value.first == UInt8(ascii: "("), value.last == UInt8(ascii: ")") { return true }
        return AssignmentDetector.referenceParts.contains { Placeholders.contains(value, Array($0.utf8)) }
    }

    /// Words joined by `_`, `-` or `.`, without a digit: a key of a table, a header, a class.
    private func isIdentifier(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        value.allSatisfy {
            $0.isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
                || $0 == UInt8(ascii: ":")
                || $0 == UInt8(ascii: "/")
        }
    }

    /// Whether the value is a parameter's default that may be there to be replaced.
    private func isDefault(
        _ tokens: [Token], _ index: Int, _ line: UnsafeBufferPointer<UInt8>, _ value: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        if value.contains(where: \.isDigit), value.contains(where: \.isUpper),
            value.contains(where: { !$0.isAlphanumeric }), value.count >= 8
        {
            return false
        }
        guard let first = tokens.first, first.kind == .word else { return false }
        return ["def", "func", "function"].contains { line[first.range].elementsEqual($0.utf8) }
    }
}
