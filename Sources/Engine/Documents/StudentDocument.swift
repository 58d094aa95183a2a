/// `student.md`: says to a student what is different in this folder.
///
/// It is written when a project is first put into student mode, and says later whether that still holds: a server
/// that starts goes by it until it has read the project's row.
package struct StudentDocument: Sendable {
    package var isOn: Bool

    package init(isOn: Bool) { self.isOn = isOn }

    private static let on = "Student mode is on."

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Student mode")
        guard isOn else {
            writer.paragraph("Student mode is off: fixes and generated code are offered again.")
            return writer.text
        }
        writer.paragraph(Self.on)
        writer.paragraph("What is different here:")
        writer.blank()
        writer.bullet("Hover asks a question about what is under the cursor: a finding, or a concept in your code.")
        writer.bullet(
            "“Ask the mentor” among the code actions says more each time: a question, a pointer, a similar problem.")
        writer.bullet("Quick fixes, the code agent and the pipeline are withheld: the solution stays yours.")
        writer.bullet("When you save a file and a problem that you asked about is gone, you are told so.")
        writer.bullet("Ticking a step in `roadmap.md` and saving it moves you on.")
        writer.blank()
        writer.paragraph("The command codeforge.setMode changes to builder mode, and back.")
        return writer.text
    }

    /// Whether the folder at a path was in student mode when a program looked last; reads one small file.
    package static func isOn(inFolder path: String) -> Bool {
        guard let file = try? OpenFile.regularFile(at: "\(path)/\(DocumentKind.student.path)"),
            let bytes = try? file.read(upTo: 16 << 10, expecting: 2048)
        else { return false }
        return String(decoding: bytes, as: UTF8.self).contains(on)
    }
}
