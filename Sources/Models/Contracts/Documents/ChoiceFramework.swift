/// A decision that the pedagogy agent leaves to the student.
package struct ChoiceFramework: Contract {
    package var context: String
    package var options: [ImplementationOption]
    package var recommendation: String

    package static let schema = Schema(
        "ChoiceFramework", "A decision that the pedagogy agent leaves to the student.",
        Field("context", \ChoiceFramework.context, .string()),
        Field("options", \ChoiceFramework.options, .list(of: .model)),
        Field("recommendation", \ChoiceFramework.recommendation, .string()),
        make: ChoiceFramework.init(context:options:recommendation:))

    package init(context: String, options: [ImplementationOption], recommendation: String) {
        self.context = context
        self.options = options
        self.recommendation = recommendation
    }
}

/// One way to decide.
package struct ImplementationOption: Contract {
    package var id: String
    package var title: String
    package var pros: [String]
    package var cons: [String]
    package var difficulty: SkillLevel
    package var educationalValue: String

    package static let schema = Schema(
        "ImplementationOption", "One way to decide.",
        Field("id", \ImplementationOption.id, .string()),
        Field("title", \ImplementationOption.title, .string()),
        Field("pros", \ImplementationOption.pros, .list(of: .string())),
        Field("cons", \ImplementationOption.cons, .list(of: .string())),
        Field("difficulty", \ImplementationOption.difficulty, .literal),
        Field("educational_value", \ImplementationOption.educationalValue, .string()),
        make: ImplementationOption.init(id:title:pros:cons:difficulty:educationalValue:))

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
