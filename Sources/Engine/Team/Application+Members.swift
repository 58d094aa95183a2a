import JSON
import Models
import Storage

/// Sharing a project with others.
extension Application {
    /// Somebody who works in a project, with what others see of their profile.
    package struct Member: Sendable {
        package var row: ProjectMember
        package var profile: Profile?
        package var isOwner: Bool
    }

    /// The project's owner, then its members in the order in which they came.
    package func members(of project: RowID) async throws(RequestFailure) -> [Member] {
        let (owner, rows) = try await storing { () throws(StoreError) in
            (try await store.project(project, as: caller), try await store.members(of: project, as: caller))
        }
        let first = ProjectMember(projectID: project, userID: owner.userID, addedBy: nil, createdAt: owner.createdAt)
        var members = [Member(row: first, profile: await known(owner.userID), isOwner: true)]
        for row in rows { members.append(Member(row: row, profile: await known(row.userID), isOwner: false)) }
        return members
    }

    private func known(_ user: RowID) async -> Profile? { try? await store.profile(user, as: caller) }

    /// Lets somebody share a project of the caller's.
    ///
    /// - Throws: `not_found` for a project that the caller does not see and for somebody who is not known here;
    ///   `forbidden` for who is not the project's owner.
    package func addMember(_ request: AddMemberRequest, to project: RowID) async throws(RequestFailure) -> Member {
        // Before anybody is looked for: who may not add, learns nothing of who is there.
        let owner = try await self.project(project.text).userID
        try await storing { () throws(StoreError) in try caller.requireOwner(owner) }
        let user = try await user(of: request)
        let row: ProjectMember
        do throws(RequestFailure) {
            row = try await storing { () throws(StoreError) in
                try await store.addMember(user, to: project, as: caller)
            }
        } catch {
            guard error.code == "not_found", await known(user) == nil else { throw error }
            throw RequestFailure(
                "not_found",
                "Nobody with the identity \(user) has signed in here yet. They sign in first, with codeforge team login, "
                    + "which shows them their identity.")
        }
        return Member(row: row, profile: await known(user), isOwner: false)
    }

    private func user(of request: AddMemberRequest) async throws(RequestFailure) -> RowID {
        switch (request.userID, request.email) {
        case (let text?, nil):
            guard let user = RowID(text) else {
                throw .invalidInput(["user_id"], "'\(text)' is no identity. It has 36 characters, as in a UUID.")
            }
            return user
        case (nil, let address?):
            let found = try await storing { () throws(StoreError) in
                try await store.user(withEmail: address, as: .service)
            }
            guard let found else {
                throw RequestFailure(
                    "not_found",
                    "Nobody with the address \(address) is known here; addresses are where Supabase keeps the accounts. "
                        + "Name the person's user_id: `codeforge team login` shows it to them."
                )
            }
            return found
        default:
            throw .invalidInput(["user_id"], "Name one person: either by user_id or by email.")
        }
    }

    /// Ends somebody's share; members may leave.
    package func removeMember(_ user: RowID, from project: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            try await store.removeMember(user, from: project, as: caller)
        }
    }
}

extension Application.Member {
    package var json: JSONValue {
        [
            "project_id": .string(row.projectID.text), "user_id": .string(row.userID.text),
            "added_by": row.addedBy.map { .string($0.text) } ?? .null, "created_at": .string(row.createdAt.text),
            "username": profile?.username.map { .string($0) } ?? .null,
            "full_name": profile?.fullName.map { .string($0) } ?? .null, "is_owner": .bool(isOwner),
        ]
    }
}
