import Models
import TestSupport
import Testing

@testable import Engine

/// Random typing in every document, while the rows behind it change.
@Suite struct DocumentMergeTests {
    @Test func `whatever is added to a document is there once in the next rendering, and nothing else is`() {
        for seed in 0..<600 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let (old, new) = Self.pair(&random)
            var typed: [String] = []
            let mine = Self.additions(to: old, &typed, &random)
            let merged = Self.merge(new, base: old, into: mine)
            for word in typed {
                #expect(merged.ranges(of: word).count == 1, "\(seed): \(word) in \(merged)")
            }
            #expect(Self.plain(merged, without: typed) == Self.plain(new, without: []), "\(seed): \(merged)")
            #expect(Self.merge(new, base: old, into: merged) == merged, "\(seed): not the same when done again")
        }
    }

    @Test func `whatever is written over in a document, each word that was typed is there once`() {
        for seed in 0..<600 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let (old, new) = Self.pair(&random)
            var typed: [String] = []
            var characters = Array(old)
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let from = Int.random(in: 0...characters.count, using: &random)
                let to = min(characters.count, from + Int.random(in: 0...40, using: &random))
                // What was typed earlier is not taken back.
                guard !characters[from..<to].contains("§") else { continue }
                guard !String(characters[..<from]).hasSuffix("§") else { continue }
                typed.append("§typed\(typed.count)§")
                characters.replaceSubrange(from..<to, with: Array(typed.last ?? ""))
            }
            let whole = typed.filter { String(characters).contains($0) }
            let merged = Self.merge(new, base: old, into: String(characters))
            for word in whole {
                #expect(merged.ranges(of: word).count == 1, "\(seed): \(word) in \(merged)")
            }
        }
    }

    @Test func `a mark in a box goes to no other words`() {
        let old = "# R\n\n- [ ] Learn about trees\n- [x] Plant one\n\nEnd.\n"
        let new = "# R\n\n- [ ] Learn about bees\n- [x] Buy one\n\nEnd.\n"
        let mine = "# R\n\n- [x] Learn about trees\n- [ ] Plant one\n\nMy word.\n\nEnd.\n"
        let merged = Self.merge(new, base: old, into: mine)
        #expect(merged.hasPrefix("# R\n\n- [ ] Learn about bees\n- [x] Buy one\n"), "\(merged)")
        #expect(merged.hasSuffix("not part of this any more\n\n- [x] Learn about trees\n"), "\(merged)")
        #expect(merged.ranges(of: "My word.").count == 1 && !merged.contains("Plant"))
        #expect(Self.merge(new, base: new, into: merged) == merged)
    }

    @Test(arguments: ["X", "✓", "✔", "x"])
    func `a box that was ticked in any way is ticked once`(mark: String) {
        let (old, new) = ("# R\n\n- [ ] Install\n- [ ] Plant\n", "# R\n\n- [x] Install\n- [ ] Plant\n")
        let mine = "# R\n\n- [\(mark)] Install\n- [ ] Plant\n- [\(mark)] Mine\n"
        let merged = Self.merge(new, base: old, into: mine)
        #expect(merged == "# R\n\n- [x] Install\n- [ ] Plant\n- [\(mark)] Mine\n")
    }

    @Test func `texts that have all their words in common in another order are one change, and are joined`() {
        func text(_ seed: UInt64) -> String {
            var random = SeededRandom(seed: seed)
            return (0..<400).map { _ in
                (0..<60).map { _ in String("abcdefghijklmnop".randomElement(using: &random) ?? "a") }
                    .joined(separator: " ") + "\n"
            }.joined()
        }
        let (rendering, base, mine) = (text(1), text(2), text(3))
        // What would be looked at for a shorter description grows with the square of the words.
        #expect(SequenceDiff.hunks(TextPieces.words(base.utf8), TextPieces.words(mine.utf8)).count == 1)
        let merged = Self.merge(rendering, base: base, into: mine)
        #expect(merged.utf8.count { $0 == 10 } >= 400 && merged.utf8.count >= rendering.utf8.count)
    }

    /// A document before and after its rows changed.
    private static func pair(_ random: inout SeededRandom) -> (old: String, new: String) {
        let answers = [
            ClarificationResponse(questionID: "q1", answer: "Payments"),
            ClarificationResponse(questionID: "q2", answer: "Me"),
        ]
        let pairs: [[String]] = [
            (0...4).map { DocumentSamples.roadmap(done: $0).render() },
            [DocumentSamples.questions().render(), DocumentSamples.questions(answers: answers).render()],
            [nil, "a", "b"].map { DocumentSamples.choices(selected: $0).render() },
            [["queued"], ["running"], ["completed", "failed"], ["cancelled", "running", "queued"]].map(jobs),
            ["Walk schedule", "Walks by day", "Trips, tours and walks"].map(requirements),
        ]
        let texts = pairs.randomElement(using: &random) ?? []
        return (texts.randomElement(using: &random) ?? "", texts.randomElement(using: &random) ?? "")
    }

    private static func jobs(_ statuses: [String]) -> String {
        JobsDocument(
            jobs: statuses.enumerated().map { index, status in
                JobsDocument.Line(
                    id: "job\(index)", agent: "research: an idea", status: status,
                    createdAt: "2026-01-0\(index + 1)T10:00:00Z", note: status == "failed" ? "Nobody was there." : "")
            }
        ).render()
    }

    private static func requirements(_ feature: String) -> String {
        var document = DocumentSamples.requirements
        document.coreFeatures[0].name = feature
        document.elevatorPitch = "\(feature) for people who walk dogs."
        return RequirementsDocument(requirements: document).render()
    }

    /// Lines between lines, words at the ends of lines and between words; each only once.
    private static func additions(to text: String, _ typed: inout [String], _ random: inout SeededRandom) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let word = "typed\(typed.count)q"
            typed.append(word)
            let index = Int.random(in: 0..<lines.count - 1, using: &random)
            if Bool.random(using: &random) {
                lines.insert(word, at: index)
            } else if Bool.random(using: &random) || lines[index].isEmpty {
                lines[index] += (lines[index].isEmpty ? "" : " ") + word
            } else {
                var words = lines[index].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
                let place = Int.random(in: 1...words.count, using: &random)
                // A box with a word in it is none any more.
                words.insert(word, at: place < words.count && words[place] == "]" ? place + 1 : place)
                lines[index] = words.joined(separator: " ")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Lines that say something, without blanks and what was typed.
    private static func plain(_ text: String, without typed: [String]) -> [String] {
        var text = text
        for word in typed { text = text.replacing(word, with: "") }
        return text.split(separator: "\n").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    }

    private static func merge(_ rendering: String, base: String, into text: String) -> String {
        String(
            decoding: DocumentFolder.merge(Array(rendering.utf8), base: Array(base.utf8), into: Array(text.utf8)),
            as: UTF8.self)
    }
}
