import Glibc
import JSON
import JSONRPC
import LanguageServerProtocol

/// Frames that were read and not handled yet, in order.
///
/// `$/cancelRequest` overtakes: as soon as one is read, the request that it names counts as cancelled, even where that
/// still waits in the queue before it.
struct MessageQueue {
    /// Longest body that can be a cancellation; ids are short.
    private static let longestCancellation = 512

    private var events: [FrameDecoder.Event] = []
    private var handled = 0
    /// Requests with a cancellation in the queue.
    private var cancelled: Set<RequestID> = []

    mutating func append(_ event: FrameDecoder.Event) {
        events.append(event)
        guard case .frame(let body) = event, Self.maybeCancellation(body) else { return }
        if let id = Self.cancelledRequest(body) { cancelled.insert(id) }
    }

    /// The oldest message.
    mutating func next() -> QueuedMessage? {
        guard handled < events.count else {
            events.removeAll(keepingCapacity: events.capacity < 1 << 14)
            handled = 0
            return nil
        }
        defer { handled += 1 }
        switch events[handled] {
        case .fault(let fault):
            return QueuedMessage(
                content: .invalid(id: .null, error: ResponseError(fault.code, fault.message)), isCancelled: false)
        case .frame(let body):
            events[handled] = .frame([])
            return entry(IncomingMessage(parsing: body))
        }
    }

    private mutating func entry(_ message: IncomingMessage) -> QueuedMessage {
        guard !cancelled.isEmpty else { return QueuedMessage(content: message, isCancelled: false) }
        switch message {
        case .request(let id, _, _):
            return QueuedMessage(content: message, isCancelled: cancelled.contains(id))
        case .notification(CancelNotification.method, let parameters):
            if let notification = try? CancelNotification(parameters: parameters) { cancelled.remove(notification.id) }
        case .notification, .response, .invalid: break
        }
        return QueuedMessage(content: message, isCancelled: false)
    }

    private static func maybeCancellation(_ body: [UInt8]) -> Bool {
        guard body.count <= longestCancellation else { return false }
        let name: StaticString = "$/cancelRequest"
        return body.withUnsafeBytes { bytes in
            var start = bytes.baseAddress
            while let from = start, let end = bytes.baseAddress.map({ $0 + bytes.count }),
                let dollar = memchr(from, 0x24, end - from)
            {
                if end - UnsafeRawPointer(dollar) >= name.utf8CodeUnitCount,
                    memcmp(dollar, name.utf8Start, name.utf8CodeUnitCount) == 0
                {
                    return true
                }
                start = UnsafeRawPointer(dollar) + 1
            }
            return false
        }
    }

    private static func cancelledRequest(_ body: [UInt8]) -> RequestID? {
        guard case .notification(CancelNotification.method, let parameters) = IncomingMessage(parsing: body) else {
            return nil
        }
        return try? CancelNotification(parameters: parameters).id
    }
}

/// The next message to handle.
struct QueuedMessage {
    let content: IncomingMessage
    /// Whether it is a request whose cancellation was read already.
    let isCancelled: Bool
}
