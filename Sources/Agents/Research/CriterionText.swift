import Patterns

/// The wording of criteria.
///
/// Texts only.
enum CriterionText {
    static func of(_ bound: StatedBound, _ tongue: Tongue) -> String {
        if tongue == .japanese {
            let beyond = bound.kind == .most ? bound.number + 1 : bound.number - 1
            return "\(bound.number)\(bound.unit)は受け付け、\(beyond)\(bound.unit)は断る"
        }
        let said = bound.unit.isEmpty ? "\(bound.number)" : "\(bound.number) \(bound.unit)"
        let beyond = bound.kind == .most ? bound.number + 1 : bound.number - 1
        return Frame.pick(
            tongue, "\(said) is accepted, \(beyond) is refused",
            "\(said): wird angenommen; \(beyond): wird abgelehnt",
            "\(said) : accepté ; \(beyond) : refusé",
            "\(said): se acepta; \(beyond): se rechaza",
            "\(said): aceito; \(beyond): recusado",
            "\(said): accettato; \(beyond): rifiutato",
            "\(said): mag; \(beyond): wordt geweigerd")
    }

    /// What stands before them.
    static func opening(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "Accepted when",
            "Abgenommen, wenn",
            "Accepté quand",
            "Se acepta cuando",
            "Aceito quando",
            "Accettato quando",
            "Aanvaard als")
    }
}
