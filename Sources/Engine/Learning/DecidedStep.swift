import JSON
import Models
import Storage

/// A decision that is a step of a roadmap ("DECIDE: where the records live"), and what follows from the pick.
///
/// The step that follows stands behind the decision, in the module's own list; which one it is, is kept in the module
/// under `decided`, by the decision's text, so that another pick replaces it.
struct DecidedStep: Sendable {
    /// How a roadmap's step begins that is a decision.
    static let mark = "DECIDE:"

    private let key: String
    private let option: ImplementationOption

    /// Nil for a choice of which nothing is picked.
    init?(_ choice: ChoicesDocument.Choice) {
        guard let pick = choice.pick else { return nil }
        (key, option) = (Self.key(choice.decision), pick)
    }

    /// What a step leaves to be decided; nil for any other.
    static func decision(of step: String) -> String? {
        guard step.hasPrefix(mark) else { return nil }
        let text = String(step.dropFirst(mark.count).drop(while: \.isWhitespace))
        return text.isEmpty ? nil : text
    }

    /// Two spellings of one decision have the same key.
    static func key(_ decision: String) -> String {
        let own = Self.decision(of: decision) ?? decision
        return own.split { $0.isWhitespace }.joined(separator: " ").lowercased()
    }

    /// What to do next, with what was picked: see that what speaks for it holds, and what it costs.
    private var step: String {
        let (pro, con) = (option.pros.first ?? "", option.cons.first ?? "")
        let proof = pro.isEmpty ? "that it does what you chose it for" : "where this shows: \(pro.asClause)"
        let cost = con.isEmpty ? "" : ", and how you would notice this: \(con.asClause)"
        return "Build the smallest piece with “\(option.title)”; say \(proof)\(cost)"
    }

    /// What is said below the decision.
    var note: String {
        let (pro, con) = (option.pros.first ?? "", option.cons.first ?? "")
        return "You decided: \(option.title)." + (pro.isEmpty ? "" : " For: \(pro).")
            + (con.isEmpty ? "" : " Against: \(con).")
    }

    func stands(in roadmap: RoadmapRow) -> Bool {
        (roadmap.modules.value?.array ?? []).contains { module in
            (module["steps"]?.array ?? []).contains { $0.string.map(isOwn) ?? false }
        }
    }

    private func isOwn(_ step: String) -> Bool {
        DecidedStep.decision(of: step).map { DecidedStep.key($0) == key } ?? false
    }

    /// Puts the step in; what was done of others stays done.
    func follow(in row: inout RoadmapRow) {
        // A row may have moved by its index alone.
        RoadmapProgress(row).write(to: &row)
        var modules = row.modules.value?.array ?? []
        for index in modules.indices {
            guard var module = modules[index].object, var steps = module["steps"]?.array,
                let place = steps.firstIndex(where: { $0.string.map(isOwn) ?? false })
            else { continue }
            var decided = module["decided"]?.object ?? JSONObject()
            let earlier = decided[key]?.string.flatMap { old in steps.firstIndex { $0.string == old } }
            guard earlier.map({ steps[$0].string != step }) ?? true else { return }
            var done = (module["done_steps"]?.array ?? []).compactMap(\.int)
            if let earlier {
                steps[earlier] = .string(step)
                done.removeAll { $0 == earlier }
            } else {
                steps.insert(.string(step), at: place + 1)
                done = done.map { $0 > place ? $0 + 1 : $0 }
            }
            decided[key] = .string(step)
            module["steps"] = .array(steps)
            module["decided"] = .object(decided)
            module["done_steps"] = .array(done.map { .integer($0) })
            modules[index] = .object(module)
            row.modules = JSONText(.array(modules))
            RoadmapProgress(stored: modules).write(to: &row)
            return
        }
    }
}

extension String {
    /// "No server to run" → "no server to run"; "SQL everywhere" stays.
    fileprivate var asClause: String {
        let second = dropFirst().first
        return second.map { $0.isUppercase } ?? true ? self : prefix(1).lowercased() + dropFirst()
    }
}
