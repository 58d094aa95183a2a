import JSON
import Models
import Storage

/// That a project of this machine is kept in step with one of a team's server.
///
/// Kept as a value of the project; it holds no token.
package struct TeamLink: Hashable, Sendable {
    /// The server's address, without a slash at its end.
    package var url: String
    /// The project on the server.
    package var project: RowID
    /// Who this person is there.
    package var user: RowID
    /// Files that may go although they hold secrets.
    package var allowed: [String]
    package var linkedAt: Timestamp

    package static let key = "team/link"
    static let baseKey = "team/base"
    static let reportKey = "team/report"
    static let replacedKey = "team/replaced"

    package init(url: String, project: RowID, user: RowID, allowed: [String] = [], linkedAt: Timestamp = .now()) {
        (self.url, self.project, self.user) = (url, project, user)
        (self.allowed, self.linkedAt) = (allowed, linkedAt)
    }

    package init?(_ text: JSONText?) {
        guard let value = text?.value, let url = value["url"]?.string,
            let project = value["project_id"]?.string.flatMap(RowID.init),
            let user = value["user_id"]?.string.flatMap(RowID.init)
        else { return nil }
        self.init(
            url: url, project: project, user: user,
            allowed: value["allow"]?.array?.compactMap(\.string) ?? [],
            linkedAt: value["linked_at"]?.string.flatMap(Timestamp.init) ?? .now())
    }

    package var json: JSONValue {
        [
            "url": .string(url), "project_id": .string(project.text), "user_id": .string(user.text),
            "allow": .array(allowed.map { .string($0) }), "linked_at": .string(linkedAt.text),
        ]
    }
}

/// The agent type of a job that brings in what others of the team did; no agent has this name.
package let teamJobType = "team"

extension Application {
    /// The project's link; nil where it is this machine's alone.
    package func teamLink(of project: RowID) async throws(RequestFailure) -> TeamLink? {
        TeamLink(
            try await storing { () throws(StoreError) in
                try await store.projectValue(TeamLink.key, in: project, as: caller)
            })
    }

    /// Every project that is linked.
    package func linkedProjects() async throws(RequestFailure) -> [(project: RowID, link: TeamLink)] {
        try await storing { () throws(StoreError) in
            var linked: [(project: RowID, link: TeamLink)] = []
            for project in try await store.projects(as: caller) {
                if let link = TeamLink(try await store.projectValue(TeamLink.key, in: project.id, as: caller)) {
                    linked.append((project.id, link))
                }
            }
            return linked
        }
    }

    package func link(_ project: RowID, _ link: TeamLink) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            try await store.setProjectValue(JSONText(link.json), for: TeamLink.key, in: project, as: caller)
        }
    }

    /// Ends keeping a project in step; everything stays on both sides as it is.
    ///
    /// - Returns: What the link was; nil where there was none.
    @discardableResult
    package func unlink(_ project: RowID) async throws(RequestFailure) -> TeamLink? {
        let link = try await teamLink(of: project)
        try await storing { () throws(StoreError) in
            for key in [
                TeamLink.key, TeamLink.baseKey, TeamLink.reportKey, TeamLink.replacedKey, TeamListing.key,
            ] {
                try await store.setProjectValue(nil, for: key, in: project, as: caller)
            }
            try await store.onThisMachine().forgetTeamFiles(in: project, as: caller)
            let members = try await store.members(of: project, as: caller)
            for member in members { try await store.removeMember(member.userID, from: project, as: caller) }
        }
        return link
    }

    /// What the last look at the team's server gave.
    package func teamReport(of project: RowID) async throws(RequestFailure) -> JSONValue? {
        try await storing { () throws(StoreError) in
            guard
                var report = try await store.projectValue(TeamLink.reportKey, in: project, as: caller)?.value?.object
            else { return nil }
            report["replaced"] = try await store.projectValue(TeamLink.replacedKey, in: project, as: caller)?.value
            return .object(report)
        }
    }

    func keepTeamReport(_ report: JSONValue, of project: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            try await store.setProjectValue(JSONText(report), for: TeamLink.reportKey, in: project, as: caller)
        }
    }
}

extension Application {
    /// Whether a new job of a project is for the team's workers.
    func runsOnTeam(_ project: RowID) async throws(RequestFailure) -> Bool {
        guard teamJobs == .team, store.local != nil else { return false }
        return try await teamLink(of: project) != nil
    }
}

/// The way to a team's server; who makes one knows of sockets and tokens.
package protocol TeamTransport: Sendable {
    /// Sends a request of the API and gives the answer's body.
    ///
    /// - Throws: `offline` where no answer came; else the code and message that the server gave.
    func send(_ method: String, _ path: String, _ body: JSONValue?) async throws(RequestFailure) -> JSONValue
}

extension Application {
    /// What happens to the rows that the caller sees, from now on.
    package func changes() async throws(RequestFailure) -> AsyncStream<StoreChange> {
        try await storing { () throws(StoreError) in try await store.changes(as: caller) }
    }

    /// Remembers why the last look gave nothing; what the one before gave stays.
    package func keepTeamFailure(_ failure: RequestFailure, of project: RowID) async throws(RequestFailure) {
        var report = try await teamReport(of: project)?.object ?? JSONObject()
        let error: JSONValue = ["code": .string(failure.code), "message": .string(failure.message)]
        guard report["error"] != error else { return }
        (report["error"], report["replaced"]) = (error, nil)
        try await keepTeamReport(.object(report), of: project)
    }
}
