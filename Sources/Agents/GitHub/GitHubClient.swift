import AsyncHTTPClient
import JSON
import Models
import NIOCore

/// GitHub's REST API over one connection pool: JSON in, JSON out, passing faults tried again.
///
/// https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
struct GitHubClient: Sendable {
    let address: GitHubAddress
    let token: Secret
    let http: HTTPClient
    /// The first pause before a try, in seconds; each is twice the one before, and up to half of that longer.
    let firstPause: Double

    /// Longest wait for one answer.
    private static let requestTimeout = TimeAmount.seconds(30)
    /// How often a request that may be repeated is sent at most.
    private static let attempts = 4
    /// Longest pause that GitHub may ask for before the export gives up, in seconds.
    private static let longestPause = 60.0
    private static let maxResponseBytes = 8 << 20

    struct Answer: Sendable {
        let status: Int
        let body: JSONValue
        /// What GitHub asks to wait before the next try, in seconds.
        let retryAfter: Double?

        /// GitHub's own words for what is wrong.
        var message: String { body["message"]?.string ?? "no further message" }
        var isSuccess: Bool { (200..<300).contains(status) }
    }

    /// Sends a request; one that `repeats` is sent again, with growing pauses, after a fault that may pass.
    ///
    /// - Throws: `provider_unavailable` where no answer came, `forbidden` where the token was refused. Other statuses
    ///   are for the caller to judge.
    func send(
        _ method: String, _ path: String, _ body: JSONValue? = nil, repeats: Bool = true
    ) async throws(GitHubExportFailure) -> Answer {
        var attempt = 1
        while true {
            let last = attempt == (repeats ? Self.attempts : 1)
            do {
                let answer = try await sendOnce(method, path, body)
                if answer.status == 401 {
                    throw GitHubExportFailure(
                        "forbidden",
                        "GitHub refused the token (401, \(answer.message)). Give one with the scope \"repo\".")
                }
                guard !last, Self.mayPass(answer) else { return answer }
                try await pause(attempt: attempt, asked: answer.retryAfter)
            } catch let failure as GitHubExportFailure {
                throw failure
            } catch {
                if last || Task.isCancelled {
                    throw .unavailable("\(address.text) could not be reached (\(Self.reason(error))). Try again later.")
                }
                try await pause(attempt: attempt, asked: nil)
            }
            attempt += 1
        }
    }

    private func sendOnce(_ method: String, _ path: String, _ body: JSONValue?) async throws -> Answer {
        var request = HTTPClientRequest(url: address.text + path)
        request.method = .RAW(value: method)
        token.reveal { request.headers.add(name: "Authorization", value: "Bearer \($0)") }
        request.headers.add(name: "Accept", value: "application/vnd.github+json")
        request.headers.add(name: "X-GitHub-Api-Version", value: "2022-11-28")
        request.headers.add(name: "User-Agent", value: "codeforge/\(ProductVersion.text)")
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(Array(body.serialized.utf8))
        }
        let response = try await http.execute(request, timeout: Self.requestTimeout)
        let bytes = try await response.body.collect(upTo: Self.maxResponseBytes)
        let retryAfter = RetryAfter.seconds(value: response.headers.first(name: "Retry-After"))
        let json = (try? JSONValue(parsing: Array(bytes.readableBytesView))) ?? .null
        return Answer(status: Int(response.status.code), body: json, retryAfter: retryAfter)
    }

    private static func mayPass(_ answer: Answer) -> Bool {
        answer.status == 429 || answer.status >= 500 || (answer.status == 403 && answer.retryAfter != nil)
    }

    /// Waits longer from try to try, or as long as GitHub asked for.
    private func pause(attempt: Int, asked: Double?) async throws(GitHubExportFailure) {
        let backoff = firstPause * Double(1 << (attempt - 1)) * Double.random(in: 1...1.5)
        let seconds = asked ?? backoff
        guard seconds <= Self.longestPause else {
            throw .unavailable("GitHub asks to wait \(Int(exactly: seconds.rounded()) ?? .max) s. Try again then.")
        }
        do {
            try await Task.sleep(for: .seconds(seconds))
        } catch {
            throw .unavailable("The export was cancelled.")
        }
    }

    /// An error's kind, without what a library might quote of the request.
    private static func reason(_ error: any Error) -> String {
        if let known = error as? HTTPClientError { return known.shortDescription }
        return String(describing: type(of: error))
    }
}
