import Dispatch
import Glibc
import Synchronization

/// Tells when one of a folder's documents is written, by whomever: an editor without this server, a script, a person
/// with `sed`.
///
/// The system's notifications make it quick. They may be lost (a queue that overflows, a folder that is removed and made
/// again, none left for this user), so the documents are looked at every now and then in any case.
package final class DocumentWatch: Sendable {
    // Dispatch's objects may be used from every thread; their protocol only doesn't say so.
    nonisolated(unsafe) private let notifications: (any DispatchSourceProtocol)?
    nonisolated(unsafe) private let timer: any DispatchSourceProtocol

    /// Enumerators in C, which Swift doesn't import: `IN_NONBLOCK | IN_CLOEXEC`, `IN_ONLYDIR`, `IN_DONT_FOLLOW`.
    private static let flags = Int32(O_NONBLOCK | O_CLOEXEC)
    private static let onlyThisFolder: UInt32 = 0x0100_0000 | 0x0200_0000

    /// Begins to watch, whether the folder `.codeforge` is there or comes later.
    ///
    /// `onWrite` gets the document that was written. It runs on a queue of its own. The documents are looked at each
    /// `longestWait` milliseconds whatever was notified: one `stat` for each kind, some 10 µs.
    package init(
        _ folder: ProjectFolder, longestWait: Int = 2_000, onWrite: @escaping @Sendable (DocumentKind) -> Void
    ) {
        let queue = DispatchQueue(label: "codeforge.documents", qos: .utility)
        let path = "\(folder.path)/\(DocumentKind.folder)"
        let seen = Mutex(DocumentStamps(in: folder))
        let timer = DispatchSource.makeTimerSource(queue: queue)
        self.timer = timer
        let descriptor = inotify_init1(Self.flags)
        if descriptor >= 0 {
            Self.watch(path, descriptor)
            let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            notifications = source
            // The timer uses the descriptor, too: what is cancelled last closes it.
            source.setCancelHandler { timer.cancel() }
            timer.setCancelHandler { close(descriptor) }
            source.setEventHandler {
                let written = Self.written(descriptor)
                seen.withLock { $0.tell(written, of: folder) }
                for kind in written { onWrite(kind) }
            }
            source.activate()
        } else {
            notifications = nil
        }
        timer.setEventHandler {
            if descriptor >= 0 { Self.watch(path, descriptor) }
            for kind in seen.withLock({ $0.untold(of: folder) }) { onWrite(kind) }
        }
        let interval = DispatchTimeInterval.milliseconds(longestWait)
        timer.schedule(deadline: .now() + interval, repeating: interval, leeway: .milliseconds(longestWait / 4))
        timer.activate()
    }

    deinit {
        if let notifications { notifications.cancel() } else { timer.cancel() }
    }

    /// Watches the folder that has the name now; for one that is watched already this changes nothing.
    private static func watch(_ path: String, _ descriptor: Int32) {
        inotify_add_watch(descriptor, path, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) | onlyThisFolder)
    }

    /// The documents that were notified since the last look.
    private static func written(_ descriptor: Int32) -> [DocumentKind] {
        var kinds: [DocumentKind] = []
        FolderNotifications.take(from: descriptor) { _, name in
            if let kind = DocumentKind(path: "\(DocumentKind.folder)/\(name)") { kinds.append(kind) }
        }
        return kinds
    }
}

/// What the file system says of a folder's documents.
private struct DocumentStamps: Sendable {
    private struct Stamp: Hashable {
        let inode: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// Those that were told, and those of the last look.
    private var told: [DocumentKind: Stamp]
    private var last: [DocumentKind: Stamp]

    init(in folder: ProjectFolder) {
        told = DocumentStamps.read(folder)
        last = told
    }

    /// Notes that documents are told as they are now.
    mutating func tell(_ kinds: [DocumentKind], of folder: ProjectFolder) {
        let now = DocumentStamps.read(folder)
        for kind in kinds { told[kind] = now[kind] }
    }

    /// Looks at the documents, and takes those for told that it gives.
    ///
    /// - Returns: the documents that are not as they were told, and have not changed since the last look: one that is
    ///   being written is not yet what somebody means.
    mutating func untold(of folder: ProjectFolder) -> [DocumentKind] {
        let now = DocumentStamps.read(folder)
        let changed = now.filter { told[$0.key] != $0.value && last[$0.key] == $0.value }
        told = told.filter { now[$0.key] != nil }.merging(changed) { $1 }
        last = now
        return Array(changed.keys)
    }

    private static func read(_ folder: ProjectFolder) -> [DocumentKind: Stamp] {
        var stamps: [DocumentKind: Stamp] = [:]
        for kind in DocumentKind.allCases {
            var status = stat()
            guard lstat("\(folder.path)/\(kind.path)", &status) == 0 else { continue }
            stamps[kind] = Stamp(
                inode: status.st_ino, size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
                nanoseconds: status.st_mtim.tv_nsec)
        }
        return stamps
    }
}
