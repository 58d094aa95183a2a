extension Rule {
    /// The message without a finding: what a match fills in is a word in quotation marks, by the name of its metavariable.
    package var generalMessage: String {
        var (text, rest) = ("", message[...])
        while let mark = rest.firstIndex(of: "$") {
            let name = rest[rest.index(after: mark)...].prefix {
                $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_")
            }
            text += rest[..<mark]
            let isName = name.first?.isUppercase ?? false
            text += isName ? "“\(name.lowercased().replacing("_", with: " "))”" : "$"
            rest = rest[(isName ? name.endIndex : rest.index(after: mark))...]
        }
        return text + rest
    }
}
