import JSON
import Models

/// The `input_context` of a request to run an agent, once it has been checked.
///
/// Known keys have their types and limits; other keys are kept and passed on.
package struct InputContext: Hashable, Sendable {
    package let object: JSONObject

    /// Longest context, in bytes of JSON.
    package static let maxBytes = 50_000
    /// Most keys.
    package static let maxKeys = 10
    /// Longest idea, in characters.
    package static let maxIdeaLength = 10_000

    private enum Shape {
        case text(limit: Int), flag, level, texts, path
    }

    private static let shapes: [(key: String, shape: Shape)] = [
        ("user_idea", .text(limit: maxIdeaLength)), ("target_audience", .text(limit: 2_000)),
        ("tech_stack", .texts), ("skip_clarification", .flag), ("file_path", .path),
        ("route", .text(limit: 200)), ("description", .text(limit: 20_000)), ("code", .text(limit: maxBytes)),
        ("language", .text(limit: 50)),
        ("decision_context", .text(limit: 20_000)), ("question", .text(limit: 10_000)), ("skill_level", .level),
        ("focus_areas", .texts),
    ]

    /// Whether the code agent is told anything: without a word it would write whatever file comes first.
    package static func saysWhatToWrite(_ object: JSONObject) -> Bool {
        says(["description", "file_path", "route", "code", "question", "issues", "user_idea"], object)
    }

    /// Whether the pedagogy agent is told any decision or question: without one it would make a decision up.
    package static func saysWhatToTeach(_ object: JSONObject) -> Bool {
        says(["decision_context", "question", "code"], object)
    }

    private static func says(_ keys: [String], _ object: JSONObject) -> Bool {
        keys.contains { key in
            guard let value = object[key], !value.isNull else { return false }
            return value.string.map { text in text.contains { !$0.isWhitespace } } ?? true
        }
    }

    /// Checks a context for an agent, by its name, or for the `pipeline`.
    ///
    /// - Throws: `invalid_input` for the first key, in the order above, that is missing or has a wrong value.
    package init(_ object: JSONObject, for agent: String) throws(RequestFailure) {
        for (key, shape) in Self.shapes {
            guard let value = object[key], value != .null else { continue }
            if let problem = Self.problem(of: value, shape) { throw .invalidInput(["input_context", key], problem) }
        }
        if agent == "research" || agent == "pipeline" {
            let idea = object["user_idea"]?.string ?? ""
            guard idea.contains(where: { !$0.isWhitespace }) else {
                throw .invalidInput(
                    ["input_context", "user_idea"], "is missing. Say in a sentence what you want to build.")
            }
        }
        guard object.count <= Self.maxKeys else {
            throw .invalidInput(["input_context"], "has \(object.count) parts; \(Self.maxKeys) are allowed.")
        }
        let size = JSONValue.object(object).serialized.utf8.count
        guard size <= Self.maxBytes else {
            throw .invalidInput(
                ["input_context"], "has \(size) bytes; \(Self.maxBytes) are allowed. Send less text or code.")
        }
        self.object = object
    }

    private init(checked object: JSONObject) { self.object = object }

    /// The same without the secrets that the rules know, as it is kept: they are gone for good.
    ///
    /// The text of a file stays whole for the agents that change or review it: it is kept as the mirrored files are,
    /// and loses its secrets where a prompt is made of it.
    package func withoutSecrets(for agent: String) -> InputContext {
        let whole: Set<String> = agent == "code" || agent == "qa" ? ["code", "file_path"] : ["file_path"]
        var secrets = WithheldSecrets()
        var safe = JSONObject()
        // A key may hold one as well as a value may.
        for (key, value) in object {
            safe[secrets.taken(from: key)] = whole.contains(key) ? value : secrets.taken(from: value)
        }
        return InputContext(checked: safe)
    }

    private static func problem(of value: JSONValue, _ shape: Shape) -> String? {
        switch shape {
        case .text(let limit):
            guard let text = value.string else { return "must be text." }
            return text.utf8.count > limit && text.count > limit
                ? "has \(text.count) characters; \(limit) are allowed. Shorten it." : nil
        case .flag:
            return value.bool == nil ? "must be true or false." : nil
        case .level:
            let levels = ["beginner", "intermediate", "advanced"]
            return value.string.map(levels.contains) == true ? nil : "must be 'beginner', 'intermediate' or 'advanced'."
        case .texts:
            guard let items = value.array, items.allSatisfy({ $0.string != nil }) else {
                return "must hold texts."
            }
            return items.count > 50 ? "has \(items.count) items; 50 are allowed." : nil
        case .path:
            guard let text = value.string else { return "must be text." }
            // A folder of that name is nobody's wish.
            if text == "~" || text.hasPrefix("~/") {
                return "begins with ~, which stands for a home folder in a shell only; give a path relative to the "
                    + "project's folder."
            }
            do {
                _ = try ProjectPath(validating: text)
                return nil
            } catch {
                return "is refused. \(error)"
            }
        }
    }
}
