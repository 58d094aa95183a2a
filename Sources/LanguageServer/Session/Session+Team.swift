import Engine
import Models

/// Folders whose projects are linked to a team's server: the worker keeps them in step while an editor is there.
extension Session {
    /// How often it is seen to that the worker lives.
    private static let teamInterval = Duration.seconds(5)

    /// Looks whether a folder's project is linked, and says so to the worker; for any other folder nothing goes on.
    mutating func attendTeam(of folder: OpenFolder, _ application: Application) {
        guard let database = application.databasePath else { return }
        let (connection, workspace) = (snapshot.connection, folder.mirror.workspace)
        Task {
            let isLinked = (try? await application.teamLink(of: workspace.projectID)).flatMap { $0 } != nil
            connection.perform { session in
                let isAttended = session.attended[workspace.id] != nil
                if isLinked, !isAttended {
                    let isFirst = session.attended.isEmpty
                    session.attended[workspace.id] = TeamPresence(database: database, workspace: workspace.id)
                        .announce()
                    if isFirst { session.keepTeamInStep(application) }
                } else if !isLinked, isAttended {
                    session.attended.removeValue(forKey: workspace.id)?.end()
                }
            }
        }
    }

    private mutating func keepTeamInStep(_ application: Application) {
        let open = Set(snapshot.openFolders.map(\.mirror.workspace.id))
        for workspace in attended.keys where !open.contains(workspace) {
            attended.removeValue(forKey: workspace)?.end()
        }
        guard !attended.isEmpty else { return }
        Task { _ = try? application.ensureTeamSync() }
        after(Self.teamInterval) { $0.keepTeamInStep(application) }
    }
}
