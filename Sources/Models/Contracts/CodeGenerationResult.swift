/// A file that the code agent wrote.
package struct CodeGenerationResult: Hashable, Sendable {
    package var filePath: String
    package var code: String
    package var language: String
    package var explanation: String

    package init(
        filePath: String = "src/app/page.tsx", code: String, language: String = "typescript", explanation: String
    ) {
        self.filePath = filePath
        self.code = code
        self.language = language
        self.explanation = explanation
    }
}
