import AsyncHTTPClient
import Engine
import JSON
import Models
import NIOCore
import NIOSSL

/// What is known of endpoints while a program runs: connections, keys, how each wants its requests, whether it rests.
package actor ModelEndpoints {
    /// What an HTTP client is made for.
    private struct ClientKey: Hashable {
        let caFile: String
        let proxy: ProxyAddress?
    }

    private struct FormKey: Hashable {
        let address: ModelAddress
        let model: String
    }

    private let environment: @Sendable (String) -> String?
    private var clients: [ClientKey: HTTPClient] = [:]
    private var forms: [FormKey: RequestForm] = [:]
    private var breakers: [ModelAddress: CircuitBreaker] = [:]
    private var replayed: [JSONValue: Int] = [:]
    private var keys: [ModelRoute: ModelKey.Found?] = [:]

    package init(environment: @escaping @Sendable (String) -> String? = DatabaseLocation.environment) {
        self.environment = environment
    }

    /// Closes every connection; to be called before the last reference goes.
    package func shutDown() async {
        for client in clients.values { try? await client.shutdown() }
        clients = [:]
    }

    /// - Throws: `ModelFault.unreachable` for a file of authorities that cannot be used.
    func client(for route: ModelRoute, connectTimeout: Duration) throws(ModelFault) -> HTTPClient {
        let key = ClientKey(caFile: route.caFile, proxy: ProxyAddress(for: route.address, environment: environment))
        if let client = clients[key] { return client }
        var configuration = HTTPClient.Configuration()
        // A key must not follow a server's word to somewhere else.
        configuration.redirectConfiguration = .disallow
        // Ending a request has to end its connection, so that the server stops at once.
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .milliseconds(connectTimeout.components.seconds * 1_000)
        configuration.connectionPool.retryConnectionEstablishment = false
        if let proxy = key.proxy {
            configuration.proxy = proxy.setting
        }
        if !route.caFile.isEmpty {
            var tls = TLSConfiguration.makeClientConfiguration()
            do {
                tls.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(route.caFile))]
            } catch {
                throw .unreachable("codeforge.model.caFile, \(route.caFile), is no file of certificates in PEM")
            }
            configuration.tlsConfiguration = tls
        }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        clients[key] = client
        return client
    }

    func key(for route: ModelRoute) async throws(ModelFault) -> ModelKey.Found? {
        if let known = keys[route] { return known }
        let key = try await ModelKey(route, environment: environment).find()
        // Where there is none, one may be put into its file at any time.
        if let key { keys[route] = key }
        return key
    }

    /// What takes out of a server's words what it was sent in secret.
    func mask(for route: ModelRoute, key: ModelKey.Found?) -> KeyMask {
        let proxy = ProxyAddress(for: route.address, environment: environment)
        return KeyMask(key: key?.secret, proxy: proxy, address: route.address)
    }

    /// A server's refusal of a key in words that say which one was sent, or that none was.
    func explained(_ fault: ModelFault, of route: ModelRoute, key: ModelKey.Found?) -> ModelFault {
        guard case .refusedKey(let reason) = fault else { return fault }
        return .key(ModelKey(route, environment: environment).sentence(onRefusal: reason, of: key))
    }

    /// How often a request was answered from a recording before.
    func timesReplayed(_ body: JSONValue) -> Int {
        defer { replayed[body, default: 0] += 1 }
        return replayed[body, default: 0]
    }

    func form(of route: ModelRoute, first: RequestForm) -> RequestForm {
        forms[FormKey(address: route.address, model: route.model)] ?? first
    }

    /// Remembers how an endpoint wants its requests, or with nil forgets it.
    func set(_ form: RequestForm?, of route: ModelRoute) {
        forms[FormKey(address: route.address, model: route.model)] = form
    }

    /// - Returns: Nil where a request may go; else the seconds to wait.
    func enter(_ route: ModelRoute) -> Int? { breakers[route.address, default: CircuitBreaker()].enter(at: .now) }

    /// Notes how a request that went ended: nil for an answer.
    func ended(_ route: ModelRoute, _ fault: ModelFault?) {
        guard let fault else { return breakers[route.address, default: CircuitBreaker()].succeeded() }
        if case .key = fault { keys[route] = nil }
        if fault.isEndpointsFault {
            breakers[route.address, default: CircuitBreaker()].failed(at: .now)
        } else {
            breakers[route.address, default: CircuitBreaker()].abstained()
        }
    }
}
