import Foundation
import JSON
import TestSupport
import Testing

@Suite struct DoctorCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The checks of a run, by section and name.
    private func checks(_ environment: [String: String] = [:]) throws -> [String: JSONValue] {
        let run = try CommandRun.codeforge(["doctor", "--json"], in: folder, environment: environment)
        let report = try JSONValue(parsing: run.output)
        #expect(run.exitCode == (report["problems"] == 0 ? 0 : 1))
        var checks: [String: JSONValue] = [:]
        for section in report["sections"]?.array ?? [] {
            for check in section["checks"]?.array ?? [] {
                checks["\(section["title"]?.string ?? "")/\(check["name"]?.string ?? "")"] = check
            }
        }
        return checks
    }

    @Test func `a database that is not there is no problem, and is not made`() throws {
        let file = try #require(try checks()["Database/file"])
        #expect(file["state"] == "absent")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/.data/codeforge/codeforge.db"))
    }

    @Test func `nobody is told to change the rights of a device`() throws {
        let checks = try checks(["CODEFORGE_DATABASE": "/dev/null"])
        #expect(checks["Database/state"]?["state"] == "problem")
        #expect(checks["Database/access"] == nil)
    }

    @Test func `a model that cannot be asked as it is set is a problem; one that can is not asked`() throws {
        #expect(try checks()["Models/model"]?["state"] == "absent")
        let broken = #"{"model": {"provider": "openai", "caFile": "~/nowhere.pem"}}"#
        try folder.write(broken, to: "c/codeforge/config.json")
        let unnamed = try checks(["XDG_CONFIG_HOME": folder.path + "/c"])
        #expect(unnamed["Models/openai"]?["state"] == "problem")
        #expect(unnamed["Models/openai"]?["advice"]?.string?.contains("model.name") == true)
        #expect(unnamed["Models/caFile"]?["detail"]?.string?.contains("/nowhere.pem") == true)
        let settings = #"{"model": {"provider": "ollama", "name": "m", "baseURL": "http://127.0.0.1:1/v1"}}"#
        try folder.write(settings, to: "c/codeforge/config.json")
        let named = try checks(["XDG_CONFIG_HOME": folder.path + "/c"])
        #expect(named["Models/ollama"]?["state"] == "good")
        #expect(named["Models/ollama"]?["detail"]?.string?.contains("http://127.0.0.1:1/v1") == true)
    }

    @Test func `a provider without a key is a problem; a key, its file or a command are none`() throws {
        func state(_ settings: String, _ variables: [String: String] = [:]) throws -> JSONValue? {
            try folder.write(settings, to: "c/codeforge/config.json")
            let environment = ["XDG_CONFIG_HOME": folder.path + "/c", "OPENAI_API_KEY": "", "CODEFORGE_API_KEY": ""]
            return try checks(environment.merging(variables) { $1 })["Models/openai"]?["state"]
        }
        let plain = #"{"model": {"provider": "openai", "name": "m"}}"#
        #expect(try state(plain) == "problem")
        #expect(try state(plain, ["OPENAI_API_KEY": "sk-x"]) == "good")
        #expect(try state(#"{"model": {"provider": "openai", "name": "m", "keyCommand": "pass key"}}"#) == "good")
        try folder.write("sk-x\n", to: "c/codeforge/keys/openai")
        #expect(try state(plain) == "good")
    }

    @Test func `a file that is no database is a problem, and stays as it is`() throws {
        let text = String(repeating: "This is no database. ", count: 100)
        try folder.write(text, to: "notes.db")
        chmod(folder.path + "/notes.db", 0o600)
        let state = try #require(try checks(["CODEFORGE_DATABASE": folder.path + "/notes.db"])["Database/state"])
        #expect(state["state"] == "problem")
        #expect(try String(contentsOfFile: folder.path + "/notes.db", encoding: .utf8) == text)
    }

    @Test func `a folder in the place of a database, and a place where none can be made, are told with what to do`()
        throws
    {
        try folder.write("", to: "data/notes.txt")
        let inFolder = try #require(try checks(["CODEFORGE_DATABASE": folder.path + "/data"])["Database/file"])
        #expect(inFolder["state"] == "problem")
        #expect(inFolder["detail"]?.string == "\(folder.path)/data is a folder, and a database is a file")
        #expect(inFolder["advice"]?.string?.contains("\(folder.path)/data/codeforge.db") == true)

        let below = try #require(
            try checks(["CODEFORGE_DATABASE": folder.path + "/data/notes.txt/x.db"])["Database/file"])
        #expect(below["state"] == "problem")
        #expect(below["detail"]?.string?.contains("cannot be looked at: Not a directory") == true)
        #expect(below["advice"]?.string?.isEmpty == false)

        // Nobody makes files there, not even root.
        let nowhere = try #require(try checks(["CODEFORGE_DATABASE": "/sys/codeforge/x.db"])["Database/file"])
        #expect(nowhere["state"] == "problem", "\(nowhere)")
        #expect(nowhere["detail"]?.string?.contains("cannot be made") == true)
    }

    @Test func `a worker that is missing is told with where it was looked for`() throws {
        let worker = try #require(try checks(["CODEFORGE_WORKER": "/nowhere/worker"])["CodeForge/worker"])
        #expect(worker["state"] == "problem")
        #expect(worker["detail"]?.string?.contains("/nowhere/worker") == true)
        #expect(worker["advice"]?.string?.isEmpty == false)
    }

    @Test func `mistakes in settings files are told`() throws {
        try folder.write(#"{"review.enabled": "yes"}"#, to: ".codeforge/config.json")
        let problem = try #require(try checks()["Settings/problem"])
        #expect(problem["detail"]?.string?.contains("'review.enabled' must be true or false") == true)
    }

    @Test func `programs are found on PATH`() throws {
        try folder.write("#!/bin/sh\n", to: "bin/nvim")
        chmod(folder.path + "/bin/nvim", 0o755)
        let checks = try checks(["PATH": folder.path + "/bin"])
        #expect(checks["Editors/Neovim"]?["detail"]?.string == folder.path + "/bin/nvim")
        #expect(checks["Editors/Helix"]?["state"] == "absent")
        #expect(checks["Tools/git"]?["state"] == "absent")
    }
}
