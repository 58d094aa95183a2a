/// Components of Astro: a script between two lines `---`, then HTML with code in `{}`.
extension LineLexer {
    /// `---` on a line of its own starts and ends the script.
    mutating func startAstroLine() {
        guard line[..<limit].prefix(while: { !$0.isSpace }).elementsEqual("---".utf8) else { return }
        index = limit
        if stack.last?.mode == .frontMatter { stack.removeLast() } else { push(LexerFrame(mode: .frontMatter)) }
    }

    mutating func lexAstro() {
        switch stack.last?.mode {
        case .frontMatter, .interpolation, .blockComment, .jsxTag, .jsxText: lexBraces()
        case .htmlTag where line[index] == UInt8(ascii: "{"): openCode(length: 1)
        case nil where line[index] == UInt8(ascii: "{"): openCode(length: 1)
        default: lexHTML()
        }
    }
}
