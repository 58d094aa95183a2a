import Mentoring
import Patterns

/// A line of a student's code that often goes with a mistake, and what to ask about it.
///
/// It is a reason to look, never a verdict: what is found here may be right, and what is not found may be wrong.
struct MentorSuspicion: Sendable {
    /// Counted from 0.
    let line: Int
    let question: String
    let pointer: String
    let concept: MentorConcept

    /// Those that apply, the likeliest kinds of mistake first.
    ///
    /// Slips are left out where a message is quoted that says more.
    static func all(in lines: CodeLines, asked: String, withSlips: Bool) -> [MentorSuspicion] {
        (kinds + (withSlips ? inSlips : []) + [lostResult]).compactMap { look in look(lines, asked) }
    }

    private static let kinds: [@Sendable (CodeLines, String) -> MentorSuspicion?] =
        [
            endlessRecursion, nameAgainstOperator, returnInsideLoop, bothWaysOut, resultSeenToBeNothing, resultOfChange,
            pastTheEnd, changedWhileRead, endlessLoop, textAsNumber, assignmentAsCondition, sharedDefault,
            exactFraction,
            notAwaited, swallowedError,
        ] + inStatements + inScripts + inPages + inComponents + inFunctions + inValues

    /// What hands nothing back, where nothing is what was seen.
    private static func resultSeenToBeNothing(_ lines: CodeLines, _ asked: String) -> MentorSuspicion? {
        let words = Set(Words.split(asked, limit: 200))
        return words.isDisjoint(with: ["none", "undefined", "nonetype", "null"]) ? nil : lostResult(lines, asked)
    }

