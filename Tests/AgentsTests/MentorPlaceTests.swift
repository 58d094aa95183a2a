import JSON
import Mentoring
import Testing

@testable import Agents

/// Where in a selection the mentor looks, what it asks there, and what it does not ask again.
struct MentorPlaceTests {
    private func hint(
        _ question: String, _ code: String, _ language: String, selected: Bool = true, rung: Int = 0
    ) async throws -> String {
        var input: JSONObject = [
            "question": .string(question), "code": .string(code), "language": .string(language),
            "hint_level": .integer(rung),
        ]
        if selected {
            input["line"] = 1
            input["last_line"] = .integer(code.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
        }
        guard case .guidance(let hint, _, _) = try await OfflineRun().outcome(of: .pedagogy, input) else {
            throw UnexpectedOutcome()
        }
        return hint
    }

    private static let account = """
        class Purse:
            def __init__(self, coins=0):
                self.coins = coins

            def put(self, count):
                self.coins += count

            def take(self, count):
                if count > self.coins:
                    raise ValueError("too few")
                self.coins -= count

        """
    private static let go = """
        package main

        import (
        \t"fmt"
        )

        func smallest(xs []int) int {
        \tleast := xs[0]
        \tfor _, x := range xs[1:] {
        \t\tif x < least {
        \t\t\tleast = x
        \t\t}
        \t}
        \treturn least
        }

        func main() {
        \tfmt.Println(smallest([]int{3, 9, 2}))
        }

        """
    private static let page = """
        <!DOCTYPE html>
        <html lang="en">
          <body>
            <p class="intro">Hi</p>
            <label for="town">Town</label>
            <input id="town" name="town">
          </body>
        </html>

        """
    private static let clock = """
        import { useEffect, useState } from "react";

        export function Clock() {
          const [now, setNow] = useState(0);
          useEffect(() => {
            const id = setInterval(() => setNow((n) => n + 1), 500);
            return () => clearInterval(id);
          }, []);
          return <b>{now}</b>;
        }

        """
    private static let sql = """
        SELECT p.name, COUNT(v.id) AS visits
        FROM people p
        LEFT JOIN visits v ON v.person = p.id
        GROUP BY p.name;

        """

    @Test(arguments: [
        ("Is take right?", account, "python", "line 9", "`count` that equals `self.coins`"),
        ("is this ok?", go, "go", "line 10", "`x` that equals `least`"),
        ("Is my label right?", page, "html", "line 5", "Town"),
        ("Is the cleanup right?", clock, "typescriptreact", "line 7", "still be running"),
        ("Is the join right?", sql, "sql", "line 3", "no row of `visits` fits"),
        ("is the GROUP BY ok?", sql, "sql", "line 4", "become one row"),
        ("what does line 6 do?", account, "python", "line 6", "`self.coins`"),
        ("what does the 9th line do?", account, "python", "line 9", "`self.coins`"),
        ("what does line six do?", account, "python", "line 6", "`self.coins`"),
        ("第6行是什么意思?", account, "python", "line 6", "`self.coins`"),
    ])
    func `in a selection the line is taken that the question means`(
        question: String, code: String, language: String, line: String, says: String
    ) async throws {
        let hint = try await hint(question, code, language)
        #expect(hint.contains("Look at \(line),"), "\(hint)")
        #expect(hint.contains(says), "\(hint)")
    }

    @Test func `a head, an import or a brace is never the place of a selection that has more`() async throws {
        for (code, language) in [
            (Self.go, "go"), (Self.page, "html"), (Self.clock, "typescriptreact"), (Self.account, "python"),
            ("#!/bin/bash\nset -e\n\ntar -cf \"$1.tar\" \"$1\"\n", "shellscript"),
            (
                "struct Dog {\n    let name: String\n}\n\nfunc call(_ dog: Dog?) -> String {\n    guard let dog else { return \"-\" }\n    return dog.name\n}\n",
                "swift"
            ),
            (".a {\n  width: 3rem;\n}\n", "css"),
        ] {
            for question in [
                "Is this right?", "what should I understand?", "help", "Just give me the code", "it is wrong",
            ] {
                let hint = try await hint(question, code, language)
                for head in ["package main", "import", "<!DOCTYPE", "<html", "#!", "struct Dog", "`}`", ".a {"] {
                    #expect(!hint.contains(", `\(head)"), "\(question): \(hint)")
                }
                for empty in ["to do with each other", "with it twice", "where did it come from"] {
                    #expect(!hint.contains(empty), "\(hint)")
                }
            }
        }
    }

    @Test(arguments: [
        (
            "python", "import os\ndef run(name):\n    os.system(\"ls \" + name)\n\ndef area(w, h):\n    return w * h\n",
            "what does line 6 do?", "line 6"
        ),
        (
            "python", "import os\ndef run(name):\n    os.system(\"ls \" + name)\n\ndef area(w, h):\n    return w * h\n",
            "is area right?", "line 6"
        ),
    ])
    func `what is critical elsewhere does not push aside what is asked`(
        language: String, code: String, question: String, line: String
    ) async throws {
        for selected in [true, false] {
            let hint = try await hint(question, code, language, selected: selected)
            #expect(hint.contains("Look at \(line),"), "\(hint)")
        }
    }

    @Test func `what somebody told is not asked again`() async throws {
        let code =
            "def total(xs):\n    s = 0\n    for i in range(len(xs) - 1):\n        s += xs[i]\n    return s\n\nprint(total([1, 2, 3]))\n"
        let told = try await hint("Is this right? I get 3 and not 6.", code, "python")
        #expect(!told.contains("What did you run") && told.contains("You saw `3`") && told.contains("`6`"), "\(told)")
        let good = try await hint("is it right? it works when I try it", code, "python")
        #expect(!good.contains("What did you run") && good.contains("cannot say whether it is right"), "\(good)")
    }

    @Test func `only who asks for the solution is told that it stays theirs`() async throws {
        let asks = try await hint("I want the first answer only. Is this right?", Self.go, "go")
        #expect(!asks.contains("stays yours"), "\(asks)")
        let begs = try await hint("Do my homework: what do I have to write?", Self.go, "go")
        #expect(begs.contains("stays yours"), "\(begs)")
    }

    @Test func `a feeling gets a sentence, and the language at hand is code`() async throws {
        let tired = try await hint("i am tired of this, my teacher hates me", Self.account, "python")
        #expect(tired.contains("hard day") && !tired.contains("nothing of this code"), "\(tired)")
        for question in ["what is a for loop here", "why does range need &", "help", "what now?"] {
            let hint = try await hint(question, Self.account, "python")
            #expect(!hint.contains("not about code") && !hint.contains("nothing of this code"), "\(hint)")
        }
    }

    /// A slip of each kind by code of its own, and the same without it.
    static let slips: [(language: String, code: String, line: Int, says: String)] = [
        (
            "javascript", "const b = find();\nb.addEventListener(\"click\", go());\nfunction go() { start(); }\n", 2,
            "handed to `addEventListener`"
        ),
        (
            "javascript", "for (var k = 0; k < 4; k++) {\n  setTimeout(() => show(k), 10);\n}\n", 1,
            "read `k`"
        ),
        (
            "javascript",
            "async function price(id) {\n  return (await get(id)).price;\n}\nconst p = price(3);\nshow(p + 1);\n", 4,
            "in `p` right after"
        ),
        ("javascript", "const big = xs.map((x) => {\n  x + 1;\n});\n", 1, "hand back"),
        ("javascript", "function same(a, b) {\n  return a == b;\n}\n", 2, "different types"),
        ("python", "word = input('? ')\nif word == 'a' or 'b':\n    print(1)\n", 2, "on its own"),
        ("python", "line = [0] * 4\nboard = [line] * 4\nboard[1][2] = 9\n", 2, "one that is listed"),
        ("python", "def last(xs):\n    for k in range(len(xs) - 1):\n        show(xs[k])\n", 2, "never asked for"),
        ("python", "def tidy(t):\n    t.strip()\n    return t\n", 2, "new text or the old"),
        (
            "python", "class Bag:\n    things = []\n\n    def put(self, x):\n        self.things.append(x)\n", 2,
            "`things` are there"
        ),
        ("sql", "SELECT id FROM t\nWHERE town = 'A' AND town = 'B';\n", 2, "both sides of `AND`"),
        ("sql", "SELECT a.id, COUNT(*)\nFROM a\nLEFT JOIN b ON b.a = a.id\nGROUP BY a.id;\n", 1, "without a partner"),
        ("shellscript", "x=$1\necho 'Hi $x'\n", 2, "between these two marks"),
        ("shellscript", "n=0\ncat f | while read l; do\n  n=$((n + 1))\ndone\necho \"$n\"\n", 2, "which process"),
        (
            "go", "package main\n\nfunc up(xs []int) {\n\tfor _, x := range xs {\n\t\tx = x + 1\n\t}\n}\n", 4,
            "or a copy"
        ),
        (
            "go", "package main\n\nfunc main() {\n\tc := make(chan int)\n\tc <- 2\n\tprint(<-c)\n}\n", 4,
            "takes a value out"
        ),
        ("swift", "struct Tally {\n    var n = 0\n\n    func up() {\n        n += 1\n    }\n}\n", 5, "Whose `n`"),
        ("swift", "func half(_ x: Int) -> Int {\n    return 1 / 2 * x\n}\n", 2, "`1 / 2` give on its own"),
        ("css", ".col {\n  width: 50%;\n  padding: 1rem;\n}\n", 2, "from edge to edge"),
        ("html", "<p id=\"a\">1</p>\n<p id=\"b\">2</p>\n<p id=\"a\">3</p>\n", 1, "are called `a`"),
    ]

    @Test(arguments: slips.indices)
    func `a beginner's slip is asked about where it stands`(index: Int) async throws {
        let slip = Self.slips[index]
        let hint = try await hint("Is this right?", slip.code, slip.language)
        #expect(hint.contains("line \(slip.line),"), "\(hint)")
        #expect(hint.contains(slip.says), "\(hint)")
    }

    @Test func `every slip of the data can be read`() throws {
        for slip in Slip.all {
            _ = try Regex(slip.sign)
            for pattern in [slip.needs, slip.excludes] {
                _ = try Regex("(?m)" + Slip.filling(pattern, ["a", "b", "c"]))
            }
            #expect(slip.question.hasSuffix("?") || slip.question.contains("?"))
        }
        #expect(Slip.all.count > 40)
    }
}
