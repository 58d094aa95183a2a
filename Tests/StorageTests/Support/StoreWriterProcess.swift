import Foundation
import Synchronization

/// A running `store-writer`, which is built beside the tests.
final class StoreWriterProcess: Sendable {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let ready: AsyncStream<Void>
    private let ended: AsyncStream<[String]>

    /// The first line of a writer says that it is ready; `waitUntilReady` waits for it.
    init(_ arguments: String...) throws {
        // Writing to one that has ended is an error of a test, not the silent end of all of them.
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "store-writer")
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        let (ready, signal) = AsyncStream.makeStream(of: Void.self)
        let (ended, result) = AsyncStream.makeStream(of: [String].self)
        (self.ready, self.ended) = (ready, ended)
        try process.run()
        let handle = output.fileHandleForReading
        let process = process
        // A thread of its own: reading blocks, and the tasks' few threads are for the tests.
        Thread.detachNewThread {
            var said = Data()
            while case let data = handle.availableData, !data.isEmpty {
                said += data
                signal.finish()
            }
            signal.finish()
            process.waitUntilExit()
            let whole = said[..<((said.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)]
            result.yield(String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init))
            result.finish()
        }
    }

    func waitUntilReady() async {
        for await _ in ready {}
    }

    func send(_ line: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    }

    /// SIGKILL: the process gets no chance to tidy up.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
    }

    /// Every whole line that the process said, once it has ended.
    func lines() async -> [String] {
        for await lines in ended { return lines }
        return []
    }
}
