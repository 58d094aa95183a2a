import Foundation
import Models
import TestSupport
import Testing

@testable import Engine

/// Random edits of two people who lose sight of each other: whatever somebody typed and nobody who saw it took out is
/// in the end in the team's text, in a folder, or in an offer or a record; and what nobody has to decide is alike.
///
/// The reference is slow and plain: every typed line is another word, and a set says which words somebody took out.
@Suite struct TeamPropertyTests {
    @Test func `nothing that was typed is lost, whatever the way to the server does`() async throws {
        let first = Rounds.number("CODEFORGE_PROPERTY_SEED", else: 1)
        for seed in first..<first + Rounds.number("CODEFORGE_PROPERTY_ROUNDS", else: 6) {
            try await round(UInt64(seed))
        }
    }

    private func round(_ seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let server = try await TeamServerSample()
        var people = [
            try await LaptopSample(server, as: server.owner), try await LaptopSample(server, as: server.friend),
        ]
        var typed: Set<String> = []
        var takenOut: Set<String> = []
        for step in 0..<14 {
            let who = Int.random(in: 0...1, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5: try edit(people[who], "w\(seed)_\(step)", &typed, &takenOut, &random)
            case 5:
                people[who].way.weather.change { weather in
                    weather = .breaks(after: Int.random(in: 0...3, using: &random), isDone: Bool.random(using: &random))
                }
            case 6: try await people[who].restart()
            default:
                if Bool.random(using: &random) { people[who].way.weather.change { $0 = .fair } }
                let report = try? await people[who].look()
                if let report, Bool.random(using: &random) { try await people[who].takeAll(report) }
            }
        }
        for person in people { person.way.weather.change { $0 = .fair } }
        try await check(&people, server, typed.subtracting(takenOut), seed)
    }

    private func check(
        _ people: inout [LaptopSample], _ server: TeamServerSample, _ words: Set<String>, _ seed: UInt64
    ) async throws {
        var waiting: Set<String> = []
        for _ in 0..<4 {
            waiting = []
            for who in people.indices { waiting.formUnion(try await people[who].look().waiting.map(\.path)) }
        }
        let there = try await server.texts()
        var everything = Array(there.values)
        for person in people {
            let here = person.texts()
            everything += Array(here.values) + (try await person.recordedTexts())
            for path in Set(there.keys).union(here.keys).subtracting(waiting) {
                #expect(here[path] == there[path], "round \(seed): \(path) differs and nobody is asked")
            }
        }
        let found = Set(everything.flatMap { $0.split(separator: "\n").map(String.init) })
        #expect(words.subtracting(found) == [], "round \(seed)")
    }

    /// Types a line, replaces one, or deletes a file; what a person takes out they have seen.
    private func edit(
        _ person: LaptopSample, _ word: String, _ typed: inout Set<String>, _ takenOut: inout Set<String>,
        _ random: inout SeededRandom
    ) throws {
        let name = ["a.txt", "b.txt"].randomElement(using: &random) ?? "a.txt"
        var lines = person.text(name)?.split(separator: "\n").map(String.init) ?? []
        if !lines.isEmpty, Int.random(in: 0..<8, using: &random) == 0 {
            takenOut.formUnion(lines)
            return try person.remove(name)
        }
        if !lines.isEmpty, Bool.random(using: &random) {
            let place = Int.random(in: lines.indices, using: &random)
            takenOut.insert(lines[place])
            lines[place] = word
        } else {
            lines.insert(word, at: Int.random(in: 0...lines.count, using: &random))
        }
        typed.insert(word)
        try person.folder.write(name, lines.joined(separator: "\n") + "\n")
    }
}
