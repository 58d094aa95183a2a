import Testing

@testable import Agents

/// Which files of a project go with a wish into a prompt.
@Suite struct RelatedFilesTests {
    private static let files = [
        "src/pay/invoice.ts":
            "import { round } from '../lib/money';\nimport type { Dog } from '@/dogs';\nexport const total = 1;",
        "src/lib/money.ts": "export const round = (n) => n;",
        "src/dogs/index.ts": "export type Dog = {};",
        "src/app.ts": "import { total } from './pay/invoice';",
        "src/weather.ts": "export const clouds = 3;",
        "tools/report.py": "from tools.tables import draw\nfrom . import paper\nimport os",
        "tools/tables.py": "def draw(): pass",
        "tools/paper.py": "size = 4",
        "tools/ink.py": "colour = 'blue'",
        "c/main.c": "#include \"ring_buffer.h\"\nint main() { return 0; }",
        "c/ring_buffer.h": "int ring;",
        "rust/main.rs": "mod parser;\nuse crate::parser::Tree;",
        "rust/parser.rs": "pub struct Tree;",
        "docs/vaccination.md": "When each dog gets its vaccination reminder by mail.",
        // Of a small project all is near.
        "docs/numbers.txt": String(repeating: "0123456789\n", count: 6_000),
    ]

    @Test func `a small project is shown whole, whatever the wish says`() {
        let small = ["calc.py": "def calculate_total(items): return 0", "README.md": "Sums.", "web/index.html": "<h1>"]
        let related = RelatedFiles(to: nil, wish: "calculate_total must return the sum", among: small)
        #expect(related.nearest.first == "calc.py" && related.nearest.count == 3 && related.others == 0)
    }

    @Test func `a name that only code has is found in the file that has it`() {
        let many = Dictionary(
            uniqueKeysWithValues: (0..<40).map { ("d/part\($0).py", "def func_\($0)(): pass\n# common words here") })
        #expect(RelatedFiles(to: nil, wish: "Mend func_31, please", among: many).nearest.first == "d/part31.py")
    }

    @Test(arguments: [
        ("src/pay/invoice.ts", ["src/lib/money.ts", "src/dogs/index.ts", "src/app.ts"], ["src/weather.ts"]),
        ("tools/report.py", ["tools/tables.py", "tools/paper.py"], ["src/weather.ts"]),
        ("c/main.c", ["c/ring_buffer.h"], ["rust/parser.rs"]), ("rust/main.rs", ["rust/parser.rs"], ["c/main.c"]),
        ("src/lib/money.ts", ["src/pay/invoice.ts"], ["tools/ink.py"]),
    ])
    func `a file brings along what it imports and what imports it`(path: String, near: [String], far: [String]) {
        let related = RelatedFiles(to: path, wish: "Mend it", among: Self.files)
        for file in near { #expect(related.nearest.contains(file), "\(file): \(related.nearest)") }
        for file in far { #expect(!related.nearest.contains(file), "\(file): \(related.nearest)") }
        #expect(related.others == Self.files.count - 1 - related.nearest.count)
    }

    @Test func `a wish brings along what it names, and what is about the same`() {
        let named = RelatedFiles(to: nil, wish: "Let invoice.ts round up", among: Self.files).nearest
        #expect(named.first == "src/pay/invoice.ts" && named.contains("src/lib/money.ts"), "\(named)")
        let alike = RelatedFiles(to: nil, wish: "Send the vaccination reminder a day earlier", among: Self.files)
            .nearest
        #expect(alike.first == "docs/vaccination.md", "\(alike)")
    }

    @Test func `a project without files, and one of very many, take no harm`() {
        #expect(RelatedFiles(to: nil, wish: "Anything", among: [:]).nearest.isEmpty)
        let many = Dictionary(uniqueKeysWithValues: (0..<5_000).map { ("d/f\($0).py", "value = \($0)") })
        let related = RelatedFiles(to: "d/f7.py", wish: "Change value", among: many)
        #expect(related.nearest.count <= 16 && related.others == 4_999 - related.nearest.count)
        #expect(related.list.split(separator: "\n").count == 400)
    }
}
