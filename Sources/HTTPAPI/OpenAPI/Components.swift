import JSON
import Models

/// The schemas of what the API answers; requests are the contracts of `Models`.
enum Components {
    static let uuid: JSONValue = ["type": "string", "format": "uuid"]
    private static let text: JSONValue = ["type": "string"]
    private static let count: JSONValue = ["type": "integer", "minimum": 0]
    private static let time: JSONValue = ["type": "string", "format": "date-time"]
    private static let flag: JSONValue = ["type": "boolean"]

    /// A path in a project: relative, without `.` and `..`, not in `.git` or `.codeforge`.
    ///
    /// The pattern says what `ProjectPath` takes but for its lengths, which are counted in bytes.
    static let path: JSONValue = [
        "type": "string", "minLength": 1, "maxLength": 255,
        "description": "Longer paths are taken as well: up to 1024 bytes of UTF-8, and 255 in each part.",
        "pattern": .string(
            #"^(?![A-Za-z]:)(?!\.[cC][oO][dD][eE][fF][oO][rR][gG][eE](/|$))(?!(.*/)?[. ]*(/|$))"#
                + #"(?!(.*/)?(\.[gG][iI][tT]|[gG][iI][tT]~1)[. ]*(/|$))[^/\(unlike)]{1,63}(/[^/\(unlike)]{1,63}){0,5}$"#
                .replacing(#"\(unlike)"#, with: forbidden)),
    ]
    /// Control characters, the backslash, and marks that make a path read as another one.
    private static let forbidden =
        #"\\\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF"#

    private static func orNull(_ schema: JSONValue) -> JSONValue { ["anyOf": [schema, ["type": "null"]]] }
    private static func list(_ schema: JSONValue) -> JSONValue { ["type": "array", "items": schema] }
    static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    /// An object with these members and no other; all are there but the optional ones.
    private static func object(_ members: JSONObject, optional: Set<String> = []) -> JSONValue {
        [
            "type": "object", "properties": .object(members), "additionalProperties": false,
            "required": .array(members.keys.filter { !optional.contains($0) }.map { .string($0) }),
        ]
    }

    private static func page(of name: String) -> JSONValue {
        object(["items": list(reference(name)), "total": count, "has_more": flag])
    }

    private static func texts(_ values: some Sequence<String>) -> JSONValue {
        ["type": "string", "enum": .array(values.map { .string($0) })]
    }

    /// By name; contracts that routes answer with are among them.
    static let schemas: [(name: String, schema: JSONValue)] = [
        (
            "Error",
            object([
                "error": object(
                    [
                        "code": text, "message": text,
                        "loc": list(["anyOf": [["type": "string"], ["type": "integer"]]]),
                        "details": ["type": "object"],
                    ], optional: ["loc", "details"]), "request_id": text,
            ])
        ),
        ("Health", object(["status": texts(["ok", "unavailable"])])),
        ("Text", text),
        ("Object", ["type": "object"]),
        ("JobEvents", text),
        ("ProjectEvents", text),
        ("JobStatus", jobStatus), ("JobList", page(of: "JobStatus")),
        ("Profile", profile), ("ProfileList", page(of: "Profile")),
        ("Project", project), ("ProjectList", page(of: "Project")),
        ("Member", member), ("MemberList", page(of: "Member")),
        ("ProjectState", projectState),
        ("FileInfo", object(fileMembers)), ("FileList", page(of: "FileInfo")),
        ("File", object(fileMembers.with("content", text))),
        ("FileContents", object(["items": list(reference("File")), "rest": list(text)])),
        (
            "FileOutcomes",
            object([
                "items": list(
                    object(
                        [
                            "path": text,
                            "outcome": texts(["saved", "unchanged", "removed", "conflict", "refused"]),
                            "file": orNull(reference("FileInfo")), "reason": text,
                        ], optional: ["reason"]))
            ])
        ),
        ("Roadmap", object(roadmapMembers)), ("RoadmapList", page(of: "Roadmap")),
        (
            "RoadmapProgress",
            object(
                roadmapMembers.with("title", text).with("description", text).with("skill_level", text)
                    .with("total_steps", count))
        ),
        ("Session", session), ("SessionList", page(of: "Session")),
        ("Choice", choice), ("ChoiceList", page(of: "Choice")),
        (
            "PatternMatches",
            object([
                "matches": list(
                    object([
                        "id": uuid, "project_type": text, "metadata": [:], "success_score": orNull(["type": "number"]),
                        "similarity": ["type": "number", "minimum": -1.0001, "maximum": 1.0001],
                    ]))
            ])
        ),
        ("Dismissal", object(["identity": text, "rule_id": text, "path": orNull(text), "created_at": time])),
        ("DismissalList", page(of: "Dismissal")),
        ("RunAgentResponse", RunAgentResponse.jsonSchema), ("RespondResponse", RespondResponse.jsonSchema),
        ("CancelResponse", CancelResponse.jsonSchema), ("ExportGitHubResponse", ExportGitHubResponse.jsonSchema),
        ("ClarificationQuestion", ClarificationQuestion.jsonSchema),
    ]

    /// Section 5.3, with the pipeline among the agents, and with the questions of a job that waits.
    private static let jobStatus = object(
        [
            "job_id": uuid, "status": texts(AgentJob.Status.allCases.map(\.rawValue)),
            "agent_type": texts(AgentType.allCases.map(\.rawValue) + ["pipeline"]), "project_id": uuid,
            "progress": ["type": "number", "minimum": 0, "maximum": 100], "result": [:], "error": orNull(text),
            "created_at": time, "completed_at": orNull(time), "questions": list(reference("ClarificationQuestion")),
        ], optional: ["questions"])

    private static let profile = object([
        "id": uuid, "username": orNull(text), "full_name": orNull(text), "avatar_url": orNull(text),
        "skill_level": orNull(texts(SkillLevel.allCases.map(\.rawValue))), "created_at": time, "updated_at": time,
    ])

    private static let sharedMembers: JSONObject = [
        "title": text, "description": orNull(text), "tech_stack": orNull(list(text)),
        "requirements_spec": orNull(["type": "object"]), "architecture_spec": orNull(["type": "object"]),
    ]

    private static let fileVersion = object(["path": text, "version": ["type": "integer", "minimum": 1]])

    /// What did not change since the request's cursor is left out.
    private static let projectState = object(
        [
            "cursor": text, "project": object(sharedMembers), "members": list(reference("Member")),
            "files": object(["is_complete": flag, "items": list(fileVersion), "removed": list(fileVersion)]),
            "jobs": list(["type": "object"]), "dismissals": list(reference("Dismissal")),
            "picks": list(object(["choice_id": text, "option_id": text])), "roadmaps": list(["type": "object"]),
            "sessions": list(reference("Session")),
        ],
        optional: ["project", "members", "files", "jobs", "dismissals", "picks", "roadmaps", "sessions"])

    private static let member = object([
        "project_id": uuid, "user_id": uuid, "added_by": orNull(uuid), "created_at": time, "username": orNull(text),
        "full_name": orNull(text), "is_owner": flag,
    ])

    private static let project = object([
        "id": uuid, "user_id": uuid, "title": text, "description": orNull(text),
        "mode": texts(Project.Mode.allCases.map(\.rawValue)),
        "status": texts(Project.Status.allCases.map(\.rawValue)), "requirements_spec": orNull(["type": "object"]),
        "architecture_spec": orNull(["type": "object"]), "tech_stack": orNull(list(text)), "created_at": time,
        "updated_at": time,
    ])

    private static let fileMembers: JSONObject = [
        "id": uuid, "project_id": uuid, "path": text, "language": orNull(text),
        "version": ["type": "integer", "minimum": 1], "created_at": time, "updated_at": time,
    ]

    private static let roadmapMembers: JSONObject = [
        "id": uuid, "project_id": uuid, "modules": list(["type": "object"]), "current_step_index": count,
        "created_at": time,
    ]

    private static let session = object([
        "id": uuid, "project_id": uuid, "transcript": orNull(list(["type": "object"])),
        "concepts_covered": orNull(list(text)), "duration_minutes": count, "created_at": time,
    ])

    private static let choice = object([
        "context": text, "options": list(["type": "object"]), "recommendation": text, "choice_id": uuid,
        "selected": orNull(text),
    ])
}

extension JSONObject {
    fileprivate func with(_ key: String, _ value: JSONValue) -> JSONObject {
        var object = self
        object[key] = value
        return object
    }
}
