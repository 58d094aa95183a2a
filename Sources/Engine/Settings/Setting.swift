import JSON
import Models
import Review

/// One documented setting: the README's table, the editors' manifests and the help are made from these.
package struct Setting: Sendable {
    /// What a value may be.
    package enum Kind: Sendable, Hashable {
        case boolean
        case choice([String])
        case integer(ClosedRange<Int>)
        case strings
        /// `on`, `off`, or a list of linters' names.
        case linters
        case text
        /// An address, `https://…` or `http://…`; empty for none.
        case address
        /// A file's absolute path, or one that begins with `~/`: programs with other current folders read it; empty for
        /// none.
        case file
        /// Agent → `provider/model`, or `offline`.
        case routes
        /// Model → `{input, output}`.
        case prices
    }

    /// The name below `codeforge`, with dots: `review.enabled`.
    package let key: String
    package let kind: Kind
    package let defaultValue: JSONValue
    /// One sentence for the user.
    package let description: String
    /// Whether it names a service, a program or a file that is trusted, so that no workspace file may set it.
    package let isPersonal: Bool
    /// Stores a value that fits `kind`.
    fileprivate let store: @Sendable (inout Settings, JSONValue) -> Void

    private init(
        key: String, kind: Kind, defaultValue: JSONValue, description: String, isPersonal: Bool = false,
        store: @escaping @Sendable (inout Settings, JSONValue) -> Void
    ) {
        self.key = key
        self.kind = kind
        self.defaultValue = defaultValue
        self.description = description
        self.isPersonal = isPersonal
        self.store = store
    }

    /// Every setting, in the order in which they are documented.
    package static let all: [Setting] = own + models + team

    private static let own: [Setting] = [
        Setting(
            key: "review.enabled", kind: .boolean, defaultValue: true,
            description: "Review documents and files, and show what is found."
        ) { $0.reviewEnabled = $1.bool ?? true },
        Setting(
            key: "review.minimumSeverity", kind: .choice(["info", "warning", "critical"]), defaultValue: "info",
            description: "Least severity of findings that are shown."
        ) { $0.reviewMinimumSeverity = $1.string.flatMap(Severity.init(rawValue:)) ?? .info },
        Setting(
            key: "review.disabledRules", kind: .strings, defaultValue: [],
            description: "Rules whose findings are not shown, by identifiers or patterns such as `debug/*`."
        ) { $0.reviewDisabledRules = Set(($1.array ?? []).compactMap(\.string).compactMap(RuleGlob.init)) },
        Setting(
            key: "review.honorsOtherTools", kind: .boolean, defaultValue: true,
            description: "Let comments for other checkers, such as `# noqa: S608`, hide what they name."
        ) { $0.reviewHonorsOtherTools = $1.bool ?? true },
        Setting(
            key: "review.maxFileBytes", kind: .integer(1...(64 << 20)), defaultValue: .integer(64 << 20),
            description:
                "Largest document or file that is reviewed, in bytes; of files found in folders, those of up to 1 MiB."
        ) { $0.reviewMaxFileBytes = $1.int ?? 64 << 20 },
        Setting(
            key: "review.linters", kind: .linters, defaultValue: "on",
            description:
                "Linters that run when a file is saved, in folders that you trust (`codeforge.trustWorkspace`) alone."
        ) { $0.reviewLinters = LinterRun.Choice(setting: $1) },
        Setting(
            key: "review.scope", kind: .choice(["open", "workspace"]), defaultValue: "open",
            description: "Show findings of the files that are open, or of every file of the workspace."
        ) { $0.reviewsWorkspace = $1.string == "workspace" },
        Setting(
            key: "log.level", kind: .choice(["error", "warning", "info", "debug"]), defaultValue: "warning",
            description: "How much is logged on standard error or in the log file."
        ) { $0.logLevel = $1.string ?? "warning" },
    ]

    /// Where agents' work goes: they hold for all folders, and are a person's own.
    private static let models: [Setting] = [
        Setting(
            key: "model.provider", kind: .choice(ModelProvider.allCases.map(\.rawValue)), defaultValue: "offline",
            description: "Whose model does the agents' work; offline sends nothing.", isPersonal: true
        ) { $0.model.provider = $1.string.flatMap(ModelProvider.init) ?? .offline },
        Setting(
            key: "model.name", kind: .text, defaultValue: "",
            description: "The model, as `codeforge models list` names it.", isPersonal: true
        ) { $0.model.name = $1.string ?? "" },
        Setting(
            key: "model.baseURL", kind: .address, defaultValue: "",
            description: "Where the provider's API is, instead of its usual address.", isPersonal: true
        ) { $0.model.baseURL = $1.string ?? "" },
        Setting(
            key: "model.keyCommand", kind: .text, defaultValue: "",
            description: "A shell command that prints the provider's key, instead of an environment variable.",
            isPersonal: true
        ) { $0.model.keyCommand = $1.string ?? "" },
        Setting(
            key: "model.caFile", kind: .file, defaultValue: "",
            description:
                "A PEM file of certificate authorities that are trusted besides the system's, by its whole path.",
            isPersonal: true
        ) { $0.model.caFile = DatabaseLocation.inHome($1.string ?? "") },
        Setting(
            key: "model.dailyLimit", kind: .integer(0...1_000_000_000), defaultValue: 0,
            description: "Most tokens of a day (UTC), in and out; 0 for no limit.", isPersonal: true
        ) { $0.model.dailyLimit = $1.int ?? 0 },
        Setting(
            key: "model.maxTokens", kind: .integer(0...1_000_000), defaultValue: 0,
            description: "Most tokens of one answer; 0 for what each agent needs.", isPersonal: true
        ) { $0.model.maxTokens = $1.int ?? 0 },
        Setting(
            key: "model.maxRequests", kind: .integer(1...64), defaultValue: 4,
            description: "Most requests to models at once, of all jobs of a database.", isPersonal: true
        ) { $0.model.maxRequests = $1.int ?? 4 },
        Setting(
            key: "model.fallback", kind: .choice(["none", "offline"]), defaultValue: "none",
            description:
                "What does the work where a model gives no answer: nothing, or the offline agent, which says so.",
            isPersonal: true
        ) { $0.model.fallsBack = $1.string == "offline" },
        Setting(
            key: "model.prices", kind: .prices, defaultValue: [:],
            description:
                "Dollars a million tokens, from which costs are told: `{\"gpt-5-mini\": {\"input\": 0.25, \"output\": 2}}`.",
            isPersonal: true
        ) { settings, value in
            settings.model.prices = [:]
            for (model, price) in value.object ?? JSONObject() {
                settings.model.prices[model] = TokenPrice(json: price)
            }
        },
        Setting(
            key: "model.routes", kind: .routes, defaultValue: [:],
            description:
                "For agents, `fix`, `explain` or `mentor` another model: `{\"qa\": \"ollama/qwen3\", \"code\": \"offline\"}`.",
            isPersonal: true
        ) { settings, value in
            settings.model.routes = [:]
            for (agent, route) in value.object ?? JSONObject() { settings.model.routes[agent] = route.string }
        },
    ]

    /// Working with a team's server.
    private static let team: [Setting] = [
        Setting(
            key: "team.runJobs", kind: .choice(TeamJobPlace.allCases.map(\.rawValue)), defaultValue: "here",
            description: "Where the jobs of a project that is linked to a team's server run.", isPersonal: true
        ) { $0.team.runJobs = $1.string.flatMap(TeamJobPlace.init) ?? .here },
        Setting(
            key: "team.tokenCommand", kind: .text, defaultValue: "",
            description:
                "A shell command that prints the token for the team's server; read from your own config.json alone.",
            isPersonal: true
        ) { $0.team.tokenCommand = $1.string ?? "" },
    ]

    /// What is wrong with a value, as a sentence that names it; nil where it fits.
    ///
    /// The members of routes are looked at one by one, by `Settings.apply`.
    package func problem(with value: JSONValue) -> String? {
        func must(_ be: String) -> String { "'codeforge.\(key)' must be \(be), not \(Self.shown(value))." }
        switch kind {
        case .boolean:
            return value.bool == nil ? must("true or false") : nil
        case .choice(let choices):
            guard value.string.map(choices.contains) != true else { return nil }
            let nearest = value.string.map { NearestName.suggestion(for: $0.lowercased(), among: choices) } ?? ""
            return must("one of \(choices.map { "'\($0)'" }.joined(separator: ", "))") + nearest
        case .integer(let range):
            guard value.int.map(range.contains) != true else { return nil }
            return must("a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .strings:
            return value.array?.allSatisfy({ $0.string != nil }) == true ? nil : must("a list of strings")
        case .linters:
            return Self.problem(withLinters: value).map { "'codeforge.\(key)' \($0)" }
        case .text:
            return value.string == nil ? must("text") : nil
        case .file:
            guard let path = value.string else { return must("text") }
            let isWhole = path.isEmpty || path.hasPrefix("/") || path.hasPrefix("~/")
            return isWhole ? nil : must("a whole path, from / or ~/ on")
        case .address:
            return Self.problem(withAddress: value).map { "'codeforge.\(key)' \($0)." }
        case .routes:
            return value.object == nil ? must("an object, such as {\"qa\": \"ollama/qwen3\"}") : nil
        case .prices:
            guard value.object != nil else {
                return must("an object, such as {\"gpt-5-mini\": {\"input\": 0.25, \"output\": 2}}")
            }
            return TokenPrice.problem(withTable: value).map { "'codeforge.\(key)' \($0)" }
        }
    }

    /// A value as a sentence shows it: a text in its marks, anything else as JSON, the beginning of a long one.
    fileprivate static func shown(_ value: JSONValue) -> String {
        let text = value.string.map { "'\($0)'" } ?? value.serialized
        return text.count > 100 ? "\(text.prefix(99))…" : text
    }
}

extension LinterRun.Choice {
    /// What the setting `review.linters` says; nil for none.
    fileprivate init?(setting: JSONValue) {
        if setting.string == "off" { return nil }
        self = setting.array.map { .named($0.compactMap(\.string)) } ?? .found
    }
}

extension Setting {
    private static func problem(withLinters value: JSONValue) -> String? {
        if value == "on" || value == "off" { return nil }
        guard let names = value.array?.map(\.string) else {
            return "must be 'on', 'off' or a list of linters, not \(shown(value))."
        }
        let unknown = names.first { name in !(name.map(Linter.names.contains) ?? false) }
        return unknown.map { name in
            "names no linter with '\(name ?? "")'. Known are \(Linter.names.joined(separator: ", "))."
                + NearestName.suggestion(for: name ?? "", among: Linter.names)
        }
    }

    private static func problem(withAddress value: JSONValue) -> String? {
        guard let text = value.string else { return "must be text" }
        if text.isEmpty { return nil }
        do {
            _ = try ModelAddress(validating: text)
            return nil
        } catch {
            return error.description
        }
    }
}

extension Settings {
    /// Takes values from an object as an editor or a configuration file gives it: nested, or with dots in its keys.
    ///
    /// A file of the workspace (`isOfWorkspace`) may set less than others. `source` says where the values stand: what is
    /// wrong with those of models is kept with it, for whatever works offline then.
    ///
    /// - Returns: what is wrong; everything else was applied.
    package mutating func apply(
        _ object: JSONObject, isOfWorkspace: Bool = false, from source: String = Settings.editor
    ) -> [SettingProblem] {
        var problems: [SettingProblem] = []
        let before = model
        apply(object, at: [], below: "", isOfWorkspace, &problems)
        if source != Self.editor { for index in problems.indices { problems[index].callSettingsAsInFiles() } }
        for problem in problems where problem.setting == "model" || problem.setting?.hasPrefix("model.") == true {
            let chooses = ["model", "model.provider", "model.name", "model.routes"].contains(problem.setting)
            model.note("\(source): \(problem.message)", of: problem.role, choosesModel: chooses)
            if problem.kind == .wrongValue, let key = problem.setting { model.stop(for: key, problem.message) }
        }
        if isProviderChosen {
            model.forgetMissingProvider()
        } else if !problems.contains(where: { $0.setting == "model.provider" || $0.setting == "model" }),
            var problem = missingProvider(since: before, in: object)
        {
            if source != Self.editor { problem.callSettingsAsInFiles() }
            model.noteMissingProvider("\(source): \(problem.message)")
            problems.append(problem)
        }
        return problems
    }

    /// Where an editor's values stand.
    package static let editor = "the editor's settings"

    /// What was just said of a model whose provider nobody names: agents work offline then, which nobody chose.
    private func missingProvider(since before: ModelSettings, in object: JSONObject) -> SettingProblem? {
        let given = [
            ("name", model.name, before.name), ("baseURL", model.baseURL, before.baseURL),
            ("keyCommand", model.keyCommand, before.keyCommand),
        ].first { !$0.1.isEmpty && $0.1 != $0.2 }
        guard let (name, _, _) = given else { return nil }
        let providers = ModelProvider.allCases.map(\.rawValue).joined(separator: ", ")
        return SettingProblem(
            .wrongValue,
            "'codeforge.model.\(name)' is set and 'codeforge.model.provider' is not, so that agents work offline. "
                + "Set it too; the providers are \(providers).",
            at: Self.place(of: "model.\(name)", in: object), about: "model.provider")
    }

    /// The names of the members that lead to a setting, as they are written.
    private static func place(of key: String, in object: JSONObject, below prefix: String = "") -> [String] {
        for (name, value) in object {
            let whole = prefix + bareKey(name)
            if whole == key { return [name] }
            guard name == wrapper || key.hasPrefix(whole + "."), let group = value.object else { continue }
            let rest = place(of: key, in: group, below: name == wrapper && prefix.isEmpty ? "" : whole + ".")
            if !rest.isEmpty { return [name] + rest }
        }
        return []
    }

    /// What may stand around all settings, as it does in editors.
    private static let wrapper = "codeforge"

    private static func bareKey(_ name: String) -> String {
        name.hasPrefix(wrapper + ".") ? String(name.dropFirst(wrapper.count + 1)) : name
    }

    private mutating func apply(
        _ object: JSONObject, at place: [String], below prefix: String, _ isOfWorkspace: Bool,
        _ problems: inout [SettingProblem]
    ) {
        // Editors send null for what is not set.
        for (name, value) in object where !value.isNull {
            let place = place + [name]
            let key = prefix + Self.bareKey(name)
            if name == Self.wrapper, prefix.isEmpty, let group = value.object {
                apply(group, at: place, below: "", isOfWorkspace, &problems)
            } else if let setting = Setting.all.first(where: { $0.key == key }) {
                if isOfWorkspace, setting.isPersonal {
                    problems.append(
                        SettingProblem(
                            .personal,
                            "'codeforge.\(key)' is not read from a workspace's file: it says where your texts and keys go. "
                                + "Put it into your own \(SettingsFiles.userFile() ?? "config.json") or your editor's settings.",
                            at: place, about: key))
                } else if let problem = setting.problem(with: value) {
                    problems.append(SettingProblem(.wrongValue, problem, at: place, about: key))
                } else if setting.key == "model.provider" {
                    isProviderChosen = true
                    setting.store(&self, value)
                } else if setting.kind == .routes, let routes = value.object {
                    setting.store(&self, .object(Self.fitting(routes, at: place, of: key, &problems)))
                } else {
                    setting.store(&self, value)
                    model.stop(for: key, nil)
                    if key == "review.disabledRules" {
                        for name in (value.array ?? []).compactMap(\.string) {
                            guard let problem = KnownRules.problem(with: name) else { continue }
                            problems.append(
                                SettingProblem(.wrongValue, "'codeforge.\(key)': \(problem)", at: place, about: key))
                        }
                    }
                }
            } else if let first = Setting.all.first(where: { $0.key.hasPrefix(key + ".") }) {
                if let group = value.object {
                    apply(group, at: place, below: key + ".", isOfWorkspace, &problems)
                } else {
                    let member = first.key.dropFirst(key.count + 1)
                    problems.append(
                        SettingProblem(
                            .wrongValue,
                            "'codeforge.\(key)' holds settings and must be an object, such as {\"\(member)\": "
                                + "\(first.defaultValue.serialized)}, not \(Setting.shown(value)).", at: place,
                            about: first.key))
                }
            } else {
                let nearest = Self.nearest(to: key)
                let suggestion = nearest.map { " Did you mean 'codeforge.\($0)'?" } ?? ""
                problems.append(
                    SettingProblem(
                        .unknownKey, "'codeforge.\(key)' is not a setting.\(suggestion)", at: place,
                        about: nearest ?? key))
            }
        }
    }

    /// The setting that an unknown key was meant for: by its whole name, or by its last part alone.
    private static func nearest(to key: String) -> String? {
        let keys = Setting.all.map(\.key)
        let groups = keys.compactMap { key in key.lastIndex(of: ".").map { String(key[..<$0]) } }
        let last = key.split(separator: ".").last?.lowercased()
        return keys.first { $0.split(separator: ".").last?.lowercased() == last }
            ?? NearestName.of(String(key.prefix(100)), among: keys + groups)
    }

    /// The routes that can be gone; each other one is a problem where it stands.
    ///
    /// Its agent works offline then: what was meant for one model goes to no other.
    private static func fitting(
        _ routes: JSONObject, at place: [String], of key: String, _ problems: inout [SettingProblem]
    ) -> JSONObject {
        var fitting = JSONObject()
        for (name, value) in routes {
            guard let problem = ModelSettings.problem(withRoute: value, of: name) else {
                fitting[name] = value
                continue
            }
            let role = ModelRole(rawValue: name)
            if role != nil { fitting[name] = .string(ModelProvider.offline.rawValue) }
            problems.append(
                SettingProblem(.wrongValue, "'codeforge.\(key)' \(problem)", at: place + [name], about: key, role: role)
            )
        }
        return fitting
    }
}
