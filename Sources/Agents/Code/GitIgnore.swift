/// The `.gitignore` that a generated project brings: dependencies, what builds and tests make, and settings of one's own.
enum GitIgnore {
    static func file(_ stack: CodeStack) -> SourceFile {
        SourceFile(".gitignore", "plaintext", "Keeping dependencies and secrets out of git") {
            (common + own(stack)).map { $0 + "\n" }.joined()
        }
    }

    /// An example of the settings to make may be shared; the settings may not.
    private static let common = [".env", ".env.*", "!.env.example", ".DS_Store", "*.log"]

    private static func own(_ stack: CodeStack) -> [String] {
        switch stack {
        case .next: ["node_modules/", ".next/", "out/", "coverage/", "next-env.d.ts", "*.tsbuildinfo"]
        case .fastAPI, .flask: [".venv/", "venv/", "__pycache__/", ".pytest_cache/", "*.db", "instance/"]
        case .staticSite: ["node_modules/", "coverage/"]
        case .swift: [".build/", ".swiftpm/", "DerivedData/", "xcuserdata/"]
        }
    }
}
