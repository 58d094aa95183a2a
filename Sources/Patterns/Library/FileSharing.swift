extension ProjectPattern {
    static let fileSharing = ProjectPattern(
        id: "file-sharing",
        label: "Files",
        promise: "store, find and share files with exactly the right people",
        lexicon: Lexicon(
            names: """
                file sharing, file storage, cloud storage, document management, dropbox clone, dropbox for, google \
                drive, file transfer, document storage, share files, dateien teilen, archivos, file manager, data \
                room, wetransfer, backup tool, document vault, digital archive, file upload, upload service, file \
                sync, send large files, send big files, large file transfer, send drawings, encrypted folder, client \
                file portal, client portal for documents, shared drive, private cloud, photo backup, cloud backup, \
                secure file exchange, document exchange, upload portal, file vault, document manager, pdf storage, \
                digital vault, family archive, scan receipts archive, torrent, ftp replacement, file drop, self \
                hosted drive, client upload portal, client uploads, scanned and safe, slides scanned, photo archive \
                family, family photo archive, document portal, secure file, file portal
                """,
            signals: """
                huge files, huge videos, too large to email, sending huge, sending large, bounces because it is too big, \
                download, send a link, big files, send big, transfer files, upload and share, share documents, \
                upload files, folders, documents, download link, large files, sync folders, file versions, pdf, \
                expiring links, share link, storage quota, scan documents, archive, secure upload, shared folder, \
                encrypted files, send files, contracts storage, paperless, dateien, fichiers, backups, design files, \
                drive, uploads, 5 gb, gb, gigabyte, terabyte, 10 gb, who downloaded, downloaded them, sharing tax \
                documents, share tax documents, exchange documents, document upload, share drawings, sharing files, \
                sharing documents, secure folder, encrypted folders, folder, zip, large attachments, attachments too \
                big, too big for email, email attachments, expire links, download once, access to files, scanned \
                documents, paper documents, family photos backup, sync between devices, sync across, file requests, \
                documents from clients, collect documents, drawings and plans, raw files, media files, video files, \
                versions of documents, who opened, all my pdfs, pdfs in one place, get at my files, get at, hand \
                over files, hand over documents, big video files, large video files, share large, share big, links \
                expire, expire after, password on the link, drop files, drag and drop files, upload documents, \
                documents securely, securely share, secure link, send securely, exchange files, get files from, \
                files from clients, receipts folder, store documents, store files, keep documents safe, important \
                papers, passports and insurance papers, family documents, photos backup, back up, backs up, scanned, \
                scans, slides, negatives, family can download, can download, download them all, safe copies, uploads \
                from clients, clients upload, customers upload, upload large, upload plans, upload photos, photos of \
                the wedding from guests, guests upload photos, raw photos, blueprints, cad files, plans and \
                drawings, pdf files, excel files, files between, files with, files for, files to, send a file, \
                receive files, big attachments, file links, link to download, password protected files, confidential \
                files, virus scan, retention, deleted files, restore files, restore, versions, folder structure, tag \
                files, search files, search documents, document, records archive, archives, digital files, usb \
                stick, into one album, photos from all guests, from all guests, photos from guests, get the photos, \
                collect photos, collect files, collect videos
                """,
            hints: """
                file, upload, share, secure, access, team, storage, search, link, password protected, encrypted, \
                drawings, tax documents, accountant, lawyers, big, grandad, safe, family, architecture office
                """),
        audience: "small offices",
        personas: [
            Persona(
                "{One}", goal: "Find the current version in seconds",
                pain: "Final, final2 and final-new lie side by side"),
            Persona(
                "External partner", goal: "Hand over a large file without an account", pain: "Mail refuses attachments"),
            Persona("Administrator", goal: "Know who can open what", pain: "Old links still work years later"),
        ],
        entities: [
            Entity(
                "file", ["Contract draft.pdf", "Floor plan.dwg", "Minutes of May.docx", "Logo set.zip"],
                [
                    .title("name"), .text("folder"), .number("kilobytes"), .choice("access", "private", "team", "link"),
                    .date("changed on"),
                ]),
            Entity(
                "share link", ["Plans for the printer", "Photos for the press", "Offer for Ms Adler"],
                [
                    .title("title"), .date("expires on"), .number("downloads"),
                    .choice("status", "active", "expired", "revoked"),
                ]),
            Entity(
                "version", ["Contract draft, second round", "Floor plan, corrected", "Logo set, dark mode"],
                [
                    .title("label"), .text("author"), .date("saved on"),
                ]),
        ],
        features: [
            Feature(
                .must, "File list", "Files of {who} with folder, size and access, found by name or content.", .table,
                of: "file", [.records, .search, .files]),
            Feature(
                .must, "Share links", "Links with an end date and a count, revoked with one click.", .board,
                of: "share link", [.sharing]),
            Feature(
                .must, "Version history", "Every saved version, to be compared and restored.", .calendar, of: "version",
                [.files]),
            Feature(
                .should, "Sign-in and access", "Who may see, change and share, by folder.", .signIn, of: "file",
                [.accounts, .privacy]),
            Feature(.should, "Preview", "A look at common files without a download.", .cards, of: "file", [.files]),
            Feature(
                .nice, "Storage report", "Space by folder, and what nobody opened for a year.", .summary, of: "file",
                [.reports]),
            Feature(
                .nice, "Upload settings", "Largest size, allowed kinds and virus scan.", .settings, [.administration]),
        ],
        constraints: [
            "Uploads resume after a broken connection; files up to 5 GB",
            "File names from users are never used as paths on the server",
        ])
}
