import Engine
import LanguageServerProtocol
import Mentoring
import Models
import Review

/// Saying once that a problem is gone that somebody asked about.
extension Session {
    /// Looks at a document that was just saved; only what the reviewer saw to be gone is called so.
    mutating func confirmSolved(in uri: String) {
        guard let saved = snapshot.documents[uri], snapshot.isStudent(saved),
            snapshot.studentProject(of: saved)?.documents.learner.asked.isEmpty == false, isReviewed([saved.uri]),
            let document = snapshot.documents[uri], document.isReviewed, document.reviewed.isComplete,
            let (folder, documents) = snapshot.studentProject(of: document)
        else { return }
        let solved = SolvedProblem.all(in: document, documents.learner)
        guard !solved.isEmpty else { return }
        for problem in solved {
            snapshot.projects[folder.uri]?.learner.asked[problem.subject] = nil
            solvedSubjects.insert(problem.subject)
            askedSubjects[problem.subject] = nil
        }
        let name = document.reviewed.path ?? document.place
        let sentences = solved.map { $0.sentence(about: name) }
        for sentence in sentences { show(.info, sentence, brief: "The reviewer no longer finds it.") }
        let (access, connection) = (snapshot.application, snapshot.connection)
        let project = folder.mirror.workspace.projectID
        Task {
            guard let application = try? await access.value() else { return }
            for (problem, sentence) in zip(solved, sentences) {
                try? await application.noteSolved(problem.subject, sentence, concept: problem.rule, in: project)
            }
            connection.perform { $0.documentsOutdated() }
        }
    }
}

/// A problem that somebody asked about and the reviewer does not find any more.
struct SolvedProblem: Hashable, Sendable {
    let subject: String
    let rule: String

    /// Those of a document, `solved` ones of before among them; one whose line was edited and that is still there is none.
    static func all(
        in document: OpenDocument, _ learner: Learner, besides solved: Set<String> = []
    ) -> [SolvedProblem] {
        let start = "finding/\(document.reviewed.path ?? document.uri)/"
        let present = document.reviewed.findings
        let identities = Set(present.map(\.identity))
        let check = MendedCheck(document.reviewed)
        return solved.union(learner.asked.keys).filter { $0.hasPrefix(start) }.sorted().compactMap { subject in
            let identity = String(subject.dropFirst(start.count))
            guard !identities.contains(identity), let rule = identity.split(separator: ":").first.map(String.init)
            else { return nil }
            let isEdited = present.contains { $0.ruleID == rule && learner.asked[start + $0.identity] == nil }
            if isEdited || !solved.contains(subject) && !check.isMended(rule, at: learner.lines[subject]) { return nil }
            return SolvedProblem(subject: subject, rule: rule)
        }
    }

    var title: String { RuleSet.builtIn.rule(id: rule)?.studentTitle ?? rule }

    func sentence(about file: String) -> String { SolvedSentence.saying(title, in: file) }
}
