import Review
import Yams

/// YAML, read by a parser.
enum YAMLSyntax {
    static func verdict(of text: String) -> SyntaxCheck.Verdict {
        // A template (Helm, Jinja, Go) becomes YAML only when it is filled.
        if text.contains("{{") || text.contains("{%") || text.contains("<%") { return .notChecked }
        do {
            let parser = try Parser(yaml: text)
            while try parser.nextRoot() != nil {}
            return .parses
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
                return .broken(SyntaxProblem(line: max(1, mark.line), message: "no YAML: \(problem)"))
            default:
                // What a reader of meaning refuses (two equal keys, an unknown anchor) is still YAML.
                return .parses
            }
        } catch {
            return .notChecked
        }
    }
}
