import Engine
import JSONRPC
import LanguageServerProtocol
import Review
import Text

/// `textDocument/completion`: what can be written in the product's own documents and in settings files.
///
/// Settings with their values there, keys of rule files; rules, commands and the answers of a question here. In others it says nothing.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_completion
struct CompletionHandler: SnapshotHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        if !client.completionReplacesOwn { capabilities.announce(.completion, to: client) }
    }

    func handle(_ request: CompletionRequest, in snapshot: Snapshot) throws(ResponseError) -> [CompletionItem]? {
        guard let document = snapshot.documents[request.document.uri], document.mayBeOwn || document.isRuleFile,
            let path = document.path
        else { return nil }
        let place = document.buffer.byteOffset(of: request.position, encoding: snapshot.encoding)
        if document.isRuleFile { return RuleFileCompletion.items(in: document, place, snapshot) }
        let offset = document.buffer.startOffset(ofLine: place.line) + place.byteColumn
        if snapshot.isSettingsFile(path) {
            let isOfWorkspace = path != SettingsFiles.userFile()
            return items(
                SettingsSuggestion.all(in: document.buffer.copyBytes(), at: offset, isOfWorkspace: isOfWorkspace),
                in: document, snapshot)
        }
        if path.hasSuffix("/" + ReviewPolicy.path) {
            return items(
                SettingsSuggestion.decisions(in: document.buffer.copyBytes(), at: offset), in: document, snapshot)
        }
        guard document.isProductText else { return nil }
        return answers(in: document, place, snapshot) ?? names(in: document, place, snapshot)
    }

    private func items(
        _ found: (typed: Range<Int>, suggestions: [SettingsSuggestion]), in document: OpenDocument, _ snapshot: Snapshot
    ) -> [CompletionItem] {
        let (typed, suggestions) = found
        let buffer = document.buffer
        let range =
            buffer.position(
                ofOffset: typed.lowerBound, encoding: snapshot.encoding)..<buffer.position(
                ofOffset: typed.upperBound, encoding: snapshot.encoding)
        return suggestions.map { suggestion in
            CompletionItem(
                label: suggestion.label, kind: suggestion.isName ? .property : .value,
                documentation: suggestion.sentence, edit: TextEdit(range: range, newText: suggestion.text))
        }
    }

    /// Behind “Answer:”, the options of the question above.
    private func answers(
        in document: OpenDocument, _ place: (line: Int, byteColumn: Int), _ snapshot: Snapshot
    ) -> [CompletionItem]? {
        let mark = Array("Answer:".utf8)
        let line = document.buffer.lineBytes(place.line)
        guard line.starts(with: mark), place.byteColumn >= mark.count, let own = DocumentPlace(document, in: snapshot)
        else { return nil }
        let above = own.items.filter { $0.line < place.line }
        let question = above.lazy.compactMap { item -> String? in
            guard case .question(_, let id) = item.kind else { return nil }
            return id
        }.last
        let isSpaced = line.count > mark.count && line[mark.count] == UInt8(ascii: " ")
        let range = snapshot.range(
            ByteRange(
                startLine: place.line, startByte: mark.count + (isSpaced ? 1 : 0), endLine: place.line,
                endByte: line.count), in: document)
        return above.compactMap { item in
            guard case .answer(_, question, let option) = item.kind else { return nil }
            return CompletionItem(
                label: option, kind: .value,
                edit: TextEdit(range: range, newText: isSpaced ? option : " " + option))
        }
    }

    /// A rule's or a command's name, once something of it stands there.
    private func names(
        in document: OpenDocument, _ place: (line: Int, byteColumn: Int), _ snapshot: Snapshot
    ) -> [CompletionItem] {
        let line = document.buffer.lineBytes(place.line)
        let typed = line.prefix(place.byteColumn).suffix(while: Self.isNameByte)
        let isQuoted = typed.startIndex > 0 && line[typed.startIndex - 1] == UInt8(ascii: "`")
        let text = String(decoding: typed, as: UTF8.self)
        guard isQuoted || text.contains("/") || text.contains(".") else { return [] }
        let range = snapshot.range(
            ByteRange(
                startLine: place.line, startByte: typed.startIndex, endLine: place.line, endByte: typed.endIndex),
            in: document)
        func item(_ name: String, _ kind: CompletionItem.Kind, _ sentence: String) -> CompletionItem? {
            guard name.hasPrefix(text) else { return nil }
            return CompletionItem(
                label: name, kind: kind, documentation: sentence, edit: TextEdit(range: range, newText: name))
        }
        let rules = RuleSet.builtIn.rules + snapshot.ownRules.values.flatMap(\.set.own)
        return rules.compactMap { item($0.id, .value, $0.title) }
            + CommandDescriptions.all.compactMap { item($0.name, .function, $0.sentence) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): true
        default: false
        }
    }
}

extension ArraySlice<UInt8> {
    /// The bytes at the end that all satisfy a condition.
    func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex
        return self[start...]
    }
}
