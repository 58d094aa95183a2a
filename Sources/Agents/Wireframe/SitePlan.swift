import Models
import Patterns

/// Pages of an app and the components on each: one page for each way of showing one kind of record.
struct SitePlan: Sendable {
    let routes: [PageRoute]

    init(_ blueprint: Blueprint) {
        var pages: [Page] = []
        let ordered = blueprint.features.enumerated().sorted {
            ($0.element.priority.rank, $0.offset) < ($1.element.priority.rank, $1.offset)
        }
        for feature in ordered.map(\.element) {
            let path = Self.path(of: feature.view, feature.entity)
            if let known = pages.firstIndex(where: { $0.path == path }) {
                pages[known].features.append(feature)
            } else {
                pages.append(Page(path: path, view: feature.view, entity: feature.entity, features: [feature]))
            }
        }
        if pages.isEmpty {
            let entity = blueprint.mainEntity
            pages.append(Page(path: Self.path(of: .table, entity), view: .table, entity: entity, features: []))
        }
        routes = [Self.home(blueprint, pages)] + pages.flatMap(Self.routes)
    }

    private struct Page {
        let path: String
        let view: ProjectPattern.View
        let entity: ProjectPattern.Entity
        var features: [Blueprint.PlacedFeature]
    }

    private static func path(of view: ProjectPattern.View, _ entity: ProjectPattern.Entity) -> String {
        let base = "/" + CodeNames.slug(entity.plural)
        return switch view {
        case .table: base
        case .cards: base + "/gallery"
        case .board: base + "/board"
        case .calendar: base + "/calendar"
        case .summary: base + "/report"
        case .thread: base + "/discussion"
        case .checkout: base + "/checkout"
        case .signIn: "/sign-in"
        case .settings: "/settings"
        }
    }

    private static func home(_ blueprint: Blueprint, _ pages: [Page]) -> PageRoute {
        let entity = blueprint.mainEntity
        return PageRoute(
            path: "/",
            description: "Home: what \(blueprint.requirements.appName) is for, the way to all \(pages.count) areas, "
                + "and the \(entity.plural) at a glance.",
            components: [
                navigation, component("WelcomePanel"),
                component(CodeNames.type(entity.name) + "Summary", CodeNames.variable(entity.plural)),
            ])
    }

    private static func routes(for page: Page) -> [PageRoute] {
        let type = CodeNames.type(page.entity.name)
        let plural = CodeNames.variable(page.entity.plural)
        let form = component(type + "Form", "onSubmit")
        let components: [Component] =
            switch page.view {
            case .table: [component(type + "Table", plural), form]
            case .cards: [component(type + "Cards", plural)]
            case .board: [component(type + "Board", plural, "onMove")]
            case .calendar: [component(type + "Calendar", plural), form]
            case .summary: [component(type + "Summary", plural)]
            case .thread: [component(type + "Thread", plural)]
            case .checkout: [component(type + "Checkout", plural)]
            case .signIn: [component("SignInForm", "onSignIn")]
            case .settings: [component("SettingsPanel", "sections")]
            }
        let list = PageRoute(
            path: page.path, description: description(of: page), components: [navigation] + components)
        guard page.view == .table else { return [list] }
        let details = component(type + "Details", CodeNames.variable(page.entity.name), "onChange", "onRemove")
        let one = PageRoute(
            path: page.path + "/[id]",
            description: "One \(page.entity.name) with all its fields, to be changed or removed.",
            components: [navigation, details])
        return [list, one]
    }

    private static let navigation = component("NavBar")

    private static func component(_ name: String, _ props: String...) -> Component {
        Component(name: name, props: props, children: [])
    }

    /// Names each feature of the page, so that every one can be found again.
    private static func description(of page: Page) -> String {
        guard let first = page.features.first else { return "All \(page.entity.plural)." }
        guard page.features.count > 1 else { return "\(first.name): \(first.description)" }
        return page.features.map(\.name).joined(separator: "; ") + ". " + first.description
    }
}
