/// Where React's hooks are called, and what the functions that they are given read.
extension Matcher {
    /// A function, by the bracket that its body starts with.
    private struct Surroundings {
        var open: Int
        var name: Int?
        /// The first token of the parameters and of what is before them.
        var head: Int
        var isAsync = false
        /// Whether it is an argument of a call, and of which: the last name before the bracket.
        var callee: Int?
        var isMethod = false
    }

    /// Whether the hook that is called at `number` is left out, or called more often, in some renders.
    mutating func isMisplacedHook(at number: Int) -> Bool {
        var number = number
        if let dot = lines.token(number + 1), says(dot, ".") { number += 2 }
        guard callsHook(at: number) else { return false }
        var at = number
        var (isConditional, isInCallback) = (false, false)
        while let open = enclosing(at, &isConditional) {
            guard let function = function(openedAt: open) else {
                // An `if`, a loop, a `try`: the hooks in them are not always called.
                if isControlled(open) || isAskedAgain(open) { isConditional = true }
                at = open
                continue
            }
            let name = function.name.flatMap { lines.token($0) }
            if function.isMethod, isInClass(function.open) { return true }
            if let name {
                let text = lines.text(of: name)
                if LookUp.isHookOrNumbered(text) || text.first?.isUpper == true {
                    return isConditional || isInCallback || function.isAsync
                        || returnsEarly(from: open + 1, before: number)
                }
                // A function that is neither component nor hook; what is made in one for others may be either.
                return !function.isMethod && !isInCallback
            }
            if let callee = function.callee.flatMap({ lines.token($0) }),
                Matcher.componentMakers.contains(callee.hash)
            {
                return isConditional || isInCallback || returnsEarly(from: open + 1, before: number)
            }
            isInCallback = true
            at = function.head
        }
        return false
    }

    /// Functions that make a component of the function that they are given.
    private static let componentMakers = WordSet("memo forwardRef observer")
    /// What a statement starts with whose other parts come before.
    private static let statementStarts = WordSet("const let var return throw await export default case")

    private mutating func callsHook(at number: Int) -> Bool {
        guard let next = lines.token(number + 1) else { return false }
        guard says(next, "(") || says(next, "<") else { return false }
        if let before = lines.token(number - 1), before.kind == .word,
            says(before, "function") || says(before, "new") || says(before, "get")
        {
            return false
        }
        // `useName() {` of a class or an object declares it.
        if says(next, "("), let end = self.next(after: number + 1), let brace = lines.token(end), says(brace, "{") {
            return brace.flags.contains(.startsLine)
        }
        return true
    }

    /// The bracket around a token, or the arrow of the function whose body is the expression that it is in;
    /// `isConditional` becomes true where an operator or a branch before the token may leave it out.
    private mutating func enclosing(_ number: Int, _ isConditional: inout Bool) -> Int? {
        var at = number - 1
        var isInStatement = true
        while let token = lines.token(at) {
            if token.opensGroup { return at }
            guard token.closesGroup || isInStatement else {
                at -= 1
                continue
            }
            if token.closesGroup {
                guard let open = groupStart(closedAt: at) else { return nil }
                if isInStatement {
                    if says(token, ")"), let word = lines.token(open - 1), word.kind == .word,
                        Vocabulary.conditions.contains(word.hash) || Vocabulary.loops.contains(word.hash)
                    {
                        // `if (a) useB()`
                        isConditional = true
                        isInStatement = false
                    } else if startsStatement(behind: token, at) || says(token, "}") && token.kind == .close {
                        isInStatement = false
                    }
                }
                at = open - 1
                continue
            }
            if says(token, "=>") { return at }
            if says(token, "&&") || says(token, "||") || says(token, "??") || says(token, "else") || says(token, "do")
                || says(token, "?") && !isOptionalMark(at)
            {
                isConditional = true
            } else if says(token, ";") || says(token, ",") || startsStatement(behind: token, at)
                || token.kind == .word && Matcher.statementStarts.contains(token.hash)
            {
                isInStatement = false
            }
            at -= 1
        }
        return nil
    }

