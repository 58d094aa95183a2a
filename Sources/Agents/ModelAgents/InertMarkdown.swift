/// A model's words as Markdown in which nothing can be followed as a command, loaded or run.
///
/// An image whose address holds what a model was shown would leave the machine as soon as somebody looks at it.
enum InertMarkdown {
    /// Links, images and tags get a blank where they begin to be one; what steers a terminal or hides text goes.
    static func text(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            let category = scalar.properties.generalCategory
            // Between letters of some scripts, and of some signs, joiners are part of the word.
            let isJoiner = (scalar == "\u{200D}" || scalar == "\u{200C}") && previous.value > 0x500
            if category == .format || category == .control, scalar != "\n", scalar != "\t", !isJoiner { continue }
            let isLink = previous == "]" && (scalar == "(" || scalar == "[" || scalar == ":")
            let isTag = previous == "<" && (scalar.properties.isAlphabetic || "/!?".unicodeScalars.contains(scalar))
            if isLink || isTag || (previous == "!" && scalar == "[") { result.append(" ") }
            result.append(scalar)
            previous = scalar
        }
        return String(result)
    }
}
