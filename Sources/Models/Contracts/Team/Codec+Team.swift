extension Codec {
    /// A value that may be absent, and is never `null`.
    static func omittable<Wrapped>(_ wrapped: Codec<Wrapped>) -> Codec where Value == Wrapped? {
        Codec(
            shape: wrapped.shape,
            decode: { node, validation in wrapped.decode(node, &validation).map(Optional.some) },
            encode: { value, writer in
                if let value { wrapped.encode(value, &writer) } else { writer.null() }
            })
    }
}

extension Codec<String> {
    /// A text that says something: of so many characters, one of them no blank and no control character.
    static func words(_ most: Int) -> Codec {
        .string(1...most, matching: Pattern(source: #"[^\x00-\x20]"#) { $0.contains { $0 > 32 } })
    }

    /// A file's path in a project; `ProjectPath` says what is wrong with one.
    static var projectPath: Codec {
        Codec.string(1...ProjectPath.maxBytes).checked { text in
            do throws(ProjectPathError) {
                _ = try ProjectPath(validating: text)
                return nil
            } catch {
                return error.description
            }
        }
    }
}
