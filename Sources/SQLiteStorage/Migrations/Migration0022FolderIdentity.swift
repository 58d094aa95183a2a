extension Migration {
    /// What tells a folder from another one that stands at its path later.
    ///
    /// Folders that were linked before get theirs when they are opened next.
    static let folderIdentity = Migration(
        number: 22, name: "0022_folder_identity",
        sql: """
            alter table workspaces add column identity text;
            create index workspaces_identity on workspaces(identity);
            """)
}
