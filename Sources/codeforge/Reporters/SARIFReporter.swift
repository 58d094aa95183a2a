import Engine
import JSON
import Review

/// One SARIF log with one run, as code scanning services and editors read it.
///
/// Spec: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
struct SARIFReporter: Reporter {
    func text(of report: ReviewReport) -> String {
        let rules = SARIFRules(of: report)
        var run: JSONObject = [
            "tool": ["driver": rules.driver],
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation(of: report)],
            "results": .array(report.findings.map { result($0.path, $0.located, rules) }),
        ]
        if let taxonomy = rules.taxonomy { run["taxonomies"] = [taxonomy] }
        let log: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [.object(run)],
        ]
        return log.serialized(pretty: true).printableJSON + "\n"
    }

    private func result(_ path: String, _ located: LocatedFinding, _ rules: SARIFRules) -> JSONValue {
        let finding = located.finding
        var region = self.region(located.start, located.end)
        region["snippet"] = ["text": .string(located.sourceLine)]
        var result: JSONObject = [
            "ruleId": .string(finding.ruleID),
            "ruleIndex": .integer(rules.index(of: finding.rule)),
            "level": .string(finding.severity.sarifLevel),
            "message": ["text": .string(finding.message)],
            "locations": [
                ["physicalLocation": ["artifactLocation": artifact(path), "region": .object(region)]]
            ],
            "partialFingerprints": ["codeforgeIdentity/v1": .string(finding.identity)],
        ]
        if !located.flow.isEmpty { result["codeFlows"] = [flow(to: located, path)] }
        if located.isDismissed {
            result["suppressions"] = [["kind": "external", "justification": "Dismissed in an editor."]]
        }
        if let fix = finding.fix { result["fixes"] = [self.fix(fix.title, path, located.edits)] }
        return .object(result)
    }

    private func region(_ start: LocatedFinding.Place, _ end: LocatedFinding.Place) -> JSONObject {
        [
            "startLine": .integer(start.line), "startColumn": .integer(start.column),
            "endLine": .integer(end.line), "endColumn": .integer(end.column),
        ]
    }

    /// The places that the value that does harm passes, the finding's own last.
    private func flow(to located: LocatedFinding, _ path: String) -> JSONValue {
        func step(_ start: LocatedFinding.Place, _ end: LocatedFinding.Place, _ message: String) -> JSONValue {
            [
                "location": [
                    "physicalLocation": [
                        "artifactLocation": artifact(path), "region": .object(region(start, end)),
                    ],
                    "message": ["text": .string(message)],
                ]
            ]
        }
        let places = located.flow.map { step($0.start, $0.end, $0.message) }
        let own = step(located.start, located.end, "They do harm here.")
        return ["threadFlows": [["locations": .array(places + [own])]]]
    }

    private func fix(_ title: String, _ path: String, _ edits: [LocatedFinding.Edit]) -> JSONValue {
        let replacements = edits.map { edit -> JSONValue in
            [
                "deletedRegion": .object(region(edit.start, edit.end)),
                "insertedContent": ["text": .string(edit.newText)],
            ]
        }
        return [
            "description": ["text": .string(title)],
            "artifactChanges": [["artifactLocation": artifact(path), "replacements": .array(replacements)]],
        ]
    }

    /// A relative path is one from the folder that the review was started in.
    private func artifact(_ path: String) -> JSONValue {
        let escaped = path.utf8.map { SARIFReporter.isUnreserved($0) ? String(UnicodeScalar($0)) : "%" + hex($0) }
            .joined()
        if path.hasPrefix("/") { return ["uri": .string("file://" + escaped)] }
        return ["uri": .string(escaped), "uriBaseId": "%SRCROOT%"]
    }

    private func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }

    /// Bytes that stand for themselves in the path of a URI; the slash among them.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    private func invocation(of report: ReviewReport) -> JSONValue {
        let failures = report.failures.map { notification($0.path, "error", $0.reason) }
        let missed = report.missed.map { notification($0.path, "error", "Not reviewed: \($0.reason).") }
        let skipped = report.passedOver.map { notification($0.path, "note", "Skipped: \($0.reason).") }
        let notes = report.notes.map { notification($0.path, "note", "The file \($0.note).") }
        return [
            "executionSuccessful": .bool(report.failures.isEmpty && report.missed.isEmpty),
            "exitCode": .integer(Int(report.exitCode)),
            "toolExecutionNotifications": .array(failures + missed + skipped + notes),
        ]
    }

    private func notification(_ path: String, _ level: JSONValue, _ text: String) -> JSONValue {
        [
            "level": level,
            "message": ["text": .string(text)],
            "locations": [["physicalLocation": ["artifactLocation": artifact(path)]]],
        ]
    }
}

extension Severity {
    var sarifLevel: String {
        switch self {
        case .critical: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}
