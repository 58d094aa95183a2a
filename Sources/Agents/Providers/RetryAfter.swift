import Models

/// What a server asks to wait before the next try, in seconds.
///
/// `retry-after-ms` in milliseconds, else `retry-after` in seconds or as a date, as OpenAI's and Anthropic's own clients
/// read it.
///
/// Spec: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
enum RetryAfter {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// - Parameters:
    ///   - milliseconds: The value of `retry-after-ms`.
    ///   - value: The value of `retry-after`.
    ///   - now: Seconds since 1970.
    /// - Returns: Nil where neither says anything.
    static func seconds(
        milliseconds: String? = nil, value: String?, now: Double = Double(Timestamp.now().milliseconds) / 1_000
    ) -> Double? {
        if let milliseconds = milliseconds.flatMap(Double.init), milliseconds.isFinite {
            return max(0, milliseconds / 1_000)
        }
        guard let value else { return nil }
        if let seconds = Double(value), seconds.isFinite { return max(0, seconds) }
        return date(value).map { max(0, $0 - now) }
    }

    /// `Wed, 21 Oct 2026 07:28:00 GMT` as seconds since 1970.
    private static func date(_ text: String) -> Double? {
        let parts = text.split { $0 == " " || $0 == "," || $0 == ":" || $0 == "-" }.map { $0.lowercased() }
        guard parts.count >= 7, let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2].prefix(3))),
            let year = Int(parts[3]), let hour = Int(parts[4]), let minute = Int(parts[5]), let second = Int(parts[6]),
            (1...31).contains(day), (1970...9_999).contains(year)
        else { return nil }
        // Days since 1970-01-01: https://howardhinnant.github.io/date_algorithms.html#days_from_civil
        let shifted = month + 1 > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 10) % 12) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return Double(days * 86_400 + hour * 3_600 + minute * 60 + second)
    }
}
