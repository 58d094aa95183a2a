import Glibc
import Models

/// Goes through a folder and names every file that may be mirrored, or reviewed, by its name, place and size.
///
/// Links are never followed, other file systems never entered, and only regular files are named. At any moment one
/// folder a level is open, and nothing is kept of the entries passed.
struct FolderWalk {
    private let root: ProjectFolder
    private let limits: MirrorLimits
    private let selection: WalkSelection
    private var rules: IgnoreRules
    /// The bytes of the path walked to, from the repository's root.
    private var path: [UInt8]
    /// How many of them lie above the workspace.
    private let outerLength: Int
    private var device: dev_t = 0
    private(set) var report = WalkReport()
    /// What was passed over, each file and folder once; only where it is asked for.
    private(set) var leftOut: [LeftOutFile] = []
    private let tellsLeftOut: Bool
    /// Whether it is only asked whether a folder would be entered, and whether it would.
    private var isQuestion = false
    private var isEntered = false

    init(
        of root: ProjectFolder, limits: MirrorLimits = .standard, selection: WalkSelection = .mirrored,
        tellingLeftOut: Bool = false
    ) {
        self.root = root
        tellsLeftOut = tellingLeftOut
        self.limits = limits
        self.selection = selection
        let repository = RepositoryIgnores(of: root)
        rules = repository.rules
        path = repository.prefix
        outerLength = repository.prefix.count
    }

    /// Walks the whole workspace; throws when its own folder cannot be read, reports and passes over others.
    mutating func run(_ visit: (FoundFile) -> Void) throws(SystemError) {
        let folder = try openRoot()
        try enter(folder, depth: 0, visit)
    }

    /// Walks what is at or below a path: one file, a folder, or nothing when the path is left out.
    mutating func run(at target: ProjectPath, _ visit: (FoundFile) -> Void) throws(SystemError) {
        let folder = try openRoot()
        try approach(target.text.split(separator: "/")[...], in: folder, depth: 0, visit)
    }

    /// Whether the walk of the workspace would go into a folder.
    mutating func enters(_ target: ProjectPath) -> Bool {
        isQuestion = true
        defer { isQuestion = false }
        isEntered = false
        try? run(at: target) { _ in }
        return isEntered
    }

    private mutating func openRoot() throws(SystemError) -> OpenFile {
        let folder = try OpenFile.folder(at: root.path)
        device = try folder.attributes().st_dev
        return folder
    }

    /// Goes down to a path, obeying the ignore files on the way.
    private mutating func approach(
        _ parts: ArraySlice<Substring>, in folder: borrowing OpenFile, depth: Int, _ visit: (FoundFile) -> Void
    ) throws(SystemError) {
        guard let part = parts.first else { return }
        enterRules(of: folder)
        defer { rules.leaveFolder() }
        var subfolders: [[UInt8]] = []
        part.withCString { look(at: $0, .unknown, in: folder, &subfolders, visit) }
        guard let name = subfolders.first else { return }
        isEntered = isQuestion && parts.count == 1
        if isEntered { return }
        guard parts.count > 1 else { return descend(into: name, of: folder, depth: depth, visit) }
        let subfolder = try folder.folder(named: name.map(CChar.init(bitPattern:)) + [0])
        if selection.excludesForeignFolders, ForeignFolders.isForeign(subfolder, named: name) { return }
        let length = path.count
        path += name
        path.append(UInt8(ascii: "/"))
        defer { path.removeSubrange(length...) }
        try approach(parts.dropFirst(), in: subfolder, depth: depth + 1, visit)
    }

    private mutating func enterRules(of folder: borrowing OpenFile) {
        rules.enterFolder(
            prefixLength: path.count,
            git: IgnoreFile(in: folder, named: IgnoreRules.gitFileName),
            codeforge: IgnoreFile(in: folder, named: IgnoreRules.codeforgeFileName))
    }

    /// Enters one folder and what is below it, in the order that the file system gives.
    private mutating func enter(_ folder: borrowing OpenFile, depth: Int, _ visit: (FoundFile) -> Void)
        throws(SystemError)
    {
        enterRules(of: folder)
        defer { rules.leaveFolder() }
        var subfolders: [[UInt8]] = []
        let entries = try FolderEntries(of: folder)
        var isAtEnd = false
        while !report.isCutShort, !isAtEnd {
            isAtEnd = try !entries.next { name, kind in
                look(at: name, kind, in: folder, &subfolders, visit)
            }
        }
        for name in subfolders where !report.isCutShort {
            descend(into: name, of: folder, depth: depth, visit)
        }
    }

    private mutating func descend(
        into name: [UInt8], of folder: borrowing OpenFile, depth: Int, _ visit: (FoundFile) -> Void
    ) {
        let length = path.count
        path += name
        defer { path.removeSubrange(length...) }
        guard depth < limits.depth else { return skip(.tooDeep) }
        do throws(SystemError) {
            let subfolder = try folder.folder(named: name.map(CChar.init(bitPattern:)) + [0])
            guard try subfolder.attributes().st_dev == device else { return skip(.otherFileSystem) }
            if selection.excludesForeignFolders, ForeignFolders.isForeign(subfolder, named: name) {
                return leaveOut(.foreign, isFolder: true)
            }
            path.append(UInt8(ascii: "/"))
            try enter(subfolder, depth: depth + 1, visit)
        } catch {
            // A folder that is gone or became a link meanwhile is no folder to report.
            if !error.isNotFound, !error.isLink { skip(.unreadable) }
        }
    }

