// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode (from the tools version), warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// `codeforge` starts in under a millisecond because nothing is left for the dynamic linker to do.
///
/// Functions that are alike are kept once; the index of unwind tables, which a static program finds without one, is
/// left out. The code begins one page beside the usual place, so that the kernel cannot map it in pieces of 2 MiB where
/// the page cache happens to hold such: each touch of a function would count as that much memory.
let staticExecutable: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-static-executable", "-Xlinker", "--icf=safe", "-Xlinker", "--no-eh-frame-hdr", "-Xlinker",
            "-Ttext-segment=0x401000",
        ],
        .when(platforms: [.linux], configuration: .release))
]

/// What reads every byte of a text is optimised in debug builds too: tests put a thousand texts through it, which takes
/// minutes otherwise.
let quickInTests: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// `texts` are the folders of the target's texts, which become members of its `PackageResources`.
func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], texts: [String] = [],
    isQuickInTests: Bool = false
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude + texts,
        swiftSettings: strict + (isQuickInTests ? quickInTests : []), plugins: texts.isEmpty ? [] : ["EmbedTexts"])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "codeforge",
    products: [
        .executable(name: "codeforge", targets: ["codeforge"]),
        .executable(name: "codeforge-worker", targets: ["codeforge-worker"]),
        .executable(name: "codeforge-server", targets: ["codeforge-server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        library("JSON", isQuickInTests: true),
        library("Models", ["JSON"], isQuickInTests: true),
        library("Text", isQuickInTests: true),
        library("Patterns", ["JSON"], isQuickInTests: true),
        library("Review", ["Text"], exclude: ["Rules"], isQuickInTests: true),
        library("RuleFiles", ["Review", yams]),
        library("Mentoring", ["Models", "Review", "Text"], texts: ["Data"]),
        library("Storage", ["Models", "JSON"]),
        library("SQLiteStorage", ["Storage", "Models", "JSON", grdb]),
        .target(name: "CPostgres", linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("pthread")]),
        library("PostgresStorage", ["Storage", "Models", "JSON", "CPostgres"], texts: ["Migrations", "Prelude"]),
        library(
            "Engine",
            [
                "Models", "JSON", "Text", "Review", "RuleFiles", "Mentoring", "Patterns", "Storage", "SQLiteStorage",
                "CGlibc",
            ]),
        library(
            "Agents", ["Models", "JSON", "Text", "Review", "Mentoring", "Patterns", "Engine", asyncHTTPClient, yams],
            texts: ["ModelAgents/Prompts", "Pedagogy/Data", "Research/Data"], isQuickInTests: true),
        library("AgentRuns", ["Agents", "Engine", "Models", "JSON"]),
        library("JSONRPC", ["JSON"]),
        library("LanguageServerProtocol", ["JSON", "JSONRPC", "Text"]),
        .systemLibrary(name: "CGlibc"),
        .target(name: "NoLocaleData"),
        library(
            "LanguageServer",
            ["LanguageServerProtocol", "JSONRPC", "JSON", "Text", "Review", "Mentoring", "Models", "Engine", "CGlibc"]),
        .executableTarget(
            name: "codeforge",
            dependencies: ["LanguageServer", "Engine", "Review", "Models", "JSON", argumentParser, "NoLocaleData"],
            swiftSettings: strict, linkerSettings: staticExecutable),
        .executableTarget(
            name: "codeforge-worker",
            dependencies: ["AgentRuns", "Agents", "Engine", "PostgresStorage", "Models", "JSON"],
            swiftSettings: strict),
        library(
            "HTTPAPI",
            [
                "Engine", "Models", "JSON", hummingbird, hummingbirdCore, serviceLifecycle, logging, jwtKit, crypto,
                asyncHTTPClient,
            ]),
        .executableTarget(
            name: "codeforge-server",
            dependencies: [
                "HTTPAPI", "Agents", "Engine", "PostgresStorage", "SQLiteStorage", "Storage", "Models", "JSON",
                argumentParser,
            ],
            swiftSettings: strict),
        .executableTarget(name: "embed-texts", swiftSettings: strict),
        .plugin(
            name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed-texts"], path: "Sources/EmbedTexts"),
        .executableTarget(name: "rule-compiler", dependencies: ["Review", "RuleFiles"], swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["JSON"], path: "Tests/TestSupport",
            exclude: [
                "GitHub/github_server.py", "Models/model_server.py", "Models/real_model_server.py", "quick-worker.sh",
                "Clock", "Postgres/cluster.sh",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "store-writer", dependencies: ["SQLiteStorage", "Storage", "Models", "JSON"],
            path: "Tests/StoreWriter",
            swiftSettings: strict),
        tests("JSONTests", ["JSON"]),
        tests("ModelsTests", ["Models", "JSON"], exclude: ["Differential"]),
        tests("TextTests", ["Text"]),
        tests("ReviewTests", ["Review", "RuleFiles", "Text", "rule-compiler"]),
        tests("MentoringTests", ["Mentoring", "Review", "Models"]),
        tests(
            "StorageTests", ["SQLiteStorage", "PostgresStorage", "Storage", "Models", "JSON", grdb, "store-writer"]),
        tests("EngineTests", ["Engine", "SQLiteStorage", "Storage", "Models", "JSON", "Text"]),
        tests(
            "AgentsTests", ["Agents", "Patterns", "Engine", "Mentoring", "Models", "JSON", "Review"],
            exclude: ["Declarations", "Attacks", "Models/Faults.md"]),
        tests("AgentRunsTests", ["AgentRuns", "Agents", "Engine", "Models", "JSON"]),
        tests("JSONRPCTests", ["JSONRPC", "JSON"]),
        tests("LanguageServerTests", ["JSON", "JSONRPC", "Text", "store-writer"]),
        tests("CommandLineTests", ["JSON"]),
        tests(
            "HTTPAPITests", ["Models", "JSON", jwtKit, crypto, "codeforge-server"], exclude: ["Generated", "Killing"]),
        tests("ArchitectureTests", []),
    ]
)
