import Engine
import LanguageServerProtocol
import Models
import Review

/// A file that got another name keeps how far up the ladder somebody was with its problems.
extension Session {
    /// Looks whether what was asked about stood in a file that is gone, and stands in one of these documents now.
    ///
    /// Editors tell of a renamed file as one that was closed and another that was opened, and git tells nobody.
    mutating func followRenamedProblems(in uris: [String]) {
        guard snapshot.hasStudents else { return }
        for uri in uris {
            guard let opened = snapshot.documents[uri], snapshot.isStudent(opened),
                let (folder, shown) = snapshot.studentProject(of: opened), !shown.learner.asked.isEmpty,
                isReviewed([uri]), let document = snapshot.documents[uri], let path = document.reviewed.path
            else { continue }
            let moved = RenamedProblem.candidates(in: document, at: path, shown.learner)
            guard !moved.isEmpty else { continue }
            let (access, connection) = (snapshot.application, snapshot.connection)
            let (root, project) = (folder.mirror.folder, folder.mirror.workspace.projectID)
            Task {
                // A file that is still there was copied: its problems are its own.
                let gone = moved.filter { root.presence(of: $0.oldPath) == .absent }
                guard !gone.isEmpty, let application = try? await access.value() else { return }
                for problem in gone {
                    try? await application.moveLadder(from: problem.old, to: problem.new, in: project)
                }
                connection.perform { session in
                    for problem in gone {
                        let times = session.snapshot.projects[folder.uri]?.learner.asked.removeValue(
                            forKey: problem.old)
                        session.snapshot.projects[folder.uri]?.learner.asked[problem.new] = times
                        let line = session.snapshot.projects[folder.uri]?.learner.lines.removeValue(forKey: problem.old)
                        session.snapshot.projects[folder.uri]?.learner.lines[problem.new] = line
                        session.askedSubjects[problem.old] = nil
                        session.askedSubjects[problem.new] = times
                    }
                }
            }
        }
    }
}

/// A problem that somebody asked about, in a file that may have another name now.
struct RenamedProblem: Hashable, Sendable {
    let old: String
    let new: String
    let oldPath: String

    static func candidates(in document: OpenDocument, at path: String, _ learner: Learner) -> [RenamedProblem] {
        let asked = learner.asked.keys.filter { $0.hasPrefix("finding/") }.sorted()
        return document.reviewed.findings.compactMap { finding in
            let new = "finding/\(path)/\(finding.identity)"
            guard learner.asked[new] == nil, let old = asked.first(where: { $0.hasSuffix("/" + finding.identity) })
            else {
                return nil
            }
            let oldPath = String(old.dropFirst("finding/".count).dropLast(finding.identity.count + 1))
            return RenamedProblem(old: old, new: new, oldPath: oldPath)
        }
    }
}
