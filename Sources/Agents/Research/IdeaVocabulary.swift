import Patterns

/// Words by which an idea says something about itself.
///
/// Data only; `IdeaReading` gives them meaning.
enum IdeaVocabulary {
    /// A topic by the stems that ask for it.
    static let topics: [(topic: ProjectPattern.Topic, words: String)] = [
        (
            .payments,
            "pay payment invoice billing bill subscription checkout stripe paypal deposit paid donation price fee pagamento pagamenti pagos pago paiement paiements zahlung bezahlung betaling pagamentos"
        ),
        (.scheduling, "schedule scheduling calendar appointment booking reservation slot shift agenda timetable"),
        (.messaging, "chat message messaging inbox comment conversation dm"),
        (.notifications, "notification notify reminder remind alert sms push"),
        (
            .accounts,
            "login account signin signup password role permission sso cuentas konto konten registrierung anmeldung registrazione inscription registro passwort passworter contrasena contrasenas senha senhas cadastro compte comptes"
        ),
        (.search, "search filter"),
        (.reviews, "review rating feedback star"),
        (.maps, "map gps location route nearby navigation geolocation"),
        (.reports, "report analytics statistic chart dashboard insight kpi export"),
        (.files, "upload file photo document pdf import attachment picture"),
        (.offline, "offline"),
        (.sharing, "share sharing invite collaborate collaboration"),
        (.assistant, "ai gpt chatgpt llm assistant"),
        (.administration, "admin moderation moderator approve approval"),
        (.privacy, "gdpr hipaa private privacy encrypted encryption anonymous confidential"),
        (.languages, "multilingual language translation bilingual localised localized"),
        (.gamification, "badge point streak leaderboard gamified gamification reward"),
        (.records, "record profile list catalogue catalog database directory"),
    ]

    static let refusals: Set<String> = [
        "no", "without", "not", "skip", "exclude", "excluding", "never", "minus", "dont", "ohne", "sin",
    ]
    static let limits: Set<String> = ["just", "only", "nur", "solo"]
    static let postponements: Set<String> = ["later", "eventually", "someday", "afterwards"]

    /// Verbs whose object is something that the app manages.
    static let managingVerbs: Set<String> = [
        "coordinate", "generate", "summarise", "summarize", "vender", "gestionar", "organizar", "planificar", "suivre",
        "gerer", "vendre", "manage", "managing", "track",
        "tracking", "sell", "selling", "buy", "buying", "book", "share", "sharing",
        "organise", "organize", "organising", "organizing", "schedule", "list", "listing", "rent", "renting", "find",
        "finding", "collect", "collecting", "store", "storing", "record", "recording", "log", "logging", "plan",
        "planning", "monitor", "monitoring", "compare", "comparing", "review", "publish", "publishing", "order",
        "ordering", "trade", "trading", "swap", "swapping", "lend", "lending", "borrow", "learn", "learning", "teach",
        "teaching", "watch", "count", "scan", "scanning", "deliver", "delivering", "adopt", "cook", "water", "upload",
        "edit", "write", "writing", "visualise", "visualize", "show", "see", "remember", "request", "approve",
        "reserve",
        "catalogue", "catalog", "create", "creating", "split", "send", "sending", "discover", "rate", "keep", "assign",
        "measure", "control", "translate", "summarise", "summarize", "practise", "practice", "donate", "hire",
        "recruit",
        "submit", "report", "sign", "store", "repair", "clean", "pay", "invoice", "follow", "browse", "post", "print",
        "knit", "sew", "bake", "brew", "roast", "grow", "craft", "paint", "carve",
    ]

