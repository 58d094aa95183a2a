import Models
import Storage
import TestSupport
import Testing

@testable import PostgresStorage

/// What the database itself refuses to whoever holds the API's connection and writes SQL by hand.
@Suite struct AttackTests {
    /// Who asks.
    enum Attacker: String, CaseIterable, Sendable {
        case owner, member, other, anonymous, service, login
    }

    /// A database with one row of each table, all of them the owner's.
    private struct Scene {
        let database: PostgresDatabase
        let owner: RowID
        let other: RowID
        let member: RowID
        let project: RowID

        init() async throws {
            database = try await PostgresDatabase.make()
            let store: any Store = try await database.store()
            owner = try await store.createProfile(NewProfile(username: "owner"), as: .service).id
            other = try await store.createProfile(NewProfile(username: "other"), as: .service).id
            let me = Caller.user(owner)
            project = try await store.createProject(NewProject(userID: owner, title: "Secret"), as: me).id
            member = try await store.createProfile(NewProfile(username: "member"), as: .service).id
            try await store.addMember(member, to: project, as: me)
            try await store.saveFile(
                FileSave(path: path("a.ts"), content: "secret", language: nil, base: .any), in: project, as: me)
            let job = try await store.submitJob(
                NewJob(projectID: project, userID: owner, agentType: "qa", inputContext: JSONText("{}")), as: .service)
            _ = try await store.claimJob(worker: "w", lease: .seconds(60), as: .service)
            try await store.saveFile(
                FileSave(path: path("gone.ts"), content: "", language: nil, base: .any), in: project, as: me)
            try await store.deleteFile(path("gone.ts"), expectedVersion: nil, in: project, as: me)
            try await store.createRoadmap(modules: JSONText("[]"), in: project, as: me)
            try await store.createSession(transcript: nil, conceptsCovered: nil, in: project, as: me)
            try await store.savePatterns([NewPattern(projectType: "saas", embedding: nil)], as: .service)
            try await store.dismissFinding(identity: "f", ruleID: "r", path: nil, in: project, as: me)
            try await store.setProjectValue(JSONText("1"), for: "k", in: project, as: me)
            try await store.proposeFile(
                JobFile(jobID: job.id, projectID: project, path: path("a.ts"), content: "x"), as: me)
            try await store.setJobCheckpoint(JSONText("1"), for: "s", of: job.id, as: me)
        }

        /// Runs SQL as somebody with the API's login; what it gave, or the server's complaint.
        func run(_ sql: String, by attacker: Attacker) -> Result<String, any Error> {
            let role: String
            switch attacker {
            case .owner: role = identify("authenticated", owner)
            case .member: role = identify("authenticated", member)
            case .other: role = identify("authenticated", other)
            case .anonymous: role = "set local role anon; \(claims(#"{"role":"anon"}"#))"
            case .service: role = "set local role service_role;"
            case .login: role = ""
            }
            do {
                let user = attacker == .service ? "codeforge_service" : "codeforge_api"
                return .success(
                    try database.cluster.run("begin; \(role) \(sql); commit", in: database.name, as: user))
            } catch {
                return .failure(error)
            }
        }

        func count(_ sql: String, by attacker: Attacker) -> Int {
            guard case .success(let text) = run(sql, by: attacker) else { return -1 }
            return text.split(separator: "\n").filter { !$0.isEmpty }.count
        }

        private func identify(_ role: String, _ user: RowID) -> String {
            "set local role \(role); \(claims(#"{"sub":"\#(user)","role":"\#(role)"}"#))"
        }

        private func claims(_ json: String) -> String {
            "do $$ begin perform set_config('request.jwt.claims', '\(json)', true); end $$;"
        }
    }

    /// How many rows each may read, change and delete; a refusal counts as -1.
    private struct Expected {
        let table: String
        /// A column that an update sets to itself.
        let column: String
        let owner: (select: Int, update: Int, delete: Int)
        let other: (select: Int, update: Int, delete: Int)
        /// Who shares the project.
        let member: (select: Int, update: Int, delete: Int)
    }

