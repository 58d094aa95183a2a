import Agents
import Engine
import Foundation
import JSON

/// `codeforge-worker models`: one request line on standard input, one answer line on standard output.
///
/// The request is `{"action": "list" | "test", "settings": {...}, "used_tokens"}`, the answer `{"result": [...]}`; see `ModelCheck`.
enum ModelsProgram {
    static func run() async -> Int32 {
        guard let request = try? JSONValue(parsing: readLine(strippingNewline: true) ?? ""),
            let settings = request["settings"].map({ ModelSettings(json: $0) })
        else { return 64 }
        let endpoints = ModelEndpoints()
        let check = ModelCheck(settings, endpoints: endpoints, used: request["used_tokens"]?.int ?? 0)
        let result = request["action"] == "list" ? await check.list() : await check.test()
        await endpoints.shutDown()
        let answer = JSONValue.object(["result": result])
        FileHandle.standardOutput.write(Data((answer.serialized + "\n").utf8))
        return 0
    }
}
