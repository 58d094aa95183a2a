import Engine
import LanguageServer
import Models

StandardDescriptors.occupy()
// An editor waits for `codeforge lsp`: it starts on a path of its own, without the argument parser.
if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "lsp" {
    LanguageServerProgram.run(CommandLine.arguments.dropFirst(2), version: ProductVersion.text)
}
CodeForgeCommand.runAndExit()
