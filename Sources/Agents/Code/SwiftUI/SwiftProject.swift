import Patterns

/// A SwiftUI app: a package with the records and their rules, views for each kind of record, and tests of the rules.
struct SwiftProject {
    let model: AppModel

    private var module: String { CodeNames.type(model.slug) + "Kit" }
    var app: String { CodeNames.type(model.slug) + "App" }

    var files: [SourceFile] {
        let (model, module, app) = (model, module, app)
        var files = [
            SourceFile("Package.swift", "swift", "Declaring targets") { Self.package(module: module, app: app) },
            GitIgnore.file(.swift),
            SourceFile("README.md", "markdown", "Explaining the project") {
                ProjectReadme.text(
                    model, run: "open Package.swift in Xcode and press Run", test: "swift test",
                    does: model.entities.map {
                        "Lists \($0.pluralLabel), finds them by \($0.title.label), adds, changes and removes them."
                    },
                    keeps: "Records are kept in one JSON file; a file that could not be read is never written over.")
            },
            SourceFile("Sources/\(module)/Library.swift", "swift", "Keeping all records") { Self.library(model) },
            SourceFile("Sources/\(module)/LibraryFile.swift", "swift", "Reading and writing records") { Self.file },
            SourceFile("Sources/\(module)/Examples.swift", "swift", "Writing believable examples") {
                Self.examples(model)
            },
            SourceFile("Sources/\(module)/Formats.swift", "swift", "Formatting dates and amounts") { Self.formats },
            SourceFile("Sources/\(app)/\(app).swift", "swift", "Starting the app") {
                SwiftViews.application(model, module: module, app: app)
            },
            SourceFile("Sources/\(app)/Palette.swift", "swift", "Choosing colours") { SwiftViews.palette(model) },
        ]
        for entity in model.entities {
            files.append(
                SourceFile(
                    "Sources/\(module)/\(entity.type).swift", "swift", "Naming the fields of \(entity.pluralLabel)"
                ) { Self.record(entity) })
            files.append(
                SourceFile("Sources/\(app)/\(entity.type)List.swift", "swift", "Listing \(entity.pluralLabel)") {
                    SwiftViews.list(entity, module: module)
                })
            files.append(
                SourceFile(
                    "Sources/\(app)/\(entity.type)Editor.swift", "swift", "Building the form for \(entity.pluralLabel)"
                ) {
                    SwiftViews.editor(entity, module: module)
                })
        }
        files.append(
            SourceFile("Tests/\(module)Tests/RulesTests.swift", "swift", "Testing the rules") {
                Self.tests(model, module: module)
            })
        return files
    }

    private static func package(module: String, app: String) -> String {
        """
        // swift-tools-version: 6.0
        import PackageDescription

        // SwiftUI is there on Apple's systems alone; the records and their rules build and are tested everywhere.
        #if os(macOS)
            let apps: [Target] = [.executableTarget(name: "\(app)", dependencies: ["\(module)"])]
        #else
            let apps: [Target] = []
        #endif

        let package = Package(
            name: "\(app)",
            platforms: [.iOS(.v17), .macOS(.v14)],
            targets: apps + [
                .target(name: "\(module)"),
                .testTarget(name: "\(module)Tests", dependencies: ["\(module)"]),
            ]
        )

        """
    }

    static func type(_ field: FieldModel, of entity: EntityModel) -> String {
        switch field.kind {
        case .title, .text, .long, .email, .phone, .link: "String"
        case .money, .number: "Int"
        case .date: "String"
        case .flag: "Bool"
        case .choice: CodeNames.type(field.label)
        }
    }

    static func name(_ field: FieldModel) -> String {
        let name = field.kind == .money ? field.property + "Cents" : field.property
        return keywords.contains(name) ? name + "Value" : name
    }

    private static func caseName(_ value: String) -> String {
        let name = CodeNames.type(value).lowercasedFirst
        return keywords.contains(name) ? "`\(name)`" : name
    }

