extension ProjectPattern {
    static let education = ProjectPattern(
        id: "education",
        label: "Learning",
        promise: "learn step by step, practise and see progress",
        lexicon: Lexicon(
            names: """
                e learning, elearning, learning platform, learning management system, lms, online course, course platform, \
                education app, language learning, tutoring, tutoring platform, flashcards, flashcard app, quiz app, \
                school app, udemy for, duolingo for, lernplattform, plataforma educativa, curso, online school, \
                learn to, study app, training platform, homework app, math practice, exam prep
                """,
            signals: """
                learning, read, reading lessons, teach kids, exams, explain, apprentices, nursing students, revision, learn about, understand, \
                multiplication, spelling, maths, math, science lessons, grammar, learn a language, practise, \
                course, lesson, student, teacher, tutor, quiz, curriculum, homework, classroom, learn, teach, exam, grade, \
                pupil, school, university, study, vocabulary, spaced repetition, certificate, assignment, lecture, \
                learner, kids learn, practice exercises, coding bootcamp, teaching, alumnos, schuler, eleves, \
                gradebook, kindergarten, teach children, instructor, workshops, college, memorise
                """,
            hints:
                "kids, children, parents, progress, skill, test, language, class, practice, training, video lessons, mentor, knowledge"
        ),
        audience: "learners",
        personas: [
            Persona(
                "Learner among {who}", goal: "Know what to do next and see that it works",
                pain: "Starts many courses and finishes none"),
            Persona(
                "Teacher", goal: "See who is stuck before the test does", pain: "Corrects the same mistake thirty times"
            ),
            Persona(
                "Parent or sponsor", goal: "Understand progress without being an expert",
                pain: "Gets a grade, but no explanation"),
        ],
        entities: [
            Entity(
                "lesson", ["First steps", "Reading with a plan", "Practice set one", "Common mistakes"],
                [
                    .title("title"), .number("minutes"), .choice("level", "beginner", "intermediate", "advanced"),
                    .choice("status", "new", "started", "finished"), .long("summary"),
                ]),
            Entity(
                "learner", ["Nora Jensen", "Samir Patel", "Chloe Martin"],
                [
                    .title("name"), .email, .number("points"), .date("last active on"),
                ]),
            Entity(
                "assignment", ["Short essay", "Ten exercises", "Group project"],
                [
                    .title("title"), .date("due on"), .choice("status", "open", "handed in", "graded"),
                    .number("score"),
                ]),
        ],
        features: [
            Feature(
                .must, "Lesson library", "Lessons for {who} in a sensible order, each with its level, length and goal.",
                .cards, of: "lesson", [.records, .search]),
            Feature(
                .must, "Practice and progress",
                "Exercises with an answer at once; progress moves from new to finished on a board.", .board,
                of: "lesson", [.gamification, .records]),
            Feature(
                .must, "Assignments", "Tasks with a due date, handed in and graded in one place.", .calendar,
                of: "assignment", [.scheduling]),
            Feature(
                .should, "Learner list", "Who takes part, how far each has come and who needs help.", .table,
                of: "learner", [.accounts, .administration]),
            Feature(
                .should, "Questions and answers", "Questions beside the lesson, answered by teachers and learners.",
                .thread, of: "lesson", [.messaging]),
            Feature(
                .should, "Progress report", "Finished lessons and scores, week by week.", .summary, of: "assignment",
                [.reports]),
            Feature(
                .nice, "Reminders", "A gentle nudge on the days that the learner chose.", .settings, [.notifications]),
            Feature(
                .nice, "Certificates", "A document for a finished course that others can check.", .cards, of: "learner",
                [.files]),
        ],
        constraints: [
            "Lessons work on a slow phone: under 300 kB before the first text",
            "Learners under 16 need a parent's consent; no tracking by third parties",
        ])
}
