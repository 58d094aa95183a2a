/// What concepts have in common: where to look, and a similar problem of another trade with its solution.
package struct MentorTopic: Sendable {
    package let id: String
    package let pointer: String
    /// Prose, never code: it cannot hold the solution of anybody's code.
    package let example: String
    /// The topic whose question in other languages fits it: its own name, unless the data says another.
    package let kin: String

    package static let all: [MentorTopic] = DataFile.rows(PackageResources.topics_txt).compactMap { fields in
        guard (3...4).contains(fields.count) else { return nil }
        return MentorTopic(
            id: fields[0], pointer: fields[1], example: fields[2], kin: fields.count > 3 ? fields[3] : fields[0])
    }

    static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The topic of that name; the one about the unknown where there is none.
    package static func named(_ id: String) -> MentorTopic { byID[id] ?? general }

    private static let general = MentorTopic(
        id: "general", pointer: "Take one thing away at a time until it is gone; the last one knows the answer.",
        example: "A page stayed empty until the second list was taken away: it read a field that some records lacked.",
        kin: "general")
}
