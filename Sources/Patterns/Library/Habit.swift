extension ProjectPattern {
    static let habit = ProjectPattern(
        id: "habit-tracker",
        label: "Habits",
        promise: "build small habits and keep them on hard days too",
        lexicon: Lexicon(
            names: """
                habit, habit tracker, habits, habit app, goal tracker, streak tracker, daily routine, gewohnheiten, habitos, \
                productivity app, pomodoro, focus timer, journaling app, meditation app, routine tracker, self improvement, \
                meditation, gratitude journal, quit smoking, sobriety, bullet journal, accountability app, journal, diary
                """,
            signals: """
                streak, daily check in, routine, build habits, reminders to drink, drink water, drink more, more water, mindfulness, screen time, \
                accountability, self care, morning routine, smoking, procrastination, goals, resolution, focus, breathing, \
                affirmations, track habits, consistency, gratitude, alcohol, sober, motivation, bad habits, daily goals, water intake, \
                personal growth, accountability partner, distraction
                """,
            hints: "daily, reminder, progress, goal, mood, calm, motivation"),
        audience: "people with a goal",
        personas: [
            Persona("{One}", goal: "Keep a habit past the third week", pain: "One missed day ends the whole plan"),
            Persona(
                "Accountability partner", goal: "Encourage without nagging", pain: "Does not know when help is welcome"),
            Persona(
                "Returning user", goal: "Start again without shame", pain: "An app that shows only the broken streak"),
        ],
        entities: [
            Entity(
                "habit", ["Read ten pages", "Walk after lunch", "Lights out at eleven", "Drink water"],
                [
                    .title("name"), .choice("rhythm", "daily", "weekdays", "weekly"), .number("streak"),
                    .number("best streak"), .choice("status", "active", "paused", "kept"),
                ]),
            Entity(
                "check-in", ["Read before breakfast", "Walked in the rain", "Missed, was travelling"],
                [
                    .title("note"), .date("done on"), .number("mood"), .flag("kept"),
                ]),
            Entity(
                "goal", ["Twelve books this year", "Ten thousand steps", "Sleep seven hours"],
                [
                    .title("title"), .number("target"), .number("reached"), .date("until"),
                ]),
        ],
        features: [
            Feature(
                .must, "Habit list", "Habits of {who} with rhythm, streak and one tap to check in.", .cards,
                of: "habit", [.records, .gamification]),
            Feature(
                .must, "Check-in calendar", "Kept and missed days, without red ink.", .calendar, of: "check-in",
                [.scheduling]),
            Feature(.must, "Reminders", "At the time and on the days that fit.", .settings, [.notifications]),
            Feature(.should, "Progress", "Kept days and mood by week.", .summary, of: "check-in", [.reports]),
            Feature(.should, "Goals", "What the habits lead to.", .table, of: "goal", [.records]),
            Feature(.nice, "Habit board", "Active, paused and kept habits.", .board, of: "habit", [.gamification]),
            Feature(
                .nice, "Share with a friend", "One person sees the week and sends a word.", .thread, of: "check-in",
                [.sharing, .messaging]),
        ],
        constraints: [
            "Works without an account and without a connection; data stays on the device",
            "A check-in takes one tap",
        ])
}