    private static let tables: [Expected] = [
        Expected(table: "profiles", column: "full_name", owner: (3, 1, -1), other: (3, 1, -1), member: (3, 1, -1)),
        Expected(table: "projects", column: "title", owner: (1, 1, 1), other: (0, 0, 0), member: (1, 1, 0)),
        Expected(
            table: "project_members", column: "added_by", owner: (1, -1, 1), other: (0, -1, 0), member: (1, -1, 1)),
        Expected(
            table: "removed_files", column: "version", owner: (1, -1, -1), other: (0, -1, -1), member: (1, -1, -1)),
        Expected(table: "project_files", column: "content", owner: (1, 1, 1), other: (0, 0, 0), member: (1, 1, 1)),
        Expected(table: "learning_roadmaps", column: "modules", owner: (1, 1, 1), other: (0, 0, 0), member: (1, 1, 1)),
        Expected(table: "daily_sessions", column: "transcript", owner: (1, 1, 1), other: (0, 0, 0), member: (0, 0, 0)),
        Expected(table: "agent_jobs", column: "status", owner: (1, -1, -1), other: (0, -1, -1), member: (1, -1, -1)),
        Expected(
            table: "agent_job_events", column: "data", owner: (1, -1, -1), other: (0, -1, -1), member: (1, -1, -1)),
        Expected(
            table: "pattern_embeddings", column: "metadata", owner: (1, -1, -1), other: (1, -1, -1), member: (1, -1, -1)
        ),
        Expected(table: "dismissed_findings", column: "rule_id", owner: (1, 1, 1), other: (0, 0, 0), member: (1, 1, 1)),
        Expected(table: "project_values", column: "value", owner: (1, 1, 1), other: (0, 0, 0), member: (1, 1, 1)),
        Expected(table: "job_files", column: "content", owner: (1, 1, 1), other: (0, 0, 0), member: (1, 1, 1)),
        Expected(table: "job_checkpoints", column: "value", owner: (1, 1, 1), other: (0, 0, 0), member: (0, 0, 0)),
        Expected(
            table: "change_log", column: "operation", owner: (-1, -1, -1), other: (-1, -1, -1), member: (-1, -1, -1)),
        Expected(
            table: "pattern_generation", column: "generation", owner: (-1, -1, -1), other: (-1, -1, -1),
            member: (-1, -1, -1)),
    ]

    @Test func `each table gives each caller what its policy says, and the login alone nothing`() async throws {
        let scene = try await Scene()
        for table in Self.tables {
            let name = "public.\(table.table)"
            let select = "select '.' from \(name)"
            let update = "update \(name) set \(table.column) = \(table.column) returning '.'"
            let delete = "with gone as (delete from \(name) returning 1) select '.' from gone; rollback"
            for (attacker, expected) in [
                (Attacker.owner, table.owner), (.member, table.member), (.other, table.other),
            ] {
                #expect(scene.count(select, by: attacker) == expected.select, "\(attacker) select \(name)")
                #expect(scene.count(update, by: attacker) == expected.update, "\(attacker) update \(name)")
                #expect(scene.count(delete, by: attacker) == expected.delete, "\(attacker) delete \(name)")
            }
            #expect(scene.count(select, by: .anonymous) <= 0, "anonymous select \(name)")
            for attacker in [Attacker.anonymous, .login] {
                #expect(scene.count(update, by: attacker) == -1, "\(attacker) update \(name)")
                #expect(scene.count(delete, by: attacker) == -1, "\(attacker) delete \(name)")
            }
            #expect(scene.count(select, by: .login) == -1, "login select \(name)")
            #expect(scene.count(select, by: .service) >= 1, "service select \(name)")
        }
        let listed = Set(Self.tables.map(\.table))
        let there = try scene.database.cluster.run(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')",
            in: scene.database.name)
        #expect(Set(there.split(separator: "\n").map(String.init)) == listed, "every table is tried")
        let unforced = try scene.database.cluster.run(
            """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
            and not (relrowsecurity and relforcerowsecurity)
            """, in: scene.database.name)
        #expect(unforced.isEmpty, "row level security is forced on every table")
    }

