import Review
import Testing

@Suite struct LanguageTests {
    @Test(
        arguments: [
            ("typescriptreact", nil, "", Language.typescriptReact), (nil, "/a/Dockerfile.prod", "", .dockerfile),
            ("plaintext", "/bin/tool", "#!/usr/bin/env -S python3 -u", .python), (nil, "x.unknown", "", .plain),
            (nil, "/bin/run", "#!/bin/bash", .shell), ("shellscript", "x.py", "", .shell),
            (nil, "a.test.TSX", "", .typescriptReact),
        ] as [(String?, String?, String, Language)])
    func `a language is found by identifier, path or first line`(
        id: String?, path: String?, firstLine: String, expected: Language
    ) {
        #expect(Language.detect(languageID: id, path: path, firstLine: firstLine) == expected)
    }
}
