import ArgumentParser
import Engine
import JSON
import Models

/// What a job did to the folder, or would do.
extension JobsCommand {
    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring the files of a completed job into the folder, also those that were left out before.",
            discussion: """
                New files come in at once. For files that exist you are asked; without a terminal they stay as they are.
                Where others of a team changed a place that you changed too, yours stays: change it there, and the next
                look at both sides sends it.

                EXIT CODE:
                  0  what was agreed to is in the folder
                  1  the folder did not take a file
                """)

        @Argument(help: Self.jobHelp)
        var id: String

        @Flag(help: "Agree to everything: replace, change and remove files that exist, as `jobs diff` shows.")
        var yes = false

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let (application, job, folder) = try await JobsCommand.job(id, project)
            try await application.syncOnce(folder)
            let delivery = JobDelivery(application: application, job: job, folder: folder, agreesToAll: yes)
            let claim = await application.claimEdits(of: job.id, within: Application.claimPatience)
            defer { claim?.end() }
            let before = try await application.appliedFiles(of: job.id)
            let (isTaken, written, unasked) = try await delivery.run(isAsked: true, claim: claim)
            try await application.writeDocuments(of: job.projectID, in: folder, after: job.id)
            let outcome = try await application.outcome(of: job.id, before: before.subtracting(written))
            let nothing = "This job has no files that the folder does not have.\n"
            if json {
                StandardStream.output.write(json: outcome.json)
            } else {
                let report = outcome.isEmpty ? nothing : try await delivery.report(outcome, isLast: yes)
                StandardStream.output.write(outcome.isEmpty && !unasked.isEmpty ? "" : report)
            }
            if !unasked.isEmpty {
                let names = JobOutcome.list(unasked).printable
                StandardStream.error.write(
                    "Not brought in, for nobody was there to be asked: \(names). Agree to all: codeforge jobs apply "
                        + "\(job.id.shortText) --yes\n")
            }
            if !isTaken { throw ExitCode(1) }
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what bringing in a job's files would change, or what it has changed.")

        @Argument(help: Self.jobHelp)
        var id: String

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let (application, job, folder) = try await JobsCommand.job(id, project)
            // Nobody writes them now: what was being written when its program ended is in, or waits.
            if let claim = application.claimEdits(of: job.id) {
                defer { claim.end() }
                try await application.settleInterrupted(of: job.id, in: folder)
            }
            let delivery = JobDelivery(application: application, job: job, folder: folder, agreesToAll: false)
            let changes = try await delivery.changes(isAsked: true)
            let files = try await application.jobFiles(of: job.id)
            // What came in and is gone again stands among what would come.
            let gone = Set(changes.changes.map(\.path))
            let done = files.filter { $0.state == .applied && !gone.contains($0.path) }
            if json {
                var object = changes.json.object ?? JSONObject()
                object["done"] = .array(
                    done.filter { $0.before != $0.written }
                        .map { ["path": .string($0.path.text), "diff": .string($0.diff)] })
                return StandardStream.output.write(json: .object(object))
            }
            for file in done where file.before != file.written {
                StandardStream.output.write(file.diff.printableLines)
            }
            for change in changes.changes { StandardStream.output.write(change.diff.printableLines) }
            for file in changes.left {
                StandardStream.output.write("\(file.path.text.printable): \((file.reason ?? "").printable)\n")
            }
            for dispute in changes.disputes {
                let path = dispute.path.text.printable
                StandardStream.output.write("\(path): theirs beside yours\n\(dispute.diff.printableLines)")
            }
            let inEditors = files.filter { $0.state == .writing || $0.state == .shown }
            if !inEditors.isEmpty {
                let paths = JobOutcome.list(inEditors.map(\.path)).printable
                StandardStream.output.write("An editor shows these, and they are not saved: \(paths).\n")
            }
            if done.isEmpty, changes.isEmpty, inEditors.isEmpty {
                StandardStream.output.write("This job changes no files.\n")
            }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take back what a job changed in the folder, where nobody has changed it since.",
            discussion: """
                EXIT CODE:
                  0  everything was taken back
                  1  some files stay as they are; each is named with the reason
                """)

        @Argument(help: Self.jobHelp)
        var id: String

        @Flag(help: "Write JSON.")
        var json = false

        @OptionGroup var project: ProjectOptions

        func run() async throws {
            let (application, job, folder) = try await JobsCommand.job(id, project)
            guard let claim = await application.claimEdits(of: job.id, within: Application.claimPatience) else {
                throw CommandFailure(
                    description: "An editor brings in the files of this job, or asks about them. Look there.")
            }
            defer { claim.end() }
            // What a program that was killed had set aside gets its name back first.
            try await application.syncOnce(folder)
            try await application.settleInterrupted(of: job.id, in: folder)
            let undo = try await application.undo(of: job.id, in: folder) { path throws(WorkspaceError) in
                try folder.readPlanned(path)?.bytes
            }
            let taken = try await application.takeBack(undo.steps, in: folder)
            try await application.syncOnce(folder)
            try await application.writeDocuments(of: job.projectID, in: folder, after: job.id)
            let (undone, left) = (taken.undone.sorted { $0.path < $1.path }, undo.left + taken.left)
            if json {
                StandardStream.output.write(
                    json: JobUndo.json(undone: undone.map(\.path), left: left, settled: undo.settled.map(\.path)))
            } else {
                StandardStream.output.write(Self.text(undone, left, undo.settled))
            }
            if !left.isEmpty { throw ExitCode(1) }
        }

        private static func text(_ undone: [JobFile], _ left: [JobFile], _ settled: [JobFile]) -> String {
            if undone.isEmpty, left.isEmpty, settled.isEmpty {
                return "This job has nothing in the folder to take back.\n"
            }
            var text = undone.isEmpty ? "Nothing was taken back.\n" : "Taken back: \(undone.count.counted("file")).\n"
            for file in undone { text += "  \(file.path.text.printable)\n" }
            if !settled.isEmpty { text += "As before the job already: \(JobOutcome.list(settled.map(\.path))).\n" }
            if !left.isEmpty { text += "Left as they are:\n" }
            for file in left { text += "  \(file.path.text.printable): \((file.reason ?? "").printable)\n" }
            return text
        }
    }

    /// The job, and the folder that it belongs to.
    fileprivate static func job(
        _ id: String, _ project: ProjectOptions
    ) async throws -> (Application, AgentJob, ProjectFolder) {
        let application = try await project.application()
        let job = try await application.job(id)
        guard job.projectID.text == (try await project.projectID(application)) else {
            throw CommandFailure(
                description: "The job belongs to another folder\(try await application.naming(job)). Go there, or "
                    + "name it with --folder.")
        }
        return (application, job, try project.openFolder())
    }
}

extension JobFile {
    /// What the job changed, as `diff -u` writes it.
    fileprivate var diff: String {
        UnifiedDiff(from: before.map { Array($0.utf8) }, to: written.map { Array($0.utf8) })
            .text(path: path.text, isNew: before == nil, isGone: written == nil)
    }
}
