/// The words that the check of a student's texts knows; they stand in `Data/foreign.txt`.
extension ForeignCode {
    private static let lists: [String: String] = Dictionary(
        DataFile.rows(PackageResources.foreign_txt).compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil },
        uniquingKeysWith: { first, _ in first })

    private static func set(_ name: String) -> Set<Substring> {
        Set((lists[name] ?? "").split(separator: " "))
    }

    private static func phrases(_ name: String) -> [[Substring]] {
        (lists[name + "+"] ?? "").split(separator: ",").map { $0.split(separator: " ") }
    }

    static let definers = set("definers")
    static let fileEndings = set("fileEndings")
    /// What runs give; nobody's repair consists of one.
    static let results = set("results")
    static let constants = set("constants")
    /// What a word ends with for more than one: "line(s)".
    static let endings = set("endings")
    static let heads = set("heads")
    static let exceptions = set("exceptions")
    /// English words that are names in code as well.
    static let prose = set("prose")
    static let properNames = set("properNames")
    /// Words of languages and libraries that are no words of English, as they are written.
    static let codeWords = set("codeWords")
    /// In a sentence that proposes something these are the repair, unless the student wrote them.
    static let telling = set("telling")
    /// Of those, the ones that every sentence may have.
    static let common = set("common")
    /// What proposals begin with; what follows within a few words must tell to look, to run or to say something.
    static let proposals = phrases("proposals")
    /// What leads on to a change: "what if you replaced".
    static let conditions = phrases("conditions")
    static let changes = set("changes")
    /// Words of a replacement anywhere in a sentence; with a telling word they give it away.
    static let replacings = set("replacings")
    /// Beginnings of words that lead to looking, running and saying.
    static let looks = (lists["looks"] ?? "").split(separator: " ").map(String.init)
    /// Words of code that are a name of something there: "where is return?".
    static let nouns = set("nouns")
    static let beforeNouns = set("beforeNouns")
    static let afterNouns = set("afterNouns")
    /// Calls that only show what there is.
    static let looking = set("looking")
}