    /// Words that a case can be called by in backticks only, and `none`, which an optional has.
    ///
    /// Spec: https://docs.swift.org/swift-book/documentation/the-swift-programming-language/lexicalstructure/
    private static let keywords: Set<String> = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout",
        "internal", "let", "open", "operator", "private", "protocol", "public", "rethrows", "static", "struct",
        "subscript", "typealias", "var", "break", "case", "continue", "default", "defer", "do", "else", "fallthrough",
        "for", "guard", "if", "in", "repeat", "return", "switch", "where", "while", "as", "catch", "false", "is", "nil",
        "none", "super", "self", "throw", "throws", "true", "try",
    ]

    private static func record(_ entity: EntityModel) -> String {
        let enums = entity.fields.compactMap { field -> String? in
            guard case .choice(let values) = field.kind else { return nil }
            let cases = values.map { "        case \(caseName($0)) = \(Literal.string($0))" }.joined(separator: "\n")
            return
                "    public enum \(CodeNames.type(field.label)): String, Codable, CaseIterable, Sendable {\n\(cases)\n    }\n"
        }
        let members = entity.fields.map { "    public var \(name($0)): \(type($0, of: entity))" }.joined(
            separator: "\n")
        let parameters = entity.fields.map { "        \(name($0)): \(type($0, of: entity)) = \(blank($0))" }.joined(
            separator: ",\n")
        let assignments = entity.fields.map { "        self.\(name($0)) = \(name($0))" }.joined(separator: "\n")
        let checks = entity.fields.compactMap(check).joined(separator: "\n")
        return """
            import Foundation

            /// \(English.article(for: entity.label).capitalisedFirst) \(entity.label).
            public struct \(entity.type): Codable, Hashable, Identifiable, Sendable {
            \(enums.joined(separator: "\n"))\(enums.isEmpty ? "" : "\n")    public var id: UUID
            \(members)

                public init(
                    id: UUID = UUID(),
            \(parameters)
                ) {
                    self.id = id
            \(assignments)
                }

                /// A sentence for each thing that has to change before it can be saved.
                public var problems: [String] {
                    var problems: [String] = []
            \(checks)
                    return problems
                }
            }

            """
    }

    private static func blank(_ field: FieldModel) -> String {
        switch field.kind {
        case .title, .text, .long, .email, .phone, .link, .date: "\"\""
        case .money, .number: "0"
        case .flag: "false"
        case .choice(let values): "." + caseName(values[0]).replacing("`", with: "")
        }
    }

    private static func check(_ field: FieldModel) -> String? {
        let property = name(field)
        switch field.kind {
        case .title:
            return """
                        if \(property).trimmingCharacters(in: .whitespaces).isEmpty {
                            problems.append("Enter \(English.article(for: field.label)) \(field.label).")
                        }
                """
        case .email:
            return
                "        if !\(property).contains(\"@\") { problems.append(\"Enter an address such as name@example.com.\") }"
        case .date:
            return
                "        if Formats.date(from: \(property)) == nil { problems.append(\"Choose a day for “\(field.label)”.\") }"
        case .money, .number:
            return "        if \(property) < 0 { problems.append(\"“\(field.heading)” must be zero or more.\") }"
        case .text, .long, .phone, .link, .flag, .choice: return nil
        }
    }

    private static func library(_ model: AppModel) -> String {
        let members = model.entities.map { "    public var \($0.plural): [\($0.type)]" }.joined(separator: "\n")
        let parameters = model.entities.map { "\($0.plural): [\($0.type)] = []" }.joined(separator: ", ")
        let assignments = model.entities.map { "        self.\($0.plural) = \($0.plural)" }.joined(separator: "\n")
        return """
            /// Everything that the app keeps.
            public struct Library: Codable, Hashable, Sendable {
            \(members)

                public init(\(parameters)) {
            \(assignments)
                }
            }

            extension Array where Element: Identifiable {
                /// Replaces the element with the same id, or appends a new one.
                public mutating func save(_ element: Element) {
                    if let index = firstIndex(where: { $0.id == element.id }) {
                        self[index] = element
                    } else {
                        append(element)
                    }
                }
            }

            """
    }

    private static let file = """
        import Foundation

        /// The file in which the library is kept.
        ///
        /// It is written only after it was read: what could not be read may be somebody's only copy.
        public struct LibraryFile: Sendable {
            /// Why nothing was saved.
            public struct NotRead: LocalizedError {
                public var errorDescription: String? {
                    "The saved records could not be read, so nothing is written over them."
                }
            }

            public let url: URL
            private var isRead = false

            public init(url: URL) {
                self.url = url
            }

            /// Reads what was saved; a first start gets the examples.
            public mutating func load() throws -> Library {
                isRead = false
                guard FileManager.default.fileExists(atPath: url.path) else {
                    isRead = true
                    return .examples
                }
                let library = try JSONDecoder().decode(Library.self, from: Data(contentsOf: url))
                isRead = true
                return library
            }

            public func save(_ library: Library) throws {
                guard isRead else { throw NotRead() }
                try JSONEncoder().encode(library).write(to: url, options: .atomic)
            }
        }

        """

    private static let formats = """
        import Foundation

        /// How days and amounts are written.
        public enum Formats {
            /// Reads a day such as `2026-05-04`.
            public static func date(from day: String) -> Date? {
                try? Date(day, strategy: .iso8601.year().month().day())
            }

            public static func day(from date: Date) -> String {
                date.formatted(.iso8601.year().month().day())
            }

            public static func amount(cents: Int) -> String {
                (Double(cents) / 100).formatted(.number.precision(.fractionLength(2)))
            }
        }

        """

    private static func examples(_ model: AppModel) -> String {
        let lists = model.entities.map { entity in
            let rows = entity.examples.map { values in
                let arguments = zip(entity.fields, values).map { "\(name($0)): \(value($1))" }.joined(separator: ", ")
                return "            \(entity.type)(\(arguments)),"
            }
            return "        \(entity.plural): [\n" + rows.joined(separator: "\n") + "\n        ]"
        }
        return """
            extension Library {
                /// What a fresh copy starts with; every name is made up.
                public static let examples = Library(
            \(lists.joined(separator: ",\n"))
                )
            }

            """
    }

    private static func value(_ value: ExampleValue) -> String {
        switch value.kind {
        case .money, .number: String(value.number)
        case .flag: value.number == 1 ? "true" : "false"
        case .choice: "." + caseName(value.text).replacing("`", with: "")
        default: Literal.string(value.text)
        }
    }

    private static func tests(_ model: AppModel, module: String) -> String {
        let cases = model.entities.map { entity in
            """
                @Test func examplesOf\(entity.type)AreComplete() {
                    #expect(Library.examples.\(entity.plural).allSatisfy { $0.problems.isEmpty })
                }

                @Test func anEmpty\(entity.type)IsRefused() {
                    #expect(!\(entity.type)().problems.isEmpty)
                }

            """
        }
        return """
            import Foundation
            import Testing

            @testable import \(module)

            struct RulesTests {
            \(cases.joined(separator: "\n"))
                @Test func whatWasSavedIsReadAgain() throws {
                    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
                    defer { try? FileManager.default.removeItem(at: url) }
                    var file = LibraryFile(url: url)
                    let examples = try file.load()
                    try file.save(examples)
                    #expect(try file.load() == Library.examples)
                }

                @Test func aFileThatCannotBeReadIsNeverWrittenOver() throws {
                    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
                    defer { try? FileManager.default.removeItem(at: url) }
                    try Data("half a file".utf8).write(to: url)
                    var file = LibraryFile(url: url)
                    #expect(throws: (any Error).self) { try file.load() }
                    #expect(throws: LibraryFile.NotRead.self) { try file.save(.examples) }
                    #expect(try Data(contentsOf: url) == Data("half a file".utf8))
                }
            }

            """
    }
}
