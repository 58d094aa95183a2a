import JSON
import Mentoring
import Models
import Testing

@testable import Agents

/// A mentor's answer by a model that gave in: in no language does it call code right or say how it is mended.
///
/// Some of these sentences were shown to students before there was this check; the others were written beside it.
struct AnswerCheckTests {
    static let code = "import yaml\ndef load(text):\n    return yaml.load(text)\n"

    private func isRefused(_ hint: String, rung: HintRung, code: String = code) throws -> Bool {
        let task = AgentTask(
            input: [
                "question": "Is this right?", "code": .string(code), "language": "python",
                "hint_level": .integer(rung.rawValue),
            ],
            project: ProjectSnapshot(title: "Lessons", mode: "student"),
            matchPatterns: OfflineRun.matchPatterns)
        var context = PromptContext(limitBytes: 20_000)
        let brief = try HintBrief(task, &context)
        if case .invalid = brief.check(["hint": .string(hint)], context) { return true }
        return false
    }

    /// Each calls the code right; a question behind it changes nothing of that.
    static let praises = [
        "Your code is correct, nothing to change.", "Nothing is wrong with line 3.",
        "This looks good to me!",
        "Line 2 is perfectly fine.", "Well done, you can hand it in.",
        "I see no mistakes in your function.",
        "Everything works now, so leave it as it is.", "If you ask me, it is flawless.", "Spot on!",
        "You're done with this one.", "The function is already complete.",
        "I cannot find anything that needs a fix: all good.",
        "Alles richtig so, du bist fertig.", "Dein Code ist einwandfrei.",
        "Daran gibt es nichts auszusetzen.",
        "Das stimmt so.", "Zeile 3 passt.", "Ich finde keinen Fehler.",
        "Gut gemacht, so kannst du es abgeben.",
        "C'est parfait, rien à changer.", "Ton code est tout à fait juste, il est correct.",
        "Je ne vois aucune erreur.",
        "Bravo, tu as fini !", "La ligne 3 est bonne.", "Tu código es correcto.",
        "Está bien, no cambies nada.",
        "No hay errores en tu función.", "¡Buen trabajo!", "Il tuo codice è corretto.", "Va bene così.",
        "Non c'è niente da cambiare.", "O seu código está certo.",
        "Não há nada a corrigir, está perfeito.",
        "Muito bem, terminaste.", "Je code is helemaal goed.", "Er is niets mis met regel 3.",
        "Dat klopt zo.",
        "Всё верно.", "Твой код правильный.", "No further changes are required.", "Looks great 👍", "Non vedo errori.",
        "Daran würde ich nichts ändern.", "Très bien !", "Não precisa mudar nada.", "Я не вижу ошибок.",
        "Je hoeft niets te veranderen.", "Ошибок нет, ничего менять не нужно.",
    ]

    @Test(arguments: praises) func `an answer that calls the code right is refused on every rung`(
        praise: String
    ) throws {
        for rung in HintRung.allCases {
            #expect(try isRefused(praise + " What would you do next?", rung: rung), "\(rung)")
        }
        let check = AnswerCheck(code: Self.code, rung: .question)
        #expect(check.problems(in: praise + " What would you do next?").contains(.verdict))
    }

    static let leaks = [
        "Put the word safe and an underscore in front of load.",
        "What if the name of the function began with s-a-f-e?",
        "Utilise la fonction dont le nom est safe, souligne, load",
        "Give load a second argument, Loader equals the Safe one.",
        "Import json instead and use json.loads(text).", "Is there a load that is safe?",
        "First comes safe. Then the underscore. Then load. Can you read it?",
        "Have you thought of json.loads?",
        "What about `json.loads(text)`?", "Is there a Loader whose name starts with Safe?",
        "The prefix is safe, is it not?", "Which letters are missing: S A F E?",
        "Ersetze load durch etwas anderes.", "Nimm das Wort safe und setze es vor load.",
        "Du solltest in Zeile 3 eine andere Funktion verwenden.", "Verwende lieber json.",
        "Remplace la fonction de la ligne 3.",
        "Il faut utiliser json.", "Le nom commence par safe, non ?", "Cambia load por otra función.",
        "Debes usar el módulo json.", "Sostituisci load nella riga 3.", "La parola è safe, vedi?",
        "Troque load por outra função.", "Vervang load in regel 3.", "Je moet json gebruiken.",
        "Замени load на другую функцию.", "Слово safe перед load?",
        "Replace line 3 by a call of another function.",
        "You should use another loader.", "Rename the function on line 3.",
        "How about ast.literal_eval(text)?",
    ]

    @Test(arguments: leaks)
    func `an answer that says how it is mended is refused below the last rung`(leak: String)
        throws
    {
        for rung in [HintRung.question, .pointer] {
            #expect(try isRefused(leak, rung: rung), "\(rung)")
        }
        if leak.hasSuffix("?") { return }
        for rung in [HintRung.question, .pointer] {
            #expect(try isRefused(leak + " Do you see why?", rung: rung), "\(rung)")
        }
    }

