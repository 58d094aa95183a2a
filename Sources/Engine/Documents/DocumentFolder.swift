import Glibc

/// The files of a workspace's `.codeforge/` folder, rendered so that what people write in them stays.
///
/// Beside each document lies, in `.codeforge/.base/`, what CodeForge wrote there last. A new rendering is merged
/// three ways: base, the file as it is, the new rendering. Several processes may do this at once: a lock file orders
/// them, and repeating a rendering changes nothing.
package struct DocumentFolder: Sendable {
    let folder: ProjectFolder

    /// Longest document, in bytes, that is read.
    static let maxBytes = 4 * 1_024 * 1_024

    package init(_ folder: ProjectFolder) { self.folder = folder }

    package func path(of kind: DocumentKind) -> String { folder.path + "/" + kind.path }

    /// The document as it is on disk; `nil` where there is none that can be read.
    package func text(of kind: DocumentKind) -> [UInt8]? { read(kind.path) }

    /// The rendering that the document was written from last.
    package func rendering(of kind: DocumentKind) -> [UInt8]? { read(basePath(of: kind)) }

    /// The rendering that a text is based on which an editor has read from the document's file.
    ///
    /// The file may have been written anew since, from a newer rendering: on that the text is not based, and taking it
    /// for the base would make a step back of what the text does not hold yet.
    package func rendering(of kind: DocumentKind, behind text: [UInt8]) async -> [UInt8] {
        let file = await state(of: kind)
        if text == file.text { return await basis(of: kind, file).rendering }
        guard let earlier = read(earlierPath(of: kind)) else { return file.rendering }
        return Self.nearest(to: text, earlier, file.rendering)
    }

    /// The first of two renderings where a text has more of its lines than of the second's, else the second.
    package static func nearest(to text: [UInt8], _ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
        commonLines(text, first) > commonLines(text, second) ? first : second
    }

    private static func commonLines(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var left = TextPieces.lines(one).reduce(into: [:]) { $0[Array($1), default: 0] += 1 }
        return TextPieces.lines(other).count { line in
            guard let count = left[Array(line)], count > 0 else { return false }
            left[Array(line)] = count - 1
            return true
        }
    }

    /// Joins a new rendering with what a person made of an older one.
    ///
    /// An editor may have given the document other line ends or a mark at its beginning: they are no change of what it
    /// says, and stay.
    package static func merge(_ rendering: [UInt8], base: [UInt8], into text: [UInt8]) -> [UInt8] {
        let usesCRLF = text.firstIndex(of: 0x0A).map { $0 > 0 && text[$0 - 1] == 0x0D } ?? false
        let mark: [UInt8] = text.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
        func saved(_ bytes: [UInt8]) -> [UInt8] {
            bytes.isEmpty ? bytes : mark + (usesCRLF ? bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } : bytes)
        }
        let (base, theirs) = (saved(base), saved(rendering))
        let ticks = StrayTicks(base: base, mine: text, theirs: theirs)
        return ticks.added(to: ThreeWayMerge(base: base, mine: ticks.mine, theirs: theirs, style: .woven).text)
    }

    /// Writes what `render` gives, once nobody else writes here.
    ///
    /// `render` runs under the lock, so that the last to write has read the latest rows. A document that the viewer
    /// holds with other text than the file's is left to it.
    /// - Returns: The documents whose file changed.
    /// - Throws: `WorkspaceError` where the folder or a file cannot be written, or leads somewhere else.
    @discardableResult
    package func update(
        for viewer: (any DocumentViewer)? = nil, _ render: () async throws -> RenderedDocuments
    ) async throws -> [DocumentKind] {
        try await locked {
            var changed: [DocumentKind] = []
            let rendered = try await render()
            for kind in rendered.texts.keys.sorted(by: { $0.rawValue < $1.rawValue })
            where try await update(kind, rendered, for: viewer) {
                changed.append(kind)
            }
            return changed
        }
    }

    /// A document's file and what it is based on, both as one writer left them; empty where there is none.
    package func state(of kind: DocumentKind) async -> DocumentState {
        func read() -> DocumentState { DocumentState(text: text(of: kind) ?? [], rendering: rendering(of: kind) ?? []) }
        return (try? await locked { read() }) ?? read()
    }

    /// Does something while nobody renders documents here; also where the lock cannot be had.
    package func alone<Value>(_ body: () async -> Value) async -> Value {
        let lock = try? await lock()
        defer { if let lock { close(lock) } }
        return await body()
    }

    /// Writes `changes.md` anew; what a person wrote into it stays.
    ///
    /// - Throws: `WorkspaceError`, `changed` where somebody saved it in this moment.
    package func write(_ changes: ChangesDocument) async throws {
        try await locked {
            let (name, new) = (ChangesDocument.fileName, Array(changes.text.utf8))
            let old = try folder.read(ChangesDocument.path, limitBytes: Self.maxBytes, settled: true)?.bytes
            let base = read(DocumentKind.folder + "/.base/" + name) ?? []
            let text = old.map { Self.merge(new, base: base, into: $0) } ?? new
            if text != old { try folder.write(document: name, text, replacing: old) }
            try folder.write(document: ".base/" + name, new)
        }
    }

    private func locked<Value>(_ body: () async throws -> Value) async throws -> Value {
        if read(DocumentKind.folder + "/.base/.gitignore") == nil {
            try folder.write(document: ".base/.gitignore", Array("*\n".utf8))
        }
        let lock = try await lock()
        defer { close(lock) }
        return try await body()
    }

    private func update(
        _ kind: DocumentKind, _ rendered: RenderedDocuments, for viewer: (any DocumentViewer)?
    ) async throws -> Bool {
        // Whoever saves in this very moment goes first; what they saved is looked at then.
        for _ in 0..<4 {
            do throws(WorkspaceError) {
                return try await updateOnce(kind, rendered, for: viewer)
            } catch {
                guard case .changed = error else { throw error }
            }
        }
        return false
    }

    /// - Throws: `WorkspaceError`, `changed` where somebody saved the document meanwhile; it stays.
    private func updateOnce(
        _ kind: DocumentKind, _ rendered: RenderedDocuments, for viewer: (any DocumentViewer)?
    ) async throws(WorkspaceError) -> Bool {
        let theirs = Array((rendered.texts[kind] ?? "").utf8)
        if rendered.isForStudent, kind == .review, read(earlierPath(of: kind)) != nil {
            try folder.write(document: ".base/" + earlierName(of: kind), theirs)
        }
        let known = rendering(of: kind)
        let current = try await settledText(of: kind, wasWritten: known != nil)
        // One that is too long to be read whole, or no text, is somebody's: it stays as it is.
        guard current.map({ $0.count <= Self.maxBytes && Self.isText($0) }) ?? true else { return false }
        var old = DocumentState(text: current ?? [], rendering: known ?? [])
        if current != nil, await viewer?.holds(kind, file: old) == true { return false }
        // That it was made anew on another day is no reason to change a file that a repository follows.
        if let known, current != nil, DocumentOrigin.isSame(theirs, as: known) { return false }
        if current == nil, known == theirs, isStashed(kind) { return false }
        var beginsAnew = false
        if let current, known == nil {
            switch rendered.standing(of: kind, current) {
            case .based(let base): old.rendering = base
            case .undecided: return false
            case .another: beginsAnew = true
            }
        } else if current != nil {
            let basis = await basis(of: kind, old)
            if await isInTheWay(kind, theirs, of: old, basis) { return false }
            old.rendering = basis.rendering
        }
        if let mine = current ?? known, beginsAnew || rendered.isOfAnotherIdea(kind, than: old.rendering) {
            let path = try keep(mine, of: kind)
            await viewer?.kept(kind, as: path)
        }
        // A document that somebody deleted begins anew.
        let merged =
            beginsAnew ? theirs : current.map { rendered.merged(kind, theirs, base: old.rendering, into: $0) } ?? theirs
        let isChanged = merged != current
        if isChanged { try folder.write(document: kind.fileName, merged, replacing: current) }
        if let known, known != theirs {
            // What was written for a builder is no base of a student's text: it holds solutions.
            try folder.write(document: ".base/" + earlierName(of: kind), rendered.isForStudent ? theirs : known)
        }
        try remember(theirs, of: kind)
        note(DocumentState(text: merged, rendering: theirs), of: kind, isRendered: true)
        await viewer?.wrote(kind, from: old, to: DocumentState(text: merged, rendering: theirs))
        return isChanged
    }

    /// Whether a text is in the one encoding that documents are read and joined in.
    package static func isText(_ bytes: [UInt8]) -> Bool {
        !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }

    /// Whether git brought the document's text back, and what would be written there says nothing that was not written
    /// before: while git is in the middle of something, or has the other text put away, it would only be in the way.
    private func isInTheWay(
        _ kind: DocumentKind, _ rendering: [UInt8], of file: DocumentState, _ basis: DocumentBasis
    ) async -> Bool {
        let history = history(of: kind)
        guard file.text != rendering, history.wasRenderedLast(rendering) else { return false }
        let (path, folder) = (kind.path, folder.path)
        return await Task(executorPreference: BackgroundThreads.programs) {
            guard basis.isFromGit || GitVersion(of: path, in: folder)?.isFile ?? GitVersion.holds(path, in: folder)
            else { return false }
            return GitOperation(in: folder) != nil || GitOperation.hasStashed(path, in: folder)
        }.value
    }

    /// Whether git has put changes away since the document was written, and has them still: it is among them as far as can
    /// be told, and a new one in its place would be in the way of `git stash pop`.
    ///
    /// Spec: https://git-scm.com/docs/git-stash
    private func isStashed(_ kind: DocumentKind) -> Bool {
        var stash = stat()
        guard let root = RepositoryIgnores.repositoryRoot(of: folder.path),
            lstat(GitFolder(of: root).path + "/refs/stash", &stash) == 0,
            let written = folder.attributes(of: basePath(of: kind))
        else { return false }
        return FileStamp(stash).modifiedNanoseconds >= FileStamp(written).modifiedNanoseconds
    }

    /// The document's text once no editor is in the middle of writing it.
    ///
    /// Some editors move a file away and write it anew, others empty it first and fill it then: what stands there in
    /// between is nobody's text.
    private func settledText(of kind: DocumentKind, wasWritten: Bool) async throws(WorkspaceError) -> [UInt8]? {
        func current() throws(WorkspaceError) -> [UInt8]? {
            try folder.read(kind.path, limitBytes: Self.maxBytes, settled: true)?.bytes
        }
        if let text = try current() { return text }
        guard wasWritten else { return nil }
        try? await Task.sleep(for: .milliseconds(50))
        return try current()
    }

    /// Notes that the document's file is based on this rendering, for example because an editor saved it.
    package func remember(_ rendering: [UInt8], of kind: DocumentKind) throws(WorkspaceError) {
        try folder.write(document: ".base/" + kind.fileName, rendering)
    }

    /// Notes what a document's text is based on, for when it comes back.
    ///
    /// `isRendered` is whether the rendering is what the document was just written from.
    func note(_ state: DocumentState, of kind: DocumentKind, isRendered: Bool = false) {
        guard DocumentKind.asking.contains(kind) else { return }
        var history = history(of: kind)
        let isNew = history.note(state)
        guard isRendered && history.note(rendered: state.rendering) || isNew else { return }
        try? folder.write(document: Self.historyName(of: kind), history.bytes)
    }

    func history(of kind: DocumentKind) -> DocumentHistory {
        DocumentHistory((try? folder.read(historyPath(of: kind), limitBytes: 64 << 20, settled: true))?.bytes)
    }

    func historyPath(of kind: DocumentKind) -> String { "\(DocumentKind.folder)/\(Self.historyName(of: kind))" }

    private static func historyName(of kind: DocumentKind) -> String { ".base/history-\(kind.rawValue).json" }

    /// Keeps a document's text whole beside it, because the document begins anew.
    ///
    /// - Returns: Where it lies, relative to the folder.
    package func keep(_ text: [UInt8], of kind: DocumentKind) throws(WorkspaceError) -> String {
        for number in 1...999 {
            let name = Self.keptName(of: kind, number)
            let path = "\(DocumentKind.folder)/\(name)"
            if let there = try folder.read(path, limitBytes: Self.maxBytes, settled: true)?.bytes {
                if there == text { return path }
                continue
            }
            try folder.write(document: name, text, replacing: nil)
            return path
        }
        throw .system(path: kind.path, reason: "999 earlier ones are kept beside it already; move some away")
    }

    /// The texts that were kept of a document, by their paths, the latest last.
    package func kept(of kind: DocumentKind) -> [String] {
        (1...999).lazy.map { "\(DocumentKind.folder)/\(Self.keptName(of: kind, $0))" }.prefix { folder.hasFile($0) }
            .map { $0 }
    }

    /// Says where what a document said before lies.
    package static func sentence(keeping kind: DocumentKind, as path: String) -> String {
        "\(kind.path) \(kind == .requirements ? "is about another idea now" : "was written anew"); what it said before, "
            + "with all that was written into it, is in \(path)."
    }

    private static func keptName(of kind: DocumentKind, _ number: Int) -> String {
        "earlier-\(kind.rawValue)\(number == 1 ? "" : "-\(number)").md"
    }

    private func basePath(of kind: DocumentKind) -> String { DocumentKind.folder + "/.base/" + kind.fileName }

    /// Where the rendering before the last one is.
    private func earlierPath(of kind: DocumentKind) -> String {
        DocumentKind.folder + "/.base/" + earlierName(of: kind)
    }
    private func earlierName(of kind: DocumentKind) -> String { "earlier-" + kind.fileName }

    private func read(_ path: String) -> [UInt8]? {
        guard let content = try? folder.read(path, limitBytes: Self.maxBytes, settled: true) else { return nil }
        return content.bytes.count > Self.maxBytes ? nil : content.bytes
    }

    /// Waits for the lock without blocking a thread of the program; it is held until its descriptor is closed.
    private func lock() async throws -> Int32 {
        let lock = open(folder.path + "/" + DocumentKind.folder + "/.base/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else {
            throw WorkspaceError.system(path: DocumentKind.folder, reason: String(cString: strerror(errno)))
        }
        for _ in 0..<500 {
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { return lock }
            do {
                try await Task.sleep(for: .milliseconds(10))
            } catch {
                close(lock)
                throw error
            }
        }
        close(lock)
        throw WorkspaceError.system(path: DocumentKind.folder, reason: "another program has been writing it for 5 s")
    }
}
