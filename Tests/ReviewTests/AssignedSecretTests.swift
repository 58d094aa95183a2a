import Review
import Testing

/// Secrets that are given to a name in another form than a plain text.
@Suite struct AssignedSecretTests {
    /// A made-up secret, different for each number, which stands in no file as a whole.
    private static func secret(_ number: Int) -> String {
        String(
            (0..<32).map { place in
                let letters = Array("k7Qz2mX9vB4tR8wL1nC6yH3jD5sF0gPa")
                return letters[(place * 7 + number * 11) % letters.count]
            })
    }

    private func found(_ line: String, _ language: Language, _ path: String) -> [String] {
        review(Array((line + "\n").utf8), language: language, path: path).map(\.ruleID)
    }

    @Test(arguments: [
        ("var jwtKey = []byte(\"$\")", Language.go, "a.go"),
        ("key := map[string]string{\"api_key\": \"$\"}", .go, "b.go"),
        ("const SECRET_KEY: &[u8] = b\"$\";", .rust, "a.rs"),
        ("let api_key = SecretString::new(\"$\".to_string());", .rust, "b.rs"),
        ("const secretKey = Buffer.from(\"$\");", .javascript, "a.js"),
        ("const jwtSecret = new TextEncoder().encode(\"$\");", .typescript, "b.ts"),
        ("secret_key = bytes(\"$\", \"utf8\")", .python, "a.py"),
        ("api_key: SecretStr = SecretStr(\"$\")", .python, "b.py"),
        ("let secretKey = Data(\"$\".utf8)", .swift, "a.swift"),
        ("let key = 1; let apiKey = SymmetricKey(data: Data(\"$\".utf8))", .swift, "b.swift"),
        ("byte[] secretKey = Encoding.UTF8.GetBytes(\"$\");", .csharp, "a.cs"),
        ("var jwtSecret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(\"$\"));", .csharp, "b.cs"),
        ("String apiKey = new String(\"$\");", .java, "A.java"),
        ("SecretKey secretKey = Keys.hmacShaKeyFor(\"$\".getBytes());", .java, "B.java"),
    ])
    func `a secret in the usual form of its language is seen`(line: String, language: Language, path: String) {
        let text = line.replacing("$", with: Self.secret(path.count + line.count))
        #expect(found(text, language, path).contains("secrets/hardcoded-secret"), "\(text)")
    }

    @Test(arguments: [
        ("const secretKey = lookUp(\"$\");", Language.javascript, "a.js"),
        ("secret_key = load_secret(\"$\")", .python, "a.py"), ("label = bytes(\"$\", \"utf8\")", .python, "b.py"),
        ("apiKey := os.Getenv(\"API_KEY_2_PRODUCTION\")", .go, "a.go"),
        ("const secretKey = Buffer.from(\"your-secret-key-here-1\");", .javascript, "b.js"),
    ])
    func `what is looked up, named otherwise, or a placeholder is none`(line: String, language: Language, path: String)
    {
        let text = line.replacing("$", with: Self.secret(path.count + line.count))
        #expect(found(text, language, path) == [], "\(text)")
    }
}
