import Review
import Testing

/// How the place of a file, and comments for other checkers, change what is reported.
@Suite struct PlaceTests {
    private func severities(_ code: String, at path: String) -> [Severity] {
        let language = Language.detect(languageID: nil, path: path, firstLine: "")
        return review(Array(code.utf8), language: language, path: path).map(\.severity)
    }

    @Test(arguments: [
        "src/app.py", "distribution/app.py", "contests.py", "devices/app.py", "translate.py",
    ])
    func `code of the project counts in full`(path: String) {
        #expect(severities("eval(text)\n", at: path) == [.critical])
    }

    @Test(arguments: [
        "tests/app.py", "blog/tests.py", "conftest.py", "docs/conf.py", "site/settings/dev.py", "local_settings.py",
    ])
    func `what is critical warns in tests, documentation and settings of one machine`(path: String) {
        #expect(severities("eval(text)\n", at: path) == [.warning])
    }

    @Test(arguments: ["vendor/tool/app.py", "third_party/app.py", "dist/app.py"])
    func `other people's code tells less`(path: String) {
        #expect(severities("eval(text)\n", at: path) == [.info])
    }

    @Test(arguments: [
        ("src/main/Latest.java", Severity.critical), ("src/main/App.java", .critical),
        ("src/main/AppTest.java", .warning),
        ("src/jvmTest/App.java", .warning), ("src/it.java", .critical),
    ])
    func `a class of tests is known by its name, one of the project is not taken for one`(
        path: String, expected: Severity
    ) {
        #expect(severities("Runtime.getRuntime().exec(\"ls \" + a);\n", at: path) == [expected])
    }

    @Test func `labels about passwords are none`() {
        let label = #"{"LABEL_PASSWORD": "mu'wIj1"}"# + "\n"
        #expect(severities(label, at: "assets/config/names.json") == [.warning])
        #expect(severities(label, at: "assets/i18n/tlh.json") == [])
    }

    @Test(arguments: [
        "h = hashlib.md5(x)  # nosec", "h = hashlib.md5(x)  # nosec B324", "h = hashlib.md5(x)  # noqa",
        "h = hashlib.md5(x)  # noqa: S324 - names a file", "h = hashlib.md5(x)  # type: ignore  # noqa: E501, S324",
        "# nosemgrep: weak-hash\nh = hashlib.md5(x)", "h = hashlib.md5(  # noqa: S324\n    x\n)",
    ])
    func `a warning that another checker was told to pass over is not repeated`(code: String) {
        #expect(severities(code, at: "a.py") == [])
    }

    @Test(arguments: [
        "h = hashlib.md5(x)  # noqa: E501", "h = hashlib.md5(x)  # nosecret", "# noqa: S324\nh = hashlib.md5(x)",
        "nosec = 1\nh = hashlib.md5(x)", "h = hashlib.md5(x)  # noqa: S608",
        "password = \"Tr0ub4dor&3x\"  # noqa: S307",
    ])
    func `a comment about something else hides nothing`(code: String) {
        #expect(severities(code, at: "a.py") == [.warning])
    }

    @Test(arguments: [
        "eval(text)  # nosec", "eval(text)  # noqa: S307", "eval(text)  # nosec: B307 our own text",
        "os.system(x)  # noqa: PLW1510, S605 of a list", "os.system(x)  # nosemgrep: dangerous",
        "eval(text)  # codeforge-ignore", "eval(text)  # codeforge-ignore: eval/python-eval it is our own file",
        "# codeforge-ignore eval/*\neval(text)", "eval(text)  # codeforge: ignore",
        "password = \"Tr0ub4dor&3x\"  # pragma: allowlist secret", "password = \"Tr0ub4dor&3x\"  # gitleaks:allow",
        "password = \"Tr0ub4dor&3x\"  # noqa: S105", "password = \"Tr0ub4dor&3x\"  # codeforge-ignore",
    ])
    func `what a comment says is meant is not told, however critical`(code: String) {
        #expect(severities(code + "\n", at: "a.py") == [])
    }

    @Test(arguments: [
        "eval(text)  # noqa", "eval(text)  # noqa: E501", "eval(text)  # pragma: allowlist secret",
        "note = '# nosecret'\neval(text)", "eval(text)  # noqa: S608", "eval(text)  # nosec B608",
        "os.system(x)  # noqa: S101",
    ])
    func `what is critical is told where a comment is about something else`(code: String) {
        #expect(severities(code + "\n", at: "a.py") == [.critical])
    }

    @Test(arguments: [
        "docstore/api.py", "build/server.py", "app/commands/run.py", "t/run.py", "app/dev.py", "app/load_test.py",
        "documents/api.py", "latest/api.py",
    ])
    func `a name that only looks like that of tests or documentation lowers nothing critical`(path: String) {
        #expect(severities("eval(text)\n", at: path) == [.critical])
    }
}
