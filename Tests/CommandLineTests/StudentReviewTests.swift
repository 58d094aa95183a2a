import JSON
import TestSupport
import Testing

/// What the command line says of a student's files: what is wrong, and nothing of how it is put right.
@Suite struct StudentReviewTests {
    private static let python = """
        import yaml


        def load(text, seen=[]):
            if text == None:
                return seen
            return yaml.load(text)

        """
    private static let script = "function f(n) {\n  if (n === NaN) {\n    throw 'no';\n  }\n}\n"
    private static let solutions = ["safe_load", "is None", "by is", "isNaN", "new Error"]

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("# Student mode\n\nStudent mode is on.\n", to: "mine/.codeforge/student.md")
        for place in ["mine", "other"] {
            try folder.write(Self.python, to: "\(place)/load.py")
            try folder.write(Self.script, to: "\(place)/check.js")
        }
    }

    private func codeforge(_ arguments: [String], in place: String = "") throws -> CommandRun {
        try CommandRun(
            BuiltProgram.codeforge, arguments, in: folder.path + "/" + place,
            environment: ["XDG_DATA_HOME": folder.path + "/data", "XDG_CONFIG_HOME": folder.path + "/config"])
    }

    @Test(arguments: ["text", "json", "sarif", "github", "junit"])
    func `no format of a review tells a student how anything is put right`(format: String) throws {
        let run = try codeforge(["review", "--format", format], in: "mine")
        #expect(run.exitCode == 1 && run.output.contains("YAML that makes whatever its text asks for"), "\(run.errors)")
        for solution in Self.solutions { #expect(!run.output.contains(solution), "\(solution): \(run.output)") }
        // By any way to name the file.
        for arguments in [["load.py"], [folder.path + "/mine/load.py"], ["../mine/load.py"]] {
            let named = try codeforge(["review", "--format", format] + arguments, in: "mine")
            #expect(!named.output.contains("yaml.safe_load"), "\(arguments)")
        }
    }

    @Test func `files beside a student's project keep everything`() throws {
        let found = try JSONValue(parsing: codeforge(["review", "--json"]).output)["findings"]?.array ?? []
        func isTold(_ finding: JSONValue) -> Bool { finding.serialized.contains("safe_load") || finding["fix"] != nil }
        #expect(found.filter { $0["path"]?.string?.hasPrefix("mine/") == true }.allSatisfy { !isTold($0) })
        #expect(found.contains { $0["path"] == "other/load.py" && isTold($0) })
    }

    @Test func `a rule is explained to a student without its solution`() throws {
        for arguments in [["explain", "eval/yaml-load"], ["explain", "eval/yaml-load", "--json"], ["--json"]] {
            let run = try codeforge(["rules"] + arguments, in: "mine")
            #expect(run.exitCode == 0 && run.output.contains("YAML that makes whatever its text asks for"))
            #expect(!run.output.contains("yaml.safe_load"), "\(arguments)")
            #expect(try codeforge(["rules"] + arguments, in: "other").output.contains("yaml.safe_load"))
        }
    }
}
