import Review
import Testing
import Text

/// Random functions full of assignments: what their values are found to be must depend on nothing but the text.
@Suite struct FlowPropertyTests {
    private static let python = [
        "def f(name, c):", "def g(c: int, x=None):", "@app.route('/x')", "class A:", "    def m(self, name):",
        "    c = name", "    c = 'ls'", "    x = c", "    c, x = name, 'a'", "    c += name", "    x.append(name)",
        "    if name:", "        c = input()", "    else:", "        c = 'x'", "    elif x:", "    for c in name:",
        "    while x:", "        os.system(c)", "    os.system(c)", "    os.system('ls ' + name)", "        return c",
        "    self.c = name", "    self.c = 'ls'", "    os.system(self.c)", "        os.system(self.c)", "    eval(x)",
        "    cursor.execute('select * from t where a = ' + c)", "    cursor.execute(f'select {x} from t')",
        "    with open(c) as name:", "    try:", "    except E:", "    if c not in KNOWN:", "        raise E(c)", "",
        "os.system(c)", "c = 'top'", "c = input()", "name = request.args['x']", "subprocess.run(c, shell=True)",
        "    x = clean(name)", "def clean(name):", "    return name", "    return 'a'", "import os as o",
        "    o.system(c)",
        "    c = shlex.quote(name)", "    c = c.replace('a', name)", "    x = 'a' if name else c", "    x = [c, name]",
    ]
    private static let javascript = [
        "import { exec } from 'child_process';", "const { exec: run } = require('child_process');",
        "function f(name, c) {", "const g = (c, x) => {", "app.get('/x', (req, res) => {", "class A {", "  m(name) {",
        "  const c = name;", "  let c = 'ls';", "  c = x;", "  x = c + 'a';", "  const { c, x } = req.query;",
        "  c += name;", "  x.push(name);", "  if (name) {", "  } else {", "  } else if (x) {",
        "  for (const c of name) {",
        "  while (x) {", "  exec(c);", "  run(c);", "  exec('ls ' + name);", "  exec(`ls ${x}`);", "  return c;",
        "  this.c = name;", "  this.c = 'ls';", "  exec(this.c);", "  eval(x);",
        "  db.query('select * from t where a = ' + c);",
        "  try {", "  } catch (e) {", "  if (!known.has(c)) { return; }", "  if (name) c = name;", "}", "  }", "});",
        "",
        "exec(c);", "const c = 'top';", "const name = req.body.x;", "const clean = (n) => n;", "  x = clean(name);",
        "  res.send('<p>' + c);", "  el.innerHTML = x;", "  c = escapeHtml(name);", "  x = name ? c : 'a';",
    ]

    private static func lines(_ language: Language) -> [String] { language == .python ? python : javascript }

    private static func text(_ language: Language, _ random: inout SplitMix) -> [String] {
        let count = 20 + Int(random.next() % 90)
        return (0..<count).map { _ in lines(language).randomElement(using: &random) ?? "" }
    }

    /// What is found where of values, without what depends on the lines' whole texts.
    private static func places(_ lines: [String], _ language: Language) -> [String] {
        let categories = ["command/", "sql/", "eval/", "xss/"]
        return review(Array(lines.joined(separator: "\n").utf8), language: language, path: "src/file").filter {
            finding in
            categories.contains { finding.ruleID.hasPrefix($0) }
        }.map { "\($0.ruleID) \($0.range) \($0.severity)" }
    }

    /// A name that stands at no other place is not looked for in the function; in this way they all stand at others.
    @Test(arguments: [Language.python, .javascript])
    func `names in comments change nothing`(language: Language) {
        var random = SplitMix(seed: 17)
        for _ in 0..<16 {
            let lines = FlowPropertyTests.text(language, &random)
            let comment = language == .python ? "  # " : "  // "
            let commented = lines.map { $0 + comment + "name c x n os o self this exec run clean req input" }
            let plain = FlowPropertyTests.places(lines, language)
            #expect(
                FlowPropertyTests.places(commented, language) == plain, "\(lines.joined(separator: "\n"))")
        }
    }

    @Test(arguments: [Language.python, .javascript])
    func `values after edits are those from scratch`(language: Language) {
        var random = SplitMix(seed: 19)
        for _ in 0..<3 {
            let text = FlowPropertyTests.text(language, &random).joined(separator: "\n")
            var document = ReviewedDocument(text: Array(text.utf8), language: language, path: "src/file")
            document.review()
            for _ in 0..<40 {
                edit(&document, FlowPropertyTests.lines(language), &random)
                document.review()
                let expected = review(document.buffer.copyBytes(), language: language, path: "src/file")
                if document.findings != expected {
                    Issue.record("\(language):\n\(document.buffer.string)")
                    return
                }
            }
        }
    }

    /// Changes, adds or removes a line, or types a letter or deletes one.
    private func edit(_ document: inout ReviewedDocument, _ lines: [String], _ random: inout SplitMix) {
        let line = Int(random.next() % UInt64(document.buffer.lineCount))
        let length = document.buffer.contentRange(ofLine: line).count
        let start = TextPosition(line: line, character: 0)
        let new = lines.randomElement(using: &random) ?? ""
        switch random.next() % 6 {
        case 0: document.replace(from: start, to: start, with: "\(new)\n".utf8, encoding: .utf8)
        case 1: document.replace(from: start, to: TextPosition(line: line + 1, character: 0), with: [], encoding: .utf8)
        case 2, 3:
            document.replace(
                from: start, to: TextPosition(line: line, character: length), with: new.utf8, encoding: .utf8)
        default:
            let at = TextPosition(line: line, character: Int(random.next() % UInt64(length + 1)))
            let end = TextPosition(line: line, character: at.character + Int(random.next() % 2))
            document.replace(from: at, to: end, with: random.next() % 2 == 0 ? "c".utf8 : "".utf8, encoding: .utf8)
        }
    }
}
