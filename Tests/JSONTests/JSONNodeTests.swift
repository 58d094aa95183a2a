import JSON
import Testing

struct JSONNodeTests {
    private func root(_ text: String) throws -> JSONNode { try JSONDocument(parsing: Array(text.utf8)).root }

    @Test func `members are found by key, and the last of two with one key counts`() throws {
        let node = try root(#"{"a":1,"b":{"c":[10,20]},"a":2,"\u0061b":3}"#)
        #expect(node["a"]?.int == 2)
        #expect(node["ab"]?.int == 3)
        #expect(node["b"]?["c"]?.elements.map(\.int) == [10, 20])
        #expect(node["b" as String]?["c"]?.count == 2)
        #expect(node["missing"] == nil)
        #expect(node.members.map(\.key.string) == ["a", "b", "a", "ab"])
        #expect(node.value.serialized == #"{"a":2,"b":{"c":[10,20]},"ab":3}"#)
    }

    @Test func `a node knows its source text`() throws {
        let node = try root(#" {"a": "x\ny", "b": [1, 2]} "#)
        #expect(node["a"].map { String(decoding: $0.rawBytes, as: UTF8.self) } == #""x\ny""#)
        #expect(node["b"].map { String(decoding: $0.rawBytes, as: UTF8.self) } == "[1, 2]")
    }

    @Test func `text is appended as UTF-8, and only text`() throws {
        let node = try root(#"["plain é", "a\tb\u00e9\\c", 1]"#)
        var bytes: [UInt8] = []
        let appended = node.elements.map { $0.appendUTF8(to: &bytes) }
        #expect(appended == [true, true, false])
        #expect(String(decoding: bytes, as: UTF8.self) == "plain éa\tbé\\c")
    }

    @Test func `keys are equal by their bytes`() throws {
        var object = try #require(try JSONValue(parsing: #"{"\u00e9":1,"e\u0301":2}"#).object)
        #expect(object.count == 2)
        object["\u{e9}"] = nil
        #expect(object.keys.map { Array($0.unicodeScalars) } == [["e", "\u{301}"]])
    }

    @Test func `a large object keeps its order and finds every key`() {
        var object = JSONObject()
        for number in 0..<1000 { object["key\(number % 500)"] = .integer(number) }
        #expect(object.count == 500)
        #expect(object["key499"] == 999)
        object["key0"] = nil
        #expect(object.keys.first == "key1")
        #expect(object["key250"] == 750)
    }

    @Test func `objects are equal whatever the order of their members`() {
        let one: JSONValue = ["a": 1, "b": [true, nil]]
        let other: JSONValue = ["b": [true, nil], "a": 1]
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != ["a": 1])
    }
}
