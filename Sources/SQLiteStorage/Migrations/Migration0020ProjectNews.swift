extension Migration {
    /// What a roadmap is called, and who shares a project, is news of the project, as what was picked of a choice is.
    ///
    /// Of a project that is being deleted nothing is told: its own deletion is.
    static let projectNews = Migration(
        number: 20, name: "0020_project_news",
        sql: [
            logged("roadmap_insert", "insert on project_values when substr(new.key, 1, 8) = 'roadmap/'", "new"),
            logged(
                "roadmap_update", "update of value on project_values when substr(new.key, 1, 8) = 'roadmap/'", "new"),
            logged("member_insert", "insert on project_members", "new"),
            logged("member_delete", "delete on project_members", "old"),
        ].joined(separator: "\n"))

    private static func logged(_ name: String, _ event: String, _ row: String) -> String {
        """
        create trigger project_news_\(name) after \(event)
        begin
          insert into change_log(table_name, operation, row_id, project_id, owner_id)
          select 'projects', 'update', id, id, user_id from projects where id = \(row).project_id;
        end;
        """
    }
}
