extension ProjectPattern {
    static let wiki = ProjectPattern(
        id: "wiki",
        label: "Wiki",
        promise: "write down what they know and find it again",
        lexicon: Lexicon(
            names: """
                wiki, knowledge base, documentation, documentation site, docs site, note taking, notes app, second brain, \
                notion clone, notion alternative, confluence alternative, internal wiki, knowledge management, notizen, \
                note app, encyclopedia, handbook, intranet, personal knowledge, company handbook, glossary, notebook, zettelkasten
                """,
            signals: """
                notes, backlinks, pages and subpages, team knowledge, how to guides, articles for employees, markdown notes, \
                documents knowledge, linked notes, search notes, runbooks, standard operating procedures, document processes, \
                onboarding docs, shared notes, lore, outline, bookmarks, research notes, api docs, tribal knowledge, note, \
                collaborative editing, web clipper, ideas in one place, citations
                """,
            hints: "document, knowledge, page, search, team, organise, information, write, link, version history, tag"),
        audience: "teams",
        personas: [
            Persona(
                "{One}", goal: "Find the answer without asking a colleague",
                pain: "Knowledge lives in heads and old chats"),
            Persona("Author", goal: "Write once, keep current", pain: "Nobody knows which page is right"),
            Persona(
                "Newcomer", goal: "Understand how things work in the first week", pain: "Fifty pages, and no beginning"),
        ],
        entities: [
            Entity(
                "page", ["How we work", "Set-up of a new laptop", "Who to ask", "Glossary"],
                [
                    .title("title"), .text("section"), .choice("status", "draft", "current", "outdated"),
                    .date("checked on"), .long("body"),
                ]),
            Entity(
                "section", ["Getting started", "Processes", "Reference"],
                [
                    .title("name"), .number("pages"), .text("keeper"),
                ]),
            Entity(
                "comment", ["Step three has changed", "Is this true for the second site?", "Thank you, clear"],
                [
                    .title("headline"), .date("written on"), .flag("solved"),
                ]),
        ],
        features: [
            Feature(
                .must, "Pages", "What {who} know, in pages with links, headings and a state.", .table, of: "page",
                [.records, .search]),
            Feature(.must, "Sections", "An order that newcomers understand.", .cards, of: "section", [.records]),
            Feature(
                .must, "Upkeep board", "Drafts, current and outdated pages, with a keeper for each.", .board,
                of: "page", [.administration]),
            Feature(
                .should, "Comments", "Questions and corrections beside the page.", .thread, of: "comment", [.messaging]),
            Feature(
                .should, "Check dates", "Pages that nobody confirmed for half a year.", .calendar, of: "page",
                [.scheduling]),
            Feature(.nice, "Access", "Which sections are open to whom.", .settings, [.accounts, .privacy]),
            Feature(.nice, "Import and export", "Markdown in and out, with pictures.", .settings, [.files]),
        ],
        constraints: [
            "Every version of a page is kept; two editors of one page see each other's change",
            "Search answers within 100 ms over 10,000 pages",
        ])
}
