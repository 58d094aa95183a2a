import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge validate`: verdicts on a stream of documents.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Validate documents of the specification, one on each line of standard input.",
        discussion: """
            Writes a line for each line: {"valid": true, "value": {...}} with coerced values and defaults, or \
            {"valid": false, "errors": [{"loc": [...], "type": "...", "msg": "..."}]} with everything that is wrong. \
            Verdicts, values and errors are those of Pydantic 2.13. `codeforge schema --list` shows what can be \
            validated.

            EXIT CODE:
              0  every document was valid
              1  at least one was not
              2  the documents could not be read

            EXAMPLES:
              codeforge validate QAResult < results.jsonl
              jq -c .result job.json | codeforge validate RequirementsDoc
            """)

    @Argument(
        help: "The name of the document's model, such as QAResult.", completion: .list(Catalogue.entries.map(\.name)))
    var schema: String

    @OptionGroup var output: JSONOutput

    func run() throws {
        let entry = try Catalogue.requiredEntry(named: schema)
        let limit = JSONLimits.contract.maxBytes
        var reader = LineReader(limitBytes: limit)
        var verdicts = JSONWriter()
        var allValid = true
        while let line = try reader.next(beforeWaiting: { try flush(&verdicts) }) {
            switch line {
            case .text(let text):
                let isValid = entry.validate(text, into: &verdicts)
                allValid = allValid && isValid
            case .tooLong:
                ValidationErrors(tooLongFor: limit).writeVerdict(to: &verdicts)
                allValid = false
            }
            verdicts.endLine()
            if verdicts.bytes.count > Self.flushBytes { try flush(&verdicts) }
        }
        try flush(&verdicts)
        if !allValid { throw ExitCode(1) }
    }

    /// So much is written at once; less only when the next document is still to come.
    private static let flushBytes = 1 << 16

    private func flush(_ output: inout JSONWriter) throws {
        guard !output.bytes.isEmpty else { return }
        guard StandardStream.output.write(Array(String(decoding: output.bytes, as: UTF8.self).printableJSON.utf8))
        else {
            throw CommandFailure(description: "Standard output was closed before all verdicts were written.")
        }
        // The answer to a very large document is not worth keeping its memory.
        if output.bytes.capacity > 1 << 22 { output = JSONWriter() } else { output.reset() }
    }
}

extension ValidationErrors {
    fileprivate init(tooLongFor limitBytes: Int) {
        let message = "Invalid JSON: the line is longer than \(limitBytes) bytes"
        self.init([ValidationError(location: [], type: "json_invalid", message: message)])
    }
}

extension Catalogue {
    /// The entry with this name.
    /// - Throws: `CommandFailure` that tells the nearest name.
    static func requiredEntry(named name: String) throws -> CatalogueEntry {
        if let entry = entry(named: name) { return entry }
        let nearest = NearestName.of(name, among: entries.map(\.name)).map { "Did you mean '\($0)'?" }
        let hint = nearest ?? "`codeforge schema --list` shows them all."
        throw CommandFailure(description: "There is no schema '\(name)'. \(hint)")
    }
}
