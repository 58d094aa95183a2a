import Patterns

/// Which feature each sentence of an idea led to, and what was not taken up.
struct IdeaTrace {
    let brief: ProjectBrief
    let features: [ProjectPattern.Feature]
    /// Whether the features are the sentences themselves.
    let isOwn: Bool

    /// Sentences without full stops, for the constraints.
    var lines: [String] {
        let sentences = brief.sentences
        let tongue = brief.tongue
        var lines: [String] = []
        var missing: [String] = []
        for (index, sentence) in sentences.enumerated() {
            let quoted = "“\(Clip.text(sentence.text, 300))”"
            switch sentence.kind {
            case .wish, .background:
                let names = covering(sentence).map { brief.fill($0.name) }
                let roles = sentence.clauses.compactMap { clause in
                    IdeaSentence.isRefusal(clause, tongue: sentence.tongue)
                        ? nil
                        : sentence.role(of: clause).map { role in
                            let quote = "\(role.label(tongue)): “\(Clip.text(clause, 300))”"
                            return role == .rule || role == .measure ? checked(quote, clause, sentence.tongue) : quote
                        }
                }
                lines += roles
                if names.isEmpty {
                    if !roles.isEmpty { continue }
                    // "She hates passwords": not asked for, and not to be forgotten.
                    if PeopleOfIdea.tellsTrouble(Words.split(sentence.text, limit: 60)), sentence.kind == .wish,
                        IdeaReading.phrases(in: sentence.text).refused.isEmpty
                    {
                        lines.append("\(Frame.keptInMind(tongue)): \(quoted)")
                        continue
                    }
                    // "It does not need a login": taken up by leaving it out.
                    let reading = IdeaReading.phrases(in: sentence.text)
                    let namesKind = index == 0 && !isOwn
                    // What a long one says besides is not to be lost with its kind.
                    if namesKind, sentence.kind == .wish, Words.split(sentence.text, limit: 40).count > 12 {
                        lines.append("\(Frame.keptInMind(tongue)): \(quoted)")
                    }
                    if sentence.kind == .background {
                        lines.append("\(Frame.background(tongue)): \(quoted)")
                        continue
                    }
                    if reading.refused.isEmpty, !reading.isOffline, !reading.isRule, !namesKind {
                        missing.append(quoted)
                    }
                } else if sentences.count > 1 || isOwn {
                    lines.append("\(Frame.from(tongue)) \(quoted): \(Frame.list(Array(names.prefix(6)), tongue))")
                }
                let rules = sentence.clauses.filter { IdeaSentence.isRefusal($0) && IdeaReading.phrases(in: $0).isRule }
                lines += rules.map { refusal($0, tongue) }
            case .refusal:
                if IdeaReading.phrases(in: sentence.text).isRule {
                    lines.append(refusal(sentence.text, tongue))
                }
            case .limit, .stack: continue
            }
        }
        var refused = brief.reading.refusals.refused
        // "No dependencies outside the standard library": where the words of a refusal say more, they stand.
        for phrase in refused {
            // "Actors can't borrow without her approving": a rule, which stands above.
            let said = Set(Words.split(phrase))
            let isInRule = sentences.contains { sentence in
                sentence.clauses.contains {
                    !IdeaSentence.isRefusal($0, tongue: sentence.tongue) && sentence.role(of: $0) == .rule
                        && said.isSubset(of: Words.split($0, limit: 60))
                }
            }
            if isInRule {
                refused.removeAll { $0 == phrase }
                continue
            }
            guard let clause = Self.wholeRefusal(of: phrase, in: sentences) else { continue }
            refused.removeAll { $0 == phrase }
            let line = refusal(clause, tongue)
            if !lines.contains(line) { lines.append(line) }
        }
        if !refused.isEmpty {
            lines.append(
                "\(Frame.leftOut(tongue)): \(Frame.list(refused, tongue)). \(CriterionText.opening(tongue)): \(CriterionText.absence(tongue))"
            )
        }
        if brief.reading.refusals.isOffline { lines.append(Frame.offline(tongue)) }
        if brief.reading.isMinimal { lines.append(Frame.nothingElse(tongue)) }
        for conflict in brief.assumed {
            lines.append(
                "\(Frame.assumedOpen(tongue)): \(conflict.question(in: tongue)) \(conflict.options(in: tongue)[0])")
        }
        if !missing.isEmpty { lines.append("\(Frame.notTakenUp(tongue)): \(missing.joined(separator: ", "))") }
        return lines + open.map { "\(Frame.open(tongue)): \($0)" }
    }

