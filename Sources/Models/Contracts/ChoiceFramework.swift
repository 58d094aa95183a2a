/// A decision that the pedagogy agent leaves to the student.
package struct ChoiceFramework: Hashable, Sendable {
    package var context: String
    package var options: [ImplementationOption]
    package var recommendation: String

    package init(context: String, options: [ImplementationOption], recommendation: String) {
        self.context = context
        self.options = options
        self.recommendation = recommendation
    }
}

/// One way to decide.
package struct ImplementationOption: Hashable, Sendable {
    package var id: String
    package var title: String
    package var pros: [String]
    package var cons: [String]
    package var difficulty: SkillLevel
    package var educationalValue: String

    package init(
        id: String, title: String, pros: [String], cons: [String], difficulty: SkillLevel, educationalValue: String
    ) {
        self.id = id
        self.title = title
        self.pros = pros
        self.cons = cons
        self.difficulty = difficulty
        self.educationalValue = educationalValue
    }
}
