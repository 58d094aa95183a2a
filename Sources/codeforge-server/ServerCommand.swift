import ArgumentParser
import HTTPAPI
import JSON
import Models

/// The `codeforge-server` program: CodeForge for a team, over HTTP.
@main
struct ServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codeforge-server", abstract: "CodeForge for a team, over HTTP.", version: ProductVersion.text,
        subcommands: [ServeCommand.self, MigrateCommand.self, OpenAPICommand.self, DeployCommand.self])
}

/// `codeforge-server openapi`: prints the description of the API.
struct OpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Print the API as an OpenAPI 3.1 document.")

    func run() { print(OpenAPIDocument.json.serialized(pretty: true)) }
}
