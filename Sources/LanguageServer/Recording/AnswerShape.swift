import JSON

/// What of an answer is the same whenever the same is said to a server.
///
/// A replay's texts are scrubbed, its folders were empty and its time is another: what was found where, and in which
/// files, says nothing. Whether there is an answer at all, which error came, and how many jobs and conversations there
/// are does.
enum AnswerShape {
    /// Errors that come of what a replay lacks, or of its time: `RequestCancelled`, `ContentModified`, `ServerCancelled`.
    private static let timely: Set<Int> = [-32800, -32801, -32802]
    private static let lacking: Set<String> = ["not_found", "conflict", "unavailable", "cancelled", "agent_failed"]
    /// Whose lists have nothing but what was made in the session.
    private static let counted: Set<String> = ["codeforge/job/list", "codeforge/session/list", "codeforge.showJobs"]

    /// How an answer differs from the recorded one, in words; nil where it does not.
    static func difference(_ recorded: JSONValue, _ own: JSONValue, to request: JSONValue) -> String? {
        if [recorded, own].contains(where: isExcused) { return nil }
        let method = request["method"]?.string ?? ""
        let name = request["params"]?["command"]?.string ?? method
        let (before, now) = (kind(of: recorded), kind(of: own))
        if before != now { return "\(name): \(now) instead of \(before)" }
        guard counted.contains(name), let items = count(of: recorded), let others = count(of: own), items != others
        else { return nil }
        return "\(name): \(others) items instead of \(items)"
    }

    private static func isExcused(_ answer: JSONValue) -> Bool {
        guard let error = answer["error"] else { return false }
        return error["code"]?.int.map(timely.contains) ?? false
            || error["data"]?["code"]?.string.map(lacking.contains) ?? false
    }

    private static func kind(of answer: JSONValue) -> String {
        guard let error = answer["error"] else { return "a result" }
        let name = error["data"]?["code"]?.string.map { " (\($0))" } ?? ""
        return "the error \(error["code"]?.int ?? 0)\(name)"
    }

    private static func count(of answer: JSONValue) -> Int? { answer["result"]?["items"]?.array?.count }
}