    /// Those that are no nouns too, as "log" and "order" are.
    static let onlyVerbs: Set<String> = [
        "reserve", "manage", "sell", "buy", "collect", "organise", "organize", "publish", "compare", "borrow", "lend",
        "learn", "teach", "deliver", "adopt", "upload", "edit", "write", "create", "send", "discover", "measure",
        "donate",
        "hire", "recruit", "submit", "follow", "browse", "knit", "sew", "bake", "grow", "remember", "owe", "owes",
        "find",
        "coordinate", "generate", "summarise", "summarize", "meet", "draw", "keep", "buying", "selling", "sending",
        "finding", "approve", "assign", "translate",
    ]
    /// Ends a noun phrase though it has the ending of an adverb.
    static let nounsInLy: Set<String> = [
        "family", "supply", "assembly", "reply", "weekly", "daily", "monthly", "yearly", "monopoly", "jelly",
        "butterfly",
        "july", "italy", "anomaly", "fly", "friendly", "elderly", "early", "lily", "bully", "rally", "holy",
    ]
    /// Says nothing of what an app is about.
    static let anybodysThings: Set<String> = [
        "advice", "answers", "orders", "notes", "days", "feedback", "questions", "help", "tips", "words", "pictures",
    ]
    /// Words that end a noun phrase.
    static let boundaries: Set<String> = [
        "to", "that", "which", "who", "where", "with", "so", "and", "or", "in", "on", "at", "from", "by", "using",
        "when",
        "without", "via", "as", "if", "can", "could", "should", "must", "will", "is", "are", "for", "into", "between",
        "while", "because", "but", "then", "they", "it", "we", "i", "you", "near", "across", "over", "under", "after",
        "before", "during", "about", "of", "through", "called", "named", "like", "including", "plus", "not", "no",
        "who's",
        "have", "has", "want", "need", "than", "within", "per", "instead", "until", "also", "just", "only", "based",
        "them", "me", "us", "him", "myself", "yourself", "themselves", "ourselves", "anyway", "today", "tonight",
        "left", "w",
        "mit", "zu", "zum", "zur", "von", "und", "oder", "im", "bei", "con", "del", "de", "en", "y", "para", "pour",
        "avec",
        "sur", "dans", "et", "chez", "downtown", "nearby", "abroad", "outdoors", "online", "together", "easily",
        "quickly", "automatically", "every", "each", "written", "built", "made",
    ]
    /// "a chain **of** bakeries": what they hold is meant, not they.
    static let containers: Set<String> = [
        "chain", "group", "set", "range", "series", "count", "track", "variety", "couple", "pair", "number", "network",
        "collection", "lots", "lot", "team", "record", "charge", "care", "list", "overview", "history", "charts",
        "catalogue", "catalog", "log", "copy", "copies", "kinds", "types", "bunch", "handful", "fleet", "herd",
        "inventory", "archive", "diary", "directory", "register",
    ]
    static let determiners: Set<String> = [
        "a", "an", "the", "my", "our", "your", "their", "his", "her", "its", "all", "some", "new", "own", "any", "more",
        "many", "other", "these", "those", "this", "that", "multiple", "various", "different", "several", "every",
        "each",
        "both", "few", "einen", "einem", "einer", "eine", "ein", "der", "das", "den", "dem", "meine", "mein", "unser",
        "unsere", "un", "una", "une", "le", "la", "les", "el", "los", "las", "du", "des", "mi", "mis", "mon", "ma",
        "mes",
        "notre", "nos", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty",
    ]
    /// Words whose "'s" is a verb.
    static let contracted: Set<String> = [
        "it", "what", "who", "that", "he", "she", "let", "there", "where", "how", "here", "when", "everyone", "nobody",
    ]
    /// "instead **of** phoning", "a lot **of** work": nothing that is managed follows.
    static let beforeOf: Set<String> = [
        "instead", "out", "rid", "lot", "kind", "sort", "because", "most", "some", "one", "none", "many", "top",
        "front",
        "part", "bit", "way", "ways", "end", "means", "sick", "think", "most", "ahead", "all",
    ]
    /// Words that end the description of an app: "a meditation **timer**".
    static let kindsOfApp: Set<String> = [
        "app", "tool", "site", "website", "platform", "dashboard", "tracker", "forum", "shop", "marketplace", "wiki",
        "crm", "board", "feed", "chat", "game", "quiz", "survey", "blog", "planner", "calendar", "log", "diary",
        "journal", "register", "network", "community", "assistant", "bot", "store", "portal", "service", "system",
        "software", "timer", "reader", "club", "hosting", "clone", "alternative", "maker", "checker", "monitor",
        "manager", "organiser", "organizer", "builder", "finder", "generator", "library",
    ]
    /// What sort of people, not whose: "solo consultants" manage no solos.
    static let sortsOfPeople: Set<String> = [
        "small", "local", "private", "professional", "independent", "solo", "freelance", "busy", "retired", "indie",
        "amateur", "young", "new", "mobile", "rural", "urban", "student", "junior", "senior", "volunteer", "online",
        "shy", "experienced", "part-time", "self-employed", "interior", "graphic", "web", "personal", "life",
        "executive",
        "career", "financial", "fashion", "product", "physical", "occupational", "speech", "certified", "licensed",
        "driving", "singing", "swimming", "skiing", "climbing", "cooking", "home", "village", "family", "night",
    ]
    /// Words after which a subject does not go on, as they stand and with an "s".
    static let endsOfSubject: Set<String> = [
        "still", "never", "always", "often", "actually", "really", "too", "so", "just", "even", "keep", "break", "go",
        "goes", "work", "get", "getting", "is", "are", "was", "im", "ive", "dont", "doesnt", "cant", "wont", "isnt",
        "know", "need", "want", "can", "should", "must", "will", "would", "could", "has", "have", "had", "do", "does",
        "come", "coming", "going", "look", "fail", "forget", "lose", "miss", "use", "take", "make", "give", "say",
        "tell",
        "ask", "call", "ring", "circle", "overheat", "stop", "run", "drive", "why", "how", "what", "who", "when",
        "where", "which", "whose", "me", "you", "us", "it", "they", "he", "she", "no", "not", "full", "empty", "mess",
        "pain", "hell", "downtown", "nearby", "tonight", "today", "tomorrow", "already", "again", "anymore", "anyway",
        "married", "divorced", "tired", "sick", "want", "love", "hate", "like", "think", "feel", "hear", "happen",
    ]
    static let imperatives: Set<String> = [
        "let", "help", "make", "get", "put", "drink", "stop", "quit", "turn", "tell", "give", "add", "use", "know",
        "allow", "enable", "remind", "ask", "answer", "play", "run", "build", "who", "what", "when", "how", "why",
        "something", "someone", "somebody", "somewhere", "never", "always", "please", "is", "am",
    ]
    static let thingsInIng: Set<String> = [
        "wedding", "meeting", "building", "painting", "training", "clothing", "parking", "recording", "drawing",
        "listing", "offering", "ring", "string", "spring", "ceiling", "viewing", "outing", "reading", "sibling",
    ]
    static let relatives: Set<String> = [
        "wife", "husband", "mum", "mom", "mother", "dad", "father", "son", "daughter", "nan", "gran", "grandma",
        "grandpa", "boss", "mate", "mates", "friend", "friends", "family", "kids", "girlfriend", "boyfriend", "partner",
        "team", "company", "business", "firm", "client", "clients", "customers", "style", "browser", "way", "list",
        "evening", "morning", "year", "month", "house", "next", "same", "right", "street",
    ]
    static let languages = [
        "English", "German", "French", "Spanish", "Italian", "Portuguese", "Dutch", "Turkish", "Polish", "Russian",
        "Ukrainian", "Arabic", "Hebrew", "Hindi", "Chinese", "Japanese", "Korean", "Vietnamese", "Swedish", "Norwegian",
        "Danish", "Finnish", "Greek", "Czech", "Welsh", "Irish", "Catalan", "Swahili",
    ]

