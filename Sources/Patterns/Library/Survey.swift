extension ProjectPattern {
    static let survey = ProjectPattern(
        id: "survey",
        label: "Surveys",
        promise: "ask good questions and understand the answers",
        lexicon: Lexicon(
            names: """
                survey, survey tool, form builder, forms, questionnaire, poll, polling app, typeform alternative, \
                google forms alternative, feedback tool, encuestas, umfrage, sondage, feedback collection, online \
                forms, voting app, customer feedback, nps, quiz builder, feedback widget, feature voting, polls, \
                quick polls, quick poll, live polls, live poll, polls during lectures, audience polls, audience \
                response, pulse survey, pulse surveys, employee survey, employee pulse, ask employees anonymously, \
                employee mood, exit poll, customer survey, customer satisfaction survey, feedback form, feedback \
                forms, contact forms builder, form creator, sign up forms, application forms, intake form, intake \
                forms, registration forms, evaluation forms, course feedback, event feedback, guest feedback, \
                patient survey, citizen survey, citizen participation, voting, vote, votes, online voting, \
                association elections, ranked choice voting, decision polls, doodle style poll, availability poll, \
                personality test, quiz maker, market research, user research, usability survey, questionnaires, \
                suggestion box, idea voting, feature requests voting, opinion poll, opinion polls, research study \
                participants, census form, net promoter, feedback kiosk, kiosk with smileys, smileys for, let the \
                class vote, class vote on, vote on the, ratings kiosk, exit survey, voting for, opinion tool, \
                feedback for, questionnaire for, polls for, evaluation of, course evaluation, wedding questionnaire, \
                health questionnaire, screening questionnaire, quiz and poll, decision tool
                """,
            signals: """
                ask visitors, ask customers, ask people, ask employees, questions after, opinions, rate their \
                experience, collect opinions, quick questions, question types, respondents, responses, multiple \
                choice, rating scale, collect answers, anonymous feedback, collect feedback, form fields, \
                conditional logic, results, opinion, employee feedback, likert, fill out, election, ballots, panel, \
                satisfaction, skip logic, vote on, how they feel, ask anonymously, anonymously how, anonymous, \
                feedback, feedbak, what people think, what customers think, what guests think, what employees think, \
                rate from 1 to 5, rating from, ratings after, after their visit, after each visit, after each \
                lecture, during lectures, open questions, question, questions, answers in charts, results in charts, \
                response rate, collect responses, collect votes, decide together, group decisions, decide where, \
                majority, referendum, elections, nominations, star rating, smiley, smileys, happy or not, evaluate, \
                evaluation, assessments, self assessment, checklists forms, fill in, filled in forms, form, poll my, \
                poll the, poll our, ask my, ask our, ask all, ask members, ask residents, ask patients, ask guests, \
                ask students, ask parents, ask users, date of the next, which date, which dates, find a date for, \
                choose between, vote for, people vote, members vote, students vote, let people vote, choose the \
                best, best idea wins, collect ideas, ideas from, what do people think, what they think, analyse the \
                answers, answers, build questionnaires, sign up sheet, form for, forms for, fill in a form, fills \
                in, feedback after, feedback from, feedback on, reviews from employees, how happy, happy are, how \
                satisfied, satisfied, how was, rate us, rate their, rate our, ratings from guests, kiosk, voters, \
                voter, class vote, let the class, polling, surveys, answer, answered, respondent, response, \
                participants answer, participants of a study, panels, sample of people, interview people, rate, \
                rating, ratings, scale, scales, stars, happy, happiness, mood of employees, mood of the team, team \
                mood, team health check, retrospective vote, choose, choices, choose together, decide, decide on, \
                decisions of a group, consensus, candidates election, ballot, jury voting, awards voting, \
                anonymously, secret ballot, results live, live results, assessment, fill, submit answers, collect, \
                collects answers, collected, find out which, find out what, find out who, find out how, which \
                evening suits, suits most, suits everyone, which day suits, which day works, which date works, find \
                out when
                """,
            hints: """
                share link, export, team, customers, submit, month, ask, feel, lectures, hosted, airport, class, \
                destination, trip
                """),
        audience: "survey makers",
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
