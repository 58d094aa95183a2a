/// The words that the check of a student's texts knows, in small letters unless they are looked for as they are written.
extension ForeignCode {
    static func set(_ words: String) -> Set<Substring> { Set(words.split(whereSeparator: \.isWhitespace)) }

    private static func phrases(_ lines: String) -> [[Substring]] {
        lines.split(separator: "\n").flatMap { $0.split(separator: "|") }.map { $0.split(separator: " ") }
            .filter { !$0.isEmpty }
    }

    static let definers = set("def function func fn fun class struct sub")
    static let fileEndings = set(
        "py js jsx ts tsx mjs go md txt json html css scss sql swift yaml yml toml sh c h rs java")
    /// What runs give; nobody's repair consists of one.
    static let results = set("true false undefined nan")
    static let constants = set("none null nil true false undefined nan")
    /// What a word ends with for more than one: "line(s)".
    static let endings = set("s es n en e in innen r er x")
    static let heads = set("return assert await raise throw new except catch import def lambda yield typeof delete")

    static let exceptions = set("exception oserror valueerror keyerror typeerror error ioerror filenotfounderror")

    /// English words that are names in code as well.
    static let prose = set(
        "a an the is are was were be it this that of in on to for and or not with from about as by at if else when while what "
            + "which who where how why do does did you your i my we one two three first last next each every all any no line "
            + "lines list value values number name word items item order count total result return returns mean means say "
            + "der die das und oder nicht ist ein eine wenn dann was wie warum la le les el los un una que y o e en de si"
    )

    static let properNames = set(
        "JavaScript TypeScript GitHub GitLab PyYAML NumPy PostgreSQL MySQL MongoDB SQLite StackOverflow CodeForge OpenAI macOS "
            + "iOS VSCode LaTeX GraphQL YouTube WhatsApp McDonald LeetCode OWASP README SwiftUI UTF8 utf8 ES6 HTML5 CSS3 "
            + "Python3 py3 h1 h2 h3 H1 H2 MP3 mp3 B2B PhD")

    /// Words of languages and libraries that are no words of English, as they are written.
    static let codeWords = set(
        "await async elif isinstance typeof instanceof bcrypt scrypt argon2 pbkdf2 sha256 sha512 hmac WHERE JOIN LIMIT HAVING "
            + "COALESCE DISTINCT TRANSACTION ROLLBACK nullptr strcmp malloc snprintf strncpy strdup fgets sizeof unwrap len "
            + "enumerate isNaN parseInt parseFloat")

    /// In a sentence that proposes something these are the repair, unless the student wrote them.
    static let telling = set(
        "equals equal equality plus minus times modulo bracket brackets parentheses parenthesis quote quotes comma colon "
            + "semicolon asterisk underscore square power none null nil true false return returns returned and or not is in "
            + "async await const let var def class self this new try except catch finally raise throw throws with as yield "
            + "break continue pass else elif lambda import int str float number string bool list dict set tuple sum len range "
            + "map filter reduce sort sorted reversed reverse append push extend join split strip trim replace format encode "
            + "decode hash salt bcrypt scrypt argon sha timeout limit where having group distinct parameter parameters "
            + "parameterised parametrised parameterized placeholder placeholders textcontent innertext innerhtml escape "
            + "strict default optional guard defer context close closes finally zero one two three four five six seven eight "
            + "nine ten eleven twelve exception oserror valueerror keyerror error errors key ref memo callback effect state "
            + "dependency dependencies gleich gleichheitszeichen pluszeichen klammer klammern anführungszeichen komma "
            + "doppelpunkt rückgabe null eins zwei drei elf mal igual iguales más menos paréntesis comillas coma dos tres "
            + "once cero uno égal égale parenthèse parenthèses guillemets virgule deux trois onze zéro uguale parentesi "
            + "virgolette virgola due tre undici parênteses aspas vírgula dois onze"
    )

    /// Of those, the ones that every sentence may have.
    static let common = set(
        "in is or and not as with this new one two three four five list set map key error errors return returns returned zero "
            + "number null state limit group no parameter parameters string")

