import Foundation

/// An sRGB colour.
struct Colour: Sendable, Hashable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `hue` in degrees, saturation and lightness 0-1, as in CSS `hsl()`.
    init(hue: Double, saturation: Double, lightness: Double) {
        let reach = saturation * min(lightness, 1 - lightness)
        func channel(_ offset: Double) -> UInt8 {
            let place = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
            let value = lightness - reach * max(-1, min(place - 3, 9 - place, 1))
            return UInt8(max(0, min(255, (value * 255).rounded())))
        }
        self.init(red: channel(0), green: channel(8), blue: channel(4))
    }

    /// Reads `#rgb` and `#rrggbb`.
    init?(hex: String) {
        var digits = Array(hex.utf8)
        guard digits.first == UInt8(ascii: "#") else { return nil }
        digits.removeFirst()
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            return nil
        }
        self.init(red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }

    var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Contrast ratio, 1-21. Spec: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    func contrast(with other: Colour) -> Double {
        let pair = [luminance, other.luminance].sorted()
        return (pair[1] + 0.05) / (pair[0] + 0.05)
    }

    /// How bright it seems, 0-1.
    ///
    /// Spec: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    var luminance: Double {
        let linear = Self.linearChannels
        return 0.2126 * linear[Int(red)] + 0.7152 * linear[Int(green)] + 0.0722 * linear[Int(blue)]
    }

    private static let linearChannels: [Double] = (0...255).map { value in
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }

    /// The colour mixed with another; `share` 0 leaves it as it is.
    func mixed(with other: Colour, share: Double) -> Colour {
        func mix(_ left: UInt8, _ right: UInt8) -> UInt8 {
            UInt8((Double(left) * (1 - share) + Double(right) * share).rounded())
        }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}
