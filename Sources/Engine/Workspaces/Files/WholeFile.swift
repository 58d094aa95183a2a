import Glibc

/// A file that is written whole: readers see the old content or the new one, and its mode stays.
package struct WholeFile: Sendable {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let path: String

    /// - Parameter path: Absolute or relative to the current folder.
    package init(_ path: String) {
        self.path = path
    }

    package func write(_ bytes: [UInt8]) throws(Failure) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        do throws(SystemError) {
            let folder = try OpenFile.folder(at: folder)
            let old = try? folder.attributes(of: name)
            if let old, !old.isRegularFile { throw SystemError(code: old.isFolder ? EISDIR : ELOOP) }
            let temporary = try folder.writeTemporary(bytes, like: old)
            guard renameat(folder.descriptor, temporary, folder.descriptor, name) != 0 else { return }
            let error = SystemError.last
            unlinkat(folder.descriptor, temporary, 0)
            throw error
        } catch {
            throw Failure(description: "\(error)")
        }
    }
}
