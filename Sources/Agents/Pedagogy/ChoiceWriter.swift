import Models
import Patterns

/// Writes a decision as the specification's framework: the ways that the comment names, and those of the topic that it is
/// about, in the words of the project.
struct ChoiceWriter {
    private let context: String
    private let level: SkillLevel
    private let project: ProjectSnapshot
    private let topic: DecisionTopic?
    private let alternatives: [String]
    private let ways: [Way]

    /// An option, and why it is one.
    fileprivate struct Way {
        var option: DecisionTopic.Option
        /// As the comment names it; nil for one that it does not name.
        var named: String?
        /// Whether the library has it.
        var isKnown = true
        /// The package of the project that stands for it, and the file that names it.
        var package: (name: String, file: String)?
    }

    init(context: String, level: SkillLevel, task: AgentTask) {
        let setting = DecisionSetting(task)
        let alternatives = Alternatives.all(in: context)
        let topic = DecisionTopic.nearest(to: context, alternatives: alternatives, in: setting)
        (self.context, self.level, project) = (context, level, task.project)
        (self.topic, self.alternatives) = (topic, alternatives)
        ways = Self.ways(alternatives, topic, setting)
    }

    var label: String {
        topic?.label ?? (alternatives.isEmpty ? DecisionTopic.general.label : "the ways that you name")
    }

    /// Where the options come from, for whoever asks what made them.
    var source: String {
        let own = alternatives.isEmpty ? "" : ", with the ways that the question names"
        guard let topic else {
            return alternatives.isEmpty
                ? "from the library of decisions, which has none about this" : "from the ways that the question names"
        }
        return "from the library of decisions, “\(topic.label)” being the nearest\(own)"
    }

    var framework: ChoiceFramework {
        let shown = Clip.text(context, 600)
        let app = project.requirements?.appName ?? project.title
        return ChoiceFramework(
            context: "\(shown.isEmpty ? label.capitalisedFirst : shown) — a decision about \(label)"
                + (app.isEmpty ? "." : " in \(Clip.text(app, 100))."),
            options: ways.map { way in
                ImplementationOption(
                    id: way.option.id, title: way.title, pros: way.pros, cons: way.option.cons,
                    difficulty: way.option.difficulty, educationalValue: way.option.teaches)
            },
            recommendation: recommendation)
    }

    // MARK: The ways

    private static func ways(_ alternatives: [String], _ topic: DecisionTopic?, _ setting: DecisionSetting) -> [Way] {
        var ways = alternatives.enumerated().map { number, name -> Way in
            if let option = topic?.option(named: name) { return Way(option: option, named: name) }
            let others = alternatives.enumerated().filter { $0.offset != number }.map { "“\($0.element)”" }
            return Way(option: .named(name, besides: others), named: name, isKnown: false)
        }
        let used = Set(ways.map(\.option.id))
        for option in (topic ?? (alternatives.isEmpty ? .general : nil))?.options ?? [] where ways.count < 3 {
            if !used.contains(option.id) { ways.append(Way(option: option)) }
        }
        if ways.count < 3 { ways.append(Way(option: .seam(between: alternatives))) }
        let levels = SkillLevel.allCases
        var free = levels.filter { level in !ways.contains { $0.option.difficulty == level } }
        var ids: Set<String> = []
        for index in ways.indices {
            ways[index].package = setting.package(named: ways[index].option.names)
            let level = ways[index].option.difficulty
            if ways[..<index].contains(where: { $0.option.difficulty == level }), !free.isEmpty {
                ways[index].option.difficulty = free.removeFirst()
            }
            if !ids.insert(ways[index].option.id).inserted {
                ways[index].option.id += "-\(index + 1)"
                ids.insert(ways[index].option.id)
            }
        }
        return ways
    }

    // MARK: The recommendation

    private var recommendation: String {
        let fitting = ways.first { $0.option.difficulty == level } ?? ways[0]
        let present = ways.first { $0.package != nil && $0.isKnown }
        let start: String
        if ways.contains(where: { !$0.isKnown }), present == nil {
            let unknown = ways.filter { !$0.isKnown }.compactMap(\.named).map { "“\($0)”" }
            start =
                "Nothing is known here of \(unknown.joined(separator: " and ")), so what is said of "
                + "\(unknown.count == 1 ? "it" : "them") is general: write the place that uses it once in each way, ten "
                + "lines each, and compare."
        } else if let present, let package = present.package {
            start =
                "Start with “\(present.title)”: `\(package.name)` stands in \(package.file) already, so it costs nothing new"
                + (present.option.difficulty == level || present.option.difficulty == .beginner
                    ? "." : ", though “\(fitting.title)” is the easier way to learn the matter.")
        } else {
            start = "At \(level.rawValue) level, start with “\(fitting.title)”."
        }
        let deciding = topic?.deciding ?? DecisionTopic.general.deciding
        let subject = Clip.text(context.isEmpty ? label : context, 120)
        return "\(start) \(deciding) Whatever you pick for “\(subject)”, write down what would make you change it."
    }
}

extension ChoiceWriter.Way {
    /// The option's title, with the comment's own word for it where that is another one.
    fileprivate var title: String {
        guard let named, isKnown else { return option.title }
        let (own, words) = (Set(Words.split(option.title).map(Words.stem)), Words.split(named).map(Words.stem))
        return words.allSatisfy(own.contains)
            ? option.title : "\(Clip.text(named, 60).capitalisedFirst): \(option.title.loweredFirst)"
    }

    fileprivate var pros: [String] {
        guard let package else { return option.pros }
        return ["`\(package.name)` is there already (\(package.file))"] + option.pros
    }
}

extension DecisionTopic.Option {
    /// A way of which nothing is known but its name.
    fileprivate static func named(_ name: String, besides others: [String]) -> DecisionTopic.Option {
        let other = others.joined(separator: " and ")
        let id = Words.split(name, limit: 4).joined(separator: "-")
        return DecisionTopic.Option(
            id: id.isEmpty ? "way" : id, title: Clip.text(name, 80).capitalisedFirst, difficulty: .beginner,
            pros: [
                "You named it yourself, so you know where it would stand",
                "An hour's trial at one place shows what it costs here",
            ],
            cons: [
                "Its price is not known here: find out what it makes harder",
                "What is written for it has to be undone if \(other) turns out better",
            ],
            teaches: "Teaches to compare by a trial instead of by opinions")
    }

    /// Neither yet.
    fileprivate static func seam(between ways: [String]) -> DecisionTopic.Option {
        DecisionTopic.Option(
            id: "seam", title: "One place that hides which of them it is", difficulty: .advanced,
            pros: ["You can begin with the simpler one today", "Changing your mind is a change in one file"],
            cons: ["A layer that may never be needed", "It can only offer what all of them can do"],
            teaches: "Teaches seams, and what they cost")
    }
}

extension String {
    /// With a small first letter, unless its first word has other capitals: "SQLite", "PostgreSQL", "REST".
    fileprivate var loweredFirst: String {
        let word = prefix { $0.isLetter || $0.isNumber }
        guard let first, !word.dropFirst().contains(where: \.isUppercase), word.count > 1 else { return self }
        return first.lowercased() + dropFirst()
    }
}
