/// A row of `learning_roadmaps`: a curriculum and how far the learner is.
package struct RoadmapRow: Hashable, Sendable {
    package var id: RowID
    package var projectID: RowID
    /// An array of modules, each with at least a title and its steps.
    package var modules: JSONText
    /// Counts the steps done over all modules; the next step's index.
    package var currentStepIndex: Int
    package var createdAt: Timestamp

    package init(id: RowID, projectID: RowID, modules: JSONText, currentStepIndex: Int, createdAt: Timestamp) {
        self.id = id
        self.projectID = projectID
        self.modules = modules
        self.currentStepIndex = currentStepIndex
        self.createdAt = createdAt
    }
}
