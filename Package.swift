// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode (from the tools version), warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// `codeforge` starts in under a millisecond because nothing is left for the dynamic linker to do.
let staticExecutable: [LinkerSetting] = [
    .unsafeFlags(["-static-executable"], .when(platforms: [.linux], configuration: .release))
]

func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "codeforge",
    products: [
        .executable(name: "codeforge", targets: ["codeforge"]),
        .executable(name: "codeforge-worker", targets: ["codeforge-worker"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        library("JSON"),
        library("Models", ["JSON"]),
        library("Text"),
        library("Patterns", ["JSON"]),
        library("Review", ["Text"], exclude: ["Rules"]),
        library("Storage", ["Models", "JSON", grdb]),
        library("Engine", ["Models", "JSON", "Text", "Review", "Patterns", "Storage", "CGlibc"]),
        library(
            "Agents", ["Models", "JSON", "Text", "Review", "Patterns", "Engine", asyncHTTPClient, yams],
            resources: [.embedInCode("ModelAgents/Prompts")]),
        library("AgentRuns", ["Agents", "Engine", "Models", "JSON"]),
        library("JSONRPC", ["JSON"]),
        library("LanguageServerProtocol", ["JSON", "JSONRPC", "Text"]),
        .systemLibrary(name: "CGlibc"),
        library(
            "LanguageServer",
            ["LanguageServerProtocol", "JSONRPC", "JSON", "Text", "Review", "Models", "Engine", "CGlibc"]),
        .executableTarget(
            name: "codeforge", dependencies: ["LanguageServer", "Engine", "Review", "Models", "JSON", argumentParser],
            swiftSettings: strict, linkerSettings: staticExecutable),
        .executableTarget(
            name: "codeforge-worker", dependencies: ["AgentRuns", "Agents", "Engine", "Models", "JSON"],
            swiftSettings: strict),
        .executableTarget(name: "rule-compiler", dependencies: ["Review", yams], swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["JSON"], path: "Tests/TestSupport",
            exclude: ["GitHub/github_server.py", "Models/model_server.py", "quick-worker.sh", "Clock"],
            swiftSettings: strict),
        .executableTarget(
            name: "store-writer", dependencies: ["Storage", "Models", "JSON"], path: "Tests/StoreWriter",
            swiftSettings: strict),
        tests("JSONTests", ["JSON"]),
        tests("ModelsTests", ["Models", "JSON"], exclude: ["Differential"]),
        tests("TextTests", ["Text"]),
        tests("ReviewTests", ["Review", "Text", "rule-compiler"]),
        tests("StorageTests", ["Storage", "Models", "JSON", grdb, "store-writer"]),
        tests("EngineTests", ["Engine", "Storage", "Models", "JSON", "Text"]),
        tests(
            "AgentsTests", ["Agents", "Patterns", "Engine", "Models", "JSON", "Review"],
            exclude: ["Declarations", "Attacks"]),
        tests("AgentRunsTests", ["AgentRuns", "Agents", "Engine", "Models", "JSON"]),
        tests("JSONRPCTests", ["JSONRPC", "JSON"]),
        tests("LanguageServerTests", ["JSON", "JSONRPC", "Text"]),
        tests("CommandLineTests", ["JSON"]),
        tests("ArchitectureTests", []),
    ]
)
