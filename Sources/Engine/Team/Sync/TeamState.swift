import JSON
import Models
import Storage

/// Brings everything of a project but its files to agreement: jobs, dismissals, picks, roadmaps, conversations, members.
struct TeamState: Sendable {
    let application: Application
    let project: RowID
    let link: TeamLink
    let server: any TeamTransport

    private var store: any Store { application.store }
    private var caller: Caller { application.caller }

    /// Most ended jobs that are named so as not to be sent again.
    private static let mostKnownJobs = 2_000
    /// Within this time the server's log tells which jobs changed, and none need be named.
    private static let logAge: Int64 = 30 * 60 * 1000
    /// Most values of a person's that are kept because others' took their place.
    private static let mostReplaced = 10

    /// What both sides held when they last agreed, as a value of the project.
    private struct Base {
        var value: JSONObject

        init(_ text: JSONText?) { value = text?.value?.object ?? JSONObject() }

        subscript(_ key: String) -> JSONObject { value[key]?.object ?? JSONObject() }
    }

    /// What this machine holds when the look begins.
    private struct Here {
        var project = JSONObject()
        var dismissals: [String: DismissedFinding] = [:]
        var picks: [String: String] = [:]
        var roadmaps: [RoadmapRow] = []
        var about: [String: JSONValue] = [:]
        var sessions: [DailySession] = []
        var jobs: [AgentJob] = []
    }

    /// What the server said of files, and the moment up to which that holds.
    struct Answer {
        var files: JSONValue?
        var cursor: String
    }

    /// One exchange with the server, since a listing of its files; none where nobody asked and there is nothing to bring.
    func look(
        since listing: TeamListing, isAsked: Bool, _ report: inout TeamReport
    ) async throws(RequestFailure) -> Answer? {
        let (base, here) = try await load()
        var request = try await request(of: here, since: base, &report)
        guard isAsked || request.bringsSomething else { return nil }
        request.cursor = listing.cursor
        let isRecent = listing.askedAt.map { Timestamp.now().milliseconds - $0.milliseconds < Self.logAge } ?? false
        if listing.cursor != nil, isRecent { request.knownJobs = [] }
        request.sessionsDigest = DailySession.digest(
            of: base["sessions"].map { ($0.key, $0.value.string ?? "") })
        let answer = try await server.send("POST", "/v1/projects/\(link.project)/sync", request.json)
        guard let cursor = answer["cursor"]?.string else {
            throw RequestFailure("offline", "\(link.url) is of an older CodeForge: it knows no cursor.")
        }
        if let theirs = answer["project"]?.object { try await takeProject(theirs, here, base, &report) }
        let people = try await takeMembers(answer["members"]?.array)
        if let dismissals = answer["dismissals"]?.array { try await takeDismissals(dismissals, here, base) }
        try await takePicks(answer["picks"]?.array ?? [], here)
        try await takeRoadmaps(answer["roadmaps"]?.array ?? [], here)
        try await takeSessions(answer["sessions"]?.array ?? [])
        for job in answer["jobs"]?.array ?? [] { try await take(job, people) }
        try await keep(answer, here, request, base)
        return Answer(files: answer["files"], cursor: cursor)
    }

    private func load() async throws(RequestFailure) -> (Base, Here) {
        try await storing { () throws(StoreError) in
            let base = Base(try await store.projectValue(TeamLink.baseKey, in: project, as: caller))
            var here = Here()
            here.project = TeamProject.values(of: try await store.project(project, as: caller))
            for finding in try await store.dismissedFindings(in: project, as: caller) {
                here.dismissals[finding.teamKey] = finding
            }
            for (key, value) in try await store.projectValues(withPrefix: "choice/", in: project, as: caller) {
                here.picks[String(key.dropFirst(7))] = value.value?.string
            }
            for (key, value) in try await store.projectValues(withPrefix: "roadmap/", in: project, as: caller) {
                here.about[String(key.dropFirst(8))] = value.value
            }
            here.roadmaps = try await store.roadmaps(of: project, as: caller)
            here.sessions = try await store.sessions(of: project, as: caller)
            var offset = 0
            while true {
                let page = try await store.jobs(in: project, limit: 100, offset: offset, as: caller)
                here.jobs += page.items
                offset += page.items.count
                if !page.hasMore || page.items.isEmpty { return (base, here) }
            }
        }
    }
}

// MARK: - What is different here

