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

    /// What became of a file that may be one of these.
    enum Clearing {
        /// It is none, or its process lives.
        case none
        case cleared
        /// It holds what a person had, and its name is taken, or not known any more.
        case kept
    }

    /// Clears a file away whose process is gone; one that was set aside gets its name back where that is free.
    static func clear(_ name: Span<UInt8>, in folder: borrowing OpenFile) -> Clearing {
        guard matches(name) else { return .none }
        let text = name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        let isKept = begins(name, kept)
        let rest = text.dropFirst(isKept ? kept.count : new.count)
        guard let process = pid_t(rest.prefix { $0.isASCII && $0.isNumber }), process > 0,
            isGone(process, whichMade: text, in: folder)
        else { return .none }
        if !isKept {
            unlinkat(folder.descriptor, text, 0)
            return .cleared
        }
        let parts = rest.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 && folder.giveBack(text, String(parts[2])) ? .cleared : .kept
    }

    /// Whether a process has ended, though another one may have its number now, as after a restart of the machine.
    private static func isGone(_ process: pid_t, whichMade name: String, in folder: borrowing OpenFile) -> Bool {
        if kill(process, 0) != 0, errno == ESRCH { return true }
        guard let start = start(of: process), let file = try? folder.attributes(of: name) else { return false }
        // The start is known to a tick, the clock's correction since then is not.
        return start > file.st_ctim.tv_sec + 2
    }

    /// When a process was started, in seconds since 1970; nil where the system does not tell.
    ///
    /// Spec: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    static func start(of process: pid_t) -> Int? {
        guard let file = try? OpenFile.regularFile(at: "/proc/\(process)/stat"),
            let bytes = try? file.read(upTo: 4096, expecting: 512), let end = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        // The program's name may hold anything; what follows its bracket begins with the third field.
        let fields = String(decoding: bytes[(end + 1)...], as: UTF8.self).split(separator: " ")
        guard fields.count > 19, let ticks = Int(fields[19]) else { return nil }
        var (now, sinceBoot) = (timespec(), timespec())
        clock_gettime(CLOCK_REALTIME, &now)
        clock_gettime(CLOCK_BOOTTIME, &sinceBoot)
        return now.tv_sec - sinceBoot.tv_sec + ticks / sysconf(Int32(_SC_CLK_TCK))
    }
}

extension OpenFile {
    /// Gives a file that was set aside its name back; one that the name has already, byte for byte, goes.
    ///
    /// - Returns: Whether it is not there any more under the name that it was set aside with.
    fileprivate func giveBack(_ aside: String, _ name: String) -> Bool {
        if (try? self.name(aside, name)) == true { return true }
        guard let mine = try? regularFile(named: aside), let size = try? mine.attributes().st_size,
            let bytes = try? mine.read(upTo: Int(size), expecting: Int(size)), (try? holds(bytes, name)) == true
        else { return false }
        return unlinkat(descriptor, aside, 0) == 0
    }
}

extension ProjectFolder {
    /// Clears away what programs that are gone left in a folder that no look at the project comes by.
    ///
    /// - Parameter folder: Relative to this one; empty for this one. Links are not followed.
    /// - Returns: The relative paths of what holds a person's text and cannot get its name back.
    @discardableResult
    func clearLeftovers(in folder: String) -> [String] {
        guard let location = folder.isEmpty ? nil : try? find(folder) else {
            return folder.isEmpty ? Self.clearLeftovers(in: try? OpenFile.folder(at: path), at: "") : []
        }
        return Self.clearLeftovers(in: try? location.folder.folder(named: location.name), at: folder + "/")
    }

    /// As above, of `.codeforge` and the folders in it.
    func clearOwnLeftovers() -> [String] {
        let folders = [DocumentKind.folder, DocumentKind.folder + "/.base"]
        return folders.flatMap(clearLeftovers)
    }

    private static func clearLeftovers(in folder: consuming OpenFile?, at prefix: String) -> [String] {
        guard let folder, let entries = try? FolderEntries(of: folder) else { return [] }
        var names: [[UInt8]] = []
        func note(_ name: UnsafePointer<CChar>, _: FolderEntries.Kind) {
            let bytes = Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
            if TemporaryName.matches(bytes.span) { names.append(bytes) }
        }
        while (try? entries.next(note)) == true {}
        return names.filter { TemporaryName.clear($0.span, in: folder) == .kept }
            .map { prefix + String(decoding: $0, as: UTF8.self) }
    }
}
