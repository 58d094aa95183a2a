import JSON

extension ModelSettings {
    /// The same models, their exchanges written into a folder, or answered from one.
    ///
    /// A recording says which models were asked, so that it answers wherever it is played.
    package func recording(to record: String?, replaying replay: String?) -> ModelSettings {
        var settings = self
        if let replay {
            if let file = try? OpenFile.regularFile(at: "\(replay)/settings.json"),
                let bytes = try? file.read(upTo: 1 << 20, expecting: 1_024), let json = try? JSONValue(parsing: bytes)
            {
                settings = ModelSettings(json: json)
            }
            settings.replayFolder = replay
        }
        if let record { settings.recordFolder = record }
        return settings
    }
}
