import JSON
import Mentoring
import Models
import Review
import Storage

/// What `learning.md` tells.
extension Application {
    /// How many weeks are told of, how many concepts of one, and how many solved problems.
    private static let mostWeeks = 4
    private static let mostConcepts = 40
    private static let mostSolved = 20

    /// Nil for a student who did nothing yet.
    func learningDocument(
        of project: RowID, _ choices: [ChoicesDocument.Choice], _ roadmap: RoadmapDocument?, _ learner: Learner
    ) async throws(RequestFailure) -> LearningDocument? {
        let sessions = try await storing { () throws(StoreError) in
            try await store.sessions(of: project, as: caller)
        }
        let decisions = choices.compactMap { choice in choice.pick.map { "\(choice.framework.context): \($0.title)" } }
        let document = LearningDocument(
            weeks: Self.weeks(of: sessions), unsure: Self.unsure(learner.asked), stepsDone: roadmap?.done.count ?? 0,
            steps: roadmap?.steps.count ?? 0, decisions: decisions)
        return document.weeks.isEmpty && decisions.isEmpty ? nil : document
    }

    private static func weeks(of sessions: [DailySession]) -> [LearningDocument.Week] {
        let byMonday = Dictionary(grouping: sessions) { $0.createdAt.monday }
        return byMonday.sorted { $0.key > $1.key }.prefix(mostWeeks).map { monday, sessions in
            let ordered = sessions.sorted { $0.createdAt < $1.createdAt }
            let entries = ordered.flatMap { $0.transcript?.value?.array ?? [] }
            let solved = entries.compactMap { entry -> String? in
                guard let text = entry["content"]?.string, SolvedSentence.isOne(text) else { return nil }
                return SolvedSentence.short(text)
            }
            return LearningDocument.Week(
                monday: monday, days: Set(ordered.map(\.createdAt.localDate)).count,
                // A day has 1,440 minutes, whatever a row of another program says.
                minutes: ordered.reduce(0) { $0 + min(max($1.durationMinutes, 0), 1_440) },
                questions: entries.count { $0["role"]?.string == "user" },
                concepts: names(ordered.flatMap { $0.conceptsCovered ?? [] }, limit: mostConcepts),
                solved: Array(solved.suffix(mostSolved)))
        }
    }

    /// What somebody asked about until there was no higher rung.
    private static func unsure(_ asked: [String: Int]) -> [String] {
        let subjects = asked.filter { $0.value > HintRung.example.rawValue }.keys.sorted()
        return names(subjects.compactMap { MentorSubject.concept(of: $0) }, limit: mostConcepts)
    }

    private static func names(_ concepts: [String], limit: Int) -> [String] {
        var seen: Set<String> = []
        let named = concepts.map { id in Concept.named(id)?.name ?? RuleSet.builtIn.rule(id: id)?.studentTitle ?? id }
        return Array(named.filter { seen.insert($0).inserted }.prefix(limit))
    }
}

extension Timestamp {
    /// The Monday of its week, where the person is, as `2026-11-23`.
    var monday: String {
        let day: Int64 = 86_400_000
        let local = Timestamp("\(localDate)T00:00:00Z")?.milliseconds ?? milliseconds
        let days = (local - (local % day + day) % day) / day
        // The first of January 1970 was a Thursday.
        let back = ((days + 3) % 7 + 7) % 7
        return String(Timestamp(milliseconds: (days - back) * day).text.prefix(10))
    }
}
