import Review

/// Writes what `Review`'s `RuleRecord` reads.
struct RecordWriter {
    private(set) var text = ""

    mutating func add(_ number: Int) { text += "\(number) " }
    mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }
    mutating func add(_ field: String) { text += "\(field.utf8.count):\(field)" }
    mutating func add(_ field: String?) { add(field.map { [$0] } ?? []) }

    mutating func add<Member>(_ members: [Member], _ add: (inout RecordWriter, Member) -> Void) {
        self.add(members.count)
        for member in members { add(&self, member) }
    }

    mutating func add(_ texts: [String]) { add(texts) { $0.add($1) } }

    mutating func add(_ languages: [Language]) {
        let isEvery = Set(languages) == Set(Language.allCases)
        add(isEvery ? [] : languages) { $0.add($1.number) }
    }

    mutating func add(_ rule: RuleDefinition) {
        for field in [rule.id, rule.title, rule.message, rule.why, rule.severity.rawValue] { add(field) }
        add(rule.languages)
        add(rule.cwe.map { [$0] } ?? []) { $0.add($1) }
        add(rule.references)
        add(rule.tags)
        add(rule.fix)
        add(rule.fixTitle)
        for flag in [rule.skipsTests, rule.skipsScripts, rule.skipsProse] { add(flag) }
        add(rule.formulas)
        add(rule.examples) {
            $0.add($1.language.number)
            $0.add($1.isBad)
            $0.add($1.code)
        }
        add(rule.includedPaths)
        add(rule.excludedPaths)
    }

    mutating func add(_ formulas: [RuleDefinition.Formula]) { add(formulas) { $0.add($1) } }

    private mutating func choose(_ letter: String, _ fields: String..., isNegated: Bool? = nil) {
        text += letter
        for field in fields { add(field) }
        if let isNegated { add(isNegated) }
    }

    mutating func add(_ formula: RuleDefinition.Formula) {
        switch formula {
        case .pattern(let pattern): choose("p", pattern)
        case .all(let parts):
            choose("a")
            add(parts)
        case .any(let parts):
            choose("o")
            add(parts)
        case .not(let pattern): choose("n", pattern)
        case .inside(let pattern): choose("i", pattern)
        case .notInside(let pattern): choose("u", pattern)
        case .regex(let name, let regex, let isNegated): choose("r", name, regex, isNegated: isNegated)
        case .kind(let name, let kind, let isNegated): choose("k", name, kind, isNegated: isNegated)
        case .content(let name, let regex, let isNegated): choose("c", name, regex, isNegated: isNegated)
        case .file(let words, let isNegated):
            choose("f")
            add(words)
            add(isNegated)
        case .line(let regex, let isNegated): choose("l", regex, isNegated: isNegated)
        case .holds(let name, let words, let isNegated):
            choose("h", name)
            add(words)
            add(isNegated)
        case .repeated(let name): choose("e", name)
        case .statement(let kind): choose("s", kind)
        case .followed(let name): choose("b", name)
        case .check(let name, let variable): choose("C", name, variable)
        case .lookedUp(let name, let kind): choose("U", name, kind)
        case .says(let what, let instead): choose("y", what, instead)
        case .focus(let name): choose("m", name)
        case .whole(let name, let patterns, let isNegated):
            choose("w", name)
            add(patterns)
            add(isNegated)
        case .tainted(let sources, let sanitizers):
            choose("t")
            add(sources)
            add(sanitizers)
        case .expression(let expression, let excluding):
            choose("x", expression)
            add(excluding)
        case .languages(let languages, let inner):
            choose("L")
            add(languages)
            add(inner)
        case .text(let format):
            choose("T", format.name)
            add(format.prefixes)
            add(format.before)
            add(format.regex)
            add("\(format.entropy)")
            add(format.startsLine)
            add(format.excluding)
            add(format.lineExcluding)
        case .detector(let name, let options):
            choose("d", name)
            add(options.count)
            for (key, values) in options.sorted(by: { $0.key < $1.key }) {
                add(key)
                add(values)
            }
        }
    }
}