extension TeamState {
    private func request(
        of here: Here, since base: Base, _ report: inout TeamReport
    ) async throws(RequestFailure) -> TeamSyncRequest {
        var request = TeamSyncRequest()
        request.project = projectChanges(here, base)
        let dismissed = base["dismissals"]
        for (key, finding) in here.dismissals.sorted(by: { $0.key < $1.key }) where dismissed[key] == nil {
            request.dismissed.append(finding.request)
        }
        for (key, rule) in dismissed where here.dismissals[key] == nil {
            guard let finding = DismissalRequest(teamKey: key, rule: rule.string ?? "restored") else { continue }
            request.restored.append(finding)
        }
        try await addJobs(to: &request, here, base, &report)
        let jobs = Set(base["jobs"].keys).union(request.jobs.map(\.jobID))
        for (choice, option) in here.picks.sorted(by: { $0.key < $1.key })
        where base["picks"][choice]?.string != option && jobs.contains(choice) {
            request.picks.append(TeamPick(choiceID: choice, optionID: option))
        }
        for row in here.roadmaps.reversed() {
            if let sent = roadmap(row, about: here.about[row.id.text], since: base["roadmaps"][row.id.text]) {
                request.roadmaps.append(sent)
            }
        }
        for session in here.sessions where base["sessions"][session.id.text]?.string != session.signature {
            request.sessions.append(session.sent)
        }
        return request
    }

    /// What was changed here of the project itself; before both sides first met, what the server may lack.
    private func projectChanges(_ here: Here, _ base: Base) -> JSONObject {
        let known = base.value["project"]?.object
        var changes = JSONObject()
        for key in TeamProject.keys {
            guard let value = here.project[key], value != known?[key] ?? .null else { continue }
            // A project is called what it is called there.
            if known == nil, key == "title" { continue }
            changes[key] = ["from": known?[key] ?? .null, "to": value]
        }
        return changes
    }

    private func addJobs(
        to request: inout TeamSyncRequest, _ here: Here, _ base: Base, _ report: inout TeamReport
    ) async throws(RequestFailure) {
        let known = base["jobs"]
        let check = try OutgoingCheck()
        for job in here.jobs.reversed() where job.agentType != teamJobType {
            // An ended job has no more events.
            if job.status.isTerminal, known[job.id.text]?.string?.hasPrefix("\(job.status.rawValue)/") == true {
                if request.knownJobs.count < Self.mostKnownJobs { request.knownJobs.append(job.id.text) }
                continue
            }
            let events = try await storing { () throws(StoreError) in
                try await store.events(of: job.id, after: 0, as: caller)
            }
            let signature = job.signature(events.count)
            guard job.userID == caller.userID, known[job.id.text]?.string != signature else { continue }
            // What the team's workers do is theirs to tell; from here come the wish, answers and the end of it.
            if job.isWorkedElsewhere, known[job.id.text] == nil, job.status != .queued { continue }
            let sent = job.sent(events)
            let text = JSONValue.array([sent.json]).serialized
            guard let path = try? ProjectPath(validating: "job-\(job.id).json") else { continue }
            let file = ProjectFile(
                info: ProjectFileInfo(
                    id: job.id, projectID: project, path: path, language: nil, version: 1, createdAt: job.createdAt,
                    updatedAt: job.createdAt), content: text)
            guard await check.places(in: [file]).isEmpty else {
                report.leftOut.append("job \(job.id.shortText)")
                continue
            }
            request.jobs.append(sent)
        }
    }

    /// What a roadmap has that the server lacks; nil where nothing.
    private func roadmap(_ row: RoadmapRow, about: JSONValue?, since base: JSONValue?) -> TeamRoadmap? {
        let modules = row.modules.value?.array ?? []
        var sent = TeamRoadmap(
            row.id.text, modules.compactMap(\.object), row.currentStepIndex, about?.object, row.createdAt.text, nil,
            nil)
        guard let base else { return sent }
        let before = RoadmapRow(
            id: row.id, projectID: row.projectID, modules: JSONText(base["modules"] ?? []),
            currentStepIndex: base["current_step_index"]?.int ?? 0, createdAt: row.createdAt)
        if before.modules.value == row.modules.value, before.currentStepIndex == row.currentStepIndex,
            about ?? .null == base["about"] ?? .null
        {
            return nil
        }
        if before.plan == row.plan {
            let (old, new) = (RoadmapProgress(before).done, RoadmapProgress(row).done)
            sent.ticked = new.subtracting(old).sorted()
            sent.opened = old.subtracting(new).sorted()
        }
        return sent
    }
}

// MARK: - What is different there

