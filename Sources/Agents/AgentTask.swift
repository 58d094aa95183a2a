import Engine
import JSON
import Models

/// Everything an agent may know and call while it runs.
package struct AgentTask: Sendable {
    /// Reports how far the agent is (0-100, never falling) and what it does now, in a person's words.
    package typealias Progress = @Sendable (_ percent: Double, _ step: String) async -> Void
    /// `match_patterns`: the patterns nearest to a query of 1536 dimensions, best first.
    package typealias PatternSearch =
        @Sendable (_ query: [Float], _ count: Int, _ type: String?) async throws -> [PatternMatch]
    /// Keeps where the issues of the QA agent's document are, in their order; nil where that is not known.
    package typealias IssuePlacing = @Sendable (_ places: [IssuePlace?]) async -> Void

    /// Keeps a file as the job's proposal: what is written besides the document's own file, and what changes a text.
    ///
    /// `seen` is the text that stood there when the agent looked, nil for none; `isEdit` whether the file is that text
    /// with some places changed, instead of one that was written anew.
    package typealias FileProposing =
        @Sendable (_ file: CodeGenerationResult, _ seen: String?, _ isEdit: Bool) async throws(AgentError) -> Void

    /// The job's `input_context`, validated at the edge.
    ///
    /// Agents ignore keys that they don't know.
    package var input: JSONObject
    package var project: ProjectSnapshot
    /// The user's answers to this job's questions so far; empty on the first turn.
    package var answers: [ClarificationResponse]
    package var progress: Progress
    package var matchPatterns: PatternSearch
    package var placeIssues: IssuePlacing
    package var proposeFile: FileProposing

    package init(
        input: JSONObject,
        project: ProjectSnapshot,
        answers: [ClarificationResponse] = [],
        progress: @escaping Progress = { _, _ in },
        matchPatterns: @escaping PatternSearch,
        placeIssues: @escaping IssuePlacing = { _ in },
        proposeFile: @escaping FileProposing = { _, _, _ in }
    ) {
        self.input = input
        self.project = project
        self.answers = answers
        self.progress = progress
        self.matchPatterns = matchPatterns
        self.placeIssues = placeIssues
        self.proposeFile = proposeFile
    }
}

/// A project as it stood when the agent's turn began.
package struct ProjectSnapshot: Sendable {
    package var title: String
    /// `builder` or `student`.
    package var mode: String
    package var requirements: RequirementsDoc?
    package var architecture: WireframeSpec?
    package var techStack: [String]
    /// Text of each project file by its path.
    package var files: [String: String]
    /// Of `files`, those that this job wrote, with the text that stood there before; empty where none did.
    package var generated: [String: String]
    /// Identities of the findings that a person dismissed, by the file's path.
    package var dismissed: [String: Set<String>]
    package var roadmap: LearningRoadmap?

    package init(
        title: String,
        mode: String = "builder",
        requirements: RequirementsDoc? = nil,
        architecture: WireframeSpec? = nil,
        techStack: [String] = [],
        files: [String: String] = [:],
        generated: [String: String] = [:],
        dismissed: [String: Set<String>] = [:],
        roadmap: LearningRoadmap? = nil
    ) {
        self.title = title
        self.mode = mode
        self.requirements = requirements
        self.architecture = architecture
        self.techStack = techStack
        self.files = files
        self.generated = generated
        self.dismissed = dismissed
        self.roadmap = roadmap
    }
}

/// A file that the code agent will write: one call of the agent each.
package struct PlannedFile: Sendable, Hashable {
    /// Relative to the project's folder, such as `src/app/page.tsx`.
    package let path: String
    /// The specification's `language`, such as `typescript`.
    package let language: String
    /// What the file is for, in one line; shown as the thought step while it is written.
    package let purpose: String

    package init(path: String, language: String, purpose: String) {
        self.path = path
        self.language = language
        self.purpose = purpose
    }
}
