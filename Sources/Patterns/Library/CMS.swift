extension ProjectPattern {
    static let cms = ProjectPattern(
        id: "cms",
        label: "CMS",
        promise: "write, review and publish pages without asking a developer",
        lexicon: Lexicon(
            names: """
                cms, content management, content management system, headless cms, website builder, page builder, \
                wordpress alternative, wordpress, content editor, redaktionssystem, gestion de contenu, site builder, \
                publishing platform, content platform, landing page builder
                """,
            signals: """
                change pages, without a developer, without a programmer, without coding, update pages, editors, \
                publish pages, editorial workflow, draft, draft and publish, content types, content model, rich text, \
                media library, edit pages, manage website content, editors and authors, content approval, page templates, \
                publish content, webmaster, seo metadata, versions of pages, content team, marketing pages, multi site, \
                update our website, drag and drop pages, structured content, localised content, brochure site
                """,
            hints: "content, page, website, publish, editor, article, author, template, menu, translation, homepage"),
        audience: "small editorial teams",
        personas: [
            Persona(
                "Editor among {who}", goal: "Change a page and see it as visitors will",
                pain: "Waits days for a developer to fix a sentence"),
            Persona(
                "Author", goal: "Write in peace and hand in for review",
                pain: "Texts travel as mail attachments in five versions"),
            Persona("Visitor", goal: "Find current information quickly", pain: "Old pages turn up beside new ones"),
        ],
        entities: [
            Entity(
                "page", ["About us", "Opening times", "Our method", "Press"],
                [
                    .title("title"), .text("slug"), .choice("status", "draft", "in review", "published", "archived"),
                    .date("updated on"), .long("body"),
                ]),
            Entity(
                "author", ["Clara Hoffmann", "Idris Bello", "Noor Aziz"],
                [
                    .title("name"), .email, .choice("role", "author", "editor", "publisher"),
                ]),
            Entity(
                "media item", ["Team picture", "Front of the house", "Logo, dark"],
                [
                    .title("caption"), .text("alternative text"), .number("width"), .date("added on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Page editor",
                "{Who} write pages with headings, lists, links and pictures, and see the result beside the text.",
                .table, of: "page", [.records]),
            Feature(
                .must, "Review and publish",
                "A page goes from draft to review to published on a board; going back is one click.", .board,
                of: "page", [.administration]),
            Feature(
                .must, "Media library",
                "Pictures with caption and alternative text, used in many pages and replaced in one place.", .cards,
                of: "media item", [.files]),
            Feature(
                .should, "Publishing calendar", "Pages appear and disappear at the planned time.", .calendar,
                of: "page", [.scheduling]),
            Feature(
                .should, "Authors and roles", "Who may write, who may review and who may publish.", .table,
                of: "author", [.accounts, .administration]),
            Feature(
                .should, "Site search", "Visitors find published pages by words in title and text.", .cards, of: "page",
                [.search]),
            Feature(
                .nice, "Translations", "Pages in several languages, with a mark where a translation is out of date.",
                .settings, [.languages]),
            Feature(
                .nice, "Content report", "Pages by status, and those not touched for a year.", .summary, of: "page",
                [.reports]),
        ],
        constraints: [
            "Published pages are served from a cache and stay readable when the editor is down",
            "Every version of a page is kept and can be restored",
        ])
}
