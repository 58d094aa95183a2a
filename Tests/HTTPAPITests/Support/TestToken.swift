import Crypto
import Foundation
import JSON
import Models

/// A JSON Web Token with whatever a test wants in it.
struct TestToken {
    var header: JSONObject = ["alg": "HS256", "typ": "JWT"]
    var claims: JSONObject

    /// What an identity provider gives a user.
    init(_ user: RowID, expiresIn seconds: Double = 3600) {
        claims = [
            "sub": .string(user.text), "aud": "authenticated", "role": "authenticated",
            "exp": .integer(Int(Date().timeIntervalSince1970 + seconds)),
        ]
    }

    /// Signed with the shared secret.
    static func of(_ user: RowID) async throws -> String {
        try await TestToken(user).signed(with: RunningServer.secret)
    }

    func signed(with secret: String) async throws -> String {
        let key = SymmetricKey(data: Array(secret.utf8))
        return try signed { Array(HMAC<SHA256>.authenticationCode(for: $0, using: key)) }
    }

    func signed(_ sign: ([UInt8]) throws -> [UInt8]) throws -> String {
        let text =
            Self.base64(JSONValue.object(header).serialized) + "." + Self.base64(JSONValue.object(claims).serialized)
        return text + "." + Self.base64(try sign(Array(text.utf8)))
    }

    static func base64(_ text: String) -> String { base64(Array(text.utf8)) }

    static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
