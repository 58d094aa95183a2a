import Foundation
import Patterns
import TestSupport
import Testing

struct PatternTests {
    @Test func `the library holds every pattern of its folder, once`() throws {
        let folder = BuiltProgram.packageRoot + "/Sources/Patterns/Library"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(PatternLibrary.all.count == files.count)
        #expect(Set(PatternLibrary.all.map(\.id)).count == files.count)
        #expect(files.count >= 30)
    }

    @Test(arguments: PatternLibrary.all.map(\.id)) func `a pattern is complete`(id: String) throws {
        let pattern = try #require(PatternLibrary.pattern(id: id))
        #expect(pattern.personas.count >= 2)
        #expect(pattern.features.count { $0.priority == .must } >= 3)
        #expect(pattern.features.count >= 6)
        #expect(!pattern.constraints.isEmpty)
        #expect(Set(pattern.features.map(\.name)).count == pattern.features.count)
        for entity in pattern.entities {
            #expect(entity.samples.count >= 3)
            #expect(entity.fields.first?.kind == .title)
            #expect(Set(entity.fields.map(\.name)).count == entity.fields.count)
        }
        for feature in pattern.features {
            #expect(feature.entity == nil || pattern.entities.contains { $0.name == feature.entity }, "\(feature.name)")
        }
    }

    @Test func `an embedding has 1536 dimensions and length 1`() {
        for text in ["A CRM for dog walkers", "x", "日本語のアプリ"] {
            let embedding = TextEmbedding.embed(text)
            #expect(embedding.count == 1536)
            #expect(abs(TextEmbedding.dot(embedding, embedding) - 1) < 1e-4)
        }
        #expect(TextEmbedding.embed("?!").allSatisfy { $0 == 0 })
    }

    @Test func `no two patterns share a concept's place`() {
        let seeds = PatternLibrary.seeds
        for (index, left) in seeds.enumerated() {
            for right in seeds[(index + 1)...] {
                #expect(
                    TextEmbedding.dot(left.embedding, right.embedding) < 0.5, "\(left.projectType) \(right.projectType)"
                )
            }
        }
    }

    @Test(arguments: [
        ("oneOfEachPattern", Ideas.oneOfEachPattern.count, 0.95), ("paraphrases", Ideas.paraphrases.count, 0.9),
        ("unseen", Ideas.unseen.count, 0.9), ("spoken", Ideas.spoken.count, 0.95),
        ("voices", Ideas.voices.count, 0.95), ("strangers", Ideas.strangers.count, 0.85),
    ])
    func `the right pattern comes first`(list: String, count: Int, share: Double) {
        let lists = [
            "oneOfEachPattern": Ideas.oneOfEachPattern, "paraphrases": Ideas.paraphrases, "unseen": Ideas.unseen,
            "spoken": Ideas.spoken, "voices": Ideas.voices, "strangers": Ideas.strangers,
        ]
        let ideas = lists[list] ?? []
        let wrong = ideas.filter { expected, idea in
            let first = PatternLibrary.nearest(to: idea, count: 1).first?.pattern.id ?? ""
            return !expected.split(separator: "|").contains { $0 == first }
        }
        #expect(ideas.count >= 40)
        #expect(Double(count - wrong.count) / Double(count) >= share, "\(wrong)")
    }

    @Test(arguments: [
        ("dog walker", "dog walkers"), ("city", "cities"), ("child", "children"), ("box", "boxes"),
        ("class", "classes"),
        ("salesman", "salesmen"), ("key", "keys"), ("bus", "buses"), ("follow-up", "follow-ups"), ("match", "matches"),
    ])
    func `nouns have a plural and come back from it`(one: String, many: String) {
        #expect(English.plural(of: one) == many)
        #expect(English.singular(of: many) == one)
    }
}
