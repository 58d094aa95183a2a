import JSON
import Models

/// A file or folder of a project that does not go out with it, and why.
package struct LeftOutFile: Sendable, Hashable {
    /// In the project's folder; that of a folder ends with a slash.
    package let path: String
    package let reason: Reason

    init(path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    package enum Reason: Sendable, Hashable {
        case ignored
        /// What programs install, make or keep: dependencies, environments, caches, histories, keys.
        case foreign
        /// `.git` and `.codeforge`, which are not told of.
        case reserved
        case credentials(String)
        case noText
        case link
        case special
        case skipped(WalkReport.Reason)
        /// The rows have it, and no folder.
        case gone
        /// What a folder holds is not what the rows have.
        case notMirrored
        /// The walk ended before its end.
        case limit(String)
        case unasked

        /// The end of a sentence that begins with "because it".
        package var text: String {
            switch self {
            case .ignored: "is left out by an ignore file"
            case .foreign: "holds what programs install or keep, such as dependencies and caches"
            case .reserved: "is git's or CodeForge's own"
            case .credentials(let kind): "is there for credentials (\(kind))"
            case .noText: "is no text"
            case .link: "is a link"
            case .special: "is no regular file"
            case .skipped(let reason): reason.rawValue
            case .gone: "is in no folder of the project any more"
            case .notMirrored: "changed in its folder and is not mirrored"
            case .limit(let reached): "is only sent as far as a limit goes: \(reached)"
            case .unasked: "is mirrored only when you agree, with codeforge project mirror"
            }
        }
    }

    package var json: JSONValue { ["path": .string(WithheldSecrets.path(path)), "reason": .string(reason.text)] }

    /// A sentence a reason, with the first few names, of an answer's `left_out`.
    package static func sentences(of json: JSONValue?) -> [String] {
        var order: [String] = []
        var paths: [String: [String]] = [:]
        for file in json?.array ?? [] {
            guard let path = file["path"]?.string, let reason = file["reason"]?.string else { continue }
            if paths[reason] == nil { order.append(reason) }
            paths[reason, default: []].append(path)
        }
        return order.map { "Left out because it \($0): \(JobOutcome.list(paths[$0] ?? []))." }
    }
}
