import Models

/// Who shares a project beside its owner.
///
/// A member sees and changes the project and what is in it, but neither deletes nor takes over the project, and sees of
/// `daily_sessions` their own alone. The owner sees the jobs of members. Members and the owner see who the members are;
/// the owner adds and removes them, and a member may leave.
package protocol MemberStore: Sendable {
    /// The members in the order in which they came.
    ///
    /// - Throws: `notFound` for a project that the caller does not see.
    func members(of project: RowID, as caller: Caller) async throws(StoreError) -> [ProjectMember]

    /// Adding somebody twice is the same as once.
    ///
    /// - Throws: `notFound` for a hidden project and for an unknown user; `forbidden` for a member; `invalidInput` for
    ///   the owner, who is none.
    @discardableResult
    func addMember(_ user: RowID, to project: RowID, as caller: Caller) async throws(StoreError) -> ProjectMember

    /// - Throws: `notFound` for a hidden project and for somebody who is no member; `forbidden` for a member who would
    ///   remove another.
    func removeMember(_ user: RowID, from project: RowID, as caller: Caller) async throws(StoreError)

    /// The identity of whoever has an e-mail address, where the database knows addresses; the service alone may ask.
    func user(withEmail address: String, as caller: Caller) async throws(StoreError) -> RowID?
}
