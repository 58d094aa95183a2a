/// How much a finding matters; editors show Error, Warning and Information.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    case info, warning, critical

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .critical: 2
        }
    }
}

/// A place in a document in lines and bytes, both counted from zero; `end` is after the last byte.
package struct ByteRange: Sendable, Hashable {
    package var startLine: Int
    package var startByte: Int
    package var endLine: Int
    package var endByte: Int

    package init(startLine: Int, startByte: Int, endLine: Int, endByte: Int) {
        self.startLine = startLine
        self.startByte = startByte
        self.endLine = endLine
        self.endByte = endByte
    }
}

/// A mechanical repair: replacing some ranges, which do not overlap, removes the finding.
package struct Fix: Sendable, Hashable {
    package struct Edit: Sendable, Hashable {
        package var range: ByteRange
        package var newText: String

        package init(range: ByteRange, newText: String) {
            self.range = range
            self.newText = newText
        }
    }

    package var title: String
    package var edits: [Edit]

    package init(title: String, edits: [Edit]) {
        self.title = title
        self.edits = edits
    }
}

/// A place that a value passes on its way to where it does harm.
package struct FlowStep: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Where the data of a request or of another source come in.
        case source
        /// Where a variable is given the value, or what is made of it.
        case passage
    }

    package var kind: Kind
    package var range: ByteRange

    package init(kind: Kind, range: ByteRange) {
        self.kind = kind
        self.range = range
    }

    /// What is told of it beside the finding.
    package var message: String {
        switch kind {
        case .source: "The data come in here."
        case .passage: "They are passed on here."
        }
    }
}

/// A problem that a rule sees at a place of a document.
package struct Finding: Sendable, Hashable {
    package var rule: Rule
    package var severity: Severity
    package var message: String
    /// The part of the message that says what the code really does and nothing of how it is put right; nil where the
    /// rule's title says that of all its findings.
    package var what: String?
    package var range: ByteRange
    package var fix: Fix?
    /// How the value that does harm came here, from its source on; empty where that is not known or in the range itself.
    package var flow: [FlowStep] = []
    /// Hash of the text of the line that the finding is on, without its white space.
    package var lineHash: UInt64
    /// Which of the document's findings of this rule on lines with this very text it is, counted from zero.
    package var occurrence: Int

    package init(
        rule: Rule, severity: Severity, message: String, range: ByteRange, fix: Fix?, lineHash: UInt64, occurrence: Int
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.range = range
        self.fix = fix
        self.lineHash = lineHash
        self.occurrence = occurrence
    }

    package var ruleID: String { rule.id }

    /// The same for the same problem while the document is edited elsewhere: rule, text of the line, occurrence.
    package var identity: String {
        "\(rule.id):\(String(lineHash, radix: 16)):\(occurrence)"
    }
}

extension Finding {
    /// Whether what is marked is a secret, which nothing that leaves this machine may quote.
    package var holdsSecret: Bool { rule.findsSecrets }
}

extension Rule {
    /// Whether what it marks is a secret.
    var findsSecrets: Bool { id.hasPrefix("secrets/") && id != "secrets/trojan-source" }
}
