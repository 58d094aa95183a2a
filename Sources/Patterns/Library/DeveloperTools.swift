extension ProjectPattern {
    static let developerTools = ProjectPattern(
        id: "developer-tools",
        label: "Developer Tool",
        promise: "understand and change their systems with less effort",
        lexicon: Lexicon(
            names: """
                developer tool, devtools, code snippet manager, api client, ci cd, code review tool, api gateway, \
                sdk, command line tool, uptime monitor, log viewer, url shortener, status page, error tracking, code \
                editor, link shortener, feature toggle service, package registry, snippet manager, pastebin, github \
                app, webhook, password manager, secrets manager, dev tool, tool for developers, developer platform, \
                developer portal, ci, ci build, build pipeline, api testing, api mocking, mock server, json diff, \
                json viewer, diff tool, git client, git hosting, code hosting, test runner, bug reporting sdk, error \
                monitoring, log aggregation, log search, database client, sql client, terminal app, vs code \
                extension, browser extension for developers, feature flags, feature flag service, cron monitoring, \
                dependency scanner, code formatter, documentation generator, http client, webhook tester, self \
                hosted ci, package manager, code playground, code sandbox, secrets vault, static analysis, container \
                registry, hosting platform, deployment tool, localhost tunnel, regex tester, load testing, licence \
                scanner, error tracker, self hosted error tracker, microservices, service map, service catalogue, \
                api catalogue, dependency graph, build server, deploy tool, code search
                """,
            signals: """
                builds break, build breaks, build fails, broken build, failing tests, compile, stack trace, crash reports, log files, nightly build, merge conflicts, \
                shorten, shorten links, count clicks, short url, api requests, source code, bugs in production, cron \
                jobs, api monitoring, server logs, log files, developers, repository, deploy, deployment, pull \
                request, git, endpoints, rest api, ide, debugging, code snippets, open source, programmers, uptime, \
                monitoring servers, devops, test coverage, kubernetes, release notes, schema migrations, linter, \
                cli, regex, json formatter, short links, passwords, engineers, diff, json, api, apis, api responses, \
                http requests, build times, builds, repo, repositories, commit, commits, branch, merge requests, \
                stack trace, stack traces, exceptions, crash reports, crashes, docker, containers, serverless, \
                terminal, command line, sysadmins, backend, frontend, staging environment, environments, environment \
                variables, config files, yaml, graphql, endpoint, latency, load test, flaky tests, unit tests, code \
                coverage, code reviewers, refactor, npm, python packages, compilers, library maintainers, hobby \
                projects, side projects, dns, ssl certificates, domain expiry, servers, vms, incidents on call, on \
                call, oncall, changelog, semver, api tokens, credentials, tokens, hackers, hex colours, base64, \
                playground, cron job didn't run, cron job, didn't run, failed jobs, alert me when my server, server \
                is down, site is down, website is down, ping my server, api is down, my scripts, scripts, my api, \
                rest client, debug, debugger, codebase, pull requests, reviewers assigned, deploys, releases, \
                rollbacks, compile, tests fail, failing tests, git commits, web ui for, cli and, snippets, snippet, \
                mock api, fake api, test data, dummy data, generate sql, schemas, database schema, migrations, \
                sandbox, benchmarks, microservices call, call each other services, services call, services depend, \
                dependencies between services, errors, error, errors in production, logs, log lines, tracing, \
                traces, metrics of servers, cpu, memory leaks, profiler, profiling, bundle size, lighthouse, \
                accessibility checker for websites, website checker, broken links, link checker, html, css, \
                javascript, typescript, python, rust, swift, golang, java, sql, postgres, mysql, redis, kafka, aws, \
                azure, gcp, terraform, ansible, helm, ssh, vpn, firewall, security scanner, vulnerabilities, cve, \
                sbom, licences of dependencies, feature branch, preview environments, webhooks, api keys for \
                developers, oauth, swagger, openapi, sdk for, library for, plugin for, extension for, generator for \
                code, scaffolding, code
                """,
            hints: """
                server, build, test, monitor, version, environment, key, developer, teammates, project, software, \
                tech, script, tool, response, self hosted, services, call, hosted, engineer, run
                """),
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