    /// Whether a statement without a semicolon before it starts behind a token.
    private mutating func startsStatement(behind token: Token, _ number: Int) -> Bool {
        guard token.kind != .operator, let after = lines.token(number + 1) else { return false }
        return after.flags.contains(.startsLine) && after.kind == .word
    }

    /// Whether a question mark is that of an optional name: `(name?: string)`.
    private mutating func isOptionalMark(_ number: Int) -> Bool {
        lines.token(number + 1).map { says($0, ":") || says($0, ",") || says($0, ")") } ?? true
    }

    /// Whether the braces belong to an `if`, a loop, a `try` or the like.
    private mutating func isControlled(_ open: Int) -> Bool {
        guard let brace = lines.token(open), says(brace, "{"), brace.kind == .open,
            let before = lines.token(open - 1)
        else { return false }
        if before.kind == .word { return says(before, "else") || says(before, "try") || says(before, "do") }
        guard says(before, ")"), let start = groupStart(closedAt: open - 1), let word = lines.token(start - 1) else {
            return false
        }
        return word.kind == .word && (Vocabulary.conditions.contains(word.hash) || Vocabulary.loops.contains(word.hash))
    }

    /// Whether the bracket is that of a loop's condition.
    private mutating func isAskedAgain(_ open: Int) -> Bool {
        guard let bracket = lines.token(open), says(bracket, "("), let word = lines.token(open - 1) else {
            return false
        }
        return says(word, "while")
    }

    /// The function whose body a `{` or an arrow opens, if it is one's.
    private mutating func function(openedAt open: Int) -> Surroundings? {
        guard let opener = lines.token(open) else { return nil }
        if says(opener, "=>") { return arrow(at: open, open: open) }
        guard says(opener, "{"), opener.kind == .open, let before = lines.token(open - 1) else { return nil }
        if says(before, "=>") { return arrow(at: open - 1, open: open) }
        var close = open - 1
        if !says(before, ")") {
            // The type of the result: `): Result {`.
            var steps = 0
            while let token = lines.token(close), !says(token, ")"), steps < 24 {
                if token.opensGroup || says(token, ";") || says(token, "=>") || says(token, "=") { return nil }
                if token.closesGroup, let start = groupStart(closedAt: close) { close = start }
                close -= 1
                steps += 1
            }
            guard let colon = lines.token(close + 1), says(colon, ":") else { return nil }
        }
        guard let last = lines.token(close), says(last, ")"), let start = groupStart(closedAt: close) else {
            return nil
        }
        var head = start - 1
        if let token = lines.token(head), says(token, ">") { head = typeStart(endingAt: head) - 1 }
        guard let word = lines.token(head), word.kind == .word else { return nil }
        if Vocabulary.conditions.contains(word.hash) || Vocabulary.loops.contains(word.hash) { return nil }
        if says(word, "function") { return named(Surroundings(open: open, head: head)) }
        if let keyword = lines.token(head - 1), says(keyword, "function") {
            var function = Surroundings(open: open, name: head, head: head - 1)
            function.isAsync = lines.token(head - 2).map { says($0, "async") } ?? false
            return function
        }
        guard let previous = lines.token(head - 1), !says(previous, ".") else { return nil }
        return Surroundings(open: open, name: head, head: head, isMethod: true)
    }

    private mutating func arrow(at arrow: Int, open: Int) -> Surroundings? {
        guard let last = lines.token(arrow - 1) else { return nil }
        var head = arrow - 1
        if says(last, ")") {
            guard let start = groupStart(closedAt: head) else { return nil }
            head = start
        } else if last.kind != .word || lines.token(arrow - 2).map({ says($0, ":") }) == true {
            var steps = 0
            while let token = lines.token(head), !says(token, ")"), steps < 24 {
                if says(token, ";") || says(token, "=") { return nil }
                if token.closesGroup, let start = groupStart(closedAt: head) { head = start }
                head -= 1
                steps += 1
            }
            guard let start = groupStart(closedAt: head) else { return nil }
            head = start
        }
        if let token = lines.token(head - 1), says(token, ">") { head = typeStart(endingAt: head - 1) }
        return named(Surroundings(open: open, head: head))
    }

