import JSON
import Models

/// How a project stands with a team's server, for a person.
package struct TeamStanding: Hashable, Sendable {
    /// Nil where the project is this machine's alone.
    package let link: TeamLink?
    /// The server that the person signed in to last.
    package let login: TeamLogin?
    /// Where the project's jobs run.
    package let place: TeamJobPlace
    /// What the last look at both sides gave.
    package let report: JSONValue?

    package var json: JSONValue {
        guard let link else { return ["linked": false, "login": login?.json ?? .null] }
        return [
            "linked": true, "url": .string(link.url), "project_id": .string(link.project.text),
            "user_id": .string(link.user.text), "run_jobs": .string(place.rawValue),
            "allow": .array(link.allowed.map { .string($0) }), "report": report ?? .null,
        ]
    }

    package var sentences: [String] {
        guard let link else {
            return [
                login.map { "You are signed in to \($0.url)." } ?? "You are not signed in to a server.",
                "This folder's project is not linked; codeforge team link does that.",
            ]
        }
        return [
            "Linked to project \(link.project) on \(link.url), where you are \(link.user).",
            place == .here
                ? "Jobs run here (codeforge.team.runJobs is here)."
                : "Jobs run on the team's workers (codeforge.team.runJobs is team).",
        ] + TeamReport.sentences(of: report)
    }
}

extension TeamReport {
    /// What a look gave, as `json` says it and as it is kept.
    package static func sentences(of report: JSONValue?) -> [String] {
        guard let report else { return ["Nobody has looked at both sides yet."] }
        var sentences: [String] = []
        if let error = report["error"]?["message"]?.string { sentences.append("The last look failed: \(error)") }
        func count(_ key: String) -> Int { report[key]?.int ?? 0 }
        let alike = count("in_step")
        var counts = "\(alike) \(alike == 1 ? "file is" : "files are") alike on both sides."
        if count("sent") + count("removed") > 0 { counts += " Sent \(count("sent")), removed \(count("removed"))." }
        if count("brought_in") > 0 { counts += " Brought in \(count("brought_in"))." }
        sentences.append(counts)
        for path in report["left_out"]?.array?.compactMap(\.string) ?? [] {
            sentences.append("Not sent, for it holds secrets: \(path)")
        }
        for value in report["replaced"]?.array ?? [] {
            let words = value["value"]?.string ?? value["value"]?.serialized ?? ""
            sentences.append(
                "Others changed the project's \(value["key"]?.string ?? "") too, and theirs stands. Yours was: \(words)"
            )
        }
        for waiting in report["waiting"]?.array ?? [] {
            let job = waiting["job_id"]?.string?.prefix(8) ?? ""
            sentences.append(
                "Others changed \(waiting["path"]?.string ?? "") too: codeforge jobs diff \(job), then "
                    + "codeforge jobs apply \(job)")
        }
        return sentences
    }
}

extension TeamPreview {
    /// What would go to a server, and what stays; `hint` says how a file goes that holds secrets.
    package func sentences(to url: String, toAllow hint: String) -> [String] {
        var sentences = [
            "To \(url) would go: \(files.counted("file")) (\(bytes.counted("byte"))), \(jobs.counted("job")), "
                + "\(roadmaps.counted("roadmap")), \(sessions) of your conversations, "
                + "\(dismissals.counted("dismissed finding")); and from then on what changes."
        ]
        let left = leftOutFiles
        if !left.isEmpty {
            sentences.append("These files hold secrets and stay here; \(hint) lets one go:")
            sentences += left.map { "  \($0)" }
        }
        sentences += TeamPreview.sentences(ofUnkept: unkept)
        sentences.append(
            "What others change comes into files that you have not touched since both sides agreed, deletions too. "
                + "All else waits for you, and each change can be undone.")
        return sentences
    }
}

