import Patterns

/// Something that students stumble over: a question, a pointer, and a similar problem with its solution.
struct MentorConcept: Sendable {
    /// Words of questions and code, comma-separated, by which it is recognised.
    let words: String
    let question: String
    let pointer: String
    /// Markdown; a problem with the same idea, never the student's own.
    let example: String

    static func nearest(to question: String, code: String) -> MentorConcept {
        best(for: question, code, least: 3) ?? general
    }

    /// The one that a question is about beyond doubt: a word of it is not enough, unless the code has it as well.
    static func named(in question: String, code: String) -> MentorConcept? { best(for: question, code, least: 4) }

    /// What the code alone has in common with a concept says nothing of what is asked.
    private static func best(for question: String, _ code: String, least: Int) -> MentorConcept? {
        let asked = Said(question, limit: 400)
        let written = Said(code, limit: 2000)
        let scored = phrases.enumerated().map { offset, phrases in
            let said = phrases.count(where: asked.holds)
            return (score: said == 0 ? 0 : 3 * said + min(2, phrases.count(where: written.holds)), offset: offset)
        }
        let best = scored.max { ($0.score, $1.offset) < ($1.score, $0.offset) }
        guard let best, best.score >= least else { return nil }
        return library[best.offset]
    }

    /// The stems of a text's words, in order.
    private struct Said {
        private let stems: [String]
        private let known: Set<String>

        init(_ text: String, limit: Int) {
            stems = Words.split(text, limit: limit).map(Words.stem)
            known = Set(stems)
        }

        /// Whether the words of a phrase stand beside each other.
        func holds(_ phrase: [String]) -> Bool {
            guard let first = phrase.first, known.contains(first) else { return false }
            guard phrase.count > 1 else { return true }
            return stems.indices.contains { stems[$0...].starts(with: phrase) }
        }
    }

    /// The stems of each phrase of each concept; a single one of fewer than three letters says too little.
    private static let phrases: [[[String]]] = library.map { concept in
        concept.words.split(separator: ",").map { Words.split($0).map(Words.stem) }
            .filter { $0.count > 1 || ($0.first?.utf8.count ?? 0) > 2 }
    }

    static let general = MentorConcept(
        words: "",
        question: "What did you expect to happen, and what happened instead?",
        pointer:
            "Make the smallest version that still shows it: remove one thing at a time until it goes away. The last thing "
            + "that you removed knows the answer.",
        example: """
            A page stayed empty. Without the style sheet: empty. Without the second list: it appeared. \
            The second list read a field that some records did not have. \
            Nobody had to guess: three removals found it.
            """)

    /// For code that somebody wants judged: only runs tell.
    static let judging = MentorConcept(
        words: "",
        question:
            "What should come out for the smallest input, for an ordinary one, and for the one that you fear most?",
        pointer:
            "Work this line out by hand for two inputs, write down what should come out, and only then run it. Where the two differ, "
            + "you have found the place; where they agree, try the input that you left out.",
        example: """
            A ticket machine gave the right change for five coins in a row. The sixth customer paid with the exact sum and got a coin \
            back: nobody had tried "nothing to give". Three inputs, chosen before the run, would have shown it.
            """)

