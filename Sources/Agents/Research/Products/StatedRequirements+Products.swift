import Patterns

extension StatedRequirements {
    private static let mostFeatures = 7

    /// What belongs to such a product, or to a program of such a shape; nil where neither is known.
    var derivation: DerivedFeatures? {
        // What a well-known product does is known better.
        guard brief.analogy == nil else { return nil }
        let shape = brief.shape
        let opening = brief.statements.first(where: \.isFirst)?.text ?? reading.text
        let cut = Clip.words(opening, 80)
        let source = cut == opening ? opening : cut + "…"
        if let kind = ProductKind.ofShape[shape] {
            return DerivedFeatures(kind: kind, thingID: kind.usualThing, tongue: brief.tongue, source: source)
        }
        guard let guess = brief.guess, shape.hasTemplate || shape == .desktop || shape == .skill else { return nil }
        return DerivedFeatures(kind: guess.kind, thingID: guess.thingID, tongue: brief.tongue, source: source)
    }

    /// Whether the idea says nothing but what kind of product it is, so that a feature of its words would say it twice.
    var repeatsOpening: Bool {
        guard let derivation, !derivation.kind.isOfShape else { return false }
        let told = brief.statements.filter { statement in
            switch statement.kind {
            case .feature, .opening: true
            case .condition, .exclusion, .background, .limit: false
            }
        }
        let text = told.first?.text ?? ""
        // "A recipe website where I can scale servings" tells a deed.
        if WishReader.purpose(of: text, brief.tongue, saysTo: false) != nil { return false }
        return told.count <= 1 && wishes.count <= 1 && Words.split(text, limit: 20).count <= 18
            && !text.contains(where: { $0.isNumber || ",;:、".contains($0) })
    }

    /// "… with two warehouses": what the opening says behind what it is, where it names nobody.
    var additions: [ProjectPattern.Feature] {
        let tongue = brief.tongue
        guard let (_, tail) = WishReader.withTail(of: brief.statements.first(where: \.isFirst)?.text ?? "", tongue),
            !Words.split(tail).contains(where: { StatedPeople.isPerson($0, tongue) }),
            !ResearchWords.set("selfish", tongue).contains(Words.split(tail, limit: 1).first ?? "")
        else { return [] }
        let text = tail.trimmingCharacters(" ,.;")
        return [Statement(text: text.capitalisedFirst, kind: .feature).feature(tongue, runs: false)]
    }

    /// "A blog for our club, only the board may write": what stands behind the comma, where before it only the kind is said.
    func withoutKind(_ told: [ProjectPattern.Feature], of wishes: [Wish]) -> [ProjectPattern.Feature] {
        guard derivation?.kind.isOfShape == false, let first = wishes.first,
            first.sentence == brief.statements.first(where: \.isFirst)?.text,
            !ClauseForm(first.title, brief.tongue).hasVerb, told.first?.name == first.title,
            let comma = first.sentence.firstRange(of: ", "),
            case let rest = String(first.sentence[comma.upperBound...]), Words.split(rest, limit: 3).count > 2,
            !told.dropFirst().contains(where: {
                rest.lowercased().contains($0.name.lowercased()) || $0.text.contains(rest)
            })
        else { return told }
        return [Statement(text: rest.capitalisedFirst, kind: .feature).feature(brief.tongue, runs: false)]
            + told.dropFirst()
    }

    /// "Only me", "my own recipes only".
    var isAlone: Bool {
        let line = SpokenLine(reading.text)
        return brief.statedAudience.first == ProjectBrief.onePerson || reading.keepsAllOnDevice
            || ResearchWords.list("alone", brief.tongue).contains { phrase in
                line.says(phrase) || brief.tongue == .japanese && reading.text.contains(phrase)
            }
    }

    /// The more the idea tells, the less is added to it.
    func derived(beside wishes: [Wish], shown: Int) -> [ProjectPattern.Feature] {
        guard let derivation else { return [] }
        let repeats = repeatsOpening
        if reading.isMinimal, !repeats { return [] }
        let told = repeats ? 0 : shown
        let most = told == 0 ? Self.mostFeatures : max(0, 6 - told)
        let features = derivation.features(
            beside: repeats ? [] : wishes, reading: reading, isAlone: isAlone, most: most)
        guard told > 1 else { return features }
        // What the product is for stays the first thing; the rest comes after what was asked for.
        let core = features.firstIndex { $0.priority == .must }
        return features.enumerated().map { index, feature in
            feature.priority == .must && index != core ? feature.with(.should) : feature
        }
    }
}

extension DerivedFeatures {
    /// How a deed is seen to be done, where it is known what it is done with.
    static func criteria(of deed: DeedKind, in clause: String, _ tongue: Tongue) -> [String] {
        let parts: [DeedKind: String] = [
            .enter: "record", .book: "book", .cancel: "cancel", .decide: "decide", .search: "list", .export: "export",
        ]
        guard let part = parts[deed],
            let thing = ProductGuess.thing(
                in: clause, [ProductTexts.of(tongue)], usual: nil, besides: PersonRole.peopleThings),
            let kind = ProductKind.all.first
        else { return [] }
        return DerivedFeatures(kind: kind, thingID: thing, tongue: tongue, source: clause).criteria(of: part)
    }
}
