import Dispatch
import Glibc
import Synchronization

/// Tells when a process commits to a database, by the changes of its write-ahead log.
///
/// A writer of this program touches the log's times after each commit: then the commit is visible for sure. Anybody
/// else's commit, and that of a process killed before its touch, shows as a write into the log; that happens just
/// before the commit is visible, so it is looked at a little later.
/// No commit depends on its notification alone: the log may be removed and made again between two of them, and a queue
/// of notifications may overflow. So the log itself is looked at every second in any case.
final class CommitWatch: Sendable {
    private let path: String
    private let queue: DispatchQueue
    private let onCommit: @Sendable () -> Void
    // Dispatch's objects may be used from every thread; their protocol only doesn't say so.
    nonisolated(unsafe) private let notifications: (any DispatchSourceProtocol)?
    nonisolated(unsafe) private let timer: any DispatchSourceProtocol
    private let isLookPending = Mutex(false)

    /// How long after a write into the log its commit is looked for.
    private static let delay = DispatchTimeInterval.milliseconds(10)

    /// How often it is looked for a commit that no notification told of; the look is two system calls.
    private static let longestWait = DispatchTimeInterval.seconds(1)

    /// How often the log's times are looked at where the system has no notifications left.
    private static let fallbackInterval = DispatchTimeInterval.milliseconds(20)

    /// `onCommit` runs on `queue`, possibly when nothing was committed.
    init(_ path: String, queue: DispatchQueue, onCommit: @escaping @Sendable () -> Void) {
        self.path = path
        self.queue = queue
        self.onCommit = onCommit
        let timer = DispatchSource.makeTimerSource(queue: queue)
        self.timer = timer
        let descriptor = inotify_init1(Self.nonBlockingAndClosedOnExec)
        if descriptor >= 0, Self.watch(path, descriptor) {
            let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            notifications = source
            source.setEventHandler { [weak self] in self?.drain(descriptor) }
            // Both use the descriptor; the second one to end closes it.
            let users = Mutex(2)
            let release: @Sendable () -> Void = {
                let left = users.withLock { count in
                    count -= 1
                    return count
                }
                if left == 0 { close(descriptor) }
            }
            source.setCancelHandler(handler: release)
            timer.setCancelHandler(handler: release)
            let times = Mutex(LogTimes(path))
            timer.setEventHandler { [weak self] in
                // Watches the file that has the log's name now; for the one that is watched this changes nothing.
                _ = Self.watch(path, descriptor)
                if times.withLock({ $0.update(from: path) }) { self?.onCommit() }
            }
            timer.schedule(deadline: .now() + Self.longestWait, repeating: Self.longestWait, leeway: Self.leeway)
            source.activate()
        } else {
            if descriptor >= 0 { close(descriptor) }
            notifications = nil
            let times = Mutex(LogTimes(path))
            timer.setEventHandler { [weak self] in
                guard let self else { return }
                if times.withLock({ $0.update(from: path) }) { self.onCommit() }
            }
            timer.schedule(deadline: .now(), repeating: Self.fallbackInterval)
        }
        timer.activate()
    }

    func cancel() {
        notifications?.cancel()
        timer.cancel()
    }

    /// Says, to every process that watches, that a commit is visible.
    static func announce(_ path: String) {
        // By name: closing a descriptor of a database's file would give up this process's locks on it.
        utimensat(AT_FDCWD, path, nil, 0)
    }
}

extension CommitWatch {
    // Enumerators in C, which Swift doesn't import: IN_NONBLOCK | IN_CLOEXEC.
    private static let nonBlockingAndClosedOnExec = Int32(O_NONBLOCK | O_CLOEXEC)

    /// Lets the system wake the processor for several timers at once.
    private static let leeway = DispatchTimeInterval.milliseconds(250)

    private static func watch(_ path: String, _ descriptor: Int32) -> Bool {
        inotify_add_watch(descriptor, path, UInt32(IN_ATTRIB | IN_MODIFY)) >= 0
    }

    /// On the queue: takes what was notified.
    private func drain(_ descriptor: Int32) {
        var seen: UInt32 = 0
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { return }
                var offset = 0
                while offset + MemoryLayout<inotify_event>.size <= count {
                    let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    seen |= event.mask
                    offset += MemoryLayout<inotify_event>.size + Int(event.len)
                }
            }
        }
        if seen & UInt32(IN_IGNORED) != 0 {
            // The log was removed, which happens when the database was closed everywhere else; it is made again.
            _ = Self.watch(path, descriptor)
        }
        if seen & UInt32(IN_ATTRIB) != 0 { onCommit() }
        if seen & UInt32(IN_MODIFY | IN_Q_OVERFLOW | IN_IGNORED) != 0 { lookLater() }
    }

    private func lookLater() {
        let isPending = isLookPending.withLock { pending in
            defer { pending = true }
            return pending
        }
        guard !isPending else { return }
        queue.asyncAfter(deadline: .now() + Self.delay) { [weak self] in
            guard let self else { return }
            self.isLookPending.withLock { $0 = false }
            self.onCommit()
        }
    }
}

/// The log's size and time, and whether they moved.
private struct LogTimes {
    private var size: Int = -1
    private var seconds = 0
    private var nanoseconds = 0
    private var inode: UInt = 0
    private var movedBefore = false

    init(_ path: String) {
        _ = update(from: path)
    }

    /// Whether there may be a commit since the last look; once more after each, as a file's time has coarse steps.
    mutating func update(from path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        let (now, nanos) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        let moved = (Int(status.st_size), now, nanos, status.st_ino) != (size, seconds, nanoseconds, inode)
        (size, seconds, nanoseconds, inode) = (Int(status.st_size), now, nanos, status.st_ino)
        defer { movedBefore = moved }
        return moved || movedBefore
    }
}
