extension ProjectPattern {
    static let fileSharing = ProjectPattern(
        id: "file-sharing",
        label: "Files",
        promise: "store, find and share files with exactly the right people",
        lexicon: Lexicon(
            names: """
                file sharing, file storage, cloud storage, document management, dropbox clone, dropbox for, google drive, \
                file transfer, document storage, share files, dateien teilen, archivos, file manager, data room, \
                wetransfer, backup tool, document vault, digital archive, file upload, upload service, file sync
                """,
            signals: """
                download, send a link, big files, send big, transfer files, upload and share, share documents, \
                upload files, folders, documents, download link, large files, sync folders, file versions, pdf, \
                expiring links, share link, storage quota, scan documents, archive, secure upload, shared folder, \
                encrypted files, send files, contracts storage, paperless, dateien, fichiers, backups, design files, drive, uploads
                """,
            hints: "file, upload, download, share, secure, access, team, storage, search, link, password protected"),
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
