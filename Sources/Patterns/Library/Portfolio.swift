extension ProjectPattern {
    static let portfolio = ProjectPattern(
        id: "portfolio",
        label: "Portfolio",
        promise: "show their best work and win the next commission",
        lexicon: Lexicon(
            names: """
                portfolio, portfolio website, personal website, photo gallery, photography portfolio, photo sharing, \
                photo album, online resume, gallery, art gallery, showcase, portafolio, galeria, galerie, artist \
                website, photo, personal site, resume website, design portfolio, photography, photo app, image \
                gallery, online cv, cv website, personal cv site, showreel, showreels, actor website, actors, model \
                portfolio, models book, show my work, my best work, shows my best work, shows my work, show off my, \
                portfolio generator, portfolio builder, portfolio site, artist portfolio, designer portfolio, \
                architect portfolio, architecture portfolio, developer portfolio, writer portfolio, makeup artist, \
                hairdresser portfolio, wedding photographer website, photo portfolio, photos online, image \
                portfolio, one page site about me, link in bio, landing page for me, personal landing page, personal \
                homepage, digital business card, gallery website, virtual gallery, virtual exhibition, nft gallery, \
                client galleries, photo proofing, sculptors, painters, ceramic artist site, tattoo portfolio, \
                speaker page, about me page, website for myself, website for my work, one page personal site, \
                personal site for, ux designer site, website with my animations, studios hire me, my animations, \
                animator website, so studios hire me, so clients find me, personal brand site, musician website, \
                author website, photographer site, freelancer website, freelancer site, consultant website, artist \
                page, maker's website, personal page
                """,
            signals: """
                be contacted, my projects, show my, my art, showcase my, photographer, photos, pictures, artwork, \
                designer, illustrator, projects i made, images, exhibition, albums, client proofing, case studies, \
                paintings, artists, sculptor, architect, my work, fotos, watermark, lightbox, creative work, prints, \
                model book, about me, contact form, freelance designer, wedding photographer, drawings, tattoo \
                artist, sketches, collections of photos, camera, landing page for myself, best work, i'm a \
                photographer, im a photographer, i am a photographer, i'm a designer, i am an artist, my photos, my \
                pictures, my paintings, my designs, my illustrations, show my photos, show clients, present my work, \
                previous work, past work, past projects, before and after photos, case study, collections, series of \
                photos, full screen photos, high resolution, contact me, hire me, get in touch, commissions, \
                testimonials, awards, press kit, reel, headshots, cv, curriculum vitae, photographs, illustrators, \
                illustration, graphic designers, fashion designers, interior designers, jewellery designers, \
                filmmakers site, creatives, exhibitions, show my pottery, to galleries, show galleries, show to \
                clients, show people what i make, what i make, things i made, things i've made, what i have built, \
                my films, my music and photos, gallery and contact form, site for a, website for a photographer, \
                site for an artist, site for a tattoo artist, website for an artist, website for my, web presence, \
                my own website, one page website, sell my art portfolio, display my, look book, lookbook, reel of, \
                work samples, samples of my work, slideshow, picture gallery, photographs of, before and after, \
                press photos, one page, ux designer, animations, animator, animators, studios hire, so that clients, \
                clients find me, find me, about myself, myself, my drawings, my sculptures, my photography, my \
                photographs, my portfolio, my cv, my resume, my best, my recent work, works, artworks, art works, \
                illustrations, sculptures, ceramics gallery, jewellery gallery, tattoo designs, tattoos, hair styles \
                gallery, wedding photos, wedding photography, photo series, photographers, painter, painter's, \
                designers, designer's, graphic designer, architect's, model, models, actor's, dancer's, musician's \
                page, filmmaker, filmmaker's, galleries, contact page, client logos, services page, bio, biography, \
                exhibition list, press, awards won, prints of my, looks good, beautiful site, elegant site, minimal \
                site
                """,
            hints: """
                work, show, image, personal, creative, contact, share, style, website, architects, need a site, \
                site, best, ux, animation, studio, hire, page
                """),
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
