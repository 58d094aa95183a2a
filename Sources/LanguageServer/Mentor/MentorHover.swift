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
        let again = snapshot.client.followsCommandLinks ? mentor.link(at: start) : nil
        let parts = [mentor.text(mentor.shownRung), again, Self.step(of: place.document, in: snapshot)]
            .compactMap(\.self)
        return Hover(
            contents: snapshot.markup(parts.joined(separator: "\n\n---\n\n")),
            range: snapshot.range(mentor.range, in: place.document))
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
