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
    /// Renders a project's documents where the folder takes them; else says why not, and what to do.
    ///
    /// The work is done by then: a folder that may only be read is no reason to hide what came of it. The next command
    /// about the folder's project tries again.
    /// - Returns: Whether they are written.
    @discardableResult
    func writeDocuments(
        of project: RowID, in folder: ProjectFolder, after job: RowID? = nil
    ) async throws -> Bool {
        do {
            // What was written into them while the job ran counts, too.
            await takeDocuments(of: project, in: folder).write()
            try await renderDocuments(of: project, in: folder)
            await note(project, documentsAreUnwritten: false)
            return true
        } catch let error as WorkspaceError {
            await note(project, documentsAreUnwritten: true)
            let shown = job.map { " What came of the job: codeforge jobs show \($0.shortText)" } ?? ""
            StandardStream.error.write(
                "warning: the documents of this project were not written. \(folder.refusal(error))\(shown)".printable
                    + "\n")
            return false
        }
    }

    /// Writes what did not fit into the folder when it was made, as soon as it does.
    func writeLateDocuments(of project: RowID, in folder: ProjectFolder) async {
        guard await documentsAreUnwritten(of: project),
            (try? await renderDocuments(of: project, in: folder)) != nil
        else { return }
        await note(project, documentsAreUnwritten: false)
        StandardStream.error.write(
            "The documents of this project, which could not be written before, are in \(folder.shownPath)/"
                .printable + "\(DocumentKind.folder) now.\n")
    }
}

extension Application {
    /// A job's folder, for a sentence that speaks of it; empty where none is known.
    func naming(_ job: AgentJob) async throws -> String {
        try await folders(of: job.projectID).first.map { ", \($0)" } ?? ""
    }
}

extension ProjectFolder {
    /// Why the documents cannot be written, which folder it is about, and what to do.
    fileprivate func refusal(_ error: WorkspaceError) -> String {
        guard case .system(_, let reason) = error else { return "\(error)" }
        return
            "\(shownPath)/\(DocumentKind.folder) cannot be written: \(reason). Make room there, or make it writable; "
            + "the next command here writes them, such as codeforge jobs."
    }
}
