import JSON
import Models
import Storage

/// Brings the files of this machine and of the team's server to agreement, as far as nobody has to be asked.
struct TeamFiles: Sendable {
    let application: Application
    let project: RowID
    let link: TeamLink
    let server: any TeamTransport
    /// Texts that need not be searched for secrets once more.
    let cleared: ClearedTexts

    private static let batchFiles = ChangeFilesRequest.most
    private static let batchBytes = 4 << 20
    /// Batches that are under way at a time: while the server does one, another is made and a third one taken in.
    private static let batchesAtOnce = 3

    private var store: any Store { application.store }
    private var caller: Caller { application.caller }

    /// A file of both sides with what is to be done about it.
    private struct Item: Sendable {
        let path: ProjectPath
        var row: ProjectFileInfo?
        var agreed: TeamFile?
        var version: Int?
        var removedVersion: Int?
        var here: TeamDecision.Side
        var there: TeamDecision.Side
        var text: String?
        var theirs: String?
        var base: String?
    }

    private static func path(_ value: JSONValue?) -> ProjectPath? {
        value?.string.flatMap { try? ProjectPath(validating: $0) }
    }

    /// One look at both sides; `listing` is brought up to date with what this does.
    func look(_ listing: inout TeamListing, _ report: inout TeamReport) async throws(RequestFailure) {
        var items = try await differences(listing, &report)
        let offers = try await offers(of: items)
        try await read(&items, offers)
        try await settle(&items, offers, &report)
        var (sends, removals, arrivals): ([Item], [Item], [Item]) = ([], [], [])
        var (agreed, forgotten): ([Item], [ProjectPath]) = ([], [])
        for item in items {
            let decision = TeamDecision(
                here: item.here, there: item.there, isSame: item.text != nil && item.text == item.theirs,
                wasAgreed: item.agreed != nil)
            switch decision {
            case .nothing: break
            case .agree: agreed.append(item)
            case .send, .sendNew: sends.append(item)
            case .remove: removals.append(item)
            case .bringIn: arrivals.append(item)
            case .forget: forgotten.append(item.path)
            }
        }
        try await record(agreed.map { ($0, $0.version ?? 0) }, forgetting: forgotten)
        report.agreed += agreed.count
        try await send(sends, &listing, &report)
        try await remove(removals, &listing, &report)
        try await offer(arrivals, &report)
    }

    // MARK: - Looking

    private func differences(
        _ listing: TeamListing, _ report: inout TeamReport
    ) async throws(RequestFailure) -> [Item] {
        let (rows, agreed) = try await storing { () throws(StoreError) in
            (
                try await store.files(in: project, as: caller),
                try await store.onThisMachine().teamFiles(in: project, as: caller)
            )
        }
        var known = Dictionary(agreed.map { ($0.path, $0) }) { $1 }
        var theirs = listing.versions
        var items: [Item] = []
        func add(_ path: ProjectPath, _ row: ProjectFileInfo?) {
            var agreed = known.removeValue(forKey: path)
            let version = theirs.removeValue(forKey: path)
            let offer = agreed
            // A file that was only ever offered was never agreed about.
            if agreed?.version == 0 { agreed = nil }
            if let agreed, let row, agreed.fileVersion == row.version, agreed.version == version, !agreed.isGone {
                report.agreed += 1
                return
            }
            let here: TeamDecision.Side =
                if let row {
                    agreed != nil && agreed?.fileVersion == row.version && agreed?.isGone == false
                        ? .unchanged : .changed
                } else { offer?.isGone == true ? .removed : .absent }
            let there: TeamDecision.Side =
                if let version { version == agreed?.version ? .unchanged : .changed } else {
                    listing.removed[path] != nil && agreed != nil ? .removed : .absent
                }
            items.append(
                Item(
                    path: path, row: row, agreed: agreed ?? offer, version: version,
                    removedVersion: listing.removed[path], here: here, there: there))
        }
        for row in rows { add(row.path, row) }
        for path in Array(known.keys) + Array(theirs.keys) where known[path] != nil || theirs[path] != nil {
            add(path, nil)
        }
        return items.sorted { $0.path < $1.path }
    }

    /// The files of the jobs that offered what nobody agreed about yet.
    private typealias Offers = [RowID: [ProjectPath: JobFile]]

