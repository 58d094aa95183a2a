import Models
import Testing

@testable import Engine

/// That `requirements.md` is in the language of its requirements, and is read in any.
@Suite struct RequirementsLanguageTests {
    private static func requirements(_ pitch: String, _ feature: String) -> RequirementsDoc {
        RequirementsDoc(
            appName: "Probe", elevatorPitch: pitch,
            targetAudience: [UserPersona(role: "Ada", goal: "Go", painPoint: "Slow")],
            coreFeatures: [Feature(name: feature, description: feature + ".", priority: .mustHave)],
            recommendedStack: ["Go"], technicalConstraints: "- One\n- Two")
    }

    @Test(arguments: [
        ("A list of the tools that the club owns.", "Show the list of tools", "## For whom"),
        (
            "Eine Liste der Geräte, die der Verein besitzt und die jeder sieht.", "Die Liste der Geräte zeigen",
            "## Für wen"
        ),
        ("Une liste des outils que le club possède et que chacun voit.", "Montrer la liste des outils", "## Pour qui"),
        (
            "Una lista de las herramientas que tiene el club para los socios.", "Mostrar la lista del club",
            "## Para quién"
        ),
        ("Un elenco degli attrezzi che il club possiede per i soci.", "Mostrare l'elenco del club", "## Per chi"),
    ])
    func `headings are in the language of the text, and what is saved unchanged says the same`(
        pitch: String, feature: String, heading: String
    ) {
        let document = RequirementsDocument(requirements: Self.requirements(pitch, feature))
        let text = document.render()
        #expect(text.contains(heading + "\n"), "\(text)")
        #expect(document.isSaid(by: text))
        #expect(document.read(text).problems.isEmpty)
        let edited = document.edited(text.replacing("Ada", with: "Bea"), base: text)
        #expect(edited?.targetAudience.map(\.role) == ["Bea"])
        #expect(edited?.coreFeatures == document.requirements.coreFeatures)
    }
}
