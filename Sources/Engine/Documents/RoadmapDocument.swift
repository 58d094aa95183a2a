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
    /// What is said below steps, by their number over all modules: a sentence each.
    ///
    /// Ticking a step changes none of them, so that a saved document stays as it was saved.
    package var notes: [Int: [String]] = [:]
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

    var progress: RoadmapProgress { RoadmapProgress(of: modules, done: done) }

    /// The modules that a module waits for and that have open steps.
    func missing(before module: Int) -> [String] { progress.missing(before: module) }

    /// The module that a step belongs to.
    func module(of step: Int) -> Int? { progress.module(of: step) }

    /// What a step leaves to be decided; nil for any other, and for none.
    package func decision(at step: Int) -> String? {
        steps.indices.contains(step) ? DecidedStep.decision(of: steps[step]) : nil
    }

    /// What was decided in the module of a step, before it.
    package func decided(before step: Int) -> [String] {
        guard let own = module(of: step) else { return [] }
        return (0..<step).filter { module(of: $0) == own && DecidedStep.decision(of: steps[$0]) != nil }
            .flatMap { notes[$0] ?? [] }
    }

    /// What the open steps of each module take, as their share of its estimate.
    package var hoursLeft: Double {
        var start = 0
        return modules.reduce(0) { sum, module in
            let own = start..<start + module.steps.count
            start = own.upperBound
            guard !own.isEmpty else { return sum }
            return sum + module.estimatedHours * Double(own.count { !done.contains($0) }) / Double(own.count)
        }
    }

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
                for note in notes[index] ?? [] { writer.line("  - " + MarkdownWriter.inline(note)) }
                index += 1
            }
        }
        return writer.text
    }

    /// How far the roadmap and each of its modules is, by the lines of their headings in a text, counted from 0.
    ///
    /// It is shown beside the text and not in it: a document that changes with each tick that is saved would never be
    /// as it was saved.
    package func states(in text: String) -> [(line: Int, sentence: String)] {
        let lines = MarkdownLines(text)
        var states: [(line: Int, sentence: String)] = []
        var start = 0
        var modules = self.modules.enumerated().map { number, module in
            let own = start..<start + module.steps.count
            start = own.upperBound
            return (title: heading(number), sentence: state(ofModule: number, own))
        }[...]
        for line in lines.lines.indices {
            guard let heading = lines.heading(at: line) else { continue }
            if heading.level == 1, states.isEmpty {
                let left = "roughly \(Self.hours(hoursLeft)) left"
                states.append((line, "\(done.count) of \(steps.count) steps done · \(left)"))
            } else if let index = modules.firstIndex(where: { $0.title == heading.title }) {
                states.append((line, modules[index].sentence))
                modules = modules[(index + 1)...]
            }
        }
        return states
    }

    private func state(ofModule number: Int, _ own: Range<Int>) -> String {
        let finished = own.count { done.contains($0) }
        let first = finished == 0 ? missing(before: number) : []
        guard first.isEmpty else { return "Locked: first “\(first.joined(separator: "”, “"))”" }
        return finished == own.count ? "Done" : "\(finished) of \(own.count) steps done"
    }

    /// A module's heading as a text says it.
    private func heading(_ number: Int) -> String {
        let title = MarkdownWriter.inline("\(number + 1). \(modules[number].title)")
        return MarkdownLines.unescaped(MarkdownLines.trim(title[...]))
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

    /// The roadmap with just the steps done that a text ticks; those that it does not have stay as they are.
    func deciding(_ text: String) -> RoadmapDocument {
        var decided = self
        for (index, place) in places(in: MarkdownLines(text)) {
            if place.isTicked { decided.done.insert(index) } else { decided.done.remove(index) }
        }
        return decided
    }

    /// Ticks that a person set in a text that was rendered as `base`, of steps that the roadmap does not have.
    func strayTicks(_ text: String, base: String) -> [DocumentProblem] {
        let (lines, before) = (MarkdownLines(text), MarkdownLines(base))
        let known = Set(steps.map { MarkdownLines.unescaped(MarkdownWriter.inline($0)[...]) })
        let boxes = before.lines.indices.compactMap { before.checkbox(at: $0) }
        let asked = Set(boxes.filter { !$0.isTicked }.map(\.text)).subtracting(known)
        var ticked = boxes.filter(\.isTicked).reduce(into: [:]) { $0[$1.text, default: 0] += 1 }
        return lines.lines.indices.compactMap { line in
            guard let box = lines.checkbox(at: line), box.isTicked, asked.contains(box.text) else { return nil }
            // As many were ticked before.
            if let count = ticked[box.text], count > 0 {
                ticked[box.text] = count - 1
                return nil
            }
            return lines.problem(
                .warning, DocumentProblem.strayTick,
                "“\(box.text)” was ticked, but the roadmap does not have this step any more: the tick stays here and "
                    + "counts for nothing.", at: line)
        }
    }

    /// Steps are known by their text below their module's heading: people may add lines and boxes of their own.
    private func places(in lines: MarkdownLines) -> [Int: (line: Int, isTicked: Bool)] {
        var starts: [String: Range<Int>] = [:]
        var next = 0
        for (number, module) in modules.enumerated() {
            starts[heading(number)] = next..<next + module.steps.count
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
        let text = rounded == rounded.rounded() ? String(rounded).replacing(".0", with: "") : String(rounded)
        return text + (rounded == 1 ? " hour" : " hours")
    }
}
