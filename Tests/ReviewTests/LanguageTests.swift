import Review
import Testing

@Suite struct LanguageTests {
    @Test(
        arguments: [
            ("typescriptreact", nil, "", Language.typescriptReact), (nil, "/a/Dockerfile.prod", "", .dockerfile),
            ("plaintext", "/bin/tool", "#!/usr/bin/env -S python3 -u", .python), (nil, "x.unknown", "", .plain),
            (nil, "/bin/run", "#!/bin/bash", .shell), ("shellscript", "x.py", "", .shell),
            (nil, "a.test.TSX", "", .typescriptReact), (nil, "src/App.java", "", .java), ("csharp", nil, "", .csharp),
            (nil, "build.gradle.kts", "", .kotlin), (nil, "prod.tfvars", "", .terraform), ("rust", nil, "", .rust),
            (nil, "bin/console", "#!/usr/bin/env php", .php), (nil, "Card.astro", "", .astro), ("dart", nil, "", .dart),
        ] as [(String?, String?, String, Language)])
    func `a language is found by identifier, path or first line`(
        id: String?, path: String?, firstLine: String, expected: Language
    ) {
        #expect(Language.detect(languageID: id, path: path, firstLine: firstLine) == expected)
    }
}
