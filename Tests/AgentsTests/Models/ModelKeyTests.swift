import Engine
import Foundation
import Glibc
import JSON
import Models
import TestSupport
import Testing

@testable import Agents

/// Where keys come from, and what keeps them where they are; and the ways around a proxy.
@Suite struct ModelKeyTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func route(
        _ provider: ModelProvider = .openai, command: String = "", address: String = "https://api.example.com/v1"
    ) throws -> ModelRoute {
        var settings = ModelSettings()
        (settings.provider, settings.name) = (provider, "m")
        (settings.baseURL, settings.keyCommand) = (address, command)
        return try #require(try settings.defaultRoute())
    }

    /// The key, or why there is none.
    private func find(
        _ route: ModelRoute, _ variables: [String: String] = [:], timeout: Duration = .seconds(60)
    ) async -> String {
        let own = ["XDG_CONFIG_HOME": folder.path].merging(variables) { $1 }
        var key = ModelKey(route) { own[$0] }
        key.commandTimeout = timeout
        do throws(ModelFault) {
            return try await key.find()?.secret.reveal { $0 } ?? "none"
        } catch {
            return error.sentence(route)
        }
    }

    @Test func `the command goes before the environment, and the provider's variable before the common one`()
        async throws
    {
        let both = ["OPENAI_API_KEY": " sk-own ", "CODEFORGE_API_KEY": "sk-common"]
        #expect(await find(try route(command: "echo sk-command; echo more"), both) == "sk-command")
        #expect(await find(try route(), both) == "sk-own")
        #expect(await find(try route(), ["CODEFORGE_API_KEY": "sk-common"]) == "sk-common")
        #expect(await find(try route(.ollama, address: "http://127.0.0.1:1/v1")) == "none")
        #expect(await find(try route()).contains("there is no key. Set OPENAI_API_KEY or CODEFORGE_API_KEY"))
    }

    @Test func `a command that fails, prints nothing or a sentence gives no key, and what it printed is not told`()
        async throws
    {
        #expect(await find(try route(command: "echo sk-half; exit 3")).contains("ended with 3"))
        #expect(await find(try route(command: "true")).contains("printed nothing"))
        #expect(await find(try route(command: "/no/such/program")).contains("ended with 127"))
        let sentence = await find(try route(command: "echo please log in first"))
        #expect(sentence.contains("has blanks") && !sentence.contains("log in"))
        #expect(!(await find(try route(command: "echo sk-half; exit 3"))).contains("sk-half"))
    }

    @Test func `a command that hangs is ended with all that it started`() async throws {
        let mark = folder.path + "/started"
        let hanging = "sleep 987 & echo $! > \(mark); wait"
        let sentence = await find(try route(command: hanging), timeout: .seconds(1))
        #expect(sentence.contains("took longer than 1 s and was ended"), "\(sentence)")
        let child = try #require(
            pid_t(try String(contentsOfFile: mark, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
        for _ in 0..<1_000 where kill(child, 0) == 0 { try await Task.sleep(for: .milliseconds(10)) }
        let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
        // Gone, or dead and not yet looked after.
        #expect(kill(child, 0) != 0 || state.contains(") Z"), "\(state)")
    }

    @Test func `a command that closes its output and goes on is ended, and so is one that prints a book`()
        async throws
    {
        let closing = await find(try route(command: "echo k; exec 1>&- 2>&-; sleep 986"), timeout: .seconds(1))
        #expect(closing.contains("took longer than 1 s and was ended"), "\(closing)")
        #expect(await find(try route(command: "yes")).contains("printed more than a key"))
    }

    @Test func `a key file counts only while its owner alone can read it`() async throws {
        try folder.write("sk-file\n", to: "codeforge/keys/openai")
        let file = folder.path + "/codeforge/keys/openai"
        chmod(file, 0o644)
        #expect(await find(try route()).contains("can be read by others, so that its key was not used. Run: chmod 600"))
        chmod(file, 0o600)
        #expect(await find(try route()) == "sk-file")
        try FileManager.default.moveItem(atPath: file, toPath: file + ".there")
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: file + ".there")
        #expect(await find(try route()).contains("cannot be read"))
        try FileManager.default.removeItem(atPath: file)
        #expect(mkfifo(file, 0o600) == 0)
        #expect(await find(try route()).contains("is no file"))
    }

    @Test func `no key goes over a line that anybody can read`() async throws {
        let open = try route(address: "http://models.example.com/v1")
        #expect(await find(open, ["OPENAI_API_KEY": "sk-own"]).contains("was not sent, for http://"))
        #expect(await find(try route(address: "http://127.0.0.1:9/v1"), ["OPENAI_API_KEY": "sk-own"]) == "sk-own")
    }

    struct Way: Sendable {
        let variables: [String: String]
        var address = "https://api.example.com/v1"
        /// With its login; nil for none.
        let proxy: String?
    }

    static let ways = [
        Way(variables: ["HTTPS_PROXY": "http://proxy.corp:3128"], proxy: "proxy.corp:3128"),
        Way(variables: ["https_proxy": "proxy.corp:8"], proxy: "proxy.corp:8"),
        Way(variables: ["HTTP_PROXY": "http://proxy.corp:3128"], proxy: nil),
        Way(variables: ["ALL_PROXY": "http://a:b@proxy.corp:3128"], proxy: "a:b@proxy.corp:3128"),
        Way(variables: ["HTTPS_PROXY": "http://proxy.corp:3128", "NO_PROXY": "other,.example.com"], proxy: nil),
        Way(variables: ["HTTPS_PROXY": "http://proxy.corp:3128", "no_proxy": "*"], proxy: nil),
        Way(variables: ["HTTPS_PROXY": "http://proxy.corp:3128", "NO_PROXY": "ample.com"], proxy: "proxy.corp:3128"),
        Way(variables: ["HTTP_PROXY": "http://proxy.corp:3128"], address: "http://localhost:11434/v1", proxy: nil),
        Way(variables: ["HTTPS_PROXY": "http://u:p%40s%3As@proxy.corp:3128"], proxy: "u:p@s:s@proxy.corp:3128"),
        Way(variables: ["ALL_PROXY": "socks5://proxy.corp"], proxy: "proxy.corp:1080"),
        Way(variables: ["HTTPS_PROXY": "http://proxy.corp:8", "NO_PROXY": "api.example.com:443"], proxy: nil),
        Way(
            variables: ["HTTPS_PROXY": "http://proxy.corp:8", "NO_PROXY": "api.example.com:80"], proxy: "proxy.corp:8"),
    ]

    @Test(arguments: ways) func `a proxy is taken from the environment as other programs take it`(way: Way) throws {
        let proxy = ProxyAddress(for: try ModelAddress(validating: way.address)) { way.variables[$0] }
        let login = proxy?.user.map { "\($0):\(proxy?.password ?? "")@" } ?? ""
        #expect(proxy.map { "\(login)\($0.host):\($0.port)" } == way.proxy)
    }

    @Test func `an expired certificate is told as such a one`() async throws {
        try folder.write(
            """
            [ca]
            default_ca = own
            [own]
            database = index.txt
            new_certs_dir = .
            rand_serial = yes
            default_md = sha256
            policy = names
            [names]
            commonName = supplied
            [names_of_host]
            subjectAltName = DNS:localhost
            """, to: "ca.cnf")
        try folder.write("", to: "index.txt")
        for arguments in [
            [
                "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", "k.pem", "-out",
                "c.csr",
            ],
            [
                "ca", "-batch", "-selfsign", "-notext", "-config", "ca.cnf", "-extensions", "names_of_host", "-keyfile",
                "k.pem", "-in", "c.csr", "-out", "c.pem", "-startdate", "20200101000000Z", "-enddate",
                "20200102000000Z",
            ],
        ] {
            let made = try CommandRun("/usr/bin/env", ["openssl"] + arguments, in: folder.path)
            #expect(made.exitCode == 0, "\(made.errors)")
        }
        let (certificate, key) = (folder.path + "/c.pem", folder.path + "/k.pem")
        var trial = try ModelTrial(.vllm, [ModelStream.right], certificate: (certificate, key))
        trial.caFile = certificate
        guard case .failure(let error) = try await trial.finish() else { throw UnexpectedOutcome() }
        #expect(error.description.contains("or has expired"), "\(error)")
    }
}
