import Models
import Testing

@testable import Engine

/// A new file does not come in without what it imports.
@Suite struct FileNeedsTests {
    /// The new files that need one that waits, each with that.
    private func needs(_ new: [String: String], on waiting: String...) throws -> [String: String] {
        var texts: [ProjectPath: String] = [:]
        for (path, text) in new { texts[try ProjectPath(validating: path)] = text }
        let needs = FileNeeds(of: texts, on: Set(try waiting.map(ProjectPath.init(validating:))))
        return [String: String](
            uniqueKeysWithValues: needs.waitingFiles().map { ($0.key.text, $0.value.text) })
    }

    @Test(arguments: [
        ("src/app/recipes/page.tsx", "import { Recipe } from \"@/lib/types\";", "src/lib/types.ts"),
        ("app/recipes/page.tsx", "import { Recipe } from '@/lib/types'", "lib/types.ts"),
        ("src/lib/store.ts", "export * from './types'\n", "src/lib/types.ts"),
        ("src/lib/store.ts", "import {\n  Recipe,\n} from './types.js';\n", "src/lib/types.ts"),
        ("src/main.rs", "mod recipe;\n", "src/recipe.rs"),
        ("src/main.c", "#include \"recipe.h\"\n", "src/recipe.h"),
        ("src/a/b/c.js", "const t = require(\"../../lib\")", "src/lib/index.js"),
        ("src/main.mjs", "await import(`./lib/types.mjs`)", "src/lib/types.mjs"),
        ("app/main.py", "from app.models import Recipe\n", "app/models.py"),
        ("app/main.py", "from . import models, views\n", "app/models.py"),
        ("app/api/routes.py", "from ..models import (Recipe, Meal)\n", "app/models/__init__.py"),
        ("backend/app/main.py", "import app.models as m\n", "backend/app/models.py"),
        ("store/recipes.go", "package store\n", "store/store.go"),
        ("Sources/App/RecipeView.swift", "import SwiftUI\n", "Sources/Model/Recipe.swift"),
    ])
    func `a file needs what it imports`(path: String, text: String, waiting: String) throws {
        #expect(try needs([path: text], on: waiting) == [path: waiting])
    }

    @Test(arguments: [
        ("src/app/page.tsx", "import { x } from \"@/lib/other\"", "src/lib/types.ts"),
        ("src/app/page.tsx", "import React from \"react\"; // ./lib/types", "src/lib/types.ts"),
        ("app/main.py", "from models2 import Recipe\n", "app/models.py"),
        ("app/main.py", "# from the models import\n", "app/models.py"),
        ("app/main.py", "# import models\n", "app/models.py"),
        ("other/recipes.go", "package other\n", "store/store.go"),
        ("docs/notes.md", "See ./src/lib/types", "src/lib/types.ts"),
        ("src/a.ts", "import \"../../out\"", "out.ts"),
    ])
    func `a file needs nothing else`(path: String, text: String, waiting: String) throws {
        #expect(try needs([path: text], on: waiting) == [:])
    }

    @Test func `what needs a file that needs one waits as well, in a circle, too`() throws {
        let new = [
            "a.ts": "import './b'", "b.ts": "import './c'; import './a'", "c.ts": "import './types'",
            "d.ts": "import './e'", "e.ts": "import './d'",
        ]
        #expect(try needs(new, on: "types.ts") == ["a.ts": "types.ts", "b.ts": "types.ts", "c.ts": "types.ts"])
    }

    @Test func `without a person only what stands on its own comes in, with one everything`() async throws {
        let sample = try await FolderSample()
        let first = try await sample.job(["types.ts": "export type Dog = {}\n"], isPipeline: true)
        try await sample.apply(first)
        let second = try await sample.job(
            [
                "types.ts": "export type Cat = {}\n", "cats.ts": "import { Cat } from './types'\n",
                "readme.txt": "Cats\n",
            ], isPipeline: true)
        let plan = try await sample.plan(second, isAsked: false)
        #expect(plan.free.map(\.path.text) == ["readme.txt"])
        #expect(plan.asking.map(\.path.text) == ["cats.ts", "types.ts"])
        #expect(plan.asking.first?.reason == "it needs types.ts, which waits for you")
        try await sample.apply(second)
        #expect(sample.files.read("cats.ts") != nil && sample.files.read("types.ts") == "export type Cat = {}\n")
    }
}
