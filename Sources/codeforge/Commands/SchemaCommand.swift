import ArgumentParser
import Engine
import JSON
import Models

/// `codeforge schema`: the specification's documents as JSON Schema, or as a page to read.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print a document's JSON Schema, or list all documents and their members.",
        discussion: """
            The schema (draft 2020-12) means the same as Pydantic's model_json_schema(); model providers get it too.
            'review.json' stands for the file in which a folder decides about its findings (draft 7, for editors).

            EXAMPLES:
              codeforge schema QAResult
              codeforge schema --list
              codeforge schema review.json
            """)

    /// The name of `.codeforge/review.json`.
    private static let decisions = "review.json"

    @Argument(
        help: "The name of the document's model, such as QAResult.",
        completion: .list(Catalogue.entries.map(\.name) + [Self.decisions]))
    var schema: String?

    @Flag(help: "List every document with its members.")
    var list = false

    @Flag(help: "Write JSON: with --list the schemas of all documents by their names.")
    var json = false

    func validate() throws {
        guard (schema == nil) == list else {
            throw ValidationError("Give the name of a schema, or --list to see them all.")
        }
    }

    func run() throws {
        guard let schema else {
            guard json else { return StandardStream.output.write(Catalogue.referencePage) }
            let schemas = JSONObject(Catalogue.entries.map { ($0.name, $0.jsonSchema) })
            return StandardStream.output.write(json: .object(schemas))
        }
        if schema == Self.decisions { return StandardStream.output.write(json: ReviewPolicy.schema) }
        let entry = try Catalogue.requiredEntry(named: schema)
        StandardStream.output.write(json: entry.jsonSchema)
    }
}
