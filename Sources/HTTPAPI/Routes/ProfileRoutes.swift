import Models

/// Users as they see each other.
enum ProfileRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/profiles", "listProfiles", "profiles", "A page of the users, oldest first.", .ok("ProfileList")
        ) {
            request in
            let (limit, offset) = try request.page()
            let page = try await request.application.profiles(limit: limit, offset: offset)
            return .page(page) { $0.json }
        }
        .paged(),
        Route(.get, "/v1/profiles/me", "getOwnProfile", "profiles", "The sender's own profile.", .ok("Profile")) {
            request in
            .json(try await request.application.profile(try own(request)).json)
        },
        Route(
            .patch, "/v1/profiles/me", "updateOwnProfile", "profiles", "Changes the members that are given.",
            .ok("Profile"), .failure(409, "The user name is taken.")
        ) { request in
            let changes: ProfileChanges = try request.contract()
            let keys = Set(request.members().keys)
            return .json(try await request.application.updateProfile(changes, keys: keys).json)
        }
        .taking(ProfileChanges.self),
        Route(.get, "/v1/profiles/{profile_id}", "getProfile", "profiles", "A user's profile.", .ok("Profile")) {
            request in
            .json(try await request.application.profile(try request.id("profile_id")).json)
        },
    ]

    private static func own(_ request: APIRequest) throws(APIFailure) -> RowID {
        guard let user = request.user else { throw .unauthenticated("Send a token.", isInvalid: false) }
        return user
    }
}
