import Patterns

/// A number at which something begins or ends to happen: "below 30 %", "more than 1000 euros", "until 16:00", "free
/// over £60".
///
/// Each gives a test on both sides of the number, in the statement's own unit.
enum StatedThreshold {
    static func criteria(in clause: String, _ tongue: Tongue) -> [String] {
        guard tongue != .japanese else { return [] }
        let words = clause.split(whereSeparator: { " ()".contains($0) }).map(String.init)
        let plain = words.map { Words.split($0).joined(separator: " ") }
        var criteria: [String] = []
        if let range = range(words, plain, tongue) { criteria.append(range) }
        for index in words.indices where criteria.count < 2 {
            guard let amount = Amount(words, at: index) else { continue }
            let before = plain[max(0, index - 4)..<index].joined(separator: " ")
            func follows(_ key: String) -> Bool {
                ResearchWords.list(key, tongue).contains { before == $0 || before.hasSuffix(" " + $0) }
            }
            if let time = amount.time {
                if follows("till") {
                    criteria.append(
                        ResearchTexts.say("until", tongue, ["x": amount.text, "y": time.earlier]))
                } else if follows("clock") {
                    criteria.append(ResearchTexts.say("at", tongue, ["x": amount.text]))
                }
                continue
            }
            guard !amount.isDuration else { continue }
            if follows("under") {
                criteria.append(
                    ResearchTexts.say("below", tongue, ["x": amount.text, "y": amount.moved(by: -1)]))
            } else if follows("over") {
                criteria.append(ResearchTexts.say("above", tongue, ["x": amount.text, "y": amount.moved(by: 1)]))
            } else if amount.isMoney, criteria.isEmpty {
                criteria.append(ResearchTexts.say("price", tongue, ["x": amount.text]))
            }
        }
        return criteria
    }

    /// "Between 3 and 12": both ends hold, and one beyond each does not.
    private static func range(_ words: [String], _ plain: [String], _ tongue: Tongue) -> String? {
        for index in plain.indices.dropLast(3) where betweens.contains(plain[index]) {
            guard let low = Int(plain[index + 1]), ands.contains(plain[index + 2]), let high = Int(plain[index + 3]),
                low > 0, low < high, index + 4 >= plain.count || !clockUnits.contains(plain[index + 4]),
                !words[index + 1].contains(":")
            else { continue }
            return ResearchTexts.say(
                "range", tongue, ["a": "\(low)", "b": "\(high)", "y": "\(low - 1)", "z": "\(high + 1)"])
        }
        return nil
    }

    private static let betweens = WordList.set("between zwischen entre tra fra tussen miedzy")
    private static let ands = WordList.set("and und et y e en a i")
    private static let clockUnits = WordList.set("h uhr uur")

    /// A number with what it is a number of.
    private struct Amount {
        struct Time {
            let hour: Int
            let minute: Int

            /// A minute before: "15:59" of "16:00".
            var earlier: String {
                let minutes = (hour * 60 + minute + 24 * 60 - 1) % (24 * 60)
                let rest = minutes % 60
                return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
            }
        }

        let text: String
        let isMoney: Bool
        let isDuration: Bool
        private(set) var time: Time?
        private let number: Int
        private let prefix: String
        private let suffix: String

        init?(_ words: [String], at index: Int) {
            let word = words[index].trimmingCharacters(",.;!?\"”“")
            let next = index + 1 < words.count ? words[index + 1].trimmingCharacters(",.;:!?\"”“") : ""
            let digits = word.drop { "$£€".contains($0) }
            let sign = String(word.prefix(word.count - digits.count))
            prefix = sign
            let figure = digits.prefix { $0.isASCII && $0.isNumber }
            var rest = String(digits.dropFirst(figure.count))
            guard !figure.isEmpty, figure.count < 7, let value = Int(figure) else { return nil }
            number = value
            if rest.hasPrefix(":"), let minute = Int(rest.dropFirst()), value < 25, minute < 60 {
                text = word
                time = Time(hour: value, minute: minute)
                (isMoney, isDuration, suffix) = (false, false, "")
                return
            }
            if value < 25, rest.isEmpty,
                ["h", "uhr", "uur", "oclock"].contains(Words.split(next).joined()) || rest == "h"
            {
                text = word + (rest.isEmpty ? " " + next : "")
                time = Time(hour: value, minute: 0)
                (isMoney, isDuration, suffix) = (false, false, "")
                return
            }
            let unit = Words.split(next).joined()
            isDuration = StatedBound.times.contains(unit)
            isMoney =
                (sign + rest).contains { "$£€".contains($0) }
                || ["euro", "euros", "dollar", "dollars", "pounds", "zl", "zloty", "francs", "chf"].contains(unit)
                || ["€", "$", "£"].contains(next)
            if rest.isEmpty, next == "%" || isMoney && sign.isEmpty || unit.first?.isLetter ?? false {
                rest = " " + next
            }
            suffix = rest
            text = sign + figure + rest
        }

        func moved(by step: Int) -> String { "\(prefix)\(number + step)\(suffix)" }
    }
}
