/// Texts within the schema's limits, counted in code points as Pydantic counts.
enum Clip {
    static func text(_ text: String, _ limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text.unicodeScalars.prefix(limit - 1))
        return String(view).trimmingSpaces + "…"
    }

    /// Cuts at a word's end where there is one.
    static func words(_ text: String, _ limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text.unicodeScalars.prefix(limit))
        let head = String(view)
        guard let space = head.lastIndex(of: " ") else { return head }
        return String(head[..<space])
    }
}

extension String {
    var trimmingSpaces: String {
        var part = Substring(self)
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    /// The first letter in upper case, the rest as it stands.
    ///
    /// "iPhone" and "macOS" are written as their makers do.
    var capitalisedFirst: String {
        let word = prefix { !$0.isWhitespace }
        if word.dropFirst().contains(where: \.isUppercase), word.first?.isLowercase == true { return self }
        return isEmpty ? self : prefix(1).uppercased() + dropFirst()
    }
}
