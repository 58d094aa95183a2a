import Models

/// The embeddings of all patterns, one after the other, ready to be compared with a query.
package struct PatternMatrix: Sendable {
    package private(set) var ids: [RowID] = []
    private var types: [String] = []
    private var inverseNorms: [Float] = []
    /// `PatternEmbedding.dimensions` numbers a pattern.
    private var components: [Float] = []

    package init(capacity: Int = 0) {
        components.reserveCapacity(capacity * PatternEmbedding.dimensions)
    }

    /// Adds a pattern, given the bytes of its vector; one with another number of dimensions is left out.
    package mutating func append(id: RowID, type: String, vector: UnsafeRawBufferPointer) {
        guard vector.count == PatternEmbedding.dimensions * MemoryLayout<Float>.size else { return }
        let start = components.count
        Self.append(vector, to: &components)
        let norm = components.withUnsafeBufferPointer { all in
            all[start...].reduce(into: 0.0) { $0 += Double($1) * Double($1) }.squareRoot()
        }
        ids.append(id)
        types.append(type)
        inverseNorms.append(norm == 0 ? 0 : Self.scales.contains(norm) ? Float(1 / norm) : .nan)
    }

    /// Lengths of vectors that single precision can multiply without leaving its range.
    private static let scales = 1e-18...1e18

    /// The `count` patterns most similar to `query`, most similar first, equal ones by identity.
    ///
    /// Single precision finds the candidates and double precision ranks them, so the order is that of exact numbers.
    /// - Complexity: O(patterns × dimensions), bound by the speed of memory.
    package func nearest(to query: [Float], count: Int, type: String?) -> [(id: RowID, similarity: Double)] {
        let norm = query.reduce(into: 0.0) { $0 += Double($1) * Double($1) }.squareRoot()
        guard norm > 0, norm.isFinite, count > 0, query.count == PatternEmbedding.dimensions else { return [] }
        let candidates = candidates(scaled: query.map { Float(Double($0) / norm) }, count: count, type: type)
        return candidates.map { (id: ids[$0], similarity: exactSimilarity(of: $0, to: query, norm: norm)) }
            .sorted { ($1.similarity, $0.id) < ($0.similarity, $1.id) }
            .prefix(count).map { $0 }
    }

    /// How far a single precision similarity may lie from the exact one; measured errors are a hundred times smaller.
    private static let tolerance: Float = 1e-5

    /// Every pattern that can be among the `count` nearest, given the tolerance.
    private func candidates(scaled query: [Float], count: Int, type: String?) -> [Int] {
        var scores = [(row: Int, score: Float)]()
        scores.reserveCapacity(ids.count)
        components.withUnsafeBufferPointer { components in
            query.withUnsafeBufferPointer { query in
                for row in ids.indices where type == nil || types[row] == type {
                    let dot = Self.dot(components, at: row * PatternEmbedding.dimensions, query)
                    scores.append((row, dot * inverseNorms[row]))
                }
            }
        }
        // A vector beyond single precision has no score and stays a candidate.
        let ranked = scores.map(\.score).filter(\.isFinite).sorted(by: >)
        guard ranked.count > count else { return scores.map(\.row) }
        let threshold = ranked[count - 1] - 2 * Self.tolerance
        return scores.filter { !($0.score < threshold) }.map(\.row)
    }

    /// Sixteen numbers a step, in two independent sums so that one addition needn't wait for the other.
    private static func dot(
        _ components: UnsafeBufferPointer<Float>, at start: Int, _ query: UnsafeBufferPointer<Float>
    ) -> Float {
        guard let components = UnsafeRawPointer(components.baseAddress),
            let query = UnsafeRawPointer(query.baseAddress)
        else { return 0 }
        let row = components + start * MemoryLayout<Float>.stride
        var (even, odd) = (SIMD16<Float>.zero, SIMD16<Float>.zero)
        let step = MemoryLayout<SIMD16<Float>>.size
        for offset in stride(from: 0, to: PatternEmbedding.dimensions * MemoryLayout<Float>.stride, by: 2 * step) {
            even +=
                row.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
                * query.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
            odd +=
                row.loadUnaligned(fromByteOffset: offset + step, as: SIMD16<Float>.self)
                * query.loadUnaligned(fromByteOffset: offset + step, as: SIMD16<Float>.self)
        }
        return (even + odd).sum()
    }

    private func exactSimilarity(of row: Int, to query: [Float], norm: Double) -> Double {
        let start = row * PatternEmbedding.dimensions
        var dot = 0.0
        var square = 0.0
        for index in query.indices {
            let component = Double(components[start + index])
            dot += component * Double(query[index])
            square += component * component
        }
        return square > 0 ? max(-1, min(1, dot / (square.squareRoot() * norm))) : 0
    }

    /// Adds the numbers that 32-bit floats, little-endian and one after the other, stand for.
    package static func append(_ bytes: UnsafeRawBufferPointer, to floats: inout [Float]) {
        let start = floats.count
        let count = bytes.count / MemoryLayout<Float>.size
        floats.append(contentsOf: repeatElement(0, count: count))
        floats.withUnsafeMutableBytes { all in
            let room = UnsafeMutableRawBufferPointer(rebasing: all[(start * MemoryLayout<Float>.size)...])
            room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<room.count]))
        }
        #if _endian(big)
            for index in start..<floats.count {
                floats[index] = Float(bitPattern: floats[index].bitPattern.byteSwapped)
            }
        #endif
    }
}
