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
    ///
    /// `isWritten` is whether the documents are there that it says to read.
    func summary(isWritten: Bool) -> String {
        switch status {
        case .failed: return "The job failed: \((error ?? "no reason was given").printable)\n"
        case .cancelled: return "The job was cancelled.\n"
        case .completed: break
        default: return "The job is \(status.rawValue).\n"
        }
        let ending = JobEnding(of: result.json)
        let lines = ending.sentences + (ending.next.isEmpty || !isWritten ? [] : [ending.next])
        return lines.map { $0.printable + "\n" }.joined()
    }
}
