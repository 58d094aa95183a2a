import AsyncHTTPClient
import Engine
import Foundation
import JSON
import Models
import NIOCore
import Synchronization

/// The API of a team's server over one connection pool: JSON in, JSON out.
package struct TeamClient: TeamTransport {
    private let address: ModelAddress
    private let token: TeamToken
    private let http: HTTPClient
    private let times = RequestTimes()

    /// Long enough for a batch of files over a slow line; a server that says nothing is given up sooner.
    private static let requestTimeout = TimeAmount.minutes(5)
    private static let maxResponseBytes = 256 << 20
    /// How often a request is sent that the server asks to repeat later, and the longest pause that is taken for it.
    private static let attempts = 5
    private static let longestPause = 65.0
    /// A stream without a sign of life for so long is a lost one; the server's heartbeat is 15 s unless set otherwise.
    private static let silence = TimeAmount.seconds(60)

    /// - Throws: `invalid_input` for an address that cannot be used: a token never goes over the network in the clear.
    package init(url: String, token: TeamToken) throws(RequestFailure) {
        do throws(ModelAddress.Invalid) {
            address = try ModelAddress(validating: url)
        } catch {
            throw .invalidInput(["url"], "\(url.debugDescription) \(error.description).")
        }
        guard address.isEncrypted || address.isThisMachine else {
            throw .invalidInput(["url"], "\(url) would show your token to everybody on the way. Use https://.")
        }
        self.token = token
        var configuration = HTTPClient.Configuration()
        // A token must not follow a server's word to somewhere else.
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(10)
        configuration.timeout.read = Self.silence
        configuration.connectionPool.retryConnectionEstablishment = false
        if let proxy = ProxyAddress(for: address, environment: DatabaseLocation.environment) {
            configuration.proxy = proxy.setting
        }
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// How many requests were sent in the last minute.
    package var recentRequests: Int { times.count() }

    /// Closes every connection; to be called before the last reference goes.
    package func shutDown() async { try? await http.shutdown() }

    package func send(
        _ method: String, _ path: String, _ body: JSONValue?
    ) async throws(RequestFailure) -> JSONValue {
        let token = try await token.find()
        var attempt = 1
        while true {
            let (status, json, pause) = try await sendOnce(method, path, body, token)
            if (200..<300).contains(status) { return json }
            if status == 429 || status == 503, attempt < Self.attempts, let pause, pause <= Self.longestPause {
                attempt += 1
                guard (try? await Task.sleep(for: .seconds(max(pause, 0.1)))) != nil else {
                    throw RequestFailure("offline", "The request was cancelled.")
                }
                continue
            }
            throw Self.failure(status, json, address)
        }
    }

    private func request(_ method: String, _ path: String, _ token: Secret) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: address.text + path)
        request.method = .RAW(value: method)
        token.reveal { request.headers.add(name: "Authorization", value: "Bearer \($0)") }
        request.headers.add(name: "User-Agent", value: "codeforge/\(ProductVersion.text)")
        return request
    }

    private func sendOnce(
        _ method: String, _ path: String, _ body: JSONValue?, _ token: Secret
    ) async throws(RequestFailure) -> (status: Int, body: JSONValue, pause: Double?) {
        times.add()
        var request = request(method, path, token)
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(Array(body.serialized.utf8))
        }
        do {
            let response = try await http.execute(request, timeout: Self.requestTimeout)
            let bytes = try await response.body.collect(upTo: Self.maxResponseBytes)
            let pause = RetryAfter.seconds(value: response.headers.first(name: "Retry-After"))
            let json = (try? JSONValue(parsing: Array(bytes.readableBytesView))) ?? .null
            return (Int(response.status.code), json, pause)
        } catch {
            throw Self.offline(error, address)
        }
    }

    private static func failure(_ status: Int, _ json: JSONValue, _ address: ModelAddress) -> RequestFailure {
        let told = json["error"]
        if status == 401 {
            return RequestFailure(
                "unauthenticated",
                "\(address.text) refused the token (\(told?["message"]?.string ?? "401")). Get a new one and run "
                    + "codeforge team login again.")
        }
        if status >= 500 || json["error"] == nil {
            return RequestFailure(
                "offline", "\(address.text) does not do its work at the moment (\(status)). Is it a CodeForge server?")
        }
        return RequestFailure(
            told?["code"]?.string ?? "unavailable", told?["message"]?.string ?? "The server said \(status).",
            details: told?["details"]?.object ?? JSONObject())
    }

    private static func offline(_ error: any Error, _ address: ModelAddress) -> RequestFailure {
        let kind =
            (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? (error as? HTTPClientError)?
            .shortDescription
            ?? String(describing: type(of: error))
        return RequestFailure("offline", "\(address.text) could not be reached (\(kind)).")
    }

    /// Tells what the server tells of a project, until the connection ends.
    ///
    /// - Throws: `offline` when the connection could not be made or broke; else what the server answered.
    func listen(
        to project: RowID, _ heard: @Sendable (_ event: ServerSentEvents.Event) async -> Void
    ) async throws(RequestFailure) {
        let token = try await token.find()
        var request = request("GET", "/v1/projects/\(project)/stream", token)
        request.headers.add(name: "Accept", value: "text/event-stream")
        do {
            let response = try await http.execute(request, deadline: .distantFuture)
            guard response.status == .ok else {
                let bytes = try? await response.body.collect(upTo: 1 << 20)
                let json = bytes.flatMap { try? JSONValue(parsing: Array($0.readableBytesView)) } ?? .null
                throw Self.failure(Int(response.status.code), json, address)
            }
            var events = ServerSentEvents()
            for try await part in response.body {
                for event in try events.feed(part.readableBytesView) { await heard(event) }
            }
        } catch let failure as RequestFailure {
            throw failure
        } catch {
            throw Self.offline(error, address)
        }
    }
}

/// When requests were sent, for a minute.
private final class RequestTimes: Sendable {
    private static let window = Duration.seconds(60)
    private let times = Mutex<[ContinuousClock.Instant]>([])

    func add(at now: ContinuousClock.Instant = .now) { times.withLock { $0.append(now) } }

    func count(at now: ContinuousClock.Instant = .now) -> Int {
        times.withLock { times in
            times.removeAll { now - $0 > Self.window }
            return times.count
        }
    }
}
