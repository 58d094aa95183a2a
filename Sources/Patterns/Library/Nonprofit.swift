extension ProjectPattern {
    static let nonprofit = ProjectPattern(
        id: "nonprofit",
        label: "Giving",
        promise: "bring help where it is needed and show what became of it",
        lexicon: Lexicon(
            names: """
                nonprofit, non profit, charity, donation, donations, fundraising, crowdfunding, volunteer \
                management, ngo, donation platform, kickstarter for, spenden, donaciones, dons, volunteering, food \
                bank, volunteer, church app, gofundme, mutual aid, animal shelter donations, foundation grants, \
                charitable, church, petition platform, animal shelter donors, thank donors, donors, donor \
                management, donor database, food pantry, soup kitchen, school fundraiser, crowd funding, crowdfund, \
                community fund, charity shop volunteers, charity run, sponsored walk, volunteer hours, volunteer \
                shifts, volunteer signup, volunteers, find volunteers, donate clothes, donate food, donation boxes, \
                blood drive, beach clean up, litter picking, tree planting, refugee help, mosque, synagogue, parish, \
                temple, congregation, membership charity, grant applications, grant management, grants, foundation, \
                scholarship fund, relief fund, disaster help, homeless shelter, petitions, activism, campaigners, \
                political campaign, canvassing, door knocking, advocacy, community project, social enterprise, \
                rotary club, scouts, scout group, alumni donations, microgrants, giving circle, recurring donations, \
                zakat, tithe, aid organisation, humanitarian aid, lend a hand, pensioners on your street, help \
                pensioners, volunteer rota and donation, donation tracking, hospice volunteers, volunteer \
                coordination, volunteer matching, neighbourly help, neighbour help, neighbourhood help, good deeds, \
                helping neighbours, charity shop, charity events, church members, church groups, community pantry, \
                blood donation, clothing bank, toy drive, disaster volunteers, refugee support, animal rescue \
                donations, collect donations for
                """,
            signals: """
                raise money, raise funds, raising money, raise, collect money for, poor, in need, giving, \
                beneficiaries, donate, donor, campaign, cause, fundraiser, fundraisers, charities, shelter, grant, \
                pledge, backers, community help, humanitarian, donated, refugees, sponsor a child, blood donors, \
                homeless, tax receipt for donation, disaster relief, sermons, activists, petition, voluntarios, \
                sponsorship, give back, clean up, relief, good cause, volunteers for weekends, boxes out, donations \
                in, fund, funds, raised, goal reached, matched donations, gift aid, tax deductible, fundraise, \
                backer, supporters, sponsors a child, needy, underprivileged, orphans, homeless people, victims, \
                earthquake, flood relief, good causes, helpers, helping hands, neighbours in need, community fridge, \
                free meals, conservation, climate action, protest, members of a charity, board members, trustees, \
                impact report, transparency, school libraries, orphanage, wells in africa, solidarity, pta, raises \
                money, raise money for, raising money for, money for playground, show where each pound went, where \
                each pound went, where donations go, where the money goes charity, collect donations, donations for, \
                donate to, shelter volunteers, manage volunteers, volunteers sign up, volunteer for, helpers for, \
                people who help, help refugees, help the elderly, elderly neighbours, give away food, leftover food \
                to charities, food waste to charities, sponsor, sponsorships, fundraising run, charity walk, save \
                the forest, plant trees, beach cleanups, rescue animals, for a good cause, parish members, members \
                of our church, mosque members, our charity, our association, our ngo, aid, hand to pensioners, \
                pensioners, old neighbours, hospice, help out, help others, help people in, help the, shopping for \
                elderly, visit lonely, foundations, causes, sponsors, sponsored, pledges, campaigns, activist, \
                movement, politics party members, union members, association members, club for good, community, \
                communities, poor families, poverty, hunger, hungry, food parcels, shelters, rescue centre, \
                sanctuary, orphan, disaster, aid workers, missions, missionary, churches, prayer, sermon, tithes, \
                gifts for children in need, rebuild, restore the, save the, protect the, conservation volunteers, \
                cleanup
                """,
            hints: """
                help, support, goal, event, impact, people, money, transparent, local, weekend, thank, boxes, \
                school, hand, pensioner, street, good
                """),
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
