import Glibc
import Models
import Review

/// Tells files that are there to hold credentials from all others, by name and content.
///
/// They stay out of the store. Code that holds a secret is no such file: it is mirrored, and stopped by
/// `OutgoingCheck` on its way out.
struct CredentialFile {
    /// What is beyond isn't read: nobody's passwords fill a quarter of a megabyte.
    private static let readBytes = 256 << 10
    /// Longer files are only looked at for what is told by marks, not searched for every kind of token.
    private static let searchedBytes = 64 << 10

    private let path: ProjectPath
    private let name: String
    private let text: SettingsText

    private init(_ path: ProjectPath, _ bytes: [UInt8]) {
        self.path = path
        name = path.name.lowercased()
        text = SettingsText(bytes.count > Self.readBytes ? Array(bytes.prefix(Self.readBytes)) : bytes)
    }

    /// What credentials a file holds; nil where it is none that is there for them.
    ///
    /// - Complexity: O(1) for code and prose; O(bytes), of 256 KiB at most, for settings and data
    static func kind(of path: ProjectPath, _ bytes: [UInt8]) -> CredentialKind? {
        switch CredentialName(path: path) {
        case .ordinary: nil
        case .credential(let kind): kind
        case .doubtful: CredentialFile(path, bytes).kind.map { .other($0) }
        }
    }

    private var kind: String? {
        // A script that holds a secret is code; one that does nothing but give variables their values is none.
        CredentialName.isScript(name) ? EnvironmentText(text.bytes, name: name).kind : kindOfData
    }

    private var kindOfData: String? {
        if PrivateKeyText(text).first(in: .file) != nil { return keyKind }
        if let kind = keyFileKind { return kind }
        // What a description of an interface shows of tokens is an example, and is judged by its value.
        let isDescription = ExampleLines.describesInterface(text.bytes)
        for signature in CredentialSignature.all where !(isDescription && signature.marks.isEmpty) {
            if signature.matches(text) { return signature.kind }
        }
        for (part, signature) in CredentialSignature.byName where name.contains(part) && signature.matches(text) {
            return signature.kind
        }
        let kind: String? =
            clusterSecret ?? logins ?? passwordHashes ?? loneToken ?? EncodedSecrets.kind(ofAll: text.bytes)
        return kind ?? passwordLines ?? PasswordTable(text, name: name).kind ?? loginPair ?? kindOfList
    }

    private var kindOfList: String? {
        passwordList ?? searched ?? EnvironmentText(text.bytes, name: name).kind
    }

    private var keyKind: String {
        text.contains("service_account") ? "Google service account key" : "private key"
    }

    /// A `.pem` or `.key` that is neither a certificate nor a public key is taken for a private one.
    private var keyFileKind: String? {
        guard name.hasSuffix(".pem") || name.hasSuffix(".key") else { return nil }
        let publicMarks: [StaticString] = [
            "PUBLIC KEY", "BEGIN CERTIFICATE", "BEGIN TRUSTED CERTIFICATE", "BEGIN NEW CERTIFICATE", "BEGIN X509",
            "BEGIN PKCS7", "BEGIN CMS", "PARAMETERS-----", "ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-",
        ]
        if publicMarks.contains(where: text.contains) { return nil }
        // Text about keys, a table, a translation: it has lines of words.
        let isProse = name.hasSuffix(".key") && text.bytes.count { $0 == 32 } > text.bytes.count / 12
        // A heading with nothing real after it was passed over before.
        return isProse || text.contains("PRIVATE KEY") ? nil : "private key"
    }

    /// A Kubernetes manifest with the values of a `Secret`.
    private var clusterSecret: String? {
        guard text.contains("kind: Secret") || text.contains("\"Secret\"") else { return nil }
        return ManifestSecrets(text).holdsSecret ? "Kubernetes Secret" : nil
    }

    /// `machine … login … password …` of netrc, or addresses with a password on every line.
    private var logins: String? {
        if text.contains("machine "), text.contains("password ") {
            let words = String(decoding: text.bytes, as: UTF8.self).split { $0.isWhitespace }
            for (place, word) in words.enumerated().dropLast() where word == "password" && words.contains("login") {
                if SecretValue.isReal(Array(words[place + 1].utf8), least: 4) { return "netrc passwords" }
            }
        }
        guard name.contains("git-credentials") || name.contains("gitcredentials") else { return nil }
        return SecretScan.places(in: text.bytes, path: path).isEmpty ? nil : "git passwords"
    }