    static let library: [MentorConcept] = [
        MentorConcept(
            words: "loop, index, off by one, range, array, length, iterate, last element, out of bounds",
            question: "Which is the first value that your loop sees, and which is the last?",
            pointer:
                "Write the loop's values for a list of zero, one and two elements on paper; one of the three will surprise you.",
            example: """
                To print fence posts with rails between them, five posts need four rails. \
                Looping over the rails and adding one post at the end avoids the special case inside the loop.
                """),
        MentorConcept(
            words: "null, undefined, none, nil, optional, missing, cannot read, attributeerror, nonetype",
            question: "On which way through the code does this value get nothing?",
            pointer:
                "Find the first place where the value is made, not the place where it breaks; ask what it holds when nothing was found.",
            example: """
                A greeting used the first letter of a nickname. People without a nickname broke it. \
                The repair was not a check at the letter but a decision at the source: a profile without nickname uses the name.
                """),
        MentorConcept(
            words: "async, await, promise, then, callback, timeout, concurrency, race, pending, coroutine",
            question: "When this line runs, has the work that it needs already finished?",
            pointer:
                "Number the lines in the order in which they really run; everything after a wait is later than it looks.",
            example: """
                A kettle is switched on, and tea is poured in the next line. \
                The fix is to say what pouring depends on: wait for the kettle, then pour; the toast can go on meanwhile.
                """),
        MentorConcept(
            words: "state, setstate, usestate, render, rerender, immutable, mutate, stale, reducer, props",
            question: "How does the screen learn that this value has changed?",
            pointer: "Look for a place that changes a value in place, and for one that remembers an old copy.",
            example: """
                A scoreboard kept the same list and pushed a goal into it; the display compared lists and saw the same one. \
                Making a new list with the goal in it gave the display something to notice.
                """),
        MentorConcept(
            words: "useeffect, effect, dependency, hook, hooks, lifecycle, subscribe, cleanup, infinite",
            question: "What must have changed for this effect to be worth running again?",
            pointer:
                "List every value that the effect reads; then list what it changes. Anything on both lists makes a circle.",
            example: """
                A thermostat wrote its reading into the log, and every log entry started a new reading. \
                Reading on a timer and only logging afterwards broke the circle.
                """),
        MentorConcept(
            words: "sql, query, injection, database, join, where, select, insert, transaction",
            question: "Which parts of this statement can a stranger choose?",
            pointer: "Separate the sentence from the values: the database can take them apart from each other.",
            example: """
                A library searched for titles by gluing the typed word into the command. \
                With a placeholder the command stays the same whatever is typed, and the word travels beside it.
                """),
        MentorConcept(
            words: "recursion, recursive, base case, stack overflow, tree, depth",
            question: "For which input is the answer known without asking again?",
            pointer: "Check two things: that smallest case, and that every call comes nearer to it.",
            example: """
                To count people in a queue, ask the next one how many stand behind, and add one. \
                The last person answers zero; without that answer nobody ever replies.
                """),
        MentorConcept(
            words: "type, types, typescript, any, generic, cast, typeerror, interface, number, int, float",
            question: "What do you know about this value that its type does not say?",
            pointer: "Move the knowledge to the place where the value comes in; after that nobody has to doubt it.",
            example: """
                Ages arrived as text and were compared as text, so that 9 came after 10. \
                Turning them into numbers at the door made every later line simple.
                """),
        MentorConcept(
            words: "error, exception, try, catch, raise, throw, handle, fail, crash",
            question: "Who can do something about this failure?",
            pointer:
                "Follow the error up to the first place that can act on it; everything below should only add what it knows.",
            example: """
                A printer that is out of paper cannot buy any. It tells the queue, the queue pauses and tells the person. \
                Catching it inside the printer would only have hidden it.
                """),
        MentorConcept(
            words: "css, layout, flex, grid, center, centre, style, width, overflow, margin, position",
            question: "Whose size decides here: the box's, its content's or its parent's?",
            pointer: "Give every box on the way a visible outline; the one with an unexpected size is near the cause.",
            example: """
                A caption hung out of its picture frame. The frame had taken its size from the picture, not from the caption. \
                Once the frame's rule named the longer of both, it fitted.
                """),
        MentorConcept(
            words: "test, assert, expect, mock, coverage, failing",
            question: "What would have to be broken for this test to fail?",
            pointer:
                "Break the code on purpose, in the way that you fear; a test that stays green tests something else.",
            example: """
                A test of a lock checked that the key turns. It also turned without a lock. \
                Checking that the door stays shut without the key made it a test.
                """),
        MentorConcept(
            words:
                "money, price, float, floating point, decimal, rounding, cents, tax, 0.1, fraction, fractions, decimals",
            question: "How many of these amounts can your number type hold exactly?",
            pointer: "Try one tenth plus two tenths; then think about which unit has no fractions.",
            example: """
                A baker weighed flour in kilograms with commas and lost grams each day. \
                Counting in whole grams, and showing kilograms only on the label, lost none.
                """),
        MentorConcept(
            words: "date, time, timezone, utc, daylight, day, calendar, hour",
            question: "Is this a moment for the whole world, or a time on one wall's clock?",
            pointer: "Decide which of the two you store, and convert at the edge only.",
            example: """
                A radio show at eight in the evening stays at eight when the clocks change; a rocket start does not. \
                The show stores a wall time and a place, the rocket a moment.
                """),
        MentorConcept(
            words: "password, secret, token, api key, env, credentials, security, hash, encrypt",
            question: "Who can read this file, now and in ten years?",
            pointer: "A secret has two places: where it is kept, and where it is used. Look for a third.",
            example: """
                A spare key lay under the mat, and a photo of the house showed the mat. \
                The key moved to a neighbour, and the lock was changed, because the photo stays.
                """),
        MentorConcept(
            words: "slow, performance, fast, optimize, optimise, memory, complexity, cache, n+1",
            question: "How does the work grow when the data doubles?",
            pointer: "Measure first; then count how often the innermost line runs for ten records and for a thousand.",
            example: """
                A guest list was searched from the top for every arriving guest. \
                Sorting it once by name let the doorman open it at the right page.
                """),
        MentorConcept(
            words: "git, merge, conflict, commit, branch, rebase, push, pull",
            question: "What does each side believe the file should say, and what did both start from?",
            pointer: "Look at the common ancestor before choosing; often both sides are right about different lines.",
            example: """
                Two people changed a recipe: one halved the sugar, one added lemon. \
                Compared with the old card, both changes fit; compared with each other, they looked like a quarrel.
                """),
        MentorConcept(
            words: "api, fetch, request, response, http, status, cors, endpoint, json, 404, 500",
            question: "What exactly went over the wire, and what came back?",
            pointer: "Look at the request itself before the code: address, method, headers, body, then the status.",
            example: """
                A parcel came back. The sender looked for mistakes in the letter; the label had an old street name. \
                Reading the label first would have taken a minute.
                """),
        MentorConcept(
            words: "file, read, readlines, open, write, close, path, encoding, with, fopen, readfile",
            question: "Who closes what is opened here, and what happens when reading fails halfway?",
            pointer:
                "Look at what opening hands back, and which form of it closes itself; then decide whether everything is needed at "
                + "once, or one line after another.",
            example: """
                A reading room lends its only atlas. Some readers forget to bring it back when the fire alarm rings. \
                An atlas that is chained to the desk is always there again, however its reader left.
                """),
        MentorConcept(
            words: "return, print, output, result, hands back, returns, prints, console",
            question: "What does this function hand back, and what does it only show?",
            pointer: "Put the call into a variable and print the variable: that is all that the caller gets.",
            example: """
                A cook called the price of the soup across the kitchen, and wrote nothing on the bill. \
                Everybody heard it; the till had nothing to add up until the price stood on the bill.
                """),
        MentorConcept(
            words: "condition, boolean, true, false, compare, comparison, if, else, elif, even, odd, equal, modulo",
            question: "For which inputs is this condition true, and for which false? Name one of each.",
            pointer:
                "Work the condition out by hand for one input on each side of it, and for the one right on its edge.",
            example: """
                A ride was for people above 120 cm, and the sign said "120 and up". The one child of exactly 120 cm showed that two \
                people had meant two different rules. The edge is where a rule shows what it says.
                """),
        MentorConcept(
            words: "dict, dictionary, key, keyerror, map, hash, lookup, object, property",
            question: "Which keys are there when this line runs, and who put them in?",
            pointer:
                "Print the keys just before the lookup, and compare them with the one asked for, letter by letter.",
            example: """
                A cloakroom could not find coat "7 ". The ticket had a blank behind the number; the rack had none. \
                Numbers are now trimmed where they come in, not where they are looked up.
                """),
        MentorConcept(
            words: "string, text, format, concatenate, substring, split, join, replace, upper, lower, character",
            question: "Is the text changed here, or is a new one made?",
            pointer: "Print the text before and after this line, in quotes, so that blanks show.",
            example: """
                A printer put labels in capitals, and the list still had them small: the capitals were a copy. \
                Keeping the copy under the old name was the repair.
                """),
        MentorConcept(
            words: "self, this, class, instance, object, constructor, init, method, attribute, inheritance",
            question: "Whose value is this: one for all, or one for each object?",
            pointer: "Make two objects, change one, and look at the other.",
            example: """
                Two students shared a locker by mistake, and each wondered about the other's books. \
                The number had been painted on the wall, not on the door of each locker.
                """),
        MentorConcept(
            words: "function, refactor, long, duplicate, clean, naming, name, readable, split, class",
            question: "If you had to name this part in three words, what would they be?",
            pointer: "Where a name needs an “and”, there are two things; cut there.",
            example: """
                “Check and send the invoice” became “check” and “send”; \
                the second was needed alone the week after, when a corrected invoice went out again.
                """),
    ]
}
