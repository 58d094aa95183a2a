import Engine
import JSON
import JSONRPC
import Models

/// `codeforge.setMode`: puts the folder's project into student or builder mode; without one, a person is asked.
struct SetModeCommand: BackgroundCommand {
    let name = "codeforge.setMode"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let context = ProductContext(snapshot: snapshot, application: try await snapshot.application.value())
        let given = ProductParameters(arguments.object ?? JSONObject(), isCommand: true)
        var mode = try arguments.text("mode", at: 0)
        if mode == nil {
            let modes = [
                (title: "Student: hints, no solutions", value: Project.Mode.student.rawValue),
                (title: "Builder: fixes and generated code", value: Project.Mode.builder.rawValue),
            ]
            mode = try await context.pick("Which mode shall this project be in?", modes, orSay: "")
        }
        guard let mode else { return context.sayUnchanged("The project's mode stays as it is.") }
        let project = try await context.projectID(given)
        let changed = try await context.using { application throws(RequestFailure) in
            try await application.updateProject(project, ["mode": .string(mode)])
        }
        let isBelowStudents = try await context.using { application throws(RequestFailure) in
            try await application.isStudent(changed.id) && changed.mode != .student
        }
        snapshot.connection.perform { session in
            session.modeChanged(of: changed)
            if isBelowStudents {
                return session.show(
                    .warning,
                    "This project is in builder mode now, but its folder lies in that of a project in student mode, which "
                        + "holds here as well: fixes and generated code stay withheld.", isCalledFor: true)
            }
            let words = changed.mode == .student ? "hints and no solutions" : "fixes and generated code"
            session.show(.info, "This project is in \(changed.mode.rawValue) mode now: \(words).", isCalledFor: true)
        }
        await context.waitForStudentDocument(of: changed)
        return changed.json
    }
}

extension ProductContext {
    /// Says that a person chose nothing: the answer of a command that changed nothing.
    func sayUnchanged(_ words: String) -> JSONValue {
        snapshot.connection.perform { $0.show(.info, words, isCalledFor: true) }
        return .null
    }

    /// Waits, at most a second, until the folder's document says what mode it is in: a server that starts goes by it.
    func waitForStudentDocument(of project: Project) async {
        for _ in 0..<50 {
            let folder = await snapshot.connection.read { session in
                session.snapshot.openFolders.first { $0.mirror.workspace.projectID == project.id }
            }
            if let folder, StudentDocument.isOn(inFolder: folder.mirror.folder.path) == (project.mode == .student) {
                return
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}

/// `codeforge.setSkillLevel`: says how much the person knows, to which hints are fitted.
struct SetSkillLevelCommand: BackgroundCommand {
    let name = "codeforge.setSkillLevel"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let context = ProductContext(snapshot: snapshot, application: try await snapshot.application.value())
        var level = try arguments.text("skill_level", at: 0)
        if level == nil {
            let levels = SkillLevel.allCases.map { (title: $0.rawValue, value: $0.rawValue) }
            level = try await context.pick("How much do you know?", levels, orSay: "")
        }
        guard let level else { return context.sayUnchanged("Hints stay fitted to the level that they were.") }
        let kept = try await context.using { application throws(RequestFailure) in
            try await application.setSkillLevel(level)
        }
        snapshot.connection.perform { session in
            session.levelChanged(to: kept)
            session.show(.info, "Hints are fitted to the level “\(kept.rawValue)” now.", isCalledFor: true)
        }
        return ["skill_level": .string(kept.rawValue)]
    }
}
