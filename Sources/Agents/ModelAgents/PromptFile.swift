import JSON

/// A prompt, from the file of its name in `Prompts`; the first line of a file is its version.
enum PromptFile: String, CaseIterable, Sendable {
    case common, research, wireframe, roadmap, pedagogy, code, plan, qa, explain, mentor, test

    private var bytes: [UInt8] {
        switch self {
        case .common: PackageResources.common_md
        case .research: PackageResources.research_md
        case .wireframe: PackageResources.wireframe_md
        case .roadmap: PackageResources.roadmap_md
        case .pedagogy: PackageResources.pedagogy_md
        case .code: PackageResources.code_md
        case .plan: PackageResources.plan_md
        case .qa: PackageResources.qa_md
        case .explain: PackageResources.explain_md
        case .mentor: PackageResources.mentor_md
        case .test: PackageResources.test_md
        }
    }

    private var lines: (version: Substring, text: Substring) {
        let text = String(decoding: bytes, as: UTF8.self)
        let end = text.firstIndex(of: "\n") ?? text.endIndex
        return (text[..<end], text[end...])
    }

    /// Such as `3`.
    var version: String { lines.version.filter(\.isNumber) }

    private var text: String { String(lines.text).trimmingSpaces }

    /// What a model is told before the material: who it is, what it is to do, and the answer's schema.
    ///
    /// The schema stands there even where the API holds the model to it: some servers never show it to their model.
    func system(schema: JSONValue) -> String {
        [PromptFile.common.text, text, "The JSON Schema of the answer:\n\(schema.serialized)"].joined(separator: "\n\n")
    }
}
