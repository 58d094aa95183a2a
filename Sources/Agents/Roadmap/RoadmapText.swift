import Patterns

/// A roadmap's texts in the idea's language, where that is another than English.
///
/// Few and plain: of such an idea nothing is known but its own sentences.
struct RoadmapText {
    let tongue: Tongue

    /// Nil in English, whose texts say more.
    init?(_ requirements: String) {
        tongue = Tongue(requirements)
        // Its texts are in seven languages.
        if tongue == .english || tongue == .polish || tongue == .japanese { return nil }
    }

    private func say(
        _ german: String, _ french: String, _ spanish: String, _ portuguese: String, _ italian: String, _ dutch: String
    ) -> String { Frame.pick(tongue, "", german, french, spanish, portuguese, italian, dutch) }

    func title(_ name: String) -> String {
        say(
            "Lernpfad: \(name)", "Parcours : \(name)", "Ruta: \(name)", "Percurso: \(name)", "Percorso: \(name)",
            "Leerpad: \(name)")
    }

    var description: String {
        say(
            "Jeder Schritt endet mit etwas, das läuft. Offline gemacht; die Stunden sind grob geschätzt und von niemandem gemessen.",
            "Chaque étape finit par quelque chose qui marche. Fait hors ligne ; les heures sont estimées à la louche.",
            "Cada paso termina en algo que funciona. Hecho sin conexión; las horas son una estimación que nadie midió.",
            "Cada passo termina em algo que funciona. Feito offline; as horas são uma estimativa que ninguém mediu.",
            "Ogni passo finisce con qualcosa che funziona. Fatto offline; le ore sono una stima che nessuno ha misurato.",
            "Elke stap eindigt met iets dat werkt. Offline gemaakt; de uren zijn een ruwe schatting die niemand heeft gemeten."
        )
    }

    var setUp: (String, String, [String]) {
        (
            say(
                "Werkzeug einrichten", "Préparer l'atelier", "Preparar el taller", "Preparar a oficina",
                "Preparare l'officina", "De werkplaats inrichten"),
            say(
                "Ein leeres Projekt, das startet.", "Un projet vide qui démarre.", "Un proyecto vacío que arranca.",
                "Um projeto vazio que arranca.", "Un progetto vuoto che parte.", "Een leeg project dat start."),
            [
                say(
                    "Sprache und Werkzeuge installieren und ein Beispiel starten",
                    "Installer le langage et les outils, lancer un exemple",
                    "Instalar el lenguaje y las herramientas y arrancar un ejemplo",
                    "Instalar a linguagem e as ferramentas e executar um exemplo",
                    "Installare il linguaggio e gli strumenti e avviare un esempio",
                    "Taal en gereedschap installeren en een voorbeeld starten"),
                say(
                    "Projekt anlegen und unter Versionsverwaltung stellen",
                    "Créer le projet et le mettre sous gestion de versions",
                    "Crear el proyecto y ponerlo bajo control de versiones",
                    "Criar o projeto e pô-lo sob controlo de versões",
                    "Creare il progetto e metterlo sotto controllo di versione",
                    "Het project aanmaken en onder versiebeheer zetten"),
            ]
        )
    }

    var parts: (String, String, [String]) {
        (
            say(
                "Die Teile finden", "Trouver les parties", "Encontrar las partes", "Encontrar as partes",
                "Trovare le parti", "De onderdelen vinden"),
            say(
                "Was hineinkommt, was herauskommt und was dazwischen gemerkt wird.",
                "Ce qui entre, ce qui sort et ce qui est gardé entre les deux.",
                "Lo que entra, lo que sale y lo que se recuerda entre medias.",
                "O que entra, o que sai e o que se guarda entre os dois.",
                "Che cosa entra, che cosa esce e che cosa si ricorda nel mezzo.",
                "Wat erin gaat, wat eruit komt en wat ertussen onthouden wordt."),
            [
                say(
                    "Die Teile als Kästen zeichnen und an jeden Pfeil schreiben, was dort weitergegeben wird",
                    "Dessiner les parties en boîtes et nommer ce que porte chaque flèche",
                    "Dibujar las partes como cajas y nombrar lo que lleva cada flecha",
                    "Desenhar as partes como caixas e nomear o que leva cada seta",
                    "Disegnare le parti come riquadri e nominare ciò che porta ogni freccia",
                    "De onderdelen als vakken tekenen en bij elke pijl schrijven wat er doorgaat")
            ]
        )
    }

    func build(_ feature: String) -> String {
        say(
            "Bauen: \(feature)", "Construire : \(feature)", "Construir: \(feature)", "Construir: \(feature)",
            "Costruire: \(feature)", "Bouwen: \(feature)")
    }

