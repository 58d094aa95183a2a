import ArgumentParser
import JSON
import Models

/// `codeforge schema`: the specification's documents as JSON Schema, or as a page to read.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print a document's JSON Schema, or list all documents and their members.",
        discussion: """
            The schema (draft 2020-12) means the same as Pydantic's model_json_schema(); model providers get it too.

            EXAMPLES:
              codeforge schema QAResult
              codeforge schema --list
            """)

    @Argument(
        help: "The name of the document's model, such as QAResult.", completion: .list(Catalogue.entries.map(\.name)))
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
        let entry = try Catalogue.requiredEntry(named: schema)
        StandardStream.output.write(json: entry.jsonSchema)
    }
}
