import Models

/// What a server is told when it starts.
package struct ServerSettings: Sendable {
    package var host = "127.0.0.1"
    package var port = 8080
    package var tokens = TokenRules()
    package var limits = ServerLimits()
    /// How often a stream without news says that it is alive.
    package var heartbeat = Duration.seconds(15)

    package init() {}
}

/// How much one client gets.
package struct ServerLimits: Sendable {
    /// Requests a minute and user, and refused ones a minute and address; 0: as many as they like.
    package var requestsPerMinute = 60
    /// Largest body of a request, in bytes; a batch of files may have `batchBytes`.
    package var bodyBytes = 8 << 20
    package var batchBytes = 32 << 20
    /// Longest wait for a request's head, and for the whole of its body.
    package var requestTime = Duration.seconds(30)
    /// How long requests that run may go on after the server was asked to end.
    package var shutdownTime = Duration.seconds(30)
    /// Bytes of all header fields, and how many there may be.
    package var headerBytes = 16 << 10
    package var headerCount = 100
    /// Open connections; more wait until one closes.
    package var connections = 10_000

    package init() {}
}

/// What a token has to be.
package struct TokenRules: Sendable {
    /// The shared secret of HS256 tokens.
    package var secret: Secret?
    /// Where the public keys of ES256 and RS256 tokens are.
    package var keySetURL: String?
    package var audience = "authenticated"
    /// `nil`: the project of a Supabase key set, else any.
    package var issuer: String?
    /// By how much two clocks may differ, in seconds.
    package var leeway = 30.0

    package init() {}

    /// Supabase publishes its keys below the issuer.
    ///
    /// https://supabase.com/docs/guides/auth/signing-keys
    var expectedIssuer: String? {
        let keys = "/.well-known/jwks.json"
        if let issuer { return issuer }
        guard secret == nil, let url = keySetURL, url.hasSuffix("/auth/v1" + keys) else { return nil }
        return String(url.dropLast(keys.count))
    }
}
