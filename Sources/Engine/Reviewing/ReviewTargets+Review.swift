import Glibc
import Review

extension ReviewTargets {
    /// Files that one task reviews before it reports; enough of them to keep the tasks' own cost out of sight.
    private static let filesPerTask = 16

    /// Reviews all files on every core, except those that the settings leave out.
    ///
    /// - Parameters:
    ///   - settings: Those that hold for a file, by its shown path.
    ///   - rules: What a file is reviewed by, by where it is.
    ///   - decisions: As the settings; what they exclude is not read.
    ///   - progress: Gets the number of files done, from one task at a time.
    /// - Returns: One result a file in the order of the shown paths, failures included.
    package func review(
        under settings: @escaping @Sendable (String) -> Settings, rules: @escaping @Sendable (String) -> RuleSet,
        decisions: @escaping @Sendable (String) -> FileDecisions = { _ in FileDecisions() },
        progress: (Int) -> Void = { _ in }
    ) async -> [FileReview] {
        var reviews = failures
        reviews.reserveCapacity(failures.count + targets.count)
        await withTaskGroup(of: [FileReview].self) { group in
            for start in stride(from: 0, to: targets.count, by: Self.filesPerTask) {
                let part = targets[start..<min(start + Self.filesPerTask, targets.count)]
                group.addTask {
                    part.map { target in
                        let path = target.shownPath
                        var review = target.review(
                            under: settings(path), by: rules(target.location), decisions(path))
                        review.isNamed = target.namedFolder == nil
                        return review
                    }
                }
            }
            for await part in group {
                reviews += part
                progress(reviews.count - failures.count)
            }
        }
        return reviews.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

extension ReviewTarget {
    /// The file's review, from reading it on.
    fileprivate func review(under settings: Settings, by rules: RuleSet, _ decisions: FileDecisions) -> FileReview {
        if decisions.isExcluded { return FileReview(path: shownPath, outcome: .skipped(.excluded)) }
        do throws(SystemError) {
            guard let file = try OpenFile.regularFile(at: location) else {
                return FileReview(path: shownPath, outcome: .skipped(.notAFile))
            }
            let size = Int(try file.attributes().st_size)
            guard size <= limitBytes else {
                return FileReview(path: shownPath, outcome: .skipped(.tooLarge(bytes: size, limitBytes: limitBytes)))
            }
            if let reason = SkipReason(ofTextOfBytes: size, under: settings) {
                return FileReview(path: shownPath, outcome: .skipped(reason))
            }
            let bytes = try file.read(upTo: limitBytes, expecting: size)
            return FileReview(
                path: shownPath, projectPath: projectPath, reviewing: bytes, under: settings, by: rules)
        } catch {
            return FileReview(path: shownPath, outcome: .failed(reason: "\(error)"))
        }
    }
}
