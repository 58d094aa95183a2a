import Engine
import JSON
import Testing

@testable import Agents

/// What of a model's hint reaches a student: questions about their code do, in five languages; what gives the repair
/// away does not.
@Suite struct ModelHintTests {
    struct Hint: Sendable, CustomTestStringConvertible {
        let code: String
        let text: String
        var rung = 0
        var testDescription: String { "\(code): \(text)" }

        init(_ code: String, _ text: String, rung: Int = 0) { (self.code, self.text, self.rung) = (code, text, rung) }
    }

    private static let codes: [String: (language: String, code: String)] = [
        "average": (
            "python",
            "def average(values):\n    total = 0\n    for v in values:\n        total = v\n    return total / len(values)\n"
        ),
        "last": ("javascript", "function last(list) {\n  return list[list.length];\n}\n"),
        "greet": ("python", "def greet(name, seen={}):\n    seen[name] = True\n    return len(seen)\n"),
        "pets": ("sql", "SELECT name\nFROM pets\nWHERE owner = NULL;\n"),
        "show": (
            "javascript", "async function show(id) {\n  const user = getUser(id);\n  console.log(user.name);\n}\n"
        ),
        "count": ("go", "func count(k string) {\n\tvar counts map[string]int\n\tcounts[k] = 1\n}\n"),
        "login": ("python", "if password == \"tulip-7\":\n    enter()\n"),
        "row": ("css", ".row {\n  display: flex;\n}\n"),
        "fib": ("python", "def fib(n):\n    return fib(n - 1) + fib(n - 2)\n"),
        "names": ("swift", "let first = names.first!\nprint(first)\n"),
        "clean": ("shellscript", "rm -rf $DIR/tmp\n"),
    ]

    private func isValid(_ hint: Hint) throws -> Bool {
        let (language, code) = try #require(Self.codes[hint.code])
        let task = AgentTask(
            input: [
                "question": "Where should I look?", "code": .string(code), "language": .string(language),
                "hint_level": .integer(hint.rung),
            ], project: ProjectSnapshot(title: "Learn", mode: "student"), matchPatterns: { _, _, _ in [] })
        var context = PromptContext(limitBytes: 100_000)
        let brief = try HintBrief(task, &context)
        if case .valid = brief.check(["hint": .string(hint.text)], context) { return true }
        return false
    }

    private static let good = [
        Hint("average", "Look at line 4: what does `total` hold after the second round for the values 3 and 5?"),
        Hint(
            "average", "Schau auf Zeile 4: Was steht nach der zweiten Runde in `total`, wenn die Werte 3 und 5 sind?"),
        Hint("average", "Regarde la ligne 4 : que vaut `total` après le deuxième tour si les valeurs sont 3 et 5 ?"),
        Hint("average", "Mira la línea 4: ¿qué vale `total` después de la segunda vuelta con los valores 3 y 5?"),
        Hint("average", "Guarda la riga 4: quanto vale `total` dopo il secondo giro, con i valori 3 e 5?"),
        Hint(
            "average", "Work out by hand what `total / len(values)` gives if `total` is 5. Is that what you hoped for?",
            rung: 1),
        Hint(
            "average",
            "A runner wrote down only the last lap and wondered why the sum was so small. With a tally of all laps it "
                + "fitted. What of that is the same on line 4?", rung: 2),
        Hint(
            "last",
            "For a list of three elements, which places are there, and which one does `list[list.length]` ask for?"),
        Hint("last", "Welche Plätze hat eine Liste mit drei Elementen, und nach welchem fragt Zeile 2?"),
        Hint(
            "last",
            "Look at line 2 and write down the numbers of the places of a list of three. Read the documentation of arrays "
                + "on how places are counted.", rung: 1),
        Hint("last", "Scrivi i numeri dei posti di una lista con tre elementi: quale chiede la riga 2?"),
        Hint(
            "pets",
            "How many rows come back if two pets have no owner? What does the database answer when something is compared "
                + "with nothing at all?"),
        Hint(
            "pets",
            "¿Qué responde la base de datos cuando se compara algo con un valor desconocido? Piensa en dos mascotas sin dueño."
        ),
        Hint(
            "pets",
            "Lies in der Dokumentation nach, was ein Vergleich mit einem unbekannten Wert ergibt, und zähle die Zeilen für "
                + "zwei Tiere ohne Besitzer.", rung: 1),
        Hint(
            "show", "What does `user` hold right after line 2: the person, or something that will hand it over later?"),
        Hint(
            "show",
            "Put a print before and after line 2 and number the lines in the order in which they run. Which one is later "
                + "than you thought?", rung: 1),
        Hint("count", "Which line makes the map that `counts` names, before the first entry is put into it?"),
        Hint(
            "count", "Gehe Zeile für Zeile durch: Was ist `counts`, bevor Zeile 3 zum ersten Mal etwas hineinlegt?"),
        Hint("login", "Who can read line 1 today, and who in ten years, once it is in the history?"),
        Hint("login", "Wer kann Zeile 1 lesen, heute und in zehn Jahren?"),
        Hint("fib", "Follow `fib(2)` down by hand. Which call is the last one, and when does it end?"),
        Hint("fib", "Suis `fib(2)` à la main : quel est le dernier appel, et quand s'arrête-t-il ?"),
        Hint("names", "For which `names` is there no first element, and what happens on line 1 then?"),
        Hint("names", "Per quali `names` non c'è un primo elemento, e che cosa succede allora alla riga 1?"),
        Hint("clean", "What does line 1 remove if `$DIR` is empty? Say the line aloud with nothing in its place."),
        Hint("clean", "¿Qué borra la línea 1 si `$DIR` está vacía? Di la línea en voz alta con nada en su lugar."),
    ]

