import Foundation
import JSON
import Models
import Testing
import TestSupport

/// Ours against Pydantic, over documents that a script makes from a seed.
///
/// `CODEFORGE_DIFFERENTIAL_DOCUMENTS` and `CODEFORGE_DIFFERENTIAL_SEED` ask for more documents, and for others.
struct DifferentialTests {
    private let environment = ProcessInfo.processInfo.environment
    private var documentCount: String { environment["CODEFORGE_DIFFERENTIAL_DOCUMENTS"] ?? "24000" }
    private var seed: String { environment["CODEFORGE_DIFFERENTIAL_SEED"] ?? "1" }

    @Test func `verdict, value and errors are Pydantic's, and the schema is too`() throws {
        let folder = try TemporaryFolder()
        for entry in Catalogue.entries {
            try folder.write(entry.jsonSchema.serialized, to: "\(entry.name).schema.json")
        }
        try PythonScript(name: "expectations").run(folder.path, documentCount, seed)

        var compared = 0
        for entry in Catalogue.entries {
            let lines = try Data(contentsOf: URL(filePath: "\(folder.path)/\(entry.name).jsonl"))
            for line in lines.split(separator: UInt8(ascii: "\n")) {
                try compare(entry, with: JSONValue(parsing: Array(line)))
                compared += 1
            }
        }
        #expect(compared >= 20_000)

        let report = try PythonScript(name: "schemas").run(folder.path)
        let differences = try #require(try JSONValue(parsing: report).array)
        #expect(differences.isEmpty, "\(differences.prefix(10).map(\.serialized).joined(separator: "\n"))")
    }

    /// Compares our verdict on a document with the expected one.
    private func compare(_ entry: CatalogueEntry, with expected: JSONValue) throws {
        let encoded = try #require(expected["document"]?.string)
        let document = Array(try #require(Data(base64Encoded: encoded)))
        var writer = JSONWriter()
        let isValid = entry.validate(document, into: &writer)
        let verdict = try JSONValue(parsing: writer.bytes)
        let context = Comment(rawValue: "\(entry.name): \(String(decoding: document.prefix(2000), as: UTF8.self))")

        #expect(verdict["valid"] == .bool(isValid), context)
        #expect(verdict["valid"] == expected["valid"], context)
        if let value = expected["value"]?.string {
            #expect(try verdict["value"] == JSONValue(parsing: value), context)
        }
        #expect(verdict["errors"] == expected["errors"], context)
    }
}
