import JSON

/// What programs may do to the files of a folder and the texts of editors, in the simplest words.
struct ProgramReference {
    /// What each file holds.
    var disk: [String: String] = [:]
    /// What each editor shows.
    var texts: [Int: [String: String]] = [:]
    /// Jobs whose new files may come in by themselves.
    var unasked: Set<String> = []
    /// Jobs that a person just agreed to, or wants undone; until the next look.
    var agreed: Set<String> = []
    var undoing: Set<String> = []
    private var wishes: [String: [String: [Wish]]] = [:]
    private var changes: [Change] = []

    private struct Wish {
        let text: String
        let seen: String?
    }

    private struct Change {
        let job: String
        let name: String
        let before: String?
        let after: String?
    }

    mutating func note(_ wish: JSONValue) {
        guard let job = wish["job"]?.string, let name = wish["path"]?.string, let text = wish["text"]?.string else {
            return
        }
        wishes[job, default: [:]][name, default: []].append(Wish(text: text, seen: wish["seen"]?.string))
    }

    /// Compares what is there with what may be, takes it over, and returns what is not as it must be.
    ///
    /// Without an editor the files are meant. `isAsking` tells that the editor's person agrees to all that is offered.
    mutating func check(_ found: [String: String], _ editor: Int?, isAsking: Bool) -> [String] {
        let known = editor.map { texts[$0] ?? [:] } ?? disk
        var problems: [String] = []
        for name in Set(known.keys).union(found.keys).sorted() where known[name] != found[name] {
            if let problem = take(name, known[name], found[name], isAsking) {
                let place = editor.map { "editor \($0)" } ?? "disk"
                problems.append(
                    "\(place) \(name) was \(known[name].debugDescription), is \(found[name].debugDescription): \(problem)"
                )
            }
        }
        if let editor { texts[editor] = found } else { disk = found }
        return problems
    }

    mutating func stepEnded() {
        // Of an agreement nothing is left: a program that took it up is done, or dead.
        agreed = []
        undoing = []
    }

    private mutating func take(_ name: String, _ before: String?, _ now: String?, _ isAsking: Bool) -> String? {
        for change in changes where undoing.contains(change.job) && change.name == name {
            if change.after == before, change.before == now { return nil }
        }
        var reasons: [String] = []
        for (job, files) in wishes.sorted(by: { $0.key < $1.key }) {
            for wish in files[name] ?? [] {
                let isAgreed = agreed.contains(job) || (isAsking && unasked.contains(job))
                if unasked.contains(job), before == nil, now == wish.text, !wasThere(name, beside: job) {
                    changes.append(Change(job: job, name: name, before: before, after: now))
                    return nil
                }
                guard isAgreed else { continue }
                guard let problem = problem(name, wish, before, now) else {
                    changes.append(Change(job: job, name: name, before: before, after: now))
                    return nil
                }
                reasons.append(problem)
            }
        }
        return reasons.isEmpty ? "nobody agreed to that" : reasons.joined(separator: ", ")
    }

    /// Whether another job's file was there before: then this one is not new.
    private func wasThere(_ name: String, beside job: String) -> Bool {
        changes.contains { $0.name == name && $0.job != job }
    }

    private func problem(_ name: String, _ wish: Wish, _ before: String?, _ now: String?) -> String? {
        guard let now else { return "nobody wanted it gone" }
        guard let before else { return now == wish.text ? nil : "it is not what the agent wrote" }
        let (had, has, wants) = (before.words, now.words, wish.text.words)
        if Set(has).count != has.count { return "a word is doubled" }
        if let odd = has.first(where: { !had.contains($0) && !wants.contains($0) }) {
            return "\(odd) comes from nowhere"
        }
        // What an agent saw or wrote itself it may leave out; a file that came since it looked is replaced as shown.
        let known = wishes.values.flatMap { $0[name] ?? [] }
        guard wish.seen != nil || known.contains(where: { $0.text == before }) else { return nil }
        let based = known.flatMap { ($0.seen ?? "").words + $0.text.words }
        let lost = had.first { $0.hasPrefix("p") && !has.contains($0) && (!based.contains($0) || wants.contains($0)) }
        return lost.map { "\($0) is lost" }
    }
}

extension String {
    fileprivate var words: [String] { split { $0 == " " || $0 == "\n" }.map(String.init) }
}
