/// A file that the code agent wrote.
package struct CodeGenerationResult: Contract {
    package var filePath: String
    package var code: String
    package var language: String
    package var explanation: String

    package static let schema = Schema(
        "CodeGenerationResult", "A file that the code agent wrote.",
        Field(
            "file_path", \CodeGenerationResult.filePath, .string(1...500), default: "src/app/page.tsx",
            schema: "src/app/page.tsx"),
        Field("code", \CodeGenerationResult.code, .string(1...)),
        Field("language", \CodeGenerationResult.language, .string(1...50), default: "typescript", schema: "typescript"),
        Field("explanation", \CodeGenerationResult.explanation, .string()),
        make: CodeGenerationResult.init(filePath:code:language:explanation:))

    package init(
        filePath: String = "src/app/page.tsx", code: String, language: String = "typescript", explanation: String
    ) {
        self.filePath = filePath
        self.code = code
        self.language = language
        self.explanation = explanation
    }
}
