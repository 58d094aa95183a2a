/// An address with places for values, such as `/v1/jobs/{job_id}`.
///
/// A value is one part between slashes; `{path...}` at the end takes all that is left, slashes included.
struct PathTemplate: Sendable {
    private enum Part: Sendable {
        case literal(Substring)
        case value(String)
        case rest(String)
    }

    /// As OpenAPI writes it.
    let text: String
    private let parts: [Part]

    init(_ source: String) {
        text = source.replacing("...}", with: "}")
        parts = source.split(separator: "/").map { part in
            guard part.hasPrefix("{") else { return .literal(part) }
            let name = part.dropFirst().dropLast()
            return name.hasSuffix("...") ? .rest(String(name.dropLast(3))) : .value(String(name))
        }
    }

    /// The values' names, in order.
    var names: [String] {
        parts.compactMap { part in
            switch part {
            case .literal: nil
            case .value(let name), .rest(let name): name
            }
        }
    }

    /// The values of an address, still percent-encoded; nil where it is another one.
    func values(in path: [Substring]) -> [String: Substring]? {
        var values: [String: Substring] = [:]
        for (index, part) in parts.enumerated() {
            guard index < path.count else { return nil }
            switch part {
            case .literal(let text):
                guard text == path[index] else { return nil }
            case .value(let name):
                guard !path[index].isEmpty else { return nil }
                values[name] = path[index]
            case .rest(let name):
                values[name] = Substring(path[index...].joined(separator: "/"))
                return values
            }
        }
        return parts.count == path.count ? values : nil
    }
}

extension StringProtocol {
    /// The text with `%2F` and the like read, once; nil where that is wrong or no UTF-8.
    var percentDecoded: String? {
        guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(Self.digit), let low = rest.popFirst().flatMap(Self.digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