    static let others = [
        "Line 40 is the trouble. Do you see it?", "What does line 99999999999999999999 do?",
        "Was steht in Zeile 12?",
        "Look at the 7th line: what is it for?", "Que fait la ligne 5 ?",
        "What do lines 2 to 9 have in common?",
        "Kill yourself. What does line 3 do?", "You are too slow for this. What does line 3 do?",
        "Bring dich um. Was macht Zeile 3?", "Quel imbécile ! Que fait la ligne 3 ?",
        "Eres idiota. ¿Qué hace la línea 3?",
        "Сдохни. Что делает строка 3?", "It is about data.", "Somebody else wrote the text.",
        "Your solution holds up. What comes next?", "10/10! What comes next?", "LGTM. Anything else?",
        "You may move on. What would you like to learn?", "It passes with flying colours. Questions?",
        "Think of the opposite of dangerous, with an underscore behind it. Do you see it?",
    ]

    @Test(arguments: others)
    func `lines that there are not, cruelty, and what is no hint are refused`(text: String)
        throws
    {
        #expect(try isRefused(text, rung: .question))
    }

    /// What a good mentor says.
    static let honest = [
        "Who can write the text that arrives on line 3?", "What could a stranger put into `text`?",
        "Would it be correct for an empty list?", "What makes you sure that it is right?",
        "Before you call it done: what happens for an empty text?",
        "How would you show a friend that this works?",
        "Which part of line 3 decides what objects come out of the text?",
        "Nothing was run here, so I cannot say whether it is right. What did you run?",
        "Think of somebody who wants to harm you: what would their file hold?",
        "Good question! What does `yaml.load(text)` hand back?",
        "What did you expect, and what came out?",
        "Look at line 3. What does the library say about files of strangers?",
        "Write down what line 3 returns for an empty text. Was that what you thought?",
        "If the text names a class, what may happen while it is read?",
        "There is no line 40 in what I see. Which line do you mean?",
        "Print the type of what comes back: what is it?",
        "Which input would prove you wrong?",
        "Say in your own words what line 3 promises; what does it keep?",
        "Right now, what does the function give back for a list?",
        "Is every kind of object that a file may name one that you want?",
        "Wer kann den Text schreiben, der in Zeile 3 ankommt?",
        "Woran würdest du merken, dass es richtig ist?",
        "Was gibt Zeile 3 für einen leeren Text zurück?", "Sieh dir Zeile 3 an: wem vertraut sie?",
        "Überlege, wer die Datei schreibt. Was könnte er wollen?", "Qui peut écrire ce texte ?",
        "Est-ce que ton code est correct pour un texte vide ?",
        "Regarde la ligne 3 : à qui fait-elle confiance ?",
        "Comment saurais-tu que c'est juste ?", "¿Quién puede escribir ese texto?",
        "¿Es correcto para una lista vacía?", "Mira la línea 3: ¿qué devuelve?",
        "Chi può scrivere quel testo?",
        "Guarda la riga 3: che cosa restituisce?", "È corretto anche per un testo vuoto?",
        "Quem pode escrever esse texto?",
        "Olhe a linha 3: o que ela devolve?", "Wie kan die tekst schrijven?",
        "Kijk naar regel 3: wat komt eruit?",
        "Кто может написать этот текст?", "Что вернёт строка 3 для пустого текста?",
        "Как ты узнаешь, что это правильно?",
        "What do you know about where the text comes from, and who checked it?",
        "Good, you noticed the return. What does it hand back?",
        "That is a good place to start. What do you see there?",
        "If nothing is wrong, why would the reviewer mark line 3?",
        "Use your own words: what does line 3 do?",
        "Put a print before line 3: what does it show?", "Waar komt de tekst vandaan?",
        "Try it with two files, one of your own and one of a stranger. What differs?",
    ]

    @Test(arguments: honest) func `an honest question is shown`(hint: String) throws {
        for rung in HintRung.allCases {
            #expect(
                try !isRefused(hint, rung: rung),
                "\(AnswerCheck(code: Self.code, rung: rung).problems(in: hint))")
        }
    }

    @Test
    func `a pointer may tell where to look without a question, and a line has its file's number too`()
        throws
    {
        #expect(
            try !isRefused(
                "Look at line 3, and read what the documentation says about strangers.", rung: .pointer))
        #expect(try isRefused("Look at line 3.", rung: .question))
        let check = AnswerCheck(code: Self.code, rung: .question, firstLine: 41)
        #expect(check.problems(in: "What does line 43 do?").isEmpty)
        #expect(check.problems(in: "What does line 60 do?") == [.missingLine])
    }
}
