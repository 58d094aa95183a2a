import JSON
import Testing

struct JSONWriterTests {
    @Test func `commas and colons come by themselves`() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("jsonrpc")
        writer.string("2.0")
        writer.key("id")
        writer.int(-42)
        writer.key("result")
        writer.beginArray()
        writer.null()
        writer.bool(true)
        writer.double(0.5)
        writer.raw("{}")
        writer.endArray()
        writer.endObject()
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == #"{"jsonrpc":"2.0","id":-42,"result":[null,true,0.5,{}]}"#)
    }

    @Test func `a writer is reused`() {
        var writer = JSONWriter()
        writer.beginArray()
        writer.int(1)
        writer.reset()
        writer.string("again")
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"again\"")
    }

    @Test func `pretty text is indented, empty containers stay on their line`() {
        let value: JSONValue = ["b": [1, [:]], "a": []]
        #expect(
            value.serialized(sortedKeys: true, pretty: true) == """
                {
                  "a": [],
                  "b": [
                    1,
                    {}
                  ]
                }
                """)
    }

    @Test func `every character is written so that it is read back`() throws {
        for value in (0...0x10FFFF as ClosedRange<UInt32>) {
            guard value < 0x3000 || value % 97 == 0, let scalar = Unicode.Scalar(value) else { continue }
            let text = "12345" + String(Character(scalar)) + "6789abcdef" + String(Character(scalar))
            #expect(try JSONValue(parsing: JSONValue.string(text).serialized) == .string(text))
        }
    }

    @Test func `integers of every length are written`() {
        for number in [0, 7, -7, 10, 1_234_567_890, Int.max, Int.min] {
            #expect(JSONValue.integer(number).serialized == String(number))
        }
    }

    @Test func `what JSON has no number for is written as null`() {
        #expect(JSONValue.double(.nan).serialized == "null")
        #expect(JSONValue.double(-.infinity).serialized == "null")
    }
}
