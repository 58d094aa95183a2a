import Engine
import Review

/// Test results as build servers read them: a suite a file, in which each finding is a case.
///
/// A finding that counts for the exit code is a failure, any other a skipped case; a file without findings has one case
/// that passed, and one that could not be read, or was not reviewed though it had to be, an error. What was passed over
/// besides is one skipped case.
///
/// Spec: https://github.com/testmoapp/junitxml
struct JUnitReporter: Reporter {
    func text(of report: ReviewReport) -> String {
        var suites = report.files.compactMap { suite($0, report) }
        if let sentence = report.passedOverSentence {
            let counts = Counts(tests: 1, failures: 0, errors: 0, skipped: 1)
            let testcase = testcase("passed over", "codeforge", "<skipped message=\"\(escaped(sentence))\"/>")
            suites.append(
                ("  <testsuite name=\"codeforge\" \(counts.attributes)>\n\(testcase)  </testsuite>\n", counts))
        }
        let counts = suites.reduce(into: Counts()) { $0.add($1.counts) }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"codeforge\" \(counts.attributes)>\n"
            + suites.map(\.text).joined() + "</testsuites>\n"
    }

    private struct Counts {
        var tests = 0
        var failures = 0
        var errors = 0
        var skipped = 0

        mutating func add(_ other: Counts) {
            tests += other.tests
            failures += other.failures
            errors += other.errors
            skipped += other.skipped
        }

        var attributes: String {
            "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\" time=\"0\""
        }
    }

    /// Nil for a file that was not reviewed though nothing failed.
    private func suite(_ file: FileReview, _ report: ReviewReport) -> (text: String, counts: Counts)? {
        var counts = Counts()
        var cases = ""
        var output = ""
        switch file.outcome {
        case .skipped(let reason):
            guard file.isMissed else { return nil }
            (counts.tests, counts.errors) = (1, 1)
            cases = testcase("review", file.path, "<error message=\"\(escaped("Not reviewed: \(reason)."))\"/>")
        case .failed(let reason):
            (counts.tests, counts.errors) = (1, 1)
            cases = testcase("review", file.path, "<error message=\"\(escaped(reason))\"/>")
        case .reviewed(let findings, _, let note):
            counts.tests = max(findings.count, 1)
            if findings.isEmpty { cases = testcase("review", file.path, nil) }
            if let note { output = "    <system-out>\(escaped("The file \(note)."))</system-out>\n" }
            for located in findings {
                let isFailure = !located.isDismissed && report.failsFrom.map { located.finding.severity >= $0 } ?? false
                if isFailure { counts.failures += 1 } else { counts.skipped += 1 }
                let name = "\(located.finding.ruleID) at \(located.start.line):\(located.start.column)"
                cases += testcase(name, file.path, outcome(located, file.path, isFailure: isFailure))
            }
        }
        let suite =
            "  <testsuite name=\"\(escaped(file.path))\" \(counts.attributes)>\n\(cases)\(output)  </testsuite>\n"
        return (suite, counts)
    }

    private func testcase(_ name: String, _ path: String, _ outcome: String?) -> String {
        let start = "    <testcase name=\"\(escaped(name))\" classname=\"\(escaped(path))\" time=\"0\""
        return outcome.map { "\(start)>\n      \($0)\n    </testcase>\n" } ?? "\(start)/>\n"
    }

    private func outcome(_ located: LocatedFinding, _ path: String, isFailure: Bool) -> String {
        let finding = located.finding
        let mark = located.isDismissed ? "dismissed: " : "\(finding.severity.rawValue): "
        let message = escaped(mark + finding.message)
        guard isFailure else { return "<skipped message=\"\(message)\"/>" }
        let place = "\(path):\(located.start.line):\(located.start.column)"
        return "<failure type=\"\(escaped(finding.ruleID))\" message=\"\(message)\">"
            + "\(escaped("\(place): \(located.sourceLine)"))</failure>"
    }

    /// Text of an element or an attribute; characters that XML cannot hold are replaced.
    private func escaped(_ text: String) -> String {
        text.withoutHashCommands.printable.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t": result += "&#9;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
