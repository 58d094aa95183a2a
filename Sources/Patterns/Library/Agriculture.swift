extension ProjectPattern {
    static let agriculture = ProjectPattern(
        id: "agriculture",
        label: "Garden",
        promise: "plant, water and harvest at the right time",
        lexicon: Lexicon(
            names: """
                farm, farming, gardening, garden planner, plant care, agriculture, farm management, plant app, crop planning, \
                garden, jardin, garten, granja, houseplants, plant watering, beekeeping, vineyard, livestock, community garden
                """,
            signals: """
                crops, plants, harvest, watering, seeds, soil, fields, farmers, irrigation, seedlings, vegetables grow, \
                fertiliser, gardeners, planting, orchard, cattle, cows, bees, beekeepers, hives, greenhouse, tractor, herbs, sow, \
                pests, plant diseases, succulents, compost, plant, gardener
                """,
            hints: "season, weather, water, grow, calendar, field, sun, reminder, species"),
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
