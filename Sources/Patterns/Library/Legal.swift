extension ProjectPattern {
    static let legal = ProjectPattern(
        id: "legal",
        label: "Case Desk",
        promise: "keep every matter, deadline and document in order",
        lexicon: Lexicon(
            names: """
                legal, law firm, legal case management, case management for lawyers, contract management, legaltech, \
                lawyer, attorney, contract generator, e signature, esignature, legal documents, kanzlei, abogados, \
                avocat, compliance tool, legal advice, notary, matter management, contract review, court cases, \
                document signing, law practice, contract templates, contract builder, lease templates generator, e \
                signed, e sign, electronic signature, signing documents, sign contracts, gdpr requests, data \
                protection, data protection officer, data subject requests, privacy policy generator, terms \
                generator, nda generator, will writing, wills, probate, legal templates, legal research, case law, \
                court deadlines, court dates, legal deadlines, legal case tracker, parking fine appeal, tenants \
                rights advice, small claims, immigration case, visa case management, patent search, trademark watch, \
                compliance, compliance checklist, audit trail for compliance, policy acceptance, whistleblower, \
                whistleblowing, court reporter, mediation, divorce papers, legal clinic, pro bono, debt collection \
                letters, power of attorney, regulatory, rental contracts, generate rental contracts, collect \
                signatures, generate contracts, contract generation, letters to get my deposit, get my deposit back, \
                deposit back, legal letter, compliance reporting for law, claim letters, tenancy agreements, \
                employment contracts, contract archive, contract reminder, contract deadlines, contract database, e \
                discovery, privacy requests, consent forms
                """,
            signals: """
                lawyers, case file, court, contract, clause, contracts, law, attorneys, deadlines court, paralegal, \
                litigation, immigration, patents, trademark, nda, signature, sign documents, audit, evidence, legal \
                aid, tenant rights, solicitors, terms and conditions, agreements, regulation, legally, inheritance, \
                divorce, matters, deadlines and billable, filled in and e signed, templates for contracts, clauses, \
                redlining, sign online, signed, signatures, signatories, legally binding, lawyer finds, find a \
                lawyer, barrister, barristers, judge, judges, jury, plaintiff, defendant, hearing dates, filings, \
                statute, statutes, iso 27001, soc 2, gdpr compliance, hipaa compliance, consent records, data \
                breaches, subject access, right to be forgotten, copyright, licences, licensing agreements, dispute, \
                disputes, claims, complaint letters, legal questions, legal help, notaries, deeds, witness, custody, \
                asylum, citizenship application, permits, get an nda signed, nda signed, signed in two minutes, sign \
                a, contract signed, signing, sign leases, rental agreement generator, agreements signed, court date, \
                hearing, case management, legal cases, lawsuits, sue, small firm of lawyers, by law, allowed by law, \
                regulations, rules and laws, my rights, know my rights, rights as a, tenants know their rights, \
                workers rights, legal letters, appeal a fine, appeal, parking fine, refund law, flight delay \
                compensation, compensation claims, last will, testament, data privacy requests, cookie consent, \
                consent banner, terms of service, letters to, letter to my landlord, letter to landlord, formal \
                letter, deposit back from, claim back, rights, consumer rights, passenger rights, dismissal, \
                dismissed, unfair, discrimination, harassment, courts, solicitor, law students cases, laws, lawsuit, \
                paragraphs, act, audits, auditors, certification, iso, gdpr, privacy officer, consent, terms, \
                licence, license agreements, patent, trademarks, brand protection, shareholder agreements, cap \
                table, board resolutions, bylaws, company formation, found a company, register a company, will, \
                heirs, estate inheritance, living will, prenup, visa, visas, immigrants papers, work permits, \
                citizenship
                """,
            hints: """
                document, client, deadline, template, billing, hours, policy, confidential, case, templates, \
                officers, requests, practice, sign, matter, letters, rental, generate, landlord, deposit
                """),
        audience: "small law firms",
        personas: [
            Persona(
                "Lawyer", goal: "Know each matter's next deadline and latest document",
                pain: "Deadlines in three calendars"),
            Persona(
                "Assistant", goal: "File incoming papers in the right matter", pain: "Searches mail for attachments"),
            Persona("Client", goal: "Understand where the matter stands", pain: "Calls to ask, and is billed for it"),
        ],
        entities: [
            Entity(
                "matter", ["Ahmed, lease dispute", "Estate of L. Brandt", "Trademark for Kite & Co"],
                [
                    .title("title"), .text("client"), .choice("status", "new", "running", "closed"),
                    .date("next deadline on"), .long("notes"),
                ]),
            Entity(
                "document", ["Statement of claim", "Signed engagement letter", "Expert opinion"],
                [
                    .title("name"), .choice("status", "draft", "sent", "signed"), .date("received on"),
                ]),
            Entity(
                "time entry", plural: "time entries", ["Call with the client", "Draft of the reply", "Hearing"],
                [
                    .title("activity"), .number("minutes"), .money("fee"), .date("worked on"), .flag("billed"),
                ]),
        ],
        features: [
            Feature(
                .must, "Matters", "Every matter of {who} with client, state and next deadline.", .table, of: "matter",
                [.records, .search]),
            Feature(
                .must, "Deadline calendar", "Deadlines by day, with an early warning and a second reader.", .calendar,
                of: "matter", [.scheduling, .notifications]),
            Feature(
                .must, "Documents", "Drafts, sent and signed papers of each matter.", .board, of: "document", [.files]),
            Feature(
                .must, "Protected sign-in", "Access by matter; conflicts of interest are checked.", .signIn,
                of: "matter", [.accounts, .privacy]),
            Feature(
                .should, "Time recording", "Minutes and fees as the work is done.", .table, of: "time entry", [.records]
            ),
            Feature(.should, "Invoices", "Recorded time becomes an invoice.", .checkout, of: "time entry", [.payments]),
            Feature(
                .nice, "Workload report", "Hours and open deadlines by person.", .summary, of: "time entry", [.reports]),
        ],
        constraints: [
            "Professional secrecy: data stays in the country, keys stay with the firm",
            "A deadline can be moved only with a reason that is kept",
        ])
}