    private mutating func typeStart(endingAt number: Int) -> Int {
        var (at, depth) = (number, 0)
        while let token = lines.token(at), number - at < 40 {
            if says(token, ">") { depth += 1 }
            if says(token, "<") { depth -= 1 }
            if depth == 0 { return at }
            at -= 1
        }
        return number
    }

    /// Looks before a function for what it is given to.
    private mutating func named(_ function: Surroundings) -> Surroundings {
        var function = function
        if let token = lines.token(function.head - 1), says(token, "async") {
            function.isAsync = true
            function.head -= 1
        }
        guard let before = lines.token(function.head - 1) else { return function }
        if says(before, "=") {
            var at = function.head - 2
            // `const Page: FC<Props> = …`
            var steps = 0
            while let token = lines.token(at), steps < 24, !Matcher.statementStarts.contains(token.hash) {
                if token.closesGroup, let start = groupStart(closedAt: at) { at = start }
                if says(token, ";") { return function }
                at -= 1
                steps += 1
            }
            let isDeclared = steps < 24 && lines.token(at).map { Matcher.statementStarts.contains($0.hash) } == true
            function.name = isDeclared ? at + 1 : function.head - 2
            if let name = function.name, lines.token(name)?.kind != .word { function.name = nil }
        } else if says(before, ":"), let key = lines.token(function.head - 2), key.kind == .word,
            let opener = lines.token(function.head - 3), says(opener, "{") || says(opener, ",")
        {
            function.name = function.head - 2
            function.isMethod = true
        } else if says(before, "(") || says(before, ",") {
            var at = function.head - 1
            while let token = lines.token(at), !token.opensGroup {
                if token.closesGroup, let start = groupStart(closedAt: at) { at = start }
                at -= 1
            }
            if let token = lines.token(at), says(token, "("), let callee = lines.token(at - 1), callee.kind == .word {
                function.callee = at - 1
            }
        }
        return function
    }

    private mutating func isInClass(_ body: Int) -> Bool {
        var at = body - 1
        while let token = lines.token(at) {
            if token.closesGroup {
                guard let start = groupStart(closedAt: at) else { return false }
                at = start
            } else if token.opensGroup {
                var head = at - 1
                while let word = lines.token(head), at - head < 16 {
                    if says(word, "class") { return true }
                    if says(word, ";") || says(word, "}") || says(word, "=") || says(word, "(") { return false }
                    head -= 1
                }
                return false
            }
            at -= 1
        }
        return false
    }

    /// Whether a `return` of the function whose body starts at `start` stands before `end`, under a condition.
    private mutating func returnsEarly(from start: Int, before end: Int) -> Bool {
        var number = start
        while number < end, let token = lines.token(number) {
            if says(token, "{"), token.kind == .open, function(openedAt: number) != nil {
                guard let after = next(after: number) else { return false }
                number = after
                continue
            }
            if token.kind == .word, says(token, "return"), lines.token(number - 1).map({ !says($0, ".") }) ?? true,
                endsStatement(startedAt: number, before: end)
            {
                return true
            }
            number += 1
        }
        return false
    }

    /// Whether the statement that starts at `start` ends before `end`.
    private mutating func endsStatement(startedAt start: Int, before end: Int) -> Bool {
        var (number, depth) = (start + 1, 0)
        while number < end, let token = lines.token(number) {
            if token.opensGroup { depth += 1 }
            if token.closesGroup { depth -= 1 }
            if depth < 0 || depth == 0 && says(token, ";") { return true }
            if depth == 0, number > start + 1, token.kind == .word, token.flags.contains(.startsLine),
                let before = lines.token(number - 1), before.kind != .operator
            {
                return true
            }
            number += 1
        }
        return false
    }

    // MARK: Dependencies

