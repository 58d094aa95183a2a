import Dispatch
import Glibc
import Synchronization

/// Tells when a process commits to a database, by the changes of its write-ahead log.
///
/// A writer of this program touches the log's times after each commit: then the commit is visible for sure. Anybody
/// else's commit, and that of a process killed before its touch, shows as a write into the log; that happens just
/// before the commit is visible, so it is looked at a little later.
final class CommitWatch: Sendable {
    private let path: String
    private let queue: DispatchQueue
    private let onCommit: @Sendable () -> Void
    // Dispatch's objects may be used from every thread; their protocol only doesn't say so.
    nonisolated(unsafe) private let source: any DispatchSourceProtocol
    private let isLookPending = Mutex(false)

    /// How long after a write into the log its commit is looked for.
    private static let delay = DispatchTimeInterval.milliseconds(10)

    /// How often the log's times are looked at where the system has no notifications left.
    private static let fallbackInterval = DispatchTimeInterval.milliseconds(20)

    /// `onCommit` runs on `queue`, possibly when nothing was committed.
    init(_ path: String, queue: DispatchQueue, onCommit: @escaping @Sendable () -> Void) {
        self.path = path
        self.queue = queue
        self.onCommit = onCommit
        let descriptor = inotify_init1(Self.nonBlockingAndClosedOnExec)
        if descriptor >= 0, Self.watch(path, descriptor) {
            source = Self.notifications(from: descriptor, on: queue)
            source.setEventHandler { [weak self] in self?.drain(descriptor) }
            source.setCancelHandler { close(descriptor) }
        } else {
            if descriptor >= 0 { close(descriptor) }
            source = Self.timer(on: queue)
            let times = Mutex(LogTimes(path))
            source.setEventHandler { [weak self] in
                guard let self else { return }
                if times.withLock({ $0.update(from: path) }) { self.onCommit() }
            }
        }
        source.activate()
    }

    func cancel() {
        source.cancel()
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

    private static func watch(_ path: String, _ descriptor: Int32) -> Bool {
        inotify_add_watch(descriptor, path, UInt32(IN_ATTRIB | IN_MODIFY)) >= 0
    }

    private static func notifications(
        from descriptor: Int32, on queue: DispatchQueue
    ) -> any DispatchSourceProtocol {
        DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    }

    private static func timer(on queue: DispatchQueue) -> any DispatchSourceProtocol {
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now(), repeating: fallbackInterval)
        return timer
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
    private var movedBefore = false

    init(_ path: String) {
        _ = update(from: path)
    }

    /// Whether there may be a commit since the last look; once more after each, as a file's time has coarse steps.
    mutating func update(from path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        let (now, nanos) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        let moved = (Int(status.st_size), now, nanos) != (size, seconds, nanoseconds)
        (size, seconds, nanoseconds) = (Int(status.st_size), now, nanos)
        defer { movedBefore = moved }
        return moved || movedBefore
    }
}
