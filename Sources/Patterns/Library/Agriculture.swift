extension ProjectPattern {
    static let agriculture = ProjectPattern(
        id: "agriculture",
        label: "Garden",
        promise: "plant, water and harvest at the right time",
        lexicon: Lexicon(
            names: """
                farm, farming, gardening, garden planner, plant care, agriculture, farm management, plant app, crop \
                planning, garden, jardin, garten, granja, houseplants, plant watering, beekeeping, vineyard, \
                livestock, community garden, allotment, vegetable garden, veg patch, kitchen garden, herb garden, \
                smallholding, farm diary, crop rotation, seed library, hydroponics, urban farming, orchard \
                management, winegrowers, olive growers, sowing calendar, planting calendar, dairy farm, poultry, \
                agritech, livestock register, pasture rotation, crop planner, farm planner, beehive, beehives, hive \
                inspection, beehive inspection, hive log, apiary, beekeeper's log
                """,
            signals: """
                crops, plants, harvest, watering, seeds, soil, fields, farmers, irrigation, seedlings, vegetables \
                grow, fertiliser, gardeners, planting, orchard, cattle, cows, bees, beekeepers, hives, greenhouse, \
                tractor, herbs, sow, pests, plant diseases, succulents, compost, plant, gardener, smallholder, \
                grower, grow my own, veg, lawn, tractors, spraying, pruning, planted, germination, plot, beds, \
                raised bed, frost dates, olive, grapes, vines, wheat, maize, rice, yield, fertilizer, manure, weeds, \
                flowers bloom, tomatoes, potatoes, chickens, hens, goats, sheep, pigs, milking, pasture, hay, \
                farmland, growing season, agronomist, pesticides, tree care, bonsai, cactus, orchids, houseplant, \
                forestry, rural, last water, when did i water, water the plants, ficus, sowing, sow and harvest, \
                what to plant, when to plant, planted where, repotting, repot, cuttings, seedling, mow, lawns, \
                balcony plants, polytunnel, farm shop produce planning, herd, flock, lambing, calving, honey \
                harvest, hive inspections, farm work, organic farm, acres, hectares, bed, which bed, pumpkins, \
                carrots, lettuce, beans, strawberries, apples, berries, mushrooms, basil, roses, tulips, bulbs, \
                hedge, mulch, watering can, sprinkler, drip, silage, barn, paddock, lambs, calves, ewes, bulls, \
                slaughter, eggs laid, combine, plough, drought, harvesters, gardens, greenhouse plants, inspection \
                of hives, swarm, queen bee, varroa
                """,
            hints: """
                season, weather, water, grow, calendar, field, sun, reminder, species, feeding, rain, frost, land, \
                nature, outdoor, grew, grown, ripe, seasonal, summer, shed, hectare
                """),
        audience: "gardeners",
        personas: [
            Persona("{One}", goal: "Know what needs doing this week", pain: "Sows too late and waters twice"),
            Persona("Helper", goal: "Do the right thing without asking", pain: "No idea which bed is meant"),
            Persona("Planner", goal: "Learn from last year", pain: "Yields were never written down"),
        ],
        entities: [
            Entity(
                "plant", ["Tomatoes, south bed", "Young apple tree", "Basil on the sill", "Winter rye"],
                [
                    .title("name"), .text("place"), .choice("stage", "sown", "growing", "ready", "resting"),
                    .date("planted on"), .long("needs"),
                ]),
            Entity(
                "task", ["Water the south bed", "Prune the apple tree", "Order seeds"],
                [
                    .title("title"), .date("due on"), .choice("status", "open", "done", "skipped"),
                ]),
            Entity(
                "harvest", ["First tomatoes", "Early apples", "Herbs for drying"],
                [
                    .title("title"), .number("kilograms"), .date("picked on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Plant list", "What grows where for {who}, with stage and needs.", .table, of: "plant",
                [.records, .search]),
            Feature(
                .must, "Task calendar", "Watering, pruning and sowing by day.", .calendar, of: "task",
                [.scheduling, .notifications]),
            Feature(.must, "Growth board", "From sown to ready.", .board, of: "plant", [.records]),
            Feature(.should, "Harvest report", "Kilograms by plant and year.", .summary, of: "harvest", [.reports]),
            Feature(.should, "Plant pages", "Needs, place and history of each plant.", .cards, of: "plant", [.records]),
            Feature(.nice, "Weather hints", "Frost and rain change the plan.", .settings, [.notifications]),
            Feature(.nice, "Garden diary", "Notes and pictures by day.", .thread, of: "task", [.sharing]),
        ],
        constraints: [
            "Works without a connection between the beds",
            "Dates follow the local climate zone, set once",
        ])
}
