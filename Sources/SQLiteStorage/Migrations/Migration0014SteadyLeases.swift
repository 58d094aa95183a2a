extension Migration {
    /// Leases end by a clock that nobody sets; see `MachineTime`.
    ///
    /// A lease from before has no end in it: the job is taken up at once.
    static let steadyLeases = Migration(
        number: 14, name: "0014_steady_leases",
        sql: """
            drop trigger agent_jobs_lease_expires_at_insert;
            drop trigger agent_jobs_lease_expires_at_update;
            alter table agent_jobs drop column lease_expires_at;
            alter table agent_jobs add column lease_boot text;
            alter table agent_jobs add column lease_ends_at integer
              check (lease_ends_at is null or (lease_owner is not null and lease_boot is not null));
            """)
}
