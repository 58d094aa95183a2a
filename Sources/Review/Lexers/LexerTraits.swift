/// What the languages with braces differ in.
struct LexerTraits: Sendable {
    var slashComments = false
    var dashComments = false
    var blockComments = true
    var nestedComments = false
    /// `'` starts a string.
    var singleQuotes = true
    /// Strings go on over lines and write a quote twice (SQL).
    var sqlStrings = false
    var templates = false
    var rawBackticks = false
    var swiftStrings = false
    var hasRegex = false
    var hasJSX = false
    /// `-` is part of a word (CSS).
    var dashedWords = false
    /// Hashes of words are those of their lower-case form.
    var ignoresCase = false

    init(_ language: Language) {
        switch language {
        case .javascript, .javascriptReact, .typescriptReact, .typescript, .html:
            slashComments = true
            templates = true
            hasRegex = true
            hasJSX = language != .typescript && language != .html
        case .json:
            slashComments = true
        case .css, .scss:
            slashComments = language == .scss
            dashedWords = true
        case .sql:
            dashComments = true
            nestedComments = true
            sqlStrings = true
            ignoresCase = true
        case .swift:
            slashComments = true
            nestedComments = true
            singleQuotes = false
            swiftStrings = true
        case .go:
            slashComments = true
            rawBackticks = true
        case .dockerfile:
            ignoresCase = false
        case .python, .shell, .yaml, .plain:
            break
        }
    }

    /// Words whose brackets a statement follows.
    static let conditionWords = WordSet("if while for with")

    /// JavaScript's words after which an operand comes, so that `/` starts a regular expression.
    static let operatorWords = WordSet(
        "return typeof case in of delete void throw new do else instanceof yield await default extends")
}
