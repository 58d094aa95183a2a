import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The database files that this process has open, which it must not open in any other way.
///
/// SQLite's locks are POSIX locks: closing whatever descriptor of such a file gives all of the process's locks on it
/// up, and another process then writes over what this one commits. See https://www.sqlite.org/howtocorrupt.html, 2.2.
package enum HeldDatabases {
    // A lock because such locks belong to the process, whoever in it opens a store.
    private static let paths = Mutex<Set<String>>([])

    /// What SQLite makes beside a database: the write-ahead log, its index, and the journal of the moment before there
    /// was a log.
    static let endingsBeside = ["-wal", "-shm", "-journal"]

    /// Called before SQLite opens the file; it stays held until the process ends.
    static func add(_ path: String) {
        // The file may have another name than the one that it is opened by.
        let resolved = realpath(path, nil)
        defer { free(resolved) }
        paths.withLock { paths in
            paths.insert(path)
            if let resolved { paths.insert(String(cString: resolved)) }
        }
    }

    /// Whether a file belongs to one of them, by what `stat` says of it, whatever path it was found by.
    ///
    /// `name` is the last part of that path; it spares most files a look at the database's.
    package static func contain(_ file: stat, named name: String) -> Bool {
        paths.withLock { paths in
            paths.contains { path in
                guard name.hasPrefix(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
                else {
                    return false
                }
                return ([""] + endingsBeside).contains { isSame(file, path + $0) }
            }
        }
    }

    private static func isSame(_ file: stat, _ path: String) -> Bool {
        var other = stat()
        return stat(path, &other) == 0 && other.st_dev == file.st_dev && other.st_ino == file.st_ino
    }
}
