import JSON
import Models
import Storage

/// What a project itself says that people share: its title, description, technologies, requirements and architecture.
///
/// Whether it is for learning, and how far it is, is each person's own.
enum TeamProject {
    static let keys = ["title", "description", "tech_stack", "requirements_spec", "architecture_spec"]

    static func values(of project: Project) -> JSONObject {
        [
            "title": .string(project.title), "description": project.description.map { .string($0) } ?? .null,
            "tech_stack": project.techStack.map { .array($0.map { .string($0) }) } ?? .null,
            "requirements_spec": plain(RequirementsDoc.self, project.requirementsSpec),
            "architecture_spec": plain(WireframeSpec.self, project.architectureSpec),
        ]
    }

    /// Members in the contract's order, which PostgreSQL does not keep.
    private static func plain<Document: Contract>(_ type: Document.Type, _ text: JSONText?) -> JSONValue {
        let value = text.json
        return (try? Document(validating: value))?.json ?? value
    }

    /// - Throws: `invalid_input` for a value that a project cannot have; then nothing was set.
    static func set(
        _ key: String, to value: JSONValue, in update: inout ProjectUpdate
    ) throws(RequestFailure) {
        switch key {
        case "requirements_spec":
            update.requirementsSpec = .some(try document(RequirementsDoc.self, value, key))
        case "architecture_spec":
            update.architectureSpec = .some(try document(WireframeSpec.self, value, key))
        case "tech_stack" where value.isNull: update.techStack = .some(nil)
        case "title", "description", "tech_stack": try update.set(key, to: value)
        default: throw .invalidInput(["project", key], "is nothing that is shared.")
        }
    }

    private static func document<Document: Contract>(
        _ type: Document.Type, _ value: JSONValue, _ key: String
    ) throws(RequestFailure) -> JSONText? {
        if value.isNull { return nil }
        do throws(ValidationErrors) {
            return JSONText(try Document(validating: value).json)
        } catch {
            throw RequestFailure(error)
        }
    }

    /// What two people made of a value apart from one another; nil where only a person can say.
    static func merged(_ key: String, base: JSONValue?, mine: JSONValue, theirs: JSONValue) -> JSONValue? {
        if mine == base || mine == theirs { return theirs }
        if theirs == base { return mine }
        guard key == "requirements_spec", let base, let was = try? RequirementsDoc(validating: base),
            let own = try? RequirementsDoc(validating: mine), let other = try? RequirementsDoc(validating: theirs)
        else { return nil }
        return RequirementsMerge(base: was, mine: own, theirs: other).merged.json
    }
}
