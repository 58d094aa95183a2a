import TestSupport

/// Texts that nobody would think of: empty, odd, huge, in any script; the same for the same seed.
struct RandomText {
    var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func idea() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: oneOf(["", " ", "\n\t", "?", "an app", "a", "….", "\u{200B}", "\u{0}\u{1}", "app for", "for for for"])
        case 1: scalars(count: Int.random(in: 1...80, using: &random))
        case 2: scalars(count: 3000)
        case 3: String(repeating: words(3) + " ", count: 400)
        case 4: words(4) + "\n\n- " + words(3) + "\"" + "`${x}`" + " </script> */ {{ x }} \\" + words(2)
        case 5: Ideas.all[Int.random(in: 0..<Ideas.all.count, using: &random)].idea + ", " + scalars(count: 12)
        case 6: "An app for " + scalars(count: 9) + " to manage " + scalars(count: 14)
        default: words(Int.random(in: 1...30, using: &random))
        }
    }

    mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in oneOf(Self.vocabulary) }.joined(separator: " ")
    }

    mutating func oneOf(_ options: [String]) -> String { options[Int.random(in: 0..<options.count, using: &random)] }

    /// Any Unicode scalars, weighted towards those that break programs.
    mutating func scalars(count: Int) -> String {
        var view = String.UnicodeScalarView()
        var length = 0
        while length < count {
            let value: UInt32 =
                switch Int.random(in: 0..<6, using: &random) {
                case 0: UInt32.random(in: 0x20..<0x7F, using: &random)
                case 1: UInt32.random(in: 0..<0x20, using: &random)
                case 2: UInt32.random(in: 0x300...0x36F, using: &random)
                case 3: UInt32.random(in: 0x1F300...0x1FAFF, using: &random)
                case 4:
                    [0x202E, 0x200D, 0xFEFF, 0x2028, 0xFFFD, 0xE0041, 0x0130, 0xDF][
                        Int.random(in: 0..<8, using: &random)]
                default: UInt32.random(in: 0..<0x11_0000, using: &random)
                }
            guard let scalar = Unicode.Scalar(value) else { continue }
            view.append(scalar)
            length += 1
        }
        return String(view)
    }

    private static let vocabulary = [
        "an", "app", "for", "dog", "walkers", "to", "track", "and", "sell", "without", "payments", "only", "scheduling",
        "book",
        "tennis", "courts", "in", "Berlin", "called", "Zed", "no", "login", "GDPR", "iOS", "FastAPI", "candles",
        "nurses",
        "manage", "inventory", "with", "charts", "über", "Straße", "日本語", "приложение", "للأطفال", "🐕", "class", "TODO",
        "select", "order", "let", "users", "chat", "later", "just", "MVP", "1000", "new-york", "o'clock", "&", "<b>",
        "the",
    ]
}
