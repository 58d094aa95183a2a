import LanguageServerProtocol

/// Explains one sort of thing under the cursor.
package protocol HoverProvider: Sendable {
    /// What to show; nil where the thing is not of this sort.
    func hover(at place: HoverPlace) -> Hover?
}

/// Everything that answers hover: one line a sort; the first that knows something is shown.
package enum HoverProviders {
    static let all: [any HoverProvider] = [
        MentorHover(),
        FindingHover(),
        DocumentHover(),
        RuleFileHover(),
        ConceptHover(),
        IdentifierHover(),
    ]
}
