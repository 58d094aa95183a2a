import JSON

/// Everything of the specification that can be validated and described by its name.
package enum Catalogue {
    /// The entries: section 4's enums and documents, then section 5's requests, responses and events.
    package static let entries: [CatalogueEntry] = [
        CatalogueEntry(AgentType.self, summary: "The six agents."),
        CatalogueEntry(JobStatusType.self, summary: "The states of an agent's job."),
        CatalogueEntry(PriorityLevel.self, summary: "How much a feature matters to the first release."),
        CatalogueEntry(UserPersona.self),
        CatalogueEntry(Feature.self),
        CatalogueEntry(RequirementsDoc.self),
        CatalogueEntry(Component.self),
        CatalogueEntry(PageRoute.self),
        CatalogueEntry(WireframeSpec.self),
        CatalogueEntry(CodeGenerationResult.self),
        CatalogueEntry(QAIssueSeverity.self, summary: "How bad an issue is."),
        CatalogueEntry(QAIssue.self),
        CatalogueEntry(QAResult.self),
        CatalogueEntry(ImplementationOption.self),
        CatalogueEntry(ChoiceFramework.self),
        CatalogueEntry(RoadmapModule.self),
        CatalogueEntry(LearningRoadmap.self),
        CatalogueEntry(ClarificationQuestion.self),
        CatalogueEntry(ClarificationResponse.self),
        CatalogueEntry(RunAgentRequest.self),
        CatalogueEntry(RunPipelineRequest.self),
        CatalogueEntry(RunAgentResponse.self),
        CatalogueEntry(JobStatusResponse.self),
        CatalogueEntry(JobProgress.self),
        CatalogueEntry(JobCompletion.self),
        CatalogueEntry(JobFailure.self),
        CatalogueEntry(JobQuestions.self),
        CatalogueEntry(RespondRequest.self),
        CatalogueEntry(RespondResponse.self),
        CatalogueEntry(JobListRequest.self),
        CatalogueEntry(JobListResponse.self),
        CatalogueEntry(CancelResponse.self),
        CatalogueEntry(ExportGitHubRequest.self),
        CatalogueEntry(ExportGitHubResponse.self),
    ]

    package static func entry(named name: String) -> CatalogueEntry? { entries.first { $0.name == name } }
}

/// A model or an enum by its name.
package struct CatalogueEntry: Sendable {
    package let name: String
    package let summary: String
    let shape: Shape
    /// Writes the verdict on a value that is right; for any other it only notes what is wrong.
    private let writeValid: @Sendable (JSONNode, inout Validation, inout JSONWriter) -> Void

    init<Model: Contract>(_ model: Model.Type) {
        self.init(name: model.schema.shape.name, summary: model.schema.shape.summary, codec: Codec<Model>.model)
    }

    init<Value: CaseIterable & RawRepresentable<String> & Sendable>(_ type: Value.Type, summary: String) {
        let name = String(describing: type)
        self.init(name: name, summary: summary, codec: Codec<Value>.enumeration(name))
    }

    private init<Value>(name: String, summary: String, codec: Codec<Value>) {
        self.name = name
        self.summary = summary
        shape = codec.shape
        writeValid = { node, validation, writer in
            guard let value = codec.decode(node, &validation), validation.errors.isEmpty else { return }
            writer.beginObject()
            writer.key("valid")
            writer.bool(true)
            writer.key("value")
            codec.encode(value, &writer)
            writer.endObject()
        }
    }

    /// Validates a text and writes the verdict.
    ///
    /// Written is `{"valid": true, "value": ...}` with coerced values and defaults, or
    /// `{"valid": false, "errors": [{"loc": [...], "type": "...", "msg": "..."}]}`.
    /// - Returns: the verdict.
    package func validate(_ text: [UInt8], into writer: inout JSONWriter) -> Bool {
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument(parsing: text, limits: .contract, dialect: .pydantic)
        } catch {
            ValidationErrors(error).writeVerdict(to: &writer)
            return false
        }
        var validation = Validation()
        writeValid(document.root, &validation, &writer)
        guard validation.errors.isEmpty else {
            ValidationErrors(validation.errors).writeVerdict(to: &writer)
            return false
        }
        return true
    }

    /// The entry as JSON Schema, draft 2020-12.
    package var jsonSchema: JSONValue { shape.rootSchema }
}

extension ValidationErrors {
    /// Writes `{"valid": false, "errors": [...]}`.
    package func writeVerdict(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("valid")
        writer.bool(false)
        writer.key("errors")
        write(to: &writer)
        writer.endObject()
    }
}
