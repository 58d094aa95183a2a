extension ProjectPattern {
    static let saas = ProjectPattern(
        id: "saas",
        label: "Workspace",
        promise: "run a shared workspace with plans, seats and clear usage",
        lexicon: Lexicon(
            names: """
                saas, software as a service, b2b software, b2b saas, multi tenant, multitenant, subscription software, \
                subscription platform, micro saas, saas starter, saas boilerplate, b2b platform, white label platform
                """,
            signals: """
                tenant, seat, subscription plan, pricing plan, tiered pricing, free trial, per seat, workspace, \
                organisation account, team account, onboarding, usage based billing, monthly subscription, upgrade plan, \
                usage limit, feature flag, self serve, recurring revenue, churn, startup product, api key, admin console, \
                billing plan, metered, free tier, plan limit
                """,
            hints:
                "subscription, plan, billing, organisation, team, account, startup, business, invite member, stripe, company"
        ),
        audience: "small companies",
        personas: [
            Persona(
                "Account owner at {who}", goal: "Set up the workspace in ten minutes and invite the team",
                pain: "Long set-up calls before anything can be tried"),
            Persona(
                "Team member", goal: "Get the day's work done without learning a new tool for a week",
                pain: "Settings meant for administrators stand in the way"),
            Persona(
                "Operator", goal: "See usage, plans and failed payments of all accounts",
                pain: "Finds out about unhappy accounts when they cancel"),
        ],
        entities: [
            Entity(
                "workspace", ["Northwind Studio", "Blue Harbour Ltd", "Kestrel Labs"],
                [
                    .title("name"), .email, .choice("plan", "trial", "team", "business"), .number("seats"),
                    .date("renews on"),
                ]),
            Entity(
                "member", ["Lena Fischer", "Omar Haddad", "Grace Liu", "Peter Novak"],
                [
                    .title("name"), .email, .choice("role", "owner", "admin", "member"), .flag("active"),
                ]),
            Entity(
                "invoice", ["Invoice 2041", "Invoice 2042", "Invoice 2043"],
                [
                    .title("number"), .money("amount"), .choice("status", "open", "paid", "overdue"), .date("due on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Sign-in and workspaces",
                "Each company of {who} has a workspace of its own, strictly apart from the others, with e-mail sign-in and invitations.",
                .signIn, of: "member", [.accounts, .privacy]),
            Feature(
                .must, "Workspace overview", "Plan, seats, renewal date and recent activity on one page.", .cards,
                of: "workspace"),
            Feature(
                .must, "Member management", "Invite, deactivate and give roles; every change names who made it.",
                .table, of: "member", [.accounts, .administration]),
            Feature(
                .should, "Plans and billing",
                "Trial, team and business plans with monthly billing, upgrades at once and downgrades at the period's end.",
                .checkout, of: "invoice", [.payments]),
            Feature(
                .should, "Usage report", "Active members and use against the plan's limits, week by week.", .summary,
                of: "workspace", [.reports]),
            Feature(
                .should, "Invoice archive", "All invoices with their status, to be filtered and downloaded.", .table,
                of: "invoice", [.payments, .files]),
            Feature(
                .nice, "Notification settings", "Each member chooses which events reach them, and where.", .settings,
                [.notifications]),
            Feature(
                .nice, "Guided first steps", "A short checklist takes a new workspace to its first result.", .board,
                of: "workspace", [.records]),
        ],
        constraints: [
            "Rows of one workspace are never readable from another: row level security, and a test for each table",
            "Billing webhooks are processed at most once",
        ])
}
