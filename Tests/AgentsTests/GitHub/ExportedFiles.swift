import Models
import TestSupport

@testable import Agents

/// A project with nested folders, an empty file, other scripts and line ends, and one file of half a megabyte.
let exportedFiles: [String: String] = [
    "README.md": "# Dog walkers\n",
    "src/app/page.tsx": "export default function Page() { return <main>Walks</main>; }\n",
    "src/app/[id]/page.tsx": "export const walks = [];\r\n",
    "docs/späziergang 🐕.md": "Grüße, 散歩\n",
    "data/empty.txt": "",
    "data/walks.csv": String(repeating: "Rex,2026-01-15,45\n", count: 30_000),
]

func exportFiles() throws -> [GitHubExporter.File] {
    try exportedFiles.sorted { $0.key < $1.key }.map {
        GitHubExporter.File(path: try ProjectPath(validating: $0.key), content: $0.value)
    }
}

extension GitHubServer {
    func exporter(token: String = GitHubServer.token) throws -> GitHubExporter {
        GitHubExporter(address: try GitHubAddress(validating: url), token: Secret(token), firstPause: 0.01)
    }
}
