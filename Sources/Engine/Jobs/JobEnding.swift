import JSON
import Models

/// What a job came to, in sentences for a person: the same in every editor and on the command line.
///
/// What became of its files is told by `JobOutcome`.
package struct JobEnding: Sendable, Hashable {
    /// What the agents made and found.
    package private(set) var sentences: [String] = []
    /// Where it is to be read, and what may come next; empty where that is said already.
    package private(set) var next = ""

    /// What a result says; nothing for none, as for one that is withheld from a student.
    package init(of result: JSONValue?) {
        guard let result else { return }
        // A pipeline's result holds those of its agents.
        let requirements = result["requirements"] ?? (result["app_name"] == nil ? JSONValue?.none : result)
        let architecture = result["architecture"] ?? (result["site_map"] == nil ? JSONValue?.none : result)
        let review = result["qa"] ?? (result["passed"] == nil ? JSONValue?.none : result)
        if let name = requirements?["app_name"]?.string { sentences.append(name) }
        if let pages = architecture?["site_map"]?.array { sentences.append("Pages: \(pages.count)") }
        if let passed = review?["passed"]?.bool {
            sentences.append("Review: \(passed ? "passed" : "not passed"). \(review?["summary"]?.string ?? "")")
        }
        // That there is no code is what somebody has to know first.
        if let refusal = result["code_refused"]?.string { sentences.insert(refusal, at: 0) }
        if let changed = result["requirements_changed"]?.string { sentences.append(changed) }
        if let recommendation = result["recommendation"]?.string { sentences.append(recommendation) }
        let isRoadmap = result["title"] != nil && result["modules"] != nil
        if isRoadmap, let title = result["title"]?.string { sentences.append("Roadmap: \(title)") }
        let isCode = result["explanation"] != nil && result["file_path"] != nil
        if isCode, let explanation = result["explanation"]?.string { sentences.append(explanation) }
        if result["requirements"] != nil {
            // Where no code was written there is no review either.
            let kinds: [DocumentKind] = [.requirements, .architecture] + (review == nil ? [] : [.review])
            next = "Read \(Self.paths(kinds))."
        } else if requirements != nil {
            next =
                "Read \(Self.paths(.requirements)) and correct what is wrong there; then run the wireframe or the "
                + "roadmap agent, or the pipeline."
        } else if architecture != nil {
            next = "Read \(Self.paths(.architecture)); then run the code agent, or the pipeline."
        } else if let review {
            let hasIssues = review["issues"]?.array?.isEmpty == false
            let each = StudentMode.isForStudents(review) ? "Each issue is" : "Each issue, with what to do about it, is"
            next = "\(hasIssues ? each : "It is") in \(Self.paths(.review))."
        } else if isRoadmap {
            next = "Read \(Self.paths(.roadmap)) and tick a step there when it is done."
        } else if result["recommendation"] != nil {
            next = "Choose in \(Self.paths(.choices))."
        }
    }

    /// All of it as one text; nil where there is nothing to say.
    package var text: String? {
        let all = (sentences + [next]).filter { !$0.isEmpty }.map { sentence in
            sentence.last.map { ".!?…”".contains($0) } == true ? sentence : "\(sentence)."
        }
        return all.isEmpty ? nil : all.joined(separator: " ")
    }

    private static func paths(_ kinds: DocumentKind...) -> String { paths(kinds) }

    private static func paths(_ kinds: [DocumentKind]) -> String {
        let paths = kinds.map(\.path)
        return paths.count < 2
            ? paths.joined() : "\(paths.dropLast().joined(separator: ", ")) and \(paths[paths.count - 1])"
    }
}