    /// Decides on one entry: named, kept for later because it is a folder, or passed over.
    private mutating func look(
        at name: UnsafePointer<CChar>, _ kind: FolderEntries.Kind, in folder: borrowing OpenFile,
        _ subfolders: inout [[UInt8]], _ visit: (FoundFile) -> Void
    ) {
        report.entries += 1
        guard report.entries <= limits.entries else { return report.stop(.tooManyEntries(limits.entries)) }
        let nameStart = path.count
        path.append(contentsOf: UnsafeRawBufferPointer(start: name, count: Int(strlen(name))))
        defer { path.removeSubrange(nameStart...) }
        var attributes: stat?
        var kind = kind
        if kind == .unknown {
            attributes = self.attributes(of: name, in: folder)
            guard let attributes else { return }
            kind = FolderEntries.Kind(attributes)
        }
        switch kind {
        case .folder:
            if let reason = reasonToPassOver(folderNamedFrom: nameStart) { return leaveOut(reason, isFolder: true) }
            subfolders.append(Array(path[nameStart...]))
        case .regularFile:
            switch TemporaryName.clear(path.span.extracting(droppingFirst: nameStart), in: folder) {
            case .none: break
            case .cleared: return
            case .kept: return report.keep(String(decoding: path[outerLength...], as: UTF8.self))
            }
            guard !isIgnored(nameStart: nameStart, isFolder: false) else { return leaveOut(.ignored) }
            guard let attributes = attributes ?? self.attributes(of: name, in: folder) else { return }
            lookAtFile(attributes, nameStart: nameStart, visit)
        case .link, .special, .unknown:
            report.passedOver += 1
            leaveOut(kind == .link ? .link : .special)
        }
    }

    /// Why a folder is not entered, as far as its name tells; nil where it is.
    private func reasonToPassOver(folderNamedFrom nameStart: Int) -> LeftOutFile.Reason? {
        let name = path.span.extracting(droppingFirst: nameStart)
        if MirrorPolicy.isReservedFolder(name) { return .reserved }
        if selection.excludesForeignFolders, ForeignFolders.isForeign(named: name) { return .foreign }
        return isIgnored(nameStart: nameStart, isFolder: true) ? .ignored : nil
    }

    private mutating func leaveOut(_ reason: LeftOutFile.Reason, isFolder: Bool = false) {
        guard tellsLeftOut else { return }
        let shown = String(decoding: path[outerLength...], as: UTF8.self)
        leftOut.append(LeftOutFile(path: isFolder ? shown + "/" : shown, reason))
    }

    /// What the entry is; nil when it is gone, or cannot be told, which is reported.
    private mutating func attributes(of name: UnsafePointer<CChar>, in folder: borrowing OpenFile) -> stat? {
        do throws(SystemError) {
            return try folder.attributes(of: name)
        } catch {
            if !error.isNotFound { skip(.unreadable) }
            return nil
        }
    }

    private mutating func lookAtFile(_ attributes: stat, nameStart: Int, _ visit: (FoundFile) -> Void) {
        guard attributes.isRegularFile, !isKeptOut(nameStart: nameStart) else { return }
        guard attributes.st_size <= limits.fileBytes else { return skip(.tooLarge) }
        guard let text = String(validating: path[outerLength...], as: UTF8.self) else { return skip(.unusableName) }
        let projectPath: ProjectPath
        do throws(ProjectPathError) {
            projectPath = try ProjectPath(validating: text)
        } catch {
            // Git's own and ours, such as a file where the folder would be, are nobody's to look at.
            return error.problem == .reserved ? () : skip(.unusableName)
        }
        guard report.files < limits.files else { return report.stop(.tooManyFiles(limits.files)) }
        guard report.bytes + Int64(attributes.st_size) <= limits.totalBytes else {
            return report.stop(.tooManyBytes(limits.totalBytes))
        }
        report.files += 1
        report.bytes += Int64(attributes.st_size)
        visit(FoundFile(path: projectPath, stamp: FileStamp(attributes)))
    }

    private func isIgnored(nameStart: Int, isFolder: Bool) -> Bool {
        selection.obeysIgnoreFiles && rules.ignores(path: path.span, nameStart: nameStart, isFolder: isFolder)
    }

    private func isKeptOut(nameStart: Int) -> Bool {
        TemporaryName.matches(path.span.extracting(droppingFirst: nameStart)) || selection.excludes(file: path.span)
    }

    /// Notes that what the walk stands at is left out; in the path, what is not UTF-8 is replaced.
    private mutating func skip(_ reason: WalkReport.Reason) {
        let shown = String(decoding: path[outerLength...], as: UTF8.self)
        report.skip(reason, shown)
        leaveOut(.skipped(reason))
    }
}

/// A file that a walk came by.
struct FoundFile: Sendable, Hashable {
    let path: ProjectPath
    let stamp: FileStamp
}

extension FolderEntries.Kind {
    init(_ attributes: stat) {
        self = attributes.isRegularFile ? .regularFile : attributes.isFolder ? .folder : .special
    }
}

extension IgnoreFile {
    /// The ignore file of a folder; nil when there is none, or when it is a link, which git does not read either.
    init?(in folder: borrowing OpenFile, named name: String) {
        guard let file = try? folder.regularFile(named: name) else { return nil }
        self.init(reading: file)
    }

    /// An ignore file outside the workspace, which the user or git named; nil when there is none.
    init?(at path: String) {
        guard let file = try? OpenFile.regularFile(at: path) else { return nil }
        self.init(reading: file)
    }

    private init?(reading file: borrowing OpenFile) {
        guard let bytes = try? file.read(upTo: IgnoreFile.maximumBytes, expecting: 4096) else { return nil }
        self.init(parsing: bytes)
        if isEmpty { return nil }
    }
}
