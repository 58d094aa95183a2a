import GRDB
import Models
import Testing

import Storage
@testable import SQLiteStorage

/// The wall clock may go back, and forth: the order of what was written does not depend on it.
@Suite struct ClockTests {
    /// A store whose rows so far are from a time that the clock was set back from.
    private func storeBeforeTheClockWasSetBack() async throws -> (store: SQLiteStore, owner: RowID, project: RowID) {
        let store = try SQLiteStore.inMemory()
        let owner = try await store.localUser().id
        let project = try await store.createProject(NewProject(userID: owner, title: "Walks"), as: .user(owner)).id
        return (store, owner, project)
    }

    private func setBack(_ store: SQLiteStore) async throws {
        try await store.database.write { db in
            for table in ["projects", "agent_jobs", "learning_roadmaps", "daily_sessions"] {
                try db.execute(sql: "update \(table) set created_at = '2099-01-01T00:00:00.000Z'")
            }
        }
    }

    @Test func `jobs are taken up and listed in the order of their submission`() async throws {
        let (store, owner, project) = try await storeBeforeTheClockWasSetBack()
        var ids: [RowID] = []
        for _ in 0..<3 {
            let job = NewJob(projectID: project, userID: owner, agentType: "qa", inputContext: JSONText("{}"))
            ids.append(try await store.submitJob(job, as: .service).id)
            try await setBack(store)
        }
        let newJob = NewJob(projectID: project, userID: owner, agentType: "qa", inputContext: JSONText("{}"))
        ids.append(try await store.submitJob(newJob, as: .service).id)
        #expect(
            try await store.jobs(in: project, limit: 10, offset: 0, as: .user(owner)).items.map(\.id) == ids.reversed())
        #expect(try await store.openJobs(as: .user(owner)).map(\.id) == ids)
        for id in ids {
            #expect(try await store.claimJob(worker: "w", lease: .seconds(1), as: .service)?.id == id)
        }
    }

    @Test func `the current roadmap, session and project are those that were made last`() async throws {
        let (store, owner, project) = try await storeBeforeTheClockWasSetBack()
        let me = Caller.user(owner)
        _ = try await store.createRoadmap(modules: JSONText("[]"), in: project, as: me)
        _ = try await store.createSession(transcript: nil, conceptsCovered: nil, in: project, as: me)
        try await setBack(store)
        let roadmap = try await store.createRoadmap(modules: JSONText("[]"), in: project, as: me)
        let session = try await store.createSession(transcript: nil, conceptsCovered: nil, in: project, as: me)
        let other = try await store.createProject(NewProject(userID: owner, title: "Newer"), as: me)
        #expect(try await store.roadmaps(of: project, as: me).first?.id == roadmap.id)
        #expect(try await store.sessions(of: project, as: me).first?.id == session.id)
        #expect(try await store.projects(as: me).first?.id == other.id)
    }

    @Test func `a lease from before the clock counted steadily is over`() async throws {
        let path = try TemporaryFolder().path("store.db")
        let queue = try DatabaseQueue(path: path)
        let (owner, project, job) = (RowID.random(), RowID.random(), RowID.random())
        try await queue.write { db in
            for migration in Migration.all.prefix(13) { try db.execute(sql: migration.sql) }
            try db.execute(
                literal: """
                    pragma application_id = \(sql: "\(Schema.applicationID)");
                    pragma user_version = 13;
                    insert into profiles (id) values (\(owner.text));
                    insert into projects (id, user_id, title, mode)
                      values (\(project.text), \(owner.text), 'Old', 'builder');
                    insert into agent_jobs (id, project_id, user_id, agent_type)
                      values (\(job.text), \(project.text), \(owner.text), 'qa');
                    update agent_jobs set status = 'running', attempts = 1, lease_owner = 'dead',
                      lease_expires_at = '2099-01-01T00:00:00.000Z';
                    """)
        }
        try queue.close()
        let store = try SQLiteStore(path: path)
        #expect(try await store.problems() == [])
        #expect(try await store.claimJob(worker: "w", lease: .seconds(1), as: .service)?.id == job)
    }
}
