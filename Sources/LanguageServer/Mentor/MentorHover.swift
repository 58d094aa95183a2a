import Engine
import LanguageServerProtocol
import Mentoring
import Models
import Text

/// In student mode: the mentor's hint for the finding or the concept under the cursor, and the roadmap's current step.
struct MentorHover: HoverProvider {
    func hover(at place: HoverPlace) -> Hover? {
        let snapshot = place.snapshot
        guard snapshot.isStudent(place.document),
            let mentor = MentorPlace(place.document, line: place.line, byte: place.byte, snapshot: snapshot)
        else { return nil }
        let start = snapshot.range(mentor.range, in: place.document).lowerBound
        let folder = snapshot.studentProject(of: place.document)?.folder
        let rung = mentor.shownRung
        let hint = snapshot.hint(rung, about: mentor, in: folder)
        if let folder, hint.maker == DocumentOrigin.offline { Self.ask(mentor, rung, folder, snapshot) }
        let again = snapshot.client.followsCommandLinks ? mentor.link(at: start) : nil
        let parts = [hint.text, again, Self.step(of: place.document, in: snapshot)]
            .compactMap(\.self)
        return Hover(
            contents: snapshot.markup(parts.joined(separator: "\n\n---\n\n")),
            range: snapshot.range(mentor.range, in: place.document))
    }

    /// A hover costs nothing, unless the person gave the mentor a model of its own.
    private static func ask(_ mentor: MentorPlace, _ rung: HintRung, _ folder: OpenFolder, _ snapshot: Snapshot) {
        guard snapshot.settings.model.routes[ModelRole.mentor.rawValue] != nil,
            !snapshot.hintsAsked.contains(ModelHint.key(mentor.subject, rung, in: folder))
        else { return }
        snapshot.connection.perform { $0.askModel(about: mentor, rung, in: folder) }
    }

    /// The step that the student is at; nil without a roadmap.
    static func step(of document: OpenDocument, in snapshot: Snapshot) -> String? {
        guard let roadmap = snapshot.studentProject(of: document)?.documents.roadmap else { return nil }
        let (steps, current) = (roadmap.steps, roadmap.currentStepIndex)
        guard steps.indices.contains(current) else { return nil }
        let own = "Your step, \(current + 1) of \(steps.count): \(steps[current])"
        return ([own] + roadmap.decided(before: current)).joined(separator: "\n\n")
    }
}
