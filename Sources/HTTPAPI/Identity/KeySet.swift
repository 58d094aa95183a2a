import AsyncHTTPClient
import JSON
import Logging
import NIOCore

/// The public keys that an identity provider publishes, kept and read again when a token names one that is not known.
///
/// https://datatracker.ietf.org/doc/html/rfc7517#section-5
actor KeySet {
    /// The keys could not be read, and none were read before.
    struct Unavailable: Error {}

    private static let lifetime = Duration.seconds(600)
    /// Whoever sends unknown identities makes no more than a request in this time.
    private static let pause = Duration.seconds(10)
    private static let mostBytes = 256 << 10
    private static let mostKeys = 64

    private let url: String
    private let client: HTTPClient
    private let logger: Logger
    private var keys: [VerificationKey] = []
    private var readAt: ContinuousClock.Instant?
    private var triedAt: ContinuousClock.Instant?
    private var reading: Task<Void, Never>?

    init(url: String, client: HTTPClient, logger: Logger) {
        self.url = url
        self.client = client
        self.logger = logger
    }

    /// The keys for an algorithm, of that identity where a token names one.
    func keys(for algorithm: TokenAlgorithm, id: String?) async throws(Unavailable) -> [VerificationKey] {
        let known = matching(algorithm, id)
        let isFresh = readAt.map { .now - $0 < Self.lifetime } ?? false
        if isFresh, !known.isEmpty { return known }
        await refresh()
        if readAt == nil { throw Unavailable() }
        return matching(algorithm, id)
    }

    private func matching(_ algorithm: TokenAlgorithm, _ id: String?) -> [VerificationKey] {
        keys.filter { $0.algorithm == algorithm && (id == nil || $0.id == id) }
    }

    /// Reads the keys; whoever wants them meanwhile waits for the same reading.
    private func refresh() async {
        if let reading { return await reading.value }
        if let triedAt, .now - triedAt < Self.pause { return }
        triedAt = .now
        let task = Task { await self.read() }
        reading = task
        await task.value
        reading = nil
    }

    private func read() async {
        do {
            let response = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(5))
            guard response.status == .ok else { throw Unavailable() }
            let body = try await response.body.collect(upTo: Self.mostBytes)
            let document = try JSONValue(parsing: Array(body.readableBytesView))
            guard let items = document["keys"]?.array else { throw Unavailable() }
            var found: [VerificationKey] = []
            for item in items.prefix(Self.mostKeys) {
                if let key = await VerificationKey(jwk: item) { found.append(key) }
            }
            keys = found
            readAt = .now
        } catch {
            // What was read before goes on; keys that were taken back are noticed as soon as the set can be read.
            logger.warning("The key set could not be read.", metadata: ["error": "\(type(of: error))"])
        }
    }
}
