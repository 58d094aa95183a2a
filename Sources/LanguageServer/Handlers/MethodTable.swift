/// Values by the names of methods.
///
/// A dictionary would do, but the first of the process costs the search for what its key conforms to, which is a tenth
/// of the time until `initialize` is answered.
struct MethodTable<Value: Sendable>: Sendable {
    /// By the length of the name, of which few have the same.
    private var entries: [[(method: String, value: Value)]] = Array(repeating: [], count: 64)

    subscript(method: String) -> Value? {
        get { entries[Self.place(of: method)].first { $0.method == method }?.value }
        set {
            let place = Self.place(of: method)
            entries[place].removeAll { $0.method == method }
            if let newValue { entries[place].append((method, newValue)) }
        }
    }

    private static func place(of method: String) -> Int { method.utf8.count & 63 }
}
