import Models

/// What `requirements.md` says as a person left it.
///
/// Below a known heading, lines of the known form count; quotations, comments, code, other headings and what stands
/// below them are notes.
struct RequirementsReading {
    /// A value and the line, from 0, where it stands.
    struct Place<Value: Hashable & Sendable>: Hashable, Sendable {
        var value: Value
        var line: Int
    }

    enum Section: String, CaseIterable {
        case audience = "for whom"
        case features, stack, constraints
    }

    private(set) var name: Place<String>?
    /// The first paragraph below the name; empty where there is none.
    private(set) var pitch = Place(value: "", line: 0)
    private(set) var audience: [Place<UserPersona>] = []
    private(set) var features: [Place<Feature>] = []
    private(set) var stack: [Place<String>] = []
    private(set) var constraints: String?
    private(set) var problems: [DocumentProblem] = []

    private var sections: [Section: Int] = [:]
    /// What the lines that come belong to.
    private var part = Part.nothing
    /// Whether the paragraph that is being read goes on.
    private var isInParagraph = false
    private let lines: MarkdownLines

    private enum Part: Equatable {
        /// Before the name, and below headings of the person's own.
        case nothing
        case pitch
        case section(Section)
        /// Below a feature's heading, and whether its priority and its description have been read.
        case feature(isRanked: Bool, isDescribed: Bool)
    }

    init(_ text: String) {
        lines = MarkdownLines(text)
        var isCode = false
        for line in lines.lines.indices {
            if lines.isFence(line) {
                isCode.toggle()
                endParagraph()
            } else if !isCode {
                read(line)
            }
        }
        complainOfGaps()
    }

    func lacks(_ section: Section) -> Bool { sections[section] == nil }

    /// The requirements as the document alone says them, for whoever has nothing else of them.
    var whole: RequirementsDoc {
        RequirementsDoc(
            appName: name?.value ?? "", elevatorPitch: pitch.value, targetAudience: audience.map(\.value),
            coreFeatures: features.map(\.value), recommendedStack: stack.map(\.value),
            technicalConstraints: constraints)
    }

    /// What keeps the document from being requirements by itself.
    var hindrances: [DocumentProblem] { problems + (name == nil ? [] : complaints(about: whole)) }

    /// Whether both say the same, wherever it stands.
    func hasSameValues(as other: RequirementsReading) -> Bool {
        name?.value == other.name?.value && pitch.value == other.pitch.value
            && audience.map(\.value) == other.audience.map(\.value)
            && features.map(\.value) == other.features.map(\.value)
            && stack.map(\.value) == other.stack.map(\.value) && constraints == other.constraints
    }

    /// What the specification's schema has against requirements that were read from here, each where it stands.
    func complaints(about requirements: RequirementsDoc) -> [DocumentProblem] {
        do {
            _ = try RequirementsDoc(validating: requirements.json)
            return []
        } catch {
            return error.errors.map { complaint in
                lines.problem(
                    .error, "invalid-requirements", "\(Self.subject(of: complaint)): \(complaint.message).",
                    at: line(of: complaint, requirements))
            }
        }
    }
}

extension RequirementsReading {
    private mutating func read(_ line: Int) {
        if let heading = lines.heading(at: line) {
            endParagraph()
            return begin(heading, at: line)
        }
        switch part {
        case .nothing: break
        case .pitch:
            if let text = paragraph(line, first: pitch.value.isEmpty) {
                pitch = Place(value: Self.joined(pitch.value, text), line: pitch.value.isEmpty ? line : pitch.line)
            }
        case .section(.audience): readPersona(line)
        case .section(.stack):
            if let item = lines.bullet(at: line) {
                stack.append(Place(value: MarkdownLines.unescaped(item), line: line))
            }
        case .section(.constraints): readConstraint(line)
        case .section(.features): break
        case .feature(let isRanked, let isDescribed):
            readFeature(line, isRanked: isRanked, isDescribed: isDescribed)
        }
    }

    private mutating func begin(_ heading: (level: Int, title: String), at line: Int) {
        switch heading.level {
        case 1 where name == nil:
            name = Place(value: heading.title, line: line)
            pitch.line = line
            part = .pitch
        case 1: part = .nothing
        case 2:
            let section = RequirementsWords.section(titled: heading.title)
            part = section.map { .section($0) } ?? .nothing
            if let section, sections[section] == nil { sections[section] = line }
        case 3 where isAmongFeatures:
            features.append(
                Place(value: Feature(name: heading.title, description: "", priority: .shouldHave), line: line))
            part = .feature(isRanked: false, isDescribed: false)
        default:
            // A heading of the person's own inside of a section: what stands below it is a note.
            part = isAmongFeatures ? .feature(isRanked: true, isDescribed: true) : .nothing
        }
    }

    private var isAmongFeatures: Bool {
        switch part {
        case .section(.features), .feature: true
        default: false
        }
    }

    private mutating func readFeature(_ line: Int, isRanked: Bool, isDescribed: Bool) {
        guard let last = features.indices.last else { return }
        let lines = self.lines
        if !isRanked,
            let priority = RequirementsWords.everyPriority.lazy.compactMap({ lines.field($0, at: line) }).first
        {
            endParagraph()
            part = .feature(isRanked: true, isDescribed: isDescribed)
            let name = priority.lowercased().split { !$0.isLetter }.joined(separator: "-")
            let known = PriorityLevel.allCases.first {
                $0.rawValue == name || $0.rawValue.split(separator: "-").first.map(String.init) == name
            }
            if let known { features[last].value.priority = known } else { complain(of: priority, at: line) }
        } else if !isDescribed || isInParagraph,
            let text = paragraph(line, first: features[last].value.description.isEmpty)
        {
            features[last].value.description = Self.joined(features[last].value.description, text)
            part = .feature(isRanked: isRanked, isDescribed: true)
        }
    }

