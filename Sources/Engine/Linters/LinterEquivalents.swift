import Review

/// Which findings of linters are those of our own rules by another name.
enum LinterEquivalents {
    /// By our rule; codes of bandit are those of ruff with a B.
    private static let codes: [String: Set<String>] = [
        "eval/python-eval": ["S102", "S307"], "secrets/hardcoded-secret": ["S105", "S106", "S107"],
        "eval/unsafe-deserialisation": ["S301", "S302"], "crypto/weak-hash": ["S303", "S324"],
        "crypto/weak-cipher": ["S304", "S305"], "crypto/insecure-random": ["S311"],
        "crypto/tls-verification-off": ["S323", "S501"], "crypto/old-tls": ["S502", "S503"],
        "eval/yaml-load": ["S506"], "eval/yaml-loader": ["S506"],
        "command/python-shell": ["S602", "S604", "S605"], "sql/string-built-query": ["S608"],
        "errors/bare-except": ["E722"], "errors/except-pass": ["S110", "SIM105"],
        "errors/request-without-timeout": ["S113"], "web/debug-mode": ["S201"], "web/autoescape-off": ["S701"],
        "correctness/mutable-default": ["B006"], "correctness/is-literal": ["F632"],
        "correctness/assert-tuple": ["F631"], "correctness/none-comparison": ["E711"],
        "correctness/none-inequality": ["E711"], "correctness/negated-membership": ["E713"],
        "correctness/negated-identity": ["E714"], "correctness/type-comparison": ["E721"],
        "errors/raise-not-implemented": ["F901"],
        "eval/javascript-eval": ["no-eval", "no-implied-eval", "no-new-func"],
        "debug/debugger-statement": ["no-debugger"], "debug/console-log": ["no-console"],
        "errors/empty-catch": ["no-empty"], "errors/useless-catch": ["no-useless-catch"],
        "errors/throw-literal": ["no-throw-literal"], "errors/return-in-finally": ["no-unsafe-finally"],
        "errors/async-executor": ["no-async-promise-executor"], "correctness/nan-comparison": ["use-isnan"],
        "correctness/nan-inequality": ["use-isnan"], "correctness/nan-search": ["use-isnan"],
        "correctness/invalid-typeof": ["valid-typeof"], "correctness/self-comparison": ["no-self-compare"],
        "correctness/self-assignment": ["no-self-assign"], "correctness/negative-zero": ["no-compare-neg-zero"],
        "correctness/assignment-in-condition": ["no-cond-assign"],
        "correctness/duplicate-condition": ["no-dupe-else-if"],
    ]

    /// Whether what a linter marks is a secret, which it may quote.
    static func isSecret(_ issue: LinterIssue, of linter: String) -> Bool {
        codes["secrets/hardcoded-secret"]?.contains(code(of: issue, linter)) == true || issue.cwe == 798
            || issue.cwe == 259
    }

    /// Whether a linter's issue is a finding of ours on its line.
    static func same(_ issue: LinterIssue, of linter: String, as finding: Finding) -> Bool {
        if let cwe = issue.cwe, cwe == finding.rule.cwe { return true }
        guard let codes = codes[finding.ruleID] else { return false }
        return codes.contains(code(of: issue, linter))
    }

    /// The code by which more than one linter knows what was found.
    static func code(of issue: LinterIssue, _ linter: String) -> String {
        linter == "bandit" ? "S" + issue.code.dropFirst() : issue.code
    }
}
