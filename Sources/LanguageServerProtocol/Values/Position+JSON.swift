import JSON
import Text

extension TextPosition: JSONDecodable, JSONEncodable {
    /// Reads a `Position`.
    ///
    /// Numbers past what a document can have are kept; they clamp where they are used.
    package init(_ node: JSONNode) throws(InvalidParameters) {
        let line: Int = try node.required("line")
        let character: Int = try node.required("character")
        guard line >= 0, character >= 0 else { throw InvalidParameters("must not be negative.") }
        self.init(line: line, character: character)
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
