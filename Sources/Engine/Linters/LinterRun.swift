import Glibc
import Review

/// Runs linters over files, at most two at once.
package struct LinterRun: Sendable {
    /// Which linters are wanted.
    package enum Choice: Sendable, Hashable {
        /// Those that are there.
        case found
        case named([String])
    }

    /// What linters found, and a sentence for each that could not do its work.
    package struct Result: Sendable {
        fileprivate(set) var issues: [(linter: String, issue: LinterIssue)] = []
        package fileprivate(set) var problems: [String] = []
        /// Those that ran.
        package fileprivate(set) var ran: [String] = []
        /// Those of them that could not do their work.
        fileprivate(set) var failed: Set<String> = []

        /// The linters that have looked at all files of a language.
        func checkers(of language: Language) -> [String] {
            Linter.all.filter { ran.contains($0.name) && !failed.contains($0.name) && $0.languages.contains(language) }
                .map(\.name)
        }
    }

    /// One run of one linter.
    struct Work: Sendable {
        let linter: Linter
        let program: String
        let arguments: [String]
        /// Absolute paths, as many as an argument list takes.
        let files: [String]
    }

    /// Longest time that one run may take, in seconds.
    static let timeout = Duration.seconds(120)
    private static let outputLimitBytes = 64 << 20
    /// Most bytes of paths in one run, and most files.
    private static let argumentBytes = 100_000
    private static let mostFiles = 500

    private let folder: String
    private let choice: Choice
    private let search: LinterSearch

    /// Runs linters in a folder; `folder` may be relative to the current one.
    package init(_ choice: Choice, in folder: String = ".") {
        self.choice = choice
        self.folder = FolderDismissals.absolute(folder) ?? folder
        search = LinterSearch(in: self.folder)
    }

    /// Runs each linter over the files that it reads; `files` may be relative to the current folder.
    package func run(over files: [String]) async -> Result {
        let files = files.compactMap(FolderDismissals.absolute)
        var result = Result()
        let works = self.works(for: files, &result)
        await withTaskGroup(of: (Work, Swift.Result<[LinterIssue], LinterOutputError>).self) { group in
            var waiting = works[...]
            func startNext() {
                guard let work = waiting.popFirst() else { return }
                group.addTask { (work, run(work, for: Self.timeout) { Task.isCancelled }) }
            }
            startNext()
            startNext()
            for await (work, outcome) in group {
                startNext()
                switch outcome {
                case .success(let issues): result.issues += issues.map { (work.linter.name, $0) }
                case .failure(let error):
                    let sentence = "\(work.linter.name) did not do its work: \(error)"
                    result.failed.insert(work.linter.name)
                    if !result.problems.contains(sentence) { result.problems.append(sentence) }
                }
                if !result.ran.contains(work.linter.name) { result.ran.append(work.linter.name) }
            }
        }
        result.ran.sort()
        result.problems.sort()
        return result
    }

    /// What has to be run for files whose paths are absolute.
    func works(for files: [String], _ result: inout Result) -> [Work] {
        var works: [Work] = []
        let languages = files.map { Language.detect(languageID: nil, path: $0, firstLine: "") }
        for linter in Linter.all {
            if case .named(let names) = choice, !names.contains(linter.name) { continue }
            let own = zip(files, languages).filter { linter.languages.contains($0.1) }.map(\.0)
            guard !own.isEmpty else { continue }
            guard let program = search.find(linter.name) else {
                if case .named = choice {
                    result.problems.append("\(linter.name) is in no environment of the folder and not on PATH")
                }
                continue
            }
            var arguments = linter.arguments
            if !linter.settings.isEmpty {
                let places = linter.settings.map { (name: String) -> String in "\(folder)/\(name)" }
                guard let settings = places.first(where: { (place: String) in access(place, F_OK) == 0 }) else {
                    if case .named = choice {
                        result.problems.append("\(linter.name) needs one of \(linter.settings.joined(separator: ", "))")
                    }
                    continue
                }
                arguments.append(settings)
            }
            works += Self.portions(of: own).map { files in
                Work(linter: linter, program: program, arguments: arguments, files: files)
            }
        }
        return works
    }

    private static func portions(of files: [String]) -> [[String]] {
        var portions: [[String]] = []
        var bytes = 0
        for file in files {
            if portions.isEmpty || bytes + file.utf8.count > argumentBytes || (portions.last?.count ?? 0) >= mostFiles {
                portions.append([])
                bytes = 0
            }
            portions[portions.count - 1].append(file)
            bytes += file.utf8.count
        }
        return portions
    }

    /// Runs a linter to its end, on this thread; `isCancelled` is asked ten times a second.
    func run(
        _ work: Work, for timeout: Duration, isCancelled: () -> Bool
    ) -> Swift.Result<[LinterIssue], LinterOutputError> {
        let run = ProgramRun(
            work.program, work.arguments + work.files, in: folder,
            environment: ["NO_COLOR": "1", "FORCE_COLOR": nil, "PYTHONDONTWRITEBYTECODE": "1"], timeout: timeout,
            outputLimitBytes: Self.outputLimitBytes)
        do throws(ProgramRun.Failure) {
            let result = try run.run(isCancelled: isCancelled)
            guard work.linter.goodCodes.contains(result.code) else {
                let said = result.complaint.isEmpty ? "" : ", saying: \(result.complaint)"
                return .failure(LinterOutputError(description: "it ended with \(result.code)\(said)"))
            }
            do throws(LinterOutputError) {
                return .success(try work.linter.read(result.output))
            } catch {
                return .failure(error)
            }
        } catch {
            return .failure(LinterOutputError(description: "\(error)"))
        }
    }
}
