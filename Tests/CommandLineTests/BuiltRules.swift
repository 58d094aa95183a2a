import JSON
import TestSupport

/// The rules as the built program lists them.
enum BuiltRules {
    /// What is known of each rule, by its identifier.
    static func all() throws -> [String: JSONValue] {
        let run = try CommandRun.codeforge(["rules", "--json"], in: TemporaryFolder())
        let rules = try JSONValue(parsing: run.output).array ?? []
        return Dictionary(uniqueKeysWithValues: rules.map { ($0["id"]?.string ?? "", $0) })
    }
}
