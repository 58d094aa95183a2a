import Models
import Patterns
import Testing

@testable import Agents

/// That what an idea says reaches the document whole, each of it in the place where it belongs.
@Suite struct StatementTests {
    private func document(_ idea: String) async throws -> RequirementsDoc {
        try await OfflineRun().requirements(for: idea)
    }

    /// All that a reader sees but the line that repeats the idea.
    private func text(_ document: RequirementsDoc) -> String {
        let lines = (document.technicalConstraints ?? "").split(separator: "\n").filter { !$0.contains("Brief: “") }
        return
            ([document.appName, document.elevatorPitch] + document.coreFeatures.map { "\($0.name) \($0.description)" }
            + document.recommendedStack + lines.map(String.init)).joined(separator: "\n")
    }

    /// Words of politeness, of the first person and those that only join may go; every other word of an idea stands in its document.
    @Test(arguments: StatedIdeas.all)
    func `each number, name and word of an idea stands in its document`(idea: String) async throws {
        let said = Set(Words.split(text(try await document(idea))))
        // The numbers that only count a list's lines are no words of it.
        let missing = Words.split(idea.replacing(#/^[0-9]+[.)] /#.anchorsMatchLineEndings(), with: "")).filter { word in
            !said.contains(word) && !StatementWords.talk.contains(word) && !StatedIdeas.politeness.contains(word)
        }
        #expect(missing.isEmpty, "\(missing) of \(idea)")
    }

    @Test(arguments: StatedIdeas.all)
    func `an idea of many words says nothing twice`(idea: String) async throws {
        let names = try await document(idea).coreFeatures.map { $0.name.lowercased() }
        #expect(Set(names).count == names.count, "\(names)")
    }

    @Test(arguments: [
        ("Stock system for a garage. Reports: slow movers (no movement for 90 days), reorder list.", "movement"),
        ("Shop for soap. I want to add products myself without a developer. Guests pay by invoice.", "developer"),
        (
            "Ein Programm für die Heizung:\n- bei Ausfall der Leitung: Meldung aufs Handy, keine Schaltbefehle",
            "Schaltbefehle"
        ),
        ("Herramienta en go que busque copias. Que funcione sin pasar de 500 MB de ram.", "pasar"),
        ("discord bot voor de leesclub. geen spoilers: hoofdstukken achter een tag", "spoilers"),
    ])
    func `a condition that denies something rules nothing out`(idea: String, word: String) async throws {
        let lines = (try await document(idea).technicalConstraints ?? "").split(separator: "\n")
        let openings = Tongue.allCases.map(Frame.leftOut)
        #expect(!lines.contains { line in line.contains(word) && openings.contains(where: line.contains) }, "\(lines)")
    }

    @Test(arguments: [
        ("A shop for jam, no credit cards (only PayPal)", ["Stripe"]),
        (
            "webshop für seife. bezahlung bar, kein paypal. wordpress kenne ich, will ich aber nicht",
            ["WordPress", "Stripe"]
        ),
        (
            "Pagina estatica para el coro: fechas, fotos, contacto, enlaces. sin javascript",
            ["Next.js", "React", "JavaScript"]
        ),
        ("Migrate our stock from FileMaker and WordPress to Django", ["WordPress"]),
    ])
    func `what an idea rejects or forbids is in no stack`(idea: String, names: [String]) async throws {
        let stack = try await document(idea).recommendedStack
        for name in names { #expect(!stack.contains(name), "\(stack)") }
    }

    @Test(arguments: [
        ("herramienta de linea de comandos en go que ordene fotos", ["Go"]),
        ("discord bot voor onze leesclub, js", ["JavaScript"]),
        ("Bitte in C# mit Avalonia: ein Wecker", ["C#", "Avalonia"]),
        ("API que grava pedidos no Postgres e avisa por e-mail, com Laravel", ["PostgreSQL", "Laravel"]),
        ("Stock lists for our shop. Hosting on our own Windows server 2019.", ["Windows Server 2019"]),
        ("Firmware for a lamp (C, ESP-IDF, no Arduino)", ["C", "ESP-IDF"]),
        ("A club ledger. .NET backend please.", [".NET"]),
        ("Rails app for a rowing club: boats, rowers, outings", ["Rails"]),
    ])
    func `a technology that is named with use is in the stack`(idea: String, names: [String]) async throws {
        let stack = try await document(idea).recommendedStack
        for name in names { #expect(stack.contains(name), "\(stack)") }
        #expect(!stack.contains("Arduino"))
    }

    @Test(arguments: [
        "booking site for my salon. no login for customers, just name and phone. an admin page with a password for me",
        "webshop für honig. bezahlung bar oder überweisung, kein paypal",
        "Ein Verzeichnis für die Zunft. Login mit Name, keine Passwörter. Jeder trägt sich ein.",
        "Convert PDFs to text in the browser, nothing is uploaded",
    ])
    func `what is refused to some, or of one kind, contradicts nothing`(idea: String) async throws {
        #expect(try await OfflineRun().questions(for: idea).isEmpty)
    }

    @Test(arguments: [
        "A page that turns PDFs into text, nothing is uploaded",
        "A booking diary for my salon. All of it stays on the device.",
    ])
    func `where nothing leaves the device, no database stands elsewhere`(idea: String) async throws {
        #expect(try await !document(idea).recommendedStack.contains("PostgreSQL"))
    }

    @Test(arguments: [
        ("We run our stock on paper. Please migrate it to Django.", "igrate it to Django"),
        ("A club ledger for us. .NET backend please. The treasurer enters fees.", "treasurer enters fees"),
        ("A tide clock with no ads, accounts or chat. The moon is shown.", "moon is shown"),
    ])
    func `a wish and a refusal each stand in their place`(idea: String, feature: String) async throws {
        let names = try await document(idea).coreFeatures.map(\.name)
        #expect(names.contains { $0.contains(feature) } && !names.contains { $0.contains("accounts") }, "\(names)")
    }

    @Test func `scripts that are refused and wanted are asked about`() async throws {
        let asked = try await OfflineRun().questions(
            for: "A recipe box. Must work without JavaScript but as a web app with React.")
        #expect(asked.contains { $0.question.contains("JavaScript") }, "\(asked)")
    }

    @Test(arguments: [
        (
            "hi! could you please build me a small Rust library that parses tide tables? Thank you so much!!",
            ["Hi", "Thank you so much"]
        ),
        (
            "Hallo zusammen, ich brauche eine App für den Chor: Noten, Termine, Fahrten, Kasse. Vielen Dank!",
            ["Hallo", "Vielen Dank"]
        ),
        ("I have an idea. A page where hikers rate huts. Can you help?", ["I have an idea", "Can you help"]),
    ])
    func `greetings and thanks are no features`(idea: String, talk: [String]) async throws {
        let names = try await document(idea).coreFeatures.map(\.name)
        for said in talk { #expect(!names.contains { $0.hasPrefix(said) }, "\(names)") }
    }

    @Test(arguments: [
        ("A turn based chess variant in the browser where pieces come back", "Turn based chess variant in the browser"),
        (
            "hi! please build me a small Rust library that parses tide tables",
            "Small Rust library that parses tide tables"
        ),
        (
            "Wij zijn een school en willen een portaal waar ouders hun kind ziek kunnen melden, en foto's zien",
            "Portaal"
        ),
        (
            "We currently run our warehouse stock on paper. Please migrate it to Django. Barcode scanners must keep working.",
            "Warehouse stock"
        ),
        ("An app called Pawtrail for our walkers: routes, dogs, photos, bills", "Pawtrail"),
        ("Eine App namens „Stammtisch“ für unseren Verein: Termine, Kasse, Fotos, Fahrten", "Stammtisch"),
    ])
    func `a title is the name that is given, or the kind of thing in the idea's words`(
        idea: String, name: String
    ) async throws {
        #expect(try await document(idea).appName == name)
    }
}

/// Ideas of many shapes and languages; written by somebody who did not know how they are read.
enum StatedIdeas {
    static let politeness = WordList.set(
        """
        i want need please could can would you build make me us quero necesito je voudrais ich brauche bitte oh \
        and und et y e en i oraz
        """)

    static let all = texts.split(separator: "\n===\n").map(String.init)

    private static let texts = """
        booking site for my barber shop. 3 barbers, each with own working hours. customers pick barber, service (haircut 30 min, beard 15 min, both 40 min) and a free slot, get an SMS reminder 24h before. no login for customers, just name and phone number. they should be able to cancel up to 2 hours before via a link. I need an admin page with a password where I see the day and can block times. no online payment.
        ===
        cli to rename photos by exif date
        ===
        Firmware for an ESP32 soil moisture sensor (C, ESP-IDF, no Arduino).
        - wake up every 15 minutes, read the capacitive probe on GPIO34 and battery voltage
        - publish both as JSON over MQTT with TLS
        - if wifi isn't reachable buffer up to 96 readings in flash and send them later
        - must run at least 6 months on two AA cells
        - OTA updates, but only signed images
        - no display, no bluetooth
        ===
        A turn based 2 player chess variant in the browser where every piece you capture can be dropped back on the board like in shogi. Play against a friend by sharing a link, 10 minutes per player with 5 sec increment, works on phones. No ads, no accounts. Nice to have: replay of the game move by move.
        ===
        Chrome extention that hides youtube shorts and recomended videos, nothing else. Should not need any permissions besides youtube.com and not send any data anywhere.
        ===
        We currently run our warehouse stock on a MS Access database (about 40 tables, 12 users, 8 years of data) and it corrupts once a month. Please migrate it to PostgreSQL with a web front end in Django. The existing barcode scanners (they act as keyboards) must keep working. All historic stock movements have to be preserved and checked: the totals per article must be equal before and after. During the changeover both systems will run side by side for 4 weeks. Reports: stock value per month, slow movers (no movement for 90 days), reorder list. Three roles: picker, warehouse manager, accountant (read only). Hosting on our own Windows server 2019, not in the cloud. We don't need the old purchasing module any more. Go live before 1 October.
        ===
        Slack bot that asks everyone in #team at 9:30 on weekdays what they did yesterday, what they do today and if they're blocked, and posts a summary at 10:00. People on vacation shouldnt be asked. Python please.
        ===
        hi! could you please build me a small Rust library that parses ISO 8601 durations (like P1Y2M10DT2H30M) and converts them to and from a struct? no_std, zero dependencies, no unsafe, with property tests and 100% documented public API. It should never panic on any input. Thank you so much!!
        ===
        Data pipeline: every night at 2am fetch CSV files from an SFTP server (approx. 5 GB per day), validate against a schema, reject bad rows into a quarantine table with the reason, load good rows into Snowflake. Must be idempotent - re-running a day mustn't create duplicates. Alert in PagerDuty if it's not finished by 5am. Airflow + dbt. Personal data (name, email) must be hashed before loading.
        ===
        REST API for currency conversion in Go. GET /convert?from=EUR&to=USD&amount=10. Rates from the ECB, refreshed once daily, cached in memory, no database. Rate limit 60 requests/minute per API key. p95 under 50 ms. Docker image smaller than 20 MB.
        ===
        i want an app for my running club ( android + iphone ), members sign up for the weekly runs, max 25 people per run then waiting list, if someone cancels the next one on the list gets a push. Run leaders can post the route as gpx. members pay 30 pounds a year by stripe. chat isnt needed we use whatsapp. oh and kids under 16 need a parents ok
        ===
        Python script that reads a folder of mass spectrometry .mzML files, picks peaks with signal-to-noise above 3, aligns them across samples within 5 ppm and writes one CSV matrix (rows = features, columns = samples). Has to work offline on a laptop with 8 GB RAM for 200 files of ~300 MB each. Results must be reproducible: same input, same output. Just the script, no GUI.
        ===
        Fully offline note taking app that syncs in real time between all my devices over the internet. No server. Must work without JavaScript but as a web app with React. Free of charge for everybody, monthly subscription 4.99.
        ===
        An online shop for hand-made candles. About 40 products in 6 scents and 3 sizes. Card payments and PayPal. Free shipping over $50, otherwise $6.95 flat, USA only. Discount codes. Stock goes down with each order and a product shows "sold out" at 0. I want to add products myself without a developer. Next.js and Stripe. No customer accounts, guest checkout only, and no reviews.
        ===
        Ich brauche ein internes Werkzeug für unsere Zahnarztpraxis zur Dienstplanung: 14 Mitarbeiterinnen, davon 6 in Teilzeit. Jede kann Wunschdienste und Urlaub eintragen, die Praxismanagerin erstellt den Plan und gibt ihn frei. Zwischen zwei Diensten müssen mindestens 11 Stunden liegen. Pro Schicht mindestens eine Prophylaxekraft. Export als PDF zum Aushängen. Läuft nur im Praxisnetz, keine Cloud, kein Zugriff von außen. Keine Zeiterfassung und keine Lohnabrechnung.
        ===
        webshop für honig vom imker. nur abholung, kein versand. bezahlung bar oder überweisung, kein paypal!! 5 sorten, gläser 250g und 500g, preise will ich selber ändern können. wordpress kenn ich schon will ich aber nicht
        ===
        Home Assistant Integration (Python) für meine Wärmepumpe:
        - liest über Modbus TCP alle 30 Sekunden Vorlauf, Rücklauf, Außentemperatur und Leistung
        - schaltet die Wärmepumpe bei PV-Überschuss über 1500 W für mindestens 20 Minuten ein
        - nie öfter als 6 mal pro Tag schalten
        - Warmwasser nicht unter 45 °C und nicht über 60 °C
        - bei Ausfall der Verbindung: Benachrichtigung aufs Handy, keine Schaltbefehle
        Kein Hersteller-Cloud-Konto nötig. Keine Konfiguration per YAML, alles über die Oberfläche.
        ===
        Desktopprogramm für Windows und Mac, das Rechnungen als PDF (ZUGFeRD) einliest, Betrag, Datum, Rechnungsnummer und Lieferant erkennt und als DATEV-CSV exportiert. Maximal 3 Sekunden je Rechnung. Alle Daten bleiben auf dem Rechner. Bitte in C# mit Avalonia. Nur Deutsch.
        ===
        Je voudrais un site de réservation pour mon gîte de 4 chambres dans le Lot : calendrier des disponibilités, tarifs haute et basse saison, acompte de 30 % par carte, le solde sur place. Minimum 2 nuits, 7 en juillet-août. Synchronisation avec Airbnb et Booking (iCal). Site en français et en anglais. Pas de compte client, pas d'avis en ligne.
        ===
        un jeu de plateforme 2D en Godot, 5 niveaux, un petit renard qui ramasse des cerises, sauvegarde automatique, manette + clavier, pas de violence, pour enfants de 4 à 7 ans
        ===
        Chatbot pour le site d'une mairie qui répond aux questions sur l'état civil, les déchets et les écoles à partir de nos pages existantes seulement. S'il ne sait pas, il donne le numéro de l'accueil (ne jamais inventer). Hébergement en France, RGPD, conversations effacées après 30 jours, accessible RGAA. Pas de collecte de nom ni d'e-mail.
        ===
        Necesito una aplicación web para gestionar las citas de una clínica veterinaria con 3 veterinarios. Los clientes piden cita con su móvil y la mascota, reciben recordatorio por WhatsApp un día antes. Historial de vacunas por mascota con aviso cuando toca la siguiente. Los veterinarios ven solo sus citas, la recepcionista las ve todas. Laravel y MySQL. Sin pagos en línea y sin tienda.
        ===
        herramienta de linea de comandos en go que busque archivos duplicados por hash y los borre o los mueva a una carpeta, con --dry-run por defecto. que no siga enlaces simbolicos, que funcione con 1 millon de archivos sin pasar de 500 MB de ram
        ===
        Pagina estatica para nuestra banda de musica: proximos conciertos, fotos, videos de youtube, formulario de contacto. sin cookies, sin base de datos, sin javascript si se puede. en español y catalan. que cargue en menos de 1 segundo
        ===
        App mobile per un piccolo ristorante (Flutter): i camerieri prendono le ordinazioni al tavolo, la cucina le vede su un tablet in ordine di arrivo, 18 tavoli, 4 camerieri. Deve funzionare anche se internet non va (solo rete locale). Stampa dello scontrino no, quello lo fa già la cassa. Allergeni indicati per ogni piatto. Niente consegne a domicilio.
        ===
        script python che scarica ogni ora i dati di qualità dell'aria ARPA Lombardia (PM10, PM2.5, NO2), li salva in SQLite e manda un messaggio telegram se il PM10 supera 50 µg/m³ per 3 ore di seguito. gira su un raspberry pi zero. niente interfaccia grafica
        ===
        Quero um sistema web para a biblioteca da escola: cadastro de livros por ISBN (código de barras), empréstimo por 14 dias com no máximo 3 livros por aluno, multa não, só aviso por e-mail ao responsável depois de 2 dias de atraso. Busca por título, autor e assunto. Professores podem reservar até 30 exemplares para a turma. LGPD: apagar dados dos alunos 1 ano depois que saem da escola. Sem app, só navegador. Django + PostgreSQL.
        ===
        API em Node.js/TypeScript que recebe webhooks de pagamentos Pix, valida a assinatura, grava no Postgres e repassa para uma fila RabbitMQ. Tem que aguentar 200 req/s, responder em menos de 100 ms e nunca processar o mesmo pagamento duas vezes. Sem interface, sem usuários.
        ===
        Wij zijn een kinderdagverblijf en willen een portaal waar ouders hun kind ziek kunnen melden, dagen kunnen ruilen (max 2 per maand, minstens 48 uur van tevoren) en foto's van hun eigen kind kunnen zien. Leidsters zien per groep wie er vandaag is. Inloggen met e-mail en sms-code, geen wachtwoorden. Foto's worden na 12 maanden verwijderd. Geen facturatie, dat doen we in Exact. Moet op telefoon goed werken, maar geen app in de app store.
        ===
        discord bot voor onze boekenclub, js. leden stellen boeken voor, stemmen elke maand, winnaar wordt automatisch gepost met datum van de bijeenkomst. geen spoilers: berichten met hoofdstuk nummer achter spoiler tag
        ===
        Ticket machine app for a zoo (Android tablet, kiosk mode). Visitors choose adult 14.50, child 8, family 38. Pay by card only via SumUp. Print a QR code on the Epson TM-m30. If the printer is out of paper the sale is blocked. Reset to the start page after 45 seconds.
        ===
        Ein kleines Kommandozeilenprogramm in Rust:
        1. liest ein Verzeichnis mit GPX-Dateien
        2. vereinfacht die Spur auf höchstens 500 Punkte
        3. schreibt eine GeoJSON-Datei je Monat
        Keine Netzwerkzugriffe. Darf unter Windows 11 und Debian 12 laufen.
        ===
        Application de covoiturage pour les 3 lycées de Cahors : les parents proposent des trajets, les élèves s'inscrivent (4 places au plus par voiture), annulation jusqu'à 12 h avant. Pas de paiement. Flutter, serveur en Symfony.
        ===
        Quiero un juego de cartas en Unity para dos jugadores: mazo de 40 cartas, partidas de 15 minutos, marcador. No debe necesitar internet. Sin compras.
        ===
        Un bot Telegram per il condominio: segnala guasti con foto, l'amministratore risponde, ogni lunedì alle 8:00 riepilogo. I dati restano in Italia. Niente gruppi pubblici.
        ===
        Biblioteca em Kotlin para ler boletos (código de barras de 44 dígitos). Não pode lançar exceções. Testes com JUnit 5. Licença MIT.
        ===
        Een rooster voor onze brandweer: 22 vrijwilligers geven aan wanneer ze kunnen, minstens 6 per dienst, de commandant ziet gaten. Inloggen met een code per sms. Geen app.
        ===
        Dear team, we are a small museum and we need an audio guide. Visitors scan a code at each of the 31 objects and hear a text in English, Welsh or German. It has to work offline in the cellar. No registration, no ads. Thanks a lot!
        ===
        Prometheus exporter in Go for a Fronius inverter. Scrape interval 10 s, metrics: power, energy today, grid voltage. Single static binary for linux/arm64; config via environment variables.
        ===
        Heute führen wir die Kühlketten auf Papier. Wir wollen eine App, in der Fahrer bei jeder Lieferung die Temperatur eintragen (zwischen 2 und 7 °C, sonst Foto und Grund). Die Qualitätsleitung bekommt eine Mail, wenn ein Wert fehlt. Aufbewahrung 2 Jahre.
        """
}
