import Engine
import Foundation
import JSON
import Models
import TestSupport
import Testing

@testable import Agents

/// A provider may say back what it was sent: nothing of the key comes through, in whatever words.
@Suite struct KeyMaskTests {
    private static let key = ModelTrial.key

    /// What is left of a secret in a text: its longest part.
    private static func longestPart(of secret: String, in text: String) -> Int {
        let (secret, text) = (Array(secret.lowercased().utf8), text.lowercased())
        for length in stride(from: secret.count, to: 0, by: -1) {
            for start in 0...secret.count - length
            where text.contains(String(decoding: secret[start..<start + length], as: UTF8.self)) {
                return length
            }
        }
        return 0
    }

    /// Ways in which a server writes a key.
    private static let echoes: [(name: String, text: String)] = [
        ("whole", key), ("beside words", "the key=\(key), is wrong"), ("in capitals", key.uppercased()),
        ("for an address", key.utf8.map { "%" + String($0, radix: 16) }.joined()),
        ("for JSON", "a\\u0073k\\u002dtrial\\u002d0123456789abcdefghij"),
        ("for a page", key.replacing("-", with: "&#45;")),
        ("in Base64", Data(key.utf8).base64EncodedString()),
        ("without its ends", "…\(key.dropFirst(3).dropLast(3))…"),
        ("its beginning", String(key.prefix(14))),
        ("its end", "...\(key.suffix(12))"), ("with stars", "\(key.prefix(6))********\(key.suffix(4))"),
        ("with dots", "\(key.prefix(5))...\(key.suffix(4))"),
        ("after 290 others", String(repeating: "x", count: 290) + key),
        ("as a login", "https://user:\(key)@example.com"),
    ]

