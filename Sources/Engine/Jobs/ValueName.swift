/// What a person calls the values of requests: the protocol's own words never reach them.
package enum ValueName {
    private static let names: [String: String] = [
        "user_idea": "The idea", "target_audience": "The audience", "tech_stack": "The list of technologies",
        "skip_clarification": "Whether to leave out questions", "file_path": "The file's path", "route": "The page",
        "decision_context": "The decision", "skill_level": "The skill level", "focus_areas": "The list of topics",
        "input_context": "The input", "agent_type": "The agent", "job_id": "The job", "project_id": "The project",
        "choice_id": "The choice", "option_id": "The option", "session_id": "The conversation",
        "step_index": "The step's number", "repo_name": "The repository's name", "github_token": "The GitHub token",
        "match_count": "The number of matches", "responses": "The list of answers", "uri": "The file",
        "identity": "The finding", "rule": "The rule", "allow": "The list of files that may go",
        "which": "The choice of files", "range": "The selection",
    ]

    /// The subject of a sentence about the value at a path, such as `["input_context", "user_idea"]`.
    package static func of(_ location: [String]) -> String {
        if location.first == "responses", location.count > 1, let index = Int(location[1]) {
            return "Answer \(index + 1)"
        }
        guard let key = location.last(where: { Int($0) == nil }) else { return "The value" }
        return names[key] ?? "The \(key.replacing("_", with: " "))"
    }
}
