/// How the file of a known program is told, and under which names it keeps what nobody else should read.
struct CredentialSignature: Sendable {
    let kind: String
    /// Texts that all stand in it.
    let marks: [StaticString]
    /// Names of which one is given a real value; none where the marks say enough.
    let names: [StaticString]
    /// Fewer bytes are no value.
    var least = 6
    /// What a value has in it besides, such as the colon between a name and its password.
    var sign: UInt8?

    /// Whether the text is such a file and holds its secret.
    func matches(_ text: SettingsText) -> Bool {
        guard marks.allSatisfy(text.contains) else { return false }
        if names.isEmpty { return true }
        return names.contains { name in
            text.values(of: name).contains { value in
                SecretValue.isReal(value, least: least)
                    && !PublishedSecrets.contains(String(decoding: value, as: UTF8.self))
                    && (sign.map { value.contains($0) } ?? true)
            }
        }
    }

    static let all: [CredentialSignature] = [
        .init(kind: "Google service account key", marks: ["service_account"], names: ["private_key"], least: 32),
        .init(kind: "Google credentials", marks: ["authorized_user"], names: ["refresh_token"]),
        .init(kind: "OAuth client secret", marks: ["client_id", "redirect_uris"], names: ["client_secret"]),
        .init(kind: "OAuth tokens", marks: [], names: ["refresh_token", "refreshToken"], least: 20),
        .init(
            kind: "Docker registry login", marks: ["\"auths\""],
            names: ["auth", "identitytoken", "registrytoken", "password"]),
        .init(
            kind: "kubeconfig with a login", marks: ["clusters", "contexts", "users"],
            names: [
                "client-key-data", "token", "password", "id-token", "refresh-token", "access-token", "client-secret",
            ]),
        .init(kind: "GitHub login", marks: [], names: ["oauth_token"], least: 16),
        .init(kind: "npm token", marks: [], names: ["_authToken", "_auth", "npmAuthToken", "npmAuthIdent"]),
        .init(kind: "npm password", marks: ["registry"], names: ["_password"]),
        .init(kind: "PyPI login", marks: ["[pypi]"], names: ["password"]),
        .init(kind: "PyPI login", marks: ["[testpypi]"], names: ["password"]),
        .init(kind: "PyPI login", marks: ["[distutils]"], names: ["password"]),
        .init(kind: "Poetry login", marks: ["[http-basic"], names: ["password"]),
        .init(kind: "Poetry login", marks: ["[pypi-token"], names: ["pypi", "testpypi"]),
        .init(
            kind: "AWS credentials", marks: [],
            names: [
                "aws_secret_access_key", "aws_session_token", "SecretAccessKey", "secretAccessKey", "AWSSecretKey",
            ], least: 16),
        .init(
            kind: "AWS credentials", marks: ["Access key ID", "Secret access key", "AKIA"], names: []),
        .init(kind: "S3 keys", marks: ["access_key", "host_base"], names: ["secret_key"]),
        .init(kind: "Google Storage keys", marks: [], names: ["gs_secret_access_key"]),
        .init(kind: "Maven password", marks: ["<server>"], names: ["password", "passphrase"], least: 4),
        .init(kind: "NuGet password", marks: ["packageSource"], names: ["ClearTextPassword\" value"], least: 4),
        .init(kind: "NuGet password", marks: ["packageSourceCredentials"], names: ["Password\" value"], least: 4),
        .init(kind: "password of a remote desktop", marks: ["password 51:b:"], names: []),
        .init(kind: "WireGuard key", marks: ["[Interface]"], names: ["PrivateKey"], least: 32),
        .init(kind: "Wi-Fi password", marks: ["network={"], names: ["psk"]),
        .init(kind: "Wi-Fi password", marks: ["[wifi-security]"], names: ["psk"]),
        .init(kind: "private JSON Web Key", marks: ["\"kty\""], names: ["d"], least: 20),
        .init(kind: "Terraform state", marks: ["\"terraform_version\"", "\"lineage\"", "\"serial\""], names: []),
        .init(kind: "Terraform plan", marks: ["\"terraform_version\"", "\"format_version\""], names: []),
        .init(kind: "Terraform login", marks: ["app.terraform.io"], names: ["token"]),
        .init(kind: "wallet", marks: ["\"ciphertext\"", "\"kdf\"", "\"cipher\""], names: []),
        .init(kind: "FileZilla password", marks: ["<Server>"], names: ["Pass", "Pass encoding=\"base64\""], least: 4),
        .init(kind: "Azure login", marks: ["subscription"], names: ["clientSecret"], least: 16),
        .init(kind: "Azure login", marks: ["tenant"], names: ["clientSecret"], least: 16),
        .init(kind: "Cargo token", marks: ["[registr"], names: ["token"], least: 16),
        .init(kind: "RubyGems key", marks: [], names: ["rubygems_api_key"], least: 16),
        .init(kind: "Composer login", marks: ["\"http-basic\""], names: ["password"], least: 4),
        .init(kind: "Composer login", marks: ["\"github-oauth\""], names: ["github.com"], least: 16),
        .init(kind: "Cloudflare tunnel", marks: [], names: ["TunnelSecret"], least: 16),
        .init(kind: "Vault root token", marks: ["unseal_keys"], names: ["root_token"], least: 16),
        .init(kind: "MySQL password", marks: ["[client]"], names: ["password"], least: 4),
        .init(kind: "Sentry token", marks: ["[auth]"], names: ["token"], least: 16),
        .init(kind: "browser cookies", marks: ["# Netscape HTTP Cookie File"], names: []),
        .init(kind: "browser cookies", marks: ["# HTTP Cookie File"], names: []),
    ]

    /// Programs whose file has nothing but its name to tell it by: part of the name → the names of its secrets.
    static let byName: [(name: String, signature: CredentialSignature)] = [
        (
            "rclone",
            .init(
                kind: "rclone remote", marks: ["type"],
                names: ["pass", "password", "secret_access_key", "token", "client_secret", "key"])
        ),
        ("kaggle.json", .init(kind: "Kaggle key", marks: ["\"username\""], names: ["key"], least: 16)),
        (
            "curlrc",
            .init(
                kind: "curl password", marks: [], names: ["user", "proxy-user"], least: 4, sign: UInt8(ascii: ":"))
        ),
        (".har", .init(kind: "recorded web session", marks: ["\"entries\"", "ookie\"", "\"value\""], names: [])),
        ("pg_service", .init(kind: "PostgreSQL password", marks: [], names: ["password"], least: 4)),
        (".pypirc", .init(kind: "PyPI login", marks: [], names: ["password"], least: 4)),
        ("hub", .init(kind: "GitHub login", marks: ["github.com"], names: ["oauth_token"], least: 16)),
        (".terraformrc", .init(kind: "Terraform login", marks: [], names: ["token"], least: 12)),
        ("terraform.rc", .init(kind: "Terraform login", marks: [], names: ["token"], least: 12)),
        (".boto", .init(kind: "Google Storage keys", marks: [], names: ["gs_oauth2_refresh_token"], least: 12)),
    ]
}
