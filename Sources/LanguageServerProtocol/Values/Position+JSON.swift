import JSON
import Text

extension TextPosition: JSONDecodable, JSONEncodable {
    /// Reads a `Position`.
    ///
    /// Numbers past what a document can have are kept; they clamp where they are used.
    package init(_ node: JSONNode) throws(InvalidParameters) {
        let line: Count = try node.required("line")
        let character: Count = try node.required("character")
        self.init(line: line.value, character: character.value)
    }

    /// A whole number from 0 on; one past what any text has stands for the end.
    private struct Count: JSONDecodable {
        let value: Int

        init(_ node: JSONNode) throws(InvalidParameters) {
            guard let value = node.int ?? node.double.flatMap({ $0 > 0x1p53 ? Int.max : nil }) else {
                throw InvalidParameters("must be a whole number.")
            }
            guard value >= 0 else { throw InvalidParameters("must not be negative.") }
            self.value = min(value, Int(Int32.max))
        }
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { position in
            position.member("line", line)
            position.member("character", character)
        }
    }
}

extension Range<TextPosition>: JSONDecodable, JSONEncodable {
    /// Reads a `Range`.
    ///
    /// One whose end stands before its start is turned around.
    package init(_ node: JSONNode) throws(InvalidParameters) {
        let start: TextPosition = try node.required("start")
        let end: TextPosition = try node.required("end")
        self = start <= end ? start..<end : end..<start
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { range in
            range.member("start", lowerBound)
            range.member("end", upperBound)
        }
    }
}
