extension PlantedSecret {
    /// Keys, key stores, histories, and files that are one token.
    static var stores: [Shape] {
        [
            .credential("a/deploy/id_rsa") { $0.privateKey("RSA ") },
            .credential("a/deploy_ed25519") { $0.privateKey("OPENSSH ") },
            .credential("a/server.key") { $0.privateKey("EC ") },
            .credential("a/certs/bundle.pem") { certificate(&$0) + $0.privateKey() },
            .credential("a/AuthKey_X1.p8") { $0.privateKey() },
            .credential("a/login.ppk") {
                "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n\($0.base64(44))\n"
            },
            .credential("a/keys.txt") { "# created: 2026\nAGE-SECRET-" + "KEY-1" + $0.word(58).uppercased() + "\n" },
            .credential("a/backup.asc") { $0.privateKey("PGP ") },
            .credential("a/note.txt") { "The key of the old server:\n\n" + $0.privateKey("RSA ") },
            .credential("a/client.ovpn") { "client\nremote vpn.corp.io\n<key>\n" + $0.privateKey() + "</key>\n" },
            .credential("a/wg0.conf") { "[Interface]\nPrivateKey = \($0.base64(43))=\nAddress = 10.0.0.2/24\n" },
            .credential("a/wpa_supplicant.conf") { "network={\n  ssid=\"home\"\n  psk=\"\($0.password())\"\n}\n" },
            .credential("a/terraform.tfstate") {
                "{\"version\": 4, \"terraform_version\": \"1.9\", \"serial\": 3, \"lineage\": \"l\", \"p\": \"\($0.password())\"}"
            },
            .credential("a/state-copy.json") {
                "{\"version\": 4, \"terraform_version\": \"1.9\", \"serial\": 3, \"lineage\": \"l\", \"p\": \"\($0.password())\"}"
            },
            .credential("a/upload.jks") { "store \($0.word(40))" },
            .credential("a/identity.p12") { "store \($0.word(40))" },
            .credential("a/pass.kdbx") { "store \($0.word(40))" },
            .credential("a/private.jwk.json") { "{\"kty\": \"EC\", \"crv\": \"P-256\", \"d\": \"\($0.word(43))\"}" },
            .credential("a/secrets.yml") { "production:\n  secret_key_base: \($0.hex(64))\n" },
            .credential("a/config/secrets.json") { "{\"apiKey\": \"\($0.hex(40))\"}" },
            .credential("a/.streamlit/secrets.toml") { "db_password = \"\($0.password())\"\n" },
            .credential("a/credentials.json") { "{\"apiKey\": \"\($0.word(40))\"}" },
            .credential("a/github-token.txt") { $0.github() + "\n" },
            .credential("a/.openai_api_key") { $0.word(51) + "\n" },
            .credential("a/config/master.key") { $0.hex(32) },
            .credential("a/.vault-token") { $0.word(28) },
            .credential("a/vault-init.json") {
                "{\"unseal_keys_b64\": [\"\($0.base64(44))\"], \"root_token\": \"\($0.word(26))\"}"
            },
            .credential("a/.bash_history", untold: true) { "ls\ncurl -u ada:\($0.password()) https://x.io\n" },
            .credential("a/.psql_history", untold: true) { "alter user ada password '\($0.password())';\n" },
            .credential("a/.python_history", untold: true) { "key = '\($0.awsKey())'\n" },
            .credential("b/.gitconfig") { "[github]\n\tuser = ada\n\ttoken = \($0.hex(40))\n" },
            .credential("a/pip.conf") { "[global]\nindex-url = https://ada:\($0.word(20))@pypi.corp.io/simple\n" },
            .credential("a/passwords.txt") { "mail: \($0.password())\nbank: \($0.password())\n" },
            .credential("a/vault_pass.txt") { "\($0.password())\n" },
            .credential("a/old.tfstate.backup") { "{\"p\": \"\($0.password())\"}" },
            .credential("a/.pgpass") { "db.corp.io:5432:app:ada:\($0.password())\n" },
            .credential("a/my.cnf") { "[client]\nuser=root\npassword=\($0.password())\n" },
            .credential("a/.htpasswd") { "ada:$apr1$x$\($0.word(22))\n" },
            .credential("a/htpasswd.users") { "ada:$apr1$abcdefgh$\($0.word(22))\n" },
            .credential("a/cookies.txt") {
                "# Netscape HTTP Cookie File\n.corp.io\tTRUE\t/\tTRUE\t0\tsid\t\($0.word(40))\n"
            },
        ]
    }

    /// A certificate, which is no secret.
    static func certificate(_ composer: inout SecretComposer) -> String {
        let lines = (0..<4).map { _ in String(composer.base64(64)) }
        return "-----BEGIN CERTIFICATE-----\n" + lines.joined(separator: "\n") + "\n-----END CERTIFICATE-----\n"
    }
}
