import JSON

extension Catalogue {
    /// Every entry for people: its name at the margin, what it is, and its members.
    package static var referencePage: String { entries.map(\.referenceSection).joined(separator: "\n") }
}

extension CatalogueEntry {
    fileprivate var referenceSection: String {
        var lines = [name, "  \(summary)"]
        switch shape {
        case .model(let model):
            let width = model.fields.map(\.name.count).max() ?? 0
            for field in model.fields {
                let padding = String(repeating: " ", count: width - field.name.count)
                lines.append("    \(field.name)\(padding)  \(field.referenceText)")
            }
        default: lines.append("    \(shape.referenceText)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension FieldShape {
    fileprivate var referenceText: String {
        if isRequired { return shape.referenceText }
        return "\(shape.referenceText); when absent \(defaultValue?.serialized ?? "empty")"
    }
}

extension Shape {
    /// The shape in a few words.
    fileprivate var referenceText: String {
        switch self {
        case .any: "anything"
        case .bool: "true or false"
        case .string(let rule): rule.referenceText
        case .number(let greaterThan, let atMost, let atLeast):
            "number" + bounds(greaterThan: greaterThan, atLeast: atLeast, atMost: atMost)
        case .integer(let range): "whole number \(range.lowerBound)-\(range.upperBound)"
        case .list(let element, let least):
            "list of \(element.referenceText)" + (least > 0 ? ", at least \(least)" : "")
        case .map(let most): "object" + (most.map { " of at most \($0) members" } ?? "")
        case .optional(let wrapped): "\(wrapped.referenceText), or null"
        case .choice(_, let texts): texts.map { "\"\($0)\"" }.joined(separator: " | ")
        case .model(let model): model.name
        }
    }

    private func bounds(greaterThan: Int?, atLeast: Int?, atMost: Int?) -> String {
        let parts = [greaterThan.map { "> \($0)" }, atLeast.map { "≥ \($0)" }, atMost.map { "≤ \($0)" }]
        let given = parts.compactMap(\.self)
        return given.isEmpty ? "" : " \(given.joined(separator: " and "))"
    }
}

extension StringRule {
    fileprivate var referenceText: String {
        let kind = isSecret ? "secret text" : "text"
        let matching = pattern.map { " like \($0.source)" } ?? ""
        switch (length.lowerBound, length.upperBound) {
        case (0, .max): return kind + matching
        case (let least, .max): return "\(kind) of at least \(least) characters\(matching)"
        case (let least, let most) where least == most: return "\(kind) of \(least) characters\(matching)"
        case (let least, let most): return "\(kind) of \(least)-\(most) characters\(matching)"
        }
    }
}
