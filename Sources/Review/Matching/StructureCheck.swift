/// What is asked of the code around a match, or of its parts, that no pattern can say: the values of `check` in rule
/// files.
enum StructureCheck: String, Sendable {
    /// A hook of React is called where it may be left out in the next render.
    case hookPlace = "hook-place"
    /// The list of a hook's dependencies lacks a value of the component that its function reads.
    case missingDependency = "missing-dependency"
    /// Both branches of an `if` hold the same code.
    case sameBranches = "same-branches"
    /// A function that is made in a loop reads a variable of the loop when it is called.
    case capturedVariable = "captured-variable"
    /// A format has places for which there are no values, or values for which there is no place.
    case formatCount = "format-count"
    /// The branch of a `switch` before this one runs on into it.
    case runsOn = "fallthrough"
    /// The function that the match starts gives a value back.
    case returnsValue = "returns-value"
    /// The function that the match is given makes an element of markup that has no key.
    case missingKey = "missing-key"
    /// The `else` of a loop that no `break` leaves.
    case uselessElse = "useless-else"
    /// A handler before this one catches what it names.
    case caughtBefore = "caught-before"
    /// The same key stands before in the same braces.
    case repeatedKey = "repeated-key"
}

/// Sorts of tokens that a pattern can be looked up by beside words: the values of `looked-up-as` in rule files.
enum LookUp: String, Sendable {
    /// A name that starts as those of hooks do: `useState`.
    case hook
    /// What stands before the colon of an entry.
    case key

    /// No word has this hash: the texts that it stands for are none.
    var hash: UInt32 { TokenHash.of(word) }
    var word: String { "\(rawValue)*" }

    static let hookHash = LookUp.hook.hash
    static let keyHash = LookUp.key.hash

    /// Whether a word is named as hooks are, or as `use2Factors`.
    static func isHookOrNumbered(_ word: some Collection<UInt8>) -> Bool {
        isHook(word) || (word.starts(with: "use".utf8) && word.dropFirst(3).first?.isDigit == true)
    }

    /// Whether a word is named as hooks are.
    static func isHook(_ word: some Collection<UInt8>) -> Bool {
        var bytes = word.makeIterator()
        guard bytes.next() == UInt8(ascii: "u"), bytes.next() == UInt8(ascii: "s"), bytes.next() == UInt8(ascii: "e")
        else { return false }
        return bytes.next()?.isUpper == true
    }
}

extension Matcher {
    /// Whether a check holds for a match; the metavariable `variable`, if there is one, then stands for what it found.
    mutating func holds(_ check: StructureCheck, _ match: Range<Int>, variable: Int) -> Bool {
        let found: Range<Int>?
        switch check {
        case .hookPlace: found = isMisplacedHook(at: match.lowerBound) ? match : nil
        case .missingDependency: found = listLackingDependency(ofHook: match)
        case .sameBranches: found = repeatsBranch(at: match.lowerBound) ? match : nil
        case .capturedVariable: found = capturedVariable(in: match)
        case .formatCount: found = isMiscounted(match) ? match : nil
        case .runsOn: found = runsOn(into: match.lowerBound) ? match : nil
        case .returnsValue: found = returnedValue(inBlockOf: match)
        case .missingKey: found = elementWithoutKey(in: match)
        case .uselessElse: found = isElseOfEveryLoop(at: match.lowerBound) ? match : nil
        case .caughtBefore: found = isCaughtBefore(at: match.lowerBound) ? match : nil
        case .repeatedKey: found = repeatsKey(at: match.lowerBound) ? match.lowerBound..<match.lowerBound + 1 : nil
        }
        guard let found else { return false }
        if variable >= 0 { bindings[variable] = found }
        return true
    }
}
