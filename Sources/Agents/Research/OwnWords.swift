import Models
import Patterns

/// Requirements made of an idea's own sentences, where no pattern of the library is like it.
///
/// Nothing is added that the idea does not say; the document tells so in its constraints, where later agents find it.
struct OwnWords {
    let brief: ProjectBrief
    let shape: ProjectShape
    let demandedStack: [String]

    /// Below this fit (`PatternLibrary.fit`) the nearest pattern is about something else.
    ///
    /// Set by a script with the same parts of the measure: of the tests' 848 ideas 1 in 20 was below before those that
    /// name their kind were taken out, and two thirds of 60 ideas that no pattern is for.
    static let threshold: Float = 1.2

    private static let opening = "Made offline from the idea's own sentences"

    static func areIn(_ requirements: RequirementsDoc) -> Bool {
        requirements.technicalConstraints?.contains(opening) ?? false
    }

    /// The shape that such a document names; nil for one that was made in another way.
    static func shape(of requirements: RequirementsDoc) -> ProjectShape? {
        guard areIn(requirements) else { return nil }
        let line = requirements.technicalConstraints?.split(separator: "\n").first { $0.contains(opening) } ?? ""
        return ProjectShape.allCases.first { line.contains("(\($0.phrase))") } ?? .pages
    }

    private var reading: IdeaReading { brief.reading }
    /// An app for Apple's devices alone is written with Apple's own tools.
    private var usualStack: [String] {
        shape == .pages && StackChoice.isAppleOnly(reading.platforms) ? ["Swift", "SwiftUI"] : shape.usualStack
    }

    func build() -> RequirementsDoc {
        let name = appName()
        let features = Self.features(of: brief.sentences, reading: reading)
        let stack = StackChoice(reading: reading, demanded: demandedStack, topics: [], usual: usualStack)
        return RequirementsDoc(
            appName: name, elevatorPitch: pitch(name), targetAudience: personas(),
            coreFeatures: features.map { Feature(name: $0.name, description: $0.text, priority: $0.priority.level) },
            recommendedStack: stack.technologies, technicalConstraints: constraints(features))
    }

    // MARK: Features

    /// One feature for each thing that the sentences ask for.
    ///
    /// Where nothing else is wanted, one for each sentence that says what is done; what only tells how joins the first.
    static func features(of sentences: [IdeaSentence], reading: IdeaReading) -> [ProjectPattern.Feature] {
        var features: [ProjectPattern.Feature] = []
        var details: [String] = []
        // "Nothing else" is said of what stands before it.
        let end = reading.isMinimal ? sentences.firstIndex { IdeaReading.isLimit($0.text) } : nil
        for sentence in sentences.prefix(end.map { $0 + 1 } ?? sentences.count) where sentence.kind == .wish {
            let text = reading.isMinimal ? IdeaReading.withoutLimit(sentence.text) : sentence.text
            guard !text.isEmpty else { continue }
            let clauses = IdeaSentence(text: text, kind: .wish).clauses
            // Only what begins with a verb is parted from what stands before it.
            let doing = clauses.enumerated().filter { number, clause in
                (number > 0
                    || Words.split(FeatureName.core(of: clause), limit: 1).first.map(IdeaSentence.isDoing) ?? false)
                    && !reading.rulesOut(clause)
            }.map(\.element)
            if reading.isMinimal {
                if let first = doing.first {
                    features.append(feature(named: first, text))
                } else {
                    details.append(text)
                }
            } else if doing.isEmpty {
                features.append(feature(named: clauses.first ?? text, text))
            } else {
                features += doing.map { feature(named: $0, text) }
            }
        }
        if reading.isMinimal {
            let first = features.first?.name ?? details.first ?? reading.text
            let text = ([features.isEmpty ? nil : features[0].text.trimmingFullStop].compactMap { $0 } + details)
                .joined(separator: ". ")
            features = [feature(named: first, text)] + features.dropFirst()
        }
        if features.isEmpty { features = [feature(named: reading.text, reading.text)] }
        // Where all is for later, the first thing said is still what the program is.
        if !features.contains(where: { $0.priority == .must }) { features[0] = features[0].with(.must) }
        var seen: Set<String> = []
        return Array(features.filter { seen.insert($0.name.lowercased()).inserted }.prefix(30))
    }

