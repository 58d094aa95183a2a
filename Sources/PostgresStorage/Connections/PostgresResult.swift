import CPostgres
import JSON
import Models
import Storage

/// What a statement gave; freed with the value's last use.
///
/// Used on the thread of its connection alone.
final class PostgresResult {
    private let result: OpaquePointer
    private var columns: [String: Int32]?

    /// Takes over a result of libpq.
    init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit {
        cpq_clear(result)
    }

    var rowCount: Int { Int(cpq_ntuples(result)) }

    /// How many rows the statement changed.
    var changedRows: Int { Int(String(cString: cpq_cmdTuples(result))) ?? 0 }

    var rows: [PostgresRow] { (0..<cpq_ntuples(result)).map { PostgresRow(result: self, row: $0) } }

    var first: PostgresRow? { rowCount > 0 ? PostgresRow(result: self, row: 0) : nil }

    /// The text of a column of a row; nil for NULL.
    fileprivate func text(_ row: Int32, _ name: String) throws(StoreError) -> String? {
        guard let column = column(name) else {
            throw .unavailable(.failed(reason: "the column \(name) is not in the answer"))
        }
        guard cpq_getisnull(result, row, column) == 0 else { return nil }
        let bytes = UnsafeRawBufferPointer(
            start: cpq_getvalue(result, row, column), count: Int(cpq_getlength(result, row, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func column(_ name: String) -> Int32? {
        if let columns { return columns[name] }
        var known: [String: Int32] = [:]
        for column in 0..<cpq_nfields(result) { known[String(cString: cpq_fname(result, column))] = column }
        columns = known
        return known[name]
    }
}

/// A row of a result; reads columns into the models' types, or says which one this version can't read.
struct PostgresRow {
    fileprivate let result: PostgresResult
    fileprivate let row: Int32

    func optionalText(_ column: String) throws(StoreError) -> String? { try result.text(row, column) }

    func text(_ column: String) throws(StoreError) -> String { try required(column, optionalText(column)) }

    func id(_ column: String) throws(StoreError) -> RowID { try required(column, RowID(text(column))) }

    func time(_ column: String) throws(StoreError) -> Timestamp {
        try required(column, Timestamp(postgres: text(column)))
    }

    func optionalTime(_ column: String) throws(StoreError) -> Timestamp? {
        guard let text = try optionalText(column) else { return nil }
        return try required(column, Timestamp(postgres: text))
    }

    func path(_ column: String) throws(StoreError) -> ProjectPath {
        let text = try text(column)
        return try required(column, try? ProjectPath(validating: text))
    }

    func json(_ column: String) throws(StoreError) -> JSONText? { try optionalText(column).map(JSONText.init) }

    func integer(_ column: String) throws(StoreError) -> Int { try required(column, Int(text(column))) }

    func optionalInteger(_ column: String) throws(StoreError) -> Int? {
        guard let text = try optionalText(column) else { return nil }
        return try required(column, Int(text))
    }

    func number(_ column: String) throws(StoreError) -> Double { try required(column, Double(text(column))) }

    func optionalNumber(_ column: String) throws(StoreError) -> Double? {
        guard let text = try optionalText(column) else { return nil }
        return try required(column, Double(text))
    }

    func bool(_ column: String) throws(StoreError) -> Bool { try text(column) == "t" }

    func choice<Value: RawRepresentable<String>>(_ column: String) throws(StoreError) -> Value {
        try required(column, Value(rawValue: text(column)))
    }

    /// A `text[]`, asked for as `to_json(column)`.
    func texts(_ column: String) throws(StoreError) -> [String]? {
        guard let text = try optionalText(column) else { return nil }
        let values = try? JSONValue(parsing: text).array
        let texts = values?.compactMap(\.string)
        return try required(column, texts?.count == values?.count ? texts : nil)
    }

    private func required<Value>(_ column: String, _ value: Value?) throws(StoreError) -> Value {
        guard let value else {
            throw .unavailable(.failed(reason: "the column \(column) holds a value that this version can't read"))
        }
        return value
    }
}

extension Timestamp {
    /// Reads `2026-01-15 10:30:00.123456+00`, PostgreSQL's form of a time in UTC.
    init?(postgres text: String) {
        guard text.hasSuffix("+00") else { return nil }
        self.init(text.dropLast(3).replacing(" ", with: "T") + "Z")
    }
}