    /// `host:port:database:user:password` on each line.
    private var passwordLines: String? {
        guard name.contains("pgpass") else { return nil }
        let isLogin = text.bytes.split(separator: 10).contains { line in
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 4, omittingEmptySubsequences: false)
            return parts.count == 5 && line.first != UInt8(ascii: "#")
                && SecretValue.isReal(parts[4].prefix { $0 > 32 }, least: 4)
        }
        return isLogin ? "PostgreSQL passwords" : nil
    }

    private var passwordHashes: String? {
        guard ["htpasswd", "passwd", "shadow"].contains(where: name.contains) else { return nil }
        let marks: [StaticString] = [":$apr1$", ":$2y$", ":$2b$", ":$6$", ":$5$", ":$1$", ":$y$", ":{SHA}"]
        return marks.contains(where: text.contains) ? "password hashes" : nil
    }

    /// A file of one word that is a token, or whose name says that it is.
    private var loneToken: String? {
        guard text.bytes.count <= 2_048 else { return nil }
        let isSpace: (UInt8) -> Bool = { $0 <= 32 }
        let word = text.bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        if isVaultPassword, !word.contains(where: isSpace), SecretValue.isReal(Array(word), least: 6) {
            return "vault password"
        }
        guard word.count >= 16, !word.contains(where: isSpace) else { return nil }
        if let kind = SecretScan.kind(ofWord: Array(word)) { return kind }
        let isNamed = Self.tellingNames.contains(where: name.contains) || name.contains("key")
        return isNamed && !name.contains("pub") && SecretValue.isReal(Array(word), least: 16)
            && SecretValue.isGenerated(Array(word)) ? "token" : nil
    }

    private var isVaultPassword: Bool {
        ["vault_pass", "vault-pass", "vaultpass"].contains(where: name.contains)
    }

    /// A name and a password on two lines, as OpenVPN and others read them.
    private var loginPair: String? {
        guard ["auth", "login", "userpass", "user-pass", "cred"].contains(where: name.contains),
            text.bytes.count <= 256
        else { return nil }
        let lines = text.bytes.split { $0 == 10 || $0 == 13 }
        guard lines.count == 2, lines.allSatisfy({ !$0.contains(32) }) else { return nil }
        return SecretValue.isReal(lines[1], least: 8) && SecretValue.isMixed(lines[1]) ? "login" : nil
    }

    /// What a browser or a person writes down: names and passwords on each line, as columns or after a colon.
    private var passwordList: String? {
        guard name.hasPrefix("password") || name.hasPrefix("logins") || name.hasPrefix("passwd"),
            name.hasSuffix(".csv") || name.hasSuffix(".txt"), text.bytes.count <= Self.searchedBytes
        else { return nil }
        for line in text.bytes.split(separator: 10) {
            let separators = Array(":,;\t=".utf8)
            guard let cut = line.lastIndex(where: separators.contains) else { continue }
            let value = line[(cut + 1)...].drop { $0 == 32 || $0 == 34 }.prefix { $0 > 32 && $0 != 34 }
            let digits = value.count { $0 >= 48 && $0 <= 57 }
            let letters = value.count { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
            if digits > 0, letters > 2, SecretValue.isReal(value, least: 8) { return "passwords" }
        }
        return nil
    }

    // MARK: - Files that the reviewer's rules are asked about

    private static let tellingNames = [
        "credential", "secret", "token", "passw", "apikey", "api_key", "api-key", "service-account", "service_account",
        "serviceaccount", "keyfile", "auth", "login", "kubeconfig", "vault", "tfvars", "accesskey", "access_key",
        "private", "cookies", "pip.conf", "pip.ini",
    ]

    /// Folders that begin with a dot and belong to a project, as everybody sees it.
    private static let projectFolders: Set<String> = [
        ".github", ".gitlab", ".circleci", ".vscode", ".devcontainer", ".husky", ".storybook", ".buildkite",
        ".woodpecker", ".forgejo", ".gitea", ".semaphore", ".azuredevops", ".azure-pipelines", ".changeset", ".idea",
        ".jenkins", ".teamcity", ".tekton", ".docker",
    ]
    private static let projectFiles: Set<String> = [
        ".gitlab-ci.yml", ".travis.yml", ".drone.yml", ".gitpod.yml", ".appveyor.yml", ".cirrus.yml",
    ]

    /// What the secret rules see in a file that is named after credentials, or is some program's own.
    private var searched: String? {
        guard text.bytes.count <= Self.searchedBytes,
            CredentialName.isTemplate(name) || CredentialName.isOfEnvironment(name)
                || Self.tellingNames.contains(where: name.contains) || isSomeProgramsOwn
        else { return nil }
        return SecretScan.places(in: text.bytes, path: path).first?.kind
    }

    private var isSomeProgramsOwn: Bool {
        let parts = path.text.lowercased().split(separator: "/")
        if parts.dropLast().contains(where: { $0.hasPrefix(".") && !Self.projectFolders.contains(String($0)) }) {
            return true
        }
        return name.hasPrefix(".") && !Self.projectFiles.contains(name)
            && !parts.dropLast().contains { $0.hasPrefix(".") }
    }
}
