extension ProjectPattern {
    static let recipe = ProjectPattern(
        id: "recipe",
        label: "Recipes",
        promise: "decide what to cook, shop for it and cook it calmly",
        lexicon: Lexicon(
            names: """
                recipe, recipe app, cookbook, meal planner, meal planning, cooking app, cooking, food app, recetas, \
                rezepte, recettes, recipe manager, meal prep, food blog, recipe book, baking app, recipe sharing, \
                cocktail recipes, diet planner, what can i cook, cook with what, what's in my fridge, whats in my \
                fridge, what is in my fridge, fridge recipes, grandma's recipes, family cookbook, recipes, recipe \
                box, recipe collection, meal plan, meal plans, weekly meals, weekly meal plan, dinner planner, \
                dinner ideas, lunch planner, school lunches, food waste app, leftover recipes, cooking lessons, \
                cooking classes recipes, sourdough, bread baking, baking, baking recipes, cake recipes, bbq recipes, \
                wine pairing, cocktails, cocktail maker, home brewing, homebrew, beer brewing log, coffee recipes, \
                tea brewing, fermentation, baby food, vegan recipes, vegetarian recipes, gluten free recipes, \
                coeliacs, keto, low carb, diabetic meals, shopping list from recipes, food journal, cook together, \
                potluck, recipe cards, clean recipe cards, cooking blogs into, low fodmap, low fodmap cooking, \
                cooking for one, cooking for two, cooking for, recipes for one, diet recipes, student cooking, camp \
                cooking, family meals, family recipes, baby recipes, bread recipes, recipe scaler, recipe converter, \
                menu planner for families, meal ideas
                """,
            signals: """
                ingredients, cook, dish, dinner, grocery list, shopping list, pantry, leftovers, vegan, vegetarian, \
                kitchen, chef, bake, meals, nutrition facts, gluten free, weekly menu, cuisine, fridge, what to \
                cook, bread, cocina, kochen, cuisine at home, home cooks, foodies, allergies, lunchbox, bakers, \
                cake, scaled for, for 2 or 20 people, servings, portions, cook tonight, what to eat, eat tonight, \
                what's for dinner, whats for dinner, lunch, breakfast, ingredient, substitute ingredients, spices, \
                oven, slow cooker, air fryer, instant pot, step by step cooking, meals for, weekly meal, groceries, \
                grocery lists, supermarket, seasonal vegetables recipes, cookbooks, dishes, kitchen at home, cooks, \
                picky eaters, coeliac, lactose, nut free, calories per portion, food for, taste, flavours, roast, \
                stew, soup, pasta, curry, tapas, cookies, chef recipes, cook for, cook with, cooks for, kids and no \
                time, three kids, quick meals, meals in 20 minutes, eat healthy, eat healthier, eat less meat, \
                eating plan, my mother's recipes, my grandmother's, grandmother's recipes, recipes from, recipes \
                for, recipe for, scales recipes, creates shopping lists, shopping lists, weekly shop, weekly \
                shopping, ingredients i have, ingredients at home, leftover, use up leftovers, use up food, cook \
                what i have, brownies recipe, bake bread, starter feeding, beer recipes, cocktail, drinks to mix, \
                bento, salad, vegan meals, toddler meals, packed lunches, fodmap, cooking blogs, cards of recipes, \
                cook for one, for one person, spoon, cups to grams, grams, oven temperature, prep time, cook time, \
                steps and timers, kitchen timer, timers, meal, supper, dinners, breakfasts, snacks, dessert, \
                desserts, cakes, pies, pizza dough, dough, rice dishes, soups, stews, salads, sauces, herbs and \
                spices, dairy free, halal, kosher, allergy friendly, diabetic, kids eat, fussy eaters, toddler food, \
                eat, eating, eats, diet, diets, nutrition, nutrients, calories in food, chef at home, home chefs, \
                grandmother, grandma, freezer meals, grocery, supermarket list, wine with food, smoothies, juices, \
                beer recipe, kombucha, jam making, canning, preserving, pickles, fermenting
                """,
            hints: """
                food, healthy, photo, share, family, plan, portion, people eat, week, card, clean, blog
                """),
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
