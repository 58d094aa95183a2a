import Synchronization

/// What the server counts, for Prometheus.
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
final class ServerMetrics: Sendable {
    private struct Request: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Durations {
        /// How many took at most each of `bounds`.
        var buckets = [Int](repeating: 0, count: ServerMetrics.bounds.count)
        var count = 0
        var seconds = 0.0
    }

    private struct State {
        var requests: [Request: Int] = [:]
        var durations: [String: Durations] = [:]
        var running = 0
        var streams = 0
        var events = 0
    }

    /// Seconds.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let state = Mutex(State())

    func began() { state.withLock { $0.running += 1 } }

    func ended(_ method: String, _ route: String, _ status: Int, _ seconds: Double) {
        state.withLock { state in
            state.running -= 1
            state.requests[Request(method: method, route: route, status: status), default: 0] += 1
            var durations = state.durations[route] ?? Durations()
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { durations.buckets[index] += 1 }
            durations.count += 1
            durations.seconds += seconds
            state.durations[route] = durations
        }
    }

    func streamOpened() { state.withLock { $0.streams += 1 } }
    func streamClosed() { state.withLock { $0.streams -= 1 } }
    func eventSent() { state.withLock { $0.events += 1 } }

    /// The figures as text.
    var text: String {
        let state = state.withLock { $0 }
        var lines = [
            "# HELP codeforge_http_requests_total Requests that were answered.",
            "# TYPE codeforge_http_requests_total counter",
        ]
        for (request, count) in state.requests.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            let labels = "method=\"\(request.method)\",route=\"\(request.route)\",status=\"\(request.status)\""
            lines.append("codeforge_http_requests_total{\(labels)} \(count)")
        }
        lines += [
            "# HELP codeforge_http_request_duration_seconds Time from a request's head to its answer's head.",
            "# TYPE codeforge_http_request_duration_seconds histogram",
        ]
        for (route, durations) in state.durations.sorted(by: { $0.key < $1.key }) {
            let name = "codeforge_http_request_duration_seconds"
            for (bound, count) in zip(Self.bounds, durations.buckets) {
                lines.append("\(name)_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)")
            }
            lines.append("\(name)_bucket{route=\"\(route)\",le=\"+Inf\"} \(durations.count)")
            lines.append("\(name)_sum{route=\"\(route)\"} \(durations.seconds)")
            lines.append("\(name)_count{route=\"\(route)\"} \(durations.count)")
        }
        for (name, kind, help, value) in [
            ("codeforge_http_requests_running", "gauge", "Requests that are being answered.", state.running),
            ("codeforge_streams_open", "gauge", "Streams of events that are open.", state.streams),
            ("codeforge_stream_events_total", "counter", "Events that were sent.", state.events),
        ] {
            lines += ["# HELP \(name) \(help)", "# TYPE \(name) \(kind)", "\(name) \(value)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
