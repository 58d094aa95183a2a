import JSON
import Models
import Patterns

/// Requirements → architecture: pages, components, shared state and colours.
struct WireframeAgent: Agent {
    let type = AgentType.wireframe

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        try await task.report(5, "Reading requirements")
        guard let requirements = task.project.requirements else { throw .withoutRequirements(task.project.title) }
        let blueprint = Blueprint(requirements)
        if blueprint.isOwnWords, let shape = OwnWords.shape(of: requirements) {
            return .document(
                Self.parts(of: requirements, shape: shape).json,
                madeBy: .offline(from: "from the requirements: one part for each feature, for want of a template"))
        }
        try await task.report(35, "Finding a page for each of \(requirements.coreFeatures.count) features")
        let plan = SitePlan(blueprint)
        try await task.report(65, "Placing \(plan.routes.count) routes")
        let palette = Palette(for: requirements.appName + blueprint.brief.pattern.id)
        try await task.report(85, "Checking the contrast of \(palette.hexCodes.count) colours")
        let document = WireframeSpec(
            siteMap: plan.routes, globalStateNeeds: Self.stateNeeds(of: blueprint, routes: plan.routes),
            themeColors: palette.hexCodes)
        return .document(document.json, madeBy: .offline(from: "from the requirements"))
    }

    /// One part for each feature, where no template knows pages or components.
    private static func parts(of requirements: RequirementsDoc, shape: ProjectShape) -> WireframeSpec {
        var taken: Set<String> = ["/"]
        let tongue = Tongue(requirements.elevatorPitch)
        // Firmware, a command or a library has no pages.
        let hasScreens = shape.hasTemplate || shape == .game || shape == .desktop || shape == .browserExtension
        let parts = requirements.coreFeatures.prefix(hasScreens ? 60 : 0).map { feature in
            var path = "/" + CodeNames.slug(feature.name.split(separator: " ").prefix(3).joined(separator: " "))
            while !taken.insert(path).inserted { path += "-2" }
            return PageRoute(
                path: Clip.text(path, 200),
                description: "\(feature.name): \(AcceptanceCriteria.without(feature.description))",
                components: [])
        }
        let home = PageRoute(
            path: "/",
            description: hasScreens
                ? RoadmapText.partsBelow(requirements.appName, shape.phrase(tongue), tongue)
                : "\(requirements.appName): \(shape.phrase(tongue))",
            components: [])
        return WireframeSpec(siteMap: [home] + parts, globalStateNeeds: [], themeColors: [])
    }

    private static func stateNeeds(of blueprint: Blueprint, routes: [PageRoute]) -> [String] {
        var needs = blueprint.entities.map { entity in
            "\(CodeNames.variable(entity.plural)): every \(entity.name), loaded once and shared by all pages"
        }
        let paths = Set(routes.map(\.path))
        if paths.contains("/sign-in") { needs.append("session: who is signed in, and with which role") }
        if paths.contains("/settings") { needs.append("settings: each person's choices, kept between visits") }
        return needs
    }
}

extension AgentError {
    static func withoutRequirements(_ title: String) -> AgentError {
        .invalidInput(
            location: ["project", "requirements_spec"],
            reason: "The project “\(Clip.text(title, 80))” has no requirements yet. Run the research agent "
                + "first, in the editor or with: codeforge run research --idea \"What it is to be, in a sentence\"")
    }
}
