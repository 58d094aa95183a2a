/// Where a value may do harm: what makes it harmless in one place does not in another.
struct Sinks: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8

    static let sql = Sinks(rawValue: 1)
    static let shell = Sinks(rawValue: 2)
    static let html = Sinks(rawValue: 4)
    static let code = Sinks(rawValue: 8)
    static let path = Sinks(rawValue: 16)
    static let url = Sinks(rawValue: 32)
    /// What has no structure that a value could break.
    static let other = Sinks(rawValue: 64)
    static let all = Sinks(rawValue: 127)

    /// The sink that the rules of a category are about.
    init(ofRule id: String) {
        let category = id.prefix { $0 != "/" }
        switch category {
        case "sql": self = .sql
        case "command": self = .shell
        case "xss": self = .html
        case "eval": self = .code
        case "path": self = .path
        case "web": self = .url
        default: self = .other
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// Functions that make a value harmless, each for its own sinks.
enum Cleaners {
    private static func table(_ groups: [(Sinks, StaticString)]) -> [(sinks: Sinks, words: WordSet)] {
        groups.map { ($0.0, WordSet($0.1)) }
    }

    /// By the function's name alone.
    private static let byName = table([
        // Numbers, times, identifiers and digests hold nothing but themselves.
        (
            .all,
            """
            int float bool len Number parseInt parseFloat Boolean Int Double Atoi Itoa ParseInt ParseFloat ParseBool \
            toFixed hexdigest isoformat strftime toISOString getTime now time uuid4 uuid UUID uuid1 randomUUID hex \
            getpid range placeholders Decimal BigInt ObjectId Guid is_numeric intval floatval parseLong parseDouble toInt \
            toLong toDouble toIntOrNull toLongOrNull ToInt32 ToInt64 absint strlen sizeof to_i to_f Integer Float
            """
        ),
        (
            .shell,
            "shlex_quote shellescape shelljoin escapeshellarg escapeshellcmd quoteForShell shellQuote shell_quote"
        ),
        (
            .html,
            """
            escapeHTML escapeHtml escape_html html_escape htmlEscape sanitize sanitizeHtml sanitizeHTML sanitize_html \
            purify EscapeString HTMLEscapeString escape htmlspecialchars htmlentities conditional_escape format_html \
            createTextNode escapeXml esc_html esc_attr esc_js esc_textarea wp_kses wp_kses_post escapeHtml4 HtmlEncode \
            forHtml number_format html_escape sanitize_sql_like strip_tags encodeForHTML encodeForHTMLAttribute \
            e encodeForJavaScript encodeForXML escape_for_html htmlentities2 xmlescape
            """
        ),
        (
            .sql,
            """
            escapeId escapeIdentifier escapeLiteral quote_ident quote_identifier quoteIdentifier quote_name \
            Identifier QuoteIdentifier QuoteLiteral quoteName Literal SQLIdentifier quote_literal \
            quote_column_name quote_table_name sanitize_sql sanitize_sql_array sanitize_sql_for_conditions \
            sanitize_sql_for_order mysqli_real_escape_string mysql_real_escape_string real_escape_string pg_escape_string pg_escape_literal \
            pg_escape_identifier esc_sql
            """
        ),
        ([.html, .url, .path, .shell], "encodeURIComponent QueryEscape PathEscape"),
        ([.html, .url], "encodeURI urlencode rawurlencode quote_plus"),
        // What is asked of a directory or a document.
        (
            .url,
            """
            LdapFilterEncode LdapDistinguishedNameEncode LdapEncode escape_filter_chars escape_dn_chars EscapeFilter \
            escapeFilter encodeForLDAP encodeForDN encodeForXPath ldap_escape escapeLdap
            """
        ),
        ([.shell, .html, .url], "quote"),
        (.path, "basename secure_filename Base"),
        (.code, "stringify var_export"),
    ])

    /// By what the function is a member of and its name.
    private static let byMember: [(object: UInt32, name: UInt32, Sinks)] = [
        ("shlex", "quote", .shell), ("pipes", "quote", .shell), ("mysql", "escape", .sql), ("pool", "escape", .sql),
        ("connection", "escape", .sql), ("conn", "escape", .sql), ("db", "escape", .sql), ("client", "escape", .sql),
        ("sqlstring", "escape", .sql), ("SqlString", "escape", .sql), ("bleach", "clean", .html),
        ("re", "escape", [.other, .html]), ("DOMPurify", "sanitize", .html), ("sql", "Identifier", .sql),
        ("parse", "quote", [.html, .url]), ("urllib", "quote", [.html, .url]), ("filepath", "Base", .path),
        ("$pdo", "quote", .sql), ("$db", "quote", .sql), ("db", "quote", .sql), ("pdo", "quote", .sql),
        ("$conn", "quote", .sql), ("Integer", "valueOf", .all), ("Long", "valueOf", .all), ("int", "Parse", .all),
        ("Guid", "Parse", .all), ("long", "Parse", .all), ("UUID", "fromString", .all),
    ].map { (TokenHash.of($0.0), TokenHash.of($0.1), $0.2) }

    /// The sinks that a value is harmless in once it has gone through a function.
    static func sinks(of name: UInt32, after object: UInt32?) -> Sinks? {
        if let object {
            for entry in byMember where entry.name == name && entry.object == object { return entry.2 }
        }
        var sinks: Sinks?
        for group in byName where group.words.contains(name) { sinks = group.sinks.union(sinks ?? []) }
        return sinks
    }
}
