import CGlibc
import Glibc

/// Names of files that are being written or set aside: never mirrored, and cleared away once their process is gone.
enum TemporaryName {
    /// A new file before it takes its name: of no use to anybody.
    private static let new = ".codeforge-new-"
    /// What has, or may come to have, what a person saved; it gets its name back.
    ///
    /// `.codeforge-kept-PID-CHANCE-NAME`.
    private static let kept = ".codeforge-kept-"
    /// Longest name of a file, in bytes.
    private static let maxBytes = 255

    static func next() -> String { prefix(new) }

    /// The name under which a file is set aside, or under which it comes out of an exchange.
    static func keeping(_ name: String) -> String {
        let text = "\(prefix(kept))-\(name)"
        return text.utf8.count > maxBytes ? prefix(kept) : text
    }

    private static func prefix(_ kind: String) -> String {
        "\(kind)\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    }

    static func matches(_ name: Span<UInt8>) -> Bool { begins(name, new) || begins(name, kept) }

    private static func begins(_ name: Span<UInt8>, _ prefix: String) -> Bool {
        guard name.count > prefix.utf8.count else { return false }
        var index = 0
        for byte in prefix.utf8 {
            guard name[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// Clears a file away whose process is gone; one that was set aside gets its name back where that is free.
    ///
    /// - Returns: False where the file is none of these.
    static func clear(_ name: Span<UInt8>, in folder: borrowing OpenFile) -> Bool {
        guard matches(name) else { return false }
        let text = name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        let isKept = begins(name, kept)
        let rest = text.dropFirst(isKept ? kept.count : new.count)
        guard let process = pid_t(rest.prefix { $0.isASCII && $0.isNumber }), process > 0, kill(process, 0) != 0,
            errno == ESRCH
        else { return false }
        if !isKept {
            unlinkat(folder.descriptor, text, 0)
        } else {
            let parts = rest.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
            if parts.count == 3 { folder.giveBack(text, String(parts[2])) }
        }
        return true
    }
}

extension OpenFile {
    /// Gives a file that was set aside its name back; one that the name has already, byte for byte, goes.
    fileprivate func giveBack(_ aside: String, _ name: String) {
        if (try? self.name(aside, name)) != false { return }
        guard let mine = try? regularFile(named: aside), let size = try? mine.attributes().st_size,
            let bytes = try? mine.read(upTo: Int(size), expecting: Int(size)), (try? holds(bytes, name)) == true
        else { return }
        unlinkat(descriptor, aside, 0)
    }
}