    /// The list of dependencies of the hook that is called by a match, where it lacks a value that the function reads.
    mutating func listLackingDependency(ofHook match: Range<Int>) -> Range<Int>? {
        let last = match.upperBound - 1
        guard let close = lines.token(last), says(close, ")"), let open = groupStart(closedAt: last) else { return nil }
        var end = last - 1
        if let comma = lines.token(end), says(comma, ",") { end -= 1 }
        guard let bracket = lines.token(end), says(bracket, "]"), let list = groupStart(closedAt: end),
            let comma = lines.token(list - 1), says(comma, ",")
        else { return nil }
        let body = open + 1..<list - 1
        guard let isFunction = readsLater(body), isFunction else { return nil }
        guard let chains = listedChains(in: list + 1..<end) else { return list..<end + 1 }
        guard let values = valuesOfComponent(around: match.lowerBound), !values.isEmpty else { return nil }
        let own = declaredNames(in: body)
        var number = body.lowerBound
        while number < body.upperBound, let token = lines.token(number) {
            defer { number += 1 }
            guard token.kind == .word, values.contains(token.hash), !own.contains(token.hash), isRead(at: number) else {
                continue
            }
            let chain = self.chain(at: number)
            if chains.contains(where: { chain.starts(with: $0) }) { continue }
            // `const { a } = props`: which of its members count is not followed.
            if chain.count == 1, lines.token(number - 1).map({ says($0, "=") }) == true,
                chains.contains(where: { $0.first == token.hash })
            {
                continue
            }
            return list..<end + 1
        }
        return nil
    }

    /// Whether the name at `number` is that of a variable whose value is read.
    private mutating func isRead(at number: Int) -> Bool {
        if let before = lines.token(number - 1), leadsToMember(before) { return false }
        guard let after = lines.token(number + 1) else { return false }
        if says(after, ":"), lines.token(number - 1).map({ says($0, "{") || says($0, ",") }) == true { return false }
        return !says(after, "=")
    }

    /// The names of the chain of members that starts at `number`: `a.b?.c`.
    private mutating func chain(at number: Int) -> [UInt32] {
        var names: [UInt32] = []
        var at = number
        while let token = lines.token(at), token.kind == .word {
            names.append(token.hash)
            guard let dot = lines.token(at + 1), says(dot, ".") || says(dot, "?.") else { break }
            at += 2
        }
        return names
    }

    /// The chains of names in a list of dependencies; nil where something else stands in it, or one of them twice.
    private mutating func listedChains(in range: Range<Int>) -> [[UInt32]]? {
        var chains: [[UInt32]] = []
        var number = range.lowerBound
        while number < range.upperBound, let token = lines.token(number) {
            guard token.kind == .word else { return nil }
            let chain = self.chain(at: number)
            if chains.contains(chain) { return nil }
            chains.append(chain)
            number += 2 * chain.count - 1
            guard number < range.upperBound else { break }
            guard let comma = lines.token(number), says(comma, ",") else {
                // `a!`, `a as B`: what a compiler is told.
                return lines.token(number).map({ says($0, "!") || says($0, "as") }) == true ? chains : nil
            }
            number += 1
        }
        return chains
    }

    /// Whether tokens are a function that is written out.
    private mutating func readsLater(_ range: Range<Int>) -> Bool? {
        var number = range.lowerBound
        if let token = lines.token(number), says(token, "async") { number += 1 }
        guard let first = lines.token(number) else { return nil }
        if says(first, "function") { return true }
        var after = first.opensGroup ? next(after: number) ?? number : number + 1
        // The type of its result.
        var steps = 0
        while let token = lines.token(after), !says(token, "=>"), steps < 12, after < range.upperBound {
            if says(token, ",") { return false }
            after = next(after: after) ?? range.upperBound
            steps += 1
        }
        return lines.token(after).map { says($0, "=>") } ?? false
    }

    /// The names that are declared in some tokens, parameters of functions among them.
    private mutating func declaredNames(in range: Range<Int>) -> Set<UInt32> {
        var names: Set<UInt32> = []
        var number = range.lowerBound
        while number < range.upperBound, let token = lines.token(number) {
            if says(token, "const") || says(token, "let") || says(token, "var") || says(token, "function") {
                names.formUnion(boundNames(at: number + 1))
            } else if says(token, "=>"), let last = lines.token(number - 1) {
                if says(last, ")"), let start = groupStart(closedAt: number - 1) {
                    names.formUnion(boundNames(at: start))
                } else if last.kind == .word {
                    names.insert(last.hash)
                }
            } else if says(token, "catch"), let open = lines.token(number + 1), says(open, "(") {
                names.formUnion(boundNames(at: number + 1))
            }
            if says(token, "function") {
                var open = number + 1
                while let bracket = lines.token(open), open - number < 3, !says(bracket, "(") { open += 1 }
                if let bracket = lines.token(open), says(bracket, "(") { names.formUnion(boundNames(at: open)) }
            }
            number += 1
        }
        return names
    }

