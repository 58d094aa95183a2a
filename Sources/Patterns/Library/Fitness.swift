extension ProjectPattern {
    static let fitness = ProjectPattern(
        id: "fitness",
        label: "Fitness",
        promise: "plan training, log every workout and see themselves get stronger",
        lexicon: Lexicon(
            names: """
                fitness, fitness app, workout tracker, workout, gym, training log, running app, exercise tracker, \
                strava for, personal trainer, fitness tracker, trainingsplan, entrenamiento, gym app, calorie \
                counter, marathon training, yoga app, weightlifting, step counter, workout log, home workouts, couch \
                to 5k, 5k, 10k, half marathon, marathon plan, marathon training plan, log their lifts, lift log, \
                lifting log, gym log, gym members, running plan, running club training, cycling training, swim \
                training, exercise app, exercise, exercise plan, strength training, workout planner, workout app, \
                workouts, training plans, personal training, personal trainers, calisthenics, martial arts training, \
                boxing training, pilates studio app, yoga, yoga classes, yoga flow, hiit, weight tracker, weight \
                loss app, macro tracker, calorie tracker, diet and exercise, stretching routine, posture, rowing \
                training, climbing training, triathlon training, body measurements, fitness challenge, fitness \
                classes, fitness studio, steps challenge, dance workout, rucking, kettlebell, marathon coaching, \
                coaching app for runners, who's stronger, training zones, strength log, running coach, swim coach, \
                triathlon coach, fitness coach, workout buddy, workout plans, training diary, exercise diary, \
                running diary, kettlebell workouts, rehab training, postnatal fitness
                """,
            signals: """
                run, runner, running, cardio, strength, reps, sets, calories, weight loss, pilates, training plan, \
                coach athletes, cyclist, cycling, swim, steps, heart rate, bodybuilding, crossfit, athletes, \
                personal best, fit, stretching, marathon, climbing, lifting, sport, boxing, heart rate zones, \
                muscle, squats, pushups, triathlon, deporte, laufen, lifts, skip a run, runs, my run, training plans \
                that adapt, pace, laps, gyms, gym's members, dumbbells, barbell, bench press, deadlift, \
                powerlifting, personal records, prs, one rep max, sets and reps, warm up, cool down, trainers, \
                exercises, getting fit, get fit, keep fit, stay fit, lose weight, lose fat, bmi, protein, macros, \
                calories burned, rowing machine, treadmill, spinning, zumba, hike for fitness, jogging, joggers, \
                sprints, wheelchair users exercise, seniors exercise, home exercises, back pain exercises, push ups, \
                pull ups, plank, endurance, vo2, garmin, apple watch, fitbit, couch potato, bouldering, surf \
                training, dance practice, active, workouts with friends, athlete, log lengths, lengths, swim three \
                times, swimming, cheer me on, times per week, times a week, get in shape, in shape, beat my time, \
                running routes training, train for, training for, trains, my training, our training, weekly plans, \
                progress charts workouts, gym workouts, gym buddies, class at the gym, spin class, crossfit box, \
                weights, bodyweight, sit ups, squat, exercise every, walk more, walking steps, daily steps, move \
                more, sedentary, office workers exercise, stretch, i lift, my mate lifts, stronger, stronger this \
                month, lift heavier, lifted, zones, intervals, tempo run, long run, miles, kilometres, kilometers, \
                km, hills, elevation, bike rides, rides logged, cyclists, swimmers, swims, rowers, rowing, skiing \
                training, climbing grades, climbs, climbers, boulder, yoga poses, poses, asanas, barre, gymnast, \
                flexibility, mobility, core, abs, biceps, protein intake, calorie, weigh in, weigh, body fat, waist, \
                personal trainers clients, trainer's clients, gym owner, gym owners, gym check in, class attendance \
                at gym, fitness goals, burn, sweat, judo training, dancers train, football training fitness, \
                pregnant women exercise, seniors stay active, kids active, walk 10000 steps, pedometer, tracker \
                watch, recovery days, rest days, soreness, sore, injury, injuries
                """,
            hints: """
                trainer, coach, health, goal, weight, body, progress, plan, nutrition, wearable, streak, training, \
                members, adapt, trainings, progress photos, mate, month
                """),
        audience: "people in training",
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
