import Engine
import Models
import Testing

@testable import Agents

/// What a follower of a team's project looks at next.
@Suite struct TeamDueTests {
    @Test func `what the server tells of files that were saved from here is no news, each once`() {
        let due = TeamDue()
        #expect(due.take() == .all, "nothing was looked at yet")
        let (own, other) = (RowID.random(), RowID.random())
        due.expect([own])
        due.heard(of: own)
        #expect(due.take() == [])
        due.heard(of: own)
        #expect(due.take() == .server, "somebody else saved it too")
        due.expect([own])
        due.heard(of: other)
        due.add(.rows)
        #expect(due.take() == [.server, .rows])
        due.heard(of: nil)
        #expect(due.take() == .server)
    }

    @Test func `what is expected is not waited for for ever`() {
        let due = TeamDue()
        _ = due.take()
        let row = RowID.random()
        due.expect([row], at: .now - .seconds(60))
        due.heard(of: row)
        #expect(due.take() == .server)
    }

    @Test func `whoever saves much looks less often, and stays below sixty requests a minute`() {
        var (minutes, sent): (Duration, [Duration]) = (.zero, [])
        while minutes < .seconds(300) {
            // A look is two requests.
            let recent = sent.count { minutes - $0 < .seconds(60) }
            #expect(recent < 58)
            minutes += TeamPace.gathering(after: recent)
            sent += [minutes, minutes]
        }
        #expect(TeamPace.gathering(after: 3) < .milliseconds(100))
    }
}
