import GRDB
import JSON
import Models

/// Reads columns into the models' types; a value that no version of this program wrote is an error, never a trap.
extension Row {
    func text(_ column: String) throws -> String {
        guard let text: String = self[column] else { throw unreadable(column) }
        return text
    }

    func id(_ column: String) throws -> RowID {
        guard let id = RowID(try text(column)) else { throw unreadable(column) }
        return id
    }

    func time(_ column: String) throws -> Timestamp {
        guard let time = Timestamp(try text(column)) else { throw unreadable(column) }
        return time
    }

    func optionalTime(_ column: String) throws -> Timestamp? {
        hasNull(at: column) ? nil : try time(column)
    }

    func path(_ column: String) throws -> ProjectPath {
        do { return try ProjectPath(validating: text(column)) } catch { throw unreadable(column) }
    }

    func json(_ column: String) -> JSONText? {
        (self[column] as String?).map(JSONText.init)
    }

    func integer(_ column: String) throws -> Int {
        guard let value: Int = self[column] else { throw unreadable(column) }
        return value
    }

    func choice<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
        guard let value = Value(rawValue: try text(column)) else { throw unreadable(column) }
        return value
    }

    /// A `text[]` of the specification, kept as a JSON array.
    func texts(_ column: String) throws -> [String]? {
        guard let text: String = self[column] else { return nil }
        return try TextArray.decode(text).unwrapped(or: unreadable(column))
    }

    private func hasNull(at column: String) -> Bool {
        (self[column] as DatabaseValue?)?.isNull ?? true
    }

    private func unreadable(_ column: String) -> StoreError {
        .unavailable(.failed(reason: "the column \(column) holds a value that this version can't read"))
    }
}

extension Optional {
    fileprivate func unwrapped(or error: @autoclosure () -> some Error) throws -> Wrapped {
        guard let self else { throw error() }
        return self
    }
}
