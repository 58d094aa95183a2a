import Models

/// What a file's name and the folder it stands in say about whether it holds credentials.
enum CredentialName: Sendable, Hashable {
    /// Nothing: code, prose, styles.
    case ordinary
    /// It may hold some: what is in it decides.
    case doubtful
    /// It does, whatever is in it.
    case credential(CredentialKind)

    init(path: ProjectPath) {
        var text = path.text
        self = text.withUTF8 { CredentialName(path: $0.span) }
    }

    /// - Parameter path: A path in UTF-8; of it, the name and the folder right above count.
    /// - Complexity: O(length of both): every file of a folder is asked at every start
    init(path: Span<UInt8>) {
        let slash = UInt8(ascii: "/")
        var nameStart = path.count
        while nameStart > 0, path[nameStart - 1] != slash { nameStart -= 1 }
        var folderStart = max(nameStart - 1, 0)
        while folderStart > 0, path[folderStart - 1] != slash { folderStart -= 1 }
        let name = CredentialName.lowered(path, nameStart..<path.count)
        self.init(name: name, folder: CredentialName.lowered(path, folderStart..<max(nameStart - 1, folderStart)))
    }

    private static func lowered(_ path: Span<UInt8>, _ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: range.count) { buffer in
            for (place, index) in range.enumerated() {
                let byte = path[index]
                buffer[place] = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
            }
            return range.count
        }
    }

    /// - Parameters:
    ///   - name: The file's name in lower case.
    ///   - folder: The name of the folder above in lower case; empty where there is none.
    private init(name: String, folder: String) {
        let fileExtension = CredentialName.fileExtension(of: name)
        // What an editor or a person keeps beside a file holds what the file does.
        if let original = Self.original(of: name, fileExtension),
            case .credential(let kind) = CredentialName(name: original, folder: folder)
        {
            self = .credential(kind)
        } else if let kind = Self.names[name] ?? Self.places["\(folder)/\(name)"] {
            self = .credential(.other(kind))
        } else if name.hasPrefix(".env") || name.hasSuffix(".env") || Self.isEnvironmentOfStage(name) {
            self = Self.isTemplate(name) ? .doubtful : .credential(.environment)
        } else if name.hasSuffix(".tfstate.backup") {
            self = .credential(.other("Terraform state"))
        } else if Self.isHistory(name) {
            self = .credential(.history)
        } else if let kind = Self.extensions[String(fileExtension)] {
            self = .credential(.other(kind))
        } else if fileExtension.isEmpty, Self.keySuffixes.contains(where: name.hasSuffix) {
            self = .credential(.other("private key"))
        } else {
            let isOrdinary = Self.ordinaryExtensions.contains(String(fileExtension))
            self = isOrdinary && !Self.isScriptOfVariables(name) ? .ordinary : .doubtful
        }
    }

    /// The name of the file that a copy was made of: `.netrc` of `.netrc~`, `.netrc.bak` and `#.netrc#`; nil where the
    /// name is no copy's.
    private static func original(of name: String, _ fileExtension: Substring) -> String? {
        if name.hasSuffix("~") { return String(name.dropLast()) }
        if name.hasPrefix("#"), name.hasSuffix("#") { return String(name.dropFirst().dropLast()) }
        if name.hasSuffix(" copy") { return String(name.dropLast(5)) }
        guard copyExtensions.contains(String(fileExtension)) || Int(fileExtension) != nil else { return nil }
        let original = String(name.dropLast(fileExtension.utf8.count + 1))
        // The swap file of `prod.env` is `.prod.env.swp`, that of `.env` is `.env.swp`.
        let isSwap = fileExtension.hasPrefix("sw") && original.hasPrefix(".") && !original.hasPrefix(".env")
        return isSwap && original.hasSuffix(".env") ? String(original.dropFirst()) : original
    }

    private static let copyExtensions: Set<String> = [
        "bak", "bkp", "backup", "old", "orig", "save", "saved", "copy", "tmp", "temp", "prev", "previous", "swp", "swo",
        "swn", "rej",
    ]

    /// Whether a name is that of `.env` without its dot and with a stage: `env.prod`, `app.env.production.local`.
    private static func isEnvironmentOfStage(_ name: String) -> Bool {
        guard name.hasPrefix("env.") || name.contains(".env.") else { return false }
        let parts = name.split(separator: ".")
        guard let place = parts.firstIndex(of: "env"), place + 1 < parts.count else { return false }
        return parts[(place + 1)...].allSatisfy { stages.contains(String($0)) || isTemplate(String($0)) }
    }

    private static let stages: Set<String> = [
        "prod", "production", "live", "release", "dev", "devel", "development", "local", "test", "testing", "tests",
        "qa",
        "uat", "int", "integration", "stage", "staging", "preview", "sandbox", "demo", "beta", "ci", "docker",
        "compose",
        "private", "secret", "secrets", "shared", "remote", "server", "vault", "base", "common",
    ]

    /// Whether a script's name says that it gives variables their values: what is in it tells whether secret ones.
    private static func isScriptOfVariables(_ name: String) -> Bool {
        guard isScript(name) else { return false }
        return name.split { $0 == "." || $0 == "-" || $0 == "_" }.dropLast().contains { word in
            variableWords.contains(String(word)) || word.hasSuffix("env")
        }
    }

    /// Whether a name is that of a file for a shell.
    static func isScript(_ name: String) -> Bool {
        scriptExtensions.contains(String(fileExtension(of: name)))
    }

    private static let scriptExtensions: Set<String> = ["sh", "bash", "zsh", "ksh", "fish", "ps1", "bat", "cmd"]
    private static let variableWords: Set<String> = [
        "env", "envs", "environment", "envvars", "vars", "variables", "secret", "secrets", "credential", "credentials",
        "creds", "keys", "tokens", "passwords", "exports",
    ]

    /// Whether one of a name's words is that of an environment: `env.json`, `app-env.yaml`.
    static func isOfEnvironment(_ name: String) -> Bool {
        guard name.contains("env") else { return false }
        return name.split { $0 == "." || $0 == "-" || $0 == "_" }.contains { environmentWords.contains(String($0)) }
    }

    private static let environmentWords: Set<String> = ["env", "envs", "dotenv", "envvars", "envrc"]

    /// What follows the last dot; empty for `.npmrc` and the like.
    private static func fileExtension(of name: String) -> Substring {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
        return name[name.index(after: dot)...]
    }

    /// Whether a name says that somebody is to fill the file in: `.env.example`.
    static func isTemplate(_ name: String) -> Bool {
        name.split { ".-_~# ".contains($0) }.contains { templateWords.contains(String($0)) }
    }

    private static func isHistory(_ name: String) -> Bool {
        name.hasPrefix(".") && (name.hasSuffix("_history") || name.hasSuffix("-history") || name.hasSuffix("_hist"))
            || histories.contains(name)
    }

    private static let templateWords: Set<String> = [
        "example", "examples", "sample", "template", "tmpl", "tpl", "dist", "default", "defaults", "schema",
    ]

    private static let histories: Set<String> = [
        ".history", ".histfile", ".lesshst", ".viminfo", ".rhistory", ".wget-hsts", ".dbshell", "fish_history",
        "consolehost_history.txt", ".recently-used", "recently-used.xbel", ".mysql.history",
    ]

    private static let names: [String: String] = [
        "id_rsa": "private key", "id_dsa": "private key", "id_ecdsa": "private key", "id_ecdsa_sk": "private key",
        "id_ed25519": "private key", "id_ed25519_sk": "private key", "id_xmss": "private key",
        "ssh_host_rsa_key": "private key", "ssh_host_ed25519_key": "private key", "ssh_host_ecdsa_key": "private key",
        ".netrc": "netrc passwords", "_netrc": "netrc passwords", ".authinfo": "netrc passwords",
        ".pgpass": "PostgreSQL passwords", "pgpass.conf": "PostgreSQL passwords",
        ".my.cnf": "MySQL password", ".mylogin.cnf": "MySQL password",
        ".htpasswd": "passwords of a web server", ".htdigest": "passwords of a web server",
        ".git-credentials": "git passwords", ".dockercfg": "Docker registry login",
        ".vault-token": "Vault token", ".vault_pass": "vault password", ".vault-pass": "vault password",
        ".vault_password": "vault password", ".passwd-s3fs": "S3 keys", ".s3cfg": "S3 keys",
        ".credentials.json": "stored login", "application_default_credentials.json": "Google credentials",
        "credentials.tfrc.json": "Terraform login", "msal_token_cache.json": "Azure tokens",
        ".msmtprc": "mail password", ".fetchmailrc": "mail password", ".xauthority": "display key",
        ".erlang.cookie": "Erlang cookie", "secring.gpg": "private key", "wallet.dat": "wallet",
        "logins.json": "browser passwords", "key3.db": "browser passwords", "key4.db": "browser passwords",
    ]

    /// Files that only the folder above them tells.
    private static let places: [String: String] = [
        ".kube/config": "kubeconfig", ".aws/credentials": "AWS credentials", ".cargo/credentials": "Cargo token",
        ".cargo/credentials.toml": "Cargo token", ".gem/credentials": "RubyGems key",
        ".azure/accesstokens.json": "Azure tokens", ".azure/serviceprincipalentries.json": "Azure login",
        ".m2/settings-security.xml": "Maven password", ".cloudflared/cert.pem": "Cloudflare tunnel",
        ".subversion/auth": "Subversion passwords",
    ]

    private static let extensions: [String: String] = [
        "p12": "key store", "pfx": "key store", "pkcs12": "key store", "jks": "key store", "jceks": "key store",
        "bks": "key store", "keystore": "key store", "keytab": "key store", "kdbx": "password store",
        "kdb": "password store", "psafe3": "password store", "agilekeychain": "password store",
        "opvault": "password store", "keychain": "key store", "ppk": "private key", "p8": "private key",
        "pvk": "private key", "agekey": "private key", "gpg": "encrypted with OpenPGP", "pgp": "encrypted with OpenPGP",
        "tfstate": "Terraform state", "kwallet": "password store", "publishsettings": "Azure login",
    ]

    private static let keySuffixes = ["_rsa", "_dsa", "_ecdsa", "_ed25519"]

    /// What programs and prose are written in: a secret in it is a matter for whoever sends it away.
    private static let ordinaryExtensions: Set<String> = [
        "ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx", "es6", "vue", "svelte", "astro", "py", "pyi", "pyw",
        "wsgi",
        "ipynb", "css", "scss", "sass", "less", "html", "htm", "xhtml", "hbs", "ejs", "erb", "jinja", "jinja2", "j2",
        "mustache", "liquid", "twig", "haml", "pug", "sql", "psql", "pgsql", "mysql", "sh", "bash", "zsh", "ksh",
        "fish",
        "bats", "ps1", "psm1", "bat", "cmd", "dockerfile", "swift", "go", "rs", "rb", "rake", "gemspec", "php", "phtml",
        "java", "kt", "kts", "groovy", "gradle", "scala", "sc", "c", "h", "cc", "cpp", "cxx", "hpp", "hh", "hxx", "m",
        "mm", "cs", "fs", "fsx", "vb", "lua", "pl", "pm", "r", "rmd", "dart", "ex", "exs", "eex", "heex", "erl", "hrl",
        "hs", "lhs", "clj", "cljs", "cljc", "edn", "zig", "nim", "v", "d", "jl", "ml", "mli", "elm", "purs", "cr",
        "graphql", "gql", "proto", "thrift", "prisma", "tf", "hcl", "nix", "sol", "vy", "wat", "asm", "s", "cu", "glsl",
        "hlsl", "wgsl", "md", "mdx", "markdown", "rst", "adoc", "tex", "bib", "po", "pot", "svg", "lock",
        "diff", "patch", "map", "snap", "feature", "mk", "cmake", "bzl", "bazel", "el", "vim", "lisp", "scm", "rkt",
        "srt", "vtt", "geojson", "sum",
    ]
}
