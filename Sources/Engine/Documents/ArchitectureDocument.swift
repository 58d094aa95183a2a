import Models

/// `architecture.md`: the wireframe agent's pages and components, drawn with Mermaid.
package struct ArchitectureDocument: Sendable {
    package var spec: WireframeSpec
    package var origin: DocumentOrigin?

    package init(spec: WireframeSpec, origin: DocumentOrigin? = nil) {
        self.spec = spec
        self.origin = origin
    }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Architecture")
        writer.origin(origin)
        writer.heading(2, "Site map")
        writer.fenced("mermaid", siteMap())
        writer.heading(2, "Component tree")
        writer.fenced("mermaid", componentTree())
        writer.heading(2, "Pages")
        for route in spec.siteMap { render(route, into: &writer) }
        writer.heading(2, "Global state")
        for need in spec.globalStateNeeds { writer.bullet(MarkdownWriter.inline(need)) }
        writer.heading(2, "Theme colours")
        for color in spec.themeColors { writer.bullet(MarkdownWriter.code(color)) }
        return writer.text
    }

    private func render(_ route: PageRoute, into writer: inout MarkdownWriter) {
        writer.blank()
        writer.line("### " + MarkdownWriter.code(route.path))
        writer.blank()
        writer.paragraph(route.description)
        for component in route.components {
            let props = component.props.map(MarkdownWriter.code).joined(separator: ", ")
            let children = component.children.map(MarkdownWriter.code).joined(separator: ", ")
            writer.bullet(
                MarkdownWriter.code(component.name) + (props.isEmpty ? "" : " with \(props)")
                    + (children.isEmpty ? "" : " holds \(children)"))
        }
    }

    /// Each page below the page whose path is its longest prefix.
    private func siteMap() -> [String] {
        var lines = ["flowchart TD"]
        for (index, route) in spec.siteMap.enumerated() {
            lines.append("    page\(index)[\(MarkdownWriter.mermaidLabel(route.path))]")
        }
        for (index, route) in spec.siteMap.enumerated() {
            guard let parent = parent(of: route.path, at: index) else { continue }
            lines.append("    page\(parent) --> page\(index)")
        }
        return lines
    }

    private func parent(of path: String, at own: Int) -> Int? {
        spec.siteMap.indices
            .filter { other in
                let prefix = spec.siteMap[other].path
                return other != own && prefix != path
                    && (prefix == "/" || path.hasPrefix(prefix.hasSuffix("/") ? prefix : prefix + "/"))
            }
            .max { spec.siteMap[$0].path.utf8.count < spec.siteMap[$1].path.utf8.count }
    }

    /// Pages over their components over those components' children.
    private func componentTree() -> [String] {
        var lines = ["flowchart LR"]
        var nodes: [String: String] = [:]
        var edges: Set<String> = []
        func node(_ name: String) -> String {
            if let known = nodes[name] { return known }
            let id = "component\(nodes.count)"
            nodes[name] = id
            lines.append("    \(id)(\(MarkdownWriter.mermaidLabel(name)))")
            return id
        }
        func edge(_ from: String, _ to: String) {
            let line = "    \(from) --> \(to)"
            if edges.insert(line).inserted { lines.append(line) }
        }
        for (index, route) in spec.siteMap.enumerated() {
            lines.append("    page\(index)[\(MarkdownWriter.mermaidLabel(route.path))]")
            let held = Set(route.components.flatMap(\.children))
            for component in route.components {
                let parent = node(component.name)
                if !held.contains(component.name) { edge("page\(index)", parent) }
                for child in component.children { edge(parent, node(child)) }
            }
        }
        return lines
    }

    package func read(_ text: String) -> ReadDocument {
        let lines = MarkdownLines(text)
        let routes = Dictionary(
            spec.siteMap.map { (MarkdownWriter.code($0.path), $0.path) }, uniquingKeysWith: { first, _ in first })
        var read = ReadDocument()
        for index in lines.lines.indices {
            let line = lines.trimmed(index)
            guard line.hasPrefix("### "), let path = routes[String(line.dropFirst(4))] else { continue }
            read.items.append(DocumentItem(.route(path: path), line: index))
        }
        return read
    }
}
