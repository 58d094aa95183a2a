import JSON
import Testing

struct JSONParsingTests {
    /// Parses `text` and expects it to be written back as `expected`, or as itself.
    private func check(_ text: String, _ expected: String? = nil, at location: SourceLocation = #_sourceLocation) throws
    {
        #expect(try JSONValue(parsing: text).serialized == expected ?? text, sourceLocation: location)
    }

    private func checkFails(
        _ bytes: [UInt8], _ expected: String, dialect: JSONDialect = .rfc8259,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(sourceLocation: location) {
            try JSONDocument(parsing: bytes, dialect: dialect)
        } throws: { error in
            (error as? JSONError)?.description == expected
        }
    }

    private func checkFails(
        _ text: String, _ expected: String, dialect: JSONDialect = .rfc8259,
        at location: SourceLocation = #_sourceLocation
    ) {
        checkFails(Array(text.utf8), expected, dialect: dialect, at: location)
    }

    @Test func `values are written back as they were read`() throws {
        try check("null")
        try check("[true,false,null,\"a\",{}]")
        try check(" { \"a\" : [ 1 , -2 ] ,\t\"b\":\r\n{\"c\":[]}} ", #"{"a":[1,-2],"b":{"c":[]}}"#)
        try check(#""\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\""#, #""é😀/\b\f\n\r\t\"\\""#)
        try check(#""\u0000\u001f\u007f""#, "\"\\u0000\\u001f\u{7f}\"")
    }

    @Test func `numbers keep their exact value`() throws {
        try check("0.1")
        try check("100.0")
        try check("1e2", "100.0")
        try check("5e-324")
        try check("1.7976931348623157e308", "1.7976931348623157e+308")
        try check("9223372036854775807")
        try check("-9223372036854775808")
        try check("9223372036854775808")
        try check("-0", "0")
        try check("-0.0")
        try check("1e400")
        #expect(try JSONValue(parsing: "1e400").double == .infinity)
        #expect(try JSONValue(parsing: "9223372036854775808").double == 9_223_372_036_854_775_808)
        #expect(try JSONDocument(parsing: Array("7.0".utf8)).root.int == 7)
        #expect(try JSONDocument(parsing: Array("7.5".utf8)).root.int == nil)
    }

    @Test func `what is not JSON is refused with the place`() {
        checkFails("", "EOF while parsing a value at line 1 column 0")
        checkFails("[1,]", "trailing comma at line 1 column 4")
        checkFails("{\"a\":1,}", "trailing comma at line 1 column 8")
        checkFails("{a:1}", "key must be a string at line 1 column 2")
        checkFails("[1 2]", "expected `,` or `]` at line 1 column 4")
        checkFails("01", "invalid number at line 1 column 2")
        checkFails("1.", "EOF while parsing a value at line 1 column 2")
        checkFails("+1", "expected value at line 1 column 1")
        checkFails("nul", "EOF while parsing a value at line 1 column 3")
        checkFails("{}\n{}", "trailing characters at line 2 column 1")
        checkFails("\"a\nb\"", "\(JSONError.Kind.controlCharacter.rawValue) at line 2 column 0")
        checkFails(#""\x""#, "invalid escape at line 1 column 3")
        checkFails("\u{feff}{}", "expected value at line 1 column 1")
        checkFails("NaN", "expected value at line 1 column 1")
        checkFails(
            [UInt8(ascii: "\""), 0xED, 0xA0, 0x80, UInt8(ascii: "\"")], "invalid unicode code point at line 1 column 3")
    }

    @Test func `the Pydantic dialect reads NaN and infinities and refuses lone surrogates`() throws {
        let document = try JSONDocument(parsing: Array("[NaN,Infinity,-Infinity]".utf8), dialect: .pydantic)
        #expect(document.root.elements.map { $0.double?.description } == ["nan", "inf", "-inf"])
        checkFails(#""\ud800x""#, "unexpected end of hex escape at line 1 column 8", dialect: .pydantic)
        checkFails(String(repeating: "9", count: 4301), "number out of range at line 1 column 4301", dialect: .pydantic)
    }

    @Test func `a lone surrogate is read as the replacement character`() throws {
        try check(#""a\ud800b\udc00""#, "\"a\u{fffd}b\u{fffd}\"")
        try check(#""\ud800\ud83d\ude00""#, "\"\u{fffd}😀\"")
    }

    @Test func `nesting is limited, not the stack`() throws {
        let deepest = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        try check(deepest)
        checkFails("[" + deepest + "]", "recursion limit exceeded at line 1 column 257")
        checkFails(String(repeating: "{\"a\":", count: 10_000_000), "recursion limit exceeded at line 1 column 1281")
    }

    @Test func `a text above the size limit is refused unread`() {
        #expect {
            try JSONDocument(
                parsing: [UInt8](repeating: 0x20, count: 11), limits: JSONLimits(maxBytes: 10, maxDepth: 2))
        } throws: {
            ($0 as? JSONError)?.kind == .tooLarge
        }
    }

    @Test func `every cut and every changed byte of a text is answered`() {
        let text = Array(#"{"a":[1,-2.5e+3,"é\u00e9\ud83d\ude00\\"],"b":{"c":null,"d":[true,false]},"😀":""}"#.utf8)
        for length in 0..<text.count {
            #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text[..<length])) }
        }
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[index] = byte
                _ = try? JSONDocument(parsing: changed).root.value.serialized
                _ = try? JSONDocument(parsing: changed, limits: .contract, dialect: .pydantic).root.value.serialized
            }
        }
    }
}
