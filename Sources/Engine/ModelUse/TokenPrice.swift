import JSON

/// What a model's tokens cost, in US dollars a million.
package struct TokenPrice: Hashable, Sendable {
    package var input: Double
    package var output: Double

    package init(input: Double, output: Double) {
        self.input = input
        self.output = output
    }

    package var json: JSONValue { ["input": .double(input), "output": .double(output)] }

    /// The highest price that is taken for one, in dollars a million tokens.
    private static let highest = 1e6

    /// Nil for what is no price: both members must be there, neither below 0 nor beyond a million dollars.
    package init?(json: JSONValue) {
        guard let input = json["input"]?.double, let output = json["output"]?.double, input >= 0, output >= 0,
            input <= Self.highest, output <= Self.highest
        else { return nil }
        self.init(input: input, output: output)
    }

    /// What so many tokens cost, in millionths of a dollar.
    package func microdollars(input tokensIn: Int, output tokensOut: Int) -> Int {
        let cost = (Double(tokensIn) * input + Double(tokensOut) * output).rounded(.up)
        return Int(exactly: cost) ?? .max
    }

    /// What is wrong with a table of prices, as the rest of a sentence; nil where it fits.
    static func problem(withTable value: JSONValue) -> String? {
        for (model, price) in value.object ?? JSONObject() where TokenPrice(json: price) == nil {
            return "must give 'input' and 'output' in dollars a million tokens, from 0 to 1000000, for "
                + "'\(model.prefix(100))'."
        }
        return nil
    }

    /// `$0.0123`: four places, the last of them rounded.
    package static func dollars(_ micro: Int) -> String {
        let parts = max(0, micro + 50) / 100
        let rest = String(parts % 10_000)
        return "$\(parts / 10_000).\(String(repeating: "0", count: 4 - rest.count))\(rest)"
    }
}
