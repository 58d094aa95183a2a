extension Migration {
    /// A dismissal made by one program goes from what the others show.
    ///
    /// Of a project that is being deleted nothing is told: its own deletion is.
    static let dismissalsInChangeLog = Migration(
        number: 15, name: "0015_dismissals_in_change_log",
        sql: ["insert": "new", "delete": "old"].sorted { $0.key < $1.key }.map { operation, row in
            """
            create trigger dismissed_findings_logged_\(operation) after \(operation) on dismissed_findings
            begin
              insert into change_log(table_name, operation, row_id, project_id, owner_id)
              select 'dismissed_findings', '\(operation)', id, id, user_id from projects where id = \(row).project_id;
            end;
            """
        }.joined(separator: "\n"))
}
