extension ProjectPattern {
    static let fitness = ProjectPattern(
        id: "fitness",
        label: "Fitness",
        promise: "plan training, log every workout and see themselves get stronger",
        lexicon: Lexicon(
            names: """
                fitness, fitness app, workout tracker, workout, gym, training log, running app, exercise tracker, \
                strava for, personal trainer, fitness tracker, trainingsplan, entrenamiento, gym app, calorie counter, \
                marathon training, yoga app, weightlifting, step counter, workout log, home workouts
                """,
            signals: """
                exercise, run, runner, running, yoga, cardio, strength, reps, sets, calories, weight loss, pilates, \
                training plan, coach athletes, cyclist, cycling, swim, steps, heart rate, bodybuilding, crossfit, athletes, \
                workouts, personal best, fit, stretching, marathon, climbing, lifting, sport, boxing, heart rate zones, \
                muscle, squats, pushups, gym members, triathlon, deporte, laufen
                """,
            hints: "trainer, coach, health, goal, weight, body, progress, plan, nutrition, wearable, streak, training"),
        audience: "people who train",
        personas: [
            Persona(
                "{One}", goal: "Log a workout in seconds and see progress over weeks",
                pain: "Forgets last week's weights and repeats the same session"),
            Persona(
                "Coach", goal: "Give plans and see what was really done",
                pain: "Hears about pain and missed sessions too late"),
            Persona(
                "Beginner", goal: "Start with a safe plan", pain: "Too many exercises and no idea which ones matter"),
        ],
        entities: [
            Entity(
                "workout", ["Morning intervals", "Full body strength", "Easy long run", "Mobility"],
                [
                    .title("title"), .date("planned on"), .number("minutes"),
                    .choice("effort", "easy", "moderate", "hard"), .flag("done"),
                ]),
            Entity(
                "exercise", ["Goblet squat", "Row", "Plank", "Hip hinge"],
                [
                    .title("name"), .choice("focus", "legs", "back", "core", "endurance"), .number("repetitions"),
                    .long("instructions"),
                ]),
            Entity(
                "goal", ["Ten kilometres under an hour", "Five pull-ups", "Three sessions a week"],
                [
                    .title("title"), .number("target"), .number("reached"), .date("until"),
                    .choice("status", "open", "reached", "dropped"),
                ]),
        ],
        features: [
            Feature(
                .must, "Training calendar",
                "Planned and finished workouts of {who} by day, moved when life gets in the way.", .calendar,
                of: "workout", [.scheduling]),
            Feature(
                .must, "Workout log", "Minutes, effort and notes of every session, logged in seconds.", .table,
                of: "workout", [.records]),
            Feature(
                .must, "Exercise library", "Exercises with focus and clear instructions.", .cards, of: "exercise",
                [.records, .search]),
            Feature(
                .should, "Goals", "Measurable goals on a board, from open to reached.", .board, of: "goal",
                [.gamification]),
            Feature(
                .should, "Progress charts", "Sessions, minutes and personal bests by week.", .summary, of: "workout",
                [.reports]),
            Feature(
                .should, "Coach notes", "Feedback beside the session it is about.", .thread, of: "workout", [.messaging]
            ),
            Feature(
                .nice, "Reminders", "A nudge before planned sessions and after a long pause.", .settings,
                [.notifications]),
            Feature(.nice, "Device import", "Sessions come from watches and phones.", .settings, [.files]),
        ],
        constraints: [
            "Health data stays on the device unless the user shares it",
            "Logging works without a connection and is sent later",
        ])
}