    /// What the idea leaves open and whoever builds it has to know.
    private var open: [String] {
        let tongue = brief.tongue
        let acts = features.map { Act.of(Words.split($0.name, limit: 60)) }
        var open: [String] = []
        let isDecided = brief.reading.settled.contains(.ownWithoutAccounts)
        if brief.reading.refusesAccounts, !isDecided,
            acts.contains(where: { $0 == .reserve || $0 == .enter })
        {
            open.append(Frame.whoseWithoutAccounts(tongue))
        }
        let said = Words.split(brief.reading.text, limit: IdeaReading.longestRead)
        if isOwn, brief.shape.hasTemplate, acts.contains(.notify), !said.contains(where: Self.channels.contains) {
            open.append(Frame.whichChannel(tongue))
        }
        return open
    }

    private static let channels = WordList.set(
        """
        text mqtt lora mail email emails sms whatsapp telegram signal slack push phone letter correo courriel telefon telefono telephone popup \
        sound beep buzzer led screen display e
        """)

    /// Words of English by which a refusal says what must not be done, and not what is left out.
    private static let modals: Set<String> = [
        "never", "must", "should", "may", "can", "cannot", "could", "shall", "might",
    ]

    /// The line of a refusal in its own words: what is left out, or what must not be done.
    private func refusal(_ clause: String, _ tongue: Tongue) -> String {
        let words = Words.split(clause, limit: 40)
        let verbs = VerbForms.of(tongue)
        let isDone = words.contains { word in
            tongue == .english
                ? ClauseParting.isGerund(word) || Self.modals.contains(word)
                : verbs?.isInfinitive(word) ?? false
        }
        let how = isDone ? CriterionText.prohibition(tongue) : CriterionText.absence(tongue)
        return "\(Frame.ruledOut(tongue)): “\(Clip.text(clause, 300))”. \(CriterionText.opening(tongue)): \(how)"
    }

    /// A quoted statement with how one sees that it holds.
    private func checked(_ quote: String, _ statement: String, _ tongue: Tongue) -> String {
        quote + ". " + AcceptanceCriteria(statement, tongue: tongue, isRule: true).text
    }

    /// The clause that rules a phrase out, where it says more than the phrase.
    private static func wholeRefusal(of phrase: String, in sentences: [IdeaSentence]) -> String? {
        let said = Set(Words.split(phrase))
        for sentence in sentences {
            for clause in sentence.clauses where IdeaSentence.isRefusal(clause) {
                let words = Words.split(clause, limit: 40)
                guard said.isSubset(of: words) else { continue }
                let rest = words.filter {
                    !said.contains($0) && !RefusalWords.openings.contains($0) && !politeness.contains($0)
                        && !["de", "du", "d", "the", "any", "a", "un", "une", "and", "or"].contains($0)
                        && !["there", "should", "be", "must", "is", "are", "at", "all", "it", "has", "we", "want"]
                            .contains($0)
                }
                return rest.isEmpty ? nil : clause
            }
        }
        return nil
    }

    private static let politeness: Set<String> = ["please", "bitte", "porfa", "needed", "required", "thanks"]

    /// The features that a sentence led to: its own, else those that speak of the same.
    private func covering(_ sentence: IdeaSentence) -> [ProjectPattern.Feature] {
        let isFirst = sentence == brief.sentences.first
        let said = Set(
            OwnWords.wishes(in: sentence, isFirst: isFirst, reading: brief.reading).map {
                OwnWords.feature(named: $0, sentence.text).name
            })
        let own = features.filter {
            said.contains($0.name) || $0.text.hasPrefix(Clip.text(sentence.text.capitalisedFirst, 490))
                || $0.text.contains(sentence.text)
        }
        // What is told to explain leads to nothing that another sentence asked for.
        if !own.isEmpty || sentence.kind == .background { return own }
        if brief.reading.isMinimal { return features }
        return features.filter { Self.covers($0, sentence.text, brief) }
    }

    /// Whether a feature speaks of what a sentence asks for.
    static func covers(_ feature: ProjectPattern.Feature, _ sentence: String, _ brief: ProjectBrief) -> Bool {
        let words = Words.split(sentence, limit: 200)
        let topics = Set(words.compactMap(IdeaReading.topic)).subtracting([.records])
        if !topics.isDisjoint(with: feature.topics) { return true }
        let audience = Set(brief.namedAudiences.flatMap { Words.split($0).map(Words.stem) })
        let asked = Set(words.filter { !IdeaShape.stopWords.contains($0) }.map(Words.stem)).subtracting(audience)
        let said = Set(
            Words.split(brief.fill(feature.name) + " " + brief.fill(feature.text), limit: 200).map(Words.stem))
        let shared = asked.intersection(said).count
        return shared >= 2 || shared == 1 && asked.count <= 2
    }
}
