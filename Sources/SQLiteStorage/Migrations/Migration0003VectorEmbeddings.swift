extension Migration {
    /// The pattern library; a vector is 1536 little-endian 32-bit floats.
    ///
    /// The specification's IVFFlat index has no counterpart: the store compares every pattern, which is exact and, for
    /// tens of thousands of them, fast enough.
    static let vectorEmbeddings = Migration(
        number: 3, name: "0003_vector_embeddings",
        sql: """
            create table pattern_embeddings (
              id text default \(Schema.uuid) primary key not null \(Schema.isUUID("id")),
              project_type text not null,
              embedding blob
                constraint "embedding must be 1536 32-bit floats" check (length(embedding) = 6144),
              metadata text \(Schema.isJSON("metadata")),
              success_score real
                constraint "success_score must be 0 to 1" check (success_score between 0 and 1),
              created_at text default \(Schema.now) not null \(Schema.isTimestamp("created_at"))
            ) strict;

            create index pattern_embeddings_project_type on pattern_embeddings(project_type);

            insert into row_policies values ('pattern_embeddings', 'select', 'authenticated');
            """)
}
