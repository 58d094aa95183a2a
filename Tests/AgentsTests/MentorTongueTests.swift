import JSON
import Mentoring
import Models
import Testing

@testable import Agents

/// Questions in other languages than English: understood, and on the first rung answered in theirs.
@Suite struct MentorTongueTests {
    struct Asked: Sendable, CustomTestStringConvertible {
        let question: String
        let code: String
        let language: String
        /// What the answer begins with, behind the question, and something that it says.
        let says: [String]
        var testDescription: String { question }

        init(_ question: String, _ code: String, _ language: String = "python", _ says: String...) {
            (self.question, self.code, self.language, self.says) = (question, code, language, says)
        }
    }

    private static let average =
        "def average(values):\n    total = 0\n    for v in values:\n        total = v\n    return total / len(values)\n"
    private static let even = "def is_even(n):\n    if n % 2 == 1:\n        return True\n    return False\n"
    private static let fetch =
        "async function load(id) {\n  const res = fetch(\"/api/\" + id);\n  return res.json();\n}\n"
    private static let loader = "import yaml\n\ndef read_menu(raw):\n    menu = yaml.load(raw)\n    return menu\n"
    private static let plain = "def area(w, h):\n    size = w * h\n    return size\n"

    private static let english = [
        "Look at", "What ", "Which ", "Say it", "You ask", "the code", "I only", "Where ", "when it",
    ]

    private func hint(_ asked: Asked, rung: Int = 0, level: String = "beginner") async throws -> String {
        let input: JSONObject = [
            "question": .string(asked.question), "code": .string(asked.code), "language": .string(asked.language),
            "hint_level": .integer(rung), "skill_level": .string(level),
        ]
        guard case .guidance(let hint, _, _) = try await OfflineRun().outcome(of: .pedagogy, input) else {
            throw UnexpectedOutcome()
        }
        return hint
    }

    private static let questions = [
        Asked("Warum kommt hier immer der letzte Wert heraus?", average, "python", "Zeile"),
        Asked("Was macht die Schleife in Zeile 3?", average, "python", "Zeile 3", "`for v in values:`"),
        Asked("Ist die Bedingung richtig?", even, "python", "nichts ausgeführt", "Zeile 2"),
        Asked("Gib mir einfach den fertigen Code", average, "python", "Den Code schreibst du"),
        Asked("Ich verstehe die Funktion nicht", plain, "python", "Zeile"),
        Asked("Pourquoi la boucle ne marche pas ?", average, "python", "la ligne"),
        Asked("Que fait la ligne 2 ?", even, "python", "la ligne 2", "`if n % 2 == 1:`"),
        Asked("Est-ce que c'est correct ?", even, "python", "rien n’a été exécuté"),
        Asked("Donne-moi la solution, s'il te plaît", average, "python", "c’est toi qui l’écris"),
        Asked("¿Por qué siempre sale el último valor?", average, "python", "la línea"),
        Asked("¿Qué hace la línea 3?", average, "python", "la línea 3"),
        Asked("¿Está bien mi función?", even, "python", "no se ha ejecutado nada"),
        Asked("Dame el código completo, por favor", average, "python", "lo escribes tú"),
        Asked("Perché il ciclo non funziona?", average, "python", "la riga"),
        Asked("Che cosa fa la riga 2?", even, "python", "la riga 2"),
        Asked("È giusta la mia funzione?", even, "python", "non è stato eseguito nulla"),
        Asked("Dammi la soluzione e basta", average, "python", "lo scrivi tu"),
        Asked("Por que o laço não funciona?", average, "python", "a linha"),
        Asked("O que faz a linha 2?", even, "python", "a linha 2"),
        Asked("Minha função está certa?", even, "python", "nada foi executado"),
        Asked("Me dá o código pronto", average, "python", "é você quem escreve"),
        Asked("Waarom werkt de lus niet?", average, "python", "regel"),
        Asked("Wat doet regel 2?", even, "python", "regel 2"),
        Asked("Klopt mijn functie?", even, "python", "niets uitgevoerd"),
        Asked("Geef me gewoon de oplossing", average, "python", "schrijf jij"),
        Asked("Dlaczego pętla nie działa?", average, "python", "wiersz"),
        Asked("Co robi wiersz 2?", even, "python", "wiersz 2"),
        Asked("Czy moja funkcja jest poprawna?", even, "python", "nie zostało uruchomione"),
        Asked("Napisz mi gotowy kod", average, "python", "Kod piszesz ty"),
        Asked("Warum ist das Ergebnis leer?", fetch, "javascript", "Zeile 2"),
        Asked("Pourquoi res n'a rien ?", fetch, "javascript", "la ligne 2"),
        Asked("Ist das sicher?", loader, "python", "Zeile 4", "jemand anderes bestimmen"),
        Asked("¿Es seguro esto?", loader, "python", "la línea 4", "otra persona"),
    ]

