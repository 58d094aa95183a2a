extension Int {
    /// A count with its noun: `1 file`, `2 files`.
    package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension String {
    /// The text with a stop where it ends without one, so that another sentence may follow.
    package var asSentence: String {
        guard let last = last(where: { !$0.isWhitespace }) else { return self }
        return ".!?:…”\"".contains(last) ? self : self + "."
    }
}
