import Patterns

/// The fixed texts of the documents, and the words by which ideas are read, from the data files beside the code.
enum ResearchTexts {
    /// An English text in a language that has no column in the code.
    ///
    /// Where a text has a gap, what fills it is translated, too, where it is a text itself.
    static func translated(_ english: String, _ tongue: Tongue) -> String {
        let column = tongue == .polish ? 0 : 1
        if let known = translations[english] { return known[column] }
        for (form, texts) in gapped {
            guard let filled = fillings(of: english, in: form) else { continue }
            var rest = filled[...]
            var result = ""
            for (index, part) in texts[column].split(separator: "{}", omittingEmptySubsequences: false).enumerated() {
                if index > 0, let next = rest.popFirst() { result += translations[next]?[column] ?? next }
                result += part
            }
            return result
        }
        return english
    }

    /// A text by its key, with what is put into it.
    static func say(_ key: String, _ tongue: Tongue, _ filled: KeyValuePairs<String, String> = [:]) -> String {
        guard let all = keyed[key], let place = Tongue.allCases.firstIndex(of: tongue), place < all.count else {
            return ""
        }
        return filled.reduce(all[place]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// What stood where a form has its gaps; nil where the text is another one.
    private static func fillings(of text: String, in form: [Substring]) -> [String]? {
        guard let first = form.first, text.hasPrefix(first) else { return nil }
        var rest = text.dropFirst(first.count)
        var filled: [String] = []
        for (index, part) in form.enumerated().dropFirst() {
            if part.isEmpty, index == form.count - 1 {
                filled.append(String(rest))
                return filled
            }
            guard let place = rest.firstRange(of: part) else { return nil }
            filled.append(String(rest[..<place.lowerBound]))
            rest = rest[place.upperBound...]
        }
        return rest.isEmpty ? filled : nil
    }

    private static let rows: [[String]] = DataLines.rows(PackageResources.texts_txt)
    private static let keyed: [String: [String]] = rows.reduce(into: [:]) { texts, row in
        if let key = row.first, key.hasPrefix("@") { texts[String(key.dropFirst())] = Array(row.dropFirst()) }
    }
    private static let translations: [String: [String]] = rows.reduce(into: [:]) { texts, row in
        if row.count == 3, !row[0].hasPrefix("@") { texts[row[0]] = Array(row.dropFirst()) }
    }
    private static let gapped: [([Substring], [String])] = translations.filter { $0.key.contains("{}") }
        .map { ($0.key.split(separator: "{}", omittingEmptySubsequences: false), $0.value) }
        .sorted { $0.0.joined().count > $1.0.joined().count }
}

/// Words and phrases of `words.txt`, by what they are for.
enum ResearchWords {
    /// Those of a language, or of all where the list is for all.
    static func list(_ key: String, _ tongue: Tongue) -> [String] {
        (lists[key]?[code(tongue)] ?? []) + (lists[key]?["*"] ?? [])
    }

    static func set(_ key: String, _ tongue: Tongue) -> Set<String> { sets[key]?[tongue] ?? [] }

    /// Whether one of the phrases stands in a text.
    static func says(_ key: String, _ tongue: Tongue, in text: String) -> Bool {
        if tongue == .japanese {
            return list(key, tongue).contains { $0.unicodeScalars.contains { $0.value > 0x3000 } && text.contains($0) }
        }
        let line = SpokenLine(text)
        return list(key, tongue).contains(where: line.says)
    }

    private static func code(_ tongue: Tongue) -> String {
        switch tongue {
        case .english: "en"
        case .german: "de"
        case .french: "fr"
        case .spanish: "es"
        case .portuguese: "pt"
        case .italian: "it"
        case .dutch: "nl"
        case .polish: "pl"
        case .japanese: "ja"
        }
    }

    private static let lists: [String: [String: [String]]] = DataLines.rows(PackageResources.words_txt).reduce(
        into: [:]
    ) { lists, row in
        guard row.count == 3 else { return }
        lists[row[0], default: [:]][row[1], default: []] += row[2].split(separator: ", ").map(String.init)
    }
    private static let sets: [String: [Tongue: Set<String>]] = lists.keys.reduce(into: [:]) { sets, key in
        for tongue in Tongue.allCases { sets[key, default: [:]][tongue] = Set(list(key, tongue)) }
    }
}

/// Lines of a data file, their fields parted by " | "; what begins with "#" is a remark.
enum DataLines {
    static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.hasPrefix("#") ? nil : line.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
