extension DecisionTopic {
    static let stateChoice = DecisionTopic(
        id: "state", label: "where state lives",
        words: """
            state, state management, redux, zustand, context, store, global state, \
            share data between components, props drilling, signals, mobx
            """,
        options: [
            Option(
                "local", "State in the component that needs it", .beginner,
                pros: ["Nothing to install, nothing to learn twice", "Each component can be read alone"],
                cons: ["Sharing means lifting it up, again and again", "Deep trees pass values that they do not use"],
                teaches: "Shows what state is, and why its place matters"),
            Option(
                "context", "One shared context with a reducer", .intermediate,
                pros: ["Changes are named and can be tested", "Any component reads it without passing values down"],
                cons: ["Every reader renders again on each change", "Needs discipline to stay small"],
                teaches: "Teaches events, pure functions and one-way data flow"),
            Option(
                "store", "A store library with selectors", .advanced,
                pros: ["Readers update only when their part changes", "Tools show every change with its cause"],
                cons: ["One more dependency and its vocabulary", "Easy to put into it what belongs elsewhere"],
                teaches: "Teaches subscriptions, derived data and when indirection pays"),
        ],
        deciding: "Ask how many distant places read the same value, and how often it changes.")

    static let stylingChoice = DecisionTopic(
        id: "styling", label: "how pages are styled",
        words: """
            css, styling, tailwind, style, css modules, styled components, design system, theme, dark mode, \
            sass, layout
            """,
        options: [
            Option(
                "plain", "Plain CSS with custom properties", .beginner,
                pros: ["What you learn stays true", "No build step"],
                cons: ["Names can collide", "Needs order of your own"],
                teaches: "Teaches the cascade, inheritance and variables"),
            Option(
                "modules", "CSS modules beside components", .intermediate,
                pros: ["Names are local", "Dead styles are easy to find"],
                cons: ["Sharing needs a convention", "Needs a bundler"],
                teaches: "Teaches scope and composition"),
            Option(
                "utility", "Utility classes", .advanced,
                pros: ["Fast once the vocabulary sits", "Consistent spacing and colours"],
                cons: ["Markup gets crowded", "Hides what CSS does"],
                teaches: "Teaches design tokens and constraints"),
        ],
        deciding: "Ask who will change the looks in a year, and what they know.")

    static let formsChoice = DecisionTopic(
        id: "forms", label: "how forms are checked",
        words: """
            form, forms, validation, validate, input, react hook form, zod, user input, field errors, \
            submit
            """,
        options: [
            Option(
                "native", "Native controls and attributes", .beginner,
                pros: ["Works without script", "Accessible by default"],
                cons: ["Messages are the browser’s own", "Rules across fields need more"],
                teaches: "Teaches what HTML already does"),
            Option(
                "schema", "One schema for browser and server", .intermediate,
                pros: ["One place for all rules", "Types follow from it"],
                cons: ["A library to learn", "Messages need care"],
                teaches: "Teaches parsing instead of checking"),
            Option(
                "machine", "A form as a state machine", .advanced,
                pros: ["No impossible states", "Long forms can pause and go on"],
                cons: ["More to write", "Hard to read at first"],
                teaches: "Teaches modelling states and events"),
        ],
        deciding: "Ask where a wrong value could still come in when the form is not used.")

    static let renderingChoice = DecisionTopic(
        id: "rendering", label: "where pages are rendered",
        words: """
            rendering, ssr, server side rendering, spa, static site, static generation, client side, \
            hydration, seo, server components, next.js
            """,
        options: [
            Option(
                "static", "Pages built ahead of time", .beginner,
                pros: ["Fast, cheap and hard to break", "Good for search engines"],
                cons: ["New content needs a build", "Nothing personal"],
                teaches: "Teaches what a page is without a server"),
            Option(
                "client", "Rendered in the browser", .intermediate,
                pros: ["Feels like an app", "The server only gives data"],
                cons: ["Empty until the script has run", "Large downloads"],
                teaches: "Teaches routing and loading states"),
            Option(
                "server", "Rendered on the server for each request", .advanced,
                pros: ["Current and personal from the first byte", "Small downloads"],
                cons: ["A server for every view", "State on two sides"],
                teaches: "Teaches boundaries between server and client"),
        ],
        deciding: "Ask what must be visible before any script has run.")

    static let searchChoice = DecisionTopic(
        id: "search", label: "how things are found",
        words: """
            search, full text, filter, elasticsearch, autocomplete, index, find records, fuzzy, ranking, \
            embeddings, vector
            """,
        options: [
            Option(
                "filter", "Filter what is already loaded", .beginner,
                pros: ["Instant, a few lines", "No server work"],
                cons: ["Only for hundreds of records", "Exact letters only"],
                teaches: "Teaches normalising text"),
            Option(
                "database", "Full text in the database", .intermediate,
                pros: ["One system to run", "Ranks and stems"],
                cons: ["Limited typo tolerance", "Needs the right index"],
                teaches: "Teaches inverted indexes"),
            Option(
                "engine", "A search engine or embeddings", .advanced,
                pros: ["Typos, synonyms and meaning", "Facets"],
                cons: ["A second copy of the data", "Results are hard to explain"],
                teaches: "Teaches relevance and evaluation"),
        ],
        deciding: "Ask what people type when they do not know the name.")
}
