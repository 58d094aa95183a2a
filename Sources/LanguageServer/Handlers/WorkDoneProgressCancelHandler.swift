import LanguageServerProtocol

/// `window/workDoneProgress/cancel`: runs what was registered for the progress's token.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_workDoneProgress_cancel
struct WorkDoneProgressCancelHandler: NotificationHandler {
    func handle(_ notification: WorkDoneProgressCancelNotification, in session: inout Session) {
        guard let cancel = session.progressCancellations.removeValue(forKey: notification.token) else { return }
        cancel(&session)
    }
}
