import Patterns

/// A Flask project over SQLite: pages rendered on the server, plain forms, one blueprint for each kind of record.
struct FlaskProject {
    let model: AppModel

    var files: [SourceFile] {
        let model = model
        var files = [
            SourceFile("requirements.txt", "plaintext", "Declaring packages") { "flask>=3.0\npytest>=8.3\n" },
            GitIgnore.file(.flask),
            SourceFile("README.md", "markdown", "Explaining the project") {
                ProjectReadme.text(
                    model, run: "pip install -r requirements.txt, then flask --app app run", test: "pytest",
                    does: model.entities.map {
                        "`/\($0.slug)/`: lists, adds, changes and removes \($0.pluralLabel); a form that is not complete comes back with what is missing."
                    },
                    keeps:
                        "Records are kept in SQLite. Forms carry a token against requests from other sites; everybody who reaches "
                        + "the server may use it.")
            },
            SourceFile("db/schema.sql", "sql", "Describing the tables") { SQLSchema.text(model) },
            SourceFile("app/__init__.py", "python", "Putting the app together") { Self.application(model) },
            SourceFile("app/database.py", "python", "Opening the database") { PythonRecords.database(model) },
            SourceFile("app/security.py", "python", "Guarding forms against other sites") { Self.security },
            SourceFile("app/forms.py", "python", "Reading what people typed") { Self.forms },
            SourceFile("app/repositories/__init__.py", "python", "Naming the repositories") {
                "\"\"\"One module for each table.\"\"\"\n"
            },
            SourceFile("app/views/__init__.py", "python", "Naming the views") {
                "\"\"\"One blueprint for each kind of record.\"\"\"\n"
            },
            SourceFile("app/templates/base.html", "html", "Framing every page") { Self.base(model) },
            SourceFile("app/templates/home.html", "html", "Writing the first page") { Self.home(model) },
            SourceFile("app/templates/missing.html", "html", "Helping whoever took a wrong turn") { Self.missing },
            SourceFile("app/static/styles.css", "css", "Choosing colours and spacing") { Stylesheet.text(model) },
        ]
        for entity in model.entities {
            files.append(
                SourceFile("app/repositories/\(entity.table).py", "python", "Reading and writing \(entity.pluralLabel)")
                {
                    PythonRecords.repository(entity, package: "app")
                })
            files.append(
                SourceFile("app/views/\(entity.table).py", "python", "Showing \(entity.pluralLabel)") {
                    Self.view(entity)
                })
            files.append(
                SourceFile("app/templates/\(entity.table)_list.html", "html", "Listing \(entity.pluralLabel)") {
                    FlaskTemplates.list(entity)
                })
            files.append(
                SourceFile(
                    "app/templates/\(entity.table)_form.html", "html", "Building the form for \(entity.pluralLabel)"
                ) {
                    FlaskTemplates.form(entity)
                })
        }
        files.append(
            SourceFile("tests/__init__.py", "python", "Naming the tests") { "\"\"\"Tests through the pages.\"\"\"\n" })
        files.append(SourceFile("tests/test_pages.py", "python", "Testing the pages") { Self.test(model) })
        return files
    }

    private static func application(_ model: AppModel) -> String {
        let modules = model.entities.map(\.table).sorted()
        let registered = modules.map { "    app.register_blueprint(\($0).pages)" }.joined(separator: "\n")
        return """
            \"""\(Literal.comment(model.name)): pages rendered on the server.\"""

            import os

            from flask import Flask, render_template

            from app.database import create_tables
            from app.security import check_token, form_token
            from app.views import \(modules.joined(separator: ", "))


            def create_app() -> Flask:
                app = Flask(__name__)
                app.config.update(
                    SECRET_KEY=os.environ.get("SECRET_KEY") or os.urandom(32),
                    SESSION_COOKIE_HTTPONLY=True,
                    SESSION_COOKIE_SAMESITE="Lax",
                    MAX_CONTENT_LENGTH=1024 * 1024,
                )
                app.before_request(check_token)
                app.jinja_env.globals["form_token"] = form_token
                create_tables()
            \(registered)

                @app.get("/")
                def home() -> str:
                    return render_template("home.html")

                @app.errorhandler(404)
                def missing(_: Exception) -> tuple[str, int]:
                    return render_template("missing.html"), 404

                return app

            """
    }

    private static let security = """
        \"""Guards forms: whoever sends one must have been given it by this site.\"""

        import secrets

        from flask import abort, request, session


        def form_token() -> str:
            \"""The visitor's token, which every form carries.\"""
            if "form_token" not in session:
                session["form_token"] = secrets.token_urlsafe(32)
            return session["form_token"]


        def check_token() -> None:
            \"""Refuses a change that does not carry the visitor's token.\"""
            if request.method in ("GET", "HEAD", "OPTIONS"):
                return
            known = session.get("form_token", "")
            sent = request.form.get("csrf_token", "")
            if not known or not secrets.compare_digest(sent.encode("utf-8", "replace"), known.encode("utf-8")):
                abort(400, "This form is too old, or comes from another site. Open it again.")

        """

