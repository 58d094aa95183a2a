import Engine
import Testing

@Suite struct SettingsSuggestionTests {
    /// What is offered at the `|` of a text, and what it takes the place of.
    private func check(
        _ text: String, offers expected: [String], insteadOf typed: String, isOfWorkspace: Bool = true,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let bytes = Array(text.utf8)
        let cursor = try #require(bytes.firstIndex(of: UInt8(ascii: "|")))
        let whole = bytes.filter { $0 != UInt8(ascii: "|") }
        let found = SettingsSuggestion.all(in: whole, at: cursor, isOfWorkspace: isOfWorkspace)
        #expect(found.suggestions.map(\.text) == expected, sourceLocation: location)
        #expect(String(decoding: whole[found.typed], as: UTF8.self) == typed, sourceLocation: location)
    }

    private let review = [
        "\"enabled\"", "\"minimumSeverity\"", "\"disabledRules\"", "\"honorsOtherTools\"", "\"maxFileBytes\"",
        "\"linters\"", "\"scope\"",
    ]
    private let severities = ["\"info\"", "\"warning\"", "\"critical\""]

    @Test func `a name is offered as far as it is not given by the objects around it`() throws {
        let withColon = review.map { $0 + ": " }
        try check("{\"review\": {|}}", offers: withColon, insteadOf: "")
        try check("{\"review\": {\"en|\": true}}", offers: review, insteadOf: "\"en\"")
        try check("{\"codeforge\": {\"review\": {\"|", offers: withColon, insteadOf: "\"")
        try check("{\"codeforge.review\": {\"log\": [1, {}], |", offers: withColon, insteadOf: "")
    }

    @Test func `a workspace's file is offered nothing that it may not set`() throws {
        let found = SettingsSuggestion.all(in: Array("{".utf8), at: 1, isOfWorkspace: true).suggestions
        #expect(found.map(\.label).contains("review.minimumSeverity"))
        #expect(!found.contains { $0.label.hasPrefix("model.") })
        try check(
            "{\"model\": {\"routes\": {\"qa\": |}}}", offers: ["\"offline\""], insteadOf: "", isOfWorkspace: false)
        try check(
            "{\"model\": {\"routes\": {\"me|\"}}}", offers: ModelRole.allCases.map { "\"\($0.rawValue)\": " },
            insteadOf: "\"me\"", isOfWorkspace: false)
        #expect(Set(ModelRole.allCases).isSuperset(of: [.fix, .explain, .mentor]))
    }

    @Test func `values are offered where one belongs, and nothing behind a whole one`() throws {
        try check("{\"review.minimumSeverity\": \"wa|\"}", offers: severities, insteadOf: "\"wa\"")
        try check("{\"review.minimumSeverity\":\n  |\n}", offers: severities, insteadOf: "")
        try check("{\"review.enabled\": tr|", offers: ["true", "false"], insteadOf: "tr")
        try check("{\"review.disabledRules\": |", offers: ["[]"], insteadOf: "")
        try check("{\"review.enabled\": true |", offers: [], insteadOf: "")
        try check("{\"review.enabled\" |", offers: [], insteadOf: "")
        try check("|{}", offers: [], insteadOf: "")
    }

    @Test func `rules are offered in the list of those that are off`() {
        let text = Array("{\"review\": {\"disabledRules\": [\"errors/bare-except\", \"".utf8)
        let found = SettingsSuggestion.all(in: text, at: text.count, isOfWorkspace: true)
        #expect(found.suggestions.contains { $0.text == "\"secrets/hardcoded-secret\"" })
        #expect(found.typed == text.count - 1..<text.count)
    }

    @Test func `no beginning of a text and no place in it does harm`() {
        let text = Array("{\"a\\\"b\": [{\"c\": \"d\\\\\"}, 1e5, \u{22}é\n\"}], ]}:,\"review\": {\"enabled\": tr".utf8)
        for length in 0...text.count {
            let part = Array(text.prefix(length))
            for offset in 0...length {
                let typed = SettingsSuggestion.all(in: part, at: offset, isOfWorkspace: false).typed
                #expect(typed.lowerBound <= offset && offset <= typed.upperBound && typed.upperBound <= length)
            }
        }
    }
}
