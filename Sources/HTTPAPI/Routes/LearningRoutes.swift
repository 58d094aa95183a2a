import Engine
import JSON
import Models

/// Roadmaps and conversations with the mentor.
enum LearningRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/projects/{project_id}/roadmaps", "listRoadmaps", "learning", "The roadmaps, newest first.",
            .ok("RoadmapList")
        ) { request in
            let roadmaps = try await request.application.roadmaps(of: try request.id("project_id"))
            return .list(roadmaps.map(\.json))
        },
        Route(
            .post, "/v1/projects/{project_id}/roadmaps", "createRoadmap", "learning", "Makes a roadmap.",
            .created("Roadmap")
        ) { request in
            let asked: NewRoadmapRequest = try request.contract()
            let project = try request.id("project_id")
            return .json(try await request.application.createRoadmap(asked.modules, in: project).json, .created)
        }
        .taking(NewRoadmapRequest.self),
        Route(
            .get, "/v1/projects/{project_id}/roadmap", "getRoadmap", "learning",
            "The newest roadmap and how far the learner is.", .ok("RoadmapProgress")
        ) { request in
            .json(try await request.application.roadmap(ofProject: try await request.project().id.text).json)
        },
        Route(
            .post, "/v1/projects/{project_id}/roadmap/advance", "advanceRoadmap", "learning",
            "The current step is done, or all before step_index.", .ok("RoadmapProgress"),
            .failure(409, "All steps are done already.")
        ) { request in
            let asked: AdvanceRoadmapRequest = try request.contract()
            let project = try await request.project().id
            return .json(try await request.application.advanceRoadmap(of: project, to: asked.stepIndex).json)
        }
        .taking(AdvanceRoadmapRequest.self, optional: true),
        Route(
            .post, "/v1/projects/{project_id}/roadmap/mark", "markRoadmapStep", "learning",
            "One step is done, or open again.", .ok("RoadmapProgress"), .failure(409, "All steps are done already.")
        ) { request in
            let asked: MarkStepRequest = try request.contract()
            let project = try await request.project().id
            return .json(try await request.application.markStep(asked.step, done: asked.done, of: project).json)
        }
        .taking(MarkStepRequest.self, optional: true),
        Route(
            .get, "/v1/projects/{project_id}/sessions", "listSessions", "learning",
            "The conversations with the mentor, newest first.", .ok("SessionList")
        ) { request in
            let sessions = try await request.application.sessions(ofProject: try request.id("project_id").text)
            return .list(sessions.map(\.json))
        },
        Route(
            .post, "/v1/projects/{project_id}/sessions", "createSession", "learning", "Keeps a conversation.",
            .created("Session")
        ) { request in
            let asked: NewSessionRequest = try request.contract()
            let project = try request.id("project_id")
            return .json(try await request.application.createSession(asked, in: project).json, .created)
        }
        .taking(NewSessionRequest.self),
        Route(
            .get, "/v1/projects/{project_id}/sessions/{session_id}", "getSession", "learning", "One conversation.",
            .ok("Session")
        ) { request in
            let (session, project) = (try request.id("session_id"), try request.id("project_id"))
            return .json(try await request.application.session(session, of: project).json)
        },
        Route(
            .post, "/v1/projects/{project_id}/sessions/{session_id}/entries", "appendToSession", "learning",
            "Adds turns to the end of a conversation.", .ok("Session")
        ) { request in
            let asked: SessionEntriesRequest = try request.contract()
            let (session, project) = (try request.id("session_id"), try request.id("project_id"))
            return .json(try await request.application.append(asked.entries, to: session, of: project).json)
        }
        .taking(SessionEntriesRequest.self),
    ]
}
