/// Which function a use of a variable is in.
extension Matcher {
    /// How far code outside of functions is followed back and on, in lines.
    private static let (linesBefore, linesAfter) = (80, 20)
    /// How far above a function another one around it is looked for, in lines.
    private static let farthestOuter = 40

    /// Whether a word stands at another place, too, where the function around the token `number` may be: a variable
    /// that does not is given nothing there.
    ///
    /// To search the text costs a hundredth of finding the function and making its flow.
    mutating func isNamedTwice(_ word: Int?, from number: Int) -> Bool {
        guard let word, language != .sql else { return true }
        let token = lines.known(word)
        // Another name of something is spelled otherwise, but has the hash of this one.
        guard token.kind == .word, lines.aliases.text(of: token.hash) == nil else { return true }
        let line = lines.line(of: number)
        var searched = lines.anchorLine - DocumentLines.reach..<lines.anchorLine + DocumentLines.reach + 1
        if firstColumn(line) ?? 0 == 0, !startsFunctionBody(line) {
            searched = line - Matcher.linesBefore..<line + Matcher.linesAfter
        }
        guard searched.contains(lines.line(of: word)) else { return true }
        return lines.standsTwice(token, in: searched)
    }

    /// The blocks and assignments of the function around a token, or of the code near it.
    mutating func flow(around number: Int) -> FunctionFlow {
        let line = lines.line(of: number)
        if flow.epoch == lines.epoch, flow.anchor == lines.anchorLine, flow.line == line {
            lines.touch(flow.seenLines)
            return flow
        }
        var found = findFunction(around: line)
        (found.epoch, found.anchor, found.line) = (lines.epoch, lines.anchorLine, line)
        lines.touch(found.seenLines)
        if flow.epoch == lines.epoch, flow.lines == found.lines {
            (found.blocks, found.assignments) = (flow.blocks, flow.assignments)
            flow = found
            return flow
        }
        flow = found
        var builder = FlowBuilder(lines, flow)
        builder.run()
        lines.countShared(4 * (builder.end - builder.start))
        flow = builder.flow
        decideBranches()
        return flow
    }

    /// The lines of the outermost function around a line that is no class's.
    private mutating func findFunction(around line: Int) -> FunctionFlow {
        var found = FunctionFlow()
        var column = firstColumn(line) ?? 0
        var start: Int? = startsFunctionBody(line) ? line : nil
        var at = line - 1
        var last = line
        while column > 0, start.map({ $0 - at < Matcher.farthestOuter }) ?? true {
            guard lines.reaches(at) else { break }
            last = at
            if let here = firstColumn(at), here < column {
                column = here
                if isTypeHeader(at) { break }
                if startsFunctionBody(at) { start = at }
            }
            at -= 1
        }
        guard var first = start else {
            var low = line
            while low > 0, low > line - Matcher.linesBefore, lines.reaches(low - 1) { low -= 1 }
            var high = line + 1
            while high < line + Matcher.linesAfter, lines.reaches(high) { high += 1 }
            found.lines = low..<high
            found.seenLines = min(low, last)..<high
            return found
        }
        let head = firstColumn(first) ?? 0
        // What decorates it belongs to it.
        let mark: StaticString? = language == .python ? "@" : language == .csharp ? "[" : nil
        while let mark, first > 0, lines.reaches(first - 1), firstColumn(first - 1) == head,
            let token = lines.tokens(ofLine: first - 1).first.map({ lines.known($0) }), says(token, mark)
        {
            first -= 1
        }
        var end = line + 1
        while true {
            guard lines.reaches(end) else { break }
            if let here = firstColumn(end), here <= head { break }
            end += 1
        }
        found.lines = first..<end
        let before = mark != nil && first > 0 && lines.reaches(first - 1) ? first - 1 : first
        found.seenLines = min(last, before)..<(lines.reaches(end) ? end + 1 : end)
        return found
    }

    /// The column of the first token of a line that starts a statement; nil for one that goes on with one.
    private func firstColumn(_ line: Int) -> Int? {
        guard let number = lines.tokens(ofLine: line).first else { return nil }
        let token = lines.known(number)
        if token.closesGroup || token.kind == .text { return nil }
        return lines.place(of: number, byte: token.start).byte
    }

    /// Whether a line opens the body of a function.
    private mutating func startsFunctionBody(_ line: Int) -> Bool {
        let tokens = lines.tokens(ofLine: line)
        guard let first = tokens.first else { return false }
        for number in tokens.prefix(64) {
            let token = lines.known(number)
            if token.kind == .word, Vocabulary.declarations.contains(token.hash) { return true }
            if language == .kotlin, token.kind == .word, says(token, "fun") { return true }
            if token.kind == .operator, says(token, "=>") { return true }
        }
        guard language != .python, let last = tokens.last, last > first,
            isOpening(tokens, last) || isWholeMethod(tokens, last) || hasErrorsBelow(line, last)
        else { return false }
        let word = lines.known(first)
        return word.kind == .word && !Vocabulary.conditions.contains(word.hash)
            && !Vocabulary.loops.contains(word.hash)
    }

    private func isOpening(_ tokens: Range<Int>, _ last: Int) -> Bool {
        says(lines.known(last), "{") && (says(lines.known(last - 1), ")") || isMethodWithErrors(tokens))
    }

    /// Whether a line is all of a method: `private String name() { return name; }`.
    private func isWholeMethod(_ tokens: Range<Int>, _ last: Int) -> Bool {
        guard language.declaresTypeFirst, says(lines.known(last), "}"),
            DeclarationReader.access.contains(lines.known(tokens.lowerBound).hash)
        else { return false }
        return tokens.dropFirst().contains { says(lines.known($0), "{") && says(lines.known($0 - 1), ")") }
    }

    /// Whether the errors of a method of Java stand on the line below its parameters: `throws SQLException {`.
    private mutating func hasErrorsBelow(_ line: Int, _ last: Int) -> Bool {
        guard language == .java, says(lines.known(last), ")"), lines.reaches(line + 1) else { return false }
        let below = lines.tokens(ofLine: line + 1)
        guard let first = below.first, let end = below.last else { return false }
        return says(lines.known(first), "throws") && says(lines.known(end), "{")
    }

    /// Whether a line of Java is `void find(String name) throws SQLException {`.
    private func isMethodWithErrors(_ tokens: Range<Int>) -> Bool {
        language == .java
            && tokens.dropFirst().contains {
                says(lines.known($0), "throws") && says(lines.known($0 - 1), ")")
            }
    }

    private func isTypeHeader(_ line: Int) -> Bool {
        lines.tokens(ofLine: line).prefix(4).contains { number in
            let token = lines.known(number)
            return token.kind == .word && Vocabulary.types.contains(token.hash)
        }
    }
}
