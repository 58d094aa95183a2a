/// A row of `project_members`: somebody who shares a project that another person owns.
package struct ProjectMember: Hashable, Sendable {
    package var projectID: RowID
    package var userID: RowID
    /// Who let them in; nil once that person is gone.
    package var addedBy: RowID?
    package var createdAt: Timestamp

    package init(projectID: RowID, userID: RowID, addedBy: RowID?, createdAt: Timestamp) {
        self.projectID = projectID
        self.userID = userID
        self.addedBy = addedBy
        self.createdAt = createdAt
    }
}
