/// A service, or a server on this machine, whose models answer prompts; `offline` is none.
package enum ModelProvider: String, CaseIterable, Sendable {
    case offline, openai, anthropic, gemini, ollama, llamacpp, vllm, lmstudio, openrouter

    /// Where its API is, unless `model.baseURL` says something else.
    package var baseURL: String {
        switch self {
        case .offline: ""
        case .openai: "https://api.openai.com/v1"
        case .anthropic: "https://api.anthropic.com/v1"
        case .gemini: "https://generativelanguage.googleapis.com/v1beta/openai"
        case .ollama: "http://127.0.0.1:11434/v1"
        case .llamacpp: "http://127.0.0.1:8080/v1"
        case .vllm: "http://127.0.0.1:8000/v1"
        case .lmstudio: "http://127.0.0.1:1234/v1"
        case .openrouter: "https://openrouter.ai/api/v1"
        }
    }

    /// The environment variables in which its users keep their key, the usual one first.
    package var keyVariables: [String] {
        switch self {
        case .openai: ["OPENAI_API_KEY"]
        case .anthropic: ["ANTHROPIC_API_KEY"]
        case .gemini: ["GEMINI_API_KEY", "GOOGLE_API_KEY"]
        case .openrouter: ["OPENROUTER_API_KEY"]
        case .vllm: ["VLLM_API_KEY"]
        case .offline, .ollama, .llamacpp, .lmstudio: []
        }
    }

    /// Whether it answers nobody without a key; a server on one's own machine does.
    package var needsKey: Bool {
        switch self {
        case .openai, .anthropic, .gemini, .openrouter: true
        case .offline, .ollama, .llamacpp, .vllm, .lmstudio: false
        }
    }
}
