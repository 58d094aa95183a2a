import Engine
import Models

extension Application {
    /// Renders a project's documents where the folder takes them; else says why not, and where to read.
    ///
    /// The work is done by then: a folder that may only be read is no reason to hide what came of it.
    func writeDocuments(of project: RowID, in folder: ProjectFolder, after job: RowID) async throws {
        do {
            try await renderDocuments(of: project, in: folder)
        } catch let error as WorkspaceError {
            StandardStream.error.write(
                "warning: the documents of this project were not written. \(error) What came of the job: ".printable
                    + "codeforge jobs show \(job.shortText)\n")
        }
    }
}
