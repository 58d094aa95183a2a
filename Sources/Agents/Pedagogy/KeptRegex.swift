import Synchronization

/// A regular expression that stands in the code, read when its place is come by for the first time and kept: Swift reads
/// a literal anew each time, which takes longer than to search a line with it.
///
/// It must not depend on anything.
func kept<Output>(
    _ regex: @autoclosure () -> Regex<Output>, file: StaticString = #fileID, line: Int = #line, column: Int = #column
) -> Regex<Output> {
    let place = RegexPlace(file: UInt(bitPattern: file.utf8Start), line: line, column: column)
    if let known = regexes.withLock({ $0[place]?.regex as? Regex<Output> }) { return known }
    let read = KeptRegex(regex: regex())
    regexes.withLock { $0[place] = read }
    return read.regex as? Regex<Output> ?? regex()
}

private struct RegexPlace: Hashable {
    let file: UInt
    let line: Int
    let column: Int
}

/// Searching changes nothing of a regular expression but what it was compiled to, which is written once, atomically.
private struct KeptRegex: @unchecked Sendable {
    let regex: Any
}

private let regexes = Mutex<[RegexPlace: KeptRegex]>([:])
