import Foundation
import Models
import Testing

@Suite struct TimestampTests {
    @Test func `texts are those of Foundation, since the calendar is the Gregorian one there`() throws {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let milliseconds = Int64.random(in: -12_212_553_600_000...253_402_300_799_999, using: &generator)
            let time = Timestamp(milliseconds: milliseconds)
            let date = Date(timeIntervalSince1970: Double(milliseconds / 1000))
            // Whole seconds: Foundation rounds a fraction through a floating point number.
            #expect(Timestamp(milliseconds: milliseconds / 1000 * 1000).text == date.formatted(style))
            #expect(Timestamp(time.text) == time)
        }
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-01-15T10:30:00Z", 1_768_473_000_000),
        ("2024-02-29T23:59:59.999Z", 1_709_251_199_999), ("2026-01-15T10:30:00.5Z", 1_768_473_000_500),
        ("2026-01-15T10:30:00.1239999Z", 1_768_473_000_123), ("0000-01-01T00:00:00.000Z", -62_167_219_200_000),
    ])
    func `reads`(text: String, milliseconds: Int64) {
        #expect(Timestamp(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026-01-15", "2026-01-15T10:30:00", "2026-01-15 10:30:00Z", "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+01:00",
        "-026-01-01T00:00:00Z", "2026-01-01T00:00:00.000000000000Z",
    ])
    func `refuses`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `adds and subtracts durations`() {
        let start = Timestamp(milliseconds: 1000)
        #expect(start + .milliseconds(1500) == Timestamp(milliseconds: 2500))
        #expect((start + .seconds(-3)).duration(since: start) == .seconds(-3))
        #expect(Timestamp(milliseconds: .max).text == "9999-12-31T23:59:59.999Z")
    }
}
