/// What the mentor says when the reviewer no longer finds a problem that somebody asked about.
package enum SolvedSentence {
    private static let start = "Gone: "

    package static func saying(_ title: String, in file: String) -> String {
        start + "“\(title)” in \(file). The reviewer looked again when you saved, and does not find it any more. "
            + "In one sentence: what made the difference?"
    }

    /// To somebody who asks about code in which something was seen before that is gone: what that was, and what nobody
    /// has seen yet, on a rung of the ladder.
    package static func asked(about titles: [String], in file: String, rung: Int) -> String {
        let seen = titles.map { "“\($0)”" }.joined(separator: " and ")
        let fact =
            "When you asked before, the reviewer saw \(seen) in \(file). In the text as it stands now it does not "
            + "find \(titles.count == 1 ? "it" : "them") any more. That says that the sign of the problem is gone, and not that the "
            + "code does what it should: nothing was run here."
        switch rung {
        case ...0:
            return
                "\(fact) What did you run since, with which input, and what came out? And which input would have gone wrong "
                + "before?"
        case 1:
            return
                "\(fact) Take the input that showed the problem, or would have, and run it against the code as it was and as "
                + "it is. Only where the two differ as you expect, you know that the change did it."
        default:
            return
                "\(fact) Write that input and what should come out for it down as a test. It is the evidence that is still "
                + "missing, and it stays when the code changes again."
        }
    }

    /// To somebody who asks whether it is right, about the step that they are at: what of it shows in the folder.
    package static func seen(_ evidence: String, of step: String) -> String {
        "This much I can see of your step “\(step)”: \(evidence). That part is there. Whether it does what it "
            + "should only a run can show; if yours did, tick the step in roadmap.md."
    }

    /// Whether an entry of a conversation is one.
    package static func isOne(_ text: String) -> Bool { text.hasPrefix(start) }

    /// Its first sentence.
    package static func short(_ text: String) -> String {
        text.firstRange(of: ". The reviewer").map { String(text[..<$0.lowerBound]) + "." } ?? text
    }
}
