// Made from Sources/Review/Rules by `swift run rule-compiler`. Edit the rule files, not this one.
// swift-format-ignore-file

extension RuleSet {
    /// The definitions of the built-in rules, by identifier.
    static func definitions() -> [RuleDefinition] {
        var all: [RuleDefinition] = []
        all.append(definition0())
        all.append(definition1())
        return all
    }

    private static func definition0() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        formulas.append(.all([.any([.pattern("$DEBUGGER;")]), .regex(metavariable: "$DEBUGGER", "^(debugger)$", isNegated: false), .not("$DEBUGGER :"), .not("$DEBUGGER ="), .not("$DEBUGGER ,"), .not("$DEBUGGER ."), .not("$DEBUGGER ("), .not("$DEBUGGER )"), .not("$DEBUGGER }"), .not("$DEBUGGER >")]))
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "debugger;"))
        examples.append(.init(.javascript, isBad: true, "function f() { debugger\n return 1 }"))
        examples.append(.init(.javascript, isBad: true, "      debugger;"))
        examples.append(.init(.javascript, isBad: false, "const options = {debugger: true};"))
        examples.append(.init(.javascript, isBad: false, "start(tools.debugger);"))
        examples.append(.init(.javascript, isBad: false, "// debugger;"))
        examples.append(.init(.javascript, isBad: false, "const text = 'debugger;';"))
        return RuleDefinition(
            id: "debug/debugger-statement", title: "debugger statement left in the code",
            message: "A debugger statement stops every browser that has its tools open.",
            why: "The statement halts the program for anybody who has developer tools open. It is a leftover of debugging; remove it and set a breakpoint in the tools instead.",
            severity: .warning, languages: [.javascript, .javascriptReact, .typescript, .typescriptReact, .html], cwe: 489,
            references: ["https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/debugger"], tags: ["debug"],
            fix: "", fixTitle: "Remove the debugger statement",
            skipsTests: false, skipsScripts: false, formulas: formulas, examples: examples)
    }

    private static func definition1() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        formulas.append(.all([.any([.pattern("$F($CODE, ...)"), .pattern("builtins.$F($CODE, ...)")]), .regex(metavariable: "$F", "^(eval|exec)$", isNegated: false), .kind(metavariable: "$CODE", "dynamic", isNegated: false), .not("$F(compile(...), ...)")]))
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "x = eval(input())"))
        examples.append(.init(.python, isBad: true, "eval(user_code)"))
        examples.append(.init(.python, isBad: true, "exec(request.form['code'])"))
        examples.append(.init(.python, isBad: true, "exec(f'import {name}')"))
        examples.append(.init(.python, isBad: true, "expression = request.args.get('e')\nresult = eval(expression)"))
        examples.append(.init(.python, isBad: false, "x = eval('1 + 1')"))
        examples.append(.init(.python, isBad: false, "model.eval(data)"))
        examples.append(.init(.python, isBad: false, "def eval(code): pass"))
        examples.append(.init(.python, isBad: false, "ast.literal_eval(value)"))
        examples.append(.init(.python, isBad: false, "CODE = '2 * 3'\ny = eval(CODE)"))
        examples.append(.init(.python, isBad: false, "# eval(input())"))
        return RuleDefinition(
            id: "eval/python-eval", title: "eval or exec of a computed value",
            message: "$F runs whatever its argument says; with data from outside that is anybody's code.",
            why: "Data that reaches eval or exec is run with all rights of the program. Parse data with json or ast.literal_eval, and choose functions from a dictionary.",
            severity: .critical, languages: [.python], cwe: 95,
            references: ["https://docs.python.org/3/library/functions.html#eval"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, formulas: formulas, examples: examples)
    }
}
