/// A row of `project_files`: one text file of a project.
package struct ProjectFile: Hashable, Sendable {
    package var info: ProjectFileInfo
    package var content: String

    package init(info: ProjectFileInfo, content: String) {
        self.info = info
        self.content = content
    }

    package var id: RowID { info.id }
    package var path: ProjectPath { info.path }
    package var version: Int { info.version }
}

/// A file's row without its content.
package struct ProjectFileInfo: Hashable, Sendable {
    package var id: RowID
    package var projectID: RowID
    package var path: ProjectPath
    package var language: String?
    /// 1 for a new file; grows by one with each saved change of content, language or path.
    package var version: Int
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package init(
        id: RowID, projectID: RowID, path: ProjectPath, language: String?, version: Int,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.projectID = projectID
        self.path = path
        self.language = language
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
