import Engine
import HTTPTypes
import JSON
import Models

/// An answer that says why a request was not done: the one shape of all errors, and every status in one place.
///
/// The body is `{"error": {"code", "message", "loc", "details"}, "request_id"}`; `loc` and `details` are left out where
/// there are none.
struct APIFailure: Error {
    let status: HTTPResponse.Status
    let code: String
    let message: String
    var location: [String] = []
    var details = JSONObject()
    var headers = HTTPFields()
    /// Whether what is left of the request must not be read.
    var endsConnection = false

    init(_ status: HTTPResponse.Status, _ code: String, _ message: String, at location: [String] = []) {
        self.status = status
        self.code = code
        self.message = message
        self.location = location
    }

    /// The engine's own failure, without what it tells of the machine.
    init(_ failure: RequestFailure) {
        status = Self.status(of: failure.code)
        code = failure.code
        location = failure.location
        details = failure.details
        message =
            failure.code == "unavailable"
            ? "The server cannot do this at the moment. Try again in a while." : failure.message
    }

    private static func status(of code: String) -> HTTPResponse.Status {
        switch code {
        case "invalid_input", "secrets_found": .unprocessableContent
        case "not_found": .notFound
        case "forbidden": .forbidden
        case "conflict", "student_mode", "cancelled": .conflict
        case "unavailable": .serviceUnavailable
        case "provider_unavailable", "agent_failed": .badGateway
        default: .internalServerError
        }
    }

    func body(requestID: String) -> [UInt8] {
        var error: JSONObject = ["code": .string(code), "message": .string(message)]
        if !location.isEmpty {
            error["loc"] = .array(location.map { step in Int(step).map { .integer($0) } ?? .string(step) })
        }
        if !details.isEmpty { error["details"] = .object(details) }
        let body: JSONValue = ["error": .object(error), "request_id": .string(requestID)]
        return Array(body.serialized.utf8)
    }
}

extension APIFailure {
    static func invalid(_ location: [String], _ problem: String) -> APIFailure {
        APIFailure(RequestFailure.invalidInput(location, problem))
    }

    static var noRoute: APIFailure {
        APIFailure(.notFound, "not_found", "There is no such address. /openapi.json lists them all.")
    }

    static func wrongMethod(_ allowed: [HTTPRequest.Method]) -> APIFailure {
        let names = allowed.map(\.rawValue).joined(separator: ", ")
        var failure = APIFailure(.methodNotAllowed, "method_not_allowed", "This address knows \(names).")
        failure.headers[.allow] = names
        return failure
    }

    static func unauthenticated(_ message: String, isInvalid: Bool = true) -> APIFailure {
        var failure = APIFailure(.unauthorized, "unauthenticated", message)
        failure.headers[.wwwAuthenticate] = isInvalid ? "Bearer error=\"invalid_token\"" : "Bearer"
        return failure
    }

    static func tooMany(retryAfter seconds: Int) -> APIFailure {
        var failure = APIFailure(
            .tooManyRequests, "rate_limited", "These were too many requests. Go on in \(seconds) s.")
        failure.headers[.retryAfter] = String(seconds)
        return failure
    }

    static func tooLarge(_ limit: Int) -> APIFailure {
        var failure = APIFailure(
            .contentTooLarge, "too_large", "The request's body is too large; \(limit) bytes are allowed.")
        failure.endsConnection = true
        return failure
    }

    static var tooSlow: APIFailure {
        var failure = APIFailure(.requestTimeout, "timeout", "The request did not arrive in time.")
        failure.endsConnection = true
        return failure
    }

    static var broken: APIFailure {
        APIFailure(.internalServerError, "internal", "The server failed. The request's identity helps to find out why.")
    }
}
