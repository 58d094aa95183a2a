/// The roadmap agent's curriculum for a project.
package struct LearningRoadmap: Hashable, Sendable {
    package var title: String
    package var description: String
    package var skillLevel: SkillLevel
    package var modules: [RoadmapModule]
    package var totalEstimatedHours: Double

    package init(
        title: String, description: String, skillLevel: SkillLevel, modules: [RoadmapModule],
        totalEstimatedHours: Double
    ) {
        self.title = title
        self.description = description
        self.skillLevel = skillLevel
        self.modules = modules
        self.totalEstimatedHours = totalEstimatedHours
    }
}

/// A stretch of the curriculum.
package struct RoadmapModule: Hashable, Sendable {
    package var title: String
    package var description: String
    package var steps: [String]
    package var estimatedHours: Double
    package var prerequisites: [String]

    package init(
        title: String, description: String, steps: [String], estimatedHours: Double, prerequisites: [String] = []
    ) {
        self.title = title
        self.description = description
        self.steps = steps
        self.estimatedHours = estimatedHours
        self.prerequisites = prerequisites
    }
}
