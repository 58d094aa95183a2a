import Models

/// What `roadmap.md` says by itself, for whoever has nothing else of the roadmap: a clone has no rows.
struct RoadmapReading {
    private(set) var title: String?
    private(set) var description = ""
    private(set) var skillLevel: SkillLevel?
    private(set) var modules: [RoadmapModule] = []
    /// Steps that are done, counted over all modules.
    private(set) var done: Set<Int> = []
    private(set) var problems: [DocumentProblem] = []

    /// The line of each module's heading, and what its line of hours says comes before it.
    private var places: [(line: Int, after: String)] = []
    private let lines: MarkdownLines
    private static let titleMark = "Roadmap: "

    init(_ text: String) {
        lines = MarkdownLines(text)
        var isCode = false
        // Below a heading of the person's own nothing counts.
        var isOwn = true
        for line in lines.lines.indices {
            if lines.isFence(line) { isCode.toggle() }
            if isCode { continue }
            if let heading = lines.heading(at: line) {
                isOwn = !begin(heading, at: line)
            } else if !isOwn {
                read(line)
            }
        }
        for index in modules.indices { modules[index].prerequisites = titles(in: places[index].after) }
        complain()
    }

    /// The roadmap; nil where something of it cannot be read.
    var roadmap: LearningRoadmap? {
        guard let title, let skillLevel, !modules.isEmpty, problems.isEmpty else { return nil }
        return LearningRoadmap(
            title: title, description: description, skillLevel: skillLevel, modules: modules,
            totalEstimatedHours: modules.reduce(0) { $0 + $1.estimatedHours })
    }

    /// - Returns: Whether the heading is one of the roadmap's.
    private mutating func begin(_ heading: (level: Int, title: String), at line: Int) -> Bool {
        if heading.level == 1, title == nil, heading.title.hasPrefix(Self.titleMark) {
            title = String(heading.title.dropFirst(Self.titleMark.count))
            return true
        }
        let mark = "\(modules.count + 1). "
        guard heading.level == 2, title != nil, heading.title.hasPrefix(mark) else { return false }
        modules.append(
            RoadmapModule(
                title: String(heading.title.dropFirst(mark.count)), description: "", steps: [], estimatedHours: 0))
        places.append((line, ""))
        return true
    }

    private mutating func read(_ line: Int) {
        if let box = lines.checkbox(at: line) {
            guard !modules.isEmpty else { return }
            if box.isTicked { done.insert(modules.reduce(0) { $0 + $1.steps.count }) }
            modules[modules.count - 1].steps.append(box.text)
        } else if lines.isProse(line) {
            read(MarkdownLines.unescaped(lines.trimmed(line)))
        }
    }

    /// A line of text below a heading of the roadmap's.
    private mutating func read(_ text: String) {
        guard let last = modules.indices.last else {
            if skillLevel != nil { return }
            let level = text.hasPrefix("Level: ") ? text.dropFirst(7).prefix { $0 != " " } : ""
            skillLevel = SkillLevel(rawValue: String(level))
            if skillLevel == nil, !text.isEmpty { description += (description.isEmpty ? "" : " ") + text }
            return
        }
        guard modules[last].estimatedHours == 0 else { return }
        let parts = text.split(separator: " · after ", maxSplits: 1)
        let words = (parts.first ?? "").split(separator: " ")
        if words.count == 2, words[1] == "hours" || words[1] == "hour", let hours = Double(words[0]) {
            modules[last].estimatedHours = hours
            places[last].after = parts.count == 2 ? String(parts[1]) : ""
        } else if !text.isEmpty {
            modules[last].description += (modules[last].description.isEmpty ? "" : " ") + text
        }
    }

    /// The modules that a list of titles names; a title may hold a comma itself.
    private func titles(in list: String) -> [String] {
        var (rest, found) = (list[...], [String]())
        while !rest.isEmpty {
            let known = modules.map(\.title).filter { rest.hasPrefix($0) && !$0.isEmpty }
            guard let title = known.max(by: { $0.count < $1.count }) else { return found }
            found.append(title)
            rest = rest.dropFirst(title.count)
            guard rest.hasPrefix(", ") else { return found }
            rest = rest.dropFirst(2)
        }
        return found
    }

    private mutating func complain() {
        func note(_ message: String, at line: Int) {
            problems.append(lines.problem(.warning, "unreadable-roadmap", message, at: line))
        }
        if title == nil { return note("The title is missing: begin with “# \(Self.titleMark)” and a title.", at: 0) }
        if modules.isEmpty {
            return note("No module is here: begin one with “## 1. ” and a title, with its steps below it.", at: 0)
        }
        if skillLevel == nil {
            note("The level is missing: write “Level: beginner”, “intermediate” or “advanced” below the title.", at: 0)
        }
        for (module, place) in zip(modules, places) where module.estimatedHours == 0 {
            note("Say below the heading how long this takes, such as “3 hours”.", at: place.line)
        }
        for (module, place) in zip(modules, places) where module.steps.isEmpty {
            note("No step is below this heading: write each as “- [ ] ” and what it is.", at: place.line)
        }
        do {
            if let json = roadmap?.json { _ = try LearningRoadmap(validating: json) }
        } catch {
            for complaint in error.errors { note("\(complaint.message).", at: self.line(of: complaint)) }
        }
    }

    private func line(of complaint: ValidationError) -> Int {
        for step in complaint.location { if case .index(let index) = step { return places[index].line } }
        return 0
    }
}
