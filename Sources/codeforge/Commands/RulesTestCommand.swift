import ArgumentParser
import Engine
import JSON
import Models

extension RulesCommand {
    /// `codeforge rules test`: tries a team's own rules on the files beside them.
    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try rule files on the files beside them.",
            discussion: """
                A rule file rules/no-eval.yaml is tried on rules/no-eval.py, rules/no-eval.test.js and so on, in which \
                comments say what must be reported on the next line:

                  # ruleid: no-eval
                  eval(text)
                  # ok: no-eval
                  evaluate(text)

                'todoruleid' and 'todook' mark what is known to go wrong. What is wrong with a rule file itself is told \
                with its line. Examples in a rule (the key 'examples') are tried as well.

                EXIT CODE:
                  0  everything is judged as it is marked
                  1  something is not, or a rule cannot be used
                """)

        @Argument(
            help: ArgumentHelp("Rule files and folders. (default: .codeforge/rules)", valueName: "path"),
            completion: .file())
        var paths: [String] = []

        @Flag(help: "Write JSON.")
        var json = false

        func run() throws {
            let trials = try (paths.isEmpty ? [OwnRules.place] : paths).flatMap(RuleFileTrial.trials)
            guard !trials.isEmpty else {
                throw CommandFailure(
                    description: "There is no rule file. Rules stand in files *.yaml in \(OwnRules.place).")
            }
            if json {
                StandardStream.output.write(json: JSONValue.array(trials.map(\.json)))
            } else {
                StandardStream.output.write(trials.map(\.text).joined() + summary(of: trials))
            }
            if trials.contains(where: { !$0.isPassed }) { throw ExitCode(1) }
        }

        private func summary(of trials: [RuleFileTrial]) -> String {
            let rules = trials.reduce(0) { $0 + $1.ruleCount }
            let failed = trials.count { !$0.isPassed }
            let untested = trials.count { $0.isPassed && !$0.isTried }
            var parts = ["\(rules) \(rules == 1 ? "rule" : "rules") in \(trials.count.counted("file"))"]
            parts.append("\(failed) failed")
            if untested > 0 { parts.append("\(untested) without anything to try them on") }
            return parts.joined(separator: ", ") + "\n"
        }
    }
}

extension RuleFileTrial {
    fileprivate var text: String {
        var lines: [String] = []
        for problem in problems {
            lines.append("\(path.printable):\(problem.line + 1): \(problem.reason)")
        }
        for (file, failure) in failures {
            let what = failure.isMissed ? "is not reported, and must be" : "is reported, and must not be"
            lines.append("\(file.printable):\(failure.line): \(failure.rule) \(what)")
        }
        for failure in examples { lines.append("\(path.printable): \(failure)") }
        let state = isPassed ? (isTried ? "ok" : "untested") : "FAILED"
        lines.append("\(state)  \(path.printable)  (\(badCount) to report, \(goodCount) not)")
        return lines.map { $0 + "\n" }.joined()
    }

    fileprivate var json: JSONValue {
        [
            "path": .string(path), "rules": .integer(ruleCount), "passed": .bool(isPassed), "tried": .bool(isTried),
            "to_report": .integer(badCount), "not_to_report": .integer(goodCount),
            "problems": .array(
                problems.map {
                    ["line": .integer($0.line + 1), "reason": .string($0.reason), "rule_used": .bool(!$0.isFatal)]
                }),
            "failures": .array(
                failures.map {
                    [
                        "path": .string($0.file), "line": .integer($0.failure.line), "rule": .string($0.failure.rule),
                        "missed": .bool($0.failure.isMissed),
                    ]
                }),
            "examples": .array(examples.map { .string($0) }),
        ]
    }
}
