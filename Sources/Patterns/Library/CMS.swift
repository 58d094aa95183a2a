extension ProjectPattern {
    static let cms = ProjectPattern(
        id: "cms",
        label: "CMS",
        promise: "write, review and publish pages without asking a developer",
        lexicon: Lexicon(
            names: """
                cms, content management, content management system, headless cms, website builder, page builder, \
                wordpress alternative, wordpress, content editor, redaktionssystem, gestion de contenu, site \
                builder, publishing platform, content platform, landing page builder, parish website, school \
                website, club website, municipal website, edit our website, website content, static site editor, \
                content hub, blog and pages editor, church website, intranet pages editor, multilingual website, \
                website editor, museum website, company website, webpage editor, digital signage, web pages in, \
                update our school's web pages, school's web pages, page editor, two languages website
                """,
            signals: """
                change pages, without a developer, without a programmer, without coding, update pages, editors, \
                publish pages, editorial workflow, draft, draft and publish, content types, content model, rich \
                text, media library, edit pages, manage website content, editors and authors, content approval, page \
                templates, publish content, webmaster, seo metadata, versions of pages, content team, marketing \
                pages, multi site, update our website, drag and drop pages, structured content, localised content, \
                brochure site, change texts, texts on the homepage, homepage, bothering the devs, bothering \
                developers, without calling, without html, update the website, update our site, website texts, site \
                content, edit the site, non technical editors, change the website, change our website, publishing \
                workflow, content blocks, page layouts, landing pages, opening hours on our website, web pages, \
                translations of pages, preview before publishing, scheduled publishing, banners, our website, \
                copywriters, navigation menu, redirects, subpages, only one person can edit, can edit it, can edit, \
                edit their page, change their page, change their own page, out of date, outdated website, website is \
                out of date, site is out of date, keep our website, keep the site up to date, up to date website, \
                editors can, let editors, let staff edit, let teachers update, let volunteers update, content \
                system, news items on our website, without touching code, no code website, non technical staff, non \
                technical, webpages, website editors, edit text, text and images, images on our website, website of \
                our, pages of our, club's website, town's website, university website, hotel website, restaurant \
                website edit, product pages content, help pages, press page, careers page, content for website and \
                app, editorial calendar, content calendar, approve articles, review and publish, draft review \
                publish, publishing process, multi language site, translated pages, seo
                """,
            hints: """
                content, page, website, publish, editor, article, author, template, menu, translation, text, vicar, \
                developer, devs, marketing, secretary, update, edit, languages, school's, pages, staff, images, \
                technical, colleague
                """),
        audience: "small editorial teams",
        personas: [
            Persona(
                "Editor", goal: "Change a page and see it as visitors will",
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
