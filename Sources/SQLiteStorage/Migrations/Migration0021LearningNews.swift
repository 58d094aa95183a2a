extension Migration {
    /// How far up its ladder somebody is to a thing, and what was picked of a choice, is news: a second editor shows it.
    ///
    /// Of a project that is being deleted nothing is told: its own deletion is.
    static let learningNews = Migration(
        number: 21, name: "0021_learning_news",
        sql: [("insert", "new"), ("update", "new"), ("delete", "old")].map { operation, row in
            """
            create trigger learning_news_\(operation) after \(operation) on project_values
            when substr(\(row).key, 1, 7) in ('ladder/', 'choice/')
            begin
              insert into change_log(table_name, operation, row_id, project_id, owner_id)
              select 'projects', 'update', id, id, user_id from projects where id = \(row).project_id;
            end;
            """
        }.joined(separator: "\n"))
}
