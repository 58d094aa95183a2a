import Patterns

/// Why the offline code agent writes nothing, and what would.
struct Refusal {
    let path: String?
    let description: String
    let project: ProjectSnapshot
    let plan: [SourceFile]

    static let whatWould =
        "A model could write it (the setting `model.provider` chooses one); or write it by hand: the reviewer "
        + "looks at it as you type."

    var reason: String {
        if let refusal = OfflineAgents.codeRefusal(for: project) { return refusal }
        let wish = description.isEmpty ? "" : " that does this: “\(Clip.text(description, 200))”"
        let what = path.map { "\(Clip.text($0, 200))\(language(of: $0))" } ?? "a file"
        var text = "No code was written: I have no template for \(what)\(wish). "
        if plan.isEmpty {
            text +=
                "Offline, I write the files of a project's plan, and this project has no requirements yet: run the research "
                + "agent first. "
        } else {
            let examples = plan.filter { $0.language != "markdown" }.prefix(3).map(\.path)
            text +=
                "Offline, I write the \(plan.count) files of the project's plan, such as \(English.list(Array(examples))). "
        }
        return text + Self.whatWould
    }

    private func language(of path: String) -> String {
        let language = SourceFile.language(of: path)
        return language == "plaintext" ? "" : " (\(language))"
    }
}