    private func offers(of items: [Item]) async throws(RequestFailure) -> Offers {
        var offers: Offers = [:]
        for job in Set(items.compactMap { $0.agreed?.offeredJob }) {
            let files = try await storing { () throws(StoreError) in try await store.jobFiles(of: job, as: caller) }
            offers[job] = Dictionary(files.map { ($0.path, $0) }) { $1 }
        }
        return offers
    }

    /// Reads the texts that decide; what waits here already is not fetched again.
    private func read(_ items: inout [Item], _ offers: Offers) async throws(RequestFailure) {
        let changedHere = items.filter { $0.row != nil }.map(\.path)
        let known = items.filter { $0.agreed != nil }.map(\.path)
        let (own, bases) = try await storing { () throws(StoreError) in
            (
                try await store.contents(of: changedHere, in: project, as: caller),
                try await store.onThisMachine().teamBases(of: known, in: project, as: caller)
            )
        }
        let texts = Dictionary(own.map { ($0.path, $0) }) { $1 }
        var theirs: [ProjectPath: (text: String, version: Int)] = [:]
        for item in items where item.there == .changed {
            guard let version = item.version, version == item.agreed?.offeredVersion, let job = item.agreed?.offeredJob,
                let text = offers[job]?[item.path]?.content
            else { continue }
            theirs[item.path] = (text, version)
        }
        let changedThere = items.filter { $0.there == .changed && theirs[$0.path] == nil }.map(\.path)
        let parts = stride(from: 0, to: changedThere.count, by: Self.batchFiles).map { start in
            Array(changedThere[start..<min(start + Self.batchFiles, changedThere.count)])
        }
        try await overlapping(parts, fetch) { files in
            for file in files { theirs[file.path] = (file.text, file.version) }
        }
        for index in items.indices {
            let path = items[index].path
            items[index].base = bases[path]
            if let file = texts[path] {
                (items[index].text, items[index].row) = (file.content, file.info)
            }
            if items[index].there == .changed, let found = theirs[path] {
                (items[index].theirs, items[index].version) = (found.text, found.version)
            }
        }
    }

    /// The server's texts and their versions; a path without a file is left out.
    private func fetch(
        _ paths: [ProjectPath]
    ) async throws(RequestFailure) -> [(path: ProjectPath, text: String, version: Int)] {
        var files: [(path: ProjectPath, text: String, version: Int)] = []
        var rest = paths.map { JSONValue.string($0.text) }
        while !rest.isEmpty {
            let answer = try await server.send(
                "POST", "/v1/projects/\(link.project)/file-contents", ["paths": .array(rest)])
            for value in answer["items"]?.array ?? [] {
                guard let path = Self.path(value["path"]), let text = value["content"]?.string,
                    let version = value["version"]?.int
                else { continue }
                files.append((path, text, version))
            }
            let next = answer["rest"]?.array ?? []
            // Each answer must bring something.
            guard next.count < rest.count else { break }
            rest = next
        }
        return files
    }

    /// Does `work` for some parts at a time, and hands over what came of each, one after the other as they end.
    ///
    /// - Throws: the first failure, once everything that was under way has ended; what came of the rest was handed over.
    private func overlapping<Part: Sendable, Outcome: Sendable>(
        _ parts: [Part], _ work: @escaping @Sendable (Part) async throws(RequestFailure) -> Outcome,
        _ take: (Outcome) async throws(RequestFailure) -> Void
    ) async throws(RequestFailure) {
        let failure = await withTaskGroup(of: Result<Outcome, RequestFailure>.self) { group in
            var rest = parts[...]
            func addNext() {
                guard let part = rest.popFirst() else { return }
                group.addTask {
                    do throws(RequestFailure) { return .success(try await work(part)) } catch { return .failure(error) }
                }
            }
            for _ in 0..<Self.batchesAtOnce { addNext() }
            var failure: RequestFailure?
            while let result = await group.next() {
                do throws(RequestFailure) {
                    try await take(try result.get())
                    if failure == nil { addNext() }
                } catch {
                    failure = failure ?? error
                }
            }
            return failure
        }
        if let failure { throw failure }
    }

