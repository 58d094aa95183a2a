import JSON
import Models
import Storage

/// Which steps of a roadmap are done: any of them, in any order.
///
/// Kept in the roadmap's row: `done_steps` of each module lists its steps by their place in it, and
/// `current_step_index` is the first step over all modules that is open.
struct RoadmapProgress: Hashable, Sendable {
    /// Steps counted over all modules, from 0.
    private(set) var done: Set<Int> = []
    private let modules: [RoadmapModule]

    var count: Int { modules.reduce(0) { $0 + $1.steps.count } }

    /// The first step that is open; the number of steps where none is.
    var currentStep: Int { (0..<count).first { !done.contains($0) } ?? count }

    init(of modules: [RoadmapModule], done: Set<Int> = []) {
        self.modules = modules
        self.done = done.filter { (0..<count).contains($0) }
    }

    /// What a row holds; where somebody moved its index alone, the index counts.
    init(_ row: RoadmapRow) {
        self.init(stored: row.modules.value?.array ?? [])
        if currentStep != row.currentStepIndex { advance(to: min(max(row.currentStepIndex, 0), count)) }
    }

    /// What modules say of their own steps.
    init(stored: [JSONValue]) {
        self.init(of: stored.map(RoadmapModule.init(stored:)))
        var start = 0
        for (module, value) in zip(modules, stored) {
            for step in (value["done_steps"]?.array ?? []).compactMap(\.int) where module.steps.indices.contains(step) {
                done.insert(start + step)
            }
            start += module.steps.count
        }
    }

    mutating func mark(_ step: Int, done isDone: Bool) {
        guard (0..<count).contains(step) else { return }
        if isDone { done.insert(step) } else { done.remove(step) }
    }

    /// Makes all steps before `index` done, and those from there to the current one open; what was done out of turn
    /// stays.
    mutating func advance(to index: Int) {
        let current = currentStep
        done = done.filter { $0 > current && $0 >= index }
        done.formUnion(0..<index)
    }

    /// Takes over what was done of an earlier roadmap, where the steps are the same: in a module of the same title, or
    /// the only ones of that text.
    mutating func adopt(_ earlier: RoadmapProgress) {
        let (old, new) = (earlier.steps, steps)
        let (oldTexts, newTexts) = (Self.numbers(old.map(\.text)), Self.numbers(new.map(\.text)))
        let finished = Set(earlier.done.map { old[$0] })
        let texts = Set(finished.map(\.text))
        for (index, step) in new.enumerated() {
            let isOnly = oldTexts[step.text] == 1 && newTexts[step.text] == 1 && texts.contains(step.text)
            if finished.contains(step) || isOnly { done.insert(index) }
        }
    }

    /// The modules that a module waits for and that have open steps: those it names, else the one before it.
    func missing(before module: Int) -> [String] {
        let titles = Set(modules.map(\.title))
        let named = modules[module].prerequisites.filter { titles.contains($0) && $0 != modules[module].title }
        let open = modules.indices.filter { index in
            (named.isEmpty ? index == module - 1 : named.contains(modules[index].title)) && !isDone(module: index)
        }
        return open.map { modules[$0].title }
    }

    /// The module that a step belongs to.
    func module(of step: Int) -> Int? {
        modules.indices.first { range(of: $0).contains(step) }
    }

    /// Writes the progress into a row; what else the modules hold stays.
    func write(to row: inout RoadmapRow) {
        var values: [JSONValue] = []
        for (index, value) in (row.modules.value?.array ?? []).enumerated() where modules.indices.contains(index) {
            let range = range(of: index)
            let finished = range.filter { done.contains($0) }
            var object = value.object ?? JSONObject()
            object["is_locked"] = .bool(finished.isEmpty && !missing(before: index).isEmpty)
            object["done_steps"] = .array(finished.map { .integer($0 - range.lowerBound) })
            values.append(.object(object))
        }
        row.modules = JSONText(.array(values))
        row.currentStepIndex = currentStep
    }

    private struct Step: Hashable {
        let module: String
        let text: String
    }

    private var steps: [Step] {
        modules.flatMap { module in module.steps.map { Step(module: module.title, text: $0) } }
    }

    private static func numbers(_ texts: [String]) -> [String: Int] {
        Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private func range(of module: Int) -> Range<Int> {
        let start = modules[..<module].reduce(0) { $0 + $1.steps.count }
        return start..<start + modules[module].steps.count
    }

    private func isDone(module: Int) -> Bool { range(of: module).allSatisfy { done.contains($0) } }
}

extension RoadmapModule {
    /// A module as it is kept: at least a title and steps, whoever wrote it.
    ///
    /// Its hours are those that the contract allows, for a row may come from another program.
    init(stored value: JSONValue) {
        let hours = value["estimated_hours"]?.double ?? 0
        self.init(
            title: value["title"]?.string ?? "", description: value["description"]?.string ?? "",
            steps: (value["steps"]?.array ?? []).compactMap(\.string),
            estimatedHours: hours.isFinite ? min(max(hours, 0), 100) : 0,
            prerequisites: (value["prerequisites"]?.array ?? []).compactMap(\.string))
    }
}
