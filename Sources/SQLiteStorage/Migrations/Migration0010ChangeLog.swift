extension Migration {
    /// The change feed's log, written by triggers in the transaction that makes the change.
    ///
    /// Its numbers have no gaps (a number taken by a transaction that rolls back is given again), so a reader that
    /// finds one knows that rows were trimmed before it read them.
    static let changeLog = Migration(
        number: 10, name: "0010_change_log",
        sql: """
            create table change_log (
              sequence integer primary key autoincrement,
              table_name text not null,
              operation text not null check (operation in ('insert', 'update', 'delete')),
              row_id text not null,
              project_id text not null,
              owner_id text not null
            ) strict;

            create trigger change_log_trimmed after insert on change_log when new.sequence % 1024 = 0
            begin delete from change_log where sequence <= new.sequence - \(keptChanges); end;

            \(logged("projects", columns: projectColumns, project: "id", owner: { "\($0).user_id" }))
            \(logged("agent_jobs", columns: jobColumns, project: "project_id", owner: { "\($0).user_id" }))
            \(logged("project_files", columns: "path, content, language, version", project: "project_id", owner: projectOwner))
            \(logged("learning_roadmaps", columns: "modules, current_step_index", project: "project_id", owner: projectOwner))

            -- Before the project's row goes, so that the owner of what goes with it can still be told.
            create trigger projects_deleted_contents before delete on projects
            begin
              delete from project_files where project_id = old.id;
              delete from agent_jobs where project_id = old.id;
              delete from learning_roadmaps where project_id = old.id;
            end;
            """)

    /// How many changes a process may be behind; at 100 a second, twenty minutes.
    static let keptChanges = 131_072

    /// The columns that somebody shows: a heartbeat and a time kept by a trigger are no news.
    private static let projectColumns =
        "user_id, title, description, mode, status, requirements_spec, architecture_spec, tech_stack"
    private static let jobColumns = "status, progress, result, error, questions, answers"

    private static func projectOwner(_ row: String) -> String {
        "coalesce((select user_id from projects where id = \(row).project_id), '')"
    }

    private static func logged(
        _ table: String, columns: String, project: String, owner: (String) -> String
    ) -> String {
        func trigger(_ operation: String, _ event: String, row: String) -> String {
            """
            create trigger \(table)_logged_\(operation) after \(event) on \(table)
            begin
              insert into change_log(table_name, operation, row_id, project_id, owner_id)
              values ('\(table)', '\(operation)', \(row).id, \(row).\(project), \(owner(row)));
            end;
            """
        }
        return [
            trigger("insert", "insert", row: "new"),
            trigger("update", "update of \(columns)", row: "new"),
            trigger("delete", "delete", row: "old"),
        ].joined(separator: "\n")
    }
}