    /// Takes what is only called changed for unchanged, and what a person decided about for agreed.
    private func settle(
        _ items: inout [Item], _ offers: Offers, _ report: inout TeamReport
    ) async throws(RequestFailure) {
        var refreshed: [(Item, Int)] = []
        var shown: [JobFile] = []
        for index in items.indices {
            var item = items[index]
            // Deleted between the two requests: the next look knows.
            if item.there == .changed, item.theirs == nil {
                report.isOutdated = true
                (item.here, item.there) = (.unchanged, .unchanged)
            }
            if let agreed = item.agreed, agreed.version > 0, let base = item.base {
                if item.here == .changed, item.text == base { item.here = .unchanged }
                if item.there == .changed, item.theirs == base { item.there = .unchanged }
                if item.here == .unchanged, item.there == .unchanged, item.text == base {
                    refreshed.append((item, item.version ?? agreed.version))
                    report.agreed += 1
                }
            }
            if item.here == .removed, !isGoneFromFolders(item.path) { item.here = .absent }
            if let answer = answer(about: item, offers) {
                switch answer {
                case .waiting(let file, let isNew):
                    report.waiting.append(TeamReport.Waiting(path: item.path.text, job: file.jobID))
                    (item.here, item.there) = (.unchanged, .unchanged)
                    if isNew {
                        var file = file
                        file.before = item.text
                        shown.append(file)
                    }
                case .soon:
                    // The mirror tells when it has seen the folder.
                    (item.here, item.there) = (.unchanged, .unchanged)
                case .followed(let version):
                    // This machine holds the server's text of a while ago, to the byte: that is what was agreed.
                    (item.base, item.here) = (item.text, .unchanged)
                    var agreed = item
                    agreed.theirs = item.text
                    refreshed.append((agreed, version))
                case .settled(let base, let version):
                    item.base = base
                    item.agreed?.version = version
                    if item.theirs == base { item.there = .unchanged }
                    var agreed = item
                    agreed.theirs = base
                    refreshed.append((agreed, version))
                case .taken:
                    // What the person made of both stands on the server's version.
                    (item.base, item.there) = (item.theirs, .unchanged)
                    if item.text != nil, item.text == item.theirs { item.here = .unchanged }
                    refreshed.append((item, item.version ?? 0))
                }
            }
            items[index] = item
        }
        try await record(refreshed, forgetting: [])
        let files = shown
        try await storing { () throws(StoreError) in
            for file in files { _ = try await store.moveJobFiles([file], from: [file.state], as: caller) }
        }
    }

    private enum Answer {
        /// Nobody decided, or somebody keeps what they have; it may be that this look shows a conflict first.
        case waiting(JobFile, isNew: Bool)
        /// The folder holds it, and the row follows in a moment.
        case soon
        case taken
        /// An older version was taken as it was, and nobody changed it since.
        case followed(Int)
        /// A person decided about the places that both had changed: their text stands on this base, which counts as this
        /// version of the server's.
        case settled(base: String, version: Int)
    }

    /// What became of the offer of this very version; nil where there was none.
    private func answer(about item: Item, _ offers: Offers) -> Answer? {
        guard let offered = item.agreed?.offeredVersion, let job = item.agreed?.offeredJob else { return nil }
        let isOfThis =
            (item.there == .changed && item.version == offered)
            || (item.there == .removed && item.removedVersion == offered && item.here != .changed)
        let isOlder = item.there == .changed && item.version != offered && item.here == .changed
        let isBehind = item.there == .changed && item.version != offered && item.here == .unchanged
        guard isOfThis || isOlder || isBehind, !(item.text != nil && item.text == item.theirs) else { return nil }
        guard let file = offers[job]?[item.path] else { return nil }
        if !isOfThis {
            guard let text = item.text else { return nil }
            if isOlder { return followed(item, file, text, offered) }
            return file.state == .applied && text == file.before && text != file.written ? .soon : nil
        }
        guard file.state == .applied else {
            // Gone here as the server wants it: both sides are removed.
            if item.there == .removed { return item.row == nil ? nil : .waiting(file, isNew: false) }
            return decided(item, file, offered)
        }
        if item.there == .removed { return item.row == nil ? nil : .soon }
        // The row still holds what the folder held before.
        if item.text == file.before, file.before != file.written { return .soon }
        if file.isDisputed { return decided(item, file, offered) }
        return item.text != nil || item.here == .removed ? .taken : .soon
    }

