import Crypto
import JSON
import JWTKit

/// The signatures that are taken; any other name, `none` among them, is refused before a key is looked at.
enum TokenAlgorithm: String, Sendable {
    case hs256 = "HS256"
    case es256 = "ES256"
    case rs256 = "RS256"
}

/// A key together with the one algorithm that it may verify: a public key is never taken for a shared secret.
struct VerificationKey: Sendable {
    let algorithm: TokenAlgorithm
    let id: String?
    private let isRight: @Sendable (_ signature: [UInt8], _ signed: [UInt8]) -> Bool

    private init(_ algorithm: TokenAlgorithm, id: String?, _ keys: JWTKeyCollection) async throws {
        self.algorithm = algorithm
        self.id = id
        let key = try await keys.getKey()
        isRight = { signature, signed in (try? key.verify(signature, signs: signed)) ?? false }
    }

    /// The key of HS256.
    init(secret: String) {
        algorithm = .hs256
        id = nil
        let key = SymmetricKey(data: Array(secret.utf8))
        isRight = { signature, signed in
            // Takes the same time whatever is wrong.
            HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: signed, using: key)
        }
    }

    /// A key of a key set; nil for one of another kind or use.
    ///
    /// https://datatracker.ietf.org/doc/html/rfc7517#section-4
    init?(jwk: JSONValue) async {
        let use = jwk["use"]?.string
        guard use == nil || use == "sig" else { return nil }
        let keys = JWTKeyCollection()
        let algorithm: TokenAlgorithm
        do {
            switch (jwk["kty"]?.string, jwk["crv"]?.string) {
            case ("EC", "P-256"):
                guard let x = jwk["x"]?.string, let y = jwk["y"]?.string else { return nil }
                algorithm = .es256
                await keys.add(ecdsa: try ES256PublicKey(parameters: (x: x, y: y)))
            case ("RSA", _):
                guard let modulus = jwk["n"]?.string, let exponent = jwk["e"]?.string else { return nil }
                algorithm = .rs256
                let key = try Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent)
                await keys.add(rsa: key, digestAlgorithm: .sha256)
            // A shared secret has no place in what is published.
            default: return nil
            }
            // A key that names its algorithm is for that one alone.
            if let named = jwk["alg"]?.string, named != algorithm.rawValue { return nil }
            try await self.init(algorithm, id: jwk["kid"]?.string, keys)
        } catch {
            return nil
        }
    }

    func verifies(_ signature: [UInt8], of signed: [UInt8]) -> Bool {
        isRight(signature, signed)
    }
}
