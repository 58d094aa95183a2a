extension ProjectPattern {
    static let pets = ProjectPattern(
        id: "pets",
        label: "Pet Care",
        promise: "care well for animals and share what others need to know",
        lexicon: Lexicon(
            names: """
                pet, pet care, pet app, pet sitting, dog walking, pet adoption, veterinary, vet, animal shelter, \
                mascotas, haustiere, animaux, pet sitter, pet health, pet tracker, dog training, vet clinic, pets, \
                animal rescue, lost pets, horse stable, dog sitter, dog sitting, cat sitter, cat sitting, look after \
                my dog, look after my cat, look after pets, pet vaccinations, my two cats, my cats, my dog, my cat, \
                dog walk, dog walkers, dog park, dog parks, dog friendly, puppy training, puppy school, rescue dogs, \
                rescue cats, rescue greyhounds, greyhounds, adopt a dog, adopt a cat, adoption of rescue, animal \
                adoption, rehoming, rehome, pet shop, pet food, pet medical records, pet insurance, lost dog, lost \
                cat, lost and found pets, kennels, cattery, dog grooming, pet grooming, pet passport, breeders, dog \
                breeding, pedigree, aquarium log, fish tank, terrarium, reptiles, horse care, horse riding, riding \
                school, equestrian, livery, bird watching cages, exotic pets, pet memorial, vet practice, vet \
                appointments, veterinary practice, pet owners, dog owners, vaccination reminders for puppies, \
                puppies, puppy vaccination, lost a tortoise, tortoise, pet reminders, pet vaccination, pet sitter \
                app, pet owner, cat owners, animal care, aquarium, horse diary, dog diary, puppy diary, dog breed, \
                vet records
                """,
            signals: """
                dog, cat, puppy, dogs, cats, kitten, vaccination of pets, veterinarian, breed, leash, walkers, \
                adopt, animals, rabbits, horses, feeding, kennel, groomer, grooming, parrot, hamster, perro, hund, \
                chien, katze, adopters, boarding, litter, stray, foster, vets, bird, reptile, stable, paw, my dog \
                when, when i am away, my pet, two cats, vaccinations of my, worming, flea, neutered, microchip, vet \
                visits, bark, walkies, fetch, treats for dogs, dog treats, greyhound, labrador, poodle, guinea pigs, \
                hamsters, parrots, snakes, ponies, pony, hoof, farrier, saddle, shelter animals, wildlife rescue, \
                zoo, foster homes, breeder's log, breeder, litters, whelping, kittens, new owners, dog sitters, \
                trusted sitters, sitters in your neighbourhood, sit my, feed my cat, feed the cat, while i am on \
                holiday pets, cats and dogs, dog and cat, lost my dog, missing pets, found animals, walk my dog, dog \
                walkers nearby, dogs meet, playdates for dogs, train my dog, dog tricks, horse, my horse, horse \
                owners, riding lessons, rabbit, budgie, chicken keepers pets, vet bills, vaccinated, animal \
                hospital, shelter dogs, animals find a home, find a home, new home for, lost a, who lost, lost a \
                cat, lost a dog, found a dog, found a cat, stray cat, missing cat, missing dog, tortoises, turtle, \
                goldfish, fish, birds, canary, ferret, lizard, snake, spider pets, donkey, alpaca, llama, goat pets, \
                animal, animal lovers, pet lovers, dog lovers, cat lovers, paws, fur, fur babies, tail, collar, \
                leads, vaccination, vaccinations, deworming, worm treatment, ticks and fleas, neuter, spay, breeds, \
                breeding, pedigrees, rescue, rescues, adoption, riders horses, stables, stall, riding, hooves, feed \
                my, groom, groomers, trainer for dogs, obedience
                """,
            hints: """
                owner, walk, sitter, care, health, schedule, photos, food, visit, away, look after, street, lost, \
                reminder, feed
                """),
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
