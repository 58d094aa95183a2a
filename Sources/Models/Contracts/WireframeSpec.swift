/// What the wireframe agent drew: the document in `projects.architecture_spec`.
package struct WireframeSpec: Hashable, Sendable {
    package var siteMap: [PageRoute]
    package var globalStateNeeds: [String]
    package var themeColors: [String]

    package init(siteMap: [PageRoute], globalStateNeeds: [String], themeColors: [String]) {
        self.siteMap = siteMap
        self.globalStateNeeds = globalStateNeeds
        self.themeColors = themeColors
    }
}

/// A page of the application.
package struct PageRoute: Hashable, Sendable {
    package var path: String
    package var description: String
    package var components: [Component]

    package init(path: String, description: String, components: [Component]) {
        self.path = path
        self.description = description
        self.components = components
    }
}

/// A part of a page.
package struct Component: Hashable, Sendable {
    package var name: String
    package var props: [String]
    package var children: [String]

    package init(name: String, props: [String], children: [String]) {
        self.name = name
        self.props = props
        self.children = children
    }
}
