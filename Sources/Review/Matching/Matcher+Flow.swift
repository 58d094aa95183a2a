/// Which function a use of a variable is in.
extension Matcher {
    /// How far code outside of functions is followed back and on, in lines.
    private static let (linesBefore, linesAfter) = (80, 20)
    /// How far above a function another one around it is looked for, in lines.
    private static let farthestOuter = 40
    /// By how many lines the end of a function moves on that ends out of reach.
    private static let stepOfLongFunctions = 64
    /// How many functions are kept, and the places of those around how many lines.
    private static let (mostFlows, mostPlaces) = (16, 1024)
    /// The most tokens that are looked at to tell which branches of a function are always taken.
    private static let mostLooksForBranches = 16_000

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
        let found = place(ofFunctionAround: line)
        lines.touch(found.seenLines)
        if let known = flows.first(where: { $0.lines == found.lines }) {
            flow = known
        } else {
            flow = FunctionFlow()
            flow.lines = found.lines
            var builder = FlowBuilder(lines, flow)
            builder.run()
            lines.countShared(4 * (builder.end - builder.start))
            flow = builder.flow
            lines.beginShared(to: Matcher.mostLooksForBranches)
            decideBranches()
            lines.endShared()
            if flows.count == Matcher.mostFlows { flows.removeFirst() }
            flows.append(flow)
        }
        flow.seenLines = found.seenLines
        (flow.epoch, flow.anchor, flow.line) = (lines.epoch, lines.anchorLine, line)
        return flow
    }

    /// The lines of the function around a line, which are found once for all matches that may look at as much.
    private mutating func place(ofFunctionAround line: Int) -> FunctionPlace {
        if placesEpoch != lines.epoch {
            placesEpoch = lines.epoch
            places.removeAll(keepingCapacity: true)
            flows.removeAll(keepingCapacity: true)
        }
        if let known = places[line] {
            if known.anchor == lines.anchorLine
                || (known.isWhole(in: lines.buffer.lineCount) && lines.reaches(known.seenLines.lowerBound)
                    && lines.reaches(known.seenLines.upperBound - 1))
            {
                // What ends with the document goes on when that does.
                if let before = known.stoppedBefore { _ = lines.reaches(before) }
                if let behind = known.stoppedBehind { _ = lines.reaches(behind) }
                return known
            }
        }
        let found = findFunction(around: line)
        lines.countShared(2 * found.seenLines.count)
        if places.count == Matcher.mostPlaces { places.removeAll(keepingCapacity: true) }
        places[line] = found
        return found
    }

    /// The lines of the outermost function around a line that is no class's.
    private mutating func findFunction(around line: Int) -> FunctionPlace {
        var found = FunctionPlace(anchor: lines.anchorLine)
        var column = firstColumn(line) ?? 0
        var start: Int? = startsFunctionBody(line) ? line : nil
        var at = line - 1
        var last = line
        while column > 0, start.map({ $0 - at < Matcher.farthestOuter }) ?? true {
            guard lines.reaches(at) else {
                found.stoppedBefore = at
                break
            }
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
            while low > 0, low > line - Matcher.linesBefore {
                guard lines.reaches(low - 1) else {
                    found.stoppedBefore = low - 1
                    break
                }
                low -= 1
            }
            var high = line + 1
            while high < line + Matcher.linesAfter {
                guard lines.reaches(high) else {
                    found.stoppedBehind = high
                    break
                }
                high += 1
            }
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
            guard lines.reaches(end) else {
                found.stoppedBehind = end
                break
            }
            if let here = firstColumn(end), here <= head { break }
            end += 1
        }
        found.lines = first..<end
        if found.stoppedBehind != nil, end < lines.buffer.lineCount {
            // Most lines of a long function are to have the same part of it, which is read once.
            let step = Matcher.stepOfLongFunctions
            found.lines = first..<max(line + 1, first + (end - first) / step * step)
        }
        var before = first
        if mark != nil, first > 0 {
            if lines.reaches(first - 1) { before = first - 1 } else { found.stoppedBefore = first - 1 }
        }
        found.seenLines = min(last, before)..<(found.stoppedBehind == nil ? end + 1 : end)
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

/// Where the function around a line was found, from an anchor line.
struct FunctionPlace {
    var anchor: Int
    /// The lines of the function, and those that had to be looked at to find them.
    var lines = 0..<0
    var seenLines = 0..<0
    /// The lines out of reach at which the search ended, before and behind.
    var stoppedBefore: Int?
    var stoppedBehind: Int?

    init(anchor: Int) {
        self.anchor = anchor
    }

    /// Whether nothing but the ends of a document ended the search: it is the same from every line that reaches as far.
    func isWhole(in lineCount: Int) -> Bool {
        (stoppedBefore ?? -1) < 0 && (stoppedBehind ?? lineCount) >= lineCount
    }
}
