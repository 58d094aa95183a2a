import Review
import Testing
import Text

/// What a review costs, counted in work: bytes lexed, and tokens and bytes looked at.
@Suite struct CostTests {
    private func work(_ text: String, _ language: Language) -> Int {
        var document = ReviewedDocument(text: Array(text.utf8), language: language, path: "src/file")
        return document.review(units: .max)
    }

    /// A line of about so many bytes that is full of a piece of code.
    private static func line(of piece: String, bytes: Int) -> String {
        let piece = piece.replacing("\n", with: " ; ")
        return String(repeating: piece + " ", count: max(1, bytes / (piece.utf8.count + 1)))
    }

    private static let most = (unitsForByte: 64, unitsForLine: 60_000)

    @Test(arguments: RuleSet.builtIn.rules)
    func `a line full of what a rule looks for costs in proportion to its length`(rule: Rule) {
        var seen: Set<Language> = []
        for example in rule.examples where example.isBad && seen.insert(example.language).inserted {
            let text = CostTests.line(of: example.code, bytes: 4000)
            let limit = text.utf8.count * CostTests.most.unitsForByte + CostTests.most.unitsForLine
            #expect(work(text, example.language) < limit, "\(rule.id), \(example.language.id)")
        }
    }

    /// Code as it stands in most files, of names, calls, choices and results.
    private static let plain: [(Language, String)] = [
        (
            .python,
            "def total_7(prices: list, rate: int) -> int:\n    amount = rate * 2 + 17\n    for price in prices:\n"
                + "        amount += price * rate + 1  # add\n    if amount > 100000 and rate != 3:\n"
                + "        amount = amount - 100000\n    text = str(amount) + \"suffix\"\n    return amount + len(text)\n\n"
        ),
        (
            .typescript,
            "export function total(prices: number[], rate: number): number {\n  let amount = rate * 2 + 17;\n"
                + "  for (const price of prices) {\n    amount += price * rate + 1;\n  }\n"
                + "  if (amount > 100000 && rate !== 3) {\n    amount = amount - 100000;\n  }\n"
                + "  const text = String(amount) + \"suffix\";\n  return amount + text.length;\n}\n\n"
        ),
        (
            .go,
            "func total(prices []int, rate int) int {\n\tamount := rate*2 + 17\n\tfor _, price := range prices {\n"
                + "\t\tamount += price * rate\n\t}\n\tif amount > 100000 && rate != 3 {\n\t\tamount = amount - 100000\n\t}\n"
                + "\ttext := strconv.Itoa(amount) + \"suffix\"\n\treturn amount + len(text)\n}\n\n"
        ),
        (
            .java,
            "int total(List<Integer> prices, int rate) {\n    int amount = rate * 2 + 17;\n"
                + "    for (int price : prices) {\n        amount += price * rate;\n    }\n"
                + "    if (amount > 100000 && rate != 3) {\n        amount = amount - 100000;\n    }\n"
                + "    String text = String.valueOf(amount) + \"suffix\";\n    return amount + text.length();\n}\n\n"
        ),
        (
            .php,
            "function total($prices, $rate) {\n    $amount = $rate * 2 + 17;\n    foreach ($prices as $price) {\n"
                + "        $amount += $price * $rate;\n    }\n    if ($amount > 100000) {\n        $amount = $amount - 100000;\n"
                + "    }\n    $text = strval($amount) . \"suffix\";\n    return $amount + strlen($text);\n}\n\n"
        ),
        (
            .csharp,
            "int Total(List<int> prices, int rate) {\n    var amount = rate * 2 + 17;\n"
                + "    foreach (var price in prices) {\n        amount += price * rate;\n    }\n"
                + "    if (amount > 100000 && rate != 3) {\n        amount = amount - 100000;\n    }\n"
                + "    var text = amount.ToString() + \"suffix\";\n    return amount + text.Length;\n}\n\n"
        ),
    ]

