import JSON

/// What a person and an editor must know of a command before it is run.
///
/// The README's table, the manifest of the VS Code extension and what an editor asks for are made from these.
package struct CommandDescription: Sendable {
    package let name: String
    /// As a menu shows it, in title case and without the product's name.
    package let title: String
    /// What it does, in one sentence.
    package let sentence: String
    /// Members of the one object that the command takes.
    package let arguments: [Argument]

    package init(_ name: String, _ title: String, _ sentence: String, _ arguments: [Argument] = []) {
        self.name = name
        self.title = title
        self.sentence = sentence
        self.arguments = arguments
    }

    package struct Argument: Sendable {
        /// What a value names, so that an editor can offer the ones that there are.
        package enum Kind: String, CaseIterable, Sendable {
            /// What a person writes in their own words.
            case text
            /// As `text`, never shown nor kept.
            case secret
            case flag, number, texts, object
            /// The address of a document.
            case document
            /// The identity of a finding in that document.
            case finding
            case rule, agent, job, choice, option
            /// A list of `{question_id, answer}`.
            case answers
            /// A file's path in its workspace.
            case path
            /// Source code, mostly what is selected.
            case code
            case project
        }

        package let name: String
        package let kind: Kind
        /// Whether an editor asks for it where it is not given.
        package let isRequired: Bool
        /// What it is for, as a phrase that an editor asks with.
        package let sentence: String
        /// Every value that may be given; empty where that is not known before.
        package let choices: [String]

        package init(
            _ name: String, _ kind: Kind, required: Bool = false, _ sentence: String, choices: [String] = []
        ) {
            self.name = name
            self.kind = kind
            isRequired = required
            self.sentence = sentence
            self.choices = choices
        }

        package var json: JSONValue {
            var object: JSONObject = [
                "name": .string(name), "kind": .string(kind.rawValue), "required": .bool(isRequired),
                "sentence": .string(sentence),
            ]
            if !choices.isEmpty { object["choices"] = .array(choices.map { .string($0) }) }
            return .object(object)
        }
    }

    /// The command with the method that does the same, where there is one.
    package var json: JSONValue {
        var object: JSONObject = [
            "name": .string(name), "title": .string(title), "sentence": .string(sentence),
            "arguments": .array(arguments.map(\.json)),
        ]
        object["method"] = ProductMethods.method(ofCommand: name).map { .string($0) }
        return .object(object)
    }
}
