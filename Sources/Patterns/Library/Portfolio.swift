extension ProjectPattern {
    static let portfolio = ProjectPattern(
        id: "portfolio",
        label: "Portfolio",
        promise: "show their best work and win the next commission",
        lexicon: Lexicon(
            names: """
                portfolio, portfolio website, personal website, photo gallery, photography portfolio, photo sharing, \
                photo album, online resume, gallery, art gallery, showcase, portafolio, galeria, galerie, artist website, \
                photo, personal site, resume website, design portfolio, photography, photo app, image gallery
                """,
            signals: """
                be contacted, my projects, show my, my art, showcase my, \
                photographer, photos, pictures, artwork, designer, illustrator, projects i made, images, exhibition, albums, \
                client proofing, case studies, paintings, artists, sculptor, architect, my work, fotos, watermark, lightbox, \
                creative work, prints, model book, about me, contact form, freelance designer, wedding photographer, drawings, \
                tattoo artist, sketches, collections of photos, camera, landing page for myself
                """,
            hints: "work, show, gallery, image, personal, creative, contact, share, style, website"),
        audience: "photographers and designers",
        personas: [
            Persona("{One}", goal: "Show selected work in good light", pain: "Feeds crop and compress every picture"),
            Persona(
                "Prospective client", goal: "Judge style and experience in two minutes",
                pain: "Slow galleries without prices or contact"),
            Persona("Curator", goal: "Find works by subject and year", pain: "Pictures without captions"),
        ],
        entities: [
            Entity(
                "work", ["Harbour at dawn", "Poster for the jazz week", "Glass house", "Portrait of a baker"],
                [
                    .title("title"), .number("year"), .choice("category", "photo", "design", "painting"),
                    .flag("featured"), .long("description"),
                ]),
            Entity(
                "album", ["City and water", "Editorial", "Weddings"],
                [
                    .title("name"), .number("pictures"), .choice("access", "public", "link", "private"),
                    .date("published on"),
                ]),
            Entity(
                "enquiry", ["Portraits for a law office", "Menu photographs", "Cover for a novel"],
                [
                    .title("subject"), .email, .money("budget"),
                    .choice("status", "new", "answered", "booked", "declined"), .date("received on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Gallery", "Selected works of {who}, large, fast and with captions.", .cards, of: "work",
                [.records]),
            Feature(
                .must, "Albums", "Works in series, public or for one client alone.", .cards, of: "album",
                [.sharing, .privacy]),
            Feature(
                .must, "Enquiries", "A contact form with a few good questions, and a board of what came of it.", .board,
                of: "enquiry", [.messaging]),
            Feature(
                .should, "Work list", "All works with year and category, to be sorted and featured.", .table,
                of: "work", [.administration, .search]),
            Feature(
                .nice, "Prints for sale", "Selected works as prints, paid online.", .checkout, of: "work", [.payments]),
            Feature(
                .nice, "Visitor report", "Which works are seen, and which lead to an enquiry.", .summary, of: "enquiry",
                [.reports]),
        ],
        constraints: [
            "Every picture has alternative text; originals are never public",
            "The first picture is visible within one second on a phone",
        ])
}
