import Mentoring
import Testing

/// That a model's hint shows no line of the student's own code as it should read, and may quote it as it stands.
@Suite struct OwnCodeTests {
    private static let code = """
        import yaml

        def is_even(n):
            return n % 2 == 1

        def factorial(n):
            return n * factorial(n - 1)

        def load(text, seen=[]):
            data = yaml.load(text)
            if data == None:
                return []
            for i in range(len(data)):
                total = total + data[i]
            return seen

        const rows = await fetch(`/api/${id}`);
        """

    @Test(arguments: [
        "Write `return n % 2 == 0` instead.", "It should read: return n % 2 == 0.", "return   n%2==0",
        "What about `return n % 2 != 1`?", "Try data = yaml.safe_load(text) here.",
        "Use `if data is None:` there.", "`for i in range(len(data) - 1):` stops earlier.",
        "```python\ndef factorial(n):\n    if n <= 1:\n        return 1\n    return n * factorial(n - 1)\n```",
        "```\ndef is_even(number):\n    return number % 2 == 0\n```", "Put def load(text, seen=None): at the top.",
        "total = total + data[i + 1] would be one more.",
    ])
    func `a line that is put right is seen`(hint: String) {
        #expect(OwnCodeCheck(Self.code).isCorrected(in: hint), "\(hint)")
    }

    @Test(arguments: [
        "What does `return n % 2 == 1` give for 4? Which value would you expect?",
        "Look at line 4, `return n % 2 == 1`. What is the remainder of an even number?",
        "Which part of `n % 2 == 1` decides? Try it with 0, 1 and 2.",
        "When does `factorial(n - 1)` stop calling itself?", "What is `seen` the second time `load` is called?",
        "Who writes the text that arrives at `yaml.load(text)`?",
        "A similar problem: a shop counts its tins.\n```python\ndef is_full(box):\n    return len(box.tins) >= box.room\n```",
        "How often does `for i in range(len(data)):` run when data is empty? And what is total before the first round?",
        "Say it in your own words first; one sentence is enough.", "",
    ])
    func `a question that quotes the code is none`(hint: String) {
        #expect(!OwnCodeCheck(Self.code).isCorrected(in: hint), "\(hint)")
    }

    @Test func `long texts are read in no time`() {
        let code = (0..<100).map { "value\($0) = compute(value\($0 + 1), other[\($0)], \"name\")" }.joined(
            separator: "\n")
        #expect(
            !OwnCodeCheck(code).isCorrected(
                in: String(repeating: "Which of these lines is run first, and why? ", count: 40)))
        #expect(!OwnCodeCheck("").isCorrected(in: "return 1"))
    }
}
