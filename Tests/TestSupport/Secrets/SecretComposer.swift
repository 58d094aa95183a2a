/// Makes secrets that look as real ones do, at run time: none stands in this repository.
package struct SecretComposer {
    private var random: SeededRandom
    /// Every secret made so far: no report, log or export may hold one.
    package private(set) var made: [String] = []

    package init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    private static let digits = Array("0123456789")
    private static let lower = Array("abcdefghijklmnopqrstuvwxyz")
    private static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private mutating func text(_ count: Int, of letters: [Character]) -> String {
        String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    }

    private mutating func note(_ secret: String) -> String {
        made.append(secret)
        return secret
    }

    package mutating func hex(_ count: Int) -> String {
        note(text(count, of: Self.digits + Array("abcdef")))
    }

    package mutating func word(_ count: Int) -> String {
        note(text(count, of: Self.digits + Self.lower + Self.upper))
    }

    package mutating func base64(_ count: Int) -> String {
        note(text(count, of: Self.digits + Self.lower + Self.upper + ["+", "/"]))
    }

    /// A password as people choose them, with a digit in it.
    package mutating func password() -> String {
        note(text(1, of: Self.upper) + text(7, of: Self.lower) + text(3, of: Self.digits) + text(2, of: Self.lower))
    }

    /// A password with a capital among the others, as programs ask people for.
    package mutating func passwordWithCapitals() -> String {
        note(text(2, of: Self.lower) + text(2, of: Self.upper) + text(6, of: Self.lower) + text(3, of: Self.digits))
    }

    package mutating func letters(_ count: Int) -> String { note(text(count, of: Self.lower)) }

    /// A text that was made of secrets, and is one.
    mutating func noted(_ secret: String) -> String { note(secret) }

    // MARK: - Tokens of known providers

    package mutating func awsKey() -> String { note("AK" + "IA" + text(16, of: Self.upper + Array("234567"))) }
    package mutating func github() -> String { note("gh" + "p_" + text(36, of: Self.digits + Self.lower + Self.upper)) }
    package mutating func gitlab() -> String { note("gl" + "pat-" + text(20, of: Self.digits + Self.lower)) }
    package mutating func npm() -> String { note("np" + "m_" + text(36, of: Self.digits + Self.lower + Self.upper)) }
    package mutating func stripe() -> String { note("sk_" + "live_" + text(24, of: Self.digits + Self.lower)) }
    package mutating func google() -> String {
        note("AI" + "za" + text(35, of: Self.digits + Self.lower + Self.upper))
    }
    package mutating func slack() -> String {
        note(
            "xo" + "xb-" + text(12, of: Self.digits) + "-" + text(12, of: Self.digits) + "-"
                + text(24, of: Self.lower + Self.digits))
    }
    package mutating func sendGrid() -> String {
        note("SG" + "." + text(22, of: Self.digits + Self.lower) + "." + text(43, of: Self.digits + Self.upper))
    }
    package mutating func databricks() -> String { note("da" + "pi" + text(32, of: Self.digits + Array("abcdef"))) }
    package mutating func jwt() -> String {
        let parts = [30, 60, 43].map { text($0, of: Self.digits + Self.lower + Self.upper) }
        return note("ey" + "J" + parts[0] + ".ey" + "J" + parts[1] + "." + parts[2])
    }

    // MARK: - Keys

    /// A private key in PEM or one of its kin; `kind` is such as "RSA ".
    package mutating func privateKey(_ kind: String = "", ending: String = "\n") -> String {
        let lines = (0..<6).map { _ in base64(64) }
        let name = kind == "PGP " ? "PGP PRIVATE" + " KEY BLOCK" : kind + "PRIVATE" + " KEY"
        return (["-----BEGIN " + name + "-----"] + lines + ["-----END " + name + "-----"]).joined(separator: ending)
            + ending
    }
}
