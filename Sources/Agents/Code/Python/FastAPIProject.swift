import Patterns

/// A FastAPI project over SQLite: one router, one repository and one test module for each kind of record.
struct FastAPIProject {
    let model: AppModel

    var files: [SourceFile] {
        let model = model
        var files = [
            SourceFile("requirements.txt", "plaintext", "Declaring packages") {
                "fastapi>=0.115\nuvicorn>=0.32\npydantic[email]>=2.9\nhttpx>=0.27\npytest>=8.3\n"
            },
            GitIgnore.file(.fastAPI),
            SourceFile("README.md", "markdown", "Explaining the project") {
                ProjectReadme.text(
                    model, run: "pip install -r requirements.txt, then uvicorn app.main:app --reload", test: "pytest",
                    does: model.entities.map {
                        "`/\($0.slug)`: lists, adds, reads, changes and removes \($0.pluralLabel) as JSON; what is wrong is refused with 422."
                    } + ["`/docs`: every request, to be tried out."],
                    keeps:
                        "Records are kept in SQLite. There are no pages, and everybody who reaches the server may use it."
                )
            },
            SourceFile("db/schema.sql", "sql", "Describing the tables") { SQLSchema.text(model) },
            SourceFile("app/__init__.py", "python", "Naming the package") {
                "\"\"\"\(Literal.comment(model.name)): the server.\"\"\"\n"
            },
            SourceFile("app/main.py", "python", "Putting the routes together") { Self.main(model) },
            SourceFile("app/database.py", "python", "Opening the database") { PythonRecords.database(model) },
            SourceFile("app/errors.py", "python", "Saying what is wrong with a request") { Self.errors },
            SourceFile("app/schemas.py", "python", "Saying what a record must have") { Self.schemas(model) },
            SourceFile("app/routers/__init__.py", "python", "Naming the routers") {
                "\"\"\"One module for each kind of record.\"\"\"\n"
            },
            SourceFile("app/repositories/__init__.py", "python", "Naming the repositories") {
                "\"\"\"One module for each table.\"\"\"\n"
            },
        ]
        for entity in model.entities {
            files.append(
                SourceFile("app/repositories/\(entity.table).py", "python", "Reading and writing \(entity.pluralLabel)")
                {
                    PythonRecords.repository(entity, package: "app")
                })
            files.append(
                SourceFile("app/routers/\(entity.table).py", "python", "Answering requests for \(entity.pluralLabel)") {
                    Self.router(entity)
                })
        }
        files.append(
            SourceFile("tests/__init__.py", "python", "Naming the tests") {
                "\"\"\"Tests through the HTTP interface.\"\"\"\n"
            })
        files.append(SourceFile("tests/conftest.py", "python", "Giving each test a database") { Self.conftest })
        for entity in model.entities {
            files.append(
                SourceFile("tests/test_\(entity.table).py", "python", "Testing \(entity.pluralLabel)") {
                    Self.test(entity)
                })
        }
        return files
    }

    private static func main(_ model: AppModel) -> String {
        let modules = model.entities.map(\.table).sorted()
        let includes = modules.map { "app.include_router(\($0).router)" }.joined(separator: "\n")
        return """
            \"""The HTTP interface of \(Literal.comment(model.name)).\"""

            from collections.abc import AsyncIterator
            from contextlib import asynccontextmanager

            from fastapi import FastAPI
            from fastapi.exceptions import RequestValidationError

            from app.database import create_tables
            from app.errors import refuse
            from app.routers import \(modules.joined(separator: ", "))


            @asynccontextmanager
            async def lifespan(_: FastAPI) -> AsyncIterator[None]:
                create_tables()
                yield


            app = FastAPI(
                title=\(Literal.string(model.name)),
                description=\(Literal.string(model.pitch)),
                lifespan=lifespan,
            )
            app.add_exception_handler(RequestValidationError, refuse)
            \(includes)


            @app.get("/health")
            def health() -> dict[str, str]:
                return {"status": "ok"}

            """
    }

    private static let errors = """
        \"""Says what is wrong with a request.\"""

        from fastapi import Request
        from fastapi.responses import JSONResponse


        def writable(text: object) -> str:
            \"""Text that can be sent: a request may hold halves of characters, in names of fields too.\"""
            return str(text).encode("utf-8", "replace").decode("utf-8")


        async def refuse(_: Request, error: Exception) -> JSONResponse:
            \"""Names place and reason, and repeats nothing that was sent: not everything sent can be sent back.\"""
            problems = [
                {
                    "loc": [part if isinstance(part, int) else writable(part) for part in problem["loc"]],
                    "msg": writable(problem["msg"]),
                    "type": problem["type"],
                }
                for problem in error.errors()
            ]
            return JSONResponse({"detail": problems}, status_code=422)

        """

    /// Texts that SQLite and every reader of JSON can hold, and numbers that both keep exactly.
    private static let values = """

        LARGEST = 9_007_199_254_740_991


        def printable(text: str) -> str:
            \"""Refuses NUL and halves of characters, which no database and no page can hold.\"""
            if "\\x00" in text or any("\\ud800" <= letter <= "\\udfff" for letter in text):
                raise ValueError("Use characters that can be written.")
            return text


        Text = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(printable)]



        """

