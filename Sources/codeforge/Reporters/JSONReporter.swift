import Engine
import JSON
import Models
import Review

/// One JSON object with everything that the review says, for scripts.
struct JSONReporter: Reporter {
    func text(of report: ReviewReport) -> String {
        var document: JSONObject = [
            "version": .string(ProductVersion.text),
            "findings": .array(report.findings.map { finding($0.path, $0.located) }),
            "skipped": .array(
                report.missed.map { skipped($0.path, $0.reason, isMissed: true) }
                    + report.passedOver.map { skipped($0.path, $0.reason, isMissed: false) }),
            "errors": .array(report.failures.map { ["path": .string($0.path), "reason": .string($0.reason)] }),
            "notes": .array(report.notes.map { ["path": .string($0.path), "note": .string($0.note)] }),
            "summary": summary(of: report),
        ]
        if !report.fixed.isEmpty {
            document["fixed"] = .array(
                report.fixed.map {
                    ["path": .string($0.path), "rule": .string($0.rule), "count": .integer($0.count)]
                })
        }
        return JSONValue.object(document).serialized(pretty: true).printableJSON + "\n"
    }

    private func skipped(_ path: String, _ reason: SkipReason, isMissed: Bool) -> JSONValue {
        var object: JSONObject = ["path": .string(path), "reason": .string("\(reason)")]
        // It had to be reviewed: that is why the exit code is 2.
        if isMissed { object["missed"] = true }
        return .object(object)
    }

    private func finding(_ path: String, _ located: LocatedFinding) -> JSONValue {
        let finding = located.finding
        var object: JSONObject = [
            "path": .string(path),
            "line": .integer(located.start.line),
            "column": .integer(located.start.column),
            "end_line": .integer(located.end.line),
            "end_column": .integer(located.end.column),
            "severity": .string(finding.severity.rawValue),
            "rule": .string(finding.ruleID),
            "message": .string(finding.message),
            "identity": .string(finding.identity),
            "source": .string(located.sourceLine),
        ]
        if located.isDismissed { object["dismissed"] = true }
        if !located.flow.isEmpty { object["flow"] = .array(located.flow.map(step)) }
        if let cwe = finding.rule.cwe { object["cwe"] = .string("CWE-\(cwe)") }
        if let fix = finding.fix {
            object["fix"] = ["title": .string(fix.title), "edits": .array(located.edits.map(edit))]
        }
        return .object(object)
    }

    private func step(_ step: LocatedFinding.Step) -> JSONValue {
        [
            "line": .integer(step.start.line), "column": .integer(step.start.column),
            "end_line": .integer(step.end.line), "end_column": .integer(step.end.column),
            "message": .string(step.message),
        ]
    }

    private func edit(_ edit: LocatedFinding.Edit) -> JSONValue {
        [
            "line": .integer(edit.start.line), "column": .integer(edit.start.column),
            "end_line": .integer(edit.end.line), "end_column": .integer(edit.end.column),
            "new_text": .string(edit.newText),
        ]
    }

    private func summary(of report: ReviewReport) -> JSONValue {
        var summary: JSONObject = [
            "files": .integer(report.reviewedCount),
            "lines": .integer(report.lineCount),
            "critical": .integer(report.count(.critical)),
            "warning": .integer(report.count(.warning)),
            "info": .integer(report.count(.info)),
        ]
        // Whether they are shown or not.
        if report.dismissedCount > 0 { summary["dismissed"] = .integer(report.dismissedCount) }
        if report.count(.baseline) > 0 { summary["baseline"] = .integer(report.count(.baseline)) }
        if report.count(.unchanged) > 0 { summary["unchanged"] = .integer(report.count(.unchanged)) }
        return .object(summary)
    }
}
