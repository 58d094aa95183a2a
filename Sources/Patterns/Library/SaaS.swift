extension ProjectPattern {
    static let saas = ProjectPattern(
        id: "saas",
        label: "Workspace",
        promise: "run a shared workspace with plans, seats and clear usage",
        lexicon: Lexicon(
            names: """
                saas, software as a service, b2b software, b2b saas, multi tenant, multitenant, subscription \
                software, subscription platform, micro saas, saas starter, saas boilerplate, b2b platform, white \
                label platform, multi tenant starter, multi tenant app, multi tenant platform, tenant isolation, b2b \
                companies, subscription billing, recurring billing, billing and seats, seats and billing, usage \
                billing, per seat pricing, seat based pricing, saas template, saas kit, saas platform, cloud \
                software, software product, software startup, subscription business, subscription management, \
                customer workspaces, own workspace and plan, team workspaces, white label, reseller platform, \
                licence management, license keys, product led growth, admin portal for customers, self service \
                portal with plans, billing portal, subscription portal, api with plans, plans and pricing, as a \
                service, gets its own tenant, each client gets its own tenant, own tenant, pays monthly per, \
                reporting as a service, tenant per customer, backend as a service, platform as a service, software \
                for companies, software for agencies, software for clinics sold, b2b tool, business software, online \
                software for companies, enterprise software, subscription tool for companies
                """,
            signals: """
                tenant, seat, subscription plan, pricing plan, tiered pricing, free trial, per seat, workspace, \
                organisation account, team account, onboarding, usage based billing, monthly subscription, upgrade \
                plan, usage limit, feature flag, self serve, recurring revenue, churn, startup product, api key, \
                admin console, billing plan, metered, free tier, plan limit, seats, sso, plans, upgrade, downgrade, \
                trial, trials, free trials, subscription tiers, tiers, tiered plans, own workspace, workspaces, \
                organisations, organizations, every customer company, each customer, each company, customer \
                companies, company accounts, tenants with own data, stripe billing, stripe subscriptions, mrr, arr, \
                invoicing per month, monthly fee, annual plan, pay as you go, quotas, rate limits, roles and \
                permissions, invite teammates, invite colleagues, audit log, scim, saml, single sign on, \
                boilerplate, starter kit, b2b, sold per seat, cloud software for, software for dental labs, cloud \
                service, usage limits, limits per plan, companies subscribe, businesses subscribe, companies pay \
                monthly, pay monthly for, subscribe monthly, sell software, sell our software, our software to, \
                customers sign up and pay, sign up for a plan, start a trial, trial period, multiple organisations, \
                multiple companies, several companies, each company has, each organisation, every organisation, each \
                client company, isolated data, data of each company separated, account owners, owners invite, invite \
                their team, invite their staff, admin users, billing, invoices per workspace, small software \
                companies, software companies, vendors of software, resellers, tenants and plans, pays monthly, pay \
                monthly, monthly per seat, monthly plan, monthly plans, per month, per user, per user pricing, \
                pricing, pricing tiers, pro plan, enterprise plan, free plan, basic and pro, premium features, \
                feature limits, limits, usage, metering, credits, quota, subscribers companies, customers subscribe, \
                subscription, subscriptions, subscriptions for companies, invoices monthly, cancel anytime, \
                onboarding of customers, customer onboarding, self service sign up, sign up, organisation, teams and \
                seats, team seats, roles, permissions, admin, admins, super admin, account admin, accounts for \
                companies, companies get, agencies get, each agency, every client, each client gets, branding per \
                customer, custom domain, custom domains, api access, integrations, webhook integrations, multi \
                tenancy, cloud, cloud based, hosted for you, startups, startup, product, our product, founders \
                product
                """,
            hints: """
                plan, team, account, business, invite member, stripe, company, starter, service, client, monthly, \
                own, compliance, report
                """),
        audience: "small companies",
        personas: [
            Persona(
                "Account owner", goal: "Set up the workspace in ten minutes and invite the team",
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
                "A workspace of its own for each customer among {who}, strictly apart from the others, with e-mail sign-in and invitations.",
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
