import Foundation
import Testing

@testable import Engine

/// A document that somebody writes is heard of, also where the folder came later or was made anew.
@Suite struct DocumentWatchTests {
    private static func write(_ text: String, _ kind: DocumentKind, in files: TemporaryFolder) throws {
        try files.write(kind.path, text)
    }

    @Test(.timeLimit(.minutes(5)))
    func `documents are heard of in a folder that comes, goes and comes again`() async throws {
        let files = try TemporaryFolder()
        let (written, continuation) = AsyncStream.makeStream(of: DocumentKind.self)
        let watch = DocumentWatch(try ProjectFolder(path: files.path), longestWait: 20) { continuation.yield($0) }
        var heard = written.makeAsyncIterator()
        for round in 0..<3 {
            for kind in [DocumentKind.roadmap, .questions] {
                try Self.write("Round \(round)", kind, in: files)
                while let told = await heard.next(), told != kind {}
            }
            try FileManager.default.removeItem(atPath: files.path(DocumentKind.folder))
        }
        withExtendedLifetime(watch) {}
    }

    @Test(.timeLimit(.minutes(5)))
    func `a document that is replaced while nothing is notified is heard of`() async throws {
        let files = try TemporaryFolder()
        // Moved to where a link leads, which no notification reaches.
        let elsewhere = try TemporaryFolder()
        try elsewhere.write("documents/roadmap.md", "Old")
        let (written, continuation) = AsyncStream.makeStream(of: DocumentKind.self)
        let watch = DocumentWatch(try ProjectFolder(path: files.path), longestWait: 20) { continuation.yield($0) }
        try FileManager.default.moveItem(
            atPath: elsewhere.path("documents"), toPath: files.path(DocumentKind.folder))
        for await kind in written where kind == .roadmap { break }
        withExtendedLifetime(watch) {}
    }
}
