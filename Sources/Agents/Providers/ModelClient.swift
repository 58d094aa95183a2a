import AsyncHTTPClient
import Engine
import JSON
import Models
import NIOCore

/// Sends requests to one model: streamed, retried where that may help, in the form that its server takes.
struct ModelClient: Sendable {
    /// Hears how much of an answer there is, in bytes.
    typealias Progress = @Sendable (_ bytes: Int) async -> Void

    /// How often a request is sent again after a fault that may pass.
    private static let retries = 2
    /// How often a request is changed to what the server takes.
    private static let mends = 8
    /// Longest pause that a server may ask for, in seconds.
    private static let longestPause = 120.0
    private static let maxErrorBytes = 1 << 20
    private static let maxReplyBytes = 16 << 20

    let route: ModelRoute
    let endpoints: ModelEndpoints
    var timeouts = ModelTimeouts()
    /// The first pause before a retry, in seconds; each is twice the one before, at most 8 s, and up to a quarter less.
    var firstPause = 0.5
    /// Where exchanges are written to, and where they answer from instead of the model.
    var recording: ModelRecording?
    var replay: ModelRecording?

    private var api: any ModelAPI { route.api }

    /// Asks the model.
    ///
    /// - Throws: `ModelFault`.
    func send(_ request: ModelRequest, progress: @escaping Progress = { _ in }) async throws(ModelFault) -> ModelReply {
        if let replay {
            let form = await endpoints.form(of: route, first: api.firstForm)
            let body = api.body(of: request, model: route.model, form: form)
            let reply = try replay.reply(to: body, number: await endpoints.timesReplayed(body))
            await progress(reply.text.utf8.count)
            return reply
        }
        let key = try await endpoints.key(for: route)
        let mask = await endpoints.mask(for: route, key: key)
        var retries = 0
        var refusals: [ModelFault] = []
        var last: ModelFault?
        while true {
            if Task.isCancelled { throw .cancelled }
            if let seconds = await endpoints.enter(route) { throw last ?? .resting(seconds) }
            let form = await endpoints.form(of: route, first: api.firstForm)
            do throws(ModelFault) {
                let reply = try await sendOnce(request, form, key, mask, progress)
                await endpoints.ended(route, nil)
                record(request, form, .success(reply), mask)
                return reply
            } catch let said {
                let error = await endpoints.explained(said, of: route, key: key)
                record(request, form, .failure(error), mask)
                await endpoints.ended(route, error)
                last = error
                if case .malformed(let words) = error {
                    refusals.append(error)
                    if refusals.count <= Self.mends, let mended = form.mended(after: words) {
                        await endpoints.set(mended, of: route)
                        continue
                    }
                    // Nothing that could be left out was what the server minded.
                    await endpoints.set(nil, of: route)
                    throw refusals[0]
                }
                guard error.mayPass, retries < Self.retries, (error.retryAfter ?? 0) <= Self.longestPause else {
                    throw error
                }
                retries += 1
                try await pause(retries, asked: error.retryAfter)
            }
        }
    }

    private func record(
        _ request: ModelRequest, _ form: RequestForm, _ outcome: Result<ModelReply, ModelFault>, _ mask: KeyMask
    ) {
        recording?.write(api.body(of: request, model: route.model, form: form), outcome, route, without: mask)
    }

    /// What is sent first, to the byte.
    func preview(of request: ModelRequest) async -> (url: String, payload: String) {
        let form = await endpoints.form(of: route, first: api.firstForm)
        return (route.address.text + api.path, api.body(of: request, model: route.model, form: form).serialized)
    }

    /// How the answer's shape is asked for by now.
    func structure() async -> RequestForm.Structure {
        await endpoints.form(of: route, first: api.firstForm).structure
    }

    /// Whether the server is told, and takes, how long an answer may be.
    func keepsLength() async -> Bool {
        await endpoints.form(of: route, first: api.firstForm).length != .none || route.provider == .anthropic
    }

    /// The models that the server has, by their names.
    func models() async throws(ModelFault) -> [String] {
        let key = try await endpoints.key(for: route)
        let mask = await endpoints.mask(for: route, key: key)
        let (bytes, status) = try await get("/models", key?.secret, mask)
        guard (200..<300).contains(status) else {
            let fault = ServerError(body: bytes, without: mask).fault(status: status)
            throw await endpoints.explained(fault, of: route, key: key)
        }
        guard let json = (try? JSONValue(parsing: bytes)).map(mask.masked),
            let items = json["data"]?.array ?? json["models"]?.array
        else {
            let error = ServerError(body: bytes, without: mask)
            throw error.isPage ? error.fault(status: status) : .broken("no list of models")
        }
        return items.compactMap { $0["id"]?.string ?? $0["name"]?.string }.sorted()
    }

    // MARK: - One request

