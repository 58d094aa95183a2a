/// What lists and tables hold at a place.
extension Matcher {
    /// The value that a variable holds under a key or at a place; nil where nothing is known of it.
    mutating func valueKept(
        by name: UInt32, under keys: Range<Int>, from number: Int, depth: Int
    ) -> ExpressionValue? {
        guard followsFlow, let key = lines.token(keys.lowerBound) else { return nil }
        if key.kind == .number, keys.count == 1 {
            guard let place = Int(String(decoding: lines.text(of: key), as: UTF8.self)) else { return nil }
            return element(place, ofList: name, from: number, depth: depth)
        }
        guard key.kind == .string else { return nil }
        var kept = TokenHash.pair(name, key.hash)
        if keys.count == 3, let second = lines.token(keys.lowerBound + 2), second.kind == .string {
            kept = TokenHash.pair(kept, second.hash)
        } else if keys.count > 1, let sign = lines.token(keys.lowerBound + 1), !says(sign, ",") {
            return nil
        }
        return lookUp(kept, spelledAt: nil, from: number, depth: depth)
    }

    /// What stands at a place of a list that was filled piece by piece, each time for certain.
    private mutating func element(
        _ place: Int, ofList name: UInt32, from number: Int, depth: Int
    ) -> ExpressionValue? {
        let flow = flow(around: number)
        let use = flow.block(at: number)
        let own = flow.assignments(of: name)
        guard own.count > 1, own.count <= Matcher.mostPieces, let first = own.first, first.kind == .value,
            own.dropFirst().allSatisfy({
                $0.kind == .added && $0.at <= number && !$0.isConditional && $0.block == first.block
            }), flow.blocks[first.block].kind != .loop, flow.isAround(first.block, use)
        else { return nil }
        var pieces: [FunctionFlow.Assignment] = []
        var added = own.dropFirst()[...]
        for at in first.value..<number where lines.token(at)?.hash == name {
            if let next = added.first, next.value - 4 == at {
                pieces.append(next)
                added = added.dropFirst()
                continue
            }
            // `list.remove(0)`, `list.pop(0)`; whatever else is done with it may change it.
            guard let method = lines.token(at + 2), says(method, "remove") || says(method, "pop"),
                let index = lines.token(at + 4), index.kind == .number, let close = lines.token(at + 5),
                says(close, ")"),
                let gone = Int(String(decoding: lines.text(of: index), as: UTF8.self)), pieces.indices.contains(gone)
            else { return nil }
            pieces.remove(at: gone)
        }
        guard added.isEmpty, pieces.indices.contains(place), let value = valueTokens(of: pieces[place], before: number)
        else { return nil }
        return read(value, depth: depth + 1)
    }

    private static let mostPieces = 12
}
