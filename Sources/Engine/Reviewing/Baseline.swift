import Glibc
import JSON
import Review

/// The findings of an earlier review, which do not count in a later one.
///
/// A finding is known by its file's path and its identity, which lines that move do not change.
package struct Baseline: Sendable {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private struct Entry: Hashable, Sendable {
        let path: String
        let identity: String
    }

    private var entries: Set<Entry> = []

    package var isEmpty: Bool { entries.isEmpty }
    /// The paths of files that have a finding in it.
    package var paths: Set<String> { Set(entries.map(\.path)) }

    /// Reads a file that `text(of:)`, or a review's JSON or SARIF report made.
    package init(at path: String) throws(Failure) {
        let bytes: [UInt8]
        do throws(SystemError) {
            guard let file = try OpenFile.regularFile(at: path) else { throw SystemError(code: EINVAL) }
            bytes = try file.read(upTo: ReviewTargets.fileLimitBytes, expecting: 1 << 16)
        } catch {
            throw Failure(description: "The baseline '\(path)' cannot be read: \(error).")
        }
        guard bytes.count <= ReviewTargets.fileLimitBytes else {
            throw Failure(description: "The baseline '\(path)' is larger than 64 MiB.")
        }
        do {
            entries = try Self.entries(JSONValue(parsing: bytes))
        } catch let error as JSONError {
            throw Failure(description: "The baseline '\(path)' is not JSON: \(error).")
        } catch {
            throw Failure(
                description: "'\(path)' is no baseline: \(error). `--write-baseline` makes one; so do `--format json` "
                    + "and `--format sarif`.")
        }
    }

    /// Whether a file is one that `text(of:)` made, whatever a formatter did to it since.
    ///
    /// Nothing else may be replaced by one: reports of reviews serve as baselines, and hold more.
    package static func isOwn(at path: String) -> Bool {
        guard let file = try? OpenFile.regularFile(at: path),
            let bytes = try? file.read(upTo: ReviewTargets.fileLimitBytes, expecting: 1 << 16),
            bytes.count <= ReviewTargets.fileLimitBytes, let root = try? JSONValue(parsing: bytes).object,
            Set(root.map(\.key)) == ["findings"], let findings = root["findings"]?.array
        else { return false }
        return findings.allSatisfy { finding in
            guard let entry = finding.object else { return false }
            return Set(entry.map(\.key)) == ["path", "rule", "identity"] && entry.allSatisfy { $0.value.string != nil }
        }
    }

    private struct WrongShape: Error, CustomStringConvertible { let description: String }

    private static func entries(_ json: JSONValue) throws -> Set<Entry> {
        if let runs = json["runs"]?.array { return try entries(ofRuns: runs) }
        guard let findings = json["findings"]?.array else {
            throw WrongShape(description: "it has neither 'findings' nor 'runs'")
        }
        return Set(
            try findings.enumerated().map { index, finding in
                guard let path = finding["path"]?.string, let identity = finding["identity"]?.string else {
                    throw WrongShape(description: "'findings[\(index)]' has no 'path' or 'identity'")
                }
                return Entry(path: path, identity: identity)
            })
    }

    /// The results of SARIF runs that CodeForge made.
    private static func entries(ofRuns runs: [JSONValue]) throws -> Set<Entry> {
        var entries: Set<Entry> = []
        for result in runs.flatMap({ $0["results"]?.array ?? [] }) {
            let place = result["locations"]?[0]?["physicalLocation"]?["artifactLocation"]
            guard let identity = result["partialFingerprints"]?["codeforgeIdentity/v1"]?.string,
                let path = place?["uri"]?.string.flatMap(Self.path)
            else { throw WrongShape(description: "a result in it is none of CodeForge") }
            entries.insert(Entry(path: path, identity: identity))
        }
        return entries
    }

    /// The path of a report's address: `file:///a%20b` or `a%20b`.
    static func path(ofAddress address: String) -> String? {
        let escaped = address.hasPrefix("file://") ? address.dropFirst(7) : address[...]
        var bytes: [UInt8] = []
        var rest = escaped.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Whether a finding of a file is in it.
    package func contains(_ finding: Finding, inFileAt path: String) -> Bool {
        !entries.isEmpty && entries.contains(Entry(path: path, identity: finding.identity))
    }

    /// A baseline of everything that files show: a line a finding, by path and place, the same whatever machine wrote it.
    package static func text(of files: [FileReview]) -> String {
        let lines = files.flatMap { file in
            file.findings.filter { !$0.isDismissed }.map { located -> String in
                let entry: JSONValue = [
                    "path": .string(file.path), "rule": .string(located.finding.ruleID),
                    "identity": .string(located.finding.identity),
                ]
                return "    " + entry.serialized.printableJSON
            }
        }
        return "{\n  \"findings\": [\n" + lines.joined(separator: ",\n") + (lines.isEmpty ? "" : "\n") + "  ]\n}\n"
    }
}
