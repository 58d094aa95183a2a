/// Every command that the server runs: one line a command.
package enum Commands {
    enum Entry: Sendable {
        case session(any SessionCommand)
        case background(any BackgroundCommand)

        var name: String {
            switch self {
            case .session(let command): type(of: command).name
            case .background(let command): command.name
            }
        }
    }

    static let all: [Entry] = own + ProductMethods.commands.map(Entry.background)

    private static let own: [Entry] = [
        .session(ReviewFileCommand()),
        .background(ReviewWorkspaceCommand()),
        .background(FixIssueCommand()),
        .background(DecideIssueCommand.dismiss),
        .background(DecideIssueCommand.restore),
        .session(ExplainRuleCommand()),
        .session(ShowStatusCommand()),
        .background(ShowChangesCommand()),
        .background(SetModeCommand()),
        .background(SetSkillLevelCommand()),
        .background(AssessCommand()),
    ]

    static let names = all.map(\.name)
    static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
