/// A Next.js project in TypeScript: pages, components, shared state, browser storage, tests and a database schema.
struct NextProject {
    let model: AppModel

    var files: [SourceFile] {
        configuration + library + components + pages + tests
    }

    private var configuration: [SourceFile] {
        let model = model
        return [
            SourceFile("package.json", "json", "Declaring packages and scripts") { NextConfiguration.package(model) },
            SourceFile("tsconfig.json", "json", "Setting up strict TypeScript") { NextConfiguration.typescript },
            SourceFile("next.config.mjs", "javascript", "Setting safe response headers") { NextConfiguration.next },
            SourceFile("vitest.config.ts", "typescript", "Setting up the tests") { NextConfiguration.vitest },
            GitIgnore.file(.next),
            SourceFile("README.md", "markdown", "Explaining the project") {
                ProjectReadme.text(
                    model, run: "npm install, then npm run dev", test: "npm test", does: ProjectReadme.pages(model),
                    keeps: "Records are kept in the browser; `db/schema.sql` describes tables that nothing uses yet.")
            },
            SourceFile("db/schema.sql", "sql", "Describing the tables") { SQLSchema.text(model) },
        ]
    }

    private var library: [SourceFile] {
        let model = model
        return [
            SourceFile("src/lib/types.ts", "typescript", "Naming the records") { NextLibrary.types(model) },
            SourceFile("src/lib/seed.ts", "typescript", "Writing believable examples") { NextLibrary.seed(model) },
            SourceFile("src/lib/validation.ts", "typescript", "Deciding what a record must have") {
                NextLibrary.validation(model)
            },
            SourceFile("src/lib/format.ts", "typescript", "Formatting dates and amounts") { NextLibrary.format(model) },
            SourceFile("src/lib/repository.ts", "typescript", "Reading and writing records") {
                NextLibrary.repository(model)
            },
            SourceFile("src/lib/store.tsx", "typescript", "Sharing records between pages") { NextStore.text(model) },
        ]
    }

    private var components: [SourceFile] {
        let model = model
        var files = [
            SourceFile("src/components/NavBar.tsx", "typescript", "Building the menu") { NextShell.navigation(model) },
            SourceFile("src/components/EmptyState.tsx", "typescript", "Saying what to do when nothing is there") {
                NextShell.emptyState
            },
            SourceFile("src/components/Field.tsx", "typescript", "Giving every input a label and an error") {
                NextShell.field
            },
        ]
        var seen: Set<String> = ["NavBar", "EmptyState", "Field"]
        for component in neededComponents where seen.insert(component.name).inserted {
            files.append(
                SourceFile("src/components/\(component.name).tsx", "typescript", "Building \(component.name)") {
                    NextComponents.text(component, model)
                })
        }
        return files
    }

    /// Components of the pages, and the forms that other components open.
    private var neededComponents: [ComponentModel] {
        var all = model.pages.flatMap(\.components)
        for component in all where component.kind == .details {
            all.append(ComponentModel(component.entity.type + "Form", entities: model.entities))
        }
        return all
    }

    private var pages: [SourceFile] {
        let model = model
        var files = [
            SourceFile("src/app/layout.tsx", "typescript", "Framing every page") { NextShell.layout(model) },
            SourceFile("src/app/globals.css", "css", "Choosing colours and spacing") { Stylesheet.text(model) },
            SourceFile("src/app/not-found.tsx", "typescript", "Helping whoever took a wrong turn") {
                NextShell.notFound
            },
        ]
        for page in model.pages {
            let folder = page.isHome ? "" : page.path
            files.append(
                SourceFile("src/app\(folder)/page.tsx", "typescript", "Writing the page \(page.path)") {
                    NextPages.text(page, model)
                })
        }
        return files
    }

    private var tests: [SourceFile] {
        let model = model
        return [
            SourceFile("src/lib/validation.test.ts", "typescript", "Testing what a record must have") {
                NextTests.validation(model)
            },
            SourceFile("src/lib/repository.test.ts", "typescript", "Testing reading and writing") {
                NextTests.repository(model)
            },
            SourceFile("src/lib/format.test.ts", "typescript", "Testing dates and amounts") { NextTests.format },
        ]
    }
}
