import Foundation
import JSON
import Models
import TestSupport
import Testing

/// The description of the API and the server that it describes.
@Suite struct OpenAPITests {
    private static let methods: Set<String> = ["get", "post", "put", "patch", "delete"]

    private static func operations(_ document: JSONValue) -> [(method: String, path: String, operation: JSONValue)] {
        (document["paths"]?.object ?? JSONObject()).flatMap { path, item in
            (item.object ?? JSONObject()).map { (method: $0, path: path, operation: $1) }
        }
    }

    @Test func `the printed document is the served one, and every reference has its component`() throws {
        let server = try RunningServer()
        let served = try server.send("GET", "/openapi.json", as: nil).json
        let folder = try TemporaryFolder()
        let printed = try CommandRun(BuiltProgram.folder + "/codeforge-server", ["openapi"], in: folder.path)
        #expect(try JSONValue(parsing: printed.output) == served)
        #expect(served["openapi"] == "3.1.0")
        let components = Set(served["components"]?["schemas"]?.object?.keys ?? [])
        for text in served.serialized.split(separator: "\"#/components/schemas/").dropFirst() {
            let name = String(text.prefix { $0 != "\"" })
            #expect(components.contains(name), "\(name)")
        }
        let names = Self.operations(served).compactMap { $0.operation["operationId"]?.string }
        #expect(Set(names).count == names.count)
    }

    @Test func `the pattern of paths takes what the server takes`() throws {
        let served = try RunningServer().send("GET", "/openapi.json", as: nil).json
        let parameters = served["paths"]?["/v1/projects/{project_id}/files/{path}"]?["put"]?["parameters"]?.array ?? []
        let schema = try #require(parameters.first { $0["name"] == "path" }?["schema"])
        let pattern = try Regex(try #require(schema["pattern"]?.string))
        let paths = [
            "a.txt", "ªÖazóU", "src/é/日本.swift", "a/..", "../a", "a//b", "/a", "a/", "a/.GIT/b", ".codeforge/a",
            ".CodeForge", "b/.codeforge", "a\\b", "a\u{7}", "x\u{202E}y", "c:a", "...", "a/. ", ".gitignore", "a/git~1",
            "~",
            "a b/c@d+e", ".", "",
        ]
        for path in paths {
            let isTaken = (try? ProjectPath(validating: path)) != nil
            #expect((try pattern.wholeMatch(in: path) != nil) == isTaken, "\(path.debugDescription)")
        }
    }

    @Test func `every operation is there, wants a token, and takes no other method`() throws {
        let server = try RunningServer()
        let document = try server.send("GET", "/openapi.json", as: nil).json
        let operations = Self.operations(document)
        #expect(operations.count > 30)
        for (method, path, operation) in operations {
            let target = path.replacing("{path}", with: "a.txt").split(separator: "/", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("{") ? RowID.random().text : String($0) }.joined(separator: "/")
            let reply = try server.send(method.uppercased(), target, as: nil)
            #expect(reply.status == (operation["security"] == nil ? 200 : 401), "\(method) \(path)")
            #expect(operation["responses"]?["\(reply.status)"] != nil, "\(method) \(path)")
            let known = Set(operations.filter { $0.path == path }.map(\.method))
            for other in Self.methods.subtracting(known) {
                // A file may have the name of any other address.
                #expect(try server.send(other.uppercased(), target, as: nil).status == 405, "\(other) \(path)")
            }
        }
    }
}
