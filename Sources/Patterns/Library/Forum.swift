extension ProjectPattern {
    static let forum = ProjectPattern(
        id: "forum",
        label: "Forum",
        promise: "ask, answer and keep what was learned",
        lexicon: Lexicon(
            names: """
                forum, discussion board, message board, q a site, question and answer site, reddit clone, reddit for, \
                stack overflow for, foro, online community, discussion forum, support group, community platform, quora for, discussion platform
                """,
            signals: """
                threads, upvote, upvotes, moderators, discussions, topics and replies, karma, answers accepted, ask questions, \
                moderation, sub communities, debate, ask experts, advice from other, discuss, downvote, answer each other
                """,
            hints: "community, members, topic, reply, post, question, answer, discuss, vote"),
        audience: "curious people",
        personas: [
            Persona("Asker among {who}", goal: "A good answer within a day", pain: "Old threads without an end"),
            Persona("Expert", goal: "Answer once, and well", pain: "The same question every week"),
            Persona("Moderator", goal: "A friendly tone with little work", pain: "Reports by private message"),
        ],
        entities: [
            Entity(
                "topic", ["Which tool for a beginner?", "How I solved the noise", "Meeting in June"],
                [
                    .title("title"), .choice("section", "questions", "projects", "meetings"),
                    .choice("status", "open", "answered", "closed"), .date("started on"), .number("votes"),
                ]),
            Entity(
                "answer", ["Start with the small one", "Ground the second wire", "June suits me"],
                [
                    .title("headline"), .long("text"), .number("votes"), .flag("accepted"), .date("written on"),
                ]),
            Entity(
                "member", ["Old Pine", "Marta K.", "Seven Bridges"],
                [
                    .title("name"), .email, .number("points"), .choice("role", "member", "helper", "moderator"),
                ]),
        ],
        features: [
            Feature(
                .must, "Topics", "Questions and projects of {who}, by section and age.", .table, of: "topic",
                [.records, .search]),
            Feature(
                .must, "Answers", "Answers in order of usefulness, the accepted one first.", .thread, of: "answer",
                [.messaging, .reviews]),
            Feature(.must, "Topic board", "Open, answered and closed topics.", .board, of: "topic", [.administration]),
            Feature(
                .should, "Members", "Who helps, with points earned by answers.", .cards, of: "member",
                [.accounts, .gamification]),
            Feature(.should, "Subscriptions", "New answers by mail, for chosen topics.", .settings, [.notifications]),
            Feature(
                .nice, "Forum figures", "Topics, answers and time to the first answer.", .summary, of: "topic",
                [.reports]),
        ],
        constraints: [
            "Deleted posts leave a note, so that answers stay understandable",
            "New members' first posts are looked at before they appear",
        ])
}
