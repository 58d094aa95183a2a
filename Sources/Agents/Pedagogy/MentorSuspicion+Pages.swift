import Review

/// HTML and CSS.
extension MentorSuspicion {
    static let inPages: [@Sendable (CodeLines, String) -> MentorSuspicion?] = [
        labelOfNothing, levelOfNothing, middleOfAll, rulesAgainstEachOther,
    ]

    private static func labelOfNothing(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        let text = lines.written
        guard lines.language == .html || text.contains(where: { $0.contains("htmlFor=") }) else { return nil }
        let ids = Set(text.flatMap { $0.matches(of: kept(#/\bid=["']([^"']+)["']/#)).map { String($0.1) } })
        for (index, line) in text.enumerated() {
            guard let found = line.firstMatch(of: kept(#/<label\b[^>]*\b(?:for|htmlFor)=["']([^"']+)["']/#)),
                !ids.contains(String(found.1))
            else { continue }
            return MentorSuspicion(
                line: index, about: "accessibility",
                "Which element of this page does `\(found.1)` name, and how would the browser find it?",
                "Look at every name that an element of this page has, and hold each against `\(found.1)`, letter by letter."
            )
        }
        return nil
    }

    private static func levelOfNothing(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard let rule = rule(with: "z-index", without: ["position"], in: lines) else { return nil }
        return MentorSuspicion(
            line: rule.line, about: "layout",
            "For which boxes does the browser ask for `z-index` at all, and is `\(rule.selector)` one of them?",
            "Look up in the documentation to what `z-index` applies; then look in the browser's inspector what it says of "
                + "`\(rule.selector)`.")
    }

    private static func middleOfAll(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard
            let rule = rule(
                with: "margin", without: ["width", "max-width", "display", "float", "position"], in: lines),
            lines.code[rule.line].contains("auto")
        else { return nil }
        return MentorSuspicion(
            line: rule.line, about: "layout",
            "How wide is `\(rule.selector)` when nothing says so, and how much room is left beside it?",
            "Give `\(rule.selector)` an outline and look how far it goes to either side.")
    }

    /// Two rules of a page that give one property to the same element.
    private static func rulesAgainstEachOther(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .html else { return nil }
        let elements = lines.written.flatMap { line in
            line.matches(of: kept(#/<([a-z]\w*)\b([^>]*)>/#)).map { found -> Set<String> in
                let classes = found.2.firstMatch(of: kept(#/\bclass=["']([^"']*)["']/#))?.1.split(separator: " ") ?? []
                let id = found.2.firstMatch(of: kept(#/\bid=["']([^"']*)["']/#)).map { ["#" + $0.1] } ?? []
                return Set([String(found.1)] + classes.map { "." + $0 } + id)
            }
        }
        var rules: [(line: Int, selector: String, property: String)] = []
        for (index, line) in lines.written.enumerated() {
            guard let rule = line.firstMatch(of: kept(#/^\s*([^{}<]+?)\s*\{\s*([a-z-]+)\s*:[^}]*\}/#)) else { continue }
            let (selector, property) = (String(rule.1), String(rule.2))
            let last = selector.split(separator: " ").last.map(String.init) ?? selector
            for other in rules where other.property == property && other.selector != selector {
                let otherLast = other.selector.split(separator: " ").last.map(String.init) ?? other.selector
                guard elements.contains(where: { $0.contains(last) && $0.contains(otherLast) }) else { continue }
                return MentorSuspicion(
                    line: index, about: "layout",
                    "Both `\(other.selector)` and `\(selector)` give the same element a `\(property)`: by what does the browser decide between "
                        + "the two? What does each of the two name: an element, a class, an id?",
                    "Look at the element in the browser's inspector: one of the two rules is struck out there. Write down what each "
                        + "selector consists of, and find what the losing one has less of.")
            }
            rules.append((index, selector, property))
        }
        return nil
    }

    /// The first rule that has one property and none of others, at the line of that property.
    private static func rule(
        with property: String, without others: [String], in lines: CodeLines
    ) -> (selector: String, line: Int)? {
        guard lines.language == .css || lines.language == .scss else { return nil }
        var selector = ""
        var (own, found): (Set<String>, Int?) = ([], nil)
        for (index, line) in lines.code.enumerated() {
            if let open = line.firstIndex(of: "{") {
                selector =
                    String(lines.written[index].prefix(line.distance(from: line.startIndex, to: open))).trimmingSpaces
                (own, found) = ([], nil)
            }
            for declared in line.matches(of: kept(#/([a-z-]+)\s*:/#)) {
                own.insert(String(declared.1))
                if declared.1 == property, found == nil { found = index }
            }
            if line.contains("}"), let place = found {
                if own.isDisjoint(with: others) { return (selector, place) }
                found = nil
            }
        }
        return nil
    }
}

/// React.
extension MentorSuspicion {
    static let inComponents: [@Sendable (CodeLines, String) -> MentorSuspicion?] = [
        circle, sameList, calledAtOnce, fieldThatStays,
    ]

    /// An effect whose list holds what it sets.
    private static func circle(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() where line.contains("useEffect(") {
            var depth = 0
            var setters: [String: String] = [:]
            for next in index..<min(index + 60, lines.code.count) {
                for found in lines.code[next].matches(of: kept(#/\bset([A-Z]\w*)\(/#)) {
                    let name = String(found.1)
                    setters[name.prefix(1).lowercased() + name.dropFirst()] = "set" + name
                }
                for character in lines.code[next] { depth += character == "(" ? 1 : character == ")" ? -1 : 0 }
                guard depth <= 0 else { continue }
                guard let list = lines.code[next].firstMatch(of: kept(#/,\s*\[([^\]]*)\]\s*\)/#)) else {
                    guard let setter = setters.values.min() else { break }
                    return MentorSuspicion(
                        line: index, about: "effect",
                        "After which drawings does this effect run, and what does `\(setter)` lead to each time?",
                        "Print a line in the effect and count. What has to have changed for it to be worth running again?"
                    )
                }
                let watched = list.1.split(separator: ",").map { String($0).trimmingSpaces }
                guard let name = watched.first(where: { setters[$0] != nil }), let setter = setters[name] else { break }
                return MentorSuspicion(
                    line: next, about: "effect",
                    "`\(name)` stands in this list, and `\(setter)` changes `\(name)`: what happens after each run?",
                    "Print `\(name)` in the effect and count the lines. Then write down for each value in the list who changes it."
                )
            }
        }
        return nil
    }

    /// `items.push(x); setItems(items)`.
    private static func sameList(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/\b(\w+)\.(push|splice|sort|reverse|unshift|pop|shift)\(/#))
            else {
                continue
            }
            let name = String(found.1)
            let setter = "set" + name.prefix(1).uppercased() + name.dropFirst() + "(" + name
            guard lines.code[index..<min(index + 6, lines.code.count)].contains(where: { $0.contains(setter) }) else {
                continue
            }
            return MentorSuspicion(
                line: index, about: "state",
                "Is `\(name)` another list after `\(found.2)` than before it, for somebody who only asks whether it is the same?",
                "Keep `\(name)` in a second variable before this line, and compare the two with `===` after it.")
        }
        return nil
    }

    private static func calledAtOnce(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/\b(on[A-Z]\w+)=\{\s*([\w.]+)\([^)]*\)\s*\}/#)) else {
                continue
            }
            return MentorSuspicion(
                line: index, about: "event",
                "When does `\(found.2)` run here: when somebody acts, or while this line is drawn? And what does `\(found.1)` get?",
                "Print a line in `\(found.2)` and open the page without touching anything.")
        }
        return nil
    }

    private static func fieldThatStays(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/<(?:input|textarea|select)\b[^>]*\bvalue=\{(\w+)\}/#)),
                !lines.code[index..<min(index + 4, lines.code.count)].contains(where: {
                    $0.contains("onChange") || $0.contains("readOnly") || $0.contains("onInput")
                })
            else { continue }
            return MentorSuspicion(
                line: index, about: "state",
                "Somebody types a letter: which line changes `\(found.1)`, so that the field shows it?",
                "Follow one letter from the key to the screen, and name each line that it comes through.")
        }
        return nil
    }
}
