import Engine
import Foundation
import JSON
import Models
import Review
import Synchronization
import TestSupport
import Testing

@testable import Agents

/// Case 7: a file that does not parse is critical, and nothing that parses is called broken.
struct SyntaxCheckTests {
    private func result(_ files: [String: String]) async throws -> QAResult {
        try await OfflineRun(project: ProjectSnapshot(title: "Files", files: files)).document(QAResult.self, from: .qa)
    }

    @Test func `a broken Python and a broken TypeScript file are both named, and nothing passes`() async throws {
        let result = try await result([
            "a.py": "def f(:\n    pass\n", "src/b.ts": "export const x = ;\n", "c.ts": "export const y = 1;\n",
        ])
        #expect(!result.passed)
        let critical = result.issues.filter { $0.severity == .critical }.map(\.description)
        #expect(critical.count == 2)
        #expect(critical.contains { $0.hasPrefix("a.py:1: This file does not parse") })
        #expect(critical.contains { $0.hasPrefix("src/b.ts:1: This file does not parse") })
        #expect(result.summary.contains("2 of them do not parse"))
    }

    @Test func `each issue has its line and what stands there, but for secrets`() async throws {
        let key = "AK" + "IA" + "Q7ZT3WMKD5XBN2LV"
        let files = ["a.py": "x = 1\n\n\ndef f(:\n", "b.py": "x = 1\n  \neval(y)\nk = '\(key)'\n"]
        let placed = Mutex<[IssuePlace?]>([])
        let task = AgentTask(
            input: [:], project: ProjectSnapshot(title: "T", files: files), matchPatterns: OfflineRun.matchPatterns,
            placeIssues: { places in placed.withLock { $0 = places } })
        _ = try await OfflineAgents().agent(for: .qa).run(task)
        let places = placed.withLock { $0 }.compactMap { $0 }
        func quotes(_ path: String) -> [Int: String?] {
            let own = places.filter { $0.path.text == path }
            return Dictionary(own.map { ($0.line ?? -1, $0.quote) }, uniquingKeysWith: { first, _ in first })
        }
        #expect(quotes("a.py") == [3: "def f(:"])
        #expect(quotes("b.py")[2] == "eval(y)")
        #expect(quotes("b.py").keys.contains(3) && quotes("b.py")[3] == .some(nil), "a secret is not quoted")
    }

    @Test func `the summary says what was looked at and what was not`() async throws {
        let result = try await result(["a.py": "x = 1\n", "b.rs": "fn main() {"])
        #expect(result.passed)
        for words in [
            "2 files reviewed offline", "the syntax of 1 not checked", "nothing was built or run",
            "requirements were not compared",
        ] {
            #expect(result.summary.contains(words), "\(result.summary)")
        }
    }

    @Test func `what was not there to look at has not passed`() async throws {
        let result = try await result([:])
        #expect(!result.passed)
        #expect(result.summary.contains("no file was there to review"))
    }

