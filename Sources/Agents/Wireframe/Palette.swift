import Patterns

/// Three colours, each readable on each other: background, text, brand.
///
/// Contrast is WCAG 2.2 AA for normal text, at least 4.5 : 1 for all three pairs.
/// Between white and near-black, only a narrow band of luminance allows that; the brand colour is searched in it.
struct Palette: Sendable, Hashable {
    let background = Colour(red: 255, green: 255, blue: 255)
    let text = Colour(red: 1, green: 2, blue: 8)
    let brand: Colour

    /// In the order of `theme_colors`.
    var hexCodes: [String] { [background.hex, text.hex, brand.hex] }

    /// The same palette for the same subject, of one of 360 hues.
    init(for subject: String) {
        let hash = TextEmbedding.hash(subject)
        let saturation = 0.55 + Double((hash >> 16) % 40) / 100
        brand = Self.readable(hue: Double(hash % 360), saturation: saturation, on: [background, text])
    }

    private static func readable(hue: Double, saturation: Double, on others: [Colour]) -> Colour {
        for turn in 0..<360 {
            let turned = (hue + Double(turn)).truncatingRemainder(dividingBy: 360)
            for step in 100...420 {
                let colour = Colour(hue: turned, saturation: saturation, lightness: Double(step) / 512)
                if others.allSatisfy({ colour.contrast(with: $0) >= 4.5 }) { return colour }
            }
        }
        return Colour(red: 0, green: 112, blue: 224)
    }
}