    var buildSteps: [String] {
        [
            say(
                "Ein Beispiel aufschreiben: was hineingeht und was zu sehen sein soll",
                "Écrire un exemple : ce qui entre et ce qu'on doit voir",
                "Escribir un ejemplo: qué entra y qué debe verse",
                "Escrever um exemplo: o que entra e o que se deve ver",
                "Scrivere un esempio: che cosa entra e che cosa si deve vedere",
                "Een voorbeeld opschrijven: wat erin gaat en wat te zien moet zijn"),
            say(
                "Das Kleinste bauen, das dieses Beispiel schafft, und es starten",
                "Construire le plus petit morceau qui réussit cet exemple, et le lancer",
                "Construir lo mínimo que cumpla el ejemplo y arrancarlo",
                "Construir o mínimo que cumpra o exemplo e executá-lo",
                "Costruire il minimo che soddisfa l'esempio e avviarlo",
                "Het kleinste bouwen dat dit voorbeeld haalt, en het starten"),
            say(
                "DECIDE: was bei unsinniger Eingabe geschieht", "DECIDE: ce qui arrive avec une entrée absurde",
                "DECIDE: qué pasa con una entrada sin sentido", "DECIDE: o que acontece com uma entrada sem sentido",
                "DECIDE: che cosa succede con un ingresso insensato", "DECIDE: wat er bij onzinnige invoer gebeurt"),
            say(
                "Aus dem Beispiel einen Test machen", "Faire de l'exemple un test",
                "Convertir el ejemplo en una prueba",
                "Transformar o exemplo num teste", "Fare dell'esempio un test", "Van het voorbeeld een test maken"),
        ]
    }

    var test: (String, String, [String]) {
        (
            say(
                "Zeigen, dass es stimmt", "Prouver que cela marche", "Demostrar que funciona", "Provar que funciona",
                "Dimostrare che funziona", "Tonen dat het klopt"),
            say(
                "Tests für das, was beim Bauen schiefging.", "Des tests pour ce qui a raté en chemin.",
                "Pruebas para lo que salió mal.",
                "Testes para o que correu mal.", "Test per ciò che è andato storto.", "Tests voor wat misging."),
            [
                say(
                    "Drei Fehler aufschreiben, die beim Bauen geschahen, und aus jedem einen Test machen",
                    "Noter trois erreurs survenues et faire de chacune un test",
                    "Anotar tres errores ocurridos y hacer de cada uno una prueba",
                    "Anotar três erros que aconteceram e fazer de cada um um teste",
                    "Annotare tre errori accaduti e fare di ciascuno un test",
                    "Drie fouten die gebeurden opschrijven en van elk een test maken")
            ]
        )
    }

    var launch: (String, String, [String]) {
        (
            say(
                "Zu den Leuten bringen", "Le montrer aux gens", "Llevarlo a la gente", "Levá-lo às pessoas",
                "Portarlo alle persone", "Naar de mensen brengen"),
            say(
                "Etwas Laufendes und ein paar Leute, die es versucht haben.",
                "Quelque chose qui tourne et des gens qui l'ont essayé.",
                "Algo que funciona y gente que lo ha probado.", "Algo a funcionar e pessoas que o experimentaram.",
                "Qualcosa che gira e persone che l'hanno provato.",
                "Iets dat draait en mensen die het geprobeerd hebben."),
            [
                say(
                    "DECIDE: wo es läuft und was das im Monat kostet",
                    "DECIDE: où cela tourne et ce que cela coûte par mois",
                    "DECIDE: dónde funciona y cuánto cuesta al mes", "DECIDE: onde corre e quanto custa por mês",
                    "DECIDE: dove gira e quanto costa al mese", "DECIDE: waar het draait en wat dat per maand kost"),
                say(
                    "Jemandem beim Benutzen zusehen", "Regarder quelqu'un s'en servir", "Mirar cómo alguien lo usa",
                    "Ver alguém a usá-lo",
                    "Guardare qualcuno che lo usa", "Kijken hoe iemand het gebruikt"),
            ]
        )
    }

    /// What an app with no template is to be, where its parts stand below.
    static func partsBelow(_ name: String, _ shape: String, _ tongue: Tongue) -> String {
        Frame.pick(
            tongue,
            "\(name) is to be \(shape). There is no offline template for it: below stands one part for each feature, and how they work together is yours to decide.",
            "\(name) soll \(shape) werden. Dafür gibt es offline keine Vorlage: unten steht ein Teil für jede Funktion; wie sie zusammenwirken, ist zu entscheiden.",
            "\(name) : \(shape). Il n'y a pas de modèle hors ligne pour cela ; voici une partie par fonction, et leur jeu ensemble reste à décider.",
            "\(name): \(shape). No hay plantilla sin conexión para ello; abajo hay una parte por función, y cómo se unen queda por decidir.",
            "\(name): \(shape). Não há modelo offline para isso; abaixo está uma parte por funcionalidade, e como se juntam fica por decidir.",
            "\(name): \(shape). Non c'è un modello offline per questo; sotto sta una parte per funzione, e come si uniscono resta da decidere.",
            "\(name): \(shape). Daar is offline geen sjabloon voor; hieronder staat een onderdeel per functie, en hoe ze samenwerken is nog te beslissen."
        )
    }
}
