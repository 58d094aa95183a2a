import Testing

@testable import Agents

/// What a person does not want is left out, however they say it.
@Suite struct RefusalFormTests {
    @Test(arguments: [
        "A shop for candles. No wish list, please.", "A shop for candles. There must be no wish list.",
        "A shop for candles. Drop the wish list.", "A shop for candles, but leave out the wish list",
        "A shop for candles. A wish list is not needed.", "A shop for candles. A wish list isn’t wanted!",
        "A shop for candles, everything except a wish list", "A shop for candles. The wish list can wait.",
    ])
    func `a feature that is not wanted is not there`(idea: String) async throws {
        let document = try await OfflineRun().requirements(for: idea)
        let names = document.coreFeatures.map { $0.name.lowercased() }
        #expect(!names.contains { $0.contains("wish list") }, "\(names)")
        #expect(names.contains { $0.contains("catalogue") }, "\(names)")
    }

    @Test(arguments: [
        "A bakery site open every day except Sunday", "A game that is free of charge",
        "A note app where accounts are not required to read", "No time was found for it. An app for notes",
        "Eine App ohne Werbung, bitte",
    ])
    func `what leaves nothing out stays as it is`(idea: String) {
        #expect(RefusalForms.plain(idea) == idea)
    }
}
