import Dispatch
import Glibc

/// Ctrl-C once does something gentle; twice, it ends the program as usual.
struct Interruption {
    private let source: any DispatchSourceSignal

    init(_ handler: @escaping @Sendable () async -> Void) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT)
        source.setEventHandler {
            signal(SIGINT, SIG_DFL)
            Task { await handler() }
        }
        source.resume()
    }

    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
