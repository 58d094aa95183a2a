import Engine
import Glibc
import Models

/// Where the settings send the agents' work; nobody is asked, and no key command is run.
enum ModelCheck {
    static func run() -> HealthSection {
        let settings = SettingsFiles(folder: ".").settings.model
        guard !settings.isOffline else {
            if let reason = settings.offlineReason {
                let unused = HealthCheck(
                    name: "model", state: .problem,
                    detail: "none: agents work offline because settings could not be taken over. \(reason)")
                return HealthSection(title: "Models", checks: [unused])
            }
            let none = HealthCheck(name: "model", state: .absent, detail: "none; agents work offline and send nothing")
            return HealthSection(title: "Models", checks: [none])
        }
        var checks: [HealthCheck] = []
        for role in ModelRole.allCases {
            let check = Self.check(of: role, settings)
            if !checks.contains(where: { $0.detail == check.detail }) { checks.append(check) }
        }
        return HealthSection(title: "Models", checks: checks + [caFile(settings.caFile)].compactMap(\.self))
    }

    private static func check(of role: ModelRole, _ settings: ModelSettings) -> HealthCheck {
        do {
            guard let route = try settings.route(as: role) else {
                return HealthCheck(name: "offline", state: .good, detail: "some agents work offline")
            }
            let name = route.provider.rawValue
            guard !route.model.isEmpty else {
                return HealthCheck(
                    name: name, state: .problem, detail: "no model is named for \(name), so its jobs fail",
                    advice: "Set model.name; 'codeforge models list' says which there are.")
            }
            guard hasKey(route) else {
                return HealthCheck(
                    name: name, state: .problem, detail: "there is no key for \(name) here, so its jobs fail",
                    advice: "Set \(route.keyVariables.joined(separator: " or ")), model.keyCommand, or put the key "
                        + "into \(route.keyFile() ?? "the file that README names").")
            }
            return HealthCheck(
                name: name, state: .good,
                detail: "\(route.model) at \(route.address.text); not asked here: 'codeforge models test' does")
        } catch {
            return HealthCheck(
                name: "model", state: .problem, detail: error.message, advice: "Jobs that ask a model fail until then.")
        }
    }

    /// Whether there is a key, or none is needed; a key command is taken at its word, for it may ask somebody.
    private static func hasKey(_ route: ModelRoute) -> Bool {
        guard route.provider.needsKey, !route.address.isThisMachine, route.keyCommand.isEmpty else { return true }
        let isSet = route.keyVariables.contains { name in
            DatabaseLocation.environment(name)?.contains { !$0.isWhitespace } ?? false
        }
        return isSet || route.keyFile().map { access($0, F_OK) == 0 } ?? false
    }

    private static func caFile(_ path: String) -> HealthCheck? {
        guard !path.isEmpty, access(path, R_OK) != 0 else { return nil }
        return HealthCheck(
            name: "caFile", state: .problem,
            detail: "model.caFile is \(path), which cannot be read: \(String(cString: strerror(errno)))",
            advice: "Name a PEM file of certificate authorities, or remove the setting.")
    }
}
