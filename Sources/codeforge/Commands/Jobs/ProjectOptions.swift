import ArgumentParser
import Engine
import Glibc
import Models

/// Which database and project a command is about.
struct ProjectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The database to use instead of the one in the user's data folder.", valueName: "file"),
        completion: .file())
    var database: String?

    @Option(help: ArgumentHelp("The folder of the project; . is this one.", valueName: "path"), completion: .directory)
    var folder = "."

    @Option(
        help: ArgumentHelp(
            "The project, by the first characters of its identity, instead of the folder's.", valueName: "id"))
    var project: String?

    func application(_ models: ModelFolderOptions? = nil) async throws -> Application {
        var application = try await Application.open(database: database)
        let files = SettingsFiles(folder: folder)
        for problem in files.problems { StandardStream.error.write("warning: \(problem.sentence)".printable + "\n") }
        let settings = files.settings
        application.teamJobs = settings.team.runJobs
        application.models = settings.model.recording(
            to: models?.recordModels.map(Self.absolute), replaying: models?.replayModels.map(Self.absolute))
        return application
    }

    /// A folder's path for a worker, which runs elsewhere.
    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return "\(String(cString: here))/\(path)"
    }

    /// The identity of the project, which is made for a folder that has none.
    func projectID(_ application: Application) async throws -> String {
        if let project { return try await application.projectID(project).text }
        let id = try await application.workspace(of: try openFolder()).projectID
        try await takeDocuments(application, of: id)
        return id.text
    }

    /// Takes over what was written into the folder's documents while no editor told of it, and says what it took.
    ///
    /// `leavingOut` is a job whose answers the command itself gives.
    @discardableResult
    func takeDocuments(
        _ application: Application, of id: RowID, leavingOut job: RowID? = nil
    ) async throws -> [DocumentTaking] {
        let takings = await application.takeDocuments(of: id, in: try openFolder(), leavingOut: job)
        takings.write()
        await application.writeLateDocuments(of: id, in: try openFolder())
        return takings
    }

    func openFolder() throws -> ProjectFolder { try ProjectFolder(path: folder) }

    /// Brings the folder and the rows of its project to agreement, and says where that waits for a person.
    ///
    /// - Returns: The folder's project.
    @discardableResult
    func syncFolder(_ application: Application) async throws -> RowID {
        let folder = try openFolder()
        let (shown, option) = (folder.shownPath, self.folder == "." ? "" : " --folder \(self.folder)")
        return try await application.syncOnce(folder) { doubt in
            StandardStream.error.write(
                (doubt.sentence(about: shown) + " To have it mirrored: codeforge project mirror\(option)").printable
                    + "\n")
        } noticing: { text in
            StandardStream.error.write(text.printable + "\n")
        }
    }
}
