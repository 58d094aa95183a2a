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
        "correctness/python-habit": ["B009", "B010", "B011", "B019", "B904", "B909", "PLR1722", "S108", "SIM115"],
        "correctness/python-mistake": ["B008", "B015", "B023", "F507", "F524", "F634", "RUF006"],
        "correctness/python-pitfall": ["B005", "B014", "B030", "F901", "PLR0124", "PLW1508", "PLW1501", "PLW0177"],
        "correctness/python-call": [
            "B005", "B010", "B026", "B034", "F502", "F503", "F505", "F506", "F507", "F509", "F522", "F523", "F524",
            "F525", "PLE1205", "PLE1206", "PLE1307", "PLW1508", "RUF006", "RUF024", "RUF032", "RUF040", "B035", "B037",
        ],
        "correctness/python-class": [
            "B010", "E301", "F822", "PLE0100", "PLE0101", "PLE0237", "PLE0302", "PLE0303", "PLE0304",
            "PLE0305", "PLE0307", "PLE0308", "PLE0309", "PLE0604", "PLR0206", "PLW0211", "PLW0245", "N804", "N805",
            "RUF008",
            "PLE0241", "PLE1519", "PLW0642",
        ],
        "correctness/python-flow": [
            "B012", "B014", "B025", "B026", "E902", "F633", "F704", "F706", "F707", "PLE0704", "PLE1700", "PLR0124",
            "PLR1714", "PLW0120", "PLW0127", "PLW0129", "PLW0711", "ASYNC210", "ASYNC220", "ASYNC221", "ASYNC251",
            "B002",
            "B016", "PLC0414",
        ],
        "correctness/python-style": [
            "A001", "A002", "B017", "B018", "DTZ003", "DTZ004", "DTZ005", "DTZ006", "DJ001", "E712", "F403", "F541",
            "G001",
            "G002", "G004", "PLC0414", "PLW0604", "PLW1507", "PLW1509", "PLW1510", "PLW1641", "PT011", "RUF013",
            "RUF017",
            "RUF072", "RUF069", "TRY203", "UP005", "G010",
        ],
        "correctness/captured-variable": ["B023"], "correctness/repeated-key": ["F601", "no-dupe-keys"],
        "correctness/same-branches": ["RUF034", "no-dupe-else-if"],
        "correctness/unreachable": ["no-unreachable", "PLW0101"],
        "correctness/react-hook-place": ["rules-of-hooks"],
        "correctness/react-missing-dependency": ["exhaustive-deps"], "correctness/react-markup-list": ["jsx-key"],
        "correctness/brace-slip": ["no-fallthrough"],
        "correctness/javascript-flow": [
            "array-callback-return", "no-constant-condition", "no-constant-binary-expression", "no-empty-pattern",
            "no-ex-assign", "no-global-assign", "no-new-native-nonconstructor", "no-obj-calls", "no-setter-return",
            "no-shadow-restricted-names", "no-sparse-arrays", "no-template-curly-in-string", "no-unsafe-negation",
            "no-unsafe-optional-chaining", "no-with", "require-yield", "no-empty-character-class", "no-delete-var",
            "no-caller",
        ],
        "correctness/shell-slip": ["SC2051", "SC2061", "SC2069", "SC2076", "SC2121", "SC2209", "SC2266", "SC2079"],
        "correctness/shell-style": [
            "SC2004", "SC2006", "SC2015", "SC2018", "SC2019", "SC2021", "SC2139", "SC2184", "SC2230",
            "SC2234", "SC2268",
        ],
        "config/docker-latest": ["DL3006", "DL3007"], "config/dockerfile-root": ["DL3002"],
        "config/docker-install": [
            "DL3014", "DL3015", "DL3019", "DL3030", "DL3032", "DL3034", "DL3036", "DL3038", "DL3040",
        ],
        "config/docker-instruction": [
            "DL3000", "DL3001", "DL3003", "DL3011", "DL3020", "DL3025", "DL3027", "DL3043", "DL3046", "DL3048",
            "DL4000",
            "DL4005",
        ],
        "config/docker-unpinned": ["DL3008", "DL3013", "DL3016", "DL3018", "DL3028", "DL3033", "DL3037", "DL3041"],
        "config/docker-repeated": ["DL3012", "DL3024", "DL4003", "DL4004"], "config/docker-upgrade": ["DL3005"],
        "config/docker-pipe": ["DL4006"],
        "correctness/shell-unchecked-folder": ["SC2103", "SC2164"], "correctness/shell-masked": ["SC2155"],
        "correctness/shell-catastrophe": ["SC2114", "SC2115"],
        "correctness/shell-words": [
            "SC2013", "SC2045", "SC2046", "SC2048", "SC2066", "SC2068", "SC2086", "SC2206", "SC2207",
        ],
        "correctness/shell-habit": [
            "SC2001", "SC2002", "SC2003", "SC2005", "SC2007", "SC2009", "SC2010", "SC2011", "SC2012", "SC2016",
            "SC2024",
            "SC2028", "SC2038", "SC2041", "SC2043", "SC2054", "SC2059", "SC2062", "SC2063", "SC2064", "SC2088",
            "SC2126",
            "SC2162", "SC2163", "SC2174", "SC2181", "SC2196", "SC2197", "SC2229", "SC2236", "SC2237",
        ],
        "correctness/shell-assignment": ["SC1066", "SC1068", "SC2281", "SC2283"],
        "command/shell-wildcard": ["SC2035"],
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