    /// What proposals begin with; what follows within a few words must tell to look, to run or to say something.
    static let proposals = phrases(
        """
        why not|why don t you|why dont you|why don't you|have you tried|have you met|have you thought of|have you considered
        have you heard of|did you try|did you forget|didn t you forget|how about|what about using|what about writing|would it help to
        have you seen|is there not a|isn t there a|you could|you might|you may want|could you|couldn t you|you should|should you|shouldn t you
        try to|try using|try writing|consider using|consider writing|remember to use|it should read|should read|line reads|code reads|were to read
        warum nicht|wieso nicht|weshalb nicht|wie wäre es mit|wie wär s mit|hast du schon|hast du mal|kennst du|probier|versuch es mit|du könntest|du kannst|könntest du|du solltest|solltest du
        por qué no|porque no|has probado|has pensado en|conoces|qué tal|que tal|podrías|deberías|te falta|prueba con
        pourquoi ne pas|pourquoi pas|as tu essayé|avez vous essayé|as tu pensé à|connais tu|tu pourrais|pourrais tu|tu devrais|il suffit de|essaie de
        perché non|perche non|hai provato|hai pensato a|conosci|potresti|dovresti|prova a
        por que não|por que nao|já tentou|você poderia|poderias|deverias|conhece
        waarom niet|heb je geprobeerd|ken je|je zou kunnen|почему бы не|почему не|ты пробовал|можно использовать|为什么不|试试
        """)

    /// What leads on to a change: "what if you replaced".
    static let conditions = phrases(
        """
        what if|what happens if|what would happen if|suppose|imagine|would it|was wenn|was wäre wenn|was passiert wenn|was geschähe wenn|y si|qué pasa si|qué pasaría si|et si|que se passe t il si|e se|cosa succede se|en als|wat als|что если
        """)
    static let changes = set(
        "replaced replace put swapped swap used use took take added add wrote changed switched exchanged removed dropped "
            + "returned started began ended compared multiplied divided subtracted squared called made moved set turned "
            + "declared initialised initialized awaited wrapped closed hashed escaped sorted ersetzt ersetzen ersetzte "
            + "schreibst schreibt benutzt benutzen verwendest verwendet nimmst nähmst nimmt setzt setzen tauschst änderst "
            + "ändertest löschst hinzufügst zurückgibt zurückgäbe usas usaras cambias cambiaras pones pusieras reemplazas "
            + "quitas agregas añades devuelves devuelve utilises utilisais remplaces remplaçais mets mettais changes changeais "
            + "ajoutes ajoutais enlèves écris usi usassi sostituisci metti cambi aggiungi togli usasses trocas trocasse "
            + "colocasses gebruikt vervangt vervangen zet заменить заменишь использовать поставить")

    /// Words of a replacement anywhere in a sentence; with a telling word they give it away.
    static let replacings = set(
        "replace replaced replacing swap swapped instead substitute substituted exchange exchanged use using used put add "
            + "insert prepend append wrap write change rewrite switch drop remove delete need needs missing lacks lacking "
            + "forgot forgotten forget without rather multiply divide subtract make nimm benutze "
            + "benutz verwende ersetze ersetzen statt stattdessen anstelle schreibe schreib setze füge fehlt brauchst ändere "
            + "vergessen tausche lösche usa usar utiliza pon poner añade agrega cambia cambiar reemplaza falta olvidaste "
            + "necesitas escribe lugar utilise utiliser mets mettre ajoute remplace remplacer manque oublié écris change "
            + "plutôt sostituisci usare metti aggiungi manca dimenticato scrivi invece use usar coloca troca substitui faltou "
            + "esqueceu escreve gebruik vervang schrijf vergeten используй замени напиши добавь вместо")

    /// Beginnings of words that lead to looking, running and saying.
    static let looks = [
        "print", "run", "ran", "log", "trace", "follow", "step", "read", "say", "said", "draw", "paper", "debug",
        "test",
        "input", "empty", "call", "feed", "type", "walk", "explain", "tell", "describe", "predict", "guess", "watch",
        "look",
        "check", "count", "compare", "show", "find", "point", "name", "list", "think", "imagine", "work", "figure",
        "work",
        "ausprobier", "ausführ", "lies", "lese", "lass", "sag", "zeichn", "druck", "ausgeb", "erklär", "leer", "finde",
        "zeig",
        "beschreib", "nenn", "verfolg", "herausfind", "ejecut", "imprim", "lee", "leer", "sigue", "seguir", "dibuj",
        "vacía",
        "vacío", "decir", "explic", "mostr", "encontr", "exécut", "affich", "lire", "lis", "suivre", "dessin", "vide",
        "dire",
        "expliqu", "montr", "trouv", "esegu", "stamp", "legg", "segu", "disegn", "vuot", "spieg", "dir", "execut",
        "ler",
        "vazi", "dizer", "uitvoer", "lees", "teken", "запуст", "вывест", "прочит", "объясн", "сказ",
    ]

    /// Words of code that are a name of something there: "where is return?".
    static let nouns = set(
        "return await async break continue else except finally try catch yield const static and or not is")
    static let beforeNouns = set(
        "is no missing forget forgot without from met like write put use add wo ist kein fehlt dónde está falta où est manque "
            + "dov è")
    static let afterNouns = set(
        "it that this there right correct the a an your what how why who which when where so about for to in of value values type you being empty "
            + "enough always never only still also even just one done sure true false called used run reached equal "
            + "greater less larger smaller bigger zero the")
}
