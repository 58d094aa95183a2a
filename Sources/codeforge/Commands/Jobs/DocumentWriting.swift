import Engine
import Models

extension [DocumentTaking] {
    /// Says what was taken over from documents, and what does not count.
    func write() {
        for taking in self {
            let lines = [taking.news].compactMap { $0 } + taking.complaints.map { "warning: \($0)" }
            for line in lines { StandardStream.error.write(line.printable + "\n") }
        }
    }
}

extension Application {
    /// Renders a project's documents where the folder takes them; else says why not, and where to read.
    ///
    /// The work is done by then: a folder that may only be read is no reason to hide what came of it.
    func writeDocuments(of project: RowID, in folder: ProjectFolder, after job: RowID) async throws {
        do {
            // What was written into them while the job ran counts, too.
            await takeDocuments(of: project, in: folder).write()
            try await renderDocuments(of: project, in: folder)
        } catch let error as WorkspaceError {
            StandardStream.error.write(
                "warning: the documents of this project were not written. \(error) What came of the job: ".printable
                    + "codeforge jobs show \(job.shortText)\n")
        }
    }
}
