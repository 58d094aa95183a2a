import AsyncHTTPClient
import Engine
import JSON
import Logging
import Models

/// Tells who sent a request by its token, a JSON Web Token.
///
/// https://datatracker.ietf.org/doc/html/rfc8725 says what to look at.
struct TokenVerifier: Sendable {
    private static let mostBytes = 8 << 10
    /// Seconds after which nobody asks any more when a token ends: ten years.
    private static let longestLife = 315_360_000.0
    private static let limits = JSONLimits(maxBytes: mostBytes, maxDepth: 32)

    private let rules: TokenRules
    private let secret: VerificationKey?
    private let keySet: KeySet?

    init(_ rules: TokenRules, client: HTTPClient, logger: Logger) {
        self.rules = rules
        secret = rules.secret?.reveal { VerificationKey(secret: $0) }
        // https://datatracker.ietf.org/doc/html/rfc7518#section-3.2
        if rules.secret?.reveal({ $0.utf8.count < 32 }) == true {
            logger.warning("The shared secret has fewer than 32 bytes: it can be guessed from a token.")
        }
        keySet = rules.keySetURL.map { KeySet(url: $0, client: client, logger: logger) }
    }

    /// Whom a token names, and how long it counts.
    struct Sender: Sendable {
        let user: RowID
        let end: Timestamp
    }

    /// The user that a token names, and the moment after which it counts no more.
    ///
    /// - Throws: 401 for a token that is not right, 403 for a role that is no user's, 503 where no key could be read.
    func sender(of token: Substring, at now: Timestamp = .now()) async throws(APIFailure) -> Sender {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= Self.mostBytes, parts.count == 3, let header = Self.object(parts[0]),
            let signature = Base64URL.decode(parts[2])
        else { throw .unauthenticated("The token is no JSON Web Token.") }
        guard let algorithm = header["alg"]?.string.flatMap(TokenAlgorithm.init), header["crit"] == nil,
            header["b64"] == nil
        else { throw .unauthenticated("The token is not signed in a way that this server takes.") }
        let signed = Array("\(parts[0]).\(parts[1])".utf8)
        let isSigned = try await keys(for: algorithm, id: header["kid"]?.string)
            .contains { $0.algorithm == algorithm && $0.verifies(signature, of: signed) }
        guard isSigned, let claims = Self.object(parts[1]) else {
            throw .unauthenticated("The token's signature is not right.")
        }
        return try sender(of: claims, at: now)
    }

    private func keys(for algorithm: TokenAlgorithm, id: String?) async throws(APIFailure) -> [VerificationKey] {
        switch algorithm {
        case .hs256: return secret.map { [$0] } ?? []
        case .es256, .rs256:
            guard let keySet else { return [] }
            do throws(KeySet.Unavailable) {
                return try await keySet.keys(for: algorithm, id: id)
            } catch {
                throw APIFailure(RequestFailure("unavailable", "The key set cannot be read."))
            }
        }
    }

    private func sender(of claims: JSONObject, at now: Timestamp) throws(APIFailure) -> Sender {
        let seconds = Double(now.milliseconds) / 1000
        guard let expiry = claims["exp"]?.double, expiry.isFinite else {
            throw .unauthenticated("The token says no time at which it ends.")
        }
        guard seconds < expiry + rules.leeway else { throw .unauthenticated("The token has expired.") }
        if let start = claims["nbf"] {
            guard let start = start.double, start.isFinite, start <= seconds + rules.leeway else {
                throw .unauthenticated("The token is not valid yet.")
            }
        }
        let audiences = claims["aud"]?.array?.compactMap(\.string) ?? [claims["aud"]?.string].compactMap { $0 }
        guard audiences.contains(rules.audience) else { throw .unauthenticated("The token is for somebody else.") }
        if let issuer = rules.expectedIssuer, claims["iss"]?.string != issuer {
            throw .unauthenticated("The token was issued by somebody else.")
        }
        guard let user = claims["sub"]?.string.flatMap(RowID.init) else {
            throw .unauthenticated("The token names no user.")
        }
        // Never raised, never lowered: a token of another role is for another service.
        if let role = claims["role"], role.string != "authenticated" {
            throw APIFailure(.forbidden, "forbidden", "The token's role may not use this server.")
        }
        let most = Double(now.milliseconds) / 1000 + Self.longestLife
        return Sender(user: user, end: Timestamp(milliseconds: Int64(min(expiry + rules.leeway, most) * 1000)))
    }

    private static func object(_ part: Substring) -> JSONObject? {
        guard let bytes = Base64URL.decode(part) else { return nil }
        return (try? JSONDocument(parsing: bytes, limits: limits))?.root.value.object
    }
}
