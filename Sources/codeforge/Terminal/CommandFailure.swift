/// Why a command could not do what was asked; it ends with exit code 2.
struct CommandFailure: Error, CustomStringConvertible {
    /// What is wrong, with which value, and what to do.
    let description: String
}
