import Synchronization

/// A regular expression that is compiled when it is first needed, which for most of a rule set is never.
final class LazyRegex: Sendable {
    let expression: String
    private let compiled = Mutex<ByteRegex?>(nil)

    init(_ expression: String) {
        self.expression = expression
    }

    /// The expression, or one that matches nothing if it is wrong; a test compiles those of every rule.
    var regex: ByteRegex {
        compiled.withLock { compiled in
            if let compiled { return compiled }
            let made = (try? ByteRegex(expression)) ?? ByteRegex.matchingNothing
            compiled = made
            return made
        }
    }
}

extension ByteRegex {
    static let matchingNothing = ByteRegex(program: [.bytes(ByteSet()), .match])
}
