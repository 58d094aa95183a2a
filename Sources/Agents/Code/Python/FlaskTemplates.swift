/// Jinja templates for one kind of record.
enum FlaskTemplates {
    /// Text of a template: as HTML, and never a template's own brackets.
    static func text(_ text: String) -> String { Literal.jsx(text) }

    static func list(_ entity: EntityModel) -> String {
        let columns = Array(entity.fields.filter { $0.kind != .long }.prefix(4))
        let headings = columns.map { "      <th scope=\"col\">\(text($0.heading))</th>" }.joined(separator: "\n")
        let cells = columns.dropFirst().map { "      <td>\(value($0))</td>" }.joined(separator: "\n")
        return """
            {% extends "base.html" %}
            {% block title %}\(text(entity.pluralLabel.capitalisedFirst)){% endblock %}
            {% block content %}
            <h1>\(text(entity.pluralLabel.capitalisedFirst))</h1>
            <p><a href="{{ url_for('\(entity.table).add') }}">Add \(text(entity.label))</a></p>
            {% if records %}
            <table>
              <thead>
                <tr>
            \(headings)
                  <th scope="col">Actions</th>
                </tr>
              </thead>
              <tbody>
                {% for record in records %}
                <tr>
                  <td><a href="{{ url_for('\(entity.table).change', record_id=record['id']) }}">{{ record["\(entity.title.column)"] }}</a></td>
            \(cells)
                  <td>
                    <form method="post" action="{{ url_for('\(entity.table).remove', record_id=record['id']) }}">
                      <input type="hidden" name="csrf_token" value="{{ form_token() }}">
                      <button type="submit" class="plain">Remove</button>
                    </form>
                  </td>
                </tr>
                {% endfor %}
              </tbody>
            </table>
            {% else %}
            <p class="panel" role="status">Nothing here yet. Add the first \(text(entity.label)).</p>
            {% endif %}
            {% endblock %}

            """
    }

    private static func value(_ field: FieldModel) -> String {
        let name = "record[\"\(PythonRecords.name(field))\"]"
        return switch field.kind {
        case .money: "{{ \"%.2f\" | format(\(name) / 100) }}"
        case .flag: "{{ \"yes\" if \(name) else \"no\" }}"
        default: "{{ \(name) }}"
        }
    }

    static func form(_ entity: EntityModel) -> String {
        """
        {% extends "base.html" %}
        {% block title %}\(text(entity.label.capitalisedFirst)){% endblock %}
        {% block content %}
        <h1>\(text(entity.label.capitalisedFirst))</h1>
        <form method="post" novalidate>
          <input type="hidden" name="csrf_token" value="{{ form_token() }}">
        \(entity.fields.map(field).joined(separator: "\n"))
          <button type="submit">Save \(text(entity.label))</button>
        </form>
        {% endblock %}

        """
    }

    private static func field(_ field: FieldModel) -> String {
        let name = PythonRecords.name(field)
        let label = field.kind == .money ? "\(field.heading) (cents)" : field.heading
        let control: String =
            switch field.kind {
            case .long: "<textarea id=\"\(name)\" name=\"\(name)\" rows=\"4\">{{ values[\"\(name)\"] }}</textarea>"
            case .flag:
                "<input id=\"\(name)\" name=\"\(name)\" type=\"checkbox\"{% if values[\"\(name)\"] %} checked{% endif %}>"
            case .choice:
                """
                <select id="\(name)" name="\(name)">
                      {% for choice in \(field.column)_choices %}
                      <option{% if choice == values["\(name)"] %} selected{% endif %}>{{ choice }}</option>
                      {% endfor %}
                    </select>
                """
            default:
                "<input id=\"\(name)\" name=\"\(name)\" type=\"\(inputType(field))\" value=\"{{ values[\"\(name)\"] }}\">"
            }
        return """
              <div class="field">
                <label for="\(name)">\(text(label))</label>
                \(control)
                {% if problems["\(name)"] %}<span class="error" role="alert">{{ problems["\(name)"] }}</span>{% endif %}
              </div>
            """
    }

    private static func inputType(_ field: FieldModel) -> String {
        switch field.kind {
        case .email: "email"
        case .phone: "tel"
        case .date: "date"
        case .link: "url"
        case .money, .number: "number"
        default: "text"
        }
    }
}