    @Test func `a stranger adds nothing to a project, takes nothing over, and gives nothing away`() async throws {
        let scene = try await Scene()
        let (project, owner, other) = (scene.project, scene.owner, scene.other)
        let refused = [
            "insert into public.projects (user_id, title, mode) values ('\(owner)', 'x', 'builder')",
            "insert into public.project_files (project_id, path) values ('\(project)', 'b.ts')",
            """
            insert into public.project_files (project_id, path, content) values ('\(project)', 'a.ts', 'mine')
            on conflict (project_id, path) do update set content = excluded.content returning content
            """,
            "insert into public.learning_roadmaps (project_id, modules) values ('\(project)', '[]')",
            "insert into public.daily_sessions (project_id) values ('\(project)')",
            "insert into public.dismissed_findings (project_id, identity, rule_id) values ('\(project)', 'x', 'x')",
            "insert into public.project_values (project_id, key, value) values ('\(project)', 'x', '1')",
            "insert into public.job_files (job_id, project_id, path) select id, '\(project)', 'c' from public.agent_jobs",
            "insert into public.agent_jobs (project_id, user_id, agent_type) values ('\(project)', '\(other)', 'qa')",
            "insert into public.agent_job_events (job_id, event, data) values ('\(project)', 'error', '{}')",
            "insert into public.pattern_embeddings (project_type) values ('x')",
            "insert into public.profiles (id) values ('\(RowID.random())')",
            "insert into public.change_log (table_name, operation, row_id, project_id, owner_id) "
                + "values ('projects', 'insert', '\(project)', '\(project)', '\(other)')",
            "select * from auth.users",
            "delete from auth.users",
            "select setval('public.job_file_moves', 1)",
            "truncate public.projects",
            "create table public.mine (x int)",
            "create policy mine on public.projects using (true)",
            "alter table public.projects disable row level security",
            "alter table public.projects owner to codeforge_api",
        ]
        for sql in refused {
            guard case .success(let text) = scene.run(sql, by: .other) else { continue }
            // A job's file of somebody else's job finds no row to begin with.
            #expect(text.isEmpty && sql.contains("select id"), "\(sql) gave \(text)")
        }
        for sql in [
            "update public.projects set user_id = '\(other)' where id = '\(project)' returning id",
            "update public.profiles set full_name = 'x' where id = '\(owner)' returning id",
            """
            select f.content from public.project_files f join public.projects p on p.id = f.project_id
            join public.profiles u on u.id = p.user_id where u.username = 'owner'
            """,
            "select e.data from public.agent_job_events e join public.agent_jobs j on j.id = e.job_id",
            "select count from (select count(*) from public.projects) c where count > 0",
        ] {
            #expect(scene.run(sql, by: .other).text == "", "\(sql)")
        }
        // The owner may not give a project away either.
        guard case .failure = scene.run("update public.projects set user_id = '\(other)'", by: .owner) else {
            Issue.record("a project was given away")
            return
        }
        let rows = try scene.database.cluster.run(
            "select count(*) from public.projects where user_id = '\(owner)'", in: scene.database.name)
        #expect(rows == "1")
    }

    @Test func `who shares a project takes it over no more than a stranger, and lets nobody in`() async throws {
        let scene = try await Scene()
        let (project, owner, other, member) = (scene.project, scene.owner, scene.other, scene.member)
        let letIn = "insert into public.project_members (project_id, user_id, added_by) values"
        for sql in [
            "update public.projects set user_id = '\(member)' where id = '\(project)' returning id",
            "update public.projects set user_id = '\(other)' where id = '\(project)' returning id",
            "\(letIn) ('\(project)', '\(other)', '\(member)')",
            "\(letIn) ('\(project)', '\(other)', '\(owner)')",
            "insert into public.daily_sessions (project_id, user_id) values ('\(project)', '\(owner)')",
            "insert into public.daily_sessions (project_id, user_id) values ('\(project)', null)",
            "insert into public.agent_jobs (project_id, user_id, agent_type) values ('\(project)', '\(member)', 'qa')",
            "insert into public.job_files (job_id, project_id, path) values ('\(project)', '\(project)', 'c')",
        ] {
            guard case .success(let text) = scene.run(sql, by: .member) else { continue }
            Issue.record("\(sql) gave \(text)")
        }
        // A stranger does not let themselves in.
        guard case .failure = scene.run("\(letIn) ('\(project)', '\(other)', '\(other)')", by: .other) else {
            Issue.record("a stranger let themselves in")
            return
        }
        let talk = "insert into public.daily_sessions (project_id) values ('\(project)') returning '.'"
        #expect(scene.count(talk, by: .member) == 1)
        #expect(scene.count("select '.' from public.daily_sessions", by: .member) == 1)
        #expect(scene.count("select '.' from public.daily_sessions", by: .owner) == 1, "conversations are personal")
        let plan =
            scene.run(
                "explain select path from public.project_files where project_id = '\(project)'", by: .member
            ).text ?? ""
        #expect(!plan.contains("Seq Scan on projects"), "\(plan)")
    }