extension TeamState {
    /// Makes the others known here.
    ///
    /// - Returns: Who each of them is on this machine.
    private func takeMembers(_ members: [JSONValue]?) async throws(RequestFailure) -> [RowID: RowID] {
        guard let me = caller.userID else { return [:] }
        var people = [link.user: me]
        guard let members else {
            // As they were told before.
            let known = try await storing { () throws(StoreError) in try await store.members(of: project, as: caller) }
            for member in known { people[member.userID] = member.userID }
            return people
        }
        for member in members {
            guard let id = member["user_id"]?.string.flatMap(RowID.init), id != link.user else { continue }
            people[id] = id
            try await storing { () throws(StoreError) in
                do throws(StoreError) {
                    _ = try await store.profile(id, as: .service)
                } catch {
                    guard case .notFound = error else { throw error }
                    let name = member["username"]?.string ?? member["full_name"]?.string
                    try await store.createProfile(NewProfile(id: id, fullName: name), as: .service)
                }
                try await store.addMember(id, to: project, as: .service)
            }
        }
        return people
    }

    /// Takes what others changed of the project itself.
    ///
    /// What both changed is brought together where that can be done; else theirs, which came first, stays, and what was
    /// here is kept for its person to see.
    private func takeProject(
        _ theirs: JSONObject, _ here: Here, _ base: Base, _ report: inout TeamReport
    ) async throws(RequestFailure) {
        let known = base.value["project"]?.object
        var update = ProjectUpdate()
        var replaced: [JSONValue] = []
        for key in TeamProject.keys {
            guard let other = theirs[key], let mine = here.project[key], mine != other else { continue }
            // Before both sides met there is nothing that was agreed.
            let merged = TeamProject.merged(key, base: known == nil ? .null : known?[key], mine: mine, theirs: other)
            let isFirstTitle = known == nil && key == "title"
            if merged == nil, !isFirstTitle {
                replaced.append(["key": .string(key), "value": mine, "at": .string(Timestamp.now().text)])
            }
            let value = merged ?? other
            // What goes on to the server is sent by the next look.
            if value != other { report.isOutdated = true }
            if value != mine { try TeamProject.set(key, to: value, in: &update) }
        }
        try await change(here, update, replaced)
    }

    private func change(
        _ here: Here, _ update: ProjectUpdate, _ replaced: [JSONValue]
    ) async throws(RequestFailure) {
        guard update != ProjectUpdate() else { return }
        try await storing { () throws(StoreError) in
            // What was changed here meanwhile is sent by the next look.
            guard TeamProject.values(of: try await store.project(project, as: caller)) == here.project else { return }
            if !replaced.isEmpty {
                let before = try await store.projectValue(TeamLink.replacedKey, in: project, as: caller)?.value?.array
                let all = ((before ?? []) + replaced).suffix(Self.mostReplaced)
                try await store.setProjectValue(
                    JSONText(.array(Array(all))), for: TeamLink.replacedKey, in: project, as: caller)
            }
            _ = try await store.updateProject(project, update, as: caller)
        }
    }

    private func takeDismissals(
        _ values: [JSONValue], _ here: Here, _ base: Base
    ) async throws(RequestFailure) {
        var there: Set<String> = []
        for value in values {
            guard let identity = value["identity"]?.string, let rule = value["rule_id"]?.string else { continue }
            let path = value["path"]?.string.flatMap { try? ProjectPath(validating: $0) }
            let finding = DismissedFinding(identity: identity, ruleID: rule, path: path, createdAt: .now())
            there.insert(finding.teamKey)
            if here.dismissals[finding.teamKey] == nil {
                try await storing { () throws(StoreError) in
                    try await store.dismissFinding(
                        identity: identity, ruleID: rule, path: path, in: project, as: caller)
                }
            }
        }
        for (key, finding) in here.dismissals where !there.contains(key) && base["dismissals"][key] != nil {
            try await storing { () throws(StoreError) in
                try await store.restoreFinding(
                    identity: finding.identity, path: finding.path, in: project, as: caller)
            }
        }
    }

    private func takePicks(_ values: [JSONValue], _ here: Here) async throws(RequestFailure) {
        for value in values {
            guard let choice = value["choice_id"]?.string, let option = value["option_id"]?.string,
                here.picks[choice] != option
            else { continue }
            let (key, before) = ("choice/\(choice)", here.picks[choice])
            try await storing { () throws(StoreError) in
                // What was picked here meanwhile is sent by the next look.
                guard try await store.projectValue(key, in: project, as: caller)?.value?.string == before else {
                    return
                }
                try await store.setProjectValue(JSONText(.string(option)), for: key, in: project, as: caller)
            }
        }
    }

    private func takeRoadmaps(_ values: [JSONValue], _ here: Here) async throws(RequestFailure) {
        let known = Dictionary(here.roadmaps.map { ($0.id, $0) }) { $1 }
        // Oldest first: the newest is the current one.
        for value in values.reversed() {
            guard let theirs = RoadmapRow(team: value, in: project) else { continue }
            let before = known[theirs.id]
            try await storing { () throws(StoreError) in
                if let before {
                    if before != theirs.dated(before.createdAt) { try await follow(theirs, from: before) }
                } else {
                    try await store.putRoadmap(theirs, as: caller)
                }
                if let about = value["about"], !about.isNull, about != here.about[theirs.id.text] {
                    try await store.setProjectValue(
                        JSONText(about), for: "roadmap/\(theirs.id)", in: project, as: caller)
                }
            }
        }
    }

