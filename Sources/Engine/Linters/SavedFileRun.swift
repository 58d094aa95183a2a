import Glibc
import Review
import Synchronization

/// Running linters over a file that an editor saved, beside everything else, until somebody wants it to stop.
package final class SavedFileRun: Sendable {
    /// What comes of it, as soon as it is known, on some thread.
    package enum Report: Sendable {
        /// A linter is through; its findings are places in `text`, which is what the file held.
        case found([LinterFinding], by: String, text: [UInt8])
        /// A sentence about a linter that could not do its work.
        case failed(String, of: String)
        /// All are through that read such a file and are there.
        case ended([String])
    }

    /// Longest time that one linter may take for one file.
    private static let timeout = Duration.seconds(60)
    /// Most findings of one linter in one file.
    private static let mostFindings = 1_000

    private let path: String
    private let folder: String
    private let report: @Sendable (Report) -> Void
    private let isStopped = Atomic(false)
    private let left = Mutex(0)

    /// Runs linters over the file at `path` in a folder, both absolute; `onlyQuick` leaves those out that take a while.
    package static func start(
        _ choice: LinterRun.Choice, over path: String, in folder: String, onlyQuick: Bool,
        report: @escaping @Sendable (Report) -> Void
    ) -> SavedFileRun {
        let run = SavedFileRun(path, folder, report)
        BackgroundThreads.programs.perform { run.begin(choice, onlyQuick) }
        return run
    }

    private init(_ path: String, _ folder: String, _ report: @escaping @Sendable (Report) -> Void) {
        (self.path, self.folder, self.report) = (path, folder, report)
    }

    /// Ends the programs that run; nothing is reported any more.
    package func stop() { isStopped.store(true, ordering: .relaxed) }

    private var isOver: Bool { isStopped.load(ordering: .relaxed) }

    private func begin(_ choice: LinterRun.Choice, _ onlyQuick: Bool) {
        guard !isOver, let text = readText() else { return }
        let run = LinterRun(choice, in: folder)
        var result = LinterRun.Result()
        let works = run.works(for: [path], &result).filter { !onlyQuick || $0.linter.isQuick }
        for problem in result.problems { report(.failed(problem, of: problem)) }
        let names = works.map(\.linter.name)
        left.withLock { $0 = works.count }
        if works.isEmpty { report(.ended([])) }
        for work in works {
            BackgroundThreads.programs.perform {
                if self.isOver { return }
                let outcome = run.run(work, for: Self.timeout) { self.isOver }
                self.tell(outcome, of: work.linter.name, text)
                let isLast = self.left.withLock { left in
                    left -= 1
                    return left == 0
                }
                if isLast, !self.isOver { self.report(.ended(names)) }
            }
        }
    }

    private func tell(
        _ outcome: Result<[LinterIssue], LinterOutputError>, of linter: String, _ text: [UInt8]
    ) {
        if isOver { return }
        switch outcome {
        case .success(let issues):
            // What was written meanwhile is saved again, or was not the editor's.
            guard readText() == text else { return }
            let own = issues.filter { $0.path == path || FolderDismissals.absolute($0.path) == path }
            let found = LinterFinding.all(of: own.map { (linter, $0) }, in: SourceLines(text))
            report(.found(Array(found.prefix(Self.mostFindings)), by: linter, text: text))
        case .failure(let error): report(.failed("\(linter) did not do its work: \(error)", of: linter))
        }
    }

    private func readText() -> [UInt8]? {
        guard let file = try? OpenFile.regularFile(at: path),
            let bytes = try? file.read(upTo: ReviewTargets.fileLimitBytes, expecting: 1 << 16),
            case .text(let text, _) = SourceText(bytes)
        else { return nil }
        return text
    }
}
