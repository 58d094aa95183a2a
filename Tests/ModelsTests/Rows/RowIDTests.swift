import Foundation
import Models
import Testing

@Suite struct RowIDTests {
    @Test func `text is lower-case and comes back as it was`() throws {
        for _ in 0..<1000 {
            let id = RowID.random()
            #expect(RowID(id.text) == id && RowID(id.text.uppercased()) == id)
            let uuid = try #require(UUID(uuidString: id.text))
            #expect(uuid.uuidString.lowercased() == id.text)
            #expect(Array(id.text)[14] == "4" && "89ab".contains(Array(id.text)[19]))
        }
    }

    @Test(arguments: [
        "", "0", "00000000-0000-0000-0000-00000000000", "00000000-0000-0000-0000-0000000000000",
        "00000000000000000000000000000000", "0000000-00000-0000-0000-000000000000",
        "g0000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-00000000000}",
        "00000000-0000-0000-0000-00000000000é", "' or 1=1 --",
    ])
    func `anything else is refused`(text: String) {
        #expect(RowID(text) == nil)
    }

    @Test func `identities sort as their texts do`() {
        let ids = (0..<100).map { _ in RowID.random() }
        #expect(ids.sorted().map(\.text) == ids.map(\.text).sorted())
    }
}
