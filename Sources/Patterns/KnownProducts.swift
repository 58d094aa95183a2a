/// Products whose names say what somebody wants: "Duolingo for sign language", "a self-hosted Trello".
///
/// Data, and how it is found in a text.
struct KnownProducts: Sendable {
    /// A product that a text names as its example.
    struct Likeness: Sendable {
        /// The pattern's id.
        let pattern: String
        /// Products such as Uber lend their way of working to any trade; then the trade decides.
        let isDecisive: Bool
    }

    static let shared = KnownProducts()

    /// Patterns by name, in lower-case words.
    private let patterns: [String: String]
    private let ambiguous: Set<String>
    private static let longestName = 3

    private init() {
        var patterns: [String: String] = [:]
        var ambiguous: Set<String> = []
        for (id, names) in Self.names {
            for name in names.split(separator: ",") { patterns[Words.split(name).joined(separator: " ")] = id }
        }
        for (id, names) in Self.commonWords {
            for name in names.split(separator: ",") {
                let name = Words.split(name).joined(separator: " ")
                patterns[name] = id
                ambiguous.insert(name)
            }
        }
        self.patterns = patterns
        self.ambiguous = ambiguous
    }

    /// The products that the words name, and the other words.
    ///
    /// What somebody wants to do without ("instead of Excel") is no example, and says nothing.
    func found(in words: [String]) -> (likenesses: [Likeness], rest: [String]) {
        var likenesses: [Likeness] = []
        var rest: [String] = []
        var index = 0
        while index < words.count {
            guard let length = lengthOfName(at: index, in: words),
                let pattern = patterns[words[index..<index + length].joined(separator: " ")]
            else {
                rest.append(words[index])
                index += 1
                continue
            }
            let before = words[max(0, index - 3)..<index]
            if !before.contains(where: Self.refusals.contains) {
                // "Statistics for YouTube creators" are no YouTube.
                let isSubject = words[..<index].contains(where: Self.openings.contains) && before.last != "like"
                let lendsWay = length == 1 && Self.waysOfWorking.contains(words[index])
                likenesses.append(Likeness(pattern: pattern, isDecisive: !isSubject && !lendsWay))
            }
            index += length
        }
        return (likenesses, rest)
    }

    private func lengthOfName(at start: Int, in words: [String]) -> Int? {
        for length in stride(from: min(Self.longestName, words.count - start), to: 0, by: -1) {
            let name = words[start..<start + length].joined(separator: " ")
            guard patterns[name] != nil else { continue }
            if !ambiguous.contains(name) || isLikened(from: start, to: start + length, in: words) { return length }
        }
        return nil
    }

    /// "Medium **for** scientists", "**like** Medium": without such a word, a common word means itself.
    private func isLikened(from start: Int, to end: Int, in words: [String]) -> Bool {
        if end < words.count, Self.after.contains(words[end]) { return start == 0 || words[end] != "for" }
        return start > 0 && Self.before.contains(words[start - 1])
    }

    private static let refusals: Set<String> = [
        "without", "instead", "leave", "leaving", "quit", "ditch", "no", "not", "than", "unlike", "avoid", "avoiding",
    ]
    private static let openings: Set<String> = ["for", "of", "about", "to", "that", "with", "from", "on", "in"]
    private static let after: Set<String> = ["for", "but", "clone", "alternative", "like", "style", "lite", "killer"]
    private static let before: Set<String> = ["like", "hosted"]
    private static let waysOfWorking: Set<String> = ["airbnb", "uber"]

