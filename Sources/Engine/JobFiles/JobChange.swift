import JSON
import Models
import Review

/// What bringing in one of a job's files would do to the folder.
package struct JobChange: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Nothing stands there, and nothing of a job's ever did.
        case create
        /// An agent wrote the file before; what a person made of it stays.
        case change
        /// No agent ever wrote the file: it would be replaced.
        case replace
        /// The file was there before and was deleted or taken back.
        case restore
        /// An earlier job wrote the file, nobody touched it, and this one does not want it any more.
        case remove
    }

    package let file: JobFile
    package let kind: Kind
    /// What stands there now, in the editor or on the disk; nil for no file.
    package let current: [UInt8]?
    /// What would stand there; nil where the file would be removed.
    package let result: [UInt8]?
    /// Places that both the agent and a person changed; the person's text stays there.
    package let conflicts: Int
    /// Whether it was made as a change of what stands there, instead of written anew.
    let isEdit: Bool
    /// Where something stands whose name differs only by letter case, or by how its letters are encoded; such a pair
    /// confuses people, and many file systems cannot hold it.
    package let namesake: ProjectPath?
    /// Why a new file waits for a person; nil for one that comes in without a word.
    package fileprivate(set) var hold: String?
    /// Whether it waits for nothing but where it would stand: whoever wants the new files wants it.
    package fileprivate(set) var isHeldByPlace = false
    /// Whether a person agreed beforehand: to what others of the team change in files that nobody here has touched.
    package let isAgreed: Bool

    /// What the reason of a file begins with that waits for another one.
    static let needing = "it needs "
    /// What the reason of a new file begins with that waits because of where it would stand.
    static let placing = "this folder holds "
    /// What the reason of a new file begins with that would act before anybody has read it.
    static let starting = "read it first: "

    package var path: ProjectPath { file.path }

    /// Only a file that nobody ever saw comes in without a word, and what was agreed to beforehand.
    package var needsAgreement: Bool { (kind != .create || namesake != nil || hold != nil) && !isAgreed }

    init(
        _ file: JobFile, _ kind: Kind, isEdit: Bool = false, current: [UInt8]?, result: [UInt8]?, conflicts: Int = 0,
        isAgreed: Bool = false, besides namesake: ProjectPath? = nil
    ) {
        self.namesake = namesake
        self.isEdit = isEdit
        self.file = file
        self.kind = kind
        self.current = current
        self.result = result
        self.conflicts = conflicts
        self.isAgreed = isAgreed
    }

    /// Whether it replaces what no agent has seen, for it came since, or git ignores it: that nobody agreed to beforehand.
    package var isOfUnseen: Bool { kind == .replace && file.seen == nil && !isAgreed }

    /// Whether a person who saw the other change has seen this one.
    package func isSame(as other: JobChange) -> Bool {
        (path, kind, current, result) == (other.path, other.kind, other.current, other.result)
    }

    /// Who acts on a new file before anybody has read it, and when.
    package var starter: String? {
        hold.flatMap { $0.hasPrefix(Self.starting) ? String($0.dropFirst(Self.starting.count)) : nil }
    }

    /// Why the file waits for a person, in a word or two.
    var reason: String? {
        switch kind {
        case .create:
            namesake.map { "\($0) is there, whose name is the same but for letter case or encoding" } ?? hold
        case .change, .remove: isAgreed ? nil : kind == .change ? "it exists" : "no longer wanted; it would be removed"
        case .replace: "it exists"
        case .restore: "it was removed before"
        }
    }

    /// Why a person is asked, the end of a sentence that begins with the path.
    package var why: String {
        switch kind {
        case .create: "is new\(reason.map { ", but \($0)" } ?? "")"
        case .change where conflicts == 1: "would be changed; one place that you changed too stays as it is"
        case .change where conflicts > 1: "would be changed; \(conflicts) places that you changed too stay as they are"
        case .change: "would be changed"
        case .replace where isEdit: "exists and was not written by an agent; some of its lines would be changed"
        case .replace: "exists and was not written by an agent; it would be replaced"
        case .restore: "was there before and was removed; it would come back"
        case .remove: "is no longer wanted and would be removed"
        }
    }
}

