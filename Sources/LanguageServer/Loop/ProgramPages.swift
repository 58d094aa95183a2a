import Glibc

/// The pages of the program file that the kernel has mapped into this process.
///
/// Starting touches code all over the file (opening a database, making folders' projects), and for each page the kernel
/// maps its neighbours as well. Most of it never runs again, yet it counts as this process's memory.
enum ProgramPages {
    /// Gives the pages of code back; what still runs is mapped again when it runs, from the page cache.
    ///
    /// Only code of files is given back, which nothing can have written to, whatever the program is called.
    static func release() {
        guard let maps = fopen("/proc/self/maps", "re") else { return }
        defer { fclose(maps) }
        var line = [CChar](repeating: 0, count: 4096)
        while fgets(&line, Int32(line.count), maps) != nil {
            let fields = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                .split(separator: " ", maxSplits: 5)
            guard fields.count == 6, fields[1] == "r-xp", fields[5].contains("/") else { continue }
            let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard ends.count == 2, let start = UnsafeMutableRawPointer(bitPattern: ends[0]) else { continue }
            madvise(start, Int(ends[1] - ends[0]), MADV_DONTNEED)
        }
    }
}
