import Patterns

/// Something that people ask many programs to do, told by the words of a wish: scanning a code, a waiting list, a refund.
///
/// Rows of data, one file for each language: `ID | cues | criterion | criterion`. A cue is a phrase; ` + ` joins phrases
/// that must all stand in the wish.
struct Capability: Sendable {
    let id: String
    /// Two ways to see that it is fulfilled, in the language of its file.
    let criteria: [String]
    /// Each one's parts, all of which must stand.
    private let cues: [[ProductCue]]

    private init?(_ row: [String]) {
        guard row.count > 3 else { return nil }
        id = row[0]
        criteria = Array(row[2...])
        cues = row[1].split(separator: ",").map { cue in
            cue.replacing(" + ", with: "\n").split(separator: "\n").map { ProductCue(String($0).trimmingSpaces) }
        }
    }

    /// Two ways to see that a clause is fulfilled: those of what its words point to by the most letters, or the first of
    /// two where it names two things ("comments and attachments"); empty where none is known.
    ///
    /// What runs without pages needs more than a word that pages have, too.
    static func criteria(of clause: String, _ tongue: Tongue, runs: Bool = false) -> [String] {
        guard let best = best(in: clause, tongue, least: runs ? 9 : 4) else { return [] }
        let links = ClauseForm.links(tongue)
        let halves = clause.split(separator: " ").split { links.contains(String($0)) }.map { $0.joined(separator: " ") }
        guard halves.count == 2, let first = self.best(in: halves[0], tongue),
            let second = self.best(in: halves[1], tongue), first.id != second.id,
            let one = first.criteria.first, let other = second.criteria.first
        else { return best.criteria }
        return [one, other]
    }

    /// The one that a clause's words point to by the most letters; the earlier of equals, and nil where none does.
    private static func best(in clause: String, _ tongue: Tongue, least: Int = 4) -> Capability? {
        let line = ProductGuess.line(clause)
        var best: (capability: Capability, length: Int)?
        for capability in all(tongue) {
            let length = capability.cues.lazy.filter { cue in cue.allSatisfy { $0.stands(in: line, clause) } }
                .map { cue in cue.reduce(0) { $0 + $1.text.utf8.count } }.max()
            if let length, length >= least, length > best?.length ?? 0 { best = (capability, length) }
        }
        return best?.capability
    }

    static func all(_ tongue: Tongue) -> [Capability] {
        switch tongue {
        case .english: english
        case .german: german
        case .french: french
        case .spanish: spanish
        case .portuguese: portuguese
        case .italian: italian
        case .dutch: dutch
        case .polish: polish
        case .japanese: japanese
        }
    }

    private static func read(_ bytes: [UInt8]) -> [Capability] { DataLines.fields(bytes).compactMap(Capability.init) }

    private static let english = read(PackageResources.capability_en_txt)
    private static let german = read(PackageResources.capability_de_txt)
    private static let french = read(PackageResources.capability_fr_txt)
    private static let spanish = read(PackageResources.capability_es_txt)
    private static let portuguese = read(PackageResources.capability_pt_txt)
    private static let italian = read(PackageResources.capability_it_txt)
    private static let dutch = read(PackageResources.capability_nl_txt)
    private static let polish = read(PackageResources.capability_pl_txt)
    private static let japanese = read(PackageResources.capability_ja_txt)
}
