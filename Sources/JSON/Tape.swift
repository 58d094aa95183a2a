/// The parsed shape of a text: its values in source order, each pointing back into the text's bytes.
///
/// A member of an object takes two values: its key (a string) and then its value.
final class Tape: Sendable {
    let bytes: [UInt8]
    let entries: [TapeEntry]
    let dialect: JSONDialect

    init(bytes: [UInt8], entries: [TapeEntry], dialect: JSONDialect) {
        self.dialect = dialect
        self.bytes = bytes
        self.entries = entries
    }
}

/// One value on the tape.
struct TapeEntry: Sendable {
    enum Kind: UInt8, Sendable {
        case null, `true`, `false`, integer, float, notANumber, string, escapedString, array, object
    }

    /// First byte of the value; of a string the byte after its opening quote.
    let start: UInt32
    /// The byte after the value; of a string its closing quote.
    var end: UInt32
    /// Index of the entry after this value and all that it holds.
    ///
    /// While a container is open: its parent's index.
    var next: UInt32
    let kind: Kind
}
