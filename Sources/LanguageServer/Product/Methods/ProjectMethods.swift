import Engine
import JSON
import JSONRPC
import Models

/// `codeforge/project/get`: a project with its documents.
struct ProjectGetMethod: ProductMethod {
    static let method = "codeforge/project/get"
    static let command: String? = "codeforge.openProject"
    static let announced = [method, "codeforge/project/didChange"]
    static let document: DocumentKind? = .requirements

    static func sentence(for answer: JSONValue) -> String? {
        let (title, mode) = (answer["title"]?.string ?? "", answer["mode"]?.string ?? "")
        return "Project “\(title)”: \(answer["status"]?.string ?? ""), in \(mode) mode."
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            try await application.project(project).json
        }
    }
}

/// `codeforge/project/update`: changes what a person may change of a project.
struct ProjectUpdateMethod: ProductMethod {
    static let method = "codeforge/project/update"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let project = try await context.projectID(parameters)
        var changes = JSONObject()
        for (key, value) in parameters.object where key != "project_id" && key != "workDoneToken" {
            changes[key] = value
        }
        let changed = try await context.using { [changes] application throws(RequestFailure) in
            try await application.updateProject(project, changes)
        }
        if changes["mode"] != nil {
            context.snapshot.connection.perform { $0.modeChanged(of: changed) }
            await context.waitForStudentDocument(of: changed)
        }
        return changed.json
    }
}

/// `codeforge/file/list`: a page of a project's files without their content.
struct FileListMethod: ProductMethod {
    static let method = "codeforge/file/list"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let (limit, offset) = (try parameters.integer("limit") ?? 100, try parameters.integer("offset") ?? 0)
        let project = try await context.projectID(parameters)
        let page = try await context.using { application throws(RequestFailure) in
            try await application.files(ofProject: project, limit: limit, offset: offset)
        }
        return page.json { .object($0.json) }
    }
}

/// `codeforge/file/get`: one file with its content.
struct FileGetMethod: ProductMethod {
    static let method = "codeforge/file/get"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let path = try parameters.requiredText("path")
        let project = try await context.projectID(parameters)
        return try await context.using { application throws(RequestFailure) in
            try await application.file(path, ofProject: project).json
        }
    }
}
