import TestSupport
import Testing

/// Two editors with their servers, the command line, agents and git on one folder; any of them is killed at any moment.
///
/// `CODEFORGE_PROGRAM_ROUNDS` asks for more rounds than the test command plays, `CODEFORGE_PROPERTY_SEED` for others.
@Suite(.serialized) struct ProgramPropertyTests {
    private static let rounds = Rounds.number("CODEFORGE_PROGRAM_ROUNDS", else: 4)
    private static let firstSeed = Rounds.number("CODEFORGE_PROPERTY_SEED", else: 0)
    private static let steps = 16

    @Test func `whoever is killed, no line of a person is lost or doubled, and nothing comes that nobody agreed to`()
        throws
    {
        for seed in Self.firstSeed..<Self.firstSeed + Self.rounds {
            let world = try ProgramWorld(seed: UInt64(seed))
            var story: [String] = []
            for _ in 0..<Self.steps {
                let (done, problems): (String, [String])
                do {
                    (done, problems) = try world.step()
                } catch {
                    Issue.record("seed \(seed), \(story.joined(separator: "; ")), then \(error)")
                    return
                }
                story.append(done)
                #expect(problems.isEmpty, "seed \(seed), \(story.joined(separator: "; ")): \(problems)")
                if !problems.isEmpty { return }
            }
            try #require(try world.rowsFollow(), "seed \(seed), \(story.joined(separator: "; "))")
        }
    }
}
