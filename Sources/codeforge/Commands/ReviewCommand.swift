import ArgumentParser
import Engine
import Review

/// `codeforge review`: the reviewer over files, folders or standard input.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Review files and report what is wrong with them.",
        discussion: """
            Folders are searched for text files that .gitignore and .codeforgeignore do not leave out. Files of more \
            than 1 MiB in them, binary files, *.min.js, *.min.css and installed packages (node_modules, .venv, ...) \
            are passed over; a file that is named is reviewed whatever it is called.

            Findings that somebody dismissed in an editor are left out and counted; --all shows them, marked as such, \
            and they never count for the exit code.

            The settings 'review....' of .codeforge/config.json in this folder and of the user's config.json are \
            obeyed; their problems are told on standard error.

            EXIT CODE:
              0  nothing at or above the level of --fail-on
              1  findings at or above it
              2  the review could not run, or something could not be read

            EXAMPLES:
              codeforge review
              codeforge review src tests/helpers.py --fail-on critical
              codeforge review --all
              codeforge review --format sarif > review.sarif
              git show HEAD:app.py | codeforge review - --stdin-path app.py
            """)

    @Argument(
        help: ArgumentHelp("Files and folders; '-' is standard input. (default: this folder)", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Option(help: "How findings are written: text, json, sarif or github.")
    var format = ReviewFormat.text

    @Flag(help: "Write JSON, as --format json does.")
    var json = false

    @Option(help: "The least severity that makes the exit code 1: critical, warning or info.")
    var failOn = Severity.warning

    @Option(
        help: ArgumentHelp("The name of what comes over standard input; it tells the language.", valueName: "path"),
        completion: .file())
    var stdinPath = "stdin"

    @Flag(help: "Review what ignore files leave out, too.")
    var noIgnore = false

    @Flag(help: "Show what was dismissed, too.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "The database that knows what was dismissed, instead of the one in the user's data folder.",
            valueName: "file"),
        completion: .file())
    var database: String?

    func run() async throws {
        let start = ContinuousClock.now
        let settings = SettingsFiles(folder: ".")
        var files = try readStandardInput(settings.settings)
        files += await reviewPaths(settings.settings)
        files = files.map { $0.obeying(settings.settings) }
        let dismissals = await dismissals(of: files)
        files = files.map { $0.obeying(dismissals, showingDismissed: all) }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let exitCode = exitCode(for: files)
        let report = ReviewReport(files: files, exitCode: exitCode, duration: ContinuousClock.now - start)
        StandardStream.output.write(Array((json ? .json : format).reporter.text(of: report).utf8))
        explainOmissions(of: report, settings.problems)
        throw ExitCode(exitCode)
    }

    private var readsStandardInput: Bool { paths.contains("-") }

    /// What was dismissed in the files; where that cannot be read everything is shown, and the reader is told.
    private func dismissals(of files: [FileReview]) async -> FolderDismissals {
        do {
            let found = files.filter { !$0.findings.isEmpty }
            return try await FolderDismissals(ofFilesAt: found.map(\.path), database: database)
        } catch {
            StandardStream.error.write("warning: what was dismissed is shown, for it cannot be read: \(error)\n")
            return FolderDismissals()
        }
    }

    private func readStandardInput(_ settings: Settings) throws -> [FileReview] {
        guard readsStandardInput else { return [] }
        let text = try StandardInput.readAll(limitBytes: ReviewTargets.fileLimitBytes)
        return [FileReview(path: stdinPath, reviewing: text, under: settings)]
    }

    private func reviewPaths(_ settings: Settings) async -> [FileReview] {
        let named = paths.filter { $0 != "-" }
        if named.isEmpty, readsStandardInput { return [] }
        var progress = ProgressLine()
        progress.show("Looking for files…")
        let targets = ReviewTargets(paths: named.isEmpty ? ["."] : named, readsIgnored: noIgnore)
        let reviews = await targets.review(under: { _ in settings }) { done in
            progress.show("Reviewed \(done) of \(targets.targets.count) files…")
        }
        progress.clear()
        return reviews
    }

    private func exitCode(for files: [FileReview]) -> Int32 {
        let hasFailures = files.contains { file in
            if case .failed = file.outcome { true } else { false }
        }
        if hasFailures { return 2 }
        let counts = files.contains { file in
            file.findings.contains { $0.finding.severity >= failOn && !$0.isDismissed }
        }
        return counts ? 1 : 0
    }

    /// Says on standard error what could not be read, and what the user named but did not get reviewed.
    private func explainOmissions(of report: ReviewReport, _ problems: [SettingsFiles.Problem]) {
        var lines = problems.map { "warning: \($0.path): \($0.message)" }
        lines += report.failures.map { "error: \($0.path): \($0.reason)" }
        lines += report.notes.map { "note: \($0.path) \($0.note)" }
        let named = Set(paths)
        lines += report.skipped.filter { named.contains($0.path) || $0.reason == .unusableName }.map {
            "note: \($0.path) was not reviewed: \($0.reason)"
        }
        for line in lines { StandardStream.error.write(line.printable + "\n") }
    }
}

/// The output formats of `codeforge review`.
enum ReviewFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github

    var reporter: any Reporter {
        switch self {
        case .text:
            TextReporter(
                style: TerminalStyle(for: .output), showsSource: StandardStream.output.isTerminal)
        case .json: JSONReporter()
        case .sarif: SARIFReporter()
        case .github: GitHubReporter()
        }
    }
}

extension Severity: ExpressibleByArgument {}
