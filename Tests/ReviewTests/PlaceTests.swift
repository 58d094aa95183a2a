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
        "tests/app.py", "blog/tests.py", "conftest.py", "vendor/tool/app.py", "third_party/app.py", "dist/app.py",
        "site/settings/dev.py", "local_settings.py",
    ])
    func `tests, other people's code and settings of one machine tell less`(path: String) {
        #expect(severities("eval(text)\n", at: path) == [.info])
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
        "nosec = 1\nh = hashlib.md5(x)",
    ])
    func `a comment about something else hides nothing`(code: String) {
        #expect(severities(code, at: "a.py") == [.warning])
    }

    @Test func `what is critical is told whatever another checker was told`() {
        #expect(severities("eval(text)  # nosec\n", at: "a.py") == [.critical])
    }
}
