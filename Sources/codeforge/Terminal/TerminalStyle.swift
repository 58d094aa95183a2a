import Glibc
import Review

/// Colours for a terminal, or none.
///
/// Spec: https://no-color.org
struct TerminalStyle {
    let isColoured: Bool

    /// The style for what goes to `stream`: colours only on a terminal that knows them, and never with `NO_COLOR` set.
    init(for stream: StandardStream) {
        let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        isColoured = stream.isCapableTerminal && !isRefused
    }

    init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }
    func good(_ text: String) -> String { wrap(text, "32") }

    func colour(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .critical: wrap(text, "1;31")
        case .warning: wrap(text, "33")
        case .info: wrap(text, "36")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// The text with control characters, by which a file could steer the terminal, replaced; tabs stay.
    var printable: String {
        guard unicodeScalars.contains(where: \.steersTerminals) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.steersTerminals ? "\u{FFFD}" : $0 }))
    }
}

extension Unicode.Scalar {
    /// Control characters but the tab, and those that turn the direction of writing.
    fileprivate var steersTerminals: Bool {
        (value < 0x20 && value != 0x09) || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value)
    }
}
