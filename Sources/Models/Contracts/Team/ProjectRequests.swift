/// A new project: `POST /v1/projects`.
package struct NewProjectRequest: Contract {
    package var title: String
    package var mode: Project.Mode
    package var description: String?
    package var techStack: [String]?

    package static let schema = Schema(
        "NewProjectRequest", "A new project: POST /v1/projects.",
        Field("title", \NewProjectRequest.title, .words(200)),
        Field("mode", \NewProjectRequest.mode, .literal, default: .builder, schema: "builder"),
        Field("description", \NewProjectRequest.description, .optional(.string(0...5000)), default: nil, schema: nil),
        Field(
            "tech_stack", \NewProjectRequest.techStack, .optional(.list(of: .string(0...200))), default: nil,
            schema: nil),
        make: NewProjectRequest.init(title:mode:description:techStack:))

    package init(title: String, mode: Project.Mode = .builder, description: String? = nil, techStack: [String]? = nil) {
        self.title = title
        self.mode = mode
        self.description = description
        self.techStack = techStack
    }
}

/// What a person changes of a project: `PATCH /v1/projects/{project_id}`.
///
/// A member that is absent stays as it is.
package struct ProjectChanges: Contract {
    package var title: String?
    package var description: String?
    package var mode: Project.Mode?
    package var status: Project.Status?
    package var techStack: [String]?

    package static let schema = Schema(
        "ProjectChanges", "What a person changes of a project: PATCH /v1/projects/{project_id}.",
        Field("title", \ProjectChanges.title, .omittable(.words(200)), default: nil, schema: nil),
        Field("description", \ProjectChanges.description, .optional(.string(0...5000)), default: nil, schema: nil),
        Field("mode", \ProjectChanges.mode, .omittable(.literal), default: nil, schema: nil),
        Field("status", \ProjectChanges.status, .omittable(.literal), default: nil, schema: nil),
        Field(
            "tech_stack", \ProjectChanges.techStack, .omittable(.list(of: .string(0...200))), default: nil, schema: nil),
        make: ProjectChanges.init(title:description:mode:status:techStack:))

    package init(
        title: String?, description: String?, mode: Project.Mode?, status: Project.Status?, techStack: [String]?
    ) {
        self.title = title
        self.description = description
        self.mode = mode
        self.status = status
        self.techStack = techStack
    }
}