    @Test(arguments: echoes.map(\.name))
    func `a failure that repeats the key does not show it`(name: String) async throws {
        let echo = try #require(Self.echoes.first { $0.name == name }).text
        let json = JSONValue.object([
            "error": ["message": .string("Bad key \(echo) here"), "type": "x"]
        ]).serialized
        let stream = "data: \(json)\n\n"
        let steps: [ModelServer.Step] = [
            .failure(401, json), .failure(400, json),
            .failure(418, "Bad key \(echo) here", type: "text/plain"),
            .failure(404, "[\(json)]"),
            .failure(302, "", headers: ["Location": "http://127.0.0.1:1/\(echo.prefix(60))"]),
            ModelServer.Step([stream], headers: ["Content-Type": "text/event-stream"]),
            ModelServer.Step(
                [ModelStream.data(ModelStream.chunk(["content": "{"])), stream],
                headers: ["Content-Type": "text/event-stream"]),
        ]
        for (number, step) in steps.enumerated() {
            let trial = try ModelTrial(.openai, [step])
            guard case .failure(let error) = try await trial.finish() else { throw UnexpectedOutcome() }
            let left = Self.longestPart(of: Self.key, in: error.description)
            #expect(left < 7, "\(number): \(error)")
            #expect(
                !error.description.contains(Data(Self.key.utf8).base64EncodedString()),
                "\(number): \(error)")
        }
    }

    @Test
    func `an answer, its raw words and a list of models do not show the key, and other words stay`()
        async throws
    {
        let half = Self.key.utf8.count / 2
        let pieces = [String(Self.key.prefix(half)), String(Self.key.dropFirst(half))]
        let answer = ModelStream.chat("{\"word\": \"[", pieces[0], pieces[1], "]\"}")
        #expect(try await ModelTrial(.openai, [answer]).finish() == .success("[**********]"))
        let raw = ModelStream.chat("My key is ", pieces[0], pieces[1], ", see sk-example and sk-trial")
        guard case .failure(let error) = try await ModelTrial(.openai, [raw]).finish() else {
            throw UnexpectedOutcome()
        }
        #expect(
            error.description.contains("My key is **********, see sk-example and sk-trial"), "\(error)")
        let list = ModelServer.Step(
            [JSONValue.object(["data": [["id": .string("m-\(Self.key)")], ["id": "m2"]]]).serialized],
            headers: ["Content-Type": "application/json"])
        let trial = try ModelTrial(.openai, [list])
        #expect(try await trial.client().models() == ["m-**********", "m2"])
        await trial.endpoints.shutDown()
    }

    @Test func `a proxy's login and a token in the address are withheld too`() throws {
        let address = try ModelAddress(validating: "https://gateway.example/t0ken-of-the-gateway-77/v1")
        let proxy = ProxyAddress(for: address) {
            $0 == "HTTPS_PROXY" ? "http://walker:pr0xy-pass@proxy:3128" : nil
        }
        let mask = KeyMask(key: nil, proxy: proxy, address: address)
        let login = Data("walker:pr0xy-pass".utf8).base64EncodedString()
        let text = mask.masked(
            "407 for Basic \(login), walker:pr0xy-pass at /t0ken-of-the-gateway-77/v1/models of gateway.example"
        )
        #expect(
            text == "407 for Basic **********, ********** at /**********/v1/models of gateway.example")
    }

    @Test func `an ordinary word that serves as a key withholds nothing of an answer`() {
        let mask = KeyMask(["ollama"])
        var reply = ModelReply()
        reply.text = "ollama serve"
        #expect(mask.masked(reply).text == "ollama serve")
        #expect(
            KeyMask(["sk-abcdefgh-0123456789"]).masked("Use a key, as in sk-… or sk-***.")
                == "Use a key, as in sk-… or sk-***.")
    }

    @Test func `a refusal says which key was sent, or that none was and where it was looked for`()
        async throws
    {
        let refusal = ModelServer.Step.failure(401, "{\"error\": {\"message\": \"Who are you?\"}}")
        guard case .failure(let sent) = try await ModelTrial(.openai, [refusal]).finish() else {
            throw UnexpectedOutcome()
        }
        #expect(
            sent.description.contains(
                "the key was refused (401, Who are you?). It is the one from OPENAI_API_KEY."), "\(sent)")
        guard case .failure(let none) = try await ModelTrial(.vllm, [refusal]).finish() else {
            throw UnexpectedOutcome()
        }
        #expect(
            none.description.contains("no key was sent, and the server wants one (401, Who are you?)"),
            "\(none)")
        #expect(
            none.description.contains("VLLM_API_KEY, CODEFORGE_API_KEY")
                && !none.description.contains("was refused"), "\(none)")
    }

    @Test func `no turn of the key comes through`() {
        let key = Self.key
        let mask = KeyMask([key])
        let bytes = Array(key.utf8)
        func coded(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
        let echoes: [(String, secret: String)] = [
            ("backwards", String(key.reversed())),
            ("digits", bytes.map { String(UInt32($0) + 256, radix: 16).dropFirst() }.joined()),
            ("capital digits", bytes.map { String(UInt32($0) + 256, radix: 16).dropFirst().uppercased() }.joined()),
        ]
        for (name, echo) in echoes {
            let text = mask.masked("Bad key \(echo), sorry.")
            #expect(!text.contains(echo.prefix(8)) && !text.contains(echo.suffix(8)), "\(name): \(text)")
            #expect(text.hasPrefix("Bad key ") && text.hasSuffix(", sorry."), "\(name): \(text)")
        }
        for before in ["Bearer ", "a:", "ab:", "key=", "{\"k\":\""] {
            let echo = coded(before + key + "\"}")
            for written in [echo, echo.replacing("+", with: "-").replacing("/", with: "_")] {
                let text = mask.masked("got \(written) there")
                // What is left of the ends holds less than six bytes of the key.
                let longest = text.split { !$0.isLetter && !$0.isNumber }.map(\.count).max() ?? 0
                #expect(longest <= 16 && text.contains("got ") && text.contains(" there"), "\(before): \(text)")
            }
        }
        #expect(mask.masked("nothing of it, in 0123 words") == "nothing of it, in 0123 words")
    }
}
