import Engine
import JSON
import Models

/// Who shares a project.
enum MemberRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/projects/{project_id}/members", "listMembers", "projects",
            "The project's owner, then who shares it.", .ok("MemberList")
        ) { request in
            .list(try await request.application.members(of: try request.id("project_id")).map(\.json))
        },
        Route(
            .post, "/v1/projects/{project_id}/members", "addMember", "projects",
            "The owner lets somebody share the project; twice is the same as once.", .created("Member")
        ) { request in
            let asked: AddMemberRequest = try request.contract()
            let member = try await request.application.addMember(asked, to: try request.id("project_id"))
            return .json(member.json, .created)
        }
        .taking(AddMemberRequest.self),
        Route(
            .delete, "/v1/projects/{project_id}/members/{user_id}", "removeMember", "projects",
            "The owner lets somebody go, or a member leaves.", .empty
        ) { request in
            let (project, user) = (try request.id("project_id"), try request.id("user_id"))
            try await request.application.removeMember(user, from: project)
            return .empty
        },
    ]
}