    static func feature(named clause: String, _ sentence: String) -> ProjectPattern.Feature {
        let words = Set(Words.split(sentence, limit: 200))
        let isNice = !words.isDisjoint(with: ["maybe", "optionally", "later", "eventually", "someday", "nice"])
        let isShould = !words.isDisjoint(with: ["ideally", "preferably", "possibly"])
        let name = FeatureName.title(of: clause)
        let text = sentence.isEmpty ? name : sentence
        return ProjectPattern.Feature(
            isNice ? .nice : isShould ? .should : .must, name, Clip.text(text.capitalisedFirst + ".", 500), .table, [])
    }

    // MARK: The rest

    private func appName() -> String {
        if let given = reading.givenName { return Clip.text(given, 100) }
        let first = brief.sentences.first { $0.kind == .wish }?.text ?? reading.text
        var head = FeatureName.core(of: IdeaSentence(text: first, kind: .wish).clauses.first ?? first)
        for link in [" in ", " for ", " with ", " using ", " on ", " so ", " where ", " when ", ", ", " by "] {
            if let end = head.firstRange(of: link), head.distance(from: head.startIndex, to: end.lowerBound) > 2 {
                head = String(head[..<end.lowerBound])
            }
        }
        let words = Words.split(head)
        let isBare = words.allSatisfy {
            [
                "command", "line", "tool", "cli", "bot", "firmware", "game", "browser", "extension", "discord",
                "telegram", "desktop", "app", "program", "script", "plugin",
            ].contains($0)
        }
        if isBare, shape != .bot, let thing = firstObject { head = thing + " " + head }
        let title = head.split(separator: " ").prefix(6).map { String($0).capitalisedFirst }.joined(separator: " ")
        return Clip.text(title.isEmpty ? "New app" : title, 100)
    }

    /// What the first thing that is done is done to: "reads a **CSV**".
    private var firstObject: String? {
        for sentence in brief.sentences where sentence.kind == .wish {
            for clause in sentence.clauses {
                let words = FeatureName.core(of: clause).split(separator: " ").map(String.init)
                guard let verb = words.first, IdeaSentence.isDoing(Words.split(verb).joined()) else { continue }
                let object = words.dropFirst().drop { IdeaVocabulary.determiners.contains($0.lowercased()) }
                    .prefix { !IdeaVocabulary.boundaries.contains($0.lowercased()) }.prefix(2)
                if !object.isEmpty { return English.singular(of: object.joined(separator: " ")) }
            }
        }
        return nil
    }

    private func pitch(_ name: String) -> String {
        let idea = brief.sentences.filter { $0.kind == .wish }.map(\.text).joined(separator: ". ")
        let text = "\(name): \(idea.isEmpty ? reading.text : idea)."
        return Clip.text(text.unicodeScalars.count < 20 ? text + " The idea says no more." : text, 500)
    }

    /// Only those whom the idea names.
    private func personas() -> [UserPersona] {
        brief.namedAudiences.prefix(3).map { who in
            UserPersona(
                role: Clip.text(English.singular(of: who).capitalisedFirst, 100),
                goal: Clip.text("What the idea says: \(brief.sentences.first?.text ?? reading.text)", 200),
                painPoint: "The idea does not say what is hard today: ask them")
        }
    }

    private func constraints(_ features: [ProjectPattern.Feature]) -> String {
        let near = "the nearest is “\(brief.pattern.label)”, similarity \(brief.shownSimilarity)"
        let why =
            shape == .pages ? "no pattern of the library is like it; \(near)" : "there is no template for one; \(near)"
        var lines = ["\(Self.opening) (\(shape.phrase)): \(why)"] + reading.demands
        lines += IdeaTrace(brief: brief, features: features, isOwn: true).lines
        lines += brief.decisions.map { "Decided: \($0.question) \($0.answer)" }
        if !reading.text.isEmpty { lines.append(BriefLine.write(reading.text)) }
        return lines.map { "- " + $0 }.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

/// Names of features from the words of a sentence.
enum FeatureName {
    /// What is left of a clause without the words that only open it: "it should beep" → "beep".
    static func core(of clause: String) -> String {
        var words = clause.split(separator: " ").map(String.init)
        while words.count > 1, let first = words.first, openings.contains(Words.split(first).joined()) {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }

    static func title(of clause: String) -> String {
        let text = Clip.words(core(of: clause), 60)
        let title = text.isEmpty ? "The idea" : text.capitalisedFirst
        return Clip.text(title, 100)
    }

    private static let openings: Set<String> = Set(
        """
        a an the i we you it they he she user users people want wants would like to need needs should must can could will \
        shall also please and then so that which who app program tool just only build make me us create write there be is \
        id ive let lets be able ideally maybe optionally possibly later if possible nice
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