    /// What a person made of an offer after which the server's file was changed once more.
    private func followed(_ item: Item, _ file: JobFile, _ text: String, _ offered: Int) -> Answer? {
        guard file.state == .applied else {
            guard case .settled(let base, let version) = decided(item, file, offered) else { return nil }
            return .settled(base: base, version: version)
        }
        if text == file.written, text == file.content { return .followed(offered) }
        guard text != file.before || file.before == file.written, let content = file.content else { return nil }
        if !file.isDisputed { return .settled(base: content, version: offered) }
        guard case .settled(let base, let version) = decided(item, file, offered) else { return nil }
        return .settled(base: base, version: version)
    }

    /// What a person decided, by editing, about the places of an offer that they had changed too.
    private func decided(_ item: Item, _ file: JobFile, _ offered: Int) -> Answer {
        let agreed = item.agreed?.version ?? 0
        let isIn = file.state == .applied
        guard let text = item.text, let theirs = file.content,
            let base = file.agreedText ?? item.base ?? (agreed == 0 ? "" : nil)
        else { return .waiting(file, isNew: false) }
        let places = SettledPlaces(base: base, shown: isIn ? file.written : file.before, theirs: theirs, now: text)
        let isOpen: Set<JobFile.State> = [.proposed, .offered, .refused]
        guard let settled = places.base else {
            return .waiting(file, isNew: places.hasNew && isOpen.contains(file.state))
        }
        return .settled(base: settled, version: settled == theirs ? offered : agreed)
    }

    /// Whether a file that has no row any more is gone from every folder of the project, and not only left out.
    ///
    /// It is gone as well where a folder has its name now.
    private func isGoneFromFolders(_ path: ProjectPath) -> Bool {
        !folders.isEmpty
            && folders.allSatisfy { $0.presence(of: path.text) == .absent || $0.hasFolder(path.text) }
    }

    let folders: [ProjectFolder]
}

extension TeamFiles {
    // MARK: - Doing

    private func record(
        _ items: [(Item, Int)], forgetting forgotten: [ProjectPath]
    ) async throws(RequestFailure) {
        guard !items.isEmpty || !forgotten.isEmpty else { return }
        let files = items.map { item, version -> (file: TeamFile, text: String) in
            let text = item.theirs ?? item.base ?? item.text ?? ""
            return (
                TeamFile(
                    path: item.path, version: version, fileVersion: item.text == text ? item.row?.version : nil,
                    isGone: item.row == nil && item.agreed?.isGone == true),
                text
            )
        }
        try await storing { () throws(StoreError) in
            try await store.onThisMachine().recordTeamFiles(files, forgetting: forgotten, in: project, as: caller)
        }
    }

    /// What came of one batch of files that were to be sent.
    private struct Sent: Sendable {
        var items: [Item]
        /// One of each item.
        var outcomes: [JSONValue]
        /// Those that hold secrets, and were not sent.
        var secret: [ProjectPath]
    }

    /// Sends texts, each if the server's file still has the version that was agreed; none that holds a secret.
    private func send(
        _ items: [Item], _ listing: inout TeamListing, _ report: inout TeamReport
    ) async throws(RequestFailure) {
        let check = try OutgoingCheck(allowing: link.allowed)
        var batches: [[Item]] = []
        var bytes = Self.batchBytes
        for item in items where item.text != nil && item.row != nil {
            if bytes >= Self.batchBytes || batches.last?.count == Self.batchFiles {
                batches.append([])
                bytes = 0
            }
            bytes += item.text?.utf8.count ?? 0
            batches[batches.count - 1].append(item)
        }
        var (leftOut, taken): ([String], TeamReport) = ([], report)
        var known = listing
        defer {
            report = taken
            report.leftOut += leftOut.sorted()
            listing = known
        }
        try await overlapping(batches) { batch throws(RequestFailure) in
            try await send(batch, after: check)
        } _: { sent throws(RequestFailure) in
            leftOut += sent.secret.map(\.text)
            try await take(sent, &known, &taken, &leftOut)
        }
    }

