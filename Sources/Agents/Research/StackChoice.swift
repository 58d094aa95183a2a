import Patterns

/// The technologies that a requirements document recommends.
struct StackChoice {
    let technologies: [String]

    /// - Parameters:
    ///   - reading: the idea.
    ///   - demanded: the request's `tech_stack`; taken as it stands where it names anything.
    ///   - topics: what the chosen features are about.
    ///   - usual: what stands there where the idea names nothing; a choice of ours where it is empty.
    init(reading: IdeaReading, demanded: [String], topics: Set<ProjectPattern.Topic>, usual: [String] = []) {
        let cleaned = Self.unique(demanded.map { Clip.text(IdeaReading.oneLine($0), 60) }.filter { !$0.isEmpty })
        guard cleaned.isEmpty else {
            technologies = Array(cleaned.prefix(20))
            return
        }
        if !usual.isEmpty {
            technologies = Self.unique(reading.technologies.isEmpty ? usual : reading.technologies)
            return
        }
        let base = Self.base(
            named: reading.technologies, platforms: reading.platforms, isLocal: reading.keepsAllOnDevice)
        let added = ProjectPattern.Topic.allCases.filter { topics.contains($0) }.compactMap {
            CommonFeatures.technologies[$0]
        }
        let mobile = reading.platforms.contains { $0 == .mobile || $0 == .android }
        let installable = mobile && base.contains("Next.js") ? ["Service worker (PWA)"] : []
        technologies = Self.unique(base + installable + added)
    }

    /// Whether a technology is nothing that a program is written in: a database, a service, a device.
    static func isNoLanguage(_ name: String) -> Bool {
        [
            "PostgreSQL", "MySQL", "MariaDB", "SQLite", "MongoDB", "Redis", "Slack", "MQTT", "ESP32", "ESP8266",
            "Raspberry Pi", "Docker", "Telegram", "Discord", "AWS", "S3", "Kafka", "Excel",
        ].contains(name)
    }

    private static func base(
        named: [String], platforms: [IdeaReading.Platform], isLocal: Bool
    ) -> [String] {
        func names(_ options: String...) -> Bool { options.contains { named.contains($0) } }
        // What is demanded stands there as it was said, and nothing of ours beside it, also where no code can follow.
        if !CodeStack.unwritable(in: named).isEmpty { return named }
        if names("FastAPI") { return named + ["Python", "Pydantic", "SQLite", "pytest"] }
        if names("Flask", "Python") {
            return (names("Flask") ? named : named + ["Flask"]) + ["Python", "SQLite", "pytest"]
        }
        if names("HTML") && !names("Next.js", "React") { return ["HTML", "CSS", "JavaScript"] }
        if names("Swift", "SwiftUI") || (named.isEmpty && isAppleOnly(platforms)) {
            return ["Swift", "SwiftUI"] + named
        }
        let storage =
            isLocal || names("Supabase", "Firebase", "MongoDB", "MySQL", "SQLite", "PostgreSQL") ? [] : ["PostgreSQL"]
        return named + ["Next.js", "React", "TypeScript"] + storage + ["Vitest"]
    }

    static func isAppleOnly(_ platforms: [IdeaReading.Platform]) -> Bool {
        platforms.contains(.ios) && !platforms.contains(.android) && !platforms.contains(.web)
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.lowercased()).inserted }
    }
}

extension IdeaReading {
    /// Whether nothing leaves the device, so that no database stands elsewhere: "nothing is uploaded", "no server".
    var keepsAllOnDevice: Bool {
        let line = SpokenLine(text)
        let isServerless = refusals.refused.contains { phrase in
            Words.split(phrase).contains { ["server", "servers", "database", "datenbank"].contains($0) }
        }
        return isServerless || Self.staying.contains(where: line.says)
    }

    private static let staying = [
        "nothing is uploaded", "nothing gets uploaded", "nothing leaves", "stays on the device", "stay on the device",
        "stays on my device", "stays in the browser", "stay in the browser", "only in the browser", "fully offline",
        "never sends data", "never send data", "sends no data",
        "no data leaves", "data never leaves",
        "offline only", "only offline", "works entirely offline",
    ]
}
