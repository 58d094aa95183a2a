import Patterns

/// Somebody who writes how they feel: a sentence for that, before the code.
///
/// `Distress` answers who may be in danger; this is about tired and angry people.
enum Feeling {
    static func sentence(for question: String) -> String? {
        let words = Words.split(question, limit: 200)
        let line = " " + words.joined(separator: " ") + " "
        return kinds.first { kind in kind.signs.contains { line.contains(" \($0) ") } }?.sentence
    }

    private static let kinds: [(signs: [String], sentence: String)] = [
        (
            [
                "tired of", "im tired", "i am tired", "exhausted", "hates me", "i hate", "frustrated", "frustrating",
                "overwhelmed", "want to cry", "i am sad", "so sad", "annoyed", "muss weinen", "frustriert",
                "keine lust mehr",
                "ich hasse", "fatigue de", "j en ai marre", "estoy cansado", "estoy cansada", "odio", "sono stanco",
                "stufo",
                "estou cansado", "cansada de",
            ],
            "That sounds like a hard day, and it says nothing about what you can do. A small step is enough now. "
        ),
        (
            [
                "i am stupid", "im stupid", "too stupid", "so dumb", "i feel dumb", "i feel stupid", "not smart enough",
                "too dumb",
                "i suck", "never understand", "never get this", "will never learn", "zu dumm", "zu blod", "trop nul",
                "trop bete", "soy tonto", "soy tonta", "sono stupido", "sou burro",
            ],
            "Everybody who programs has stood before code and felt like that; it passes with the next thing that you see. "
        ),
        (
            [
                "i gave up", "i give up", "giving up", "ich gebe auf", "j abandonne", "me rindo", "mi arrendo",
                "desisto",
                "hopeless",
            ],
            "Giving up for a moment is allowed; before you do, look at one thing. "
        ),
        (
            [
                "due in", "due today", "due tomorrow", "deadline", "in 10 minutes", "boss waits", "exam tomorrow",
                "urgent",
                "abgabe", "es urgente", "c est urgent",
            ],
            "Time is short, I see; one look at the right place is the fastest way. "
        ),
    ]
}