    private func send(_ items: [Item], after check: OutgoingCheck) async throws(RequestFailure) -> Sent {
        let unsearched = items.compactMap { item -> ProjectFile? in
            guard let row = item.row, !cleared.holds(row) else { return nil }
            return ProjectFile(info: row, content: item.text ?? "")
        }
        let secret = Set(await check.places(in: unsearched).map(\.path))
        let items = items.filter { !secret.contains($0.path) }
        if items.isEmpty { return Sent(items: [], outcomes: [], secret: Array(secret)) }
        let saves = items.map { item -> JSONValue in
            [
                "path": .string(item.path.text), "content": .string(item.text ?? ""),
                "language": item.row?.language.map { .string($0) } ?? .null,
                "base_version": item.there == .unchanged ? item.version.map { .integer($0) } ?? .null : .null,
            ]
        }
        let answer = try await server.send(
            "POST", "/v1/projects/\(link.project)/files", ["saves": .array(saves)])
        return Sent(items: items, outcomes: answer["items"]?.array ?? [], secret: Array(secret))
    }

    private func take(
        _ sent: Sent, _ listing: inout TeamListing, _ report: inout TeamReport, _ leftOut: inout [String]
    ) async throws(RequestFailure) {
        var done: [(Item, Int)] = []
        for (item, outcome) in zip(sent.items, sent.outcomes) {
            if outcome["outcome"] == "refused" {
                leftOut.append(item.path.text)
                continue
            }
            guard outcome["outcome"] == "saved" || outcome["outcome"] == "unchanged",
                let version = outcome["file"]?["version"]?.int
            else {
                report.isOutdated = true
                continue
            }
            if outcome["outcome"] == "saved", let row = outcome["file"]?["id"]?.string.flatMap(RowID.init) {
                report.savedRows.append(row)
            }
            var item = item
            (item.theirs, item.version) = (item.text, version)
            listing.versions[item.path] = version
            listing.removed[item.path] = nil
            done.append((item, version))
        }
        report.sent += done.count
        report.agreed += done.count
        try await record(done, forgetting: [])
    }

    private func remove(
        _ items: [Item], _ listing: inout TeamListing, _ report: inout TeamReport
    ) async throws(RequestFailure) {
        for start in stride(from: 0, to: items.count, by: Self.batchFiles) {
            let part = Array(items[start..<min(start + Self.batchFiles, items.count)])
            let removals = part.map { item -> JSONValue in
                ["path": .string(item.path.text), "version": .integer(item.version ?? 0)]
            }
            let answer = try await server.send(
                "POST", "/v1/projects/\(link.project)/files", ["removals": .array(removals)])
            var gone: [ProjectPath] = []
            for (item, outcome) in zip(part, answer["items"]?.array ?? []) {
                guard outcome["outcome"] == "removed" else {
                    report.isOutdated = true
                    continue
                }
                listing.versions[item.path] = nil
                gone.append(item.path)
            }
            report.removed += gone.count
            try await record([], forgetting: gone)
        }
    }

    /// Puts what the server has into a job of its own, from which it comes into the folder as an agent's files do.
    private func offer(_ items: [Item], _ report: inout TeamReport) async throws(RequestFailure) {
        let items = items.filter { $0.there == .removed || $0.theirs != nil }
        guard !items.isEmpty, let user = caller.userID else { return }
        let job = AgentJob(
            id: .random(), projectID: project, userID: user, agentType: teamJobType, createdAt: .now(),
            inputContext: JSONText(["files": .integer(items.count)]))
        var ended = job
        ended.status = .completed
        ended.progress = 100
        ended.result = JSONText([
            "summary": "What others of the team changed.",
            "files": .array(items.prefix(100).map { .string($0.path.text) }),
        ])
        let end = ended
        let proposed = items.map { item in
            JobFile(
                jobID: job.id, projectID: project, path: item.path,
                content: item.there == .removed ? nil : item.theirs, language: item.row?.language,
                seen: item.agreed.map { $0.version > 0 } == true ? item.base : nil,
                before: item.here == .changed ? item.text : nil)
        }
        try await storing { () throws(StoreError) in
            try await store.recordJob(job, events: [], as: .service)
            try await store.onThisMachine().proposeFiles(proposed, as: caller)
            // What the person has now is what they are shown the others' text beside.
            let collided = proposed.filter { $0.before != nil }
            if !collided.isEmpty { _ = try await store.moveJobFiles(collided, from: [.proposed], as: caller) }
            try await store.onThisMachine().noteOffers(
                items.map { ($0.path, $0.there == .removed ? $0.removedVersion ?? 0 : $0.version ?? 0) }, of: job.id,
                in: project, as: caller)
            // Whoever listens offers the files of a job that ended.
            try await store.recordJob(end, events: [], as: .service)
        }
        report.jobs.append(job.id)
    }
}
