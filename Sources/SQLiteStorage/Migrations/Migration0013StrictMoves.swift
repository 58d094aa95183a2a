extension Migration {
    /// Closes a way around the moves of a job: `update or replace` puts the default where it is given NULL.
    static let strictMoves = Migration(
        number: 13, name: "0013_strict_moves",
        sql: """
            drop trigger agent_jobs_transition;
            create trigger agent_jobs_transition before update of status on agent_jobs
            when new.status is not old.status and (
              (old.status = 'queued' and new.status in ('running', 'cancelled'))
              or (old.status = 'running' and new.status in ('completed', 'failed', 'cancelled', 'waiting_for_input'))
              or (old.status = 'waiting_for_input' and new.status in ('running', 'cancelled'))) is not true
            begin select raise(abort, 'agent_jobs.status can not make this move'); end;
            """)
}
