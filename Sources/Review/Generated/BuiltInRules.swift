// Made from Sources/Review/Rules by `swift run rule-compiler`. Edit the rule files, not this one.
// swift-format-ignore-file

extension RuleSet {
    /// What makes the definitions of the built-in rules, by identifier.
    static let definitions: [@Sendable () -> RuleDefinition] = [
        definition0,
        definition1,
        definition2,
        definition3,
        definition4,
        definition5,
        definition6,
        definition7,
        definition8,
        definition9,
        definition10,
        definition11,
        definition12,
        definition13,
        definition14,
        definition15,
        definition16,
        definition17,
        definition18,
        definition19,
        definition20,
        definition21,
        definition22,
        definition23,
        definition24,
        definition25,
        definition26,
        definition27,
        definition28,
        definition29,
        definition30,
        definition31,
        definition32,
        definition33,
        definition34,
        definition35,
        definition36,
        definition37,
        definition38,
        definition39,
        definition40,
        definition41,
        definition42,
        definition43,
        definition44,
        definition45,
        definition46,
        definition47,
        definition48,
        definition49,
        definition50,
        definition51,
        definition52,
        definition53,
        definition54,
        definition55,
        definition56,
        definition57,
        definition58,
        definition59,
        definition60,
        definition61,
        definition62,
        definition63,
        definition64,
        definition65,
        definition66,
        definition67,
        definition68,
        definition69,
        definition70,
        definition71,
        definition72,
        definition73,
        definition74,
        definition75,
        definition76,
        definition77,
        definition78,
        definition79,
        definition80,
        definition81,
        definition82,
        definition83,
        definition84,
        definition85,
        definition86,
        definition87,
        definition88,
        definition89,
        definition90,
        definition91,
        definition92,
        definition93,
        definition94,
        definition95,
        definition96,
        definition97,
        definition98,
        definition99,
        definition100,
        definition101,
        definition102,
        definition103,
        definition104,
        definition105,
        definition106,
        definition107,
        definition108,
        definition109,
        definition110,
        definition111,
        definition112,
    ]

    private static func definition0() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("Process.Start($SHELL, $COMMAND)")
        let f2: RuleDefinition.Formula = .pattern("new ProcessStartInfo($SHELL, $COMMAND)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "(?i)^@?\"([^\"]*[/\\\\])?(sh|bash|zsh|cmd|cmd\\.exe|powershell|powershell\\.exe|pwsh)\"$", isNegated: false)
        let f5: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f6: RuleDefinition.Formula = .focus("$COMMAND")
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("Process.Start($COMMAND)")
        let f9: RuleDefinition.Formula = .pattern("Process.Start($COMMAND, ...)")
        let f10: RuleDefinition.Formula = .pattern("new ProcessStartInfo($COMMAND, ...)")
        let f11: RuleDefinition.Formula = .any([f8, f9, f10])
        let f12: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "request", isNegated: false)
        let f13: RuleDefinition.Formula = .focus("$COMMAND")
        let f14: RuleDefinition.Formula = .all([f11, f12, f13])
        let f15: RuleDefinition.Formula = .pattern("Arguments = $COMMAND")
        let f16: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f17: RuleDefinition.Formula = .content(metavariable: "$COMMAND", "^(-c|/c|/C|-Command)\\s", isNegated: false)
        let f18: RuleDefinition.Formula = .focus("$COMMAND")
        let f19: RuleDefinition.Formula = .all([f15, f16, f17, f18])
        let f20: RuleDefinition.Formula = .any([f7, f14, f19])
        formulas.append(f20)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.csharp, isBad: true, "Process.Start(\"cmd.exe\", \"/c dir \" + folder);"))
        examples.append(.init(.csharp, isBad: true, "var info = new ProcessStartInfo(\"/bin/bash\", $\"-c \\\"ls {folder}\\\"\");"))
        examples.append(.init(.csharp, isBad: true, "var info = new ProcessStartInfo { FileName = \"cmd.exe\", Arguments = \"/c dir \" + folder };"))
        examples.append(.init(.csharp, isBad: true, "Process.Start(Request.QueryString[\"tool\"]);"))
        examples.append(.init(.csharp, isBad: false, "Process.Start(\"notepad.exe\");"))
        examples.append(.init(.csharp, isBad: false, "Process.Start(\"git\", \"log \" + name);"))
        examples.append(.init(.csharp, isBad: false, "info.ArgumentList.Add(folder);"))
        return RuleDefinition(
            id: "command/csharp-process", title: "Shell command put together from values",
            message: "The shell runs this text, which is put together from values. Pass the arguments in ArgumentList.",
            why: "A value with an ampersand, a pipe or a quote in it starts commands of its own. Start the program itself, and give it each argument by ProcessStartInfo.ArgumentList.",
            severity: .critical, languages: [.csharp], cwe: 78,
            references: ["https://learn.microsoft.com/dotnet/api/system.diagnostics.processstartinfo.argumentlist"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition1() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$SHELL")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^(sh|bash|zsh|source)$", isNegated: false)
        let f4: RuleDefinition.Formula = .line("\\b(sh|bash|zsh|source)\\s+<\\(\\s*(curl|wget)\\s|\\b(sh|bash|zsh)\\s+-c\\s+\"\\$\\(\\s*(curl|wget)\\s|\\b(curl|wget)\\s[^|;&\\n]*\\|\\s*(sudo\\s+(-[A-Za-z]+\\s+)*)?/(usr/)?bin/(sh|bash|zsh)\\b", isNegated: false)
        let f5: RuleDefinition.Formula = .all([f2, f3, f4])
        let f6: RuleDefinition.Formula = .pattern("$SHELL")
        let f7: RuleDefinition.Formula = .any([f6])
        let f8: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^(/bin/sh|/bin/bash|/usr/bin/bash)$", isNegated: false)
        let f9: RuleDefinition.Formula = .line("\\b(curl|wget)\\s[^|;&\\n]*\\|\\s*(sudo\\s+(-[A-Za-z]+\\s+)*)?/(usr/)?bin/(sh|bash|zsh)\\b", isNegated: false)
        let f10: RuleDefinition.Formula = .all([f7, f8, f9])
        let f11: RuleDefinition.Formula = .pattern("$GET ... | $SHELL")
        let f12: RuleDefinition.Formula = .pattern("$GET ... | sudo $SHELL")
        let f13: RuleDefinition.Formula = .any([f11, f12])
        let f14: RuleDefinition.Formula = .regex(metavariable: "$GET", "^(curl|wget)$", isNegated: false)
        let f15: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^(sh|bash|zsh|python|python3|perl|node)$", isNegated: false)
        let f16: RuleDefinition.Formula = .line("^[^\\n]*\\b(curl|wget)\\s+([^|;&\\n\\\\]|\\\\\\n)*\\|\\s*(sudo\\s+(-E\\s+)?)?(sh|bash|zsh|python3?|perl|node)\\b", isNegated: false)
        let f17: RuleDefinition.Formula = .all([f13, f14, f15, f16])
        let f18: RuleDefinition.Formula = .any([f5, f10, f17])
        formulas.append(f18)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.shell, isBad: true, "curl -sSL https://get.tool.io/install.sh | bash"))
        examples.append(.init(.shell, isBad: true, "wget -qO- https://get.tool.io/install.sh | sudo sh"))
        examples.append(.init(.shell, isBad: true, "bash <(curl -Ls https://get.tool.io/install.sh)"))
        examples.append(.init(.shell, isBad: true, "curl https://get.tool.io/install.sh | sudo /bin/bash"))
        examples.append(.init(.shell, isBad: true, "sh -c \"$(curl -fsSL https://get.tool.io/install.sh)\""))
        examples.append(.init(.shell, isBad: false, "curl -sSLo install.sh https://get.tool.io/install.sh"))
        examples.append(.init(.shell, isBad: false, "curl https://api.tool.io/v1 | jq ."))
        examples.append(.init(.shell, isBad: false, "bash <(cat install.sh)"))
        examples.append(.init(.shell, isBad: false, "sh -c \"echo $(date)\""))
        examples.append(.init(.dockerfile, isBad: true, "RUN curl -sSL \\\n    https://get.tool.io/install.sh | bash"))
        examples.append(.init(.dockerfile, isBad: false, "RUN apt-get install -y \\\n    curl \\\n    git\nRUN make | bash"))
        return RuleDefinition(
            id: "command/curl-to-shell", title: "Script from the network piped into a shell",
            message: "A script from the network runs unseen. Download it, check its checksum, then run it.",
            why: "Whoever controls the address, or breaks off the connection halfway, decides what runs.",
            severity: .warning, languages: [.shell, .dockerfile], cwe: 494,
            references: ["https://cwe.mitre.org/data/definitions/494.html"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition2() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("Process.$RUN($SHELL, [$FLAG, $COMMAND], ...)")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(run|runSync|start)$", isNegated: false)
        let f4: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^['\"](/bin/|/usr/bin/)?(sh|bash|zsh|cmd|cmd\\.exe|powershell)['\"]$", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$FLAG", "^['\"](-c|-lc|/c|/C|-Command)['\"]$", isNegated: false)
        let f6: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f7: RuleDefinition.Formula = .focus("$COMMAND")
        let f8: RuleDefinition.Formula = .all([f2, f3, f4, f5, f6, f7])
        let f9: RuleDefinition.Formula = .pattern("Process.$RUN($COMMAND, ..., runInShell: true, ...)")
        let f10: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(run|runSync|start)$", isNegated: false)
        let f11: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f12: RuleDefinition.Formula = .focus("$COMMAND")
        let f13: RuleDefinition.Formula = .all([f9, f10, f11, f12])
        let f14: RuleDefinition.Formula = .any([f8, f13])
        formulas.append(f14)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.dart, isBad: true, "await Process.run('ls $n', [], runInShell: true);"))
        examples.append(.init(.dart, isBad: true, "Process.run('sh', ['-c', 'ls $n']);"))
        examples.append(.init(.dart, isBad: true, "await Process.start(\"bash\", [\"-c\", \"ls ${dir.path}\"]);"))
        examples.append(.init(.dart, isBad: true, "final line = 'ping ' + host;\nProcess.runSync('sh', ['-c', line]);"))
        examples.append(.init(.dart, isBad: false, "await Process.run('ls', [n], runInShell: true);"))
        examples.append(.init(.dart, isBad: false, "Process.run('ls', [dir]);"))
        examples.append(.init(.dart, isBad: false, "Process.run('sh', ['-c', 'ls -l']);"))
        examples.append(.init(.dart, isBad: false, "Process.run('git', ['-c', 'user.name=$name']);"))
        return RuleDefinition(
            id: "command/dart-process", title: "Shell command put together from values",
            message: "The shell runs this text, which is put together from values. Start the program itself with its arguments.",
            why: "A value with a semicolon, a quote or a backtick in it starts commands of its own. Process.run passes each argument as it is when no shell stands in between.",
            severity: .critical, languages: [.dart], cwe: 78,
            references: ["https://api.dart.dev/dart-io/Process/run.html"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition3() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("exec.Command($SHELL, $FLAG, $COMMAND, ...)")
        let f2: RuleDefinition.Formula = .pattern("exec.CommandContext($CONTEXT, $SHELL, $FLAG, $COMMAND, ...)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^\"(/bin/|/usr/bin/)?(sh|bash|zsh|cmd|cmd\\.exe|powershell)\"$", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$FLAG", "^\"(-c|-lc|/c|/C|-Command)\"$", isNegated: false)
        let f6: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("exec.Command($SHELL, $ARGUMENTS)")
        let f9: RuleDefinition.Formula = .pattern("exec.CommandContext($CONTEXT, $SHELL, $ARGUMENTS)")
        let f10: RuleDefinition.Formula = .any([f8, f9])
        let f11: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^\"(/bin/|/usr/bin/)?(sh|bash|zsh|cmd|cmd\\.exe|powershell)\"$", isNegated: false)
        let f12: RuleDefinition.Formula = .regex(metavariable: "$ARGUMENTS", "\\.\\.\\.$", isNegated: false)
        let f13: RuleDefinition.Formula = .content(metavariable: "$ARGUMENTS", "^\\0*(-c|-lc|/c|/C|-Command).*\\0", isNegated: false)
        let f14: RuleDefinition.Formula = .all([f10, f11, f12, f13])
        let f15: RuleDefinition.Formula = .pattern("exec.Command($PROGRAM, ...)")
        let f16: RuleDefinition.Formula = .pattern("exec.CommandContext($CONTEXT, $PROGRAM, ...)")
        let f17: RuleDefinition.Formula = .pattern("syscall.Exec($PROGRAM, ...)")
        let f18: RuleDefinition.Formula = .any([f15, f16, f17])
        let f19: RuleDefinition.Formula = .regex(metavariable: "$PROGRAM", "^os\\.Args\\[0\\]$", isNegated: true)
        let f20: RuleDefinition.Formula = .kind(metavariable: "$PROGRAM", "request", isNegated: false)
        let f21: RuleDefinition.Formula = .all([f18, f19, f20])
        let f22: RuleDefinition.Formula = .any([f7, f14, f21])
        formulas.append(f22)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.go, isBad: true, "cmd := exec.Command(\"sh\", \"-c\", \"ls \"+dir)"))
        examples.append(.init(.go, isBad: true, "exec.CommandContext(ctx, \"/bin/bash\", \"-c\", fmt.Sprintf(\"ping %s\", host))"))
        examples.append(.init(.go, isBad: true, "exec.Command(r.FormValue(\"tool\"))"))
        examples.append(.init(.go, isBad: true, "args := []string{\"-c\", \"ping \" + host}\nout, err := exec.Command(\"sh\", args...).Output()"))
        examples.append(.init(.go, isBad: false, "cmd := exec.Command(\"ls\", dir)"))
        examples.append(.init(.go, isBad: false, "cmd := exec.Command(os.Args[0], \"-test.run=helper\")"))
        examples.append(.init(.go, isBad: false, "cmd := exec.Command(\"sh\", \"-c\", \"ls -l\")"))
        examples.append(.init(.go, isBad: false, "args := []string{\"-c\", \"ls -l\"}\nout, err := exec.Command(\"sh\", args...).Output()"))
        examples.append(.init(.go, isBad: false, "args := []string{\"-l\", folder}\nout, err := exec.Command(\"ls\", args...).Output()"))
        return RuleDefinition(
            id: "command/go-shell", title: "Shell command put together from values",
            message: "The shell runs this computed command line. Pass the arguments to exec.Command one by one.",
            why: "A value with a quote, a semicolon or a backtick in it starts commands of its own. exec.Command passes each argument as it is when no shell stands in between.",
            severity: .critical, languages: [.go], cwe: 78,
            references: ["https://pkg.go.dev/os/exec"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition4() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$RUNTIME.exec($COMMAND, ...)")
        let f2: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f3: RuleDefinition.Formula = .regex(metavariable: "$RUNTIME", "(?i)^(runtime|rt|r)$", isNegated: false)
        let f4: RuleDefinition.Formula = .focus("$COMMAND")
        let f5: RuleDefinition.Formula = .all([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .pattern("Runtime.getRuntime().exec($COMMAND, ...)")
        let f7: RuleDefinition.Formula = .any([f6])
        let f8: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f9: RuleDefinition.Formula = .focus("$COMMAND")
        let f10: RuleDefinition.Formula = .all([f7, f8, f9])
        let f11: RuleDefinition.Formula = .pattern("Runtime.getRuntime().exec($COMMAND, ...)")
        let f12: RuleDefinition.Formula = .any([f11])
        let f13: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "request", isNegated: false)
        let f14: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: true)
        let f15: RuleDefinition.Formula = .focus("$COMMAND")
        let f16: RuleDefinition.Formula = .all([f12, f13, f14, f15])
        let f17: RuleDefinition.Formula = .pattern("new ProcessBuilder($SHELL, $FLAG, $COMMAND)")
        let f18: RuleDefinition.Formula = .languages([.java], f17)
        let f19: RuleDefinition.Formula = .pattern("new String[] {$SHELL, $FLAG, $COMMAND}")
        let f20: RuleDefinition.Formula = .languages([.java], f19)
        let f21: RuleDefinition.Formula = .pattern("ProcessBuilder($SHELL, $FLAG, $COMMAND)")
        let f22: RuleDefinition.Formula = .languages([.kotlin], f21)
        let f23: RuleDefinition.Formula = .pattern("arrayOf($SHELL, $FLAG, $COMMAND)")
        let f24: RuleDefinition.Formula = .languages([.kotlin], f23)
        let f25: RuleDefinition.Formula = .any([f18, f20, f22, f24])
        let f26: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^\"(/bin/|/usr/bin/)?(sh|bash|zsh|cmd|cmd\\.exe|powershell)\"$", isNegated: false)
        let f27: RuleDefinition.Formula = .regex(metavariable: "$FLAG", "^\"(-c|-lc|/c|/C|-Command)\"$", isNegated: false)
        let f28: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f29: RuleDefinition.Formula = .focus("$COMMAND")
        let f30: RuleDefinition.Formula = .all([f25, f26, f27, f28, f29])
        let f31: RuleDefinition.Formula = .any([f5, f10, f16, f30])
        formulas.append(f31)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.java, isBad: true, "Runtime.getRuntime().exec(\"sh -c ls \" + name);"))
        examples.append(.init(.java, isBad: true, "String command = \"ping \" + host;\nProcess p = Runtime.getRuntime().exec(command);"))
        examples.append(.init(.java, isBad: true, "new ProcessBuilder(\"sh\", \"-c\", \"ls \" + dir).start();"))
        examples.append(.init(.java, isBad: true, "Runtime.getRuntime().exec(request.getParameter(\"command\"));"))
        examples.append(.init(.java, isBad: true, "Runtime.getRuntime().exec(new String[] {\"/bin/sh\", \"-c\", \"ls \" + dir});"))
        examples.append(.init(.java, isBad: false, "Runtime.getRuntime().exec(\"ls -l\");"))
        examples.append(.init(.java, isBad: false, "new ProcessBuilder(\"ls\", dir).start();"))
        examples.append(.init(.java, isBad: false, "Runtime.getRuntime().exec(new String[] {\"ls\", dir});"))
        examples.append(.init(.java, isBad: false, "executor.exec(\"run \" + name);"))
        examples.append(.init(.kotlin, isBad: true, "Runtime.getRuntime().exec(\"ls $name\")"))
        examples.append(.init(.kotlin, isBad: true, "ProcessBuilder(\"sh\", \"-c\", \"ls $dir\").start()"))
        examples.append(.init(.kotlin, isBad: true, "val command = \"ls ${file.name}\"\nRuntime.getRuntime().exec(command)"))
        examples.append(.init(.kotlin, isBad: false, "Runtime.getRuntime().exec(arrayOf(\"ls\", name))"))
        examples.append(.init(.kotlin, isBad: false, "Runtime.getRuntime().exec(\"su\")"))
        examples.append(.init(.kotlin, isBad: false, "ProcessBuilder(\"ls\", \"-l\", \"$dir/logs\").start()"))
        return RuleDefinition(
            id: "command/java-exec", title: "Command put together from values",
            message: "This command line is put together from values. Pass program and arguments one by one.",
            why: "A value with a blank or a semicolon in it adds arguments or starts commands of its own. ProcessBuilder passes each argument as it is when no shell stands in between.",
            severity: .critical, languages: [.java, .kotlin], cwe: 78,
            references: ["https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/ProcessBuilder.html"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition5() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$EXEC($COMMAND, ...)")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$EXEC", "^(exec|execSync|execPromise|execAsync|execP|asyncExec|promisifiedExec|execPromisified|pExec|execCb|execCallback|execOriginal|execRaw|execCommand|execShell|execCmd|execProcess|_exec|nodeExec|cpExec|childExec|cp_exec|exec_|execp|execFn|syncExec)$", isNegated: false)
        let f4: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^(async\\b|function\\b|\\(|[a-z]+ =>)", isNegated: true)
        let f6: RuleDefinition.Formula = .file(["child_process", "node:child_process", "shelljs"], isNegated: false)
        let f7: RuleDefinition.Formula = .all([f2, f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("$EXEC($COMMAND, ...)")
        let f9: RuleDefinition.Formula = .regex(metavariable: "$EXEC", "^(run|sh|shell|execute|cmd)$", isNegated: false)
        let f10: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f11: RuleDefinition.Formula = .file(["exec run child_process", "exec run node:child_process", "execSync run child_process", "execSync run node:child_process", "exec sh child_process", "exec sh node:child_process", "execSync sh child_process", "execSync sh node:child_process", "exec shell child_process", "exec shell node:child_process", "execSync shell child_process", "execSync shell node:child_process", "exec execute child_process", "exec execute node:child_process", "execSync execute child_process", "execSync execute node:child_process", "exec cmd child_process", "exec cmd node:child_process", "execSync cmd child_process", "execSync cmd node:child_process"], isNegated: false)
        let f12: RuleDefinition.Formula = .all([f8, f9, f10, f11])
        let f13: RuleDefinition.Formula = .pattern("$MODULE.$EXEC($COMMAND, ...)")
        let f14: RuleDefinition.Formula = .any([f13])
        let f15: RuleDefinition.Formula = .regex(metavariable: "$EXEC", "^(exec|execSync)$", isNegated: false)
        let f16: RuleDefinition.Formula = .regex(metavariable: "$MODULE", "^(child_?[pP]rocess|cp|child|childProc|proc|shell|shelljs|require\\(.*child_process.*\\))$", isNegated: false)
        let f17: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f18: RuleDefinition.Formula = .file(["child_process", "node:child_process", "shelljs"], isNegated: false)
        let f19: RuleDefinition.Formula = .all([f14, f15, f16, f17, f18])
        let f20: RuleDefinition.Formula = .pattern("$EXECA.$EXEC($COMMAND, ...)")
        let f21: RuleDefinition.Formula = .pattern("$EXEC($COMMAND, ...)")
        let f22: RuleDefinition.Formula = .any([f20, f21])
        let f23: RuleDefinition.Formula = .regex(metavariable: "$EXEC", "^(command|commandSync|execaCommand|execaCommandSync)$", isNegated: false)
        let f24: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^[`'\"]", isNegated: false)
        let f25: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f26: RuleDefinition.Formula = .file(["execa"], isNegated: false)
        let f27: RuleDefinition.Formula = .all([f22, f23, f24, f25, f26])
        let f28: RuleDefinition.Formula = .pattern("$SPAWN($COMMAND, ...)")
        let f29: RuleDefinition.Formula = .pattern("$MODULE.$SPAWN($COMMAND, ...)")
        let f30: RuleDefinition.Formula = .any([f28, f29])
        let f31: RuleDefinition.Formula = .regex(metavariable: "$SPAWN", "^(spawn|spawnSync|execFile|execFileSync|fork)$", isNegated: false)
        let f32: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "request", isNegated: false)
        let f33: RuleDefinition.Formula = .file(["child_process", "node:child_process", "cross-spawn"], isNegated: false)
        let f34: RuleDefinition.Formula = .all([f30, f31, f32, f33])
        let f35: RuleDefinition.Formula = .pattern("$SPAWN($SHELL, [$FLAG, $COMMAND, ...], ...)")
        let f36: RuleDefinition.Formula = .pattern("$MODULE.$SPAWN($SHELL, [$FLAG, $COMMAND, ...], ...)")
        let f37: RuleDefinition.Formula = .any([f35, f36])
        let f38: RuleDefinition.Formula = .regex(metavariable: "$SPAWN", "^(spawn|spawnSync|execFile|execFileSync)$", isNegated: false)
        let f39: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^['\"`](/bin/|/usr/bin/)?(sh|bash|zsh|cmd|cmd\\.exe|powershell)['\"`]$", isNegated: false)
        let f40: RuleDefinition.Formula = .regex(metavariable: "$FLAG", "^['\"`](-c|-lc|/c|/C|-Command)['\"`]$", isNegated: false)
        let f41: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f42: RuleDefinition.Formula = .all([f37, f38, f39, f40, f41])
        let f43: RuleDefinition.Formula = .any([f7, f12, f19, f27, f34, f42])
        formulas.append(f43)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "const { exec } = require('child_process');\nexec('ls ' + dir, done);"))
        examples.append(.init(.javascript, isBad: true, "import { execSync } from 'node:child_process';\nexecSync(`git checkout ${branch}`);"))
        examples.append(.init(.javascript, isBad: true, "const cp = require('child_process');\ncp.exec(req.query.cmd);"))
        examples.append(.init(.javascript, isBad: true, "const { spawn } = require('child_process');\nspawn('sh', ['-c', command]);"))
        examples.append(.init(.javascript, isBad: true, "import { exec as execCb } from 'child_process';\nexecCb('ls ' + name);"))
        examples.append(.init(.javascript, isBad: true, "import { execSync as run } from 'node:child_process';\nrun(`ls ${name}`);"))
        examples.append(.init(.javascript, isBad: true, "const { exec: run } = require('child_process');\nrun('ls ' + name, done);"))
        examples.append(.init(.javascript, isBad: false, "const { exec } = require('child_process');\nexec('ls -l', done);"))
        examples.append(.init(.javascript, isBad: false, "const match = /x/.exec(text);"))
        examples.append(.init(.javascript, isBad: false, "const { execFile } = require('child_process');\nexecFile('ls', [dir], done);"))
        examples.append(.init(.javascript, isBad: false, "const query = db.exec(statement);"))
        examples.append(.init(.javascript, isBad: false, "const { execFile } = require('child_process');\nfunction run(task) { execFile('make', [task]); }\nrun(name);"))
        examples.append(.init(.javascript, isBad: false, "const { execSync } = require('child_process');\nexecSync(isWindows ? 'cls' : 'clear');"))
        return RuleDefinition(
            id: "command/javascript-exec", title: "Shell command put together from values",
            message: "The shell runs this computed command line. Call execFile or spawn with a list of arguments.",
            why: "A value with a quote, a semicolon or a backtick in it starts commands of its own. execFile and spawn take the arguments as a list and use no shell.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 78,
            references: ["https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition6() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$RUN($COMMAND, ...)")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(exec|system|shell_exec|passthru|popen|proc_open|pcntl_exec)$", isNegated: false)
        let f3: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f4: RuleDefinition.Formula = .focus("$COMMAND")
        let f5: RuleDefinition.Formula = .all([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .pattern("$RUN($COMMAND, ...)")
        let f7: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(exec|system|shell_exec|passthru|popen|proc_open|pcntl_exec)$", isNegated: false)
        let f8: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "request", isNegated: false)
        let f9: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: true)
        let f10: RuleDefinition.Formula = .focus("$COMMAND")
        let f11: RuleDefinition.Formula = .all([f6, f7, f8, f9, f10])
        let f12: RuleDefinition.Formula = .any([f5, f11])
        formulas.append(f12)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.php, isBad: true, "<?php\nsystem(\"ls \" . $_GET['d']);"))
        examples.append(.init(.php, isBad: true, "<?php\nexec(\"convert $file out.png\", $lines);"))
        examples.append(.init(.php, isBad: true, "<?php\n$command = 'ping -c 1 ' . $host;\n$out = shell_exec($command);"))
        examples.append(.init(.php, isBad: true, "<?php passthru($_POST['command']); ?>"))
        examples.append(.init(.php, isBad: false, "<?php\nsystem('ls -l');"))
        examples.append(.init(.php, isBad: false, "<?php\nexec('convert ' . escapeshellarg($file));"))
        examples.append(.init(.php, isBad: false, "<?php\n$pdo->exec(\"vacuum $table\");"))
        examples.append(.init(.php, isBad: false, "<?php\n$result = curl_exec($handle);"))
        examples.append(.init(.php, isBad: false, "<?php\n// system(\"ls \" . $_GET['d']);"))
        return RuleDefinition(
            id: "command/php-exec", title: "Shell command put together from values",
            message: "The shell runs this text, which is put together from values. Put each through escapeshellarg.",
            why: "A value with a semicolon, a pipe or a backtick in it starts commands of its own. escapeshellarg makes one argument of a value, whatever is in it.",
            severity: .critical, languages: [.php], cwe: 78,
            references: ["https://www.php.net/manual/en/function.escapeshellarg.php"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition7() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("os.$RUN($COMMAND, ...)")
        let f2: RuleDefinition.Formula = .pattern("commands.$RUN($COMMAND, ...)")
        let f3: RuleDefinition.Formula = .pattern("popen2.$RUN($COMMAND, ...)")
        let f4: RuleDefinition.Formula = .any([f1, f2, f3])
        let f5: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(system|popen|popen2|popen3|popen4|getoutput|getstatusoutput)$", isNegated: false)
        let f6: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f7: RuleDefinition.Formula = .all([f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("$RUN($COMMAND, ...)")
        let f9: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(system|popen|getoutput|getstatusoutput)$", isNegated: false)
        let f10: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f11: RuleDefinition.Formula = .file(["from os import system", "from os import popen", "from subprocess import getoutput", "from subprocess import getstatusoutput"], isNegated: false)
        let f12: RuleDefinition.Formula = .all([f8, f9, f10, f11])
        let f13: RuleDefinition.Formula = .pattern("os.$RUN(..., \"-c\", $COMMAND, ...)")
        let f14: RuleDefinition.Formula = .pattern("os.$RUN($SHELL, [$NAME, \"-c\", $COMMAND, ...], ...)")
        let f15: RuleDefinition.Formula = .any([f13, f14])
        let f16: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(execl|execle|execlp|execlpe|execv|execve|execvp|execvpe|spawnl|spawnle|spawnlp|spawnlpe|posix_spawn)$", isNegated: false)
        let f17: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f18: RuleDefinition.Formula = .all([f15, f16, f17])
        let f19: RuleDefinition.Formula = .pattern("os.$RUN($COMMAND, ...)")
        let f20: RuleDefinition.Formula = .pattern("os.$RUN($MODE, $COMMAND, ...)")
        let f21: RuleDefinition.Formula = .any([f19, f20])
        let f22: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(execl|execle|execlp|execlpe|execv|execve|execvp|execvpe|spawnl|spawnle|spawnlp|spawnlpe|spawnv|spawnve|spawnvp|spawnvpe|posix_spawn|startfile)$", isNegated: false)
        let f23: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "sys\\.executable|sys\\.argv\\[[0-9]*:|(^|\\+ *)sys\\.argv$", isNegated: true)
        let f24: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "request", isNegated: false)
        let f25: RuleDefinition.Formula = .all([f21, f22, f23, f24])
        let f26: RuleDefinition.Formula = .pattern("shell=True")
        let f27: RuleDefinition.Formula = .inside("$RUN($COMMAND, ...)")
        let f28: RuleDefinition.Formula = .notInside("def $NAME(...)")
        let f29: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f30: RuleDefinition.Formula = .focus("$COMMAND")
        let f31: RuleDefinition.Formula = .all([f26, f27, f28, f29, f30])
        let f32: RuleDefinition.Formula = .pattern("shell=True")
        let f33: RuleDefinition.Formula = .inside("$RUN($COMMAND, ...)")
        let f34: RuleDefinition.Formula = .notInside("def $NAME(...)")
        let f35: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^(shell|self|cls)\\b", isNegated: true)
        let f36: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f37: RuleDefinition.Formula = .file(["subprocess", "Popen", "check_output", "check_call"], isNegated: false)
        let f38: RuleDefinition.Formula = .focus("$COMMAND")
        let f39: RuleDefinition.Formula = .all([f32, f33, f34, f35, f36, f37, f38])
        let f40: RuleDefinition.Formula = .pattern("subprocess.$RUN($COMMAND, ...)")
        let f41: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(run|call|check_call|check_output|Popen)$", isNegated: false)
        let f42: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^[a-z_]+$", isNegated: false)
        let f43: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f44: RuleDefinition.Formula = .content(metavariable: "$COMMAND", "^(/bin/|/usr/bin/)?(sh|bash|zsh)-l?c[^-]", isNegated: false)
        let f45: RuleDefinition.Formula = .all([f40, f41, f42, f43, f44])
        let f46: RuleDefinition.Formula = .pattern("subprocess.$RUN($COMMAND, ...)")
        let f47: RuleDefinition.Formula = .pattern("asyncio.create_subprocess_shell($COMMAND, ...)")
        let f48: RuleDefinition.Formula = .any([f46, f47])
        let f49: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(getoutput|getstatusoutput)$", isNegated: false)
        let f50: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f51: RuleDefinition.Formula = .all([f48, f49, f50])
        let f52: RuleDefinition.Formula = .pattern("subprocess.$RUN([$SHELL, \"-c\", $COMMAND, ...], ...)")
        let f53: RuleDefinition.Formula = .pattern("sp.$RUN([$SHELL, \"-c\", $COMMAND, ...], ...)")
        let f54: RuleDefinition.Formula = .pattern("$RUN([$SHELL, \"-c\", $COMMAND, ...], ...)")
        let f55: RuleDefinition.Formula = .pattern("asyncio.create_subprocess_exec($SHELL, \"-c\", $COMMAND, ...)")
        let f56: RuleDefinition.Formula = .any([f52, f53, f54, f55])
        let f57: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(run|call|check_call|check_output|Popen)$", isNegated: false)
        let f58: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^['\"](/bin/|/usr/bin/)?(sh|bash|zsh)['\"]$", isNegated: false)
        let f59: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f60: RuleDefinition.Formula = .all([f56, f57, f58, f59])
        let f61: RuleDefinition.Formula = .pattern("subprocess.$RUN($COMMAND, ...)")
        let f62: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(run|call|check_call|check_output|Popen)$", isNegated: false)
        let f63: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^\\[", isNegated: true)
        let f64: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "split\\(|sys\\.argv\\[[0-9]*:", isNegated: true)
        let f65: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "request", isNegated: false)
        let f66: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f67: RuleDefinition.Formula = .all([f61, f62, f63, f64, f65, f66])
        let f68: RuleDefinition.Formula = .pattern("$CLIENT.exec_command($COMMAND, ...)")
        let f69: RuleDefinition.Formula = .any([f68])
        let f70: RuleDefinition.Formula = .regex(metavariable: "$CLIENT", "^(self|super\\(\\)|self\\._connection)$", isNegated: true)
        let f71: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f72: RuleDefinition.Formula = .all([f69, f70, f71])
        let f73: RuleDefinition.Formula = .pattern("pexpect.$RUN($COMMAND, ...)")
        let f74: RuleDefinition.Formula = .pattern("delegator.$RUN($COMMAND, ...)")
        let f75: RuleDefinition.Formula = .pattern("envoy.$RUN($COMMAND, ...)")
        let f76: RuleDefinition.Formula = .any([f73, f74, f75])
        let f77: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(run|spawn|spawnu|runu|chain)$", isNegated: false)
        let f78: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f79: RuleDefinition.Formula = .focus("$COMMAND")
        let f80: RuleDefinition.Formula = .all([f76, f77, f78, f79])
        let f81: RuleDefinition.Formula = .pattern("$CLIENT.$RUN($COMMAND, ...)")
        let f82: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(run|sudo|local)$", isNegated: false)
        let f83: RuleDefinition.Formula = .regex(metavariable: "$CLIENT", "^(c|ctx|conn|connection|remote|host)$", isNegated: false)
        let f84: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f85: RuleDefinition.Formula = .file(["fabric"], isNegated: false)
        let f86: RuleDefinition.Formula = .all([f81, f82, f83, f84, f85])
        let f87: RuleDefinition.Formula = .any([f7, f12, f18, f25, f31, f39, f45, f51, f60, f67, f72, f80, f86])
        formulas.append(f87)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "def f(runner, x):\n    runner.run(f'ls {x}', shell=True)"))
        examples.append(.init(.python, isBad: true, "pexpect.spawn('ls ' + x)"))
        examples.append(.init(.python, isBad: true, "delegator.run(f'ping {host}')"))
        examples.append(.init(.python, isBad: true, "os.system('rm -rf ' + path)"))
        examples.append(.init(.python, isBad: true, "os.popen(f'ping {host}').read()"))
        examples.append(.init(.python, isBad: true, "subprocess.call(command, shell=True)"))
        examples.append(.init(.python, isBad: true, "subprocess.run('ls %s' % folder, shell=True, check=True)"))
        examples.append(.init(.python, isBad: true, "from subprocess import check_output\ncheck_output(f'dig {name}', shell=True)"))
        examples.append(.init(.python, isBad: true, "from os import system\nsystem('rm ' + name)"))
        examples.append(.init(.python, isBad: true, "os.execl('/bin/sh', 'sh', '-c', command)"))
        examples.append(.init(.python, isBad: true, "subprocess.run(['bash', '-c', command])"))
        examples.append(.init(.python, isBad: true, "cmd = 'nslookup ' + request.args['domain']\nos.system(cmd)"))
        examples.append(.init(.python, isBad: true, "from fabric import Connection\ndef deploy(c, branch):\n    c.run(f'git checkout {branch}')"))
        examples.append(.init(.python, isBad: true, "os.system('ping ' + name.strip())"))
        examples.append(.init(.python, isBad: false, "runner.run(['ls', x], shell=False)"))
        examples.append(.init(.python, isBad: false, "runner.run('ls', shell=True)"))
        examples.append(.init(.python, isBad: false, "pexpect.spawn('ls', [x])"))
        examples.append(.init(.python, isBad: false, "os.system('clear')"))
        examples.append(.init(.python, isBad: false, "subprocess.run(['ls', folder])"))
        examples.append(.init(.python, isBad: false, "subprocess.run('ls -l', shell=True)"))
        examples.append(.init(.python, isBad: false, "os.system('ls ' + shlex.quote(folder))"))
        examples.append(.init(.python, isBad: false, "app.run(debug)"))
        examples.append(.init(.python, isBad: false, "from fabric import Connection\nc.run('uptime')"))
        examples.append(.init(.python, isBad: false, "os.execv(sys.executable, [sys.executable] + sys.argv)"))
        examples.append(.init(.python, isBad: false, "argv = ['ssh-add']\nsubprocess.call(argv + sys.argv[1:], env=os.environ)"))
        examples.append(.init(.python, isBad: false, "class Connection:\n    def put(self, path):\n        return self.exec_command('dd of=%s' % path)"))
        examples.append(.init(.python, isBad: false, "from platform import system\nsystem(name)"))
        examples.append(.init(.python, isBad: false, "cmd = 'clear' if posix else 'cls'\nos.system(cmd)"))
        return RuleDefinition(
            id: "command/python-shell", title: "Shell command put together from values",
            message: "The shell runs this computed command line. Pass a list of arguments, without shell=True.",
            why: "A value with a quote, a semicolon or a backtick in it starts commands of its own. subprocess.run takes the arguments as a list and uses no shell; where a shell is needed, quote each value with shlex.quote.",
            severity: .critical, languages: [.python], cwe: 78,
            references: ["https://docs.python.org/3/library/subprocess.html#security-considerations"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition8() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$TOOL")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$TOOL", "^(rm)$", isNegated: false)
        let f4: RuleDefinition.Formula = .line("\\brm\\s+(-[a-zA-Z]+\\s+)*-[a-zA-Z]*[rR][a-zA-Z]*\\s+(-\\S+\\s+)*(\\$[0-9@*]|\\$\\{?[A-Za-z_]+\\}?/(\\*|\\s|$)|\"\\$\\{?[A-Za-z_]+\\}?\"?/(\\*|\"|\\s|$))", isNegated: false)
        let f5: RuleDefinition.Formula = .line("^\\s*#|\\[ -[nd] ", isNegated: true)
        let f6: RuleDefinition.Formula = .all([f2, f3, f4, f5])
        formulas.append(f6)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.shell, isBad: true, "rm -rf $1"))
        examples.append(.init(.shell, isBad: true, "rm -rf $DIR/*"))
        examples.append(.init(.shell, isBad: true, "sudo rm -rf \"$PREFIX/\""))
        examples.append(.init(.shell, isBad: false, "rm -rf \"$1\""))
        examples.append(.init(.shell, isBad: false, "rm -rf \"${DIR:?}/\"*"))
        examples.append(.init(.shell, isBad: false, "rm -rf \"$DIR\""))
        examples.append(.init(.shell, isBad: false, "rm -rf build/*"))
        examples.append(.init(.shell, isBad: false, "rm $1"))
        return RuleDefinition(
            id: "command/remove-variable", title: "Removal of what a variable says",
            message: "Where the variable is empty or holds a space, this removes something else. Quote it, and use ${NAME:?}.",
            why: "An empty variable turns \"$DIR/\" into \"/\"; without quotes one space makes two paths of one.",
            severity: .warning, languages: [.shell, .dockerfile], cwe: 78,
            references: ["https://www.shellcheck.net/wiki/SC2115", "https://www.shellcheck.net/wiki/SC2086"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition9() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$CLASS::$NEW($SHELL).arg($FLAG).arg($COMMAND)")
        let f2: RuleDefinition.Formula = .pattern("$CLASS::$NEW($SHELL).args([$FLAG, $COMMAND])")
        let f3: RuleDefinition.Formula = .pattern("$CLASS::$NEW($SHELL).args(&[$FLAG, $COMMAND])")
        let f4: RuleDefinition.Formula = .pattern("$CLASS::$NEW($SHELL).args(vec![$FLAG, $COMMAND])")
        let f5: RuleDefinition.Formula = .any([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .regex(metavariable: "$NEW", "^(new)$", isNegated: false)
        let f7: RuleDefinition.Formula = .regex(metavariable: "$CLASS", "(^|::)Command$", isNegated: false)
        let f8: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^\"(/bin/|/usr/bin/)?(sh|bash|zsh|cmd|cmd\\.exe|powershell)\"$", isNegated: false)
        let f9: RuleDefinition.Formula = .regex(metavariable: "$FLAG", "^\"(-c|-lc|/c|/C|-Command)\"$", isNegated: false)
        let f10: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f11: RuleDefinition.Formula = .focus("$COMMAND")
        let f12: RuleDefinition.Formula = .all([f5, f6, f7, f8, f9, f10, f11])
        let f13: RuleDefinition.Formula = .any([f12])
        formulas.append(f13)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.rust, isBad: true, "std::process::Command::new(\"sh\").arg(\"-c\").arg(format!(\"ls {}\", name)).spawn();"))
        examples.append(.init(.rust, isBad: true, "let out = Command::new(\"bash\")\n    .arg(\"-c\")\n    .arg(format!(\"ls {dir}\"))\n    .output()?;"))
        examples.append(.init(.rust, isBad: true, "Command::new(\"sh\").args([\"-c\", &format!(\"ls {}\", dir)]).status()?;"))
        examples.append(.init(.rust, isBad: true, "let line = format!(\"ping {}\", host);\nCommand::new(\"sh\").arg(\"-c\").arg(&line).spawn()?;"))
        examples.append(.init(.rust, isBad: false, "Command::new(\"ls\").arg(dir).spawn()?;"))
        examples.append(.init(.rust, isBad: false, "Command::new(\"sh\").arg(\"-c\").arg(\"ls -l\").spawn()?;"))
        examples.append(.init(.rust, isBad: false, "Command::new(\"git\").arg(\"-c\").arg(format!(\"user.name={}\", name)).spawn()?;"))
        return RuleDefinition(
            id: "command/rust-shell", title: "Shell command put together from values",
            message: "The shell runs this text, which is put together from values. Start the program itself with its arguments.",
            why: "A value with a semicolon, a quote or a backtick in it starts commands of its own. Command passes each argument as it is when no shell stands in between.",
            severity: .critical, languages: [.rust], cwe: 78,
            references: ["https://doc.rust-lang.org/std/process/struct.Command.html"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition10() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("eval $COMMAND")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^\"?([a-zA-Z_-]*)\\$\\{?([0-9@*]|[a-z][a-z_]*)\\}?\"?$", isNegated: false)
        let f3: RuleDefinition.Formula = .line("eval \"?\\$\\(|eval \"?(export |local |declare |set -- )?[A-Za-z_]*\\$\\{?[A-Za-z_]+\\}?=|ssh-agent|shellenv|printf|(shell_?init|completions?|env)\\b", isNegated: true)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        let f5: RuleDefinition.Formula = .pattern("eval $COMMAND")
        let f6: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "\\$\\((curl|wget)\\s", isNegated: false)
        let f7: RuleDefinition.Formula = .all([f5, f6])
        let f8: RuleDefinition.Formula = .any([f4, f7])
        formulas.append(f8)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.shell, isBad: true, "eval \"$1\""))
        examples.append(.init(.shell, isBad: true, "eval $command"))
        examples.append(.init(.shell, isBad: true, "eval \"$@\""))
        examples.append(.init(.shell, isBad: true, "eval \"$(curl -s https://site.io/x)\""))
        examples.append(.init(.shell, isBad: false, "eval \"$(ssh-agent -s)\""))
        examples.append(.init(.shell, isBad: false, "eval \"$command_5_9\""))
        examples.append(.init(.shell, isBad: false, "echo eval"))
        examples.append(.init(.shell, isBad: false, "eval 'initdb --username=\"$POSTGRES_USER\" '\"$POSTGRES_INITDB_ARGS\"' \"$@\"'"))
        return RuleDefinition(
            id: "command/shell-eval", title: "eval of a variable",
            message: "The shell reads the value as a command line. Use an array, or call the command directly.",
            why: "What the variable holds is parsed again, so that a space, a quote or a semicolon in it starts another command.",
            severity: .critical, languages: [.shell], cwe: 78,
            references: ["https://mywiki.wooledge.org/BashFAQ/048"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition11() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$SPAWN($COMMAND, $ARGUMENTS, {..., shell: true, ...})")
        let f2: RuleDefinition.Formula = .pattern("$SPAWN($COMMAND, {..., shell: true, ...})")
        let f3: RuleDefinition.Formula = .pattern("$MODULE.$SPAWN($COMMAND, $ARGUMENTS, {..., shell: true, ...})")
        let f4: RuleDefinition.Formula = .pattern("$MODULE.$SPAWN($COMMAND, {..., shell: true, ...})")
        let f5: RuleDefinition.Formula = .any([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .regex(metavariable: "$SPAWN", "^(spawn|spawnSync|execFile|execFileSync|execa|execaSync)$", isNegated: false)
        let f7: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f8: RuleDefinition.Formula = .all([f5, f6, f7])
        let f9: RuleDefinition.Formula = .pattern("$SPAWN($COMMAND, $ARGUMENTS, {..., shell: true, ...})")
        let f10: RuleDefinition.Formula = .pattern("$MODULE.$SPAWN($COMMAND, $ARGUMENTS, {..., shell: true, ...})")
        let f11: RuleDefinition.Formula = .any([f9, f10])
        let f12: RuleDefinition.Formula = .regex(metavariable: "$SPAWN", "^(spawn|spawnSync|execFile|execFileSync|execa|execaSync)$", isNegated: false)
        let f13: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: true)
        let f14: RuleDefinition.Formula = .kind(metavariable: "$ARGUMENTS", "dynamic", isNegated: false)
        let f15: RuleDefinition.Formula = .all([f11, f12, f13, f14])
        let f16: RuleDefinition.Formula = .any([f8, f15])
        formulas.append(f16)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "await execa(`ls ${folder}`, { shell: true });"))
        examples.append(.init(.javascript, isBad: true, "execa('npm', ['pack', folder], { shell: true });"))
        examples.append(.init(.javascript, isBad: true, "spawn(command, args, { stdio: 'inherit', shell: true });"))
        examples.append(.init(.javascript, isBad: true, "child_process.spawnSync(cmd, [file], { shell: true });"))
        examples.append(.init(.javascript, isBad: true, "execFile('npm', ['pack', folder], { shell: true });"))
        examples.append(.init(.javascript, isBad: false, "await execa('ls', [folder]);"))
        examples.append(.init(.javascript, isBad: false, "await execa('ls -l', { shell: true });"))
        examples.append(.init(.javascript, isBad: false, "spawn('ls', ['-l'], { stdio: 'inherit' });"))
        examples.append(.init(.javascript, isBad: false, "await execFile('pnpm', ['install', '--no-frozen-lockfile'], { cwd: folder, shell: true });"))
        return RuleDefinition(
            id: "command/shell-option", title: "Process started through a shell",
            message: "With shell: true the values in the command are read by a shell. Leave the option out.",
            why: "Arguments that hold shell syntax start commands of their own. Without the option each argument stays one.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 78,
            references: ["https://nodejs.org/api/child_process.html#child_processspawncommand-args-options"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition12() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("eval $COMMAND")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^\"[A-Za-z_./-]+\\s([^\"]*[^\\\\\"])?\\$(\\{?[0-9@*]|\\{?[a-z_]+)", isNegated: false)
        let f3: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^\"(function|set|declare|local|export|alias|typeset|readonly|unset|unalias|bindkey|compdef|trap|return|printf|echo)\\s|\\(\\)\\s*\\{", isNegated: true)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        let f5: RuleDefinition.Formula = .pattern("$SHELL -c $COMMAND")
        let f6: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "^(sh|bash|zsh|dash|ksh)$", isNegated: false)
        let f7: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^\"[^$']*\\$\\{?([0-9@*]|[A-Za-z_])", isNegated: false)
        let f8: RuleDefinition.Formula = .regex(metavariable: "$COMMAND", "^\"\\$\\{?[0-9]\\}?\"$|[^\\\\\"]\\$|\\s\\$|^\"\\$\\{?[0-9@*]", isNegated: false)
        let f9: RuleDefinition.Formula = .all([f5, f6, f7, f8])
        let f10: RuleDefinition.Formula = .any([f4, f9])
        formulas.append(f10)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.shell, isBad: true, "eval \"process $f\""))
        examples.append(.init(.shell, isBad: true, "eval \"rm -f ${folder}/*.log\""))
        examples.append(.init(.shell, isBad: true, "bash -c \"$1\""))
        examples.append(.init(.shell, isBad: true, "sh -c \"ls $folder\""))
        examples.append(.init(.shell, isBad: false, "eval \"function $1 { $2 }\""))
        examples.append(.init(.shell, isBad: false, "eval \"$wrapper () { run $2 ; }\""))
        examples.append(.init(.shell, isBad: false, "eval \"set -- $versions\""))
        examples.append(.init(.shell, isBad: false, "eval \"process \\$f\""))
        examples.append(.init(.shell, isBad: false, "bash -c 'ls $HOME'"))
        examples.append(.init(.shell, isBad: false, "bash -c \"ls -l\""))
        return RuleDefinition(
            id: "command/shell-text", title: "Command line put together from values",
            message: "A shell reads this text with the values in it as a command line. Call the command directly, or pass the values as arguments.",
            why: "The values are parsed again, so that a space, a quote or a semicolon in one of them starts another command.",
            severity: .warning, languages: [.shell], cwe: 78,
            references: ["https://mywiki.wooledge.org/BashFAQ/048"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition13() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$PROCESS.arguments = [$FLAG, $COMMAND]")
        let f2: RuleDefinition.Formula = .pattern("$PROCESS.arguments = [$FLAG, $COMMAND, ...]")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$FLAG", "^\"(-c|-lc|-l -c)\"$", isNegated: false)
        let f5: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "dynamic", isNegated: false)
        let f6: RuleDefinition.Formula = .focus("$COMMAND")
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("system($COMMAND)")
        let f9: RuleDefinition.Formula = .pattern("popen($COMMAND, ...)")
        let f10: RuleDefinition.Formula = .any([f8, f9])
        let f11: RuleDefinition.Formula = .kind(metavariable: "$COMMAND", "interpolated", isNegated: false)
        let f12: RuleDefinition.Formula = .all([f10, f11])
        let f13: RuleDefinition.Formula = .any([f7, f12])
        formulas.append(f13)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.swift, isBad: true, "task.launchPath = \"/bin/sh\"\ntask.arguments = [\"-c\", \"ls \\(path)\"]"))
        examples.append(.init(.swift, isBad: true, "process.arguments = [\"-c\", command]"))
        examples.append(.init(.swift, isBad: true, "system(\"rm -rf \\(path)\")"))
        examples.append(.init(.swift, isBad: false, "process.arguments = [\"clone\", url]"))
        examples.append(.init(.swift, isBad: false, "process.arguments = [\"-c\", \"ls -l\"]"))
        examples.append(.init(.swift, isBad: false, "logger.system(\"x \\(y)\")"))
        return RuleDefinition(
            id: "command/swift-shell", title: "Shell command put together from values",
            message: "The shell runs this computed command line. Start the program itself, with its arguments as a list.",
            why: "A value with a quote, a semicolon or a backtick in it starts commands of its own. Process passes each argument as it is when its executable is the program and no shell stands in between.",
            severity: .critical, languages: [.swift], cwe: 78,
            references: ["https://developer.apple.com/documentation/foundation/process"], tags: ["security", "injection", "command"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition14() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "Expression", prefixes: ["${{"], before: 0, regex: "\\$\\{\\{\\s*(github\\.head_ref|github\\.event\\.(issue|pull_request|discussion|review|comment|review_comment|head_commit|commits|pages|workflow_run|discussion_comment)[A-Za-z0-9_.\\[\\]*]*\\.(title|body|message|email|name|ref|label|head_ref|head_branch|page_name|default_branch|display_title))\\s*\\}\\}", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "^\\s*(- )?(if|[A-Za-z_-]*[A-Z_][A-Za-z0-9_-]*|name|ref|branch|head|title|body|message|with|env|group|repository|tag|tag_name|path|key|key-prefix|url|text|subject|content|comment|[a-z]+-[a-z-]+)\\s*:|^\\s*#")
        let f2: RuleDefinition.Formula = .text(t1)
        let f3: RuleDefinition.Formula = .any([f2])
        formulas.append(f3)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.yaml, isBad: true, "steps:\n  - run: echo \"${{ github.event.issue.title }}\""))
        examples.append(.init(.yaml, isBad: true, "steps:\n  - run: |\n      git checkout ${{ github.head_ref }}"))
        examples.append(.init(.yaml, isBad: false, "steps:\n  - run: echo \"$TITLE\"\n    env:\n      TITLE: ${{ github.event.issue.title }}"))
        examples.append(.init(.yaml, isBad: false, "steps:\n  - run: echo ${{ github.sha }}"))
        examples.append(.init(.yaml, isBad: false, "concurrency:\n  group: ${{ github.head_ref }}"))
        return RuleDefinition(
            id: "command/workflow-injection", title: "Text of an event in a workflow's script",
            message: "whoever opens an issue or a pull request writes this text, and the shell runs it. Pass it by env, and quote it.",
            why: "The expression is put into the script before the shell reads it, so that a title such as \"; curl ... starts a command with the workflow's rights. Give the value to a variable in env and use \"$TITLE\" in the script.",
            severity: .critical, languages: [.yaml], cwe: 78,
            references: ["https://docs.github.com/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions#understanding-the-risk-of-script-injections"], tags: ["security", "injection", "command", "ci"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition15() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "Privileged container", prefixes: ["privileged:"], before: 0, regex: "privileged:\\s+[\"']?true[\"']?\\s*(#.*)?$", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "^\\s*#")
        let f2: RuleDefinition.Formula = .text(t1)
        let t3 = RuleDefinition.TextFormat(name: "Rights that can grow", prefixes: ["allowPrivilegeEscalation:"], before: 0, regex: "allowPrivilegeEscalation:\\s+true\\s*(#.*)?$", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "^\\s*#")
        let f4: RuleDefinition.Formula = .text(t3)
        let t5 = RuleDefinition.TextFormat(name: "Namespaces of the host", prefixes: ["hostNetwork:", "hostPID:", "hostIPC:"], before: 0, regex: "(hostNetwork|hostPID|hostIPC):\\s+true\\s*(#.*)?$", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "^\\s*#")
        let f6: RuleDefinition.Formula = .text(t5)
        let t7 = RuleDefinition.TextFormat(name: "Docker's socket", prefixes: ["path: /var/run/docker.sock"], before: 0, regex: "path: /var/run/docker\\.sock", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "^\\s*#")
        let f8: RuleDefinition.Formula = .text(t7)
        let t9 = RuleDefinition.TextFormat(name: "Docker's socket", prefixes: ["/var/run/docker.sock:"], before: 0, regex: "/var/run/docker\\.sock:/[a-z./]+(:rw)?[\"']?\\s*([],].*|#.*)?$", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "^\\s*#")
        let f10: RuleDefinition.Formula = .text(t9)
        let f11: RuleDefinition.Formula = .any([f2, f4, f6, f8, f10])
        formulas.append(f11)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.yaml, isBad: true, "spec:\n  hostNetwork: true"))
        examples.append(.init(.yaml, isBad: true, "spec:\n  hostPID: true # for the agent"))
        examples.append(.init(.yaml, isBad: true, "hostPath:\n  path: /var/run/docker.sock"))
        examples.append(.init(.yaml, isBad: true, "securityContext:\n  privileged: true"))
        examples.append(.init(.yaml, isBad: true, "services:\n  agent:\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock"))
        examples.append(.init(.yaml, isBad: false, "spec:\n  hostNetwork: false"))
        examples.append(.init(.yaml, isBad: false, "hostPath:\n  path: /var/log"))
        examples.append(.init(.yaml, isBad: false, "securityContext:\n  privileged: false"))
        examples.append(.init(.yaml, isBad: false, "volumes:\n  - /var/run/docker.sock:/var/run/docker.sock:ro"))
        examples.append(.init(.yaml, isBad: false, "# privileged: true"))
        return RuleDefinition(
            id: "config/container-privileged", title: "Container with the rights of its host",
            message: "The container gets the rights of the machine that it runs on. Give it only the capabilities that it needs.",
            why: "Whoever breaks into a privileged container, or into one that can talk to Docker's socket, has broken into the machine and all other containers on it.",
            severity: .warning, languages: [.yaml], cwe: 250,
            references: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"], tags: ["security", "docker"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition16() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$FROM")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$FROM", "^(FROM|from)$", isNegated: false)
        let f3: RuleDefinition.Formula = .line("(?i)^\\s*FROM\\s+(--platform=\\S+\\s+)?[a-z0-9./_-]+/?[a-z0-9._-]+:latest(\\s|$)", isNegated: false)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        let f5: RuleDefinition.Formula = .pattern("$FROM")
        let f6: RuleDefinition.Formula = .regex(metavariable: "$FROM", "^(FROM|from)$", isNegated: false)
        let f7: RuleDefinition.Formula = .line("(?i)^\\s*FROM\\s+(--platform=\\S+\\s+)?(([a-z0-9._-]+/)+[a-z0-9._-]+|alpine|ubuntu|debian|fedora|centos|rockylinux|almalinux|amazonlinux|archlinux|busybox|node|python|pypy|golang|ruby|rust|php|openjdk|eclipse-temurin|amazoncorretto|perl|swift|elixir|erlang|haskell|julia|r-base|dart|gcc|nginx|httpd|caddy|traefik|haproxy|tomcat|jetty|redis|memcached|postgres|mysql|mariadb|mongo|cassandra|elasticsearch|kibana|logstash|rabbitmq|influxdb|maven|gradle|docker|jenkins|wordpress|drupal|ghost|nextcloud|joomla|registry|vault|consul|telegraf|solr|neo4j|couchdb|buildpack-deps)(\\s+AS\\s+\\S+)?\\s*$", isNegated: false)
        let f8: RuleDefinition.Formula = .notInside("$FROM $IMAGE AS $STAGE ... $FROM $STAGE")
        let f9: RuleDefinition.Formula = .all([f5, f6, f7, f8])
        let f10: RuleDefinition.Formula = .any([f4, f9])
        formulas.append(f10)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.dockerfile, isBad: true, "FROM node:latest"))
        examples.append(.init(.dockerfile, isBad: true, "FROM ubuntu"))
        examples.append(.init(.dockerfile, isBad: true, "FROM --platform=linux/amd64 ghcr.io/team/tool AS build"))
        examples.append(.init(.dockerfile, isBad: false, "FROM node:22.11-bookworm"))
        examples.append(.init(.dockerfile, isBad: false, "FROM build"))
        examples.append(.init(.dockerfile, isBad: false, "FROM scratch"))
        examples.append(.init(.dockerfile, isBad: false, "FROM node:22.11-bookworm AS node\nRUN make\nFROM node"))
        examples.append(.init(.dockerfile, isBad: false, "FROM ${BASE}/image"))
        examples.append(.init(.dockerfile, isBad: false, "FROM ghcr.io/team/tool@sha256:9b2a28eb47540823042a2ba401386845089bb7b62a9637d55816132c4c3c36eb"))
        return RuleDefinition(
            id: "config/docker-latest", title: "Image without a version",
            message: "What this image is changes without notice. Name a version, or better a digest.",
            why: "A build tomorrow is made of something else than today's, and nobody can say what ran.",
            severity: .warning, languages: [.dockerfile], cwe: 1104,
            references: ["https://docs.docker.com/build/building/best-practices/#pin-base-image-versions"], tags: ["docker"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition17() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("webPreferences: {..., nodeIntegration: true, ...}")
        let f2: RuleDefinition.Formula = .pattern("webPreferences: {..., webSecurity: false, ...}")
        let f3: RuleDefinition.Formula = .pattern("webPreferences: {..., contextIsolation: false, ...}")
        let f4: RuleDefinition.Formula = .pattern("webPreferences: {..., allowRunningInsecureContent: true, ...}")
        let f5: RuleDefinition.Formula = .any([f1, f2, f3, f4])
        formulas.append(f5)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "new BrowserWindow({ webPreferences: { nodeIntegration: true } });"))
        examples.append(.init(.javascript, isBad: true, "new BrowserWindow({\n  width: 800,\n  webPreferences: {\n    preload,\n    webSecurity: false,\n  },\n});"))
        examples.append(.init(.javascript, isBad: false, "new BrowserWindow({ webPreferences: { nodeIntegration: false, contextIsolation: true } });"))
        return RuleDefinition(
            id: "config/electron-open", title: "Electron window without its walls",
            message: "With this, a page that runs a foreign script gives it the whole machine. Leave the option at its default.",
            why: "Node's modules in a page, or a page without the same-origin policy, turn one script from elsewhere into a program with the user's rights. Offer what the page needs from a preload script by contextBridge.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 16,
            references: ["https://www.electronjs.org/docs/latest/tutorial/security"], tags: ["security", "config"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition18() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("uses: $ACTION\nwith:\n  ref: $REF")
        let f2: RuleDefinition.Formula = .pattern("uses: $ACTION\nwith:\n  repository: $REPOSITORY\n  ref: $REF")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$ACTION", "^[\"']?actions/checkout", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$REF", "pull_request\\.(head|merge_commit_sha|number)|github\\.head_ref", isNegated: false)
        let f6: RuleDefinition.Formula = .file(["pull_request_target"], isNegated: false)
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        formulas.append(f7)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.yaml, isBad: true, "on: pull_request_target\njobs:\n  b:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}"))
        examples.append(.init(.yaml, isBad: true, "on:\n  pull_request_target:\njobs:\n  b:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.head_ref }}"))
        examples.append(.init(.yaml, isBad: false, "on: pull_request\njobs:\n  b:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}"))
        examples.append(.init(.yaml, isBad: false, "on: pull_request_target\njobs:\n  b:\n    steps:\n      - uses: actions/checkout@v4"))
        return RuleDefinition(
            id: "config/pull-request-target", title: "Pull request's code with the repository's secrets",
            message: "The code of a stranger's pull request runs with this repository's secrets. Use pull_request, or check out the base.",
            why: "pull_request_target gives the workflow secrets and a token that may write; scripts of the checked out code then run with them.",
            severity: .warning, languages: [.yaml], cwe: 829,
            references: ["https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/"], tags: ["security", "supply-chain"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition19() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("cidr_blocks = [..., \"0.0.0.0/0\", ...]")
        let f2: RuleDefinition.Formula = .pattern("ipv6_cidr_blocks = [..., \"::/0\", ...]")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .inside("ingress {...}")
        let f5: RuleDefinition.Formula = .notInside("ingress {... from_port = 443 ...}")
        let f6: RuleDefinition.Formula = .notInside("ingress {... from_port = 80 ...}")
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("cidr_blocks = [..., \"0.0.0.0/0\", ...]")
        let f9: RuleDefinition.Formula = .any([f8])
        let f10: RuleDefinition.Formula = .inside("resource \"aws_security_group_rule\" $NAME {... type = \"ingress\" ...}")
        let f11: RuleDefinition.Formula = .notInside("resource $TYPE $NAME {... from_port = 443 ...}")
        let f12: RuleDefinition.Formula = .notInside("resource $TYPE $NAME {... from_port = 80 ...}")
        let f13: RuleDefinition.Formula = .all([f9, f10, f11, f12])
        let f14: RuleDefinition.Formula = .pattern("cidr_ipv4 = \"0.0.0.0/0\"")
        let f15: RuleDefinition.Formula = .inside("resource \"aws_vpc_security_group_ingress_rule\" $NAME {...}")
        let f16: RuleDefinition.Formula = .notInside("resource $TYPE $NAME {... from_port = 443 ...}")
        let f17: RuleDefinition.Formula = .notInside("resource $TYPE $NAME {... from_port = 80 ...}")
        let f18: RuleDefinition.Formula = .all([f14, f15, f16, f17])
        let f19: RuleDefinition.Formula = .pattern("source_ranges = [..., \"0.0.0.0/0\", ...]")
        let f20: RuleDefinition.Formula = .inside("resource \"google_compute_firewall\" $NAME {...}")
        let f21: RuleDefinition.Formula = .notInside("resource $TYPE $NAME {... ports = [..., \"443\", ...] ...}")
        let f22: RuleDefinition.Formula = .notInside("resource $TYPE $NAME {... ports = [..., \"80\", ...] ...}")
        let f23: RuleDefinition.Formula = .all([f19, f20, f21, f22])
        let f24: RuleDefinition.Formula = .pattern("source_address_prefix = $FROM")
        let f25: RuleDefinition.Formula = .regex(metavariable: "$FROM", "^\"(\\*|0\\.0\\.0\\.0/0|Internet|any)\"$", isNegated: false)
        let f26: RuleDefinition.Formula = .notInside("$BLOCK {... access = \"Deny\" ...}")
        let f27: RuleDefinition.Formula = .notInside("$BLOCK {... destination_port_range = \"443\" ...}")
        let f28: RuleDefinition.Formula = .notInside("$BLOCK {... destination_port_range = \"80\" ...}")
        let f29: RuleDefinition.Formula = .notInside("$BLOCK {... direction = \"Outbound\" ...}")
        let f30: RuleDefinition.Formula = .regex(metavariable: "$BLOCK", "^(security_rule)$", isNegated: false)
        let f31: RuleDefinition.Formula = .all([f24, f25, f26, f27, f28, f29, f30])
        let f32: RuleDefinition.Formula = .pattern("publicly_accessible = true")
        let f33: RuleDefinition.Formula = .pattern("acl = $ACL")
        let f34: RuleDefinition.Formula = .regex(metavariable: "$ACL", "^\"(public-read|public-read-write|authenticated-read)\"$", isNegated: false)
        let f35: RuleDefinition.Formula = .all([f33, f34])
        let f36: RuleDefinition.Formula = .pattern("block_public_acls = false")
        let f37: RuleDefinition.Formula = .pattern("block_public_policy = false")
        let f38: RuleDefinition.Formula = .pattern("restrict_public_buckets = false")
        let f39: RuleDefinition.Formula = .pattern("allow_nested_items_to_be_public = true")
        let f40: RuleDefinition.Formula = .pattern("allow_blob_public_access = true")
        let f41: RuleDefinition.Formula = .pattern("container_access_type = \"container\"")
        let f42: RuleDefinition.Formula = .pattern("member = $MEMBER")
        let f43: RuleDefinition.Formula = .regex(metavariable: "$MEMBER", "^\"(allUsers|allAuthenticatedUsers)\"$", isNegated: false)
        let f44: RuleDefinition.Formula = .all([f42, f43])
        let f45: RuleDefinition.Formula = .any([f7, f13, f18, f23, f31, f32, f35, f36, f37, f38, f39, f40, f41, f44])
        formulas.append(f45)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.terraform, isBad: true, "resource \"aws_security_group\" \"a\" {\n  ingress {\n    from_port   = 22\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n}"))
        examples.append(.init(.terraform, isBad: true, "resource \"aws_db_instance\" \"d\" {\n  publicly_accessible = true\n}"))
        examples.append(.init(.terraform, isBad: true, "resource \"aws_s3_bucket\" \"b\" { acl = \"public-read\" }"))
        examples.append(.init(.terraform, isBad: true, "resource \"aws_s3_bucket_public_access_block\" \"b\" {\n  block_public_acls = false\n}"))
        examples.append(.init(.terraform, isBad: true, "resource \"aws_security_group_rule\" \"a\" {\n  type = \"ingress\"\n  from_port = 5432\n  cidr_blocks = [\"0.0.0.0/0\"]\n}"))
        examples.append(.init(.terraform, isBad: true, "resource \"google_storage_bucket_iam_member\" \"a\" {\n  member = \"allUsers\"\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_security_group\" \"a\" {\n  ingress {\n    from_port   = 443\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_security_group\" \"a\" {\n  egress {\n    from_port   = 0\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_security_group\" \"a\" {\n  ingress {\n    from_port   = 22\n    cidr_blocks = [\"10.0.0.0/8\"]\n  }\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_db_instance\" \"d\" {\n  # publicly_accessible = true\n  publicly_accessible = false\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_s3_bucket\" \"b\" { acl = \"private\" }"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_security_group_rule\" \"a\" {\n  type = \"egress\"\n  cidr_blocks = [\"0.0.0.0/0\"]\n}"))
        return RuleDefinition(
            id: "config/terraform-public", title: "Resource open to the internet",
            message: "This can be reached from the whole internet. Let in what needs it, and nothing else.",
            why: "Whatever answers the internet is scanned within minutes, and one weak password or old version is enough. Name the networks that need it, or put it behind a private address.",
            severity: .warning, languages: [.terraform], cwe: 284,
            references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs"], tags: ["security", "config"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition20() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$OPTION = false")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$OPTION", "^(storage_encrypted|encrypted|at_rest_encryption_enabled|transit_encryption_enabled|enable_key_rotation|https_only|enable_https_traffic_only|https_traffic_only_enabled|enforce_ssl|ssl_enforcement_enabled|enable_rbac|role_based_access_control_enabled|encrypt_at_rest|require_ssl|kms_encrypted)$", isNegated: false)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        let f4: RuleDefinition.Formula = .pattern("$OPTION = $VERSION")
        let f5: RuleDefinition.Formula = .regex(metavariable: "$OPTION", "^(min_tls_version|minimum_tls_version|minimum_protocol_version|tls_version|ssl_minimal_tls_version_enforced)$", isNegated: false)
        let f6: RuleDefinition.Formula = .regex(metavariable: "$VERSION", "(?i)^\"(SSLv3|TLSv1|TLSv1_2016|TLSv1\\.1_2016|TLS1_0|TLS1_1|1\\.0|1\\.1|TLS_1_0|TLS_1_1)\"$", isNegated: false)
        let f7: RuleDefinition.Formula = .all([f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("Action = \"*\" ... Resource = \"*\"")
        let f9: RuleDefinition.Formula = .pattern("actions = [\"*\"] ... resources = [\"*\"]")
        let f10: RuleDefinition.Formula = .any([f8, f9])
        let f11: RuleDefinition.Formula = .line("(?i)deny", isNegated: true)
        let f12: RuleDefinition.Formula = .all([f10, f11])
        let f13: RuleDefinition.Formula = .pattern("http_tokens = \"optional\"")
        let f14: RuleDefinition.Formula = .pattern("privileged = true")
        let f15: RuleDefinition.Formula = .pattern("insecure_ssl = true")
        let f16: RuleDefinition.Formula = .any([f3, f7, f12, f13, f14, f15])
        formulas.append(f16)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.terraform, isBad: true, "statement {\n  actions = [\"*\"]\n  resources = [\"*\"]\n}"))
        examples.append(.init(.terraform, isBad: true, "policy = jsonencode({ Statement = [{ Effect = \"Allow\", Action = \"*\", Resource = \"*\" }] })"))
        examples.append(.init(.terraform, isBad: true, "resource \"aws_db_instance\" \"d\" {\n  storage_encrypted = false\n}"))
        examples.append(.init(.terraform, isBad: true, "resource \"azurerm_storage_account\" \"a\" {\n  min_tls_version = \"TLS1_0\"\n}"))
        examples.append(.init(.terraform, isBad: true, "metadata_options {\n  http_tokens = \"optional\"\n}"))
        examples.append(.init(.terraform, isBad: true, "resource \"aws_kms_key\" \"k\" {\n  enable_key_rotation = false\n}"))
        examples.append(.init(.terraform, isBad: false, "policy = jsonencode({ Statement = [{ Effect = \"Allow\", Action = \"s3:*\", Resource = \"*\" }] })"))
        examples.append(.init(.terraform, isBad: false, "policy = jsonencode({ Statement = [{ Effect = \"Deny\", Action = \"*\", Resource = \"*\" }] })"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_db_instance\" \"d\" {\n  storage_encrypted = true\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"azurerm_storage_account\" \"a\" {\n  min_tls_version = \"TLS1_2\"\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_db_instance\" \"d\" {\n  skip_final_snapshot = false\n}"))
        examples.append(.init(.terraform, isBad: false, "locals {\n  text = <<EOF\n  storage_encrypted = false\n  EOF\n}"))
        return RuleDefinition(
            id: "config/terraform-unprotected", title: "Protection of a cloud resource switched off",
            message: "This switches a protection off. Leave it on, or say in a comment why it must be.",
            why: "Data at rest without encryption is read by whoever gets the disk or a snapshot of it; old versions of TLS and the first version of the metadata service have known attacks.",
            severity: .warning, languages: [.terraform], cwe: 311,
            references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs"], tags: ["security", "config"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition21() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("permissions: write-all")
        let f2: RuleDefinition.Formula = .any([f1])
        formulas.append(f2)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.yaml, isBad: true, "permissions: write-all"))
        examples.append(.init(.yaml, isBad: true, "jobs:\n  build:\n    permissions: write-all\n    steps: []"))
        examples.append(.init(.yaml, isBad: false, "permissions: read-all"))
        examples.append(.init(.yaml, isBad: false, "permissions:\n  contents: write"))
        examples.append(.init(.yaml, isBad: false, "# permissions: write-all"))
        return RuleDefinition(
            id: "config/workflow-permissions", title: "Workflow that may write everything",
            message: "Every step of this workflow may write everything in the repository. Name the few permissions that a job needs.",
            why: "One action that was taken over can then push code, publish releases and change other workflows.",
            severity: .warning, languages: [.yaml], cwe: 732,
            references: ["https://docs.github.com/actions/security-for-github-actions/security-guides/automatic-token-authentication"], tags: ["security", "supply-chain"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition22() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("os.chmod($PATH, $MODE)")
        let f2: RuleDefinition.Formula = .pattern("$FILE.chmod($MODE)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$MODE", "^(0o?[0-7]*[2367]|511|stat\\.S_IRWXO|stat\\.S_IWOTH)$", isNegated: false)
        let f5: RuleDefinition.Formula = .all([f3, f4])
        let f6: RuleDefinition.Formula = .languages([.python], f5)
        let f7: RuleDefinition.Formula = .pattern("fs.chmod($PATH, $MODE, ...)")
        let f8: RuleDefinition.Formula = .pattern("fs.chmodSync($PATH, $MODE)")
        let f9: RuleDefinition.Formula = .any([f7, f8])
        let f10: RuleDefinition.Formula = .regex(metavariable: "$MODE", "^['\"]?0?o?[0-7]{2}[2367]['\"]?$", isNegated: false)
        let f11: RuleDefinition.Formula = .all([f9, f10])
        let f12: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f11)
        let f13: RuleDefinition.Formula = .pattern("os.Chmod($PATH, $MODE)")
        let f14: RuleDefinition.Formula = .regex(metavariable: "$MODE", "^0o?[0-7]{2}[2367]$", isNegated: false)
        let f15: RuleDefinition.Formula = .all([f13, f14])
        let f16: RuleDefinition.Formula = .languages([.go], f15)
        let f17: RuleDefinition.Formula = .pattern("$CHMOD")
        let f18: RuleDefinition.Formula = .regex(metavariable: "$CHMOD", "^(chmod)$", isNegated: false)
        let f19: RuleDefinition.Formula = .line("\\bchmod\\s+(-[A-Za-z]+\\s+)*(0?777|0?666|a\\+rwx|o\\+w|ugo\\+rwx)\\s", isNegated: false)
        let f20: RuleDefinition.Formula = .all([f17, f18, f19])
        let f21: RuleDefinition.Formula = .languages([.shell, .dockerfile], f20)
        let f22: RuleDefinition.Formula = .pattern("$RUN($PATH, $MODE, ...)")
        let f23: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(chmod|mkdir)$", isNegated: false)
        let f24: RuleDefinition.Formula = .regex(metavariable: "$MODE", "^0o?[0-7]?[0-7][0-7][2367]$", isNegated: false)
        let f25: RuleDefinition.Formula = .line("\\bmkdir\\b", isNegated: true)
        let f26: RuleDefinition.Formula = .all([f22, f23, f24, f25])
        let f27: RuleDefinition.Formula = .languages([.php], f26)
        let f28: RuleDefinition.Formula = .any([f6, f12, f16, f21, f27])
        formulas.append(f28)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "os.chmod(path, 0o777)"))
        examples.append(.init(.python, isBad: false, "os.chmod(path, 0o755)"))
        examples.append(.init(.shell, isBad: true, "chmod -R 777 /var/www"))
        examples.append(.init(.shell, isBad: false, "chmod 755 run.sh"))
        examples.append(.init(.go, isBad: true, "os.Chmod(path, 0777)"))
        examples.append(.init(.go, isBad: false, "os.MkdirAll(path, 0o777)"))
        examples.append(.init(.javascript, isBad: true, "fs.chmodSync(file, 0o777);"))
        examples.append(.init(.javascript, isBad: false, "fs.chmodSync(file, 0o755);"))
        examples.append(.init(.dockerfile, isBad: true, "FROM debian:12\nRUN chmod -R 777 /app"))
        examples.append(.init(.dockerfile, isBad: false, "FROM debian:12\nRUN chmod 755 /app"))
        examples.append(.init(.php, isBad: true, "<?php\nchmod($file, 0777);"))
        examples.append(.init(.php, isBad: true, "<?php\nchmod($file, 0666);"))
        examples.append(.init(.php, isBad: false, "<?php\nchmod($file, 0644);"))
        examples.append(.init(.php, isBad: false, "<?php\nmkdir($folder, 0777, true);"))
        return RuleDefinition(
            id: "config/world-writable", title: "File that all may write",
            message: "Everybody on the machine may change this. Give rights to the owner, or to a group.",
            why: "Another user, or a service that was broken into, can change what this program reads or runs.",
            severity: .warning, languages: [.python, .shell, .dockerfile, .go, .javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .php], cwe: 732,
            references: ["https://cwe.mitre.org/data/definitions/732.html"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition23() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("assert ($CONDITION, $MESSAGE)")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$MESSAGE", "^f?['\"]", isNegated: false)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        formulas.append(f3)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "assert (value > 0, 'must be positive')"))
        examples.append(.init(.python, isBad: false, "assert value > 0, 'must be positive'"))
        examples.append(.init(.python, isBad: false, "assert (value > 0), 'must be positive'"))
        return RuleDefinition(
            id: "correctness/assert-tuple", title: "assert of a tuple",
            message: "A tuple with something in it is true, so this assert never fails. Remove the brackets.",
            why: "The brackets make one value of condition and message, and the check checks nothing.",
            severity: .warning, languages: [.python], cwe: 571,
            references: ["https://docs.astral.sh/ruff/rules/assert-on-tuple/"], tags: ["correctness"],
            fix: "assert $CONDITION, $MESSAGE", fixTitle: "Remove the brackets",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition24() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("if ($NAME = $VALUE)")
        let f2: RuleDefinition.Formula = .pattern("while ($NAME = $VALUE)")
        let f3: RuleDefinition.Formula = .pattern("if (... && $NAME = $VALUE)")
        let f4: RuleDefinition.Formula = .pattern("if (... || $NAME = $VALUE)")
        let f5: RuleDefinition.Formula = .any([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .regex(metavariable: "$NAME", "^[A-Za-z_$][A-Za-z0-9_$.]*$", isNegated: false)
        let f7: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^([A-Za-z_$][A-Za-z0-9_$]*|[0-9.]+|'[^']*'|\"[^\"]*\"|-[0-9]+)$", isNegated: false)
        let f8: RuleDefinition.Formula = .all([f5, f6, f7])
        formulas.append(f8)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (mode = 'fast') { run() }"))
        examples.append(.init(.javascript, isBad: true, "if (count = 0) {}"))
        examples.append(.init(.javascript, isBad: true, "if (ready &&\n    count = 5) {}"))
        examples.append(.init(.javascript, isBad: true, "if (a = b) { go(); }"))
        examples.append(.init(.javascript, isBad: true, "while (x = y) { go(); }"))
        examples.append(.init(.javascript, isBad: true, "if (user.role = admin) { open(); }"))
        examples.append(.init(.javascript, isBad: false, "if (mode === 'fast') { run() }"))
        examples.append(.init(.javascript, isBad: false, "if ((match = pattern.exec(text))) {}"))
        examples.append(.init(.javascript, isBad: false, "if (match = pattern.exec(text)) {}"))
        examples.append(.init(.javascript, isBad: false, "if ((data.port === undefined) && (missing = 'port')) { fail(missing); }"))
        examples.append(.init(.javascript, isBad: false, "while ((node = node.next)) { use(node); }"))
        examples.append(.init(.javascript, isBad: false, "while (node = node.next) { use(node); }"))
        examples.append(.init(.javascript, isBad: false, "while ((m = re.exec(s)) !== null) { use(m); }"))
        return RuleDefinition(
            id: "correctness/assignment-in-condition", title: "Assignment in a condition",
            message: "This assigns, it does not compare. Write ===, or double the brackets if the assignment is meant.",
            why: "The condition is what was assigned, whatever the variable held before.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 481,
            references: ["https://eslint.org/docs/latest/rules/no-cond-assign"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition25() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("if ($C) {...} else if ($C)")
        let f2: RuleDefinition.Formula = .pattern("if ($C) {...} else if ($D) {...} else if ($C)")
        let f3: RuleDefinition.Formula = .pattern("if ($C) {...} else if ($D) {...} else if ($E) {...} else if ($C)")
        let f4: RuleDefinition.Formula = .any([f1, f2, f3])
        let f5: RuleDefinition.Formula = .focus("$C")
        let f6: RuleDefinition.Formula = .all([f4, f5])
        let f7: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f6)
        let f8: RuleDefinition.Formula = .pattern("elif $C:")
        let f9: RuleDefinition.Formula = .repeated(metavariable: "$C")
        let f10: RuleDefinition.Formula = .focus("$C")
        let f11: RuleDefinition.Formula = .all([f8, f9, f10])
        let f12: RuleDefinition.Formula = .languages([.python], f11)
        let f13: RuleDefinition.Formula = .pattern("if $C {...} else if $C {...}")
        let f14: RuleDefinition.Formula = .pattern("if $C {...} else if $D {...} else if $C {...}")
        let f15: RuleDefinition.Formula = .any([f13, f14])
        let f16: RuleDefinition.Formula = .regex(metavariable: "$C", "^[^{};]+$", isNegated: false)
        let f17: RuleDefinition.Formula = .focus("$C")
        let f18: RuleDefinition.Formula = .all([f15, f16, f17])
        let f19: RuleDefinition.Formula = .languages([.go, .swift], f18)
        let f20: RuleDefinition.Formula = .any([f7, f12, f19])
        formulas.append(f20)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (a === 1) { x(); } else if (a === 1) { y(); }"))
        examples.append(.init(.javascript, isBad: true, "if (isA(x)) {\n  y();\n} else if (b) {\n  z();\n} else if (isA(x)) {\n  w();\n}"))
        examples.append(.init(.javascript, isBad: false, "if (a === 1) { x(); } else if (a === 2) { y(); }"))
        examples.append(.init(.javascript, isBad: false, "if (a) { if (b) {} } else if (b) {}"))
        examples.append(.init(.python, isBad: true, "if a == 1:\n    x()\nelif a == 2:\n    y()\nelif a == 1:\n    z()"))
        examples.append(.init(.python, isBad: true, "def f(kind):\n    if kind == 'a':\n        if kind:\n            x()\n    elif kind == 'a':\n        y()"))
        examples.append(.init(.python, isBad: false, "if a == 1:\n    x()\nelif a == 2:\n    y()"))
        examples.append(.init(.python, isBad: false, "if a == 1:\n    x()\nif b:\n    y()\nelif a == 1:\n    z()"))
        examples.append(.init(.python, isBad: false, "if b:\n    if a == 1:\n        x()\nelif a == 1:\n    z()"))
        examples.append(.init(.go, isBad: true, "if a == 1 { x() } else if a == 1 { y() }"))
        examples.append(.init(.go, isBad: false, "if a == 1 { x() } else if a == 2 { y() }"))
        return RuleDefinition(
            id: "correctness/duplicate-condition", title: "Condition repeated in an else-if chain",
            message: "This condition was asked before in the same chain, so this branch never runs.",
            why: "The first branch with the condition runs, the second never does; one of them was meant to ask something else.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift], cwe: 561,
            references: ["https://eslint.org/docs/latest/rules/no-dupe-else-if"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition26() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("typeof $VALUE === $TYPE")
        let f2: RuleDefinition.Formula = .pattern("typeof $VALUE == $TYPE")
        let f3: RuleDefinition.Formula = .pattern("typeof $VALUE !== $TYPE")
        let f4: RuleDefinition.Formula = .pattern("typeof $VALUE != $TYPE")
        let f5: RuleDefinition.Formula = .pattern("$TYPE === typeof $VALUE")
        let f6: RuleDefinition.Formula = .pattern("$TYPE == typeof $VALUE")
        let f7: RuleDefinition.Formula = .pattern("$TYPE !== typeof $VALUE")
        let f8: RuleDefinition.Formula = .pattern("$TYPE != typeof $VALUE")
        let f9: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6, f7, f8])
        let f10: RuleDefinition.Formula = .regex(metavariable: "$TYPE", "^['\"`][^'\"`]*['\"`]", isNegated: false)
        let f11: RuleDefinition.Formula = .regex(metavariable: "$TYPE", "^['\"`](undefined|object|boolean|number|string|function|symbol|bigint|unknown|date|record|userdefinedtype)['\"`]", isNegated: true)
        let f12: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^[A-Za-z0-9_$.'\"()\\[\\]]+$", isNegated: false)
        let f13: RuleDefinition.Formula = .all([f9, f10, f11, f12])
        formulas.append(f13)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (typeof value === 'strnig') {}"))
        examples.append(.init(.javascript, isBad: true, "if (typeof value == 'array') {}"))
        examples.append(.init(.javascript, isBad: true, "if ('nubmer' === typeof value) {}"))
        examples.append(.init(.javascript, isBad: false, "if (typeof value === 'string') {}"))
        examples.append(.init(.javascript, isBad: false, "if (typeof value === typeof other) {}"))
        return RuleDefinition(
            id: "correctness/invalid-typeof", title: "typeof compared with what it never gives",
            message: "typeof never gives this text, so the comparison is always false.",
            why: "A misspelt type name makes the check fail for every value.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 570,
            references: ["https://eslint.org/docs/latest/rules/valid-typeof"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition27() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$VALUE is $LITERAL")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$LITERAL", "^(not\\s+)?(-?[0-9][0-9_.]*|[bBrRuU]?[\"'][^\"']*[\"']|\\(\\)|\\[.*\\]|\\{.*\\})([\\s:)].*)?$", isNegated: false)
        let f3: RuleDefinition.Formula = .regex(metavariable: "$LITERAL", "^(not\\s+)?\\[.*\\b(for|in)\\b", isNegated: true)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        let f5: RuleDefinition.Formula = .pattern("\"...\" is $OTHER")
        let f6: RuleDefinition.Formula = .all([f5])
        let f7: RuleDefinition.Formula = .any([f4, f6])
        formulas.append(f7)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "if mode is 'fast':\n    pass"))
        examples.append(.init(.python, isBad: true, "if mode is not 'fast':\n    pass"))
        examples.append(.init(.python, isBad: true, "if count is 5:\n    pass"))
        examples.append(.init(.python, isBad: true, "if items is not []:\n    pass"))
        examples.append(.init(.python, isBad: false, "if mode == 'fast':\n    pass"))
        examples.append(.init(.python, isBad: false, "if mode is None:\n    pass"))
        examples.append(.init(.python, isBad: false, "if mode is other:\n    pass"))
        examples.append(.init(.python, isBad: false, "if a is b and c == 5:\n    pass"))
        return RuleDefinition(
            id: "correctness/is-literal", title: "is with a literal",
            message: "is compares identities, and equal literals need not be one object. Use ==.",
            why: "Whether two equal strings or numbers are one object depends on the interpreter; the comparison may fail at any time.",
            severity: .warning, languages: [.python], cwe: 595,
            references: ["https://docs.python.org/3/reference/expressions.html#is-not"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition28() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$PARAMETER=[...]")
        let f2: RuleDefinition.Formula = .pattern("$PARAMETER={...}")
        let f3: RuleDefinition.Formula = .pattern("$PARAMETER=set()")
        let f4: RuleDefinition.Formula = .pattern("$PARAMETER=list()")
        let f5: RuleDefinition.Formula = .pattern("$PARAMETER=dict()")
        let f6: RuleDefinition.Formula = .pattern("$PARAMETER=defaultdict(...)")
        let f7: RuleDefinition.Formula = .pattern("$PARAMETER=deque(...)")
        let f8: RuleDefinition.Formula = .pattern("$PARAMETER=bytearray(...)")
        let f9: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6, f7, f8])
        let f10: RuleDefinition.Formula = .line("=\\s*(\\[.*\\]|\\{.*\\}|(set|list|dict|defaultdict|deque|bytearray)\\(.*\\))\\s*(,|\\))", isNegated: false)
        let f11: RuleDefinition.Formula = .line("(Annotated\\[|noqa|=\\s*[A-Za-z_][A-Za-z0-9_.]*\\([^)]*[=:]|^\\s*[A-Za-z_][A-Za-z0-9_.]*\\()", isNegated: true)
        let f12: RuleDefinition.Formula = .inside("def $NAME(...)")
        let f13: RuleDefinition.Formula = .focus("$PARAMETER")
        let f14: RuleDefinition.Formula = .all([f9, f10, f11, f12, f13])
        let f15: RuleDefinition.Formula = .pattern("lambda $PARAMETER=[]:")
        let f16: RuleDefinition.Formula = .pattern("lambda $PARAMETER={}:")
        let f17: RuleDefinition.Formula = .any([f15, f16])
        let f18: RuleDefinition.Formula = .focus("$PARAMETER")
        let f19: RuleDefinition.Formula = .all([f17, f18])
        let f20: RuleDefinition.Formula = .any([f14, f19])
        formulas.append(f20)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "def add(item, items=[]):\n    items.append(item)"))
        examples.append(.init(.python, isBad: true, "def load(options={}):\n    pass"))
        examples.append(.init(.python, isBad: true, "def load(options={'a': 1}):\n    pass"))
        examples.append(.init(.python, isBad: true, "def load(a, options: dict = {}, b=1):\n    pass"))
        examples.append(.init(.python, isBad: false, "def add(item, items=None):\n    pass"))
        examples.append(.init(.python, isBad: false, "def add(item, items=()):\n    pass"))
        examples.append(.init(.python, isBad: false, "call(items=[])"))
        examples.append(.init(.python, isBad: false, "def read(q: Annotated[list, Query()] = []):\n    pass"))
        examples.append(.init(.python, isBad: false, "def read(user: User = Security(get_user, scopes=['me'])):\n    pass"))
        examples.append(.init(.python, isBad: false, "def add(a):\n    return call(items=[])"))
        return RuleDefinition(
            id: "correctness/mutable-default", title: "Mutable default argument",
            message: "All calls share this one default, and what a call adds stays in it. Use None and make it in the function.",
            why: "The default is made once, when the function is defined; what one call changes, the next finds changed.",
            severity: .warning, languages: [.python], cwe: 665,
            references: ["https://docs.python.org/3/faq/programming.html#why-are-default-values-shared-between-objects"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition29() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$VALUE === NaN")
        let f2: RuleDefinition.Formula = .pattern("$VALUE == NaN")
        let f3: RuleDefinition.Formula = .pattern("$VALUE === Number.NaN")
        let f4: RuleDefinition.Formula = .pattern("$VALUE == Number.NaN")
        let f5: RuleDefinition.Formula = .pattern("NaN === $VALUE")
        let f6: RuleDefinition.Formula = .pattern("NaN == $VALUE")
        let f7: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^[A-Za-z0-9_$.'\"()\\[\\]]+$", isNegated: false)
        let f9: RuleDefinition.Formula = .line("[-+*/%&|^~!] *[A-Za-z0-9_$.]+ *[!=]==? *(Number\\.)?NaN", isNegated: true)
        let f10: RuleDefinition.Formula = .all([f7, f8, f9])
        formulas.append(f10)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (value === NaN) {}"))
        examples.append(.init(.javascript, isBad: true, "if (a.b() == NaN) {}"))
        examples.append(.init(.javascript, isBad: false, "if (Number.isNaN(value)) {}"))
        examples.append(.init(.javascript, isBad: false, "if (a + value === NaN) {}"))
        examples.append(.init(.javascript, isBad: false, "const x = NaN;"))
        return RuleDefinition(
            id: "correctness/nan-comparison", title: "Comparison with NaN",
            message: "NaN equals nothing, not even itself. Use Number.isNaN.",
            why: "The comparison has the same result for every value, so that one of its branches never runs.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 570,
            references: ["https://eslint.org/docs/latest/rules/use-isnan"], tags: ["correctness"],
            fix: "Number.isNaN($VALUE)", fixTitle: "Use Number.isNaN",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition30() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$VALUE !== NaN")
        let f2: RuleDefinition.Formula = .pattern("$VALUE != NaN")
        let f3: RuleDefinition.Formula = .pattern("$VALUE !== Number.NaN")
        let f4: RuleDefinition.Formula = .pattern("$VALUE != Number.NaN")
        let f5: RuleDefinition.Formula = .pattern("NaN !== $VALUE")
        let f6: RuleDefinition.Formula = .pattern("NaN != $VALUE")
        let f7: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^[A-Za-z0-9_$.'\"()\\[\\]]+$", isNegated: false)
        let f9: RuleDefinition.Formula = .line("[-+*/%&|^~!] *[A-Za-z0-9_$.]+ *[!=]==? *(Number\\.)?NaN", isNegated: true)
        let f10: RuleDefinition.Formula = .all([f7, f8, f9])
        formulas.append(f10)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (value !== NaN) {}"))
        examples.append(.init(.javascript, isBad: false, "if (!Number.isNaN(value)) {}"))
        return RuleDefinition(
            id: "correctness/nan-inequality", title: "Inequality with NaN",
            message: "NaN differs from everything, even from itself. Use !Number.isNaN.",
            why: "The comparison is true for every value, so that the check checks nothing.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 571,
            references: ["https://eslint.org/docs/latest/rules/use-isnan"], tags: ["correctness"],
            fix: "!Number.isNaN($VALUE)", fixTitle: "Use !Number.isNaN",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition31() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("case NaN:")
        let f2: RuleDefinition.Formula = .pattern("$LIST.indexOf(NaN)")
        let f3: RuleDefinition.Formula = .pattern("$LIST.lastIndexOf(NaN)")
        let f4: RuleDefinition.Formula = .pattern("$VALUE < NaN")
        let f5: RuleDefinition.Formula = .pattern("$VALUE > NaN")
        let f6: RuleDefinition.Formula = .pattern("$VALUE <= NaN")
        let f7: RuleDefinition.Formula = .pattern("$VALUE >= NaN")
        let f8: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6, f7])
        formulas.append(f8)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "switch (value) { case NaN: stop(); }"))
        examples.append(.init(.javascript, isBad: true, "const at = list.indexOf(NaN);"))
        examples.append(.init(.javascript, isBad: true, "if (value < NaN) {}"))
        examples.append(.init(.javascript, isBad: false, "const at = list.findIndex(Number.isNaN);"))
        examples.append(.init(.javascript, isBad: false, "const none = NaN;"))
        return RuleDefinition(
            id: "correctness/nan-search", title: "NaN where nothing can equal it",
            message: "NaN equals nothing, not even itself, so it is never found and nothing is less or greater. Use Number.isNaN.",
            why: "A case NaN never runs, indexOf never finds it, and every order with it is false.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 570,
            references: ["https://eslint.org/docs/latest/rules/use-isnan"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition32() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("not $VALUE is $OTHER")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^[A-Za-z_][A-Za-z0-9_.\\[\\]]*$", isNegated: false)
        let f3: RuleDefinition.Formula = .regex(metavariable: "$OTHER", "^[A-Za-z_][A-Za-z0-9_.]*$", isNegated: false)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        formulas.append(f4)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "if not value is None:\n    pass"))
        examples.append(.init(.python, isBad: false, "if value is not None:\n    pass"))
        examples.append(.init(.python, isBad: false, "if not (value is None or other):\n    pass"))
        return RuleDefinition(
            id: "correctness/negated-identity", title: "not x is y",
            message: "Write x is not y: it reads as it is meant.",
            why: "The operator is not says the same without a thought about what binds tighter.",
            severity: .info, languages: [.python], cwe: nil,
            references: ["https://docs.astral.sh/ruff/rules/not-is-test/"], tags: ["correctness"],
            fix: "$VALUE is not $OTHER", fixTitle: "Use is not",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition33() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("(!$KEY $IN $OBJECT)")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$IN", "^(in|instanceof)$", isNegated: false)
        let f4: RuleDefinition.Formula = .regex(metavariable: "$KEY", "^[A-Za-z0-9_$.'\"()]+$", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$OBJECT", "^[A-Za-z0-9_$.'\"()\\[\\]]+$", isNegated: false)
        let f6: RuleDefinition.Formula = .all([f2, f3, f4, f5])
        formulas.append(f6)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (!key in map) {}"))
        examples.append(.init(.javascript, isBad: true, "if (!x instanceof Error) {}"))
        examples.append(.init(.javascript, isBad: false, "if (!(key in map)) {}"))
        examples.append(.init(.javascript, isBad: false, "for (const key in map) {}"))
        return RuleDefinition(
            id: "correctness/negated-in", title: "Negation of the wrong operand",
            message: "The ! applies to the left side alone: this asks for the key false. Write !(a in b).",
            why: "The left operand is negated before in and instanceof look at it, so that the check is almost always false.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 570,
            references: ["https://eslint.org/docs/latest/rules/no-unsafe-negation"], tags: ["correctness"],
            fix: "(!($KEY $IN $OBJECT))", fixTitle: "Put the comparison into brackets",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition34() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("not $KEY in $MAP")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$KEY", "^[A-Za-z_'\"][A-Za-z0-9_.'\"\\[\\]]*$", isNegated: false)
        let f3: RuleDefinition.Formula = .regex(metavariable: "$MAP", "\\b(and|or|if|for|else|in)\\b", isNegated: true)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        formulas.append(f4)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "if not key in table:\n    pass"))
        examples.append(.init(.python, isBad: true, "missing = not key in table"))
        examples.append(.init(.python, isBad: false, "if key not in table:\n    pass"))
        examples.append(.init(.python, isBad: false, "if not any(x in y for x in z):\n    pass"))
        return RuleDefinition(
            id: "correctness/negated-membership", title: "not x in y",
            message: "Write x not in y: it reads as it is meant.",
            why: "The operator not in says the same without a thought about what binds tighter.",
            severity: .info, languages: [.python], cwe: nil,
            references: ["https://docs.astral.sh/ruff/rules/not-in-test/"], tags: ["correctness"],
            fix: "$KEY not in $MAP", fixTitle: "Use not in",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition35() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$VALUE === -0")
        let f2: RuleDefinition.Formula = .pattern("$VALUE == -0")
        let f3: RuleDefinition.Formula = .pattern("$VALUE !== -0")
        let f4: RuleDefinition.Formula = .pattern("$VALUE != -0")
        let f5: RuleDefinition.Formula = .any([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^[A-Za-z0-9_$.'\"()\\[\\]]+$", isNegated: false)
        let f7: RuleDefinition.Formula = .all([f5, f6])
        formulas.append(f7)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (value === -0) {}"))
        examples.append(.init(.javascript, isBad: false, "if (Object.is(value, -0)) {}"))
        examples.append(.init(.javascript, isBad: false, "if (value === -0.5) {}"))
        examples.append(.init(.javascript, isBad: false, "const zero = -0;"))
        return RuleDefinition(
            id: "correctness/negative-zero", title: "Comparison with -0",
            message: "-0 equals 0, so this does not tell them apart. Use Object.is(value, -0).",
            why: "The check passes for 0 as well, which whoever wrote the sign did not want.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 697,
            references: ["https://eslint.org/docs/latest/rules/no-compare-neg-zero"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition36() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$VALUE == None")
        let f2: RuleDefinition.Formula = .line("(filter|where|query|select|df\\[|pd\\.|np\\.|\\.c\\.|Column|sa\\.)", isNegated: true)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        let f4: RuleDefinition.Formula = .pattern("None == $VALUE")
        let f5: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^[A-Za-z0-9_.()\\[\\]]+$", isNegated: false)
        let f6: RuleDefinition.Formula = .line("(filter|where|query|select|df\\[|pd\\.|np\\.|\\.c\\.|Column|sa\\.)", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f4, f5, f6])
        let f8: RuleDefinition.Formula = .any([f3, f7])
        formulas.append(f8)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "if value == None:\n    pass"))
        examples.append(.init(.python, isBad: true, "if None == value:\n    pass"))
        examples.append(.init(.python, isBad: false, "if value is None:\n    pass"))
        examples.append(.init(.python, isBad: false, "session.query(User).filter(User.name == None)"))
        return RuleDefinition(
            id: "correctness/none-comparison", title: "Comparison with None by ==",
            message: "== asks the object, which may say anything. Compare with None by is.",
            why: "A class may define == as it likes, as numpy and SQLAlchemy do; there is one None, and is finds it.",
            severity: .info, languages: [.python], cwe: nil,
            references: ["https://peps.python.org/pep-0008/#programming-recommendations"], tags: ["correctness"],
            fix: "$VALUE is None", fixTitle: "Compare with is",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition37() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$VALUE != None")
        let f2: RuleDefinition.Formula = .line("(filter|where|query|select|df\\[|pd\\.|np\\.|\\.c\\.|Column|sa\\.)", isNegated: true)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        let f4: RuleDefinition.Formula = .pattern("None != $VALUE")
        let f5: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^[A-Za-z0-9_.()\\[\\]]+$", isNegated: false)
        let f6: RuleDefinition.Formula = .line("(filter|where|query|select|df\\[|pd\\.|np\\.|\\.c\\.|Column|sa\\.)", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f4, f5, f6])
        let f8: RuleDefinition.Formula = .any([f3, f7])
        formulas.append(f8)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "if value != None:\n    pass"))
        examples.append(.init(.python, isBad: true, "if None != value:\n    pass"))
        examples.append(.init(.python, isBad: false, "if value is not None:\n    pass"))
        return RuleDefinition(
            id: "correctness/none-inequality", title: "Comparison with None by !=",
            message: "!= asks the object, which may say anything. Compare with None by is not.",
            why: "A class may define != as it likes, as numpy and SQLAlchemy do; there is one None, and is not finds it.",
            severity: .info, languages: [.python], cwe: nil,
            references: ["https://peps.python.org/pep-0008/#programming-recommendations"], tags: ["correctness"],
            fix: "$VALUE is not None", fixTitle: "Compare with is not",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition38() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$X = $X")
        let f2: RuleDefinition.Formula = .not("$X = $X)")
        let f3: RuleDefinition.Formula = .not("$X = $X,")
        let f4: RuleDefinition.Formula = .regex(metavariable: "$X", "^[A-Za-z_$][A-Za-z0-9_$.]*$", isNegated: false)
        let f5: RuleDefinition.Formula = .line("^\\s*[A-Za-z_$][A-Za-z0-9_$.]* = [A-Za-z_$][A-Za-z0-9_$.]*;?\\s*((//|#).*)?$|\\{ [A-Za-z_$][A-Za-z0-9_$.]* = [A-Za-z_$][A-Za-z0-9_$.]*;? \\}", isNegated: false)
        let f6: RuleDefinition.Formula = .line("(location|href|eslint-disable|noqa|nolint)", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f1, f2, f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .go, .swift], f7)
        let f9: RuleDefinition.Formula = .pattern("$X = $X")
        let f10: RuleDefinition.Formula = .not("$X = $X)")
        let f11: RuleDefinition.Formula = .regex(metavariable: "$X", "^[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z0-9_.]*$", isNegated: false)
        let f12: RuleDefinition.Formula = .line("^\\s*[A-Za-z_$][A-Za-z0-9_$.]* = [A-Za-z_$][A-Za-z0-9_$.]*;?\\s*((//|#).*)?$|\\{ [A-Za-z_$][A-Za-z0-9_$.]* = [A-Za-z_$][A-Za-z0-9_$.]*;? \\}", isNegated: false)
        let f13: RuleDefinition.Formula = .line("(location|href|eslint-disable|noqa|nolint)", isNegated: true)
        let f14: RuleDefinition.Formula = .all([f9, f10, f11, f12, f13])
        let f15: RuleDefinition.Formula = .languages([.python], f14)
        let f16: RuleDefinition.Formula = .pattern("$X = $X")
        let f17: RuleDefinition.Formula = .not("$X = $X)")
        let f18: RuleDefinition.Formula = .regex(metavariable: "$X", "^[A-Za-z_][A-Za-z0-9_]*$", isNegated: false)
        let f19: RuleDefinition.Formula = .inside("def $NAME(...): ...")
        let f20: RuleDefinition.Formula = .line("^\\s*[A-Za-z_$][A-Za-z0-9_$.]* = [A-Za-z_$][A-Za-z0-9_$.]*;?\\s*((//|#).*)?$|\\{ [A-Za-z_$][A-Za-z0-9_$.]* = [A-Za-z_$][A-Za-z0-9_$.]*;? \\}", isNegated: false)
        let f21: RuleDefinition.Formula = .line("(location|href|eslint-disable|noqa|nolint)", isNegated: true)
        let f22: RuleDefinition.Formula = .all([f16, f17, f18, f19, f20, f21])
        let f23: RuleDefinition.Formula = .languages([.python], f22)
        let f24: RuleDefinition.Formula = .any([f8, f15, f23])
        formulas.append(f24)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "value = value;"))
        examples.append(.init(.javascript, isBad: true, "this.name = this.name;"))
        examples.append(.init(.javascript, isBad: false, "this.name = name;"))
        examples.append(.init(.javascript, isBad: false, "let value = value0;"))
        examples.append(.init(.javascript, isBad: false, "value = value\n  ? a\n  : b;"))
        examples.append(.init(.javascript, isBad: false, "const f = ({ a = b }) => a;"))
        examples.append(.init(.python, isBad: true, "self.name = self.name"))
        examples.append(.init(.python, isBad: true, "def f(value):\n    value = value"))
        examples.append(.init(.python, isBad: false, "self.name = name"))
        examples.append(.init(.python, isBad: false, "class A:\n    names = names"))
        examples.append(.init(.python, isBad: false, "call(\n    a=a,\n    name = name\n)"))
        examples.append(.init(.swift, isBad: true, "value = value"))
        examples.append(.init(.swift, isBad: false, "let value = value"))
        examples.append(.init(.swift, isBad: false, "self.value = value"))
        examples.append(.init(.go, isBad: true, "func f() { x = x }"))
        examples.append(.init(.go, isBad: false, "v := v"))
        return RuleDefinition(
            id: "correctness/self-assignment", title: "Value assigned to itself",
            message: "This assigns $X to itself. One of the sides was meant to be something else.",
            why: "The statement does nothing; where a parameter was to be kept, the object never gets it.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift], cwe: 480,
            references: ["https://eslint.org/docs/latest/rules/no-self-assign"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition39() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$X == $X")
        let f2: RuleDefinition.Formula = .languages([.python, .go, .swift], f1)
        let f3: RuleDefinition.Formula = .pattern("$X >= $X")
        let f4: RuleDefinition.Formula = .pattern("$X <= $X")
        let f5: RuleDefinition.Formula = .pattern("$X > $X")
        let f6: RuleDefinition.Formula = .pattern("$X < $X")
        let f7: RuleDefinition.Formula = .pattern("$X != $X")
        let f8: RuleDefinition.Formula = .languages([.python, .go, .swift], f7)
        let f9: RuleDefinition.Formula = .pattern("$X == $X")
        let f10: RuleDefinition.Formula = .pattern("$X === $X")
        let f11: RuleDefinition.Formula = .pattern("$X != $X")
        let f12: RuleDefinition.Formula = .pattern("$X !== $X")
        let f13: RuleDefinition.Formula = .any([f9, f10, f11, f12])
        let f14: RuleDefinition.Formula = .file(["NaN", "NAN", "isNaN"], isNegated: true)
        let f15: RuleDefinition.Formula = .line("([A-Za-z_$][A-Za-z0-9_$.]*) *!==? *[A-Za-z_$][A-Za-z0-9_$.]* *&& *[A-Za-z_$][A-Za-z0-9_$.]* *!==?|=> *[A-Za-z_$]+ *!==? *[A-Za-z_$]+ *;?\\s*$", isNegated: true)
        let f16: RuleDefinition.Formula = .all([f13, f14, f15])
        let f17: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f16)
        let f18: RuleDefinition.Formula = .any([f2, f3, f4, f5, f6, f8, f17])
        let f19: RuleDefinition.Formula = .regex(metavariable: "$X", "^[A-Za-z_][A-Za-z0-9_.]*$", isNegated: false)
        let f20: RuleDefinition.Formula = .line("\\b(if|while|return|elif|else)\\b|&&|\\|\\||\\? | = ", isNegated: false)
        let f21: RuleDefinition.Formula = .line("(?i)(nan|\\bassert|expect|require|static_assert|<[^>]*<|[A-Za-z]<[A-Za-z]|[^&]&\\s*[A-Za-z0-9_.]+ *[=!]=|[|^+*/%-] *[A-Za-z0-9_.]+ *[=!]=)", isNegated: true)
        let f22: RuleDefinition.Formula = .all([f18, f19, f20, f21])
        formulas.append(f22)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (a.x === a.x) {}"))
        examples.append(.init(.javascript, isBad: true, "return size > size;"))
        examples.append(.init(.javascript, isBad: true, "if (a.x !== a.x) {}"))
        examples.append(.init(.javascript, isBad: false, "if (a.x === b.x) {}"))
        examples.append(.init(.javascript, isBad: false, "if (el === value || (el !== el && value !== value)) return true;"))
        examples.append(.init(.javascript, isBad: false, "const missing = (x) => x !== x;"))
        examples.append(.init(.javascript, isBad: false, "if (a === a.b) {}"))
        examples.append(.init(.javascript, isBad: false, "if (a === a[0]) {}"))
        examples.append(.init(.javascript, isBad: false, "if (a === a >>> 0) {}"))
        examples.append(.init(.javascript, isBad: false, "if (a === a + b) {}"))
        examples.append(.init(.javascript, isBad: false, "if (value !== value) return NaN;"))
        examples.append(.init(.javascript, isBad: false, "if (key !== key) {\n  key = NAN;\n}"))
        examples.append(.init(.javascript, isBad: false, "const NAN = 0 / 0;\nreturn value === value && !isObject(value);"))
        examples.append(.init(.python, isBad: true, "if left == left:\n    pass"))
        examples.append(.init(.python, isBad: false, "if left == right:\n    pass"))
        examples.append(.init(.python, isBad: false, "if left == left.value:\n    pass"))
        return RuleDefinition(
            id: "correctness/self-comparison", title: "Value compared with itself",
            message: "Both sides are the same. One of them was meant to be something else.",
            why: "The result is always the same, so that one branch never runs.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift], cwe: 570,
            references: ["https://eslint.org/docs/latest/rules/no-self-compare"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition40() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("type($VALUE) == $TYPE")
        let f2: RuleDefinition.Formula = .pattern("type($VALUE) != $TYPE")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$TYPE", "^type\\(", isNegated: true)
        let f5: RuleDefinition.Formula = .all([f3, f4])
        formulas.append(f5)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "if type(value) == str:\n    pass"))
        examples.append(.init(.python, isBad: false, "if isinstance(value, str):\n    pass"))
        examples.append(.init(.python, isBad: false, "if type(a) == type(b):\n    pass"))
        return RuleDefinition(
            id: "correctness/type-comparison", title: "Types compared by ==",
            message: "The comparison fails for subclasses. Use isinstance, or is for exactly this type.",
            why: "An object of a subclass is what the code expects, yet fails the check.",
            severity: .info, languages: [.python], cwe: nil,
            references: ["https://docs.astral.sh/ruff/rules/type-comparison/"], tags: ["correctness"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition41() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("ssh.InsecureIgnoreHostKey()")
        let f2: RuleDefinition.Formula = .languages([.go], f1)
        let f3: RuleDefinition.Formula = .pattern("$TOOL")
        let f4: RuleDefinition.Formula = .regex(metavariable: "$TOOL", "^(ssh|scp|sftp|rsync|sshpass|GIT_SSH_COMMAND)$", isNegated: false)
        let f5: RuleDefinition.Formula = .line("(?i)StrictHostKeyChecking[ =]+[\"']?no\\b", isNegated: false)
        let f6: RuleDefinition.Formula = .line("(localhost|127\\.0\\.0\\.1|^\\s*#)", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .languages([.shell, .dockerfile], f7)
        let f9: RuleDefinition.Formula = .pattern("$CLIENT.set_missing_host_key_policy($POLICY)")
        let f10: RuleDefinition.Formula = .pattern("$CLIENT.set_missing_host_key_policy($POLICY())")
        let f11: RuleDefinition.Formula = .any([f9, f10])
        let f12: RuleDefinition.Formula = .regex(metavariable: "$POLICY", "(AutoAddPolicy|WarningPolicy)", isNegated: false)
        let f13: RuleDefinition.Formula = .all([f11, f12])
        let f14: RuleDefinition.Formula = .languages([.python], f13)
        let f15: RuleDefinition.Formula = .pattern("asyncssh.connect(..., known_hosts=None, ...)")
        let f16: RuleDefinition.Formula = .all([f15])
        let f17: RuleDefinition.Formula = .languages([.python], f16)
        let f18: RuleDefinition.Formula = .any([f2, f8, f14, f17])
        formulas.append(f18)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "client.set_missing_host_key_policy(paramiko.AutoAddPolicy())"))
        examples.append(.init(.python, isBad: false, "client.set_missing_host_key_policy(paramiko.RejectPolicy())"))
        examples.append(.init(.python, isBad: false, "client.load_system_host_keys()"))
        examples.append(.init(.go, isBad: true, "config := &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}"))
        examples.append(.init(.go, isBad: true, "func cb() ssh.HostKeyCallback { return ssh.InsecureIgnoreHostKey() }"))
        examples.append(.init(.go, isBad: false, "config := &ssh.ClientConfig{HostKeyCallback: ssh.FixedHostKey(key)}"))
        examples.append(.init(.shell, isBad: true, "ssh -o StrictHostKeyChecking=no deploy@host.io uptime"))
        examples.append(.init(.shell, isBad: true, "scp -o 'StrictHostKeyChecking no' a.txt host.io:"))
        examples.append(.init(.shell, isBad: true, "GIT_SSH_COMMAND='ssh -o StrictHostKeyChecking=no' git pull"))
        examples.append(.init(.shell, isBad: false, "ssh -o StrictHostKeyChecking=accept-new deploy@host.io uptime"))
        examples.append(.init(.shell, isBad: false, "ssh -o StrictHostKeyChecking=no localhost"))
        return RuleDefinition(
            id: "crypto/host-key-unchecked", title: "SSH host key not checked",
            message: "Any host key is accepted, so anybody on the way can pose as the server. Load known hosts and reject others.",
            why: "The key is what tells the server from somebody who stands in between and reads the password.",
            severity: .warning, languages: [.python, .go, .shell, .dockerfile], cwe: 295,
            references: ["https://docs.paramiko.org/en/stable/api/client.html#paramiko.client.SSHClient.set_missing_host_key_policy"], tags: ["security", "crypto"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition42() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("Math.random()")
        let f2: RuleDefinition.Formula = .line("(?i)(token|password|passwd|secret|session(_?(id|key))?|\\bsid|otp|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key)|\\biv\\b)[a-z0-9_]*\\s*(=|:|\\(\\))|(?i)function\\s+\\w*(token|password|secret|otp|salt)", isNegated: false)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        let f4: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f3)
        let f5: RuleDefinition.Formula = .pattern("Math.random()")
        let f6: RuleDefinition.Formula = .inside("function $NAME(...) {...}")
        let f7: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)(token|password|passwd|secret|session(_?(id|key))?|\\bsid|otp|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key))$", isNegated: false)
        let f8: RuleDefinition.Formula = .all([f5, f6, f7])
        let f9: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f8)
        let f10: RuleDefinition.Formula = .pattern("Math.random()")
        let f11: RuleDefinition.Formula = .inside("const $NAME = (...) => {...}")
        let f12: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)(token|password|passwd|secret|session(_?(id|key))?|\\bsid|otp|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key))$", isNegated: false)
        let f13: RuleDefinition.Formula = .all([f10, f11, f12])
        let f14: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f13)
        let f15: RuleDefinition.Formula = .pattern("crypto.pseudoRandomBytes(...)")
        let f16: RuleDefinition.Formula = .all([f15])
        let f17: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f16)
        let f18: RuleDefinition.Formula = .pattern("random.$MAKE(...)")
        let f19: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(random|randint|choice|choices|randrange|sample|getrandbits|uniform|randbytes)$", isNegated: false)
        let f20: RuleDefinition.Formula = .line("(?i)tokens\\s*(=|:)", isNegated: true)
        let f21: RuleDefinition.Formula = .line("(?i)(token|password|passwd|secret|session_?(id|key)|otp|nonce|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key))[a-z0-9_]*\\s*(=|:)|def\\s+\\w*(token|password|secret|otp|nonce|salt)", isNegated: false)
        let f22: RuleDefinition.Formula = .all([f18, f19, f20, f21])
        let f23: RuleDefinition.Formula = .languages([.python], f22)
        let f24: RuleDefinition.Formula = .pattern("random.$MAKE(...)")
        let f25: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(random|randint|choice|choices|randrange|sample|getrandbits|uniform|randbytes)$", isNegated: false)
        let f26: RuleDefinition.Formula = .inside("def $NAME(...): ...")
        let f27: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)(token|password|passwd|secret|session(_?(id|key))?|\\bsid|otp|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key))$", isNegated: false)
        let f28: RuleDefinition.Formula = .all([f24, f25, f26, f27])
        let f29: RuleDefinition.Formula = .languages([.python], f28)
        let f30: RuleDefinition.Formula = .pattern("$MAKE(...)")
        let f31: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(randint|choice|choices|randrange|getrandbits)$", isNegated: false)
        let f32: RuleDefinition.Formula = .file(["from random import choice", "from random import choices", "from random import randint", "from random import randrange", "from random import getrandbits"], isNegated: false)
        let f33: RuleDefinition.Formula = .line("(?i)tokens\\s*(=|:)", isNegated: true)
        let f34: RuleDefinition.Formula = .line("(?i)(token|password|passwd|secret|session_?(id|key)|otp|nonce|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key))[a-z0-9_]*\\s*(=|:)", isNegated: false)
        let f35: RuleDefinition.Formula = .all([f30, f31, f32, f33, f34])
        let f36: RuleDefinition.Formula = .languages([.python], f35)
        let f37: RuleDefinition.Formula = .pattern("random.$MAKE(...)")
        let f38: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(random|randint|choice|choices|randrange|sample|getrandbits|uniform|randbytes)$", isNegated: false)
        let f39: RuleDefinition.Formula = .inside("$RESPONSE.set_cookie(...)")
        let f40: RuleDefinition.Formula = .all([f37, f38, f39])
        let f41: RuleDefinition.Formula = .languages([.python], f40)
        let f42: RuleDefinition.Formula = .pattern("random.$MAKE($LOW, $HIGH)")
        let f43: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(randint|randrange)$", isNegated: false)
        let f44: RuleDefinition.Formula = .regex(metavariable: "$LOW", "^(0|10+)$", isNegated: false)
        let f45: RuleDefinition.Formula = .regex(metavariable: "$HIGH", "^(9{4,8}|10{4,8})$", isNegated: false)
        let f46: RuleDefinition.Formula = .line("(?i)(^|[^a-z])(code|pin|sid)\\s*=", isNegated: false)
        let f47: RuleDefinition.Formula = .all([f42, f43, f44, f45, f46])
        let f48: RuleDefinition.Formula = .languages([.python], f47)
        let f49: RuleDefinition.Formula = .pattern("random.$MAKE(...)")
        let f50: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(choice|choices|sample)$", isNegated: false)
        let f51: RuleDefinition.Formula = .inside("$TEXT.join(...)")
        let f52: RuleDefinition.Formula = .line("(?i)(^|[^a-z])(key|code|pin|sid|pwd|pw)\\s*=", isNegated: false)
        let f53: RuleDefinition.Formula = .all([f49, f50, f51, f52])
        let f54: RuleDefinition.Formula = .languages([.python], f53)
        let f55: RuleDefinition.Formula = .pattern("Math.random()")
        let f56: RuleDefinition.Formula = .inside("$RESPONSE.cookie(...)")
        let f57: RuleDefinition.Formula = .all([f55, f56])
        let f58: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f57)
        let f59: RuleDefinition.Formula = .pattern("Math.random()")
        let f60: RuleDefinition.Formula = .line("(?i)(^|[^a-z])(code|pin|otp)\\s*=\\s*(Math\\.floor|String|Math\\.round)\\(\\s*10{3,5}\\s*\\+\\s*Math\\.random\\(\\)\\s*\\*\\s*90{3,5}|(^|[^a-z.])(pw|pwd|sid)\\s*\\+?=[^=]", isNegated: false)
        let f61: RuleDefinition.Formula = .all([f59, f60])
        let f62: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f61)
        let f63: RuleDefinition.Formula = .pattern("rand.$MAKE(...)")
        let f64: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(Int|Intn|Int63|Int63n|Int31|Int31n|Read|Float64|Perm|Uint32|Uint64|IntN|Int64N|N)$", isNegated: false)
        let f65: RuleDefinition.Formula = .file(["math/rand", "math/rand/v2"], isNegated: false)
        let f66: RuleDefinition.Formula = .line("(?i)(token|password|passwd|secret|session_?id|otp|nonce|api_?key|salt|csrf)[a-z0-9_]*(\\[[a-z]+\\])?\\s*(:=|=|:)", isNegated: false)
        let f67: RuleDefinition.Formula = .all([f63, f64, f65, f66])
        let f68: RuleDefinition.Formula = .languages([.go], f67)
        let f69: RuleDefinition.Formula = .pattern("rand.$MAKE(...)")
        let f70: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(Int|Intn|Int63|Int63n|Int31|Int31n|Read|Float64|Perm|Uint32|Uint64|IntN|Int64N|N)$", isNegated: false)
        let f71: RuleDefinition.Formula = .file(["math/rand", "math/rand/v2"], isNegated: false)
        let f72: RuleDefinition.Formula = .inside("func $NAME(...) ... {...}")
        let f73: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)(token|password|passwd|secret|session_?id|otp|api_?key|salt|csrf|nonce)$", isNegated: false)
        let f74: RuleDefinition.Formula = .all([f69, f70, f71, f72, f73])
        let f75: RuleDefinition.Formula = .languages([.go], f74)
        let f76: RuleDefinition.Formula = .pattern("new Random(...)")
        let f77: RuleDefinition.Formula = .languages([.java, .csharp], f76)
        let f78: RuleDefinition.Formula = .pattern("Random(...)")
        let f79: RuleDefinition.Formula = .languages([.kotlin, .dart], f78)
        let f80: RuleDefinition.Formula = .pattern("Math.random()")
        let f81: RuleDefinition.Formula = .languages([.java, .kotlin], f80)
        let f82: RuleDefinition.Formula = .pattern("ThreadLocalRandom.current()")
        let f83: RuleDefinition.Formula = .languages([.java, .kotlin], f82)
        let f84: RuleDefinition.Formula = .pattern("RandomStringUtils.randomAlphanumeric(...)")
        let f85: RuleDefinition.Formula = .languages([.java, .kotlin], f84)
        let f86: RuleDefinition.Formula = .pattern("Random.Shared")
        let f87: RuleDefinition.Formula = .languages([.csharp], f86)
        let f88: RuleDefinition.Formula = .pattern("Random.nextInt(...)")
        let f89: RuleDefinition.Formula = .languages([.kotlin], f88)
        let f90: RuleDefinition.Formula = .any([f77, f79, f81, f83, f85, f87, f89])
        let f91: RuleDefinition.Formula = .line("(?i)(token|password|passwd|secret|session_?(id|key)|otp|nonce|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key))[a-z0-9_]*\\s*(=|:|\\()", isNegated: false)
        let f92: RuleDefinition.Formula = .all([f90, f91])
        let f93: RuleDefinition.Formula = .languages([.java, .kotlin, .csharp, .dart], f92)
        let f94: RuleDefinition.Formula = .pattern("new Random(...)")
        let f95: RuleDefinition.Formula = .languages([.java, .csharp], f94)
        let f96: RuleDefinition.Formula = .pattern("Random(...)")
        let f97: RuleDefinition.Formula = .languages([.dart], f96)
        let f98: RuleDefinition.Formula = .pattern("Math.random()")
        let f99: RuleDefinition.Formula = .languages([.java], f98)
        let f100: RuleDefinition.Formula = .any([f95, f97, f99])
        let f101: RuleDefinition.Formula = .inside("$NAME(...) {...}")
        let f102: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)(token|password|passwd|secret|session(_?(id|key))?|\\bsid|otp|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key))$", isNegated: false)
        let f103: RuleDefinition.Formula = .all([f100, f101, f102])
        let f104: RuleDefinition.Formula = .languages([.java, .csharp, .dart], f103)
        let f105: RuleDefinition.Formula = .pattern("$MAKE(...)")
        let f106: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(rand|mt_rand|uniqid|lcg_value|str_shuffle|array_rand)$", isNegated: false)
        let f107: RuleDefinition.Formula = .line("(?i)(\\$|->)[a-z0-9_]*(token|password|passwd|secret|session_?(id|key)|otp|nonce|api_?key|salt|csrf|(verif[a-z]*|reset|confirm[a-z]*|activation|recovery|login|auth|access|invite|pin|pass)_?(code|key))[a-z0-9_]*\\s*\\.?=[^=>]", isNegated: false)
        let f108: RuleDefinition.Formula = .all([f105, f106, f107])
        let f109: RuleDefinition.Formula = .languages([.php], f108)
        let f110: RuleDefinition.Formula = .any([f4, f9, f14, f17, f23, f29, f36, f41, f48, f54, f58, f62, f68, f75, f93, f104, f109])
        formulas.append(f110)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "res.cookie('sid', Math.random().toString(16));"))
        examples.append(.init(.javascript, isBad: true, "const code = Math.floor(100000 + Math.random() * 900000);"))
        examples.append(.init(.javascript, isBad: true, "let pw = '';\npw += letters.charAt(Math.random() * 62);"))
        examples.append(.init(.javascript, isBad: true, "const token = Math.random().toString(36).slice(2);"))
        examples.append(.init(.javascript, isBad: true, "function createToken() {\n  return Math.random().toString(36);\n}"))
        examples.append(.init(.javascript, isBad: false, "res.cookie('theme', theme);"))
        examples.append(.init(.javascript, isBad: false, "const code = Math.floor(Math.random() * 26);"))
        examples.append(.init(.javascript, isBad: false, "const width = pwWidth + Math.random() * 4;"))
        examples.append(.init(.javascript, isBad: false, "const x = Math.random() * width;"))
        examples.append(.init(.javascript, isBad: false, "function tokenize() {\n  return Math.random();\n}"))
        examples.append(.init(.python, isBad: true, "response.set_cookie('session', str(random.random())[2:])"))
        examples.append(.init(.python, isBad: true, "code = str(random.randint(100000, 999999))"))
        examples.append(.init(.python, isBad: true, "key = ''.join(random.choices(letters, k=40))"))
        examples.append(.init(.python, isBad: true, "def new_session():\n    return '%032x' % random.getrandbits(128)"))
        examples.append(.init(.python, isBad: true, "activation_code = random.randint(1, 9)"))
        examples.append(.init(.python, isBad: true, "def make_password(n):\n    letters = string.ascii_letters\n    return ''.join(random.choices(letters, k=n))"))
        examples.append(.init(.python, isBad: true, "otp = random.randint(1000, 9999)"))
        examples.append(.init(.python, isBad: true, "password = ''.join(random.choice(letters) for _ in range(8))"))
        examples.append(.init(.python, isBad: false, "code = random.randint(0, 255)"))
        examples.append(.init(.python, isBad: false, "key = random.choice(list(table))"))
        examples.append(.init(.python, isBad: false, "response.set_cookie('theme', random_theme())"))
        examples.append(.init(.python, isBad: false, "postcode = random.randint(10000, 99999)"))
        examples.append(.init(.python, isBad: false, "def make_password(n):\n    return 'x'\n\ndef pick(items):\n    return random.choice(items)"))
        examples.append(.init(.python, isBad: false, "tokens = random.sample(words, 3)"))
        examples.append(.init(.python, isBad: false, "delay = random.uniform(1, 2)"))
        examples.append(.init(.python, isBad: false, "token = secrets.token_hex()"))
        examples.append(.init(.java, isBad: true, "String token = Long.toHexString(new Random().nextLong());"))
        examples.append(.init(.java, isBad: true, "int otp = (int) (Math.random() * 9999);"))
        examples.append(.init(.java, isBad: true, "String createPassword(int n) {\n  Random random = new Random();\n  return letters(random, n);\n}"))
        examples.append(.init(.java, isBad: false, "Random random = new Random();"))
        examples.append(.init(.java, isBad: false, "SecureRandom random = new SecureRandom();\nString token = next(random);"))
        examples.append(.init(.java, isBad: false, "int x = (int) (Math.random() * width);"))
        examples.append(.init(.csharp, isBad: true, "var token = new Random().Next().ToString();"))
        examples.append(.init(.csharp, isBad: false, "var token = RandomNumberGenerator.GetHexString(32);"))
        examples.append(.init(.csharp, isBad: false, "var delay = new Random().Next(100);"))
        examples.append(.init(.php, isBad: true, "<?php\n$token = uniqid();"))
        examples.append(.init(.php, isBad: true, "<?php\n$resetCode = rand(1000, 9999);"))
        examples.append(.init(.php, isBad: true, "<?php\n$user->password = str_shuffle($letters);"))
        examples.append(.init(.php, isBad: false, "<?php\n$token = bin2hex(random_bytes(16));"))
        examples.append(.init(.php, isBad: false, "<?php\n$color = rand(0, 255);"))
        examples.append(.init(.php, isBad: false, "<?php\n$id = uniqid();"))
        examples.append(.init(.dart, isBad: true, "final token = Random().nextInt(1000000).toString();"))
        examples.append(.init(.dart, isBad: false, "final token = Random.secure().nextInt(1000000).toString();"))
        examples.append(.init(.dart, isBad: false, "final x = Random().nextDouble();"))
        return RuleDefinition(
            id: "crypto/insecure-random", title: "Secret made with a predictable generator",
            message: "This generator can be predicted. For secrets use crypto.randomBytes, secrets or crypto/rand.",
            why: "Who sees some values of the generator can compute the others, and with them tokens and passwords.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .java, .kotlin, .csharp, .php, .dart], cwe: 338,
            references: ["https://cwe.mitre.org/data/definitions/338.html"], tags: ["security", "crypto"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition43() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("jwt.decode(..., verify=False, ...)")
        let f2: RuleDefinition.Formula = .pattern("jwt.decode(..., options={..., \"verify_signature\": False, ...}, ...)")
        let f3: RuleDefinition.Formula = .pattern("jwt.decode(..., algorithms=[\"none\"], ...)")
        let f4: RuleDefinition.Formula = .pattern("jwt.encode(..., algorithm=\"none\", ...)")
        let f5: RuleDefinition.Formula = .pattern("jwt.encode(..., algorithm=None, ...)")
        let f6: RuleDefinition.Formula = .pattern("jwt.decode(..., algorithms=[..., \"none\", ...], ...)")
        let f7: RuleDefinition.Formula = .pattern("jwt.decode(..., options=dict(..., verify_signature=False, ...), ...)")
        let f8: RuleDefinition.Formula = .pattern("jwt.get_unverified_claims(...)")
        let f9: RuleDefinition.Formula = .pattern("jwt.process_jwt(...)")
        let f10: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6, f7, f8, f9])
        let f11: RuleDefinition.Formula = .languages([.python], f10)
        let f12: RuleDefinition.Formula = .pattern("jwt.UnsafeAllowNoneSignatureType")
        let f13: RuleDefinition.Formula = .pattern("jwt.SigningMethodNone")
        let f14: RuleDefinition.Formula = .pattern("$PARSER.ParseUnverified(...)")
        let f15: RuleDefinition.Formula = .any([f12, f13, f14])
        let f16: RuleDefinition.Formula = .languages([.go], f15)
        let f17: RuleDefinition.Formula = .pattern("jwt.verify(..., {..., ignoreExpiration: true, ...}, ...)")
        let f18: RuleDefinition.Formula = .pattern("jwt.verify(..., {..., algorithms: [..., \"none\", ...], ...}, ...)")
        let f19: RuleDefinition.Formula = .pattern("jwt.verify(..., {..., algorithms: [\"none\"], ...}, ...)")
        let f20: RuleDefinition.Formula = .pattern("jwt.sign(..., {..., algorithm: \"none\", ...}, ...)")
        let f21: RuleDefinition.Formula = .pattern("$JWT.verify(..., {..., algorithms: [..., \"none\", ...], ...}, ...)")
        let f22: RuleDefinition.Formula = .pattern("ignoreExpiration: true")
        let f23: RuleDefinition.Formula = .pattern("algorithms: [..., \"none\", ...]")
        let f24: RuleDefinition.Formula = .pattern("expressJwt({..., algorithms: [..., \"none\", ...], ...})")
        let f25: RuleDefinition.Formula = .any([f17, f18, f19, f20, f21, f22, f23, f24])
        let f26: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f25)
        let f27: RuleDefinition.Formula = .any([f11, f16, f26])
        formulas.append(f27)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "claims = jwt.decode(token, key, options={'verify_signature': False})"))
        examples.append(.init(.python, isBad: true, "claims = jwt.decode(token, verify=False)"))
        examples.append(.init(.python, isBad: false, "claims = jwt.decode(token, key, algorithms=['HS256'])"))
        examples.append(.init(.go, isBad: true, "return jwt.UnsafeAllowNoneSignatureType, nil"))
        examples.append(.init(.go, isBad: false, "return key, nil"))
        examples.append(.init(.javascript, isBad: true, "jwt.verify(token, key, { ignoreExpiration: true });"))
        examples.append(.init(.javascript, isBad: true, "jwt.verify(token, key, { algorithms: ['none'] });"))
        examples.append(.init(.javascript, isBad: true, "const options = { algorithms: ['HS256', 'none'] };\njwt.verify(token, key, options);"))
        examples.append(.init(.javascript, isBad: true, "const options = { issuer: 'site', ignoreExpiration: true };\njwt.verify(token, key, options);"))
        examples.append(.init(.javascript, isBad: false, "jwt.verify(token, key, { algorithms: ['HS256'] });"))
        return RuleDefinition(
            id: "crypto/jwt-unverified", title: "JSON web token accepted without a check",
            message: "The token's signature or expiry is not checked, so anybody can write one.",
            why: "Without its signature a token is only what the sender claims. Verify with the expected algorithm and key.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go], cwe: 347,
            references: ["https://www.rfc-editor.org/rfc/rfc8725"], tags: ["security", "crypto"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition44() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("ssl.$VERSION")
        let f2: RuleDefinition.Formula = .pattern("SSL.$VERSION")
        let f3: RuleDefinition.Formula = .pattern("ssl.TLSVersion.$VERSION")
        let f4: RuleDefinition.Formula = .any([f1, f2, f3])
        let f5: RuleDefinition.Formula = .regex(metavariable: "$VERSION", "^(PROTOCOL_SSLv2|PROTOCOL_SSLv3|PROTOCOL_TLSv1|PROTOCOL_TLSv1_1|SSLv2_METHOD|SSLv3_METHOD|TLSv1_METHOD|TLSv1_1_METHOD|TLSv1|TLSv1_1|SSLv3)$", isNegated: false)
        let f6: RuleDefinition.Formula = .line("(OP_NO|\\[ssl\\.|: *(OpenSSL\\.)?SSL\\.|if |!=|==| in |elif )", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f4, f5, f6])
        let f8: RuleDefinition.Formula = .languages([.python], f7)
        let f9: RuleDefinition.Formula = .pattern("secureProtocol: \"SSLv3_method\"")
        let f10: RuleDefinition.Formula = .pattern("secureProtocol: \"TLSv1_method\"")
        let f11: RuleDefinition.Formula = .pattern("secureProtocol: \"TLSv1_1_method\"")
        let f12: RuleDefinition.Formula = .pattern("minVersion: \"TLSv1\"")
        let f13: RuleDefinition.Formula = .pattern("minVersion: \"TLSv1.1\"")
        let f14: RuleDefinition.Formula = .any([f9, f10, f11, f12, f13])
        let f15: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f14)
        let f16: RuleDefinition.Formula = .pattern("MinVersion: tls.VersionTLS10")
        let f17: RuleDefinition.Formula = .pattern("MinVersion: tls.VersionTLS11")
        let f18: RuleDefinition.Formula = .pattern("MinVersion: tls.VersionSSL30")
        let f19: RuleDefinition.Formula = .pattern("MaxVersion: tls.VersionTLS10")
        let f20: RuleDefinition.Formula = .pattern("MaxVersion: tls.VersionTLS11")
        let f21: RuleDefinition.Formula = .any([f16, f17, f18, f19, f20])
        let f22: RuleDefinition.Formula = .languages([.go], f21)
        let f23: RuleDefinition.Formula = .pattern(".tlsMinimumSupportedProtocolVersion = .TLSv10")
        let f24: RuleDefinition.Formula = .pattern(".tlsMinimumSupportedProtocolVersion = .TLSv11")
        let f25: RuleDefinition.Formula = .pattern("minimumTLSVersion = .tlsv1")
        let f26: RuleDefinition.Formula = .pattern("minimumTLSVersion = .tlsv11")
        let f27: RuleDefinition.Formula = .any([f23, f24, f25, f26])
        let f28: RuleDefinition.Formula = .languages([.swift], f27)
        let f29: RuleDefinition.Formula = .pattern("SSLContext.getInstance($VERSION, ...)")
        let f30: RuleDefinition.Formula = .regex(metavariable: "$VERSION", "^\"(SSL|SSLv2|SSLv3|TLSv1|TLSv1\\.1)\"$", isNegated: false)
        let f31: RuleDefinition.Formula = .all([f29, f30])
        let f32: RuleDefinition.Formula = .languages([.java, .kotlin], f31)
        let f33: RuleDefinition.Formula = .pattern("SecurityProtocolType.$VERSION")
        let f34: RuleDefinition.Formula = .regex(metavariable: "$VERSION", "^(Ssl3|Tls|Tls11)$", isNegated: false)
        let f35: RuleDefinition.Formula = .line("(==|!=|&=|~)", isNegated: true)
        let f36: RuleDefinition.Formula = .all([f33, f34, f35])
        let f37: RuleDefinition.Formula = .languages([.csharp], f36)
        let f38: RuleDefinition.Formula = .pattern("SslProtocols.$VERSION")
        let f39: RuleDefinition.Formula = .regex(metavariable: "$VERSION", "^(Ssl2|Ssl3|Tls|Tls11)$", isNegated: false)
        let f40: RuleDefinition.Formula = .line("(==|!=|&=|~|case )", isNegated: true)
        let f41: RuleDefinition.Formula = .all([f38, f39, f40])
        let f42: RuleDefinition.Formula = .languages([.csharp], f41)
        let f43: RuleDefinition.Formula = .any([f8, f15, f22, f28, f32, f37, f42])
        formulas.append(f43)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)"))
        examples.append(.init(.python, isBad: false, "context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)"))
        examples.append(.init(.javascript, isBad: true, "tls.createServer({ minVersion: 'TLSv1' });"))
        examples.append(.init(.javascript, isBad: false, "tls.createServer({ minVersion: 'TLSv1.2' });"))
        examples.append(.init(.go, isBad: true, "config := &tls.Config{MinVersion: tls.VersionTLS10}"))
        examples.append(.init(.go, isBad: false, "config := &tls.Config{MinVersion: tls.VersionTLS13}"))
        examples.append(.init(.java, isBad: true, "SSLContext context = SSLContext.getInstance(\"SSLv3\");"))
        examples.append(.init(.java, isBad: true, "SSLContext context = SSLContext.getInstance(\"TLSv1.1\");"))
        examples.append(.init(.java, isBad: false, "SSLContext context = SSLContext.getInstance(\"TLS\");"))
        examples.append(.init(.java, isBad: false, "SSLContext context = SSLContext.getInstance(\"TLSv1.3\");"))
        examples.append(.init(.csharp, isBad: true, "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls11;"))
        examples.append(.init(.csharp, isBad: false, "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;"))
        examples.append(.init(.csharp, isBad: false, "if (protocol == SslProtocols.Tls) Warn();"))
        return RuleDefinition(
            id: "crypto/old-tls", title: "Outdated version of TLS",
            message: "This version of TLS is broken and no longer allowed. Use TLS 1.2 or 1.3.",
            why: "SSL 2 and 3, TLS 1.0 and 1.1 have known attacks; browsers and standards have dropped them.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift, .java, .kotlin, .csharp], cwe: 327,
            references: ["https://www.rfc-editor.org/rfc/rfc8996"], tags: ["security", "crypto", "tls"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition45() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("rsa.generate_private_key(..., key_size=$BITS, ...)")
        let f2: RuleDefinition.Formula = .pattern("dsa.generate_private_key(..., key_size=$BITS, ...)")
        let f3: RuleDefinition.Formula = .pattern("rsa.generate_private_key($EXPONENT, $BITS, ...)")
        let f4: RuleDefinition.Formula = .pattern("dsa.generate_private_key($BITS, ...)")
        let f5: RuleDefinition.Formula = .pattern("RSA.generate($BITS, ...)")
        let f6: RuleDefinition.Formula = .pattern("DSA.generate($BITS, ...)")
        let f7: RuleDefinition.Formula = .pattern("RSA.generate(bits=$BITS, ...)")
        let f8: RuleDefinition.Formula = .pattern("rsa.newkeys($BITS, ...)")
        let f9: RuleDefinition.Formula = .pattern("$KEY.generate_key(crypto.TYPE_RSA, $BITS)")
        let f10: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6, f7, f8, f9])
        let f11: RuleDefinition.Formula = .regex(metavariable: "$BITS", "^(?:256|384|512|768|1024|1536)$", isNegated: false)
        let f12: RuleDefinition.Formula = .all([f10, f11])
        let f13: RuleDefinition.Formula = .languages([.python], f12)
        let f14: RuleDefinition.Formula = .pattern("modulusLength: $BITS")
        let f15: RuleDefinition.Formula = .regex(metavariable: "$BITS", "^(?:256|384|512|768|1024|1536)$", isNegated: false)
        let f16: RuleDefinition.Formula = .all([f14, f15])
        let f17: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f16)
        let f18: RuleDefinition.Formula = .pattern("rsa.GenerateKey($READER, $BITS)")
        let f19: RuleDefinition.Formula = .regex(metavariable: "$BITS", "^(?:256|384|512|768|1024|1536)$", isNegated: false)
        let f20: RuleDefinition.Formula = .all([f18, f19])
        let f21: RuleDefinition.Formula = .languages([.go], f20)
        let f22: RuleDefinition.Formula = .any([f13, f17, f21])
        formulas.append(f22)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "key = rsa.generate_private_key(public_exponent=65537, key_size=1024)"))
        examples.append(.init(.python, isBad: true, "key = RSA.generate(1024)"))
        examples.append(.init(.python, isBad: false, "key = rsa.generate_private_key(public_exponent=65537, key_size=3072)"))
        examples.append(.init(.javascript, isBad: true, "crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });"))
        examples.append(.init(.javascript, isBad: false, "crypto.generateKeyPairSync('rsa', { modulusLength: 4096 });"))
        examples.append(.init(.go, isBad: true, "key, err := rsa.GenerateKey(rand.Reader, 1024)"))
        examples.append(.init(.go, isBad: false, "key, err := rsa.GenerateKey(rand.Reader, 2048)"))
        return RuleDefinition(
            id: "crypto/small-key", title: "Key too small",
            message: "A key of this size can be broken. Use at least 2048 bits for RSA and DSA, or an elliptic curve.",
            why: "RSA keys of 1024 bits are within reach of those who want to, and standards have dropped them since 2013.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go], cwe: 326,
            references: ["https://cwe.mitre.org/data/definitions/326.html"], tags: ["security", "crypto"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition46() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("verify=False")
        let f2: RuleDefinition.Formula = .inside("$CLIENT.$CALL(...)")
        let f3: RuleDefinition.Formula = .regex(metavariable: "$CALL", "^(get|post|put|patch|delete|head|options|request|send|stream|urlopen|Client|AsyncClient|Session|session|client|resource|download|fetch|HTTPTransport|AsyncHTTPTransport|merge_environment_settings)$", isNegated: false)
        let f4: RuleDefinition.Formula = .notInside("def $FUNCTION(...)")
        let f5: RuleDefinition.Formula = .all([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .pattern("verify=False")
        let f7: RuleDefinition.Formula = .inside("$CALL(...)")
        let f8: RuleDefinition.Formula = .regex(metavariable: "$CALL", "^(get|post|put|patch|delete|head|options|request|urlopen|Client|AsyncClient|Session|dict|partial)$", isNegated: false)
        let f9: RuleDefinition.Formula = .notInside("def $FUNCTION(...)")
        let f10: RuleDefinition.Formula = .all([f6, f7, f8, f9])
        let f11: RuleDefinition.Formula = .pattern("verify_ssl=False")
        let f12: RuleDefinition.Formula = .pattern("ssl_verify=False")
        let f13: RuleDefinition.Formula = .pattern("check_hostname=False")
        let f14: RuleDefinition.Formula = .pattern("verify_certs=False")
        let f15: RuleDefinition.Formula = .pattern("validate_certs=False")
        let f16: RuleDefinition.Formula = .pattern("verify_cert=False")
        let f17: RuleDefinition.Formula = .pattern("tlsAllowInvalidCertificates=True")
        let f18: RuleDefinition.Formula = .pattern("tlsInsecure=True")
        let f19: RuleDefinition.Formula = .pattern("ssl_cert_reqs=None")
        let f20: RuleDefinition.Formula = .pattern("ssl_cert_reqs=\"none\"")
        let f21: RuleDefinition.Formula = .any([f11, f12, f13, f14, f15, f16, f17, f18, f19, f20])
        let f22: RuleDefinition.Formula = .inside("$CALL(...)")
        let f23: RuleDefinition.Formula = .notInside("def $FUNCTION(...)")
        let f24: RuleDefinition.Formula = .all([f21, f22, f23])
        let f25: RuleDefinition.Formula = .pattern("verify=$FLAG")
        let f26: RuleDefinition.Formula = .inside("$CALL(...)")
        let f27: RuleDefinition.Formula = .notInside("def $FUNCTION(...)")
        let f28: RuleDefinition.Formula = .regex(metavariable: "$FLAG", "^[a-z_]+$", isNegated: false)
        let f29: RuleDefinition.Formula = .kind(metavariable: "$FLAG", "false", isNegated: false)
        let f30: RuleDefinition.Formula = .all([f25, f26, f27, f28, f29])
        let f31: RuleDefinition.Formula = .pattern("ssl=False")
        let f32: RuleDefinition.Formula = .inside("$CLIENT.$CALL(...)")
        let f33: RuleDefinition.Formula = .regex(metavariable: "$CALL", "^(get|post|put|patch|delete|head|options|request|ws_connect|TCPConnector)$", isNegated: false)
        let f34: RuleDefinition.Formula = .all([f31, f32, f33])
        let f35: RuleDefinition.Formula = .pattern("verify=$FLAG")
        let f36: RuleDefinition.Formula = .inside("$CALL(...)")
        let f37: RuleDefinition.Formula = .notInside("def $FUNCTION(...)")
        let f38: RuleDefinition.Formula = .regex(metavariable: "$FLAG", "^[a-z_]+$", isNegated: false)
        let f39: RuleDefinition.Formula = .kind(metavariable: "$FLAG", "false", isNegated: false)
        let f40: RuleDefinition.Formula = .all([f35, f36, f37, f38, f39])
        let f41: RuleDefinition.Formula = .pattern("ssl=False")
        let f42: RuleDefinition.Formula = .inside("TCPConnector(...)")
        let f43: RuleDefinition.Formula = .all([f41, f42])
        let f44: RuleDefinition.Formula = .pattern("$CONTEXT.check_hostname = False")
        let f45: RuleDefinition.Formula = .pattern("$SESSION.verify = False")
        let f46: RuleDefinition.Formula = .any([f44, f45])
        let f47: RuleDefinition.Formula = .notInside("if verify is False: ...")
        let f48: RuleDefinition.Formula = .notInside("elif verify is False: ...")
        let f49: RuleDefinition.Formula = .notInside("if not verify: ...")
        let f50: RuleDefinition.Formula = .notInside("elif not verify: ...")
        let f51: RuleDefinition.Formula = .notInside("if not validate_certs: ...")
        let f52: RuleDefinition.Formula = .notInside("elif not validate_certs: ...")
        let f53: RuleDefinition.Formula = .all([f46, f47, f48, f49, f50, f51, f52])
        let f54: RuleDefinition.Formula = .pattern("ssl._create_unverified_context(...)")
        let f55: RuleDefinition.Formula = .pattern("ssl._create_stdlib_context(...)")
        let f56: RuleDefinition.Formula = .pattern("$CONTEXT.verify_mode = ssl.CERT_NONE")
        let f57: RuleDefinition.Formula = .not("$CONTEXT.verify_mode = ssl.CERT_NONE if")
        let f58: RuleDefinition.Formula = .notInside("if verify is False: ...")
        let f59: RuleDefinition.Formula = .notInside("elif verify is False: ...")
        let f60: RuleDefinition.Formula = .notInside("if not verify: ...")
        let f61: RuleDefinition.Formula = .notInside("elif not verify: ...")
        let f62: RuleDefinition.Formula = .notInside("if not validate_certs: ...")
        let f63: RuleDefinition.Formula = .notInside("elif not validate_certs: ...")
        let f64: RuleDefinition.Formula = .all([f56, f57, f58, f59, f60, f61, f62, f63])
        let f65: RuleDefinition.Formula = .pattern("cert_reqs=ssl.CERT_NONE")
        let f66: RuleDefinition.Formula = .pattern("cert_reqs=\"CERT_NONE\"")
        let f67: RuleDefinition.Formula = .pattern("cert_reqs=\"NONE\"")
        let f68: RuleDefinition.Formula = .pattern("disable_ssl_certificate_validation=True")
        let f69: RuleDefinition.Formula = .pattern("ssl._create_default_https_context = ssl._create_unverified_context")
        let f70: RuleDefinition.Formula = .any([f5, f10, f24, f30, f34, f40, f43, f53, f54, f55, f64, f65, f66, f67, f68, f69])
        let f71: RuleDefinition.Formula = .languages([.python], f70)
        let f72: RuleDefinition.Formula = .pattern("rejectUnauthorized: false")
        let f73: RuleDefinition.Formula = .pattern("$OPTIONS.rejectUnauthorized = false")
        let f74: RuleDefinition.Formula = .pattern("strictSSL: false")
        let f75: RuleDefinition.Formula = .pattern("process.env.NODE_TLS_REJECT_UNAUTHORIZED = \"0\"")
        let f76: RuleDefinition.Formula = .pattern("process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0")
        let f77: RuleDefinition.Formula = .pattern("process.env[\"NODE_TLS_REJECT_UNAUTHORIZED\"] = \"0\"")
        let f78: RuleDefinition.Formula = .pattern("process.env[\"NODE_TLS_REJECT_UNAUTHORIZED\"] = 0")
        let f79: RuleDefinition.Formula = .pattern("checkServerIdentity: () => undefined")
        let f80: RuleDefinition.Formula = .pattern("checkServerIdentity: () => {}")
        let f81: RuleDefinition.Formula = .pattern("checkServerIdentity: () => null")
        let f82: RuleDefinition.Formula = .pattern("insecureSkipVerify: true")
        let f83: RuleDefinition.Formula = .any([f72, f73, f74, f75, f76, f77, f78, f79, f80, f81, f82])
        let f84: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f83)
        let f85: RuleDefinition.Formula = .pattern("InsecureSkipVerify: true")
        let f86: RuleDefinition.Formula = .pattern("$CONFIG.InsecureSkipVerify = true")
        let f87: RuleDefinition.Formula = .pattern("grpc.WithInsecure()")
        let f88: RuleDefinition.Formula = .any([f85, f86, f87])
        let f89: RuleDefinition.Formula = .languages([.go], f88)
        let f90: RuleDefinition.Formula = .pattern(".disableEvaluation")
        let f91: RuleDefinition.Formula = .pattern("DisabledTrustEvaluator()")
        let f92: RuleDefinition.Formula = .pattern("DisabledEvaluator()")
        let f93: RuleDefinition.Formula = .pattern("$X.allowInvalidCertificates = true")
        let f94: RuleDefinition.Formula = .pattern("$X.certificateVerification = .none")
        let f95: RuleDefinition.Formula = .pattern("certificateVerification: .none")
        let f96: RuleDefinition.Formula = .pattern("$X.validatesDomainName = false")
        let f97: RuleDefinition.Formula = .pattern("completionHandler(.useCredential, URLCredential(trust: challenge.protectionSpace.serverTrust!))")
        let f98: RuleDefinition.Formula = .pattern("completionHandler(.useCredential, URLCredential(trust: $TRUST))")
        let f99: RuleDefinition.Formula = .file(["SecTrustEvaluateWithError", "SecTrustEvaluate", "SecTrustEvaluateAsyncWithError", "SecPolicyCreateSSL", "evaluate"], isNegated: true)
        let f100: RuleDefinition.Formula = .all([f98, f99])
        let f101: RuleDefinition.Formula = .any([f90, f91, f92, f93, f94, f95, f96, f97, f100])
        let f102: RuleDefinition.Formula = .languages([.swift], f101)
        let f103: RuleDefinition.Formula = .pattern("insecure_skip_verify: true")
        let f104: RuleDefinition.Formula = .pattern("insecureSkipVerify: true")
        let f105: RuleDefinition.Formula = .pattern("insecure-skip-tls-verify: true")
        let f106: RuleDefinition.Formula = .pattern("validate_certs: false")
        let f107: RuleDefinition.Formula = .pattern("validate_certs: no")
        let f108: RuleDefinition.Formula = .pattern("NODE_TLS_REJECT_UNAUTHORIZED: 0")
        let f109: RuleDefinition.Formula = .pattern("NODE_TLS_REJECT_UNAUTHORIZED: \"0\"")
        let f110: RuleDefinition.Formula = .any([f103, f104, f105, f106, f107, f108, f109])
        let f111: RuleDefinition.Formula = .languages([.yaml], f110)
        let f112: RuleDefinition.Formula = .pattern("$TOOL")
        let f113: RuleDefinition.Formula = .any([f112])
        let f114: RuleDefinition.Formula = .regex(metavariable: "$TOOL", "^(curl|wget|git|npm|yarn|NODE_TLS_REJECT_UNAUTHORIZED|GIT_SSL_NO_VERIFY|PYTHONHTTPSVERIFY)$", isNegated: false)
        let f115: RuleDefinition.Formula = .line("\\b(NODE_TLS_REJECT_UNAUTHORIZED[= ][\"']?0|PYTHONHTTPSVERIFY[= ][\"']?0|GIT_SSL_NO_VERIFY[= ][\"']?(1|true)|yarn\\s[^|;&]*strict-ssl\\s+false|curl\\s([^|;&]*\\s)?(-[a-zA-Z]*k[a-zA-Z]*|--insecure)\\s|wget\\s[^|;&]*--no-check-certificate|git\\s[^|;&]*http\\.sslVerify[ =]+false|npm\\s[^|;&]*strict-ssl\\s+false)", isNegated: false)
        let f116: RuleDefinition.Formula = .line("(localhost|127\\.0\\.0\\.1)", isNegated: true)
        let f117: RuleDefinition.Formula = .all([f113, f114, f115, f116])
        let f118: RuleDefinition.Formula = .languages([.shell, .dockerfile], f117)
        let f119: RuleDefinition.Formula = .pattern("NoopHostnameVerifier.INSTANCE")
        let f120: RuleDefinition.Formula = .pattern("SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER")
        let f121: RuleDefinition.Formula = .pattern("new AllowAllHostnameVerifier()")
        let f122: RuleDefinition.Formula = .pattern("new TrustAllStrategy()")
        let f123: RuleDefinition.Formula = .pattern("TrustAllStrategy.INSTANCE")
        let f124: RuleDefinition.Formula = .pattern("InsecureTrustManagerFactory.INSTANCE")
        let f125: RuleDefinition.Formula = .pattern(".setHostnameVerifier((...) -> true)")
        let f126: RuleDefinition.Formula = .languages([.java], f125)
        let f127: RuleDefinition.Formula = .pattern(".setSSLHostnameVerifier((...) -> true)")
        let f128: RuleDefinition.Formula = .languages([.java], f127)
        let f129: RuleDefinition.Formula = .pattern(".hostnameVerifier((...) -> true)")
        let f130: RuleDefinition.Formula = .languages([.java], f129)
        let f131: RuleDefinition.Formula = .pattern("hostnameVerifier { _, _ -> true }")
        let f132: RuleDefinition.Formula = .languages([.kotlin], f131)
        let f133: RuleDefinition.Formula = .any([f119, f120, f121, f122, f123, f124, f126, f128, f130, f132])
        let f134: RuleDefinition.Formula = .languages([.java, .kotlin], f133)
        let f135: RuleDefinition.Formula = .pattern("checkServerTrusted($TYPE[] $CHAIN, String $NAME) {}")
        let f136: RuleDefinition.Formula = .all([f135])
        let f137: RuleDefinition.Formula = .languages([.java], f136)
        let f138: RuleDefinition.Formula = .pattern("checkServerTrusted($TYPE[] $CHAIN, String $NAME) throws $ERROR {}")
        let f139: RuleDefinition.Formula = .all([f138])
        let f140: RuleDefinition.Formula = .languages([.java], f139)
        let f141: RuleDefinition.Formula = .pattern("fun checkServerTrusted(...) {}")
        let f142: RuleDefinition.Formula = .all([f141])
        let f143: RuleDefinition.Formula = .languages([.kotlin], f142)
        let f144: RuleDefinition.Formula = .pattern(".ServerCertificateValidationCallback = (...) => true")
        let f145: RuleDefinition.Formula = .pattern(".ServerCertificateValidationCallback += (...) => true")
        let f146: RuleDefinition.Formula = .pattern(".ServerCertificateCustomValidationCallback = (...) => true")
        let f147: RuleDefinition.Formula = .pattern("ServerCertificateCustomValidationCallback = (...) => true")
        let f148: RuleDefinition.Formula = .pattern(".ServerCertificateValidationCallback = delegate { return true; }")
        let f149: RuleDefinition.Formula = .pattern("HttpClientHandler.DangerousAcceptAnyServerCertificateValidator")
        let f150: RuleDefinition.Formula = .pattern("TrustServerCertificate = true")
        let f151: RuleDefinition.Formula = .any([f144, f145, f146, f147, f148, f149, f150])
        let f152: RuleDefinition.Formula = .languages([.csharp], f151)
        let f153: RuleDefinition.Formula = .pattern("$X.danger_accept_invalid_certs(true)")
        let f154: RuleDefinition.Formula = .pattern("$X.danger_accept_invalid_hostnames(true)")
        let f155: RuleDefinition.Formula = .pattern("$X.set_verify(SslVerifyMode::NONE)")
        let f156: RuleDefinition.Formula = .pattern("$X.tls_danger_accept_invalid_certs(true)")
        let f157: RuleDefinition.Formula = .pattern("$X.accept_invalid_certs(true)")
        let f158: RuleDefinition.Formula = .any([f153, f154, f155, f156, f157])
        let f159: RuleDefinition.Formula = .languages([.rust], f158)
        let f160: RuleDefinition.Formula = .pattern("curl_setopt($HANDLE, CURLOPT_SSL_VERIFYPEER, $OFF)")
        let f161: RuleDefinition.Formula = .pattern("curl_setopt($HANDLE, CURLOPT_SSL_VERIFYHOST, $OFF)")
        let f162: RuleDefinition.Formula = .pattern("CURLOPT_SSL_VERIFYPEER => $OFF")
        let f163: RuleDefinition.Formula = .pattern("CURLOPT_SSL_VERIFYHOST => $OFF")
        let f164: RuleDefinition.Formula = .pattern("\"verify_peer\" => $OFF")
        let f165: RuleDefinition.Formula = .pattern("\"verify_peer_name\" => $OFF")
        let f166: RuleDefinition.Formula = .pattern("\"sslverify\" => $OFF")
        let f167: RuleDefinition.Formula = .any([f160, f161, f162, f163, f164, f165, f166])
        let f168: RuleDefinition.Formula = .regex(metavariable: "$OFF", "(?i)^(false|0)$", isNegated: false)
        let f169: RuleDefinition.Formula = .all([f167, f168])
        let f170: RuleDefinition.Formula = .languages([.php], f169)
        let f171: RuleDefinition.Formula = .pattern("\"verify\" => $OFF")
        let f172: RuleDefinition.Formula = .regex(metavariable: "$OFF", "(?i)^false$", isNegated: false)
        let f173: RuleDefinition.Formula = .file(["GuzzleHttp", "Guzzle", "Http", "Client"], isNegated: false)
        let f174: RuleDefinition.Formula = .all([f171, f172, f173])
        let f175: RuleDefinition.Formula = .languages([.php], f174)
        let f176: RuleDefinition.Formula = .pattern(".badCertificateCallback = (...) => true")
        let f177: RuleDefinition.Formula = .pattern(".badCertificateCallback = (...) { return true; }")
        let f178: RuleDefinition.Formula = .pattern(".badCertificateCallback = ((...) => true)")
        let f179: RuleDefinition.Formula = .pattern("onBadCertificate: (...) => true")
        let f180: RuleDefinition.Formula = .any([f176, f177, f178, f179])
        let f181: RuleDefinition.Formula = .all([f180])
        let f182: RuleDefinition.Formula = .languages([.dart], f181)
        let f183: RuleDefinition.Formula = .any([f71, f84, f89, f102, f111, f118, f134, f137, f140, f143, f152, f159, f170, f175, f182])
        formulas.append(f183)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "requests.get(url, verify=False)"))
        examples.append(.init(.python, isBad: true, "context = ssl._create_unverified_context()"))
        examples.append(.init(.python, isBad: true, "context.verify_mode = ssl.CERT_NONE"))
        examples.append(.init(.python, isBad: true, "session.verify = False"))
        examples.append(.init(.python, isBad: false, "if verify is False:\n    context.check_hostname = False\n    context.verify_mode = ssl.CERT_NONE"))
        examples.append(.init(.python, isBad: false, "requests.get(url, verify='/etc/ssl/ca.pem')"))
        examples.append(.init(.python, isBad: false, "requests.get(url, verify=True)"))
        examples.append(.init(.python, isBad: false, "def check(verify=False): pass"))
        examples.append(.init(.javascript, isBad: true, "const agent = new https.Agent({ rejectUnauthorized: false });"))
        examples.append(.init(.javascript, isBad: true, "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';"))
        examples.append(.init(.javascript, isBad: false, "const agent = new https.Agent({ rejectUnauthorized: true });"))
        examples.append(.init(.go, isBad: true, "config := &tls.Config{InsecureSkipVerify: true}"))
        examples.append(.init(.go, isBad: false, "config := &tls.Config{MinVersion: tls.VersionTLS12}"))
        examples.append(.init(.swift, isBad: true, "configuration.certificateVerification = .none"))
        examples.append(.init(.swift, isBad: false, "configuration.certificateVerification = .fullVerification"))
        examples.append(.init(.yaml, isBad: true, "tls_config:\n  insecure_skip_verify: true"))
        examples.append(.init(.yaml, isBad: false, "tls_config:\n  insecure_skip_verify: false"))
        examples.append(.init(.shell, isBad: true, "curl -k https://api.site.io/install"))
        examples.append(.init(.shell, isBad: true, "wget --no-check-certificate https://site.io/a.tgz"))
        examples.append(.init(.shell, isBad: false, "curl -fsSL https://api.site.io/install"))
        examples.append(.init(.java, isBad: true, "builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);"))
        examples.append(.init(.java, isBad: true, "connection.setHostnameVerifier((host, session) -> true);"))
        examples.append(.init(.java, isBad: true, "public void checkServerTrusted(X509Certificate[] chain, String type) {}"))
        examples.append(.init(.java, isBad: true, "public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {\n}"))
        examples.append(.init(.java, isBad: false, "connection.setHostnameVerifier(new DefaultHostnameVerifier());"))
        examples.append(.init(.java, isBad: false, "public void checkClientTrusted(X509Certificate[] chain, String type) {}"))
        examples.append(.init(.java, isBad: false, "public void checkServerTrusted(X509Certificate[] chain, String type) { check(chain); }"))
        examples.append(.init(.kotlin, isBad: true, "override fun checkServerTrusted(chain: Array<X509Certificate>, type: String) {}"))
        examples.append(.init(.kotlin, isBad: false, "override fun checkServerTrusted(chain: Array<X509Certificate>, type: String) { check(chain) }"))
        examples.append(.init(.csharp, isBad: true, "handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => true;"))
        examples.append(.init(.csharp, isBad: true, "ServicePointManager.ServerCertificateValidationCallback += (s, c, n, e) => true;"))
        examples.append(.init(.csharp, isBad: true, "handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;"))
        examples.append(.init(.csharp, isBad: false, "handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => errors == SslPolicyErrors.None;"))
        examples.append(.init(.csharp, isBad: false, "handler.CheckCertificateRevocationList = true;"))
        examples.append(.init(.csharp, isBad: false, "var isTrusted = check((a, b) => true);"))
        examples.append(.init(.rust, isBad: true, "let c = reqwest::Client::builder().danger_accept_invalid_certs(true).build();"))
        examples.append(.init(.rust, isBad: true, "let c = builder\n    .danger_accept_invalid_hostnames(true)\n    .build()?;"))
        examples.append(.init(.rust, isBad: true, "builder.set_verify(SslVerifyMode::NONE);"))
        examples.append(.init(.rust, isBad: false, "let c = reqwest::Client::builder().danger_accept_invalid_certs(false).build();"))
        examples.append(.init(.rust, isBad: false, "builder.set_verify(SslVerifyMode::PEER);"))
        examples.append(.init(.rust, isBad: false, "builder.danger_accept_invalid_certs(options.insecure)"))
        examples.append(.init(.php, isBad: true, "<?php\ncurl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false);"))
        examples.append(.init(.php, isBad: true, "<?php\ncurl_setopt_array($ch, [CURLOPT_SSL_VERIFYPEER => 0]);"))
        examples.append(.init(.php, isBad: true, "<?php\n$context = stream_context_create(['ssl' => ['verify_peer' => false]]);"))
        examples.append(.init(.php, isBad: true, "<?php\n$client = new GuzzleHttp\\Client(['verify' => false]);"))
        examples.append(.init(.php, isBad: false, "<?php\ncurl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true);"))
        examples.append(.init(.php, isBad: false, "<?php\ncurl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 2);"))
        examples.append(.init(.php, isBad: false, "<?php\n$options = ['verify' => false];"))
        examples.append(.init(.dart, isBad: true, "client.badCertificateCallback = (X509Certificate c, String host, int port) { return true; };"))
        examples.append(.init(.dart, isBad: true, "client.badCertificateCallback = (cert, host, port) => true;"))
        examples.append(.init(.dart, isBad: true, "HttpClient()..badCertificateCallback = ((X509Certificate cert, String host, int port) => true);"))
        examples.append(.init(.dart, isBad: false, "client.badCertificateCallback = (c, host, port) { return host == known; };"))
        examples.append(.init(.dart, isBad: false, "client.badCertificateCallback = (cert, host, port) => host == known;"))
        examples.append(.init(.dart, isBad: false, "client.onRetry = (a, b) => true;"))
        return RuleDefinition(
            id: "crypto/tls-verification-off", title: "TLS certificates are not checked",
            message: "Without checking the certificate anybody on the way can read and change the connection.",
            why: "Encryption without a checked certificate is encryption with whoever answers. Trust the certificate's authority instead: install it, or name its file in the settings.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift, .yaml, .shell, .dockerfile, .java, .kotlin, .csharp, .rust, .php, .dart], cwe: 295,
            references: ["https://cwe.mitre.org/data/definitions/295.html"], tags: ["security", "crypto", "tls"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition47() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$CIPHER.new(...)")
        let f2: RuleDefinition.Formula = .pattern("Crypto.Cipher.$CIPHER.new(...)")
        let f3: RuleDefinition.Formula = .pattern("algorithms.$CIPHER(...)")
        let f4: RuleDefinition.Formula = .any([f1, f2, f3])
        let f5: RuleDefinition.Formula = .regex(metavariable: "$CIPHER", "^(DES|DES3|ARC2|ARC4|Blowfish|CAST|TripleDES|IDEA|CAST5|SEED|XOR|RC4|pyDes)$", isNegated: false)
        let f6: RuleDefinition.Formula = .all([f4, f5])
        let f7: RuleDefinition.Formula = .languages([.python], f6)
        let f8: RuleDefinition.Formula = .pattern("$AES.MODE_ECB")
        let f9: RuleDefinition.Formula = .pattern("modes.ECB()")
        let f10: RuleDefinition.Formula = .pattern("pyDes.des(...)")
        let f11: RuleDefinition.Formula = .any([f8, f9, f10])
        let f12: RuleDefinition.Formula = .languages([.python], f11)
        let f13: RuleDefinition.Formula = .pattern("$CRYPTO.$MAKE($NAME, ...)")
        let f14: RuleDefinition.Formula = .pattern("$MAKE($NAME, ...)")
        let f15: RuleDefinition.Formula = .any([f13, f14])
        let f16: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(createCipheriv|createDecipheriv)$", isNegated: false)
        let f17: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^['\"`](des|rc2|rc4|bf|blowfish|cast|seed|idea|.*-ecb)", isNegated: false)
        let f18: RuleDefinition.Formula = .all([f15, f16, f17])
        let f19: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f18)
        let f20: RuleDefinition.Formula = .pattern("crypto.createCipher(...)")
        let f21: RuleDefinition.Formula = .pattern("crypto.createDecipher(...)")
        let f22: RuleDefinition.Formula = .pattern("createCipher(...)")
        let f23: RuleDefinition.Formula = .pattern("createDecipher(...)")
        let f24: RuleDefinition.Formula = .pattern("CryptoJS.DES.encrypt(...)")
        let f25: RuleDefinition.Formula = .pattern("CryptoJS.TripleDES.encrypt(...)")
        let f26: RuleDefinition.Formula = .pattern("CryptoJS.RC4.encrypt(...)")
        let f27: RuleDefinition.Formula = .pattern("CryptoJS.mode.ECB")
        let f28: RuleDefinition.Formula = .any([f20, f21, f22, f23, f24, f25, f26, f27])
        let f29: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f28)
        let f30: RuleDefinition.Formula = .pattern("des.NewCipher(...)")
        let f31: RuleDefinition.Formula = .pattern("des.NewTripleDESCipher(...)")
        let f32: RuleDefinition.Formula = .pattern("rc4.NewCipher(...)")
        let f33: RuleDefinition.Formula = .pattern("blowfish.NewCipher(...)")
        let f34: RuleDefinition.Formula = .any([f30, f31, f32, f33])
        let f35: RuleDefinition.Formula = .languages([.go], f34)
        let f36: RuleDefinition.Formula = .pattern("kCCAlgorithmDES")
        let f37: RuleDefinition.Formula = .pattern("kCCAlgorithm3DES")
        let f38: RuleDefinition.Formula = .pattern("kCCAlgorithmRC4")
        let f39: RuleDefinition.Formula = .pattern("kCCOptionECBMode")
        let f40: RuleDefinition.Formula = .any([f36, f37, f38, f39])
        let f41: RuleDefinition.Formula = .languages([.swift], f40)
        let f42: RuleDefinition.Formula = .pattern("Cipher.getInstance($NAME, ...)")
        let f43: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^\"(des|desede|tripledes|rc2|rc4|arcfour|blowfish)(/|\"$)|(?i)^\"[a-z0-9]+/ecb(/|\"$)|(?i)^\"aes\"$", isNegated: false)
        let f44: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^\"rsa", isNegated: true)
        let f45: RuleDefinition.Formula = .all([f42, f43, f44])
        let f46: RuleDefinition.Formula = .languages([.java, .kotlin], f45)
        let f47: RuleDefinition.Formula = .pattern("$CIPHER.Create(...)")
        let f48: RuleDefinition.Formula = .pattern("new $CIPHER(...)")
        let f49: RuleDefinition.Formula = .any([f47, f48])
        let f50: RuleDefinition.Formula = .regex(metavariable: "$CIPHER", "^(DES|TripleDES|RC2|DESCryptoServiceProvider|TripleDESCryptoServiceProvider|RC2CryptoServiceProvider|TripleDESCng)$", isNegated: false)
        let f51: RuleDefinition.Formula = .all([f49, f50])
        let f52: RuleDefinition.Formula = .languages([.csharp], f51)
        let f53: RuleDefinition.Formula = .pattern("CipherMode.ECB")
        let f54: RuleDefinition.Formula = .any([f53])
        let f55: RuleDefinition.Formula = .languages([.csharp], f54)
        let f56: RuleDefinition.Formula = .pattern("$RUN($TEXT, $NAME, ...)")
        let f57: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(openssl_encrypt|openssl_decrypt)$", isNegated: false)
        let f58: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^['\"](des|rc2|rc4|bf|blowfish|cast|seed|idea|.*-ecb)", isNegated: false)
        let f59: RuleDefinition.Formula = .all([f56, f57, f58])
        let f60: RuleDefinition.Formula = .languages([.php], f59)
        let f61: RuleDefinition.Formula = .pattern("$RUN(...)")
        let f62: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(mcrypt_encrypt|mcrypt_decrypt|mcrypt_module_open|mcrypt_create_iv)$", isNegated: false)
        let f63: RuleDefinition.Formula = .all([f61, f62])
        let f64: RuleDefinition.Formula = .languages([.php], f63)
        let f65: RuleDefinition.Formula = .any([f7, f12, f19, f29, f35, f41, f46, f52, f55, f60, f64])
        formulas.append(f65)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "cipher = DES.new(key, DES.MODE_CBC, iv)"))
        examples.append(.init(.python, isBad: true, "cipher = AES.new(key, AES.MODE_ECB)"))
        examples.append(.init(.python, isBad: false, "cipher = AES.new(key, AES.MODE_GCM)"))
        examples.append(.init(.javascript, isBad: true, "const c = crypto.createCipheriv('des-ede3-cbc', key, iv);"))
        examples.append(.init(.javascript, isBad: true, "const c = crypto.createCipher('aes-256-cbc', password);"))
        examples.append(.init(.javascript, isBad: true, "const c = crypto.createCipheriv('aes-128-ecb', key, null);"))
        examples.append(.init(.javascript, isBad: false, "const c = crypto.createCipheriv('aes-256-gcm', key, iv);"))
        examples.append(.init(.go, isBad: true, "block, err := des.NewCipher(key)"))
        examples.append(.init(.go, isBad: false, "block, err := aes.NewCipher(key)"))
        examples.append(.init(.swift, isBad: true, "CCCrypt(op, CCAlgorithm(kCCAlgorithmDES), 0, key, 8, nil, data, n, out, m, &moved)"))
        examples.append(.init(.swift, isBad: false, "let sealed = try AES.GCM.seal(data, using: key)"))
        examples.append(.init(.java, isBad: true, "Cipher c = Cipher.getInstance(\"DES/CBC/PKCS5Padding\");"))
        examples.append(.init(.java, isBad: true, "Cipher c = Cipher.getInstance(\"AES/ECB/PKCS5Padding\");"))
        examples.append(.init(.java, isBad: true, "Cipher c = Cipher.getInstance(\"RC4\");"))
        examples.append(.init(.java, isBad: false, "Cipher c = Cipher.getInstance(\"AES/GCM/NoPadding\");"))
        examples.append(.init(.java, isBad: false, "Cipher c = Cipher.getInstance(\"RSA/ECB/OAEPWithSHA-256AndMGF1Padding\");"))
        examples.append(.init(.java, isBad: false, "Cipher c = Cipher.getInstance(transformation);"))
        examples.append(.init(.csharp, isBad: true, "using var des = DES.Create();"))
        examples.append(.init(.csharp, isBad: true, "aes.Mode = CipherMode.ECB;"))
        examples.append(.init(.csharp, isBad: true, "var t = new TripleDESCryptoServiceProvider();"))
        examples.append(.init(.csharp, isBad: false, "using var aes = Aes.Create();"))
        examples.append(.init(.csharp, isBad: false, "aes.Mode = CipherMode.CBC;"))
        examples.append(.init(.csharp, isBad: false, "var t = new Thing();"))
        examples.append(.init(.php, isBad: true, "<?php\n$c = openssl_encrypt($text, 'des-ede3-cbc', $key);"))
        examples.append(.init(.php, isBad: true, "<?php\n$c = openssl_encrypt($text, \"AES-128-ECB\", $key);"))
        examples.append(.init(.php, isBad: true, "<?php\n$c = mcrypt_encrypt(MCRYPT_DES, $key, $text, 'cbc');"))
        examples.append(.init(.php, isBad: false, "<?php\n$c = openssl_encrypt($text, 'aes-256-gcm', $key, 0, $iv, $tag);"))
        examples.append(.init(.php, isBad: false, "<?php\n$c = sodium_crypto_secretbox($text, $nonce, $key);"))
        examples.append(.init(.php, isBad: false, "<?php\n$c = openssl_encrypt($text, $cipher, $key);"))
        return RuleDefinition(
            id: "crypto/weak-cipher", title: "Broken cipher or mode",
            message: "This cipher or mode is broken. Use AES-GCM or ChaCha20-Poly1305.",
            why: "DES, RC2, RC4 and Blowfish can be broken, ECB shows equal blocks, and createCipher makes its key without salt. AES-GCM and ChaCha20-Poly1305 keep data secret and notice changes.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift, .java, .kotlin, .csharp, .php], cwe: 327,
            references: ["https://cwe.mitre.org/data/definitions/327.html"], tags: ["security", "crypto"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition48() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("hashlib.$HASH(...)")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(md5|sha1|md4)$", isNegated: false)
        let f4: RuleDefinition.Formula = .not("hashlib.$HASH(..., usedforsecurity=False, ...)")
        let f5: RuleDefinition.Formula = .not("hashlib.$HASH(..., usedforsecurity=usedforsecurity, ...)")
        let f6: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|digest_auth|integrity|finger|lock_?(file|name)|_version|version_|\\bb?_?path\\b|filename|file_name|content_?hash|hash_?key|file_?hash|#.*\\b(no|not|non)\\b.*securi)", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f2, f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .languages([.python], f7)
        let f9: RuleDefinition.Formula = .pattern("$HASH(...)")
        let f10: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(md5|sha1)$", isNegated: false)
        let f11: RuleDefinition.Formula = .not("$HASH(..., usedforsecurity=False, ...)")
        let f12: RuleDefinition.Formula = .not("$HASH(..., usedforsecurity=usedforsecurity, ...)")
        let f13: RuleDefinition.Formula = .file(["from hashlib import md5", "from hashlib import sha1"], isNegated: false)
        let f14: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|digest_auth|integrity|finger|lock_?(file|name)|_version|version_|\\bb?_?path\\b|filename|file_name|content_?hash|hash_?key|file_?hash|#.*\\b(no|not|non)\\b.*securi)", isNegated: true)
        let f15: RuleDefinition.Formula = .all([f9, f10, f11, f12, f13, f14])
        let f16: RuleDefinition.Formula = .languages([.python], f15)
        let f17: RuleDefinition.Formula = .pattern("hashlib.new($NAME, ...)")
        let f18: RuleDefinition.Formula = .any([f17])
        let f19: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^(name=)?['\"](md4|md5|sha1|sha)['\"]$", isNegated: false)
        let f20: RuleDefinition.Formula = .not("hashlib.new(..., usedforsecurity=False, ...)")
        let f21: RuleDefinition.Formula = .all([f18, f19, f20])
        let f22: RuleDefinition.Formula = .languages([.python], f21)
        let f23: RuleDefinition.Formula = .pattern("\"django.contrib.auth.hashers.MD5PasswordHasher\"")
        let f24: RuleDefinition.Formula = .pattern("\"django.contrib.auth.hashers.SHA1PasswordHasher\"")
        let f25: RuleDefinition.Formula = .pattern("\"django.contrib.auth.hashers.UnsaltedMD5PasswordHasher\"")
        let f26: RuleDefinition.Formula = .pattern("\"django.contrib.auth.hashers.UnsaltedSHA1PasswordHasher\"")
        let f27: RuleDefinition.Formula = .any([f23, f24, f25, f26])
        let f28: RuleDefinition.Formula = .languages([.python], f27)
        let f29: RuleDefinition.Formula = .pattern("hmac.new($KEY, $TEXT, hashlib.md5)")
        let f30: RuleDefinition.Formula = .pattern("hmac.new(..., digestmod=hashlib.md5, ...)")
        let f31: RuleDefinition.Formula = .pattern("hmac.new($KEY, $TEXT, \"md5\")")
        let f32: RuleDefinition.Formula = .any([f29, f30, f31])
        let f33: RuleDefinition.Formula = .languages([.python], f32)
        let f34: RuleDefinition.Formula = .pattern("hashes.$HASH()")
        let f35: RuleDefinition.Formula = .pattern("$HASH.new(...)")
        let f36: RuleDefinition.Formula = .any([f34, f35])
        let f37: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(MD5|SHA1|MD4|MD2)$", isNegated: false)
        let f38: RuleDefinition.Formula = .all([f36, f37])
        let f39: RuleDefinition.Formula = .languages([.python], f38)
        let f40: RuleDefinition.Formula = .pattern("$CRYPTO.createHash($NAME, ...)")
        let f41: RuleDefinition.Formula = .pattern("createHash($NAME, ...)")
        let f42: RuleDefinition.Formula = .pattern("$CRYPTO.createHmac($NAME, ...)")
        let f43: RuleDefinition.Formula = .any([f40, f41, f42])
        let f44: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^['\"`](md4|md5|sha1|sha-1|rsa-md5|ripemd)['\"`]$", isNegated: false)
        let f45: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|integrity)", isNegated: true)
        let f46: RuleDefinition.Formula = .all([f43, f44, f45])
        let f47: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f46)
        let f48: RuleDefinition.Formula = .pattern("$HASH($TEXT)")
        let f49: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(md5|sha1|MD5)$", isNegated: false)
        let f50: RuleDefinition.Formula = .file(["md5 require md5", "import md5 from md5", "import md5 from js-md5", "md5 require js-md5", "md5 require blueimp-md5", "import md5 from blueimp-md5", "import MD5 from crypto-js", "sha1 require sha1", "sha1 require js-sha1", "import sha1 from js-sha1", "import Md5 from ts-md5"], isNegated: false)
        let f51: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|integrity|gravatar)", isNegated: true)
        let f52: RuleDefinition.Formula = .all([f48, f49, f50, f51])
        let f53: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f52)
        let f54: RuleDefinition.Formula = .pattern("CryptoJS.MD5(...)")
        let f55: RuleDefinition.Formula = .pattern("CryptoJS.SHA1(...)")
        let f56: RuleDefinition.Formula = .pattern("CryptoJS.HmacMD5(...)")
        let f57: RuleDefinition.Formula = .pattern("forge.md.md5.create()")
        let f58: RuleDefinition.Formula = .pattern("forge.md.sha1.create()")
        let f59: RuleDefinition.Formula = .pattern("Md5.hashStr(...)")
        let f60: RuleDefinition.Formula = .any([f54, f55, f56, f57, f58, f59])
        let f61: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f60)
        let f62: RuleDefinition.Formula = .pattern("$HASH.$MAKE(...)")
        let f63: RuleDefinition.Formula = .any([f62])
        let f64: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(md5|sha1|md4)$", isNegated: false)
        let f65: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(New|Sum)$", isNegated: false)
        let f66: RuleDefinition.Formula = .file(["crypto/md5", "crypto/sha1", "golang.org/x/crypto/md4"], isNegated: false)
        let f67: RuleDefinition.Formula = .not("$HASH.$MAKE(...) ... io.Copy(")
        let f68: RuleDefinition.Formula = .notInside("func etag(...) $RESULT { ... }")
        let f69: RuleDefinition.Formula = .notInside("func ETag(...) $RESULT { ... }")
        let f70: RuleDefinition.Formula = .notInside("func checksum(...) $RESULT { ... }")
        let f71: RuleDefinition.Formula = .notInside("func fingerprint(...) $RESULT { ... }")
        let f72: RuleDefinition.Formula = .notInside("func cacheKey(...) $RESULT { ... }")
        let f73: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|integrity)", isNegated: true)
        let f74: RuleDefinition.Formula = .all([f63, f64, f65, f66, f67, f68, f69, f70, f71, f72, f73])
        let f75: RuleDefinition.Formula = .languages([.go], f74)
        let f76: RuleDefinition.Formula = .pattern("Insecure.MD5.hash(...)")
        let f77: RuleDefinition.Formula = .pattern("Insecure.SHA1.hash(...)")
        let f78: RuleDefinition.Formula = .pattern("CC_MD5(...)")
        let f79: RuleDefinition.Formula = .pattern("CC_SHA1(...)")
        let f80: RuleDefinition.Formula = .any([f76, f77, f78, f79])
        let f81: RuleDefinition.Formula = .languages([.swift], f80)
        let f82: RuleDefinition.Formula = .pattern("MessageDigest.getInstance($NAME, ...)")
        let f83: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^\"(md2|md4|md5|sha|sha1|sha-1)\"$", isNegated: false)
        let f84: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|integrity|content_?hash|file_?hash)", isNegated: true)
        let f85: RuleDefinition.Formula = .all([f82, f83, f84])
        let f86: RuleDefinition.Formula = .languages([.java, .kotlin], f85)
        let f87: RuleDefinition.Formula = .pattern("DigestUtils.$HASH(...)")
        let f88: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(md5|md5Hex|md2Hex|sha1|sha1Hex|sha|shaHex|md5DigestAsHex)$", isNegated: false)
        let f89: RuleDefinition.Formula = .line("(?i)(passw|secret|token|pwd|\\bsign)", isNegated: false)
        let f90: RuleDefinition.Formula = .all([f87, f88, f89])
        let f91: RuleDefinition.Formula = .languages([.java, .kotlin], f90)
        let f92: RuleDefinition.Formula = .pattern("Mac.getInstance($NAME, ...)")
        let f93: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^\"hmac-?md5\"$", isNegated: false)
        let f94: RuleDefinition.Formula = .all([f92, f93])
        let f95: RuleDefinition.Formula = .languages([.java, .kotlin], f94)
        let f96: RuleDefinition.Formula = .pattern("$HASH.Create(...)")
        let f97: RuleDefinition.Formula = .pattern("$HASH.HashData(...)")
        let f98: RuleDefinition.Formula = .any([f96, f97])
        let f99: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(MD5|SHA1|HMACMD5)$", isNegated: false)
        let f100: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|integrity|content_?hash|file_?hash)", isNegated: true)
        let f101: RuleDefinition.Formula = .all([f98, f99, f100])
        let f102: RuleDefinition.Formula = .languages([.csharp], f101)
        let f103: RuleDefinition.Formula = .pattern("new $HASH(...)")
        let f104: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(MD5CryptoServiceProvider|SHA1CryptoServiceProvider|SHA1Managed|HMACMD5|MD5Cng|SHA1Cng|RIPEMD160Managed)$", isNegated: false)
        let f105: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|integrity|content_?hash|file_?hash)", isNegated: true)
        let f106: RuleDefinition.Formula = .all([f103, f104, f105])
        let f107: RuleDefinition.Formula = .languages([.csharp], f106)
        let f108: RuleDefinition.Formula = .pattern("md5::compute(...)")
        let f109: RuleDefinition.Formula = .pattern("$HASH::new()")
        let f110: RuleDefinition.Formula = .pattern("$HASH::digest(...)")
        let f111: RuleDefinition.Formula = .any([f108, f109, f110])
        let f112: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(Md5|Sha1|Md4|Md2|md5|sha1)$", isNegated: false)
        let f113: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|integrity|content_?hash|file_?hash)", isNegated: true)
        let f114: RuleDefinition.Formula = .all([f111, f112, f113])
        let f115: RuleDefinition.Formula = .languages([.rust], f114)
        let f116: RuleDefinition.Formula = .pattern("$CLASS::$HASH()")
        let f117: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(md5|sha1)$", isNegated: false)
        let f118: RuleDefinition.Formula = .regex(metavariable: "$CLASS", "(^|::)MessageDigest$", isNegated: false)
        let f119: RuleDefinition.Formula = .all([f116, f117, f118])
        let f120: RuleDefinition.Formula = .languages([.rust], f119)
        let f121: RuleDefinition.Formula = .pattern("md5::compute(...)")
        let f122: RuleDefinition.Formula = .line("(?i)(etag|cache|checksum|fingerprint|integrity|content_?hash|file_?hash|gravatar)", isNegated: true)
        let f123: RuleDefinition.Formula = .all([f121, f122])
        let f124: RuleDefinition.Formula = .languages([.rust], f123)
        let f125: RuleDefinition.Formula = .pattern("$HASH($TEXT, ...)")
        let f126: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(md5|sha1|crc32)$", isNegated: false)
        let f127: RuleDefinition.Formula = .regex(metavariable: "$TEXT", "(?i)(passw|pwd|passphrase|secret|\\bpin\\b|token|rand\\(|uniqid|salt)", isNegated: false)
        let f128: RuleDefinition.Formula = .all([f125, f126, f127])
        let f129: RuleDefinition.Formula = .languages([.php], f128)
        let f130: RuleDefinition.Formula = .pattern("hash($NAME, $TEXT, ...)")
        let f131: RuleDefinition.Formula = .pattern("hash_hmac($NAME, $TEXT, ...)")
        let f132: RuleDefinition.Formula = .any([f130, f131])
        let f133: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)^['\"](md2|md4|md5|sha1)['\"]$", isNegated: false)
        let f134: RuleDefinition.Formula = .regex(metavariable: "$TEXT", "(?i)(passw|pwd|passphrase|secret|token|salt)", isNegated: false)
        let f135: RuleDefinition.Formula = .all([f132, f133, f134])
        let f136: RuleDefinition.Formula = .languages([.php], f135)
        let f137: RuleDefinition.Formula = .pattern("$HASH.convert(...)")
        let f138: RuleDefinition.Formula = .regex(metavariable: "$HASH", "^(md5|sha1)$", isNegated: false)
        let f139: RuleDefinition.Formula = .line("(?i)(guid|web_?socket|etag|cache|checksum|fingerprint|integrity|content_?hash|file_?hash|gravatar)", isNegated: true)
        let f140: RuleDefinition.Formula = .all([f137, f138, f139])
        let f141: RuleDefinition.Formula = .languages([.dart], f140)
        let f142: RuleDefinition.Formula = .any([f8, f16, f22, f28, f33, f39, f47, f53, f61, f75, f81, f86, f91, f95, f102, f107, f115, f120, f124, f129, f136, f141])
        formulas.append(f142)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "digest = hashlib.md5(password.encode()).hexdigest()"))
        examples.append(.init(.python, isBad: true, "h = hashlib.new('sha1')"))
        examples.append(.init(.python, isBad: true, "h = hashes.MD5()"))
        examples.append(.init(.python, isBad: true, "PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher']"))
        examples.append(.init(.python, isBad: true, "from hashlib import md5\ndigest = md5(password).hexdigest()"))
        examples.append(.init(.python, isBad: false, "digest = hashlib.sha256(data).hexdigest()"))
        examples.append(.init(.python, isBad: false, "digest = hashlib.md5(data, usedforsecurity=False)"))
        examples.append(.init(.python, isBad: false, "etag = hashlib.md5(body).hexdigest()"))
        examples.append(.init(.python, isBad: false, "lockfile_name = hashlib.sha1(path).hexdigest()"))
        examples.append(.init(.python, isBad: false, "from hashlib import md5\ndigest = md5(data, usedforsecurity=usedforsecurity)"))
        examples.append(.init(.python, isBad: false, "digest = hashlib.sha1(text).hexdigest()  # noqa: S324 - names a file"))
        examples.append(.init(.python, isBad: false, "from project import md5\ndigest = md5(text)"))
        examples.append(.init(.javascript, isBad: true, "const hash = crypto.createHash('md5').update(password).digest('hex');"))
        examples.append(.init(.javascript, isBad: false, "const hash = crypto.createHash('sha256').update(data).digest('hex');"))
        examples.append(.init(.go, isBad: true, "import \"crypto/md5\"\nvar sum = md5.Sum(password)"))
        examples.append(.init(.go, isBad: false, "import \"crypto/md5\"\nfunc Sum(r io.Reader) []byte {\n\th := md5.New()\n\tif _, err := io.Copy(h, r); err != nil {\n\t\treturn nil\n\t}\n\treturn h.Sum(nil)\n}"))
        examples.append(.init(.go, isBad: false, "import \"crypto/sha256\"\nvar sum = sha256.Sum256(data)"))
        examples.append(.init(.swift, isBad: true, "let digest = Insecure.MD5.hash(data: data)"))
        examples.append(.init(.swift, isBad: false, "let digest = SHA256.hash(data: data)"))
        examples.append(.init(.java, isBad: true, "MessageDigest md = MessageDigest.getInstance(\"MD5\");"))
        examples.append(.init(.java, isBad: true, "MessageDigest.getInstance(\"SHA-1\").digest(password);"))
        examples.append(.init(.java, isBad: true, "user.setPassword(DigestUtils.md5Hex(password));"))
        examples.append(.init(.java, isBad: false, "MessageDigest md = MessageDigest.getInstance(\"SHA-256\");"))
        examples.append(.init(.java, isBad: false, "String etag = hex(MessageDigest.getInstance(\"MD5\").digest(body));"))
        examples.append(.init(.java, isBad: false, "String key = DigestUtils.md5Hex(url);"))
        examples.append(.init(.kotlin, isBad: true, "val md = MessageDigest.getInstance(\"MD5\")"))
        examples.append(.init(.kotlin, isBad: false, "val md = MessageDigest.getInstance(\"SHA-512\")"))
        examples.append(.init(.csharp, isBad: true, "using var md5 = MD5.Create();"))
        examples.append(.init(.csharp, isBad: true, "var hash = SHA1.HashData(bytes);"))
        examples.append(.init(.csharp, isBad: true, "var provider = new MD5CryptoServiceProvider();"))
        examples.append(.init(.csharp, isBad: false, "using var sha = SHA256.Create();"))
        examples.append(.init(.csharp, isBad: false, "var checksum = MD5.HashData(bytes);"))
        examples.append(.init(.csharp, isBad: false, "var user = new User();"))
        examples.append(.init(.rust, isBad: true, "let d = openssl::hash::MessageDigest::md5();"))
        examples.append(.init(.rust, isBad: true, "let m = md5::compute(name);"))
        examples.append(.init(.rust, isBad: true, "let mut hasher = Sha1::new();"))
        examples.append(.init(.rust, isBad: true, "let digest = Md5::digest(password);"))
        examples.append(.init(.rust, isBad: false, "let d = openssl::hash::MessageDigest::sha256();"))
        examples.append(.init(.rust, isBad: false, "let mut hasher = Sha256::new();"))
        examples.append(.init(.rust, isBad: false, "let checksum = md5::compute(&bytes);"))
        examples.append(.init(.rust, isBad: false, "let v = Vec::new();"))
        examples.append(.init(.php, isBad: true, "<?php\n$h = md5($password);"))
        examples.append(.init(.php, isBad: true, "<?php\n$user->hash = sha1($salt . $_POST['password']);"))
        examples.append(.init(.php, isBad: true, "<?php\n$token = md5(uniqid(rand(), true));"))
        examples.append(.init(.php, isBad: true, "<?php\n$h = hash('md5', $password);"))
        examples.append(.init(.php, isBad: false, "<?php\n$key = md5($url);"))
        examples.append(.init(.php, isBad: false, "<?php\n$h = password_hash($password, PASSWORD_DEFAULT);"))
        examples.append(.init(.php, isBad: false, "<?php\n$h = hash('sha256', $password);"))
        examples.append(.init(.php, isBad: false, "<?php\n$file = hash('md5', $content);"))
        examples.append(.init(.dart, isBad: true, "final h = md5.convert(utf8.encode(password));"))
        examples.append(.init(.dart, isBad: true, "final digest = sha1.convert(bytes);"))
        examples.append(.init(.dart, isBad: false, "final h = sha256.convert(utf8.encode(password));"))
        examples.append(.init(.dart, isBad: false, "final checksum = md5.convert(bytes);"))
        examples.append(.init(.dart, isBad: false, "final accept = sha1.convert((key + webSocketGUID).codeUnits);"))
        examples.append(.init(.dart, isBad: false, "final map = json.convert(text);"))
        return RuleDefinition(
            id: "crypto/weak-hash", title: "Broken hash function",
            message: "MD5 and SHA-1 no longer protect anything. Use SHA-256, and for passwords scrypt, bcrypt or Argon2.",
            why: "Two texts with the same MD5 or SHA-1 can be made at will, and passwords hashed with them are guessed by the billion. Where the hash protects nothing (a cache key), say so: usedforsecurity=False in Python.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift, .java, .kotlin, .csharp, .rust, .php, .dart], cwe: 328,
            references: ["https://cwe.mitre.org/data/definitions/328.html"], tags: ["security", "crypto"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition49() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("console.$LOG(...)")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$LOG", "^(log|debug|trace|dir|table)$", isNegated: false)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        let f4: RuleDefinition.Formula = .pattern("alert(...)")
        let f5: RuleDefinition.Formula = .all([f4])
        let f6: RuleDefinition.Formula = .any([f3, f5])
        formulas.append(f6)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "console.log('here', value);"))
        examples.append(.init(.javascript, isBad: false, "console.error(error);"))
        examples.append(.init(.javascript, isBad: false, "logger.log('x');"))
        return RuleDefinition(
            id: "debug/console-log", title: "console.log left in the code",
            message: "This prints into the console of whoever uses the program. Remove it, or use the program's log.",
            why: "It is a leftover of debugging, may show data that nobody should see, and hides what matters in the log.",
            severity: .info, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 489,
            references: ["https://eslint.org/docs/latest/rules/no-console"], tags: ["debug"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: true, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition50() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$DEBUGGER;")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$DEBUGGER", "^(debugger)$", isNegated: false)
        let f4: RuleDefinition.Formula = .not("$DEBUGGER :")
        let f5: RuleDefinition.Formula = .not("$DEBUGGER =")
        let f6: RuleDefinition.Formula = .not("$DEBUGGER ,")
        let f7: RuleDefinition.Formula = .not("$DEBUGGER .")
        let f8: RuleDefinition.Formula = .not("$DEBUGGER (")
        let f9: RuleDefinition.Formula = .not("$DEBUGGER )")
        let f10: RuleDefinition.Formula = .not("$DEBUGGER }")
        let f11: RuleDefinition.Formula = .not("$DEBUGGER >")
        let f12: RuleDefinition.Formula = .all([f2, f3, f4, f5, f6, f7, f8, f9, f10, f11])
        formulas.append(f12)
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
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 489,
            references: ["https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/debugger"], tags: ["debug"],
            fix: "", fixTitle: "Remove the debugger statement",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition51() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$TEST.only($NAME, ...)")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$TEST", "^(describe|it|test|context|suite|specify|fixture|test\\.describe)(\\.(concurrent|each|serial|parallel))?$", isNegated: false)
        let f3: RuleDefinition.Formula = .regex(metavariable: "$NAME", "^['\"`]", isNegated: false)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        let f5: RuleDefinition.Formula = .pattern("$TEST.only.$EACH(...)")
        let f6: RuleDefinition.Formula = .regex(metavariable: "$TEST", "^(describe|it|test)$", isNegated: false)
        let f7: RuleDefinition.Formula = .regex(metavariable: "$EACH", "^(each|concurrent|for)$", isNegated: false)
        let f8: RuleDefinition.Formula = .all([f5, f6, f7])
        let f9: RuleDefinition.Formula = .pattern("$FOCUSED($NAME, ...)")
        let f10: RuleDefinition.Formula = .regex(metavariable: "$FOCUSED", "^(fdescribe|fit|fcontext)$", isNegated: false)
        let f11: RuleDefinition.Formula = .regex(metavariable: "$NAME", "^['\"`]", isNegated: false)
        let f12: RuleDefinition.Formula = .all([f9, f10, f11])
        let f13: RuleDefinition.Formula = .any([f4, f8, f12])
        formulas.append(f13)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "describe.only('math', () => {});"))
        examples.append(.init(.javascript, isBad: true, "it.only('adds', () => {});"))
        examples.append(.init(.javascript, isBad: true, "fit('adds', () => {});"))
        examples.append(.init(.javascript, isBad: true, "describe.only.each([1, 2])('adds %s', () => {});"))
        examples.append(.init(.javascript, isBad: true, "test.describe.only('math', () => {});"))
        examples.append(.init(.javascript, isBad: false, "describe('math', () => {});"))
        examples.append(.init(.javascript, isBad: false, "knex.select('a').only('b');"))
        examples.append(.init(.javascript, isBad: false, "model.fit(data, labels);"))
        return RuleDefinition(
            id: "debug/focused-test", title: "Focused test left in the code",
            message: "Only this test runs, all others are skipped. Remove .only.",
            why: "The suite passes without having run.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: nil,
            references: ["https://github.com/levibuzolic/eslint-plugin-no-only-tests"], tags: ["debug", "tests"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition52() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "Merge conflict", prefixes: ["<<<<<<< "], before: 0, regex: "<<<<<<< [^\\s].*", entropy: 0.0, startsLine: true, excluding: "", lineExcluding: "")
        let f2: RuleDefinition.Formula = .text(t1)
        let t3 = RuleDefinition.TextFormat(name: "Merge conflict", prefixes: [">>>>>>> "], before: 0, regex: ">>>>>>> [^\\s].*", entropy: 0.0, startsLine: true, excluding: "", lineExcluding: "")
        let f4: RuleDefinition.Formula = .text(t3)
        let f5: RuleDefinition.Formula = .any([f2, f4])
        formulas.append(f5)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> feature\n"))
        examples.append(.init(.python, isBad: false, "Title\n=======\n"))
        examples.append(.init(.python, isBad: false, "x = 1 <<3"))
        return RuleDefinition(
            id: "debug/merge-conflict", title: "Merge conflict left in the file",
            message: "two versions of these lines were left by a merge. Choose one and remove the markers.",
            why: "The file holds two versions of the same lines and the markers between them; it cannot be what anybody wanted.",
            severity: .critical, languages: Language.allCases, cwe: nil,
            references: ["https://git-scm.com/docs/git-merge#_how_conflicts_are_presented"], tags: ["debug"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition53() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("breakpoint()")
        let f2: RuleDefinition.Formula = .pattern("$DEBUGGER.$STOP(...)")
        let f3: RuleDefinition.Formula = .regex(metavariable: "$DEBUGGER", "^(pdb|ipdb|pudb|wdb|rpdb|remote_pdb)$", isNegated: false)
        let f4: RuleDefinition.Formula = .regex(metavariable: "$STOP", "^(set_trace|runcall|post_mortem|embed)$", isNegated: false)
        let f5: RuleDefinition.Formula = .all([f2, f3, f4])
        let f6: RuleDefinition.Formula = .pattern("import $DEBUGGER")
        let f7: RuleDefinition.Formula = .regex(metavariable: "$DEBUGGER", "^(ipdb|pudb|wdb|rpdb)$", isNegated: false)
        let f8: RuleDefinition.Formula = .all([f6, f7])
        let f9: RuleDefinition.Formula = .pattern("IPython.embed()")
        let f10: RuleDefinition.Formula = .pattern("debugpy.$STOP(...)")
        let f11: RuleDefinition.Formula = .regex(metavariable: "$STOP", "^(breakpoint|listen|wait_for_client|connect)$", isNegated: false)
        let f12: RuleDefinition.Formula = .all([f10, f11])
        let f13: RuleDefinition.Formula = .pattern("__import__(\"pdb\").set_trace()")
        let f14: RuleDefinition.Formula = .pattern("__import__(\"ipdb\").set_trace()")
        let f15: RuleDefinition.Formula = .pattern("set_trace(...)")
        let f16: RuleDefinition.Formula = .file(["from pdb import set_trace", "from ipdb import set_trace", "from pudb import set_trace", "from celery.contrib.rdb import set_trace", "from IPython import embed"], isNegated: false)
        let f17: RuleDefinition.Formula = .all([f15, f16])
        let f18: RuleDefinition.Formula = .pattern("embed()")
        let f19: RuleDefinition.Formula = .file(["from pdb import set_trace", "from ipdb import set_trace", "from pudb import set_trace", "from celery.contrib.rdb import set_trace", "from IPython import embed"], isNegated: false)
        let f20: RuleDefinition.Formula = .all([f18, f19])
        let f21: RuleDefinition.Formula = .any([f1, f5, f8, f9, f12, f13, f14, f17, f20])
        formulas.append(f21)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "breakpoint()"))
        examples.append(.init(.python, isBad: true, "import pdb; pdb.set_trace()"))
        examples.append(.init(.python, isBad: true, "from pdb import set_trace\nset_trace()"))
        examples.append(.init(.python, isBad: true, "__import__('pdb').set_trace()"))
        examples.append(.init(.python, isBad: false, "debugger.breakpoint()"))
        examples.append(.init(.python, isBad: false, "def breakpoint(): pass"))
        examples.append(.init(.python, isBad: false, "# breakpoint()"))
        return RuleDefinition(
            id: "debug/python-breakpoint", title: "Breakpoint left in the code",
            message: "The program stops here and waits for a developer. Remove the breakpoint.",
            why: "Where nobody sits at the terminal the program hangs; where somebody does, he gets a console in it.",
            severity: .warning, languages: [.python], cwe: 489,
            references: ["https://docs.python.org/3/library/pdb.html"], tags: ["debug"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition54() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("new Promise(async ...)")
        let f2: RuleDefinition.Formula = .any([f1])
        formulas.append(f2)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "return new Promise(async (resolve) => { resolve(await load()) });"))
        examples.append(.init(.javascript, isBad: false, "return new Promise((resolve) => { load(resolve) });"))
        return RuleDefinition(
            id: "errors/async-executor", title: "async function as a promise's executor",
            message: "An error in an async executor is lost, and the promise never settles. Leave out new Promise, or the async.",
            why: "The promise of the executor is nobody's, so that what it throws is neither caught nor passed on.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 390,
            references: ["https://eslint.org/docs/latest/rules/no-async-promise-executor"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition55() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$LIST.forEach(async ...)")
        let f2: RuleDefinition.Formula = .any([f1])
        formulas.append(f2)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "files.forEach(async (file) => { await save(file); });"))
        examples.append(.init(.javascript, isBad: false, "for (const file of files) await save(file);"))
        examples.append(.init(.javascript, isBad: false, "await Promise.all(files.map(async (file) => save(file)));"))
        return RuleDefinition(
            id: "errors/async-for-each", title: "async function in forEach",
            message: "forEach does not wait for async functions, and their errors are lost. Use for...of, or Promise.all with map.",
            why: "The code behind the loop runs before the work is done, and a rejection is nobody's.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: nil,
            references: ["https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Array/forEach"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition56() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$EXCEPT:")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$EXCEPT", "^(except)$", isNegated: false)
        let f4: RuleDefinition.Formula = .holds(metavariable: "$RAISE", ["raise"], isNegated: true)
        let f5: RuleDefinition.Formula = .not("except:\n  pass")
        let f6: RuleDefinition.Formula = .not("except:\n  continue")
        let f7: RuleDefinition.Formula = .all([f2, f3, f4, f5, f6])
        formulas.append(f7)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "try:\n    save()\nexcept:\n    log('failed')"))
        examples.append(.init(.python, isBad: false, "try:\n    save()\nexcept Exception:\n    log('failed')"))
        examples.append(.init(.python, isBad: false, "try:\n    save()\nexcept:\n    undo()\n    raise"))
        examples.append(.init(.python, isBad: false, "try:\n    save()\nexcept:\n    if broken:\n        undo()\n    log()\n    raise"))
        return RuleDefinition(
            id: "errors/bare-except", title: "except without a type",
            message: "A bare except also catches KeyboardInterrupt and SystemExit. Write except Exception:, or the error you expect.",
            why: "The program can no longer be interrupted here, and mistakes in the code are caught with the error that was meant.",
            severity: .warning, languages: [.python], cwe: 396,
            references: ["https://docs.python.org/3/tutorial/errors.html#handling-exceptions"], tags: ["errors"],
            fix: "except Exception:", fixTitle: "Write except Exception:",
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition57() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("catch ($ERROR) {}")
        let f2: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f1)
        let f3: RuleDefinition.Formula = .pattern("catch {}")
        let f4: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f3)
        let f5: RuleDefinition.Formula = .pattern("catch {}")
        let f6: RuleDefinition.Formula = .languages([.swift], f5)
        let f7: RuleDefinition.Formula = .pattern("catch ($ERROR) {}")
        let f8: RuleDefinition.Formula = .regex(metavariable: "$ERROR", "(?i)\\b_*(ignored?|ignore\\w*|expected\\w*|_|unused|tolerated|swallow\\w*)\\b|InterruptedException|CancellationException|OperationCanceledException", isNegated: true)
        let f9: RuleDefinition.Formula = .all([f7, f8])
        let f10: RuleDefinition.Formula = .languages([.java, .kotlin, .csharp, .php], f9)
        let f11: RuleDefinition.Formula = .pattern("catch {}")
        let f12: RuleDefinition.Formula = .languages([.csharp, .dart], f11)
        let f13: RuleDefinition.Formula = .pattern("catch ($ERROR) {}")
        let f14: RuleDefinition.Formula = .regex(metavariable: "$ERROR", "^_", isNegated: true)
        let f15: RuleDefinition.Formula = .all([f13, f14])
        let f16: RuleDefinition.Formula = .languages([.dart], f15)
        let f17: RuleDefinition.Formula = .any([f2, f4, f6, f10, f12, f16])
        formulas.append(f17)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "try { save(); } catch (error) {}"))
        examples.append(.init(.javascript, isBad: true, "try {\n  save();\n} catch (e) {\n}"))
        examples.append(.init(.javascript, isBad: true, "try { save(); } catch {}"))
        examples.append(.init(.javascript, isBad: false, "try { save(); } catch (error) { log(error); }"))
        examples.append(.init(.javascript, isBad: false, "try { save(); } catch (error) { /* the cache is optional */ }"))
        examples.append(.init(.javascript, isBad: false, "try { save(); } catch { /* nothing to keep */ }"))
        examples.append(.init(.javascript, isBad: false, "try { save(); } catch { retry(); }"))
        examples.append(.init(.javascript, isBad: false, "promise.catch(handle);"))
        examples.append(.init(.swift, isBad: true, "do { try save() } catch {}"))
        examples.append(.init(.swift, isBad: false, "do { try save() } catch { print(error) }"))
        examples.append(.init(.swift, isBad: false, "try? save()"))
        examples.append(.init(.java, isBad: true, "try { go(); } catch (Exception e) { }"))
        examples.append(.init(.java, isBad: true, "try {\n  go();\n} catch (IOException | SQLException e) {\n}"))
        examples.append(.init(.java, isBad: true, "try { go(); } catch (final Throwable t) {} finally { close(); }"))
        examples.append(.init(.java, isBad: false, "try { go(); } catch (Exception e) { log(e); }"))
        examples.append(.init(.java, isBad: false, "try { go(); } catch (NumberFormatException ignored) { }"))
        examples.append(.init(.java, isBad: false, "try { go(); } catch (IOException e) { /* closing twice does no harm */ }"))
        examples.append(.init(.java, isBad: false, "try { go(); } catch (IOException e) {\n  // closing twice does no harm\n}"))
        examples.append(.init(.kotlin, isBad: true, "try { go() } catch (e: Exception) { }"))
        examples.append(.init(.kotlin, isBad: true, "try {\n    go()\n} catch (e: IOException) {\n}"))
        examples.append(.init(.kotlin, isBad: false, "try { go() } catch (e: Exception) { log(e) }"))
        examples.append(.init(.kotlin, isBad: false, "try { go() } catch (_: Exception) { }"))
        examples.append(.init(.csharp, isBad: true, "try { Go(); } catch (Exception e) { }"))
        examples.append(.init(.csharp, isBad: true, "try { Go(); } catch { }"))
        examples.append(.init(.csharp, isBad: false, "try { Go(); } catch (OperationCanceledException) { }"))
        examples.append(.init(.csharp, isBad: false, "try { Go(); } catch (Exception e) { Log(e); }"))
        examples.append(.init(.php, isBad: true, "<?php\ntry { go(); } catch (Exception $e) { }"))
        examples.append(.init(.php, isBad: true, "<?php\ntry {\n  go();\n} catch (\\Throwable $e) {\n}"))
        examples.append(.init(.php, isBad: false, "<?php\ntry { go(); } catch (Exception $e) { error_log($e); }"))
        examples.append(.init(.php, isBad: false, "<?php\ntry { go(); } catch (Exception $ignored) { }"))
        examples.append(.init(.dart, isBad: true, "try { go(); } catch (e) {}"))
        examples.append(.init(.dart, isBad: false, "try { go(); } catch (e) { print(e); }"))
        examples.append(.init(.dart, isBad: false, "try { go(); } catch (_) {}"))
        return RuleDefinition(
            id: "errors/empty-catch", title: "Empty catch block",
            message: "The error is thrown away unseen. Handle it, log it, or say in a comment why it does not matter.",
            why: "The program goes on as if nothing had happened, and nobody will ever learn what did.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .swift, .java, .kotlin, .csharp, .php, .dart], cwe: 390,
            references: ["https://cwe.mitre.org/data/definitions/390.html"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition58() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("except Exception:\n  $PASS")
        let f2: RuleDefinition.Formula = .pattern("except BaseException:\n  $PASS")
        let f3: RuleDefinition.Formula = .pattern("except Exception as $ERROR:\n  $PASS")
        let f4: RuleDefinition.Formula = .pattern("except BaseException as $ERROR:\n  $PASS")
        let f5: RuleDefinition.Formula = .pattern("except (Exception):\n  $PASS")
        let f6: RuleDefinition.Formula = .pattern("except (Exception, ...):\n  $PASS")
        let f7: RuleDefinition.Formula = .pattern("except (..., Exception):\n  $PASS")
        let f8: RuleDefinition.Formula = .pattern("except:\n  $PASS")
        let f9: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6, f7, f8])
        let f10: RuleDefinition.Formula = .regex(metavariable: "$PASS", "^(pass|continue|\\.\\.\\.)$", isNegated: false)
        let f11: RuleDefinition.Formula = .line("#", isNegated: true)
        let f12: RuleDefinition.Formula = .all([f9, f10, f11])
        formulas.append(f12)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "try:\n    save()\nexcept Exception:\n    pass"))
        examples.append(.init(.python, isBad: true, "try:\n    save()\nexcept:\n    pass"))
        examples.append(.init(.python, isBad: true, "for x in y:\n    try:\n        save()\n    except Exception as error:\n        continue"))
        examples.append(.init(.python, isBad: false, "try:\n    save()\nexcept FileNotFoundError:\n    pass"))
        examples.append(.init(.python, isBad: false, "try:\n    save()\nexcept Exception:\n    log.exception('saving')"))
        examples.append(.init(.python, isBad: false, "try:\n    save()\nexcept Exception:  # the cache is optional\n    pass"))
        return RuleDefinition(
            id: "errors/except-pass", title: "All exceptions ignored",
            message: "Every error is thrown away unseen. Catch the one you expect, or log it.",
            why: "Mistakes in the code vanish together with the error that was meant. Name the exceptions that may be ignored.",
            severity: .warning, languages: [.python], cwe: 390,
            references: ["https://cwe.mitre.org/data/definitions/390.html"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition59() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("try! $CALL")
        let f2: RuleDefinition.Formula = .kind(metavariable: "$CALL", "dynamic", isNegated: false)
        let f3: RuleDefinition.Formula = .line("try!", isNegated: false)
        let f4: RuleDefinition.Formula = .regex(metavariable: "$CALL", "(contentsOf|decode\\(|encode\\(|jsonObject\\(|FileManager|\\.fetch\\(|\\.save\\(|\\.data\\(|\\.load|parse|\\.write\\(to|attributesOfItem|contentsOfDirectory|NSRegularExpression\\(|Regex\\(|Realm\\(|\\.execute\\(|\\.query\\()", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$CALL", "^[A-Za-z]+\\([a-z: ]*\"[^\"\\\\]*\"", isNegated: true)
        let f6: RuleDefinition.Formula = .all([f1, f2, f3, f4, f5])
        let f7: RuleDefinition.Formula = .pattern("as! $TYPE")
        let f8: RuleDefinition.Formula = .line("(\\[[A-Za-z_.]*\"[^\"]*\"\\]|jsonObject\\([^()]*\\)|forKey: *\"[^\"]*\"\\)) as! ", isNegated: false)
        let f9: RuleDefinition.Formula = .all([f7, f8])
        let f10: RuleDefinition.Formula = .any([f6, f9])
        formulas.append(f10)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.swift, isBad: true, "let data = try! Data(contentsOf: url)"))
        examples.append(.init(.swift, isBad: true, "let user = try! JSONDecoder().decode(User.self, from: data)"))
        examples.append(.init(.swift, isBad: true, "let name = answer[\"name\"] as! String"))
        examples.append(.init(.swift, isBad: true, "let name = UserDefaults.standard.object(forKey: \"name\") as! String"))
        examples.append(.init(.swift, isBad: false, "let data = try Data(contentsOf: url)"))
        examples.append(.init(.swift, isBad: false, "let data = try? Data(contentsOf: url)"))
        examples.append(.init(.swift, isBad: false, "let regex = try! NSRegularExpression(pattern: \"[a-z]+\")"))
        examples.append(.init(.swift, isBad: false, "try! SystemCalls.close(descriptor: fd)"))
        examples.append(.init(.swift, isBad: false, "if try !connect(to: parse(target)) { wait() }"))
        examples.append(.init(.swift, isBad: false, "let name = answer[\"name\"] as? String"))
        examples.append(.init(.swift, isBad: false, "return self as! EventLoopFuture<NewValue>"))
        return RuleDefinition(
            id: "errors/forced-try", title: "try! or as! of data from outside",
            message: "The program stops here when the data is not as expected. Use try with do and catch, or try? and as?.",
            why: "Files, answers of servers and what was stored are sometimes not what the code expects, and then try! and as! end the program for its user without a word.",
            severity: .warning, languages: [.swift], cwe: 248,
            references: ["https://docs.swift.org/swift-book/documentation/the-swift-programming-language/errorhandling/"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: true, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition60() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$PROMISE.catch(() => {})")
        let f2: RuleDefinition.Formula = .pattern("$PROMISE.catch($ERROR => {})")
        let f3: RuleDefinition.Formula = .pattern("$PROMISE.catch(($ERROR) => {})")
        let f4: RuleDefinition.Formula = .pattern("$PROMISE.catch(function () {})")
        let f5: RuleDefinition.Formula = .any([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .regex(metavariable: "$PROMISE", "^[A-Za-z_$][A-Za-z0-9_$.]*$", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f5, f6])
        formulas.append(f7)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "save().catch(() => {});"))
        examples.append(.init(.javascript, isBad: false, "save().catch((error) => { log(error) });"))
        examples.append(.init(.javascript, isBad: false, "save().catch(() => { /* optional */ });"))
        examples.append(.init(.javascript, isBad: false, "comparison.catch(() => {});\ncomparisons.push(comparison);"))
        return RuleDefinition(
            id: "errors/ignored-rejection", title: "Empty catch of a promise",
            message: "The rejection is thrown away unseen. Handle it, or say in a comment why it does not matter.",
            why: "The program goes on as if nothing had happened, and nobody will ever learn what did.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 390,
            references: ["https://cwe.mitre.org/data/definitions/390.html"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition61() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("raise NotImplemented")
        let f2: RuleDefinition.Formula = .all([f1])
        formulas.append(f2)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "raise NotImplemented"))
        examples.append(.init(.python, isBad: true, "raise NotImplemented('later')"))
        examples.append(.init(.python, isBad: false, "raise NotImplementedError"))
        examples.append(.init(.python, isBad: false, "return NotImplemented"))
        return RuleDefinition(
            id: "errors/raise-not-implemented", title: "NotImplemented raised",
            message: "NotImplemented is a value, not an error; raising it raises a TypeError. Raise NotImplementedError.",
            why: "Whoever catches NotImplementedError does not catch this, and the message says something about classes.",
            severity: .warning, languages: [.python], cwe: nil,
            references: ["https://docs.astral.sh/ruff/rules/raise-not-implemented/"], tags: ["errors"],
            fix: "raise NotImplementedError", fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition62() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("requests.$METHOD(...)")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(get|post|put|patch|delete|head|options|request)$", isNegated: false)
        let f3: RuleDefinition.Formula = .not("requests.$METHOD(..., timeout=$T, ...)")
        let f4: RuleDefinition.Formula = .not("requests.$METHOD(..., **$KEYWORDS)")
        let f5: RuleDefinition.Formula = .all([f1, f2, f3, f4])
        formulas.append(f5)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "r = requests.get(url)"))
        examples.append(.init(.python, isBad: false, "r = requests.get(url, timeout=5)"))
        examples.append(.init(.python, isBad: false, "r = requests.get(url, **options)"))
        return RuleDefinition(
            id: "errors/request-without-timeout", title: "requests call without a timeout",
            message: "Without a timeout the program waits for ever when the server does not answer. Add timeout=10.",
            why: "requests has no timeout of its own; a server that keeps the connection open keeps the program, too.",
            severity: .info, languages: [.python], cwe: 400,
            references: ["https://requests.readthedocs.io/en/latest/user/advanced/#timeouts"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition63() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("finally {...}")
        let f2: RuleDefinition.Formula = .holds(metavariable: "$EXIT", ["return", "throw", "break", "continue"], isNegated: false)
        let f3: RuleDefinition.Formula = .focus("$EXIT")
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        let f5: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f4)
        let f6: RuleDefinition.Formula = .pattern("finally:")
        let f7: RuleDefinition.Formula = .holds(metavariable: "$EXIT", ["return", "break", "continue"], isNegated: false)
        let f8: RuleDefinition.Formula = .focus("$EXIT")
        let f9: RuleDefinition.Formula = .all([f6, f7, f8])
        let f10: RuleDefinition.Formula = .languages([.python], f9)
        let f11: RuleDefinition.Formula = .any([f5, f10])
        formulas.append(f11)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "try { a() } finally { close(); return 1 }"))
        examples.append(.init(.javascript, isBad: true, "try { a() } finally { if (b) { return 1 } }"))
        examples.append(.init(.javascript, isBad: true, "try { a() } finally { throw new Error('x') }"))
        examples.append(.init(.javascript, isBad: false, "try { a() } finally { close() }\nreturn 1"))
        examples.append(.init(.javascript, isBad: false, "try { a() } finally { list.forEach(x => { return x }) }"))
        examples.append(.init(.javascript, isBad: false, "try { a() } finally { for (const x of y) { if (x) break } }"))
        examples.append(.init(.javascript, isBad: false, "try {\n  a()\n} finally {\n  // eslint-disable-next-line no-unsafe-finally\n  return 1\n}"))
        examples.append(.init(.python, isBad: true, "try:\n    a()\nfinally:\n    return 1"))
        examples.append(.init(.python, isBad: true, "def f():\n    try:\n        a()\n    finally:\n        close()\n        return 1"))
        examples.append(.init(.python, isBad: false, "try:\n    a()\nfinally:\n    close()\nreturn 1"))
        examples.append(.init(.python, isBad: false, "try:\n    a()\nfinally:\n    for x in y:\n        if x:\n            break"))
        examples.append(.init(.python, isBad: false, "try:\n    a()\nfinally:\n    def g():\n        return 1"))
        return RuleDefinition(
            id: "errors/return-in-finally", title: "return in finally",
            message: "Leaving a finally block by $EXIT throws the error away that is on its way out. Move it behind the block.",
            why: "Whatever was thrown, and whatever was to be returned, is lost without a trace.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python], cwe: 584,
            references: ["https://eslint.org/docs/latest/rules/no-unsafe-finally"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition64() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("throw $TEXT")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$TEXT", "^['\"`]", isNegated: false)
        let f3: RuleDefinition.Formula = .kind(metavariable: "$TEXT", "string", isNegated: false)
        let f4: RuleDefinition.Formula = .focus("$TEXT")
        let f5: RuleDefinition.Formula = .all([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .pattern("throw $TEXT")
        let f7: RuleDefinition.Formula = .regex(metavariable: "$TEXT", "^['\"`]", isNegated: false)
        let f8: RuleDefinition.Formula = .kind(metavariable: "$TEXT", "interpolated", isNegated: false)
        let f9: RuleDefinition.Formula = .focus("$TEXT")
        let f10: RuleDefinition.Formula = .all([f6, f7, f8, f9])
        let f11: RuleDefinition.Formula = .any([f5, f10])
        formulas.append(f11)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "throw 'not found';"))
        examples.append(.init(.javascript, isBad: true, "throw `${name} was not found`;"))
        examples.append(.init(.javascript, isBad: true, "if (!name) throw \"no name: \" + name;"))
        examples.append(.init(.javascript, isBad: false, "throw new Error('not found');"))
        examples.append(.init(.javascript, isBad: false, "throw error;"))
        examples.append(.init(.javascript, isBad: false, "throw fail(`${name} was not found`);"))
        examples.append(.init(.javascript, isBad: false, "iterator.throw('x');"))
        return RuleDefinition(
            id: "errors/throw-literal", title: "Text thrown in place of an Error",
            message: "What is thrown is a text and no Error: it has no stack, and who catches it finds no message. Throw new Error(\u{2026}).",
            why: "Only an Error knows where it was made. Handlers ask for error.message and instanceof Error, and loggers for the stack; a text has none of them.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: nil,
            references: ["https://eslint.org/docs/latest/rules/no-throw-literal"], tags: ["errors"],
            fix: "new Error($TEXT)", fixTitle: "Throw an Error with this text",
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition65() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("catch ($ERROR) { throw $ERROR; }")
        let f2: RuleDefinition.Formula = .pattern("catch ($ERROR) { throw $ERROR }")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        formulas.append(f3)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "try { a(); } catch (e) { throw e; }"))
        examples.append(.init(.javascript, isBad: false, "try { a(); } catch (e) { throw new Error('b', { cause: e }); }"))
        examples.append(.init(.javascript, isBad: false, "try { a(); } catch (e) { log(e); throw e; }"))
        return RuleDefinition(
            id: "errors/useless-catch", title: "catch that does nothing but throw again",
            message: "This catch only throws the same error again. Remove the try, or add what the error lacks.",
            why: "The block hides that nothing is handled here, and costs whoever reads it a thought.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: nil,
            references: ["https://eslint.org/docs/latest/rules/no-useless-catch"], tags: ["errors"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition66() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("require($MODULE)")
        let f2: RuleDefinition.Formula = .pattern("import($MODULE)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .kind(metavariable: "$MODULE", "request", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$MODULE", "(?i)(argv|process\\.)", isNegated: true)
        let f6: RuleDefinition.Formula = .all([f3, f4, f5])
        let f7: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f6)
        let f8: RuleDefinition.Formula = .pattern("importlib.import_module($MODULE, ...)")
        let f9: RuleDefinition.Formula = .pattern("import_module($MODULE, ...)")
        let f10: RuleDefinition.Formula = .pattern("__import__($MODULE, ...)")
        let f11: RuleDefinition.Formula = .any([f8, f9, f10])
        let f12: RuleDefinition.Formula = .kind(metavariable: "$MODULE", "request", isNegated: false)
        let f13: RuleDefinition.Formula = .regex(metavariable: "$MODULE", "(?i)argv", isNegated: true)
        let f14: RuleDefinition.Formula = .all([f11, f12, f13])
        let f15: RuleDefinition.Formula = .languages([.python], f14)
        let f16: RuleDefinition.Formula = .any([f7, f15])
        formulas.append(f16)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "const plugin = require(req.query.plugin);"))
        examples.append(.init(.javascript, isBad: true, "const name = req.params.name;\nconst m = await import(`./plugins/${name}`);"))
        examples.append(.init(.javascript, isBad: false, "const plugin = require(`./plugins/${name}`);"))
        examples.append(.init(.python, isBad: true, "module = importlib.import_module(request.args['module'])"))
        examples.append(.init(.python, isBad: false, "module = importlib.import_module(name)"))
        return RuleDefinition(
            id: "eval/dynamic-require", title: "Module named by request data",
            message: "Who sends the request chooses the module that is loaded. Choose it from a fixed list.",
            why: "Loading a module runs it; a path or a package's name from outside runs what the sender wants.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python], cwe: 829,
            references: ["https://cwe.mitre.org/data/definitions/829.html"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: true, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition67() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("new ObjectInputStream(...)")
        let f2: RuleDefinition.Formula = .pattern("new java.io.ObjectInputStream(...)")
        let f3: RuleDefinition.Formula = .pattern("new XMLDecoder(...)")
        let f4: RuleDefinition.Formula = .any([f1, f2, f3])
        let f5: RuleDefinition.Formula = .file(["setObjectInputFilter", "resolveClass", "ObjectInputFilter", "ValidatingObjectInputStream"], isNegated: true)
        let f6: RuleDefinition.Formula = .all([f4, f5])
        let f7: RuleDefinition.Formula = .languages([.java], f6)
        let f8: RuleDefinition.Formula = .pattern("ObjectInputStream($IN)")
        let f9: RuleDefinition.Formula = .pattern("XMLDecoder($IN)")
        let f10: RuleDefinition.Formula = .any([f8, f9])
        let f11: RuleDefinition.Formula = .file(["setObjectInputFilter", "resolveClass", "ObjectInputFilter", "ValidatingObjectInputStream"], isNegated: true)
        let f12: RuleDefinition.Formula = .all([f10, f11])
        let f13: RuleDefinition.Formula = .languages([.kotlin], f12)
        let f14: RuleDefinition.Formula = .pattern("$MAPPER.enableDefaultTyping(...)")
        let f15: RuleDefinition.Formula = .pattern("ParserConfig.getGlobalInstance().setAutoTypeSupport(true)")
        let f16: RuleDefinition.Formula = .any([f14, f15])
        let f17: RuleDefinition.Formula = .languages([.java, .kotlin], f16)
        let f18: RuleDefinition.Formula = .pattern("$ENGINE.eval($CODE)")
        let f19: RuleDefinition.Formula = .regex(metavariable: "$ENGINE", "(?i)(engine|script|nashorn|jexl|groovy)", isNegated: false)
        let f20: RuleDefinition.Formula = .kind(metavariable: "$CODE", "interpolated", isNegated: false)
        let f21: RuleDefinition.Formula = .all([f18, f19, f20])
        let f22: RuleDefinition.Formula = .languages([.java, .kotlin], f21)
        let f23: RuleDefinition.Formula = .pattern("$SHELL.evaluate($CODE)")
        let f24: RuleDefinition.Formula = .regex(metavariable: "$SHELL", "(?i)(groovy|shell)", isNegated: false)
        let f25: RuleDefinition.Formula = .kind(metavariable: "$CODE", "interpolated", isNegated: false)
        let f26: RuleDefinition.Formula = .all([f23, f24, f25])
        let f27: RuleDefinition.Formula = .languages([.java, .kotlin], f26)
        let f28: RuleDefinition.Formula = .pattern("new $FORMATTER(...)")
        let f29: RuleDefinition.Formula = .regex(metavariable: "$FORMATTER", "^(BinaryFormatter|NetDataContractSerializer|SoapFormatter|LosFormatter|ObjectStateFormatter)$", isNegated: false)
        let f30: RuleDefinition.Formula = .all([f28, f29])
        let f31: RuleDefinition.Formula = .languages([.csharp], f30)
        let f32: RuleDefinition.Formula = .pattern("TypeNameHandling = TypeNameHandling.$HANDLING")
        let f33: RuleDefinition.Formula = .regex(metavariable: "$HANDLING", "^(All|Auto|Objects|Arrays)$", isNegated: false)
        let f34: RuleDefinition.Formula = .all([f32, f33])
        let f35: RuleDefinition.Formula = .languages([.csharp], f34)
        let f36: RuleDefinition.Formula = .any([f7, f13, f17, f22, f27, f31, f35])
        formulas.append(f36)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.java, isBad: true, "Object o = new ObjectInputStream(in).readObject();"))
        examples.append(.init(.java, isBad: true, "new java.io.ObjectInputStream(in).readObject();"))
        examples.append(.init(.java, isBad: true, "ObjectInputStream in = new ObjectInputStream(socket.getInputStream());"))
        examples.append(.init(.java, isBad: true, "mapper.enableDefaultTyping();"))
        examples.append(.init(.java, isBad: false, "User user = mapper.readValue(in, User.class);"))
        examples.append(.init(.java, isBad: false, "ObjectOutputStream out = new ObjectOutputStream(file);"))
        examples.append(.init(.java, isBad: false, "ObjectInputStream in = new ObjectInputStream(file);\nin.setObjectInputFilter(filter);"))
        examples.append(.init(.kotlin, isBad: true, "val o = ObjectInputStream(input).readObject()"))
        examples.append(.init(.kotlin, isBad: false, "val o = Json.decodeFromStream<User>(input)"))
        examples.append(.init(.kotlin, isBad: false, "class Reader(input: InputStream) : ObjectInputStream(input) { override fun resolveClass(d: ObjectStreamClass) = known(d) }"))
        examples.append(.init(.csharp, isBad: true, "var formatter = new BinaryFormatter();"))
        examples.append(.init(.csharp, isBad: true, "var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };"))
        examples.append(.init(.csharp, isBad: false, "var user = JsonSerializer.Deserialize<User>(text);"))
        examples.append(.init(.csharp, isBad: false, "var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };"))
        return RuleDefinition(
            id: "eval/java-deserialisation", title: "Objects made of data that names their classes",
            message: "Objects of any class are made of this data, and run their code. Read data that holds no classes, such as JSON.",
            why: "Whoever sends the data chooses the classes, and some of those on the way run commands while they are read. Read a format without classes, or allow a list of some by a filter.",
            severity: .warning, languages: [.java, .kotlin, .csharp], cwe: 502,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition68() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$MODULE.unserialize($DATA, ...)")
        let f2: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f3: RuleDefinition.Formula = .file(["node-serialize", "serialize-to-js", "php-serialize"], isNegated: false)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        let f5: RuleDefinition.Formula = .pattern("unserialize($DATA)")
        let f6: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f7: RuleDefinition.Formula = .file(["node-serialize", "serialize-to-js", "php-serialize"], isNegated: false)
        let f8: RuleDefinition.Formula = .all([f5, f6, f7])
        let f9: RuleDefinition.Formula = .pattern("$MODULE.deepDeserialize($DATA, ...)")
        let f10: RuleDefinition.Formula = .pattern("cryo.parse($DATA, ...)")
        let f11: RuleDefinition.Formula = .any([f9, f10])
        let f12: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f13: RuleDefinition.Formula = .file(["funcster", "cryo"], isNegated: false)
        let f14: RuleDefinition.Formula = .all([f11, f12, f13])
        let f15: RuleDefinition.Formula = .pattern("$YAML.load($DATA, {..., schema: $SCHEMA, ...})")
        let f16: RuleDefinition.Formula = .regex(metavariable: "$SCHEMA", "DEFAULT_FULL_SCHEMA", isNegated: false)
        let f17: RuleDefinition.Formula = .all([f15, f16])
        let f18: RuleDefinition.Formula = .pattern("v8.deserialize($DATA)")
        let f19: RuleDefinition.Formula = .kind(metavariable: "$DATA", "request", isNegated: false)
        let f20: RuleDefinition.Formula = .all([f18, f19])
        let f21: RuleDefinition.Formula = .any([f4, f8, f14, f17, f20])
        formulas.append(f21)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "const serialize = require('node-serialize');\nserialize.unserialize(req.cookies.profile);"))
        examples.append(.init(.javascript, isBad: true, "var serialize = require(\"node-serialize\")\nvar products = serialize.unserialize(req.files.products.data.toString('utf8'))"))
        examples.append(.init(.javascript, isBad: false, "const profile = JSON.parse(text);"))
        return RuleDefinition(
            id: "eval/javascript-deserialisation", title: "Deserialisation that runs code",
            message: "Reading this format can run code that the data holds. Use JSON.parse.",
            why: "node-serialize, funcster and the full schema of js-yaml make functions out of text. JSON.parse makes plain data.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 502,
            references: ["https://cwe.mitre.org/data/definitions/502.html"], tags: ["security", "deserialisation"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition69() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("eval($CODE, ...)")
        let f2: RuleDefinition.Formula = .pattern("window.eval($CODE, ...)")
        let f3: RuleDefinition.Formula = .pattern("globalThis.eval($CODE, ...)")
        let f4: RuleDefinition.Formula = .pattern("global.eval($CODE, ...)")
        let f5: RuleDefinition.Formula = .pattern("(0, eval)($CODE)")
        let f6: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5])
        let f7: RuleDefinition.Formula = .kind(metavariable: "$CODE", "dynamic", isNegated: false)
        let f8: RuleDefinition.Formula = .all([f6, f7])
        let f9: RuleDefinition.Formula = .pattern("new Function($CODE)")
        let f10: RuleDefinition.Formula = .pattern("new Function(..., $CODE)")
        let f11: RuleDefinition.Formula = .pattern("new AsyncFunction($CODE)")
        let f12: RuleDefinition.Formula = .pattern("new AsyncFunction(..., $CODE)")
        let f13: RuleDefinition.Formula = .pattern("new GeneratorFunction(..., $CODE)")
        let f14: RuleDefinition.Formula = .pattern("Function($CODE)")
        let f15: RuleDefinition.Formula = .pattern("Function(..., $CODE)")
        let f16: RuleDefinition.Formula = .any([f9, f10, f11, f12, f13, f14, f15])
        let f17: RuleDefinition.Formula = .kind(metavariable: "$CODE", "dynamic", isNegated: false)
        let f18: RuleDefinition.Formula = .all([f16, f17])
        let f19: RuleDefinition.Formula = .pattern("$TIMER($CODE, ...)")
        let f20: RuleDefinition.Formula = .pattern("window.$TIMER($CODE, ...)")
        let f21: RuleDefinition.Formula = .any([f19, f20])
        let f22: RuleDefinition.Formula = .regex(metavariable: "$TIMER", "^(setTimeout|setInterval|execScript|setImmediate)$", isNegated: false)
        let f23: RuleDefinition.Formula = .kind(metavariable: "$CODE", "interpolated", isNegated: false)
        let f24: RuleDefinition.Formula = .regex(metavariable: "$CODE", "(=>|\\bfunction\\b)", isNegated: true)
        let f25: RuleDefinition.Formula = .all([f21, f22, f23, f24])
        let f26: RuleDefinition.Formula = .pattern("$TIMER($CODE, ...)")
        let f27: RuleDefinition.Formula = .regex(metavariable: "$TIMER", "^(setTimeout|setInterval)$", isNegated: false)
        let f28: RuleDefinition.Formula = .regex(metavariable: "$CODE", "^(req|request|ctx|location|window\\.location|document\\.location)\\.", isNegated: false)
        let f29: RuleDefinition.Formula = .kind(metavariable: "$CODE", "request", isNegated: false)
        let f30: RuleDefinition.Formula = .all([f26, f27, f28, f29])
        let f31: RuleDefinition.Formula = .pattern("$ENGINE.eval($CODE)")
        let f32: RuleDefinition.Formula = .regex(metavariable: "$ENGINE", "^(mathjs|math|interpreter|engine|parser|ctx\\.math)$", isNegated: false)
        let f33: RuleDefinition.Formula = .kind(metavariable: "$CODE", "request", isNegated: false)
        let f34: RuleDefinition.Formula = .all([f31, f32, f33])
        let f35: RuleDefinition.Formula = .pattern("vm.$RUN($CODE, ...)")
        let f36: RuleDefinition.Formula = .pattern("new vm.Script($CODE, ...)")
        let f37: RuleDefinition.Formula = .any([f35, f36])
        let f38: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(runInNewContext|runInThisContext|runInContext|compileFunction)$", isNegated: false)
        let f39: RuleDefinition.Formula = .kind(metavariable: "$CODE", "request", isNegated: false)
        let f40: RuleDefinition.Formula = .all([f37, f38, f39])
        let f41: RuleDefinition.Formula = .any([f8, f18, f25, f30, f34, f40])
        formulas.append(f41)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "eval(code);"))
        examples.append(.init(.javascript, isBad: true, "const result = eval('(' + text + ')');"))
        examples.append(.init(.javascript, isBad: true, "const f = new Function('a', body);"))
        examples.append(.init(.javascript, isBad: true, "const f = new Function('a', 'b', req.body.code);"))
        examples.append(.init(.javascript, isBad: true, "const f = Function('return ' + text)();"))
        examples.append(.init(.javascript, isBad: true, "setTimeout('update(' + id + ')', 100);"))
        examples.append(.init(.javascript, isBad: true, "res.render('calc', { output: mathjs.eval(req.body.equation) });"))
        examples.append(.init(.javascript, isBad: true, "const q = req.query.q;\nvm.runInNewContext(q);"))
        examples.append(.init(.javascript, isBad: false, "eval('1 + 1');"))
        examples.append(.init(.javascript, isBad: false, "model.eval(input);"))
        examples.append(.init(.javascript, isBad: false, "setTimeout(() => update('a' + id), 100);"))
        examples.append(.init(.javascript, isBad: false, "const show = () => { list.forEach((item) => { item.style.display = 'none' + item.id }); };\nsetInterval(show, 100);"))
        examples.append(.init(.javascript, isBad: false, "const fn = new Function('return this');"))
        examples.append(.init(.javascript, isBad: false, "function f(callback: Function) {}"))
        examples.append(.init(.javascript, isBad: false, "const text = 'eval(code)';"))
        examples.append(.init(.astro, isBad: true, "---\nconst { html } = Astro.props;\neval(html);\n---\n<p>x</p>"))
        examples.append(.init(.astro, isBad: true, "---\nconst a = 1;\n---\n<p>{eval(Astro.url.search)}</p>"))
        examples.append(.init(.astro, isBad: true, "<script>\n  eval(location.hash);\n</script>"))
        examples.append(.init(.astro, isBad: false, "---\nconst a = 1;\n---\n<p>eval(html)</p>"))
        examples.append(.init(.astro, isBad: false, "<code>eval(html)</code>"))
        examples.append(.init(.astro, isBad: false, "---\n// eval(html)\n---\n<p title={`eval(${a})`}>{items.map((item) => <li>{item}</li>)}</p>"))
        return RuleDefinition(
            id: "eval/javascript-eval", title: "eval of a computed value",
            message: "Text is run as code here; with data from outside that is anybody's code.",
            why: "Data that reaches eval, Function or a timer's text is run with all rights of the page or the server. Parse data with JSON.parse, and choose functions from an object.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 95,
            references: ["https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/eval#never_use_direct_eval!"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition70() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("vm.$RUN($CODE, ...)")
        let f2: RuleDefinition.Formula = .pattern("$RUN($CODE, ...)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(runInNewContext|runInThisContext|runInContext|compileFunction)$", isNegated: false)
        let f5: RuleDefinition.Formula = .kind(metavariable: "$CODE", "dynamic", isNegated: false)
        let f6: RuleDefinition.Formula = .kind(metavariable: "$CODE", "request", isNegated: true)
        let f7: RuleDefinition.Formula = .file(["vm", "node:vm"], isNegated: false)
        let f8: RuleDefinition.Formula = .all([f3, f4, f5, f6, f7])
        let f9: RuleDefinition.Formula = .pattern("new vm.Script($CODE, ...)")
        let f10: RuleDefinition.Formula = .pattern("new vm.SourceTextModule($CODE, ...)")
        let f11: RuleDefinition.Formula = .any([f9, f10])
        let f12: RuleDefinition.Formula = .kind(metavariable: "$CODE", "dynamic", isNegated: false)
        let f13: RuleDefinition.Formula = .all([f11, f12])
        let f14: RuleDefinition.Formula = .pattern("new $VM(...).run($CODE, ...)")
        let f15: RuleDefinition.Formula = .pattern("new $VM(...)")
        let f16: RuleDefinition.Formula = .any([f14, f15])
        let f17: RuleDefinition.Formula = .regex(metavariable: "$VM", "^(VM|NodeVM|VMScript)$", isNegated: false)
        let f18: RuleDefinition.Formula = .file(["vm2"], isNegated: false)
        let f19: RuleDefinition.Formula = .all([f16, f17, f18])
        let f20: RuleDefinition.Formula = .any([f8, f13, f19])
        formulas.append(f20)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "const vm = require('vm');\nvm.runInNewContext(code, {});"))
        examples.append(.init(.javascript, isBad: true, "const script = new vm.Script(source);"))
        examples.append(.init(.javascript, isBad: true, "const { VM } = require('vm2');\nnew VM().run(code);"))
        examples.append(.init(.javascript, isBad: false, "const vm = require('vm');\nvm.runInNewContext('1 + 1');"))
        examples.append(.init(.javascript, isBad: false, "vm.start(code);"))
        return RuleDefinition(
            id: "eval/javascript-vm", title: "Computed code run in a vm context",
            message: "Node's vm module is no sandbox, and vm2 has known ways out. Run foreign code in a process or an isolate.",
            why: "Code in a vm context reaches the process through any object that it is given; vm2 was given up because of that. Run code of others in a container, a separate process without rights, or isolated-vm.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 94,
            references: ["https://nodejs.org/api/vm.html#vm-executing-javascript"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition71() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("eval($CODE)")
        let f2: RuleDefinition.Formula = .pattern("create_function($ARGUMENTS, $CODE)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .kind(metavariable: "$CODE", "dynamic", isNegated: false)
        let f5: RuleDefinition.Formula = .focus("$CODE")
        let f6: RuleDefinition.Formula = .all([f3, f4, f5])
        let f7: RuleDefinition.Formula = .pattern("$RUN($CODE, ...)")
        let f8: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(unserialize|assert|call_user_func|call_user_func_array)$", isNegated: false)
        let f9: RuleDefinition.Formula = .kind(metavariable: "$CODE", "request", isNegated: false)
        let f10: RuleDefinition.Formula = .not("unserialize($TEXT, [..., \"allowed_classes\" => false, ...])")
        let f11: RuleDefinition.Formula = .focus("$CODE")
        let f12: RuleDefinition.Formula = .all([f7, f8, f9, f10, f11])
        let f13: RuleDefinition.Formula = .pattern("include $CODE")
        let f14: RuleDefinition.Formula = .pattern("include_once $CODE")
        let f15: RuleDefinition.Formula = .pattern("require $CODE")
        let f16: RuleDefinition.Formula = .pattern("require_once $CODE")
        let f17: RuleDefinition.Formula = .any([f13, f14, f15, f16])
        let f18: RuleDefinition.Formula = .kind(metavariable: "$CODE", "request", isNegated: false)
        let f19: RuleDefinition.Formula = .focus("$CODE")
        let f20: RuleDefinition.Formula = .all([f17, f18, f19])
        let f21: RuleDefinition.Formula = .any([f6, f12, f20])
        formulas.append(f21)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.php, isBad: true, "<?php\n$x = unserialize(base64_decode($_COOKIE['x']));"))
        examples.append(.init(.php, isBad: true, "<?php\neval($_POST['code']);"))
        examples.append(.init(.php, isBad: true, "<?php\neval('return ' . $expression . ';');"))
        examples.append(.init(.php, isBad: true, "<?php\nunserialize($_COOKIE['x']);"))
        examples.append(.init(.php, isBad: true, "<?php\n$data = $_GET['data'];\n$user = unserialize($data);"))
        examples.append(.init(.php, isBad: true, "<?php include $_GET['page']; ?>"))
        examples.append(.init(.php, isBad: true, "<?php\nrequire('pages/' . $_GET['page'] . '.php');"))
        examples.append(.init(.php, isBad: false, "<?php\neval('return 1;');"))
        examples.append(.init(.php, isBad: false, "<?php\n$x = unserialize($row['data']);"))
        examples.append(.init(.php, isBad: false, "<?php\neval(var_export($value, true) . ';');"))
        examples.append(.init(.php, isBad: false, "<?php\n$x = unserialize($_COOKIE['x'], ['allowed_classes' => false]);"))
        examples.append(.init(.php, isBad: false, "<?php\nrequire __DIR__ . '/vendor/autoload.php';"))
        examples.append(.init(.php, isBad: false, "<?php\n$page = basename($_GET['page']);\nmodel->eval($input);"))
        examples.append(.init(.php, isBad: false, "<p>eval($_POST['code']);</p>"))
        return RuleDefinition(
            id: "eval/php-eval", title: "Code or objects made of data",
            message: "Data is run as code here, or names the file or the classes that are; with data from outside that is anybody's code.",
            why: "What reaches eval, include or unserialize runs with all rights of the server. Choose functions and files from a list, and read data with json_decode.",
            severity: .critical, languages: [.php], cwe: 95,
            references: ["https://www.php.net/manual/en/function.eval.php"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition72() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$LIBRARY.$MERGE($TARGET, $DATA, ...)")
        let f2: RuleDefinition.Formula = .pattern("$MERGE($TARGET, $DATA, ...)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$MERGE", "^(merge|mergeWith|defaultsDeep|deepmerge|deepMerge|mergeDeep|deepExtend|extendDeep)$", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$DATA", "^(JSON\\.parse\\()?(req|request|ctx\\.request)\\.(body|query|params)\\b", isNegated: false)
        let f6: RuleDefinition.Formula = .focus("$DATA")
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("$OBJECT[\"__proto__\"][$KEY] = $VALUE")
        let f9: RuleDefinition.Formula = .kind(metavariable: "$KEY", "dynamic", isNegated: false)
        let f10: RuleDefinition.Formula = .all([f8, f9])
        let f11: RuleDefinition.Formula = .any([f7, f10])
        formulas.append(f11)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "_.merge(settings, req.body);"))
        examples.append(.init(.javascript, isBad: true, "const user = deepmerge(defaults, req.body.user);"))
        examples.append(.init(.javascript, isBad: false, "_.merge(settings, defaults);"))
        examples.append(.init(.javascript, isBad: false, "const user = { name: req.body.name };"))
        return RuleDefinition(
            id: "eval/prototype-pollution", title: "Request data merged into an object",
            message: "A key named __proto__ in the request's data changes all objects of the program. Copy the keys that are expected.",
            why: "A deep merge follows __proto__ and constructor like any other key, so that who sends the request sets properties of every object, such as isAdmin.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 1321,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition73() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$F($CODE, ...)")
        let f2: RuleDefinition.Formula = .pattern("builtins.$F($CODE, ...)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$F", "^(eval|exec)$", isNegated: false)
        let f5: RuleDefinition.Formula = .kind(metavariable: "$CODE", "dynamic", isNegated: false)
        let f6: RuleDefinition.Formula = .regex(metavariable: "$CODE", "^(compile\\()?(open\\(|([a-z_]*file|f|fp|fh|fobj|handle|stream)\\.read\\(|[A-Za-z_.]*(path|Path|file|readme|version)[A-Za-z_.()/ '\"]*\\.(read|read_text)\\()", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        formulas.append(f7)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "x = eval(input())"))
        examples.append(.init(.python, isBad: true, "eval(user_code)"))
        examples.append(.init(.python, isBad: true, "exec(request.form['code'])"))
        examples.append(.init(.python, isBad: true, "exec(f'import {name}')"))
        examples.append(.init(.python, isBad: true, "exec(compile(source, '<string>', 'exec'))"))
        examples.append(.init(.python, isBad: true, "expression = request.args.get('e')\nresult = eval(expression)"))
        examples.append(.init(.python, isBad: false, "x = eval('1 + 1')"))
        examples.append(.init(.python, isBad: false, "model.eval(data)"))
        examples.append(.init(.python, isBad: false, "def eval(code): pass"))
        examples.append(.init(.python, isBad: false, "ast.literal_eval(value)"))
        examples.append(.init(.python, isBad: false, "CODE = '2 * 3'\ny = eval(CODE)"))
        examples.append(.init(.python, isBad: false, "# eval(input())"))
        examples.append(.init(.python, isBad: false, "exec(open('version.py').read())"))
        examples.append(.init(.python, isBad: false, "exec(compile('x = 1', '<string>', 'exec'))"))
        return RuleDefinition(
            id: "eval/python-eval", title: "eval or exec of a computed value",
            message: "$F runs whatever its argument says; with data from outside that is anybody's code.",
            why: "Data that reaches eval or exec is run with all rights of the program. Parse data with json or ast.literal_eval, and choose functions from a dictionary.",
            severity: .critical, languages: [.python], cwe: 95,
            references: ["https://docs.python.org/3/library/functions.html#eval"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition74() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$PICKLE.$LOAD($DATA, ...)")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(load|loads|Unpickler|decode)$", isNegated: false)
        let f4: RuleDefinition.Formula = .regex(metavariable: "$PICKLE", "^(pickle|cPickle|_pickle|pkl|dill|cloudpickle|marshal|jsonpickle|joblib|shelve)$", isNegated: false)
        let f5: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f6: RuleDefinition.Formula = .regex(metavariable: "$DATA", "dumps\\(", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f2, f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("loads($DATA, ...)")
        let f9: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f10: RuleDefinition.Formula = .regex(metavariable: "$DATA", "dumps\\(", isNegated: true)
        let f11: RuleDefinition.Formula = .file(["from pickle import loads", "from cPickle import loads", "from _pickle import loads", "from dill import loads", "from cloudpickle import loads", "from marshal import loads"], isNegated: false)
        let f12: RuleDefinition.Formula = .all([f8, f9, f10, f11])
        let f13: RuleDefinition.Formula = .pattern("load($DATA, ...)")
        let f14: RuleDefinition.Formula = .pattern("Unpickler($DATA, ...)")
        let f15: RuleDefinition.Formula = .any([f13, f14])
        let f16: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f17: RuleDefinition.Formula = .file(["from pickle import load", "from cPickle import load", "from _pickle import load", "from dill import load", "from cloudpickle import load", "from marshal import load", "from joblib import load", "from pickle import Unpickler"], isNegated: false)
        let f18: RuleDefinition.Formula = .all([f15, f16, f17])
        let f19: RuleDefinition.Formula = .pattern("decode($DATA, ...)")
        let f20: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f21: RuleDefinition.Formula = .file(["from jsonpickle import decode"], isNegated: false)
        let f22: RuleDefinition.Formula = .all([f19, f20, f21])
        let f23: RuleDefinition.Formula = .pattern("shelve.open($DATA, ...)")
        let f24: RuleDefinition.Formula = .pattern("pandas.read_pickle($DATA, ...)")
        let f25: RuleDefinition.Formula = .pattern("pd.read_pickle($DATA, ...)")
        let f26: RuleDefinition.Formula = .any([f23, f24, f25])
        let f27: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f28: RuleDefinition.Formula = .all([f26, f27])
        let f29: RuleDefinition.Formula = .pattern("torch.load($DATA, ...)")
        let f30: RuleDefinition.Formula = .not("torch.load(..., weights_only=True, ...)")
        let f31: RuleDefinition.Formula = .all([f29, f30])
        let f32: RuleDefinition.Formula = .pattern("$PICKLE.$LOAD($DATA, ...)")
        let f33: RuleDefinition.Formula = .any([f32])
        let f34: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(load|loads)$", isNegated: false)
        let f35: RuleDefinition.Formula = .regex(metavariable: "$PICKLE", "^(p|pk|pck|pick|_p|P)$", isNegated: false)
        let f36: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f37: RuleDefinition.Formula = .file(["import pickle as p", "import pickle as pk", "import pickle as P", "import cPickle as p"], isNegated: false)
        let f38: RuleDefinition.Formula = .all([f33, f34, f35, f36, f37])
        let f39: RuleDefinition.Formula = .pattern("np.load(..., allow_pickle=True, ...)")
        let f40: RuleDefinition.Formula = .all([f39])
        let f41: RuleDefinition.Formula = .pattern("numpy.load(..., allow_pickle=True, ...)")
        let f42: RuleDefinition.Formula = .all([f41])
        let f43: RuleDefinition.Formula = .any([f7, f12, f18, f22, f28, f31, f38, f40, f42])
        formulas.append(f43)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "data = pickle.loads(request.data)"))
        examples.append(.init(.python, isBad: true, "obj = pickle.load(f)"))
        examples.append(.init(.python, isBad: true, "from pickle import loads\nobj = loads(data)"))
        examples.append(.init(.python, isBad: true, "model = torch.load('model.pt')"))
        examples.append(.init(.python, isBad: true, "model = torch.load(path)"))
        examples.append(.init(.python, isBad: true, "value = marshal.loads(blob)"))
        examples.append(.init(.python, isBad: true, "a = np.load(path, allow_pickle=True)"))
        examples.append(.init(.python, isBad: false, "data = json.loads(request.data)"))
        examples.append(.init(.python, isBad: false, "model = torch.load(path, weights_only=True)"))
        examples.append(.init(.python, isBad: false, "blob = pickle.dumps(value)"))
        examples.append(.init(.python, isBad: false, "import pickle\nfrom json import loads\nobj = loads(data)"))
        examples.append(.init(.python, isBad: false, "copy = pickle.loads(pickle.dumps(value))"))
        return RuleDefinition(
            id: "eval/unsafe-deserialisation", title: "Unpickling of data from elsewhere",
            message: "Unpickling runs code that the data names. Use json, or read only what this program has signed.",
            why: "pickle, marshal, shelve and dill call whatever the data tells them to. Keep data as JSON; for models use safetensors or torch.load with weights_only=True.",
            severity: .critical, languages: [.python], cwe: 502,
            references: ["https://docs.python.org/3/library/pickle.html"], tags: ["security", "deserialisation"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition75() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("yaml.$LOAD($DATA)")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(load)$", isNegated: false)
        let f3: RuleDefinition.Formula = .kind(metavariable: "$DATA", "dynamic", isNegated: false)
        let f4: RuleDefinition.Formula = .file(["ruamel", "strictyaml"], isNegated: true)
        let f5: RuleDefinition.Formula = .all([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .pattern("yaml.$LOAD($DATA, Loader=$LOADER)")
        let f7: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(load)$", isNegated: false)
        let f8: RuleDefinition.Formula = .regex(metavariable: "$LOADER", "^(yaml\\.)?(Loader|UnsafeLoader|FullLoader|CLoader|CUnsafeLoader)$", isNegated: false)
        let f9: RuleDefinition.Formula = .all([f6, f7, f8])
        let f10: RuleDefinition.Formula = .pattern("yaml.$LOAD($DATA, ...)")
        let f11: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(unsafe_load|full_load)$", isNegated: false)
        let f12: RuleDefinition.Formula = .all([f10, f11])
        let f13: RuleDefinition.Formula = .pattern("yaml.$LOAD($DATA, $LOADER)")
        let f14: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(load)$", isNegated: false)
        let f15: RuleDefinition.Formula = .regex(metavariable: "$LOADER", "^(yaml\\.)?(Loader|UnsafeLoader|FullLoader|CLoader|CUnsafeLoader)$", isNegated: false)
        let f16: RuleDefinition.Formula = .all([f13, f14, f15])
        let f17: RuleDefinition.Formula = .any([f5, f9, f12, f16])
        formulas.append(f17)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "config = yaml.load(stream)"))
        examples.append(.init(.python, isBad: true, "config = yaml.load(open(path), Loader=yaml.Loader)"))
        examples.append(.init(.python, isBad: true, "config = yaml.unsafe_load(text)"))
        examples.append(.init(.python, isBad: true, "config = yaml.load(text, yaml.UnsafeLoader)"))
        examples.append(.init(.python, isBad: false, "config = yaml.safe_load(stream)"))
        examples.append(.init(.python, isBad: false, "config = yaml.load(stream, Loader=yaml.SafeLoader)"))
        examples.append(.init(.python, isBad: false, "config = yaml.load(stream, Loader=CSafeLoader)"))
        return RuleDefinition(
            id: "eval/yaml-load", title: "YAML read without a safe loader",
            message: "yaml.load can create any Python object that the file names. Use yaml.safe_load.",
            why: "A document may name classes and functions to call while it is read. safe_load makes plain data only.",
            severity: .critical, languages: [.python], cwe: 502,
            references: ["https://pyyaml.org/wiki/PyYAMLDocumentation"], tags: ["security", "deserialisation"],
            fix: "yaml.safe_load($DATA)", fixTitle: "Use yaml.safe_load",
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition76() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("yaml.load_all($DATA)")
        let f2: RuleDefinition.Formula = .file(["ruamel", "strictyaml"], isNegated: true)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        let f4: RuleDefinition.Formula = .pattern("yaml.load_all($DATA, Loader=$LOADER)")
        let f5: RuleDefinition.Formula = .pattern("yaml.load_all($DATA, $LOADER)")
        let f6: RuleDefinition.Formula = .any([f4, f5])
        let f7: RuleDefinition.Formula = .regex(metavariable: "$LOADER", "^(yaml\\.)?(Loader|UnsafeLoader|FullLoader|CLoader|CUnsafeLoader|CFullLoader)$", isNegated: false)
        let f8: RuleDefinition.Formula = .all([f6, f7])
        let f9: RuleDefinition.Formula = .pattern("yaml.$LOAD($DATA, ...)")
        let f10: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(unsafe_load_all|full_load_all)$", isNegated: false)
        let f11: RuleDefinition.Formula = .all([f9, f10])
        let f12: RuleDefinition.Formula = .pattern("$LOAD($DATA, Loader=$LOADER)")
        let f13: RuleDefinition.Formula = .pattern("$LOAD($DATA, $LOADER)")
        let f14: RuleDefinition.Formula = .any([f12, f13])
        let f15: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(load|load_all)$", isNegated: false)
        let f16: RuleDefinition.Formula = .regex(metavariable: "$LOADER", "^(yaml\\.)?(Loader|UnsafeLoader|FullLoader|CLoader|CUnsafeLoader)$", isNegated: false)
        let f17: RuleDefinition.Formula = .file(["from yaml import load", "from yaml import load_all"], isNegated: false)
        let f18: RuleDefinition.Formula = .all([f14, f15, f16, f17])
        let f19: RuleDefinition.Formula = .pattern("$LOAD($DATA)")
        let f20: RuleDefinition.Formula = .any([f19])
        let f21: RuleDefinition.Formula = .regex(metavariable: "$LOAD", "^(unsafe_load|full_load|unsafe_load_all|full_load_all)$", isNegated: false)
        let f22: RuleDefinition.Formula = .all([f20, f21])
        let f23: RuleDefinition.Formula = .pattern("YAML(..., typ=$TYPE, ...)")
        let f24: RuleDefinition.Formula = .regex(metavariable: "$TYPE", "^['\"]unsafe['\"]$", isNegated: false)
        let f25: RuleDefinition.Formula = .all([f23, f24])
        let f26: RuleDefinition.Formula = .any([f3, f8, f11, f18, f22, f25])
        formulas.append(f26)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "for document in yaml.load_all(stream):\n    pass"))
        examples.append(.init(.python, isBad: true, "documents = yaml.load_all(stream, Loader=yaml.Loader)"))
        examples.append(.init(.python, isBad: true, "from yaml import load, Loader\nconfig = load(f, Loader=Loader)"))
        examples.append(.init(.python, isBad: true, "yaml = YAML(typ='unsafe')"))
        examples.append(.init(.python, isBad: false, "documents = yaml.safe_load_all(stream)"))
        examples.append(.init(.python, isBad: false, "from yaml import load, SafeLoader\nconfig = load(f, Loader=SafeLoader)"))
        examples.append(.init(.python, isBad: false, "yaml = YAML(typ='safe')"))
        return RuleDefinition(
            id: "eval/yaml-loader", title: "YAML documents read without a safe loader",
            message: "This loader can create any Python object that the file names. Use safe_load or safe_load_all.",
            why: "A document may name classes and functions to call while it is read. The safe loaders make plain data only.",
            severity: .critical, languages: [.python], cwe: 502,
            references: ["https://pyyaml.org/wiki/PyYAMLDocumentation"], tags: ["security", "deserialisation"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition77() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$TAR.extractall(...)")
        let f2: RuleDefinition.Formula = .not("$TAR.extractall(..., filter=$FILTER, ...)")
        let f3: RuleDefinition.Formula = .not("$TAR.extractall(..., members=$MEMBERS, ...)")
        let f4: RuleDefinition.Formula = .regex(metavariable: "$TAR", "(?i)(tar|tf|tgz|archive)", isNegated: false)
        let f5: RuleDefinition.Formula = .file(["tarfile"], isNegated: false)
        let f6: RuleDefinition.Formula = .all([f1, f2, f3, f4, f5])
        let f7: RuleDefinition.Formula = .any([f6])
        formulas.append(f7)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "import tarfile\ntar = tarfile.open(path)\ntar.extractall(target)"))
        examples.append(.init(.python, isBad: false, "import tarfile\ntar.extractall(target, filter='data')"))
        return RuleDefinition(
            id: "path/archive-extraction", title: "Archive unpacked without a look at its names",
            message: "Names in the archive may lead out of the folder. Use filter='data', or check each name before.",
            why: "An archive may hold ../../etc/passwd or a link; extractall writes where it says. Since Python 3.12 tarfile takes filter='data'.",
            severity: .warning, languages: [.python], cwe: 22,
            references: ["https://docs.python.org/3/library/tarfile.html#extraction-filters"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: true, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition78() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("fs.$METHOD($PATH, ...)")
        let f2: RuleDefinition.Formula = .pattern("fsp.$METHOD($PATH, ...)")
        let f3: RuleDefinition.Formula = .pattern("fs.promises.$METHOD($PATH, ...)")
        let f4: RuleDefinition.Formula = .any([f1, f2, f3])
        let f5: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(readFile|readFileSync|createReadStream|writeFile|writeFileSync|createWriteStream|unlink|unlinkSync|readdir|readdirSync|rm|rmSync|appendFile|appendFileSync|open|openSync|copyFile|rename|stat|statSync)$", isNegated: false)
        let f6: RuleDefinition.Formula = .regex(metavariable: "$PATH", "(basename|argv)", isNegated: true)
        let f7: RuleDefinition.Formula = .kind(metavariable: "$PATH", "request", isNegated: false)
        let f8: RuleDefinition.Formula = .focus("$PATH")
        let f9: RuleDefinition.Formula = .all([f4, f5, f6, f7, f8])
        let f10: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f9)
        let f11: RuleDefinition.Formula = .pattern("$RES.sendFile($PATH, ...)")
        let f12: RuleDefinition.Formula = .pattern("$RES.download($PATH, ...)")
        let f13: RuleDefinition.Formula = .pattern("$RES.sendfile($PATH, ...)")
        let f14: RuleDefinition.Formula = .any([f11, f12, f13])
        let f15: RuleDefinition.Formula = .not("$RES.sendFile($PATH, {..., root: $ROOT, ...}, ...)")
        let f16: RuleDefinition.Formula = .regex(metavariable: "$PATH", "(basename)", isNegated: true)
        let f17: RuleDefinition.Formula = .kind(metavariable: "$PATH", "request", isNegated: false)
        let f18: RuleDefinition.Formula = .focus("$PATH")
        let f19: RuleDefinition.Formula = .all([f14, f15, f16, f17, f18])
        let f20: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f19)
        let f21: RuleDefinition.Formula = .pattern("open($PATH, ...)")
        let f22: RuleDefinition.Formula = .pattern("send_file($PATH, ...)")
        let f23: RuleDefinition.Formula = .pattern("os.remove($PATH)")
        let f24: RuleDefinition.Formula = .pattern("os.unlink($PATH)")
        let f25: RuleDefinition.Formula = .pattern("shutil.rmtree($PATH, ...)")
        let f26: RuleDefinition.Formula = .pattern("FileResponse($PATH, ...)")
        let f27: RuleDefinition.Formula = .any([f21, f22, f23, f24, f25, f26])
        let f28: RuleDefinition.Formula = .regex(metavariable: "$PATH", "(secure_filename|basename|argv|input\\(|(^|[^.\\w])args\\.[a-z_]+\\b|safe_join)", isNegated: true)
        let f29: RuleDefinition.Formula = .kind(metavariable: "$PATH", "request", isNegated: false)
        let f30: RuleDefinition.Formula = .file(["flask", "django", "fastapi", "bottle", "request", "starlette", "aiohttp"], isNegated: false)
        let f31: RuleDefinition.Formula = .focus("$PATH")
        let f32: RuleDefinition.Formula = .all([f27, f28, f29, f30, f31])
        let f33: RuleDefinition.Formula = .languages([.python], f32)
        let f34: RuleDefinition.Formula = .pattern("os.$METHOD($PATH, ...)")
        let f35: RuleDefinition.Formula = .pattern("ioutil.$METHOD($PATH, ...)")
        let f36: RuleDefinition.Formula = .pattern("http.ServeFile($W, $R, $PATH)")
        let f37: RuleDefinition.Formula = .any([f34, f35, f36])
        let f38: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(Open|ReadFile|Create|WriteFile|Remove|RemoveAll|OpenFile)$", isNegated: false)
        let f39: RuleDefinition.Formula = .regex(metavariable: "$PATH", "(Base\\(|Args|flag\\.)", isNegated: true)
        let f40: RuleDefinition.Formula = .kind(metavariable: "$PATH", "request", isNegated: false)
        let f41: RuleDefinition.Formula = .focus("$PATH")
        let f42: RuleDefinition.Formula = .all([f37, f38, f39, f40, f41])
        let f43: RuleDefinition.Formula = .languages([.go], f42)
        let f44: RuleDefinition.Formula = .pattern("new $CLASS($PATH)")
        let f45: RuleDefinition.Formula = .pattern("Paths.get($PATH)")
        let f46: RuleDefinition.Formula = .pattern("Path.of($PATH)")
        let f47: RuleDefinition.Formula = .any([f44, f45, f46])
        let f48: RuleDefinition.Formula = .regex(metavariable: "$CLASS", "^(File|FileInputStream|FileOutputStream|FileReader|FileWriter)$", isNegated: false)
        let f49: RuleDefinition.Formula = .kind(metavariable: "$PATH", "request", isNegated: false)
        let f50: RuleDefinition.Formula = .regex(metavariable: "$PATH", "(?i)getName\\(", isNegated: true)
        let f51: RuleDefinition.Formula = .focus("$PATH")
        let f52: RuleDefinition.Formula = .all([f47, f48, f49, f50, f51])
        let f53: RuleDefinition.Formula = .languages([.java], f52)
        let f54: RuleDefinition.Formula = .pattern("$RUN($PATH, ...)")
        let f55: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(file_get_contents|file_put_contents|readfile|fopen|unlink|file|copy|rename|show_source|highlight_file)$", isNegated: false)
        let f56: RuleDefinition.Formula = .kind(metavariable: "$PATH", "request", isNegated: false)
        let f57: RuleDefinition.Formula = .focus("$PATH")
        let f58: RuleDefinition.Formula = .all([f54, f55, f56, f57])
        let f59: RuleDefinition.Formula = .languages([.php], f58)
        let f60: RuleDefinition.Formula = .pattern("File.$RUN($PATH, ...)")
        let f61: RuleDefinition.Formula = .pattern("System.IO.File.$RUN($PATH, ...)")
        let f62: RuleDefinition.Formula = .any([f60, f61])
        let f63: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(ReadAllText|ReadAllBytes|ReadAllLines|OpenRead|Open|WriteAllText|Delete|ReadAllTextAsync|WriteAllTextAsync)$", isNegated: false)
        let f64: RuleDefinition.Formula = .kind(metavariable: "$PATH", "request", isNegated: false)
        let f65: RuleDefinition.Formula = .focus("$PATH")
        let f66: RuleDefinition.Formula = .all([f62, f63, f64, f65])
        let f67: RuleDefinition.Formula = .languages([.csharp], f66)
        let f68: RuleDefinition.Formula = .any([f10, f20, f33, f43, f53, f59, f67])
        formulas.append(f68)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "fs.readFile('files/' + req.params.name, done);"))
        examples.append(.init(.javascript, isBad: true, "const name = req.query.name;\nfs.createReadStream(path.join(root, name));"))
        examples.append(.init(.javascript, isBad: true, "res.sendFile(path.join(root, req.params.file));"))
        examples.append(.init(.javascript, isBad: false, "fs.readFile(path.join(root, path.basename(req.params.name)), done);"))
        examples.append(.init(.javascript, isBad: false, "fs.readFile(file, done);"))
        examples.append(.init(.python, isBad: true, "from flask import request, send_file\n\ndef show():\n    return send_file(request.args.get('f'))"))
        examples.append(.init(.python, isBad: true, "from flask import request\nf = open('files/' + request.args['name'])"))
        examples.append(.init(.python, isBad: false, "from flask import request\nf = open(secure_filename(request.args['name']))"))
        examples.append(.init(.python, isBad: false, "f = open(path)"))
        examples.append(.init(.go, isBad: true, "data, err := os.ReadFile(\"files/\" + r.URL.Query().Get(\"name\"))"))
        examples.append(.init(.go, isBad: false, "data, err := os.ReadFile(name)"))
        examples.append(.init(.java, isBad: true, "String f(@RequestParam String id) throws IOException {\n  return Files.readString(Path.of(\"/data/\" + id));\n}"))
        examples.append(.init(.java, isBad: true, "File file = new File(\"/data/\" + request.getParameter(\"name\"));"))
        examples.append(.init(.java, isBad: false, "File file = new File(\"/data/\" + name);"))
        examples.append(.init(.java, isBad: false, "File file = new File(\"/data/\" + Integer.parseInt(request.getParameter(\"id\")));"))
        examples.append(.init(.php, isBad: true, "<?php\necho file_get_contents('pages/' . $_GET['page']);"))
        examples.append(.init(.php, isBad: true, "<?php\n$file = $_GET['file'];\nreadfile($file);"))
        examples.append(.init(.php, isBad: false, "<?php\nreadfile('pages/' . basename($_GET['page']));"))
        examples.append(.init(.php, isBad: false, "<?php\nreadfile($file);"))
        examples.append(.init(.csharp, isBad: true, "string F([FromQuery] string id) {\n  return System.IO.File.ReadAllText(\"/data/\" + id);\n}"))
        examples.append(.init(.csharp, isBad: true, "var text = File.ReadAllText(Request.QueryString[\"file\"]);"))
        examples.append(.init(.csharp, isBad: false, "var text = File.ReadAllText(path);"))
        return RuleDefinition(
            id: "path/path-from-request", title: "File named by request data",
            message: "Who sends the request chooses the file. Take its base name, and check that the result lies in the folder.",
            why: "With ../ in it the name leads out of the folder to any file that the server may read or write.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .java, .php, .csharp], cwe: 22,
            references: ["https://owasp.org/www-community/attacks/Path_Traversal"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: true, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition79() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("tempfile.mktemp(...)")
        let f2: RuleDefinition.Formula = .pattern("os.tempnam(...)")
        let f3: RuleDefinition.Formula = .pattern("os.tmpnam(...)")
        let f4: RuleDefinition.Formula = .any([f1, f2, f3])
        formulas.append(f4)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "name = tempfile.mktemp('.txt')"))
        examples.append(.init(.python, isBad: false, "fd, name = tempfile.mkstemp('.txt')"))
        return RuleDefinition(
            id: "path/temporary-name", title: "Temporary file made by name",
            message: "Another process can take the name before the file is made. Use tempfile.mkstemp or NamedTemporaryFile.",
            why: "Between the choice of the name and the opening anybody may put a link there, and the program writes where it leads.",
            severity: .warning, languages: [.python], cwe: 377,
            references: ["https://docs.python.org/3/library/tempfile.html#tempfile.mktemp"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition80() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("name: $NAME\nvalue: $VALUE")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)(password|passwd|secret|token|api_?key|private_?key|access_?key)[\"']?$", isNegated: false)
        let f3: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^[\"']?[A-Za-z0-9+/=_!@#%^&*-]*([0-9][A-Za-z0-9+/=_!@#%^&*-]*[A-Za-z]|[A-Za-z][A-Za-z0-9+/=_!@#%^&*-]*[0-9])[A-Za-z0-9+/=_!@#%^&*-]*[\"']?$", isNegated: false)
        let f4: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^.{0,7}$|(?i)(change|example|your|xxx|placeholder|secret|password|token|test|dummy)", isNegated: true)
        let f5: RuleDefinition.Formula = .focus("$VALUE")
        let f6: RuleDefinition.Formula = .all([f1, f2, f3, f4, f5])
        let f7: RuleDefinition.Formula = .languages([.yaml], f6)
        let f8: RuleDefinition.Formula = .pattern("define($NAME, $PASSWORD)")
        let f9: RuleDefinition.Formula = .any([f8])
        let f10: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)(password|passwd|secret|token|api_?key|auth_?key|private_?key|_salt)['\"]$", isNegated: false)
        let f11: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "^[\"'][^\"'\\s{}$<>]{6,100}[\"']$", isNegated: false)
        let f12: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "[0-9]", isNegated: false)
        let f13: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "(?i)(change|example|your|xxx|placeholder|^.(pass|pw|my|some|secret|test|user|token)[a-z_-]*[0-9]{0,3}.$)", isNegated: true)
        let f14: RuleDefinition.Formula = .focus("$PASSWORD")
        let f15: RuleDefinition.Formula = .all([f9, f10, f11, f12, f13, f14])
        let f16: RuleDefinition.Formula = .languages([.php], f15)
        let f17: RuleDefinition.Formula = .pattern("new $CONNECT($HOST, $USER, $PASSWORD, ...)")
        let f18: RuleDefinition.Formula = .pattern("$CONNECT($HOST, $USER, $PASSWORD, ...)")
        let f19: RuleDefinition.Formula = .any([f17, f18])
        let f20: RuleDefinition.Formula = .regex(metavariable: "$CONNECT", "^(PDO|mysqli|mysqli_connect|mysql_connect)$", isNegated: false)
        let f21: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "^[\"'][^\"'\\s{}$<>]{6,100}[\"']$", isNegated: false)
        let f22: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "[0-9]", isNegated: false)
        let f23: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "(?i)(change|example|your|xxx|placeholder|^.(pass|pw|my|some|secret|test|user|token)[a-z_-]*[0-9]{0,3}.$)", isNegated: true)
        let f24: RuleDefinition.Formula = .focus("$PASSWORD")
        let f25: RuleDefinition.Formula = .all([f19, f20, f21, f22, f23, f24])
        let f26: RuleDefinition.Formula = .languages([.php], f25)
        let f27: RuleDefinition.Formula = .pattern("default = $PASSWORD")
        let f28: RuleDefinition.Formula = .inside("variable $NAME {...}")
        let f29: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)(password|passwd|secret|token|api_?key|private_?key|access_?key)\"$", isNegated: false)
        let f30: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "^\"[^\"\\s{}$<>]{6,100}\"$", isNegated: false)
        let f31: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "[0-9]", isNegated: false)
        let f32: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "(?i)(change|example|your|xxx|placeholder|^.(pass|pw|my|some|secret|test|user|token)[a-z_-]*[0-9]{0,3}.$)", isNegated: true)
        let f33: RuleDefinition.Formula = .focus("$PASSWORD")
        let f34: RuleDefinition.Formula = .all([f27, f28, f29, f30, f31, f32, f33])
        let f35: RuleDefinition.Formula = .languages([.terraform], f34)
        let f36: RuleDefinition.Formula = .pattern("$TOOL")
        let f37: RuleDefinition.Formula = .any([f36])
        let f38: RuleDefinition.Formula = .regex(metavariable: "$TOOL", "^(mysql|mysqldump|mysqladmin|sshpass|curl|psql)$", isNegated: false)
        let f39: RuleDefinition.Formula = .line("\\b(mysql|mysqldump|mysqladmin)\\s[^|;&\\n]*\\s-p[A-Za-z]*[0-9][A-Za-z0-9!@#%^*]{4,}|\\bsshpass\\s+-p\\s*['\"]?[A-Za-z]*[0-9][A-Za-z0-9!@#%^*]{4,}|\\bcurl\\s[^|;&\\n]*(-u|--user)[ =]['\"]?[A-Za-z0-9_.@-]+:[A-Za-z]*[0-9][A-Za-z0-9!@#%^*]{4,}", isNegated: false)
        let f40: RuleDefinition.Formula = .line("(?i)(example|changeme|your|xxxx|localhost|127\\.0\\.0\\.1|^\\s*#)", isNegated: true)
        let f41: RuleDefinition.Formula = .all([f37, f38, f39, f40])
        let f42: RuleDefinition.Formula = .languages([.shell], f41)
        let f43: RuleDefinition.Formula = .pattern("auth=($USER, $PASSWORD)")
        let f44: RuleDefinition.Formula = .pattern("HTTPBasicAuth($USER, $PASSWORD)")
        let f45: RuleDefinition.Formula = .pattern("HTTPDigestAuth($USER, $PASSWORD)")
        let f46: RuleDefinition.Formula = .pattern("$CLIENT.login($USER, $PASSWORD)")
        let f47: RuleDefinition.Formula = .any([f43, f44, f45, f46])
        let f48: RuleDefinition.Formula = .kind(metavariable: "$USER", "string", isNegated: false)
        let f49: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "^[\"'][^\"'\\s{}$<>%]{6,64}[\"']$", isNegated: false)
        let f50: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "[0-9]", isNegated: false)
        let f51: RuleDefinition.Formula = .regex(metavariable: "$PASSWORD", "(?i)^.(pass|pw|my|some|your|secret|test|user|token)[a-z_-]*[0-9]{0,3}.$", isNegated: true)
        let f52: RuleDefinition.Formula = .focus("$PASSWORD")
        let f53: RuleDefinition.Formula = .all([f47, f48, f49, f50, f51, f52])
        let f54: RuleDefinition.Formula = .languages([.python], f53)
        let f55: RuleDefinition.Formula = .any([f7, f16, f26, f35, f42, f54])
        formulas.append(f55)
        let t56 = RuleDefinition.TextFormat(name: "Password of a connection", prefixes: ["Password=", "password=", "PASSWORD=", "Pwd=", "pwd=", "PWD="], before: 0, regex: "(?i)(password|pwd)=[A-Za-z0-9!@#^*_.+=-]{6,64}(;|[\"']|\\s+(host|user|dbname|port|sslmode|hostaddr)=)", entropy: 2.8, startsLine: false, excluding: "(?i)^[^=]*=[^0-9]*([;\"']|\\s|$)|=(pass|pw|my|some|the|user|db|secret|test|admin|root|change)[a-z_-]*[0-9]{0,3}[^a-z0-9]|=[a-z_]+[.(]", lineExcluding: "(?i)\\b(print|echo|log|assert)[a-z]* *\\(")
        let f57: RuleDefinition.Formula = .text(t56)
        let t58 = RuleDefinition.TextFormat(name: "Bearer token", prefixes: ["Bearer "], before: 0, regex: "Bearer [A-Za-z0-9_.~+/=-]{24,400}", entropy: 3.8, startsLine: false, excluding: "^Bearer ([^0-9]*|.*(\\.\\.|token|xxx).*|eyJ.*)$", lineExcluding: "")
        let f59: RuleDefinition.Formula = .text(t58)
        let t60 = RuleDefinition.TextFormat(name: "Basic credentials", prefixes: ["Basic "], before: 0, regex: "Basic [A-Za-z0-9+/]{14,200}={0,2}", entropy: 3.4, startsLine: false, excluding: "^Basic ([^0-9]*|[a-z]+|QWxhZGRpbjpvcGVuIHNlc2FtZQ==|dXNlcjpwYXNz.*|dXNlcm5hbWU6.*|Zm9vOmJhcg==|dGVzdDp0ZXN0|czZCaGRSa3F0.*)$", lineExcluding: "")
        let f61: RuleDefinition.Formula = .text(t60)
        let t62 = RuleDefinition.TextFormat(name: "Password on a command line", prefixes: ["-u ", "--user "], before: 0, regex: "(-u|--user) [\"']?[A-Za-z0-9_.@-]+:[A-Za-z0-9!#^*_.+-]{6,64}", entropy: 2.8, startsLine: false, excluding: "(?i):([^0-9]*|(pass|pw|my|some|your|secret|test|token|api)[a-z_-]*[0-9]{0,3})$|^(-u|--user) [0-9]+:", lineExcluding: "")
        let f63: RuleDefinition.Formula = .text(t62)
        let f64: RuleDefinition.Formula = .any([f57, f59, f61, f63])
        formulas.append(f64)
        var options: [String: [String]] = [:]
        options["entropy"] = ["3.0"]
        options["harmless"] = ["password", "passwd", "secret", "changeme", "change_me", "none", "null", "true", "false", "undefined", "string", "required", "optional", "hidden", "test", "testing", "default", "admin_password", "current-password", "new-password", "username", "basic", "bearer", "input", "text", "value", "disabled", "enabled", "empty", "unknown", "object", "number", "password1", "password123", "passphrase", "optional", "str", "bytes", "prompt"]
        options["passwords"] = ["password", "passwd", "passphrase", "pwd", "userpass", "dbpass", "rootpass", "adminpass", "mysqlpass", "smtppass", "passw", "dbpassword", "mypass", "appass", "apppass", "sqlpass", "authpass", "mailpass"]
        options["tokens"] = ["secret", "secretkey", "secretaccesskey", "apikey", "apisecret", "apitoken", "accesskey", "accesstoken", "authtoken", "authkey", "bearertoken", "refreshtoken", "clientsecret", "consumersecret", "privatekey", "signingkey", "signingsecret", "encryptionkey", "jwtsecret", "jwtkey", "sessionsecret", "masterkey", "webhooksecret", "token", "credential", "credentials", "cryptkey", "hmackey", "accountkey", "storagekey", "servicekey", "subscriptionkey", "cookiesecret", "secretkeybase", "adminkey", "rapidapikey", "applicationkey", "writekey", "resttoken", "accountsecret", "appsecret"]
        let f65: RuleDefinition.Formula = .detector("assigned-secret", options)
        formulas.append(f65)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "password = \"hunter2024\""))
        examples.append(.init(.python, isBad: true, "AWS_SECRET_ACCESS_KEY = \"wJalrXUtnFEMIaK7MDENGabPxRfiCYzzQ81kLmNo\""))
        examples.append(.init(.python, isBad: true, "SECRET_KEY = \"django-insecure-7$k2x!9v@q3mz#r8w&t5y1u4i6o0p\""))
        examples.append(.init(.python, isBad: true, "connect(host=\"db\", password=\"Tr0ub4dor&3\")"))
        examples.append(.init(.python, isBad: true, "if password == \"jacktheripper\": login()"))
        examples.append(.init(.python, isBad: true, "os.environ.setdefault(\"SECRET_KEY\", \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\")"))
        examples.append(.init(.python, isBad: true, "token = os.getenv(\"TOKEN\", \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\")"))
        examples.append(.init(.python, isBad: true, "def connect(host, user=\"app\", password=\"Winter2024!x\"): return host"))
        examples.append(.init(.python, isBad: true, "mypass = \"hunter2hunter2\""))
        examples.append(.init(.python, isBad: true, "config[\"api_key\"] = \"7f3a9c2e5b8d1046f2e7a9b3c5d8e1f0\""))
        examples.append(.init(.python, isBad: false, "password = os.environ[\"PASSWORD\"]"))
        examples.append(.init(.python, isBad: false, "password = \"changeme\""))
        examples.append(.init(.python, isBad: false, "PASSWORD_FIELD = \"password_field_1\""))
        examples.append(.init(.python, isBad: false, "def login(user, password=\"secret123\"): pass"))
        examples.append(.init(.python, isBad: false, "token = \"your-token-here-123\""))
        examples.append(.init(.python, isBad: false, "token = \"3f2504e0-4f89-11d3-9a0c-0305e82c3301\""))
        examples.append(.init(.python, isBad: false, "name = os.getenv(\"TOKEN_NAME\", \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\")"))
        examples.append(.init(.python, isBad: false, "token_type = \"bearer_v2_abcdefgh\""))
        examples.append(.init(.python, isBad: false, "help_text = {\"password\": \"Enter your password\"}"))
        examples.append(.init(.python, isBad: false, "if self.update_password == \"always\": self.change()"))
        examples.append(.init(.javascript, isBad: true, "const dbPassword = \"S3cure!pass99\";"))
        examples.append(.init(.javascript, isBad: true, "const secret = process.env.JWT_SECRET || \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\";"))
        examples.append(.init(.javascript, isBad: true, "const config = { clientSecret: \"a8f5f167f44f4964e6c998dee827110c\" };"))
        examples.append(.init(.javascript, isBad: false, "const password = document.getElementById(\"password\").value;"))
        examples.append(.init(.javascript, isBad: false, "<input type=\"password\" name=\"password1\" />"))
        examples.append(.init(.javascript, isBad: false, "const labels = { password: \"Password\" };"))
        examples.append(.init(.javascript, isBad: false, "const token = \"user.profile.token.label\";"))
        examples.append(.init(.go, isBad: true, "const apiKey = \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\""))
        examples.append(.init(.go, isBad: true, "password := \"Winter2024!\""))
        examples.append(.init(.go, isBad: false, "password := os.Getenv(\"PASSWORD\")"))
        examples.append(.init(.yaml, isBad: true, "db_password: Xk29vLq8Zt"))
        examples.append(.init(.yaml, isBad: true, "environment:\n  - DB_PASSWORD=Xk29vLq8Zt"))
        examples.append(.init(.yaml, isBad: true, "env:\n  - name: JWT_SECRET\n    value: \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\""))
        examples.append(.init(.yaml, isBad: false, "db_password: ${DB_PASSWORD}"))
        examples.append(.init(.yaml, isBad: false, "password_policy: strong2"))
        examples.append(.init(.yaml, isBad: false, "environment:\n  - DB_PASSWORD=${DB_PASSWORD}"))
        examples.append(.init(.dockerfile, isBad: true, "ENV DB_PASSWORD=Xk29vLq8Zt"))
        examples.append(.init(.dockerfile, isBad: true, "ENV DB_PASSWORD Xk29vLq8Zt"))
        examples.append(.init(.dockerfile, isBad: false, "ENV DB_PASSWORD $PASSWORD"))
        examples.append(.init(.dockerfile, isBad: false, "ENV PASSWORD_FILE /run/secrets/db1"))
        examples.append(.init(.shell, isBad: true, "export DB_PASSWORD=\"Xk29vLq8Zt\""))
        examples.append(.init(.shell, isBad: true, "mysql -u root -pTr0ub4dor3x db"))
        examples.append(.init(.shell, isBad: true, "sshpass -p Tr0ub4dor3x ssh a@b.io"))
        examples.append(.init(.shell, isBad: true, "curl -u admin:Tr0ub4dor3x https://a.io"))
        examples.append(.init(.shell, isBad: false, "export DB_PASSWORD=\"$1\""))
        examples.append(.init(.shell, isBad: false, "mysql -u root -p\"$PASSWORD\" db"))
        examples.append(.init(.shell, isBad: false, "mysql -u root -p db3"))
        examples.append(.init(.shell, isBad: false, "curl -u \"$USER:$TOKEN\" https://a.io"))
        examples.append(.init(.shell, isBad: false, "PASSWORD=$(cat /run/secrets/db)"))
        examples.append(.init(.shell, isBad: false, "local pwd='%{$fg[blue]%}%~%{$reset_color%}'"))
        examples.append(.init(.shell, isBad: false, "pwd=\"prefix-Xk29vLq8Zt\""))
        examples.append(.init(.rust, isBad: true, "const API_KEY: &str = \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\";"))
        examples.append(.init(.rust, isBad: true, "static DB_PASSWORD: &'static str = \"Xk29vLq8Zt\";"))
        examples.append(.init(.rust, isBad: true, "let password = \"Xk29vLq8Zt\".to_string();"))
        examples.append(.init(.rust, isBad: false, "let password = std::env::var(\"PASSWORD\")?;"))
        examples.append(.init(.rust, isBad: false, "fn token<'a>(x: &'a str) -> &'a str { x }"))
        examples.append(.init(.rust, isBad: false, "const API_KEY: &str = env!(\"API_KEY\");"))
        examples.append(.init(.java, isBad: true, "private static final String DB_PASSWORD = \"Xk29vLq8Zt\";"))
        examples.append(.init(.java, isBad: true, "String apiKey = \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\";"))
        examples.append(.init(.java, isBad: false, "private static final String PASSWORD_PROPERTY = \"db.password\";"))
        examples.append(.init(.java, isBad: false, "String password = System.getenv(\"DB_PASSWORD\");"))
        examples.append(.init(.kotlin, isBad: true, "const val API_KEY: String = \"9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b\""))
        examples.append(.init(.kotlin, isBad: false, "val password = \"$prefix-${random()}1\""))
        examples.append(.init(.php, isBad: true, "<?php\ndefine('DB_PASSWORD', 'Xk29vLq8Zt');"))
        examples.append(.init(.php, isBad: true, "<?php\n$pdo = new PDO('mysql:host=h', 'root', 'Xk29vLq8Zt');"))
        examples.append(.init(.php, isBad: true, "<?php\n$password = \"Xk29vLq8Zt\";"))
        examples.append(.init(.php, isBad: true, "<?php\nreturn ['db_password' => 'Xk29vLq8Zt'];"))
        examples.append(.init(.php, isBad: false, "<?php\ndefine('DB_PASSWORD', getenv('DB_PASSWORD'));"))
        examples.append(.init(.php, isBad: false, "<?php\ndefine('AUTH_KEY', 'put your unique phrase here 1');"))
        examples.append(.init(.php, isBad: false, "<?php\n$pdo = new PDO('mysql:host=h', $user, $password);"))
        examples.append(.init(.php, isBad: false, "<?php\n$password = $_POST['password'];"))
        examples.append(.init(.php, isBad: false, "<?php\n$password = \"{$user}1x\";"))
        examples.append(.init(.terraform, isBad: true, "variable \"db_password\" {\n  default = \"Xk29vLq8Zt\"\n}"))
        examples.append(.init(.terraform, isBad: true, "resource \"aws_db_instance\" \"d\" {\n  password            = \"Xk29vLq8Zt\"\n}"))
        examples.append(.init(.terraform, isBad: false, "variable \"region\" {\n  default = \"eu-central-1\"\n}"))
        examples.append(.init(.terraform, isBad: false, "variable \"db_password\" {\n  type = string\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_db_instance\" \"d\" {\n  password = var.password\n}"))
        examples.append(.init(.terraform, isBad: false, "resource \"aws_db_instance\" \"d\" {\n  password = \"${var.prefix}x1\"\n}"))
        examples.append(.init(.dart, isBad: true, "const apiKey = '9d4e1f2a7b3c8e5f6a0b1c2d3e4f5a6b';"))
        examples.append(.init(.dart, isBad: false, "final apiKey = '$prefix-1234567890abc';"))
        examples.append(.init(.csharp, isBad: true, "private const string Password = \"Xk29vLq8Zt\";"))
        examples.append(.init(.csharp, isBad: false, "var password = Environment.GetEnvironmentVariable(\"PASSWORD\");"))
        return RuleDefinition(
            id: "secrets/hardcoded-secret", title: "Password, token or key written into the code",
            message: "A secret stands in the code. Read it from the environment or a secret store.",
            why: "All who can read the code, its history or a build know the secret, and it cannot be changed without a release. Change it, and read the new one from the environment or a secret store.",
            severity: .warning, languages: Language.allCases, cwe: 798,
            references: ["https://cwe.mitre.org/data/definitions/798.html"], tags: ["security", "secrets"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: true, formulas: formulas, examples: examples)
    }

    private static func definition81() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "JSON web token", prefixes: ["eyJ"], before: 0, regex: "eyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{20,}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f2: RuleDefinition.Formula = .text(t1)
        let f3: RuleDefinition.Formula = .any([f2])
        formulas.append(f3)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "const t = \"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI0ODE1MTYyMzQyIiwibmFtZSI6IkhhbnNpIn0.kq3mV9xT2bLz8WnRf5YcJd7HgPs1UaEo6iKt0MxQvZw\";"))
        examples.append(.init(.javascript, isBad: false, "const t = \"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\";"))
        examples.append(.init(.javascript, isBad: false, "const t = localStorage.getItem(\"token\");"))
        return RuleDefinition(
            id: "secrets/json-web-token", title: "JSON web token in the code",
            message: "a signed token lies in the code. Whoever reads it may act in its name until it expires.",
            why: "A token is as good as a password until it expires, and some never do. Ask for one when the program runs.",
            severity: .warning, languages: Language.allCases, cwe: 798,
            references: ["https://www.rfc-editor.org/rfc/rfc7519"], tags: ["security", "secrets"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition82() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "AWS access key", prefixes: ["AKIA", "ASIA", "ABIA", "ACCA"], before: 0, regex: "A[KSBC]IA[A-Z0-9]{16}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f2: RuleDefinition.Formula = .text(t1)
        let t3 = RuleDefinition.TextFormat(name: "GitHub token", prefixes: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], before: 0, regex: "gh[pousr]_[A-Za-z0-9]{36,255}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f4: RuleDefinition.Formula = .text(t3)
        let t5 = RuleDefinition.TextFormat(name: "GitHub fine-grained token", prefixes: ["github_pat_"], before: 0, regex: "github_pat_[A-Za-z0-9_]{36,255}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f6: RuleDefinition.Formula = .text(t5)
        let t7 = RuleDefinition.TextFormat(name: "GitLab token", prefixes: ["glpat-", "glptt-", "gldt-", "glrt-", "glcbt-", "glsoat-", "glft-", "glimt-", "glagent-"], before: 0, regex: "gl[a-z]{2,5}-[A-Za-z0-9_-]{20,64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f8: RuleDefinition.Formula = .text(t7)
        let t9 = RuleDefinition.TextFormat(name: "Slack token", prefixes: ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xoxe."], before: 0, regex: "xox[abeprs][.-][A-Za-z0-9.-]{10,250}", entropy: 2.5, startsLine: false, excluding: "", lineExcluding: "")
        let f10: RuleDefinition.Formula = .text(t9)
        let t11 = RuleDefinition.TextFormat(name: "Slack app token", prefixes: ["xapp-"], before: 0, regex: "xapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]{20,}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f12: RuleDefinition.Formula = .text(t11)
        let t13 = RuleDefinition.TextFormat(name: "Slack webhook", prefixes: ["hooks.slack.com/"], before: 0, regex: "hooks\\.slack\\.com/(services|workflows|triggers)/[A-Za-z0-9+/]{40,60}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f14: RuleDefinition.Formula = .text(t13)
        let t15 = RuleDefinition.TextFormat(name: "Stripe key", prefixes: ["sk_live_", "rk_live_", "sk_test_", "rk_test_", "sk_prod_", "rk_prod_"], before: 0, regex: "[rs]k_(live|test|prod)_[A-Za-z0-9]{10,247}", entropy: 2.8, startsLine: false, excluding: "", lineExcluding: "")
        let f16: RuleDefinition.Formula = .text(t15)
        let t17 = RuleDefinition.TextFormat(name: "Stripe webhook secret", prefixes: ["whsec_"], before: 0, regex: "whsec_[A-Za-z0-9+/=]{24,80}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f18: RuleDefinition.Formula = .text(t17)
        let t19 = RuleDefinition.TextFormat(name: "Google API key", prefixes: ["AIza"], before: 0, regex: "AIza[A-Za-z0-9_-]{35}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f20: RuleDefinition.Formula = .text(t19)
        let t21 = RuleDefinition.TextFormat(name: "Google OAuth secret", prefixes: ["GOCSPX-"], before: 0, regex: "GOCSPX-[A-Za-z0-9_-]{28}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f22: RuleDefinition.Formula = .text(t21)
        let t23 = RuleDefinition.TextFormat(name: "Google OAuth access token", prefixes: ["ya29."], before: 0, regex: "ya29\\.[A-Za-z0-9_-]{20,}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f24: RuleDefinition.Formula = .text(t23)
        let t25 = RuleDefinition.TextFormat(name: "Google OAuth refresh token", prefixes: ["1//0"], before: 0, regex: "1//0[A-Za-z0-9_-]{40,}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f26: RuleDefinition.Formula = .text(t25)
        let t27 = RuleDefinition.TextFormat(name: "OpenAI key", prefixes: ["sk-proj-", "sk-svcacct-", "sk-admin-"], before: 0, regex: "sk-(proj|svcacct|admin)-[A-Za-z0-9_-]{40,200}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f28: RuleDefinition.Formula = .text(t27)
        let t29 = RuleDefinition.TextFormat(name: "OpenAI key", prefixes: ["sk-"], before: 0, regex: "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|sk-[A-Za-z0-9]{48}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f30: RuleDefinition.Formula = .text(t29)
        let t31 = RuleDefinition.TextFormat(name: "Anthropic key", prefixes: ["sk-ant-"], before: 0, regex: "sk-ant-(api|admin)[0-9]{2}-[A-Za-z0-9_-]{80,120}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f32: RuleDefinition.Formula = .text(t31)
        let t33 = RuleDefinition.TextFormat(name: "OpenRouter key", prefixes: ["sk-or-v1-"], before: 0, regex: "sk-or-v1-[a-f0-9]{64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f34: RuleDefinition.Formula = .text(t33)
        let t35 = RuleDefinition.TextFormat(name: "Hugging Face token", prefixes: ["hf_", "api_org_"], before: 0, regex: "(hf_|api_org_)[A-Za-z]{34}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f36: RuleDefinition.Formula = .text(t35)
        let t37 = RuleDefinition.TextFormat(name: "Replicate token", prefixes: ["r8_"], before: 0, regex: "r8_[A-Za-z0-9]{37,40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f38: RuleDefinition.Formula = .text(t37)
        let t39 = RuleDefinition.TextFormat(name: "Groq key", prefixes: ["gsk_"], before: 0, regex: "gsk_[A-Za-z0-9]{48,56}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f40: RuleDefinition.Formula = .text(t39)
        let t41 = RuleDefinition.TextFormat(name: "Perplexity key", prefixes: ["pplx-"], before: 0, regex: "pplx-[A-Za-z0-9]{40,56}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f42: RuleDefinition.Formula = .text(t41)
        let t43 = RuleDefinition.TextFormat(name: "xAI key", prefixes: ["xai-"], before: 0, regex: "xai-[A-Za-z0-9]{60,90}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f44: RuleDefinition.Formula = .text(t43)
        let t45 = RuleDefinition.TextFormat(name: "npm token", prefixes: ["npm_"], before: 0, regex: "npm_[A-Za-z0-9]{36}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f46: RuleDefinition.Formula = .text(t45)
        let t47 = RuleDefinition.TextFormat(name: "PyPI token", prefixes: ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"], before: 0, regex: "pypi-Ag[A-Za-z0-9_-]{50,1000}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f48: RuleDefinition.Formula = .text(t47)
        let t49 = RuleDefinition.TextFormat(name: "RubyGems key", prefixes: ["rubygems_"], before: 0, regex: "rubygems_[a-f0-9]{48}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f50: RuleDefinition.Formula = .text(t49)
        let t51 = RuleDefinition.TextFormat(name: "Docker Hub token", prefixes: ["dckr_pat_", "dckr_oat_"], before: 0, regex: "dckr_[op]at_[A-Za-z0-9_-]{27,40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f52: RuleDefinition.Formula = .text(t51)
        let t53 = RuleDefinition.TextFormat(name: "Crates.io token", prefixes: ["cio"], before: 0, regex: "cio[A-Za-z0-9]{32}", entropy: 3.8, startsLine: false, excluding: "", lineExcluding: "")
        let f54: RuleDefinition.Formula = .text(t53)
        let t55 = RuleDefinition.TextFormat(name: "Clojars token", prefixes: ["CLOJARS_"], before: 0, regex: "CLOJARS_[a-z0-9]{60}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f56: RuleDefinition.Formula = .text(t55)
        let t57 = RuleDefinition.TextFormat(name: "SendGrid key", prefixes: ["SG."], before: 0, regex: "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f58: RuleDefinition.Formula = .text(t57)
        let t59 = RuleDefinition.TextFormat(name: "Mailgun key", prefixes: ["key-"], before: 0, regex: "key-[a-f0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f60: RuleDefinition.Formula = .text(t59)
        let t61 = RuleDefinition.TextFormat(name: "Mailchimp key", prefixes: ["-us"], before: 32, regex: "[a-f0-9]{32}-us[0-9]{1,2}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f62: RuleDefinition.Formula = .text(t61)
        let t63 = RuleDefinition.TextFormat(name: "Brevo key", prefixes: ["xkeysib-", "xsmtpsib-"], before: 0, regex: "x(keysib|smtpsib)-[a-f0-9]{64}-[A-Za-z0-9]{16}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f64: RuleDefinition.Formula = .text(t63)
        let t65 = RuleDefinition.TextFormat(name: "Postman key", prefixes: ["PMAK-"], before: 0, regex: "PMAK-[a-fA-F0-9]{24}-[a-fA-F0-9]{34}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f66: RuleDefinition.Formula = .text(t65)
        let t67 = RuleDefinition.TextFormat(name: "Twilio key", prefixes: ["SK"], before: 0, regex: "SK[a-f0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f68: RuleDefinition.Formula = .text(t67)
        let t69 = RuleDefinition.TextFormat(name: "Twilio account", prefixes: ["AC"], before: 0, regex: "AC[a-f0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f70: RuleDefinition.Formula = .text(t69)
        let t71 = RuleDefinition.TextFormat(name: "Telegram bot token", prefixes: ["bot"], before: 0, regex: "bot[0-9]{8,10}:AA[A-Za-z0-9_-]{32,34}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f72: RuleDefinition.Formula = .text(t71)
        let t73 = RuleDefinition.TextFormat(name: "Discord webhook", prefixes: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"], before: 0, regex: "discord(app)?\\.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,72}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f74: RuleDefinition.Formula = .text(t73)
        let t75 = RuleDefinition.TextFormat(name: "Discord bot token", prefixes: ["MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"], before: 0, regex: "[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}", entropy: 3.8, startsLine: false, excluding: "", lineExcluding: "")
        let f76: RuleDefinition.Formula = .text(t75)
        let t77 = RuleDefinition.TextFormat(name: "Microsoft Teams webhook", prefixes: ["webhook.office.com/"], before: 0, regex: "webhook\\.office\\.com/webhookb2/[a-z0-9@-]{70,90}/IncomingWebhook/[a-z0-9]{32}/[a-z0-9-]{36}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f78: RuleDefinition.Formula = .text(t77)
        let t79 = RuleDefinition.TextFormat(name: "DigitalOcean token", prefixes: ["dop_v1_", "doo_v1_", "dor_v1_"], before: 0, regex: "do[opr]_v1_[a-f0-9]{64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f80: RuleDefinition.Formula = .text(t79)
        let t81 = RuleDefinition.TextFormat(name: "Heroku key", prefixes: ["HRKU-"], before: 0, regex: "HRKU-[A-Za-z0-9_-]{36,64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f82: RuleDefinition.Formula = .text(t81)
        let t83 = RuleDefinition.TextFormat(name: "Fly.io token", prefixes: ["fo1_", "fm1_", "fm2_", "FlyV1"], before: 0, regex: "(fo1_[A-Za-z0-9_-]{43}|fm[12][ar]?_[A-Za-z0-9+/]{60,}|FlyV1 fm2_[A-Za-z0-9+/=]{60,})", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f84: RuleDefinition.Formula = .text(t83)
        let t85 = RuleDefinition.TextFormat(name: "Netlify token", prefixes: ["nfp_"], before: 0, regex: "nfp_[A-Za-z0-9]{36,40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f86: RuleDefinition.Formula = .text(t85)
        let t87 = RuleDefinition.TextFormat(name: "Cloudflare key", prefixes: ["v1.0-"], before: 0, regex: "v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f88: RuleDefinition.Formula = .text(t87)
        let t89 = RuleDefinition.TextFormat(name: "Linear key", prefixes: ["lin_api_"], before: 0, regex: "lin_api_[A-Za-z0-9]{40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f90: RuleDefinition.Formula = .text(t89)
        let t91 = RuleDefinition.TextFormat(name: "Notion token", prefixes: ["ntn_", "secret_"], before: 0, regex: "(ntn_[0-9]{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43})", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f92: RuleDefinition.Formula = .text(t91)
        let t93 = RuleDefinition.TextFormat(name: "Asana token", prefixes: ["1/"], before: 0, regex: "1/[0-9]{16}:[a-f0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f94: RuleDefinition.Formula = .text(t93)
        let t95 = RuleDefinition.TextFormat(name: "Atlassian token", prefixes: ["ATATT3xFfGF0", "ATCTT3xFfGN0", "ATBB"], before: 0, regex: "(ATATT3xFfGF0[A-Za-z0-9_=-]{100,220}|ATCTT3xFfGN0[A-Za-z0-9_=-]{100,220}|ATBB[A-Za-z0-9]{32})", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f96: RuleDefinition.Formula = .text(t95)
        let t97 = RuleDefinition.TextFormat(name: "Dropbox token", prefixes: ["sl."], before: 0, regex: "sl\\.[A-Za-z0-9_-]{130,152}", entropy: 4.0, startsLine: false, excluding: "", lineExcluding: "")
        let f98: RuleDefinition.Formula = .text(t97)
        let t99 = RuleDefinition.TextFormat(name: "Shopify token", prefixes: ["shpat_", "shpca_", "shppa_", "shpss_"], before: 0, regex: "shp(at|ca|pa|ss)_[a-fA-F0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f100: RuleDefinition.Formula = .text(t99)
        let t101 = RuleDefinition.TextFormat(name: "Square token", prefixes: ["sq0atp-", "sq0csp-", "EAAA"], before: 0, regex: "(sq0[a-z]{3}-[A-Za-z0-9_-]{22,43}|EAAA[A-Za-z0-9_-]{60})", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f102: RuleDefinition.Formula = .text(t101)
        let t103 = RuleDefinition.TextFormat(name: "Braintree token", prefixes: ["access_token$production$"], before: 0, regex: "access_token\\$production\\$[a-z0-9]{16}\\$[a-f0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f104: RuleDefinition.Formula = .text(t103)
        let t105 = RuleDefinition.TextFormat(name: "Plaid token", prefixes: ["access-production-", "access-development-", "access-sandbox-"], before: 0, regex: "access-(production|development|sandbox)-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f106: RuleDefinition.Formula = .text(t105)
        let t107 = RuleDefinition.TextFormat(name: "Facebook token", prefixes: ["EAACEdEose0cBA", "EAAG", "EAAB"], before: 0, regex: "EAA[A-Za-z0-9]{60,250}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f108: RuleDefinition.Formula = .text(t107)
        let t109 = RuleDefinition.TextFormat(name: "Twitter bearer token", prefixes: ["AAAAAAAAAAAAAAAAAAAAA"], before: 0, regex: "A{20,24}[A-Za-z0-9%]{80,120}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f110: RuleDefinition.Formula = .text(t109)
        let t111 = RuleDefinition.TextFormat(name: "Databricks token", prefixes: ["dapi"], before: 0, regex: "dapi[a-f0-9]{32}(-[0-9])?", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f112: RuleDefinition.Formula = .text(t111)
        let t113 = RuleDefinition.TextFormat(name: "HashiCorp Vault token", prefixes: ["hvs.", "hvb.", "s."], before: 0, regex: "(hv[sb]\\.[A-Za-z0-9_-]{90,300}|s\\.[A-Za-z0-9]{24})", entropy: 3.7, startsLine: false, excluding: "^s\\.[A-Za-z]+$", lineExcluding: "")
        let f114: RuleDefinition.Formula = .text(t113)
        let t115 = RuleDefinition.TextFormat(name: "Terraform Cloud token", prefixes: [".atlasv1."], before: 14, regex: "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f116: RuleDefinition.Formula = .text(t115)
        let t117 = RuleDefinition.TextFormat(name: "Pulumi token", prefixes: ["pul-"], before: 0, regex: "pul-[a-f0-9]{40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f118: RuleDefinition.Formula = .text(t117)
        let t119 = RuleDefinition.TextFormat(name: "Doppler token", prefixes: ["dp.pt.", "dp.st.", "dp.ct.", "dp.sa."], before: 0, regex: "dp\\.(pt|ct|sa|st(\\.[a-z0-9_-]+)?)\\.[A-Za-z0-9]{40,44}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f120: RuleDefinition.Formula = .text(t119)
        let t121 = RuleDefinition.TextFormat(name: "Grafana token", prefixes: ["glsa_", "glc_", "eyJrIjoi"], before: 0, regex: "(glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|glc_[A-Za-z0-9+/=]{32,400}|eyJrIjoi[A-Za-z0-9+/=]{70,400})", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f122: RuleDefinition.Formula = .text(t121)
        let t123 = RuleDefinition.TextFormat(name: "New Relic key", prefixes: ["NRAK-", "NRIQ-", "NRJS-", "NRII-", "NRAL-"], before: 0, regex: "NR(AK|IQ|JS|II|AL)-[A-Za-z0-9_-]{19,40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f124: RuleDefinition.Formula = .text(t123)
        let t125 = RuleDefinition.TextFormat(name: "Datadog client token", prefixes: ["pub"], before: 0, regex: "pub[a-f0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f126: RuleDefinition.Formula = .text(t125)
        let t127 = RuleDefinition.TextFormat(name: "Sentry token", prefixes: ["sntrys_", "sntryu_"], before: 0, regex: "(sntrys_eyJ[A-Za-z0-9+/=_-]{60,400}|sntryu_[a-f0-9]{64})", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f128: RuleDefinition.Formula = .text(t127)
        let t129 = RuleDefinition.TextFormat(name: "PlanetScale token", prefixes: ["pscale_tkn_", "pscale_pw_", "pscale_oauth_"], before: 0, regex: "pscale_(tkn|pw|oauth)_[A-Za-z0-9=._-]{32,64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f130: RuleDefinition.Formula = .text(t129)
        let t131 = RuleDefinition.TextFormat(name: "Supabase key", prefixes: ["sbp_", "sb_secret_"], before: 0, regex: "(sbp_[a-f0-9]{40}|sb_secret_[A-Za-z0-9_-]{31})", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f132: RuleDefinition.Formula = .text(t131)
        let t133 = RuleDefinition.TextFormat(name: "Prefect key", prefixes: ["pnu_", "pnb_"], before: 0, regex: "pn[ub]_[A-Za-z0-9]{36}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f134: RuleDefinition.Formula = .text(t133)
        let t135 = RuleDefinition.TextFormat(name: "ReadMe key", prefixes: ["rdme_"], before: 0, regex: "rdme_[a-z0-9]{70}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f136: RuleDefinition.Formula = .text(t135)
        let t137 = RuleDefinition.TextFormat(name: "Duffel token", prefixes: ["duffel_test_", "duffel_live_"], before: 0, regex: "duffel_(test|live)_[A-Za-z0-9_=-]{43}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f138: RuleDefinition.Formula = .text(t137)
        let t139 = RuleDefinition.TextFormat(name: "EasyPost key", prefixes: ["EZAK", "EZTK"], before: 0, regex: "EZ[AT]K[A-Za-z0-9]{54}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f140: RuleDefinition.Formula = .text(t139)
        let t141 = RuleDefinition.TextFormat(name: "Shippo token", prefixes: ["shippo_live_", "shippo_test_"], before: 0, regex: "shippo_(live|test)_[a-f0-9]{40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f142: RuleDefinition.Formula = .text(t141)
        let t143 = RuleDefinition.TextFormat(name: "Lob key", prefixes: ["live_", "test_"], before: 0, regex: "(live|test)_[a-f0-9]{35}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f144: RuleDefinition.Formula = .text(t143)
        let t145 = RuleDefinition.TextFormat(name: "Flutterwave key", prefixes: ["FLWSECK"], before: 0, regex: "FLWSECK(_TEST)?-[a-h0-9]{12,32}(-X)?", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f146: RuleDefinition.Formula = .text(t145)
        let t147 = RuleDefinition.TextFormat(name: "Airtable token", prefixes: ["pat"], before: 0, regex: "pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f148: RuleDefinition.Formula = .text(t147)
        let t149 = RuleDefinition.TextFormat(name: "Figma token", prefixes: ["figd_"], before: 0, regex: "figd_[A-Za-z0-9_-]{40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f150: RuleDefinition.Formula = .text(t149)
        let t151 = RuleDefinition.TextFormat(name: "Contentful token", prefixes: ["CFPAT-"], before: 0, regex: "CFPAT-[A-Za-z0-9_-]{43}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f152: RuleDefinition.Formula = .text(t151)
        let t153 = RuleDefinition.TextFormat(name: "Dynatrace token", prefixes: ["dt0c01."], before: 0, regex: "dt0c01\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f154: RuleDefinition.Formula = .text(t153)
        let t155 = RuleDefinition.TextFormat(name: "Frame.io token", prefixes: ["fio-u-"], before: 0, regex: "fio-u-[A-Za-z0-9_=-]{64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f156: RuleDefinition.Formula = .text(t155)
        let t157 = RuleDefinition.TextFormat(name: "Alibaba access key", prefixes: ["LTAI"], before: 0, regex: "LTAI[A-Za-z0-9]{12,20}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f158: RuleDefinition.Formula = .text(t157)
        let t159 = RuleDefinition.TextFormat(name: "Tencent secret ID", prefixes: ["AKID"], before: 0, regex: "AKID[A-Za-z0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f160: RuleDefinition.Formula = .text(t159)
        let t161 = RuleDefinition.TextFormat(name: "Age secret key", prefixes: ["AGE-SECRET-KEY-1"], before: 0, regex: "AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f162: RuleDefinition.Formula = .text(t161)
        let t163 = RuleDefinition.TextFormat(name: "Adafruit key", prefixes: ["aio_"], before: 0, regex: "aio_[A-Za-z0-9]{28}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f164: RuleDefinition.Formula = .text(t163)
        let t165 = RuleDefinition.TextFormat(name: "Scalingo token", prefixes: ["tk-us-"], before: 0, regex: "tk-us-[A-Za-z0-9_-]{48}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f166: RuleDefinition.Formula = .text(t165)
        let t167 = RuleDefinition.TextFormat(name: "Typeform token", prefixes: ["tfp_"], before: 0, regex: "tfp_[A-Za-z0-9_.=-]{59}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f168: RuleDefinition.Formula = .text(t167)
        let t169 = RuleDefinition.TextFormat(name: "1Password service token", prefixes: ["ops_eyJ"], before: 0, regex: "ops_eyJ[A-Za-z0-9+/=_-]{250,}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f170: RuleDefinition.Formula = .text(t169)
        let t171 = RuleDefinition.TextFormat(name: "Azure AD secret", prefixes: [], before: 0, regex: "[A-Za-z0-9_~.]{3}8Q~[A-Za-z0-9_~.-]{31,34}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f172: RuleDefinition.Formula = .text(t171)
        let t173 = RuleDefinition.TextFormat(name: "Infracost key", prefixes: ["ico-"], before: 0, regex: "ico-[A-Za-z0-9]{32}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f174: RuleDefinition.Formula = .text(t173)
        let t175 = RuleDefinition.TextFormat(name: "Artifactory key", prefixes: ["AKCp"], before: 0, regex: "AKCp[A-Za-z0-9]{69}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f176: RuleDefinition.Formula = .text(t175)
        let t177 = RuleDefinition.TextFormat(name: "Buildkite token", prefixes: ["bkua_"], before: 0, regex: "bkua_[a-z0-9]{40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f178: RuleDefinition.Formula = .text(t177)
        let t179 = RuleDefinition.TextFormat(name: "CircleCI token", prefixes: ["CCIPAT_"], before: 0, regex: "CCIPAT_[A-Za-z0-9]{22}_[a-f0-9]{40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f180: RuleDefinition.Formula = .text(t179)
        let t181 = RuleDefinition.TextFormat(name: "LaunchDarkly key", prefixes: ["sdk-", "api-"], before: 0, regex: "(sdk|api)-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f182: RuleDefinition.Formula = .text(t181)
        let t183 = RuleDefinition.TextFormat(name: "Sourcegraph token", prefixes: ["sgp_"], before: 0, regex: "sgp_([a-f0-9]{16}_|local_)?[a-f0-9]{40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f184: RuleDefinition.Formula = .text(t183)
        let t185 = RuleDefinition.TextFormat(name: "Tailscale key", prefixes: ["tskey-"], before: 0, regex: "tskey-(auth|api|client|scim|webhook)-[A-Za-z0-9]+-[A-Za-z0-9]{20,40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f186: RuleDefinition.Formula = .text(t185)
        let t187 = RuleDefinition.TextFormat(name: "GitLab runner token", prefixes: ["GR1348941"], before: 0, regex: "GR1348941[A-Za-z0-9_-]{20}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f188: RuleDefinition.Formula = .text(t187)
        let t189 = RuleDefinition.TextFormat(name: "NuGet key", prefixes: ["oy2"], before: 0, regex: "oy2[a-z0-9]{43}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f190: RuleDefinition.Formula = .text(t189)
        let t191 = RuleDefinition.TextFormat(name: "Telegram bot token", prefixes: [":AA"], before: 10, regex: "[0-9]{10}:AA[A-Za-z0-9_-]{33}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f192: RuleDefinition.Formula = .text(t191)
        let t193 = RuleDefinition.TextFormat(name: "Telegram bot token", prefixes: [":AA"], before: 9, regex: "[0-9]{9}:AA[A-Za-z0-9_-]{33}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f194: RuleDefinition.Formula = .text(t193)
        let t195 = RuleDefinition.TextFormat(name: "Azure AD client secret", prefixes: ["Q~"], before: 4, regex: "[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f196: RuleDefinition.Formula = .text(t195)
        let t197 = RuleDefinition.TextFormat(name: "Azure storage key", prefixes: ["AccountKey="], before: 0, regex: "AccountKey=[A-Za-z0-9+/]{86}==", entropy: 4.0, startsLine: false, excluding: "=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq", lineExcluding: "")
        let f198: RuleDefinition.Formula = .text(t197)
        let t199 = RuleDefinition.TextFormat(name: "Azure shared access key", prefixes: ["SharedAccessKey="], before: 0, regex: "SharedAccessKey=[A-Za-z0-9+/]{43}=", entropy: 4.0, startsLine: false, excluding: "", lineExcluding: "")
        let f200: RuleDefinition.Formula = .text(t199)
        let t201 = RuleDefinition.TextFormat(name: "Azure shared access signature", prefixes: ["sig="], before: 0, regex: "sig=[A-Za-z0-9%+/]{43,60}(%3D|=)", entropy: 4.0, startsLine: false, excluding: "", lineExcluding: "")
        let f202: RuleDefinition.Formula = .text(t201)
        let t203 = RuleDefinition.TextFormat(name: "Artifactory key", prefixes: ["AKCp"], before: 0, regex: "AKCp[A-Za-z0-9]{68,70}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f204: RuleDefinition.Formula = .text(t203)
        let t205 = RuleDefinition.TextFormat(name: "JFrog token", prefixes: ["cmVmdGtu"], before: 0, regex: "cmVmdGtu[A-Za-z0-9]{56}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f206: RuleDefinition.Formula = .text(t205)
        let t207 = RuleDefinition.TextFormat(name: "SonarQube token", prefixes: ["sqp_", "squ_", "sqa_"], before: 0, regex: "sq[pua]_[a-f0-9]{40}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f208: RuleDefinition.Formula = .text(t207)
        let t209 = RuleDefinition.TextFormat(name: "HubSpot token", prefixes: ["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"], before: 0, regex: "pat-[a-z]{2}[0-9]-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f210: RuleDefinition.Formula = .text(t209)
        let t211 = RuleDefinition.TextFormat(name: "Mapbox secret token", prefixes: ["sk.eyJ"], before: 0, regex: "sk\\.eyJ[A-Za-z0-9_-]{20,200}\\.[A-Za-z0-9_-]{20,24}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f212: RuleDefinition.Formula = .text(t211)
        let t213 = RuleDefinition.TextFormat(name: "Pinecone key", prefixes: ["pcsk_"], before: 0, regex: "pcsk_[A-Za-z0-9]{4,6}_[A-Za-z0-9]{60,64}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f214: RuleDefinition.Formula = .text(t213)
        let t215 = RuleDefinition.TextFormat(name: "LangSmith key", prefixes: ["lsv2_pt_", "lsv2_sk_"], before: 0, regex: "lsv2_(pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f216: RuleDefinition.Formula = .text(t215)
        let t217 = RuleDefinition.TextFormat(name: "Amazon MWS token", prefixes: ["amzn.mws."], before: 0, regex: "amzn\\.mws\\.[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f218: RuleDefinition.Formula = .text(t217)
        let t219 = RuleDefinition.TextFormat(name: "Razorpay key", prefixes: ["rzp_live_"], before: 0, regex: "rzp_live_[A-Za-z0-9]{14}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f220: RuleDefinition.Formula = .text(t219)
        let t221 = RuleDefinition.TextFormat(name: "Firebase messaging key", prefixes: ["AAAA"], before: 0, regex: "AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{130,150}", entropy: 4.0, startsLine: false, excluding: "", lineExcluding: "")
        let f222: RuleDefinition.Formula = .text(t221)
        let t223 = RuleDefinition.TextFormat(name: "Scaleway key", prefixes: ["SCW"], before: 0, regex: "SCW[A-Z0-9]{17}", entropy: 3.0, startsLine: false, excluding: "^[A-Z]+$", lineExcluding: "")
        let f224: RuleDefinition.Formula = .text(t223)
        let t225 = RuleDefinition.TextFormat(name: "Yandex key", prefixes: ["AQVN"], before: 0, regex: "AQVN[A-Za-z0-9_-]{35,38}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f226: RuleDefinition.Formula = .text(t225)
        let t227 = RuleDefinition.TextFormat(name: "Octopus Deploy key", prefixes: ["API-"], before: 0, regex: "API-[A-Z0-9]{26}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f228: RuleDefinition.Formula = .text(t227)
        let t229 = RuleDefinition.TextFormat(name: "Harness key", prefixes: ["pat.", "sat."], before: 0, regex: "[ps]at\\.[A-Za-z0-9_-]{22}\\.[a-f0-9]{24}\\.[A-Za-z0-9]{20}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f230: RuleDefinition.Formula = .text(t229)
        let t231 = RuleDefinition.TextFormat(name: "OpenShift token", prefixes: ["sha256~"], before: 0, regex: "sha256~[A-Za-z0-9_-]{43}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f232: RuleDefinition.Formula = .text(t231)
        let t233 = RuleDefinition.TextFormat(name: "MaxMind key", prefixes: ["_mmk"], before: 36, regex: "[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f234: RuleDefinition.Formula = .text(t233)
        let t235 = RuleDefinition.TextFormat(name: "NVIDIA key", prefixes: ["nvapi-"], before: 0, regex: "nvapi-[A-Za-z0-9_-]{60,70}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f236: RuleDefinition.Formula = .text(t235)
        let t237 = RuleDefinition.TextFormat(name: "ElevenLabs key", prefixes: ["sk_"], before: 0, regex: "sk_[a-f0-9]{48}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f238: RuleDefinition.Formula = .text(t237)
        let t239 = RuleDefinition.TextFormat(name: "Tavily key", prefixes: ["tvly-"], before: 0, regex: "tvly-(dev-|prod-)?[A-Za-z0-9]{32}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f240: RuleDefinition.Formula = .text(t239)
        let t241 = RuleDefinition.TextFormat(name: "Resend key", prefixes: ["re_"], before: 0, regex: "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}", entropy: 3.5, startsLine: false, excluding: "^[a-z_]+$", lineExcluding: "")
        let f242: RuleDefinition.Formula = .text(t241)
        let t243 = RuleDefinition.TextFormat(name: "Neon key", prefixes: ["napi_"], before: 0, regex: "napi_[a-z0-9]{60,66}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f244: RuleDefinition.Formula = .text(t243)
        let t245 = RuleDefinition.TextFormat(name: "PostHog key", prefixes: ["phx_"], before: 0, regex: "phx_[A-Za-z0-9]{43,48}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f246: RuleDefinition.Formula = .text(t245)
        let t247 = RuleDefinition.TextFormat(name: "Segment token", prefixes: ["sgp_"], before: 0, regex: "sgp_[A-Za-z0-9]{64}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f248: RuleDefinition.Formula = .text(t247)
        let t249 = RuleDefinition.TextFormat(name: "MailerSend token", prefixes: ["mlsn."], before: 0, regex: "mlsn\\.[a-f0-9]{64}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f250: RuleDefinition.Formula = .text(t249)
        let t251 = RuleDefinition.TextFormat(name: "Cloudinary address", prefixes: ["cloudinary://"], before: 0, regex: "cloudinary://[0-9]{15}:[A-Za-z0-9_-]{27}@[a-z0-9-]+", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f252: RuleDefinition.Formula = .text(t251)
        let t253 = RuleDefinition.TextFormat(name: "Zapier webhook", prefixes: ["hooks.zapier.com/hooks/catch/"], before: 0, regex: "hooks\\.zapier\\.com/hooks/catch/[0-9]{5,9}/[a-z0-9]{6,8}", entropy: 3.0, startsLine: false, excluding: "", lineExcluding: "")
        let f254: RuleDefinition.Formula = .text(t253)
        let t255 = RuleDefinition.TextFormat(name: "OpenAI key", prefixes: ["sk-None-"], before: 0, regex: "sk-None-[A-Za-z0-9]{48}", entropy: 3.5, startsLine: false, excluding: "", lineExcluding: "")
        let f256: RuleDefinition.Formula = .text(t255)
        let f257: RuleDefinition.Formula = .any([f2, f4, f6, f8, f10, f12, f14, f16, f18, f20, f22, f24, f26, f28, f30, f32, f34, f36, f38, f40, f42, f44, f46, f48, f50, f52, f54, f56, f58, f60, f62, f64, f66, f68, f70, f72, f74, f76, f78, f80, f82, f84, f86, f88, f90, f92, f94, f96, f98, f100, f102, f104, f106, f108, f110, f112, f114, f116, f118, f120, f122, f124, f126, f128, f130, f132, f134, f136, f138, f140, f142, f144, f146, f148, f150, f152, f154, f156, f158, f160, f162, f164, f166, f168, f170, f172, f174, f176, f178, f180, f182, f184, f186, f188, f190, f192, f194, f196, f198, f200, f202, f204, f206, f208, f210, f212, f214, f216, f218, f220, f222, f224, f226, f228, f230, f232, f234, f236, f238, f240, f242, f244, f246, f248, f250, f252, f254, f256])
        formulas.append(f257)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "key = \"AKIAQ3EGVJ5WRKXT7LMN\""))
        examples.append(.init(.python, isBad: true, "# token: ghp_8jKd02mXq7VbN5tYw3RzLp9sCfHg4aEu1oT6"))
        examples.append(.init(.python, isBad: false, "key = \"AKIAIOSFODNN7EXAMPLE\""))
        examples.append(.init(.python, isBad: false, "key = \"ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\""))
        examples.append(.init(.python, isBad: false, "key = os.environ[\"GITHUB_TOKEN\"]"))
        examples.append(.init(.python, isBad: false, "name = \"sk-learn-pipeline\""))
        examples.append(.init(.javascript, isBad: true, "const stripe = require(\"stripe\")(\"sk_live_4eC39HqLyjWDarjtT1zdp7dc\");"))
        examples.append(.init(.javascript, isBad: true, "fetch(\"https://hooks.slack.com/services/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\");"))
        examples.append(.init(.javascript, isBad: false, "const stripe = require(\"stripe\")(process.env.STRIPE_KEY);"))
        examples.append(.init(.yaml, isBad: true, "api_key: AIzaSyD3kQ8vNf2LmX7wRtPz5YbJc1HgUe9oKsA"))
        examples.append(.init(.yaml, isBad: false, "api_key: ${API_KEY}"))
        examples.append(.init(.plain, isBad: true, "export SLACK=xoxb-731928465013-8472910365481-kQ2vXzN7pLmR4tYwB9sJ"))
        examples.append(.init(.plain, isBad: false, "The prefix of a bot token is xoxb-."))
        return RuleDefinition(
            id: "secrets/known-token", title: "Credential of a known provider in the code",
            message: "this has the format of a live credential. Revoke it, and read the new one from the environment or a secret store.",
            why: "Whoever can read the file, its history or a build of it can use the credential. Revoke it first, because removing it does not make it unknown again; then load the new one from the environment or a secret store.",
            severity: .critical, languages: Language.allCases, cwe: 798,
            references: ["https://cwe.mitre.org/data/definitions/798.html"], tags: ["security", "secrets"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition83() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "Private key", prefixes: ["-----BEGIN", "---- BEGIN SSH2 ENCRYPTED"], before: 0, regex: "(-----BEGIN ([A-Z0-9]+ ){0,3}PRIVATE KEY( BLOCK)?-----|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----)(\\\\|\\s*$|[A-Za-z0-9+/ ]{20,})", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "PRIVATE KEY-----(\\\\r)?(\\\\n)[\"'] *\\)")
        let f2: RuleDefinition.Formula = .text(t1)
        let t3 = RuleDefinition.TextFormat(name: "PuTTY private key", prefixes: ["PuTTY-User-Key-File-"], before: 0, regex: "PuTTY-User-Key-File-[23]: [a-z0-9-]+", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "")
        let f4: RuleDefinition.Formula = .text(t3)
        let f5: RuleDefinition.Formula = .any([f2, f4])
        formulas.append(f5)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.plain, isBad: true, "-----BEGIN RSA PRIVATE KEY-----"))
        examples.append(.init(.plain, isBad: true, "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW"))
        examples.append(.init(.plain, isBad: true, "-----BEGIN PGP PRIVATE KEY BLOCK-----"))
        examples.append(.init(.plain, isBad: false, "-----BEGIN PUBLIC KEY-----"))
        examples.append(.init(.plain, isBad: false, "-----BEGIN CERTIFICATE-----"))
        examples.append(.init(.javascript, isBad: true, "const key = \"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\";"))
        examples.append(.init(.javascript, isBad: false, "out.append(\"-----BEGIN PRIVATE KEY-----\\n\");"))
        examples.append(.init(.javascript, isBad: false, "if (text.startsWith(\"-----BEGIN PRIVATE KEY-----\")) parse(text);"))
        return RuleDefinition(
            id: "secrets/private-key", title: "Private key in the code",
            message: "a private key lies in the code. Replace the key pair, and keep the new key out of the repository.",
            why: "Whoever has the private key can sign and decrypt in your name. Make a new pair, withdraw the old one, and load the new key from a file or a store that is not under version control.",
            severity: .critical, languages: Language.allCases, cwe: 321,
            references: ["https://cwe.mitre.org/data/definitions/321.html"], tags: ["security", "secrets"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: true, formulas: formulas, examples: examples)
    }

    private static func definition84() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("jwt.$SIGN($PAYLOAD, $SECRET, ...)")
        let f2: RuleDefinition.Formula = .pattern("jsonwebtoken.$SIGN($PAYLOAD, $SECRET, ...)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$SIGN", "^(sign|verify)$", isNegated: false)
        let f5: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f6: RuleDefinition.Formula = .focus("$SECRET")
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f7)
        let f9: RuleDefinition.Formula = .pattern("session({..., secret: $SECRET, ...})")
        let f10: RuleDefinition.Formula = .pattern("cookieSession({..., secret: $SECRET, ...})")
        let f11: RuleDefinition.Formula = .pattern("expressjwt({..., secret: $SECRET, ...})")
        let f12: RuleDefinition.Formula = .pattern("cookieParser($SECRET, ...)")
        let f13: RuleDefinition.Formula = .pattern("createHmac($ALGORITHM, $SECRET)")
        let f14: RuleDefinition.Formula = .any([f9, f10, f11, f12, f13])
        let f15: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f16: RuleDefinition.Formula = .regex(metavariable: "$SECRET", "^['\"`][a-z]+([:_./-][a-z]+)+['\"`]$", isNegated: true)
        let f17: RuleDefinition.Formula = .focus("$SECRET")
        let f18: RuleDefinition.Formula = .all([f14, f15, f16, f17])
        let f19: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f18)
        let f20: RuleDefinition.Formula = .pattern("jwt.$SIGN($PAYLOAD, $SECRET, ...)")
        let f21: RuleDefinition.Formula = .any([f20])
        let f22: RuleDefinition.Formula = .regex(metavariable: "$SIGN", "^(encode|decode)$", isNegated: false)
        let f23: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f24: RuleDefinition.Formula = .focus("$SECRET")
        let f25: RuleDefinition.Formula = .all([f21, f22, f23, f24])
        let f26: RuleDefinition.Formula = .languages([.python], f25)
        let f27: RuleDefinition.Formula = .pattern("$APP.secret_key = $SECRET")
        let f28: RuleDefinition.Formula = .pattern("$APP.config[\"SECRET_KEY\"] = $SECRET")
        let f29: RuleDefinition.Formula = .pattern("hmac.new($SECRET, ...)")
        let f30: RuleDefinition.Formula = .any([f27, f28, f29])
        let f31: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f32: RuleDefinition.Formula = .focus("$SECRET")
        let f33: RuleDefinition.Formula = .all([f30, f31, f32])
        let f34: RuleDefinition.Formula = .languages([.python], f33)
        let f35: RuleDefinition.Formula = .pattern("SECRET_KEY = $SECRET")
        let f36: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "string", isNegated: false)
        let f37: RuleDefinition.Formula = .regex(metavariable: "$SECRET", "(?i)(change|your|secret_?key|placeholder|example|[<{]|xxx|dummy|test|fake|^.{0,9}$)", isNegated: true)
        let f38: RuleDefinition.Formula = .inside("class $NAME: ...")
        let f39: RuleDefinition.Formula = .regex(metavariable: "$NAME", "(?i)config|settings", isNegated: false)
        let f40: RuleDefinition.Formula = .focus("$SECRET")
        let f41: RuleDefinition.Formula = .all([f35, f36, f37, f38, f39, f40])
        let f42: RuleDefinition.Formula = .languages([.python], f41)
        let f43: RuleDefinition.Formula = .pattern("SECRET_KEY = $SECRET")
        let f44: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f45: RuleDefinition.Formula = .regex(metavariable: "$SECRET", "(?i)(change|your|secret_?key|placeholder|example|[<{]|xxx|dummy|test|fake|^.{0,12}$)", isNegated: true)
        let f46: RuleDefinition.Formula = .file(["INSTALLED_APPS", "MIDDLEWARE", "ALLOWED_HOSTS", "ROOT_URLCONF"], isNegated: false)
        let f47: RuleDefinition.Formula = .focus("$SECRET")
        let f48: RuleDefinition.Formula = .all([f43, f44, f45, f46, f47])
        let f49: RuleDefinition.Formula = .languages([.python], f48)
        let f50: RuleDefinition.Formula = .pattern("$TOKEN.SignedString([]byte($SECRET))")
        let f51: RuleDefinition.Formula = .pattern("sessions.NewCookieStore([]byte($SECRET))")
        let f52: RuleDefinition.Formula = .pattern("hmac.New($HASH, []byte($SECRET))")
        let f53: RuleDefinition.Formula = .any([f50, f51, f52])
        let f54: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f55: RuleDefinition.Formula = .focus("$SECRET")
        let f56: RuleDefinition.Formula = .all([f53, f54, f55])
        let f57: RuleDefinition.Formula = .languages([.go], f56)
        let f58: RuleDefinition.Formula = .pattern("new $CLASS({..., secretOrKey: $SECRET, ...}, ...)")
        let f59: RuleDefinition.Formula = .pattern("cookieSession({..., keys: [$SECRET, ...], ...})")
        let f60: RuleDefinition.Formula = .pattern(".sign(new TextEncoder().encode($SECRET))")
        let f61: RuleDefinition.Formula = .pattern("jwtVerify($TOKEN, new TextEncoder().encode($SECRET), ...)")
        let f62: RuleDefinition.Formula = .pattern("crypto.createHmac($ALGORITHM, $SECRET)")
        let f63: RuleDefinition.Formula = .any([f58, f59, f60, f61, f62])
        let f64: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f65: RuleDefinition.Formula = .regex(metavariable: "$SECRET", "^['\"`]([a-z]+([:_./-][a-z]+)+)?['\"`]$", isNegated: true)
        let f66: RuleDefinition.Formula = .focus("$SECRET")
        let f67: RuleDefinition.Formula = .all([f63, f64, f65, f66])
        let f68: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f67)
        let f69: RuleDefinition.Formula = .pattern("URLSafeTimedSerializer($SECRET, ...)")
        let f70: RuleDefinition.Formula = .pattern("URLSafeSerializer($SECRET, ...)")
        let f71: RuleDefinition.Formula = .pattern("TimedJSONWebSignatureSerializer($SECRET, ...)")
        let f72: RuleDefinition.Formula = .pattern("itsdangerous.$CLASS($SECRET, ...)")
        let f73: RuleDefinition.Formula = .any([f69, f70, f71, f72])
        let f74: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f75: RuleDefinition.Formula = .focus("$SECRET")
        let f76: RuleDefinition.Formula = .all([f73, f74, f75])
        let f77: RuleDefinition.Formula = .languages([.python], f76)
        let f78: RuleDefinition.Formula = .pattern("Algorithm.$MAKE($SECRET)")
        let f79: RuleDefinition.Formula = .regex(metavariable: "$MAKE", "^(HMAC256|HMAC384|HMAC512)$", isNegated: false)
        let f80: RuleDefinition.Formula = .regex(metavariable: "$SECRET", "^\"", isNegated: false)
        let f81: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f82: RuleDefinition.Formula = .focus("$SECRET")
        let f83: RuleDefinition.Formula = .all([f78, f79, f80, f81, f82])
        let f84: RuleDefinition.Formula = .languages([.java, .kotlin], f83)
        let f85: RuleDefinition.Formula = .pattern("$BUILDER.signWith($ALGORITHM, $SECRET)")
        let f86: RuleDefinition.Formula = .pattern("$PARSER.setSigningKey($SECRET)")
        let f87: RuleDefinition.Formula = .pattern("Keys.hmacShaKeyFor($SECRET.getBytes(...))")
        let f88: RuleDefinition.Formula = .any([f85, f86, f87])
        let f89: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f90: RuleDefinition.Formula = .focus("$SECRET")
        let f91: RuleDefinition.Formula = .all([f88, f89, f90])
        let f92: RuleDefinition.Formula = .languages([.java, .kotlin], f91)
        let f93: RuleDefinition.Formula = .pattern("new SymmetricSecurityKey(Encoding.UTF8.GetBytes($SECRET))")
        let f94: RuleDefinition.Formula = .pattern("new SymmetricSecurityKey(Encoding.ASCII.GetBytes($SECRET))")
        let f95: RuleDefinition.Formula = .any([f93, f94])
        let f96: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f97: RuleDefinition.Formula = .focus("$SECRET")
        let f98: RuleDefinition.Formula = .all([f95, f96, f97])
        let f99: RuleDefinition.Formula = .languages([.csharp], f98)
        let f100: RuleDefinition.Formula = .pattern("JWT::encode($PAYLOAD, $SECRET, ...)")
        let f101: RuleDefinition.Formula = .pattern("JWT::decode($PAYLOAD, $SECRET, ...)")
        let f102: RuleDefinition.Formula = .pattern("new Key($SECRET, $ALGORITHM)")
        let f103: RuleDefinition.Formula = .any([f100, f101, f102])
        let f104: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f105: RuleDefinition.Formula = .focus("$SECRET")
        let f106: RuleDefinition.Formula = .all([f103, f104, f105])
        let f107: RuleDefinition.Formula = .languages([.php], f106)
        let f108: RuleDefinition.Formula = .pattern("EncodingKey::from_secret($SECRET)")
        let f109: RuleDefinition.Formula = .pattern("DecodingKey::from_secret($SECRET)")
        let f110: RuleDefinition.Formula = .pattern("EncodingKey::from_secret($SECRET.as_ref())")
        let f111: RuleDefinition.Formula = .pattern("DecodingKey::from_secret($SECRET.as_ref())")
        let f112: RuleDefinition.Formula = .any([f108, f109, f110, f111])
        let f113: RuleDefinition.Formula = .kind(metavariable: "$SECRET", "literal", isNegated: false)
        let f114: RuleDefinition.Formula = .focus("$SECRET")
        let f115: RuleDefinition.Formula = .all([f112, f113, f114])
        let f116: RuleDefinition.Formula = .languages([.rust], f115)
        let f117: RuleDefinition.Formula = .any([f8, f19, f26, f34, f42, f49, f57, f68, f77, f84, f92, f99, f107, f116])
        formulas.append(f117)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "passport.use(new JwtStrategy({ jwtFromRequest, secretOrKey: 'topsecret1' }, done));"))
        examples.append(.init(.javascript, isBad: true, "app.use(cookieSession({ name: 'a', keys: ['mice-77', 'cheese'] }));"))
        examples.append(.init(.javascript, isBad: true, "crypto.createHmac('sha256', 'hardcoded-Key1').update(x);"))
        examples.append(.init(.javascript, isBad: true, "const token = jwt.sign({ id: user.id }, 'shhhh', { expiresIn: '1h' });"))
        examples.append(.init(.javascript, isBad: true, "const key = 'mice-eat-cheese-77';\nexports.sign = (payload) => jwt.sign(payload, key);"))
        examples.append(.init(.javascript, isBad: true, "function check(token) {\n  const secret = 'mice-eat-cheese-77';\n  return jwt.verify(token, secret);\n}"))
        examples.append(.init(.javascript, isBad: true, "const SECRET = 'mice-eat-cheese-77';\napp.use(session({ secret: SECRET }));"))
        examples.append(.init(.javascript, isBad: true, "app.use(session({ resave: false, secret: 'keyboard cat', saveUninitialized: true }));"))
        examples.append(.init(.javascript, isBad: false, "passport.use(new JwtStrategy({ secretOrKey: config.secret }, done));"))
        examples.append(.init(.javascript, isBad: false, "crypto.createHmac('sha256', key).update(x);"))
        examples.append(.init(.javascript, isBad: false, "crypto.createHmac('sha256', '').update(x);"))
        examples.append(.init(.javascript, isBad: false, "const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET);"))
        examples.append(.init(.javascript, isBad: false, "app.use(session({ secret: config.secret }));"))
        examples.append(.init(.javascript, isBad: false, "createHmac('sha256', 'inbox:rate_limit:salt').update(secret).digest('hex');"))
        examples.append(.init(.javascript, isBad: false, "createHmac('sha256', 'user/fingerprint').update(id);"))
        examples.append(.init(.javascript, isBad: false, "const key = process.env.JWT_KEY;\nconst token = jwt.sign(payload, key);"))
        examples.append(.init(.javascript, isBad: false, "function sign(payload, key) { return jwt.sign(payload, key); }"))
        examples.append(.init(.python, isBad: true, "serializer = URLSafeTimedSerializer('s3cr3t-signing')"))
        examples.append(.init(.python, isBad: true, "class Config:\n    SECRET_KEY = 'guess-if-you-can'"))
        examples.append(.init(.python, isBad: true, "SECRET_KEY = '0yxzudryd8)-%)(fz&7q-!v&cq1u6vbfoc4u7'\nINSTALLED_APPS = []"))
        examples.append(.init(.python, isBad: true, "token = jwt.encode(payload, 'secret', algorithm='HS256')"))
        examples.append(.init(.python, isBad: true, "app.secret_key = 'super secret key'"))
        examples.append(.init(.python, isBad: true, "app.config['SECRET_KEY'] = 'dev-key-1'"))
        examples.append(.init(.python, isBad: false, "serializer = URLSafeTimedSerializer(app.secret_key)"))
        examples.append(.init(.python, isBad: false, "class Config:\n    SECRET_KEY = os.environ['SECRET_KEY']"))
        examples.append(.init(.python, isBad: false, "class Names:\n    SECRET_KEY = 'api_secret'"))
        examples.append(.init(.python, isBad: false, "SECRET_KEY = os.environ['SECRET_KEY']\nINSTALLED_APPS = []"))
        examples.append(.init(.python, isBad: false, "SECRET_KEY = 'change-me-in-production'\nINSTALLED_APPS = []"))
        examples.append(.init(.python, isBad: false, "token = jwt.encode(payload, settings.SECRET_KEY, algorithm='HS256')"))
        examples.append(.init(.python, isBad: false, "app.secret_key = os.environ['SECRET_KEY']"))
        examples.append(.init(.go, isBad: true, "signed, err := token.SignedString([]byte(\"my-secret\"))"))
        examples.append(.init(.go, isBad: false, "signed, err := token.SignedString(key)"))
        examples.append(.init(.java, isBad: true, "Algorithm algorithm = Algorithm.HMAC256(\"mice-eat-cheese\");"))
        examples.append(.init(.java, isBad: true, "Jwts.builder().signWith(SignatureAlgorithm.HS256, \"mice-eat-cheese\").compact();"))
        examples.append(.init(.java, isBad: false, "Algorithm algorithm = Algorithm.HMAC256(System.getenv(\"SECRET\"));"))
        examples.append(.init(.java, isBad: false, "Algorithm algorithm = Algorithm.HMAC256(secret);"))
        examples.append(.init(.csharp, isBad: true, "var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(\"mice-eat-cheese-77\"));"))
        examples.append(.init(.csharp, isBad: false, "var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.Key));"))
        examples.append(.init(.php, isBad: true, "<?php\n$jwt = JWT::encode($payload, 'mice-eat-cheese', 'HS256');"))
        examples.append(.init(.php, isBad: true, "<?php\n$key = 'mice-eat-cheese';\n$jwt = JWT::encode($payload, $key, 'HS256');"))
        examples.append(.init(.php, isBad: false, "<?php\n$jwt = JWT::encode($payload, $key, 'HS256');"))
        examples.append(.init(.php, isBad: false, "<?php\n$jwt = JWT::encode($payload, getenv('KEY'), 'HS256');"))
        examples.append(.init(.rust, isBad: true, "let token = encode(&header, &claims, &EncodingKey::from_secret(\"mice\".as_ref()))?;"))
        examples.append(.init(.rust, isBad: true, "let key = EncodingKey::from_secret(b\"mice-eat-cheese\");"))
        examples.append(.init(.rust, isBad: false, "let key = EncodingKey::from_secret(secret.as_bytes());"))
        return RuleDefinition(
            id: "secrets/signing-secret", title: "Signing secret written into the code",
            message: "Tokens or sessions are signed with a secret that stands in the code; whoever reads it can make his own.",
            why: "With the secret anybody can sign tokens or sessions for any user. Read it from the environment, make it long and random, and change it now.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .java, .kotlin, .csharp, .php, .rust], cwe: 321,
            references: ["https://cwe.mitre.org/data/definitions/321.html"], tags: ["security", "secrets"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition85() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "Bidirectional control", prefixes: ["\u{202a}", "\u{202b}", "\u{202d}", "\u{202e}", "\u{2066}", "\u{2067}", "\u{2068}"], before: 0, regex: "\u{202a}|\u{202b}|\u{202d}|\u{202e}|\u{2066}|\u{2067}|\u{2068}", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "")
        let f2: RuleDefinition.Formula = .text(t1)
        let f3: RuleDefinition.Formula = .any([f2])
        formulas.append(f3)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "if (level != \"user\u{202e} \u{2066}// admin\u{2069} \u{2066}\") {}"))
        examples.append(.init(.javascript, isBad: false, "const title = '\u{5e9}\u{5dc}\u{5d5}\u{5dd}';"))
        return RuleDefinition(
            id: "secrets/trojan-source", title: "Bidirectional control character in the code",
            message: "this invisible character changes the order in which the code is shown, so that it reads otherwise than it runs.",
            why: "Such characters let code look harmless in a review and do something else. Write texts that need them with escapes.",
            severity: .critical, languages: Language.allCases, cwe: 1007,
            references: ["https://trojansource.codes"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition86() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "Credentials in URL", prefixes: ["//"], before: 0, regex: "//[A-Za-z0-9_.%+-]{0,64}:[^\\s:@/'\"`<>{}$%()\\[\\],;*|\\\\]{3,128}@[A-Za-z0-9_-]+((\\.[A-Za-z0-9_-]+)+|:[0-9])", entropy: 0.0, startsLine: false, excluding: "(?i)(//[^:]*:([0-9]{1,5}|pass(word|wd|w)?|pwd|secret|user(name)?|test|x+|\\*+|changeme|key|token|admin|root|guest|p|pw|tiger|passwd\\d*|foo|bar|baz|hunter2|postgres|mysql|some_?pass(word)?|my_?pass(word)?|your.*|.*password.*|.*secret.*)@|@(localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|example|(.*\\.)?example\\.(com|org|net)|host|hostname|.*\\.(test|example|invalid)|proxy\\.(com|example)|foo|bar|baz)([.:/]|$))", lineExcluding: "")
        let f2: RuleDefinition.Formula = .text(t1)
        let f3: RuleDefinition.Formula = .any([f2])
        formulas.append(f3)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "DATABASE_URL = \"postgres://admin:s3cr3tPw9@db.internal:5432/app\""))
        examples.append(.init(.python, isBad: true, "url = \"https://deploy:9fK2mQx7@git.company.com/repo.git\""))
        examples.append(.init(.python, isBad: false, "DATABASE_URL = f\"postgres://{user}:{password}@{host}/app\""))
        examples.append(.init(.python, isBad: false, "DATABASE_URL = \"postgres://user:password@localhost/app\""))
        examples.append(.init(.python, isBad: false, "url = \"https://example.com:8080/@scope/name\""))
        examples.append(.init(.yaml, isBad: true, "url: mongodb+srv://svc:Zk8vQ2nLx@cluster0.mongodb.net/app"))
        examples.append(.init(.yaml, isBad: false, "url: mongodb://${USER}:${PASSWORD}@cluster0.mongodb.net/app"))
        return RuleDefinition(
            id: "secrets/url-credentials", title: "Password in an address",
            message: "the address holds a user's password. Take it from the environment.",
            why: "The password is readable to all who see the code, its logs or its history. Change it, and put the address together from settings when the program runs.",
            severity: .critical, languages: Language.allCases, cwe: 522,
            references: ["https://cwe.mitre.org/data/definitions/522.html"], tags: ["security", "secrets"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition87() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("delete from $TABLE;")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$TABLE", "^[A-Za-z0-9_.\"`\\[\\]]+$", isNegated: false)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        let f4: RuleDefinition.Formula = .pattern("update $TABLE set $COLUMN = $VALUE")
        let f5: RuleDefinition.Formula = .regex(metavariable: "$TABLE", "^[A-Za-z0-9_.\"`\\[\\]]+$", isNegated: false)
        let f6: RuleDefinition.Formula = .regex(metavariable: "$COLUMN", "^[A-Za-z0-9_.\"`\\[\\]]+$", isNegated: false)
        let f7: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "^('[^']*'|-?[0-9.]+|true|false|null|TRUE|FALSE|NULL|[a-z_]+\\(\\))$", isNegated: false)
        let f8: RuleDefinition.Formula = .line("(?i)^\\s*update\\b.*;\\s*(--.*)?$", isNegated: false)
        let f9: RuleDefinition.Formula = .all([f4, f5, f6, f7, f8])
        let f10: RuleDefinition.Formula = .any([f3, f9])
        formulas.append(f10)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.sql, isBad: true, "DELETE FROM users;"))
        examples.append(.init(.sql, isBad: true, "UPDATE users SET is_admin = true;"))
        examples.append(.init(.sql, isBad: false, "DELETE FROM users WHERE id = 1;"))
        examples.append(.init(.sql, isBad: false, "DELETE FROM users\nWHERE id = 1;"))
        examples.append(.init(.sql, isBad: false, "delete from a using b where a.id = b.id;"))
        examples.append(.init(.sql, isBad: false, "UPDATE users SET is_admin = true WHERE id = 1;"))
        examples.append(.init(.sql, isBad: false, "UPDATE users SET name = upper(name);"))
        return RuleDefinition(
            id: "sql/delete-without-where", title: "DELETE or UPDATE without WHERE",
            message: "This changes every row of the table. Add a WHERE, or use TRUNCATE if all are to go.",
            why: "A forgotten condition empties the table, or overwrites a column in every row.",
            severity: .critical, languages: [.sql], cwe: nil,
            references: ["https://www.postgresql.org/docs/current/sql-delete.html"], tags: ["sql"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition88() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("execute \"...\" || $VALUE")
        let f2: RuleDefinition.Formula = .pattern("exec (\"...\" + $VALUE")
        let f3: RuleDefinition.Formula = .pattern("execute immediate \"...\" || $VALUE")
        let f4: RuleDefinition.Formula = .any([f1, f2, f3])
        let f5: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "(?i)^(quote_|format|dbms_assert|quotename)", isNegated: true)
        let f6: RuleDefinition.Formula = .all([f4, f5])
        formulas.append(f6)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.sql, isBad: true, "EXECUTE 'DELETE FROM ' || t || ' WHERE id = 1';"))
        examples.append(.init(.sql, isBad: true, "EXECUTE IMMEDIATE 'DROP TABLE ' || name;"))
        examples.append(.init(.sql, isBad: true, "execute 'select * from ' || n;"))
        examples.append(.init(.sql, isBad: false, "EXECUTE format('DELETE FROM %I WHERE id = 1', t);"))
        examples.append(.init(.sql, isBad: false, "EXECUTE 'DELETE FROM ' || quote_ident(t) || ' WHERE id = 1';"))
        examples.append(.init(.sql, isBad: false, "EXECUTE 'DELETE FROM t WHERE id = $1' USING id;"))
        return RuleDefinition(
            id: "sql/dynamic-statement", title: "Statement put together from values",
            message: "A value becomes part of the statement. Use format with %I and %L, or EXECUTE ... USING.",
            why: "A parameter with a quote in it changes the statement, with the rights of the function's owner.",
            severity: .warning, languages: [.sql], cwe: 89,
            references: ["https://www.postgresql.org/docs/current/plpgsql-statements.html#PLPGSQL-STATEMENTS-EXECUTING-DYN"], tags: ["security", "injection", "sql"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition89() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$DB.$RUN($QUERY, ...)")
        let f2: RuleDefinition.Formula = .pattern("$DB.$RUN($CONTEXT, $QUERY, ...)")
        let f3: RuleDefinition.Formula = .languages([.go, .swift], f2)
        let f4: RuleDefinition.Formula = .any([f1, f3])
        let f5: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(execute|executemany|executescript|exec|Exec|ExecContext|MustExec|NamedExec|NamedQuery|query|Query|QueryContext|QueryRow|QueryRowContext|Queryx|QueryRowx|raw|Raw|rawQuery|all|get|run|each|prepare|Prepare|PrepareContext|prepareStatement|read_sql|read_sql_query|fetch|fetchrow|fetchval|fetch_one|fetch_all|fetch_val|fetchone|fetchall|execute_many|fetchAll|fetchOne|fetchCursor|queryRawUnsafe|executeRawUnsafe|Select|Get|text|execSQL|executeQuery|executeUpdate|execute_sql|executeSql|createQuery|create_query|createNativeQuery|unsafe|simpleQuery|many|one|none|any|oneOrNone|manyOrNone|copy_expert|mogrify|from_statement|querySync|queryAsync|execAsync|runAsync|getAllAsync|getFirstAsync|SendBatch|prepare_typed|extra)$", isNegated: false)
        let f6: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: false)
        let f7: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f8: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|grant\\s.*\\sto\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f9: RuleDefinition.Formula = .focus("$QUERY")
        let f10: RuleDefinition.Formula = .all([f4, f5, f6, f7, f8, f9])
        let f11: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift], f10)
        let f12: RuleDefinition.Formula = .pattern("$DB.$RUN($QUERY, ...)")
        let f13: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(where|andWhere|orWhere|having|andHaving|whereRaw|orWhereRaw|andWhereRaw|havingRaw|orderByRaw|groupByRaw|joinRaw|fromRaw|selectRaw|Where|Or|Not|Having|Order|Joins|extra|literal_column|literal)$", isNegated: false)
        let f14: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f15: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: false)
        let f16: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(\\bwhere\\b|\\border\\s+by\\b|[\\w\\].\"`)]\\s*(=|<>|!=|<|>|<=|>=|\\blike|\\bilike|\\bin)\\s*\\(?\\s*(\\\\?['\"])?%*(\\0|%s|%v|\\{))", isNegated: false)
        let f17: RuleDefinition.Formula = .focus("$QUERY")
        let f18: RuleDefinition.Formula = .all([f12, f13, f14, f15, f16, f17])
        let f19: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift], f18)
        let f20: RuleDefinition.Formula = .pattern("$DB.extra(..., where=$QUERY, ...)")
        let f21: RuleDefinition.Formula = .pattern("$DB.extra(..., select=$QUERY, ...)")
        let f22: RuleDefinition.Formula = .any([f20, f21])
        let f23: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f24: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: false)
        let f25: RuleDefinition.Formula = .focus("$QUERY")
        let f26: RuleDefinition.Formula = .all([f22, f23, f24, f25])
        let f27: RuleDefinition.Formula = .languages([.python], f26)
        let f28: RuleDefinition.Formula = .pattern("$DB.$RUN($QUERY, ...)")
        let f29: RuleDefinition.Formula = .pattern("$DB.$RUN<$TYPE>($QUERY, ...)")
        let f30: RuleDefinition.Formula = .languages([.csharp, .kotlin], f29)
        let f31: RuleDefinition.Formula = .any([f28, f30])
        let f32: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(execute|executeQuery|executeUpdate|executeLargeUpdate|addBatch|prepareStatement|prepareCall|createQuery|createNativeQuery|createSQLQuery|query|queryForObject|queryForList|queryForMap|queryForRowSet|batchUpdate|rawQuery|execSQL|compileStatement|sqlRestriction|FromSqlRaw|ExecuteSqlRaw|ExecuteSqlRawAsync|SqlQueryRaw|SqlQuery|ExecuteSqlCommand|ExecuteSqlCommandAsync|Query|QueryAsync|QueryFirst|QueryFirstAsync|QueryFirstOrDefault|QueryFirstOrDefaultAsync|QuerySingle|QuerySingleAsync|QuerySingleOrDefault|QuerySingleOrDefaultAsync|QueryMultiple|Execute|ExecuteAsync|ExecuteScalar|ExecuteScalarAsync|ExecuteReader|ExecuteReaderAsync|rawInsert|rawUpdate|rawDelete|customSelect|customUpdate|customStatement|select|simple_query|batch_execute|query_one|query_opt|query_row|query_map|execute_batch|prepare|prepare_cached|sql_query|fetch_one|fetch_all|update|exec)$", isNegated: false)
        let f33: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f34: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: false)
        let f35: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f36: RuleDefinition.Formula = .focus("$QUERY")
        let f37: RuleDefinition.Formula = .all([f31, f32, f33, f34, f35, f36])
        let f38: RuleDefinition.Formula = .languages([.java, .kotlin, .csharp, .dart, .rust], f37)
        let f39: RuleDefinition.Formula = .pattern("sqlx::$RUN($QUERY)")
        let f40: RuleDefinition.Formula = .pattern("diesel::$RUN($QUERY)")
        let f41: RuleDefinition.Formula = .pattern("sqlx::$RUN::<$TYPE>($QUERY)")
        let f42: RuleDefinition.Formula = .pattern("$RUN($QUERY)")
        let f43: RuleDefinition.Formula = .any([f39, f40, f41, f42])
        let f44: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(query|query_as|query_scalar|sql_query|raw_sql)$", isNegated: false)
        let f45: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f46: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: false)
        let f47: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f48: RuleDefinition.Formula = .focus("$QUERY")
        let f49: RuleDefinition.Formula = .all([f43, f44, f45, f46, f47, f48])
        let f50: RuleDefinition.Formula = .languages([.rust], f49)
        let f51: RuleDefinition.Formula = .pattern("new $RUN($QUERY, ...)")
        let f52: RuleDefinition.Formula = .pattern("$COMMAND.$RUN = $QUERY")
        let f53: RuleDefinition.Formula = .any([f51, f52])
        let f54: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(SqlCommand|SqliteCommand|SQLiteCommand|MySqlCommand|NpgsqlCommand|OracleCommand|OleDbCommand|OdbcCommand|SqlDataAdapter|MySqlDataAdapter|NpgsqlDataAdapter|OleDbDataAdapter|CommandText)$", isNegated: false)
        let f55: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f56: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: false)
        let f57: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f58: RuleDefinition.Formula = .focus("$QUERY")
        let f59: RuleDefinition.Formula = .all([f53, f54, f55, f56, f57, f58])
        let f60: RuleDefinition.Formula = .languages([.csharp], f59)
        let f61: RuleDefinition.Formula = .pattern("$DB->$RUN($QUERY, ...)")
        let f62: RuleDefinition.Formula = .pattern("DB::$RUN($QUERY, ...)")
        let f63: RuleDefinition.Formula = .any([f61, f62])
        let f64: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(query|exec|prepare|execute|multi_query|real_query|executeQuery|executeStatement|executeUpdate|select|selectOne|statement|unprepared|insert|update|delete|raw|whereRaw|orWhereRaw|havingRaw|selectRaw|orderByRaw|get_results|get_row|get_var|get_col|fetchAll|fetchOne|fetchAssoc|createQuery|createNativeQuery|createCommand)$", isNegated: false)
        let f65: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f66: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: false)
        let f67: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f68: RuleDefinition.Formula = .focus("$QUERY")
        let f69: RuleDefinition.Formula = .all([f63, f64, f65, f66, f67, f68])
        let f70: RuleDefinition.Formula = .languages([.php], f69)
        let f71: RuleDefinition.Formula = .pattern("$RUN($DB, $QUERY, ...)")
        let f72: RuleDefinition.Formula = .pattern("$RUN($QUERY, ...)")
        let f73: RuleDefinition.Formula = .any([f71, f72])
        let f74: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(mysqli_query|mysqli_multi_query|mysqli_real_query|mysqli_prepare|mysql_query|mysql_db_query|pg_query|pg_send_query|pg_prepare|sqlite_query|odbc_exec|sqlsrv_query|oci_parse|mssql_query|db_query)$", isNegated: false)
        let f75: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f76: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: false)
        let f77: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f78: RuleDefinition.Formula = .focus("$QUERY")
        let f79: RuleDefinition.Formula = .all([f73, f74, f75, f76, f77, f78])
        let f80: RuleDefinition.Formula = .languages([.php], f79)
        let f81: RuleDefinition.Formula = .any([f11, f19, f27, f38, f50, f60, f70, f80])
        formulas.append(f81)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "cursor.execute(\"SELECT * FROM users WHERE name = '\" + request.args['name'] + \"'\")"))
        examples.append(.init(.python, isBad: true, "name = request.form.get('name')\nquery = f\"SELECT * FROM users WHERE name = '{name}'\"\ndb.execute(query)"))
        examples.append(.init(.python, isBad: false, "cursor.execute('SELECT * FROM users WHERE name = %s', (request.args['name'],))"))
        examples.append(.init(.python, isBad: false, "cursor.execute('SELECT * FROM users WHERE id = %d' % int(request.args['id']))"))
        examples.append(.init(.javascript, isBad: true, "db.query(`SELECT * FROM users WHERE id = ${req.params.id}`, done);"))
        examples.append(.init(.javascript, isBad: true, "const id = req.query.id;\nconst sql = \"SELECT * FROM users WHERE id = \" + id;\nconnection.query(sql, done);"))
        examples.append(.init(.javascript, isBad: false, "db.query('SELECT * FROM users WHERE id = $1', [req.params.id]);"))
        examples.append(.init(.javascript, isBad: false, "const user = await sql`SELECT * FROM users WHERE id = ${req.params.id}`;"))
        examples.append(.init(.go, isBad: true, "db.Query(\"SELECT * FROM users WHERE id = \" + r.URL.Query().Get(\"id\"))"))
        examples.append(.init(.go, isBad: true, "id := r.FormValue(\"id\")\nq := fmt.Sprintf(\"SELECT * FROM users WHERE id = %s\", id)\nrows, err := db.QueryContext(ctx, q)"))
        examples.append(.init(.go, isBad: false, "db.Query(\"SELECT * FROM users WHERE id = $1\", r.URL.Query().Get(\"id\"))"))
        examples.append(.init(.java, isBad: true, "String id = request.getParameter(\"id\");\nstatement.executeQuery(\"SELECT * FROM t WHERE id = '\" + id + \"'\");"))
        examples.append(.init(.java, isBad: true, "@GetMapping(\"/find\")\npublic List<User> find(@RequestParam String name) {\n  return jdbc.queryForList(\"SELECT * FROM t WHERE n = '\" + name + \"'\");\n}"))
        examples.append(.init(.java, isBad: true, "jdbc.execute(\"DELETE FROM t WHERE a = \" + req.getHeader(\"a\"));"))
        examples.append(.init(.java, isBad: false, "jdbc.queryForList(\"SELECT * FROM t WHERE n = ?\", request.getParameter(\"n\"));"))
        examples.append(.init(.java, isBad: false, "int id = Integer.parseInt(request.getParameter(\"id\"));\nstatement.executeQuery(\"SELECT * FROM t WHERE id = \" + id);"))
        examples.append(.init(.php, isBad: true, "<?php\nmysqli_query($db, \"SELECT * FROM t WHERE n = '\" . $_GET['n'] . \"'\");"))
        examples.append(.init(.php, isBad: true, "<?php\n$name = $_POST['name'];\n$pdo->query(\"SELECT * FROM t WHERE n = '$name'\");"))
        examples.append(.init(.php, isBad: true, "<p><?php $db->exec(\"DELETE FROM t WHERE n = '{$_REQUEST['n']}'\") ?></p>"))
        examples.append(.init(.php, isBad: false, "<?php\n$id = intval($_GET['id']);\nmysqli_query($db, \"SELECT * FROM t WHERE id = $id\");"))
        examples.append(.init(.php, isBad: false, "<?php\n$n = mysqli_real_escape_string($db, $_GET['n']);\nmysqli_query($db, \"SELECT * FROM t WHERE n = '$n'\");"))
        examples.append(.init(.csharp, isBad: true, "var c = new SqlCommand(\"SELECT * FROM t WHERE n = '\" + Request.QueryString[\"n\"] + \"'\", db);"))
        examples.append(.init(.csharp, isBad: false, "var c = new SqlCommand(\"SELECT * FROM t WHERE n = @n\", db);"))
        return RuleDefinition(
            id: "sql/injection-from-request", title: "SQL statement with request data in it",
            message: "Data of a request becomes part of this SQL statement. Pass it as a parameter.",
            why: "Who sends the request can change what the statement does, and read or destroy the whole database. Write a placeholder into the statement and pass the value as a parameter.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift, .java, .kotlin, .csharp, .dart, .rust, .php], cwe: 89,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html"], tags: ["security", "injection", "sql"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition90() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$where: $CODE")
        let f2: RuleDefinition.Formula = .kind(metavariable: "$CODE", "interpolated", isNegated: false)
        let f3: RuleDefinition.Formula = .focus("$CODE")
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        let f5: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f4)
        let f6: RuleDefinition.Formula = .pattern("$MODEL.$FIND($QUERY, ...)")
        let f7: RuleDefinition.Formula = .any([f6])
        let f8: RuleDefinition.Formula = .regex(metavariable: "$FIND", "^(find|findOne|findOneAndUpdate|findOneAndDelete|updateOne|updateMany|deleteOne|deleteMany|countDocuments)$", isNegated: false)
        let f9: RuleDefinition.Formula = .regex(metavariable: "$QUERY", "^(req|request|ctx\\.request)\\.(body|query)$", isNegated: false)
        let f10: RuleDefinition.Formula = .focus("$QUERY")
        let f11: RuleDefinition.Formula = .all([f7, f8, f9, f10])
        let f12: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f11)
        let f13: RuleDefinition.Formula = .pattern("$DB.$FIND({\"$where\": $CODE, ...}, ...)")
        let f14: RuleDefinition.Formula = .any([f13])
        let f15: RuleDefinition.Formula = .regex(metavariable: "$FIND", "^(find|find_one|count_documents|delete_many|update_many)$", isNegated: false)
        let f16: RuleDefinition.Formula = .kind(metavariable: "$CODE", "interpolated", isNegated: false)
        let f17: RuleDefinition.Formula = .focus("$CODE")
        let f18: RuleDefinition.Formula = .all([f14, f15, f16, f17])
        let f19: RuleDefinition.Formula = .languages([.python], f18)
        let f20: RuleDefinition.Formula = .any([f5, f12, f19])
        formulas.append(f20)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "users.find({ $where: `this.name == '${name}'` });"))
        examples.append(.init(.javascript, isBad: true, "User.findOne(req.body);"))
        examples.append(.init(.javascript, isBad: false, "users.find({ $where: 'this.a > 1' });"))
        examples.append(.init(.javascript, isBad: false, "User.findOne({ name: String(req.body.name) });"))
        examples.append(.init(.python, isBad: true, "db.users.find({'$where': 'this.name == \"' + name + '\"'})"))
        examples.append(.init(.python, isBad: false, "db.users.find({'name': name})"))
        return RuleDefinition(
            id: "sql/nosql-injection", title: "NoSQL query with request data in it",
            message: "Data of a request becomes part of this query. Compare with values of a known type, and avoid $where.",
            why: "An object such as {\"$ne\": null} in place of a text changes what the query asks, and $where runs its text as code. Convert values to strings or numbers first.",
            severity: .critical, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python], cwe: 943,
            references: ["https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/07-Input_Validation_Testing/05.6-Testing_for_NoSQL_Injection"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition91() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("disable row level security")
        let f2: RuleDefinition.Formula = .pattern("grant all on $TABLE to public")
        let f3: RuleDefinition.Formula = .pattern("grant all privileges on $TABLE to public")
        let f4: RuleDefinition.Formula = .pattern("grant all on $TABLE to $ROLE")
        let f5: RuleDefinition.Formula = .regex(metavariable: "$ROLE", "^(?i)(anon|public|anonymous)$", isNegated: false)
        let f6: RuleDefinition.Formula = .all([f4, f5])
        let f7: RuleDefinition.Formula = .pattern("grant all privileges on $TABLE to $ROLE")
        let f8: RuleDefinition.Formula = .regex(metavariable: "$ROLE", "^(?i)(anon|public|anonymous)$", isNegated: false)
        let f9: RuleDefinition.Formula = .all([f7, f8])
        let f10: RuleDefinition.Formula = .any([f1, f2, f3, f6, f9])
        formulas.append(f10)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.sql, isBad: true, "ALTER TABLE notes DISABLE ROW LEVEL SECURITY;"))
        examples.append(.init(.sql, isBad: true, "GRANT ALL ON notes TO PUBLIC;"))
        examples.append(.init(.sql, isBad: true, "GRANT ALL PRIVILEGES ON notes TO anon;"))
        examples.append(.init(.sql, isBad: false, "ALTER TABLE notes ENABLE ROW LEVEL SECURITY;"))
        examples.append(.init(.sql, isBad: false, "GRANT SELECT ON notes TO reader;"))
        examples.append(.init(.sql, isBad: false, "GRANT ALL ON notes TO owner;"))
        return RuleDefinition(
            id: "sql/open-policy", title: "Table open to everybody",
            message: "Everybody who can reach the table may now read or change its rows. Say who may, by a policy or by single grants.",
            why: "Row level security is what keeps one user's rows from another where browsers talk to the database. Without it, or with a right for all, a forgotten condition in the program lays everything open.",
            severity: .warning, languages: [.sql], cwe: 284,
            references: ["https://www.postgresql.org/docs/current/ddl-rowsecurity.html"], tags: ["security", "sql"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition92() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$DB.$RUN($QUERY, ...)")
        let f2: RuleDefinition.Formula = .pattern("$DB.$RUN($CONTEXT, $QUERY, ...)")
        let f3: RuleDefinition.Formula = .languages([.go, .swift], f2)
        let f4: RuleDefinition.Formula = .any([f1, f3])
        let f5: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(execute|executemany|executescript|exec|Exec|ExecContext|MustExec|NamedExec|NamedQuery|query|Query|QueryContext|QueryRow|QueryRowContext|Queryx|QueryRowx|raw|Raw|rawQuery|all|get|run|each|prepare|Prepare|PrepareContext|prepareStatement|read_sql|read_sql_query|fetch|fetchrow|fetchval|fetch_one|fetch_all|fetch_val|fetchone|fetchall|execute_many|fetchAll|fetchOne|fetchCursor|queryRawUnsafe|executeRawUnsafe|Select|Get|text|execSQL|executeQuery|executeUpdate|execute_sql|executeSql|createQuery|create_query|createNativeQuery|unsafe|simpleQuery|many|one|none|any|oneOrNone|manyOrNone|copy_expert|mogrify|from_statement|querySync|queryAsync|execAsync|runAsync|getAllAsync|getFirstAsync|SendBatch|prepare_typed|extra)$", isNegated: false)
        let f6: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f7: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f8: RuleDefinition.Formula = .regex(metavariable: "$QUERY", "^literal:", isNegated: true)
        let f9: RuleDefinition.Formula = .regex(metavariable: "$DB", "schema_editor$", isNegated: true)
        let f10: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|grant\\s.*\\sto\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f11: RuleDefinition.Formula = .focus("$QUERY")
        let f12: RuleDefinition.Formula = .all([f4, f5, f6, f7, f8, f9, f10, f11])
        let f13: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift], f12)
        let f14: RuleDefinition.Formula = .pattern("$DB.$RUN($QUERY, ...)")
        let f15: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(where|andWhere|orWhere|having|andHaving|whereRaw|orWhereRaw|andWhereRaw|havingRaw|orderByRaw|groupByRaw|joinRaw|fromRaw|selectRaw|Where|Or|Not|Having|Order|Joins|extra|literal_column|literal)$", isNegated: false)
        let f16: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f17: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f18: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(\\bwhere\\b|\\border\\s+by\\b|[\\w\\].\"`)]\\s*(=|<>|!=|<|>|<=|>=|\\blike|\\bilike|\\bin)\\s*\\(?\\s*(\\\\?['\"])?%*(\\0|%s|%v|\\{))", isNegated: false)
        let f19: RuleDefinition.Formula = .focus("$QUERY")
        let f20: RuleDefinition.Formula = .all([f14, f15, f16, f17, f18, f19])
        let f21: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift], f20)
        let f22: RuleDefinition.Formula = .pattern("$DB.extra(..., where=$QUERY, ...)")
        let f23: RuleDefinition.Formula = .pattern("$DB.extra(..., select=$QUERY, ...)")
        let f24: RuleDefinition.Formula = .any([f22, f23])
        let f25: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f26: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f27: RuleDefinition.Formula = .focus("$QUERY")
        let f28: RuleDefinition.Formula = .all([f24, f25, f26, f27])
        let f29: RuleDefinition.Formula = .languages([.python], f28)
        let f30: RuleDefinition.Formula = .pattern("$DB.$RUN($QUERY, ...)")
        let f31: RuleDefinition.Formula = .any([f30])
        let f32: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^($queryRawUnsafe|$executeRawUnsafe)$", isNegated: false)
        let f33: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "dynamic", isNegated: false)
        let f34: RuleDefinition.Formula = .all([f31, f32, f33])
        let f35: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f34)
        let f36: RuleDefinition.Formula = .pattern("RawSQL($QUERY, ...)")
        let f37: RuleDefinition.Formula = .pattern("text($QUERY)")
        let f38: RuleDefinition.Formula = .any([f36, f37])
        let f39: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f40: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f41: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|drop\\s+(table|database|schema|view|index)\\s|alter\\s+table\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)|[\\w\\].\"`)]\\s*(=|<>|!=|<|>|<=|>=|\\blike|\\bilike|\\bin)\\s*\\(?\\s*['\"]?%*(\\0|%s)", isNegated: false)
        let f42: RuleDefinition.Formula = .all([f38, f39, f40, f41])
        let f43: RuleDefinition.Formula = .languages([.python], f42)
        let f44: RuleDefinition.Formula = .pattern("sqlite3_exec($DB, $QUERY, ...)")
        let f45: RuleDefinition.Formula = .pattern("sqlite3_prepare_v2($DB, $QUERY, ...)")
        let f46: RuleDefinition.Formula = .pattern("sqlite3_prepare($DB, $QUERY, ...)")
        let f47: RuleDefinition.Formula = .any([f44, f45, f46])
        let f48: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f49: RuleDefinition.Formula = .all([f47, f48])
        let f50: RuleDefinition.Formula = .languages([.swift], f49)
        let f51: RuleDefinition.Formula = .pattern("$NAME = $QUERY")
        let f52: RuleDefinition.Formula = .pattern("$NAME := $QUERY")
        let f53: RuleDefinition.Formula = .languages([.go], f52)
        let f54: RuleDefinition.Formula = .any([f51, f53])
        let f55: RuleDefinition.Formula = .regex(metavariable: "$NAME", "^(sql|SQL|query|Query|q|qry|stmt|statement|sqlQuery|sql_query|sqlQueryString|queryString|query_string|strSQL|sqlStr|sql_str|sqlstr|selectQuery|select_query|insertQuery|insert_query|updateQuery|update_query|deleteQuery|delete_query|cmd|command|sqlCommand|sql_command|sqlStatement|sql_statement)$", isNegated: false)
        let f56: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f57: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)^\\s*(select\\b.*\\bfrom\\b|insert\\s+into\\b|update\\b.*\\bset\\b|delete\\s+from\\b).*((=|<|>|\\blike|\\bin)\\s*\\(?\\s*(\\\\?['\"])?%*(\\0|%s|%v|\\{)|\\bvalues\\s*\\(.*\\0)", isNegated: false)
        let f58: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(execute|executemany|exec|Exec|ExecContext|query|Query|QueryContext|QueryRow|QueryRowContext|raw|Raw|prepare|Prepare|read_sql|read_sql_query|fetch|fetchrow|fetchval|fetch_one|fetch_all|all|get|run|each|text|Select|Get)$", isNegated: false)
        let f59: RuleDefinition.Formula = .not("$NAME = $QUERY ... .$RUN($NAME")
        let f60: RuleDefinition.Formula = .not("$NAME = $QUERY ... $RUN($NAME")
        let f61: RuleDefinition.Formula = .not("$NAME = $QUERY ... .$RUN($CONTEXT, $NAME")
        let f62: RuleDefinition.Formula = .not("$NAME := $QUERY ... .$RUN($NAME")
        let f63: RuleDefinition.Formula = .languages([.go], f62)
        let f64: RuleDefinition.Formula = .not("$NAME := $QUERY ... .$RUN($CONTEXT, $NAME")
        let f65: RuleDefinition.Formula = .languages([.go], f64)
        let f66: RuleDefinition.Formula = .focus("$QUERY")
        let f67: RuleDefinition.Formula = .all([f54, f55, f56, f57, f58, f59, f60, f61, f63, f65, f66])
        let f68: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go], f67)
        let f69: RuleDefinition.Formula = .pattern("$DB.$RUN($QUERY, ...)")
        let f70: RuleDefinition.Formula = .pattern("$DB.$RUN<$TYPE>($QUERY, ...)")
        let f71: RuleDefinition.Formula = .languages([.csharp, .kotlin], f70)
        let f72: RuleDefinition.Formula = .any([f69, f71])
        let f73: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(execute|executeQuery|executeUpdate|executeLargeUpdate|addBatch|prepareStatement|prepareCall|createQuery|createNativeQuery|createSQLQuery|query|queryForObject|queryForList|queryForMap|queryForRowSet|batchUpdate|rawQuery|execSQL|compileStatement|sqlRestriction|FromSqlRaw|ExecuteSqlRaw|ExecuteSqlRawAsync|SqlQueryRaw|SqlQuery|ExecuteSqlCommand|ExecuteSqlCommandAsync|Query|QueryAsync|QueryFirst|QueryFirstAsync|QueryFirstOrDefault|QueryFirstOrDefaultAsync|QuerySingle|QuerySingleAsync|QuerySingleOrDefault|QuerySingleOrDefaultAsync|QueryMultiple|Execute|ExecuteAsync|ExecuteScalar|ExecuteScalarAsync|ExecuteReader|ExecuteReaderAsync|rawInsert|rawUpdate|rawDelete|customSelect|customUpdate|customStatement|select|simple_query|batch_execute|query_one|query_opt|query_row|query_map|execute_batch|prepare|prepare_cached|sql_query|fetch_one|fetch_all|update|exec)$", isNegated: false)
        let f74: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f75: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f76: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f77: RuleDefinition.Formula = .focus("$QUERY")
        let f78: RuleDefinition.Formula = .all([f72, f73, f74, f75, f76, f77])
        let f79: RuleDefinition.Formula = .languages([.java, .kotlin, .csharp, .dart, .rust], f78)
        let f80: RuleDefinition.Formula = .pattern("sqlx::$RUN($QUERY)")
        let f81: RuleDefinition.Formula = .pattern("diesel::$RUN($QUERY)")
        let f82: RuleDefinition.Formula = .pattern("sqlx::$RUN::<$TYPE>($QUERY)")
        let f83: RuleDefinition.Formula = .pattern("$RUN($QUERY)")
        let f84: RuleDefinition.Formula = .any([f80, f81, f82, f83])
        let f85: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(query|query_as|query_scalar|sql_query|raw_sql)$", isNegated: false)
        let f86: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f87: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f88: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f89: RuleDefinition.Formula = .focus("$QUERY")
        let f90: RuleDefinition.Formula = .all([f84, f85, f86, f87, f88, f89])
        let f91: RuleDefinition.Formula = .languages([.rust], f90)
        let f92: RuleDefinition.Formula = .pattern("new $RUN($QUERY, ...)")
        let f93: RuleDefinition.Formula = .pattern("$COMMAND.$RUN = $QUERY")
        let f94: RuleDefinition.Formula = .any([f92, f93])
        let f95: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(SqlCommand|SqliteCommand|SQLiteCommand|MySqlCommand|NpgsqlCommand|OracleCommand|OleDbCommand|OdbcCommand|SqlDataAdapter|MySqlDataAdapter|NpgsqlDataAdapter|OleDbDataAdapter|CommandText)$", isNegated: false)
        let f96: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f97: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f98: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f99: RuleDefinition.Formula = .focus("$QUERY")
        let f100: RuleDefinition.Formula = .all([f94, f95, f96, f97, f98, f99])
        let f101: RuleDefinition.Formula = .languages([.csharp], f100)
        let f102: RuleDefinition.Formula = .pattern("$DB->$RUN($QUERY, ...)")
        let f103: RuleDefinition.Formula = .pattern("DB::$RUN($QUERY, ...)")
        let f104: RuleDefinition.Formula = .any([f102, f103])
        let f105: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(query|exec|prepare|execute|multi_query|real_query|executeQuery|executeStatement|executeUpdate|select|selectOne|statement|unprepared|insert|update|delete|raw|whereRaw|orWhereRaw|havingRaw|selectRaw|orderByRaw|get_results|get_row|get_var|get_col|fetchAll|fetchOne|fetchAssoc|createQuery|createNativeQuery|createCommand)$", isNegated: false)
        let f106: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f107: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f108: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f109: RuleDefinition.Formula = .focus("$QUERY")
        let f110: RuleDefinition.Formula = .all([f104, f105, f106, f107, f108, f109])
        let f111: RuleDefinition.Formula = .languages([.php], f110)
        let f112: RuleDefinition.Formula = .pattern("$RUN($DB, $QUERY, ...)")
        let f113: RuleDefinition.Formula = .pattern("$RUN($QUERY, ...)")
        let f114: RuleDefinition.Formula = .any([f112, f113])
        let f115: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(mysqli_query|mysqli_multi_query|mysqli_real_query|mysqli_prepare|mysql_query|mysql_db_query|pg_query|pg_send_query|pg_prepare|sqlite_query|odbc_exec|sqlsrv_query|oci_parse|mssql_query|db_query)$", isNegated: false)
        let f116: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "interpolated", isNegated: false)
        let f117: RuleDefinition.Formula = .kind(metavariable: "$QUERY", "request", isNegated: true)
        let f118: RuleDefinition.Formula = .content(metavariable: "$QUERY", "(?i)(^|[\\s;(\"'`])(select\\s.*\\bfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|replace\\s+into\\s|merge\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|truncate\\s+table\\s|drop\\s+(table|database|user|schema|view|index)\\s|create\\s+(table|user|database|schema)\\s|alter\\s+(table|user)\\s|union\\s+(all\\s+)?select\\s|where\\s.*(=|<|>|like|in\\b)|order\\s+by\\s)", isNegated: false)
        let f119: RuleDefinition.Formula = .focus("$QUERY")
        let f120: RuleDefinition.Formula = .all([f114, f115, f116, f117, f118, f119])
        let f121: RuleDefinition.Formula = .languages([.php], f120)
        let f122: RuleDefinition.Formula = .any([f13, f21, f29, f35, f43, f50, f68, f79, f91, f101, f111, f121])
        formulas.append(f122)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "def find(name):\n    cursor.execute(\"SELECT * FROM users WHERE name = '%s'\" % name)"))
        examples.append(.init(.python, isBad: true, "cur.execute(\"DELETE FROM items WHERE id = {}\".format(item_id))"))
        examples.append(.init(.python, isBad: true, "conn.execute(f\"UPDATE users SET name = '{name}' WHERE id = {user_id}\")"))
        examples.append(.init(.python, isBad: true, "def find(filters):\n    parts = []\n    for name, value in filters:\n        parts.append(f\"{name} = '{value}'\")\n    cursor.execute('SELECT * FROM users WHERE ' + ' AND '.join(parts))"))
        examples.append(.init(.python, isBad: true, "QUERY = \"SELECT * FROM users WHERE name = '{}'\"\ndef find(name):\n    cursor.execute(QUERY.format(name))"))
        examples.append(.init(.python, isBad: true, "cursor.execute(\"SELECT * FROM users WHERE name = '\" + name.strip() + \"'\")"))
        examples.append(.init(.python, isBad: true, "query = \"SELECT * FROM t WHERE a = \" + a\nquery += \" AND b = \" + b\ncursor.execute(query)"))
        examples.append(.init(.python, isBad: true, "session.execute(text(f\"SELECT * FROM users WHERE id = {uid}\"))"))
        examples.append(.init(.python, isBad: true, "Model.objects.annotate(v=RawSQL(\"select '%s'\" % n, []))"))
        examples.append(.init(.python, isBad: true, "session.query(Model).filter(text(\"n = '\" + n + \"'\"))"))
        examples.append(.init(.python, isBad: true, "q.filter(text(f\"users.name like '{name}'\"))"))
        examples.append(.init(.python, isBad: false, "cursor.execute(\"SELECT * FROM users WHERE name = %s\", (name,))"))
        examples.append(.init(.python, isBad: false, "TABLE = 'users'\ncursor.execute(f\"SELECT * FROM {TABLE}\")"))
        examples.append(.init(.python, isBad: false, "cursor.execute(\"SELECT * FROM users \" + \"WHERE id = ?\", (1,))"))
        examples.append(.init(.python, isBad: false, "print(\"SELECT * FROM users WHERE id = %s\" % uid)"))
        examples.append(.init(.python, isBad: false, "schema_editor.execute(f'ALTER TABLE {table_name} ALTER COLUMN path TYPE text')"))
        examples.append(.init(.python, isBad: false, "marks = ', '.join(['%s'] * len(ids))\ncursor.execute(f'SELECT * FROM users WHERE id IN ({marks})', ids)"))
        examples.append(.init(.python, isBad: false, "requests.get(\"https://site/select?from=\" + name)"))
        examples.append(.init(.typescript, isBad: true, "await pool.query(`SELECT * FROM users WHERE email = '${email}'`);"))
        examples.append(.init(.typescript, isBad: true, "await prisma.$queryRawUnsafe(query);"))
        examples.append(.init(.typescript, isBad: true, "await pool.query(`SELECT * FROM users WHERE id IN (${ids.join(',')})`);"))
        examples.append(.init(.typescript, isBad: true, "await pool.query(\"SELECT * FROM users WHERE name = '\" + name.trim() + \"'\");"))
        examples.append(.init(.typescript, isBad: true, "function find(name) {\n  const conditions = [];\n  conditions.push(`name = '${name}'`);\n  return pool.query('SELECT * FROM users WHERE ' + conditions.join(' AND '));\n}"))
        examples.append(.init(.typescript, isBad: true, "const rows = await sequelize.query(\"SELECT * FROM t WHERE id = \" + id);"))
        examples.append(.init(.typescript, isBad: false, "await pool.query('SELECT * FROM users WHERE email = $1', [email]);"))
        examples.append(.init(.typescript, isBad: false, "await prisma.$queryRaw`SELECT * FROM users WHERE id = ${id}`;"))
        examples.append(.init(.typescript, isBad: false, "cache.get(`user:${id}`);"))
        examples.append(.init(.typescript, isBad: false, "await pool.query(`SELECT * FROM users WHERE id IN (${ids.map(() => '?').join(',')})`, ids);"))
        examples.append(.init(.typescript, isBad: false, "await pool.query(`SELECT * FROM users WHERE id IN (${ids.map((_, i) => `$${i + 1}`).join(', ')})`, ids);"))
        examples.append(.init(.typescript, isBad: false, "function find(name) {\n  const conditions = [];\n  const values = [];\n  values.push(name);\n  conditions.push(`name = $${values.length}`);\n  return pool.query('SELECT * FROM users WHERE ' + conditions.join(' AND '), values);\n}"))
        examples.append(.init(.typescript, isBad: false, "const marks = Array(ids.length).fill('?').join(',');\nawait pool.query(`SELECT * FROM users WHERE id IN (${marks})`, ids);"))
        examples.append(.init(.go, isBad: true, "rows, err := db.Query(fmt.Sprintf(\"SELECT * FROM users WHERE name = '%s'\", name))"))
        examples.append(.init(.go, isBad: true, "func find(name string) {\n\tvar text strings.Builder\n\ttext.WriteString(\"SELECT * FROM users\")\n\ttext.WriteString(\" WHERE name = '\" + name + \"'\")\n\trows, err := db.Query(text.String())\n}"))
        examples.append(.init(.go, isBad: true, "func find(name string) {\n\tvar text strings.Builder\n\tfmt.Fprintf(&text, \"SELECT * FROM users WHERE name = '%s'\", name)\n\trows, err := db.Query(text.String())\n}"))
        examples.append(.init(.go, isBad: true, "query := \"SELECT id FROM t WHERE a = '\" + a + \"'\"\nerr := db.QueryRow(query).Scan(&id)"))
        examples.append(.init(.go, isBad: false, "rows, err := db.Query(\"SELECT * FROM users WHERE name = ?\", name)"))
        examples.append(.init(.go, isBad: false, "func find(name string) {\n\tvar text strings.Builder\n\ttext.WriteString(\"SELECT * FROM users\")\n\ttext.WriteString(\" WHERE name = ?\")\n\trows, err := db.Query(text.String(), name)\n}"))
        examples.append(.init(.swift, isBad: true, "try db.execute(sql: \"DELETE FROM player WHERE name = '\\(name)'\")"))
        examples.append(.init(.swift, isBad: true, "sqlite3_exec(db, \"SELECT * FROM t WHERE id = \\(id)\", nil, nil, nil)"))
        examples.append(.init(.swift, isBad: false, "try db.execute(sql: \"DELETE FROM player WHERE name = ?\", arguments: [name])"))
        examples.append(.init(.java, isBad: true, "void find(Connection c, String name) throws SQLException {\n  c.createStatement().executeQuery(\"SELECT * FROM t WHERE n = '\" + name + \"'\");\n}"))
        examples.append(.init(.java, isBad: true, "String sql = \"DELETE FROM users WHERE id = \" + id;\nstatement.executeUpdate(sql);"))
        examples.append(.init(.java, isBad: true, "em.createQuery(String.format(\"select u from User u where u.name = '%s'\", name)).getResultList();"))
        examples.append(.init(.java, isBad: true, "StringBuilder sql = new StringBuilder(\"SELECT * FROM t WHERE a = '\");\nsql.append(name);\njdbc.queryForList(sql.toString());"))
        examples.append(.init(.java, isBad: true, "stmt.executeQuery(\"\"\"\n  SELECT * FROM t WHERE a = '%s'\n  \"\"\".formatted(name));"))
        examples.append(.init(.java, isBad: false, "PreparedStatement p = c.prepareStatement(\"SELECT * FROM t WHERE n = ?\");"))
        examples.append(.init(.java, isBad: false, "private static final String TABLE = \"users\";\nvoid find() { jdbc.queryForList(\"SELECT * FROM \" + TABLE); }"))
        examples.append(.init(.java, isBad: false, "void find(int id) {\n  statement.executeQuery(\"SELECT * FROM t WHERE id = \" + id);\n}"))
        examples.append(.init(.java, isBad: false, "log.update(\"user \" + name + \" was updated\");"))
        examples.append(.init(.kotlin, isBad: true, "db.rawQuery(\"SELECT * FROM t WHERE n = '$name'\", null)"))
        examples.append(.init(.kotlin, isBad: true, "fun find(name: String) {\n    val sql = \"SELECT * FROM t WHERE n = '${name.trim()}'\"\n    statement.executeQuery(sql)\n}"))
        examples.append(.init(.kotlin, isBad: true, "db.execSQL(\"DELETE FROM t WHERE n = \" + name)"))
        examples.append(.init(.kotlin, isBad: false, "db.rawQuery(\"SELECT * FROM t WHERE n = ?\", arrayOf(name))"))
        examples.append(.init(.kotlin, isBad: false, "db.execSQL(\"CREATE TABLE $TABLE_NAME (id INTEGER)\")"))
        examples.append(.init(.kotlin, isBad: false, "fun find(id: Int) {\n    db.rawQuery(\"SELECT * FROM t WHERE id = $id\", null)\n}"))
        examples.append(.init(.csharp, isBad: true, "var c = new SqlCommand(\"SELECT * FROM t WHERE n = '\" + name + \"'\", connection);"))
        examples.append(.init(.csharp, isBad: true, "command.CommandText = $\"DELETE FROM t WHERE n = '{name}'\";"))
        examples.append(.init(.csharp, isBad: true, "await connection.QueryAsync<User>($\"SELECT * FROM t WHERE n = '{name}'\");"))
        examples.append(.init(.csharp, isBad: true, "context.Users.FromSqlRaw(\"SELECT * FROM t WHERE n = '\" + name + \"'\");"))
        examples.append(.init(.csharp, isBad: false, "var c = new SqlCommand(\"SELECT * FROM t WHERE n = @n\", connection);"))
        examples.append(.init(.csharp, isBad: false, "context.Users.FromSqlInterpolated($\"SELECT * FROM t WHERE n = {name}\");"))
        examples.append(.init(.csharp, isBad: false, "void Find(int id)\n{\n    command.CommandText = $\"DELETE FROM t WHERE id = {id}\";\n}"))
        examples.append(.init(.dart, isBad: true, "db.rawQuery(\"SELECT * FROM t WHERE n = '$n'\");"))
        examples.append(.init(.dart, isBad: true, "await db.execute('DELETE FROM t WHERE n = ' + name);"))
        examples.append(.init(.dart, isBad: true, "await database.rawInsert('INSERT INTO t VALUES (\"${name.trim()}\")');"))
        examples.append(.init(.dart, isBad: false, "db.rawQuery('SELECT * FROM t WHERE n = ?', [n]);"))
        examples.append(.init(.dart, isBad: false, "db.rawQuery(r'SELECT * FROM t WHERE n = $n');"))
        examples.append(.init(.dart, isBad: false, "void find(int id) {\n  db.rawQuery('SELECT * FROM t WHERE id = $id');\n}"))
        examples.append(.init(.rust, isBad: true, "db.execute(&format!(\"SELECT * FROM t WHERE n = '{}'\", name), [])?;"))
        examples.append(.init(.rust, isBad: true, "let rows = sqlx::query(&format!(\"SELECT * FROM t WHERE n = '{name}'\")).fetch_all(&pool).await?;"))
        examples.append(.init(.rust, isBad: true, "let sql = format!(\"DELETE FROM t WHERE n = '{}'\", name);\nconn.execute(&sql, [])?;"))
        examples.append(.init(.rust, isBad: true, "diesel::sql_query(format!(\"SELECT * FROM t WHERE n = '{}'\", name)).load(conn)?;"))
        examples.append(.init(.rust, isBad: false, "sqlx::query(\"SELECT * FROM t WHERE n = $1\").bind(name).fetch_all(&pool).await?;"))
        examples.append(.init(.rust, isBad: false, "conn.execute(\"DELETE FROM t WHERE n = ?1\", [name])?;"))
        examples.append(.init(.rust, isBad: false, "fn find(id: i64) {\n    conn.execute(&format!(\"DELETE FROM t WHERE id = {}\", id), []);\n}"))
        examples.append(.init(.php, isBad: true, "<?php\n$rows = $pdo->query(\"SELECT * FROM t WHERE n = '$name'\");"))
        examples.append(.init(.php, isBad: true, "<?php\n$sql = 'SELECT * FROM t WHERE n = ' . $name;\n$sql .= ' ORDER BY a';\nmysqli_query($db, $sql);"))
        examples.append(.init(.php, isBad: true, "<?php\n$sql = sprintf(\"SELECT * FROM t WHERE n = '%s'\", $name);\n$wpdb->get_results($sql);"))
        examples.append(.init(.php, isBad: true, "<?php\n$rows = DB::select(\"SELECT * FROM t WHERE n = '{$user->name}'\");"))
        examples.append(.init(.php, isBad: true, "<?php\n$sql = <<<SQL\n  SELECT * FROM t WHERE n = '$name'\n  SQL;\n$db->query($sql);"))
        examples.append(.init(.php, isBad: false, "<?php\n$stmt = $pdo->prepare('SELECT * FROM t WHERE n = ?');"))
        examples.append(.init(.php, isBad: false, "<?php\n$pdo->query('SELECT * FROM t WHERE id = ' . (int) $id);"))
        examples.append(.init(.php, isBad: false, "<?php\n$pdo->query('SELECT * FROM t WHERE n = ' . $pdo->quote($name));"))
        examples.append(.init(.php, isBad: false, "<?php\n$wpdb->query($wpdb->prepare('SELECT * FROM t WHERE n = %s', $name));"))
        examples.append(.init(.php, isBad: false, "<?php\nfunction find(int $id) {\n  return $this->db->query(\"SELECT * FROM t WHERE id = $id\");\n}"))
        examples.append(.init(.php, isBad: false, "Don't read this: $pdo->query(\"SELECT * FROM t WHERE n = '$name'\");"))
        return RuleDefinition(
            id: "sql/string-built-query", title: "SQL statement put together from text",
            message: "This SQL statement is put together from text and values. Pass the values as parameters.",
            why: "If one of the values comes from outside, whoever sends it can change what the statement does. Write placeholders into the statement and pass the values as parameters; choose names of tables and columns from a fixed list.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .swift, .java, .kotlin, .csharp, .dart, .rust, .php], cwe: 89,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html"], tags: ["security", "injection", "sql"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition93() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("autoescape: false")
        let f2: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f1)
        let f3: RuleDefinition.Formula = .pattern("noEscape: true")
        let f4: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f3)
        let f5: RuleDefinition.Formula = .pattern("autoescape=False")
        let f6: RuleDefinition.Formula = .inside("$CALL(...)")
        let f7: RuleDefinition.Formula = .notInside("def $FUNCTION(...)")
        let f8: RuleDefinition.Formula = .all([f5, f6, f7])
        let f9: RuleDefinition.Formula = .languages([.python], f8)
        let f10: RuleDefinition.Formula = .any([f2, f4, f9])
        formulas.append(f10)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "swig.setDefaults({ autoescape: false });"))
        examples.append(.init(.javascript, isBad: true, "nunjucks.configure('views', { autoescape: false });"))
        examples.append(.init(.javascript, isBad: false, "nunjucks.configure('views', { autoescape: true });"))
        examples.append(.init(.python, isBad: true, "env = Environment(loader=loader, autoescape=False)"))
        examples.append(.init(.python, isBad: false, "env = Environment(loader=loader, autoescape=select_autoescape())"))
        examples.append(.init(.python, isBad: false, "def render(text, autoescape=False): pass"))
        return RuleDefinition(
            id: "web/autoescape-off", title: "Escaping of templates turned off",
            message: "Templates no longer escape what they show. Leave autoescape on, and mark the exceptions.",
            why: "A value with a tag in it runs scripts in the page of whoever looks at it.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python], cwe: 79,
            references: ["https://mozilla.github.io/nunjucks/api.html#configure"], tags: ["security", "xss"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition94() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("ftplib.FTP($HOST, ...)")
        let f2: RuleDefinition.Formula = .pattern("telnetlib.Telnet($HOST, ...)")
        let f3: RuleDefinition.Formula = .pattern("telnetlib3.open_connection($HOST, ...)")
        let f4: RuleDefinition.Formula = .pattern("smtplib.SMTP($HOST, 25, ...)")
        let f5: RuleDefinition.Formula = .any([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .regex(metavariable: "$HOST", "localhost|127\\.0\\.0\\.1", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f5, f6])
        let f8: RuleDefinition.Formula = .languages([.python], f7)
        let f9: RuleDefinition.Formula = .pattern("$CLIENT.$METHOD($URL, ...)")
        let f10: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(get|post|put|patch|delete|head|request|urlopen|Get|Post|PostForm|Head)$", isNegated: false)
        let f11: RuleDefinition.Formula = .regex(metavariable: "$CLIENT", "^(requests|httpx|session|urllib\\.request|axios|got|superagent|needle|ky|http|aiohttp|client)$", isNegated: false)
        let f12: RuleDefinition.Formula = .regex(metavariable: "$URL", "^f?['\"`]http://[a-zA-Z]", isNegated: false)
        let f13: RuleDefinition.Formula = .regex(metavariable: "$URL", "^f?['\"`]http://(localhost|127\\.|0\\.0\\.0\\.0|10\\.|192\\.168\\.|\\[::1|[a-z0-9_-]+[:/'\"`]|[a-z0-9.-]*(\\.local|\\.test|\\.internal|\\.svc|example\\.(com|org|net)|w3\\.org))", isNegated: true)
        let f14: RuleDefinition.Formula = .focus("$URL")
        let f15: RuleDefinition.Formula = .all([f9, f10, f11, f12, f13, f14])
        let f16: RuleDefinition.Formula = .languages([.python, .javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .go], f15)
        let f17: RuleDefinition.Formula = .pattern("fetch($URL, ...)")
        let f18: RuleDefinition.Formula = .regex(metavariable: "$URL", "^['\"`]http://[a-zA-Z]", isNegated: false)
        let f19: RuleDefinition.Formula = .regex(metavariable: "$URL", "^['\"`]http://(localhost|127\\.|0\\.0\\.0\\.0|10\\.|192\\.168\\.|\\[::1|[a-z0-9_-]+[:/'\"`]|[a-z0-9.-]*(\\.local|\\.test|\\.internal|\\.svc|example\\.(com|org|net)|w3\\.org))", isNegated: true)
        let f20: RuleDefinition.Formula = .focus("$URL")
        let f21: RuleDefinition.Formula = .all([f17, f18, f19, f20])
        let f22: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f21)
        let f23: RuleDefinition.Formula = .pattern("$CLIENT.$METHOD($URL, ...)")
        let f24: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(post|put|patch|urlopen|request)$", isNegated: false)
        let f25: RuleDefinition.Formula = .regex(metavariable: "$CLIENT", "^(requests|httpx|urllib\\.request|axios|got|superagent|needle|ky)$", isNegated: false)
        let f26: RuleDefinition.Formula = .regex(metavariable: "$URL", "^[A-Za-z_]+$", isNegated: false)
        let f27: RuleDefinition.Formula = .kind(metavariable: "$URL", "literal", isNegated: false)
        let f28: RuleDefinition.Formula = .content(metavariable: "$URL", "^http://[a-zA-Z0-9-]+\\.[a-zA-Z]", isNegated: false)
        let f29: RuleDefinition.Formula = .content(metavariable: "$URL", "^http://(localhost|127\\.|[a-z0-9.-]*(\\.local|\\.test|\\.internal|\\.svc|example\\.(com|org|net)|w3\\.org))", isNegated: true)
        let f30: RuleDefinition.Formula = .focus("$URL")
        let f31: RuleDefinition.Formula = .all([f23, f24, f25, f26, f27, f28, f29, f30])
        let f32: RuleDefinition.Formula = .languages([.python, .javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f31)
        let f33: RuleDefinition.Formula = .pattern("http.client.HTTPConnection($HOST, ...)")
        let f34: RuleDefinition.Formula = .pattern("ldap.initialize($HOST, ...)")
        let f35: RuleDefinition.Formula = .any([f33, f34])
        let f36: RuleDefinition.Formula = .regex(metavariable: "$HOST", "^['\"](ldap://)?[a-z0-9-]+\\.[a-z0-9.-]*[a-z]['\":]", isNegated: false)
        let f37: RuleDefinition.Formula = .regex(metavariable: "$HOST", "(\\.local|\\.test|\\.internal|\\.svc|example\\.(com|org|net))['\":]", isNegated: true)
        let f38: RuleDefinition.Formula = .all([f35, f36, f37])
        let f39: RuleDefinition.Formula = .languages([.python], f38)
        let f40: RuleDefinition.Formula = .pattern("new WebSocket($URL, ...)")
        let f41: RuleDefinition.Formula = .regex(metavariable: "$URL", "^['\"`]ws://[a-zA-Z]", isNegated: false)
        let f42: RuleDefinition.Formula = .regex(metavariable: "$URL", "^['\"`]ws://(localhost|127\\.|0\\.0\\.0\\.0|10\\.|192\\.168\\.|\\[::1|[a-z0-9_-]+[:/'\"`]|[a-z0-9.-]*(\\.local|\\.test|\\.internal|\\.svc|example\\.(com|org|net)|w3\\.org))", isNegated: true)
        let f43: RuleDefinition.Formula = .focus("$URL")
        let f44: RuleDefinition.Formula = .all([f40, f41, f42, f43])
        let f45: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f44)
        let f46: RuleDefinition.Formula = .pattern("$RUN($URL, ...)")
        let f47: RuleDefinition.Formula = .pattern("$OBJECT.$RUN($URL, ...)")
        let f48: RuleDefinition.Formula = .pattern("reqwest::$RUN($URL)")
        let f49: RuleDefinition.Formula = .languages([.rust], f48)
        let f50: RuleDefinition.Formula = .any([f46, f47, f49])
        let f51: RuleDefinition.Formula = .regex(metavariable: "$RUN", "^(URL|create|url|baseUrl|GetAsync|PostAsync|PutAsync|GetStringAsync|GetFromJsonAsync|file_get_contents|curl_init|get|post|put|parse)$", isNegated: false)
        let f52: RuleDefinition.Formula = .regex(metavariable: "$URL", "^['\"]http://[a-zA-Z]", isNegated: false)
        let f53: RuleDefinition.Formula = .regex(metavariable: "$URL", "^['\"]http://(localhost|127\\.|0\\.0\\.0\\.0|10\\.|192\\.168\\.|\\[::1|[a-z0-9_-]+[:/'\"`]|[a-z0-9.-]*(\\.local|\\.test|\\.internal|\\.svc|example\\.(com|org|net)|w3\\.org))", isNegated: true)
        let f54: RuleDefinition.Formula = .focus("$URL")
        let f55: RuleDefinition.Formula = .all([f50, f51, f52, f53, f54])
        let f56: RuleDefinition.Formula = .languages([.java, .kotlin, .csharp, .php, .rust, .dart], f55)
        let f57: RuleDefinition.Formula = .any([f8, f16, f22, f32, f39, f45, f56])
        formulas.append(f57)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "url = 'http://api.acme.dev/login'\nrequests.post(url, data=data, timeout=5)"))
        examples.append(.init(.python, isBad: true, "ldap.initialize('ldap://directory.acme.dev')"))
        examples.append(.init(.python, isBad: true, "http.client.HTTPConnection('api.acme.dev')"))
        examples.append(.init(.python, isBad: true, "requests.post('http://api.acme.dev/login', auth=(user, pw), timeout=5)"))
        examples.append(.init(.python, isBad: true, "ftplib.FTP('files.acme.dev').login(user, pw)"))
        examples.append(.init(.python, isBad: true, "telnetlib.Telnet('router.acme.dev')"))
        examples.append(.init(.python, isBad: false, "url = 'https://api.acme.dev/login'\nrequests.post(url, data=data, timeout=5)"))
        examples.append(.init(.python, isBad: false, "http.client.HTTPConnection('localhost', 80)"))
        examples.append(.init(.python, isBad: false, "http.client.HTTPConnection(host)"))
        examples.append(.init(.python, isBad: false, "requests.post('https://api.acme.dev/login', timeout=5)"))
        examples.append(.init(.python, isBad: false, "requests.get('http://localhost:8080/health', timeout=5)"))
        examples.append(.init(.python, isBad: false, "requests.get('http://backend/health', timeout=5)"))
        examples.append(.init(.python, isBad: false, "ftplib.FTP_TLS('files.acme.dev')"))
        examples.append(.init(.javascript, isBad: true, "const ws = new WebSocket('ws://chat.acme.dev/socket');"))
        examples.append(.init(.javascript, isBad: true, "const url = 'http://api.acme.dev/login';\naxios.post(url, data);"))
        examples.append(.init(.javascript, isBad: true, "await fetch('http://api.acme.dev/login', { method: 'POST' });"))
        examples.append(.init(.javascript, isBad: true, "axios.get('http://api.acme.dev/users');"))
        examples.append(.init(.javascript, isBad: false, "const ws = new WebSocket('wss://chat.acme.dev/socket');"))
        examples.append(.init(.javascript, isBad: false, "const ws = new WebSocket(`ws://${location.host}/socket`);"))
        examples.append(.init(.javascript, isBad: false, "await fetch('https://api.acme.dev/login');"))
        examples.append(.init(.javascript, isBad: false, "const xmlns = 'http://www.w3.org/2000/svg';"))
        examples.append(.init(.java, isBad: true, "URL url = new URL(\"http://api.acme.dev/login\");"))
        examples.append(.init(.java, isBad: true, "URI.create(\"http://api.acme.dev/login\");"))
        examples.append(.init(.java, isBad: false, "URL url = new URL(\"https://api.acme.dev/login\");"))
        examples.append(.init(.java, isBad: false, "URL url = new URL(\"http://localhost:8080/login\");"))
        examples.append(.init(.java, isBad: false, "factory.setFeature(\"http://apache.org/xml/features/disallow-doctype-decl\", true);"))
        examples.append(.init(.php, isBad: true, "<?php\n$x = file_get_contents('http://api.acme.dev/users');"))
        examples.append(.init(.php, isBad: false, "<?php\n$x = file_get_contents('https://api.acme.dev/users');"))
        examples.append(.init(.csharp, isBad: true, "await client.GetAsync(\"http://api.acme.dev/users\");"))
        examples.append(.init(.csharp, isBad: false, "await client.GetAsync(\"http://localhost/users\");"))
        return RuleDefinition(
            id: "web/clear-text", title: "Clear-text protocol",
            message: "What is sent here can be read and changed on the way. Use the encrypted protocol.",
            why: "Everybody between the two ends reads the password or changes the answer.",
            severity: .info, languages: [.python, .javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .go, .java, .kotlin, .csharp, .php, .rust, .dart], cwe: 319,
            references: ["https://cwe.mitre.org/data/definitions/319.html"], tags: ["security", "transport"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: true, formulas: formulas, examples: examples)
    }

    private static func definition95() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("httpOnly: false")
        let f2: RuleDefinition.Formula = .pattern("cookie: {..., secure: false, ...}")
        let f3: RuleDefinition.Formula = .pattern("$RES.cookie($NAME, $VALUE, {..., secure: false, ...})")
        let f4: RuleDefinition.Formula = .all([f3])
        let f5: RuleDefinition.Formula = .any([f1, f2, f4])
        let f6: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f5)
        let f7: RuleDefinition.Formula = .pattern("$RESPONSE.set_cookie(..., httponly=False, ...)")
        let f8: RuleDefinition.Formula = .pattern("$RESPONSE.set_cookie(..., secure=False, ...)")
        let f9: RuleDefinition.Formula = .pattern("SESSION_COOKIE_SECURE = False")
        let f10: RuleDefinition.Formula = .pattern("SESSION_COOKIE_HTTPONLY = False")
        let f11: RuleDefinition.Formula = .pattern("CSRF_COOKIE_SECURE = False")
        let f12: RuleDefinition.Formula = .pattern("$APP.config[\"SESSION_COOKIE_SECURE\"] = False")
        let f13: RuleDefinition.Formula = .pattern("$APP.config[\"SESSION_COOKIE_HTTPONLY\"] = False")
        let f14: RuleDefinition.Formula = .any([f7, f8, f9, f10, f11, f12, f13])
        let f15: RuleDefinition.Formula = .languages([.python], f14)
        let f16: RuleDefinition.Formula = .pattern("http.Cookie{..., HttpOnly: false, ...}")
        let f17: RuleDefinition.Formula = .pattern("http.Cookie{..., Secure: false, ...}")
        let f18: RuleDefinition.Formula = .pattern("sessions.Options{..., HttpOnly: false, ...}")
        let f19: RuleDefinition.Formula = .pattern("sessions.Options{..., Secure: false, ...}")
        let f20: RuleDefinition.Formula = .any([f16, f17, f18, f19])
        let f21: RuleDefinition.Formula = .languages([.go], f20)
        let f22: RuleDefinition.Formula = .pattern("$COOKIE.setSecure(false)")
        let f23: RuleDefinition.Formula = .pattern("$COOKIE.setHttpOnly(false)")
        let f24: RuleDefinition.Formula = .any([f22, f23])
        let f25: RuleDefinition.Formula = .languages([.java, .kotlin], f24)
        let f26: RuleDefinition.Formula = .any([f6, f15, f21, f25])
        formulas.append(f26)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "res.cookie('sid', id, { httpOnly: false });"))
        examples.append(.init(.javascript, isBad: true, "app.use(session({ secret, cookie: { secure: false } }));"))
        examples.append(.init(.javascript, isBad: false, "res.cookie('sid', id, { httpOnly: true, secure: true });"))
        examples.append(.init(.python, isBad: true, "response.set_cookie('sid', sid, httponly=False)"))
        examples.append(.init(.python, isBad: true, "SESSION_COOKIE_SECURE = False"))
        examples.append(.init(.python, isBad: false, "response.set_cookie('sid', sid, httponly=True, secure=True)"))
        examples.append(.init(.go, isBad: true, "http.SetCookie(w, &http.Cookie{Name: \"sid\", Value: id, HttpOnly: false})"))
        examples.append(.init(.go, isBad: true, "session.Options = &sessions.Options{\n\tPath: \"/\",\n\tHttpOnly: false,\n}"))
        examples.append(.init(.go, isBad: false, "http.SetCookie(w, &http.Cookie{Name: \"sid\", Value: id, HttpOnly: true})"))
        examples.append(.init(.java, isBad: true, "cookie.setSecure(false);"))
        examples.append(.init(.java, isBad: true, "cookie.setHttpOnly(false);"))
        examples.append(.init(.java, isBad: false, "cookie.setSecure(true);"))
        examples.append(.init(.java, isBad: false, "cookie.setHttpOnly(secure);"))
        return RuleDefinition(
            id: "web/cookie-flags", title: "Cookie without protection",
            message: "Scripts or plain HTTP can read this cookie. Set it with secure and httpOnly.",
            why: "Without httpOnly a script in the page reads the cookie, without secure everybody on the way does; with the session's cookie they are logged in.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .java, .kotlin], cwe: 1004,
            references: ["https://developer.mozilla.org/docs/Web/HTTP/Cookies#security"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition96() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("cors({..., origin: true, ..., credentials: true, ...})")
        let f2: RuleDefinition.Formula = .pattern("cors({..., credentials: true, ..., origin: true, ...})")
        let f3: RuleDefinition.Formula = .pattern("cors({..., origin: \"*\", ..., credentials: true, ...})")
        let f4: RuleDefinition.Formula = .pattern("cors({..., credentials: true, ..., origin: \"*\", ...})")
        let f5: RuleDefinition.Formula = .pattern("$RES.$SET(\"Access-Control-Allow-Origin\", $ORIGIN)")
        let f6: RuleDefinition.Formula = .any([f5])
        let f7: RuleDefinition.Formula = .regex(metavariable: "$SET", "^(setHeader|header|set|append)$", isNegated: false)
        let f8: RuleDefinition.Formula = .regex(metavariable: "$ORIGIN", "^req\\.(headers\\.origin|headers\\[.origin.\\]|get\\(.[oO]rigin.\\)|header\\(.[oO]rigin.\\))$", isNegated: false)
        let f9: RuleDefinition.Formula = .all([f6, f7, f8])
        let f10: RuleDefinition.Formula = .any([f1, f2, f3, f4, f9])
        let f11: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f10)
        let f12: RuleDefinition.Formula = .pattern("$RES.$SET(\"Access-Control-Allow-Origin\", \"*\")")
        let f13: RuleDefinition.Formula = .regex(metavariable: "$SET", "^(setHeader|header|set|append)$", isNegated: false)
        let f14: RuleDefinition.Formula = .line("Access-Control-Allow-Credentials['\"], *['\"]?true", isNegated: false)
        let f15: RuleDefinition.Formula = .all([f12, f13, f14])
        let f16: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f15)
        let f17: RuleDefinition.Formula = .pattern("CORS_ORIGIN_ALLOW_ALL = True")
        let f18: RuleDefinition.Formula = .pattern("CORS_ALLOW_ALL_ORIGINS = True")
        let f19: RuleDefinition.Formula = .pattern("CORS($APP, ..., supports_credentials=True, ..., origins=\"*\", ...)")
        let f20: RuleDefinition.Formula = .pattern("CORS($APP, ..., origins=\"*\", ..., supports_credentials=True, ...)")
        let f21: RuleDefinition.Formula = .pattern("$APP.add_middleware(CORSMiddleware, ..., allow_origins=[\"*\"], ..., allow_credentials=True, ...)")
        let f22: RuleDefinition.Formula = .all([f21])
        let f23: RuleDefinition.Formula = .any([f17, f18, f19, f20, f22])
        let f24: RuleDefinition.Formula = .languages([.python], f23)
        let f25: RuleDefinition.Formula = .pattern("$W.Header().Set(\"Access-Control-Allow-Origin\", $R.Header.Get(\"Origin\"))")
        let f26: RuleDefinition.Formula = .pattern("cors.Config{..., AllowAllOrigins: true, ..., AllowCredentials: true, ...}")
        let f27: RuleDefinition.Formula = .any([f25, f26])
        let f28: RuleDefinition.Formula = .languages([.go], f27)
        let f29: RuleDefinition.Formula = .any([f11, f16, f24, f28])
        formulas.append(f29)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "app.use(cors({ origin: true, credentials: true }));"))
        examples.append(.init(.javascript, isBad: true, "res.setHeader('Access-Control-Allow-Origin', req.headers.origin);"))
        examples.append(.init(.javascript, isBad: false, "app.use(cors({ origin: 'https://site.io' }));"))
        examples.append(.init(.javascript, isBad: false, "app.use(cors());"))
        examples.append(.init(.python, isBad: true, "CORS_ALLOW_ALL_ORIGINS = True"))
        examples.append(.init(.python, isBad: true, "app.add_middleware(CORSMiddleware, allow_origins=['*'], allow_credentials=True)"))
        examples.append(.init(.python, isBad: false, "app.add_middleware(CORSMiddleware, allow_origins=['https://site.io'])"))
        examples.append(.init(.go, isBad: true, "w.Header().Set(\"Access-Control-Allow-Origin\", r.Header.Get(\"Origin\"))"))
        examples.append(.init(.go, isBad: false, "w.Header().Set(\"Access-Control-Allow-Origin\", \"https://site.io\")"))
        return RuleDefinition(
            id: "web/cors-any-origin", title: "Cross-origin access for every site",
            message: "Every site may read the answers with the cookies of whoever visits it. Name the origins that may.",
            why: "With credentials and an origin taken from the request, a page anywhere acts in the name of its visitors.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go], cwe: 942,
            references: ["https://developer.mozilla.org/docs/Web/HTTP/CORS"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition97() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("@csrf_exempt")
        let f2: RuleDefinition.Formula = .pattern("WTF_CSRF_ENABLED = False")
        let f3: RuleDefinition.Formula = .pattern("$APP.config[\"WTF_CSRF_ENABLED\"] = False")
        let f4: RuleDefinition.Formula = .pattern("csrf_exempt($VIEW)")
        let f5: RuleDefinition.Formula = .pattern("$CSRF.exempt($VIEW)")
        let f6: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5])
        let f7: RuleDefinition.Formula = .languages([.python], f6)
        let f8: RuleDefinition.Formula = .any([f7])
        formulas.append(f8)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "@csrf_exempt\ndef hook(request):\n    pass"))
        examples.append(.init(.python, isBad: true, "WTF_CSRF_ENABLED = False"))
        examples.append(.init(.python, isBad: false, "WTF_CSRF_ENABLED = True"))
        examples.append(.init(.python, isBad: false, "@csrf_protect\ndef hook(request):\n    pass"))
        return RuleDefinition(
            id: "web/csrf-off", title: "Check against forged requests turned off",
            message: "Other sites can send this request in the name of a visitor. Leave the check on.",
            why: "A form on any page can post here with the visitor's cookies; the token tells such requests from the site's own.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python], cwe: 352,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition98() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$APP.run(..., debug=True, ...)")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$APP", "(?i)(app|application|server|api|web)$", isNegated: false)
        let f3: RuleDefinition.Formula = .all([f1, f2])
        let f4: RuleDefinition.Formula = .pattern("$APP.config[\"DEBUG\"] = True")
        let f5: RuleDefinition.Formula = .pattern("DEBUG = True")
        let f6: RuleDefinition.Formula = .file(["INSTALLED_APPS", "MIDDLEWARE", "ALLOWED_HOSTS", "ROOT_URLCONF"], isNegated: false)
        let f7: RuleDefinition.Formula = .all([f5, f6])
        let f8: RuleDefinition.Formula = .any([f3, f4, f7])
        formulas.append(f8)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "app.run(host='0.0.0.0', debug=True)"))
        examples.append(.init(.python, isBad: true, "DEBUG = True\nINSTALLED_APPS = []"))
        examples.append(.init(.python, isBad: false, "app.run(debug=os.environ.get('DEBUG') == '1')"))
        examples.append(.init(.python, isBad: false, "DEBUG = True"))
        return RuleDefinition(
            id: "web/debug-mode", title: "Debug mode turned on in the code",
            message: "The debugger lets whoever sees an error page run code. Turn it on by the environment, for development only.",
            why: "Flask's debugger has a console, and Django's error pages show settings and code. Both are for the developer's machine.",
            severity: .warning, languages: [.python], cwe: 489,
            references: ["https://flask.palletsprojects.com/en/stable/debugging/"], tags: ["security", "debug"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition99() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$RES.redirect($URL)")
        let f2: RuleDefinition.Formula = .pattern("$RES.redirect($CODE, $URL)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$RES", "^(res|response|reply|ctx|this)$", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$URL", "^([`'\"]/[^/]|[`'\"]https?://[a-z])|originalUrl|baseUrl|req\\.path", isNegated: true)
        let f6: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f7: RuleDefinition.Formula = .focus("$URL")
        let f8: RuleDefinition.Formula = .all([f3, f4, f5, f6, f7])
        let f9: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f8)
        let f10: RuleDefinition.Formula = .pattern("redirect($URL, ...)")
        let f11: RuleDefinition.Formula = .pattern("HttpResponseRedirect($URL)")
        let f12: RuleDefinition.Formula = .pattern("RedirectResponse($URL, ...)")
        let f13: RuleDefinition.Formula = .any([f10, f11, f12])
        let f14: RuleDefinition.Formula = .regex(metavariable: "$URL", "^f?['\"](/[^/]|https?://[a-z])|url_for|reverse\\(|\\.path\\b|full_path|script_root|host", isNegated: true)
        let f15: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f16: RuleDefinition.Formula = .notInside("url_has_allowed_host_and_scheme(...) ...")
        let f17: RuleDefinition.Formula = .notInside("is_safe_url(...) ...")
        let f18: RuleDefinition.Formula = .focus("$URL")
        let f19: RuleDefinition.Formula = .all([f13, f14, f15, f16, f17, f18])
        let f20: RuleDefinition.Formula = .languages([.python], f19)
        let f21: RuleDefinition.Formula = .pattern("http.Redirect($W, $R, $URL, ...)")
        let f22: RuleDefinition.Formula = .pattern("$CONTEXT.Redirect($CODE, $URL)")
        let f23: RuleDefinition.Formula = .any([f21, f22])
        let f24: RuleDefinition.Formula = .regex(metavariable: "$URL", "^\"(/[^/]|https?://[a-z])|URL\\.Path|RequestURI|URL\\.String|r\\.URL$|Host", isNegated: true)
        let f25: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f26: RuleDefinition.Formula = .focus("$URL")
        let f27: RuleDefinition.Formula = .all([f23, f24, f25, f26])
        let f28: RuleDefinition.Formula = .languages([.go], f27)
        let f29: RuleDefinition.Formula = .pattern("$RESPONSE.sendRedirect($URL)")
        let f30: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f31: RuleDefinition.Formula = .regex(metavariable: "$URL", "^(\"/|request\\.getContextPath\\(\\)|req\\.getContextPath\\(\\))", isNegated: true)
        let f32: RuleDefinition.Formula = .focus("$URL")
        let f33: RuleDefinition.Formula = .all([f29, f30, f31, f32])
        let f34: RuleDefinition.Formula = .languages([.java], f33)
        let f35: RuleDefinition.Formula = .pattern("header($URL, ...)")
        let f36: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f37: RuleDefinition.Formula = .content(metavariable: "$URL", "(?i)^location: *\\0", isNegated: false)
        let f38: RuleDefinition.Formula = .focus("$URL")
        let f39: RuleDefinition.Formula = .all([f35, f36, f37, f38])
        let f40: RuleDefinition.Formula = .languages([.php], f39)
        let f41: RuleDefinition.Formula = .pattern("Redirect($URL)")
        let f42: RuleDefinition.Formula = .pattern("Response.Redirect($URL, ...)")
        let f43: RuleDefinition.Formula = .any([f41, f42])
        let f44: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f45: RuleDefinition.Formula = .focus("$URL")
        let f46: RuleDefinition.Formula = .all([f43, f44, f45])
        let f47: RuleDefinition.Formula = .languages([.csharp], f46)
        let f48: RuleDefinition.Formula = .any([f9, f20, f28, f34, f40, f47])
        formulas.append(f48)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "res.redirect(req.query.url);"))
        examples.append(.init(.javascript, isBad: true, "const next = req.query.next;\nres.redirect(302, next);"))
        examples.append(.init(.javascript, isBad: false, "res.redirect('/home');"))
        examples.append(.init(.javascript, isBad: false, "res.redirect(`/users/${req.params.id}`);"))
        examples.append(.init(.python, isBad: true, "return redirect(request.args.get('next'))"))
        examples.append(.init(.python, isBad: false, "return redirect(url_for('index'))"))
        examples.append(.init(.python, isBad: false, "return redirect('/users/' + request.args['id'])"))
        examples.append(.init(.python, isBad: false, "target = request.POST.get('next')\nif target and url_has_allowed_host_and_scheme(\n    url=target, allowed_hosts={request.get_host()}\n):\n    return redirect(target)"))
        examples.append(.init(.go, isBad: true, "http.Redirect(w, r, r.FormValue(\"next\"), http.StatusFound)"))
        examples.append(.init(.go, isBad: false, "http.Redirect(w, r, \"/login\", http.StatusFound)"))
        examples.append(.init(.java, isBad: true, "response.sendRedirect(request.getParameter(\"next\"));"))
        examples.append(.init(.java, isBad: false, "response.sendRedirect(\"/login\");"))
        examples.append(.init(.java, isBad: false, "response.sendRedirect(request.getContextPath() + \"/login\");"))
        examples.append(.init(.php, isBad: true, "<?php\nheader('Location: ' . $_GET['next']);"))
        examples.append(.init(.php, isBad: true, "<?php\n$url = $_GET['url'];\nheader(\"Location: $url\");"))
        examples.append(.init(.php, isBad: false, "<?php\nheader('Location: /login?next=' . urlencode($_GET['next']));"))
        examples.append(.init(.php, isBad: false, "<?php\nheader('Location: /index.php');"))
        examples.append(.init(.csharp, isBad: true, "Response.Redirect(Request.QueryString[\"next\"]);"))
        examples.append(.init(.csharp, isBad: false, "Response.Redirect(\"/login\");"))
        return RuleDefinition(
            id: "web/open-redirect", title: "Redirect to an address from the request",
            message: "Who sends the request chooses where the browser goes. Allow paths of this site, or names from a list.",
            why: "A link to this site then leads to another one that looks like it and asks for the password. Accept only relative paths, or look the target up in a list.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .java, .php, .csharp], cwe: 601,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition100() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("new RegExp($TEXT, ...)")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$TEXT", "(?i)escape", isNegated: true)
        let f4: RuleDefinition.Formula = .kind(metavariable: "$TEXT", "request", isNegated: false)
        let f5: RuleDefinition.Formula = .all([f2, f3, f4])
        let f6: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f5)
        let f7: RuleDefinition.Formula = .pattern("re.$CALL($TEXT, ...)")
        let f8: RuleDefinition.Formula = .regex(metavariable: "$CALL", "^(compile|match|search|fullmatch|sub|findall|split)$", isNegated: false)
        let f9: RuleDefinition.Formula = .regex(metavariable: "$TEXT", "escape|argv", isNegated: true)
        let f10: RuleDefinition.Formula = .kind(metavariable: "$TEXT", "request", isNegated: false)
        let f11: RuleDefinition.Formula = .all([f7, f8, f9, f10])
        let f12: RuleDefinition.Formula = .languages([.python], f11)
        let f13: RuleDefinition.Formula = .any([f6, f12])
        formulas.append(f13)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "app.get('/', (req, res) => { new RegExp(req.query.q).test(text); });"))
        examples.append(.init(.javascript, isBad: true, "function find(req) {\n  const q = req.query.q;\n  return new RegExp('^' + q, 'i');\n}"))
        examples.append(.init(.javascript, isBad: false, "new RegExp(escapeRegExp(req.query.q)).test(text);"))
        examples.append(.init(.javascript, isBad: false, "new RegExp('^a').test(req.query.q);"))
        examples.append(.init(.python, isBad: true, "re.search(request.args['q'], text)"))
        examples.append(.init(.python, isBad: false, "re.search(re.escape(request.args['q']), text)"))
        examples.append(.init(.python, isBad: false, "re.search('^a', request.args['q'])"))
        return RuleDefinition(
            id: "web/pattern-from-request", title: "Regular expression from the request",
            message: "Who sends the request writes the regular expression, and one that never ends. Escape it, or search for text.",
            why: "Some expressions take exponential time on a short text, which stops the whole server.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python], cwe: 1333,
            references: ["https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS"], tags: ["security", "availability"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: true, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition101() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$WINDOW.postMessage($MESSAGE, \"*\", ...)")
        let f2: RuleDefinition.Formula = .kind(metavariable: "$MESSAGE", "dynamic", isNegated: false)
        let f3: RuleDefinition.Formula = .regex(metavariable: "$WINDOW", "^(window|self|globalThis|_?global)$", isNegated: true)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        formulas.append(f4)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "window.parent.postMessage({ token }, '*');"))
        examples.append(.init(.javascript, isBad: true, "frame.contentWindow.postMessage(message, '*');"))
        examples.append(.init(.javascript, isBad: false, "window.parent.postMessage({ token }, 'https://site.io');"))
        examples.append(.init(.javascript, isBad: false, "worker.postMessage(message);"))
        examples.append(.init(.javascript, isBad: false, "window.parent.postMessage('ready', '*');"))
        examples.append(.init(.javascript, isBad: false, "globalThis.postMessage(token, '*');"))
        return RuleDefinition(
            id: "web/post-message-any", title: "Message to a window of any origin",
            message: "Whatever page is open in that window gets the message. Name its origin in place of '*'.",
            why: "The window may show another site by now, which then reads what was meant for yours.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 345,
            references: ["https://developer.mozilla.org/docs/Web/API/Window/postMessage#security_concerns"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition102() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$CLIENT.$METHOD($URL, ...)")
        let f2: RuleDefinition.Formula = .any([f1])
        let f3: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(get|post|put|patch|delete|head|request|stream)$", isNegated: false)
        let f4: RuleDefinition.Formula = .regex(metavariable: "$CLIENT", "^(axios|got|superagent|needle|request|requests|http|https|rp|undici|ky)$", isNegated: false)
        let f5: RuleDefinition.Formula = .regex(metavariable: "$URL", "^[`'\"]https?://[a-zA-Z0-9.:-]+/", isNegated: true)
        let f6: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f7: RuleDefinition.Formula = .focus("$URL")
        let f8: RuleDefinition.Formula = .all([f2, f3, f4, f5, f6, f7])
        let f9: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f8)
        let f10: RuleDefinition.Formula = .pattern("$CALL($URL, ...)")
        let f11: RuleDefinition.Formula = .any([f10])
        let f12: RuleDefinition.Formula = .regex(metavariable: "$CALL", "^(fetch|axios|got|needle|superagent)$", isNegated: false)
        let f13: RuleDefinition.Formula = .regex(metavariable: "$URL", "^(req|request|ctx)\\.(query|body|params)", isNegated: false)
        let f14: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f15: RuleDefinition.Formula = .focus("$URL")
        let f16: RuleDefinition.Formula = .all([f11, f12, f13, f14, f15])
        let f17: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f16)
        let f18: RuleDefinition.Formula = .pattern("$CALL($URL, ...)")
        let f19: RuleDefinition.Formula = .regex(metavariable: "$CALL", "^(fetch|axios|got|needle|superagent)$", isNegated: false)
        let f20: RuleDefinition.Formula = .regex(metavariable: "$URL", "^[A-Za-z_$][A-Za-z0-9_$]*!?$", isNegated: false)
        let f21: RuleDefinition.Formula = .regex(metavariable: "$URL", "^(req|request|event|e|evt|ctx)$", isNegated: true)
        let f22: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f23: RuleDefinition.Formula = .content(metavariable: "$URL", "^\\0", isNegated: false)
        let f24: RuleDefinition.Formula = .file(["express", "fastify", "koa", "next/server", "@hapi/hapi", "hono"], isNegated: false)
        let f25: RuleDefinition.Formula = .focus("$URL")
        let f26: RuleDefinition.Formula = .all([f18, f19, f20, f21, f22, f23, f24, f25])
        let f27: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f26)
        let f28: RuleDefinition.Formula = .pattern("requests.$METHOD($URL, ...)")
        let f29: RuleDefinition.Formula = .pattern("httpx.$METHOD($URL, ...)")
        let f30: RuleDefinition.Formula = .pattern("urllib.request.$METHOD($URL, ...)")
        let f31: RuleDefinition.Formula = .any([f28, f29, f30])
        let f32: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(get|post|put|patch|delete|head|options|urlopen|urlretrieve|stream)$", isNegated: false)
        let f33: RuleDefinition.Formula = .regex(metavariable: "$URL", "^f?['\"]https?://[a-zA-Z0-9.:-]+/|argv|input\\(", isNegated: true)
        let f34: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f35: RuleDefinition.Formula = .focus("$URL")
        let f36: RuleDefinition.Formula = .all([f31, f32, f33, f34, f35])
        let f37: RuleDefinition.Formula = .languages([.python], f36)
        let f38: RuleDefinition.Formula = .pattern("http.$METHOD($URL, ...)")
        let f39: RuleDefinition.Formula = .any([f38])
        let f40: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(Get|Head|Post|PostForm)$", isNegated: false)
        let f41: RuleDefinition.Formula = .regex(metavariable: "$URL", "^\"https?://[a-zA-Z0-9.:-]+/|os\\.Args|flag\\.", isNegated: true)
        let f42: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f43: RuleDefinition.Formula = .focus("$URL")
        let f44: RuleDefinition.Formula = .all([f39, f40, f41, f42, f43])
        let f45: RuleDefinition.Formula = .languages([.go], f44)
        let f46: RuleDefinition.Formula = .pattern("curl_init($URL)")
        let f47: RuleDefinition.Formula = .pattern("curl_setopt($HANDLE, CURLOPT_URL, $URL)")
        let f48: RuleDefinition.Formula = .any([f46, f47])
        let f49: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f50: RuleDefinition.Formula = .focus("$URL")
        let f51: RuleDefinition.Formula = .all([f48, f49, f50])
        let f52: RuleDefinition.Formula = .languages([.php], f51)
        let f53: RuleDefinition.Formula = .pattern("new URL($URL)")
        let f54: RuleDefinition.Formula = .pattern("URI.create($URL)")
        let f55: RuleDefinition.Formula = .pattern("$CLIENT.getForObject($URL, ...)")
        let f56: RuleDefinition.Formula = .pattern("$CLIENT.getForEntity($URL, ...)")
        let f57: RuleDefinition.Formula = .any([f53, f54, f55, f56])
        let f58: RuleDefinition.Formula = .kind(metavariable: "$URL", "request", isNegated: false)
        let f59: RuleDefinition.Formula = .focus("$URL")
        let f60: RuleDefinition.Formula = .all([f57, f58, f59])
        let f61: RuleDefinition.Formula = .languages([.java], f60)
        let f62: RuleDefinition.Formula = .any([f9, f17, f27, f37, f45, f52, f61])
        formulas.append(f62)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "const express = require('express');\nasync function read(req, res) {\n  const { url } = req.query;\n  const answer = await fetch(url);\n}"))
        examples.append(.init(.javascript, isBad: true, "const requests = require('axios');\nrequests.get(req.query.url);"))
        examples.append(.init(.javascript, isBad: true, "const r = await axios.get(req.query.url);"))
        examples.append(.init(.javascript, isBad: true, "fetch(req.body.url);"))
        examples.append(.init(.javascript, isBad: false, "const express = require('express');\nasync function read(req, res) {\n  const url = `/users/${req.query.id}`;\n  const answer = await fetch(url);\n}"))
        examples.append(.init(.javascript, isBad: false, "const r = await axios.get('https://api.site.io/u/' + req.params.id);"))
        examples.append(.init(.javascript, isBad: false, "app.get('/url', handler);"))
        examples.append(.init(.python, isBad: true, "r = requests.get(request.args['url'], timeout=3)"))
        examples.append(.init(.python, isBad: false, "r = requests.get('https://api.site.io/' + request.args['id'], timeout=3)"))
        examples.append(.init(.go, isBad: true, "resp, err := http.Get(r.URL.Query().Get(\"url\"))"))
        examples.append(.init(.go, isBad: false, "resp, err := http.Get(\"https://api.site.io/\" + r.FormValue(\"id\"))"))
        examples.append(.init(.php, isBad: true, "<?php\n$ch = curl_init($_GET['url']);"))
        examples.append(.init(.php, isBad: true, "<?php\ncurl_setopt($ch, CURLOPT_URL, $_POST['url']);"))
        examples.append(.init(.php, isBad: false, "<?php\n$ch = curl_init('https://acme.dev/?q=' . urlencode($_GET['q']));"))
        examples.append(.init(.php, isBad: false, "<?php\n$ch = curl_init($url);"))
        examples.append(.init(.java, isBad: true, "URL url = new URL(request.getParameter(\"url\"));"))
        examples.append(.init(.java, isBad: false, "URL url = new URL(config.url());"))
        return RuleDefinition(
            id: "web/server-side-request", title: "Request to an address from the request",
            message: "Who sends the request chooses which address the server calls. Check the host against a list.",
            why: "The server reaches what the sender cannot: metadata of the cloud, services of the inner network. Allow known hosts and refuse private addresses.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .python, .go, .php, .java], cwe: 918,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: true, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition103() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("etree.XMLParser(..., resolve_entities=True, ...)")
        let f2: RuleDefinition.Formula = .pattern("etree.XMLParser(..., no_network=False, ...)")
        let f3: RuleDefinition.Formula = .pattern("XMLParser(..., resolve_entities=True, ...)")
        let f4: RuleDefinition.Formula = .pattern("$PARSER.setFeature(feature_external_ges, True)")
        let f5: RuleDefinition.Formula = .pattern("$ETREE.$PARSE($DATA, ...)")
        let f6: RuleDefinition.Formula = .any([f5])
        let f7: RuleDefinition.Formula = .regex(metavariable: "$PARSE", "^(parse|fromstring|XML|parseString|iterparse)$", isNegated: false)
        let f8: RuleDefinition.Formula = .regex(metavariable: "$ETREE", "^(etree|ET|ElementTree|minidom|sax|xml\\.sax|xml\\.dom\\.minidom|xml\\.etree\\.ElementTree|lxml\\.etree|pulldom)$", isNegated: false)
        let f9: RuleDefinition.Formula = .kind(metavariable: "$DATA", "request", isNegated: false)
        let f10: RuleDefinition.Formula = .file(["defusedxml"], isNegated: true)
        let f11: RuleDefinition.Formula = .all([f6, f7, f8, f9, f10])
        let f12: RuleDefinition.Formula = .any([f1, f2, f3, f4, f11])
        let f13: RuleDefinition.Formula = .languages([.python], f12)
        let f14: RuleDefinition.Formula = .pattern("noent: true")
        let f15: RuleDefinition.Formula = .any([f14])
        let f16: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f15)
        let f17: RuleDefinition.Formula = .any([f13, f16])
        formulas.append(f17)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "parser = etree.XMLParser(resolve_entities=True)"))
        examples.append(.init(.python, isBad: true, "tree = ET.fromstring(request.data)"))
        examples.append(.init(.python, isBad: false, "parser = etree.XMLParser(resolve_entities=False)"))
        examples.append(.init(.python, isBad: false, "tree = ET.parse('config.xml')"))
        examples.append(.init(.javascript, isBad: true, "const doc = libxml.parseXml(text, { noent: true });"))
        examples.append(.init(.javascript, isBad: false, "const doc = libxml.parseXml(text);"))
        return RuleDefinition(
            id: "web/xml-entities", title: "XML read with external entities",
            message: "The parser follows entities of the document, which read files and call addresses. Use defusedxml, or turn them off.",
            why: "A document may name a file of the server as an entity and get its text back, or unfold into gigabytes.",
            severity: .warning, languages: [.python, .javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 611,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html"], tags: ["security"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition104() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$SANITIZER.$BYPASS($VALUE)")
        let f2: RuleDefinition.Formula = .regex(metavariable: "$BYPASS", "^(bypassSecurityTrustHtml|bypassSecurityTrustScript|bypassSecurityTrustUrl|bypassSecurityTrustResourceUrl|bypassSecurityTrustStyle)$", isNegated: false)
        let f3: RuleDefinition.Formula = .kind(metavariable: "$VALUE", "dynamic", isNegated: false)
        let f4: RuleDefinition.Formula = .all([f1, f2, f3])
        formulas.append(f4)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.typescript, isBad: true, "this.html = this.sanitizer.bypassSecurityTrustHtml(value);"))
        examples.append(.init(.typescript, isBad: false, "this.html = this.sanitizer.bypassSecurityTrustHtml('<b>fixed</b>');"))
        examples.append(.init(.typescript, isBad: false, "this.html = this.sanitizer.sanitize(SecurityContext.HTML, value);"))
        return RuleDefinition(
            id: "xss/angular-bypass", title: "Angular's sanitising bypassed",
            message: "Angular no longer cleans this value. Bind it without the bypass, or clean it with DomSanitizer.sanitize.",
            why: "A value with a script in it runs in the page of whoever looks at it. Angular cleans what is bound without a bypass.",
            severity: .warning, languages: [.typescript, .typescriptReact, .javascript, .javascriptReact, .html, .astro], cwe: 79,
            references: ["https://angular.dev/best-practices/security"], tags: ["security", "xss"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition105() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$ELEMENT[\"innerHTML\"] = $HTML")
        let f2: RuleDefinition.Formula = .pattern("$ELEMENT[\"outerHTML\"] = $HTML")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f5: RuleDefinition.Formula = .all([f3, f4])
        let f6: RuleDefinition.Formula = .pattern("$ELEMENT.$PROPERTY = $HTML")
        let f7: RuleDefinition.Formula = .pattern("$ELEMENT.$PROPERTY += $HTML")
        let f8: RuleDefinition.Formula = .any([f6, f7])
        let f9: RuleDefinition.Formula = .regex(metavariable: "$PROPERTY", "^(innerHTML|outerHTML|srcdoc)$", isNegated: false)
        let f10: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f11: RuleDefinition.Formula = .all([f8, f9, f10])
        let f12: RuleDefinition.Formula = .pattern("$ELEMENT.$PROPERTY = $HTML")
        let f13: RuleDefinition.Formula = .pattern("$ELEMENT.$PROPERTY += $HTML")
        let f14: RuleDefinition.Formula = .any([f12, f13])
        let f15: RuleDefinition.Formula = .regex(metavariable: "$PROPERTY", "^(innerHTML|outerHTML)$", isNegated: false)
        let f16: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^[A-Za-z_$][A-Za-z0-9_$.]*$", isNegated: false)
        let f17: RuleDefinition.Formula = .regex(metavariable: "$HTML", "(?i)(safe|clean|purif|sanitiz|escap|trust|svg|icon|template|render|markup|^(this|self|props|styles?|css|t|i18n)\\.|innerHTML$|outerHTML$|empty|spinner|loader)", isNegated: true)
        let f18: RuleDefinition.Formula = .kind(metavariable: "$HTML", "name", isNegated: false)
        let f19: RuleDefinition.Formula = .kind(metavariable: "$HTML", "dynamic", isNegated: false)
        let f20: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: true)
        let f21: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: true)
        let f22: RuleDefinition.Formula = .all([f14, f15, f16, f17, f18, f19, f20, f21])
        let f23: RuleDefinition.Formula = .pattern("$ELEMENT.$PROPERTY = $HTML")
        let f24: RuleDefinition.Formula = .pattern("$ELEMENT.$PROPERTY += $HTML")
        let f25: RuleDefinition.Formula = .any([f23, f24])
        let f26: RuleDefinition.Formula = .regex(metavariable: "$PROPERTY", "^(innerHTML|outerHTML|srcdoc)$", isNegated: false)
        let f27: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: true)
        let f28: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f29: RuleDefinition.Formula = .all([f25, f26, f27, f28])
        let f30: RuleDefinition.Formula = .pattern("$DOCUMENT.$WRITE($HTML, ...)")
        let f31: RuleDefinition.Formula = .any([f30])
        let f32: RuleDefinition.Formula = .regex(metavariable: "$DOCUMENT", "^((window|frame|win|iframe|popup|[a-z]*[wW]indow|this)\\.)*(contentDocument|document)$", isNegated: false)
        let f33: RuleDefinition.Formula = .regex(metavariable: "$WRITE", "^(write|writeln)$", isNegated: false)
        let f34: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^(\\(?new Date|Date\\.)", isNegated: true)
        let f35: RuleDefinition.Formula = .kind(metavariable: "$HTML", "dynamic", isNegated: false)
        let f36: RuleDefinition.Formula = .all([f31, f32, f33, f34, f35])
        let f37: RuleDefinition.Formula = .pattern("$ELEMENT.insertAdjacentHTML($WHERE, $HTML)")
        let f38: RuleDefinition.Formula = .pattern("$ELEMENT.setHTMLUnsafe($HTML)")
        let f39: RuleDefinition.Formula = .pattern("Document.parseHTMLUnsafe($HTML)")
        let f40: RuleDefinition.Formula = .any([f37, f38, f39])
        let f41: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f42: RuleDefinition.Formula = .all([f40, f41])
        let f43: RuleDefinition.Formula = .pattern("$ELEMENT.insertAdjacentHTML($WHERE, $HTML)")
        let f44: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f45: RuleDefinition.Formula = .all([f43, f44])
        let f46: RuleDefinition.Formula = .pattern("$ELEMENT.insertAdjacentHTML($WHERE, $HTML)")
        let f47: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^[A-Za-z_$][A-Za-z0-9_$.]*$", isNegated: false)
        let f48: RuleDefinition.Formula = .regex(metavariable: "$HTML", "(?i)(safe|clean|purif|sanitiz|escap|trust|svg|icon|template|render|markup|^(this|self|props|styles?|css|t|i18n)\\.|innerHTML$|outerHTML$|empty|spinner|loader)", isNegated: true)
        let f49: RuleDefinition.Formula = .kind(metavariable: "$HTML", "dynamic", isNegated: false)
        let f50: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: true)
        let f51: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: true)
        let f52: RuleDefinition.Formula = .all([f46, f47, f48, f49, f50, f51])
        let f53: RuleDefinition.Formula = .pattern("$RANGE.createContextualFragment($HTML)")
        let f54: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f55: RuleDefinition.Formula = .all([f53, f54])
        let f56: RuleDefinition.Formula = .pattern("$ELEMENT.$METHOD($HTML)")
        let f57: RuleDefinition.Formula = .any([f56])
        let f58: RuleDefinition.Formula = .regex(metavariable: "$METHOD", "^(html|append|prepend|after|before|replaceWith)$", isNegated: false)
        let f59: RuleDefinition.Formula = .regex(metavariable: "$ELEMENT", "^(\\$|jQuery\\()", isNegated: false)
        let f60: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f61: RuleDefinition.Formula = .content(metavariable: "$HTML", "<[a-zA-Z/]", isNegated: false)
        let f62: RuleDefinition.Formula = .all([f57, f58, f59, f60, f61])
        let f63: RuleDefinition.Formula = .pattern("$ELEMENT.html($HTML)")
        let f64: RuleDefinition.Formula = .regex(metavariable: "$ELEMENT", "^(\\$|jQuery\\()[^{]*$", isNegated: false)
        let f65: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f66: RuleDefinition.Formula = .all([f63, f64, f65])
        let f67: RuleDefinition.Formula = .pattern("$ELEMENT.html($HTML)")
        let f68: RuleDefinition.Formula = .regex(metavariable: "$ELEMENT", "^(\\$|jQuery)\\([^{]*$", isNegated: false)
        let f69: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^(data|response|result|res|resp|msg|message|responseText|html)(\\.[a-zA-Z.]+)?$", isNegated: false)
        let f70: RuleDefinition.Formula = .inside("function ($HTML) { ... }")
        let f71: RuleDefinition.Formula = .kind(metavariable: "$HTML", "dynamic", isNegated: false)
        let f72: RuleDefinition.Formula = .all([f67, f68, f69, f70, f71])
        let f73: RuleDefinition.Formula = .pattern("$($HTML)")
        let f74: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f75: RuleDefinition.Formula = .all([f73, f74])
        let f76: RuleDefinition.Formula = .any([f5, f11, f22, f29, f36, f42, f45, f52, f55, f62, f66, f72, f75])
        formulas.append(f76)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "element.innerHTML = '<b>' + name + '</b>';"))
        examples.append(.init(.javascript, isBad: true, "list.innerHTML += `<li>${item.title}</li>`;"))
        examples.append(.init(.javascript, isBad: true, "document.write('<p>' + location.hash + '</p>');"))
        examples.append(.init(.javascript, isBad: true, "const q = location.search;\nbox.innerHTML = q;"))
        examples.append(.init(.javascript, isBad: true, "$('#list').html('<li>' + name + '</li>');"))
        examples.append(.init(.javascript, isBad: true, "node.insertAdjacentHTML('beforeend', `<p>${text}</p>`);"))
        examples.append(.init(.javascript, isBad: true, "element.innerHTML = userInput;"))
        examples.append(.init(.javascript, isBad: true, "export function show(box, html) {\n  box.innerHTML = html;\n}"))
        examples.append(.init(.javascript, isBad: true, "function show(box, text) { box.insertAdjacentHTML('beforeend', text); }"))
        examples.append(.init(.javascript, isBad: true, "$.ajax({ url: '/a', success: function(data) {\n  $('#panel').html(data);\n} });"))
        examples.append(.init(.javascript, isBad: false, "element.textContent = name;"))
        examples.append(.init(.javascript, isBad: false, "element.innerHTML = '';"))
        examples.append(.init(.javascript, isBad: false, "element.innerHTML = '<b>' + 'x' + '</b>';"))
        examples.append(.init(.javascript, isBad: false, "element.innerHTML = DOMPurify.sanitize(html);"))
        examples.append(.init(.javascript, isBad: false, "element.innerHTML = `<b>${escapeHtml(name)}</b>`;"))
        examples.append(.init(.javascript, isBad: false, "if (element.innerHTML == text) {}"))
        examples.append(.init(.javascript, isBad: false, "const html = '<b>x</b>';\nelement.innerHTML = html;"))
        examples.append(.init(.javascript, isBad: false, "element.innerHTML = safeHtml;"))
        examples.append(.init(.javascript, isBad: false, "element.innerHTML = icons.close;"))
        examples.append(.init(.javascript, isBad: false, "doc.write(`if (${name} < ${min}) return INVALID;`);"))
        examples.append(.init(.javascript, isBad: false, "element.innerHTML = html`<b>${name}</b>`;"))
        examples.append(.init(.javascript, isBad: false, "document.write(new Date().getFullYear());"))
        examples.append(.init(.html, isBad: true, "<script>\nbox.innerHTML = '<b>' + name;\n</script>"))
        examples.append(.init(.html, isBad: true, "<button onclick=\"box.innerHTML = '<b>' + name.value\">Show</button>"))
        examples.append(.init(.html, isBad: false, "<p>box.innerHTML = '<b>' + name;</p>"))
        examples.append(.init(.html, isBad: false, "<script type=\"text/template\">box.innerHTML = '<b>' + name;</script>"))
        return RuleDefinition(
            id: "xss/dom-html", title: "HTML put together from values",
            message: "Values become part of the page's HTML here. Use textContent, or clean them with DOMPurify first.",
            why: "A value with a tag in it runs scripts in the page of whoever looks at it. textContent shows text as text; where HTML is wanted, DOMPurify.sanitize takes out what runs.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 79,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/DOM_based_XSS_Prevention_Cheat_Sheet.html"], tags: ["security", "xss"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition106() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("echo $HTML")
        let f2: RuleDefinition.Formula = .pattern("print $HTML")
        let f3: RuleDefinition.Formula = .pattern("<?= $HTML")
        let f4: RuleDefinition.Formula = .pattern("printf($FORMAT, $HTML, ...)")
        let f5: RuleDefinition.Formula = .pattern("print_r($HTML)")
        let f6: RuleDefinition.Formula = .pattern("die($HTML)")
        let f7: RuleDefinition.Formula = .pattern("exit($HTML)")
        let f8: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6, f7])
        let f9: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f10: RuleDefinition.Formula = .regex(metavariable: "$HTML", "json_encode|===?|\\bisset\\b|\\bempty\\b|in_array|array_key_exists", isNegated: true)
        let f11: RuleDefinition.Formula = .focus("$HTML")
        let f12: RuleDefinition.Formula = .all([f8, f9, f10, f11])
        let f13: RuleDefinition.Formula = .any([f12])
        formulas.append(f13)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.php, isBad: true, "<?php\ndie('Error: ' . $_GET['e']);"))
        examples.append(.init(.php, isBad: true, "<?php\necho \"<p>\" . $_GET['n'] . \"</p>\";"))
        examples.append(.init(.php, isBad: true, "<?php\n$name = $_GET['name'];\necho \"Hello $name\";"))
        examples.append(.init(.php, isBad: true, "<p><?= $_GET['name'] ?></p>"))
        examples.append(.init(.php, isBad: true, "<?php print $_REQUEST['q']; ?>"))
        examples.append(.init(.php, isBad: false, "<?php\nexit(1);"))
        examples.append(.init(.php, isBad: false, "<?php\necho htmlspecialchars($_GET['n']);"))
        examples.append(.init(.php, isBad: false, "<?php\necho (int) $_GET['page'];"))
        examples.append(.init(.php, isBad: false, "<p><?= htmlspecialchars($_GET['name'] ?? '', ENT_QUOTES) ?></p>"))
        examples.append(.init(.php, isBad: false, "<?php\necho isset($_GET['a']) ? 'yes' : 'no';"))
        examples.append(.init(.php, isBad: false, "<?php\necho json_encode($_POST);"))
        examples.append(.init(.php, isBad: false, "<?php\necho $name;"))
        return RuleDefinition(
            id: "xss/php-echo", title: "Request data written into the page",
            message: "Data of a request goes into the page as it is. Put it through htmlspecialchars.",
            why: "A link with a script in it makes the page run that script for whoever follows the link, with all that the visitor may do. htmlspecialchars makes text of it.",
            severity: .critical, languages: [.php], cwe: 79,
            references: ["https://www.php.net/manual/en/function.htmlspecialchars.php"], tags: ["security", "xss"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition107() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$SAFE($HTML)")
        let f2: RuleDefinition.Formula = .pattern("$MODULE.$SAFE($HTML)")
        let f3: RuleDefinition.Formula = .any([f1, f2])
        let f4: RuleDefinition.Formula = .regex(metavariable: "$SAFE", "^(mark_safe|Markup|SafeString|SafeText)$", isNegated: false)
        let f5: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f6: RuleDefinition.Formula = .regex(metavariable: "$HTML", "(escape|format_html|conditional_escape|render|dumps)", isNegated: true)
        let f7: RuleDefinition.Formula = .all([f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .pattern("$SAFE($HTML)")
        let f9: RuleDefinition.Formula = .any([f8])
        let f10: RuleDefinition.Formula = .regex(metavariable: "$SAFE", "^(mark_safe|Markup|HttpResponse|make_response|HTMLResponse)$", isNegated: false)
        let f11: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f12: RuleDefinition.Formula = .regex(metavariable: "$HTML", "(escape|format_html|render|dumps|\\.data|\\.body|json)", isNegated: true)
        let f13: RuleDefinition.Formula = .all([f9, f10, f11, f12])
        let f14: RuleDefinition.Formula = .pattern("return $HTML")
        let f15: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^[fF]?[\"']+[^\"']*<(h[1-6]|p|div|span|b|i|a|li|ul|ol|td|tr|table|body|html|head|script|img|strong|em|br|title|form|input|pre|code|button|section)[ >/]", isNegated: false)
        let f16: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f17: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f18: RuleDefinition.Formula = .focus("$HTML")
        let f19: RuleDefinition.Formula = .all([f14, f15, f16, f17, f18])
        let f20: RuleDefinition.Formula = .pattern("$TEXT += $HTML")
        let f21: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^[fF]?[\"']+[^\"']*<(h[1-6]|p|div|span|b|i|a|li|ul|ol|td|tr|table|body|html|head|script|img|strong|em|br|title|form|input|pre|code|button|section)[ >/]", isNegated: false)
        let f22: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f23: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f24: RuleDefinition.Formula = .focus("$HTML")
        let f25: RuleDefinition.Formula = .all([f20, f21, f22, f23, f24])
        let f26: RuleDefinition.Formula = .pattern("$ENVIRONMENT(..., autoescape=False, ...)")
        let f27: RuleDefinition.Formula = .pattern("jinja2.$ENVIRONMENT(..., autoescape=False, ...)")
        let f28: RuleDefinition.Formula = .any([f26, f27])
        let f29: RuleDefinition.Formula = .regex(metavariable: "$ENVIRONMENT", "^(Environment|Template)$", isNegated: false)
        let f30: RuleDefinition.Formula = .all([f28, f29])
        let f31: RuleDefinition.Formula = .any([f7, f13, f19, f25, f30])
        formulas.append(f31)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "return mark_safe('<b>%s</b>' % name)"))
        examples.append(.init(.python, isBad: true, "return Markup(f'<p>{text}</p>')"))
        examples.append(.init(.python, isBad: true, "env = jinja2.Environment(loader=loader, autoescape=False)"))
        examples.append(.init(.python, isBad: true, "return HttpResponse('Hello ' + request.GET['name'])"))
        examples.append(.init(.python, isBad: true, "from flask import request\ndef hello():\n    name = request.args['name']\n    return f'<h1>Hello {name}</h1>'"))
        examples.append(.init(.python, isBad: false, "return format_html('<b>{}</b>', name)"))
        examples.append(.init(.python, isBad: false, "return mark_safe('<br>')"))
        examples.append(.init(.python, isBad: false, "env = jinja2.Environment(loader=loader, autoescape=True)"))
        return RuleDefinition(
            id: "xss/python-unescaped", title: "Value marked as safe HTML",
            message: "The value reaches the page without being escaped. Use format_html, or let the template escape it.",
            why: "A value with a tag in it runs scripts in the page of whoever looks at it. format_html escapes its arguments.",
            severity: .warning, languages: [.python], cwe: 79,
            references: ["https://docs.djangoproject.com/en/stable/ref/utils/#django.utils.html.format_html"], tags: ["security", "xss"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition108() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("dangerouslySetInnerHTML={{__html: $HTML}}")
        let f2: RuleDefinition.Formula = .pattern("dangerouslySetInnerHTML: {__html: $HTML}")
        let f3: RuleDefinition.Formula = .pattern("dangerouslySetInnerHTML={{__html: $HTML, ...}}")
        let f4: RuleDefinition.Formula = .pattern("dangerouslySetInnerHTML={{\"__html\": $HTML}}")
        let f5: RuleDefinition.Formula = .pattern("dangerouslySetInnerHTML={$HTML}")
        let f6: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5])
        let f7: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^\\{", isNegated: true)
        let f8: RuleDefinition.Formula = .kind(metavariable: "$HTML", "dynamic", isNegated: false)
        let f9: RuleDefinition.Formula = .regex(metavariable: "$HTML", "(?i:saniti[sz]e|purify|escape|clean|safe|xss\\(|JSON\\.stringify|highlight|svg|jsonld)|(^|[^a-z])(css|styles?|scripts?|schema)([^a-z]|$)|Css|CSS|Style|Script|Schema", isNegated: true)
        let f10: RuleDefinition.Formula = .focus("$HTML")
        let f11: RuleDefinition.Formula = .all([f6, f7, f8, f9, f10])
        let f12: RuleDefinition.Formula = .any([f11])
        formulas.append(f12)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.typescriptReact, isBad: true, "const a = <div dangerouslySetInnerHTML={{ __html: props.html }} />;"))
        examples.append(.init(.typescriptReact, isBad: true, "const a = <div dangerouslySetInnerHTML={{ __html: product.descriptionHtml }} />;"))
        examples.append(.init(.typescriptReact, isBad: true, "const markup = { __html: post.body };\nconst a = <p dangerouslySetInnerHTML={markup} />;"))
        examples.append(.init(.typescriptReact, isBad: true, "const a = <p dangerouslySetInnerHTML={{ __html: `<b>${name}</b>` }} />;"))
        examples.append(.init(.typescriptReact, isBad: false, "const a = <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(html) }} />;"))
        examples.append(.init(.typescriptReact, isBad: false, "const a = <div dangerouslySetInnerHTML={{ __html: '<b>fixed</b>' }} />;"))
        examples.append(.init(.typescriptReact, isBad: false, "const a = <div>{props.html}</div>;"))
        examples.append(.init(.typescriptReact, isBad: false, "const markup = { __html: '<b>fixed</b>' };\nconst a = <p dangerouslySetInnerHTML={markup} />;"))
        return RuleDefinition(
            id: "xss/react-inner-html", title: "dangerouslySetInnerHTML with a computed value",
            message: "React puts this HTML into the page as it is. Render text, or clean the HTML with DOMPurify first.",
            why: "A value with a tag in it runs scripts in the page of whoever looks at it. React escapes what is rendered as text.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 79,
            references: ["https://react.dev/reference/react-dom/components/common#dangerously-setting-the-inner-html"], tags: ["security", "xss", "react"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition109() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("$RES.$SEND($HTML)")
        let f2: RuleDefinition.Formula = .pattern("$RES.status($CODE).$SEND($HTML)")
        let f3: RuleDefinition.Formula = .pattern("$RES.code($CODE).$SEND($HTML)")
        let f4: RuleDefinition.Formula = .pattern("$RES.type($CODE).$SEND($HTML)")
        let f5: RuleDefinition.Formula = .any([f1, f2, f3, f4])
        let f6: RuleDefinition.Formula = .regex(metavariable: "$SEND", "^(send|write|end)$", isNegated: false)
        let f7: RuleDefinition.Formula = .regex(metavariable: "$RES", "^(res|response|resp|reply|ctx\\.res)(\\.(status|type|header|code|set|contentType)\\(|$)", isNegated: false)
        let f8: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^[{\\[]", isNegated: true)
        let f9: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f10: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: false)
        let f11: RuleDefinition.Formula = .all([f5, f6, f7, f8, f9, f10])
        let f12: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f11)
        let f13: RuleDefinition.Formula = .pattern("$RES.$SEND($HTML)")
        let f14: RuleDefinition.Formula = .regex(metavariable: "$SEND", "^(send)$", isNegated: false)
        let f15: RuleDefinition.Formula = .regex(metavariable: "$RES", "^(res|response|resp)$", isNegated: false)
        let f16: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f17: RuleDefinition.Formula = .kind(metavariable: "$HTML", "interpolated", isNegated: true)
        let f18: RuleDefinition.Formula = .regex(metavariable: "$HTML", "^\\{|\\.body$|\\.url$|headers", isNegated: true)
        let f19: RuleDefinition.Formula = .all([f13, f14, f15, f16, f17, f18])
        let f20: RuleDefinition.Formula = .languages([.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], f19)
        let f21: RuleDefinition.Formula = .pattern("fmt.Fprintf($WRITER, $FORMAT, $VALUE, ...)")
        let f22: RuleDefinition.Formula = .pattern("fmt.Fprintf($WRITER, $FORMAT, $VALUE)")
        let f23: RuleDefinition.Formula = .any([f21, f22])
        let f24: RuleDefinition.Formula = .kind(metavariable: "$VALUE", "request", isNegated: false)
        let f25: RuleDefinition.Formula = .regex(metavariable: "$WRITER", "^(w|rw|writer|resp|response)$", isNegated: false)
        let f26: RuleDefinition.Formula = .all([f23, f24, f25])
        let f27: RuleDefinition.Formula = .languages([.go], f26)
        let f28: RuleDefinition.Formula = .pattern("$WRITER.Write([]byte($VALUE))")
        let f29: RuleDefinition.Formula = .pattern("io.WriteString($WRITER, $VALUE)")
        let f30: RuleDefinition.Formula = .pattern("template.HTML($VALUE)")
        let f31: RuleDefinition.Formula = .pattern("template.JS($VALUE)")
        let f32: RuleDefinition.Formula = .pattern("template.URL($VALUE)")
        let f33: RuleDefinition.Formula = .any([f28, f29, f30, f31, f32])
        let f34: RuleDefinition.Formula = .kind(metavariable: "$VALUE", "request", isNegated: false)
        let f35: RuleDefinition.Formula = .all([f33, f34])
        let f36: RuleDefinition.Formula = .languages([.go], f35)
        let f37: RuleDefinition.Formula = .pattern("template.HTML($VALUE)")
        let f38: RuleDefinition.Formula = .pattern("template.JS($VALUE)")
        let f39: RuleDefinition.Formula = .any([f37, f38])
        let f40: RuleDefinition.Formula = .kind(metavariable: "$VALUE", "interpolated", isNegated: false)
        let f41: RuleDefinition.Formula = .regex(metavariable: "$VALUE", "\\.String\\(\\)\\)?$|\\.(Version|Name|ID)\\)?$", isNegated: true)
        let f42: RuleDefinition.Formula = .all([f39, f40, f41])
        let f43: RuleDefinition.Formula = .languages([.go], f42)
        let f44: RuleDefinition.Formula = .pattern("$OUT.$WRITE($HTML)")
        let f45: RuleDefinition.Formula = .any([f44])
        let f46: RuleDefinition.Formula = .regex(metavariable: "$WRITE", "^(println|print|write|append|format|printf)$", isNegated: false)
        let f47: RuleDefinition.Formula = .regex(metavariable: "$OUT", "(?i)(resp(onse)?\\.getWriter\\(\\)|resp(onse)?\\.writer|^out$|^writer$|getOutputStream\\(\\))$", isNegated: false)
        let f48: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f49: RuleDefinition.Formula = .focus("$HTML")
        let f50: RuleDefinition.Formula = .all([f45, f46, f47, f48, f49])
        let f51: RuleDefinition.Formula = .languages([.java, .kotlin], f50)
        let f52: RuleDefinition.Formula = .pattern("Response.Write($HTML)")
        let f53: RuleDefinition.Formula = .pattern("Html.Raw($HTML)")
        let f54: RuleDefinition.Formula = .pattern("new HtmlString($HTML)")
        let f55: RuleDefinition.Formula = .pattern("Content($HTML, \"text/html\")")
        let f56: RuleDefinition.Formula = .any([f52, f53, f54, f55])
        let f57: RuleDefinition.Formula = .kind(metavariable: "$HTML", "request", isNegated: false)
        let f58: RuleDefinition.Formula = .focus("$HTML")
        let f59: RuleDefinition.Formula = .all([f56, f57, f58])
        let f60: RuleDefinition.Formula = .languages([.csharp], f59)
        let f61: RuleDefinition.Formula = .any([f12, f20, f27, f36, f43, f51, f60])
        formulas.append(f61)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascript, isBad: true, "res.send('<h1>Hello ' + req.query.name + '</h1>');"))
        examples.append(.init(.javascript, isBad: true, "const name = req.query.name;\nres.send(`Hello ${name}`);"))
        examples.append(.init(.javascript, isBad: true, "reply.type('text/html').send('<p>' + request.query.a + '</p>');"))
        examples.append(.init(.javascript, isBad: true, "res.status(200).send('<p>' + req.params.a + '</p>');"))
        examples.append(.init(.javascript, isBad: false, "res.json(req.query);"))
        examples.append(.init(.javascript, isBad: false, "reply.code(201).send({ data: `${req.params.id}` });"))
        examples.append(.init(.javascript, isBad: false, "res.send('<h1>Hello ' + escapeHtml(req.query.name) + '</h1>');"))
        examples.append(.init(.javascript, isBad: false, "res.render('page', { name: req.query.name });"))
        examples.append(.init(.go, isBad: true, "fmt.Fprintf(w, \"Hello %s\", r.URL.Query().Get(\"name\"))"))
        examples.append(.init(.go, isBad: false, "fmt.Fprintf(w, \"Hello %s\", html.EscapeString(name))"))
        examples.append(.init(.java, isBad: true, "response.getWriter().println(\"<p>\" + request.getParameter(\"n\") + \"</p>\");"))
        examples.append(.init(.java, isBad: true, "String name = request.getParameter(\"name\");\nout.println(\"Hello \" + name);"))
        examples.append(.init(.java, isBad: false, "response.getWriter().println(Encode.forHtml(request.getParameter(\"n\")));"))
        examples.append(.init(.java, isBad: false, "System.out.println(request.getParameter(\"n\"));"))
        examples.append(.init(.java, isBad: false, "int n = Integer.parseInt(request.getParameter(\"n\"));\nout.println(\"Hello \" + n);"))
        examples.append(.init(.csharp, isBad: true, "Response.Write(\"<p>\" + Request.QueryString[\"n\"] + \"</p>\");"))
        examples.append(.init(.csharp, isBad: false, "Response.Write(HttpUtility.HtmlEncode(Request.QueryString[\"n\"]));"))
        return RuleDefinition(
            id: "xss/response-from-request", title: "Request data sent back as HTML",
            message: "Request data goes back into the page without being escaped. Escape it, or send it as JSON or text.",
            why: "A link with a script in it makes the server send that script to whoever follows the link.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact, .go, .java, .kotlin, .csharp], cwe: 79,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html"], tags: ["security", "xss"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition110() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("href=$URL")
        let f2: RuleDefinition.Formula = .pattern("src=$URL")
        let f3: RuleDefinition.Formula = .pattern("action=$URL")
        let f4: RuleDefinition.Formula = .pattern("formAction=$URL")
        let f5: RuleDefinition.Formula = .pattern("$ELEMENT.href = $URL")
        let f6: RuleDefinition.Formula = .pattern("$LOCATION.assign($URL)")
        let f7: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5, f6])
        let f8: RuleDefinition.Formula = .regex(metavariable: "$URL", "(?i)^[{(]?['\"`]\\s*javascript:\\s*(\\$\\{|[a-z_$]+[.(=])", isNegated: false)
        let f9: RuleDefinition.Formula = .regex(metavariable: "$URL", "(?i)javascript:\\s*void", isNegated: true)
        let f10: RuleDefinition.Formula = .focus("$URL")
        let f11: RuleDefinition.Formula = .all([f7, f8, f9, f10])
        formulas.append(f11)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.javascriptReact, isBad: true, "export const A = () => <a href={`javascript:${code}`}>x</a>;"))
        examples.append(.init(.javascriptReact, isBad: true, "export const A = () => <a href=\"javascript:alert(1)\">x</a>;"))
        examples.append(.init(.javascriptReact, isBad: true, "link.href = 'javascript:run(1)';"))
        examples.append(.init(.javascriptReact, isBad: true, "const F = () => <form action=\"javascript:send()\"></form>;"))
        examples.append(.init(.javascriptReact, isBad: false, "export const A = () => <a href=\"https://acme.dev\">x</a>;"))
        examples.append(.init(.javascriptReact, isBad: false, "export const A = () => <a href=\"javascript:void(0)\">x</a>;"))
        examples.append(.init(.javascriptReact, isBad: false, "const note = 'javascript:alert(1) is refused';"))
        return RuleDefinition(
            id: "xss/script-url", title: "Address that is a script",
            message: "This address is code that runs in the page. Use a handler.",
            why: "A policy that keeps foreign scripts out has to let these in, and React will refuse them.",
            severity: .warning, languages: [.javascript, .javascriptReact, .html, .astro, .typescript, .typescriptReact], cwe: 79,
            references: ["https://react.dev/blog/2024/04/25/react-19-upgrade-guide#other-deprecated-react-dom-apis"], tags: ["security", "xss"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition111() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let f1: RuleDefinition.Formula = .pattern("render_template_string($TEMPLATE, ...)")
        let f2: RuleDefinition.Formula = .pattern("flask.render_template_string($TEMPLATE, ...)")
        let f3: RuleDefinition.Formula = .pattern("jinja2.Template($TEMPLATE, ...)")
        let f4: RuleDefinition.Formula = .pattern("Template($TEMPLATE, ...)")
        let f5: RuleDefinition.Formula = .pattern("$ENV.from_string($TEMPLATE, ...)")
        let f6: RuleDefinition.Formula = .any([f1, f2, f3, f4, f5])
        let f7: RuleDefinition.Formula = .kind(metavariable: "$TEMPLATE", "interpolated", isNegated: false)
        let f8: RuleDefinition.Formula = .regex(metavariable: "$TEMPLATE", "(?i)(read_text|\\.read\\()", isNegated: true)
        let f9: RuleDefinition.Formula = .all([f6, f7, f8])
        let f10: RuleDefinition.Formula = .pattern("render_template_string($TEMPLATE, ...)")
        let f11: RuleDefinition.Formula = .pattern("jinja2.Template($TEMPLATE, ...)")
        let f12: RuleDefinition.Formula = .pattern("Template($TEMPLATE, ...)")
        let f13: RuleDefinition.Formula = .pattern("$ENV.from_string($TEMPLATE, ...)")
        let f14: RuleDefinition.Formula = .any([f10, f11, f12, f13])
        let f15: RuleDefinition.Formula = .kind(metavariable: "$TEMPLATE", "request", isNegated: false)
        let f16: RuleDefinition.Formula = .all([f14, f15])
        let f17: RuleDefinition.Formula = .any([f9, f16])
        formulas.append(f17)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.python, isBad: true, "return render_template_string('<h1>Hello ' + name + '</h1>')"))
        examples.append(.init(.python, isBad: true, "template = f'<p>{user}</p>'\nreturn render_template_string(template)"))
        examples.append(.init(.python, isBad: true, "jinja2.Template(request.args['t']).render()"))
        examples.append(.init(.python, isBad: false, "return render_template_string('<h1>{{ name }}</h1>', name=name)"))
        examples.append(.init(.python, isBad: false, "return render_template('page.html', name=name)"))
        return RuleDefinition(
            id: "xss/template-injection", title: "Template put together from values",
            message: "The value becomes part of the template's code. Pass it to the template as a variable.",
            why: "A value such as \"{{ config }}\" is run by the template engine on the server. As a variable it is only shown.",
            severity: .critical, languages: [.python], cwe: 1336,
            references: ["https://cwe.mitre.org/data/definitions/1336.html"], tags: ["security", "injection"],
            fix: nil, fixTitle: nil,
            skipsTests: false, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }

    private static func definition112() -> RuleDefinition {
        var formulas: [RuleDefinition.Formula] = []
        let t1 = RuleDefinition.TextFormat(name: "Escaping switched off", prefixes: ["{% autoescape", "{%- autoescape"], before: 0, regex: "\\{%-? *autoescape +(off|false)", entropy: 0.0, startsLine: false, excluding: "", lineExcluding: "")
        let f2: RuleDefinition.Formula = .text(t1)
        let t3 = RuleDefinition.TextFormat(name: "Unescaped output", prefixes: ["{{{"], before: 0, regex: "\\{\\{\\{ *[A-Za-z_][A-Za-z0-9_. ]*\\}\\}\\}", entropy: 0.0, startsLine: false, excluding: "(?i)(body|content|yield|csrf|html|svg|icon)", lineExcluding: "")
        let f4: RuleDefinition.Formula = .text(t3)
        let t5 = RuleDefinition.TextFormat(name: "Unescaped output", prefixes: ["{{"], before: 0, regex: "\\{\\{ *[A-Za-z_][^{}]*\\| *safe *\\}\\}", entropy: 0.0, startsLine: false, excluding: "(?i)(html|body|content|json|script|svg|css|icon)", lineExcluding: "")
        let f6: RuleDefinition.Formula = .text(t5)
        let t7 = RuleDefinition.TextFormat(name: "Unescaped output", prefixes: ["<%-"], before: 0, regex: "<%- *[A-Za-z_][A-Za-z0-9_.\\[\\]'\"]* *-?%>", entropy: 0.0, startsLine: false, excluding: "(?i)(body|content|include|partial|html|svg)", lineExcluding: "")
        let f8: RuleDefinition.Formula = .text(t7)
        let t9 = RuleDefinition.TextFormat(name: "Unescaped output", prefixes: ["v-html="], before: 0, regex: "v-html=[\"'][^\"']+[\"']", entropy: 0.0, startsLine: false, excluding: "(?i)(saniti|purif|clean|safe|escape|\\$?t\\(|i18n|icon|svg|highlight|render)", lineExcluding: "")
        let f10: RuleDefinition.Formula = .text(t9)
        let t11 = RuleDefinition.TextFormat(name: "Unescaped output", prefixes: ["{@html"], before: 0, regex: "\\{@html [^}]+\\}", entropy: 0.0, startsLine: false, excluding: "(?i)(saniti|purif|clean|safe|escape|i18n|icon|svg|highlight|render)", lineExcluding: "")
        let f12: RuleDefinition.Formula = .text(t11)
        let t13 = RuleDefinition.TextFormat(name: "Unescaped output", prefixes: ["set:html={`"], before: 0, regex: "set:html=\\{`[^`]*\\$\\{", entropy: 0.0, startsLine: false, excluding: "(?i)(saniti|purif|clean|safe|escape|icon|svg|json|css)", lineExcluding: "")
        let f14: RuleDefinition.Formula = .text(t13)
        let t15 = RuleDefinition.TextFormat(name: "Unescaped output", prefixes: ["set:html="], before: 0, regex: "set:html=\\{[^}\"'`]+\\}", entropy: 0.0, startsLine: false, excluding: "(?i)(saniti|purif|clean|safe|escape|i18n|icon|svg|highlight|render|json|markdown|css|\\.code|title|heading|label|description|tagline|content|raw|slot|excerpt)", lineExcluding: "")
        let f16: RuleDefinition.Formula = .text(t15)
        let f17: RuleDefinition.Formula = .any([f2, f4, f6, f8, f10, f12, f14, f16])
        formulas.append(f17)
        var examples: [RuleDefinition.Example] = []
        examples.append(.init(.html, isBad: true, "<p>{{{ comment }}}</p>"))
        examples.append(.init(.html, isBad: true, "<p>{{ user.bio|safe }}</p>"))
        examples.append(.init(.html, isBad: true, "<p><%- user.name %></p>"))
        examples.append(.init(.html, isBad: true, "<p v-html=\"comment\"></p>"))
        examples.append(.init(.html, isBad: true, "<p>{@html comment}</p>"))
        examples.append(.init(.html, isBad: false, "<p v-html=\"sanitize(comment)\"></p>"))
        examples.append(.init(.html, isBad: false, "<p>{{ comment }}</p>"))
        examples.append(.init(.html, isBad: false, "<main>{{{ body }}}</main>"))
        examples.append(.init(.html, isBad: false, "<p><%= user.name %></p>"))
        examples.append(.init(.astro, isBad: true, "<div set:html={`<b>${name}</b>`} />"))
        examples.append(.init(.astro, isBad: true, "---\nconst { html } = Astro.props;\n---\n<div set:html={html} />"))
        examples.append(.init(.astro, isBad: true, "<p set:html={post.body}></p>"))
        examples.append(.init(.astro, isBad: true, "<Fragment set:html={comment} />"))
        examples.append(.init(.astro, isBad: false, "<p set:html={sanitize(comment)}></p>"))
        examples.append(.init(.astro, isBad: false, "<p set:html=\"<b>x</b>\"></p>"))
        examples.append(.init(.astro, isBad: false, "<p>{comment}</p>"))
        examples.append(.init(.astro, isBad: false, "<h1 set:html={title} />"))
        examples.append(.init(.astro, isBad: false, "<script type=\"application/ld+json\" set:html={JSON.stringify(schema)} />"))
        return RuleDefinition(
            id: "xss/template-unescaped", title: "Template output without escaping",
            message: "this value goes into the page without being escaped. Let the template escape it.",
            why: "A value with a tag in it runs scripts in the page of whoever looks at it. Write it so that the engine escapes it.",
            severity: .warning, languages: [.html, .astro], cwe: 79,
            references: ["https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html"], tags: ["security", "xss"],
            fix: nil, fixTitle: nil,
            skipsTests: true, skipsScripts: false, skipsProse: false, formulas: formulas, examples: examples)
    }
}
