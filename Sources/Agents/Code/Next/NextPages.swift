/// One page: reads records, and gives them to the components that the architecture names.
enum NextPages {
    static func text(_ page: PageModel, _ model: AppModel) -> String {
        page.isDynamic ? details(page, model) : ordinary(page, model)
    }

    private static func ordinary(_ page: PageModel, _ model: AppModel) -> String {
        var imports = Set(page.components.map { "import { \($0.name) } from \"@/components/\($0.name)\";" })
        let shown = page.components.filter { usesRecords($0) }.map(\.entity)
        let entities = model.entities.filter { shown.contains($0) }
        if !entities.isEmpty {
            let hooks = entities.map(NextStore.hook).sorted().joined(separator: ", ")
            imports.insert("import { \(hooks) } from \"@/lib/store\";")
        }
        let reads = entities.map { "  const \($0.plural) = \(NextStore.hook($0))();\n" }.joined()
        let isPlain = page.components.allSatisfy { $0.kind == .signIn || $0.kind == .settings }
        let router = page.components.contains { $0.kind == .signIn }
        if router { imports.insert("import { useRouter } from \"next/navigation\";") }
        let routerLine = router ? "  const router = useRouter();\n" : ""
        let directive = entities.isEmpty && !router ? "" : "\"use client\";\n\n"
        let constants = page.components.contains { $0.kind == .settings } ? settingsSections(page, model) : ""
        let body = page.components.map(element).joined(separator: "\n")
        let heading =
            page.isHome || isPlain && page.components.count > 1 ? "" : "      <h1>\(Literal.jsx(page.title))</h1>\n"
        return directive + imports.sorted().joined(separator: "\n") + "\n\n" + constants
            + """
            export default function \(pageName(page))() {
            \(reads)\(routerLine)  return (
                <>
            \(heading)\(body)
                </>
              );
            }

            """
    }

    private static func pageName(_ page: PageModel) -> String {
        page.isHome
            ? "HomePage"
            : CodeNames.type(page.path.replacing("/", with: " ").replacing("[", with: " ").replacing("]", with: " "))
                + "Page"
    }

    private static func usesRecords(_ component: ComponentModel) -> Bool {
        ![.navigation, .welcome, .signIn, .settings].contains(component.kind)
    }

    private static func element(_ component: ComponentModel) -> String {
        let entity = component.entity
        return switch component.kind {
        case .table, .cards, .calendar, .summary, .thread, .checkout, .panel:
            "      <\(component.name) \(entity.plural)={\(entity.plural).all} />"
        case .board:
            "      <\(component.name) \(entity.plural)={\(entity.plural).all} onMove={\(entity.plural).change} />"
        case .form:
            """
                  <h2>New \(Literal.jsx(entity.label))</h2>
                  <\(component.name) onSubmit={\(entity.plural).add} />
            """
        case .details:
            """
                  {\(entity.plural).all.slice(0, 1).map((\(entity.variable)) => (
                    <\(component.name)
                      key={\(entity.variable).id}
                      \(entity.variable)={\(entity.variable)}
                      onChange={\(entity.plural).change}
                      onRemove={\(entity.plural).remove}
                    />
                  ))}
            """
        case .signIn: "      <SignInForm onSignIn={() => router.push(\"/\")} />"
        case .settings: "      <SettingsPanel sections={sections} />"
        case .welcome: "      <WelcomePanel />"
        case .navigation: ""
        }
    }

    /// The choices of the settings page: one for each feature that has no page of its own.
    private static func settingsSections(_ page: PageModel, _ model: AppModel) -> String {
        let named = model.features.filter { page.description.contains($0.name) }
        let shown = named.isEmpty ? Array(model.features.suffix(2)) : named
        let rows = shown.enumerated().map { index, feature in
            "  { id: \(Literal.string("choice-\(index + 1)")), title: \(Literal.string(feature.name)), text: \(Literal.string(feature.description)) },"
        }
        return "const sections = [\n" + rows.joined(separator: "\n") + "\n];\n\n"
    }

    /// `/clients/[id]`: one record, or a friendly word where it is gone.
    private static func details(_ page: PageModel, _ model: AppModel) -> String {
        let component = page.components.first { $0.kind == .details } ?? page.components[0]
        guard component.kind == .details else { return ordinary(page, model) }
        let entity = component.entity
        let list = model.menu.first { $0.path == "/" + entity.slug }?.path ?? "/"
        return """
            "use client";

            import Link from "next/link";
            import { useParams, useRouter } from "next/navigation";
            import { EmptyState } from "@/components/EmptyState";
            import { \(component.name) } from "@/components/\(component.name)";
            import { \(NextStore.hook(entity)) } from "@/lib/store";

            export default function \(pageName(page))() {
              const { id } = useParams<{ id: string }>();
              const router = useRouter();
              const \(entity.plural) = \(NextStore.hook(entity))();
              const found = \(entity.plural).all.find((candidate) => candidate.id === id);

              if (found === undefined) {
                return (
                  <EmptyState title="Not found">
                    There is no \(Literal.jsx(entity.label)) with this address. <Link href="\(list)">Back to the list</Link>
                  </EmptyState>
                );
              }
              return (
                <>
                  <h1>{found.\(entity.title.property)}</h1>
                  <\(component.name)
                    \(entity.variable)={found}
                    onChange={\(entity.plural).change}
                    onRemove={(removed) => {
                      \(entity.plural).remove(removed);
                      router.push("\(list)");
                    }}
                  />
                </>
              );
            }

            """
    }
}