    @Test(arguments: [
        ("a.py", "def f(:\n    pass\n", 1), ("a.py", "x = [1, 2\ny = 3\n", 1), ("a.py", "if x == 1\n    y = 2\n", 1),
        ("a.py", "def f():\nreturn 1\n", 1), ("a.py", "x = 1\n  y = 2\n", 2), ("a.py", "s = 'abc\n", 1),
        ("a.py", "x = 3 +\n", 1),
        ("a.py", "print(\"a\" b)\n", 1), ("a.py", "try:\n    f()\nx = 1\n", 1), ("a.py", "else:\n    pass\n", 1),
        ("a.py", "for x in :\n    pass\n", 1), ("a.py", "def f(a, b:\n    return a\n", 1), ("a.py", "x = “hello”\n", 1),
        ("a.py", "if x:\n    a = 1\n   b = 2\n", 3), ("a.py", "class :\n    pass\n", 1), ("a.py", "s = f\"{x\"\n", 1),
        ("a.py", "\"\"\"never closed\nx = 1\n", 1), ("a.py", "f(1,, 2)\n", 1), ("a.py", "x = {'a': }\n", 1),
        ("a.ts", "export const x = ;\n", 1), ("a.ts", "function f( {\n  return 1;\n}\n", 1),
        ("a.ts", "const s = \"abc;\n", 1),
        ("a.ts", "interface A {\n  a: string\n", 1), ("a.ts", "const t = `abc ${x;\n", 1), ("a.ts", "foo(a;)\n", 1),
        ("a.ts", "const a = [1, 2;\n", 1), ("a.js", "if (x {\n  y();\n}\n", 1), ("a.js", "const = 5;\n", 1),
        ("a.js", "let x = 1 2;\n", 1),
        ("a.js", "foo(,);\n", 1), ("a.tsx", "export const A = () => <div><b>x</div>;\n", 1),
        ("a.tsx", "export const A = () => <div>x;\n", 1),
        ("a.js", "/* never closed\n", 1), ("a.js", "x = a && ;\n", 1), ("a.js", "function {\n}\n", 1),
        ("a.ts", "let x: = 4;\n", 1),
        ("a.json", "{\"a\": 1,, \"b\": 2}", 1), ("a.json", "{\"a\": }", 1), ("a.yaml", "a: [1, 2\nb: 3\n", 2),
        ("a.yml", "a: \"b\nc: d\n", 3),
        ("a.swift", "func f() {\n    print(\"a\")\n", 1), ("a.swift", "let s = \"abc\n", 1),
        ("a.go", "package main\nfunc main() {\n f(\"x\"\n}\n", 4),
        ("a.css", "a { color: red;\n", 1), ("a.css", "a::after { content: \"x; }\n", 1),
        ("a.py", "return 1\n", 1), ("a.py", "for x in y:\n    def f():\n        break\n", 3),
        ("a.py", "if a:\n    continue\n", 2), ("a.py", "class A:\n    return 1\n", 2), ("a.py", "1 = x\n", 1),
        ("a.py", "if a: None = b\n", 1), ("a.py", "f(a=1, 2)\n", 1), ("a.py", "def f(a: int = 1, b):\n    pass\n", 1),
        ("a.py", "x = g(\n  h(b=2),\n  **k,\n  c)\n", 4), ("package.json", "{\n \"a\": 1,\n}", 3),
        ("package.json", "// mine\n{\"a\": 1}", 1), ("a.go", "package a\nfunc f() {\n x := \n}\n", 3),
        ("a.swift", "func f() {\n  let x = // later\n}\n", 2), ("a.swift", "let x =\n", 1),
    ])
    func `what no parser takes is found at its line`(path: String, text: String, line: Int) {
        guard case .broken(let problem) = SyntaxCheck.verdict(of: text, language: Language(path: path), path: path)
        else {
            Issue.record("\(path) passes: \(text)")
            return
        }
        #expect(problem.line == line, "\(problem)")
    }

