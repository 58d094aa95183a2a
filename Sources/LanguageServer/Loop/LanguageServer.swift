import Glibc
import JSONRPC

/// The loop of `codeforge lsp`: one thread that owns the session.
///
/// It reads what there is, handles every complete message in order, and only then reviews what changed and writes what
/// is to be said, with as few system calls as possible. Nothing it calls waits for a disk, a lock or another process.
package struct LanguageServer {
    /// How long messages are taken in, one after another, before what they changed is reviewed and sent.
    private static let coalescing = Duration.milliseconds(5)
    /// Reading pauses while so much is waiting for a client that does not read.
    private static let maximumPendingOutput = 64 << 20
    /// How long the last answers may take to be written.
    private static let farewell = Duration.seconds(1)
    /// How long requests that still run may take to be answered after the end of input; with the farewell less than the
    /// three seconds in which it has to end the server.
    private static let lastRequests = Duration.milliseconds(1500)

    private var session: Session
    private var decoder = FrameDecoder()
    private var queue = MessageQueue()
    private let streams: StandardStreams
    private let handlers: HandlerTable
    private let readSpace = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    private var inputEnded = false
    private var isPrepared = false
    private var parent = ParentProcess()

    /// A server on this process's standard streams; nil when they cannot be used.
    package init?(options: ServerOptions) {
        guard let streams = StandardStreams(), let inbox = Inbox<SessionEvent>() else { return nil }
        self.streams = streams
        handlers = HandlerTable.standard
        session = Session(options: options, inbox: inbox)
    }

    /// Serves until the client ends the session or goes away.
    ///
    /// - Returns: the exit code: 0 after `shutdown`, else 1.
    package mutating func run() -> Int32 {
        var isConnected = true
        while isConnected, !session.isOver {
            if inputEnded, session.running.isEmpty { break }
            turn(untilInput: nextTimeout())
            isConnected = flush()
            if session.phase == .initialized { prepareForBursts() }
            if parent.hasDied(watching: session.parentProcess) { break }
        }
        if isConnected { sayFarewell() }
        return session.exitCode
    }

    /// One round: wait, take in everything, review, answer.
    private mutating func turn(untilInput timeout: Int32) {
        let wantsInput = !inputEnded && session.outbox.pendingBytes < Self.maximumPendingOutput
        let ready = streams.wait(
            forInput: wantsInput, forOutput: session.outbox.pendingBytes > 0, inbox: session.inbox.descriptor,
            timeoutMilliseconds: timeout)
        if ready.inbox { for event in session.inbox.takeAll() { event(&session) } }
        if ready.input { takeInput() }
        session.runDueWork()
        session.publishChanges()
    }

    /// Reads and handles messages until no more are there, so that a burst of edits is reviewed once.
    private mutating func takeInput() {
        let clock = ContinuousClock()
        let deadline = clock.now + Self.coalescing
        repeat {
            read()
            while !session.isOver, let message = queue.next() { handlers.handle(message, in: &session) }
        } while !inputEnded && !session.isOver && session.hasUnreviewedDocuments && clock.now < deadline
            && session.outbox.pendingBytes < Self.maximumPendingOutput
            && streams.wait(forInput: true, forOutput: false, inbox: nil, timeoutMilliseconds: 0).input
    }

    private mutating func read() {
        switch streams.read(into: readSpace) {
        case .bytes(let count):
            decoder.append(UnsafeRawBufferPointer(rebasing: readSpace[..<count]))
            while let event = decoder.next() { queue.append(event) }
        case .endOfInput:
            inputEnded = true
            session.end(within: Self.lastRequests)
        case .nothingNow: break
        }
    }

    /// Asks for large pipes, and makes ready what the first document needs, once the client has its first answer: while
    /// it reads that, nothing else is to be done.
    private mutating func prepareForBursts() {
        guard !isPrepared else { return }
        isPrepared = true
        streams.enlargePipes()
        OpenDocuments.makeReady()
    }

    private mutating func flush() -> Bool {
        let streams = streams
        return session.outbox.drain { streams.write($0) }
    }

    /// Milliseconds until the loop must look around even if nothing happens; -1 for ever.
    private func nextTimeout() -> Int32 {
        if session.hasUnpublishedDocuments { return 0 }
        var due = session.nextDueWork
        if session.parentProcess != nil { due = min(due ?? parent.nextCheck, parent.nextCheck) }
        guard let due else { return -1 }
        let left = due - ContinuousClock().now
        guard left > .zero else { return 0 }
        return Int32(clamping: left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1)
    }

    /// Writes the last answers, as long as the client takes them.
    private mutating func sayFarewell() {
        let clock = ContinuousClock()
        let deadline = clock.now + Self.farewell
        while session.outbox.pendingBytes > 0, clock.now < deadline {
            _ = streams.wait(forInput: false, forOutput: true, inbox: nil, timeoutMilliseconds: 50)
            guard flush() else { return }
        }
    }
}
