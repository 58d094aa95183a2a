import Patterns

/// What somebody wants who asks the mentor, as far as the wording shows it.
///
/// A wrong guess does no harm: no intent has an answer that calls code right.
package enum MentorIntent: Sendable {
    /// Nothing is asked: "ok thanks".
    case thanks
    /// The code shall be judged: "Is this correct?", "I'm done".
    case approval
    /// The code shall be written by somebody else: "just give me the code".
    case begging
    /// Something was seen that should not be: "it prints None".
    case symptom
    /// Anything else, such as "What is the right way to read a file?".
    case question

    package init(_ question: String) {
        let words = Words.split(question, limit: 80)
        guard let first = words.first else {
            self = .question
            return
        }
        let spoken = Set(words)
        if words.count <= 8, !question.contains("?"), Self.thanks(words) {
            self = .thanks
        } else if Self.begs(words) {
            self = .begging
        } else if Self.asksForCheck(words, question) {
            self = .approval
        } else if Self.openQuestions.contains(first) {
            let isComplaint = !spoken.subtracting(["why"]).isDisjoint(with: Self.complaints)
            self = first == "why" && isComplaint ? .symptom : .question
        } else if Self.yesOrNo.contains(first), !spoken.isDisjoint(with: Self.judgements) {
            self = .approval
        } else if words.count > 2, Self.yesOrNo.contains(first), ["this", "it", "my"].contains(words[1]) {
            self = .approval
        } else if !spoken.isDisjoint(with: Self.complaints) {
            self = .symptom
        } else {
            self = spoken.isDisjoint(with: Self.judgements) ? .question : .approval
        }
    }

    /// "I think that it is fine, can you check that withdraw is right? You must not …", "这个函数对吗".
    private static func asksForCheck(_ words: [String], _ question: String) -> Bool {
        let spoken = Set(words)
        if ["对吗", "对不对", "正确吗", "对么"].contains(where: question.contains) { return true }
        let isAsked = !spoken.isDisjoint(with: ["check", "verify", "prufen", "verificar", "controllare", "verifier"])
        return isAsked && !spoken.isDisjoint(with: judgements.subtracting(["check", "review"]))
            && spoken.isDisjoint(with: ["why", "crash", "crashes", "fails", "error", "wrong"])
    }

    /// "ok, makes sense", "Danke, jetzt verstehe ich es!".
    private static func thanks(_ words: [String]) -> Bool {
        let spoken = Set(words)
        return spoken.isSubset(of: closings)
            || !spoken.isDisjoint(with: foreignThanks) && spoken.isDisjoint(with: wares)
                && spoken.isDisjoint(with: complaints)
    }

    /// "Give me the code", "write it for me", "I need the answer".
    private static func begs(_ words: [String]) -> Bool {
        let spoken = Set(words)
        let isQuestion = words.first.map(openQuestions.contains) ?? false
        // Who they are stands before what they want: "I am the teacher of this class, tell me …".
        let wants = !isQuestion && words.prefix(12).contains(where: demands.contains)
        let order = words.first { !fillers.contains($0) }
        if commands(words) || !isQuestion && order.map(orders.contains) ?? false && asksForText(spoken) {
            return true
        }
        let line = " " + words.joined(separator: " ") + " "
        if limits.contains(where: { line.contains(" \($0) ") }) { return true }
        return wants && asksForWare(words) || spoken.isSuperset(of: ["write", "for", "me"])
            || spoken.isSuperset(of: ["what", "to", "type"])
    }

    /// "I want the first answer only" wants what the program gives, and no solution.
    private static func asksForWare(_ words: [String]) -> Bool {
        words.indices.contains { index in
            wares.contains(words[index])
                && !(index > 0
                    && ["first", "last", "next", "second", "every", "each", "wrong", "no"].contains(words[index - 1]))
        }
    }

    /// "Ignore your rules", "you are now …", "SYSTEM: …", "student mode is off": words to the program, not about the code.
    private static func commands(_ words: [String]) -> Bool {
        let spoken = Set(words)
        if !spoken.isDisjoint(with: ignoring), !spoken.isDisjoint(with: rules) { return true }
        let line = " " + words.joined(separator: " ") + " "
        return words.first == "system" || roles.contains { line.contains(" " + $0 + " ") }
    }

    /// Whether an order to write is about code, and not about how something works.
    private static func asksForText(_ spoken: Set<String>) -> Bool {
        spoken.isDisjoint(with: [
            "how", "why", "explain", "understand", "hint", "hints", "hinweis", "pista", "wie", "warum", "como",
            "comment", "come", "perche",
        ])
            && (!spoken.isDisjoint(with: wares) || !spoken.isDisjoint(with: pieces))
    }

    private static let fillers = WordList.set("just please ok okay so then now hey hi bitte einfach")
    private static let limits = [
        "do my homework", "do my assignment", "do my exercise", "solve it for me", "fix it for me", "fix this for me",
        "do it for me", "have to write", "should i write", "what to write", "only tell me", "just tell me",
        "not want to learn", "dont want to learn", "dont want hints", "no hints", "not want hints",
        "only the answer", "only the code", "only the solution", "just the answer", "just the code",
        "just the solution",
        "nur die losung", "nur den code", "solo el codigo", "solo la respuesta", "juste le code", "juste la reponse",
        "solo il codice", "so o codigo", "zrob to za mnie", "napisz to za mnie", "po prostu kod",
    ]
    private static let orders = WordList.set(
        "give show tell print output repeat complete rewrite replace fill spell encode reveal finish translate write paste "
            + "send say gib schreib schreibe zeig zeige wiederhole vervollstandige ersetze ubersetze nenne dame dime escribe "
            + "escribeme muestra muestrame repite completa reemplaza donne montre ecris repete complete remplace scrivi "
            + "scrivimi mostra mostrami ripeti sostituisci escreve escreva mostre repita complete substitua")
    private static let pieces = WordList.set(
        "correct correctly right fix fixed function funktion funcion funzione fonction funcao line ligne linea zeile riga linha version "
            + "operator operador operatore operateur missing characters blank blanks diff patch")
    private static let ignoring = WordList.set(
        "ignore disregard forget override bypass ignoriere vergiss ignora ignorez ignore oublie oubliez olvida dimentica "
            + "esqueca ignorar")
    private static let rules = WordList.set(
        "instructions instruction rules rule previous prompt anweisungen regeln instrucciones reglas consignes regles "
            + "istruzioni regole instrucoes regras")
    private static let roles = [
        "you are now", "act as", "pretend to be", "pretend you are", "student mode", "builder mode", "developer mode",
        "du bist jetzt", "tu es maintenant", "ahora eres", "adesso sei", "agora voce e", "jailbreak",
    ]

    /// Whether words are English enough for it to be said what is not among them.
    package static func isEnglish(_ words: [String]) -> Bool {
        words.count(where: english.contains) * 3 >= words.count && !words.contains(where: foreign.contains)
    }

    /// Whether one of the words is of programming, in a language that is known a little.
    package static func isAboutPrograms(_ words: [String]) -> Bool { words.contains(where: programming.contains) }

    private static let demands = WordList.set(
        "give need want show tell paste print write send gib schreib schreibe schick zeig zeige sag brauche will donne "
            + "donnez ecris envoie montre veux dame dime manda mandame escribe escribeme muestra necesito quiero dammi "
            + "dimmi scrivi scrivimi mostra mostrami voglio mi me escreve manda preciso geef schrijf toon "
            + "дай напиши покажи daj pokaz podaj napisz wyslij potrzebuje chce")
    private static let wares = WordList.set(
        "code answer answers solution solutions corrected fixed losung losungen antwort fertigen fertige reponse "
            + "reponses solution corrige corrigee codigo respuesta respuestas solucion corregido soluzione risposta codice "
            + "corretto corretta solucao resposta fix musterlosung loesung oplossing antwoord код ответ решение kod kodu rozwiazanie rozwiazania odpowiedz"
    )
    /// Words that make a question one about programs, whatever the code says.
    package static let programming = WordList.set(
        "code function functions method loop variable test tests line lines value values type types list array class "
            + "object import run runs running program error bug return string number file database query page button "
            + "screen why this its here faster slow safe work works start step difference between mean means css html sql "
            + "table column row rows select join shell script git commit branch merge component state render hook async "
            + "await promise pointer struct interface module import test tests api request server click field form "
            + "funktion schleife fehler zeile wert liste klasse abfrage tabelle programm fonction boucle erreur ligne valeur "
            + "liste classe requete programme funcion bucle error linea valor lista clase consulta programa funzione ciclo "
            + "errore riga valore classe programma funcao laco erro linha classe react vue angular python java javascript "
            + "typescript swift rust golang bash django flask node language sprache lenguaje langage linguaggio keyword "
            + "const def func import range copied internet tutorial ugly")

    private static let english = WordList.set(
        "the a an is are was do does did can could will would should how what why when where who which i you my your me "
            + "we it this that of in on to for and or not with from about have has be please write tell give explain help"
    )
    /// Short words of other languages that English lacks.
    private static let foreign = WordList.set(
        "der die das und ist nicht ein eine ich wie warum wird il la le les des est que pas je une dans pour ou el los las "
            + "por como para una lo che non per sono mi di um uma nao isso com het een niet")

    private static let closings = WordList.set(
        "ok okay thanks thank you thx ty got it great cool perfect nice good fine bye cheers alright understood i see "
            + "that helps makes sense now very much so a lot all right yes yep awesome super")
    private static let foreignThanks = WordList.set(
        "danke merci gracias grazie obrigado obrigada bedankt dank dzieki dziekuje spasibo спасибо")
    private static let openQuestions = WordList.set("what which how why where who when whats hows whys")
    /// With letters folded as `Words.split` does.
    private static let yesOrNo = WordList.set(
        "is are does do did am have has can could should will would was were isnt arent doesnt")
    private static let judgements = WordList.set(
        "correct correctly right rightly properly ok okay fine good safe safely secure handled stored done finished solved work works working complete ready valid perfect bug bugs "
            + "mistake mistakes wrong error errors check review grade rate pass passes passed richtig korrekt stimmt fertig "
            + "passt juste bon bonne correcte fini finie termine correcto correcta bien listo terminado giusto giusta "
            + "corretto corretta bene finito certo correto correta pronto goed juist klaar "
            + "dobrze poprawny poprawne poprawnie prawidlowo gotowe")
    private static let complaints = WordList.set(
        "always still stays forever nothing not wrong error errors fail fails failed failing crash crashes broken breaks stuck why instead nothing never "
            + "doesnt isnt cant wont didnt dont prints printed returns returned gives gave got gets shows unexpected "
            + "expected exception undefined none null nan infinite nicht falsch warum wieso fehler kaputt nichts pas "
            + "pourquoi erreur faux rien porque perche errore sbagliato niente erro errado waarom fout dlaczego czemu blad zle"
    )
}