    @Test(arguments: [
        (
            "a.py",
            "match x:\n    case {\"a\": 1}:\n        pass\nprint(f\"{x!r:>{width}} {'a' if y else \"b\"} {{}}\")\n"
        ),
        (
            "a.py",
            "def f(a, /, b, *, c: int = 1, **d) -> dict[str, int]: return {**d}\nx = a[1:, ::2]\nlambda *a, **k: (a, k)\n"
        ),
        ("a.py", "from ...a import b\nwith (open(x) as f, open(y) as g):\n\tpass\nx = 1 if y else 2; z = not x in y\n"),
        (
            "a.py",
            "async def f():\n    async with a as b: pass\n    return [x async for x in y]\n@a.b(1)\nclass C: pass\n"
        ),
        (
            "a.ts",
            "const r = /[/\"'`{(]/g.test(x) ? a / b / c : `${`${d}`}`;\ntype F = <T,>(x: T) => asserts x is string;\n"
        ),
        (
            "a.ts",
            "for (;;) {}\nlabel: for (const [a, , b] of c) { if (a) continue label; }\nlet x = y!, z = a?.[0]?.(1) ?? .5;\n"
        ),
        ("a.tsx", "const A = <T,>(p: P<T>) => <><B<T> a=\"it's\" {...p} c={<d/>}>don't {/* x */ `y`} &amp;</B></>;\n"),
        (
            "a.js",
            "if (x) /re\"/.test(y);\nconst o = { if: 1, get a() { return 1 }, async *b() {}, [c]: d, 'e': f };\nimport x from 'y' with { type: 'json' };\n"
        ),
        ("a.json", "// settings\n{ \"a\": [1, 2,], /* b */ \"c\": \"//\" }"),
        ("tsconfig.json", "{\"a\": [1,],}"), ("data/a.json", "{\"a\": 1,}"),
        (
            "a.py",
            "def f():\n    for x in y:\n        if x: return 1; z = 2\n        else: continue\n    else:\n        return\n"
        ),
        (
            "a.py",
            "while a:\n    try: break\n    except E: pass\n    with b: continue\nasync def g():\n    return await h\n"
        ),
        (
            "a.py",
            "def f(a, b: d[int, str] = {1: 2}, /, c=(3, 4), *, e, g=1, h: int, **i): f(1, a=2, *b, **c)\n"
                + "x = (a, b)\ny = f(z for z in [1, 2]), g(h=lambda k, m: (k, m), n={'o': 1, 'p': 2})\n"
        ),
        ("a.swift", "let f = values.reduce(1, *) == 2 ? (=) : nil\nlet g =\n    [1]\nx = y\n"),
        ("a.yaml", "a: &x {b: [1, 2]}\nc: *x\n---\nd: |\n  [ not closed\n"), ("a.yaml", "a: {{ .Values.b }}\n"),
        ("a.swift", "let a = #\"\"\"\n\"\\#(b)\"\n\"\"\"#\nlet r = /[(\"]/\nlet c = \"\\(d[\"e\"] ?? \"}\")\"\n"),
        ("a.go", "package a\nvar b = `\"{`\nvar c = '\"'\nvar d = '\\''\n"),
        ("a.css", "a { background: url(data:image/png;base64,AA'==); }\n@media (min-width: 1px) { b { c: \"}\" } }\n"),
    ])
    func `what is odd and right is let through`(path: String, text: String) {
        if case .broken(let problem) = SyntaxCheck.verdict(of: text, language: Language(path: path), path: path) {
            Issue.record("\(path) \(problem.line): \(problem.message) in \(text)")
        }
    }

    @Test func `no file of this repository, of its packages and of Python's library is called broken`() throws {
        let root = BuiltProgram.packageRoot
        let standard = try Tool.run("python3", ["-c", "import json; print(json.__file__.rsplit('/', 2)[0])"]).output
        var folders = ["Sources", "Tests", "editors", "protocol-fixtures", ".build/checkouts"].map { root + "/" + $0 }
        folders.append(standard.trimmingCharacters(in: .whitespacesAndNewlines))
        var looked = 0
        for folder in folders {
            let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            // Every seventh is enough in each run; packages and libraries come in many alike.
            let known = files.filter { path in
                [".py", ".swift", ".ts", ".js", ".json", ".yml", ".yaml", ".css"].contains { path.hasSuffix($0) }
                    && !path.contains("/test/") && !path.contains("bad")
            }.sorted()
            for (number, path) in known.enumerated() where number % 7 == 0 {
                guard let text = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8),
                    text.utf8.count < 100_000
                else { continue }
                looked += 1
                if case .broken(let problem) = SyntaxCheck.verdict(of: text, language: Language(path: path), path: path)
                {
                    Issue.record("\(folder)/\(path):\(problem.line): \(problem.message)")
                }
            }
        }
        #expect(looked > 100)
    }

    @Test func `any text gets a verdict, the same each time, with a line that it has`() {
        var text = RandomText(seed: 21)
        for number in 0..<400 {
            let path = text.oneOf(["a.py", "a.ts", "a.tsx", "a.json", "a.yaml", "a.swift", "a.go", "a.scss"])
            let odd = number % 2 == 0 ? text.scalars(count: 200) : text.idea() + "\n" + text.scalars(count: 40)
            let verdict = SyntaxCheck.verdict(of: odd, language: Language(path: path), path: path)
            #expect(verdict == SyntaxCheck.verdict(of: odd, language: Language(path: path), path: path))
            guard case .broken(let problem) = verdict else { continue }
            let lines = odd.utf8.count { $0 == 10 || $0 == 13 } + 1
            #expect((1...lines).contains(problem.line) && !problem.message.isEmpty, "\(path): \(problem)")
        }
    }
}
