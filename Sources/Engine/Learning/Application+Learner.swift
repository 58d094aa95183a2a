import JSON
import Mentoring
import Models
import Storage

/// What is known of a learner in a project: how much they know, and how far up the ladder they are of each thing.
package struct Learner: Hashable, Sendable {
    package var level: SkillLevel
    /// How often each thing was asked about, by its subject.
    package var asked: [String: Int]
    /// Where the findings among them stood, by the subject.
    package var lines: [String: AskedLine]

    package init(
        level: SkillLevel = .beginner, asked: [String: Int] = [:], lines: [String: AskedLine] = [:]
    ) {
        self.level = level
        self.asked = asked
        self.lines = lines
    }

    /// How often something has to have gone well, or badly, at other places before hints are put differently.
    private static let enough = 2

    /// The level that hints about a concept or a rule are put at.
    ///
    /// Whoever needed the example at two other places is told what it is again; whoever was content with the first
    /// question at two others is not.
    package func level(of concept: String, beside subject: String) -> SkillLevel {
        let elsewhere = asked.filter { $0.key != subject && MentorSubject.concept(of: $0.key) == concept }.values
        let levels = SkillLevel.allCases
        guard let index = levels.firstIndex(of: level) else { return level }
        if elsewhere.count(where: { $0 > HintRung.example.rawValue }) >= Self.enough {
            return levels[max(index - 1, 0)]
        }
        let isEasy = elsewhere.count >= Self.enough && elsewhere.allSatisfy { $0 <= 1 }
        return isEasy ? levels[min(index + 1, levels.count - 1)] : level
    }
}

/// A hint that was given about a thing.
package struct GivenHint: Sendable {
    package let guidance: String
    /// 0 a question back, 1 a pointer, 2 a worked example of a similar problem.
    package let level: Int
    package let session: RowID
}

extension Application {
    static let ladder = "ladder/"
    static let askedLine = "asked-line/"

    /// The learner whose project it is.
    package func learner(in project: RowID) async throws(RequestFailure) -> Learner {
        let asked = try await storing { () throws(StoreError) in
            try await store.projectValues(withPrefix: Self.ladder, in: project, as: caller)
        }
        let pairs = asked.compactMap { key, value in
            value.value?.int.map { (String(key.dropFirst(Self.ladder.count)), $0) }
        }
        let kept = try await storing { () throws(StoreError) in
            try await store.projectValues(withPrefix: Self.askedLine, in: project, as: caller)
        }
        let lines = kept.compactMap { key, value in
            value.value.flatMap(AskedLine.init(stored:)).map { (String(key.dropFirst(Self.askedLine.count)), $0) }
        }
        return Learner(
            level: try await skillLevel(), asked: Dictionary(pairs, uniquingKeysWith: { first, _ in first }),
            lines: Dictionary(lines, uniquingKeysWith: { first, _ in first }))
    }

    /// Keeps where a thing stands that is asked about.
    func keepLine(_ line: AskedLine?, of subject: String, in project: RowID) async throws(StoreError) {
        guard let line else { return }
        try await store.setProjectValue(
            JSONText(line.stored), for: Self.askedLine + subject, in: project, as: caller)
    }

    /// How much the caller knows by their profile; a beginner's, where it says nothing.
    package func skillLevel() async throws(RequestFailure) -> SkillLevel { try await statedLevel() ?? .beginner }

    private func statedLevel() async throws(RequestFailure) -> SkillLevel? {
        guard case .user(let id) = caller else { return nil }
        let profile = try await storing { () throws(StoreError) in try await store.profile(id, as: caller) }
        return profile.skillLevel.flatMap(SkillLevel.init(rawValue:))
    }

    /// What an agent is told, with the caller's level where the agent fits its words to one and was told none.
    func fitted(_ input: JSONObject, for agent: String) async throws(RequestFailure) -> JSONObject {
        let fits = [AgentType.roadmap.rawValue, AgentType.pedagogy.rawValue].contains(agent)
        guard fits, input["skill_level"]?.string == nil, let level = try await statedLevel() else { return input }
        var input = input
        input["skill_level"] = .string(level.rawValue)
        return input
    }

