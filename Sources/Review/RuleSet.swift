/// The rules that the program knows.
package enum RuleSet {
    /// The rules that come with the program, by identifier.
    package static let builtIn: [Rule] = []

    package static func rule(id: String) -> Rule? {
        builtIn.first { $0.id == id }
    }
}
