import Engine

/// The files of a project that have to do with a wish and a file: by name, by imports either way, and by their words.
///
/// Only texts and paths are looked at; nothing is parsed, so that an import in any language counts whose words name the
/// path of a file.
struct RelatedFiles: Sendable {
    private static let most = 16
    /// A project that is shown whole, in bytes.
    private static let smallest = 64_000
    /// Longest beginning of a file whose words are compared, in bytes.
    private static let looked = 20_000
    /// Most files whose words are compared.
    private static let mostCompared = 2_000

    /// Paths, one a line.
    let list: String
    /// The nearest first.
    let nearest: [String]
    /// How many of the project's files are not among the nearest.
    let others: Int

    /// `path` is the file that is written, where it is known, and `code` its text.
    init(to path: String?, wish: String, code: String = "", among files: [String: String]) {
        list = files.keys.sorted().prefix(400).joined(separator: "\n")
        let names = files.keys.filter { $0 != path }
        let tree = FileTree(files.keys)
        let said = Self.words(of: wish)
        var scores: [String: Double] = [:]
        for name in names { scores[name] = Self.score(of: name, saidIn: wish, said, near: path) }
        // What the wish names is read for its imports as the file itself is.
        let named = names.filter { scores[$0, default: 0] >= Score.named }.sorted().prefix(4)
        var seeds = named.map { ($0, files[$0] ?? "") }
        if let path { seeds.append((path, code.isEmpty ? files[path] ?? "" : code)) }
        for (seed, text) in seeds {
            for name in tree.imports(of: text, in: seed) where name != path {
                scores[name, default: 0] += Score.imported
            }
        }
        let targets = Set(seeds.map(\.0))
        let words = said.union(Self.words(of: String(code.prefix(4_000))))
        let compared = names.sorted { (scores[$1, default: 0], $0) < (scores[$0, default: 0], $1) }
            .prefix(Self.mostCompared)
        let identifiers = Self.identifiers(of: wish)
        let found = compared.map { name -> (name: String, words: Set<String>) in
            let text = String(decoding: (files[name] ?? "").utf8.prefix(Self.looked), as: UTF8.self)
            if !identifiers.isEmpty, !identifiers.isDisjoint(with: Self.identifiers(of: text)) {
                scores[name, default: 0] += Score.identifier
            }
            if !targets.isEmpty, tree.imports(of: text, in: name).contains(where: targets.contains) {
                scores[name, default: 0] += Score.importing
            }
            return (name, words.isEmpty ? [] : Self.words(of: text).intersection(words))
        }
        let spread = found.reduce(into: [String: Int]()) { spread, file in
            for word in file.words { spread[word, default: 0] += 1 }
        }
        for file in found {
            // A word that half of the files have says nothing.
            let weight = file.words.reduce(0.0) { sum, word in
                let share = Double(spread[word, default: 1]) / Double(found.count)
                return share > 0.5 && found.count > 3 ? sum : sum + (1 - share)
            }
            scores[file.name, default: 0] += min(Score.mostWords, weight)
        }
        let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        // Of a small project all is near.
        let isSmall = names.count <= Self.most && names.reduce(0) { $0 + (files[$1]?.utf8.count ?? 0) } <= Self.smallest
        nearest = ranked.prefix(Self.most).filter { isSmall || $0.value >= 1 }.map(\.key)
        others = names.count - nearest.count
    }

    private enum Score {
        static let named = 100.0
        static let imported = 50.0
        static let importing = 30.0
        static let identifier = 25.0
        static let mostWords = 20.0
    }

    private static func score(of name: String, saidIn wish: String, _ said: Set<String>, near path: String?) -> Double {
        let parts = name.split(separator: "/")
        let base = parts.last.map(String.init) ?? name
        if wish.contains(name) || (base.contains(".") && wish.contains(base)) { return Score.named }
        var score = said.contains(base.prefix { $0 != "." }.lowercased()) ? 10.0 : 0
        if let path, path.split(separator: "/").dropLast().elementsEqual(parts.dropLast()) { score += 1 }
        return score + Double(words(of: name).intersection(said).count) * 2
    }

    /// Names that only code has: with an underscore, a digit or a capital within.
    private static func identifiers(of text: String) -> Set<String> {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        return Set(
            words.lazy.filter { word in
                word.count > 3 && word.first?.isNumber == false
                    && word.dropFirst().contains { $0 == "_" || $0.isNumber || $0.isUppercase }
            }.map(String.init))
    }

    /// Words of more than three letters, those of `camelCase` and `snake_case` besides.
    private static func words(of text: String) -> Set<String> {
        var words: Set<String> = []
        var word = ""
        func flush() {
            if word.count > 3 { words.insert(word.lowercased()) }
            word = ""
        }
        for character in text {
            guard character.isLetter || character.isNumber else {
                flush()
                continue
            }
            if character.isUppercase, word.last?.isLowercase == true { flush() }
            word.append(character)
        }
        flush()
        return words
    }
}
