import Foundation

/// How many rounds a test plays: few in the test command, as many as a variable says by hand.
package enum Rounds {
    /// The number that a variable holds, else the usual one.
    ///
    /// `CODEFORGE_PROPERTY_ROUNDS`, `CODEFORGE_PROGRAM_ROUNDS`, `CODEFORGE_RACE_ROUNDS`, `CODEFORGE_CRASH_ROUNDS`,
    /// `CODEFORGE_ODD_ROUNDS`, and `CODEFORGE_PROPERTY_SEED`, the number of the first round.
    package static func number(_ variable: String, else usual: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? usual
    }

    /// How many odd inputs an agent gets.
    package static var oddInputs: Int { number("CODEFORGE_ODD_ROUNDS", else: 250) }
}
