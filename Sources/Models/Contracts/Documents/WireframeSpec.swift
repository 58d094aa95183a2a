/// What the wireframe agent drew: the document in `projects.architecture_spec`.
package struct WireframeSpec: Contract {
    package var siteMap: [PageRoute]
    package var globalStateNeeds: [String]
    package var themeColors: [String]

    package static let schema = Schema(
        "WireframeSpec", "What the wireframe agent drew: the document in projects.architecture_spec.",
        Field("site_map", \WireframeSpec.siteMap, .list(of: .model)),
        Field("global_state_needs", \WireframeSpec.globalStateNeeds, .list(of: .string())),
        Field("theme_colors", \WireframeSpec.themeColors, .list(of: .string())),
        make: WireframeSpec.init(siteMap:globalStateNeeds:themeColors:))

    package init(siteMap: [PageRoute], globalStateNeeds: [String], themeColors: [String]) {
        self.siteMap = siteMap
        self.globalStateNeeds = globalStateNeeds
        self.themeColors = themeColors
    }
}

/// A page of the application.
package struct PageRoute: Contract {
    package var path: String
    package var description: String
    package var components: [Component]

    package static let schema = Schema(
        "PageRoute", "A page of the application.",
        Field("path", \PageRoute.path, .string(1...200)),
        Field("description", \PageRoute.description, .string()),
        Field("components", \PageRoute.components, .list(of: .model)),
        make: PageRoute.init(path:description:components:))

    package init(path: String, description: String, components: [Component]) {
        self.path = path
        self.description = description
        self.components = components
    }
}

/// A part of a page.
package struct Component: Contract {
    package var name: String
    package var props: [String]
    package var children: [String]

    package static let schema = Schema(
        "Component", "A part of a page.",
        Field("name", \Component.name, .string(1...100)),
        Field("props", \Component.props, .list(of: .string())),
        Field("children", \Component.children, .list(of: .string())),
        make: Component.init(name:props:children:))

    package init(name: String, props: [String], children: [String]) {
        self.name = name
        self.props = props
        self.children = children
    }
}