    /// Whether a word is such a verb, in the third person too: "track", "tracks".
    static func manages(_ word: String) -> Bool {
        managingVerbs.contains(word) || word.hasSuffix("s") && managingVerbs.contains(String(word.dropLast()))
            || word.hasSuffix("es") && managingVerbs.contains(String(word.dropLast(2)))
    }

    /// Whether a word after people begins what they do.
    static func acts(_ word: String) -> Bool {
        manages(word)
            || ["can", "should", "must", "want", "need", "get", "offer", "match", "connect", "bring", "help", "invite"]
                .contains(
                    word)
    }

    /// What somebody does, by the last word of who they are: "dog **walker**" → "walk".
    static let activities: [String: String] = [
        "walker": "walk", "sitter": "stay", "trainer": "training session", "groomer": "grooming visit",
        "cleaner": "cleaning visit", "teacher": "lesson", "tutor": "lesson", "photographer": "shoot",
        "coach": "session",
        "therapist": "session", "plumber": "job", "electrician": "job", "gardener": "garden visit",
        "painter": "painting job",
        "driver": "ride", "baker": "bake order", "farmer": "harvest", "brewer": "batch", "hairdresser": "appointment",
        "barber": "appointment", "dentist": "appointment", "lawyer": "case", "consultant": "engagement",
        "freelancer": "assignment", "nurse": "visit", "player": "match", "runner": "run", "climber": "climb",
        "writer": "text", "musician": "concert", "guide": "tour", "instructor": "lesson", "mechanic": "repair",
        "planner": "event", "designer": "design job", "maker": "piece", "roofer": "roofing job",
        "florist": "bouquet order",
        "caterer": "catering job", "translator": "translation", "keeper": "inspection", "agent": "viewing",
        "chef": "menu",
        "landscaper": "landscaping job", "tailor": "fitting", "vet": "consultation", "surveyor": "survey visit",
        "sailor": "trip", "hiker": "hike", "cyclist": "tour", "swimmer": "swim", "collector": "acquisition",
        "breeder": "litter", "installer": "installation", "inspector": "inspection", "editor": "edit", "rider": "ride",
    ]

