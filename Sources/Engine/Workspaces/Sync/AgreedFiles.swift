import Models

/// What folder and store last agreed about, by path; and which of it a walk has come by.
///
/// Of a hundred thousand files each exists once here: the dictionary holds numbers.
struct AgreedFiles: Sendable {
    private let files: [SyncedFile]
    private let places: [ProjectPath: Int32]
    private var isSeen: [Bool]

    /// - Parameter files: at most one a path.
    init(_ files: [SyncedFile]) {
        self.files = files
        var places = [ProjectPath: Int32](minimumCapacity: files.count)
        for (place, file) in files.enumerated() { places[file.path] = Int32(clamping: place) }
        self.places = places
        isSeen = Array(repeating: false, count: files.count)
    }

    var isEmpty: Bool { files.isEmpty }

    subscript(_ path: ProjectPath) -> SyncedFile? {
        places[path].map { files[Int($0)] }
    }

    /// Notes that the walk came by a path.
    ///
    /// - Returns: what was agreed about it.
    mutating func see(_ path: ProjectPath) -> SyncedFile? {
        guard let place = places[path].map(Int.init) else { return nil }
        isSeen[place] = true
        return files[place]
    }

    /// The files that no walk came by.
    var unseen: [SyncedFile] {
        files.indices.lazy.filter { !isSeen[$0] }.map { files[$0] }
    }
}
