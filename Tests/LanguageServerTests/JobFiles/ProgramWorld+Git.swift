import Foundation
import TestSupport

/// What a person does with git: it takes files away and makes them anew.
extension ProgramWorld {
    func git(_ arguments: String...) throws -> Bool {
        let own = ["-c", "user.name=p", "-c", "user.email=p@example.com", "-c", "core.autocrlf=false"]
        return try CommandRun("/usr/bin/git", own + arguments, in: workspace.path).exitCode == 0
    }

    /// git takes all files at once: what comes in by itself has to be there before.
    func waitForOffers() throws -> [String] {
        guard isOffering else { return [] }
        isOffering = false
        try editors[0].session.until {
            try editors[1].listen(for: .milliseconds(20))
            let waiting = try Program(
                BuiltProgram.folder + "/store-writer", ["waiting", storage.path + "/jobs.db", project], in: storage,
                environment: [:])
            return try waiting.output() == ["0"]
        }
        // What was thought of is being written.
        for editor in editors { try editor.listen(for: .milliseconds(200)) }
        return try problems()
    }

    func useGit() throws -> String {
        let head = branches[branch] ?? [:]
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            branches[branch] = reference.disk
            guard try git("add", "-A"), try git("commit", "-q", "--allow-empty", "-m", "all") else { return "nothing" }
            return "commit"
        case 1:
            guard !head.isEmpty, try git("checkout", "-q", "--", ".") else { return "nothing" }
            reference.disk.merge(head) { $1 }
            return "checkout"
        default:
            guard reference.disk == head else { return "nothing" }
            let other = branch == "main" ? "other" : "main"
            guard try git("checkout", "-q", other) else { return "nothing" }
            branch = other
            reference.disk = branches[other] ?? [:]
            return "switch"
        }
    }

    func useStash() throws -> String {
        let head = branches[branch] ?? [:]
        if let stash {
            guard stash.branch == branch, reference.disk == head, try git("stash", "pop", "-q") else {
                return "nothing"
            }
            self.stash = nil
            reference.disk = stash.files
            return "pop"
        }
        guard reference.disk != head, try git("stash", "-q", "-u") else { return "nothing" }
        if chance(2), try git("stash", "pop", "-q") { return "stash and pop" }
        stash = (branch, reference.disk)
        reference.disk = head
        return "stash"
    }
}
