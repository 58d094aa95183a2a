/// A rule as its file says it, before its patterns are compiled.
///
/// The format is a subset of Semgrep's with some keys of our own; `Sources/Review/Rules/README.md` describes it.
package struct RuleDefinition: Sendable, Hashable {
    /// A piece of code that the rule must report, or must not.
    package struct Example: Sendable, Hashable {
        package var language: Language
        package var isBad: Bool
        package var code: String

        package init(_ language: Language, isBad: Bool, _ code: String) {
            self.language = language
            self.isBad = isBad
            self.code = code
        }
    }

    /// What the rule looks for, as the keys of its file nest.
    package indirect enum Formula: Sendable, Hashable {
        case pattern(String)
        case all([Formula])
        case any([Formula])
        case not(String)
        case inside(String)
        case notInside(String)
        /// The text that a metavariable stands for matches a regular expression, or does not.
        case regex(metavariable: String, String, isNegated: Bool)
        /// What sort of value it stands for: the name of an `ExpressionKind`.
        case kind(metavariable: String, String, isNegated: Bool)
        /// The literal text in its value matches, also where the value was given to a variable before.
        case content(metavariable: String, String, isNegated: Bool)
        /// The file says one of these words or strings somewhere, usually in an import; or none of them.
        case file([String], isNegated: Bool)
        /// The text of the lines of the match matches, or does not; for what no pattern can say.
        case line(String, isNegated: Bool)
        /// The block that the match opens holds, outside of functions in it, a statement that starts with one of
        /// these words, for which the metavariable stands; or none.
        case holds(metavariable: String, [String], isNegated: Bool)
        /// The `elif` that the match starts asks for what its chain has asked before.
        case repeated(metavariable: String)
        /// The match starts a statement (`start`) or is all of one (`whole`).
        case statement(String)
        /// The match starts a statement that another one follows in its block, for which the metavariable stands.
        case followed(metavariable: String)
        /// A `StructureCheck` holds for the match; the metavariable, which may be empty, stands for what it found.
        case check(String, metavariable: String)
        /// The pattern is looked up by what a metavariable stands for: a sort of tokens by `LookUp`.
        case lookedUp(metavariable: String, as: String)
        /// What is said of these matches in place of the rule's message: what the code really does, and what to write.
        case says(what: String, instead: String)
        /// The finding is marked where this metavariable stands.
        case focus(String)
        /// One of these patterns matches all of what the metavariable stands for; or none does.
        case whole(metavariable: String, [String], isNegated: Bool)
        /// What is marked holds a value of one of `sources` that went through none of `sanitizers`: a sink.
        case tainted(sources: [Formula], sanitizers: [Formula])
        /// A regular expression that is looked for in each line, code or not; what lies in a match of one of
        /// `excluding` is none.
        case expression(String, excluding: [String])
        /// Holds for some of the rule's languages only.
        case languages([Language], Formula)
        /// A piece of any text, code or not, that starts with one of `prefixes` and matches the expression.
        case text(TextFormat)
        /// A check of `Detector`, with its options.
        case detector(String, [String: [String]])
    }

    /// A text that gives itself away: a token of a provider, a key block, a merge marker.
    package struct TextFormat: Sendable, Hashable {
        package var name: String
        package var prefixes: [String]
        /// How many bytes of the match come before the prefix.
        package var before: Int
        package var regex: String
        /// Least Shannon entropy of the match, in bits a character; 0 for no limit.
        package var entropy: Double
        /// Whether it counts at the start of a line only.
        package var startsLine: Bool
        /// A match in which this expression matches is none; empty for no exception.
        package var excluding: String
        /// On a line in which this expression matches there is none; empty for no exception.
        package var lineExcluding: String

        package init(
            name: String, prefixes: [String], before: Int = 0, regex: String, entropy: Double, startsLine: Bool,
            excluding: String, lineExcluding: String = ""
        ) {
            self.name = name
            self.prefixes = prefixes
            self.before = before
            self.regex = regex
            self.entropy = entropy
            self.startsLine = startsLine
            self.excluding = excluding
            self.lineExcluding = lineExcluding
        }
    }

    package var id: String
    package var title: String
    package var message: String
    package var why: String
    package var severity: Severity
    package var languages: [Language]
    package var cwe: Int?
    package var references: [String]
    package var tags: [String]
    /// What replaces the match, with metavariables; with its title.
    package var fix: String?
    package var fixTitle: String?
    /// Whether tests, examples and fixtures are left out; otherwise the severity is `info` there.
    package var skipsTests: Bool
    /// Whether command line tools and scripts are left out.
    package var skipsScripts: Bool
    /// Whether prose, such as Markdown, is left out.
    package var skipsProse: Bool
    package var formulas: [Formula]
    package var examples: [Example]
    /// Regular expressions of the paths in their project of files that the rule reads, all where there are none; and of
    /// those that it leaves out.
    package var includedPaths: [String] = []
    package var excludedPaths: [String] = []

    package init(
        id: String, title: String, message: String, why: String, severity: Severity, languages: [Language], cwe: Int?,
        references: [String], tags: [String], fix: String?, fixTitle: String?, skipsTests: Bool, skipsScripts: Bool,
        skipsProse: Bool, formulas: [Formula], examples: [Example]
    ) {
        self.id = id
        self.title = title
        self.message = message
        self.why = why
        self.severity = severity
        self.languages = languages
        self.cwe = cwe
        self.references = references
        self.tags = tags
        self.fix = fix
        self.fixTitle = fixTitle
        self.skipsTests = skipsTests
        self.skipsScripts = skipsScripts
        self.skipsProse = skipsProse
        self.formulas = formulas
        self.examples = examples
    }
}
