import Dispatch
import Glibc
import Models
import Synchronization

/// Tells which files change in some folders, by whomever: an editor, a script, git that switches to another branch.
///
/// Only folders are watched that hold something which may be reviewed, and those that come into being in them. Changes
/// of a moment are told together. The system may refuse to watch more: what is not told then is what nobody else tells.
package final class FolderWatch: Sendable {
    /// What changed, by absolute paths; of a folder everything in it did.
    package struct Changes: Sendable {
        package fileprivate(set) var saved: Set<String> = []
        package fileprivate(set) var deleted: Set<String> = []
        /// More happened than the system could tell.
        package fileprivate(set) var isIncomplete = false
    }

    private struct State: Sendable {
        /// The watched folders by their number, and the other way round.
        var paths: [Int32: String] = [:]
        var numbers: [String: Int32] = [:]
        var changes = Changes()
        var isWaiting = false
    }

    /// Enumerators in C, which Swift doesn't import: `IN_NONBLOCK | IN_CLOEXEC`, `IN_ONLYDIR`, `IN_DONT_FOLLOW`, and
    /// `IN_ISDIR`.
    private static let flags = Int32(O_NONBLOCK | O_CLOEXEC)
    private static let onlyFolders: UInt32 = 0x0100_0000 | 0x0200_0000
    private static let isFolder: UInt32 = 0x4000_0000
    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
    /// Most folders that are watched: the system has a limit of some ten thousand for all programs of a user.
    private static let mostFolders = 16_384
    /// How long changes are gathered before they are told.
    private static let pause = DispatchTimeInterval.milliseconds(50)

    /// What a team decided and which rules it has; documents and what they are based on are nobody's code.
    private static let ownFolder = ".codeforge"
    private static let ownNames: Set<Substring> = ["rules", "review.json", "dismissals.json", "config.json"]

    private let roots: [String]
    private let descriptor: Int32
    private let queue = DispatchQueue(label: "codeforge.folders", qos: .utility)
    private let state = Mutex(State())
    private let onChange: @Sendable (Changes) -> Void
    // Dispatch's objects may be used from every thread; their protocol only doesn't say so.
    nonisolated(unsafe) private let source: any DispatchSourceProtocol

    /// Watches folders with absolute paths, and what is `add`ed of them; nil where the system has no watch left.
    ///
    /// `onChange` runs on a queue of its own.
    package static func begin(
        of roots: [String], onChange: @escaping @Sendable (Changes) -> Void
    ) -> FolderWatch? {
        let descriptor = inotify_init1(Self.flags)
        guard descriptor >= 0 else { return nil }
        let watch = FolderWatch(roots, descriptor, onChange)
        watch.source.setEventHandler { [weak watch] in watch?.readEvents() }
        watch.source.setCancelHandler { close(descriptor) }
        watch.source.activate()
        for root in roots {
            watch.add(root)
            watch.add("\(root)/\(ownFolder)")
            watch.add("\(root)/\(ownFolder)/rules")
        }
        return watch
    }

    private init(_ roots: [String], _ descriptor: Int32, _ onChange: @escaping @Sendable (Changes) -> Void) {
        (self.roots, self.descriptor, self.onChange) = (roots, descriptor, onChange)
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    }

    deinit { source.cancel() }

    /// Watches the folders that hold some files, and those between them and the roots.
    package func add(foldersOf files: some Sequence<String>) {
        var seen: Set<Substring> = []
        for file in files {
            var rest = Substring(file)
            while let slash = rest.lastIndex(of: "/") {
                rest = rest[..<slash]
                guard seen.insert(rest).inserted, roots.contains(where: { rest.hasPrefix($0) }) else { break }
                add(String(rest))
            }
        }
    }

    private func add(_ folder: String) {
        state.withLock { state in
            guard state.numbers[folder] == nil, state.paths.count < Self.mostFolders else { return }
            let number = inotify_add_watch(descriptor, folder, Self.events | Self.onlyFolders)
            guard number >= 0 else { return }
            if let old = state.paths[number] { state.numbers[old] = nil }
            (state.paths[number], state.numbers[folder]) = (folder, number)
        }
    }

    // MARK: Events

    private func readEvents() {
        var created: [String] = []
        state.withLock { state in
            FolderNotifications.take(from: descriptor) { event, name in
                if let folder = note(event, name, &state) { created.append(folder) }
            }
        }
        for folder in created { addTree(folder, limit: 1_000) }
        tellSoon()
    }

    /// - Returns: a folder that came into being
    private func note(_ event: inotify_event, _ name: String, _ state: inout State) -> String? {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
            state.changes.isIncomplete = true
            return nil
        }
        guard let folder = state.paths[event.wd] else { return nil }
        if event.mask & UInt32(IN_IGNORED) != 0 {
            state.paths[event.wd] = nil
            state.numbers[folder] = nil
            return nil
        }
        guard !name.isEmpty else { return nil }
        let path = "\(folder)/\(name)"
        if let own = nameInOwnFolder(path), !Self.ownNames.contains(own) { return nil }
        let isFolder = event.mask & Self.isFolder != 0
        if event.mask & UInt32(IN_DELETE | IN_MOVED_FROM) != 0 {
            state.changes.saved.remove(path)
            state.changes.deleted.insert(path)
            if isFolder { forget(path, &state) }
            return nil
        }
        // A file that was only made is told once it is written.
        guard isFolder || event.mask & UInt32(IN_CREATE) == 0 else { return nil }
        if isFolder, !mayHoldFiles(path) { return nil }
        state.changes.saved.insert(path)
        return isFolder ? path : nil
    }

    /// What was moved away is watched no longer, else its changes were told of where it was.
    private func forget(_ folder: String, _ state: inout State) {
        for (number, path) in state.paths where path == folder || path.hasPrefix(folder + "/") {
            inotify_rm_watch(descriptor, number)
            state.paths[number] = nil
            state.numbers[path] = nil
        }
    }

    /// Whether the walk of the workspace would go into a folder: what is built or installed is nobody's source.
    private func mayHoldFiles(_ folder: String) -> Bool {
        if let own = nameInOwnFolder(folder + "/") { return own.isEmpty || own == "rules" }
        guard let root = roots.filter({ folder.hasPrefix($0 + "/") }).max(by: { $0.utf8.count < $1.utf8.count }),
            let path = try? ProjectPath(validating: String(folder.dropFirst(root.count + 1))),
            let project = try? ProjectFolder(path: root)
        else { return false }
        var walk = FolderWalk(of: project, limits: .review, selection: .reviewable)
        return walk.enters(path)
    }

    /// The first name below `.codeforge`, empty for that folder itself with a slash; nil elsewhere.
    private func nameInOwnFolder(_ path: String) -> Substring? {
        guard let root = roots.first(where: { path.hasPrefix("\($0)/\(Self.ownFolder)/") }) else { return nil }
        let rest = path.dropFirst(root.count + Self.ownFolder.count + 2)
        return rest.prefix { $0 != "/" }
    }

    /// Watches a new folder and those that came with it.
    private func addTree(_ folder: String, limit: Int) {
        add(folder)
        // What was written into it before it was watched is told by nobody.
        if nameInOwnFolder(folder) == "rules" {
            state.withLock { _ = $0.changes.saved.insert(folder) }
        }
        guard limit > 0, let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != "..", mayHoldFiles("\(folder)/\(name)") else { continue }
            addTree("\(folder)/\(name)", limit: limit - 1)
        }
    }

    private func tellSoon() {
        let isFirst = state.withLock { state in
            let changes = state.changes
            guard !state.isWaiting, changes.isIncomplete || !changes.saved.isEmpty || !changes.deleted.isEmpty else {
                return false
            }
            state.isWaiting = true
            return true
        }
        guard isFirst else { return }
        queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in self?.tell() }
    }

    private func tell() {
        let changes = state.withLock { state in
            defer { (state.changes, state.isWaiting) = (Changes(), false) }
            return state.changes
        }
        onChange(changes)
    }
}
