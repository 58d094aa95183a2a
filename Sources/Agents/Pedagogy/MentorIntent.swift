import Patterns

/// What somebody wants who asks the mentor, as far as the wording shows it.
///
/// A wrong guess does no harm: no intent has an answer that calls code right.
enum MentorIntent: Sendable {
    /// Nothing is asked: "ok thanks".
    case thanks
    /// The code shall be judged: "Is this correct?", "I'm done".
    case approval
    /// Something was seen that should not be: "it prints None".
    case symptom
    /// Anything else, such as "What is the right way to read a file?".
    case question

    init(_ question: String) {
        let words = Words.split(question, limit: 80)
        guard let first = words.first else {
            self = .question
            return
        }
        let spoken = Set(words)
        if words.count <= 8, !question.contains("?"), spoken.isSubset(of: Self.closings) {
            self = .thanks
        } else if Self.openQuestions.contains(first) {
            self = first == "why" ? .symptom : .question
        } else if Self.yesOrNo.contains(first), !spoken.isDisjoint(with: Self.judgements) {
            self = .approval
        } else if !spoken.isDisjoint(with: Self.complaints) {
            self = .symptom
        } else {
            self = spoken.isDisjoint(with: Self.judgements) ? .question : .approval
        }
    }

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

    private static let closings = set(
        "ok okay thanks thank you thx ty got it great cool perfect nice good fine bye cheers alright understood i see "
            + "that helps makes sense now very much so a lot all right yes yep awesome super")
    private static let openQuestions = set("what which how why where who when whats hows whys")
    private static let yesOrNo = set(
        "is are does do did am have has can could should will would was were isnt arent doesnt")
    private static let judgements = set(
        "correct right ok okay fine good done finished solved work works working complete ready valid perfect bug bugs "
            + "mistake mistakes wrong error errors better check review grade rate pass passes passed")
    private static let complaints = set(
        "not wrong error errors fail fails failed failing crash crashes broken breaks stuck why instead nothing never "
            + "doesnt isnt cant wont didnt dont prints printed returns returned gives gave got gets shows unexpected "
            + "expected exception undefined none null nan infinite")
}
