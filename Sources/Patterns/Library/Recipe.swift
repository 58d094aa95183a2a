extension ProjectPattern {
    static let recipe = ProjectPattern(
        id: "recipe",
        label: "Recipes",
        promise: "decide what to cook, shop for it and cook it calmly",
        lexicon: Lexicon(
            names: """
                recipe, recipe app, cookbook, meal planner, meal planning, cooking app, cooking, food app, recetas, rezepte, \
                recettes, recipe manager, meal prep, food blog, recipe book, baking app, recipe sharing, cocktail recipes, diet planner
                """,
            signals: """
                ingredients, cook, dish, dinner, grocery list, shopping list, pantry, leftovers, vegan, vegetarian, \
                kitchen, chef, bake, meals, nutrition facts, gluten free, family recipes, weekly menu, cuisine, fridge, \
                what to cook, bread, cocina, kochen, cuisine at home, sourdough, home cooks, foodies, allergies, lunchbox, bakers, cake
                """,
            hints: "food, eat, meal, diet, healthy, servings, photo, share, family, plan, portion, taste"),
        audience: "home cooks",
        personas: [
            Persona("{One}", goal: "Know by noon what is for dinner", pain: "Stands in the shop without a list"),
            Persona(
                "Guest with an allergy", goal: "Be sure what is in a dish",
                pain: "Ingredients are hidden in long stories"),
            Persona("Family planner", goal: "A week of meals that everyone eats", pain: "Cooks the same five dishes"),
        ],
        entities: [
            Entity(
                "recipe", ["Lentil soup with lemon", "Sheet-pan vegetables", "Saffron rice", "Apple crumble"],
                [
                    .title("name"), .number("minutes"), .number("servings"),
                    .choice("diet", "everything", "vegetarian", "vegan"), .long("method"),
                ]),
            Entity(
                "meal", ["Monday dinner", "Wednesday lunch", "Sunday breakfast"],
                [
                    .title("title"), .date("planned on"), .number("guests"),
                    .choice("status", "planned", "shopped", "cooked"),
                ]),
            Entity(
                "ingredient", ["Red lentils", "Lemons", "Brown rice", "Cinnamon"],
                [
                    .title("name"), .number("amount"), .text("unit"), .flag("in the pantry"),
                ]),
        ],
        features: [
            Feature(
                .must, "Recipe collection",
                "Recipes of {who} with time, servings and diet, found by ingredient or name.", .cards, of: "recipe",
                [.records, .search]),
            Feature(
                .must, "Meal plan", "Meals by day; servings follow the number of guests.", .calendar, of: "meal",
                [.scheduling]),
            Feature(
                .must, "Shopping list", "What the planned meals need, less what the pantry holds.", .table,
                of: "ingredient", [.records]),
            Feature(.should, "Cooking board", "Planned, shopped and cooked meals.", .board, of: "meal", [.records]),
            Feature(
                .should, "Ratings and notes", "What to change next time, beside the recipe.", .thread, of: "recipe",
                [.reviews]),
            Feature(.nice, "Share a recipe", "A link that shows one recipe without an account.", .settings, [.sharing]),
            Feature(
                .nice, "Kitchen statistics", "How often, how varied and how vegetarian the month was.", .summary,
                of: "meal", [.reports]),
        ],
        constraints: [
            "Amounts scale with servings and stay readable (no 0.333 eggs)",
            "The cooking view works offline and keeps the screen on",
        ])
}
