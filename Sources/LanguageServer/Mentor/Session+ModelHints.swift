import Engine
import LanguageServerProtocol
import Mentoring
import Models
import Text

/// A hint of the mentor's model, kept in memory: hover shows it in the place of the offline one and waits for nothing.
struct ModelHint: Sendable {
    /// Most hints that are kept; past it all are forgotten.
    static let most = 500

    let text: String
    /// The model and its provider.
    let maker: String

    /// What a hint about a thing on a rung is known by; another text of the line is another thing.
    static func key(_ subject: String, _ rung: HintRung, in folder: OpenFolder) -> String {
        "\(folder.uri) \(rung.rawValue) \(subject)"
    }

    /// With who wrote it.
    var signed: String { "\(text)\n\n*\(maker)*" }
}

extension Session {
    /// Has the mentor's model write the hint about a place on a rung, once; what comes is shown when it is asked for.
    ///
    /// Nothing is sent, and no job made, where no model is set for the mentor or the person has not agreed to it.
    mutating func askModel(about mentor: MentorPlace, _ rung: HintRung, in folder: OpenFolder) {
        guard !snapshot.settings.model.isOffline else { return }
        let key = ModelHint.key(mentor.subject, rung, in: folder)
        if snapshot.hintsAsked.count >= ModelHint.most { (snapshot.hintsAsked, snapshot.modelHints) = ([], [:]) }
        guard snapshot.hintsAsked.insert(key).inserted else { return }
        let (now, project) = (snapshot, folder.mirror.workspace.projectID)
        let question = mentor.question(on: rung)
        Task {
            let answer = try? await now.applicationWithModels().modelHint(question, in: project)
            now.connection.perform { session in
                switch answer {
                // Whoever agrees later is asked for nothing again.
                case .notAgreed: session.snapshot.hintsAsked.remove(key)
                case .hint(let text, let maker) where mentor.mayShow(text):
                    session.snapshot.modelHints[key] = ModelHint(text: text, maker: maker)
                default: break
                }
            }
        }
    }
}

extension Snapshot {
    /// The mentor's words about a place on a rung: a model's where they are there.
    func hint(_ rung: HintRung, about mentor: MentorPlace, in folder: OpenFolder?) -> (text: String, maker: String) {
        let kept = modelHints.isEmpty ? nil : folder.flatMap { modelHints[ModelHint.key(mentor.subject, rung, in: $0)] }
        return kept.map { ($0.signed, $0.maker) } ?? (mentor.text(rung), DocumentOrigin.offline)
    }
}

extension MentorPlace {
    /// Lines before and after the place that a model sees.
    private static let around = 15
    private static let longestLine = 400

    /// The question for a model: what is asked, and the code around.
    func question(on rung: HintRung) -> ModelHintQuestion {
        let line = range.startLine
        let first = max(0, line - Self.around)
        let last = min(document.buffer.lineCount - 1, max(line, range.endLine) + Self.around)
        let code = (first...max(first, last)).map { number in
            String(decoding: document.buffer.lineBytes(number).prefix(Self.longestLine), as: UTF8.self)
        }
        return ModelHintQuestion(
            question: "\(asked) (It is line \(line - first + 1) of the code here.)", code: code.joined(separator: "\n"),
            language: document.languageID, level: level, rung: rung.rawValue)
    }
}
