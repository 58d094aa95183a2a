extension [Finding] {
    /// The findings with fixes; of two whose fixes overlap, the first.
    package var withFixesThatGoTogether: [Finding] {
        var taken: [ByteRange] = []
        var furthest = (line: -1, byte: 0)
        return filter { finding in
            guard let edits = finding.fix?.edits.map(\.range), !edits.isEmpty,
                // Most fixes stand behind all before them, in a file of thousands, too.
                !edits.contains(where: { new in
                    (new.startLine, new.startByte) <= furthest && taken.contains { $0.overlaps(new) }
                })
            else { return false }
            taken += edits
            for edit in edits where (edit.endLine, edit.endByte) > furthest {
                furthest = (edit.endLine, edit.endByte)
            }
            return true
        }
    }
}

extension ByteRange {
    fileprivate func overlaps(_ other: ByteRange) -> Bool {
        self == other
            || (startLine, startByte) < (other.endLine, other.endByte)
                && (other.startLine, other.startByte) < (endLine, endByte)
    }
}
