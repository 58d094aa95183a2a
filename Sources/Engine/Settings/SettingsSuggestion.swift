import JSON
import Models
import Review

/// Something that can be written at a place of a settings file.
package struct SettingsSuggestion: Hashable, Sendable {
    /// As it stands in the file, with quotation marks and, after a name, a colon.
    package var text: String
    package var label: String
    /// A sentence about it.
    package var sentence: String?
    /// Whether it is a member's name.
    package var isName: Bool

    /// What can be written at `offset`, and the bytes of what stands there already.
    package static func all(
        in text: [UInt8], at offset: Int, isOfWorkspace: Bool
    ) -> (typed: Range<Int>, suggestions: [SettingsSuggestion]) {
        guard let cursor = SettingsCursor(text, at: offset) else { return (offset..<offset, []) }
        switch cursor.place {
        case .name(let names):
            let settings = Setting.all.filter { !isOfWorkspace || !$0.isPersonal }
            return (cursor.typed, Self.names(of: settings, below: key(names), cursor.hasColon))
        case .value(let names, let isElement):
            return (cursor.typed, values(of: key(names), isElement))
        }
    }

    private static func key(_ names: [String]) -> String {
        let key = names.joined(separator: ".")
        return key == "codeforge" ? "" : key.hasPrefix("codeforge.") ? String(key.dropFirst(10)) : key
    }

    private static func names(of settings: [Setting], below key: String, _ hasColon: Bool) -> [SettingsSuggestion] {
        func name(_ name: String, _ sentence: String?) -> SettingsSuggestion {
            SettingsSuggestion(
                text: quoted(name) + (hasColon ? "" : ": "), label: name, sentence: sentence, isName: true)
        }
        if settings.contains(where: { $0.key == key && $0.kind == .routes }) {
            return ModelRole.allCases.map { name($0.rawValue, $0.sentence) }
        }
        let prefix = key.isEmpty ? "" : key + "."
        return settings.filter { $0.key.hasPrefix(prefix) }
            .map { name(String($0.key.dropFirst(prefix.count)), $0.description) }
    }

    private static func values(of key: String, _ isElement: Bool) -> [SettingsSuggestion] {
        func value(_ text: String, _ sentence: String? = nil) -> SettingsSuggestion {
            SettingsSuggestion(text: text, label: text, sentence: sentence, isName: false)
        }
        if let dot = key.lastIndex(of: "."),
            Setting.all.contains(where: { $0.key == key[..<dot] && $0.kind == .routes })
        {
            return [value(quoted("offline"))]
        }
        guard let setting = Setting.all.first(where: { $0.key == key }) else { return [] }
        switch setting.kind {
        case .boolean: return [value("true"), value("false")]
        case .choice(let choices): return choices.map { value(quoted($0)) }
        case .integer: return [value(setting.defaultValue.serialized)]
        case .strings where isElement: return RuleSet.builtIn.rules.map { value(quoted($0.id), $0.title) }
        case .linters where isElement: return Linter.names.map { value(quoted($0)) }
        case .linters: return [value(quoted("on")), value(quoted("off")), value("[]")]
        case .strings: return [value("[]")]
        case .routes, .prices: return [value("{}")]
        case .text, .file, .address: return []
        }
    }

    private static func quoted(_ text: String) -> String { JSONValue.string(text).serialized }
}
