import Foundation
import Models
import Storage
import Testing

/// Two processes write to one database and listen to all that happens there.
@Suite(.serialized) struct FeedProcessTests {
    @Test func `two processes make 10,000 changes each and both see all 20,000 in one order`() async throws {
        let count = 10_000
        let database = try TemporaryFolder().path("store.db")
        let writers = try (0..<2).map { _ in try StoreWriterProcess("feed", database, "\(count)", "\(count)") }
        for writer in writers { await writer.waitUntilReady() }
        for writer in writers { try writer.send("go") }
        var reports: [FeedReport] = []
        for writer in writers { reports.append(FeedReport(await writer.lines())) }

        let made = reports.reduce(into: [:]) { $0.merge($1.made) { first, _ in first } }
        #expect(made.count == 2 * count)
        for report in reports {
            #expect(report.seen.count == 2 * count)
            #expect(Set(report.seen.map(\.id)).count == 2 * count)
            #expect(report.seen.map(\.sequence) == Array(1...2 * count))
        }
        #expect(reports[0].seen.map(\.id) == reports[1].seen.map(\.id))

        let delays = reports.flatMap { $0.delays(since: made) }.sorted()
        #expect(delays.count == 4 * count)
        // Figures for a person; what is acceptable depends on what else the machine does.
        let (median, longest) = (delays[delays.count / 2], delays[delays.count - 1])
        print(
            "change feed: median \(median) ms, 99th percentile \(delays[delays.count * 99 / 100]) ms, max \(longest) ms"
        )
    }
}

/// What one writer printed.
private struct FeedReport {
    /// When each change was visible, by the row's identity.
    var made: [String: Int64] = [:]
    var seen: [(sequence: Int, id: String, time: Int64)] = []

    init(_ lines: [String]) {
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            switch words.first {
            case "made": made[words[1]] = Int64(words[3])
            case "saw": seen.append((Int(words[1]) ?? -1, words[2], Int64(words[3]) ?? 0))
            default: break
            }
        }
    }

    /// Milliseconds from the end of each change's call to its arrival.
    func delays(since made: [String: Int64]) -> [Double] {
        seen.compactMap { seen in made[seen.id].map { Double(seen.time - $0) / 1e6 } }
    }
}