/// What bringing in a job's files would do, file by file.
///
/// A pure function of what the agent wrote, what became of earlier jobs' files, and what stands in the folder. What an
/// agent last wrote to a file, as far as the folder was seen to hold it, is the base of each merge: by that alone
/// generated lines are told from a person's. A file that was made as a change of a certain text is merged from that text.
package struct JobChanges: Sendable {
    /// In the order of the paths' bytes.
    package private(set) var changes: [JobChange] = []
    /// Files that are as the agent wants them already.
    package private(set) var settled: [JobFile] = []
    /// Files that stay as they are, each with the reason why.
    package private(set) var left: [JobFile] = []
    /// Files of which others changed places that the person changed too.
    package private(set) var disputes: [JobDispute] = []

    package var asking: [JobChange] { changes.filter(\.needsAgreement) }
    package var free: [JobChange] { changes.filter { !$0.needsAgreement } }
    /// What comes in for somebody who wants the new files and nothing else.
    package var new: [JobChange] { changes.filter { !$0.needsAgreement || $0.isHeldByPlace } }
    /// What such a person leaves.
    package var notNew: [JobChange] { asking.filter { !$0.isHeldByPlace } }
    package var heldByPlace: [JobChange] { changes.filter(\.isHeldByPlace) }
    package var isEmpty: Bool { changes.isEmpty && settled.isEmpty && left.isEmpty }

    /// - Parameters:
    ///   - files: the job's files that are not in the folder.
    ///   - history: what became of the files of the project's jobs, latest first.
    ///   - edits: the paths of the files that change the text that they were made for, `JobFile.seen`.
    ///   - isAsked: whether a person asks for these very files, which takes back that they were refused.
    ///   - isOfTeam: whether others of the team wrote the files: then what was seen is what both sides last agreed about.
    ///   - hold: why not even new files come in unasked.
    ///   - namesake: what stands where a path leads, if its name is not the same to the byte but to people.
    ///   - isFolderThere: whether the folder of a path was there before.
    ///   - current: what stands at a path; it throws a reason for what cannot be read.
    package init(
        of files: [JobFile], history: [JobFile], edits: Set<ProjectPath> = [], isAsked: Bool, isOfTeam: Bool = false,
        hold: String? = nil, namesake: (ProjectPath) -> ProjectPath? = { _ in nil },
        isFolderThere: (ProjectPath) -> Bool = { _ in false },
        current: (ProjectPath) throws(WorkspaceError) -> [UInt8]?
    ) {
        let earlier = Dictionary(grouping: history, by: \.path)
        // A file that goes is no namesake of one that comes.
        let removed = Set(files.filter { $0.content == nil }.map(\.path))
        for file in files {
            do throws(WorkspaceError) {
                let current = try current(file.path)
                self.namesake = current != nil ? nil : namesake(file.path).flatMap { removed.contains($0) ? nil : $0 }
                if isOfTeam {
                    addFromTeam(file, isAsked: isAsked, current: current)
                    continue
                }
                let past = Past(earlier[file.path] ?? [], of: file)
                let isEdit = edits.contains(file.path)
                add(file, past, isEdit: isEdit, isAsked: isAsked, current: current)
            } catch {
                leave(file, "\(error)", isDecided: false)
            }
        }
        if !isOfTeam { holdBack(hold, isFolderThere) }
    }

    /// What of a new file is critical, the end of a sentence that begins with its path; nil where nothing is.
    ///
    /// No comment counts: a person has not seen the file.
    private static func danger(in text: String, at path: ProjectPath) -> String? {
        let language = Language.detect(languageID: nil, path: path.text, firstLine: String(text.prefix(120)))
        let found = review(Array(text.utf8), language: language, path: path.text, heedsComments: false)
            .filter { $0.severity == .critical }
        guard let first = found.first else { return nil }
        let more = found.count > 1 ? " and \(found.count - 1) more" : ""
        return "the reviewer finds in line \(first.range.startLine + 1) \(first.rule.title)\(more)"
    }

    /// Has new files wait that would act by themselves or hold something critical, that need one that waits, or that come
    /// to a folder which holds more than a project, or somebody's own.
    private mutating func holdBack(_ reason: String?, _ isFolderThere: (ProjectPath) -> Bool) {
        for index in changes.indices where changes[index].kind == .create {
            let change = changes[index]
            let starter = SelfStartingFile.starter(
                of: change.path, change.file.content, isFolderThere: isFolderThere(change.path))
            let reason = starter ?? Self.danger(in: change.file.content ?? "", at: change.path)
            changes[index].hold = reason.map { JobChange.starting + $0 }
        }
        let waiting = Set(changes.filter { $0.needsAgreement && $0.result != nil }.map(\.path)).union(missing)
        let new = changes.filter { !$0.needsAgreement }.map { ($0.path, $0.file.content ?? "") }
        let needs = FileNeeds(of: Dictionary(new) { $1 }, on: waiting).waitingFiles()
        for index in changes.indices where changes[index].kind == .create && changes[index].hold == nil {
            changes[index].hold = needs[changes[index].path].map { path in
                "\(JobChange.needing)\(path), which \(missing.contains(path) ? "you left out before" : "waits for you")"
            }
        }
        guard let reason else { return }
        for index in changes.indices where changes[index].kind == .create && !changes[index].needsAgreement {
            (changes[index].hold, changes[index].isHeldByPlace) = (reason, true)
        }
    }

    /// That of the file that is looked at.
    private var namesake: ProjectPath?
    /// Files that a person left out before and that the folder does not hold; what needs them is of no use.
    private var missing: Set<ProjectPath> = []

    /// What is known of a path from the project's other jobs.
    private struct Past {
        /// What an agent wrote last and the folder held.
        let applied: JobFile?
        /// The latest that became of a file of a job.
        let latest: JobFile?
        /// Whether this very change was left out, discarded or taken back before.
        let isRefused: Bool

        init(_ history: [JobFile], of file: JobFile) {
            applied = history.first { $0.state == .applied && $0.jobID != file.jobID && !$0.changedNothing }
            latest = history.first { $0.jobID != file.jobID }
            isRefused =
                file.isDeclined
                || history.contains { $0.jobID != file.jobID && $0.isDeclined && $0.content == file.content }
        }
    }

    private mutating func add(_ file: JobFile, _ past: Past, isEdit: Bool, isAsked: Bool, current: [UInt8]?) {
        let wanted = file.content.map { Array($0.utf8) }
        if current == wanted { return settled.append(file) }
        if let current, !Self.isText(current) { return leave(file, "is no text", isDecided: false) }
        if past.isRefused, !isAsked {
            if current == nil, wanted != nil { missing.insert(file.path) }
            return leave(file, JobFile.leftOutBefore)
        }
        guard let wanted else { return addRemoval(of: file, past, current) }
        if isEdit, let seen = file.seen { return addEdit(file, past, of: Array(seen.utf8), to: wanted, current) }
        guard let current else {
            // What stood there when the agent looked, or came in by this very job, somebody took away since.
            let isNew = past.latest == nil && file.seen == nil && file.state != .applied
            return add(JobChange(file, isNew ? .create : .restore, current: nil, result: wanted, besides: namesake))
        }
        guard let base = past.applied?.content else {
            // Whoever wrote to it since has not seen what the agent makes of that; an editor that only ends its last
            // line wrote nothing.
            if let seen = file.seen, !Self.areSame(Array(seen.utf8), current) {
                return leave(
                    file,
                    "it is not as the agent saw it; save it and run the job again, or move it away to take this one",
                    isDecided: false)
            }
            return add(JobChange(file, .replace, current: current, result: wanted))
        }
        let merge = ThreeWayMerge(base: Array(base.utf8), mine: current, theirs: wanted)
        if merge.text == current {
            return leave(file, merge.conflicts == 0 ? "nothing new for it" : "you changed the same places; yours stay")
        }
        add(JobChange(file, .change, current: current, result: merge.text, conflicts: merge.conflicts))
    }

    /// A change that was made for a certain text comes in where it fits what stands there now, or not at all.
    private mutating func addEdit(
        _ file: JobFile, _ past: Past, of seen: [UInt8], to wanted: [UInt8], _ current: [UInt8]?
    ) {
        guard let current else {
            return leave(file, "the file was removed since this change of it was made", isDecided: false)
        }
        let merge = ThreeWayMerge(base: seen, mine: current, theirs: wanted)
        guard merge.conflicts == 0 else {
            return leave(
                file, "you changed the same places since this was made; run the job again for the text as it is now",
                isDecided: false)
        }
        if merge.text == current { return leave(file, "nothing new for it") }
        let kind: JobChange.Kind = past.applied == nil ? .replace : .change
        add(JobChange(file, kind, isEdit: true, current: current, result: merge.text))
    }

    /// A change that others of the team made to what both sides had agreed about.
    private mutating func addFromTeam(_ file: JobFile, isAsked: Bool, current: [UInt8]?) {
        let (wanted, base) = (file.content.map { Array($0.utf8) }, file.seen.map { Array($0.utf8) })
        if current == wanted { return settled.append(file) }
        if let current, !Self.isText(current) { return leave(file, "is no text", isDecided: false) }
        if file.isDeclined, !isAsked { return leave(file, JobFile.leftOutBefore) }
        guard let wanted else {
            guard current == base else { return leave(file, "deleted by others, but changed by you; yours stays") }
            return add(JobChange(file, .remove, current: current, result: nil, isAgreed: true))
        }
        guard let current else {
            let kind: JobChange.Kind = base == nil ? .create : .restore
            return add(JobChange(file, kind, current: nil, result: wanted, besides: namesake))
        }
        guard let base else { return add(JobChange(file, .replace, current: current, result: wanted)) }
        if current == base { return add(JobChange(file, .change, current: current, result: wanted, isAgreed: true)) }
        let merge = ThreeWayMerge(base: base, mine: current, theirs: wanted)
        if merge.text == current, merge.conflicts == 0 { return settled.append(file) }
        if merge.text == current {
            disputes.append(JobDispute(path: file.path, mine: current, theirs: wanted))
            return leave(
                file, "others changed the same places; yours stay, and go to them once you have changed those places",
                isDecided: false)
        }
        if merge.conflicts > 0 { disputes.append(JobDispute(path: file.path, mine: current, theirs: wanted)) }
        add(JobChange(file, .change, current: current, result: merge.text, conflicts: merge.conflicts))
    }

    private mutating func addRemoval(of file: JobFile, _ past: Past, _ current: [UInt8]?) {
        guard past.applied?.written.map({ Array($0.utf8) }) == current else {
            return leave(file, "no longer wanted, but changed by you")
        }
        add(JobChange(file, .remove, current: current, result: nil))
    }

    private mutating func add(_ change: JobChange) { changes.append(change) }

    /// Where it is not decided, the file waits until somebody asks for it.
    private mutating func leave(_ file: JobFile, _ reason: String, isDecided: Bool = true) {
        var file = file
        (file.reason, file.state) = (reason, isDecided ? .refused : .offered)
        left.append(file)
    }

    /// Whether texts are the same but for the end of the last line.
    private static func areSame(_ text: [UInt8], _ other: [UInt8]) -> Bool {
        func withoutEnd(_ text: [UInt8]) -> ArraySlice<UInt8> {
            guard text.last == UInt8(ascii: "\n") else { return text[...] }
            let line = text.dropLast()
            return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        return withoutEnd(text) == withoutEnd(other)
    }

    /// Whether the record of a change can hold the text, so that the change can be taken back to the byte.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }
}

extension JobFile {
    /// Whether a person decided against it, or it was only ever in a document that nobody saved.
    fileprivate var isDeclined: Bool { state == .refused || state == .undone || state == .shown }
}

extension JobChanges {
    /// `{files: [{path, kind, why, diff}], left: [{path, reason}]}`.
    ///
    /// Where others of a team changed places that the person changed too: `disputes: [{path, diff}]`.
    package var json: JSONValue {
        var object: JSONObject = [
            "files": .array(
                changes.map { change in
                    [
                        "path": .string(change.path.text), "kind": .string(change.kind.rawValue),
                        "why": .string(change.why), "diff": .string(change.diff),
                    ]
                }),
            "left": .array(
                left.map { ["path": .string($0.path.text), "reason": .string($0.reason ?? "")] }),
        ]
        if !disputes.isEmpty {
            object["disputes"] = .array(
                disputes.map { ["path": .string($0.path.text), "diff": .string($0.diff)] })
        }
        return .object(object)
    }
}

/// A file of which others changed places that the person changed too.
package struct JobDispute: Hashable, Sendable {
    package let path: ProjectPath
    let mine: [UInt8]
    let theirs: [UInt8]

    /// What others have instead of the person's text, as `diff -u` writes it.
    package var diff: String { UnifiedDiff(from: mine, to: theirs).text(path: path.text) }
}
