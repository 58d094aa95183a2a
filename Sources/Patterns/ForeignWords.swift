/// How people name each kind of project in German, Spanish and French.
///
/// Data: nouns and short phrases by pattern. They count as much as an English signal, and the longer ones are found
/// inside compounds too ("Vokabeltrainer" holds "vokabel").
enum ForeignWords {
    static let byPattern: [String: String] = [
        "agriculture": """
        garten, gemüse, beet, bauernhof, landwirt, landwirtschaft, acker, ernte, aussaat, imker, bienen, milchvieh, \
        schafe, hühner, weinberg, pflanzen, huerto, jardín, cosecha, cultivo, granja, ganado, abejas, colmenas, \
        viñedo, riego, siembra, potager, récolte, ferme, agriculteur, ruches, vignoble, semis, élevage, troupeau
        """,
        "ai-assistant": """
        künstliche intelligenz, ki, sprachassistent, zusammenfassung, inteligencia artificial, asistente virtual, \
        resumir textos, intelligence artificielle, assistant virtuel, résumer des textes
        """,
        "blog": """
        blog, tagebuch für leser, rundbrief, boletín, artículos de blog, carnet de voyage, billets, infolettre
        """,
        "booking": """
        termin, terminvergabe, terminbuchung, buchung, reservierung, friseur, praxistermine, raumbuchung, \
        sprechstunde, platzbuchung, cita, citas, reserva, reservas, peluquería, turnos, agenda de citas, rendez \
        vous, réservation, réserver, créneau, créneaux, coiffeur, prise de rendez vous
        """,
        "collection": """
        sammlung, briefmarken, münzen, bücherei, bibliothek, ausleihe, verliehen, schallplatten, colección, sellos, \
        monedas, biblioteca, libros prestados, préstamos de libros, timbres, pièces de monnaie, bibliothèque, livres \
        prêtés, collectionneur, coleccionista, sammler
        """,
        "cms": """
        redaktionssystem, vereinswebsite, internetseite pflegen, inhalte pflegen, gestor de contenidos, página web \
        del ayuntamiento, editar la página, gestion de contenu, site vitrine, site de la mairie
        """,
        "crm": """
        kunden, kundenverwaltung, kundenkartei, kundenpflege, kontakte, angebote, interessenten, vertrieb, clientes, \
        prospectos, ventas, seguimiento de clientes, cartera de clientes, clients, prospects, suivi des clients, \
        fichier clients, devis, relance
        """,
        "chat": """
        nachrichten, plaudern, gruppenchat, kurznachrichten, mensajes, mensajería, charlar, chatear, messagerie, \
        discuter, messages instantanés
        """,
        "dashboard": """
        kennzahlen, auswertung, übersicht der zahlen, diagramme, statistik, indicadores, panel de control, cuadro de \
        mando, gráficos, estadísticas, tableau de bord, indicateurs, graphiques, statistiques
        """,
        "dating": """
        partnersuche, kennenlernen, singles, verlieben, citas románticas, buscar pareja, solteros, rencontres, \
        célibataires, trouver l'amour
        """,
        "delivery": """
        lieferung, lieferdienst, kurier, spedition, fahrer, paket, pakete, tourenplanung, reparto, repartidores, \
        mensajero, paquetes, entrega a domicilio, envíos, livraison, livreurs, coursier, colis, tournées
        """,
        "developer-tools": """
        entwickler, quellcode, programmierer, fehlerprotokoll, desarrolladores, programadores, código fuente, \
        développeurs, code source, déploiement
        """,
        "ecommerce": """
        onlineshop, webshop, onlineladen, warenkorb, hofladen, verkaufen, tienda, tienda online, tienda en línea, \
        vender, carrito, boutique en ligne, vendre, panier, commerce en ligne
        """,
        "education": """
        vokabel, lernen, schüler, unterricht, nachhilfe, kurs, kurse, lehrer, prüfung, hausaufgaben, lernkarten, \
        sprachkurs, aprender, alumnos, clases, profesores, deberes, examen, idiomas, vocabulario, apprendre, élèves, \
        cours, professeurs, devoirs, vocabulaire, cours particuliers, révision
        """,
        "events": """
        veranstaltung, konzert, eintrittskarten, hochzeit, gästeliste, einladung, festival, tagung, eventos, \
        entradas, boda, invitados, concierto, fiesta, conferencia, événements, billetterie, mariage, invités, \
        concerts, fête
        """,
        "file-sharing": """
        dateien, dateiablage, unterlagen, dokumente teilen, archivos, compartir archivos, documentos, copias de \
        seguridad, fichiers, partager des fichiers, partage de documents, sauvegarde
        """,
        "finance": """
        haushaltsbuch, ausgaben, budget, finanzen, sparen, rechnungen, buchhaltung, schulden, konto, geld, gastos, \
        presupuesto, ahorro, facturas, contabilidad, deudas, dinero, cuentas, dépenses, épargne, factures, \
        comptabilité, dettes, argent, comptes
        """,
        "fitness": """
        training, trainingsplan, laufen, krafttraining, lauftagebuch, kalorien, abnehmen, radfahren, entrenamiento, \
        gimnasio, correr, calorías, rutina de ejercicios, entraînement, musculation, course à pied, salle de sport
        """,
        "forum": """
        forum, diskussionsforum, fragen und antworten, foro, preguntas y respuestas, hilos, forum de discussion, \
        questions et réponses
        """,
        "game": """
        spiel, rätsel, quizspiel, kartenspiel, brettspiel, schach, juego, ajedrez, rompecabezas, adivinanzas, jeu, \
        échecs, jeu de cartes, énigmes
        """,
        "hr": """
        urlaub, urlaubsanträge, mitarbeiter, personal, personalverwaltung, zeiterfassung, schichtplan, dienstplan, \
        vacaciones, empleados, nóminas, turnos de trabajo, recursos humanos, fichar, congés, employés, salariés, \
        paie, ressources humaines, planning des équipes
        """,
        "habit-tracker": """
        gewohnheit, gewohnheiten, rauchen aufhören, tagesziel, hábitos, hábito, dejar de fumar, rachas, habitudes, \
        habitude, arrêter de fumer
        """,
        "healthcare": """
        patienten, arzt, arztpraxis, pflege, medikamente, tabletten, krankenhaus, blutdruck, symptome, pacientes, \
        médico, clínica, medicamentos, pastillas, enfermera, síntomas, médecin, médicaments, clinique, soignants, \
        ordonnance, symptômes, infirmières
        """,
        "helpdesk": """
        kundendienst, störungsmeldung, reklamationen, anfragen der kunden, mängelmelder, incidencias, atención al \
        cliente, soporte técnico, reclamaciones, assistance, service après vente, réclamations, signalement
        """,
        "inventory": """
        lager, lagerbestand, bestand, inventar, ersatzteile, vorrat, werkzeugausgabe, inventario, almacén, \
        existencias, repuestos, stock, inventaire, entrepôt, pièces détachées
        """,
        "iot": """
        hausautomation, sensoren, heizung, temperatur messen, thermostat, stromverbrauch, domótica, sensores, \
        termostato, calefacción, consumo eléctrico, domotique, capteurs, chauffage, consommation électrique
        """,
        "job-board": """
        stellen, stellenbörse, stellenanzeigen, jobbörse, jobs, bewerbung, ausbildungsplatz, praktikum, empleo, \
        ofertas de trabajo, trabajo, prácticas, candidatos, emplois, offres d'emploi, stages, candidats, recrutement
        """,
        "legal": """
        anwalt, kanzlei, mandanten, vertrag, verträge, fristen, gericht, abogados, bufete, contratos, juzgado, \
        demandas, avocat, avocats, contrats, tribunal, cabinet d'avocats
        """,
        "marketplace": """
        marktplatz, kleinanzeigen, gebraucht, flohmarkt, tauschen, verleihen nachbarn, handwerker finden, \
        mercadillo, segunda mano, anuncios, intercambio, alquiler entre particulares, petites annonces, occasion, \
        vide grenier, entre particuliers, troc
        """,
        "music": """
        musik, lieder, noten, chor, orchester, proben, música, canciones, partituras, coro, banda de música, \
        ensayos, musique, chansons, partitions, chorale, répétitions
        """,
        "news": """
        nachrichten aus, zeitung, lokalnachrichten, magazin, noticias, periódico, titulares, actualités, journal \
        local, presse
        """,
        "nonprofit": """
        spenden, verein, ehrenamt, ehrenamtliche, mitgliederverwaltung, tafel, gemeinnützig, donaciones, \
        voluntarios, asociación, ong, parroquia, dons, bénévoles, association, collecte
        """,
        "parking": """
        parkplatz, parken, stellplatz, ladesäule, werkstatt, fahrzeug, fuhrpark, aparcamiento, aparcar, coche, \
        vehículos, taller mecánico, stationnement, se garer, voiture, place de parking, borne de recharge
        """,
        "pets": """
        haustier, haustiere, hund, hunde, katze, katzen, tierarzt, tierheim, mascota, mascotas, perro, perros, gato, \
        gatos, veterinario, animaux, chien, chiens, chat de compagnie, vétérinaire, refuge animalier
        """,
        "portfolio": """
        portfolio, mappe, fotografen website, arbeitsproben, referenzen zeigen, portafolio, mis fotos, mis trabajos, \
        mes photos, mes travaux, vitrine d'artiste
        """,
        "project-management": """
        aufgaben, aufgabenliste, projekt, projekte, putzplan, projektplanung, tareas, proyectos, lista de tareas, \
        tablero kanban, tâches, projets, liste de tâches, suivi de projet, chantier
        """,
        "real-estate": """
        immobilien, wohnung, wohnungen, miete, mieter, vermieter, makler, wg, inmobiliaria, pisos, alquiler, \
        inquilinos, vivienda, casas, immobilier, appartements, loyer, locataires, propriétaire, colocation
        """,
        "recipe": """
        rezepte, rezept, kochen, kochbuch, essensplan, einkaufsliste, backen, recetas, receta, cocina, comidas, menú \
        semanal, lista de la compra, recettes, recette, cuisine, repas, liste de courses
        """,
        "restaurant": """
        gaststätte, speisekarte, tischreservierung, kellner, küche bestellungen, imbiss, restaurante, camareros, \
        carta digital, mesas, comandas, serveurs, carte du restaurant, commandes en cuisine, traiteur
        """,
        "saas": "mandantenfähig, abonnement software, abrechnung pro nutzer, suscripción, multiinquilino, abonnements",
        "social": """
        gemeinschaft, soziales netzwerk, freunde teilen, nachbarschaft, red social, seguidores, amigos, comunidad, \
        réseau social, amis, communauté, abonnés
        """,
        "sports": """
        fußball, verein spielplan, mannschaft, liga, turnier, spielplan, tabelle, fútbol, equipo, torneo, partidos, \
        liga de, entrenador, équipe, tournoi, matchs, championnat, rugby, pétanque
        """,
        "survey": """
        umfrage, umfragen, fragebogen, abstimmung, abstimmen, encuesta, encuestas, votación, cuestionario, sondage, \
        sondages, questionnaire, vote
        """,
        "travel": """
        reise, reisen, reiseplanung, urlaubsplanung, ausflug, wandern, wanderung, viaje, viajes, excursiones, \
        itinerario, vacaciones en, voyage, voyages, itinéraire, randonnée, vacances
        """,
        "video": """
        videos, filme, kino, videoplattform, películas, vídeos, cine, transmisiones, films, vidéos, cinéma, \
        documentaires
        """,
        "wiki": """
        wissen, wissensdatenbank, notizen, handbuch, anleitungen, stammbaum, conocimiento, apuntes, notas, manuales, \
        árbol genealógico, connaissances, notes de cours, manuel, base de connaissances, arbre généalogique
        """,
    ]

    /// Longest first, for words that are made of others.
    static let inCompounds: [String] = {
        var nouns: [String] = []
        let lines = Array(byPattern.values) + Array(EverydayForeignWords.byPattern.values)
        for phrase in lines.flatMap({ $0.split(separator: ",") }) {
            let words = Words.split(phrase)
            guard words.count == 1, words[0].utf8.count >= 5 else { continue }
            let stem = Words.stem(words[0])
            if stem.utf8.count >= 5 { nouns.append(stem) }
        }
        return nouns.sorted { left, right in
            left.utf8.count == right.utf8.count ? left < right : left.utf8.count > right.utf8.count
        }
    }()
}
