import JSON
import TestSupport
import Testing

/// The catalogue that `codeforge commands --json` prints, beside what the server offers.
@Suite struct CatalogueTests {
    private let catalogue: JSONValue
    private let capabilities: JSONValue

    init() throws {
        catalogue = try JSONValue(parsing: CommandRun.codeforge(["commands", "--json"], in: TemporaryFolder()).output)
        let server = try ServerProcess()
        capabilities = try server.initialize()
        _ = try server.shutDown()
    }

    private func names(_ part: String) -> [String] {
        (catalogue[part]?.array ?? []).compactMap { $0["name"]?.string }
    }

    @Test func `it has the commands that the server offers, each once`() {
        let offered = capabilities["executeCommandProvider"]?["commands"]?.array?.compactMap(\.string) ?? []
        #expect(names("commands").sorted() == offered.sorted())
    }

    @Test func `its methods are announced, and so are their notifications`() {
        let announced = capabilities["experimental"]?.object ?? JSONObject()
        for method in catalogue["methods"]?.array ?? [] {
            for name in [method["name"]] + (method["notifications"]?.array ?? []).map(Optional.some) {
                #expect(announced[name?.string ?? ""] != nil, "\(method)")
            }
        }
        #expect(names("methods").contains("codeforge/job/list"))
    }

    @Test func `every command has a title, a sentence, and a use for each argument`() {
        for command in catalogue["commands"]?.array ?? [] {
            let name = command["name"]?.string ?? "?"
            #expect(command["title"]?.string?.first?.isUppercase == true, "\(name)")
            #expect(command["sentence"]?.string?.hasSuffix(".") == true, "\(name)")
            for argument in command["arguments"]?.array ?? [] {
                #expect(argument["sentence"]?.string?.isEmpty == false, "\(name)")
            }
        }
    }

}
