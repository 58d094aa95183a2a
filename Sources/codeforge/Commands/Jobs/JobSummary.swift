import Engine
import JSON
import Models

extension JobNews {
    /// How far the job is and what it does: ` 45 %  Placing 4 routes`.
    var progressText: String {
        let percent = Int((data["progress"]?.double ?? 0).rounded())
        let padded = String(repeating: " ", count: max(0, 3 - String(percent).count)) + String(percent)
        return "\(padded) %  \((data["step"]?.string ?? "").printable)"
    }
}

extension AgentJob {
    /// What a person wants to read when a job has ended; what it did to the folder follows.
    var summary: String {
        switch status {
        case .failed: return "The job failed: \((error ?? "no reason was given").printable)\n"
        case .cancelled: return "The job was cancelled.\n"
        case .completed: break
        default: return "The job is \(status.rawValue).\n"
        }
        var lines: [String] = []
        let result = result.json
        let parts = agentType == "pipeline" ? result : .object([agentType: result])
        if let name = (parts["requirements"] ?? parts["research"])?["app_name"]?.string { lines.append("\(name)") }
        if let pages = (parts["architecture"] ?? parts["wireframe"])?["site_map"]?.array {
            lines.append("Pages: \(pages.count)")
        }
        if let qa = parts["qa"], let passed = qa["passed"]?.bool {
            lines.append("Review: \(passed ? "passed" : "not passed"). \(qa["summary"]?.string ?? "")")
        }
        if let refusal = parts["code_refused"]?.string { lines.append(refusal) }
        if let changed = parts["requirements_changed"]?.string { lines.append(changed) }
        if let recommendation = parts["pedagogy"]?["recommendation"]?.string { lines.append(recommendation) }
        if let title = parts["roadmap"]?["title"]?.string { lines.append("Roadmap: \(title)") }
        if let explanation = parts["code"]?["explanation"]?.string { lines.append(explanation) }
        return lines.map { $0.printable + "\n" }.joined()
    }
}
