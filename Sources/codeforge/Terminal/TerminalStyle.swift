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
