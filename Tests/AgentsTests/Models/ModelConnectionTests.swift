import Engine
import Foundation
import JSON
import Models
import TestSupport
import Testing

@testable import Agents

/// Silence, cancellation, redirects, certificates and rest: what happens below a request.
@Suite struct ModelConnectionTests {
    @Test(arguments: [
        ("", "nothing came"), (": keep-alive\n\n", "nothing came"),
    ])
    func `silence ends a request, and keep-alives are silence`(pulse: String, reason: String) async throws {
        var trial = try ModelTrial(.vllm, [ModelServer.Step(then: "hang", pulse: pulse)])
        trial.timeouts.firstData = .milliseconds(300)
        guard case .failure(let error) = try await trial.finish() else { throw UnexpectedOutcome() }
        #expect(error.description.contains(reason), "\(error)")
        #expect(await trial.server.requests(atLeast: 1).first?["left"] == true)
    }

    @Test func `a stream that falls silent in the middle ends too, though comments come`() async throws {
        var trial = try ModelTrial(
            .vllm,
            [
                ModelServer.Step(
                    [ModelStream.data(ModelStream.chunk(["content": "{\"wo"]))], then: "hang", pulse: ": keep-alive\n\n"
                )
            ])
        trial.timeouts.idle = .milliseconds(300)
        guard case .failure(let error) = try await trial.finish() else { throw UnexpectedOutcome() }
        #expect(error.description.contains("fell silent"), "\(error)")
    }

    @Test(arguments: [0, 1])
    func `cancelling closes the connection, before the first word and in the middle`(chunks: Int) async throws {
        let pieces = (0..<chunks).map { _ in ModelStream.data(ModelStream.chunk(["content": "{"])) }
        let trial = try ModelTrial(.vllm, [ModelServer.Step(pieces, then: "hang", pulse: ": x\n\n")])
        let (waits, wait) = AsyncStream.makeStream(of: Void.self)
        let client = try trial.client()
        let request = ModelRequest(
            system: "S", messages: [.init(.user, "U")], schemaName: "n", schema: ModelTrial.schema, maxOutputTokens: 9)
        let task = Task { () -> ModelFault? in
            do throws(ModelFault) {
                _ = try await client.send(request) { _ in wait.yield() }
                return nil
            } catch {
                return error
            }
        }
        if chunks > 0 {
            for await _ in waits { break }
        } else {
            // The server notes a request when it is done with it: its connection tells that it has come.
            try await Task.sleep(for: .milliseconds(150))
        }
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(await trial.server.requests(atLeast: 1).first?["left"] == true)
        await trial.endpoints.shutDown()
    }

    @Test func `a redirect is told and not followed, so that the key stays`() async throws {
        let other = try ModelServer([ModelStream.right])
        let trial = try ModelTrial(
            .openai, [.failure(307, "", headers: ["Location": other.address + "/v1/chat/completions"])])
        guard case .failure(let error) = try await trial.finish() else { throw UnexpectedOutcome() }
        #expect(error.description.contains("points to \(other.origin)"))
        #expect(other.requests.isEmpty)
    }

    @Test func `an endpoint that failed five times in a row is left alone`() async throws {
        let trial = try ModelTrial(.vllm, [.failure(503, "{}")])
        _ = try await trial.ask()
        _ = try await trial.ask()
        guard case .failure(let error) = try await trial.finish() else { throw UnexpectedOutcome() }
        #expect(error.description.contains("is left alone for"), "\(error)")
        #expect(await trial.server.requests(atLeast: 5).count == 5)
    }

    @Test func `nobody there is told as such`() async throws {
        var trial = try ModelTrial(.ollama, [ModelStream.right])
        trial.address = "http://127.0.0.1:1/v1"
        guard case .failure(let error) = try await trial.finish() else { throw UnexpectedOutcome() }
        #expect(error.description.contains("ollama (127.0.0.1) cannot be reached"), "\(error)")
    }

    /// A certificate for `localhost` that signs itself, and its key.
    private func certificate(in folder: TemporaryFolder) throws -> (certificate: String, key: String) {
        let (certificate, key) = (folder.path + "/c.pem", folder.path + "/k.pem")
        let made = try CommandRun(
            "/usr/bin/env",
            [
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost", "-out", certificate, "-keyout", key,
            ], in: folder.path)
        #expect(made.exitCode == 0, "\(made.errors)")
        return (certificate, key)
    }

    @Test func `an authority of one's own is trusted where it is named, for its own host`() async throws {
        let folder = try TemporaryFolder()
        let files = try certificate(in: folder)
        var trial = try ModelTrial(.vllm, [ModelStream.right], certificate: files)
        guard case .failure(let untrusted) = try await trial.ask() else { throw UnexpectedOutcome() }
        #expect(untrusted.description.contains("certificate is not trusted"), "\(untrusted)")
        trial.caFile = files.certificate
        #expect(try await trial.ask() == .success("ready"))
        trial.address = trial.address.replacing("localhost", with: "127.0.0.1")
        guard case .failure(let otherHost) = try await trial.ask() else { throw UnexpectedOutcome() }
        #expect(otherHost.description.contains("certificate is not trusted"), "\(otherHost)")
        trial.caFile = folder.path + "/none.pem"
        guard case .failure(let noFile) = try await trial.finish() else { throw UnexpectedOutcome() }
        #expect(noFile.description.contains("is no file of certificates"))
    }
}
