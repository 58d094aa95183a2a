import Glibc

/// What a git configuration file says about ignored files.
///
/// Spec: https://git-scm.com/docs/git-config#_syntax
struct GitConfiguration {
    /// The value of `core.excludesFile`; nil where no file sets it.
    private(set) var excludesFile: String?

    /// Longest file that is read, in bytes.
    private static let maximumBytes = 1 << 20

    /// Files that include each other end here.
    private static let maximumDepth = 10

    /// Reads the files that git reads for a repository, the weakest first: a later one overrules.
    ///
    /// - Parameters:
    ///   - repository: the folder that holds the repository's own `config`, where there is one.
    ///   - environment: gives the value of a variable.
    init(repository: String?, environment: (String) -> String? = DatabaseLocation.environment) {
        let home = environment("HOME")
        var files: [String?] = environment("GIT_CONFIG_NOSYSTEM") == nil ? ["/etc/gitconfig"] : []
        if let global = environment("GIT_CONFIG_GLOBAL") {
            files.append(global)
        } else {
            let folder = Self.folder(environment)
            files += [folder.map { "\($0)/config" }, home.map { "\($0)/.gitconfig" }]
        }
        files.append(repository.map { "\($0)/config" })
        for case let file? in files { read(file, home: home, depth: 0) }
    }

    /// Where git keeps what is the user's own: `git` in the XDG configuration folder.
    static func folder(_ environment: (String) -> String? = DatabaseLocation.environment) -> String? {
        if let folder = environment("XDG_CONFIG_HOME"), !folder.isEmpty { return "\(folder)/git" }
        return environment("HOME").map { "\($0)/.config/git" }
    }

    private mutating func read(_ path: String, home: String?, depth: Int) {
        guard depth < Self.maximumDepth, let file = try? OpenFile.regularFile(at: path),
            let bytes = try? file.read(upTo: Self.maximumBytes, expecting: 4096)
        else { return }
        var section = ""
        for line in GitConfigurationLine.lines(of: bytes) {
            if let named = line.section { section = named }
            guard let name = line.name, let value = line.value else { continue }
            switch (section, name) {
            case ("core", "excludesfile"): excludesFile = Self.expanded(value, beside: nil, home: home)
            case ("include", "path"):
                read(Self.expanded(value, beside: path, home: home), home: home, depth: depth + 1)
            default: break
            }
        }
    }

    /// The path with `~/` as the home folder; a relative one of an included file begins where the including file lies.
    private static func expanded(_ path: String, beside file: String?, home: String?) -> String {
        if path.hasPrefix("~/"), let home { return home + path.dropFirst() }
        guard let file, !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
    }
}

/// A line of a git configuration file: `[section]`, `name = value`, or both.
private struct GitConfigurationLine {
    /// In lower case; with a subsection, that is part of it: no section that is asked for has one.
    private(set) var section: String?
    /// In lower case.
    private(set) var name: String?
    /// Nil for a name alone, which means `true`.
    private(set) var value: String?

    static func lines(of bytes: [UInt8]) -> [GitConfigurationLine] {
        var joined: [[Character]] = []
        var isContinued = false
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if isContinued { joined[joined.count - 1] += line } else { joined.append(Array(line)) }
            // An odd number of backslashes at the end: the last one joins the lines.
            isContinued = line.reversed().prefix { $0 == "\\" }.count % 2 == 1
            if isContinued { joined[joined.count - 1].removeLast() }
        }
        return joined.map(GitConfigurationLine.init)
    }

    private init(_ line: [Character]) {
        var rest = line[...].drop(while: \.isWhitespace)
        if rest.first == "[" {
            let end = rest.firstIndex(of: "]") ?? rest.endIndex
            section = String(rest[..<end].dropFirst()).lowercased()
            rest = rest[end...].dropFirst().drop(while: \.isWhitespace)
        }
        guard let first = rest.first, first.isLetter else { return }
        let end = rest.firstIndex { !$0.isLetter && !$0.isNumber && $0 != "-" } ?? rest.endIndex
        name = String(rest[..<end]).lowercased()
        rest = rest[end...].drop(while: \.isWhitespace)
        guard rest.first == "=" else { return }
        value = Self.value(rest.dropFirst())
    }

    /// The value without quotes, escapes, a comment, and white space around it.
    private static func value(_ text: ArraySlice<Character>) -> String {
        var value = ""
        // How much of the value stays even if only white space follows.
        var kept = 0
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if isEscaped {
                isEscaped = false
                value.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
            } else if character == "\\" {
                isEscaped = true
                continue
            } else if character == "\"" {
                isQuoted.toggle()
                continue
            } else if !isQuoted, character == "#" || character == ";" {
                break
            } else if !isQuoted, character.isWhitespace {
                if !value.isEmpty { value.append(character) }
                continue
            } else {
                value.append(character)
            }
            kept = value.count
        }
        return String(value.prefix(kept))
    }
}
