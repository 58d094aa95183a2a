extension ProjectPattern {
    static let survey = ProjectPattern(
        id: "survey",
        label: "Surveys",
        promise: "ask good questions and understand the answers",
        lexicon: Lexicon(
            names: """
                survey, survey tool, form builder, forms, questionnaire, poll, polling app, typeform alternative, \
                google forms alternative, feedback tool, encuestas, umfrage, sondage, feedback collection, online forms, \
                voting app, customer feedback, nps, quiz builder, feedback widget, feature voting, polls
                """,
            signals: """
                ask visitors, ask customers, ask people, ask employees, questions after, opinions, rate their experience, collect opinions, quick questions, \
                question types, respondents, responses, multiple choice, rating scale, vote, voting, collect answers, \
                anonymous feedback, collect feedback, form fields, conditional logic, results, opinion, employee feedback, \
                suggestion box, likert, fill out, election, ballots, course evaluation, market research, panel, \
                satisfaction, questionnaires, skip logic, vote on
                """,
            hints: "form, answer, question, feedback, results, share link, anonymous, export, team, customers, submit"),
        audience: "people who ask questions",
        personas: [
            Persona(
                "{One}", goal: "Ask in ten minutes and get answers that can be used",
                pain: "Half of the respondents stop at question three"),
            Persona(
                "Respondent", goal: "Answer on the phone without an account",
                pain: "Long forms that lose what was typed"),
            Persona("Analyst", goal: "Compare groups and times", pain: "Answers arrive as free text in a spreadsheet"),
        ],
        entities: [
            Entity(
                "survey", ["Visitor satisfaction", "Lunch menu poll", "Yearly team survey"],
                [
                    .title("title"), .choice("status", "draft", "open", "closed"), .date("open until"),
                    .number("answers"), .flag("anonymous"),
                ]),
            Entity(
                "question", ["How did you hear about us?", "How satisfied are you?", "What should we change?"],
                [
                    .title("text"), .choice("kind", "one answer", "several answers", "scale", "text"),
                    .flag("required"), .number("position"),
                ]),
            Entity(
                "response", ["Response 118", "Response 119", "Response 120"],
                [
                    .title("number"), .date("sent on"), .number("score"), .long("comment"),
                ]),
        ],
        features: [
            Feature(
                .must, "Survey list", "Surveys by {who} with state, end and number of answers.", .cards, of: "survey",
                [.records]),
            Feature(
                .must, "Question editor", "Questions of four kinds, in any order, with a preview.", .table,
                of: "question", [.records]),
            Feature(
                .must, "Results", "Answers counted by question and compared by group.", .summary, of: "response",
                [.reports]),
            Feature(
                .should, "Response list", "Single answers, searched and exported.", .table, of: "response",
                [.search, .files]),
            Feature(
                .should, "Publishing", "From draft to open to closed, by hand or date.", .board, of: "survey",
                [.scheduling]),
            Feature(
                .nice, "Share and embed", "A link, a code to scan and a snippet for a page.", .settings, [.sharing]),
            Feature(
                .nice, "Reminders", "A reminder to those who have not answered, once.", .settings, [.notifications]),
        ],
        constraints: [
            "Anonymous means it: no address, no cookie and no time finer than a day is stored with an answer",
            "A form remembers what was typed when the connection drops",
        ])
}
