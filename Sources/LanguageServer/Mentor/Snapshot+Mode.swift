import Engine
import LanguageServerProtocol
import Mentoring
import Models
import Review

/// Who learns here: in student mode nothing that leaves the server holds the solution.
extension Snapshot {
    /// Whether any folder is in student mode.
    var hasStudents: Bool { !studentFolders.isEmpty }

    /// Whether a document belongs to a student: one outside of all folders does where any folder is in student mode.
    func isStudent(_ document: OpenDocument) -> Bool {
        guard hasStudents else { return false }
        guard let path = document.path else { return true }
        return isStudent(at: path)
    }

    /// As `isStudent`, for a file.
    func isStudent(at path: String) -> Bool {
        guard hasStudents else { return false }
        func holds(_ folder: String) -> Bool { path.hasPrefix(folder + "/") }
        return studentFolders.contains(where: holds) || !folderPaths.contains(where: holds)
    }

    /// What a diagnostic says of a finding.
    func message(of finding: Finding, isStudent: Bool) -> String {
        isStudent ? FindingHint.message(of: finding) : finding.message
    }

    /// What is shown of the project of a student's document.
    func studentProject(of document: OpenDocument) -> (folder: OpenFolder, documents: ProjectDocuments)? {
        guard let folder = openFolder(of: document), let documents = projects[folder.uri] else { return nil }
        return (folder, documents)
    }

    /// The folder of a document; the first one of a document outside of all, which the project of that is asked about.
    func openFolder(of document: OpenDocument) -> OpenFolder? {
        document.path.flatMap { OpenFolder.containing($0, among: openFolders)?.folder } ?? openFolders.first
    }
}

extension Session {
    /// Reads which folders are in student mode, as far as their projects are not known yet.
    mutating func readModes() {
        let marked = snapshot.folders.filter { folder in
            snapshot.projects[folder.uri] == nil
                && DocumentURI(folder.uri).folderPath.map(StudentDocument.isOn(inFolder:)) ?? false
        }
        snapshot.markedStudents = Set(marked.map(\.uri))
        let below = snapshot.folders.filter { folder in
            DocumentURI(folder.uri).folderPath.flatMap(Application.markedStudentFolder) != nil
        }
        snapshot.foldersBelowStudents = Set(below.map(\.uri))
        updateModes()
        readModesAbove()
    }

    /// Reads which folders lie in that of a student's project, from the store: whose mode it is says more than documents.
    mutating func readModesAbove() {
        guard snapshot.application.isOpening else { return }
        let (access, connection, folders) = (snapshot.application, snapshot.connection, snapshot.folders)
        Task {
            guard let application = try? await access.value() else { return }
            var below: Set<String> = []
            for folder in folders {
                guard let path = DocumentURI(folder.uri).folderPath else { continue }
                do {
                    if try await application.studentFolder(above: path) != nil { below.insert(folder.uri) }
                } catch {
                    // What the documents say holds.
                    return
                }
            }
            let read = below
            connection.perform { session in
                guard session.snapshot.foldersBelowStudents != read else { return }
                session.snapshot.foldersBelowStudents = read
                session.updateModes()
            }
        }
    }

    /// A project is in another mode: what is shown follows at once.
    mutating func modeChanged(of project: Project) {
        decidedModes[project.id] = project
        let open = snapshot.openFolders.filter { $0.mirror.workspace.projectID == project.id }
        for folder in open { snapshot.projects[folder.uri]?.project.mode = project.mode }
        // Of folders that are still being opened it is not known whose they are: none of them may give a solution away.
        let opened = Set(snapshot.openFolders.map(\.uri))
        let unread = open.map(\.uri) + (open.isEmpty ? snapshot.folders.map(\.uri).filter { !opened.contains($0) } : [])
        for uri in unread where snapshot.projects[uri] == nil {
            if project.mode == .student {
                snapshot.markedStudents.insert(uri)
            } else {
                snapshot.markedStudents.remove(uri)
            }
        }
        updateModes()
        documentsOutdated()
    }

    /// The person knows more, or less: hints are fitted to it from now on.
    mutating func levelChanged(to level: SkillLevel) {
        for folder in snapshot.openFolders { snapshot.projects[folder.uri]?.learner.level = level }
    }

    /// What was read of a project, with what was decided here since it was read.
    func current(_ documents: ProjectDocuments) -> ProjectDocuments {
        var documents = documents
        if let decided = decidedModes[documents.project.id], decided.updatedAt > documents.project.updatedAt {
            documents.project.mode = decided.mode
        }
        for (subject, times) in askedSubjects {
            documents.learner.asked[subject] = max(times, documents.learner.asked[subject] ?? 0)
        }
        for subject in solvedSubjects { documents.learner.asked[subject] = nil }
        return documents
    }

    /// Follows the modes of the folders' projects.
    mutating func updateModes() {
        let students = snapshot.folders.filter { folder in
            let isOwn =
                snapshot.projects[folder.uri].map { $0.project.mode == .student }
                ?? snapshot.markedStudents.contains(folder.uri)
            return isOwn || snapshot.foldersBelowStudents.contains(folder.uri)
        }
        let paths = students.compactMap { DocumentURI($0.uri).folderPath }
        guard paths != snapshot.studentFolders else { return }
        snapshot.studentFolders = paths
        // Read from the embedded data once, so that no hover has to.
        if !paths.isEmpty { Task { _ = Mentoring.Concept.prepared } }
        refreshDiagnostics()
    }
}
