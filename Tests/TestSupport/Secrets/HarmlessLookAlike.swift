import Foundation

/// A file that looks as if it held a secret, and holds none.
package struct HarmlessLookAlike: Sendable {
    package let path: String
    package let content: String

    typealias Shape = (path: String, make: PlantedSecret.Make)

    static var shapes: [Shape] { examples + publicKeys + hashes + code + wrapped }

    /// Each shape `times` times, in folders of its own.
    package static func all(times: Int, seed: UInt64) -> [HarmlessLookAlike] {
        var composer = SecretComposer(seed: seed)
        return (0..<times).flatMap { time in
            shapes.map { HarmlessLookAlike(path: "round\(time)/\($0.path)", content: $0.make(&composer)) }
        }
    }

    private static func pem(_ name: String, _ composer: inout SecretComposer) -> String {
        let lines = (0..<4).map { _ in composer.base64(64) }
        return "-----BEGIN \(name)-----\n" + lines.joined(separator: "\n") + "\n-----END \(name)-----\n"
    }

    /// Settings to be filled in, and those of programs that have no login in them.
    private static var examples: [Shape] {
        [
            (".env.example", { _ in "API_KEY=\nDB_PASSWORD=changeme\nSECRET=your-secret-here\nPORT=3000\n" }),
            (
                "api/.env.sample",
                { _ in
                    "STRIPE_KEY=sk_"
                        + "live_xxxxxxxxxxxxxxxxxxxxxxxx\nDATABASE_URL=postgres://user:password@localhost/app\n"
                }
            ),
            ("web/.env.template", { _ in "TOKEN=<token>\nURL=https://example.com\n" }),
            (".npmrc", { _ in "engine-strict=true\nregistry=https://registry.npmjs.org/\n" }),
            ("ci/.npmrc", { _ in "//registry.npmjs.org/:_authToken=${NPM_TOKEN}\n" }),
            (".yarnrc.yml", { _ in "nodeLinker: node-modules\nnpmAuthToken: \"${NPM_TOKEN:-}\"\n" }),
            (".pypirc", { _ in "[distutils]\nindex-servers = pypi\n\n[pypi]\nusername = __token__\n" }),
            (
                "kube/kubeconfig.example.yaml",
                { _ in
                    "apiVersion: v1\nkind: Config\nclusters: []\ncontexts: []\nusers:\n- name: u\n  user:\n    token: <your-token>\n"
                }
            ),
            (
                "k8s/secret.yaml",
                { _ in
                    "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: ${DB_PASSWORD}\n"
                }
            ),
            (
                "k8s/secret-template.yaml",
                { _ in
                    "apiVersion: v1\nkind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n"
                }
            ),
            (
                "k8s/external.yaml",
                { _ in
                    "kind: Deployment\nspec:\n  env:\n  - name: P\n    valueFrom:\n      secretKeyRef:\n        name: db\n        key: password\n"
                }
            ),
            (
                "service-account.example.json",
                { _ in
                    "{\"type\": \"service_account\", \"private_key\": \"-----BEGIN PRIVATE"
                        + " KEY-----\\n...\\n-----END PRIVATE" + " KEY-----\\n\"}"
                }
            ),
            ("docker/config.json", { _ in "{\"auths\": {}, \"credsStore\": \"pass\"}" }),
            ("config.json", { _ in "{\"port\": 8080, \"token\": \"\", \"password\": \"changeme\"}" }),
            ("hosts.yml", { _ in "all:\n  hosts:\n    web1.corp.io:\n      ansible_user: deploy\n" }),
            (
                "inventory/vault.yml",
                { _ in "db_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  62313365396662343061393464336163\n" }
            ),
            ("terraform.tfvars", { _ in "region = \"eu-central-1\"\ninstance_type = \"t3.micro\"\n" }),
            ("example.tfvars", { _ in "db_password = \"change-me\"\n" }),
            ("variables.tf", { _ in "variable \"db_password\" {\n  type      = string\n  sensitive = true\n}\n" }),
            (
                "settings.xml",
                { _ in
                    "<settings><servers><server><id>c</id><password>${env.MAVEN_PASSWORD}</password></server></servers></settings>"
                }
            ),
            (
                "NuGet.Config",
                { _ in
                    "<configuration><packageSources><add key=\"n\" value=\"https://api.nuget.org/v3/index.json\" /></packageSources></configuration>"
                }
            ),
            ("my.cnf", { _ in "[mysqld]\nmax_connections = 200\n" }),
            ("wg0.conf.example", { _ in "[Interface]\nPrivateKey = <your private key>\nAddress = 10.0.0.2/24\n" }),
            (
                "credentials.example.json",
                { _ in
                    "{\"client_id\": \"YOUR_CLIENT_ID\", \"client_secret\": \"YOUR_CLIENT_SECRET\", \"redirect_uris\": []}"
                }
            ),
            ("secrets.example.yml", { _ in "api_key: your-api-key\npassword: xxxxxxxx\n" }),
            (
                "docker-compose.yml",
                { _ in "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}\n" }
            ),
            ("config/database.yml", { _ in "production:\n  password: <%= ENV['DB_PASSWORD'] %>\n" }),
            ("config/application.properties", { _ in "spring.datasource.password=${DB_PASSWORD}\n" }),
        ]
    }

    /// What anybody may have.
    private static var publicKeys: [Shape] {
        [
            ("id_rsa.pub", { "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ" + $0.base64(300) + " ada@laptop\n" }),
            ("keys/deploy.pub", { "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + $0.base64(43) + " ada\n" }),
            ("authorized_keys", { "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + $0.base64(43) + " ada\n" }),
            ("known_hosts", { "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + $0.base64(43) + "\n" }),
            ("certs/ca.pem", { pem("CERTIFICATE", &$0) }),
            ("certs/chain.pem", { pem("CERTIFICATE", &$0) + pem("CERTIFICATE", &$0) }),
            ("certs/server.crt", { pem("CERTIFICATE", &$0) }),
            ("certs/request.csr", { pem("CERTIFICATE REQUEST", &$0) }),
            ("certs/public.pem", { pem("PUBLIC KEY", &$0) }),
            ("certs/public.key", { pem("PUBLIC KEY", &$0) }),
            ("release.asc", { pem("PGP PUBLIC KEY BLOCK", &$0) }),
            ("app.tar.gz.asc", { pem("PGP SIGNATURE", &$0) }),
            ("dhparam.pem", { pem("DH PARAMETERS", &$0) }),
            (
                "jwks.json",
                { "{\"keys\": [{\"kty\": \"RSA\", \"n\": \"\($0.word(340))\", \"e\": \"AQAB\", \"kid\": \"1\"}]}" }
            ),
        ]
    }

    /// Long words of hexadecimal digits and base64 that are no keys.
    private static var hashes: [Shape] {
        [
            (
                "package-lock.json",
                {
                    "{\"packages\": {\"node_modules/a\": {\"resolved\": \"https://registry.npmjs.org/a/-/a-1.0.0.tgz\", \"integrity\": \"sha512-\($0.base64(86))==\"}}}"
                }
            ),
            ("yarn.lock", { "a@^1.0.0:\n  version \"1.0.0\"\n  integrity sha512-\($0.base64(86))==\n" }),
            ("pnpm-lock.yaml", { "packages:\n  /a@1.0.0:\n    resolution: {integrity: sha512-\($0.base64(86))==}\n" }),
            ("Cargo.lock", { "[[package]]\nname = \"a\"\nchecksum = \"\($0.hex(64))\"\n" }),
            ("poetry.lock", { "files = [\n    {file = \"a.whl\", hash = \"sha256:\($0.hex(64))\"},\n]\n" }),
            ("requirements.txt", { "flask==3.0 --hash=sha256:\($0.hex(64))\n" }),
            ("go.sum", { "github.com/a/b v1.0.0 h1:\($0.base64(43))=\n" }),
            ("Package.resolved", { "{\"pins\": [{\"state\": {\"revision\": \"\($0.hex(40))\"}}]}" }),
            ("SHA256SUMS.txt", { "\($0.hex(64))  app.tar.gz\n\($0.hex(64))  app.zip\n" }),
            (
                "ids.json",
                { _ in "[\"3f2504e0-4f89-11d3-9a0c-0305e82c3301\", \"7c9e6679-7425-40de-944b-e07fc1f90ae7\"]" }
            ),
            ("commits.txt", { "\($0.hex(40)) first\n\($0.hex(40)) second\n" }),
            ("icon.svg", { "<svg><image href=\"data:image/png;base64,\($0.base64(600))\"/></svg>" }),
            ("style.css", { "a { background: url(data:font/woff2;base64,\($0.base64(600))); }\n" }),
            ("pixel.txt", { "data:image/gif;base64,\($0.base64(200))\n" }),
            ("data/rows.csv", { "id,hash\n1,\($0.hex(32))\n2,\($0.hex(32))\n" }),
            (
                "flake.lock",
                {
                    "{\"nodes\": {\"n\": {\"locked\": {\"narHash\": \"sha256-\($0.base64(43))=\", \"rev\": \"\($0.hex(40))\"}}}}"
                }
            ),
            ("design-tokens.json", { _ in "{\"token\": {\"color\": {\"primary\": \"#3f51b5\"}, \"space\": \"4px\"}}" }),
            (
                "locales/en/auth.json",
                { _ in
                    "{\"password\": \"Password\", \"token\": \"Access token\", \"login\": {\"secret\": \"Enter your secret\"}}"
                }
            ),
        ]
    }

    /// What looks like a wrapped secret: tables without passwords, schemas, commands that read a variable.
    private static var wrapped: [Shape] {
        [
            ("users.csv", { _ in "name,password\nada,\nbob,********\n" }),
            ("results.csv", { "name,password_hash,commit\nada,\($0.hex(32)),\($0.hex(40))\n" }),
            ("ca.b64", { encodedPEM("CERTIFICATE", &$0) }),
            ("ci/ca.yml", { "env:\n  CA: \(encodedPEM("CERTIFICATE", &$0))\n" }),
            (
                "api/schema.yaml",
                { _ in
                    "properties:\n  password:\n    type: string\n    minLength: 8\n    default: \"\"\n  token:\n    type: string\n"
                }
            ),
            (
                "api/task.json",
                { _ in "{\"environment\": [{\"name\": \"DB_PASSWORD\", \"value\": \"${DB_PASSWORD}\"}]}" }
            ),
            (
                "deploy/login.sh",
                { _ in "docker login -u \"$USER\" -p \"$REGISTRY_PASSWORD\"\nopenssl x -passin pass:$PASS\n" }
            ),
            ("src/Auth.java", { _ in "return new PasswordAuthentication(user, System.getenv(\"PASSWORD\"));\n" }),
            ("src/session.go", { _ in "os.Setenv(\"LANG\", \"de_DE.UTF-8\")\nos.Setenv(\"TZ\", \"Europe/Berlin\")\n" }),
            (
                "docs/wallet.md",
                { _ in "A mnemonic is twelve words that somebody writes down on paper and keeps in a safe place.\n" }
            ),
            ("src/tx.js", { "const transaction = \"0x\($0.hex(64))\";\n" }),
            (
                "strings.plist",
                { _ in "<dict>\n<key>PasswordPrompt</key>\n<string>Enter your password</string>\n</dict>\n" }
            ),
            ("plan.yml", { _ in "steps:\n  password: |\n    Ask the person for it.\n  run: &run make test\n" }),
        ]
    }

    private static func encodedPEM(_ name: String, _ composer: inout SecretComposer) -> String {
        Data(pem(name, &composer).utf8).base64EncodedString()
    }

    /// Programs and documents that speak of secrets.
    private static var code: [Shape] {
        [
            ("app.py", { _ in "import os\n\npassword = os.environ[\"DB_PASSWORD\"]\ntoken = get_token()\n" }),
            (
                "tests/test_login.py",
                { _ in "def test_login(client):\n    client.login(username=\"ada\", password=\"hunter2024\")\n" }
            ),
            ("tests/tokens.test.ts", { _ in "const token = \"gh" + "p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\";\n" }),
            (
                "tests/keys.py",
                { _ in
                    "PEM = \"\"\"-----BEGIN RSA PRIVATE"
                        + " KEY-----\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n-----END RSA PRIVATE" + " KEY-----\"\"\"\n"
                }
            ),
            ("pem.ts", { _ in "if (text.startsWith('-----BEGIN PRIVATE" + " KEY-----')) parse(text);\n" }),
            ("docs/aws.md", { _ in "Set `AWS_ACCESS_KEY_ID=AK" + "IAIOSFODNN7EXAMPLE` and `password: changeme`.\n" }),
            (
                "docs/ssh.md",
                { _ in "The file begins with:\n\n```\n-----BEGIN OPENSSH PRIVATE" + " KEY-----\n...\n```\n" }
            ),
            ("docs/jwt.md", { _ in "A token has three parts, `header.payload.signature`; it looks like `eyJ...`.\n" }),
            (
                "README.md",
                { _ in "Set `GITHUB_TOKEN` to a token with the scope \"repo\". Its prefix is `gh" + "p_`.\n" }
            ),
            (
                "auth.ts",
                { _ in
                    "export interface Login { password: string; token: string }\nconst label = { password: \"Password\" };\n"
                }
            ),
            ("Login.tsx", { _ in "<input type=\"password\" name=\"password\" autoComplete=\"current-password\" />\n" }),
            ("schema.sql", { _ in "create table users (id int, password_hash text, token text);\n" }),
            (
                "vendor.min.js",
                { _ in "!function(e){" + String(repeating: "e.token=e.password||t;", count: 1_000) + "}(window);\n" }
            ),
            ("main.go", { _ in "password := os.Getenv(\"PASSWORD\")\n" }),
            ("Main.java", { _ in "String password = System.getenv(\"PASSWORD\");\n" }),
            ("deploy.sh", { _ in "export DB_PASSWORD=\"$1\"\nexport TOKEN=\"$(cat /run/secrets/token)\"\n" }),
            ("Dockerfile", { _ in "ARG TOKEN\nENV PASSWORD_FILE=/run/secrets/db\n" }),
            (".github/workflows/ci.yml", { _ in "env:\n  TOKEN: ${{ secrets.GITHUB_TOKEN }}\n" }),
            (
                "openapi.yaml",
                { _ in
                    "components:\n  securitySchemes:\n    bearer: {type: http, scheme: bearer}\n  schemas:\n    refresh_token: {type: string}\n"
                }
            ),
            ("passwords.py", { _ in "def check_password(password: str) -> bool:\n    return len(password) >= 12\n" }),
            ("token.py", { _ in "class Token:\n    kind: str\n    TOKEN_TYPE = \"bearer\"\n" }),
            ("identity", { _ in "The identity of the team: what we stand for.\n" }),
        ]
    }
}
