import Engine

/// The settings files that hold for the current folder.
enum SettingsCheck {
    static func run() -> HealthSection {
        let files = SettingsFiles(folder: ".")
        guard !files.found.isEmpty || !files.problems.isEmpty else {
            let none = HealthCheck(name: "files", state: .absent, detail: "none; every setting has its default")
            return HealthSection(title: "Settings", checks: [none])
        }
        let found = files.found.map { HealthCheck(name: "file", state: .good, detail: $0) }
        let problems = files.problems.map { problem in
            HealthCheck(name: "problem", state: .problem, detail: problem.sentence)
        }
        return HealthSection(title: "Settings", checks: found + problems)
    }
}
