import Models

/// Projects, and the small facts kept for one.
///
/// Seen and written by their owner; a member may not delete one.
package protocol ProjectStore: Sendable {
    func project(_ id: RowID, as caller: Caller) async throws(StoreError) -> Project

    /// The caller's projects (the service: all), newest first.
    func projects(as caller: Caller) async throws(StoreError) -> [Project]

    /// At most `limit` projects that the caller sees whose identity begins with `prefix`, in that order.
    func projects(withPrefix prefix: String, limit: Int, as caller: Caller) async throws(StoreError) -> [RowID]

    @discardableResult
    func createProject(_ project: NewProject, as caller: Caller) async throws(StoreError) -> Project

    @discardableResult
    func updateProject(
        _ id: RowID, _ update: ProjectUpdate, as caller: Caller
    ) async throws(StoreError) -> Project

    /// Deletes the project with its files, jobs, roadmaps, sessions and folder links.
    func deleteProject(_ id: RowID, as caller: Caller) async throws(StoreError)

    /// The JSON value kept for a project under a key, such as a choice or what a document was rendered from.
    ///
    /// - Throws: `notFound` for the project; a key without a value is `nil`.
    func projectValue(_ key: String, in project: RowID, as caller: Caller) async throws(StoreError) -> JSONText?

    /// The values whose keys begin with `prefix`, in the order of their keys.
    func projectValues(
        withPrefix prefix: String, in project: RowID, as caller: Caller
    ) async throws(StoreError) -> [(key: String, value: JSONText)]

    /// Keeps a value under a key, or forgets the key with `nil`.
    func setProjectValue(
        _ value: JSONText?, for key: String, in project: RowID, as caller: Caller
    ) async throws(StoreError)
}

package struct NewProject: Hashable, Sendable {
    package var id: RowID
    package var userID: RowID
    package var title: String
    package var description: String?
    package var mode: Project.Mode
    package var status: Project.Status
    package var requirementsSpec: JSONText?
    package var architectureSpec: JSONText?
    package var techStack: [String]?

    package init(
        id: RowID = .random(), userID: RowID, title: String, description: String? = nil,
        mode: Project.Mode = .builder, status: Project.Status = .planning, requirementsSpec: JSONText? = nil,
        architectureSpec: JSONText? = nil, techStack: [String]? = nil
    ) {
        self.id = id
        self.userID = userID
        self.title = title
        self.description = description
        self.mode = mode
        self.status = status
        self.requirementsSpec = requirementsSpec
        self.architectureSpec = architectureSpec
        self.techStack = techStack
    }
}

/// What to change of a project; `nil` leaves a field as it is, `.some(nil)` empties it.
package struct ProjectUpdate: Hashable, Sendable {
    package var title: String?
    package var description: String??
    package var mode: Project.Mode?
    package var status: Project.Status?
    package var requirementsSpec: JSONText??
    package var architectureSpec: JSONText??
    package var techStack: [String]??

    package init(
        title: String? = nil, description: String?? = nil, mode: Project.Mode? = nil,
        status: Project.Status? = nil, requirementsSpec: JSONText?? = nil, architectureSpec: JSONText?? = nil,
        techStack: [String]?? = nil
    ) {
        self.title = title
        self.description = description
        self.mode = mode
        self.status = status
        self.requirementsSpec = requirementsSpec
        self.architectureSpec = architectureSpec
        self.techStack = techStack
    }
}
