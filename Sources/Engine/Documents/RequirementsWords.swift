import Models
import Patterns

/// The fixed words of `requirements.md` in the language that the requirements are written in.
///
/// A document is read in any of them, whatever its requirements are in: a person may change the language by hand.
struct RequirementsWords {
    let audience: String
    let wants: String
    let trouble: String
    let features: String
    let priority: String
    let stack: String
    let constraints: String
    let remark: String
    /// That no model made it, and from what; nil in English, where the origin says it itself.
    let madeOffline: String?

    /// Stands for what nobody said of somebody's trouble: the contract wants a text, and no document shows it.
    static let unsaid = "–"

    /// What made a document, in its language as far as that is known.
    func sentence(of origin: DocumentOrigin) -> String {
        guard let madeOffline, origin.maker == DocumentOrigin.offline, origin.pattern == nil, origin.reason == nil
        else {
            return origin.sentence
        }
        return "\(madeOffline), \(origin.madeAt.text.prefix(10))."
    }

    static func of(_ requirements: RequirementsDoc) -> RequirementsWords {
        let names = requirements.coreFeatures.prefix(20).map(\.name)
        return all[Tongue(([requirements.elevatorPitch] + names).joined(separator: ". "))] ?? english
    }

    /// What a heading opens, in whatever language it is written.
    static func section(titled title: String) -> RequirementsReading.Section? {
        let title = title.lowercased()
        for words in all.values {
            if title == words.audience.lowercased() { return .audience }
            if title == words.features.lowercased() { return .features }
            if title == words.stack.lowercased() { return .stack }
            if title == words.constraints.lowercased() { return .constraints }
        }
        return nil
    }

    static let everyPriority = all.values.map(\.priority)
    /// Each language's words between whom it is for, what they want and what troubles them.
    static let everyPersona = all.values.map { (wants: $0.wants, trouble: $0.trouble) }

    private static let english = RequirementsWords(
        audience: "For whom", wants: "wants", trouble: "Trouble today", features: "Features", priority: "Priority",
        stack: "Stack", constraints: "Constraints",
        remark:
            "Change the name, the pitch, who it is for, features, stack and constraints here, then save: agents go on "
            + "with what stands here. Everything else you write is kept as a note.",
        madeOffline: nil)

    private static let all: [Tongue: RequirementsWords] = [
        .english: english,
        .german: RequirementsWords(
            audience: "Für wen", wants: "– Ziel", trouble: "Heute mühsam", features: "Funktionen",
            priority: "Priorität",
            stack: "Technik", constraints: "Bedingungen",
            remark:
                "Name, Kurzbeschreibung, Zielgruppe, Funktionen, Technik und Bedingungen hier ändern und speichern: die "
                + "Agenten arbeiten mit dem weiter, was hier steht. Alles andere bleibt als Notiz.",
            madeOffline: "Offline gemacht, aus den eigenen Sätzen der Idee"),
        .french: RequirementsWords(
            audience: "Pour qui", wants: "– but", trouble: "Difficulté aujourd'hui", features: "Fonctions",
            priority: "Priorité", stack: "Technique", constraints: "Contraintes",
            remark:
                "Changez ici le nom, le résumé, le public, les fonctions, la technique et les contraintes, puis "
                + "enregistrez : les agents continuent avec ce qui est écrit ici. Tout le reste est gardé comme note.",
            madeOffline: "Fait hors ligne, à partir des phrases de l'idée"),
        .spanish: RequirementsWords(
            audience: "Para quién", wants: "– objetivo", trouble: "Problema de hoy", features: "Funciones",
            priority: "Prioridad", stack: "Tecnología", constraints: "Condiciones",
            remark:
                "Cambia aquí el nombre, el resumen, el público, las funciones, la tecnología y las condiciones, y guarda: "
                + "los agentes siguen con lo que está escrito aquí. Todo lo demás se conserva como nota.",
            madeOffline: "Hecho sin conexión, con las frases de la idea"),
        .portuguese: RequirementsWords(
            audience: "Para quem", wants: "– objetivo", trouble: "Problema de hoje", features: "Funcionalidades",
            priority: "Prioridade", stack: "Tecnologia", constraints: "Condições",
            remark:
                "Mude aqui o nome, o resumo, o público, as funcionalidades, a tecnologia e as condições, e salve: os "
                + "agentes continuam com o que está escrito aqui. Todo o resto fica como nota.",
            madeOffline: "Feito offline, com as frases da ideia"),
        .italian: RequirementsWords(
            audience: "Per chi", wants: "– obiettivo", trouble: "Problema di oggi", features: "Funzioni",
            priority: "Priorità", stack: "Tecnologia", constraints: "Condizioni",
            remark:
                "Cambia qui il nome, la sintesi, il pubblico, le funzioni, la tecnologia e le condizioni, poi salva: gli "
                + "agenti proseguono con ciò che è scritto qui. Tutto il resto resta come nota.",
            madeOffline: "Fatto offline, con le frasi dell'idea"),
        .dutch: RequirementsWords(
            audience: "Voor wie", wants: "– doel", trouble: "Nu lastig", features: "Functies", priority: "Prioriteit",
            stack: "Techniek", constraints: "Voorwaarden",
            remark:
                "Verander hier naam, samenvatting, doelgroep, functies, techniek en voorwaarden, en sla op: de agenten "
                + "gaan verder met wat hier staat. Al het andere blijft als notitie bewaard.",
            madeOffline: "Offline gemaakt, van de zinnen van het idee"),
        .polish: RequirementsWords(
            audience: "Dla kogo", wants: "– cel", trouble: "Dzisiejszy kłopot", features: "Funkcje",
            priority: "Priorytet", stack: "Technologia", constraints: "Warunki",
            remark:
                "Zmień tutaj nazwę, opis, odbiorców, funkcje, technologię i warunki, a potem zapisz: agenci pracują dalej z "
                + "tym, co tu stoi. Wszystko inne zostaje jako notatka.",
            madeOffline: "Zrobione offline, ze zdań pomysłu"),
        .japanese: RequirementsWords(
            audience: "対象", wants: "– 目的", trouble: "今の困りごと", features: "機能", priority: "優先度",
            stack: "技術", constraints: "条件",
            remark: "名前、概要、対象、機能、技術、条件をここで直して保存すると、エージェントはその内容で続けます。ほかの文はメモとして残ります。",
            madeOffline: "オフラインで、アイデアの文から作成"),
    ]
}