    @Test func `the login becomes nobody else, and what a transaction was told is gone after it`() async throws {
        let scene = try await Scene()
        for role in ["service_role", "postgres", "codeforge_service"] {
            guard case .failure = scene.run("set role \(role)", by: .login) else {
                Issue.record("the API's login became \(role)")
                continue
            }
        }
        let claims = #"{"sub":"\#(scene.owner)","role":"authenticated"}"#
        let left = try scene.database.cluster.run(
            """
            begin; set local role authenticated; set local request.jwt.claims = '\(claims)';
            select count(*) from public.projects; commit;
            select current_user, coalesce(current_setting('request.jwt.claims', true), '');
            begin; set local role authenticated; select count(*) from public.projects; commit;
            """, in: scene.database.name, as: "codeforge_api")
        #expect(left.split(separator: "\n") == ["1", "codeforge_api|", "0"])
        let rights = try scene.database.cluster.run(
            """
            select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit,
              (select count(*) from pg_class where relowner = r.oid)
            from pg_roles r where rolname = 'codeforge_api'
            """, in: scene.database.name)
        #expect(rights == "f|f|f|f|f|0")
    }

    @Test func `functions have the caller's rights, or can't be called, and none looks names up by itself`()
        async throws
    {
        let scene = try await Scene()
        let cluster = scene.database.cluster
        let callable = try cluster.run(
            """
            select proname from pg_proc p where pronamespace = 'public'::regnamespace
              and has_function_privilege('authenticated', p.oid, 'execute')
              and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
            """, in: scene.database.name)
        #expect(callable == "match_patterns")
        let loose = try cluster.run(
            """
            select proname from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef
              and not coalesce(array_to_string(proconfig, ',') like '%search_path=%', false)
            """, in: scene.database.name)
        #expect(loose.isEmpty)
        let definers = try cluster.run(
            """
            select string_agg(proname, ' ' order by proname) from pg_proc
            where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype
            """, in: scene.database.name)
        #expect(definers.isEmpty, "only triggers have the owner's rights")
        // What policies call beside them says nothing but which projects are the caller's; what triggers call, for their
        // owner alone, has the caller's rights.
        let helpers = try cluster.run(
            """
            select string_agg(proname || ' ' || prosecdef || ' ' || array_to_string(proconfig, ','), ';'
              order by proname)
            from pg_proc where pronamespace = 'codeforge_policy'::regnamespace
            """, in: scene.database.name)
        let expected = ["owned_projects true", "shared_projects true", "tell_changes false"]
        #expect(helpers == expected.map { "\($0) search_path=\"\"" }.joined(separator: ";"), "\(helpers)")
        let told = try cluster.run(
            "select has_function_privilege('authenticated', 'codeforge_policy.tell_changes()', 'execute')",
            in: scene.database.name)
        #expect(told == "f")
    }

    /// The pool gives one connection to one caller after another.
    @Test func `callers who share a connection share nothing else`() async throws {
        let scene = try await Scene()
        let store = try await PostgresStore.connect(
            apiURL: scene.database.api, serviceURL: scene.database.service, limits: .init(users: 1, services: 1))
        for _ in 0..<20 {
            #expect(try await store.projects(as: .user(scene.owner)).count == 1)
            #expect(try await store.projects(as: .user(scene.other)).isEmpty)
            #expect(try await store.projects(as: .anonymous).isEmpty)
            #expect(
                await error { () async throws(StoreError) in
                    _ = try await store.files(in: scene.project, as: .user(scene.other))
                } == .notFound(.init(kind: "project", id: scene.project.text)))
        }
        store.close()
    }
}

extension Result where Success == String {
    fileprivate var text: String? { try? get() }
}
