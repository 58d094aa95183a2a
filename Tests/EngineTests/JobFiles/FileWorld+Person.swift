import Foundation
import Glibc
import TestSupport

/// What a person does to files: known to the letter.
extension FileWorld {
    /// Saves in place or by another name, as editors do; nil deletes.
    mutating func write(_ name: String, _ text: String?) throws {
        if let old = reference.files[name], old != text { earlier[name, default: []].append(old) }
        guard let text else {
            unlink(files.path(name))
            return reference.set(name, nil)
        }
        if chance(2) {
            try files.write(name, text)
        } else {
            try files.write(name + "~", text)
            guard Glibc.rename(files.path(name + "~"), files.path(name)) == 0 else { throw POSIXError(.EIO) }
        }
        reference.set(name, text)
    }

    mutating func edit(_ name: String) throws {
        var lines = reference.files[name]?.split(separator: "\n").map(String.init) ?? []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = lines.indices.randomElement(using: &random)
            switch (Int.random(in: 0..<5, using: &random), place) {
            case (0, let place?): lines.remove(at: place)
            // A few words more in a line that somebody else may have written.
            case (1, let place?): lines[place] += " " + word("p")
            default: lines.insert(word("p"), at: Int.random(in: 0...lines.count, using: &random))
            }
        }
        try write(name, lines.map { $0 + "\n" }.joined())
    }

    /// Takes an earlier text back and saves it.
    mutating func undoInEditor(_ name: String) throws {
        if let text = pick(earlier[name] ?? []) { try write(name, text) }
    }

    mutating func rename(_ name: String) throws {
        guard let text = reference.files[name], let other = pick(names.filter { $0 != name }) else { return }
        try FileManager.default.createDirectory(
            atPath: (files.path(other) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        guard Glibc.rename(files.path(name), files.path(other)) == 0 else { throw POSIXError(.EIO) }
        reference.set(name, nil)
        reference.set(other, text)
    }

    // MARK: - git, which removes files and makes them anew

    private mutating func become(_ tree: [String: String]) throws {
        for name in names where reference.files[name] != tree[name] {
            unlink(files.path(name))
            if let text = tree[name] { try files.write(name, text) }
            reference.set(name, tree[name])
        }
    }

    private var head: [String: String] { branches[branch] ?? [:] }

    mutating func commit() { branches[branch] = reference.files }

    /// `git checkout .`: what is not committed stays only where nothing was committed.
    mutating func checkout() throws { try become(reference.files.merging(head) { $1 }) }

    mutating func switchBranch() throws {
        guard reference.files == head else { return }
        branch = branch == "main" ? "other" : "main"
        try become(head)
    }

    /// `git stash -u`, now and then with its `pop` in the next moment.
    mutating func stashAll() throws {
        guard stash == nil, reference.files != head else { return }
        stash = reference.files
        try become(head)
        if chance(2) {
            for editor in editors { try editor.told(names) }
            try popStash()
        }
    }

    mutating func popStash() throws {
        guard let tree = stash, reference.files == head else { return }
        stash = nil
        try become(tree)
    }
}
