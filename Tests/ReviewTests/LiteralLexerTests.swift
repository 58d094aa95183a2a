import Testing

@testable import Review

/// The tokens of strings, comments and code in strings of Java, Kotlin, C#, Dart, PHP, Rust, Terraform and Astro.
@Suite struct LiteralLexerTests {
    @Test func `Java: text blocks go on over lines, characters are strings`() {
        check("\"\"\"\n  it's\n\"\"\" + c", .java, ["textOpen \"\"\"", "text   it's", "textClose \"\"\"", "+", "c"])
        check("'\"' + \"a\\\"b\"", .java, ["string '\"'", "+", "string \"a\\\"b\""])
        check("\"\" + \"open\nx", .java, ["string \"\"", "+", "string \"open", "x"])
        check("/* /* */ a // b", .java, ["comment /* /* */", "a", "comment // b"])
    }

    @Test func `Kotlin and Dart: names and expressions stand in texts`() {
        let parts = [
            "textOpen \"", "text a ", "codeOpen $", "b", "codeClose ", "text  ", "codeOpen ${", "c", "codeClose }",
        ]
        check("\"a $b ${c}\"", .kotlin, parts + ["textClose \""])
        check("\"a $b ${c}\"", .dart, parts + ["textClose \""])
        check("\"5 $ and \\$b\"", .kotlin, ["string \"5 $ and \\$b\""])
        check("r'$a' + '''b\nc'''", .dart, ["string r'$a'", "+", "textOpen '''", "text b", "text c", "textClose '''"])
        check("\"\"\"a\\\"\"\" b", .kotlin, ["string \"\"\"a\\\"\"\"", "b"])
        check("/* /* */ */ a", .kotlin, ["comment /* /* */ */", "a"])
    }

    @Test func `CSharp: a dollar lets braces hold code, an at sign takes backslashes as they are`() {
        check("\"{a}\"", .csharp, ["string \"{a}\""])
        check(
            "$\"{a} {{b}}\" + c", .csharp,
            ["textOpen $\"", "codeOpen {", "a", "codeClose }", "text  {{b}}", "textClose \"", "+", "c"])
        check("@\"c:\\\" + d", .csharp, ["string @\"c:\\\"", "+", "d"])
        check("@\"a\nb\"", .csharp, ["textOpen @\"", "text a", "text b", "textClose \""])
        check("@Html.Raw", .csharp, ["@Html", ".", "Raw"])
    }

    @Test func `Rust: lifetimes are no characters, raw strings end at their pounds`() {
        check("fn f<'a>(x: &'a str)", .rust, ["fn", "f", "<", "'", "a", ">", "(", "x", ":", "&", "'", "a", "str", ")"])
        check("'\\'' + 'é' + b'x'", .rust, ["string '\\''", "+", "string 'é'", "+", "b", "string 'x'"])
        check("r#\"a\"b\"# + c", .rust, ["string r#\"a\"b\"#", "+", "c"])
        check("\"a\nb\" c", .rust, ["textOpen \"", "text a", "text b", "textClose \"", "c"])
        check(
            "\"{a:?} {} {{b}}\"", .rust,
            ["textOpen \"", "codeOpen {", "a", ":", "?", "codeClose }", "text  {} {{b}}", "textClose \""])
    }

    @Test func `PHP: code stands in tags, variables in double quotes`() {
        check("it's <?php $a ?> \"b", .php, ["<?php", "$a", "?>"])
        check(
            "<p><?= $a ?></p>\n<?php b(); // c ?>d", .php,
            ["<?=", "$a", "?>", "<?php", "b", "(", ")", ";", "comment // c ", "?>"])
        check(
            "<?php 'a $b' . \"a $b\"", .php,
            [
                "<?php", "string 'a $b'", ".", "textOpen \"", "text a ", "codeOpen ", "$b", "codeClose ",
                "textClose \"",
            ])
        check(
            "<?php \"{$a['b']}\"", .php,
            [
                "<?php", "textOpen \"", "codeOpen {", "$a", "[", "string 'b'", "]", "codeClose }", "textClose \"",
            ])
        check(
            "<?php $a = <<<SQL\n  b $c\n  SQL;\n$d", .php,
            [
                "<?php", "$a", "=", "textOpen <<<SQL", "text   b ", "codeOpen ", "$c", "codeClose ", "textClose SQL",
                ";", "$d",
            ])
        check("<?php # a\n#[B]\nc?->d", .php, ["<?php", "comment # a", "#", "[", "B", "]", "c", "?->", "d"])
        check("<?xml version='1.0'?>\n<?php a", .php, ["<?php", "a"])
    }

    @Test func `Terraform: heredocs and expressions in texts`() {
        check(
            "a = \"b-${c.d}\" # e", .terraform,
            [
                "a", "=", "textOpen \"", "text b-", "codeOpen ${", "c", ".", "d", "codeClose }", "textClose \"",
                "comment # e",
            ])
        check(
            "a = <<-EOF\n  it's\n  EOF\nb", .terraform,
            ["a", "=", "textOpen <<-EOF", "text   it's", "textClose EOF", "b"])
        check("\"$${a}\"", .terraform, ["string \"$${a}\""])
    }

    @Test func `Astro: a script comes first, then tags with code in them`() {
        check(
            "---\nconst a = 'b';\n---\n<p>it's {a}</p>", .astro,
            [
                "const", "a", "=", "string 'b'", ";", "<", "p", ">", "text it's ", "codeOpen {", "a", "codeClose }",
                "</", "p", ">",
            ])
        check(
            "<p a={b}>c</p>", .astro,
            ["<", "p", "a", "=", "codeOpen {", "b", "codeClose }", ">", "text c", "</", "p", ">"])
        check("<script>a('</script>", .astro, ["<", "script", ">", "a", "(", "string '", "</", "script", ">"])
    }

    private func check(_ text: String, _ language: Language, _ expected: [String]) {
        #expect(LexerTests().tokens(text, language) == expected, "\(language.id): \(text)")
    }
}
