import JSON
import Review

extension LinterOutput {
    /// The results of all runs of a SARIF log.
    ///
    /// Spec: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    static func sarif(_ bytes: [UInt8]) throws(LinterOutputError) -> [LinterIssue] {
        // Some say a sentence behind it.
        let end = bytes.lastIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? bytes.count
        let log = try json(Array(bytes[..<end]))
        guard log["version"]?.string == "2.1.0" else { throw .expected("'version' 2.1.0") }
        var issues: [LinterIssue] = []
        for run in try log.list("runs") {
            let unit: LinterIssue.Unit = run["columnKind"]?.string == "unicodeCodePoints" ? .codePoints : .utf16
            let rules = run["tool"]?["driver"]?["rules"]?.array ?? []
            for result in try run.list("results") {
                if let issue = try issue(result, rules, unit) { issues.append(issue) }
            }
        }
        return issues
    }

    /// Nil for one without a place.
    private static func issue(
        _ result: JSONValue, _ rules: [JSONValue], _ unit: LinterIssue.Unit
    ) throws(LinterOutputError) -> LinterIssue? {
        guard let place = result["locations"]?[0]?["physicalLocation"], let region = place["region"],
            let line = region["startLine"]?.int
        else { return nil }
        guard let message = result["message"]?["text"]?.string else { throw .expected("text of a message") }
        guard let address = place["artifactLocation"]?["uri"]?.string, let path = Baseline.path(ofAddress: address)
        else { throw .expected("address of a file") }
        let rule = result["ruleIndex"]?.int.flatMap { rules.indices.contains($0) ? rules[$0] : nil }
        let id = result["ruleId"]?.string ?? rule?["id"]?.string ?? "unnamed"
        let descriptor = rule ?? rules.first { $0["id"]?.string == id }
        let level = result["level"]?.string ?? descriptor?["defaultConfiguration"]?["level"]?.string ?? "warning"
        return LinterIssue(
            path: path, start: .init(line: line, column: region["startColumn"]?.int),
            end: region["endLine"]?.int.map { .init(line: $0, column: region["endColumn"]?.int) }
                ?? region["endColumn"]?.int.map { .init(line: line, column: $0) },
            unit: unit, code: id, message: message, severity: level == "error" || level == "warning" ? .warning : .info,
            cwe: cwe(of: descriptor), page: descriptor?["helpUri"]?.string)
    }

    /// `CWE-95: …` or `external/cwe/cwe-095` among a rule's tags.
    private static func cwe(of rule: JSONValue?) -> Int? {
        for tag in rule?["properties"]?["tags"]?.array ?? [] {
            guard let text = tag.string?.lowercased(), let found = text.firstMatch(of: /cwe-0*([0-9]+)/) else {
                continue
            }
            return Int(found.1)
        }
        return nil
    }
}
