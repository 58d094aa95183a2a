import Foundation
import GRDB
import JSON
import Models
import Storage

/// Reads columns into the models' types; a value that no version of this program wrote is an error, never a trap.
extension Row {
    func text(_ column: String) throws -> String { try required(column) }

    func optionalText(_ column: String) throws -> String? { try value(column) }

    func id(_ column: String) throws -> RowID {
        guard let id = RowID(try text(column)) else { throw unreadable(column) }
        return id
    }

    func time(_ column: String) throws -> Timestamp {
        guard let time = Timestamp(try text(column)) else { throw unreadable(column) }
        return time
    }

    func optionalTime(_ column: String) throws -> Timestamp? {
        try optionalText(column) == nil ? nil : try time(column)
    }

    func path(_ column: String) throws -> ProjectPath {
        do { return try ProjectPath(validating: text(column)) } catch { throw unreadable(column) }
    }

    func json(_ column: String) throws -> JSONText? {
        try optionalText(column).map(JSONText.init)
    }

    func integer(_ column: String) throws -> Int { try required(column) }

    func optionalInteger(_ column: String) throws -> Int? { try value(column) }

    func integer64(_ column: String) throws -> Int64 { try required(column) }

    func number(_ column: String) throws -> Double { try required(column) }

    func optionalNumber(_ column: String) throws -> Double? { try value(column) }

    func optionalData(_ column: String) throws -> Data? { try value(column) }

    func choice<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
        guard let value = Value(rawValue: try text(column)) else { throw unreadable(column) }
        return value
    }

    /// A `text[]` of the specification, kept as a JSON array.
    func texts(_ column: String) throws -> [String]? {
        guard let text = try optionalText(column) else { return nil }
        guard let texts = TextArray.decode(text) else { throw unreadable(column) }
        return texts
    }

    private func required<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        guard let value: Value = try value(column) else { throw unreadable(column) }
        return value
    }

    /// `nil` for NULL; GRDB's own subscripts end the program on a value of another type.
    private func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
        guard let stored: DatabaseValue = self[column], !stored.isNull else { return nil }
        guard let value = Value.fromDatabaseValue(stored) else { throw unreadable(column) }
        return value
    }

    private func unreadable(_ column: String) -> StoreError {
        .unavailable(.failed(reason: "the column \(column) holds a value that this version can't read"))
    }
}
