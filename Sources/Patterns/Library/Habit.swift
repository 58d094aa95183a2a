extension ProjectPattern {
    static let habit = ProjectPattern(
        id: "habit-tracker",
        label: "Habits",
        promise: "build small habits and keep them on hard days too",
        lexicon: Lexicon(
            names: """
                habit, habit tracker, habits, habit app, goal tracker, streak tracker, daily routine, gewohnheiten, \
                habitos, productivity app, pomodoro, focus timer, journaling app, meditation app, routine tracker, \
                self improvement, meditation, gratitude journal, quit smoking, sobriety, bullet journal, \
                accountability app, journal, diary, stop biting, bite my nails, biting my nails, break a habit, \
                break bad habits, quit smoking app, stop smoking, stop drinking, quit sugar, sober tracker, daily \
                tracker, daily habits, meditation timer, mindfulness app, breathing exercises, gratitude, \
                journaling, daily journal, mood journal, morning pages, focus app, productivity timer, screen time \
                limiter, digital detox, self discipline, new year's resolutions, goal setting, daily challenge, 30 \
                day challenge, drink more water, water reminder, drink water reminder, water tracker, good habits, \
                chores for kids with stars, reward chart, bedtime routine, life goals, procrastinators, prayer \
                times, bible reading plan, nail biting, daily goals tracker, no spend challenge, sleep routine, \
                personal development, get off sugar, off sugar, off alcohol, off cigarettes, journaling prompts, \
                daily journaling, mood and streaks, mood diary, stop vaping, stop swearing, kick the habit, daily \
                prompts, morning routine planner, daily planner for adhd, screen free, tidy up daily, decluttering \
                challenge, savings habit, reading habit
                """,
            signals: """
                streak, daily check in, routine, build habits, reminders to drink, drink water, drink more, more \
                water, mindfulness, screen time, accountability, self care, morning routine, smoking, \
                procrastination, goals, resolution, focus, breathing, affirmations, track habits, consistency, \
                alcohol, sober, motivation, bad habits, daily goals, water intake, personal growth, accountability \
                partner, distraction, i want to stop, how many days, days i've managed, days in a row, days without, \
                every day i, everyday, keep going, stay motivated, stick to, sticking to, give up, giving up, quit, \
                quitting, cut down, cravings, relapse, streaks, timer, calm down, stay focused, concentrate, \
                distracted, distractions, procrastinate, get up early, wake up, willpower, small steps, tiny steps, \
                nudges, gently, nudge me, check in daily, self reflection, reflect on my day, be more grateful, \
                better person, floss, vitamins daily, cold showers, read every day, practise every day, habit \
                stacking, resolutions, mindful, meditate, keep me honest, no phone after, no phone, no sugar, no \
                alcohol, no smoking, no screens, phone less, less time on my phone, doomscrolling, stay off, go to \
                bed early, bed by, every morning, every evening, every night, each day, each morning, day streak, \
                stop eating sweets, stop procrastinating, be consistent, stick with it, remind myself, remind me to, \
                nag me, gentle reminders, track my mood daily, daily gratitude, three good things, breathe, relax, \
                quiet time, keep promises to myself, my goals, reach my goals, weekly goals, yearly goals, help me \
                get off, get off, sugar, sweets, cigarettes, vaping, vape, nicotine, caffeine, junk food, snacking, \
                swearing, gambling, porn, gaming less, less gaming, less tv, social media less, prompts, prompt a \
                day, one line a day, one thing a day, every single day, day by day, challenge myself, commitment, \
                commit, commitments, promise, promises, discipline, disciplined, reward myself, rewards for kids, \
                stickers for kids, tidy room, brush teeth, make the bed, stretch daily, stand up, posture reminders, \
                drink, glasses of water, hydrate, hydration, sleep earlier, wake earlier, alarm, morning, evening, \
                calmer, anxiety less, worry less, negative thoughts, positive thinking, self esteem, confidence, \
                self help, mindset, motivation quotes, motivate me
                """,
            hints: """
                daily, reminder, progress, goal, mood, calm, days, stop, more, nails, managed, smoke, off, honest, \
                help me
                """),
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
