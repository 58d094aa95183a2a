import Patterns
import Review

/// What a value is at its start, at its limit, and once the last round is over.
extension MentorSuspicion {
    static let inValues: [@Sendable (CodeLines, String) -> MentorSuspicion?] = [
        baseThatSwallows, changeAsValue, keysChangedWhileWalked, countedOnce, countOfNothing, placeForValue,
        sortedAsText,
        bestOfNothing, forgottenByDrawing, halfThatStays, neverAsked, roomBeside, ruleOfTheName, limitItself,
    ]

    /// `return 0` below a product: a case that makes nothing of all that was worked out.
    private static func baseThatSwallows(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for function in lines.functions {
            let multiplies = function.body.contains {
                lines.code[$0].contains("* " + function.name + "(")
                    || lines.code[$0].contains("*" + function.name + "(")
            }
            guard multiplies,
                let base = function.body.first(where: { lines.code[$0].contains(kept(#/\breturn\s+0\s*;?\s*$/#)) })
            else { continue }
            return MentorSuspicion(
                line: base, about: "recursion",
                "A call of `\(function.name)` ends here: what does the call above make of the value that it gets back?",
                "Follow the smallest input that is not yet this case: write down what each call hands back, from the last "
                    + "one upwards.")
        }
        return nil
    }

    /// `s == s.reverse()`: what changes a list hands nothing back, and a text has no such thing.
    private static func changeAsValue(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.isPython else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard
                let found = line.firstMatch(
                    of:
                        kept(
                            #/(?:\breturn\b|==|!=|\bin\b|\bif\b).*?\b(\w+)\.(reverse|sort|append|extend|insert|update|clear)\(/#
                        )
                )
            else { continue }
            return MentorSuspicion(
                line: index, about: "function",
                "What does `\(found.1).\(found.2)` hand back, and which types have it at all?",
                "Run `\(found.1).\(found.2)` alone on a small value of the type that `\(found.1)` has, and print what comes back."
            )
        }
        return nil
    }

    /// `for k, v in d.items(): d[v] = k`.
    private static func keysChangedWhileWalked(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.isPython else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard
                let loop = line.firstMatch(
                    of: kept(#/^\s*for\s+(\w+)(?:\s*,\s*\w+)?\s+in\s+(\w+)(?:\.(?:items|keys)\(\))?\s*:/#))
            else { continue }
            let (key, name) = (String(loop.1), String(loop.2))
            for next in lines.inner(of: index) {
                let text = lines.code[next]
                let isRemoved = text.contains("del " + name + "[")
                let isAdded =
                    text.firstMatch(of: kept(#/(\w+)\[(\w+)\]\s*=[^=]/#)).map {
                        String($0.1) == name && String($0.2) != key
                    }
                    ?? false
                guard isRemoved || isAdded else { continue }
                return MentorSuspicion(
                    line: next, about: "loop",
                    "The loop still walks over `\(name)`: which keys has it in front of it once this line has run?",
                    "Print `\(name)` at the end of each round, for two entries, and say before each what the loop comes to next."
                )
            }
        }
        return nil
    }

    /// A result that is handed back in the round in which it was counted.
    private static func countedOnce(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() where line.contains(kept(#/^\s*for\b/#)) {
            let inner = lines.inner(of: index)
            for place in inner {
                guard let found = lines.code[place].firstMatch(of: kept(#/^\s*return\s+(\w+)\s*;?\s*$/#)) else {
                    continue
                }
                let name = String(found.1)
                let isCounted = inner.prefix { $0 < place }.contains {
                    lines.code[$0].contains(name + " +=") || lines.code[$0].contains(name + ".append(")
                        || lines.code[$0].contains(name + ".push(") || lines.code[$0].contains(name + "++")
                }
                guard isCounted else { continue }
                return MentorSuspicion(
                    line: place, about: "loop",
                    "How many rounds has the loop made when this line is met, and what has `\(name)` seen by then?",
                    "Print `\(name)` just before this line, with an input in which two rounds should count; look at how often "
                        + "it is printed.")
            }
        }
        return nil
    }

    /// `counts[word] += 1` in a dictionary that begins empty.
    private static func countOfNothing(_ lines: CodeLines, asked: String) -> MentorSuspicion? {
        // A message that is quoted says which key.
        if asked.contains("KeyError") { return nil }
        for (index, line) in lines.code.enumerated() {
            guard let made = line.firstMatch(of: kept(#/\b(\w+)\s*=\s*(?:\{\}|dict\(\))\s*;?\s*$/#)) else { continue }
            let name = String(made.1)
            for next in lines.code.indices.dropFirst(index + 1) {
                guard let found = lines.code[next].firstMatch(of: kept(#/\b(\w+)\[(\w+)\]\s*(?:[-+*]=|\+\+)/#)),
                    String(found.1) == name
                else { continue }
                let key = String(found.2)
                let isMade = lines.code[(index + 1)..<next].contains {
                    $0.contains(" in " + name) || $0.contains(name + "[" + key + "] =") || $0.contains(".setdefault(")
                        || $0.contains(".get(") || $0.contains("has")
                }
                guard !isMade else { break }
                return MentorSuspicion(
                    line: next, about: "missing",
                    "The first time that a `\(key)` comes by: what stands at `\(name)[\(key)]` when this line reads it?",
                    "Print `\(name)` just before this line, in the first round and in the second.")
            }
        }
        return nil
    }

    /// `for x := range xs` in Go, `for (const x in xs)`: what is walked over is the place.
    private static func placeForValue(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            let go = line.firstMatch(of: kept(#/\bfor\s+(\w+)\s*:=\s*range\s+(\w+)/#)).map {
                (String($0.1), String($0.2))
            }
            let js = line.firstMatch(of: kept(#/\bfor\s*\(\s*(?:const|let|var)\s+(\w+)\s+in\s+(\w+)\s*\)/#))
                .map { (String($0.1), String($0.2)) }
            guard let (name, list) = lines.language == .go ? go : js else { continue }
            let uses = lines.inner(of: index).map { lines.code[$0] }
            let isPlace = uses.contains { $0.contains("[" + name + "]") }
            guard !isPlace, uses.contains(where: { $0.contains(name) }) else { continue }
            return MentorSuspicion(
                line: index, about: "loop",
                "For `\(list)` with 7, 8 and 9 in it: what does `\(name)` hold in the first round?",
                "Print `\(name)` in each round for three values that are far from 0, 1 and 2.")
        }
        return nil
    }

    /// Numbers in JavaScript, sorted by nobody's rule.
    private static func sortedAsText(_ lines: CodeLines, asked: String) -> MentorSuspicion? {
        guard [.javascript, .typescript, .javascriptReact, .typescriptReact].contains(lines.language) else {
            return nil
        }
        let words = Set(Words.split(asked, limit: 100))
        let speaksOfNumbers = !words.isDisjoint(with: [
            "number", "numbers", "numeric", "numerically", "zahlen", "numerisch", "numeros", "nombres", "numeri",
            "ascending",
        ])
        for (index, line) in lines.code.enumerated() where line.contains(".sort()") {
            let isNumbers =
                line.contains(kept(#/\[\s*-?\d[\d\s,.-]*\]/#)) || speaksOfNumbers
                || line.contains(kept(#/(?i)\b\w*(?:price|number|score|age|amount|total|num)s?\w*\.sort\(\)/#))
            guard isNumbers else { continue }
            return MentorSuspicion(
                line: index, about: "type",
                "By what does this call decide which of 9 and 10 comes first, when nobody tells it how?",
                "Sort three values of one, two and three digits with it, and look in what order a dictionary would have them."
            )
        }
        return nil
    }

    /// The largest of a list, begun with 0.
    private static func bestOfNothing(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            guard let made = line.firstMatch(of: kept(#/\b(?:let|var|int)?\s*(\w+)\s*:?=\s*0\s*;?\s*$/#)) else {
                continue
            }
            let name = String(made.1)
            let rest = lines.code[(index + 1)...].prefix(12)
            let takes = rest.contains { text in
                text.firstMatch(of: kept(#/\bif\b\s*\(?\s*(\w+)\s*([<>])=?\s*(\w+)/#)).map {
                    String($0.3) == name || String($0.1) == name
                } ?? false
            }
            let sets = rest.contains { $0.contains(name + " = ") && !$0.contains(name + " = " + name) }
            guard takes, sets, rest.contains(where: { $0.contains(kept(#/\bfor\b|\bwhile\b/#)) }) else { continue }
            return MentorSuspicion(
                line: index, about: "boundary",
                "If every value is below zero, what does `\(name)` hold at the end, and is it one of the values?",
                "Run it with one value alone, once 5 and once -5, and hold what comes out against the list.")
        }
        return nil
    }

    /// `let count = 0` in a component, changed by a click.
    private static func forgottenByDrawing(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.code.contains(where: { $0.contains(kept(#/\bon[A-Z]\w+=\{/#)) }) else { return nil }
        for function in lines.functions where function.name.first?.isUppercase ?? false {
            for place in function.body {
                guard let found = lines.code[place].firstMatch(of: kept(#/^\s*(?:let|var)\s+(\w+)\s*=/#)) else {
                    continue
                }
                let name = String(found.1)
                let change = name + #"\s*(?:=[^=>]|\+\+|--|[-+]=)"#
                guard let sign = try? Regex(change),
                    lines.code[(place + 1)...].contains(where: { $0.contains("=>") && $0.contains(sign) })
                else { continue }
                return MentorSuspicion(
                    line: place, about: "state",
                    "When `\(function.name)` is drawn again, what does `\(name)` begin with, and who says that it is to be drawn?",
                    "Print `\(name)` in the click and once at the top of `\(function.name)`; count the lines of each.")
            }
        }
        return nil
    }

    /// A search by halves whose lower end may not move.
    private static func halfThatStays(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            guard
                let half = line.firstMatch(
                    of: kept(#/\b(\w+)\s*:?=.*\b(\w+)\s*\+\s*(\w+)\s*\)\s*(?:\/\/|\/|>>)\s*[12]/#))
            else { continue }
            let (middle, low, high) = (String(half.1), String(half.2), String(half.3))
            guard
                lines.code[..<index].suffix(3).contains(where: {
                    $0.contains("while") && !$0.contains("- 1") && !$0.contains("> 1")
                }),
                let place = lines.code.indices.dropFirst(index + 1).prefix(8).first(where: {
                    lines.code[$0].trimmingSpaces.hasPrefix(low + " = " + middle)
                        && !lines.code[$0].contains(middle + " +") && !lines.code[$0].contains(middle + "+")
                })
            else { continue }
            return MentorSuspicion(
                line: place, about: "loop",
                "For `\(low)` = 3 and `\(high)` = 4: what is `\(middle)`, and what is different after this line?",
                "Write `\(low)`, `\(high)` and `\(middle)` into a table, a row for each round, until they are next to each other; "
                    + "then write two more rows.")
        }
        return nil
    }

    /// A case of a chain that an earlier one takes away: `% 3` before `% 15`, `> 10` before `> 100`.
    private static func neverAsked(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        var chain: [(name: String, sign: String, number: Int)] = []
        for (index, line) in lines.code.enumerated() {
            let text = line.trimmingSpaces
            let continues = text.contains(kept(#/^(?:\}\s*)?(?:elif|else\s+if)\b/#))
            if !continues, text.contains(kept(#/^if\b/#)) { chain = [] }
            guard continues || text.contains(kept(#/^if\b/#)),
                let found = text.firstMatch(
                    of: kept(#/^(?:\}\s*)?(?:elif|else\s+if|if)\s*\(?\s*(\w+)\s*(%|>=?|<=?)\s*(\d+)/#)),
                let number = Int(found.3), !text.contains(" and "), !text.contains("&&")
            else { continue }
            let (name, sign) = (String(found.1), String(found.2))
            let takesAll = chain.contains { earlier in
                guard earlier.name == name, earlier.sign.first == sign.first, earlier.number > 0 else { return false }
                switch sign.first {
                case "%": return number > earlier.number && number % earlier.number == 0
                case ">": return number > earlier.number
                default: return number < earlier.number
                }
            }
            if continues, takesAll {
                let input = sign.hasPrefix(">") ? number + 1 : sign.hasPrefix("<") ? number - 1 : number
                return MentorSuspicion(
                    line: index, about: "condition",
                    "With `\(name)` = \(input): which is the first question of this chain that is answered with yes?",
                    "Go through the chain from the top with `\(name)` = \(input) and stop at the first yes; which lines are left unread?"
                )
            }
            chain.append((name, sign, number))
        }
        return nil
    }

    /// A box with a width that is to stand in the middle.
    private static func roomBeside(_ lines: CodeLines, asked: String) -> MentorSuspicion? {
        guard lines.language == .css || lines.language == .scss else { return nil }
        let words = Words.split(asked, limit: 60)
        let middle = ["cent", "zentr", "mitte", "middle", "milieu"]
        guard words.contains(where: { word in middle.contains { word.hasPrefix($0) } }),
            let width = lines.first(kept(#/\b(?:max-)?width\s*:/#)),
            !lines.code.contains(where: { $0.contains("auto") })
        else { return nil }
        let place = lines.first(kept(#/\bmargin\s*:/#)) ?? width
        return MentorSuspicion(
            line: place, about: "layout",
            "The box is narrower than the page: how is the room that is left shared out on its two sides, and by which line?",
            "Give the box and what is around it an outline. What moves: the box, or only the text in it?")
    }

    /// Names whose rule has a case that one condition does not know.
    private static func ruleOfTheName(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        let rules:
            [(word: String, sign: Regex<Substring>, unless: Regex<Substring>, inputs: String, question: String)] = [
                (
                    "leap", kept(#/% *4\b/#), kept(#/\b[14]00\b/#), "the years 1900, 2000 and 2024",
                    "What does this line give for the years 1900, 2000 and 2024? Look each of them up."
                ),
                (
                    "median", kept(#/(?:\/\/|\/|>>) *[12]\b/#), kept(#/% *2|& *1/#), "two values, three and four",
                    "For two values, which of them does this line give? And where would you look on paper?"
                ),
            ]
        for function in lines.functions {
            let parts = CodeLines.parts(of: function.name)
            for rule in rules where parts.contains(rule.word) {
                guard let place = function.body.first(where: { lines.code[$0].contains(rule.sign) }),
                    !function.body.contains(where: { lines.code[$0].contains(rule.unless) })
                else { continue }
                return MentorSuspicion(
                    line: place, about: "boundary", rule.question,
                    "Make a table for \(rule.inputs): what `\(function.name)` should give, found from somewhere else than this "
                        + "code, and beside it what this line gives.")
            }
        }
        return nil
    }

    /// A result that one comparison with a number decides.
    private static func limitItself(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/^\s*return\s+(\w+)\s*[<>]\s*(\d{1,6})\s*;?\s*$/#)),
                let limit = Int(found.2),
                limit > 1
            else { continue }
            return MentorSuspicion(
                line: index, about: "boundary",
                "What does this line give for `\(found.1)` = \(limit - 1), \(limit) and \(limit + 1), and what should it give for each?",
                "Write down the three answers for \(limit - 1), \(limit) and \(limit + 1) as whoever asked for this would give them, "
                    + "then run it with each.")
        }
        return nil
    }
}

extension CodeLines {
    /// The lines that stand further in below a line, without blank ones.
    func inner(of line: Int) -> [Int] {
        let own = indentation(line)
        return code.indices.dropFirst(line + 1).prefix {
            code[$0].allSatisfy(\.isWhitespace) || indentation($0) > own
        }.filter { !code[$0].allSatisfy(\.isWhitespace) }
    }
}
