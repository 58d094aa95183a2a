import Glibc
import Synchronization

/// The way into the loop for other threads and tasks: values posted here are handled between two messages.
///
/// The one lock of the language server: it guards a list that the loop swaps out whole, so it is never held while
/// anything runs.
package final class Inbox<Item: Sendable>: Sendable {
    private let items = Mutex<[Item]>([])
    private let readEnd: Int32
    private let writeEnd: Int32

    /// A mailbox with a descriptor to wait on; nil when the process has none left.
    package init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Readable while items are waiting.
    package var descriptor: Int32 { readEnd }

    /// Adds an item and wakes the loop.
    ///
    /// May be called from any thread.
    package func post(_ item: Item) {
        let wasEmpty = items.withLock { items in
            items.append(item)
            return items.count == 1
        }
        guard wasEmpty else { return }
        var byte: UInt8 = 1
        // A full pipe wakes the loop as well as one more byte would.
        _ = write(writeEnd, &byte, 1)
    }

    /// Takes what was posted, in order.
    package func takeAll() -> [Item] {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(readEnd, &bytes, 16) == 16 {}
        return items.withLock { items in
            defer { items = [] }
            return items
        }
    }
}
