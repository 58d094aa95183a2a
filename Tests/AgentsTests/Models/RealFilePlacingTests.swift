import Engine
import Foundation
import JSON
import Models
import TestSupport
import Testing

@testable import Agents

/// Reviews of thirty real files, this repository's own, as models write them: numbers that are off, quotes that are
/// nearly the line, and some that are of no line at all.
@Suite struct RealFilePlacingTests {
    /// How a quote or a number goes wrong.
    private enum Slip: CaseIterable {
        case none, number, noNumber, blanks, tail, head, numbered, fenced, twoLines, invented, reworded
    }

    private static let files: [String] = {
        let root = BuiltProgram.packageRoot
        let folders = [
            "Sources/Agents", "Sources/Engine", "Sources/codeforge", "editors/vscode/src", "editors/neovim/lua",
            "Tests/TestSupport",
        ]
        var found: [String] = []
        for folder in folders {
            let paths =
                (FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? [])
                .filter { [".swift", ".ts", ".lua", ".py"].contains(where: $0.hasSuffix) }.sorted()
            // Five of each, spread over the folder.
            for index in 0..<5 where !paths.isEmpty {
                found.append("\(folder)/\(paths[index * (paths.count - 1) / 4])")
            }
        }
        return Array(Set(found)).sorted()
    }()

    private struct Planted {
        let issue: JSONValue
        /// The line that is meant, from 0; nil for one that is of no line.
        let line: Int?
    }

    @Test func `of the places that are shown at least 99 of 100 are right, and what has none says so`() async throws {
        #expect(Self.files.count >= 25, "\(Self.files.count)")
        var random = SeededRandom(seed: 30)
        var (shown, right, hidden, meant) = (0, 0, 0, 0)
        var wrong: [String] = []
        for path in Self.files {
            let text = try String(contentsOfFile: BuiltProgram.packageRoot + "/" + path, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let useful = lines.indices.filter { lines[$0].filter { !$0.isWhitespace }.count >= 8 }
            guard !useful.isEmpty else { continue }
            var planted: [Planted] = []
            for slip in Slip.allCases {
                let line = useful[Int.random(in: 0..<useful.count, using: &random)]
                planted.append(Self.plant(slip, at: line, of: lines, in: path, &random))
            }
            let (document, places) = try await review(path, text, planted.map(\.issue))
            for (index, (item, place)) in zip(planted, places).enumerated() {
                if item.line != nil { meant += 1 }
                guard let found = place?.line else {
                    hidden += 1
                    let words = document["issues"]?[index]?["description"]?.string ?? ""
                    #expect(words.contains("(Its place in the file was not found.)"), "\(words)")
                    continue
                }
                shown += 1
                // A line that reads the same is the same place for whoever looks at it.
                let isRight =
                    item.line.map { lines[found].filter { !$0.isWhitespace } == lines[$0].filter { !$0.isWhitespace } }
                    ?? false
                if isRight { right += 1 } else { wrong.append("\(path):\(found + 1) for \(item.issue.serialized)") }
            }
        }
        let share = Double(right) / Double(max(1, shown))
        print(
            "QA places: \(right) of \(shown) shown are right (\(share)), \(hidden) say that they have none, \(meant) had one"
        )
        #expect(share >= 0.99, "\(wrong.joined(separator: "\n"))")
        #expect(Double(shown) / Double(meant) >= 0.85, "\(shown) of \(meant)")
    }

    private static func plant(
        _ slip: Slip, at line: Int, of lines: [String], in path: String, _ random: inout SeededRandom
    ) -> Planted {
        let whole = lines[line]
        let trimmed = whole.trimmingCharacters(in: .whitespaces)
        var number: JSONValue = .integer(line + 1)
        var quote = whole
        var meant: Int? = line
        switch slip {
        case .none: break
        case .number: number = .integer(max(1, line + 1 + Int.random(in: -3...3, using: &random)))
        case .noNumber: number = .null
        case .blanks: quote = trimmed.replacing(" ", with: "  ").replacing("(", with: "( ")
        case .tail: quote = String(trimmed.dropLast(trimmed.count / 5))
        case .head: quote = String(trimmed.dropFirst(trimmed.count / 5))
        case .numbered: quote = "\(line + 1)| \(whole)"
        case .fenced: quote = "`\(trimmed)`"
        case .twoLines: quote = line + 1 < lines.count ? whole + "\n" + lines[line + 1] : whole
        case .invented: (quote, meant) = ("let nothingOfTheKind\(line) = undefinedValue(\(line))", nil)
        case .reworded: (quote, meant) = ("the loop that goes over the items and adds them up, roughly", nil)
        }
        return Planted(
            issue: [
                "severity": "warning", "file": .string(path), "line": number, "quote": .string(quote),
                "description": "Something.", "suggestion": "",
            ], line: meant)
    }

    private func review(_ path: String, _ text: String, _ issues: [JSONValue]) async throws -> (
        JSONValue, [IssuePlace?]
    ) {
        let kept = Places()
        let task = AgentTask(
            input: ["file_path": .string(path)], project: ProjectSnapshot(title: "Own", files: [path: text]),
            matchPatterns: { _, _, _ in [] }, placeIssues: { await kept.set($0) })
        var context = PromptContext(limitBytes: 1 << 20)
        let brief = try QABrief(task, &context)
        guard case .valid(let answer) = brief.check(["summary": "Read.", "issues": .array(issues)], context) else {
            throw UnexpectedOutcome()
        }
        let document = try await brief.outcome(of: answer, task, context).document
        return (document, await kept.value)
    }
}

private actor Places {
    private(set) var value: [IssuePlace?] = []

    func set(_ places: [IssuePlace?]) { value = places }
}
