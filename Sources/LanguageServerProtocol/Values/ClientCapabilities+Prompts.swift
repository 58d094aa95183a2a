import JSON

/// How an editor's messages and prompts behave, which no capability of LSP says.
///
/// It is known of editors by their name; a plugin says it in the member `client` of `initializationOptions`:
/// `{"promptsTakeKeys": false, "showsQuestions": true, "showsJobEnds": true, "fitsMessages": true, "keepsCompletion": true,
/// "followsCommandLinks": true, "trustsWorkspace": true}`, each optional.
extension ClientCapabilities {
    /// Editors, by `clientInfo.name` in small letters, that ask `window/showMessageRequest` where a person types.
    private static let editorsThatTakeKeys = [
        "neovim", "vim", "vim-lsp", "coc.nvim", "eglot", "emacs", "helix",
    ]

    /// Editors, by the same, whose own completion is not asked any more where a server completes, whatever it answers:
    /// Neovim sets 'omnifunc', eglot is asked first and alone.
    private static let editorsThatAskServersAlone = ["neovim", "eglot"]

    /// Longest message that Neovim shows beside its name without asking for a key, in characters, at 80 columns.
    private static let neovimMessageLength = 44

    /// Takes note of the editor's name and of what its plugin says.
    mutating func readPrompts(
        of clientName: String?, version: String?, capabilities: JSONNode?, options: JSONNode?
    ) {
        let name = (clientName ?? Self.unnamedEditor(capabilities) ?? "").lowercased()
        promptsTakeKeys = Self.editorsThatTakeKeys.contains(name)
        completionReplacesOwn = Self.editorsThatAskServersAlone.contains(name)
        maxMessageLength = name == "neovim" ? Self.neovimMessageLength : nil
        // Its handler ends every message but an error with a line of its own, for which it then asks for a key.
        onlyErrorsTakeNoKey = name == "neovim" && version?.hasPrefix("0.11.") ?? false
        guard let options, options.isObject else { return }
        let section = options["codeforge"].flatMap { $0.isObject ? $0 : nil } ?? options
        guard let client = section["client"], client.isObject else { return }
        promptsTakeKeys = client["promptsTakeKeys"]?.bool ?? promptsTakeKeys
        showsQuestions = client["showsQuestions"]?.bool ?? false
        showsJobEnds = client["showsJobEnds"]?.bool ?? false
        followsCommandLinks = client["followsCommandLinks"]?.bool ?? false
        trustsWorkspace = client["trustsWorkspace"]?.bool
        if client["keepsCompletion"]?.bool == true { completionReplacesOwn = false }
        if client["fitsMessages"]?.bool == true { (maxMessageLength, onlyErrorsTakeNoKey) = (nil, false) }
    }

    /// Eglot before 1.10 gives no name: it is known by a capability that it alone spells out, without any of a window.
    private static func unnamedEditor(_ capabilities: JSONNode?) -> String? {
        guard let capabilities, capabilities.isObject, capabilities["window"] == nil,
            let command = capabilities["workspace"].flatMap({ $0.isObject ? $0["executeCommand"] : nil }),
            command.isObject, command["dynamicRegistration"]?.bool == false
        else { return nil }
        return "eglot"
    }
}
