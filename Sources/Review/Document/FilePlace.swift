/// What a file's path in its project says about how much a finding in it matters.
package struct FilePlace: Sendable {
    /// Tests, examples, documentation, other people's code, settings of one's own machine: not what is shipped.
    package private(set) var isAside = false
    private var isForeign = false
    /// Its name alone looks like that of a test, which is no reason to tell less of what is critical.
    private var mayBeAside = false
    private var isScript = false
    package private(set) var isProse = false
    /// Whether its ending is that of code, or of settings, in a language that no rules are for.
    private(set) var isOtherCode = false
    /// Whether it is no part of what is shipped, or is read by people.
    package var isExample: Bool { isAside || isProse }
    private let path: String?

    private static let proseEndings = [".md", ".markdown", ".mdx", ".rst", ".adoc", ".po"]

    private static let testFolders: Set<String> = [
        "test", "tests", "__tests__", "__mocks__", "spec", "specs", "testing", "testdata", "fixtures", "fixture", "e2e",
        "example", "examples", "sample", "samples", "demo", "demos", "benchmark", "benchmarks", "bench", "mocks",
        "benchmarking", "playground", "playgrounds", "sandbox", "stories", "cypress", "doc", "docs", "tutorial",
        "tutorials", "documentation", "unit_tests", "unittests", "integration_tests", "testx", "testutil", "testutils",
        "testhelpers", "testlib", "dbtest", "jvmtest", "commontest", "androidtest", "jstest", "nativetest", "iostest",
        "testfixtures", "integrationtest", "functionaltest",
    ]
    /// Folders of other people's code, and of code that was made from some: nobody mends it there.
    private static let foreignFolders: Set<String> = [
        "vendor", "vendored", "third_party", "third-party", "thirdparty", "3rdparty", "bower_components", "dist",
    ]
    /// Settings of the developer's own machine.
    private static let developmentFiles: Set<String> = [
        "settings_dev.py", "settings_local.py", "local_settings.py", "dev_settings.py",
    ]

    private static let endingsOfSettings: Set<String> = ["ini", "cfg", "conf", "properties"]

    /// How classes of tests are named where each stands in a file of its name.
    private static let testClasses = [
        "Test.java", "Tests.java", "IT.java", "Test.kt", "Tests.kt", "Tests.cs", "Test.cs", "Test.php", "TestCase.php",
    ]

    /// `en.json`, `pt-BR.json`: labels and messages in a language.
    private static func isLanguage(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard name.hasSuffix(".json"), bytes.count == 7 || (bytes.count == 10 && (bytes[2] == 0x2D || bytes[2] == 0x5F))
        else { return false }
        return bytes[..<2].allSatisfy(\.isLetter) && name != "db.json"
    }

    /// `settings/dev.py`; a `dev.py` elsewhere may be anything.
    private static func isDevelopmentSetting(_ name: String, _ folders: [String]) -> Bool {
        folders.count > 1 && ["settings", "config", "conf"].contains(folders[folders.count - 2])
            && ["dev.py", "local.py", "development.py"].contains(name)
    }

    /// Folders of texts that the user reads: labels and messages.
    private static let labelFolders: Set<String> = ["i18n", "l10n", "locale", "locales", "translations"]
    private static let scriptFolders: Set<String> = [
        "bin", "cli", "scripts", "script", "tools", "tasks", "cmd", "hack", "ci", ".github",
    ]
    private static let scriptFiles: Set<String> = [
        "setup.py", "manage.py", "__main__.py", "gulpfile.js", "main.swift",
    ]

    /// - Parameter path: The path in the project; folders above the project say nothing.
    package init(path: String?) {
        self.path = path
        guard let spelled = path else { return }
        let path = spelled.lowercased()
        let folders = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        guard let name = folders.last else { return }
        // `a_test.b.js`: the stems are `a_test` and `b`, the infix is `b`.
        let stems = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .dropLast().map { String(Substring($0)) }
        let infixes = stems.dropFirst()
        isOtherCode =
            Language.knowsOnlySecrets(ofPath: path)
            || name.split(separator: ".").last.map { FilePlace.endingsOfSettings.contains(String($0)) } ?? false
        isForeign = folders.dropLast().contains(where: FilePlace.foreignFolders.contains)
        isAside =
            isForeign || folders.dropLast().contains(where: FilePlace.testFolders.contains)
            || name.hasPrefix("test_") || infixes.contains { $0 == "test" || $0 == "spec" || $0 == "stories" }
            || name.hasSuffix("_test.go") || name.hasSuffix("tests.swift") || name == "conftest.py"
            || name == "tests.py" || FilePlace.testClasses.contains { spelled.hasSuffix($0) }
            || FilePlace.developmentFiles.contains(name) || FilePlace.isDevelopmentSetting(name, folders)
        mayBeAside = stems.contains { $0.hasSuffix("_test") || $0.hasSuffix("_spec") }
        isProse =
            FilePlace.proseEndings.contains { name.hasSuffix($0) }
            || folders.dropLast().contains { FilePlace.labelFolders.contains($0) } || FilePlace.isLanguage(name)
        isScript =
            folders.dropLast().contains { FilePlace.scriptFolders.contains($0) } || infixes.contains("config")
            || FilePlace.scriptFiles.contains(name) || name.hasPrefix("cli.")
    }

    /// The severity of a rule's findings here; nil where the rule leaves such files out.
    func severity(of rule: Rule) -> Severity? {
        if rule.isBoundToPaths, !rule.reads(path ?? "") { return nil }
        if isProse, rule.definition.skipsProse { return nil }
        // That it is a test is told by names alone: what is critical still warns.
        if isAside, rule.severity == .critical, !isForeign { return rule.definition.skipsTests ? nil : .warning }
        if isAside { return rule.definition.skipsTests ? nil : .info }
        if mayBeAside, rule.severity != .critical { return rule.definition.skipsTests ? nil : .info }
        if isScript, rule.definition.skipsScripts { return nil }
        return rule.severity
    }
}
