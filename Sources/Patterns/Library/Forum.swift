extension ProjectPattern {
    static let forum = ProjectPattern(
        id: "forum",
        label: "Forum",
        promise: "ask, answer and keep what was learned",
        lexicon: Lexicon(
            names: """
                forum, discussion board, message board, q a site, question and answer site, reddit clone, reddit \
                for, stack overflow for, foro, online community, discussion forum, support group, community \
                platform, quora for, discussion platform, q&a, q and a, q and a site, question answer, questions and \
                answers, ask and answer, discussion community, discussion group, parents forum, hobby forum, \
                bulletin board, help forum, support community, peer support, self help group, community of practice, \
                expert answers, advice community, town hall discussions, ham radio nerds arguing, arguing about, \
                question and answer, questions and answers for, discussion site, debate platform, knowledge \
                exchange, advice site, agony aunt, ask a mechanic, ask a, ask an, ask an expert, ask experts
                """,
            signals: """
                threads, upvote, upvotes, moderators, discussions, topics and replies, karma, answers accepted, ask \
                questions, moderation, sub communities, debate, advice from other, discuss, downvote, answer each \
                other, ask each other, ask each other for advice, ask for advice, give advice, advice, exchange \
                experiences, share experiences, share advice, swap tips, tips and questions, answer questions, best \
                answer, best answers, upvoted, answers voted, questions answered, thread, discussion, debates, sub \
                forums, off topic, moderated discussion, moderated, ask other, ask strangers, peer advice, discuss \
                ideas, long discussions, answers from experts, argue, pinned posts, get answers from other, get \
                answers from, answers from other, ask questions and get, questions and get answers, where can, ask \
                questions of, categories and moderators, categories, topics, ask for help, help each other out, ask \
                fellow, ask locals, fellow, talk about, talk shop, debate politics, argue about, discuss books \
                chapters, discussion of, trusted answers, accepted answer, reputation, reputation points, top \
                answers, owners discuss, sub forum, arguing, nerds, nerds arguing, teachers ask, discuss problems, \
                discuss cases, discuss topics, topic, debating, opinions exchanged, long threads, posts and replies, \
                replies, replies to posts, reply, votes on answers, best replies, experts reply, ask a doctor \
                anonymously, ask a lawyer, ask me anything, ama, peer to peer advice, troubleshooting together, \
                repair tips from others, tips from others, tips and tricks, share tips, community answers, community \
                moderated, rules and bans, boards, board for discussion, bulletin
                """,
            hints: """
                community, members, post, question, answer, vote, electricians, beekeepers, parents, help each \
                other, experience, antennas, latin, tips, ask
                """),
        audience: "curious people",
        personas: [
            Persona("{One}", goal: "A good answer within a day", pain: "Old threads without an end"),
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
