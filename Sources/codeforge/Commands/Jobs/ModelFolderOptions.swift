import ArgumentParser

/// Where exchanges with models are kept, and what answers instead of them.
struct ModelFolderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Write each exchange with a model into this folder, without secrets.", valueName: "dir"),
        completion: .directory)
    var recordModels: String?

    @Option(
        help: ArgumentHelp("Answer from such a folder instead of asking a model.", valueName: "dir"),
        completion: .directory)
    var replayModels: String?
}
