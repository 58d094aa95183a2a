import Engine
import HTTPTypes
import Hummingbird
import JSON
import Logging
import Models
import NIOCore
import NIOHTTP1

/// The connection and the logger of a request.
struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

/// Answers a request: who sent it, which route, what it says, and one line in the log.
struct APIResponder: HTTPResponder {
    typealias Context = ConnectionContext

    let table: RouteTable
    let senders: SenderCheck
    let parts: ServerParts
    let limits: ServerLimits
    let logger: Logger

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let start = ContinuousClock.now
        let id = Self.requestID(request.headers)
        parts.metrics.began()
        var route: Route?
        var user: RowID?
        var response: Response
        var cause: String?
        var isRead = !Self.hasBody(request)
        do {
            let reply = try await reply(to: request, context, &route, &user, &isRead)
            response = Response(reply)
            if case .stream = reply.body {
                isRead = true
                // A stream ends with its connection: whoever keeps connections must not send another request over it.
                response.headers[.connection] = "close"
            }
        } catch let error as HTTPParserError {
            // What follows the head is no HTTP: the framework answers with 400 and ends the connection.
            note(request, route, user, id, 400, start, nil)
            throw error
        } catch {
            let failure = Self.failure(error)
            if failure.status.code >= 500 { cause = "\(error)" }
            response = Response(
                status: failure.status, headers: failure.headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: failure.body(requestID: id))))
            response.headers[.contentType] = "application/json"
            if failure.endsConnection { isRead = false }
        }
        if !isRead { end(context.channel, &response) }
        response.headers[Self.requestIDName] = id
        response.headers[.cacheControl] = response.headers[.cacheControl] ?? "no-store"
        response.headers[.xContentTypeOptions] = "nosniff"
        // What would follow would be taken for the next answer: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2
        if request.method == .head { response = response.createHeadResponse() }
        note(request, route, user, id, response.status.code, start, cause)
        return response
    }

    private func reply(
        to request: Request, _ context: ConnectionContext, _ found: inout Route?, _ user: inout RowID?,
        _ isRead: inout Bool
    ) async throws -> APIReply {
        let (route, values) = try table.find(request.method, request.uri.path)
        found = route
        try Self.requireOneHost(request, for: route)
        var application = parts.service.acting(as: .anonymous)
        var end: Timestamp?
        if route.access == .user {
            let address = context.channel.remoteAddress?.ipAddress ?? "unknown"
            let sender = try await senders.sender(of: request.headers, from: address)
            (user, end) = (sender.user, sender.end)
            application = parts.service.acting(as: .user(sender.user))
        }
        let query = try Self.query(request.uri.query)
        let body = try await body(of: request, for: route)
        if route.request != nil { isRead = true }
        let channel = context.channel
        return try await route.action(
            APIRequest(
                application: application, user: user, accessEnd: end, server: parts, parameters: values, query: query,
                headers: request.headers, body: body,
                connection: ClientConnection(request: request) { channel.close(promise: nil) }))
    }

    /// Refuses what two readers of one request could take for requests to two servers.
    ///
    /// Who only asks whether the server lives may do so by HTTP/1.0, which has no such field.
    ///
    /// Spec: https://www.rfc-editor.org/rfc/rfc9112#section-3.2
    private static func requireOneHost(_ request: Request, for route: Route) throws(APIFailure) {
        // The framework takes the first one for the authority, and leaves the others where they were.
        let others = request.headers.count { $0.name.canonicalName == "host" }
        guard others == 0, request.head.authority != nil || route.access != .user else {
            throw APIFailure(.badRequest, "invalid_input", "A request names one host, in the field Host.", at: ["Host"])
        }
    }

    private func body(of request: Request, for route: Route) async throws -> [UInt8] {
        guard let schema = route.request else { return [] }
        let limit = route.isBatch ? limits.batchBytes : limits.bodyBytes
        let bytes = try await BodyReading.bytes(of: request, limit: limit, within: limits.requestTime)
        if bytes.isEmpty, !schema.isRequired { return Array("{}".utf8) }
        if let type = request.headers[.contentType], !Self.isJSON(type) {
            throw APIFailure(
                .unsupportedMediaType, "unsupported_media_type", "Send the body as application/json.")
        }
        if BodyReading.holdsNUL(bytes) { throw APIFailure.invalid(["body"], "holds the character NUL in a text.") }
        return bytes
    }

    /// Whether something follows the head; what nobody reads must not keep the connection busy.
    private static func hasBody(_ request: Request) -> Bool {
        request.headers[.transferEncoding] != nil || (request.headers[.contentLength] ?? "0") != "0"
    }

    private static func isJSON(_ type: String) -> Bool {
        type.prefix { $0 != ";" }.filter { $0 != " " }.lowercased() == "application/json"
    }

    /// The query's members; a name that is given twice is one of which nobody knows what it means.
    private static func query(_ text: String?) throws(APIFailure) -> [String: String] {
        var query: [String: String] = [:]
        for member in (text ?? "").split(separator: "&") {
            let sides = member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = sides.first?.replacing("+", with: " ").percentDecoded,
                let value = (sides.count > 1 ? sides[1].replacing("+", with: " ") : "").percentDecoded
            else { throw .invalid(["query"], "is not percent-encoded as UTF-8.") }
            guard query.updateValue(value, forKey: name) == nil else {
                throw .invalid([String(name.prefix(100))], "is given twice.")
            }
        }
        return query
    }

    private static func failure(_ error: any Error) -> APIFailure {
        switch error {
        case let failure as APIFailure: failure
        case let failure as RequestFailure: APIFailure(failure)
        default: .broken
        }
    }

    /// Sends the answer, reads on for a moment so that it arrives, and ends the connection.
    private func end(_ channel: any Channel, _ response: inout Response) {
        response.headers[.connection] = "close"
        channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }

    // MARK: - Traces

    private static let requestIDName = HTTPField.Name("x-request-id") ?? .eTag

    /// The client's own identity of a request, where it is a harmless one.
    private static func requestID(_ headers: HTTPFields) -> String {
        if let given = headers[requestIDName], (1...64).contains(given.utf8.count),
            given.utf8.allSatisfy({ byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            })
        {
            return given
        }
        return RowID.random().text
    }

    private func note(
        _ request: Request, _ route: Route?, _ user: RowID?, _ id: String, _ status: Int,
        _ start: ContinuousClock.Instant, _ cause: String?
    ) {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let known: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
        let method = known.contains(request.method.rawValue) ? request.method.rawValue : "other"
        let path = route?.path.text ?? "none"
        parts.metrics.ended(method, path, status, seconds)
        // Neither the address itself nor anything that a client wrote: names of files and texts are nobody's business.
        var metadata: Logger.Metadata = [
            "request_id": "\(id)", "method": "\(method)", "route": "\(path)", "status": "\(status)",
            "milliseconds": "\(Int(seconds * 1000))",
        ]
        if let user { metadata["user"] = "\(user)" }
        if let cause { metadata["cause"] = "\(WithheldSecrets.text(cause))" }
        logger.log(level: status >= 500 ? .error : .info, "request", metadata: metadata)
    }
}

extension Response {
    fileprivate init(_ reply: APIReply) {
        switch reply.body {
        case .none: self.init(status: reply.status, headers: reply.headers)
        case .bytes(let bytes, let type):
            self.init(
                status: reply.status, headers: reply.headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
            headers[.contentType] = type
        case .stream(let type, let write):
            self.init(status: reply.status, headers: reply.headers, body: ResponseBody(write))
            headers[.contentType] = type
            headers[.cacheControl] = "no-cache, no-transform"
        }
    }
}