    private static let forms = """
        \"""Reads form fields, and collects what is wrong with them.\"""

        from datetime import date

        from werkzeug.datastructures import MultiDict

        # Longer numbers do not fit into the database.
        MOST_DIGITS = 15


        def is_printable(text: str) -> bool:
            \"""Whether a database and a page can hold it: no NUL and the like, no halves of characters.\"""
            return not any(
                (letter < " " and letter not in "\\t\\r\\n") or "\\ud800" <= letter <= "\\udfff" for letter in text
            )


        class FormReader:
            def __init__(self, fields: MultiDict[str, str]) -> None:
                self.fields = fields
                self.problems: dict[str, str] = {}

            def text(self, name: str, *, required: bool = False, longest: int = 200) -> str:
                value = self.fields.get(name, "").strip()
                if required and not value:
                    self.problems[name] = "This is needed."
                elif len(value) > longest:
                    self.problems[name] = f"Use at most {longest} characters."
                elif not is_printable(value):
                    self.problems[name] = "Use characters that can be written."
                return value

            def email(self, name: str) -> str:
                value = self.text(name, required=True)
                user, _, domain = value.partition("@")
                if value and (not user or "." not in domain):
                    self.problems[name] = "Enter an address such as name@example.com."
                return value

            def day(self, name: str) -> str:
                value = self.text(name, required=True)
                try:
                    return date.fromisoformat(value).isoformat()
                except ValueError:
                    self.problems.setdefault(name, "Choose a day.")
                    return value

            def number(self, name: str) -> int:
                value = self.fields.get(name, "0").strip() or "0"
                if not value.isdecimal() or len(value) > MOST_DIGITS:
                    self.problems[name] = "Enter zero or more, with at most 15 digits."
                    return 0
                return int(value)

            def choice(self, name: str, values: tuple[str, ...]) -> str:
                value = self.fields.get(name, "")
                if value not in values:
                    self.problems[name] = "Choose one of the list."
                return value

            def flag(self, name: str) -> bool:
                return name in self.fields

        """

    private static func view(_ entity: EntityModel) -> String {
        let reads = entity.fields.map { "        \"\(PythonRecords.name($0))\": \(read($0))," }.joined(separator: "\n")
        let choices = entity.fields.compactMap { field -> String? in
            guard case .choice(let values) = field.kind else { return nil }
            return "\(field.column.uppercased()) = (\(values.map(Literal.string).joined(separator: ", ")),)"
        }
        let passed = entity.fields.compactMap { field -> String? in
            guard case .choice = field.kind else { return nil }
            return "\(field.column)_choices=\(field.column.uppercased())"
        }
        let extra = passed.isEmpty ? "" : ", " + passed.joined(separator: ", ")
        return """
            \"""Pages for \(entity.pluralLabel).\"""

            from typing import Any

            from flask import Blueprint, abort, redirect, render_template, request, url_for
            from werkzeug.wrappers import Response

            from app.forms import FormReader
            from app.repositories import \(entity.table) as repository

            pages = Blueprint("\(entity.table)", __name__, url_prefix="/\(entity.slug)")
            \(choices.isEmpty ? "" : "\n" + choices.joined(separator: "\n") + "\n")

            def read(form: FormReader) -> dict[str, Any]:
                return {
            \(reads.indented(0))
                }


            def show_form(values: dict[str, Any], problems: dict[str, str]) -> str:
                return render_template("\(entity.table)_form.html", values=values, problems=problems\(extra))


            @pages.get("/")
            def list_all() -> str:
                return render_template("\(entity.table)_list.html", records=repository.list_all())


            @pages.route("/new", methods=["GET", "POST"])
            def add() -> str | tuple[str, int] | Response:
                if request.method == "GET":
                    return show_form({}, {})
                form = FormReader(request.form)
                values = read(form)
                if form.problems:
                    return show_form(values, form.problems), 422
                repository.add(values)
                return redirect(url_for("\(entity.table).list_all"))


            @pages.route("/<record_id>", methods=["GET", "POST"])
            def change(record_id: str) -> str | tuple[str, int] | Response:
                record = repository.find(record_id)
                if record is None:
                    abort(404)
                if request.method == "GET":
                    return show_form(record, {})
                form = FormReader(request.form)
                values = read(form)
                if form.problems:
                    return show_form(values, form.problems), 422
                repository.change(record_id, values)
                return redirect(url_for("\(entity.table).list_all"))


            @pages.post("/<record_id>/remove")
            def remove(record_id: str) -> Response:
                if not repository.remove(record_id):
                    abort(404)
                return redirect(url_for("\(entity.table).list_all"))

            """
    }

