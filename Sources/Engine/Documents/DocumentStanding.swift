/// How a document stands to the rows where nothing is left of what it was written from: `.codeforge/.base` is in no
/// commit, so that a clone has none, and `git clean` takes it away.
package enum DocumentStanding: Hashable, Sendable {
    /// As if it were written from this rendering.
    case based([UInt8])
    /// It shows the same things, but decides them otherwise: whether it is behind the rows or before them cannot be told.
    case undecided
    /// It shows something else.
    case another
}

extension ProjectDocuments {
    /// How a document's text without a rendering stands to the rows.
    package func standing(of kind: DocumentKind, _ text: [UInt8]) -> DocumentStanding {
        guard let rendered = render()[kind] else { return .undecided }
        let rendering = Array(rendered.utf8)
        if text == rendering { return .based(rendering) }
        guard isShown(kind, by: text, rendering) else { return .another }
        guard DocumentKind.asking.contains(kind) else {
            // Nothing tells lines of a person from lines of an older rendering, where there may be both.
            let (own, missing) = (Self.lines(text, besides: rendering), Self.lines(rendering, besides: text))
            return missing.isEmpty ? .based(rendering) : own.isEmpty ? .based(text) : .another
        }
        let asks = !inputs(kind, String(decoding: text, as: UTF8.self), base: rendered).isEmpty
        return asks && isDecided(kind) ? .undecided : .based(rendering)
    }

    /// The rendering of what the rows would be if they said what a document's text decides; nil where that cannot be read.
    func rendering(_ kind: DocumentKind, deciding text: [UInt8]) -> [UInt8]? {
        let written = String(decoding: text, as: UTF8.self)
        guard MarkdownLines(written).conflict == nil else { return nil }
        let rendered: String?
        switch kind {
        case .roadmap: rendered = roadmap?.deciding(written).render()
        case .choices: rendered = choices?.deciding(written).render()
        case .requirements: rendered = requirements?.deciding(written)?.render()
        default: rendered = render()[kind]
        }
        return rendered.map { Array($0.utf8) }
    }

    /// Whether the rows hold a decision of a person that a document could take back.
    private func isDecided(_ kind: DocumentKind) -> Bool {
        switch kind {
        case .roadmap: roadmap?.done.isEmpty == false
        case .choices: choices?.choices.contains { $0.selected != nil } == true
        case .requirements: requirements?.isAsGenerated == false
        default: false
        }
    }

    /// Whether a text holds at least half of what a rendering says, whichever of its boxes are ticked.
    private func isShown(_ kind: DocumentKind, by text: [UInt8], _ rendering: [UInt8]) -> Bool {
        if isOfAnotherIdea(kind, than: text) { return false }
        let all = Self.counted(rendering).values.reduce(0, +)
        return 2 * Self.lines(rendering, besides: text).count <= all
    }

    /// The visible lines of a text that are not in another one.
    private static func lines(_ text: [UInt8], besides other: [UInt8]) -> [Substring] {
        var left = counted(other)
        return visible(text).filter { line in
            guard let count = left[line], count > 0 else { return true }
            left[line] = count - 1
            return false
        }
    }

    private static func counted(_ text: [UInt8]) -> [Substring: Int] {
        visible(text).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func visible(_ text: [UInt8]) -> [Substring] {
        let lines = MarkdownLines(String(decoding: text, as: UTF8.self))
        return lines.lines.indices.compactMap { index in
            let line = lines.checkbox(at: index).map { "- [ ] \($0.text)"[...] } ?? lines.trimmed(index)
            return line.isEmpty ? nil : line
        }
    }
}
