import LanguageServerProtocol

/// Diagnostics of files, whether a document is open of them or not; open ones show those of their own text.
package struct FileDiagnostics: Sendable {
    /// Who found them.
    package enum Origin: Hashable, Sendable, CaseIterable { case settings, decisions, rules, review }

    /// By the normal form of a file's address; none are empty.
    private var found: [Origin: [String: [Diagnostic]]] = [:]

    package init() {}

    /// What all origins found in a file.
    package subscript(_ uri: String) -> [Diagnostic] {
        guard !found.isEmpty else { return [] }
        let address = DocumentURI(uri).text
        return Origin.allCases.flatMap { found[$0]?[address] ?? [] }
    }

    /// The addresses of files with diagnostics, in order.
    package var addresses: [String] { Set(found.values.flatMap(\.keys)).sorted() }

    /// Replaces all that an origin found.
    ///
    /// - Returns: the addresses of files that have others now.
    mutating func replace(_ origin: Origin, with diagnostics: [String: [Diagnostic]]) -> [String] {
        let (old, new) = (found[origin] ?? [:], diagnostics.filter { !$0.value.isEmpty })
        found[origin] = new.isEmpty ? nil : new
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    }

    /// Replaces what an origin found in one file.
    ///
    /// - Returns: whether that makes a difference.
    mutating func set(_ diagnostics: [Diagnostic], from origin: Origin, of address: String) -> Bool {
        guard found[origin]?[address] ?? [] != diagnostics else { return false }
        found[origin, default: [:]][address] = diagnostics.isEmpty ? nil : diagnostics
        return true
    }
}
