import Models

/// `roadmap.md`: the steps of a learning roadmap.
///
/// Ticking a step, once saved, marks it as done; clearing it makes it open again. No other step changes.
package struct RoadmapDocument: Sendable {
    package var title: String
    package var description: String
    package var skillLevel: String
    package var modules: [RoadmapModule]
    /// The steps that are done, counted over all modules.
    package var done: Set<Int>
    package var origin: DocumentOrigin?

    package init(
        title: String, description: String, skillLevel: String, modules: [RoadmapModule], done: Set<Int>,
        origin: DocumentOrigin? = nil
    ) {
        self.title = title
        self.description = description
        self.skillLevel = skillLevel
        self.modules = modules
        self.done = done
        self.origin = origin
    }

    package var steps: [String] { modules.flatMap(\.steps) }

    /// The first step that is open; the number of steps where none is.
    package var currentStepIndex: Int { progress.currentStep }

    private var progress: RoadmapProgress { RoadmapProgress(of: modules, done: done) }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Roadmap: \(title)")
        writer.paragraph(description)
        let hours = modules.reduce(0) { $0 + $1.estimatedHours }
        writer.line("Level: \(skillLevel) · \(Self.hours(hours)) · \(steps.count) steps")
        writer.blank()
        writer.paragraph("Tick a step when it is done, then save. Everything else you write here is kept.")
        writer.origin(origin)
        var index = 0
        for (number, module) in modules.enumerated() {
            writer.heading(2, "\(number + 1). \(module.title)")
            if !module.description.isEmpty { writer.paragraph(module.description) }
            let after = module.prerequisites.map(MarkdownWriter.inline).joined(separator: ", ")
            writer.line(Self.hours(module.estimatedHours) + (after.isEmpty ? "" : " · after \(after)"))
            writer.blank()
            for step in module.steps {
                writer.checkbox(done.contains(index), MarkdownWriter.inline(step))
                index += 1
            }
        }
        return writer.text
    }

    package func read(_ text: String) -> ReadDocument {
        let lines = MarkdownLines(text)
        let found = places(in: lines)
        var read = ReadDocument()
        // What the boxes say, without ticks that are refused.
        var wanted = progress
        for (index, place) in found { wanted.mark(index, done: place.isTicked) }
        for (index, step) in steps.enumerated() {
            guard let place = found[index] else {
                read.problems.append(
                    lines.problem(
                        .information, "missing-step",
                        "The step “\(step)” was edited or removed here; the roadmap itself still has it.", at: 0))
                continue
            }
            read.items.append(DocumentItem(.step(index: index), line: place.line))
            guard place.isTicked != done.contains(index) else { continue }
            let missing = wanted.module(of: index).map(wanted.missing(before:)) ?? []
            if place.isTicked, !missing.isEmpty {
                wanted.mark(index, done: false)
                read.problems.append(
                    lines.problem(
                        .warning, "step-out-of-order",
                        "“\(missing.joined(separator: "”, “"))” comes before this and has open steps: tick those first.",
                        at: place.line))
            } else {
                read.inputs.append(.mark(step: index, done: place.isTicked))
            }
        }
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