extension TeamPreview {
    /// That files are not shared, for they are no text or too large; nothing for none.
    package static func sentences(ofUnkept files: [String]) -> [String] {
        files.isEmpty ? [] : ["Not shared, for they are no text or too large: \(JobOutcome.list(files))."]
    }
}

extension TeamLogin {
    /// The server that a person signed in to.
    ///
    /// - Throws: `unauthenticated` where they did not.
    package static func needed() throws(RequestFailure) -> TeamLogin {
        guard let login = kept() else {
            throw RequestFailure("unauthenticated", "You are not signed in. Run codeforge team login URL first.")
        }
        return login
    }
}

extension Application {
    /// How a project stands with a team's server.
    package func teamStanding(of project: RowID) async throws(RequestFailure) -> TeamStanding {
        TeamStanding(
            link: try await teamLink(of: project), login: TeamLogin.kept(), place: teamJobs,
            report: try await teamReport(of: project))
    }

    /// - Throws: `conflict` for a project that is linked.
    package func requireUnlinked(_ project: RowID) async throws(RequestFailure) {
        guard let link = try await teamLink(of: project) else { return }
        throw RequestFailure(
            "conflict", "This folder's project is linked to \(link.url) already. codeforge team unlink ends that.")
    }

    /// - Throws: `conflict` for a project that is not linked.
    package func requireLinked(_ project: RowID) async throws(RequestFailure) -> TeamLink {
        if let link = try await teamLink(of: project) { return link }
        throw RequestFailure(
            "conflict", "This folder's project is not linked to a team's server. codeforge team link does that.")
    }

    /// Links a project of this machine with one of the server's, or with a new one there, and looks at both sides.
    ///
    /// Whoever asks for it has seen the preview and agreed; `cleared` are the texts that were searched for it.
    /// - Returns: The project on the server, and what the first look gave.
    /// - Throws: What the server or the worker says. Where the look fails nothing is linked: a project that was made for
    ///   it on the server goes again.
    package func link(
        _ project: RowID, as login: TeamLogin, to theirs: RowID?, allowing allowed: [String],
        cleared: ClearedTexts = ClearedTexts()
    ) async throws(RequestFailure) -> (project: RowID, report: JSONValue) {
        let row = try await self.project(project.text)
        var question: JSONObject = [
            "action": "open", "url": .string(login.url), "title": .string(row.title),
            "mode": .string(row.mode.rawValue),
        ]
        question["project_id"] = theirs.map { .string($0.text) }
        let answer: JSONValue
        do throws(RequestFailure) {
            answer = try await askTeam(question)
        } catch {
            guard error.code == "not_found" else { throw error }
            throw RequestFailure(
                "not_found",
                "\(login.url) has no project \(theirs?.text ?? "") that you share. Ask its owner to run "
                    + "codeforge team share with your identity, \(login.user).")
        }
        guard let id = answer["id"]?.string.flatMap(RowID.init) else {
            throw RequestFailure("unavailable", "\(login.url) did not name the project.")
        }
        let plain = allowed.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
        try await link(project, TeamLink(url: login.url, project: id, user: login.user, allowed: plain))
        do throws(RequestFailure) {
            let reports = try await syncTeam(project, cleared: cleared)
            return (id, reports.array?.first ?? .null)
        } catch {
            try await unlink(project)
            throw await undone(error, id, isNew: theirs == nil, login)
        }
    }

    /// Takes back what a link that failed made on the server, and says how things stand.
    private func undone(_ failure: RequestFailure, _ id: RowID, isNew: Bool, _ login: TeamLogin) async -> RequestFailure
    {
        var message = "\(failure.message) Nothing is linked; run codeforge team link again."
        if isNew {
            let question: JSONObject = [
                "action": "delete", "url": .string(login.url), "project_id": .string(id.text),
            ]
            do throws(RequestFailure) {
                _ = try await askTeam(question)
            } catch {
                message += " The project that was made there stays: \(id)."
            }
        }
        return RequestFailure(failure.code, message, at: failure.location, details: failure.details)
    }
}
