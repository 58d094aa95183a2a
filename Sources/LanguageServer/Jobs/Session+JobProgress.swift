import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// Work-done progress of jobs: one begin, one end, and a cancel button that cancels the job.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workDoneProgress
extension Session {
    /// Shows what an event says about a job's progress.
    ///
    /// `ending` is what it came to, where that is the end.
    mutating func reportProgress(_ news: JobNews, ending: String?) {
        let text = ending ?? news.progressMessage
        jobs[news.job]?.lastText = text
        switch jobs[news.job]?.progress {
        case .begun(let token)? where news.isEnd: end(news.job, token, text)
        case .begun(let token)?:
            var value: JSONObject = ["kind": "report", "message": .string(text)]
            if let percent = news.data["progress"]?.double { value["percentage"] = .integer(Int(percent.rounded())) }
            send(token, value)
        case JobBoard.Progress.none? where !news.isEnd: askForProgress(news.job)
        default: break
        }
    }

    private mutating func askForProgress(_ job: RowID) {
        guard snapshot.client.workDoneProgress else { return }
        let token = jobs.newToken()
        jobs[job]?.progress = .asked(token)
        ask("window/workDoneProgress/create", ["token": token] as JSONValue) { session, result in
            guard case .success = result else {
                session.jobs[job]?.progress = .ended
                return
            }
            session.begin(job, token)
        }
    }

    /// Begins a progress that the client accepted; a job that is over by then ends it at once.
    mutating func begin(_ job: RowID, _ token: JSONValue) {
        guard case .asked(token)? = jobs[job]?.progress else { return }
        jobs[job]?.progress = .begun(token)
        let text = jobs[job]?.lastText ?? ""
        var value: JSONObject = ["kind": "begin", "title": "CodeForge", "cancellable": true, "percentage": 0]
        if !text.isEmpty { value["message"] = .string(text) }
        send(token, value)
        progressCancellations[token] = { $0.cancel(job: job) }
        if jobs[job]?.isOver == true { end(job, token, text) }
    }

    private mutating func end(_ job: RowID, _ token: JSONValue, _ text: String) {
        jobs[job]?.progress = .ended
        progressCancellations[token] = nil
        send(token, ["kind": "end", "message": .string(text)])
    }

    private mutating func send(_ token: JSONValue, _ value: JSONObject) {
        notify("$/progress", ["token": token, "value": .object(value)] as JSONValue)
    }

    private mutating func cancel(job: RowID) {
        let (access, connection) = (snapshot.application, snapshot.connection)
        Task {
            do {
                try await access.value().cancel(job: job.text)
            } catch {
                connection.perform { $0.log.write(.info, "a job was not cancelled", ["error": "\(error)"]) }
            }
        }
    }
}

extension JobNews {
    /// What a person reads beside the progress.
    fileprivate var progressMessage: String {
        switch event {
        case .progress: data["step"]?.string ?? "Starting"
        case .waiting: "Waiting for your answer"
        case .complete: "Done"
        case .error: "Failed: \(data["error"]?.string ?? "no reason was given")"
        case .cancelled: "Cancelled"
        }
    }
}
