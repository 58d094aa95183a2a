import Engine
import HTTPTypes
import Hummingbird
import JSON
import Models

/// A request whose sender is known and whose body has been read.
struct APIRequest: Sendable {
    /// The use cases, on behalf of the sender.
    let application: Engine.Application
    let user: RowID?
    /// When what the sender may do ends with their token; nil for anybody's routes.
    let accessEnd: Timestamp?
    let server: ServerParts
    /// Values of the address, decoded.
    let parameters: [String: String]
    let query: [String: String]
    let headers: HTTPFields
    let body: [UInt8]
    /// The request itself, for an answer that goes on until the client leaves.
    let connection: ClientConnection

    // MARK: - Values of the address

    func text(_ name: String) -> String { parameters[name] ?? "" }

    func id(_ name: String) throws(APIFailure) -> RowID {
        guard let id = RowID(text(name)) else {
            throw .invalid([name], "is no identity: it has 36 characters, as in 01234567-89ab-4cde-8f01-23456789abcd.")
        }
        return id
    }

    /// The project of the address, which the sender sees.
    func project() async throws -> Project { try await application.project(try id("project_id").text) }

    func path() throws -> ProjectPath { try application.validPath(text("path")) }

    /// What part of a list is wanted.
    func page(_ limits: ClosedRange<Int> = 1...100, standard: Int = 20) throws(APIFailure) -> (limit: Int, offset: Int)
    {
        (
            try number("limit", in: limits) ?? standard,
            try number("offset", in: 0...Int(Int32.max)) ?? 0
        )
    }

    private func number(_ name: String, in range: ClosedRange<Int>) throws(APIFailure) -> Int? {
        guard let text = query[name] else { return nil }
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isPlain, let number = Int(text), range.contains(number) else {
            throw .invalid([name], "must be a whole number, \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    // MARK: - The body

    /// The body as a document of the specification.
    func contract<Document: Contract>(_ type: Document.Type = Document.self) throws -> Document {
        do throws(ValidationErrors) {
            return try Document(validating: body)
        } catch {
            if error.errors.first?.type == "json_invalid" {
                throw APIFailure(.badRequest, "invalid_input", "The body is no JSON document.")
            }
            throw RequestFailure(error)
        }
    }

    /// The members that the body's object has.
    func members() -> JSONObject { (try? JSONValue(parsing: body))?.object ?? JSONObject() }
}

/// The connection that a request came over.
struct ClientConnection: Sendable {
    let request: Request
    /// Ends it at once, whatever was not sent yet.
    let close: @Sendable () -> Void
}
