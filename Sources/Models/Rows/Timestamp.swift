#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A moment in UTC, to the millisecond; its text sorts as the moments do.
///
/// Years 0000 to 9999, the range in which the text form has a fixed width.
package struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Self.earliest), Self.latest)
    }

    /// Reads `2026-01-15T10:30:00Z`, with or without a fraction of a second; digits after the third are dropped.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return nil }
        func number(_ range: Range<Int>) -> Int64? {
            var value: Int64 = 0
            for byte in bytes[range] {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                value = value * 10 + Int64(byte - UInt8(ascii: "0"))
            }
            return value
        }
        let separators = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")] as [(Int, Unicode.Scalar)]
        guard separators.allSatisfy({ bytes[$0.0] == UInt8(ascii: $0.1) }),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day),
            hour < 24, minute < 60, second < 60
        else { return nil }

        var fraction: Int64 = 0
        if bytes.count > 20 {
            guard bytes[19] == UInt8(ascii: "."), bytes.count > 21, bytes.count <= 30,
                number(20..<bytes.count - 1) != nil
            else { return nil }
            for place in 20..<23 {
                fraction = fraction * 10 + (place < bytes.count - 1 ? Int64(bytes[place] - UInt8(ascii: "0")) : 0)
            }
        }
        let days = Self.daysSinceEpoch(year: year, month: month, day: day)
        milliseconds = (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + fraction
    }

    /// The moment on the system's clock.
    package static func now() -> Timestamp {
        // `Date` would bring Foundation into every program that holds a row; the system call is enough.
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// `2026-01-15T10:30:00.123Z`.
    package var text: String {
        let (days, dayMilliseconds) = Self.floorDivide(milliseconds, by: 86_400_000)
        let (year, month, day) = Self.date(daysSinceEpoch: days)
        var result = [UInt8]()
        result.reserveCapacity(24)
        func append(_ value: Int64, width: Int) {
            var divisor: Int64 = 1
            for _ in 1..<width { divisor *= 10 }
            for _ in 0..<width {
                result.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
                divisor /= 10
            }
        }
        append(year, width: 4)
        result.append(UInt8(ascii: "-"))
        append(month, width: 2)
        result.append(UInt8(ascii: "-"))
        append(day, width: 2)
        result.append(UInt8(ascii: "T"))
        append(dayMilliseconds / 3_600_000, width: 2)
        result.append(UInt8(ascii: ":"))
        append(dayMilliseconds / 60_000 % 60, width: 2)
        result.append(UInt8(ascii: ":"))
        append(dayMilliseconds / 1000 % 60, width: 2)
        result.append(UInt8(ascii: "."))
        append(dayMilliseconds % 1000, width: 3)
        result.append(UInt8(ascii: "Z"))
        return String(decoding: result, as: UTF8.self)
    }

    package var description: String { text }

    /// Its day where the person is, as `2026-01-15`.
    package var localDate: String { String(Timestamp(milliseconds: milliseconds + localOffset).text.prefix(10)) }

    /// From the first moment of its day to that of the next, where the person is.
    package var localDay: Range<Timestamp> {
        let day: Int64 = 86_400_000
        let (days, _) = Self.floorDivide(milliseconds + localOffset, by: day)
        // Clocks may be put on or back on the way.
        func start(_ days: Int64) -> Timestamp {
            let plain = Timestamp(milliseconds: days * day - localOffset)
            return Timestamp(milliseconds: days * day - plain.localOffset)
        }
        let (first, next) = (start(days), start(days + 1))
        return first..<max(first, next)
    }

    /// How far local clocks are before UTC, in milliseconds.
    private var localOffset: Int64 {
        var time = time_t(Self.floorDivide(milliseconds, by: 1000).quotient)
        var local = tm()
        return localtime_r(&time, &local) == nil ? 0 : Int64(local.tm_gmtoff) * 1000
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    package static func + (moment: Timestamp, duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        return Timestamp(milliseconds: moment.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    /// How long after `other` this moment is; negative when it is before.
    package func duration(since other: Timestamp) -> Duration {
        .milliseconds(milliseconds - other.milliseconds)
    }

    private static let earliest: Int64 = -62_167_219_200_000
    private static let latest: Int64 = 253_402_300_799_999
}

// The proleptic Gregorian calendar, after https://howardhinnant.github.io/date_algorithms.html
extension Timestamp {
    private static func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let remainder = (value % divisor + divisor) % divisor
        return ((value - remainder) / divisor, remainder)
    }

    private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
        let marchYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = floorDivide(marchYear, by: 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(daysSinceEpoch days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = floorDivide(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}
