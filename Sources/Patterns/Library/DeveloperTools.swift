extension ProjectPattern {
    static let developerTools = ProjectPattern(
        id: "developer-tools",
        label: "Developer Tool",
        promise: "understand and change their systems with less effort",
        lexicon: Lexicon(
            names: """
                developer tool, devtools, code snippet manager, api client, ci cd, code review tool, api gateway, sdk, \
                command line tool, uptime monitor, log viewer, url shortener, status page, error tracking, code editor, \
                link shortener, feature toggle service, package registry, snippet manager, pastebin, github app, webhook, password manager, secrets manager
                """,
            signals: """
                shorten, shorten links, count clicks, short url, api requests, source code, bugs in production, cron jobs, api monitoring, \
                server logs, log files, \
                developers, repository, deploy, deployment,  pull request, git, endpoints, rest api, ide, debugging, \
                code snippets, open source, programmers, uptime, monitoring servers, devops, test coverage, kubernetes, \
                release notes, schema migrations, linter, cli, regex, json formatter, short links, passwords, engineers
                """,
            hints: "code, api, server, build, test, monitor, version, environment, key"),
        audience: "developers",
        personas: [
            Persona("{One}", goal: "Find the cause in minutes", pain: "Five tools, each with a part of the story"),
            Persona("On-call engineer", goal: "Know what changed last", pain: "Alarms without context"),
            Persona("Team lead", goal: "See what slows the team", pain: "Opinions instead of figures"),
        ],
        entities: [
            Entity(
                "service", ["billing", "search", "mail gateway", "public site"],
                [
                    .title("name"), .text("owner"), .choice("status", "healthy", "slow", "down"), .date("deployed on"),
                ]),
            Entity(
                "incident", ["Search answers slowly", "Mail delayed by an hour", "Sign-in failed for ten minutes"],
                [
                    .title("title"), .choice("status", "open", "watched", "closed"), .date("began on"), .long("cause"),
                ]),
            Entity(
                "release", ["billing 4.2", "search 1.9", "public site 12"],
                [
                    .title("name"), .date("shipped on"), .number("changes"), .flag("rolled back"),
                ]),
        ],
        features: [
            Feature(
                .must, "Service list", "Every service of {who} with owner, state and last release.", .table,
                of: "service", [.records, .search]),
            Feature(
                .must, "Incident board", "Open, watched and closed incidents.", .board, of: "incident", [.notifications]
            ),
            Feature(
                .must, "Release calendar", "What shipped when, beside what broke.", .calendar, of: "release",
                [.scheduling]),
            Feature(.should, "Health summary", "States and incidents by service.", .summary, of: "service", [.reports]),
            Feature(.should, "Incident notes", "What was tried, in order.", .thread, of: "incident", [.messaging]),
            Feature(
                .nice, "Service pages", "Links, owner and history in one place.", .cards, of: "service", [.records]),
            Feature(.nice, "Tokens and access", "Who may deploy, with short-lived tokens.", .settings, [.accounts]),
        ],
        constraints: [
            "Everything on a page is also an API call with the same rights",
            "Tokens are shown once and stored as a hash",
        ])
}
