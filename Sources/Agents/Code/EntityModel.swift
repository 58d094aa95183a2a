import Patterns

/// A kind of record with its names in code and some believable examples.
struct EntityModel: Sendable, Hashable {
    /// "sales order".
    let label: String
    let pluralLabel: String
    /// "SalesOrder".
    let type: String
    /// "salesOrder", "salesOrders".
    let variable: String
    let plural: String
    /// "sales_orders", for tables and modules; "sales_order" for one.
    let table: String
    let snake: String
    /// "sales-orders", for paths.
    let slug: String
    let fields: [FieldModel]
    /// One row for each example: values in the order of the fields.
    let examples: [[ExampleValue]]

    var title: FieldModel { fields[0] }
    var date: FieldModel? { fields.first { $0.kind == .date } }
    var money: FieldModel? { fields.first { $0.kind == .money } }
    var number: FieldModel? { fields.first { $0.kind == .number } }
    /// The field that a board groups by, with its values.
    var choice: (field: FieldModel, values: [String])? {
        for preferred in ["status", "stage"] {
            if let field = fields.first(where: { $0.label == preferred }), case .choice(let values) = field.kind {
                return (field, values)
            }
        }
        for field in fields { if case .choice(let values) = field.kind { return (field, values) } }
        return nil
    }

    /// Types get different names, whatever the entities are called.
    static func models(for entities: [ProjectPattern.Entity]) -> [EntityModel] {
        var taken: Set<String> = []
        return entities.prefix(8).map { entity in
            var type = CodeNames.type(entity.name)
            while !taken.insert(type).inserted { type += "Item" }
            return EntityModel(entity, type: type)
        }
    }

    /// Names that generated code uses for itself, or that the languages' own libraries have.
    private static let reservedTypes: Set<String> = [
        "Record", "Request", "Response", "Event", "File", "Error", "Promise", "Map", "Set", "Date", "Object", "Array",
        "String",
        "Number", "Boolean", "Symbol", "Function", "Field", "Action", "Comment", "Text", "Image", "Option", "Location",
        "Range",
        "Selection", "Notification", "Report", "Task", "Character", "Result", "Collection", "Type", "Store", "List",
        "Form",
        "Remark", "Collections", "Problems", "Settings", "Table", "Group", "Section", "Link", "Label", "Menu", "Picker",
        "View", "State", "Environment", "Base", "Model",
        "Node", "Self", "Any", "Protocol", "Never", "Optional", "Void", "Int", "Double", "Bool", "Data", "URL", "UUID",
        "Color", "Button", "Toggle", "Stepper", "Slider", "Path", "Shape", "Font", "App", "Scene", "Window", "Alert",
        "Binding", "Calendar", "Timer", "Component", "None", "True", "False", "Exception", "Iterator", "Codable",
        "Identifiable", "Library", "Examples", "Formats", "LibraryFile", "Palette",
    ]

    private init(_ entity: ProjectPattern.Entity, type: String) {
        label = entity.name
        pluralLabel = entity.plural
        self.type = Self.reservedTypes.contains(type) ? type + "Entry" : type
        variable = Self.reservedTypes.contains(type) ? type.lowercasedFirst + "Entry" : CodeNames.variable(entity.name)
        let pluralName = CodeNames.type(entity.plural).lowercasedFirst
        plural = pluralName == variable ? pluralName + "List" : pluralName
        table = CodeNames.snake(entity.plural)
        snake = CodeNames.snake(entity.name)
        slug = CodeNames.slug(entity.plural)
        var fields: [FieldModel] = []
        for field in entity.fields where !fields.contains(where: { $0.label == field.name }) {
            fields.append(FieldModel(field))
        }
        self.fields = fields
        examples = entity.samples.enumerated().map { row, sample in
            fields.map { ExampleValue(field: $0, title: sample, entity: entity.name, row: row) }
        }
    }
}

struct FieldModel: Sendable, Hashable {
    /// "starts on".
    let label: String
    /// "startsOn".
    let property: String
    /// "starts_on".
    let column: String
    let kind: ProjectPattern.Field.Kind

    init(_ field: ProjectPattern.Field) {
        label = field.name
        property = CodeNames.type(field.name).lowercasedFirst
        column = CodeNames.snake(field.name)
        kind = field.kind
    }

    var heading: String { label.capitalisedFirst }
    var isRequired: Bool { kind == .title || kind == .date }
}

/// A value of an example record.
///
/// The same for the same record on every run.
struct ExampleValue: Sendable, Hashable {
    let kind: ProjectPattern.Field.Kind
    /// Text, ISO date or choice.
    let text: String
    /// Cents for money, plain for numbers, 0 or 1 for flags.
    let number: Int

    init(field: FieldModel, title: String, entity: String, row: Int) {
        kind = field.kind
        let hash = TextEmbedding.hash(entity + "/" + field.label + "/" + title)
        func pick(_ options: [String]) -> String { options[(row + Int(hash % 3)) % options.count] }
        var text = ""
        var number = 0
        switch field.kind {
        case .title: text = title
        case .text: text = pick(Self.texts(for: field.label))
        case .long: text = pick(Self.notes)
        case .email: text = CodeNames.slug(title).prefix(24) + "@example.com"
        case .phone: text = "+44 20 7946 0" + String(100 + hash % 900)
        case .money: number = Int(hash % 180 + 4) * 50
        case .number: number = Int(hash % 40) + 1
        case .date: text = Self.day(row * 3 + Int(hash % 5))
        case .flag: number = Int(hash % 2)
        case .link: text = "https://example.org/" + CodeNames.slug(title).prefix(24)
        case .choice(let values): text = values[row % values.count]
        }
        self.text = text
        self.number = number
    }

    /// A day of spring 2026; examples must not depend on today.
    private static func day(_ offset: Int) -> String {
        let lengths = [(4, 30), (5, 31), (6, 30)]
        var day = offset + 6
        for (month, length) in lengths {
            if day <= length { return "2026-0\(month)-" + (day < 10 ? "0\(day)" : "\(day)") }
            day -= length
        }
        return "2026-06-30"
    }

    private static func texts(for label: String) -> [String] {
        switch label {
        case "place", "location", "address", "venue", "folder", "section":
            ["Harbour Street 12", "Old Town Hall", "Mill Lane 4", "North Station"]
        case "person", "owner", "author", "keeper", "artist", "client", "company", "source":
            ["Mira Lindholm", "Kofi Mensah", "Elena Petrova", "Luis Romero"]
        case "unit": ["kg", "pieces", "litres", "hours"]
        case "code", "plate", "slug": ["a-104", "b-220", "c-317", "d-458"]
        case "breed": ["Labrador", "Mixed", "Terrier", "Siamese"]
        default: ["First choice", "As agreed", "Standard", "On request"]
        }
    }

    private static let notes = [
        "Agreed by phone; written confirmation follows.", "Prefers mornings, and a short message beforehand.",
        "Went well last time. Same again.", "Ask again before the end of the month.",
    ]
}
