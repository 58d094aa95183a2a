import Patterns

/// What FastAPI and Flask projects share: storage in SQLite, examples, SQL.
enum PythonRecords {
    static func literal(_ value: ExampleValue) -> String {
        switch value.kind {
        case .money, .number: String(value.number)
        case .flag: value.number == 1 ? "True" : "False"
        default: Literal.string(value.text)
        }
    }

    /// Column and attribute of a field; amounts say that they are cents.
    static func name(_ field: FieldModel) -> String { field.kind == .money ? field.column + "_cents" : field.column }

    static func database(_ model: AppModel) -> String {
        """
        \"""Opens the SQLite database of \(Literal.comment(model.name)).\"""

        import os
        import sqlite3
        from collections.abc import Iterator
        from contextlib import contextmanager
        from pathlib import Path

        SCHEMA = Path(__file__).resolve().parent.parent / "db" / "schema.sql"


        def database_path() -> str:
            \"""The file to use; tests set DATABASE_PATH to one of their own.\"""
            return os.environ.get("DATABASE_PATH", "\(model.slug).db")


        @contextmanager
        def connect() -> Iterator[sqlite3.Connection]:
            \"""A connection whose changes are kept only when the block ends well.\"""
            connection = sqlite3.connect(database_path())
            connection.row_factory = sqlite3.Row
            connection.execute("pragma foreign_keys = on")
            try:
                with connection:
                    yield connection
            finally:
                connection.close()


        def create_tables() -> None:
            \"""Creates the tables of an empty database; an existing one stays as it is.\"""
            with connect() as connection:
                known = connection.execute("select count(*) from sqlite_master where type = 'table'").fetchone()[0]
                if known == 0:
                    connection.executescript(SCHEMA.read_text(encoding="utf-8"))

        """
    }

    /// One module of plain functions for each kind of record.
    static func repository(_ entity: EntityModel, package: String) -> String {
        let columns = entity.fields.map(name)
        let list = (["id"] + columns).joined(separator: ", ")
        let places = (["id"] + columns).map { ":" + $0 }.joined(separator: ", ")
        let changes = columns.map { "\($0) = :\($0)" }.joined(separator: ", ")
        return """
            \"""Reads and writes \(entity.pluralLabel).\"""

            import uuid
            from typing import Any

            from \(package).database import connect

            LIST = "select \(list) from \(entity.table) order by \(entity.title.column)"
            FIND = "select \(list) from \(entity.table) where id = :id"
            INSERT = "insert into \(entity.table) (\(list)) values (\(places))"
            UPDATE = "update \(entity.table) set \(changes) where id = :id"
            DELETE = "delete from \(entity.table) where id = :id"

            Row = dict[str, Any]


            def list_all() -> list[Row]:
                with connect() as connection:
                    return [dict(row) for row in connection.execute(LIST)]


            def find(record_id: str) -> Row | None:
                with connect() as connection:
                    row = connection.execute(FIND, {"id": record_id}).fetchone()
                    return dict(row) if row else None


            def add(values: Row) -> Row:
                record = {**values, "id": str(uuid.uuid4())}
                with connect() as connection:
                    connection.execute(INSERT, record)
                return record


            def change(record_id: str, values: Row) -> Row | None:
                record = {**values, "id": record_id}
                with connect() as connection:
                    changed = connection.execute(UPDATE, record).rowcount
                return record if changed else None


            def remove(record_id: str) -> bool:
                with connect() as connection:
                    return connection.execute(DELETE, {"id": record_id}).rowcount > 0

            """
    }

    /// A valid record as a Python dictionary literal, for tests.
    static func example(_ entity: EntityModel) -> String {
        let members = zip(entity.fields, entity.examples[0]).map { "    \"\(name($0))\": \(literal($1))," }
        return "{\n" + members.joined(separator: "\n") + "\n}"
    }
}
