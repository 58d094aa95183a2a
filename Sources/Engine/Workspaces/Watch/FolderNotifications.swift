import Glibc

/// What the system notified of watched folders.
enum FolderNotifications {
    /// Takes all that there is on an inotify descriptor that does not block, each with the name of the file.
    static func take(from descriptor: Int32, _ body: (inotify_event, String) -> Void) {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
            while case let count = read(descriptor, buffer.baseAddress, buffer.count), count > 0 {
                var offset = 0
                while offset + MemoryLayout<inotify_event>.size <= count {
                    let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    let start = offset + MemoryLayout<inotify_event>.size
                    offset = start + Int(event.len)
                    body(event, String(decoding: buffer[start..<min(offset, count)].prefix { $0 != 0 }, as: UTF8.self))
                }
            }
        }
    }
}
