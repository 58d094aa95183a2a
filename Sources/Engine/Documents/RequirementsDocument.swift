import Models

/// `requirements.md`: what the research agent found out.
package struct RequirementsDocument: Sendable {
    package var requirements: RequirementsDoc

    package init(requirements: RequirementsDoc) { self.requirements = requirements }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, requirements.appName)
        writer.paragraph(requirements.elevatorPitch)
        writer.heading(2, "For whom")
        for persona in requirements.targetAudience {
            writer.bullet(
                "**\(MarkdownWriter.inline(persona.role))** wants: \(MarkdownWriter.inline(persona.goal)). "
                    + "Trouble today: \(MarkdownWriter.inline(persona.painPoint))")
        }
        writer.heading(2, "Features")
        for feature in requirements.coreFeatures {
            writer.heading(3, feature.name)
            writer.line("Priority: \(feature.priority.rawValue)")
            writer.blank()
            writer.paragraph(feature.description)
        }
        writer.heading(2, "Stack")
        for item in requirements.recommendedStack { writer.bullet(MarkdownWriter.inline(item)) }
        if let constraints = requirements.technicalConstraints {
            writer.heading(2, "Constraints")
            writer.paragraph(constraints)
        }
        return writer.text
    }

    package func read(_ text: String) -> ReadDocument {
        let lines = MarkdownLines(text)
        let names = Set(requirements.coreFeatures.map { MarkdownLines.unescaped(MarkdownWriter.inline($0.name)[...]) })
        var read = ReadDocument()
        for index in lines.lines.indices {
            guard let heading = lines.heading(at: index), heading.level == 3, names.contains(heading.title) else {
                continue
            }
            read.items.append(DocumentItem(.requirement(name: heading.title), line: index))
        }
        return read
    }
}