    /// Keeps how much the caller knows.
    ///
    /// - Throws: `invalid_input` for a word that is no level.
    package func setSkillLevel(_ name: String) async throws(RequestFailure) -> SkillLevel {
        guard let level = SkillLevel(rawValue: name) else {
            let known = SkillLevel.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw .invalidInput(["skill_level"], "is '\(name.prefix(100))'; it must be one of \(known).")
        }
        guard case .user(let id) = caller else {
            throw RequestFailure("forbidden", "Only a person has a skill level.")
        }
        try await storing { () throws(StoreError) in
            _ = try await store.updateProfile(id, ProfileUpdate(skillLevel: .some(level.rawValue)), as: caller)
        }
        return level
    }

    /// Gives a hint about a thing, one rung higher than the last time, and keeps it in the day's session.
    ///
    /// `subject` says what it is about, the same for the same thing; `asked` is what the conversation says that the
    /// student asked. `isSeen` says that the first rung was shown already, as hover does without keeping it. `text` gives
    /// the mentor's words on a rung.
    package func giveHint(
        about subject: String, asked: String, concepts: [String], in project: RowID, isSeen: Bool,
        at line: AskedLine? = nil, text: @Sendable (Int) -> String
    ) async throws(RequestFailure) -> GivenHint {
        let key = Self.ladder + subject
        let kept = try await storing { () throws(StoreError) in
            try await store.projectValue(key, in: project, as: caller)
        }
        let times = max(kept?.value?.int ?? 0, isSeen ? 1 : 0)
        let level = min(times, 2)
        let guidance = text(level)
        let exchange: JSONValue = [
            ["role": "user", "content": .string(asked)], ["role": "mentor", "content": .string(guidance)],
        ]
        let session = try await storing { () throws(StoreError) in
            let session = try await store.appendToSession(nil, JSONText(exchange), at: .now(), in: project, as: caller)
            try await store.setProjectValue(JSONText(.integer(times + 1)), for: key, in: project, as: caller)
            try await keepLine(line, of: subject, in: project)
            return session
        }
        try await cover(concepts, in: session)
        return GivenHint(guidance: guidance, level: level, session: session.id)
    }

    /// Gives how far up its ladder somebody was to a thing of another name.
    package func moveLadder(from old: String, to new: String, in project: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            guard let times = try await store.projectValue(Self.ladder + old, in: project, as: caller) else { return }
            try await store.setProjectValue(times, for: Self.ladder + new, in: project, as: caller)
            try await store.setProjectValue(nil, for: Self.ladder + old, in: project, as: caller)
            if let line = try await store.projectValue(Self.askedLine + old, in: project, as: caller) {
                try await store.setProjectValue(line, for: Self.askedLine + new, in: project, as: caller)
                try await store.setProjectValue(nil, for: Self.askedLine + old, in: project, as: caller)
            }
        }
    }

    /// Adds to the concepts that a session covered, each once.
    func cover(_ concepts: [String], in session: DailySession) async throws(RequestFailure) {
        let known = session.conceptsCovered ?? []
        let new = concepts.filter { !known.contains($0) }
        guard !new.isEmpty else { return }
        try await storing { () throws(StoreError) in
            _ = try await store.updateSession(session.id, SessionUpdate(conceptsCovered: known + new), as: caller)
        }
    }

    /// Keeps in the day's session that a thing is solved, and forgets how far up its ladder somebody was.
    package func noteSolved(
        _ subject: String, _ sentence: String, concept: String, in project: RowID
    ) async throws(RequestFailure) {
        let entry: JSONValue = [["role": "mentor", "content": .string(sentence)]]
        let session = try await storing { () throws(StoreError) in
            try await store.setProjectValue(nil, for: Self.ladder + subject, in: project, as: caller)
            try await store.setProjectValue(nil, for: Self.askedLine + subject, in: project, as: caller)
            return try await store.appendToSession(nil, JSONText(entry), at: .now(), in: project, as: caller)
        }
        try await cover([concept], in: session)
    }
}

extension AskedLine {
    fileprivate var stored: JSONValue {
        ["before": .string(before), "after": .string(after), "calls": .array(calls.map { .string($0) })]
    }

    fileprivate init?(stored: JSONValue) {
        guard let before = stored["before"]?.string, let after = stored["after"]?.string else { return nil }
        self.init(before: before, after: after, calls: (stored["calls"]?.array ?? []).compactMap(\.string))
    }
}
