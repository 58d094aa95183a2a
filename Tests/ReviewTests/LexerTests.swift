import Testing

@testable import Review

/// The tokens of each language's texts, comments and code in texts.
@Suite struct LexerTests {
    /// The tokens of some lines as `kind text`, without the kind for operators, words and brackets.
    func tokens(_ text: String, _ language: Language) -> [String] {
        var lexer = LineLexer(language)
        var states = LexerStates()
        var state = LexerState.initial
        var found: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let bytes = Array(line.utf8)
            bytes.withUnsafeBufferPointer { state = lexer.lex($0, from: state, &states) }
            for token in lexer.tokens {
                let text = String(decoding: bytes[token.range], as: UTF8.self)
                switch token.kind {
                case .word, .operator, .open, .close: found.append(text)
                default: found.append("\(token.kind) \(text)")
                }
            }
        }
        return found
    }

    private func check(_ text: String, _ language: Language, _ expected: [String]) {
        #expect(tokens(text, language) == expected, "\(language.id): \(text)")
    }

    @Test func `JavaScript: templates hold code, slashes divide or start regular expressions`() {
        check(
            "`a${b}c`", .javascript,
            ["textOpen `", "text a", "codeOpen ${", "b", "codeClose }", "text c", "textClose `"])
        check("a / b", .javascript, ["a", "/", "b"])
        check("x = /[/]\"/g", .javascript, ["x", "=", "regex /[/]\"/g"])
        check("`a\nb`", .javascript, ["textOpen `", "text a", "text b", "textClose `"])
        check("/* a\n*/ b", .javascript, ["comment /* a", "comment */", "b"])
        check("'it\\'s' + 1", .javascript, ["string 'it\\'s'", "+", "number 1"])
        check(
            "`${{a: `${b}`}}`", .javascript,
            [
                "textOpen `", "codeOpen ${", "{", "a", ":", "textOpen `", "codeOpen ${", "b", "codeClose }",
                "textClose `", "}",
                "codeClose }", "textClose `",
            ])
    }

    @Test func `JSX: text between tags is no code`() {
        check(
            "x = <p a={b}>it's</p>;", .javascriptReact,
            [
                "x", "=", "<", "p", "a", "=", "codeOpen {", "b", "codeClose }", ">", "text it's", "</", "p", "regex >",
                ";",
            ])
        check(
            "const f = <T,>(x: T) => x", .typescriptReact,
            [
                "const", "f", "=", "<", "T", ",", ">", "(", "x", ":", "T", ")", "=>", "x",
            ])
    }

    @Test func `Python: prefixes, format strings and triple quotes`() {
        check("rb'\\'' # c", .python, ["string rb'\\''", "comment # c"])
        check(
            "f\"{a:>{w}} {{b}}\"", .python,
            [
                "textOpen f\"", "codeOpen {", "a", ":", "text >", "codeOpen {", "w", "codeClose }", "codeClose }",
                "text  {{b}}", "textClose \"",
            ])
        check("'''a\nb''' c", .python, ["textOpen '''", "text a", "text b", "textClose '''", "c"])
        check("'open\nx", .python, ["string 'open", "x"])
    }

    @Test func `Swift: interpolation, pounds and nested comments`() {
        check("\"a\\(b)\"", .swift, ["textOpen \"", "text a", "codeOpen \\(", "b", "codeClose )", "textClose \""])
        check("#\"a\\(b)\"# c", .swift, ["string #\"a\\(b)\"#", "c"])
        check("/* /* */ */ a", .swift, ["comment /* /* */ */", "a"])
    }

    @Test func `Go, SQL and CSS have texts of their own`() {
        check("`a\nb\\` + c", .go, ["textOpen `", "text a", "text b\\", "textClose `", "+", "c"])
        check("'it''s' -- c", .sql, ["string 'it''s'", "comment -- c"])
        check("a: url(http://x)", .scss, ["a", ":", "url", "(", "http", ":", "//", "x", ")"])
    }

    @Test func `shell: heredocs end at their word, quotes hold expansions`() {
        check("cat <<'E' x\n$a \"\nE\nb", .shell, ["cat", "<<", "'E'", "x", "text $a \"", "E", "b"])
        check("cat <<-E\n\tE\nb", .shell, ["cat", "<<-", "E", "E", "b"])
        check("echo \"a $b\" # c", .shell, ["echo", "textOpen \"", "text a ", "$b", "textClose \"", "comment # c"])
        check("a#b", .shell, ["a#b"])
    }

    @Test func `YAML: block scalars and expressions of workflows`() {
        check(
            "run: |\n  a: \"\nb: 'c' # d", .yaml,
            ["run", ":", "|", "text   a: \"", "b", ":", "string 'c'", "comment # d"])
        check("a: ${{ b.c }}", .yaml, ["a", ":", "codeOpen ${{", "b.c", "codeClose }}"])
        check("a: it's fine", .yaml, ["a", ":", "it's", "fine"])
    }

    @Test func `HTML: scripts are JavaScript up to their end`() {
        check(
            "<script>a('</script>b", .html, ["<", "script", ">", "a", "(", "string '", "</", "script", ">", "text b"])
        check("<!-- a\n--> b", .html, ["comment <!-- a", "comment -->", "text  b"])
        check("<p id=\"a\">b", .html, ["<", "p", "id", "=", "string \"a\"", ">", "text b"])
    }

    @Test func `plain text has tokens where it gives a name a value`() {
        check("a 'b'", .plain, [])
        check("a.b=c-1 d", .plain, ["a.b", "=", "c-1", "d"])
        check("$a = \"b c\";", .plain, ["$", "a", "=", "string \"b c\"", ";"])
    }

    @Test func `HTML: handlers and scripts are code, templates and data are not`() {
        check(
            "<a onclick=\"b(c)\">", .html,
            ["<", "a", "onclick", "=", "textOpen \"", "b", "(", "c", ")", "textClose \"", ">"])
        check("<a href=\"b(c)\">", .html, ["<", "a", "href", "=", "string \"b(c)\"", ">"])
        check(
            "<script type=\"text/template\">a(b)</script>", .html,
            ["<", "script", "type", "=", "string \"text/template\"", ">", "text a(b)", "</", "script", ">"])
    }

    @Test func `lines that are too long have no tokens and keep the state`() {
        let long = String(repeating: "`", count: LineLexer.longestLine + 1)
        check("\(long)\na", .javascript, ["a"])
    }
}
