import Agents
import Engine
import JSON
import Models

/// Chooses the agents of a job.
package typealias RosterChoice = @Sendable (JobWork) async throws -> any AgentRoster

/// One turn of one job: runs its agents beside a heartbeat and a deadline, and records how it ended.
struct JobRun {
    let work: JobWork
    let queue: JobQueue
    let rosters: RosterChoice

    private enum Outcome: Sendable {
        case result(JSONValue)
        case questions([ClarificationQuestion])
        case failed(String)
        /// Somebody else decided about the job, or the worker leaves.
        case stopped
    }

    func run() async {
        let outcome = await firstOutcome()
        do throws(JobWork.Failure) {
            switch outcome {
            case .result(let result): try await work.complete(result)
            case .questions(let questions): try await work.ask(questions)
            case .failed(let reason): try await work.fail(reason)
            case .stopped:
                // Given back where this worker was told to stop. A job that it lost sight of by itself is left to its
                // lease and its attempts: given back, the same worker would take it up again at once, and for ever.
                if Task.isCancelled { await work.release() }
            }
        } catch {
            // A result that cannot be stored must not leave the job running for ever. One whose database is away is
            // left to its lease: whoever claims it then makes the result once more.
            guard case .failed(let reason) = error else { return }
            try? await work.fail("The result could not be stored: \(reason)")
        }
    }

    /// What ends first: the agents, the lease, or the time.
    private func firstOutcome() async -> Outcome {
        await withTaskGroup(of: Outcome?.self) { group in
            group.addTask { await work(within: work) }
            group.addTask { await beat() }
            group.addTask { await expire() }
            var outcome: Outcome?
            while outcome == nil, let next = await group.next() { outcome = next }
            group.cancelAll()
            return Task.isCancelled ? .stopped : outcome ?? .stopped
        }
    }

    private func work(within work: JobWork) async -> Outcome {
        do {
            let turn = AgentTurn(work: work, queue: queue, roster: try await rosters(work))
            return .result(try await turn.run())
        } catch let failure as JobWork.Failure {
            return switch failure {
            case .lost, .away: .stopped
            case .failed(let reason): .failed(reason)
            }
        } catch let failure as TurnEnd {
            switch failure {
            case .questions(let questions): return .questions(questions)
            case .failed(let reason): return .failed(reason)
            case .stopped: return .stopped
            }
        } catch {
            return .failed("\(error)")
        }
    }

    private func beat() async -> Outcome? {
        while true {
            do {
                // Several beats may be missed before the lease ends.
                try await Task.sleep(for: queue.lease / 5)
            } catch {
                return nil
            }
            do throws(JobWork.Failure) {
                try await work.extendLease(queue.lease)
            } catch {
                // Where the database is only busy, the lease outlives several missed beats.
                if error == .lost { return .stopped }
            }
        }
    }

    private func expire() async -> Outcome? {
        let limit = AgentLimits.time(of: work.job.agentType)
        do {
            try await Task.sleep(for: limit)
            return .failed("Agent timeout: \(work.job.agentType) took longer than \(limit.components.seconds) s.")
        } catch {
            return nil
        }
    }
}

/// How long each agent may take.
enum AgentLimits {
    static func time(of agent: String) -> Duration {
        switch agent {
        case "pipeline": .seconds(1_800)
        case "code": .seconds(600)
        case "pedagogy": .seconds(120)
        default: .seconds(300)
        }
    }
}

/// Why a turn ended without a result.
enum TurnEnd: Error {
    case questions([ClarificationQuestion])
    case failed(String)
    case stopped

    init(_ failure: JobWork.Failure) {
        switch failure {
        case .lost, .away: self = .stopped
        case .failed(let reason): self = .failed(reason)
        }
    }

    init(_ error: AgentError) {
        switch error {
        case .cancelled: self = .stopped
        default: self = .failed(error.description)
        }
    }
}
