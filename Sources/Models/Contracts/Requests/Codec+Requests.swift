import JSON

extension Codec<String> {
    /// The 36 characters of a UUID, in either case.
    static var uuid: Codec {
        .string(
            36...36,
            matching: Pattern(source: "^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$") { text in
                RowID(String(decoding: text, as: UTF8.self)) != nil
            })
    }

    /// A name that GitHub gives a repository as it is asked to: no `.`, `..`, and no `.git` at the end.
    static var repositoryName: Codec {
        let pattern = Pattern(source: "^[A-Za-z0-9._-]+$") { text in
            !text.isEmpty && text.allSatisfy(isRepositoryNameByte)
        }
        return .string(1...100, matching: pattern).checked { name in
            if name == "." || name == ".." { return "repo_name must not be '.' or '..'" }
            return name.lowercased().hasSuffix(".git") ? "repo_name must not end in '.git'" : nil
        }
    }
}

private func isRepositoryNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
    default: false
    }
}

extension Codec<JSONObject> {
    /// Most bytes of an agent's input, written as JSON without spaces.
    private static var mostInputContextBytes: Int { 50_000 }

    /// What an agent is given: at most 10 members and 50,000 bytes.
    static var inputContext: Codec {
        .map(atMost: 10).checked { object in
            var writer = JSONWriter()
            JSONValue.object(object).write(to: &writer)
            guard writer.bytes.count > mostInputContextBytes else { return nil }
            return "input_context must not exceed \(mostInputContextBytes) bytes of JSON, it has \(writer.bytes.count)"
        }
    }
}

extension Codec<[ClarificationResponse]> {
    /// At least one answer, and one answer a question.
    static var responses: Codec {
        .list(of: .model, atLeast: 1).checked { responses in
            var seen: Set<JSONValue> = []
            // Compared as JSON text: two spellings of one character are two questions, as for Python.
            let repeated = responses.first { !seen.insert(.string($0.questionID)).inserted }
            return repeated.map { "question_id '\($0.questionID)' is answered more than once" }
        }
    }
}
