extension DecisionTopic {
    static let databaseChoice = DecisionTopic(
        id: "database", label: "where data is kept",
        words: """
            database, sql, postgres, mongodb, nosql, sqlite, storage, persist, schema, relational, \
            document database, where to store data, store data, orm, tables, \
            are kept, is kept, to keep data, are stored, is stored, are saved, is saved
            """,
        options: [
            Option(
                "file", "SQLite in one file", .beginner,
                pros: ["No server to run, one file to back up", "Real SQL and transactions"],
                cons: ["One writer at a time", "Not reachable from a second machine"],
                teaches: "Teaches tables, keys and queries without operations"),
            Option(
                "relational", "PostgreSQL", .intermediate,
                pros: ["Constraints keep bad data out", "Grows with the project for years"],
                cons: ["A server to run and to upgrade", "Schema changes need a plan"],
                teaches: "Teaches constraints, joins and migrations"),
            Option(
                "document", "A document database", .advanced,
                pros: ["Stores what the page shows, in one read", "Fields can differ between records"],
                cons: ["Every rule moves into your code", "Copies of data must be kept equal"],
                teaches: "Teaches modelling by access, and eventual consistency"),
        ],
        deciding: "Ask which wrong data must be impossible, and who will query it in ways that you do not know yet.")

    static let cachingChoice = DecisionTopic(
        id: "caching", label: "what is remembered, and for how long",
        words: """
            cache, caching, redis, memoize, memoization, slow, performance, stale, invalidate, speed up, \
            cdn, latency
            """,
        options: [
            Option(
                "http", "HTTP caching headers", .beginner,
                pros: ["No code, browsers help", "Easy to try"],
                cons: ["Coarse", "Wrong headers last long"],
                teaches: "Teaches freshness and validation"),
            Option(
                "memory", "A small cache in the process", .intermediate,
                pros: ["Very fast", "A few lines"],
                cons: ["Each process has its own", "Memory must be bounded"],
                teaches: "Teaches eviction and keys"),
            Option(
                "shared", "A shared cache", .advanced,
                pros: ["All processes see the same", "Survives restarts"],
                cons: ["One more server that can fail", "Invalidation across services is hard"],
                teaches: "Teaches invalidation and stampedes"),
        ],
        deciding: "Ask how old an answer may be before it does harm.")

    static let filesChoice = DecisionTopic(
        id: "files", label: "where uploads go",
        words: """
            upload, uploads, images, file storage, s3, bucket, attachments, photos, media, blob, \
            large files
            """,
        options: [
            Option(
                "disk", "A folder on the server", .beginner,
                pros: ["Nothing to set up", "Easy to look at"],
                cons: ["Gone with the machine", "Names from users are dangerous"],
                teaches: "Teaches paths, types and size limits"),
            Option(
                "bucket", "Object storage through your server", .intermediate,
                pros: ["Durable and cheap", "Your code checks every file"],
                cons: ["Traffic goes through you", "Cleaning up is your job"],
                teaches: "Teaches streams and content types"),
            Option(
                "signed", "Direct upload with signed addresses", .advanced,
                pros: ["Large files do not touch your server", "Scales by itself"],
                cons: ["Checks come after the upload", "Signatures must be narrow"],
                teaches: "Teaches capabilities and expiry"),
        ],
        deciding: "Ask who may open a file by guessing its address.")

    static let asyncChoice = DecisionTopic(
        id: "async", label: "how waiting work is done",
        words: """
            async, asynchronous, concurrency, queue, background job, threads, worker, promise, await, \
            parallel, race condition, celery, cron, job queue
            """,
        options: [
            Option(
                "inline", "Do it while the caller waits", .beginner,
                pros: ["Simple, and errors reach the caller", "Nothing can be lost in between"],
                cons: ["Slow work blocks", "No retry"],
                teaches: "Teaches where time is spent"),
            Option(
                "tasks", "Concurrent tasks in the process", .intermediate,
                pros: ["Waits overlap", "No new infrastructure"],
                cons: ["Lost on a crash", "Needs limits and cancellation"],
                teaches: "Teaches cancellation and structured concurrency"),
            Option(
                "queue", "A durable queue and workers", .advanced,
                pros: ["Survives crashes, can retry", "Smooths peaks"],
                cons: ["Work may run twice", "One more thing to watch"],
                teaches: "Teaches idempotence and delivery guarantees"),
        ],
        deciding: "Ask what is lost when the process dies in the middle.")

    static let realtimeChoice = DecisionTopic(
        id: "realtime", label: "how changes reach other people",
        words: """
            real time, realtime, websocket, live updates, polling, server sent events, push updates, \
            collaborative, sync, subscriptions, notifications live
            """,
        options: [
            Option(
                "polling", "Ask again every few seconds", .beginner,
                pros: ["Works everywhere", "Nothing stays open"],
                cons: ["Late by the interval", "Wasteful with many people"],
                teaches: "Teaches conditional requests and back-off"),
            Option(
                "sse", "Server-sent events", .intermediate,
                pros: ["One way, simple, reconnects by itself", "Goes through proxies"],
                cons: ["Only from server to client", "One open connection each"],
                teaches: "Teaches streams and resuming after a break"),
            Option(
                "socket", "WebSockets", .advanced,
                pros: ["Both ways, at once", "Good for editing together"],
                cons: ["Order, loss and presence are yours to solve", "Harder to scale"],
                teaches: "Teaches protocols, heartbeats and conflict handling"),
        ],
        deciding: "Ask how late is too late, and who writes at the same time.")
}
