import Engine
import Glibc
import Models

/// The programs that CodeForge is made of, works in and works with.
enum ProgramChecks {
    static var ownPrograms: HealthSection {
        HealthSection(
            title: "CodeForge",
            checks: [
                HealthCheck(name: "codeforge", state: .good, detail: "\(ProductVersion.text), \(ownPath)"), worker,
            ])
    }

    private static var ownPath: String {
        guard let resolved = realpath("/proc/self/exe", nil) else { return "its place is not known" }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static var worker: HealthCheck {
        let path = WorkerLauncher.standardPath()
        guard access(path, X_OK) == 0 else {
            return HealthCheck(
                name: "worker", state: .problem, detail: "there is no program at \(path), so no agent can run",
                advice:
                    "Install codeforge-worker beside codeforge ('make install' does), or name it in CODEFORGE_WORKER.")
        }
        return HealthCheck(name: "worker", state: .good, detail: path)
    }

    static var git: HealthSection {
        let check =
            path(of: "git").map { HealthCheck(name: "git", state: .good, detail: $0) }
            ?? HealthCheck(
                name: "git", state: .absent, detail: "not on PATH; .gitignore files are obeyed all the same")
        return HealthSection(title: "Tools", checks: [check])
    }

    static var editors: HealthSection {
        let known = [
            ("nvim", "Neovim"), ("hx", "Helix"), ("emacs", "Emacs"), ("code", "VS Code"), ("kate", "Kate"),
        ]
        let checks = known.map { program, name in
            path(of: program).map { HealthCheck(name: name, state: .good, detail: $0) }
                ?? HealthCheck(name: name, state: .absent, detail: "\(program) is not on PATH")
        }
        guard checks.allSatisfy({ $0.state == .absent }) else {
            return HealthSection(title: "Editors", checks: checks)
        }
        let advice = HealthCheck(
            name: "editor", state: .absent, detail: "none of these is on PATH",
            advice: "Any editor that speaks the Language Server Protocol can start 'codeforge lsp'.")
        return HealthSection(title: "Editors", checks: checks + [advice])
    }

    static var linters: HealthSection {
        let known = ["ruff", "oxlint", "eslint", "shellcheck", "semgrep", "hadolint"]
        let found = known.compactMap { name in
            path(of: name).map { HealthCheck(name: name, state: .good, detail: $0) }
        }
        let missing = known.filter { path(of: $0) == nil }
        let rest = HealthCheck(
            name: "not found", state: .absent, detail: missing.joined(separator: ", "),
            advice: "None is needed: the built-in rules work alone. Linters run when a file of a trusted folder is "
                + "saved, and with codeforge review --linters.")
        return HealthSection(title: "Linters", checks: missing.isEmpty ? found : found + [rest])
    }

    /// Where a program is, by the folders of PATH.
    private static func path(of program: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? ""
        return folders.split(separator: ":").map { "\($0)/\(program)" }.first { path in
            var attributes = stat()
            return stat(path, &attributes) == 0 && attributes.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
        }
    }
}
