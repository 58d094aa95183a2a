/// The roadmap agent's curriculum for a project.
package struct LearningRoadmap: Contract {
    package var title: String
    package var description: String
    package var skillLevel: SkillLevel
    package var modules: [RoadmapModule]
    package var totalEstimatedHours: Double

    package static let schema = Schema(
        "LearningRoadmap", "The roadmap agent's curriculum for a project.",
        Field("title", \LearningRoadmap.title, .string(1...200)),
        Field("description", \LearningRoadmap.description, .string()),
        Field("skill_level", \LearningRoadmap.skillLevel, .literal),
        Field("modules", \LearningRoadmap.modules, .list(of: .model, atLeast: 1)),
        Field("total_estimated_hours", \LearningRoadmap.totalEstimatedHours, .number(greaterThan: 0, atMost: 500)),
        make: LearningRoadmap.init(title:description:skillLevel:modules:totalEstimatedHours:))

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
package struct RoadmapModule: Contract {
    package var title: String
    package var description: String
    package var steps: [String]
    package var estimatedHours: Double
    package var prerequisites: [String]

    package static let schema = Schema(
        "RoadmapModule", "A stretch of the curriculum.",
        Field("title", \RoadmapModule.title, .string(1...200)),
        Field("description", \RoadmapModule.description, .string()),
        Field("steps", \RoadmapModule.steps, .list(of: .string())),
        Field("estimated_hours", \RoadmapModule.estimatedHours, .number(greaterThan: 0, atMost: 100)),
        Field("prerequisites", \RoadmapModule.prerequisites, .list(of: .string()), default: [], schema: nil),
        make: RoadmapModule.init(title:description:steps:estimatedHours:prerequisites:))

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