    @Test(arguments: questions)
    func `a question is answered in its own language, about its place`(asked: Asked) async throws {
        let hint = try await hint(asked)
        for part in asked.says { #expect(hint.contains(part), "\(hint)") }
        let own = hint.replacing(asked.question, with: "")
        #expect(!Self.english.contains { own.contains($0) }, "\(hint)")
        #expect(!hint.contains("{"), "\(hint)")
    }

    @Test(arguments: ["beginner", "intermediate", "advanced"])
    func `the prompt is of the level`(level: String) async throws {
        let hint = try await hint(Self.questions[0], level: level)
        let prompts = ["beginner": "in eigenen Worten", "intermediate": "herauszufinden", "advanced": "widerlegen"]
        #expect(hint.contains(prompts[level] ?? "?"), "\(hint)")
    }

    @Test func `higher rungs say in the question's language that they go on in English`() async throws {
        let second = try await hint(Self.questions[0], rung: 1)
        #expect(second.hasPrefix("Die weiteren Hinweise habe ich nur auf Englisch:\n\n"), "\(second)")
        #expect(second.contains("Look at line"), "\(second)")
    }

    @Test(arguments: [
        ("Почему цикл не работает?", "по-английски"), ("为什么循环不工作？", "英语"), ("なぜループが動かないのですか？", "英語"),
        ("왜 반복문이 안 되나요?", "영어"),
    ])
    func `in a script that it does not write it says so in one sentence, and asks in English`(
        question: String, says: String
    ) async throws {
        let hint = try await hint(Asked(question, Self.average))
        let first = try #require(hint.split(separator: "\n").first)
        #expect(first.contains(says), "\(hint)")
        #expect(hint.contains("Look at line"), "\(hint)")
    }

    @Test(arguments: [
        "Why does the loop stop early?", "no output", "Is this correct?", "nil map panic", "what now?", "come on, why?",
        "It prints None", "die() is called twice", "per user or per page?", "Give me the code", "total is wrong",
    ])
    func `English stays English`(question: String) { #expect(MentorTongue(of: question) == nil) }

    @Test func `every language has every sentence, with the same names in it`() throws {
        let first = try #require(MentorTongue.all.first)
        for tongue in MentorTongue.all {
            #expect(Set(tongue.sentences.keys) == Set(first.sentences.keys))
            for key in first.sentences.keys where key != "letters" {
                #expect(
                    Self.names(in: tongue.sentences[key] ?? "") == Self.names(in: first.sentences[key] ?? ""), "\(key)")
            }
        }
    }

    @Test func `every topic of a finding has a question in each language`() {
        for topic in MentorTopic.all {
            for tongue in MentorTongue.all {
                #expect(tongue.sentences["topic.\(topic.kin)"] != nil, "\(topic.id)")
            }
        }
    }

    private static func names(in text: String) -> Set<String> {
        Set(text.matches(of: #/\{(\w+)\}/#).map { String($0.1) })
    }
}