    private mutating func complain(of priority: String, at line: Int) {
        problems.append(
            lines.problem(
                .error, "unknown-priority",
                "“\(priority)” is no priority. Write must-have, should-have or nice-to-have.", at: line))
    }

    private mutating func readPersona(_ line: Int) {
        guard let bullet = lines.bullet(at: line) else { return }
        let text = bullet.hasPrefix("**") ? bullet.dropFirst(2) : bullet
        let readings = RequirementsWords.everyPersona.compactMap {
            words -> (Range<String.Index>, Range<String.Index>?)? in
            guard let wants = text.firstRange(of: " \(words.wants):") else { return nil }
            return (wants, text[wants.upperBound...].firstRange(of: "\(words.trouble):"))
        }
        // Where several languages have the same word for what somebody wants, the one that tells of trouble is meant.
        let found = readings.first { $0.1 != nil } ?? readings.first
        guard let (wants, trouble) = found else {
            return problems.append(
                lines.problem(
                    .error, "unclear-persona",
                    "Say who it is for as “**Who** wants: what. Trouble today: what hurts.”", at: line))
        }
        let role = text[..<wants.lowerBound]
        var goal = MarkdownLines.trim(text[wants.upperBound..<(trouble?.lowerBound ?? text.endIndex)])
        if trouble != nil, goal.hasSuffix(".") { goal = goal.dropLast() }
        let pain = trouble.map { MarkdownLines.unescaped(MarkdownLines.trim(text[$0.upperBound...])) }
        audience.append(
            Place(
                value: UserPersona(
                    role: MarkdownLines.unescaped(role.hasSuffix("**") ? role.dropLast(2) : role),
                    goal: MarkdownLines.unescaped(goal),
                    painPoint: pain ?? RequirementsWords.unsaid), line: line))
    }

    private mutating func readConstraint(_ line: Int) {
        if let bullet = lines.bullet(at: line) {
            endParagraph()
            addConstraint("- " + MarkdownLines.unescaped(bullet), separator: "\n")
        } else {
            let separator = isInParagraph ? " " : "\n"
            if let text = paragraph(line, first: true) { addConstraint(text, separator: separator) }
        }
    }

    private mutating func addConstraint(_ text: String, separator: String) {
        constraints = constraints.map { $0 + separator + text } ?? text
    }

    /// The text of a line that belongs to a paragraph; `first` says whether one may begin here.
    private mutating func paragraph(_ line: Int, first: Bool) -> String? {
        guard lines.isProse(line), first || isInParagraph else {
            endParagraph()
            return nil
        }
        isInParagraph = true
        return MarkdownLines.unescaped(lines.trimmed(line))
    }

    private mutating func endParagraph() { isInParagraph = false }

    private static func joined(_ text: String, _ more: String) -> String { text.isEmpty ? more : text + " " + more }

    private mutating func complainOfGaps() {
        if name == nil {
            problems.append(
                lines.problem(
                    .error, "missing-name", "The name is missing: begin the document with “# ” and a name.", at: 0))
        }
        for section in [Section.audience, .features, .stack] where sections[section] == nil {
            let title = section.rawValue.prefix(1).uppercased() + section.rawValue.dropFirst()
            problems.append(
                lines.problem(
                    .warning, "missing-section",
                    "The heading “## \(title)” is gone; the requirements keep what stood there. "
                        + "To empty it, leave the heading and delete the lines below it.", at: 0))
        }
    }
}

extension RequirementsReading {
    /// What a complaint of the schema is about, as the document calls it.
    private static func subject(of complaint: ValidationError) -> String {
        let keys = complaint.location.compactMap { step in
            if case .key(let key) = step { key } else { nil }
        }
        switch keys.last {
        case "app_name": return "The name"
        case "elevator_pitch": return "The pitch, the paragraph below the name"
        case "role": return "Who it is for"
        case "goal": return "What they want"
        case "pain_point": return "Their trouble today"
        case "description": return "The description, the paragraph below a feature's name"
        case "name": return "The feature's name"
        case .some(let key): return key
        case nil: return "The requirements"
        }
    }

    private func line(of complaint: ValidationError, _ requirements: RequirementsDoc) -> Int {
        guard case .key(let key)? = complaint.location.first else { return 0 }
        let index = complaint.location.dropFirst().first.flatMap { step -> Int? in
            if case .index(let index) = step { index } else { nil }
        }
        switch key {
        case "app_name": return name?.line ?? 0
        case "elevator_pitch": return pitch.line
        case "target_audience":
            let persona = index.map { requirements.targetAudience[$0] }
            return audience.first { $0.value == persona }?.line ?? sections[.audience] ?? 0
        case "core_features":
            let feature = index.map { requirements.coreFeatures[$0] }
            return features.first { $0.value == feature }?.line ?? sections[.features] ?? 0
        case "recommended_stack": return sections[.stack] ?? 0
        default: return 0
        }
    }
}