    /// Lines of which each uses what the one before it made, in functions longer than what a line looks at.
    private static let chains: [(Language, String, @Sendable (Int) -> String)] = [
        (
            .python, "def f():\n  a0 = request.args['x']\n",
            { "  a\($0 + 1) = a\($0) + a\($0)\n  os.system(a\($0 + 1))\n" }
        ),
        (.javascript, "function f(req) {\nlet a = req.query.x;\n", { _ in "a = a + b; db.query('select ' + a);\n" }),
        (
            .java, "class A { void f(String x) {\n",
            { "String a\($0 + 1) = a\($0) + x;\nst.executeQuery(a\($0 + 1));\n" }
        ),
    ]

    @Test(arguments: chains.indices)
    func `values that are handed on from line to line cost in proportion to the lines, and an edit a part of that`(
        number: Int
    ) {
        let (language, head, line) = CostTests.chains[number]
        let text = head + (0..<600).map(line).joined()
        let lineCount = text.utf8.count { $0 == 0x0A }
        var document = ReviewedDocument(text: Array(text.utf8), language: language, path: "src/file")
        let whole = document.review(units: .max)
        #expect(whole < lineCount * 24_000, "\(language.id): \(whole / lineCount) a line")
        let place = TextPosition(line: 500, character: 2)
        document.replace(from: place, to: place, with: "z".utf8, encoding: .utf8)
        #expect(document.review(units: .max) < whole, "\(language.id)")
    }

    @Test func `a review in slices costs little more than one in one go`() {
        let text = "let a = req.query.x;\n" + String(repeating: "a = a + b; db.query(\"select \" + a);\n", count: 600)
        var document = ReviewedDocument(text: Array(text.utf8), language: .javascript, path: "src/file")
        var sliced = 0
        // As the server's loop does it: slices of about two milliseconds.
        while !document.isReviewed { sliced += document.review(units: 400_000) }
        #expect(sliced < 2 * work(text, .javascript))
    }

    /// For a byte of such code; in Go more of it is followed.
    private static func most(_ language: Language) -> Int { language == .go ? 14 : 8 }

    @Test(arguments: plain.indices)
    func `code that no rule is about costs little more than its bytes, and an edit in it a part of that`(number: Int) {
        let (language, piece) = CostTests.plain[number]
        let text = (language == .php ? "<?php\n" : "") + String(repeating: piece, count: 60)
        var document = ReviewedDocument(text: Array(text.utf8), language: language, path: "src/file")
        let whole = document.review(units: .max)
        #expect(whole < text.utf8.count * CostTests.most(language), "\(language.id)")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.indices.filter { lines[$0].contains("17") }[30]
        let place = TextPosition(line: line, character: lines[line].count - 1)
        document.replace(from: place, to: place, with: "7".utf8, encoding: .utf8)
        let edit = document.review(units: .max)
        #expect(edit < whole / 20, "\(language.id): \(edit) of \(whole)")
    }

    /// What makes a search start again and again, or go far.
    private static let hostile: [(Language, String)] = [
        (.python, "conn.execute(f\"UPDATE t SET n = '{name}'\")"), (.python, "x = ((((("), (.python, "f(f(f(f("),
        (.python, "if a: pass elif a:"), (.python, "not not not x in"), (.javascript, "x = /["),
        (.javascript, "a = b = "),
        (.javascript, "exec(`${`${`"), (.javascript, "if (a) {} else if (a) {} else"), (.javascript, "{{{{{{{"),
        (.javascript, "} catch (e) { throw e; } try {"), (.javascript, "/**/"), (.javascript, "x == x == x"),
        (.javascript, "a.b.c.d.e.f.g ="), (.typescript, "eval(eval(eval("), (.typescriptReact, "<a href={<b c={"),
        (.shell, "eval \"$a\" <<E"), (.shell, "$(("), (.go, "fmt.Sprintf(`%s`+"), (.swift, "\"\\(\"\\("),
        (.swift, "#####"),
        (.sql, "SELECT '' FROM"), (.yaml, "- a: ${{ {{"), (.html, "<script><p onclick='"), (.plain, "://a:b"),
        (.plain, "password='"), (.json, "{\"password\": \"a1b2c3d4e5f6\","), (.plain, "eyJhbGciOiJIUzI1NiJ9.eyJ"),
        (.plain, "-----BEGIN "), (.plain, "jdbc:://user:pass"),
    ]