    /// A loop whose first round ends the function on either way.
    private static func bothWaysOut(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() where line.contains(kept(#/^\s*for\b/#)) {
            let body = lines.inner(of: index)
            guard let first = body.first else { continue }
            let own = lines.indentation(first)
            let heads = body.filter { lines.indentation($0) == own && lines.code[$0].contains(where: \.isLetter) }
            guard heads.count == 2, lines.code[heads[0]].contains(kept(#/^\s*if\b/#)),
                lines.code[heads[1]].contains(kept(#/^\s*(?:\}\s*)?else\b/#))
            else { continue }
            let ways = heads.map { head in lines.inner(of: head).first.map { lines.code[$0].trimmingSpaces } ?? "" }
            guard ways.allSatisfy({ $0.hasPrefix("return") }) else { continue }
            let call = lines.exampleCall(around: index).map { " for `\($0)`" } ?? ""
            return MentorSuspicion(
                heads[1], "loop iterate range",
                "How many rounds does the loop make\(call) before the function ends, and on which way could it make a second one?",
                "Write down the rounds of the loop\(call), and for each which of the two ways it takes and what happens then."
            )
        }
        return nil
    }

    private init(_ line: Int, _ topic: String, _ question: String, _ pointer: String) {
        self.line = line
        self.question = question
        self.pointer = pointer
        concept = MentorConcept.nearest(to: topic, code: "")
    }

    /// With the worked example of a topic.
    init(line: Int, about topic: String, _ question: String, _ pointer: String) {
        self.line = line
        self.question = question
        self.pointer = pointer
        concept = MentorConcept(
            question: question, pointer: pointer, example: MentorTopic.named(topic).example, topic: topic)
    }

    // MARK: Functions

    private static func endlessRecursion(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for function in lines.functions {
            let calls = function.body.filter {
                lines.calls(function.name, on: $0) && $0 != function.line || lines.callsItself(function, on: $0)
            }
            guard let call = calls.first else { continue }
            let decides = function.body.contains { $0 <= call && lines.decides($0) }
            if decides { continue }
            return MentorSuspicion(
                call, "recursion base case",
                "For which input does `\(function.name)` give an answer without calling itself?",
                "Follow it on paper from the smallest input that you can think of: what does `\(function.name)` call, and what "
                    + "does that call? Write down where it stops.")
        }
        return nil
    }

    /// A name that promises one thing beside an operator that often does another.
    private static func nameAgainstOperator(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        let doubts: [(words: Set<String>, sign: Regex<Substring>, inputs: String)] = [
            (["even"], /% *2 *(?:={2,3} *1|!={1,2} *0)/, "4 and for 7"),
            (["odd"], /% *2 *(?:={2,3} *0|!={1,2} *1)/, "4 and for 7"),
            (["add", "sum", "plus", "total"], /return\s+\w+\s*-\s*\w+/, "2 and 3"),
            (["subtract", "minus", "difference"], /return\s+\w+\s*\+\s*\w+/, "5 and 3"),
            (["multiply", "product", "times"], /return\s+\w+\s*[+-]\s*\w+/, "2 and 5"),
            (["positive"], /return\s+\w+\s*<\s*0/, "5 and for -5"),
            (["negative"], /return\s+\w+\s*>\s*0/, "5 and for -5"),
            (
                ["max", "maximum", "largest", "biggest", "highest"], /if\b.*<\s*\w*(?:max|larg|big|high|best)/,
                "the list 1, 3, 2"
            ),
            (["min", "minimum", "smallest", "lowest"], /if\b.*>\s*\w*(?:min|small|low|best)/, "the list 3, 1, 2"),
        ]
        for function in lines.functions {
            let name = Set(CodeLines.parts(of: function.name))
            for doubt in doubts where !name.isDisjoint(with: doubt.words) {
                for line in function.body where lines.code[line].contains(doubt.sign) {
                    return MentorSuspicion(
                        line, "condition boolean compare",
                        "What does this line give for \(doubt.inputs)? Say it before you run it, then run it.",
                        "Work this one line out by hand for \(doubt.inputs), and hold the result against what the name "
                            + "`\(function.name)` promises.")
                }
            }
        }
        return nil
    }

    private static func returnInsideLoop(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() where lines.isPython {
            guard line.trimmingSpaces.contains(kept(/^(?:for|while)\b.*:$/)) else { continue }
            let own = lines.indentation(index)
            let body = lines.code.indices.dropFirst(index + 1).prefix {
                lines.code[$0].allSatisfy(\.isWhitespace) || lines.indentation($0) > own
            }.filter { !lines.code[$0].allSatisfy(\.isWhitespace) }
            guard let first = body.first, let last = body.last, lines.indentation(last) == lines.indentation(first),
                lines.code[last].trimmingSpaces.hasPrefix("return"),
                !body.contains(where: { lines.code[$0].trimmingSpaces.hasPrefix("continue") })
            else { continue }
            return MentorSuspicion(
                last, "loop iterate range",
                "How many times does the loop around this line run before the function ends?",
                "Count the rounds of the loop for a list of three elements; look at how far this line is moved in.")
        }
        return nil
    }

    /// A function that hands nothing back, on some way through it, though somebody waits for a result.
    private static func lostResult(_ lines: CodeLines, _ asked: String) -> MentorSuspicion? {
        let words = Set(Words.split(asked, limit: 200))
        let sawNothing = !words.isDisjoint(with: ["none", "undefined", "nonetype", "null"])
        for function in lines.functions where !function.body.isEmpty {
            let returns = function.body.filter { lines.code[$0].contains(kept(/\b(?:return|yield|raise|throw)\b/)) }
            let last = function.body.last { lines.code[$0].contains { $0.isLetter || $0.isNumber } } ?? function.line
            if function.body == function.line..<function.line + 1, lines.code[function.line].contains("=>") { continue }
            let isUsed = lines.code.indices.contains { lines.usesResult(of: function.name, on: $0) }
            if returns.isEmpty, isUsed || sawNothing, lines.mayHandBack(function) {
                return MentorSuspicion(
                    last, "return print none",
                    "What does `\(function.name)` hand back to whoever calls it?",
                    "Showing a value and handing it back are two things. Which of the two does `\(function.name)` do, and which "
                        + "does its caller need?")
            }
            let ends = returns.contains {
                $0 == last || lines.indentation($0) == lines.indentation(function.body.first ?? last)
            }
            if lines.isPython, sawNothing, !returns.isEmpty, !ends {
                return MentorSuspicion(
                    last, "return print none",
                    "Is there a way through `\(function.name)` on which no `return` is met?",
                    "Go through `\(function.name)` with an input for which no condition holds, and say what is handed back then."
                )
            }
        }
        return nil
    }

    // MARK: Lines

    private static func resultOfChange(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.isPython else { return nil }
        return lines.first(
            /(?:^|[^=!<>])=\s*[\w.\[\]]+\.(?:sort|append|extend|reverse|insert|remove|clear|update)\(|=\s*random\.shuffle\(/
        ).map {
            MentorSuspicion(
                $0, "return none", "What does the call on this line hand back?",
                "Some calls change the thing itself, others make a new one. Print what stands on the left after this line."
            )
        }
    }

    private static func pastTheEnd(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        lines.first(
            /<=\s*[\w.]+\.(?:length|count|size)\b|<=\s*len\(|range\(\s*(?:\d+\s*,\s*)?len\([^)]*\)\s*\+\s*1|(\b\w+)\[\s*(?:\1\.(?:length|count)|len\(\1\))\s*\]/
        )
        .map {
            MentorSuspicion(
                $0, "loop index off by one",
                "Which is the last index that this line allows, and what stands there?",
                "Write the values of the index for a list of zero, one and two elements on paper; one of the three will "
                    + "surprise you.")
        }
    }

    private static func changedWhileRead(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            guard
                let loop = line.firstMatch(
                    of: kept(/\bfor\s*\(?\s*(?:const|let|var)?\s*\w+\s+(?:in|of)\s+(\w+)\s*[:)]/))
            else { continue }
            let list = String(loop.1)
            let end = min(lines.code.count, index + 8)
            for next in index + 1..<max(end, index + 1)
            where lines.indentation(next) > lines.indentation(index)
                && [".remove(", ".pop(", ".splice(", ".append(", ".push("].contains(where: {
                    lines.code[next].contains(list + $0)
                })
            {
                return MentorSuspicion(
                    next, "loop iterate list",
                    "What does the loop's next round see after this line has run?",
                    "Play the loop with two equal neighbours in the list, and note what is at each position after every round."
                )
            }
        }
        return nil
    }

    private static func endlessLoop(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated()
        where line.contains(kept(/\bwhile\s*\(?\s*(?:True|true|1)\s*\)?\s*[:{]/)) {
            let own = lines.indentation(index)
            let body = lines.code.indices.dropFirst(index + 1).prefix {
                lines.code[$0].allSatisfy(\.isWhitespace) || lines.indentation($0) > own
            }
            if body.contains(where: {
                lines.code[$0].contains(kept(/\b(?:break|return|raise|throw|exit|yield|await)\b/))
            }) {
                continue
            }
            return MentorSuspicion(
                index, "loop iterate", "What makes this loop stop?",
                "Name the line in the loop that ends it, and the input with which that line is reached.")
        }
        return nil
    }

    private static func textAsNumber(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() where lines.isPython {
            guard let read = line.firstMatch(of: kept(/(\w+)\s*=\s*input\(/)) else { continue }
            let name = String(read.1)
            let isNumber = lines.code[index...].contains {
                $0.contains("int(" + name) || $0.contains("float(" + name) || $0.contains("int(input")
                    || $0.contains(name + ".")
            }
            guard !isNumber,
                let use = lines.code.indices.dropFirst(index + 1).first(where: { next in
                    let text = lines.code[next]
                    return text.contains(name) && text.contains(kept(/[<>%*]|[-+=]=?\s*\d/))
                })
            else { continue }
            return MentorSuspicion(
                use, "type string number", "Of which type is `\(name)` when this line runs?",
                "Print the type of `\(name)` just before this line; then think about where it came in.")
        }
        return nil
    }

    private static func assignmentAsCondition(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard !lines.isPython else { return nil }
        return lines.first(kept(/\b(?:if|while)\s*\(\s*[\w.]+\s*=\s*[^=]/)).map {
            MentorSuspicion(
                $0, "condition boolean compare", "What is the value of the part in brackets, and what has it changed?",
                "Read the sign in the brackets aloud: is it a question or an order?")
        }
    }

    private static func sharedDefault(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.isPython else { return nil }
        return lines.first(kept(/def\s+\w+\(.*=\s*(?:\[\]|\{\}|list\(\)|dict\(\)|set\(\))/)).map {
            MentorSuspicion(
                $0, "state mutate", "When is the value after the `=` in this line made: once, or at every call?",
                "Call it twice with nothing for that parameter, and print it each time.")
        }
    }

    private static func exactFraction(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        lines.first(kept(/(?:==|!=)=?\s*\d+\.\d*[1-9]/)).map {
            MentorSuspicion(
                $0, "float decimal rounding", "How many of these values can the number type hold exactly?",
                "Print both sides of the comparison with twenty digits.")
        }
    }

    private static func notAwaited(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard !lines.isPython else { return nil }
        return lines.first(kept(/=\s*(?:fetch\(|axios\.\w+\(|\w+\.json\(\))/)).map {
            MentorSuspicion(
                $0, "async await promise", "When the next line runs, has the work of this one already finished?",
                "Print what this line gives, and its type, before anything uses it.")
        }
    }

    private static func swallowedError(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated()
        where line.contains(kept(/\bexcept\b[^:]*:\s*(?:pass)?\s*$|\bcatch\b[^{]*\{\s*\}/)) {
            let next = lines.code.indices.contains(index + 1) ? lines.code[index + 1].trimmingSpaces : ""
            guard next == "pass" || line.contains("pass") || line.contains(kept(/\{\s*\}/)) else { continue }
            return MentorSuspicion(
                index, "error exception catch", "If something fails above this line, who learns of it?",
                "Let it fail on purpose, and look for a trace of it.")
        }
        return nil
    }
}

extension CodeLines {
    func first(_ sign: some RegexComponent) -> Int? { code.firstIndex { $0.contains(sign) } }

    fileprivate func calls(_ name: String, on line: Int) -> Bool {
        Self.position(of: name + "(", in: code[line]) != nil
    }

    /// A one-line function that calls itself.
    fileprivate func callsItself(_ function: Function, on line: Int) -> Bool {
        guard line == function.line, let first = Self.position(of: function.name, in: code[line]) else { return false }
        let rest = String(code[line].dropFirst(first + function.name.count))
        return Self.position(of: function.name + "(", in: rest) != nil
    }

    /// Whether a line chooses between ways.
    fileprivate func decides(_ line: Int) -> Bool {
        code[line].contains(kept(/\b(?:if|elif|else|switch|case|match|guard|while|for|unless|try|and|or)\b|\?|&&|\|\|/))
    }

    /// Whether a function may be meant to hand something back: in a typed language it says so.
    fileprivate func mayHandBack(_ function: Function) -> Bool {
        if function.name == "main" || function.name == "init" { return false }
        let head = code[function.line]
        switch language {
        case .go: return head.contains(kept(#/\)\s*[\w*\[(].*\{/#))
        case .swift: return head.contains("->")
        default: return !head.contains(kept(#/\bvoid\b/#))
        }
    }

    fileprivate func usesResult(of name: String, on line: Int) -> Bool {
        guard calls(name, on: line), !functions.contains(where: { $0.line == line }) else { return false }
        let text = code[line].trimmingSpaces
        if text.hasPrefix(name + "(") || text.hasPrefix("await " + name + "(") { return false }
        // What a handler or a block calls is asked for nothing.
        guard let place = Self.position(of: name + "(", in: code[line]) else { return false }
        let before = String(code[line].prefix(place)).trimmingSpaces
        return !before.hasSuffix("=>") && !before.hasSuffix("{") && !before.hasSuffix(";") && !before.hasSuffix("go")
            && !before.hasSuffix("defer")
    }

    /// The character at which a text stands as a word of its own.
    private static func position(of text: String, in line: String) -> Int? {
        var rest = line[...]
        while let found = rest.firstRange(of: text) {
            let isWord =
                found.lowerBound == line.startIndex
                || !(line[line.index(before: found.lowerBound)].isLetter
                    || line[line.index(before: found.lowerBound)].isNumber
                    || "_.$".contains(line[line.index(before: found.lowerBound)]))
            if isWord { return line.distance(from: line.startIndex, to: found.lowerBound) }
            rest = line[found.upperBound...]
        }
        return nil
    }
}