    private static let names: [(pattern: String, names: String)] = [
        ("ai-assistant", "chatgpt, copilot, siri, alexa, midjourney, perplexity, grammarly, jarvis"),
        ("blog", "substack, tumblr, blogspot, beehiiv, wattpad"),
        ("booking", "calendly, doodle, opentable, fresha, treatwell, booksy, mindbody, zocdoc, doctolib"),
        ("collection", "goodreads, discogs, storygraph, librarything, libib"),
        ("chat", "whatsapp, slack, telegram, messenger, microsoft teams, wechat, snapchat, skype, facetime"),
        ("cms", "wordpress, webflow, wix, squarespace, contentful, strapi, drupal, joomla, typo3, sanity io"),
        ("crm", "hubspot, salesforce, pipedrive, zoho"),
        ("dashboard", "grafana, tableau, power bi, google analytics, mixpanel, metabase, plausible"),
        ("dating", "tinder, bumble, okcupid, grindr, match com"),
        (
            "delivery",
            """
            uber eats, ubereats, doordash, deliveroo, grubhub, just eat, instacart, blablacar, lyft, bolt, fedex, ups, \
            dhl, flexport
            """
        ),
        (
            "developer-tools",
            "github, gitlab, datadog, postman, jenkins, vercel, heroku, pagerduty, bitly, pastebin, new relic, netlify"
        ),
        ("ecommerce", "shopify, woocommerce, magento, amazon, zalando, asos, bigcommerce, gumroad"),
        (
            "education",
            "duolingo, udemy, coursera, khan academy, moodle, quizlet, anki, kahoot, babbel, skillshare, edx, brilliant org"
        ),
        ("events", "eventbrite, meetup com, ticketmaster, luma, partiful"),
        ("file-sharing", "dropbox, wetransfer, google drive, onedrive, icloud, nextcloud, sharefile"),
        (
            "finance",
            "splitwise, venmo, paypal, quickbooks, xero, ynab, freshbooks, robinhood, revolut, monzo, mint com, turbotax"
        ),
        ("fitness", "strava, peloton, myfitnesspal, fitbit, garmin connect, freeletics, classpass, strong app"),
        ("forum", "reddit, quora, stack overflow, stackoverflow, stack exchange, discourse, 4chan"),
        ("game", "wordle, candy crush, minecraft, among us, pokemon, tetris, sudoku, scrabble, chess com, fortnite"),
        ("habit-tracker", "habitica, headspace, forest app, atomic habits"),
        ("healthcare", "webmd, babylon health, teladoc, clue app"),
        ("helpdesk", "zendesk, freshdesk, intercom, servicenow, jira service desk, helpscout"),
        ("hr", "bamboohr, workday, personio, deputy, gusto, when i work"),
        ("inventory", "sortly, snipe it, odoo inventory"),
        ("iot", "home assistant, smartthings, philips hue, google home, homekit"),
        ("job-board", "linkedin, glassdoor, monster com, upwork jobs, stepstone, handshake app"),
        ("legal", "docusign, legalzoom, clio, rocket lawyer"),
        (
            "marketplace",
            """
            airbnb, uber, etsy, ebay, craigslist, gumtree, vinted, fiverr, upwork, taskrabbit, thumbtack, airtasker, \
            depop, facebook marketplace, leboncoin, kleinanzeigen, turo
            """
        ),
        ("music", "spotify, soundcloud, bandcamp, shazam, audible, apple music, ultimate guitar, last fm"),
        ("news", "flipboard, feedly, google news, hacker news, buzzfeed, apple news"),
        ("nonprofit", "kickstarter, gofundme, indiegogo, justgiving, change org"),
        ("parking", "justpark, spothero, parkwhiz, ringgo"),
        ("pets", "petfinder, rover com, chewy"),
        ("portfolio", "behance, dribbble, flickr, 500px, linktree"),
        ("project-management", "trello, jira, asana, basecamp, clickup, todoist, monday com, toggl, ms project"),
        ("real-estate", "zillow, rightmove, redfin, zoopla, immoscout, trulia"),
        ("recipe", "allrecipes, hellofresh, chefkoch, yummly"),
        ("restaurant", "toast pos, square pos, lightspeed pos"),
        (
            "social",
            "instagram, facebook, tiktok, twitter, pinterest, mastodon, bluesky, nextdoor, myspace, bereal, threads app"
        ),
        ("sports", "teamsnap, onefootball, playtomic"),
        ("survey", "typeform, surveymonkey, google forms, mentimeter, slido, jotform, strawpoll"),
        (
            "travel",
            """
            tripadvisor, tripit, expedia, booking com, komoot, alltrails, skyscanner, couchsurfing, lonely planet, \
            polarsteps
            """
        ),
        ("video", "youtube, netflix, twitch, vimeo, letterboxd, hulu, disney plus, imdb"),
        ("wiki", "notion, confluence, wikipedia, evernote, obsidian, onenote, roam research, gitbook"),
    ]

    /// Names that are words of their own.
    private static let commonWords: [(pattern: String, names: String)] = [
        ("ai-assistant", "claude, gemini"), ("blog", "medium, ghost"), ("chat", "discord, signal, zoom, line"),
        ("dating", "hinge"), ("dashboard", "looker, amplitude"), ("developer-tools", "sentry, linear"),
        ("finance", "mint, wave, cash app"), ("habit-tracker", "calm, streaks"), ("job-board", "indeed, monster"),
        ("pets", "rover, wag"), ("project-management", "monday"), ("video", "loom"), ("iot", "nest"),
        ("restaurant", "toast"), ("ecommerce", "square"), ("travel", "kayak"), ("events", "meetup"),
        ("recipe", "paprika"),
    ]
}
