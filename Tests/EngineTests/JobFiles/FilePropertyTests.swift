import TestSupport
import Testing

@testable import Engine

/// An agent and a person change one folder, in any order: what the person wrote stays, and what they refused is gone.
///
/// `CODEFORGE_PROPERTY_ROUNDS` asks for more rounds than the test command plays, `CODEFORGE_PROPERTY_SEED` for others.
@Suite struct FilePropertyTests {
    private static let rounds = Rounds.number("CODEFORGE_PROPERTY_ROUNDS", else: 200)
    private static let firstSeed = Rounds.number("CODEFORGE_PROPERTY_SEED", else: 0)
    /// Rounds that are played beside each other: most of a round is waiting.
    private static let lanes = 8
    private static let steps = 18

    @Test func `no line of a person is lost or doubled, and no refused change returns`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<Self.lanes { group.addTask { try await Self.play(lane: lane) } }
            try await group.waitForAll()
        }
    }

    /// Ends with the first round that fails: what comes after it says no more.
    private static func play(lane: Int) async throws {
        let programs = try await FilePrograms()
        for seed in stride(from: firstSeed + lane, to: firstSeed + rounds, by: lanes) {
            guard let failure = try await play(UInt64(seed), on: programs) else { continue }
            Issue.record("seed \(seed): \(failure)")
            return
        }
    }

    /// - Returns: The steps of the round and what went wrong; nil where nothing did.
    private static func play(_ seed: UInt64, on programs: FilePrograms) async throws -> String? {
        var world = try await FileWorld(seed: seed, programs: programs)
        var story: [String] = []
        var problems: [String] = []
        for _ in 0..<steps where problems.isEmpty {
            do {
                problems += try await world.step()
            } catch {
                problems.append("threw \(error)")
            }
            story.append(world.lastStep)
        }
        if problems.isEmpty { problems += try await world.problemsWithRows() }
        try await world.end()
        return problems.isEmpty ? nil : "\(story.joined(separator: "; ")): \(problems.joined(separator: "; "))"
    }
}

/// Two programs on one database, which many rounds share.
struct FilePrograms: Sendable {
    let data: TemporaryFolder
    let applications: [Application]

    init() async throws {
        data = try TemporaryFolder()
        applications = [
            try await Application.open(database: data.path("codeforge.db")),
            try await Application.open(database: data.path("codeforge.db")),
        ]
    }
}
