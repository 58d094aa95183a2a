/// Things that are done one at a time; whoever asks while one is being done has it done once more afterwards.
package struct OneAtATime: Sendable {
    private var again: [String: Bool] = [:]

    /// - Returns: Whether it may be done now.
    mutating func begin(_ thing: String) -> Bool {
        again.updateValue(again[thing] != nil, forKey: thing) == nil
    }

    /// - Returns: Whether somebody asked meanwhile.
    mutating func end(_ thing: String) -> Bool { again.removeValue(forKey: thing) ?? false }
}
