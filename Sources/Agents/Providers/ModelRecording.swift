import Engine
import Foundation
import JSON

/// Exchanges with models as files, without their secrets: for bug reports, and to answer again without any network.
///
/// A file is named by its number and the request's hash: `{"request", "reply"}` or `{"request", "fault"}`. Beside them
/// `settings.json` says which models were asked. The key is in no file, for it stands in no body.
struct ModelRecording: Sendable {
    private let folder: String

    init(folder: String) { self.folder = folder }

    /// A request's file names end with this.
    private static func mark(of body: JSONValue) -> String {
        String(ContentHash.of(Array(body.serialized.utf8)), radix: 16) + ".json"
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    // MARK: - Recording

    /// Writes an exchange down; a folder that takes no file is no reason to fail a job.
    func write(
        _ body: JSONValue, _ outcome: Result<ModelReply, ModelFault>, _ route: ModelRoute, without mask: KeyMask
    ) {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var entry: JSONObject = ["request": body]
        switch outcome {
        case .success(let reply): entry["reply"] = reply.json
        case .failure(let fault): entry["fault"] = .string(fault.sentence(route))
        }
        let number = String(names.count { $0 != "settings.json" } + 1)
        let name = String(repeating: "0", count: max(0, 5 - number.count)) + number + "-" + Self.mark(of: body)
        save(mask.maskedAnswer(.object(entry)), as: name)
    }

    /// Notes which models are asked; no command and no file of the person's.
    func note(_ settings: ModelSettings) {
        var settings = settings
        (settings.keyCommand, settings.caFile, settings.recordFolder, settings.replayFolder) = ("", "", "", "")
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        save(settings.json, as: "settings.json")
    }

    private func save(_ json: JSONValue, as name: String) {
        // What a person wrote has placeholders by now; what came back may hold anything.
        _ = FileManager.default.createFile(
            atPath: "\(folder)/\(name)", contents: Data(Self.scrubbed(json).serialized.utf8),
            attributes: [.posixPermissions: 0o600])
    }

    private static func scrubbed(_ json: JSONValue) -> JSONValue {
        if let text = json.string {
            var secrets = SecretPlaceholders()
            return .string(secrets.hide(text, path: "text.md") ?? "")
        }
        if let items = json.array { return .array(items.map(scrubbed)) }
        if let object = json.object { return .object(JSONObject(object.map { ($0.key, scrubbed($0.value)) })) }
        return json
    }

    // MARK: - Replaying

    /// The recorded answer to a request: of several to the same one the `number`th, from 0, and then the last.
    ///
    /// - Throws: `ModelFault.unreachable` where there is none.
    func reply(to body: JSONValue, number: Int) throws(ModelFault) -> ModelReply {
        let mark = Self.mark(of: body)
        let known = names.filter { $0.hasSuffix("-" + mark) }
        guard !known.isEmpty,
            let bytes = FileManager.default.contents(
                atPath: "\(folder)/\(known[min(number, known.count - 1)])"),
            let entry = try? JSONValue(parsing: Array(bytes))
        else { throw .broken("the recording in \(folder) has no answer to this request") }
        guard let reply = entry["reply"] else { throw .broken(entry["fault"]?.string ?? "a fault was recorded") }
        return ModelReply(json: reply)
    }
}

extension ModelReply {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "text": .string(text), "reasoning": .string(reasoning), "refusal": .string(refusal),
            "finish": .string("\(finish)"),
        ]
        object["input_tokens"] = inputTokens.map { .integer($0) }
        object["output_tokens"] = outputTokens.map { .integer($0) }
        return .object(object)
    }

    fileprivate init(json: JSONValue) {
        self.init()
        text = json["text"]?.string ?? ""
        reasoning = json["reasoning"]?.string ?? ""
        refusal = json["refusal"]?.string ?? ""
        let known: [Finish] = [.stop, .length, .filtered, .refused, .cut]
        finish = known.first { "\($0)" == json["finish"]?.string } ?? .cut
        (inputTokens, outputTokens) = (json["input_tokens"]?.int, json["output_tokens"]?.int)
    }
}
