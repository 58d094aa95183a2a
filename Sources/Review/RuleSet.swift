import Synchronization

/// The rules that a text is reviewed by: those that come with the program and, after them, a team's own.
///
/// A value: it never changes, and may be read by any thread. Rules are compiled when a document calls for them, and
/// kept with the set; no thread waits for another one that compiles.
package final class RuleSet: Sendable {
    /// The rules that come with the program.
    package static let builtIn = RuleSet(adding: [])

    /// Those of them that find secrets, for texts of which nothing else is asked.
    package static let secrets = RuleSet(insteadOfBuiltIn: RuleTable.builtIn.filter(\.findsSecrets))

    /// What the review says of itself and of comments to it.
    package static let ofReview = [LongLine.rule, RuleLimit.rule, IgnoreRule.unknown, IgnoreRule.unused]

    /// A team's own rules.
    package var own: [Rule] { table.own }

    private let table: RuleTable
    /// By the number of the language.
    private let compiled: [LazyRules]

    /// The built-in rules, and others after them; of two with one identifier the first counts.
    package init(adding own: [Rule]) {
        table = RuleTable(own: own)
        compiled = Language.allCases.map { _ in LazyRules() }
    }

    /// The built-in rules as they are in their files, for work on them: no others count.
    package init(insteadOfBuiltIn rules: [Rule]) {
        table = RuleTable(drafts: rules)
        compiled = Language.allCases.map { _ in LazyRules() }
    }

    /// All of them, the program's own by identifier.
    package var rules: [Rule] { (table.drafts ?? RuleTable.builtIn) + table.own }

    /// A rule that a finding may name.
    package func rule(id: String) -> Rule? {
        if let rule = RuleSet.ofReview.first(where: { $0.id == id }) { return rule }
        return rules.first { $0.id == id }
    }

    /// The rules of a language, ready to run.
    func compiled(for language: Language) -> CompiledRules {
        compiled[language.number].rules { CompiledRules(index(for: language), for: language, table) }
    }

    /// What is known of the language's rules before they are compiled.
    private func index(for language: Language) -> RuleIndex {
        if let drafts = table.drafts { return RuleIndex(of: drafts, for: language) }
        var index = RuleIndex.builtIn(for: language)
        if !own.isEmpty { index.add(own, numberedFrom: RuleTable.builtInCount, for: language) }
        return index
    }
}

/// The rules of a set by their numbers: first the program's own, most of which are never asked for.
final class RuleTable: Sendable {
    static let builtInCount = RuleRecord.starts.count
    static let builtIn: [Rule] = (0..<builtInCount).map(builtInRule)

    let own: [Rule]
    /// What counts in place of the program's own.
    let drafts: [Rule]?

    init(own: [Rule]) {
        self.own = own
        drafts = nil
    }

    init(drafts: [Rule]) {
        own = []
        self.drafts = drafts
    }

    var count: Int { drafts?.count ?? RuleTable.builtInCount + own.count }

    /// Whether the rule with this number is a team's.
    func isOwn(_ number: Int) -> Bool { drafts == nil && number >= RuleTable.builtInCount }

    subscript(number: Int) -> Rule {
        if let drafts { return drafts[number] }
        return number < RuleTable.builtInCount ? RuleTable.builtInRule(number) : own[number - RuleTable.builtInCount]
    }

    private static let made = Mutex([Rule?](repeating: nil, count: builtInCount))

    private static func builtInRule(_ number: Int) -> Rule {
        made.withLock { made in
            if let known = made[number] { return known }
            var record = RuleRecord(RuleRecord.rules, at: RuleRecord.starts[number])
            let rule = Rule(record.rule())
            made[number] = rule
            return rule
        }
    }
}

/// The compiled rules of a language, once somebody asked for them.
private final class LazyRules: Sendable {
    private let compiled = AtomicLazyReference<CompiledRules>()

    func rules(_ compile: () -> CompiledRules) -> CompiledRules {
        compiled.load() ?? compiled.storeIfNil(compile())
    }
}

extension Rule {
    /// What is wrong with the rule's patterns and expressions in one of its languages; `isOwn` as in `RuleProgram`.
    package func problems(for language: Language, isOwn: Bool) -> [PatternError] {
        var compiler = RuleCompiler(language, facts: [])
        let programs = compiler.programs(of: self, isOwn: isOwn)
        let expressions =
            programs.flatMap(\.program.expressions) + TextFormats(compiler.formats).expressions
            + LineExpressions(compiler.expressions).expressions
        var problems = compiler.problems
        var seen: Set<String> = []
        for expression in expressions where seen.insert(expression).inserted {
            do throws(RegexError) {
                _ = try ByteRegex(expression)
            } catch {
                problems.append(PatternError(pattern: expression, reason: error.reason))
            }
        }
        return problems
    }
}
