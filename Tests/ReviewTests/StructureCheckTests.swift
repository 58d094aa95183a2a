import Review
import Testing
import Text

/// What rules ask of the code around a match: the values of `check`.
@Suite struct StructureCheckTests {
    private func finds(_ rule: String, in code: String, _ language: Language) -> Bool {
        review(Array(code.utf8), language: language, path: nil).contains { $0.ruleID == "correctness/" + rule }
    }

    @Test(arguments: [
        ("function Page() {\n  if (a) {\n    useName();\n  }\n}", true),
        ("function Page() {\n  const b = a && useName();\n}", true),
        ("function Page() {\n  if (a) return;\n  useName();\n}", true),
        ("function Page() {\n  list.map(a => useName(a));\n}", true),
        ("function Page() {\n  do { a(); } while (useName());\n}", true),
        ("function save() {\n  useName();\n}", true),
        ("class A {\n  draw() {\n    useName();\n  }\n}", true),
        ("function Page() {\n  Names.useName();\n}", false),
        ("function Page() {\n  return useName() ? a : b;\n}", false),
        ("function Page() {\n  useName(a && b, c ? d : e);\n}", false),
        ("const useA = (b) => useName(b);", false),
        ("const Page = memo(({ a }) => {\n  useName();\n});", false),
        ("export default function Page() {\n  const rows = a && b\n  const c = useName()\n}", false),
        ("function use2Factors() {\n  return useName();\n}", false),
        ("it('works', () => {\n  useName();\n});", false),
    ])
    func `a hook is called at the top of a component or of a hook`(code: String, isFound: Bool) {
        #expect(finds("react-hook-place", in: code, .typescriptReact) == isFound, "\(code)")
    }

    @Test(arguments: [
        ("a", "[]", true), ("a", "[a]", false), ("a.b", "[a.b]", false), ("a.b", "[a]", false), ("a", "[a.b]", true),
        ("b.a", "[]", false), ("setA(1)", "[]", false), ("box.current", "[]", false), ("a", "[f(a)]", true),
        ("a", "[a, a]", true), ("go({ a: 1 })", "[]", false), ("other", "[]", false),
    ])
    func `a list of dependencies holds what the function reads of the component`(
        value: String, list: String, isFound: Bool
    ) {
        let code =
            "function Page({ a }) {\n  const [c, setA] = useState(0);\n  const box = useRef(null);\n"
            + "  useEffect(() => { use(\(value)); }, \(list));\n}"
        #expect(finds("react-missing-dependency", in: code, .typescriptReact) == isFound, "\(value) \(list)")
    }

    @Test(arguments: [
        ("'%s' % (a, b)", true), ("'%s %s' % (a, b)", false), ("'%d%%' % (a,)", false), ("'{} {}'.format(a)", true),
        ("'{a}'.format(a=1)", false), ("'{a}'.format(b=1)", true), ("'{0} {0}'.format(a)", false),
        ("'{}'.format(*a)", false), ("'{:{}}'.format(a, b)", false), ("'{{}}'.format()", false),
        ("'%*d' % (a, b)", false), ("'%(a)s' % (a,)", true),
    ])
    func `a format has as many places as there are values`(code: String, isFound: Bool) {
        #expect(finds("python-call", in: "print(\(code))", .python) == isFound, "\(code)")
    }

    @Test(arguments: [
        ("switch (a) {\n  case 1:\n    b();\n  case 2:\n    c();\n}", true),
        ("switch (a) {\n  case 1:\n  case 2:\n    c();\n}", false),
        ("switch (a) {\n  case 1:\n    return b(\n      1);\n  case 2:\n    c();\n}", false),
        ("switch (a) {\n  case 1:\n    b(); // on\n  case 2:\n    c();\n}", false),
        ("switch (a) {\n  case 1: {\n    b();\n  }\n  case 2:\n    c();\n}", false),
        ("a();\nexport default b;", false),
    ])
    func `a branch that runs on into the next one is told`(code: String, isFound: Bool) {
        #expect(finds("brace-slip", in: code, .javascript) == isFound, "\(code)")
    }

    @Test func `a finding follows an edit of what it depends on`() {
        let code = "function Page({ a }) {\n  useEffect(() => {\n    go(a);\n  }, []);\n}"
        var document = ReviewedDocument(text: Array(code.utf8), language: .typescriptReact, path: nil)
        _ = document.review(units: .max)
        func isFound() -> Bool { document.findings.contains { $0.ruleID == "correctness/react-missing-dependency" } }
        #expect(isFound())
        let start = TextPosition(line: 0, character: 16)
        document.replace(from: start, to: TextPosition(line: 0, character: 17), with: "z".utf8, encoding: .utf8)
        _ = document.review(units: .max)
        #expect(!isFound())
    }
}
