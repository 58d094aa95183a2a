import ArgumentParser
import Engine
import Glibc
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

            --baseline leaves out what an earlier review found, wherever its lines moved to; --diff all that is not on a \
            line that changed since the history left a commit, with files that git does not follow. Both are counted \
            in the summary.

            --linters runs the linters that the folder's own environment (.venv, node_modules) or PATH has, over the files \
            that each of them reads, for at most two minutes each. What a linter and a rule both find on a line is \
            told once. A linter reads the folder's settings for it, some of which are programs: use it where you trust \
            the folder.

            --fix repairs what is reported and can be repaired by itself, and reports what is left. A file that \
            changes meanwhile stays as it is, and so do files of a project in student mode, and those of repositories \
            below a folder that is named: submodules and other checkouts are repaired when they are named themselves.

            Rules of .codeforge/rules in the nearest folder above a file are added to those of the program; \
            'codeforge rules test' tries them.

            The settings 'review....' of the nearest .codeforge/config.json above a file and of the user's config.json \
            are obeyed, and what the nearest .codeforge/review.json says of rules, paths and files to leave out; their \
            problems are told on standard error.

            --save-dismissals writes what was dismissed in editors into .codeforge/dismissals.json of the project, for \
            a commit: what stands there does not count where no editor's database is, either.

            EXIT CODE:
              0  nothing at or above the level of --fail-on
              1  findings at or above it
              2  the review could not run, something could not be read, a named file or a file of code in a folder was \
            not reviewed though nothing leaves it out, or a linter named by --linter did not work

            EXAMPLES:
              codeforge review
              codeforge review src tests/helpers.py --fail-on critical
              codeforge review --all
              codeforge review --rule 'secrets/*' --rule sql/string-built-query
              codeforge review --diff origin/main
              codeforge review --write-baseline review-baseline.json
              codeforge review --baseline review-baseline.json
              codeforge review --fix
              codeforge review --linters
              codeforge review --linter ruff --rule 'ruff/S*'
              codeforge review --save-dismissals
              codeforge review --format sarif > review.sarif
              git show HEAD:app.py | codeforge review - --stdin-path app.py
            """)

    @Argument(
        help: ArgumentHelp("Files and folders; '-' is standard input. (default: this folder)", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Option(help: "How findings are written: text, json, sarif, github or junit.")
    var format = ReviewFormat.text

    @Flag(help: "Write JSON, as --format json does.")
    var json = false

    @Option(help: "The least severity that makes the exit code 1: critical, warning or info; or never.")
    var failOn = FailLevel.warning

    @Option(
        help: ArgumentHelp("Report only this rule, or those of a pattern such as 'sql/*'.", valueName: "id|glob"),
        completion: .list(RuleSet.builtIn.rules.map(\.id)))
    var rule: [String] = []

    @Option(
        help: ArgumentHelp(
            "Leave out what is in a file that --write-baseline, --format json or --format sarif made here.",
            valueName: "file"),
        completion: .file())
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Write what is found into a file for --baseline; it does not count then.", valueName: "file"),
        completion: .file())
    var writeBaseline: String?

    @Option(
        help: ArgumentHelp(
            "Report only what is on lines that changed since the history left this commit.", valueName: "base"))
    var diff: String?

    @Flag(
        help: """
            Run linters as well: those that are there of \(Linter.names.joined(separator: ", ")). They may run code of \
            the folder.
            """)
    var linters = false

    @Option(
        help: ArgumentHelp("Run this linter as well.", valueName: "name"), completion: .list(Linter.names))
    var linter: [String] = []

    @Flag(help: "Repair what can be repaired by itself; report what is left.")
    var fix = false

    @Option(
        help: ArgumentHelp("The name of what comes over standard input; it tells the language.", valueName: "path"),
        completion: .file())
    var stdinPath = "stdin"

    @Flag(help: "Review what ignore files leave out, too.")
    var noIgnore = false

    @Flag(help: "Show what was dismissed, too.")
    var all = false

    @Flag(help: "Review nothing, but write what was dismissed in editors into .codeforge/dismissals.json.")
    var saveDismissals = false

    @Option(
        help: ArgumentHelp(
            "The database that knows what was dismissed, instead of the one in the user's data folder.",
            valueName: "file"),
        completion: .file())
    var database: String?

    func validate() throws {
        if let unknown = linter.first(where: { !Linter.names.contains($0) }) {
            throw ValidationError(
                "No linter is called '\(unknown)'. Known are \(Linter.names.joined(separator: ", ")).")
        }
        if fix, linters || !linter.isEmpty {
            throw ValidationError("--fix repairs what rules find, not linters; give it without them.")
        }
        if fix, readsStandardInput { throw ValidationError("--fix cannot repair standard input; name files.") }
        if json, format != .text, format != .json {
            throw ValidationError("--json and --format \(format.rawValue) say two things; give one of them.")
        }
        if paths.contains("") { throw ValidationError("A path is empty; name files and folders, or none at all.") }
        if writeBaseline == "-" {
            throw ValidationError("--write-baseline writes a file; --format json writes to standard output.")
        }
    }

    func run() async throws {
        if saveDismissals { return try await saveDismissed() }
        let start = ContinuousClock.now
        let rules = RuleSets()
        let own = rules.rules(ofFileAt: ".").own.map(\.id)
        let narrowing = try ReviewNarrowing(rules: rule, known: own, baseline: baseline, diff: diff)
        let targets = targets
        let configuration = ReviewConfiguration(
            ofFilesAt: targets.targets.map(\.path) + (readsStandardInput ? [stdinPath] : []))
        var files = try readStandardInput(configuration, by: rules)
        files += await reviewed(targets, configuration, by: rules)
        var lintNotes: [String] = []
        var lacksLinter = false
        if linters || !linter.isEmpty {
            let result = await lint(&files)
            lintNotes = result.notes
            // Who names a linter relies on it.
            lacksLinter = !linter.isEmpty && result.hasProblems
        }
        let dismissals = await dismissals(of: files)
        let counting = ReviewCounting(configuration, dismissals, narrowing, showsDismissed: all)
        files = files.map { counting.part(of: $0) }
        var repairs = ReviewRepairs()
        if fix { await repairs.run(on: &files, of: targets, by: rules, counting, database: database) }
        await withholdSolutions(from: &files)
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let hasFailures = files.contains { $0.isFailed || $0.isMissed }
        if let writeBaseline { try write(Baseline.text(of: files), to: writeBaseline, unless: hasFailures) }
        // What was just written down is known; what counts beside an older baseline still does.
        let failOn = writeBaseline != nil && baseline == nil ? .never : failOn
        let exitCode = lacksLinter ? 2 : exitCode(for: files, failOn)
        let report = ReviewReport(
            files: files, failsFrom: failOn.severity, fixed: repairs.fixed, exitCode: exitCode,
            duration: ContinuousClock.now - start)
        StandardStream.output.write(Array((json ? .json : format).reporter.text(of: report).utf8))
        let warnings = configuration.warnings + rules.problems.map { "\($0.path): \($0.message)" }
        let notes = targets.leftovers + stdinNotes(files) + lintNotes + repairs.notes + narrowing.notes(for: files)
        explainOmissions(of: report, warnings, notes)
        throw ExitCode(exitCode)
    }

    /// Leaves in the files of a project in student mode only what is wrong, whatever the format that is written.
    private func withholdSolutions(from files: inout [FileReview]) async {
        let found = files.filter { !$0.findings.isEmpty }.map(\.path)
        guard !found.isEmpty else { return }
        // Without the database, which the reader was told of already, the folders' documents say it.
        let students =
            (try? await StudentFiles(ofFilesAt: found, database: database)) ?? StudentFiles(markedAbove: found)
        files = files.map { students.contain($0.path) ? $0.withoutSolutions : $0 }
    }

    /// Adds what linters find in the files that were reviewed.
    ///
    /// - Returns: what has to be told of the linters, a line each, and whether one could not do its work.
    private func lint(_ files: inout [FileReview]) async -> (notes: [String], hasProblems: Bool) {
        var progress = ProgressLine()
        progress.show("Running linters…")
        defer { progress.clear() }
        let run = LinterRun(linter.isEmpty ? .found : .named(linter))
        let result = await run.run(over: files.filter(\.isReviewed).map(\.path))
        files = result.added(to: files)
        let none = result.ran.isEmpty && result.problems.isEmpty ? ["note: no linter is there for these files"] : []
        return (none + result.problems.map { "warning: \($0)" }, !result.problems.isEmpty)
    }

    private func saveDismissed() async throws {
        do {
            let saved = try await SavedDismissals.save(from: ".", database: database)
            let new = "of which \(saved.added) \(saved.added == 1 ? "is" : "are") new"
            StandardStream.output.write(
                "\(saved.path.printable) holds \(saved.count.counted("dismissal")), \(new).\n")
        } catch {
            throw CommandFailure(description: "\(error)")
        }
    }

    private func write(_ baseline: String, to path: String, unless hasFailures: Bool) throws {
        guard !hasFailures else {
            return StandardStream.error.write("note: the baseline was not written, for not everything was reviewed\n")
        }
        // A name that was meant for something else must not cost a file.
        guard access(path, F_OK) != 0 || Baseline.isOwn(at: path) else {
            throw CommandFailure(
                description: "'\(path)' is there and is no baseline that --write-baseline made, so it is not replaced. "
                    + "Name another file, or remove this one first.")
        }
        do {
            try WholeFile(path).write(Array(baseline.utf8))
        } catch {
            throw CommandFailure(description: "The baseline '\(path)' cannot be written: \(error).")
        }
    }

    private var readsStandardInput: Bool { paths.contains("-") }

    /// What has to be told of a text of which nobody said what it is.
    private func stdinNotes(_ files: [FileReview]) -> [String] {
        guard readsStandardInput, files.contains(where: { $0.path == stdinPath && $0.knowsOnlySecrets }) else {
            return []
        }
        return [
            "note: only secrets were looked for in \(stdinPath): its language is not known; --stdin-path NAME tells it"
        ]
    }

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

    private func readStandardInput(_ configuration: ReviewConfiguration, by rules: RuleSets) throws -> [FileReview] {
        guard readsStandardInput else { return [] }
        let text = try StandardInput.readAll(limitBytes: ReviewTargets.fileLimitBytes)
        var review = FileReview(
            path: stdinPath, reviewing: text, under: configuration.settings(forFileAt: stdinPath),
            by: rules.rules(ofFileAt: stdinPath), configuration.decisions(forFileAt: stdinPath))
        review.isNamed = true
        return [review]
    }

    private var targets: ReviewTargets {
        let named = paths.filter { $0 != "-" }
        if named.isEmpty, readsStandardInput { return ReviewTargets(paths: []) }
        var progress = ProgressLine()
        progress.show("Looking for files…")
        defer { progress.clear() }
        return ReviewTargets(paths: named.isEmpty ? ["."] : named, readsIgnored: noIgnore)
    }

    private func reviewed(
        _ targets: ReviewTargets, _ configuration: ReviewConfiguration, by rules: RuleSets
    ) async -> [FileReview] {
        var progress = ProgressLine()
        let reviews = await targets.review(
            under: configuration.settings, rules: { rules.rules(ofFileAt: $0) }, decisions: configuration.decisions
        ) { done in
            progress.show("Reviewed \(done) of \(targets.targets.count) files…")
        }
        progress.clear()
        return reviews
    }

    private func exitCode(for files: [FileReview], _ failOn: FailLevel) -> Int32 {
        if files.contains(where: { $0.isFailed || $0.isMissed }) { return 2 }
        guard let least = failOn.severity else { return 0 }
        let counts = files.contains { file in
            file.findings.contains { $0.finding.severity >= least && !$0.isDismissed }
        }
        return counts ? 1 : 0
    }

    /// Says on standard error what could not be read, and what the user named but did not get reviewed.
    private func explainOmissions(
        of report: ReviewReport, _ problems: [String], _ notes: [String]
    ) {
        var lines = problems.map { "warning: \($0)" }
        lines += report.failures.map { "error: \($0.path): \($0.reason)" }
        lines += report.notes.map { "note: \($0.path) \($0.note)" }
        lines += report.missed.map { "error: \($0.path) was not reviewed: \($0.reason)" }
        let named = Set(paths)
        lines += report.passedOver.filter { named.contains($0.path) }.map {
            "note: \($0.path) was not reviewed: \($0.reason)"
        }
        lines += notes
        for line in lines { StandardStream.error.write(line.printable + "\n") }
    }
}

/// The output formats of `codeforge review`.
enum ReviewFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github, junit

    var reporter: any Reporter {
        switch self {
        case .text:
            TextReporter(
                style: TerminalStyle(for: .output), showsSource: StandardStream.output.isTerminal)
        case .json: JSONReporter()
        case .sarif: SARIFReporter()
        case .github: GitHubReporter()
        case .junit: JUnitReporter()
        }
    }
}

/// From which severity on findings make the exit code 1.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
    case critical, warning, info, never

    /// Nil for `never`.
    var severity: Severity? { Severity(rawValue: rawValue) }
}

extension FileReview {
    /// Whether the file could not be read.
    var isFailed: Bool {
        if case .failed = outcome { true } else { false }
    }
}
