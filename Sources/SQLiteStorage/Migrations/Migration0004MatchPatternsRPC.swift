extension Migration {
    /// What `match_patterns` needs: a number that tells whether the vectors that a process holds are still current.
    static let matchPatternsRPC = Migration(
        number: 4, name: "0004_match_patterns_rpc",
        sql: """
            create table pattern_generation (
              only_row integer primary key check (only_row = 1),
              generation integer not null
            ) strict;
            insert into pattern_generation values (1, 0);

            create trigger pattern_embeddings_inserted after insert on pattern_embeddings
            begin update pattern_generation set generation = generation + 1; end;
            create trigger pattern_embeddings_updated after update of id, embedding, project_type on pattern_embeddings
            begin update pattern_generation set generation = generation + 1; end;
            create trigger pattern_embeddings_deleted after delete on pattern_embeddings
            begin update pattern_generation set generation = generation + 1; end;
            """)
}
