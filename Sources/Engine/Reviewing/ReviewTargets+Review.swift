import Glibc

extension ReviewTargets {
    /// Files that one task reviews before it reports; enough of them to keep the tasks' own cost out of sight.
    private static let filesPerTask = 16

    /// Reviews all files on every core.
    ///
    /// - Parameter progress: Gets the number of files done, from one task at a time.
    /// - Returns: One result a file in the order of the shown paths, failures included.
    package func review(progress: (Int) -> Void = { _ in }) async -> [FileReview] {
        var reviews = failures
        reviews.reserveCapacity(failures.count + targets.count)
        await withTaskGroup(of: [FileReview].self) { group in
            for start in stride(from: 0, to: targets.count, by: Self.filesPerTask) {
                let part = targets[start..<min(start + Self.filesPerTask, targets.count)]
                group.addTask { part.map(\.reviewed) }
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
    fileprivate var reviewed: FileReview {
        do throws(SystemError) {
            guard let file = try OpenFile.regularFile(at: location) else {
                return FileReview(path: shownPath, outcome: .skipped(.notAFile))
            }
            let size = Int(try file.attributes().st_size)
            guard size <= limitBytes else {
                return FileReview(path: shownPath, outcome: .skipped(.tooLarge(bytes: size, limitBytes: limitBytes)))
            }
            let bytes = try file.read(upTo: limitBytes, expecting: size)
            return FileReview(path: shownPath, projectPath: projectPath, reviewing: bytes)
        } catch {
            return FileReview(path: shownPath, outcome: .failed(reason: "\(error)"))
        }
    }
}
