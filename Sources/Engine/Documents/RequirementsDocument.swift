import Models

/// `requirements.md`: what the research agent found out, and what a person made of it.
///
/// Name, pitch, audience, features, stack and constraints may be changed: saved, they are the requirements.
package struct RequirementsDocument: Sendable {
    package var requirements: RequirementsDoc
    package var origin: DocumentOrigin?
    /// Whether they are as an agent wrote them: no person changed them.
    package var isAsGenerated = false
    /// A mark of the idea that the requirements are of; nil where none is known.
    package var idea: String?

    package init(requirements: RequirementsDoc, origin: DocumentOrigin? = nil) {
        self.requirements = requirements
        self.origin = origin
    }

    package func render() -> String {
        let words = RequirementsWords.of(requirements)
        var writer = MarkdownWriter()
        writer.heading(1, requirements.appName)
        writer.paragraph(requirements.elevatorPitch)
        if let origin { writer.remark(words.sentence(of: origin)) }
        writer.remark(words.remark)
        if let idea { writer.anchor(Self.ideaAnchor, idea) }
        writer.heading(2, words.audience)
        for persona in requirements.targetAudience {
            let wish =
                "**\(MarkdownWriter.inline(persona.role))** \(words.wants): \(MarkdownWriter.inline(persona.goal))"
            let isSaid = persona.painPoint != RequirementsWords.unsaid
            writer.bullet(isSaid ? "\(wish). \(words.trouble): \(MarkdownWriter.inline(persona.painPoint))" : wish)
        }
        writer.heading(2, words.features)
        for feature in requirements.coreFeatures {
            writer.heading(3, feature.name)
            writer.line("\(words.priority): \(feature.priority.rawValue)")
            writer.blank()
            writer.paragraph(feature.description)
        }
        writer.heading(2, words.stack)
        for item in requirements.recommendedStack { writer.bullet(MarkdownWriter.inline(item)) }
        if let constraints = requirements.technicalConstraints {
            writer.heading(2, words.constraints)
            for line in constraints.split(whereSeparator: \.isNewline) {
                if line.hasPrefix("- ") {
                    writer.bullet(MarkdownWriter.inline(String(line.dropFirst(2))))
                } else {
                    writer.paragraph(String(line))
                }
            }
        }
        return writer.text
    }

    private static let ideaAnchor = "idea"

    /// The mark of the idea that a text is about; nil where it has none.
    static func idea(in text: String) -> String? {
        let lines = MarkdownLines(text)
        return lines.lines.indices.lazy.compactMap { lines.anchor(ideaAnchor, at: $0) }.first
    }

    /// Whether an earlier rendering was of another idea.
    func isOfAnotherIdea(than base: String) -> Bool {
        guard let idea, let old = Self.idea(in: base) else { return false }
        return old != idea
    }

    package func read(_ text: String) -> ReadDocument {
        let reading = RequirementsReading(text)
        var read = ReadDocument()
        read.items = reading.features.map { DocumentItem(.requirement(name: $0.value.name), line: $0.line) }
        let edited = edited(reading, base: rendered)
        if edited != requirements || !reading.problems.isEmpty {
            read.problems = reading.problems + reading.complaints(about: edited)
        }
        return read
    }

    /// What the requirements are once a document that was rendered as `base` is saved as `text`.
    ///
    /// - Returns: `nil` where the text asks for no change, or where something in it cannot be understood or is not
    ///   valid: then nothing of it is taken over.
    func edited(_ text: String, base: String) -> RequirementsDoc? {
        let reading = RequirementsReading(text)
        guard reading.problems.allSatisfy({ $0.severity != .error }) else { return nil }
        let edited = edited(reading, base: RequirementsReading(base))
        guard edited != requirements, reading.complaints(about: edited).isEmpty else { return nil }
        return edited
    }

    /// The requirements as a text says them; nil where something in it cannot be understood.
    func deciding(_ text: String) -> RequirementsDocument? {
        let reading = RequirementsReading(text)
        guard reading.problems.allSatisfy({ $0.severity != .error }) else { return nil }
        var decided = self
        decided.requirements = edited(reading, base: rendered)
        return reading.complaints(about: decided.requirements).isEmpty ? decided : nil
    }

    /// Whether a text says just what the requirements are, in whatever form: then it needs no new rendering.
    func isSaid(by text: String) -> Bool {
        let reading = RequirementsReading(text)
        return reading.problems.isEmpty && reading.hasSameValues(as: rendered)
    }

    /// The requirements as they are read from their own rendering, which joins lines and blanks.
    private var rendered: RequirementsReading { RequirementsReading(render()) }

    /// Takes over what differs between a text and what it was rendered from; the rest stays byte for byte.
    private func edited(_ reading: RequirementsReading, base: RequirementsReading) -> RequirementsDoc {
        var edited = requirements
        let now = rendered
        if let name = reading.name, name.value != base.name?.value { edited.appName = name.value }
        if reading.pitch.value != base.pitch.value { edited.elevatorPitch = reading.pitch.value }
        edited.targetAudience = Self.merge(
            reading.audience, base: base.audience, shown: now.audience, exact: requirements.targetAudience,
            isKept: reading.lacks(.audience), key: \.role)
        edited.coreFeatures = Self.merge(
            reading.features, base: base.features, shown: now.features, exact: requirements.coreFeatures,
            isKept: reading.lacks(.features), key: \.name)
        edited.recommendedStack = Self.merge(
            reading.stack, base: base.stack, shown: now.stack, exact: requirements.recommendedStack,
            isKept: reading.lacks(.stack), key: \.self)
        if reading.constraints != base.constraints { edited.technicalConstraints = reading.constraints }
        return edited
    }

    /// Joins a list as a person left it with the list as it is now, both made from `base`; `shown` is the list now as
    /// it is read from its rendering, in the order of `exact`.
    private static func merge<Value: Hashable>(
        _ mine: [RequirementsReading.Place<Value>], base: [RequirementsReading.Place<Value>],
        shown: [RequirementsReading.Place<Value>], exact: [Value], isKept: Bool, key: (Value) -> String
    ) -> [Value] {
        let (mine, base, shown) = (mine.map(\.value), base.map(\.value), shown.map(\.value))
        if isKept || mine == base || shown.count != exact.count { return exact }
        let known = Dictionary(zip(shown, exact), uniquingKeysWith: { first, _ in first })
        return RequirementsMerge.list(base: base, mine: mine, theirs: shown, key: key).map { known[$0] ?? $0 }
    }
}
