import Engine
import HTTPTypes
import JSON
import Models

/// Files of a project, by version.
///
/// A file's version is its entity tag. Whoever changes a file says which version they saw (`If-Match`); without that
/// a file is made where there is none, and nothing is overwritten.
enum FileRoutes {
    private static let ifMatch = Route.Parameter(
        name: "If-Match", summary: "The version that was seen, in quotes: \"3\".",
        schema: ["type": "string", "pattern": "^\"[1-9][0-9]{0,17}\"$"])
    private static let ifNoneMatch = Route.Parameter(
        name: "If-None-Match", summary: "The file must not be there yet: *.",
        schema: ["type": "string", "const": "*"])
    private static let tag = Route.Parameter(
        name: "ETag", summary: "The file's version, in quotes.", schema: ["type": "string"])

    private static let conflict = Route.Reply.failure(412, "The file has another version, or is there already.")
    private static let unconditional = Route.Reply.failure(
        428, "The file is there: say which version was seen, with If-Match.")

    static let all: [Route] = [
        Route(
            .get, "/v1/projects/{project_id}/files", "listFiles", "files",
            "A page of the files without their content, in the order of their paths.", .ok("FileList")
        ) { request in
            let (limit, offset) = try request.page(1...1000, standard: 100)
            let project = try request.id("project_id")
            let page = try await request.application.files(in: project, limit: limit, offset: offset)
            return .page(page) { .object($0.json) }
        }
        .paged(1...1000, standard: 100),
        Route(
            .post, "/v1/projects/{project_id}/files", "changeFiles", "files",
            "Saves and removes many files by their versions, at most 500; a conflict of one holds back no other.",
            .ok("FileOutcomes")
        ) { request in
            let changes: ChangeFilesRequest = try request.contract()
            try limit(changes.saves.count + changes.removals.count, "saves")
            let outcomes = try await request.application.changeFiles(changes, in: try request.id("project_id"))
            return .json(["items": .array(outcomes.map { $0.outcome.json($0.path) })])
        }
        .taking(ChangeFilesRequest.self).batch,
        Route(
            .post, "/v1/projects/{project_id}/file-contents", "readFiles", "files",
            "Files with their content, at most 500 and some MiB; a path without a file is left out, and rest says which "
                + "to ask for next.", .ok("FileContents")
        ) { request in
            let wanted: FileContentsRequest = try request.contract()
            try limit(wanted.paths.count, "paths")
            return .json(
                try await request.application.contents(of: wanted.paths, in: try request.id("project_id")).json)
        }
        .taking(FileContentsRequest.self),
        Route(
            .get, "/v1/projects/{project_id}/files/{path...}", "getFile", "files", "A file with its content.",
            Route.Reply(status: 200, summary: "The file.", component: "File", headers: [tag])
        ) { request in
            let file = try await request.application.file(try request.path(), in: try request.id("project_id"))
            return tagged(.json(file.json), file.version)
        },
        Route(
            .put, "/v1/projects/{project_id}/files/{path...}", "saveFile", "files",
            "Makes a file, or changes the version that was seen.",
            Route.Reply(status: 200, summary: "Changed.", component: "FileInfo", headers: [tag]),
            Route.Reply(status: 201, summary: "Made.", component: "FileInfo", headers: [tag]), conflict, unconditional
        ) { request in
            try await save(request)
        }
        .taking(SaveFileRequest.self).with(headers: ifMatch, ifNoneMatch),
        Route(
            .delete, "/v1/projects/{project_id}/files/{path...}", "deleteFile", "files",
            "Deletes the version that was seen.", .empty, conflict, unconditional
        ) { request in
            guard let version = try seenVersion(request.headers) else { throw Self.needsVersion }
            let (path, project) = (try request.path(), try request.id("project_id"))
            do throws(RequestFailure) {
                try await request.application.deleteFile(path, version: version, in: project)
            } catch {
                guard error.code == "conflict" else { throw error }
                throw APIFailure(.preconditionFailed, "conflict", error.message)
            }
            return .empty
        }
        .with(headers: ifMatch),
    ]

    private static func save(_ request: APIRequest) async throws -> APIReply {
        let saved: SaveFileRequest = try request.contract()
        let (path, project) = (try request.path(), try request.id("project_id"))
        let version = try seenVersion(request.headers)
        let mustBeNew = request.headers[.ifNoneMatch] != nil
        if mustBeNew, request.headers[.ifNoneMatch] != "*" { throw APIFailure.invalid(["If-None-Match"], "must be *.") }
        if mustBeNew, version != nil {
            throw APIFailure.invalid(["If-Match"], "asks for a file that is there, and If-None-Match for none.")
        }
        do throws(RequestFailure) {
            let info = try await request.application.saveFile(saved, at: path, base: version, in: project)
            return tagged(.json(.object(info.json), version == nil ? .created : .ok), info.version)
        } catch {
            guard error.code == "conflict" else { throw error }
            if version == nil, !mustBeNew { throw Self.needsVersion }
            throw APIFailure(.preconditionFailed, "conflict", error.message)
        }
    }

    private static var needsVersion: APIFailure {
        APIFailure(
            .preconditionRequired, "precondition_required",
            "Say which version of the file you saw: If-Match: \"VERSION\". Reading the file tells it as ETag.")
    }

    private static func seenVersion(_ headers: HTTPFields) throws(APIFailure) -> Int? {
        guard let text = headers[.ifMatch] else { return nil }
        guard text.count > 2, text.hasPrefix("\""), text.hasSuffix("\""),
            let version = Int(text.dropFirst().dropLast()), version > 0
        else { throw .invalid(["If-Match"], "must be one version in quotes, such as \"3\".") }
        return version
    }

    private static func tagged(_ reply: APIReply, _ version: Int) -> APIReply {
        var reply = reply
        reply.headers[.eTag] = "\"\(version)\""
        return reply
    }

    private static func limit(_ count: Int, _ key: String) throws(APIFailure) {
        guard count <= ChangeFilesRequest.most else {
            throw .invalid([key], "names \(count) files; \(ChangeFilesRequest.most) are allowed at once.")
        }
    }
}
