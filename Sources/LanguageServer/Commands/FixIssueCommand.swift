import Engine
import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeforge.fixIssue`: applies the quick fix of one finding, for clients that know commands but no code actions.
struct FixIssueCommand: BackgroundCommand {
    let name = "codeforge.fixIssue"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let document = try snapshot.document(try arguments.requiredText("uri", at: 0))
        let identity = try arguments.requiredText("identity", at: 1)
        guard let finding = snapshot.findings(of: document).first(where: { $0.identity == identity }) else {
            throw .failed("not_found", "There is no finding '\(identity)' in '\(document.uri)'. Review the file again.")
        }
        guard !snapshot.isStudent(document) else {
            throw .failed(StudentMode.code, StudentMode.reason("A quick fix"))
        }
        guard let edit = snapshot.fixing(finding, in: document) else {
            throw .failed("no_fix", "The rule '\(finding.ruleID)' has no quick fix. Edit the code by hand.")
        }
        guard snapshot.client.appliesEdits else {
            throw .failed("unsupported", "This editor cannot apply edits for the server. Use the code action instead.")
        }
        let title = finding.fix?.title ?? "Fix"
        let answer: JSONValue
        do throws(ResponseError) {
            answer = try await snapshot.connection.request(
                "workspace/applyEdit", ["label": .string(title), "edit": JSONValue(encoding: edit)] as JSONValue)
        } catch {
            // The editor's code is about its own request: as an answer to this one it would mean something else.
            throw .failed("refused", "The editor did not apply the fix: \(error.message)")
        }
        return ["applied": answer["applied"] ?? false]
    }
}
