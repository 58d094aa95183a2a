/// What the research agent found out: the document in `projects.requirements_spec`.
package struct RequirementsDoc: Contract {
    package var appName: String
    package var elevatorPitch: String
    package var targetAudience: [UserPersona]
    package var coreFeatures: [Feature]
    package var recommendedStack: [String]
    package var technicalConstraints: String?

    package static let schema = Schema(
        "RequirementsDoc", "What the research agent found out: the document in projects.requirements_spec.",
        Field("app_name", \RequirementsDoc.appName, .string(1...100)),
        Field("elevator_pitch", \RequirementsDoc.elevatorPitch, .string(20...500)),
        Field("target_audience", \RequirementsDoc.targetAudience, .list(of: .model)),
        Field("core_features", \RequirementsDoc.coreFeatures, .list(of: .model)),
        Field("recommended_stack", \RequirementsDoc.recommendedStack, .list(of: .string())),
        Field(
            "technical_constraints", \RequirementsDoc.technicalConstraints, .optional(.string()), default: nil,
            schema: .null),
        make: RequirementsDoc.init(
            appName:elevatorPitch:targetAudience:coreFeatures:recommendedStack:technicalConstraints:))

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
package struct UserPersona: Contract {
    package var role: String
    package var goal: String
    package var painPoint: String

    package static let schema = Schema(
        "UserPersona", "Somebody the application is for.",
        Field("role", \UserPersona.role, .string(1...100)),
        Field("goal", \UserPersona.goal, .string(1...200)),
        Field("pain_point", \UserPersona.painPoint, .string(1...200)),
        make: UserPersona.init(role:goal:painPoint:))

    package init(role: String, goal: String, painPoint: String) {
        self.role = role
        self.goal = goal
        self.painPoint = painPoint
    }
}

/// Something the application does.
package struct Feature: Contract {
    package var name: String
    package var description: String
    package var priority: PriorityLevel

    package static let schema = Schema(
        "Feature", "Something the application does.",
        Field("name", \Feature.name, .string(1...100)),
        Field("description", \Feature.description, .string(1...500)),
        Field("priority", \Feature.priority, .enumeration("PriorityLevel")),
        make: Feature.init(name:description:priority:))

    package init(name: String, description: String, priority: PriorityLevel) {
        self.name = name
        self.description = description
        self.priority = priority
    }
}
