import Engine
import JSON

/// One thing that `codeforge doctor` looked at.
struct HealthCheck {
    enum State: String {
        /// In order.
        case good
        /// Not there, and nobody needs it.
        case absent
        /// Something does not work until it is put right.
        case problem
    }

    let name: String
    let state: State
    /// What is found, or what is wrong.
    let detail: String
    /// What to do; nil when there is nothing to do.
    var advice: String?

    func text(_ style: TerminalStyle) -> String {
        let mark =
            switch state {
            case .good: style.good("ok")
            case .absent: style.dim("--")
            case .problem: style.colour("!!", .critical)
            }
        let advice = advice.map { "                   \($0.printable)\n" } ?? ""
        return "  \(mark)  \(name.padded(to: 12)) \(detail.printable)\n\(advice)"
    }

    var json: JSONValue {
        var object: JSONObject = [
            "name": .string(name), "state": .string(state.rawValue), "detail": .string(detail),
        ]
        if let advice { object["advice"] = .string(advice) }
        return .object(object)
    }
}

/// Checks that belong together.
struct HealthSection {
    let title: String
    let checks: [HealthCheck]
}
