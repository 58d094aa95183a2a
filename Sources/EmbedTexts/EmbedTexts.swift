import Foundation
import PackagePlugin

/// Makes a target's texts (`.txt`, `.sql`, `.md` below its folder) members of `PackageResources`, by `embed-texts`.
///
/// SwiftPM's own `.embedInCode` writes a number for each byte, of which the compiler takes 80 s for 300 KB; of a text it
/// takes none that can be measured.
@main struct EmbedTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let folder = target.sourceModule?.directoryURL,
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        else { return [] }
        let texts = files.compactMap { $0 as? URL }.filter { ["txt", "sql", "md"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "PackageResources.swift")
        return [
            .buildCommand(
                displayName: "Embedding the texts of \(target.name)",
                executable: try context.tool(named: "embed-texts").url,
                arguments: [output.path] + texts.map(\.path), inputFiles: texts, outputFiles: [output])
        ]
    }
}
