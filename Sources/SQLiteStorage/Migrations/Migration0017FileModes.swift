extension Migration {
    /// A file that a job removed gets its permissions back with its text.
    static let fileModes = Migration(
        number: 17, name: "0017_file_modes",
        sql: "alter table job_files add column mode integer check (mode between 0 and 4095);")
}
