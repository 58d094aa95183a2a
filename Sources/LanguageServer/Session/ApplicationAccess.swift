import Engine
import JSONRPC

/// The way to the store for handlers: it is opened in the background, and who needs it waits for that.
package struct ApplicationAccess: Sendable {
    package init() {}
}
