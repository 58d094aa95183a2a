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
            + "with what stands here. Everything else you write is kept as a note.")

    private static let all: [Tongue: RequirementsWords] = [
        .english: english,
        .german: RequirementsWords(
            audience: "Für wen", wants: "– Ziel", trouble: "Heute mühsam", features: "Funktionen",
            priority: "Priorität",
            stack: "Technik", constraints: "Bedingungen",
            remark:
                "Name, Kurzbeschreibung, Zielgruppe, Funktionen, Technik und Bedingungen hier ändern und speichern: die "
                + "Agenten arbeiten mit dem weiter, was hier steht. Alles andere bleibt als Notiz."),
        .french: RequirementsWords(
            audience: "Pour qui", wants: "– but", trouble: "Difficulté aujourd'hui", features: "Fonctions",
            priority: "Priorité", stack: "Technique", constraints: "Contraintes",
            remark:
                "Changez ici le nom, le résumé, le public, les fonctions, la technique et les contraintes, puis "
                + "enregistrez : les agents continuent avec ce qui est écrit ici. Tout le reste est gardé comme note."),
        .spanish: RequirementsWords(
            audience: "Para quién", wants: "– objetivo", trouble: "Problema de hoy", features: "Funciones",
            priority: "Prioridad", stack: "Tecnología", constraints: "Condiciones",
            remark:
                "Cambia aquí el nombre, el resumen, el público, las funciones, la tecnología y las condiciones, y guarda: "
                + "los agentes siguen con lo que está escrito aquí. Todo lo demás se conserva como nota."),
        .portuguese: RequirementsWords(
            audience: "Para quem", wants: "– objetivo", trouble: "Problema de hoje", features: "Funcionalidades",
            priority: "Prioridade", stack: "Tecnologia", constraints: "Condições",
            remark:
                "Mude aqui o nome, o resumo, o público, as funcionalidades, a tecnologia e as condições, e salve: os "
                + "agentes continuam com o que está escrito aqui. Todo o resto fica como nota."),
        .italian: RequirementsWords(
            audience: "Per chi", wants: "– obiettivo", trouble: "Problema di oggi", features: "Funzioni",
            priority: "Priorità", stack: "Tecnologia", constraints: "Condizioni",
            remark:
                "Cambia qui il nome, la sintesi, il pubblico, le funzioni, la tecnologia e le condizioni, poi salva: gli "
                + "agenti proseguono con ciò che è scritto qui. Tutto il resto resta come nota."),
        .dutch: RequirementsWords(
            audience: "Voor wie", wants: "– doel", trouble: "Nu lastig", features: "Functies", priority: "Prioriteit",
            stack: "Techniek", constraints: "Voorwaarden",
            remark:
                "Verander hier naam, samenvatting, doelgroep, functies, techniek en voorwaarden, en sla op: de agenten "
                + "gaan verder met wat hier staat. Al het andere blijft als notitie bewaard."),
    ]
}
