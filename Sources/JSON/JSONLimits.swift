/// How much of a text a parser takes before it refuses.
package struct JSONLimits: Sendable, Hashable {
    /// Largest text, in bytes; at most 4 GiB - 1.
    package var maxBytes: Int
    /// Deepest nesting of arrays and objects.
    package var maxDepth: Int

    package init(maxBytes: Int, maxDepth: Int) {
        self.maxBytes = min(maxBytes, Int(UInt32.max))
        self.maxDepth = maxDepth
    }

    /// A protocol message: 64 MiB, 256 levels.
    package static let message = JSONLimits(maxBytes: 64 << 20, maxDepth: 256)
    /// A document that Pydantic reads: 64 MiB, and Pydantic's own 200 levels.
    package static let contract = JSONLimits(maxBytes: 64 << 20, maxDepth: 200)
    /// What this program wrote itself.
    package static let unbounded = JSONLimits(maxBytes: .max, maxDepth: .max)
}

/// Which texts count as JSON.
package enum JSONDialect: Sendable {
    /// RFC 8259. An escaped lone surrogate, which its grammar allows, is read as U+FFFD.
    case rfc8259
    /// What Pydantic 2.13 reads: `NaN` and `Infinity` are numbers, lone surrogates are refused,
    /// an integer has at most 4,300 characters, and an empty container may stand one level below the limit.
    case pydantic
}
