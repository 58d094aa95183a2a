extension ProjectPattern {
    static let assistant = ProjectPattern(
        id: "ai-assistant",
        label: "Assistant",
        promise: "get a first draft or an answer, and stay in charge of the result",
        lexicon: Lexicon(
            names: """
                llm that, talk to my documents, talk to my pdfs, \
                ai assistant, chatbot, ai chatbot, gpt, chatgpt for, llm, ai agent, ai writer, virtual assistant, ai \
                tool, copilot for, ai powered, ai generator, image generator, text summarizer, summarizer, ai tutor \
                bot, rag, voice assistant, ai companion, gpt wrapper, ai bot, ai coach, ai note taker, ai chat, llm \
                app, ask my documents, chat with documents, chat with pdf, prompt library, ai email, conversational \
                ai, ai model, neural network, ai image, ai video generator, transcribe interviews, ai transcription, \
                ai summaries, knows our, bot that knows, ai translation, ai search, ai recruiter, ai therapist
                """,
            signals: """
                drafts replies, draft emails, writes my emails, talk to documents, \
                draft replies, answer questions automatically, automatically, smart replies, natural language, ask \
                an ai, artificial intelligence, machine learning, prompt, summarise, summarize, generate text, \
                language model, transcribe, transcription, ask questions about documents, openai, ai, fine tune, \
                embeddings, speech to text, generative, translate, grammar checker, auto generate, computer vision, \
                recognise, recognition, writes answers, writes replies, answers for me, in my style, in my voice, in \
                my tone, in plain english, action items, meeting notes automatically, meeting recordings, \
                understands, reads my emails, drafts emails, trained on, knowledge of our documents, ask questions \
                about, ask questions in, rewrite, paraphrase, proofread, autocomplete, suggests answers, classify, \
                categorises automatically, extract data from, ocr, deepfake, detect, predicts, predict, personalised \
                suggestions, semantic search, embeddings search, chat with my, voice commands, captions from, \
                identified by, identify plants from photos, recognises, identifies, machine learning model, trained \
                model, auto reply, auto draft, drafts, summarises meetings, summarises, summaries of, turns \
                recordings into, turn voice into text, turn photos into, talk to an ai, chat with an ai, smart \
                assistant, personal assistant, virtual agent, agent that, answers questions about, answers questions \
                from, extract quotes, extracts, extract, interviews transcribed, bylaws, knows, bot, bots, answers \
                in seconds, understand documents, invoices read automatically, reads invoices, reads documents, \
                reads handwriting, handwriting to text, photo to text, describe images, describe pictures, captions, \
                alt text, generates, generate, generator, smart, intelligent, learns from, learns my, predict \
                demand, anomaly, sentiment, speech, dictation, dictate, talking, chat history
                """,
            hints: """
                automatic, answer, text, suggest, model, style, reply, email, draft, minutes, summary, rules, ask, \
                photograph, documents, tone
                """),
        audience: "knowledge workers",
        personas: [
            Persona("{One}", goal: "A usable draft in a minute", pain: "Invented facts and no sources"),
            Persona("Reviewer", goal: "See what was changed and why", pain: "Text without origin"),
            Persona("Administrator", goal: "Know what leaves the house, and what it costs", pain: "Surprising bills"),
        ],
        entities: [
            Entity(
                "request", ["Summarise the May minutes", "Reply to a complaint", "Compare two contracts"],
                [
                    .title("title"), .long("prompt"), .choice("status", "draft", "answered", "accepted", "rejected"),
                    .date("asked on"),
                ]),
            Entity(
                "source", ["Minutes, May", "Price list", "Style guide"],
                [
                    .title("name"), .choice("status", "indexed", "waiting", "failed"), .number("pages"),
                    .date("read on"),
                ]),
            Entity(
                "template", ["Friendly refusal", "Weekly summary", "Product text"],
                [
                    .title("name"), .long("text"), .number("used"),
                ]),
        ],
        features: [
            Feature(
                .must, "Conversation", "{Who} ask and get answers with sources, and correct them in place.", .thread,
                of: "request", [.assistant, .messaging]),
            Feature(
                .must, "Sources", "What the assistant may read, and how current it is.", .table, of: "source", [.files]),
            Feature(
                .must, "Review board", "Answers from draft to accepted; nothing is sent by itself.", .board,
                of: "request", [.assistant]),
            Feature(.should, "Templates", "Good requests, used again.", .cards, of: "template", [.records]),
            Feature(
                .should, "Cost and use", "Requests, accepted share and cost by week.", .summary, of: "request",
                [.reports]),
            Feature(.nice, "History", "Earlier requests by day.", .calendar, of: "request", [.search]),
            Feature(
                .nice, "Privacy settings", "What may leave the house, and what is blanked out first.", .settings,
                [.privacy]),
        ],
        constraints: [
            "Every answer names its sources or says that it has none",
            "Keys and personal data are removed before a text leaves the house",
        ])
}
