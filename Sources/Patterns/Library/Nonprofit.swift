extension ProjectPattern {
    static let nonprofit = ProjectPattern(
        id: "nonprofit",
        label: "Giving",
        promise: "collect help where it is needed and show what became of it",
        lexicon: Lexicon(
            names: """
                nonprofit, non profit, charity, donation, donations, fundraising, crowdfunding, volunteer management, ngo, \
                donation platform, kickstarter for, spenden, donaciones, dons, volunteering, food bank, volunteer, church app, \
                gofundme, mutual aid, animal shelter donations, foundation grants, charitable, church, petition platform
                """,
            signals: """
                raise money, raise funds, raising money, raise, collect money for, poor, in need, giving, beneficiaries, \
                donate, donor, campaign, volunteers, cause, fundraiser, fundraisers, charities, shelter, grant, pledge, \
                backers, community help, humanitarian, donated, refugees, sponsor a child, congregation, blood donors, \
                homeless, tax receipt for donation, disaster relief, sermons, donors, activists, petition, voluntarios, \
                sponsorship, give back, soup kitchen, clean up, relief, good cause
                """,
            hints: "help, community, support, goal, event, impact, people, money, transparent, local"),
        audience: "small charities",
        personas: [
            Persona(
                "Donor of {who}", goal: "Give in a minute and learn what it did",
                pain: "Never hears what became of the money"),
            Persona(
                "Volunteer", goal: "Find a task that fits the free afternoon", pain: "Offers help and gets no answer"),
            Persona(
                "Coordinator", goal: "Plan help and account for every gift",
                pain: "Receipts are written by hand each January"),
        ],
        entities: [
            Entity(
                "campaign", ["New roof for the shelter", "School books for fifty children", "Winter meals"],
                [
                    .title("title"), .money("goal"), .money("raised"), .date("ends on"),
                    .choice("status", "planned", "running", "reached", "closed"), .long("story"),
                ]),
            Entity(
                "donation", ["Gift of the Larsen family", "Monthly gift by A. Osei", "Collection at the market"],
                [
                    .title("title"), .money("amount"), .date("given on"), .choice("kind", "once", "monthly", "in kind"),
                    .email,
                ]),
            Entity(
                "volunteer", ["Elif Kaya", "Graham Reid", "Mai Nguyen"],
                [
                    .title("name"), .phone, .choice("helps with", "driving", "cooking", "office"), .flag("available"),
                ]),
        ],
        features: [
            Feature(
                .must, "Campaigns", "What {who} collect for, how much is there and what is missing.", .cards,
                of: "campaign", [.records]),
            Feature(
                .must, "Donations", "Single and monthly gifts in under a minute, with a receipt.", .checkout,
                of: "donation", [.payments]),
            Feature(.must, "Volunteers", "Who helps with what, and when.", .table, of: "volunteer", [.records]),
            Feature(
                .should, "Duty calendar", "Campaign ends and helping days by date.", .calendar, of: "campaign",
                [.scheduling]),
            Feature(
                .should, "Impact report", "What came in, what it was used for.", .summary, of: "donation", [.reports]),
            Feature(
                .should, "News to donors", "Progress with pictures, to those who want it.", .thread, of: "campaign",
                [.messaging, .notifications]),
            Feature(.nice, "Campaign board", "From planned to reached.", .board, of: "campaign", [.administration]),
        ],
        constraints: [
            "Receipts meet the tax office's form; every gift can be traced to its use",
            "Fees are shown before giving",
        ])
}
