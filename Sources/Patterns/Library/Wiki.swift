extension ProjectPattern {
    static let wiki = ProjectPattern(
        id: "wiki",
        label: "Wiki",
        promise: "write down what they know and find it again",
        lexicon: Lexicon(
            names: """
                wiki, knowledge base, documentation, documentation site, docs site, note taking, notes app, second \
                brain, notion clone, notion alternative, confluence alternative, internal wiki, knowledge \
                management, notizen, note app, encyclopedia, handbook, intranet, personal knowledge, company \
                handbook, glossary, notebook, zettelkasten, know how, company's know how, company knowledge, \
                institutional knowledge, knowledge in people's heads, in people's heads, searchable place, one \
                searchable place, searchable knowledge, internal documentation, internal docs, team wiki, team docs, \
                process documentation, how tos, how to, runbook, runbooks, playbook, playbooks, standard operating \
                procedure, sops, sop, manuals, user manual, product manual site, help articles, lab notebook, lab \
                notes, research notebook, electronic lab notebook, field notes, lecture notes, class notes, study \
                notes, note taker, notes, linked notes, personal notes, voice notes archive, meeting notes archive, \
                markdown notes, world building, worldbuilding, family history, family tree, genealogy, local history \
                archive, oral history, dictionary, terminology database, lexicon, encyclopaedia, fan wiki, game \
                wiki, bookmark manager, bookmarks, link collection, idea notebook, docs, shared documentation, \
                documentation with version history, d&d world, my d&d world, world notes, places people maps linked, \
                campaign wiki, campaign notes, lore, fire brigade manual, fire brigades, knowledge for, \
                documentation for, notes for, handbook for, manual for, knowledge hub, knowledge library, team \
                notes, shared notebook, research notes, reading notes, plant encyclopedia
                """,
            signals: """
                backlinks, pages and subpages, team knowledge, how to guides, articles for employees, documents \
                knowledge, search notes, standard operating procedures, document processes, onboarding docs, shared \
                notes, outline, api docs, tribal knowledge, note, collaborative editing, web clipper, ideas in one \
                place, citations, people's heads, heads, write down, written down, written down once, document how, \
                documented, documentation of, procedures, how we do things, how things work, who knows what, find \
                answers in, search across, full text search, everything we know, knowledge, knowledge sharing, share \
                knowledge, onboarding guides, guides, guidelines, policies and procedures, faq for staff, internal \
                faq, ops team, operations team, articles linked, edit history, revision history, anyone can edit, \
                collaboratively edit, collaborative document, collaborative documents, tagged notes, notes and \
                links, research labs, lab, snippets of knowledge, best practices, lessons learned, references, \
                bibliography, archive of knowledge, write down how, how every machine, how each machine, how \
                machines work, look it up, can look it up, look things up, new people can, new colleagues find, find \
                out how, how we work, how everything works, explain how, explained once, instructions for, \
                instructions, step by step instructions, machine manuals, recipes of the lab, internal knowledge, \
                nursing staff knowledge, knowledge of, what we know, what we learned, remember what we learned, \
                company wiki, our wiki, our docs, our documentation, our processes, our procedures, our notes, take \
                notes, my notes, notes on, notes and, note down, jot down, ideas and notes, collect links, save \
                links, save articles, ancestors, history of our village, village history, encyclopedia of, \
                dictionary of, facts about, version history, versions of pages, all linked, linked, links between, \
                linked together, linked pages, world, worlds, characters and places, places people, campaign, \
                manual, guide for staff, guides for staff, procedure, process, processes, checklists and guides, \
                expertise, wisdom, facts, fact sheets, glossaries, terms explained, definitions, notebooks, notepad, \
                journal of ideas, ideas, idea, thoughts linked, mind map, mindmap, mind maps, outlines, outliner, \
                bookmark, links, link list, snippets, sources and citations, quotes collected, quotes, research, \
                papers notes, literature notes, highlights, highlights from books, tree, chronicle of, history of, \
                archive, local history, wikis, pages, page, search, searchable, find information, information, look \
                up, looked up, everyone can add, everyone adds, add and edit, collaboratively, tricks for, little \
                tricks, remember all the, remember how, tricks and tips collected, knowledge about our, in one place \
                for new
                """,
            hints: """
                document, team, organise, write, link, tag, labs, company, place, ops, maps, shared, volunteer, \
                brigade
                """),
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
