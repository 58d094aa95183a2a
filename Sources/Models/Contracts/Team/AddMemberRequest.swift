/// Somebody who is to share a project: `POST /v1/projects/{project_id}/members`; by identity or by e-mail address.
package struct AddMemberRequest: Contract {
    package var userID: String?
    package var email: String?

    package static let schema = Schema(
        "AddMemberRequest",
        "Somebody who is to share a project: POST /v1/projects/{project_id}/members; by identity or by e-mail address.",
        Field("user_id", \AddMemberRequest.userID, .optional(.string(36...36)), default: nil, schema: nil),
        Field("email", \AddMemberRequest.email, .optional(.words(320)), default: nil, schema: nil),
        make: AddMemberRequest.init(userID:email:))

    package init(userID: String?, email: String?) {
        self.userID = userID
        self.email = email
    }
}
