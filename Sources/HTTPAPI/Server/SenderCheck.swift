import Engine
import HTTPTypes
import Models
import Synchronization

/// Finds out who sent a request, and whether they may send another one.
struct SenderCheck: Sendable {
    let verifier: TokenVerifier
    let service: Application
    private let users: RateLimiter<RowID>
    /// Requests without a right token, by address.
    private let strangers: RateLimiter<String>
    private let known = KnownUsers()

    init(verifier: TokenVerifier, service: Application, limits: ServerLimits) {
        self.verifier = verifier
        self.service = service
        users = RateLimiter(most: limits.requestsPerMinute)
        strangers = RateLimiter(most: limits.requestsPerMinute)
    }

    /// - Throws: 401, 403, 429, or 503 where it cannot be told.
    func sender(of headers: HTTPFields, from address: String) async throws(APIFailure) -> TokenVerifier.Sender {
        let sender: TokenVerifier.Sender
        do throws(APIFailure) {
            sender = try await verifier.sender(of: try Self.token(headers))
        } catch {
            if let seconds = strangers.admit(address) { throw .tooMany(retryAfter: seconds) }
            throw error
        }
        let user = sender.user
        if let seconds = users.admit(user) { throw .tooMany(retryAfter: seconds) }
        if !known.contains(user) {
            do throws(RequestFailure) {
                try await service.acting(as: .user(user)).ensureProfile(of: user)
            } catch {
                throw APIFailure(error)
            }
            known.insert(user)
        }
        return sender
    }

    /// The one bearer token of a request.
    private static func token(_ headers: HTTPFields) throws(APIFailure) -> Substring {
        let values = headers[values: .authorization]
        guard let value = values.first else {
            throw .unauthenticated("Send a token: Authorization: Bearer TOKEN.", isInvalid: false)
        }
        let words = value.split(separator: " ", omittingEmptySubsequences: true)
        guard values.count == 1, words.count == 2, words[0].lowercased() == "bearer" else {
            throw .unauthenticated("Send one token: Authorization: Bearer TOKEN.")
        }
        return words[1]
    }
}

/// Users whose profile was there a short while ago, so that not every request asks for it.
private final class KnownUsers: Sendable {
    private static let lifetime = Duration.seconds(60)
    private static let most = 10_000
    private let users = Mutex<[RowID: ContinuousClock.Instant]>([:])

    func contains(_ user: RowID) -> Bool {
        users.withLock { $0[user].map { .now - $0 < Self.lifetime } ?? false }
    }

    func insert(_ user: RowID) {
        users.withLock { users in
            if users.count >= Self.most { users = [:] }
            users[user] = .now
        }
    }
}
