/// What the research agent found out: the document in `projects.requirements_spec`.
package struct RequirementsDoc: Hashable, Sendable {
    package var appName: String
    package var elevatorPitch: String
    package var targetAudience: [UserPersona]
    package var coreFeatures: [Feature]
    package var recommendedStack: [String]
    package var technicalConstraints: String?

    package init(
        appName: String, elevatorPitch: String, targetAudience: [UserPersona], coreFeatures: [Feature],
        recommendedStack: [String], technicalConstraints: String? = nil
    ) {
        self.appName = appName
        self.elevatorPitch = elevatorPitch
        self.targetAudience = targetAudience
        self.coreFeatures = coreFeatures
        self.recommendedStack = recommendedStack
        self.technicalConstraints = technicalConstraints
    }
}

/// Somebody the application is for.
package struct UserPersona: Hashable, Sendable {
    package var role: String
    package var goal: String
    package var painPoint: String

    package init(role: String, goal: String, painPoint: String) {
        self.role = role
        self.goal = goal
        self.painPoint = painPoint
    }
}

/// Something the application does.
package struct Feature: Hashable, Sendable {
    package var name: String
    package var description: String
    package var priority: PriorityLevel

    package init(name: String, description: String, priority: PriorityLevel) {
        self.name = name
        self.description = description
        self.priority = priority
    }
}
