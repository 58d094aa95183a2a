extension ProjectPattern {
    static let dating = ProjectPattern(
        id: "dating",
        label: "Dating",
        promise: "meet someone who fits, safely and without games",
        lexicon: Lexicon(
            names: """
                singles, dating, dating app, dating site, matchmaking for singles, tinder clone, tinder for, citas \
                en linea, bumble for, partnersuche, rencontre, partner search, find love, speed dating, online \
                dating, blind dates, friend matching, matrimony, find a partner, help singles, singles meet, lonely \
                hearts, dates for, matchmaking, matchmaker, love match, find someone, dating for, relationship app, \
                marriage, arranged marriage, blind date, speed date, speed dating over video, matchmaking for single \
                parents, matchmaking for, dating for single
                """,
            signals: """
                swipe, romantic, relationship seekers, love, dates, soulmate, mutual likes, icebreaker, partner, \
                meet someone, flirt, couples, single people, swiping, compatibility, matches, widowed, lgbtq, single \
                parents, first date, match people, romance, find a date, find a girlfriend, find a boyfriend, shy, \
                crush, soul mate, over 50, chemistry, lonely, find someone special, meet their match, like minded \
                partner, divorced, first dates, go on dates, matched with, long term relationship, boyfriend, \
                girlfriend, husband, bride, queer, lesbian, gay, polyamorous, kiss, chaperone, liked each other, \
                mutual interest, companionship, widowers, widows, widower, find companionship, second chance at \
                love, meet single, single farmers, single parents meet, someone to love, love life, video intros, \
                profiles and matches, swipe right, swipe left, looking for love, spark, go on a date, date night, \
                singles over, dates over video, meet singles, single and looking, widow, partner for life, marry, \
                flirting, matched, matching profiles, find my match, a match, romantic partner, love story, kink, \
                introverts date, height, blind dating, dinner dates, long distance couples
                """,
            hints: """
                match, profile, meet, chat, photo, nearby, interests, people, safe, age, gender, like, single, \
                video, attractive
                """),
        audience: "singles",
        personas: [
            Persona(
                "{One}", goal: "A real meeting with someone who fits",
                pain: "Endless swiping and copied messages"),
            Persona(
                "Careful newcomer", goal: "Stay in control of what others see", pain: "Strangers with wrong pictures"),
            Persona("Safety team", goal: "Act on a report within an hour", pain: "Reports without context"),
        ],
        entities: [
            Entity(
                "profile", ["Amelie, 34", "Ravi, 29", "Tess, 41", "Bruno, 37"],
                [
                    .title("name"), .text("place"),
                    .choice("looking for", "friendship", "a relationship", "not sure yet"), .long("about"),
                    .flag("verified"),
                ]),
            Entity(
                "match", ["Amelie and Ravi", "Tess and Bruno", "Ravi and Tess"],
                [
                    .title("title"), .choice("status", "new", "talking", "met", "closed"), .date("matched on"),
                ]),
            Entity(
                "report", ["Picture of someone else", "Asked for money", "Rude message"],
                [
                    .title("reason"), .choice("status", "open", "warned", "removed"), .date("sent on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Profiles", "Honest profiles of {who}, verified by a picture check, shown to those who fit.",
                .cards, of: "profile", [.accounts, .privacy]),
            Feature(
                .must, "Matches", "Mutual interest, from new to met, with an end that is said kindly.", .board,
                of: "match", [.records]),
            Feature(
                .must, "Conversation", "Messages between two who matched, and nobody else.", .thread, of: "match",
                [.messaging]),
            Feature(
                .must, "Report and block", "One tap ends contact for good and tells the safety team.", .table,
                of: "report", [.privacy, .administration]),
            Feature(
                .should, "Preferences", "Age, distance and what matters, changed at any time.", .settings, [.search]),
            Feature(
                .should, "Date planner", "A time and a public place, agreed by both.", .calendar, of: "match",
                [.scheduling]),
            Feature(
                .nice, "Supporter plan", "More filters for a monthly price; safety is never for sale.", .checkout,
                of: "profile", [.payments]),
        ],
        constraints: [
            "Distance is shown in steps of five kilometres, never a position",
            "Members are adults; age is checked",
        ])
}