    /// The names in a name or in a pattern of names: `a`, `{ a, b: c = 1 }`, `[a, b]`, `(a: T, b = 2)`.
    private mutating func boundNames(at number: Int) -> Set<UInt32> {
        guard let first = lines.token(number) else { return [] }
        if first.kind == .word { return [first.hash] }
        guard first.opensGroup, let end = next(after: number) else { return [] }
        var names: Set<UInt32> = []
        var at = number + 1
        while at < end - 1, let token = lines.token(at) {
            if token.kind == .word, let after = lines.token(at + 1), let before = lines.token(at - 1),
                says(before, "{") || says(before, ",") || says(before, "[") || says(before, "(") || says(before, "...")
                    || says(before, ":") && says(first, "{")
            {
                if !(says(after, ":") && says(first, "{")) { names.insert(token.hash) }
            } else if token.opensGroup, let before = lines.token(at - 1), !says(before, "="),
                !says(before, ":") || says(first, "{")
            {
                names.formUnion(boundNames(at: at))
                at = next(after: at) ?? end
                continue
            } else if token.opensGroup {
                at = next(after: at) ?? end
                continue
            }
            at += 1
        }
        return names
    }

    /// The names that the component or the hook around a token gives a value before it, which may be another one in the
    /// next render.
    private mutating func valuesOfComponent(around number: Int) -> Set<UInt32>? {
        var ignored = false
        var at = number
        while let open = enclosing(at, &ignored) {
            guard let function = function(openedAt: open) else {
                at = open
                continue
            }
            var names: Set<UInt32> = []
            if let bracket = lines.token(function.head), says(bracket, "(") {
                names.formUnion(boundNames(at: function.head))
            } else if let bracket = lines.token(function.head + (function.isMethod ? 1 : 2)), says(bracket, "(") {
                names.formUnion(boundNames(at: function.head + (function.isMethod ? 1 : 2)))
            }
            addValues(from: open + 1, before: number, to: &names)
            return names
        }
        return nil
    }

    /// Hooks whose result, or the second part of it, is the same in each render.
    private static let stable = WordSet("useRef useEffectEvent useId useDispatch useNavigate useRouter")
    private static let stableSetters = WordSet("useState useReducer useTransition useActionState")

    private mutating func addValues(from start: Int, before end: Int, to names: inout Set<UInt32>) {
        var number = start
        while number < end, let token = lines.token(number) {
            if token.opensGroup {
                guard let after = next(after: number) else { return }
                number = after
                continue
            }
            if says(token, "const") || says(token, "let") || says(token, "var") {
                let isFixed = says(token, "const")
                var after = next(after: number + 1) ?? end
                let bound = boundNames(at: number + 1)
                while let sign = lines.token(after), !says(sign, "="), !says(sign, ";"), after < end,
                    after - number < 40
                {
                    after = next(after: after) ?? end
                }
                guard let value = lines.token(after + 1), let follower = lines.token(after + 2) else { return }
                var callee = value
                if says(follower, "."), let member = lines.token(after + 3) { callee = member }
                if Matcher.stable.contains(callee.hash) {
                    number = after
                    continue
                }
                let isConstant = value.kind == .string || value.kind == .number || says(value, "null")
                if isConstant, isFixed, says(follower, ";") || follower.flags.contains(.startsLine) {
                    number = after
                    continue
                }
                if Matcher.stableSetters.contains(callee.hash) {
                    if let first = lines.token(number + 2), first.kind == .word { names.insert(first.hash) }
                } else {
                    names.formUnion(bound)
                }
                number = after
                continue
            }
            if says(token, "function"), let name = lines.token(number + 1), name.kind == .word {
                names.insert(name.hash)
            }
            number += 1
        }
    }
}
