import Glibc

/// A question to the person at the terminal.
enum TerminalPrompt {
    /// Whether somebody could answer.
    static var isPossible: Bool { isatty(0) == 1 && StandardStream.error.isTerminal }

    /// What was typed before the question was there answers nothing.
    ///
    /// - Returns: The line that was typed; nil at the end of input.
    static func ask(_ question: String) -> String? {
        tcflush(0, TCIFLUSH)
        StandardStream.error.write(question)
        return readLine()
    }
}
