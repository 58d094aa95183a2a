import Glibc

/// A question to the person at the terminal.
enum TerminalPrompt {
    /// Whether somebody could answer.
    static var isPossible: Bool { isatty(0) == 1 && StandardStream.error.isTerminal }

    /// - Returns: The line that was typed; nil at the end of input.
    static func ask(_ question: String) -> String? {
        StandardStream.error.write(question)
        return readLine()
    }
}
