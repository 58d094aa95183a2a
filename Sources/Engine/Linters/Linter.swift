import JSON
import Review

/// A program that finds problems in files of some languages.
package struct Linter: Sendable {
    /// Its program's name, by which its findings are called: `ruff/S307`.
    package let name: String
    /// The languages whose files it reads.
    let languages: Set<Language>
    /// Its arguments before the files' absolute paths.
    let arguments: [String]
    /// Files or folders of settings without which it does nothing; the one that is there is its next argument.
    var settings: [String] = []
    /// Exit codes after which its output counts.
    var goodCodes: ClosedRange<Int32> = 0...1
    /// Whether it is done in a moment, so that an editor runs it when a document is opened as well.
    var isQuick = false
    /// Reads what it wrote.
    let read: @Sendable ([UInt8]) throws(LinterOutputError) -> [LinterIssue]

    private static let scripts: Set<Language> = [.javascript, .javascriptReact, .typescript, .typescriptReact]

    /// Every one that is known, by name.
    package static let all: [Linter] = [
        Linter(name: "bandit", languages: [.python], arguments: ["-q", "-f", "json"], read: LinterOutput.bandit),
        Linter(
            name: "biome", languages: scripts.union([.json, .css]), arguments: ["lint", "--reporter=sarif"],
            isQuick: true, read: LinterOutput.sarif),
        Linter(
            name: "eslint", languages: scripts, arguments: ["--format", "json", "--no-warn-ignored"],
            read: LinterOutput.eslint),
        Linter(
            name: "golangci-lint", languages: [.go], arguments: ["run", "--output.sarif.path", "stdout"],
            read: LinterOutput.sarif),
        Linter(
            name: "hadolint", languages: [.dockerfile], arguments: ["-f", "sarif"], isQuick: true,
            read: LinterOutput.sarif),
        Linter(
            name: "oxlint", languages: scripts, arguments: ["-f", "json"], isQuick: true, read: LinterOutput.oxlint),
        Linter(
            name: "ruff", languages: [.python], arguments: ["check", "--no-cache", "--output-format", "json"],
            isQuick: true, read: LinterOutput.ruff),
        Linter(
            name: "semgrep", languages: Set(Language.allCases),
            arguments: ["scan", "--quiet", "--metrics=off", "--disable-version-check", "--sarif", "--config"],
            settings: [".semgrep.yml", ".semgrep.yaml", "semgrep.yml", "semgrep.yaml", ".semgrep"],
            read: LinterOutput.sarif),
        Linter(
            name: "shellcheck", languages: [.shell], arguments: ["-f", "json1"], isQuick: true,
            read: LinterOutput.shellcheck),
        Linter(
            name: "sqlfluff", languages: [.sql], arguments: ["lint", "--format", "json"], read: LinterOutput.sqlfluff),
        Linter(
            name: "swiftlint", languages: [.swift], arguments: ["lint", "--quiet", "--reporter", "sarif"],
            goodCodes: 0...2, read: LinterOutput.sarif),
        Linter(name: "yamllint", languages: [.yaml], arguments: ["-f", "parsable"], read: LinterOutput.yamllint),
    ]

    package static let names = all.map(\.name)
}
