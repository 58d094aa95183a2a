import JSON
import Models
import Testing

@testable import Agents

/// That what a model plans for a student holds no line of their code as it should read.
@Suite struct StudentTextsTests {
    private static let code = """
        import yaml

        def read_menu(raw):
            menu = yaml.load(raw)
            total = 0
            for n in menu:
                total = n
            return total
        """

    private var texts: StudentTexts {
        StudentTexts(
            AgentTask(
                input: ["decision_context": "how should line 7 of a.py read?"],
                project: ProjectSnapshot(title: "Menu", mode: "student", files: ["a.py": Self.code]),
                matchPatterns: OfflineRun.matchPatterns), of: .roadmap)
    }

    @Test(arguments: ["total += n", "menu = yaml.safe_load(raw)", "What would total += n do?"])
    func `sentences that show it are cut out of every field`(leak: String) {
        var document: JSONValue = [
            "title": "Way", "modules": [["title": "Learn", "steps": [.string("Change it to \(leak)"), "Run it."]]],
            "recommendation": .string("Read it first. \(leak) is best. Then test it."),
        ]
        #expect(texts.cut(&document) >= 2)
        let text = document.serialized
        #expect(!text.contains("total +=") && !text.contains("safe_load"), "\(text)")
        #expect(
            text.contains("Read it first. ") && text.contains("Then test it.") && text.contains("Run it."), "\(text)")
    }

    @Test func `a plan stays as it is`() {
        let plan: JSONValue = [
            "title": "Learn to read menus", "hours": 2,
            "steps": [
                "Write down what `total = n` does.", "Keep the menu in SQLite.", "Run `pytest` before each change.",
            ],
        ]
        var document = plan
        #expect(texts.cut(&document) == 0 && document == plan, "\(document)")
    }
}