    private func follow(_ theirs: RoadmapRow, from before: RoadmapRow) async throws(StoreError) {
        try await store.changeRoadmap(theirs.id, as: caller) { row in
            let (start, now) = (RoadmapProgress(before).done, RoadmapProgress(row).done)
            let isSamePlan = row.plan == before.plan
            (row.modules, row.currentStepIndex) = (theirs.modules, theirs.currentStepIndex)
            // Steps that were ticked here meanwhile stay so.
            guard isSamePlan, now != start else { return }
            var progress = RoadmapProgress(row)
            for step in now.subtracting(start) { progress.mark(step, done: true) }
            for step in start.subtracting(now) { progress.mark(step, done: false) }
            progress.write(to: &row)
        }
    }

    private func takeSessions(_ values: [JSONValue]) async throws(RequestFailure) {
        for value in values.reversed() {
            guard let row = DailySession(team: value, in: project) else { continue }
            try await storing { () throws(StoreError) in try await application.put(row) }
        }
    }

    private func take(_ value: JSONValue, _ people: [RowID: RowID]) async throws(RequestFailure) {
        guard let job = AgentJob(team: value, in: project, people: people) else { return }
        let events = (value["events"]?.array ?? []).enumerated().compactMap { number, event -> JobEventRow? in
            guard let kind = event["event"]?.string.flatMap(JobEventRow.Kind.init), let data = event["data"] else {
                return nil
            }
            return JobEventRow(
                sequence: number + 1, jobID: job.id, kind: kind, data: JSONText(data), createdAt: job.createdAt)
        }
        let files = (value["files"]?.array ?? []).compactMap { JobFile(team: $0, of: job) }
        try await storing { () throws(StoreError) in
            if let known = try? await store.job(job.id, as: .service) {
                // This machine's own, one that ended here before the team knew of it, or one of who was somebody else here.
                if !known.isWorkedElsewhere || known.status.isTerminal || known.userID != job.userID { return }
            }
            if job.status.isTerminal, !files.isEmpty {
                // The files first: whoever hears of the end looks at them.
                var running = job
                (running.status, running.completedAt) = (.running, nil)
                let begun = events.filter { $0.kind == .progress || $0.kind == .waiting }
                try await store.recordJob(running, events: begun, as: .service)
                for file in files { try await store.proposeFile(file, as: caller) }
            }
            try await store.recordJob(job, events: events, as: .service)
        }
    }

    /// Remembers what both sides hold now.
    private func keep(
        _ answer: JSONValue, _ here: Here, _ request: TeamSyncRequest, _ base: Base
    ) async throws(RequestFailure) {
        var kept = base.value
        if let project = answer["project"] { kept["project"] = project }
        if let values = answer["dismissals"]?.array {
            var dismissals = JSONObject()
            for value in values {
                let path = value["path"]?.string ?? ""
                dismissals["\(path)\n\(value["identity"]?.string ?? "")"] = value["rule_id"]
            }
            kept["dismissals"] = .object(dismissals)
        }
        if let values = answer["picks"]?.array {
            var picks = JSONObject()
            for value in values { picks[value["choice_id"]?.string ?? ""] = value["option_id"] }
            kept["picks"] = .object(picks)
        }
        if let values = answer["roadmaps"]?.array {
            var roadmaps = JSONObject()
            for value in values { roadmaps[value["id"]?.string ?? ""] = value }
            kept["roadmaps"] = .object(roadmaps)
        }
        if let values = answer["sessions"]?.array {
            var sessions = JSONObject()
            for value in values {
                guard let row = DailySession(team: value, in: project) else { continue }
                sessions[row.id.text] = .string(row.signature)
            }
            kept["sessions"] = .object(sessions)
        }
        var jobs = base["jobs"]
        for job in request.jobs { jobs[job.jobID] = .string(job.signature) }
        for value in answer["jobs"]?.array ?? [] {
            guard let job = AgentJob(team: value, in: project, people: [:]) else { continue }
            let count = value["events"]?.array?.count ?? 0
            // What was sent from here counts as it was sent.
            if request.jobs.contains(where: { $0.jobID == job.id.text && $0.runsOn == .here }) { continue }
            jobs[job.id.text] = .string(job.signature(count))
        }
        kept["jobs"] = .object(jobs)
        let all = kept
        guard kept != base.value else { return }
        try await storing { () throws(StoreError) in
            try await store.setProjectValue(
                JSONText(.object(all)), for: TeamLink.baseKey, in: project, as: caller)
        }
    }
}
