import Foundation
import TestSupport
import Testing

/// The arrows between targets, and who alone may import what: `Sources/ARCHITECTURE.md`, section 2.
@Suite struct ImportTests {
    /// What each target may import of this package.
    private static let arrows: [String: Set<String>] = [
        "JSON": [],
        "Text": [],
        "Models": ["JSON"],
        "Review": ["Text"],
        "Mentoring": ["Models", "Review", "Text"],
        "Storage": ["Models", "JSON"],
        "SQLiteStorage": ["Storage", "Models", "JSON"],
        "PostgresStorage": ["Storage", "Models", "JSON"],
        "Patterns": ["JSON"],
        "RuleFiles": ["Review"],
        "Engine": [
            "Models", "JSON", "Text", "Review", "RuleFiles", "Mentoring", "Patterns", "Storage", "SQLiteStorage",
        ],
        "Agents": ["Models", "JSON", "Text", "Review", "Mentoring", "Patterns", "Engine"],
        "AgentRuns": ["Agents", "Engine", "Models", "JSON"],
        "JSONRPC": ["JSON"],
        "LanguageServerProtocol": ["JSON", "JSONRPC", "Text"],
        "LanguageServer": [
            "LanguageServerProtocol", "JSONRPC", "JSON", "Text", "Review", "Mentoring", "Models", "Engine",
        ],
        "codeforge": ["LanguageServer", "Engine", "Review", "Models", "JSON"],
        "HTTPAPI": ["Engine", "Models", "JSON"],
        "codeforge-server": [
            "HTTPAPI", "Agents", "Engine", "PostgresStorage", "SQLiteStorage", "Storage", "Models", "JSON",
        ],
        "codeforge-worker": ["AgentRuns", "Agents", "Engine", "PostgresStorage", "Models", "JSON"],
        "rule-compiler": ["Review", "RuleFiles"],
        "embed-texts": [],
        "EmbedTexts": [],
    ]

    /// Modules from outside that only some targets may import.
    private static let soleImporters: [String: Set<String>] = [
        "GRDB": ["SQLiteStorage"],
        "CPostgres": ["PostgresStorage"],
        "ArgumentParser": ["codeforge", "codeforge-server"],
        "Yams": ["RuleFiles", "Agents"],
        // The server reads the public keys that tokens are signed with.
        "AsyncHTTPClient": ["Agents", "HTTPAPI"],
        "Hummingbird": ["HTTPAPI"], "HummingbirdCore": ["HTTPAPI"], "JWTKit": ["HTTPAPI"],
        "Crypto": ["HTTPAPI"],
        "ServiceLifecycle": ["HTTPAPI"], "Logging": ["HTTPAPI"],
        "FoundationNetworking": [],
        "CGlibc": ["LanguageServer", "Engine"],
    ]

    /// Targets that do no input or output of their own, and so need nothing from the system but memory.
    private static let pure: Set<String> = ["Models", "Text", "Review", "Mentoring"]
    /// What asks the C library for the time and for a byte in memory.
    private static let usersOfC: Set<String> = ["Models/Rows/Timestamp.swift", "Text/LineTable.swift"]

    private static func imports() throws -> [(target: String, file: String, module: String)] {
        let root = BuiltProgram.packageRoot + "/Sources"
        let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return try files.filter { $0.hasSuffix(".swift") }.flatMap { file -> [(String, String, String)] in
            let target = String(file.prefix { $0 != "/" })
            let text = try String(contentsOfFile: root + "/" + file, encoding: .utf8)
            return text.split(separator: "\n").compactMap { line -> (String, String, String)? in
                let words = line.split(separator: " ")
                guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
                    words[..<position].allSatisfy({ Self.modifiers.contains(String($0)) })
                else { return nil }
                let names = words[(position + 1)...].filter { !Self.kinds.contains(String($0)) }
                return (target, file, String(names.first?.prefix { $0 != "." } ?? ""))
            }
        }
    }

    private static let modifiers: Set<String> = [
        "package", "public", "internal", "private", "fileprivate", "@testable", "@preconcurrency",
    ]
    private static let kinds: Set<String> = ["struct", "class", "enum", "func", "protocol", "typealias", "var", "let"]

    @Test func `targets import only what the design lets them`() throws {
        for (target, file, module) in try Self.imports() {
            let allowed = try #require(Self.arrows[target], "\(target) is not in the design")
            if Self.arrows[module] != nil { #expect(allowed.contains(module), "\(file) imports \(module)") }
        }
    }

    @Test func `libraries have one importer each`() throws {
        for (target, file, module) in try Self.imports() {
            if let importers = Self.soleImporters[module] {
                #expect(importers.contains(target), "\(file) imports \(module)")
            }
        }
    }

    @Test func `pure targets import nothing that can read a file`() throws {
        for (target, file, module) in try Self.imports() where Self.pure.contains(target) {
            #expect(
                !["Foundation", "FoundationEssentials", "Dispatch", "CGlibc"].contains(module),
                "\(file) imports \(module)")
            #expect(module != "Glibc" || Self.usersOfC.contains(file), "\(file) imports \(module)")
        }
    }

    @Test func `the language server imports no Foundation, which would slow its start`() throws {
        let startup: Set<String> = ["JSON", "JSONRPC", "LanguageServerProtocol", "LanguageServer", "Text", "Mentoring"]
        for (target, file, module) in try Self.imports() where startup.contains(target) {
            #expect(module != "Foundation", "\(file) imports \(module)")
        }
    }

    @Test func `the program links no HTTP client and no PostgreSQL`() throws {
        let program = try Data(contentsOf: URL(filePath: BuiltProgram.codeforge))
        for symbol in ["PQconnectdb", "libpq.so", "AsyncHTTPClient", "curl_easy_init"] {
            #expect(program.range(of: Data(symbol.utf8)) == nil, "codeforge holds \(symbol)")
        }
    }
}