    /// Names of technologies as an idea may write them, with the name that the stack uses.
    static let technologies: [(words: String, name: String)] = [
        ("next js", "Next.js"), ("nextjs", "Next.js"), ("react native", "React Native"), ("react", "React"),
        ("typescript", "TypeScript"), ("javascript", "JavaScript"), ("vue", "Vue"), ("svelte", "Svelte"),
        ("angular", "Angular"), ("fastapi", "FastAPI"), ("flask", "Flask"), ("django", "Django"), ("python", "Python"),
        ("swiftui", "SwiftUI"), ("swift", "Swift"), ("kotlin", "Kotlin"), ("flutter", "Flutter"), ("rails", "Rails"),
        ("laravel", "Laravel"), ("node js", "Node.js"), ("nodejs", "Node.js"), ("express", "Express"),
        ("postgres", "PostgreSQL"), ("postgresql", "PostgreSQL"), ("supabase", "Supabase"), ("firebase", "Firebase"),
        ("mongodb", "MongoDB"), ("mysql", "MySQL"), ("sqlite", "SQLite"), ("redis", "Redis"),
        ("tailwind", "Tailwind CSS"),
        ("graphql", "GraphQL"), ("stripe", "Stripe"), ("docker", "Docker"), ("static html", "HTML"),
        ("plain html", "HTML"), ("vanilla javascript", "HTML"), ("html", "HTML"), ("golang", "Go"), ("rust", "Rust"),
        ("sveltekit", "SvelteKit"), ("nuxt", "Nuxt"), ("remix", "Remix"), ("astro", "Astro"), ("solidjs", "SolidJS"),
        ("spring boot", "Spring Boot"), ("spring", "Spring"), ("java", "Java"), ("ruby", "Ruby"), ("php", "PHP"),
        ("elixir", "Elixir"), ("phoenix", "Phoenix"), ("scala", "Scala"), ("haskell", "Haskell"),
        ("clojure", "Clojure"),
        ("nestjs", "NestJS"), ("deno", "Deno"), ("bun", "Bun"), ("electron", "Electron"), ("tauri", "Tauri"),
        ("qt", "Qt"),
        ("gtk", "GTK"), ("unity", "Unity"), ("godot", "Godot"), ("unreal engine", "Unreal Engine"),
        ("pygame", "Pygame"),
        ("arduino", "Arduino"), ("esp32", "ESP32"), ("esp8266", "ESP8266"), ("esp idf", "ESP-IDF"),
        ("platformio", "PlatformIO"),
        ("micropython", "MicroPython"), ("stm32", "STM32"), ("zig", "Zig"), ("nim", "Nim"), ("ocaml", "OCaml"),
        ("erlang", "Erlang"),
        ("lua", "Lua"), ("perl", "Perl"), ("bash", "Bash"), ("powershell", "PowerShell"), ("dart", "Dart"),
        ("julia", "Julia"),
        ("fortran", "Fortran"), ("cobol", "COBOL"), ("htmx", "htmx"), ("wordpress", "WordPress"),
        ("streamlit", "Streamlit"),
        ("asp net", "ASP.NET"), ("blazor", "Blazor"), ("symfony", "Symfony"), ("discord js", "discord.js"),
        ("vapor", "Vapor"), ("elm", "Elm"), ("servant", "Servant"), ("purescript", "PureScript"), ("gleam", "Gleam"),
        ("crystal", "Crystal"), ("f sharp", "F#"), ("axum", "Axum"), ("actix", "Actix"), ("embassy", "Embassy"),
        ("jetpack compose", "Jetpack Compose"), ("expo", "Expo"), ("ionic", "Ionic"), ("quarkus", "Quarkus"),
        ("ktor", "Ktor"), ("gin", "Gin"), ("pytorch", "PyTorch"), ("tensorflow", "TensorFlow"), ("keras", "Keras"),
        ("scikit learn", "scikit-learn"), ("hugging face", "Hugging Face"), ("onnx", "ONNX"), ("jupyter", "Jupyter"),
        ("pandas", "pandas"), ("polars", "Polars"), ("numpy", "NumPy"), ("spark", "Spark"), ("airflow", "Airflow"),
        ("dagster", "Dagster"), ("dbt", "dbt"), ("duckdb", "DuckDB"), ("bigquery", "BigQuery"),
        ("snowflake", "Snowflake"), ("redshift", "Redshift"), ("clickhouse", "ClickHouse"),
        ("timescaledb", "TimescaleDB"), ("influxdb", "InfluxDB"), ("kafka", "Kafka"), ("rabbitmq", "RabbitMQ"),
        ("mqtt", "MQTT"), ("sftp", "SFTP"), ("parquet", "Parquet"), ("mariadb", "MariaDB"), ("dynamodb", "DynamoDB"),
        ("elasticsearch", "Elasticsearch"), ("kubernetes", "Kubernetes"), ("k8s", "Kubernetes"), ("helm", "Helm"),
        ("terraform", "Terraform"), ("ansible", "Ansible"), ("pulumi", "Pulumi"), ("prometheus", "Prometheus"),
        ("grafana", "Grafana"), ("aws", "AWS"), ("s3", "S3"), ("lambda", "AWS Lambda"), ("azure", "Azure"),
        ("cloudflare workers", "Cloudflare Workers"), ("cloudfront", "CloudFront"), ("webassembly", "WebAssembly"),
        ("wasm", "WebAssembly"), ("webgl", "WebGL"), ("three js", "Three.js"), ("d3", "D3"), ("leaflet", "Leaflet"),
        ("phaser", "Phaser"), ("bevy", "Bevy"), ("love2d", "LÖVE"), ("canvas", "Canvas"),
        ("localstorage", "localStorage"), ("plain javascript", "JavaScript"), ("nrf52840", "nRF52840"),
        ("nrf52", "nRF52"), ("rp2040", "RP2040"), ("raspberry pi", "Raspberry Pi"), ("freertos", "FreeRTOS"),
        ("zephyr", "Zephyr"), ("lora", "LoRa"), ("bluetooth", "Bluetooth"), ("grpc", "gRPC"),
        ("drupal", "Drupal"), ("hugo", "Hugo"), ("jekyll", "Jekyll"), ("alpine js", "Alpine.js"), ("htmx", "htmx"),
        ("tkinter", "Tkinter"), ("racket", "Racket"), ("prolog", "Prolog"), ("matlab", "MATLAB"), ("docker", "Docker"),
        ("github actions", "GitHub Actions"), ("slint", "Slint"), ("winui", "WinUI"), ("wpf", "WPF"),
        ("kivy", "Kivy"), ("ruby on rails", "Rails"), ("mariadb", "MariaDB"), ("celery", "Celery"),
    ]
    /// Technologies whose names are words of everyday speech too: they count in "in Rust" and "Rust", not in "rust removal".
    static let ambiguousTechnologies: Set<String> = [
        "react", "express", "rust", "rails", "swift", "flask", "angular", "remix", "astro", "spring", "java", "ruby",
        "elixir",
        "phoenix", "scala", "bun", "electron", "unity", "dart", "julia", "nim", "bash", "vapor", "python", "flutter",
        "perl",
        "lua", "zig", "deno", "qt", "symfony", "elm", "servant", "crystal", "gin", "embassy", "expo", "ionic", "helm",
        "lambda", "canvas", "spark", "snowflake", "pandas", "polars", "phaser", "hugo", "racket", "zephyr", "slint",
        "celery", "airflow", "gleam",
    ]
}
