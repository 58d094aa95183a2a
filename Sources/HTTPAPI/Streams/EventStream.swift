import Engine
import Hummingbird
import JSON
import Models
import ServiceLifecycle

/// An answer of server-sent events that goes on until there is nothing more to tell, the client leaves, their token
/// ends, or the server does.
///
/// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
enum EventStream {
    /// How long a client waits before it comes back, in milliseconds.
    private static let retry = 1000

    /// What is written for an item; nil for a sign of life.
    typealias Render<Item> = @Sendable (Item) -> ServerSentEvent?

    static func reply<Item: Sendable>(
        _ request: APIRequest, _ listen: @escaping @Sendable () async -> Listening<Item>,
        _ render: @escaping Render<Item>
    ) -> APIReply {
        let (connection, metrics, end) = (request.connection, request.server.metrics, request.accessEnd)
        var reply = APIReply(
            body: .stream(type: "text/event-stream") { writer in
                let listening = await listen()
                metrics.streamOpened()
                let expiry = Task {
                    guard let end else { return }
                    let rest = Duration.milliseconds(max(0, end.milliseconds - Timestamp.now().milliseconds))
                    if (try? await Task.sleep(for: rest)) != nil { listening.stop() }
                }
                defer {
                    expiry.cancel()
                    listening.stop()
                    metrics.streamClosed()
                }
                try await withGracefulShutdownHandler {
                    try await connection.request.body.consumeWithInboundCloseHandler { _ in
                        try await writer.write(ByteBuffer(string: "retry: \(retry)\n\n"))
                        for await item in listening.items {
                            guard let event = render(item) else {
                                try await writer.write(ByteBuffer(string: ": alive\n\n"))
                                continue
                            }
                            try await writer.write(ByteBuffer(string: event.text))
                            metrics.eventSent()
                        }
                    } onInboundClosed: {
                        listening.stop()
                    }
                } onGracefulShutdown: {
                    listening.stop()
                }
                try await writer.finish(nil)
            })
        // A proxy that collects answers would keep the events to itself.
        reply.headers[.init("x-accel-buffering") ?? .cacheControl] = "no"
        return reply
    }
}

/// One event as it is written.
struct ServerSentEvent: Sendable {
    /// What a client names when it comes back; nil where nothing can be taken up again.
    var id: Int?
    let event: String
    let data: JSONValue

    var text: String {
        // JSON on one line: a line break in a text is escaped.
        (id.map { "id: \($0)\n" } ?? "") + "event: \(event)\ndata: \(data.serialized)\n\n"
    }
}
