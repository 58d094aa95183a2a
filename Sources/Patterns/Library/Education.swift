extension ProjectPattern {
    static let education = ProjectPattern(
        id: "education",
        label: "Learning",
        promise: "learn step by step, practise and see progress",
        lexicon: Lexicon(
            names: """
                e learning, elearning, learning platform, learning management system, lms, online course, course \
                platform, education app, language learning, tutoring, tutoring platform, flashcards, flashcard app, \
                quiz app, school app, udemy for, duolingo for, lernplattform, plataforma educativa, curso, online \
                school, learn to, study app, training platform, homework app, math practice, exam prep, times \
                tables, multiplication tables, flash cards, language app, sign language, driving school, driving \
                theory, theory test, learning app, learning game, learn languages, teaching platform, online \
                classes, online academy, school management, classroom app, e learning platform, mooc, study planner, \
                revision app, study group, spelling app, reading app for kids, coding for kids, learn guitar, learn \
                piano, music lessons, tutors, course marketplace, corporate training, staff training, microlearning, \
                knowledge quiz, certification courses, homeschool, homeschooling, nursery school, preschool, \
                phonics, dyslexia, vocabulary trainer, language exchange, language tutor, university course planner, \
                thesis, exam trainer, teacher planner, lesson planner, lesson planning, student portal, school \
                timetable, parents evening, grades tracker, python course, interactive course, little exercises, \
                interactive lessons, summer exercises, coding course, online training, course builder, video course \
                for, teaching app, quizzes for, language course, school of, learning games, e learning for, \
                tutorials for
                """,
            signals: """
                learning, read, reading lessons, teach kids, exams, explain, apprentices, nursing students, \
                revision, learn about, understand, multiplication, spelling, maths, math, science lessons, grammar, \
                learn a language, practise, course, lesson, student, teacher, tutor, quiz, curriculum, homework, \
                classroom, learn, teach, exam, grade, pupil, school, university, study, vocabulary, spaced \
                repetition, certificate, assignment, lecture, learner, kids learn, practice exercises, coding \
                bootcamp, teaching, alumnos, schuler, eleves, gradebook, kindergarten, teach children, instructor, \
                workshops, college, memorise, times table, theory quizzes, quizzes, learners of, learning german, \
                learning english, learners, learn german, learn english, learn spanish, learn to code, learn to \
                read, help my daughter, help my son, my daughter practise, my son practise, fractions, algebra, \
                physics, chemistry lessons, biology, history lessons, geography, practise spelling, alphabet, \
                handwriting, med students, medical students, law students, trainees, cohort, live classes, recorded \
                lectures, lectures, textbook, worksheets, teachers share, assignments, coursework, marking, report \
                cards, scholarships, semester, campus, exam questions, mock exams, sat, gcse, abitur, ielts, toefl, \
                trainee, upskilling, cpd, certificates, tutorials, skills courses, adult education, evening classes, \
                pronunciation, verbs, memorize, memory techniques, mnemonics, lessons, syllabus, before finals, \
                finals, quiz each other, test each other, short lessons, lessons and quizzes, teach primary school, \
                primary school, primary school kids, secondary school, high school, teach my, teach people, teach \
                seniors, teach adults, learn the, learn a, learn how, learning the, study for, revise, prepare for \
                exams, pass the exam, pass my, driving test, citizenship test, language lessons, speak, speaking \
                practice, words a day, new words, learn chess, learn to cook course, learn to sew, understand maths, \
                school subjects, homework help, explain to kids, kids understand, upload their notes, twelve year \
                olds, year olds, my students, students forget, send them exercises, exercises for students, \
                exercises, exercise sheets, over the summer, summer school, practise words, practice tests, tests \
                for students, students submit, submit homework, teacher gives, teachers assign, teachers create, \
                pupils, class, classes, school class, teaches, explains, knowledge, skills, train staff in, \
                compliance training, safety training, first aid course, anatomy, latin, french, italian, japanese, \
                chinese, arabic, dialect, braille, morse, sight reading, music theory lessons, typing, chess \
                lessons, drawing lessons, cooking school, sewing lessons, swimming lessons, driving lessons theory, \
                pilots exam, sailing licence, hunting licence, diploma, degree, phd, tuition, mentoring, mentors, \
                mentor, study buddies, study buddy, concentration for study, kids
                """,
            hints: """
                children, parents, progress, skill, test, language, practice, training, video lessons, daughter, \
                son, german, english, spanish, theory, med, school kids, children learn, summer, forget, old, \
                interactive
                """),
        audience: "learners",
        personas: [
            Persona(
                "{One}", goal: "Know what to do next and see that it works",
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