    private static func read(_ field: FieldModel) -> String {
        let name = PythonRecords.name(field)
        return switch field.kind {
        case .title: "form.text(\"\(name)\", required=True)"
        case .text, .phone, .link: "form.text(\"\(name)\")"
        case .long: "form.text(\"\(name)\", longest=5000)"
        case .email: "form.email(\"\(name)\")"
        case .money, .number: "form.number(\"\(name)\")"
        case .date: "form.day(\"\(name)\")"
        case .flag: "form.flag(\"\(name)\")"
        case .choice: "form.choice(\"\(name)\", \(field.column.uppercased()))"
        }
    }

    private static func base(_ model: AppModel) -> String {
        let links = model.entities.map {
            "        <li><a href=\"{{ url_for('\($0.table).list_all') }}\">\(Literal.html($0.pluralLabel.capitalisedFirst))</a></li>"
        }
        return """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{% block title %}{% endblock %} · \(FlaskTemplates.text(model.name))</title>
                <link rel="stylesheet" href="{{ url_for('static', filename='styles.css') }}">
              </head>
              <body>
                <a class="skip-link" href="#content">Skip to the content</a>
                <nav class="nav" aria-label="Main">
                  <ul>
                    <li><a href="{{ url_for('home') }}">Home</a></li>
            \(links.joined(separator: "\n").replacing("        <li>", with: "        <li>"))
                  </ul>
                </nav>
                <main id="content">{% block content %}{% endblock %}</main>
              </body>
            </html>

            """
    }

    private static func home(_ model: AppModel) -> String {
        let areas = model.entities.map {
            "  <li class=\"card\"><h2><a href=\"{{ url_for('\($0.table).list_all') }}\">\(FlaskTemplates.text($0.pluralLabel.capitalisedFirst))</a></h2>"
                + "<p class=\"quiet\">List, add, change and remove \(FlaskTemplates.text($0.pluralLabel)).</p></li>"
        }
        return """
            {% extends "base.html" %}
            {% block title %}Home{% endblock %}
            {% block content %}
            <h1>\(FlaskTemplates.text(model.name))</h1>
            <p>\(FlaskTemplates.text(model.pitch))</p>
            <ul class="grid">
            \(areas.joined(separator: "\n"))
            </ul>
            {% endblock %}

            """
    }

    private static let missing = """
        {% extends "base.html" %}
        {% block title %}Not found{% endblock %}
        {% block content %}
        <h1>This page does not exist</h1>
        <p>The address may be mistyped, or the record was removed.</p>
        <p><a href="{{ url_for('home') }}">Back to the first page</a></p>
        {% endblock %}

        """

    private static func test(_ model: AppModel) -> String {
        let entity = model.main
        let values = zip(entity.fields, entity.examples[0]).compactMap { field, value -> String? in
            if field.kind == .flag { return nil }
            let text =
                field.kind == .money || field.kind == .number ? "\"\(value.number)\"" : Literal.string(value.text)
            return "    \"\(PythonRecords.name(field))\": \(text),"
        }
        return """
            \"""The pages as a visitor sees them.\"""

            from pathlib import Path

            import pytest
            from flask.testing import FlaskClient

            from app import create_app

            TOKEN = "known to the tests"
            EXAMPLE = {
                "csrf_token": TOKEN,
            \(values.joined(separator: "\n"))
            }


            @pytest.fixture
            def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
                monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "test.db"))
                visitor = create_app().test_client()
                with visitor.session_transaction() as session:
                    session["form_token"] = TOKEN
                return visitor


            def test_home_opens(client: FlaskClient) -> None:
                assert client.get("/").status_code == 200


            def test_a_new_\(entity.snake)_is_listed(client: FlaskClient) -> None:
                response = client.post("/\(entity.slug)/new", data=EXAMPLE, follow_redirects=True)
                assert EXAMPLE["\(entity.title.column)"] in response.get_data(as_text=True)


            def test_an_incomplete_\(entity.snake)_is_refused(client: FlaskClient) -> None:
                response = client.post("/\(entity.slug)/new", data={**EXAMPLE, "\(entity.title.column)": ""})
                assert response.status_code == 422
                assert "This is needed." in response.get_data(as_text=True)


            def test_what_nobody_can_keep_is_refused(client: FlaskClient) -> None:
                response = client.post("/\(entity.slug)/new", data={**EXAMPLE, "\(entity.title.column)": "a\\x00b"})
                assert response.status_code == 422
                assert client.post("/\(entity.slug)/new", data={"csrf_token": TOKEN}).status_code == 422


            def test_a_form_of_another_site_is_refused(client: FlaskClient) -> None:
                assert client.post("/\(entity.slug)/new", data={**EXAMPLE, "csrf_token": "guessed"}).status_code == 400


            def test_an_unknown_page_says_so(client: FlaskClient) -> None:
                assert client.get("/\(entity.slug)/unknown").status_code == 404

            """
    }
}