    @Test(arguments: hostile.indices)
    func `twice the length costs twice the work`(number: Int) {
        let (language, piece) = CostTests.hostile[number]
        let short = CostTests.line(of: piece, bytes: 4000)
        let half = work(short, language)
        let whole = work(CostTests.line(of: piece, bytes: 8000), language)
        #expect(
            whole < 2 * half + half / 2 + CostTests.most.unitsForLine, "\(language.id): \(piece): \(half), \(whole)")
    }

    @Test func `many lines of statements that are put together are all looked at`() {
        let statement = "conn.execute(f\"UPDATE users SET name = '{name}' WHERE id = {user_id}\"); "
        let line = String(repeating: statement, count: 16_000 / statement.utf8.count)
        let text = Array((0..<16).map { _ in "def f(name, user_id): \(line)" }.joined(separator: "\n").utf8)
        var document = ReviewedDocument(text: text, language: .python, path: "src/a.py")
        let work = document.review(units: .max)
        #expect(work < text.count * CostTests.most.unitsForByte + 17 * CostTests.most.unitsForLine)
        #expect(Set(document.findings.map(\.range.startLine)).count == 16)
    }

    @Test func `a long line is searched for secrets`() {
        let key = "-----BEGIN RSA PRIVATE KEY-----"
        let text = "{\"a\": \"" + String(repeating: "x", count: 17_000) + "\", \"k\": \"\(key)\\nMIIEowIBAAKCAQEA\"}"
        let found = review(Array(text.utf8), language: .json, path: "src/a.json")
        #expect(found.map(\.ruleID) == ["review/long-line", "secrets/private-key"])
    }

    @Test func `lines that are too long for the rules are told once, with their number, as they come and go`() {
        let long = "x = eval(code) # " + String(repeating: "é", count: 9_000)
        var document = ReviewedDocument(
            text: Array("a = 1\n\(long)\neval(b)\n\(long)\n".utf8), language: .python, path: "src/a.py")
        document.review()
        func told() -> [Finding] { document.findings.filter { $0.ruleID == "review/long-line" } }
        #expect(document.findings.map(\.ruleID) == ["review/long-line", "eval/python-eval"])
        #expect(told().first?.range.startLine == 1 && told().first?.message.contains("one other") == true)
        let identity = told().first?.identity
        // The first one becomes short; the other is told then, and is the same to whoever dismissed it.
        document.replace(
            from: TextPosition(line: 1, character: 14), to: TextPosition(line: 1, character: 20_000), with: "".utf8,
            encoding: .utf8)
        document.review()
        #expect(document.findings.map(\.ruleID) == ["eval/python-eval", "eval/python-eval", "review/long-line"])
        #expect(told().first?.identity == identity && told().first?.message.contains("This line has more") == true)
        #expect(RuleSet.builtIn.rule(id: "review/long-line")?.severity == .info)
        #expect(review(Array(long.utf8), language: .plain, path: "a.txt").isEmpty)
    }

    @Test func `a review in slices finds what one at once does, whatever is edited in between`() {
        var random = SplitMix(seed: 11)
        let lines = (0..<300).map { number in
            number % 7 == 0 ? "x\(number) = eval(code\(number))" : "step(\(number))  # nothing"
        }
        let text = lines.joined(separator: "\n")
        for round in 0..<12 {
            var document = ReviewedDocument(text: Array(text.utf8), language: .python, path: "src/a.py")
            var edits = 0
            while !document.isReviewed || edits < 4 {
                document.review(units: 1 + Int(random.next() % 200_000))
                if edits < 4, random.next() % 2 == 0 {
                    edits += 1
                    let start = TextPosition(line: Int(random.next() % 300), character: Int(random.next() % 12))
                    let end = TextPosition(line: start.line + Int(random.next() % 3), character: 2)
                    let new = ["\"\"\"", "\n", "eval(x)\n", "", "'"][Int(random.next() % 5)]
                    document.replace(from: start, to: max(start, end), with: new.utf8, encoding: .utf8)
                }
            }
            let expected = review(document.buffer.copyBytes(), language: .python, path: "src/a.py")
            #expect(document.findings.map(\.identity) == expected.map(\.identity), "round \(round)")
            #expect(document.findings.map(\.range) == expected.map(\.range), "round \(round)")
        }
    }
}
