import Dispatch
import Glibc

/// Tells when one of a folder's documents is written, by whomever: an editor without this server, a script, a person
/// with `sed`.
package final class DocumentWatch: Sendable {
    // Dispatch's objects may be used from every thread; their protocol only doesn't say so.
    nonisolated(unsafe) private let source: any DispatchSourceProtocol

    /// Enumerators in C, which Swift doesn't import: `IN_NONBLOCK | IN_CLOEXEC`, `IN_ONLYDIR`, `IN_DONT_FOLLOW`.
    private static let flags = Int32(O_NONBLOCK | O_CLOEXEC)
    private static let onlyThisFolder: UInt32 = 0x0100_0000 | 0x0200_0000

    /// Begins to watch; nil where there is no folder `.codeforge`, or the system has no notifications left.
    ///
    /// `onWrite` gets the document that was written; nil once the folder is gone and nothing more will come. It runs on
    /// a thread of its own.
    package init?(_ folder: ProjectFolder, onWrite: @escaping @Sendable (DocumentKind?) -> Void) {
        let descriptor = inotify_init1(Self.flags)
        guard descriptor >= 0 else { return nil }
        let wanted = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF) | Self.onlyThisFolder
        guard inotify_add_watch(descriptor, "\(folder.path)/\(DocumentKind.folder)", wanted) >= 0 else {
            close(descriptor)
            return nil
        }
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global(qos: .utility))
        source.setCancelHandler { close(descriptor) }
        source.setEventHandler {
            for event in Self.events(from: descriptor) { onWrite(event) }
        }
        source.activate()
    }

    deinit { source.cancel() }

    /// What was notified since the last look.
    private static func events(from descriptor: Int32) -> [DocumentKind?] {
        var events: [DocumentKind?] = []
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { return }
                var offset = 0
                while offset + MemoryLayout<inotify_event>.size <= count {
                    let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    let start = offset + MemoryLayout<inotify_event>.size
                    offset = start + Int(event.len)
                    if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF) != 0 { events.append(nil) }
                    let name = String(decoding: buffer[start..<min(offset, count)].prefix { $0 != 0 }, as: UTF8.self)
                    if let kind = DocumentKind(path: "\(DocumentKind.folder)/\(name)") { events.append(kind) }
                }
            }
        }
        return events
    }
}
