import Engine

extension OpenDocument {
    /// Whether it is one of the Markdown documents that the product writes.
    var isProductText: Bool {
        guard let path else { return false }
        return (mayBeOwn && DocumentKind(path: path) != nil) || path.hasSuffix("/" + ChangesDocument.path)
    }
}
