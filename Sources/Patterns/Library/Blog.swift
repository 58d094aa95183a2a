extension ProjectPattern {
    static let blog = ProjectPattern(
        id: "blog",
        label: "Blog",
        promise: "write regularly and be read by the right people",
        lexicon: Lexicon(
            names: """
                blog, blogging, personal blog, blog platform, newsletter, newsletter platform, substack for, online \
                diary, tech blog, travel blog, weblog, blog engine, blogger, writing platform, static blog, journal \
                blog, publish my stories, publish my writing, paid newsletter, email newsletter, personal essays, \
                food blogger, blogging tool, microblog for writers, markdown blog, fiction site, writing community, \
                poetry site, web serial, multi author, corner of the internet, short stories, flash fiction, online \
                journal for readers, guest writers
                """,
            signals: """
                posts, subscribers, write articles, essays, markdown posts, readers, comments on posts, rss, tags, \
                publish posts, writer, my thoughts, stories, email list, guest posts, writing, drafts, seo friendly, \
                poems, poetry, fan fiction, opinion pieces, authors, novel, columnist, bloggers, publish stories, my \
                stories, travel stories, subscribe by email, paid subscribers, weekly letter, write about, readers \
                subscribe, writers publish, write posts, long form, columns, critic, chapter by chapter, comments \
                from readers, my writing, publishing essays, ghostwriter, serialised, thoughts on, musings, rants, \
                mailing list, letters to readers, weekly essay, place to write, somewhere to write, write down my \
                stories, travel diary public, my articles, static site with posts, commentary, opinions column, blog \
                posts, author, writer's, reviews blog, food writing, garden blog, science blog, personal site with \
                posts, archive of posts, publish, publishing, pen name, drafts and publish, comments under posts, \
                feed of posts, readers' letters, newsletter subscribers, subscribe, weekly newsletter, monthly \
                newsletter, send newsletter, newsletters
                """,
            hints: """
                post, article, write, comment, reader, personal, share, markdown, subscriber, email, story, essay, \
                quiet, thought, internet, chapters, words
                """),
        audience: "independent writers",
        personas: [
            Persona(
                "{One}", goal: "Write, publish and hear from readers",
                pain: "Spends evenings on the tool rather than the text"),
            Persona(
                "Reader", goal: "Read without pop-ups and come back by mail or feed", pain: "Banners cover the text"),
            Persona("Guest author", goal: "Hand in a text and see it edited", pain: "Attachments and lost changes"),
        ],
        entities: [
            Entity(
                "post",
                [
                    "Why I keep a paper notebook", "Three walks by the river", "What I learned from failing",
                    "A letter to beginners",
                ],
                [
                    .title("title"), .text("slug"), .choice("status", "draft", "scheduled", "published"),
                    .date("published on"), .long("body"),
                ]),
            Entity(
                "comment", ["This changed my mind", "One question about part two", "Thank you for this"],
                [
                    .title("headline"), .email, .choice("status", "new", "shown", "hidden"), .date("written on"),
                    .long("text"),
                ]),
            Entity(
                "subscriber", ["Alba Cruz", "Niklas Berg", "Jo Park"],
                [
                    .title("name"), .email, .date("since"), .flag("confirmed"),
                ]),
        ],
        features: [
            Feature(
                .must, "Post list", "Posts by {who}, newest first, with tags and search.", .cards, of: "post",
                [.records, .search]),
            Feature(
                .must, "Editor", "Drafts in Markdown, saved as they are typed, with a preview.", .table, of: "post",
                [.records]),
            Feature(.must, "Publishing plan", "What goes out on which day.", .calendar, of: "post", [.scheduling]),
            Feature(
                .should, "Comments", "Comments under each post, shown after a look.", .thread, of: "comment",
                [.messaging]),
            Feature(
                .should, "Subscribers", "Readers who get new posts by mail, with one-click leave.", .table,
                of: "subscriber", [.notifications]),
            Feature(.nice, "Reader report", "Which posts are read to the end.", .summary, of: "post", [.reports]),
            Feature(.nice, "Paid posts", "Some posts for supporters only.", .checkout, of: "subscriber", [.payments]),
        ],
        constraints: [
            "Pages are readable without JavaScript and offer an RSS feed",
            "Subscribers confirm their address before the first mail",
        ])
}
