extension ProjectPattern {
    static let pets = ProjectPattern(
        id: "pets",
        label: "Pet Care",
        promise: "care well for animals and share what others need to know",
        lexicon: Lexicon(
            names: """
                pet, pet care, pet app, pet sitting, dog walking, pet adoption, veterinary, vet, animal shelter, mascotas, \
                haustiere, animaux, pet sitter, pet health, pet tracker, dog training, vet clinic, pets, animal rescue, lost pets, horse stable
                """,
            signals: """
                dog, cat, puppy, dogs, cats, kitten, vaccination of pets, veterinarian, breed, leash, walkers, adopt, animals, \
                rabbits, horses, aquarium, feeding, kennel, groomer, grooming, parrot, hamster, perro, hund, chien, katze, \
                adopters, boarding, litter, stray, foster, vets, bird, reptile, stable, paw
                """,
            hints: "owner, walk, sitter, care, animal, health, schedule, photos, food, visit"),
        audience: "pet owners",
        personas: [
            Persona(
                "{One}", goal: "Have care, feeding and dates in one place",
                pain: "Vaccination papers are in some drawer"),
            Persona("Sitter", goal: "Know exactly what this animal needs", pain: "Hand-written notes on the fridge"),
            Persona("Veterinary assistant", goal: "See history and allergies at once", pain: "Owners guess dates"),
        ],
        entities: [
            Entity(
                "pet", ["Bella", "Max", "Luna", "Pepper"],
                [
                    .title("name"), .choice("species", "dog", "cat", "other"), .date("born on"), .text("breed"),
                    .long("needs"),
                ]),
            Entity(
                "visit", ["Yearly vaccination", "Long walk in the park", "Weekend stay"],
                [
                    .title("title"), .date("takes place on"), .choice("kind", "walk", "stay", "vet", "grooming"),
                    .choice("status", "planned", "done", "cancelled"),
                ]),
            Entity(
                "owner", ["Hanna Lind", "Marco Testa", "Joy Abara"],
                [
                    .title("name"), .email, .phone, .text("address"),
                ]),
        ],
        features: [
            Feature(
                .must, "Pet profiles", "Each animal with picture, needs, food and papers, for {who} and helpers.",
                .cards, of: "pet", [.records]),
            Feature(
                .must, "Care calendar", "Walks, visits and vaccinations by day.", .calendar, of: "visit",
                [.scheduling, .notifications]),
            Feature(
                .must, "Owner list", "Who belongs to which animal, and how to reach them.", .table, of: "owner",
                [.records]),
            Feature(.should, "Visit board", "Planned, done and cancelled visits.", .board, of: "visit", [.records]),
            Feature(.should, "Care diary", "Notes and pictures after each visit.", .thread, of: "visit", [.messaging]),
            Feature(.nice, "Pay for care", "Visits paid online, with a receipt.", .checkout, of: "visit", [.payments]),
            Feature(
                .nice, "Health over time", "Weight, visits and vaccinations by year.", .summary, of: "visit", [.reports]
            ),
        ],
        constraints: [
            "Keys, alarm codes and addresses are seen only by the helper of the day",
            "Emergency contacts are readable without a connection",
        ])
}