    private func sendOnce(
        _ request: ModelRequest, _ form: RequestForm, _ key: ModelKey.Found?, _ mask: KeyMask,
        _ progress: @escaping Progress
    ) async throws(ModelFault) -> ModelReply {
        let client = try await endpoints.client(for: route, connectTimeout: timeouts.connect)
        let body = api.body(of: request, model: route.model, form: form)
        let deadline = StreamDeadline(timeouts)
        let outcome = await withTaskGroup(of: Result<ModelReply, ModelFault>?.self) { group in
            group.addTask {
                do throws(ModelFault) {
                    return .success(try await stream(body, key?.secret, mask, client, deadline, progress))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask { await deadline.expire().map { .failure(.timedOut($0)) } }
            var outcome: Result<ModelReply, ModelFault>?
            while outcome == nil, let next = await group.next() { outcome = next }
            group.cancelAll()
            return outcome ?? .failure(.cancelled)
        }
        if Task.isCancelled { throw .cancelled }
        return try outcome.get()
    }

    private func headers(_ key: Secret?) -> [(String, String)] {
        let own = key.map { key in key.reveal { api.headers(key: $0) } } ?? api.headers(key: nil)
        return own + [("User-Agent", "codeforge/\(ProductVersion.text)")]
    }

    private func stream(
        _ body: JSONValue, _ key: Secret?, _ mask: KeyMask, _ client: HTTPClient, _ deadline: StreamDeadline,
        _ progress: @escaping Progress
    ) async throws(ModelFault) -> ModelReply {
        var call = HTTPClientRequest(url: route.address.text + api.path)
        call.method = .POST
        for (name, value) in headers(key) { call.headers.add(name: name, value: value) }
        call.headers.add(name: "Content-Type", value: "application/json")
        call.headers.add(name: "Accept", value: "text/event-stream")
        call.body = .bytes(Array(body.serialized.utf8))
        let response: HTTPClientResponse
        do {
            response = try await client.execute(
                call, deadline: .now() + .seconds(timeouts.total.components.seconds + 1))
        } catch {
            throw Self.fault(of: error)
        }
        try await check(response, mask)
        var reader = ReplyReader(api: api, mask: mask)
        let isStream = response.headers.first(name: "Content-Type")?.lowercased().contains("event-stream") ?? false
        var whole: [UInt8] = []
        do {
            for try await piece in response.body {
                guard isStream else {
                    whole += piece.readableBytesView
                    await deadline.touch()
                    guard whole.count <= Self.maxReplyBytes else { throw ModelFault.broken("it is too long") }
                    continue
                }
                if try reader.feed(piece.readableBytesView) {
                    await deadline.touch()
                    await progress(reader.reply.text.utf8.count)
                }
                if reader.isDone { break }
            }
            return isStream ? try reader.finish() : try reader.finish(whole: whole)
        } catch let fault as ModelFault {
            throw fault
        } catch {
            if reader.reply.text.isEmpty { throw Self.fault(of: error) }
            throw Task.isCancelled ? .cancelled : .brokenOff("the connection ended")
        }
    }

    /// Turns what is no success into its fault.
    private func check(_ response: HTTPClientResponse, _ mask: KeyMask) async throws(ModelFault) {
        let status = Int(response.status.code)
        guard !(200..<300).contains(status) else { return }
        if (300..<400).contains(status) {
            let target =
                response.headers.first(name: "Location").map { String(mask.masked($0).prefix(200)) }
                ?? "another address"
            throw .redirected(target)
        }
        let bytes: [UInt8]
        do {
            bytes = Array(try await response.body.collect(upTo: Self.maxErrorBytes).readableBytesView)
        } catch {
            bytes = []
        }
        let asked = RetryAfter.seconds(
            milliseconds: response.headers.first(name: "Retry-After-Ms"),
            value: response.headers.first(name: "Retry-After"))
        throw ServerError(body: bytes, without: mask).fault(status: status, retryAfter: asked)
            .asked(toRetry: response.headers.first(name: "X-Should-Retry")?.lowercased())
    }

    private func get(
        _ path: String, _ key: Secret?, _ mask: KeyMask
    ) async throws(ModelFault) -> (body: [UInt8], status: Int) {
        let client = try await endpoints.client(for: route, connectTimeout: timeouts.connect)
        var call = HTTPClientRequest(url: route.address.text + path)
        for (name, value) in headers(key) { call.headers.add(name: name, value: value) }
        do {
            let response = try await client.execute(call, timeout: .seconds(30))
            if (300..<400).contains(response.status.code) { try await check(response, mask) }
            let bytes = try await response.body.collect(upTo: Self.maxReplyBytes)
            return (Array(bytes.readableBytesView), Int(response.status.code))
        } catch let fault as ModelFault {
            throw fault
        } catch {
            throw Self.fault(of: error)
        }
    }

    private func pause(_ number: Int, asked: Double?) async throws(ModelFault) {
        let backoff = min(8, firstPause * Double(1 << (number - 1))) * Double.random(in: 0.75...1)
        do {
            try await Task.sleep(for: .seconds(asked ?? backoff))
        } catch {
            throw .cancelled
        }
    }

    /// An error's kind, without what a library might quote of the request.
    private static func fault(of error: any Error) -> ModelFault {
        if error is CancellationError || Task.isCancelled { return .cancelled }
        let text = String(describing: error)
        if text.contains("CERTIFICATE_VERIFY_FAILED") || text.contains("certificate") || text.contains("Hostname") {
            return .unreachable(
                "its certificate is not trusted for this host, or has expired. Where a proxy or a company's authority signed it, name "
                    + "that authority's file in codeforge.model.caFile")
        }
        guard let known = error as? HTTPClientError else { return .unreachable("no connection") }
        switch known {
        case .cancelled: return .cancelled
        case .deadlineExceeded, .readTimeout: return .timedOut("it took too long")
        default: return .unreachable(known.shortDescription)
        }
    }
}
