import JSON

/// `window/workDoneProgress/cancel`: the user pressed the cancel button of a progress.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_workDoneProgress_cancel
package struct WorkDoneProgressCancelNotification: Notification {
    package static let method = "window/workDoneProgress/cancel"

    package let token: JSONValue

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        token = try parameters.object().required("token")
    }
}
