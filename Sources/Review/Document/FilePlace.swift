/// What a file's path says about how much a finding in it matters.
struct FilePlace: Sendable {
    private var isTest = false
    private var isScript = false

    private static let testFolders: Set<Substring> = [
        "test", "tests", "__tests__", "__mocks__", "spec", "specs", "testing", "testdata", "fixtures", "fixture", "e2e",
        "example", "examples", "sample", "samples", "demo", "demos", "benchmark", "benchmarks", "bench", "mocks",
        "playground", "stories", "cypress", "doc", "docs", "tutorial", "tutorials",
    ]
    private static let scriptFolders: Set<Substring> = [
        "bin", "cli", "scripts", "script", "tools", "tasks", "commands", "command", "cmd", "hack", "ci", ".github",
        "build",
        "dev", "management",
    ]

    init(path: String?) {
        guard let path = path?.lowercased() else { return }
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return }
        isTest =
            parts.dropLast().contains { FilePlace.testFolders.contains($0) } || name.hasPrefix("test_")
            || name.contains(".test.") || name.contains(".spec.") || name.contains("_test.") || name.contains("_spec.")
            || name.hasSuffix("tests.swift") || name == "conftest.py" || name.contains(".stories.")
        isScript =
            parts.dropLast().contains { FilePlace.scriptFolders.contains($0) } || name.hasPrefix("cli.")
            || name == "setup.py" || name == "manage.py" || name == "__main__.py" || name == "gulpfile.js"
            || name.contains(".config.")
            || name == "main.swift"
    }

    /// The severity of a rule's findings here; nil where the rule leaves such files out.
    func severity(of rule: Rule) -> Severity? {
        if isTest { return rule.definition.skipsTests ? nil : .info }
        if isScript, rule.definition.skipsScripts { return nil }
        return rule.severity
    }
}
