import Models
import Patterns

/// What generated code is made from: records, pages and colours, with their names in code.
struct AppModel: Sendable {
    let name: String
    let pitch: String
    let audience: String
    let features: [Feature]
    /// What the idea's own words ask for, whichever feature was meant to cover it.
    let wanted: Set<ProjectPattern.Topic>
    let entities: [EntityModel]
    let pages: [PageModel]
    let background: Colour
    let text: Colour
    let brand: Colour

    init(_ requirements: RequirementsDoc, architecture: WireframeSpec?) {
        let blueprint = Blueprint(requirements)
        let shown = Self.oneLine(requirements.appName)
        name = shown.isEmpty ? "New app" : shown
        pitch = Self.oneLine(requirements.elevatorPitch)
        audience = Self.oneLine(requirements.targetAudience.first?.role ?? blueprint.brief.audience)
        features = requirements.coreFeatures.prefix(60).map {
            Feature(
                name: Self.oneLine($0.name), description: Self.oneLine(AcceptanceCriteria.without($0.description)),
                priority: $0.priority)
        }
        wanted = blueprint.brief.reading.wanted
        let entities = EntityModel.models(for: blueprint.entities)
        self.entities = entities
        let routes = architecture?.siteMap.isEmpty == false ? architecture?.siteMap ?? [] : SitePlan(blueprint).routes
        pages = PageModel.models(for: routes, entities: entities)
        let palette = Palette(for: requirements.appName + blueprint.brief.pattern.id)
        let colours = (architecture?.themeColors ?? []).compactMap(Colour.init(hex:))
        let usable = colours.count >= 3 && Self.isReadable(colours[0], colours[1], colours[2])
        background = usable ? colours[0] : palette.background
        text = usable ? colours[1] : palette.text
        brand = usable ? colours[2] : palette.brand
    }

    var slug: String { CodeNames.slug(name) }
    var main: EntityModel { entities[0] }

    /// Pages that a menu can link to: no placeholders in the path.
    var menu: [PageModel] { pages.filter { !$0.isDynamic } }

    /// Colours of an edited architecture are used only where texts stay readable.
    private static func isReadable(_ background: Colour, _ text: Colour, _ brand: Colour) -> Bool {
        background.contrast(with: text) >= 4.5 && background.contrast(with: brand) >= 4.5
    }

    /// Texts that others wrote become safe to stand in a comment, a string or a heading.
    private static func oneLine(_ text: String) -> String {
        var line = Clip.text(IdeaReading.oneLine(text), 400)
        // An app may be about such lists; its code must not look unfinished for it.
        for (mark, word) in [("TODO", "To-do"), ("FIXME", "fix-me"), ("XXX", "x"), ("HACK", "hack")] {
            line = line.replacing(mark, with: word)
        }
        return line
    }
}

/// A page of the site with the components that it shows.
struct PageModel: Sendable {
    /// Starts with a slash: `/clients/[id]`.
    let path: String
    let title: String
    let description: String
    let components: [ComponentModel]

    var isDynamic: Bool { path.contains("[") }
    var isHome: Bool { path == "/" }

    /// The kind of record that the page is about; nil for a page of settings and the like.
    var record: EntityModel? { components.first(where: \.showsRecords)?.entity }

    static func models(for routes: [PageRoute], entities: [EntityModel]) -> [PageModel] {
        var pages: [PageModel] = []
        for route in routes.prefix(60) {
            let path = cleanPath(route.path)
            guard !pages.contains(where: { $0.path == path }) else { continue }
            var components: [ComponentModel] = []
            for component in route.components.prefix(30) {
                let model = ComponentModel(component.name, entities: entities)
                if model.kind != .navigation, !components.contains(where: { $0.name == model.name }) {
                    components.append(model)
                }
            }
            if components.isEmpty { components = [ComponentModel("WelcomePanel", entities: entities)] }
            pages.append(
                PageModel(
                    path: path, title: title(path: path, description: route.description, components: components),
                    description: Clip.text(IdeaReading.oneLine(route.description), 300), components: components))
        }
        let home = ComponentModel("WelcomePanel", entities: entities)
        if !pages.contains(where: \.isHome) {
            pages.insert(PageModel(path: "/", title: "Home", description: "Home", components: [home]), at: 0)
        }
        return pages
    }

    /// Only letters, digits, dashes and `[name]` segments; anything else of an edited path becomes a dash.
    static func cleanPath(_ path: String) -> String {
        let segments = path.split(separator: "/").prefix(5).compactMap { segment -> String? in
            let isParameter = segment.hasPrefix("[") || segment.hasPrefix(":") || segment.hasPrefix("{")
            let words = Words.split(segment, limit: 12)
            if isParameter { return words.isEmpty ? nil : "[id]" }
            return words.isEmpty ? nil : CodeNames.slug(String(segment))
        }
        return "/" + segments.joined(separator: "/")
    }

    private static func title(path: String, description: String, components: [ComponentModel]) -> String {
        if path == "/" { return "Home" }
        let opening = description.prefix { $0 != ":" && $0 != ";" && $0 != "." }
        let said = IdeaReading.oneLine(String(opening))
        if said.unicodeScalars.count < description.unicodeScalars.count, (2...60).contains(said.unicodeScalars.count),
            !path.contains("[")
        {
            return said
        }
        let segment = path.split(separator: "/").last { !$0.contains("[") } ?? "page"
        return String(segment).replacing("-", with: " ").capitalisedFirst
    }
}

/// A component by its name: the record that it shows, and how.
struct ComponentModel: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case table = "Table", form = "Form", details = "Details", cards = "Cards", board = "Board", calendar =
            "Calendar"
        case summary = "Summary", thread = "Thread", checkout = "Checkout"
        case navigation = "NavBar", welcome = "WelcomePanel", signIn = "SignInForm", settings = "SettingsPanel"
        /// A name that nobody planned, from an edited architecture.
        case panel = "Panel"
    }

    let name: String
    let kind: Kind
    let entity: EntityModel

    var showsRecords: Bool { ![.navigation, .welcome, .signIn, .settings, .panel].contains(kind) }

    init(_ written: String, entities: [EntityModel]) {
        var name = CodeNames.type(written)
        // "ClientTable" is one word to the splitter; keep the capitals that its author gave it.
        let letters = written.unicodeScalars.filter {
            $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
        if let first = letters.first, first.properties.isUppercase, letters.count == written.unicodeScalars.count {
            name = Clip.ascii(String(String.UnicodeScalarView(letters)), 60)
        }
        self.name = name
        let special: [Kind] = [.navigation, .welcome, .signIn, .settings]
        if let known = special.first(where: { $0.rawValue == name }) {
            kind = known
            entity = entities[0]
            return
        }
        for candidate in entities {
            for shape in Kind.allCases where !special.contains(shape) && name == candidate.type + shape.rawValue {
                kind = shape
                entity = candidate
                return
            }
        }
        kind = .panel
        entity = entities.first { name.hasPrefix($0.type) } ?? entities[0]
    }
}

extension Clip {
    static func ascii(_ text: String, _ limit: Int) -> String { String(text.prefix(limit)) }
}
