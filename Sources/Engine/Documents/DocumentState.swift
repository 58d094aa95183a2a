/// A document's text, and the rendering that it is based on.
package struct DocumentState: Hashable, Sendable {
    package var text: [UInt8]
    package var rendering: [UInt8]

    package init(text: [UInt8], rendering: [UInt8]) {
        self.text = text
        self.rendering = rendering
    }
}

/// Whoever shows documents while their files are written.
package protocol DocumentViewer: Sendable {
    /// Whether the document is shown with text that its file does not have: then the file is left alone.
    func holds(_ kind: DocumentKind, file: DocumentState) async -> Bool
    /// The document begins anew; what it said lies whole at a path of the folder.
    func kept(_ kind: DocumentKind, as path: String) async
    /// The file has another text now.
    func wrote(_ kind: DocumentKind, from old: DocumentState, to new: DocumentState) async
}

/// What documents are to be rendered to.
package struct RenderedDocuments: Sendable, ExpressibleByDictionaryLiteral {
    package let texts: [DocumentKind: String]
    private let documents: ProjectDocuments?

    package init(_ documents: ProjectDocuments) {
        texts = documents.render()
        self.documents = documents
    }

    package init(dictionaryLiteral elements: (DocumentKind, String)...) {
        texts = Dictionary(elements, uniquingKeysWith: { $1 })
        documents = nil
    }

    /// Whether they are a student's, which hold no solutions.
    var isForStudent: Bool { documents?.student?.isOn ?? false }

    /// Whether a document is about another idea than the rendering that it was written from last.
    func isOfAnotherIdea(_ kind: DocumentKind, than base: [UInt8]) -> Bool {
        documents?.isOfAnotherIdea(kind, than: base) ?? false
    }

    /// How a document's text without a rendering stands to what it is to show.
    func standing(of kind: DocumentKind, _ text: [UInt8]) -> DocumentStanding {
        documents?.standing(of: kind, text) ?? .based([])
    }

    /// Joins the rendering of a kind with what a person made of an older one.
    func merged(_ kind: DocumentKind, _ rendering: [UInt8], base: [UInt8], into text: [UInt8]) -> [UInt8] {
        documents?.merged(kind, rendering, base: base, into: text)
            ?? DocumentFolder.merge(rendering, base: base, into: text)
    }
}
