import Review
import Testing
import Text

/// Values that are followed through a function: which assignments reach a use, and what they are made of.
@Suite struct FlowTests {
    private func lines(_ code: String, _ language: Language, _ category: String) -> [Int] {
        review(Array(code.utf8), language: language, path: "src/file").filter { $0.ruleID.hasPrefix(category) }
            .map { $0.range.startLine + 1 }
    }

    private func check(_ language: Language, _ category: String, _ code: String, _ expected: [Int]) {
        #expect(lines(code, language, category) == expected, "\(code)")
    }

    private func flow(_ code: String, _ language: Language, _ rule: String) -> [String] {
        let found = review(Array(code.utf8), language: language, path: "src/file").filter { $0.ruleID.hasPrefix(rule) }
        #expect(found.count == 1, "\(found)")
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        return found.flatMap(\.flow).map { step in
            let range = step.range
            let line = lines[range.startLine]
            let end = range.startLine == range.endLine ? range.endByte : line.count
            return "\(step.kind) \(String(decoding: line[range.startByte..<end], as: UTF8.self))"
        }
    }

    @Test func `the way of a value is told from its source on`() {
        let sql = """
            def user():
                name = request.args.get("name")
                where = "name = '" + name + "'"
                if where:
                    query = "SELECT * FROM u WHERE " + where
                else:
                    query = "SELECT 1"
                return con.execute(query)
            """
        #expect(
            flow(sql, .python, "sql/") == [
                "source request.args.get(\"name\")", "passage \"name = '\" + name + \"'\"",
                "passage \"SELECT * FROM u WHERE \" + where",
            ])
        // What was cleaned is no part of it, nor what only decides.
        let shell = """
            def ping():
                host = shlex.quote(request.args["host"])
                cmd = "ping " + (request.args["n"] if request.args["ok"] else "1") + " " + host
                subprocess.run(cmd, shell=True)
            """
        #expect(flow(shell, .python, "command/") == ["source request.args[\"n\"]"])
        let page = """
            app.get('/x', (req, res) => {
              const { id } = req.query;
              const label = `<b>${id}</b>`;
              res.send('<html>' + label);
            });
            """
        #expect(flow(page, .typescript, "xss/") == ["source req.query", "passage `<b>${id}</b>`"])
        let go = """
            func h(w http.ResponseWriter, r *http.Request, db *sql.DB) {
            \tid := r.URL.Query().Get("id")
            \tq := fmt.Sprintf("SELECT * FROM t WHERE id = '%s'", id)
            \tdb.Query(q)
            }
            """
        #expect(
            flow(go, .go, "sql/") == [
                "source r.URL.Query().Get(\"id\")", "passage fmt.Sprintf(\"SELECT * FROM t WHERE id = '%s'\", id)",
            ])
        let handler = """
            from fastapi import FastAPI
            @app.get("/files")
            def read(name: str):
                path = "/srv/" + name
                return open(path).read()
            """
        #expect(flow(handler, .python, "path/") == ["source name", "passage \"/srv/\" + name"])
        // The source is in the marked place, or none is known.
        #expect(flow("def f():\n    eval(request.form['x'])\n", .python, "eval/").isEmpty)
        #expect(flow("def f(x):\n    c = 'ls ' + x\n    os.system(c)\n", .python, "command/").isEmpty)
    }

    @Test func `the way of a value follows edits`() {
        let code = "def f():\n    c = request.args['x']\n    c = 'ls ' + c\n    os.system(c)\n"
        var document = ReviewedDocument(text: Array(code.utf8), language: .python, path: "src/file")
        document.review()
        #expect(document.findings.first?.flow.map(\.range.startLine) == [1, 2])
        let top = TextPosition(line: 0, character: 0)
        document.replace(from: top, to: top, with: "import os\n\n".utf8, encoding: .utf8)
        document.review()
        #expect(document.findings.first?.flow.map(\.range.startLine) == [3, 4])
        let third = TextPosition(line: 4, character: 0)
        document.replace(from: third, to: third, with: "    c = str(c)\n".utf8, encoding: .utf8)
        document.review()
        #expect(document.findings.first?.flow.map(\.range.startLine) == [3, 4, 5])
    }

    @Test func `every branch that can give a value counts`() {
        let end = "    os.system(c)\n"
        check(.python, "command/", "def f(x):\n    if x:\n        c = x\n    else:\n        c = 'ls'\n" + end, [6])
        check(.python, "command/", "def f(x):\n    c = x\n    if x:\n        c = 'ls'\n" + end, [5])
        check(.python, "command/", "def f(x):\n    try:\n        c = x\n    except E:\n        c = 'ls'\n" + end, [6])
        check(
            .python, "command/", "def f(x):\n    c = 'ls'\n    for y in x:\n        os.system(c)\n        c = y\n", [4])
        check(.python, "command/", "def f(x):\n    c = 'a'\n    with x:\n        c = x.read()\n" + end, [5])
        let js = "import { exec } from 'child_process';\nfunction f(x) {\n"
        check(.javascript, "command/", js + "  let c = 'ls';\n  if (x) { c = x; }\n  exec(c);\n}\n", [5])
        check(.javascript, "command/", js + "  let c = 'ls';\n  if (x) c = x;\n  exec(c);\n}\n", [5])
        check(.javascript, "command/", js + "  let c;\n  while (x) { exec(c); c = x; }\n}\n", [4])
        let go = "package p\nimport \"os/exec\"\nfunc f(x string) {\n"
        check(
            .go, "command/",
            go + "\tc := \"ls\"\n\tif x != \"\" {\n\t\tc = x\n\t}\n\texec.Command(\"sh\", \"-c\", c)\n}\n", [8])
    }

    @Test func `what cannot reach a use does not count`() {
        let end = "    os.system(c)\n"
        check(
            .python, "command/", "def f(x):\n    c = x\n    if x:\n        c = 'a'\n    else:\n        c = 'b'\n" + end,
            [])
        check(.python, "command/", "def f(x):\n    c = 'ls'\n    if x:\n        c = x\n        return c\n" + end, [])
        check(
            .python, "command/",
            "def f(x):\n    if x:\n        c = x\n    else:\n        c = 'ls'\n        os.system(c)\n", [])
        check(.python, "command/", "def f(x):\n    c = x\n    c = 'ls'\n" + end, [])
        check(.python, "command/", "def f(x):\n    c = 'ls'\n    def g():\n        c = x\n" + end, [])
        check(.python, "command/", "def f(x):\n    for c in ('a', 'b'):\n        os.system(c)\n", [])
        let js = "import { exec } from 'child_process';\nfunction f(x) {\n"
        check(
            .javascript, "command/", js + "  let c = x;\n  if (x) { c = 'a'; } else { c = 'b'; }\n  exec(c);\n}\n", [])
        check(.javascript, "command/", js + "  let c = 'a';\n  if (x) { c = x; throw c; }\n  exec(c);\n}\n", [])
        let filler = String(repeating: "    x = 1\n", count: 70)
        check(.python, "command/", "def f(r):\n    c = 'ls'\n\(filler)    os.system(c)\n", [])
    }

    @Test func `a value that was checked against known ones is one of them`() {
        let end = "    os.system('svc ' + c)\n"
        check(.python, "command/", "def f(c):\n    if c not in KNOWN:\n        raise ValueError(c)\n" + end, [])
        check(.python, "command/", "def f(c):\n    if not re.fullmatch('[a-z]+', c):\n        return\n" + end, [])
        check(.python, "command/", "def f(c):\n    if c in ('up', 'down'):\n        os.system('svc ' + c)\n", [])
        check(.python, "command/", "def f(c):\n    if c not in KNOWN:\n        log(c)\n" + end, [4])
        check(.python, "command/", "def f(c, x):\n    if c not in KNOWN and x:\n        return\n" + end, [4])
        let js = "import { exec } from 'child_process';\nfunction f(c) {\n"
        check(.javascript, "command/", js + "  if (!known.includes(c)) { return; }\n  exec('svc ' + c);\n}\n", [])
        check(.javascript, "command/", js + "  if (known.has(c)) { exec('svc ' + c); }\n  exec('svc ' + c);\n}\n", [4])
    }

    @Test func `replacing something in a value cleans nothing`() {
        check(.python, "command/", "def f(n):\n    os.system('ls ' + n.replace(' ', ''))\n", [2])
        check(.python, "sql/", "def f(n):\n    db.execute('select * from t where n = ' + n.replace('x', ''))\n", [2])
        check(.javascript, "eval/", "const f = (req) => eval(req.body.x.replaceAll('a', 'b'));", [1])
        check(.javascript, "eval/", "function f(x) {\n  x = x.replace(/a/, '');\n  eval(x);\n}", [3])
    }

    @Test func `a cleaner counts for what it cleans for`() {
        let js = "import { exec } from 'child_process';\n"
        check(.javascript, "command/", js + "const f = (d) => exec('ls ' + escapeHtml(d));\n", [2])
        check(.javascript, "sql/", "db.query('select * from t where n = ' + sanitizeHtml(n));\n", [1])
        check(.javascript, "sql/", "db.query('select * from ' + client.escapeIdentifier(n) + ' where a = 1');\n", [])
        check(
            .javascript, "sql/", "const s = client.escapeIdentifier(n);\ndb.query(`delete from ${s} where a = 1`);\n",
            [])
        check(.python, "command/", "os.system('ls ' + shlex.quote(d))\n", [])
        check(.python, "sql/", "db.execute(\"select * from t where n = '\" + shlex.quote(d) + \"'\")\n", [1])
        check(.python, "command/", "os.system('kill ' + str(int(d)))\n", [])
    }

    @Test func `names are what the file gives them, however they are spelled`() {
        check(.python, "command/", "import os, sys\nCMD = sys.argv[1]\nos.system(CMD)\n", [3])
        check(.python, "command/", "CMD = 'ls'\n" + String(repeating: "x = 1\n", count: 300) + "os.system(CMD)\n", [])
        check(
            .python, "command/", "import os\ndef clean(x): return x\ndef f(d):\n    os.system('ls ' + clean(d))\n", [4])
        check(.python, "command/", "import os\ndef name(x): return 'ls'\ndef f(d):\n    os.system(name(d))\n", [])
        check(
            .javascript, "xss/",
            "function page(n) { return '<h1>' + n + '</h1>'; }\napp.get('/', (req, res) => {\n  res.send(page(req.query.n));\n});\n",
            [3])
        check(
            .javascript, "xss/",
            "const page = (n) => '<h1>' + escapeHtml(n) + '</h1>';\napp.get('/', (req, res) => {\n  res.send(page(req.query.n));\n});\n",
            [])
    }

    @Test func `what is imported under another name is what it is`() {
        check(.python, "eval/", "import pickle as pk\ndef f(b):\n    return pk.loads(b)\n", [3])
        check(.python, "crypto/", "from Crypto.Cipher import DES as Old\nc = Old.new(key, Old.MODE_CBC)\n", [2])
        check(.python, "crypto/", "import hashlib as h\nx = h.md5(secret)\n", [2])
        check(.javascript, "command/", "import { exec as runIt } from 'child_process';\nrunIt(`ls ${dir}`);\n", [2])
        check(.javascript, "command/", "const { exec: go } = require('node:child_process');\ngo('ls ' + dir);\n", [2])
        check(.javascript, "command/", "import * as tool from 'child_process';\ntool.exec('ls ' + dir);\n", [2])
        check(
            .javascript, "command/",
            "const { exec } = require('child_process');\nconst run = require('util').promisify(exec);\nrun('ls ' + dir);\n",
            [3])
    }

    @Test func `what is imported under a name of its own is found by that name, too`() {
        check(.javascript, "crypto/", "const CryptoJS = require('crypto-js');\nconst h = CryptoJS.MD5(pw);\n", [2])
        check(.javascript, "crypto/", "import CryptoJS from 'crypto-js';\nconst h = CryptoJS.MD5(pw);\n", [2])
        check(.javascript, "crypto/", "const k = require('node-rsa');\nnew k({ b: 512 });\n", [])
        let go = "import (\n\t\"crypto/rand\"\n\tmrand \"math/rand\"\n)\n"
        check(.go, "crypto/", go + "func a() {\n\tn := mrand.Intn(9)\n}\n", [6])
        check(.go, "crypto/", go + "func a() {\n\tn := rand.Intn(9)\n}\n", [])
        check(.go, "crypto/", "func a() string {\n\treturn \"math/rand\"\n}\nfunc b() { c.Intn(9) }\n", [])
    }

    @Test func `decorators, annotations and types tell what a request fills`() {
        let nest = "class A {\n  @Get()\n  find(@Query('u') url: string) {\n    return axios.get(url);\n  }\n}\n"
        check(.typescript, "web/", nest, [4])
        check(.typescript, "web/", nest.replacing("@Query('u') ", with: ""), [])
        let kotlin = "class A {\n  fun find(@RequestParam name: String): String {\n"
        check(.kotlin, "path/", kotlin + "    return File(\"/a/$name\").readText()\n  }\n}\n", [3])
        check(.kotlin, "path/", "fun find(name: String) = File(\"/a/$name\").readText()\n", [])
        let action = "public IActionResult Get(string name)\n{\n    return Content(\"<p>\" + name, \"text/html\");\n}\n"
        check(.csharp, "xss/response", action, [3])
        check(.csharp, "xss/response", action.replacing("public", with: "public static"), [])
        check(.csharp, "xss/response", action.replacing("IActionResult", with: "Stream"), [])
        let php = "<?php\nfunction a(Request $request) {\n  return unlink('/a/' . $request->name);\n}\n"
        check(.php, "path/", php, [3])
        check(.php, "path/", php.replacing("->name", with: "->user"), [])
    }

    @Test func `what is taken from a map of constants is one of them`() {
        let sort = "def a():\n    by = {'a': 'x', 'b': 'y'}\n    c = by.get(request.args['s'], 'x')\n"
        check(.python, "sql/", sort + "    db.execute(f'select * from t order by {c}')\n", [])
        let open = sort.replacing("'y'", with: "request.args['y']")
        check(.python, "sql/", open + "    db.execute(f'select * from t order by {c}')\n", [4])
    }

    @Test func `a name with a bang ends a statement of Swift`() {
        check(
            .swift, "path/",
            "app.get(\"f\") { req in\n  let name = req.query[\"name\"]!\n"
                + "  return req.fileio.streamFile(at: \"/data/\" + name)\n}\n", [3])
    }

    @Test func `parameters of routes are what a request says`() {
        check(.python, "web/", "@app.get('/a')\ndef a(url: str):\n    return httpx.get(url)\n", [3])
        check(
            .python, "sql/injection",
            "@app.route('/<n>')\ndef a(n):\n    db.execute('select * from t where n = ' + n)\n", [3])
        check(.python, "sql/", "@app.get('/a')\ndef a(n: int):\n    db.execute(f'select * from t where n = {n}')\n", [])
        check(.python, "web/", "def a(url: str):\n    return httpx.get(url)\n", [])
        check(.javascript, "web/", "app.get('/a', ({ query }, res) => {\n  res.redirect(query.next);\n});\n", [2])
        check(
            .javascript, "web/",
            "app.get('/a', (req, res) => {\n  const q = req.query;\n  res.redirect(q.next);\n});\n", [3])
    }

    @Test func `values are followed in every language with types before names`() {
        let java = "void f(String x) throws E {\n  String c = \"ls\";\n"
        check(.java, "command/", java + "  if (a) { c = \"ls \" + x; }\n  Runtime.getRuntime().exec(c);\n}\n", [4])
        check(.java, "command/", java + "  c = \"ls -l\";\n  Runtime.getRuntime().exec(c);\n}\n", [])
        check(
            .java, "sql/",
            "void f(@PathVariable(\"n\") String n, int id) {\n  q.query(\"select a from t where n = '\" + n + \"'\");\n}\n",
            [2])
        check(.csharp, "sql/", "void F(long n)\n{\n  c.CommandText = $\"delete from t where n = {n}\";\n}\n", [])
        check(
            .dart, "sql/", "void f(String n) {\n  final s = \"delete from t where n = '$n'\";\n  db.execute(s);\n}\n",
            [3])
    }

    @Test func `PHP joins texts with dots and adds to them`() {
        let php = "<?php\nfunction f($x) {\n  $c = 'ls ';\n"
        check(.php, "command/", php + "  $c .= $x;\n  exec($c);\n}\n", [5])
        check(.php, "command/", php + "  $c .= '-l';\n  exec($c);\n}\n", [])
        check(.php, "command/", php + "  exec($c . escapeshellarg($x));\n}\n", [])
        check(
            .php, "sql/",
            "<?php\nfunction f($x) {\n  $id = (int) $x;\n  $db->query(\"delete from t where a = $id\");\n}\n", [])
        check(.php, "xss/", "<?php\n$a = $_GET['a'] ?? '';\nif ($b) { $a = 'c'; }\necho $a;\n", [4])
        check(.php, "xss/", "<?php\n$a = $_GET['a'] ?? '';\n$a = htmlspecialchars($a);\necho $a;\n", [])
    }

    @Test func `Kotlin and Rust give names before types`() {
        check(
            .kotlin, "command/",
            "fun f(x: String) {\n  var c: String = \"ls\"\n  if (a) { c = \"ls $x\" }\n  Runtime.getRuntime().exec(c)\n}\n",
            [4])
        check(.kotlin, "command/", "fun f(n: Long) {\n  Runtime.getRuntime().exec(\"kill $n\")\n}\n", [])
        let rust = "fn f(n: &str) -> Result<()> {\n    let mut q = format!(\"delete from t where n = '{}'\", n);\n"
        check(.rust, "sql/", rust + "    db.execute(&q, [])?;\n    Ok(())\n}\n", [3])
        check(.rust, "sql/", rust + "    q = \"delete from t\".into();\n    db.execute(&q, [])?;\n    Ok(())\n}\n", [])
    }

    @Test func `a branch that numbers alone decide is taken, or is not`() {
        let head = "from flask import request\ndef f():\n    x = request.args['x']\n"
        let end = "    open(c)\n"
        check(.python, "path/", head + "    n = 106\n    c = 'a' if 7 * 18 + n > 200 else x\n" + end, [])
        check(.python, "path/", head + "    n = 1\n    c = 'a' if 7 * 18 + n > 200 else x\n" + end, [6])
        check(.python, "path/", head + "    if 2 * 3 > 5:\n        c = 'a'\n    else:\n        c = x\n" + end, [])
        check(.python, "path/", head + "    if 2 * 3 > 6:\n        c = 'a'\n    else:\n        c = x\n" + end, [8])
        check(.python, "path/", head + "    c = x\n    if 2 > 1:\n        c = 'a'\n" + end, [])
        // Nor is what no number holds.
        for wrong in ["(0 - 9223372036854775807 - 1) / (0 - 1)", "9223372036854775807 * 2", "1 / 0", "1 % 0", "7 / 2"] {
            check(.python, "path/", head + "    c = 'a' if \(wrong) > 0 else x\n" + end, [5])
        }
        // What is counted, or may be given another value, is not known.
        check(.python, "path/", head + "    n = 0\n    n += 1\n    c = 'a' if n < 1 else x\n" + end, [7])
        let java = "class A {\n  void f(HttpServletRequest request) {\n    String x = request.getParameter(\"x\");\n"
        let use = "    new java.io.FileInputStream(c);\n  }\n}\n"
        check(
            .java, "path/",
            java + "    int n = 86;\n    String c;\n    if (294 - n > 200) c = \"a\";\n    else c = x;\n" + use, [])
        check(
            .java, "path/",
            java + "    int n = 96;\n    String c;\n    if (294 - n > 200) c = \"a\";\n    else c = x;\n" + use, [8])
        check(.java, "path/", java + "    int n = 0;\n    n++;\n    String c = n == 0 ? \"a\" : x;\n" + use, [7])
        check(.java, "path/", java + "    String c = 3 > 4 ? x : \"a\";\n" + use, [])
    }

    @Test func `what is kept under a key is that and nothing else`() {
        let head = "from flask import request\ndef f():\n    m = {}\n    m['a'] = 'x'\n    m['b'] = request.args['x']\n"
        check(.python, "path/", head + "    open(m['a'])\n    open(m['b'])\n", [7])
        check(.python, "path/", head + "    m['b'] = 'y'\n    open(m['b'])\n", [])
        let java = "class A {\n  void f(HttpServletRequest request) {\n    Map<String, String> m = new HashMap<>();\n"
        check(
            .java, "path/",
            java + "    m.put(\"a\", \"x\");\n    m.put(\"b\", request.getParameter(\"x\"));\n"
                + "    new FileInputStream(m.get(\"a\"));\n    new FileInputStream((String) m.get(\"b\"));\n  }\n}\n",
            [7])
    }

    @Test func `a helper further down counts as one above does`() {
        let python = "from flask import request\ndef f():\n    open(g(request.args['x']))\n\ndef g(x):\n    return x\n"
        check(.python, "path/", python, [3])
        check(.python, "path/", python.replacing("return x", with: "return 'a'"), [])
        let java = """
            class A {
              void f(HttpServletRequest request) {
                new FileInputStream(g(request.getParameter("x")));
                new FileInputStream(new B().h(request, request.getParameter("x")));
                new FileInputStream(new B().k(request.getParameter("x")));
              }
              private static String g(String x) { return x; }
              private class B {
                public String h(HttpServletRequest request, String x)
                    throws IOException {
                  String y = x;
                  return y;
                }
                public String k(String x) {
                  return "a";
                }
              }
            }
            """
        check(.java, "path/", java, [3, 4])
    }

    @Test func `only the host of an address says where it leads`() {
        let head = "const axios = require('axios');\napp.get('/', (req, res) => {\n"
        let bad = ["req.query.u", "`https://${req.query.h}/a`", "'//' + req.body.u", "`${req.query.u}/a`"]
        let good = [
            "base + req.query.u", "`https://a.io/${req.query.p}`", "`${base}/${req.query.p}`", "'/' + req.query.p",
        ]
        for address in bad {
            check(.javascript, "web/server-side", head + "  axios.get(\(address));\n});\n", [3])
            check(.javascript, "web/open-redirect", head + "  res.redirect(\(address));\n});\n", [3])
        }
        for address in good {
            check(.javascript, "web/server-side", head + "  axios.get(\(address));\n});\n", [])
            check(.javascript, "web/open-redirect", head + "  res.redirect(\(address));\n});\n", [])
        }
    }

    @Test func `what is compared is no part of a value`() {
        let head = "from flask import request\ndef f(db):\n    x = request.args['x']\n"
        check(.python, "sql/", head + "    db.execute('SELECT a FROM t WHERE b = ' + str(x == 'y'))\n", [])
        check(.python, "sql/", head + "    db.execute('SELECT a FROM t WHERE b = ' + (x if x != 'y' else 'z'))\n", [4])
    }

    @Test func `each case of a choice is a branch`() {
        let head = "app.get('/', (req, res) => {\n  const k = pick();\n"
        let first = "  switch (k) {\n    case 'a':\n      c = 'x';\n      break;\n"
        let second = "    case 'b':\n      c = req.query.u;\n      break;\n"
        let rest = "    default:\n      c = 'y';\n  }\n"
        let end = "  fs.readFile(c, done);\n});\n"
        check(.javascript, "path/", head + "  let c;\n" + first + second + rest + end, [14])
        check(.javascript, "path/", head + "  let c;\n" + first + rest + end, [])
        check(.javascript, "path/", head + "  let c = req.query.u;\n" + first + "  }\n" + end, [9])
        let python = "from flask import request\ndef f(k):\n    x = request.args['x']\n"
        let match = "    match k:\n        case 'a':\n            c = x\n        case _:\n            c = 'b'\n"
        check(.python, "path/", python + match + "    open(c)\n", [9])
        check(.python, "path/", python + match.replacing("c = x", with: "c = 'a'") + "    open(c)\n", [])
        // Names that are no words of a choice.
        check(.python, "path/", python + "    match = x\n    case = match\n    open(case)\n", [6])
    }

    @Test func `a list that is filled piece by piece holds each at its place`() {
        let head =
            "from flask import request\ndef f():\n    a = []\n    a.append('x')\n    a.append(request.args['x'])\n"
        check(.python, "path/", head + "    open(a[0])\n    open(a[1])\n", [7])
        check(.python, "path/", head + "    a.pop(0)\n    open(a[0])\n", [7])
        let java =
            "class A {\n  void f(HttpServletRequest request) {\n    List<String> a = new ArrayList<>();\n"
            + "    a.add(\"x\");\n    a.add(request.getParameter(\"x\"));\n    a.add(\"y\");\n"
        check(.java, "path/", java + "    a.remove(0);\n    new FileInputStream(a.get(1));\n  }\n}\n", [])
        check(.java, "path/", java + "    a.remove(0);\n    new FileInputStream(a.get(0));\n  }\n}\n", [8])
    }

    @Test func `an object whose field holds what a request says brings it along`() {
        let head = "const { MongoClient } = require('mongodb');\napp.post('/', (req, res) => {\n  const query = {};\n"
        check(.javascript, "sql/", head + "  query.title = req.body.title;\n  doc.find(query);\n});\n", [5])
        check(.javascript, "sql/", head + "  query.title = 'a';\n  doc.find(query);\n});\n", [])
        check(.javascript, "sql/", head + "  doc.find(query);\n  query.title = req.body.title;\n});\n", [])
        // Given anew, it holds nothing of that.
        let anew = "  let q = {};\n  q.title = req.body.title;\n  q = { title: 'a' };\n  doc.find(q);\n});\n"
        check(.javascript, "sql/", head + anew, [])
    }

    @Test func `the type of a parameter tells that it is a request`() {
        let body = "  fs.readFile(incoming.query.name, done);\n}\n"
        check(.typescript, "path/", "function f(incoming: express.Request) {\n" + body, [2])
        check(.typescript, "path/", "function f(incoming: Settings) {\n" + body, [])
        let parts = "const f = ({ params }: Request) => {\n  fs.readFile(params.name, done);\n}\n"
        check(.typescript, "path/", parts, [2])
        check(.typescript, "path/", parts.replacing("Request", with: "Settings"), [])
        let cloud = "exports.handler = async (event, context) => {\n  fs.readFile(event.name, done);\n}\n"
        check(.javascript, "path/", cloud, [2])
        check(.javascript, "path/", cloud.replacing(", context", with: ""), [])
    }

    @Test func `what a socket or a form brings comes from outside`() {
        let java = "class A {\n  void f(Socket socket) throws Exception {\n    var data = new ObjectInputStream("
        check(.java, "eval/", java + "socket.getInputStream());\n    data.readUnshared();\n  }\n}\n", [3, 4])
        check(.java, "eval/", java + "own);\n    data.readUnshared();\n  }\n}\n", [3])
        let python = "from django.shortcuts import redirect\ndef f(form):\n    return redirect("
        check(.python, "web/", python + "form.cleaned_data['next'])\n", [3])
        check(.python, "web/", python + "form.instance.address)\n", [])
    }

    @Test func `code of PHP starts with a tag in letters of either case`() {
        check(.php, "path/", "<?PHP\nunlink($_GET['a']);\n", [2])
        check(.php, "path/", "<?xml\nunlink($_GET['a']);\n", [])
    }
}
