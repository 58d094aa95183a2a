import Foundation

extension PlantedSecret {
    /// Secrets that are wrapped in something: base64, a text within a text, a table, a command.
    static var wrapped: [Shape] {
        [
            .credential("c/registry-secret.yaml") {
                let login = encoded("{\"auths\": {\"quay.io\": {\"auth\": \"\($0.base64(40))\"}}}", &$0)
                return "apiVersion: v1\nkind: Secret\nmetadata:\n  name: r\ndata:\n  .dockerconfigjson: \(login)\n"
            },
            .credential("c/tls.yaml") {
                "apiVersion: v1\nkind: Secret\nmetadata:\n  name: t\ndata:\n  tls.key: \(encoded($0.privateKey(), &$0))\n"
            },
            .credential("c/app-secret.yaml") {
                let settings = "db.user=app\ndb.password=\($0.password())\n"
                return
                    "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  app.properties: \(encoded(settings, &$0))\n"
            },
            .credential("c/key.pem.b64") { encoded($0.privateKey("EC "), &$0) + "\n" },
            .credential("c/service-account.base64") {
                encoded("{\"type\": \"service_account\", \"private_key\": \"\($0.privateKey(ending: "\\n"))\"}", &$0)
            },
            .credential("c/upload-keystore.base64") { keyStore([0xFE, 0xED, 0xFE, 0xED], &$0) },
            .credential("c/identity.p12.txt") { keyStore([0x30, 0x82, 0x09, 0xF1, 0x02, 0x01, 0x03, 0x30], &$0) },
            .credential("c/pgpass.txt") { "db.corp.io:5432:app:ada:\($0.password())\n" },
            .credential("c/.curlrc") { "user = \"ada:\($0.password())\"\n" },
            .credential("c/sites.xml") {
                "<Server><Host>h</Host><Pass encoding=\"base64\">\($0.base64(20))</Pass></Server>"
            },
            .credential("c/UTC--2026--wallet") {
                "{\"crypto\": {\"cipher\": \"aes-128-ctr\", \"ciphertext\": \"\($0.hex(64))\", \"kdf\": \"scrypt\"}}"
            },
            .credential("c/session.har") {
                "{\"log\": {\"entries\": [{\"request\": {\"headers\": [{\"name\": \"Cookie\", \"value\": \"sid=\($0.word(40))\"}]}}]}}"
            },
            .credential("c/export.csv") { "name,url,username,password\nmail,https://m.io,ada,\($0.password())\n" },
            .credential("c/plan.json") {
                "{\"format_version\": \"1.2\", \"terraform_version\": \"1.9\", \"variables\": {\"p\": {\"value\": \"\($0.password())\"}}}"
            },
            .credential("c/vpn/auth-user-pass") { "ada\n\($0.passwordWithCapitals())\n" },
            .code("c/inner.json") { "{\"config\": \"{\\\"password\\\": \\\"\($0.password())\\\"}\"}" },
            .code("c/one-line.json") {
                "{\"x\": \"" + String(repeating: "y", count: 20_000) + "\", \"password\": \"\($0.password())\"}"
            },
            .code("c/ecs.json") { "{\"environment\": [{\"name\": \"DB_PASSWORD\", \"value\": \"\($0.password())\"}]}" },
            .code("c/ecs-pretty.json") {
                "{\n  \"environment\": [\n    {\n      \"name\": \"DB_PASSWORD\",\n      \"value\": \"\($0.password())\"\n    }\n  ]\n}\n"
            },
            .code("c/anchors.yml") { "base: &base\n  password: &pw \($0.password())\nprod:\n  <<: *base\n" },
            .code("c/literal.yml") { "db:\n  password: |\n    \($0.password())\n" },
            .code("c/flow.yml") { "db: {user: app, password: \($0.password())}\n" },
            .code("c/stack.yaml") { "Parameters:\n  DbPassword:\n    Type: String\n    Default: \($0.password())\n" },
            .code("c/deploy.yml") {
                let key = encoded("{\"type\": \"service_account\", \"private_key\": \"\($0.privateKey())\"}", &$0)
                return "env:\n  GCP_KEY: \(key)\n"
            },
            .code("c/Info.plist") {
                "<plist><dict>\n<key>ClientSecret</key>\n<string>\($0.hex(40))</string>\n</dict></plist>\n"
            },
            .code("c/hosts.ini") { "[web]\nh1 ansible_ssh_pass=\($0.password())\n" },
            .code("c/hardhat.config.js") {
                "module.exports = {networks: {main: {accounts: [\"0x\($0.hex(64))\"]}}};\n"
            },
            .code("c/wallet.md") {
                "The mnemonic: orbit velvet cactus dune pepper lunar gadget canoe trophy ribbon salad \($0.letters(6))\n"
            },
            .code("c/login.mk") { "login:\n\tdocker login -u ada -p \($0.passwordWithCapitals())\n" },
            .code("c/store.sh") { "openssl pkcs12 -in a.p12 -passin pass:\($0.passwordWithCapitals())\n" },
            .code("c/call.sh") { "curl -H 'X-API-Key: \($0.hex(40))' https://corp.io\n" },
            .code("c/Db.java") {
                "c = DriverManager.getConnection(\"jdbc:x\", \"root\", \"\($0.passwordWithCapitals())\");\n"
            },
            .code("c/login.cs") { "var c = new NetworkCredential(\"ada\", \"\($0.passwordWithCapitals())\");\n" },
            .code("c/main.go") {
                "package main\n\nfunc init() { os.Setenv(\"DB_PASSWORD\", \"\($0.passwordWithCapitals())\") }\n"
            },
            .code("c/lib.rs") { "let password = String::from(\"\($0.password())\");\n" },
            .code("c/app.conf.j2") { "user = {{ user }}\nsecret = \($0.hex(40))\n" },
            .code("c/mail.eml") { "Subject: login\n\nYour password: \($0.passwordWithCapitals())\n" },
        ]
    }

    /// A text in base64, which is as secret as the text.
    private static func encoded(_ text: String, _ composer: inout SecretComposer) -> String {
        composer.noted(Data(text.utf8).base64EncodedString())
    }

    private static func keyStore(_ head: [UInt8], _ composer: inout SecretComposer) -> String {
        composer.noted(Data(head + composer.base64(700).utf8).base64EncodedString(options: .lineLength76Characters))
    }
}
