import JSON
import Review

/// What has to be said before anything else about the code.
extension MentorAdvice {
    /// The question is about a line that there is not.
    init(missingLine line: String, in lines: CodeLines, from first: Int) {
        let has =
            first > 1
            ? "I was given lines \(first) to \(max(first, lines.total)) of the file"
            : "the file has \(lines.total) line\(lines.total == 1 ? "" : "s")"
        self.init(
            line: nil,
            question:
                "There is no line \(line) here: \(has). Which line do you mean? Read me the words that stand on it.",
            pointer:
                "There is no line \(line) here: \(has). Your editor shows the number of the line that the cursor is on; "
                + "go to the line that you mean and ask from there. Or did the message that named \(line) speak of another file?",
            example:
                "There is no line \(line) here: \(has). Somebody looked for “line 12” of a message in a file of eight "
                + "lines: the message had a path before the number, and it was the path of another file.")
        (isWhole, isFirst, missing) = (true, true, (line, lines.total))
    }

    /// The code cannot be read by any parser of its language: nothing of it runs, whatever else is right in it.
    ///
    /// Says where, and not what is missing there.
    init(unreadableFrom line: Int, in lines: CodeLines) {
        let place = lines.spot(line)
        let fact =
            "This does not parse: no reader of its language gets past \(place). So nothing of it can run yet, "
            + "whatever is right in the rest."
        self.init(
            line: line,
            question:
                "\(fact) Read that line aloud, sign by sign, and the end of the one before it: at which sign would a "
                + "reader expect something else than what stands there?",
            pointer:
                "\(fact) A parser names the place where it gave up, which may be behind the mistake. For each bracket "
                + "and each quotation mark that is opened there or above, put a finger on the one that closes it; then hold "
                + "the line against one of the same kind that works, and compare how each begins, ends and is moved in.",
            example: fact + "\n\nA similar problem, solved:\n\n"
                + "A message named line 2, `print(total)`, where nothing was wrong. Line 1 was `total = (2 + 3 * 4`: counting "
                + "what it opened and what it closed showed that the second line was read as a part of the first.",
            isSeen: true)
        (isWhole, isFirst, isUnreadable) = (true, true, true)
    }

    /// The file holds sentences and no program.
    init(_ prose: ProseFile) {
        let places = prose.fences.prefix(3).map { fence in
            "lines \(fence.lines.lowerBound + 1)–\(fence.lines.upperBound)"
        }
        let what =
            "This is \(prose.kind) of \(prose.lineCount) line\(prose.lineCount == 1 ? "" : "s") and no program, and what "
            + "I know is code."
        let next =
            places.isEmpty
            ? "If your question is about a program, go to its file, or select its lines, and ask there."
            : "It quotes code at \(places.joined(separator: ", ")): put the cursor there and ask again, or ask in the "
                + "program's own file."
        self.init(
            line: nil,
            question:
                "\(what) \(next) And about the text: who will read it, and what should they be able to do afterwards?",
            pointer:
                "\(what) \(next) For the text, have somebody follow it who does not know what you mean, and note the "
                + "first sentence at which they stop.",
            example: "\(what) \(next) An instruction said “start the server”; the first reader had none installed. One "
                + "sentence before it, on what must be there first, was all that it lacked.")
        (isWhole, isFirst) = (true, true)
    }
}

extension Mentor {
    /// Where no parser could go on, counted from 0; nil where nothing says so, or the code is a piece of a file.
    static func unreadableLine(of code: String, _ lines: CodeLines, _ document: ReviewedDocument, isWhole: Bool) -> Int?
    {
        guard isWhole, let first = lines.code.first(where: { $0.contains { !$0.isWhitespace } }),
            first.first?.isWhitespace == false, !continues(first)
        else { return nil }
        let language = lines.isPython ? Language.python : lines.language
        // What is called by the wrong language's name is not broken for that.
        let isBraced =
            lines.code.contains { $0.trimmingSpaces.hasSuffix("{") }
            && lines.code.contains { $0.trimmingSpaces.hasPrefix("}") }
        if language == .python, isBraced,
            SyntaxCheck.verdict(of: code, language: .typescriptReact, path: "") == .parses
        {
            return nil
        }
        switch SyntaxCheck.verdict(of: code, language: language, path: "") {
        case .parses: return nil
        case .broken(let problem):
            // Where it ends with the head of a block, somebody may have selected so much and no more.
            let last = lines.code.lastIndex { $0.contains { !$0.isWhitespace } } ?? 0
            let isCutOff = problem.line > last && lines.code[last].trimmingSpaces.hasSuffix(":")
            return isCutOff ? nil : problem.line - 1
        case .notChecked: return unbalancedLine(of: document)
        }
    }

    /// Whether a line goes on with something that began above it.
    private static func continues(_ line: String) -> Bool {
        line.contains(kept(#/^(?:elif|else|except|finally|catch|case|default)\b|^[\])}.,:?|&]/#))
    }

    private static let braced: Set<Language> = [.java, .kotlin, .csharp, .rust, .dart, .c, .cpp, .sql, .terraform]

    /// By the brackets alone, in a language of which no more is known.
    private static func unbalancedLine(of document: ReviewedDocument) -> Int? {
        guard braced.contains(document.language) else { return nil }
        var open = OpenBrackets()
        do throws(SyntaxStop) {
            for line in 0..<document.buffer.lineCount {
                let bytes = document.buffer.lineBytes(line)
                // What is left out by a condition may close what is opened twice.
                if [.c, .cpp, .csharp].contains(document.language),
                    bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "#")
                {
                    if String(decoding: bytes, as: UTF8.self).contains(kept(#/^\s*#\s*(?:if|else|elif)/#)) {
                        return nil
                    }
                }
                for token in document.codeTokens(ofLine: line) where token.kind == .sign {
                    guard let sign = bytes[token.range].last else { continue }
                    switch sign {
                    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): try open.push(sign, line: line + 1)
                    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): try open.close(sign, line: line + 1)
                    default: continue
                    }
                }
            }
            try open.end()
            return nil
        } catch {
            guard case .problem(let problem) = error else { return nil }
            return problem.line - 1
        }
    }
}
