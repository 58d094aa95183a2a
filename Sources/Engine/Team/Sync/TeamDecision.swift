/// What to do about one file that this machine and the team's server share.
///
/// A pure function: every case of "who changed what" is a line of it. A row that is missing without a word that it was
/// deleted says "not here yet" and deletes nothing on the other side.
enum TeamDecision: Hashable, Sendable {
    /// Both are as agreed, or wait for a person.
    case nothing
    /// Both hold the same: remember that.
    case agree
    /// Send this machine's text as what follows the agreed version.
    case send
    /// Send this machine's text as a file that is not there.
    case sendNew
    /// Delete the server's file.
    case remove
    /// Bring in what the server has, or that it has it no more, as far as a person agreed or agrees.
    case bringIn
    /// Both are gone.
    case forget

    /// What a side holds, compared with what was agreed.
    enum Side: Hashable, Sendable {
        /// Nothing is there, and nobody said that it was deleted.
        case absent
        case removed
        case unchanged
        case changed
    }

    init(here: Side, there: Side, isSame: Bool, wasAgreed: Bool) {
        self =
            switch (here, there) {
            case (.absent, .absent), (.removed, .absent), (.removed, .removed), (.absent, .removed):
                wasAgreed ? .forget : .nothing
            case (.unchanged, .unchanged): .nothing
            case (.changed, .changed) where isSame: .agree
            case (.changed, .unchanged): .send
            // The server lost it, or it is new here.
            case (.changed, .absent), (.unchanged, .absent): .sendNew
            // Who changed a file wants it, whoever deleted it meanwhile.
            case (.changed, .removed): .sendNew
            case (.removed, .unchanged): .remove
            // Not mirrored yet: a folder that is not there deletes nothing.
            case (.absent, .unchanged): .nothing
            case (.unchanged, .changed), (.changed, .changed), (.absent, .changed), (.removed, .changed),
                (.unchanged, .removed):
                .bringIn
            }
    }
}
