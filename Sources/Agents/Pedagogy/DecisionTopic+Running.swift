extension DecisionTopic {
    static let authChoice = DecisionTopic(
        id: "auth", label: "how people sign in",
        words: """
            auth, authentication, login, sign in, password, oauth, session, jwt, users sign up, accounts, \
            passkey, authorization, permissions, roles
            """,
        options: [
            Option(
                "provider", "A provider keeps accounts", .beginner,
                pros: ["Password storage, recovery and second factor are done", "Works in an afternoon"],
                cons: ["Costs per user later", "Moving away is work"],
                teaches: "Shows the flow of redirects and tokens without the risk"),
            Option(
                "session", "Own sessions in a signed cookie", .intermediate,
                pros: ["Works with plain forms", "Ending a session is one deleted row"],
                cons: ["You keep password hashes safe", "Needs protection against forged requests"],
                teaches: "Teaches cookies, hashing and what a session is"),
            Option(
                "passkey", "Passkeys with your own server", .advanced,
                pros: ["Nothing that can be stolen from the database", "People type no password"],
                cons: ["Recovery has to be designed", "Older devices need a second way"],
                teaches: "Teaches challenge and response, and key pairs"),
        ],
        deciding: "Ask what happens to your users if your sign-in is broken into.")

    static let hostingChoice = DecisionTopic(
        id: "hosting", label: "where it runs",
        words: """
            hosting, host, deploy, deployment, server, docker, kubernetes, vercel, cloud, serverless, vps, \
            aws, where to run, ci, production
            """,
        options: [
            Option(
                "managed", "A managed platform", .beginner,
                pros: ["Push and it runs", "Certificates and previews included"],
                cons: ["Price grows with success", "Its limits are your limits"],
                teaches: "Teaches environments and releases"),
            Option(
                "server", "One small server", .intermediate,
                pros: ["Cheap and fully yours", "You see every part"],
                cons: ["Updates and backups are your job", "One machine can fail"],
                teaches: "Teaches processes, ports, logs and backups"),
            Option(
                "containers", "Containers on a cluster", .advanced,
                pros: ["Same thing everywhere", "Grows and heals by itself"],
                cons: ["A craft of its own", "Too much for a first version"],
                teaches: "Teaches images, health checks and declared state"),
        ],
        deciding: "Ask who is woken when it is down at night.")

    static let paymentsChoice = DecisionTopic(
        id: "payments", label: "how money is taken",
        words: """
            payment, payments, stripe, checkout, subscription, billing, refund, invoice, money, price, \
            paypal
            """,
        options: [
            Option(
                "link", "A payment link of a provider", .beginner,
                pros: ["No code, no card data", "Live today"],
                cons: ["Little control over the page", "Matching payments by hand"],
                teaches: "Teaches what a payment consists of"),
            Option(
                "hosted", "A hosted checkout with webhooks", .intermediate,
                pros: ["The provider carries the risk", "Status arrives by itself"],
                cons: ["Webhooks come late and twice", "Needs a test mode"],
                teaches: "Teaches idempotence and signatures"),
            Option(
                "ledger", "Own ledger over provider calls", .advanced,
                pros: ["Every cent can be explained", "Several providers"],
                cons: ["Accounting is a craft", "Mistakes cost money"],
                teaches: "Teaches double entry and reconciliation"),
        ],
        deciding: "Ask what your records say when the provider’s answer never arrives.")

    static let apiChoice = DecisionTopic(
        id: "api", label: "how client and server talk",
        words: """
            api, rest, graphql, rpc, trpc, grpc, endpoint, http api, backend for frontend, server actions, \
            api design
            """,
        options: [
            Option(
                "rest", "Resources over HTTP", .beginner,
                pros: ["Works with every tool", "Caching comes with it"],
                cons: ["Several requests for one page", "Conventions are yours to keep"],
                teaches: "Teaches methods, status codes and idempotence"),
            Option(
                "rpc", "Typed calls shared by both sides", .intermediate,
                pros: ["A wrong call does not compile", "Little to write"],
                cons: ["Both sides must move together", "Outsiders cannot use it easily"],
                teaches: "Teaches contracts and code generation"),
            Option(
                "graph", "A graph that clients query", .advanced,
                pros: ["Clients ask for exactly what they need", "One schema documents all"],
                cons: ["Caching, limits and permissions get hard", "Heavy for small apps"],
                teaches: "Teaches schemas, resolvers and the n + 1 problem"),
        ],
        deciding: "Ask who else will call it, and whether they release together with you.")
}
