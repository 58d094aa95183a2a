import HTTPTypes

/// Every operation of the API.
struct RouteTable: Sendable {
    let routes: [Route]

    static let all = RouteTable(
        routes: JobRoutes.all + ProfileRoutes.all + ProjectRoutes.all + MemberRoutes.all + FileRoutes.all
            + LearningRoutes.all + ChoiceRoutes.all + PatternRoutes.all + DismissalRoutes.all + ExportRoutes.all
            + ServiceRoutes.all)

    /// The route of a request and the address's values; the first that fits.
    func find(_ method: HTTPRequest.Method, _ path: String) throws(APIFailure) -> (Route, [String: String]) {
        guard path.hasPrefix("/") else { throw .noRoute }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        var allowed: [HTTPRequest.Method] = []
        for route in routes {
            guard let values = route.path.values(in: parts) else { continue }
            guard route.method == method else {
                if !allowed.contains(route.method) { allowed.append(route.method) }
                continue
            }
            var decoded: [String: String] = [:]
            for (name, value) in values {
                guard let text = value.percentDecoded else {
                    throw .invalid([name], "is not percent-encoded as UTF-8.")
                }
                decoded[name] = text
            }
            return (route, decoded)
        }
        throw allowed.isEmpty ? .noRoute : .wrongMethod(allowed)
    }
}
