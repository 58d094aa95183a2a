import Engine
import JSON
import LanguageServerProtocol
import Mentoring
import Models
import Review
import Text

/// What the mentor has to say at a place of a student's document: about a finding, or a concept in the code.
struct MentorPlace {
    private enum Thing {
        case finding(Finding)
        case concept(FoundConcept)
    }

    let document: OpenDocument
    private let thing: Thing
    private let learner: Learner
    /// Whether hover shows the first hint.
    private let isShown: Bool
    /// What the ladder knows the thing by.
    let subject: String

    /// Nil where there is nothing that the mentor knows.
    init?(_ document: OpenDocument, line: Int, byte: Int, snapshot: Snapshot) {
        self.document = document
        isShown = snapshot.isStudent(document)
        learner = snapshot.studentProject(of: document)?.documents.learner ?? Learner()
        let findings = snapshot.findings(of: document, inLines: line...line)
        if let finding = findings.first(where: { $0.range.touches(line: line, byte: byte) }) {
            thing = .finding(finding)
            subject = Self.subject(of: finding, in: document, learner)
            return
        }
        let holdsSecret = document.reviewed.findings(inLines: line...line).contains(where: \.holdsSecret)
        let place = CodePlace(line: line, of: document.reviewed, isQuotable: !holdsSecret)
        guard let concept = FoundConcept(at: byte, in: place, language: document.reviewed.language) else { return nil }
        thing = .concept(concept)
        subject = concept.subject
    }

    /// How the subjects of a document's findings of a rule begin.
    static func prefix(_ rule: String, in document: OpenDocument) -> String {
        "finding/\(document.reviewed.path ?? document.uri)/\(rule):"
    }

    /// The finding's own subject, or that of one of its rule that is not there any more: its line was edited, and the
    /// problem stayed.
    private static func subject(of finding: Finding, in document: OpenDocument, _ learner: Learner) -> String {
        let start = prefix(finding.ruleID, in: document)
        let own = "finding/\(document.reviewed.path ?? document.uri)/\(finding.identity)"
        guard !learner.asked.isEmpty, learner.asked[own] == nil else { return own }
        let present = Set(document.reviewed.findings.map(\.identity))
        let gone = learner.asked.keys.sorted().first { key in
            key.hasPrefix(start) && !present.contains(String(key.dropFirst(start.count - finding.ruleID.count - 1)))
        }
        return gone ?? own
    }

    /// What the conversation says that the student asked.
    var asked: String {
        switch thing {
        case .finding(let finding):
            "What is it about “\(finding.rule.studentTitle)” at line \(finding.range.startLine + 1)?"
        case .concept(let found): "What is it about \(found.concept.name) at line \(found.place.line + 1)?"
        }
    }

    /// For `concepts_covered`.
    var concept: String {
        switch thing {
        case .finding(let finding): finding.ruleID
        case .concept(let found): found.concept.id
        }
    }

    var title: String {
        switch thing {
        case .finding(let finding): finding.rule.studentTitle
        case .concept(let found): found.concept.name
        }
    }

    var range: ByteRange {
        switch thing {
        case .finding(let finding): finding.range
        case .concept(let found):
            ByteRange(
                startLine: found.place.line, startByte: found.range.lowerBound, endLine: found.place.line,
                endByte: found.range.upperBound)
        }
    }

    /// What is kept of a finding's place, to tell later whether it was mended.
    var askedLine: AskedLine? {
        guard case .finding(let finding) = thing else { return nil }
        return AskedLine(finding, in: document.reviewed)
    }

    var isFinding: Bool { if case .finding = thing { true } else { false } }

    /// The rung that hover shows: the one that was reached last.
    var shownRung: HintRung { HintRung(asked: (learner.asked[subject] ?? 1) - 1) }

    /// The arguments of `codeforge.askMentor` for this place.
    func arguments(at start: TextPosition) -> JSONObject {
        [
            "uri": .string(document.uri), "again": .bool(isShown),
            "position": ["line": .integer(start.line), "character": .integer(start.character)],
        ]
    }

    /// A link that asks again; nil once there is no higher rung.
    ///
    /// Spec: https://code.visualstudio.com/api/extension-guides/command#command-uris
    func link(at start: TextPosition) -> String? {
        guard shownRung != .example else { return nil }
        let list = JSONValue.array([.object(arguments(at: start))]).serialized
        return "[Ask the mentor for more](command:codeforge.askMentor?\(list.percentEncoded))"
    }

    /// How the hint is put: by what the person knows, and by how they fared with this very thing elsewhere.
    var level: SkillLevel { learner.level(of: concept, beside: subject) }

    /// Whether a text gives away nothing of what the finding's fix would write.
    func mayShow(_ text: String) -> Bool {
        guard case .finding(let finding) = thing else { return true }
        return !(SpoilerCheck(finding, in: document.reviewed)?.leaks(disguisedIn: text) ?? false)
    }

    /// The mentor's words, without the solution of any finding around.
    func text(_ rung: HintRung) -> String {
        switch thing {
        case .finding(let finding):
            return FindingHint.safeHint(for: finding, in: document.reviewed, rung, level: level)
        case .concept(let found):
            let line = found.place.line
            let near = document.reviewed.findings(inLines: line...line)
            return FindingHint.withheld(found.hint(rung, level: level), about: near, in: document.reviewed)
        }
    }
}

extension String {
    /// Every byte but letters, digits and `-._~` as `%XX` (RFC 3986, section 2.1).
    fileprivate var percentEncoded: String {
        let digits = Array("0123456789ABCDEF")
        return utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                byte < 0x80 && (scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}
