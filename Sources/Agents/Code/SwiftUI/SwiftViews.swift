/// SwiftUI views for each kind of record.
enum SwiftViews {
    static func application(_ model: AppModel, module: String, app: String) -> String {
        let tabs = model.entities.map { entity in
            """
                            \(entity.type)List(\(entity.plural): $library.\(entity.plural))
                                .tabItem { Label(\(Literal.string(entity.pluralLabel.capitalisedFirst)), systemImage: "list.bullet") }
            """
        }
        return """
            import \(module)
            import SwiftUI

            /// \(Literal.comment(model.pitch))
            @main
            struct \(app): App {
                @State private var library = Library.examples
                @State private var problem: String?

                @State private var file = LibraryFile(url: .documentsDirectory.appending(path: "\(model.slug).json"))

                var body: some Scene {
                    WindowGroup(\(Literal.string(model.name))) {
                        TabView {
            \(tabs.joined(separator: "\n"))
                        }
                        .tint(Palette.brand)
                        .task { open() }
                        .onChange(of: library) { save() }
                        .alert("The records could not be read or saved", isPresented: .constant(problem != nil)) {
                            Button("OK") { problem = nil }
                        } message: {
                            Text(problem ?? "")
                        }
                    }
                }

                private func open() {
                    do {
                        library = try file.load()
                    } catch {
                        problem = error.localizedDescription
                    }
                }

                private func save() {
                    do {
                        try file.save(library)
                    } catch {
                        problem = error.localizedDescription
                    }
                }
            }

            """
    }

    static func palette(_ model: AppModel) -> String {
        """
        import SwiftUI

        /// Colours that stay readable on each other (WCAG AA).
        enum Palette {
            static let background = colour(\(parts(model.background)))
            static let text = colour(\(parts(model.text)))
            static let brand = colour(\(parts(model.brand)))

            private static func colour(_ red: Double, _ green: Double, _ blue: Double) -> Color {
                Color(red: red / 255, green: green / 255, blue: blue / 255)
            }
        }

        """
    }

    private static func parts(_ colour: Colour) -> String { "\(colour.red), \(colour.green), \(colour.blue)" }

    static func list(_ entity: EntityModel, module: String) -> String {
        let title = SwiftProject.name(entity.title)
        return """
            import \(module)
            import SwiftUI

            /// Every \(entity.label), found by its \(entity.title.label).
            struct \(entity.type)List: View {
                @Binding var \(entity.plural): [\(entity.type)]
                @State private var words = ""
                @State private var edited: \(entity.type)?

                private var found: [\(entity.type)] {
                    words.isEmpty ? \(entity.plural) : \(entity.plural).filter { $0.\(title).localizedCaseInsensitiveContains(words) }
                }

                var body: some View {
                    NavigationStack {
                        List {
                            ForEach(found) { \(entity.variable) in
                                Button(\(entity.variable).\(title)) { edited = \(entity.variable) }
                            }
                            .onDelete { offsets in
                                let removed = offsets.map { found[$0].id }
                                \(entity.plural).removeAll { removed.contains($0.id) }
                            }
                        }
                        .overlay {
                            if found.isEmpty {
                                ContentUnavailableView("Nothing found", systemImage: "magnifyingglass")
                            }
                        }
                        .searchable(text: $words)
                        .navigationTitle(\(Literal.string(entity.pluralLabel.capitalisedFirst)))
                        .toolbar {
                            Button("Add", systemImage: "plus") { edited = \(entity.type)() }
                        }
                        .sheet(item: $edited) { \(entity.variable) in
                            \(entity.type)Editor(\(entity.variable): \(entity.variable)) { \(entity.plural).save($0) }
                        }
                    }
                }
            }

            """
    }

    static func editor(_ entity: EntityModel, module: String) -> String {
        let rows = entity.fields.map { row($0, of: entity) }.joined(separator: "\n")
        return """
            import \(module)
            import SwiftUI

            /// A form for one \(entity.label); it can be saved once nothing is missing.
            struct \(entity.type)Editor: View {
                @Environment(\\.dismiss) private var dismiss
                @State var \(entity.variable): \(entity.type)
                let onSave: (\(entity.type)) -> Void

                var body: some View {
                    NavigationStack {
                        Form {
            \(rows)
                            Section {
                                ForEach(\(entity.variable).problems, id: \\.self) { problem in
                                    Text(problem)
                                }
                            }
                        }
                        .navigationTitle(\(Literal.string(entity.label.capitalisedFirst)))
                        .toolbar {
                            ToolbarItem(placement: .cancellationAction) {
                                Button("Cancel") { dismiss() }
                            }
                            ToolbarItem(placement: .confirmationAction) {
                                Button("Save") {
                                    onSave(\(entity.variable))
                                    dismiss()
                                }
                                .disabled(!\(entity.variable).problems.isEmpty)
                            }
                        }
                    }
                }
            }

            """
    }

    private static func row(_ field: FieldModel, of entity: EntityModel) -> String {
        let value = "$\(entity.variable).\(SwiftProject.name(field))"
        let label = Literal.string(field.heading)
        switch field.kind {
        case .flag: return "                Toggle(\(label), isOn: \(value))"
        case .money, .number: return "                TextField(\(label), value: \(value), format: .number)"
        case .date: return "                TextField(\(label), text: \(value), prompt: Text(\"2026-05-04\"))"
        case .long: return "                TextField(\(label), text: \(value), axis: .vertical)"
        case .choice:
            return """
                                Picker(\(label), selection: \(value)) {
                                    ForEach(\(entity.type).\(CodeNames.type(field.label)).allCases, id: \\.self) { choice in
                                        Text(choice.rawValue)
                                    }
                                }
                """
        default: return "                TextField(\(label), text: \(value))"
        }
    }
}
