import Engine
import JSON
import Models

/// Projects of the sender.
enum ProjectRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/projects", "listProjects", "projects", "A page of the projects, newest first.",
            .ok("ProjectList")
        ) {
            request in
            let (limit, offset) = try request.page()
            let page = try await request.application.projects(limit: limit, offset: offset)
            return .page(page) { $0.json }
        }
        .paged(),
        Route(.post, "/v1/projects", "createProject", "projects", "Makes a project.", .created("Project")) { request in
            let asked: NewProjectRequest = try request.contract()
            return .json(try await request.application.createProject(asked).json, .created)
        }
        .taking(NewProjectRequest.self),
        Route(
            .get, "/v1/projects/{project_id}", "getProject", "projects", "A project with its documents.", .ok("Project")
        ) {
            request in
            .json(try await request.project().json)
        },
        Route(
            .patch, "/v1/projects/{project_id}", "updateProject", "projects", "Changes the members that are given.",
            .ok("Project")
        ) { request in
            let _: ProjectChanges = try request.contract()
            let id = try request.id("project_id").text
            return .json(try await request.application.updateProject(id, request.members()).json)
        }
        .taking(ProjectChanges.self),
        Route(
            .delete, "/v1/projects/{project_id}", "deleteProject", "projects",
            "Deletes a project with its files, jobs, roadmaps and sessions.", .empty
        ) { request in
            try await request.application.deleteProject(try await request.project().id)
            return .empty
        },
        Route(
            .put, "/v1/projects/{project_id}/requirements", "setRequirements", "projects",
            "Makes these the project's requirements.", .ok("Project")
        ) { request in
            let document: RequirementsDoc = try request.contract()
            let project = try await request.project().id
            try await request.application.setRequirements(document, of: project)
            return .json(try await request.project().json)
        }
        .taking(RequirementsDoc.self),
        Route(
            .post, "/v1/projects/{project_id}/sync", "syncProject", "projects",
            "Takes what is different on the sender's machine, but for files, and says how all of it stands then.",
            .ok("ProjectState")
        ) { request in
            let sent: TeamSyncRequest = try request.contract()
            let state = try await request.application.sync(sent, in: try request.id("project_id"))
            if !sent.jobs.isEmpty { request.wakeWorker() }
            return .json(state)
        }
        .taking(TeamSyncRequest.self).batch,
        Route(
            .get, "/v1/projects/{project_id}/stream", "streamProject", "projects",
            "What changes in the project, as server-sent events: what is to be read again.",
            Route.Reply(
                status: 200, summary: "Events reload (read everything) and change.", component: "ProjectEvents",
                contentType: "text/event-stream")
        ) { request in
            let project = try await request.project().id
            let (hub, close) = (request.server.hub, request.connection.close)
            let caller = request.application.caller
            return EventStream.reply(request) {
                await hub.listen(toProject: project, as: caller, onStuck: close)
            } _: { item in
                switch item {
                case .beat: nil
                case .reload: ServerSentEvent(event: "reload", data: .object(["project_id": .string(project.text)]))
                case .change(let change): ServerSentEvent(event: "change", data: change.json)
                }
            }
        },
    ]
}

extension StoreChange {
    fileprivate var json: JSONValue {
        .object([
            "table": .string(table.rawValue), "operation": .string(operation.rawValue), "id": .string(rowID.text),
            "project_id": .string(projectID.text),
        ])
    }
}
