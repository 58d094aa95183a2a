import JSON
import Review

/// The forms in which linters tell of problems, each read strictly: what is another form is an error, not nothing.
enum LinterOutput {
    static func json(_ bytes: [UInt8]) throws(LinterOutputError) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw LinterOutputError(description: "what it wrote is not JSON: \(error)")
        }
    }

    /// ruff's list.
    ///
    /// Spec: https://docs.astral.sh/ruff/settings/#output-format
    static func ruff(_ bytes: [UInt8]) throws(LinterOutputError) -> [LinterIssue] {
        guard let list = try json(bytes).array else { throw .expected("list") }
        var issues: [LinterIssue] = []
        for item in list {
            guard let start = item["location"], let end = item["end_location"] else { throw .expected("'location'") }
            let code = item["code"]?.string ?? "syntax-error"
            issues.append(
                LinterIssue(
                    path: try item.text("filename"),
                    start: .init(line: try start.number("row"), column: try start.number("column")),
                    end: .init(line: try end.number("row"), column: try end.number("column")), unit: .codePoints,
                    code: code, message: try item.text("message"),
                    severity: code.hasPrefix("S") || code.hasPrefix("F") ? .warning : .info, page: item["url"]?.string))
        }
        return issues
    }

    /// bandit's results.
    ///
    /// Spec: https://bandit.readthedocs.io/en/latest/formatters/json.html
    static func bandit(_ bytes: [UInt8]) throws(LinterOutputError) -> [LinterIssue] {
        var issues: [LinterIssue] = []
        for item in try json(bytes).list("results") {
            let severity: Severity =
                switch try item.text("issue_severity") {
                case "HIGH": .critical
                case "MEDIUM": .warning
                default: .info
                }
            let line = try item.number("line_number")
            // The end's line is not told: a problem of several lines is marked on its first.
            let isOfLine = (item["line_range"]?.array?.count ?? 1) == 1
            issues.append(
                LinterIssue(
                    path: try item.text("filename"),
                    start: .init(line: line, column: item["col_offset"]?.int.map { $0 + 1 }),
                    end: isOfLine
                        ? item["end_col_offset"]?.int.map { LinterIssue.Place(line: line, column: $0 + 1) } : nil,
                    unit: .bytes, code: try item.text("test_id"), message: try item.text("issue_text"),
                    severity: severity, cwe: item["issue_cwe"]?["id"]?.int, page: item["more_info"]?.string))
        }
        return issues
    }

    /// ShellCheck's comments.
    ///
    /// Spec: https://github.com/koalaman/shellcheck/wiki/Integration
    static func shellcheck(_ bytes: [UInt8]) throws(LinterOutputError) -> [LinterIssue] {
        var issues: [LinterIssue] = []
        for item in try json(bytes).list("comments") {
            let level = try item.text("level")
            let code = "SC\(try item.number("code"))"
            issues.append(
                LinterIssue(
                    path: try item.text("file"),
                    start: .init(line: try item.number("line"), column: try item.number("column")),
                    end: .init(line: try item.number("endLine"), column: try item.number("endColumn")),
                    unit: .codePoints, code: code, message: try item.text("message"),
                    severity: level == "error" || level == "warning" ? .warning : .info,
                    page: "https://www.shellcheck.net/wiki/\(code)"))
        }
        return issues
    }

    /// ESLint's messages by file.
    ///
    /// Spec: https://eslint.org/docs/latest/use/formatters/#json
    static func eslint(_ bytes: [UInt8]) throws(LinterOutputError) -> [LinterIssue] {
        guard let files = try json(bytes).array else { throw .expected("list") }
        var issues: [LinterIssue] = []
        for file in files {
            let path = try file.text("filePath")
            for item in try file.list("messages") {
                let start = LinterIssue.Place(line: item["line"]?.int ?? 1, column: item["column"]?.int)
                let end = item["endLine"]?.int.map { LinterIssue.Place(line: $0, column: item["endColumn"]?.int) }
                issues.append(
                    LinterIssue(
                        path: path, start: start, end: end, unit: .utf16,
                        code: item["ruleId"]?.string ?? "syntax-error", message: try item.text("message"),
                        severity: try item.number("severity") > 1 ? .warning : .info))
            }
        }
        return issues
    }

    /// oxlint's diagnostics.
    ///
    /// Spec: https://oxc.rs/docs/guide/usage/linter/output-formats.html
    static func oxlint(_ bytes: [UInt8]) throws(LinterOutputError) -> [LinterIssue] {
        var issues: [LinterIssue] = []
        for item in try json(bytes).list("diagnostics") {
            guard let span = item["labels"]?[0]?["span"] else { continue }
            let (line, column) = (try span.number("line"), try span.number("column"))
            issues.append(
                LinterIssue(
                    path: try item.text("filename"), start: .init(line: line, column: column),
                    end: .init(line: line, column: column + (try span.number("length"))), unit: .bytes,
                    code: item["code"]?.string.map(oxlintName) ?? "syntax-error", message: try item.text("message"),
                    severity: try item.text("severity") == "error" ? .warning : .info, page: item["url"]?.string))
        }
        return issues
    }

    /// `eslint(no-debugger)` as `no-debugger`, `typescript(ban-ts-comment)` as `typescript/ban-ts-comment`.
    private static func oxlintName(_ code: String) -> String {
        guard let open = code.firstIndex(of: "("), code.hasSuffix(")") else { return code }
        let (plugin, rule) = (code[..<open], code[code.index(after: open)...].dropLast())
        return plugin == "eslint" ? String(rule) : "\(plugin)/\(rule)"
    }

    /// sqlfluff's violations by file.
    ///
    /// Spec: https://docs.sqlfluff.com/en/stable/reference/cli.html
    static func sqlfluff(_ bytes: [UInt8]) throws(LinterOutputError) -> [LinterIssue] {
        guard let files = try json(bytes).array else { throw .expected("list") }
        var issues: [LinterIssue] = []
        for file in files {
            let path = try file.text("filepath")
            for item in try file.list("violations") {
                issues.append(
                    LinterIssue(
                        path: path,
                        start: .init(
                            line: item["start_line_no"]?.int ?? item["line_no"]?.int ?? 1,
                            column: item["start_line_pos"]?.int ?? item["line_pos"]?.int),
                        end: item["end_line_no"]?.int.map { .init(line: $0, column: item["end_line_pos"]?.int) },
                        unit: .codePoints, code: try item.text("code"), message: try item.text("description"),
                        severity: .info))
            }
        }
        return issues
    }

    /// `PATH:LINE:COLUMN: [LEVEL] MESSAGE (RULE)`, a line each.
    ///
    /// Spec: https://yamllint.readthedocs.io/en/stable/quickstart.html
    static func yamllint(_ bytes: [UInt8]) throws(LinterOutputError) -> [LinterIssue] {
        var issues: [LinterIssue] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            guard let found = line.wholeMatch(of: /(.+):(\d+):(\d+): \[(\w+)\] (.*?)(?: \(([\w-]+)\))?/),
                let row = Int(found.2), let column = Int(found.3)
            else { throw LinterOutputError(description: "'\(line.prefix(80))' is no line that it is known to write") }
            issues.append(
                LinterIssue(
                    path: String(found.1), start: .init(line: row, column: column), end: nil, unit: .codePoints,
                    code: found.6.map(String.init) ?? "syntax", message: String(found.5),
                    severity: found.4 == "error" && found.6 == nil ? .warning : .info))
        }
        return issues
    }
}
