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
    /// What starts code in a string; nil for the languages whose strings are lexed on their own.
    var insertion: Insertion?
    /// `"""` starts a string of several lines.
    var tripleQuotes = false
    /// Every string may go on over the end of a line.
    var longStrings = false
    var hashComments = false

    /// How code is put into a string.
    enum Insertion: BitwiseCopyable, Sendable {
        case never
        /// `$name`, `${…}`.
        case dollar
        /// `${…}`.
        case dollarBrace
        /// `{…}`: where the string's prefix says so in C#, around a name in Rust.
        case brace
        /// `$name`, `${…}`, `{$…}`, in double quotes.
        case php
        /// `#{…}`, in double quotes.
        case hashBrace
    }

    init(_ language: Language) {
        switch language {
        case .javascript, .javascriptReact, .typescriptReact, .typescript, .html, .astro:
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
        case .java:
            (slashComments, insertion, tripleQuotes) = (true, .never, true)
        case .kotlin, .dart:
            (slashComments, nestedComments, insertion, tripleQuotes) = (true, true, .dollar, true)
        case .csharp:
            (slashComments, insertion, tripleQuotes) = (true, .brace, true)
        case .rust:
            (slashComments, nestedComments, insertion, longStrings) = (true, true, .brace, true)
        case .php:
            (slashComments, hashComments, insertion, longStrings) = (true, true, .php, true)
        case .terraform:
            (slashComments, hashComments, insertion) = (true, true, .dollarBrace)
        case .ruby:
            (blockComments, hashComments, insertion, longStrings) = (false, true, .hashBrace, true)
        case .c, .cpp:
            (slashComments, insertion) = (true, .never)
        case .powershell:
            (blockComments, hashComments, dashedWords, ignoresCase) = (false, true, true, true)
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
