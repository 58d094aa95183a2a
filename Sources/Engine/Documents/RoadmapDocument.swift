import Models

/// `roadmap.md`: the steps of a learning roadmap.
///
/// Ticking the next one, once saved, advances the roadmap.
package struct RoadmapDocument: Sendable {
    package var title: String
    package var description: String
    package var skillLevel: String
    package var modules: [RoadmapModule]
    /// Steps done, counted over all modules.
    package var currentStepIndex: Int

    package init(
        title: String, description: String, skillLevel: String, modules: [RoadmapModule], currentStepIndex: Int
    ) {
        self.title = title
        self.description = description
        self.skillLevel = skillLevel
        self.modules = modules
        self.currentStepIndex = currentStepIndex
    }

    package var steps: [String] { modules.flatMap(\.steps) }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Roadmap: \(title)")
        writer.paragraph(description)
        let hours = modules.reduce(0) { $0 + $1.estimatedHours }
        writer.line("Level: \(skillLevel) · \(Self.hours(hours)) · \(steps.count) steps")
        writer.blank()
        writer.paragraph("Tick a step when it is done, then save. Everything else you write here is kept.")
        var index = 0
        for (number, module) in modules.enumerated() {
            writer.heading(2, "\(number + 1). \(module.title)")
            if !module.description.isEmpty { writer.paragraph(module.description) }
            let after = module.prerequisites.map(MarkdownWriter.inline).joined(separator: ", ")
            writer.line(Self.hours(module.estimatedHours) + (after.isEmpty ? "" : " · after \(after)"))
            writer.blank()
            for step in module.steps {
                writer.checkbox(index < currentStepIndex, MarkdownWriter.inline(step))
                index += 1
            }
        }
        return writer.text
    }

    package func read(_ text: String) -> ReadDocument {
        let lines = MarkdownLines(text)
        let found = places(in: lines)
        var read = ReadDocument()
        var done = 0
        var isOpen = false
        for (index, step) in steps.enumerated() {
            guard let place = found[index] else {
                if index >= currentStepIndex { isOpen = true } else { done = index + 1 }
                read.problems.append(
                    lines.problem(
                        .information, "missing-step",
                        "The step “\(step)” was edited or removed here; the roadmap itself still has it.", at: 0))
                continue
            }
            read.items.append(DocumentItem(.step(index: index), line: place.line))
            if place.isTicked && isOpen {
                read.problems.append(
                    lines.problem(
                        .warning, "step-out-of-order",
                        "An earlier step is still open. Steps are done in order: tick that one first.", at: place.line))
            } else if place.isTicked {
                done = index + 1
            } else {
                isOpen = true
            }
        }
        if done != currentStepIndex { read.inputs.append(.advance(to: done)) }
        return read
    }

    /// Steps are known by their text below their module's heading: people may add lines and boxes of their own.
    private func places(in lines: MarkdownLines) -> [Int: (line: Int, isTicked: Bool)] {
        var starts: [String: Range<Int>] = [:]
        var next = 0
        for (number, module) in modules.enumerated() {
            let title = MarkdownLines.trim(MarkdownWriter.inline("\(number + 1). \(module.title)")[...])
            starts[MarkdownLines.unescaped(title)] = next..<next + module.steps.count
            next += module.steps.count
        }
        let all = steps.map { MarkdownLines.unescaped(MarkdownWriter.inline($0)[...]) }
        var places: [Int: (line: Int, isTicked: Bool)] = [:]
        var open = all.indices
        for line in lines.lines.indices {
            if let heading = lines.heading(at: line) {
                open = starts[heading.title] ?? all.indices
            } else if let box = lines.checkbox(at: line),
                let index = open.first(where: { places[$0] == nil && all[$0] == box.text })
            {
                places[index] = (line, box.isTicked)
            }
        }
        return places
    }

    private static func hours(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        let text = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
        return text + (rounded == 1 ? " hour" : " hours")
    }
}
