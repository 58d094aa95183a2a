/// One line on standard error that says how far a long command is; nothing where that is no terminal, or one that cannot clear it.
struct ProgressLine {
    private static let interval = Duration.milliseconds(100)
    /// Goes to the line's beginning and clears it.
    private static let clearing = Array("\r\u{1B}[K".utf8)

    private let isShown: Bool
    private var shownAt: ContinuousClock.Instant?

    init() {
        isShown = StandardStream.error.isCapableTerminal
    }

    /// Shows the text in place of the last one, at most ten times a second.
    mutating func show(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let shownAt, now - shownAt < Self.interval { return }
        shownAt = now
        StandardStream.error.write(Self.clearing + text().printable.utf8)
    }

    /// Clears the line for what comes next.
    mutating func clear() {
        if shownAt != nil { StandardStream.error.write(Self.clearing) }
        shownAt = nil
    }
}