    private static func schemas(_ model: AppModel) -> String {
        let hasEmail = model.entities.contains { $0.fields.contains { $0.kind == .email } }
        let hasDate = model.entities.contains { $0.fields.contains { $0.kind == .date } }
        let hasChoice = model.entities.contains {
            $0.fields.contains { if case .choice = $0.kind { true } else { false } }
        }
        let classes = model.entities.map { entity in
            let fields = entity.fields.map { "    \(PythonRecords.name($0)): \(annotation($0))" }.joined(
                separator: "\n")
            return """
                class \(entity.type)Draft(BaseModel):
                    \"""\(English.article(for: entity.label).capitalisedFirst) \(entity.label) before it is saved.\"""

                    model_config = ConfigDict(extra="forbid")

                \(fields)


                class \(entity.type)(\(entity.type)Draft):
                    id: str

                """
        }
        return "\"\"\"What a record must have.\"\"\"\n\n" + (hasDate ? "from datetime import date\n" : "")
            + "from typing import Annotated" + (hasChoice ? ", Literal" : "") + "\n\n"
            + "from pydantic import AfterValidator, BaseModel, ConfigDict, " + (hasEmail ? "EmailStr, " : "")
            + "Field, StringConstraints\n" + values
            + classes.joined(separator: "\n\n")
    }

    private static func annotation(_ field: FieldModel) -> String {
        switch field.kind {
        case .title: "Text = Field(min_length=1, max_length=200)"
        case .text, .phone: "Text = Field(default=\"\", max_length=200)"
        case .long: "Text = Field(default=\"\", max_length=5000)"
        case .link: "Text = Field(default=\"\", pattern=r\"^(https://.*)?$\")"
        case .email: "EmailStr"
        case .money, .number: "int = Field(default=0, ge=0, le=LARGEST)"
        case .date: "date"
        case .flag: "bool = False"
        case .choice(let values): "Literal[\(values.map(Literal.string).joined(separator: ", "))]"
        }
    }

    private static func router(_ entity: EntityModel) -> String {
        """
        \"""Requests for \(entity.pluralLabel).\"""

        from typing import Any

        from fastapi import APIRouter, HTTPException, status

        from app.repositories import \(entity.table) as repository
        from app.schemas import \(entity.type), \(entity.type)Draft

        router = APIRouter(prefix="/\(entity.slug)", tags=["\(entity.slug)"])

        Row = dict[str, Any]


        def not_found(record_id: str) -> HTTPException:
            return HTTPException(status.HTTP_404_NOT_FOUND, f"There is no \(entity.label) {record_id}.")


        @router.get("", response_model=list[\(entity.type)])
        def list_all() -> list[Row]:
            return repository.list_all()


        @router.post("", response_model=\(entity.type), status_code=status.HTTP_201_CREATED)
        def add(draft: \(entity.type)Draft) -> Row:
            return repository.add(draft.model_dump(mode="json"))


        @router.get("/{record_id}", response_model=\(entity.type))
        def find(record_id: str) -> Row:
            record = repository.find(record_id)
            if record is None:
                raise not_found(record_id)
            return record


        @router.put("/{record_id}", response_model=\(entity.type))
        def change(record_id: str, draft: \(entity.type)Draft) -> Row:
            record = repository.change(record_id, draft.model_dump(mode="json"))
            if record is None:
                raise not_found(record_id)
            return record


        @router.delete("/{record_id}", status_code=status.HTTP_204_NO_CONTENT)
        def remove(record_id: str) -> None:
            if not repository.remove(record_id):
                raise not_found(record_id)

        """
    }

    private static let conftest = """
        \"""A client on a fresh database for every test.\"""

        from collections.abc import Iterator
        from pathlib import Path

        import pytest
        from fastapi.testclient import TestClient

        from app.main import app


        @pytest.fixture
        def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
            monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "test.db"))
            with TestClient(app) as test_client:
                yield test_client

        """

    private static func hugeTest(_ entity: EntityModel) -> String {
        guard let number = entity.number ?? entity.money else { return "" }
        return """


            def test_a_huge_number_is_refused(client: TestClient) -> None:
                response = client.post("/\(entity.slug)", json={**EXAMPLE, "\(PythonRecords.name(number))": 10**30})
                assert response.status_code == 422

            """
    }

    private static func test(_ entity: EntityModel) -> String {
        let title = entity.title.column
        return """
            \"""\(entity.pluralLabel.capitalisedFirst) through the HTTP interface.\"""

            from fastapi.testclient import TestClient

            EXAMPLE = \(PythonRecords.example(entity))


            def test_a_new_\(entity.snake)_is_listed(client: TestClient) -> None:
                created = client.post("/\(entity.slug)", json=EXAMPLE)
                assert created.status_code == 201
                listed = client.get("/\(entity.slug)").json()
                assert [row["\(title)"] for row in listed] == [EXAMPLE["\(title)"]]


            def test_an_empty_\(title)_is_refused(client: TestClient) -> None:
                response = client.post("/\(entity.slug)", json={**EXAMPLE, "\(title)": ""})
                assert response.status_code == 422


            def test_what_nobody_can_keep_is_refused(client: TestClient) -> None:
                for odd in ('"\\\\ud800"', '"\\\\u0000"', '"   "', "7", "NaN", "null"):
                    body = '{"\(title)": ' + odd + "}"
                    response = client.post("/\(entity.slug)", content=body, headers={"Content-Type": "application/json"})
                    assert response.status_code == 422, odd
            \(hugeTest(entity))

            def test_a_removed_\(entity.snake)_is_gone(client: TestClient) -> None:
                record_id = client.post("/\(entity.slug)", json=EXAMPLE).json()["id"]
                assert client.delete(f"/\(entity.slug)/{record_id}").status_code == 204
                assert client.get(f"/\(entity.slug)/{record_id}").status_code == 404

            """
    }
}
