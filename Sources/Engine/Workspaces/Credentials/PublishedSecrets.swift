/// Values that have the form of a secret and stand in everybody's documentation: they open nothing.
enum PublishedSecrets {
    /// Whether a value is one that a standard or a provider shows.
    static func contains(_ value: String) -> Bool { values.contains(value) }

    /// Whether a private key, given by its letters without line ends, is one that a standard or a tool publishes.
    static func isKey(_ letters: some Collection<UInt8>) -> Bool {
        keyBeginnings.contains { letters.starts(with: $0) }
    }

    private static let values: Set<String> = [
        // What jwt.io shows, now and before.
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
            + "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWV9."
            + "TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ",
        // Stripe's documentation.
        "sk_test_" + "4eC39HqLyjWDarjtT1zdp7dc", "sk_test_" + "BQokikJOvBiI2HlWgH4olfQ2",
        // RFC 6749: tokens, a client's secret, a code.
        "2YotnFZFEjr1zCsicMWpAA", "tGzv3JOkF0XG5Qx2TlKWIA", "7Fjfp0ZBr1KtDRbnfVdmIw", "SplxlOBeZQQYbYS6WxSbIA",
        // RFC 5849: secrets of a client and of a token.
        "kd94hf93k423kf44", "pfkkdhi9sl3r4s00", "j49sk3j29djd", "dh893hdasih9",
        // RFC 7517 A.2, RFC 7515 A.3, RFC 8037 A.1: the private parts of keys.
        "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
        "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    ]

    private static let keyBeginnings: [[UInt8]] = [
        // jwt.io: RS256 now and before, ES256.
        "MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj",
        "MIICWwIBAAKBgQDdlatRjRjogo3WojgGHFHYLugdUWAY9iR3fy4arWNA1KoS8kVw",
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2",
        // Vagrant's insecure key, which every new machine of it lets in.
        "MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr+kz4TjGYe7gHzI",
    ].map { Array($0.utf8) }
}
