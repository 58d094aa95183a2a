import Engine
import Glibc
import Models

/// Asks on a terminal, again and again until it is clear what is meant.
enum QuestionPrompt {
    /// - Returns: `nil` where nobody can answer: no terminal, or end of input.
    static func ask(_ question: ClarificationQuestion) -> String? {
        guard TerminalPrompt.isPossible else { return nil }
        let options = question.options ?? []
        StandardStream.error.write(question.question.printable + "\n")
        for (index, option) in options.enumerated() {
            StandardStream.error.write("  \(index + 1). \(option.printable)\n")
        }
        while true {
            guard let line = TerminalPrompt.ask(options.isEmpty ? "> " : "Number or answer> ") else { return nil }
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            switch AnswerReading(line, to: question) {
            case .text(let text): return text
            case .unclear(let reason): StandardStream.error.write("This \(reason)\n")
            }
        }
    }
}