    private static let leaks = [
        Hint("average", "What would happen if `total` were added to instead of replaced on line 4?"),
        Hint("average", "Line 4 wants a plus before the equals sign, doesn't it?"),
        Hint("average", "In Zeile 4 fehlt ein Plus vor dem Gleichheitszeichen, oder?"),
        Hint("average", "Et si tu écrivais total += v à la ligne 4 ?"),
        Hint("average", "¿No faltará un signo más delante del igual en la línea 4?"),
        Hint("average", "A similar one: s = 0, then for each x: s += x. What of that is the same?", rung: 2),
        Hint("last", "Which index is `list.length - 1`?"),
        Hint("last", "Have you thought of subtracting one from the length?"),
        Hint("last", "Zieh eins von der Länge ab. Was kommt dann heraus?"),
        Hint("last", "E se togliessi uno dalla lunghezza?"),
        Hint("greet", "Pourquoi ne pas mettre None par défaut et créer le dictionnaire dans la fonction ?"),
        Hint("pets", "What does IS NULL do that your line does not?"),
        Hint("pets", "¿Conoces IS NULL?"),
        Hint("pets", "Was täte `owner IS NULL` anders?"),
        Hint("show", "Is there an await missing before getUser on line 2?"),
        Hint("show", "Fehlt da nicht ein await vor dem Aufruf in Zeile 2?"),
        Hint("show", "La ligne 2 n'aurait-elle pas besoin du mot await ?"),
        Hint("count", "What does make(map[string]int) give you?"),
        Hint("login", "Read the value from os.environ instead; who can see it then?"),
        Hint("login", "¿Y si la leyeras de una variable de entorno con os.getenv?"),
        Hint("row", "Kennst du die Eigenschaft flex-wrap?"),
        Hint("fib", "What if you returned n when n is less than 2?"),
        Hint("fib", "E se restituissi n quando n è minore di 2?"),
        Hint("names", "Try guard let first = names.first else { return } and see. What happens?"),
        Hint("names", "As-tu pensé à if let ?"),
        Hint("clean", "Put double quotes around the variable and a question mark behind its name. What changes?"),
        Hint("clean", "Setze Anführungszeichen um $DIR. Was ändert sich?"),
    ]

    @Test(arguments: good)
    func `a question about the student's own code passes`(hint: Hint) throws {
        #expect(try isValid(hint))
    }

    @Test(arguments: leaks)
    func `a hint that gives the repair away does not pass`(hint: Hint) throws {
        #expect(try !isValid(hint))
    }
}
