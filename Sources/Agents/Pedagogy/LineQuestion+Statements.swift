import Patterns
import Review

/// What is asked about lines of SQL, shell, CSS, HTML, and of handlers and goroutines.
extension LineQuestion {
    var statement: String? {
        switch lines.language {
        case .sql: ofSQL
        case .shell: ofShellLine
        default: nil
        }
    }

    private var ofSQL: String? {
        let whole = lines.statements.first { $0.contains(line) }?.map { lines.code[$0] }.joined(separator: " ") ?? text
        let table = whole.firstMatch(of: kept(#/(?i)\b(?:from|update|into|table)\s+(?:if\s+not\s+exists\s+)?(\w+)/#))
            .map {
                Self.quoted($0.1)
            }
        if let found = text.firstMatch(of: kept(#/(?i)\bfrom\s+(\w+)\s*,\s*(\w+)/#)) {
            return
                "How many rows come out of this line when \(Self.quoted(found.1)) has three and "
                + "\(Self.quoted(found.2)) has two, and why?"
        }
        if let join = text.firstMatch(of: kept(#/(?i)\bjoin\s+(\w+)/#)), let table {
            let counted = whole.firstMatch(of: kept(#/(?i)\bcount\([^)]*\)/#)).map {
                " And what does \(Self.quoted($0.0)) count for it?"
            }
            return
                "Take a row of \(table) for which no row of \(Self.quoted(join.1)) fits: does it come out of this line, and with what "
                + "beside it? How many rows come out for one that has two?" + (counted ?? "")
        }
        if let group = text.firstMatch(of: kept(#/(?i)\bgroup\s+by\s+(.+?);?$/#)) {
            return
                "Write down four rows, of which two have the same \(Self.quoted(group.1)): which of them become one row here, and "
                + "what stands in each column of it? What becomes of a row in which \(Self.quoted(group.1)) is missing?"
        }
        if let null = text.firstMatch(of: kept(#/(?i)([\w.]+)\s+is\s+(?:not\s+)?null/#)) {
            return
                "Take three rows\(table.map { " of \($0)" } ?? ""): one with a value in \(Self.quoted(null.1)), one with nothing in it, and one with an "
                + "empty text. Which of them does \(Self.quoted(null.0)) let through, and which do you want?"
        }
        if let compared = text.firstMatch(of: kept(#/(?i)([\w.]+)\s*(<=|>=|<>|!=|=|<|>|\blike\b|\bin\b)\s*([^\s;]+)/#)),
            text.contains(kept(#/(?i)^(?:where|and|or|having|on)\b/#))
        {
            return
                "Which row does \(Self.quoted(compared.0)) only just let through, and which only just not? And what does it say of a row "
                + "that has nothing in \(Self.quoted(compared.1))?"
        }
        if let source = text.firstMatch(of: kept(#/(?i)^from\s+(\w+)/#)) {
            return
                "Which rows of \(Self.quoted(source.1)) come out in the end, in which order, and which line of the statement says so?"
        }
        if let order = text.firstMatch(of: kept(#/(?i)^order\s+by\s+(.+?);?$/#)) {
            return
                "Which row comes first by \(Self.quoted(order.1)), and in what order do two rows come that are equal in it?"
        }
        if text.contains(
            kept(#/(?i)^(?:create\s+table|\w+\s+(?:integer|int|text|varchar|date|serial|boolean|real)\b)/#))
        {
            return
                "Write down two rows that \(table ?? "this table") must take, and one that it should refuse. Which line of the statement refuses it?"
        }
        if text.contains(kept(#/(?i)^select\b/#)) {
            return
                "What does one row of the result stand for, and from which row\(table.map { " of \($0)" } ?? "") does each of its values come?"
        }
        if text.contains(kept(#/(?i)^(?:update|delete|set|insert)\b/#)) {
            return
                "How many rows\(table.map { " of \($0)" } ?? "") does this change, and which line says which? Which row must not be touched?"
        }
        return nil
    }

    private var ofShellLine: String? {
        guard let found = text.firstMatch(of: kept(#/"?\$\{?(\w+)\}?"?/#)) else { return nil }
        guard let command = text.firstMatch(of: kept(#/^(?:sudo\s+)?([a-z][\w-]*)\s/#)),
            !["if", "for", "while", "case"].contains(String(command.1))
        else { return nil }
        let name = "`$\(found.1)`"
        return
            "How many arguments does `\(command.1)` get on this line if \(name) is empty, if it is one word, and if it holds a blank? "
            + "Put `echo` before `\(command.1)` and count them. What happens if it names nothing that is there?"
    }

    // MARK: Style sheets

    var style: String? {
        guard lines.language == .css || lines.language == .scss || lines.language == .html && !text.hasPrefix("<")
        else { return nil }
        if let rule = text.firstMatch(of: kept(#/^([^{}]+)\{(.*)$/#)) {
            let selector = Self.quoted(rule.1)
            let declared = rule.2.matches(of: kept(#/([a-z-]+)\s*:\s*([^;}]+)/#))
            if let first = declared.first(where: { $0.1.contains("color") || $0.1.contains("background") }),
                declared.count > 1
            {
                let others = declared.filter { $0.1 != first.1 }.prefix(2).map { Self.quoted($0.0) }
                return
                    "What is hard to read or to bear in \(selector): is it \(Self.quoted(first.0)), or \(others.joined(separator: " or "))? Change one "
                    + "thing alone, look at it from two metres away, and say what became better."
            }
            return
                "Which elements of your page does \(selector) mean, and which rule wins if another one names the same property for them?"
        }
        guard let found = text.firstMatch(of: kept(#/^([a-z-]+)\s*:\s*([^;{}]+);?$/#)) else { return nil }
        let (property, value) = (String(found.1), Self.quoted(found.0.filter { $0 != ";" }))
        let selector =
            lines.code[..<line].last { $0.contains("{") }.flatMap { $0.split(separator: "{").first }
            .map { Self.quoted($0) } ?? "this box"
        switch property {
        case "justify-content", "align-items", "place-items", "align-content", "justify-items":
            return
                "Along which direction does \(value) share out the room that is free in \(selector), and how much room is free there? What does "
                + "the other direction need?"
        case "display", "flex-direction", "flex", "grid-template-columns":
            return
                "Which boxes does \(value) put in order: \(selector) itself, or what stands in it? In which direction?"
        case "position", "top", "left", "right", "bottom", "z-index":
            return
                "From which box is the place of \(selector) counted with \(value), and what would the browser count from if that box were moved?"
        case "width", "height", "max-width", "min-height", "padding", "border", "margin":
            return
                "How large is \(selector) from edge to edge with \(value): what else is added to it, and how much room does its parent have?"
        case "color", "background", "background-color", "font-size":
            return
                "Which other rule names `\(property)` for the same element, and by what does the browser decide between the two?"
        default:
            return
                "What do you see change in \(selector) when \(value) gets another value, and which box's size decides about it?"
        }
    }

    // MARK: Pages

    var element: String? {
        guard lines.language == .html else { return nil }
        let text = self.text
        if let label = text.firstMatch(of: kept(#/<label\b[^>]*\bfor=["']([^"']+)["'][^>]*>([^<]*)/#)) {
            return
                "Somebody clicks on “\(Clip.text(String(label.2).filter { $0 != "`" }, 40))”: by which word does the browser find the field that belongs to it, and on which line "
                + "does that word stand? What if two elements had it?"
        }
        if text.contains(kept(#/<label\b/#)) {
            return
                "By what does the browser know which field this label belongs to: by a name, or by what stands inside of it?"
        }
        if let field = text.firstMatch(of: kept(#/<(?:input|select|textarea)\b[^>]*\bname=["']([^"']+)["']/#)) {
            return
                "Under which name does what somebody types here arrive, and what arrives if they leave `\(field.1)` empty? Who checks "
                + "it besides the browser?"
        }
        if text.contains(kept(#/<(?:input|select|textarea)\b/#)) {
            return
                "Under which name would what somebody types here be sent, and how does a person who sees nothing learn what to type?"
        }
        if let image = text.firstMatch(of: kept(#/<img\b[^>]*\bsrc=["']([^"']+)["']/#)) {
            return
                "Where does the browser look for `\(image.1)`, seen from the page's own address, and what stands there if it finds nothing?"
        }
        if let link = text.firstMatch(of: kept(#/<a\b[^>]*\bhref=["']([^"']+)["']/#)) {
            return "To which address does `\(link.1)` lead from this page, and from a page one folder deeper?"
        }
        if let form = text.firstMatch(of: kept(#/<form\b([^>]*)>/#)) {
            return
                "When the form is sent, which request goes where by \(Self.quoted(form.1)), and which fields are in it under which names?"
        }
        if text.contains(kept(#/<button\b/#)) {
            return "What does a click on this button do, inside of a form and outside of one, and which line says so?"
        }
        if let other = text.firstMatch(of: kept(#/^<(\w+)([^>]*)>/#)) {
            return
                "What does `<\(other.1)>` tell a reader that `<div>` would not, and which rule or script looks for it?"
        }
        return nil
    }

    // MARK: Handlers

    /// What is called later, drawn again, or goes on by itself.
    var handler: String? {
        if let click = text.firstMatch(of: kept(#/\b(on[A-Z]\w+)=\{(?:\(?\w*\)?\s*=>\s*)?(.+?)\}(?:\s|>|\/)/#)) {
            let setter = click.2.firstMatch(of: kept(#/\bset([A-Z]\w*)\(/#))
            if let setter {
                let name = setter.1.prefix(1).lowercased() + setter.1.dropFirst()
                return
                    "Two quick clicks, before anything is drawn again: what does `set\(setter.1)` get each time, and what does `\(name)` hold in the end? "
                    + "Which value does \(Self.quoted(click.2)) begin with?"
            }
            return
                "What does `\(click.1)` hold after this line is drawn, and when does \(Self.quoted(click.2)) run: now or later?"
        }
        if text.contains(kept(#/^return\s*\(\)\s*=>|^return\s+function\b/#)) {
            return
                "When does the function that is handed back here run: after each drawing, or when the component goes? What would still be "
                + "running a minute after it has gone if this line were not there?"
        }
        if text.contains("useEffect(") {
            let list = lines.code[line..<min(line + 40, lines.code.count)].lazy.compactMap {
                $0.firstMatch(of: kept(#/\}\s*,\s*(\[[^\]]*\])\s*\)/#))
            }
            .first.map { " What does \(Self.quoted($0.1)) have to do with it?" }
            return "After which drawings does this effect run: the first, each, or only some?" + (list ?? "")
        }
        if let timer = text.firstMatch(of: kept(#/\b(setInterval|setTimeout)\(/#)) {
            return
                "What does `\(timer.1)` hand back, who keeps it, and what is still running when nobody needs it any more?"
        }
        if lines.language == .go, text.contains(kept(#/^go\s/#)) {
            return
                "What runs at the same time as what is started here, who waits for its end, and what happens if \(doer) ends first?"
        }
        if lines.language == .go, let sent = text.firstMatch(of: kept(#/(\w+)\s*<-\s*\S|<-\s*(\w+)/#)) {
            let name = Self.quoted(sent.1 ?? sent.2 ?? "")
            return
                "Who puts values into \(name) and who takes them out, how many each, and what does this line do while the other is not there?"
        }
        if lines.language == .go, let deferred = text.firstMatch(of: kept(#/^defer\s+([\w.]+)/#)) {
            return
                "When does `\(deferred.1)` run: at the end of the round, of the block, or of \(doer)? How many of them wait then?"
        }
        if let unwrapped = text.firstMatch(of: kept(#/([\w.\])]+)!(?![=\w])/#)), lines.language == .swift {
            return "For which input is \(Self.quoted(unwrapped.1)) nothing, and what does the `!` behind it do then?"
        }
        if let link = text.firstMatch(of: kept(#/\.(map|filter|reduce|forEach|sort|then|flatMap|compactMap)\s*[({]/#)) {
            return chain(String(link.1))
        }
        return nil
    }

    private func chain(_ name: String) -> String {
        let call = lines.exampleCall(around: line).map { " for \(Self.quoted($0))" } ?? ""
        switch name {
        case "filter":
            return
                "Which elements come through \(Self.quoted(text)) and which do not\(call)? Name the one that only just does."
        case "reduce":
            return
                "With which value does \(Self.quoted(text)) begin, and what has it become after the first element, and after the second\(call)? And for "
                + "no element at all?"
        case "then":
            return
                "What has happened when the function in `then` runs, and what has the line below this one already done by then?"
        case "sort":
            return
                "By what does this line put one element before another, and is the list itself changed by it?"
        case "forEach":
            return
                "What does `forEach` do with what the inner function hands back, and how often is that function called for a list of three?"
        default:
            return
                "What does `\(name)` make of the first element, and of the second\(call)? How long is what comes out, and is the list before it changed?"
        }
    }
}
