/// How people name each kind of project in Italian and Portuguese, and in everyday words of German, Spanish and French.
///
/// Data, read as `ForeignWords` is; no word here is one of English.
enum EverydayForeignWords {
    static let byPattern: [String: String] = [
        "agriculture": """
        orto, orti, raccolto, semina, apicoltore, alveari, vigneto, fattoria, agricoltore, horta, colheita, plantio, \
        apicultor, colmeias, vinhedo, fazenda, agricultor, lavoura, kleingarten, schrebergarten, gewächshaus
        """,
        "blog": "diario di viaggio, articoli, diário de viagem, artigos do blog, reiseblog, carnet en ligne",
        "booking": """
        prenotazione, prenotazioni, prenotare, appuntamento, appuntamenti, parrucchiere, estetista, agendamento, \
        agendamentos, agendar, marcação, marcações, consultas marcadas, salão de beleza, cabeleireiro, barbearia, \
        termine, termine buchen, termine online, zahnarztpraxis, arztpraxis, praxis, behandlung, friseursalon, \
        kosmetikstudio, pedir cita, reservar, barbería, consultorio, institut de beauté, salon de coiffure, cabinet
        """,
        "collection": """
        collezione, francobolli, monete, prestito libri, prestiti, coleção, selos, moedas, empréstimo de livros, \
        ludothek, ludoteca, ludothèque, leihladen, préstamo
        """,
        "cms":
            "sito della parrocchia, sito del comune, site da prefeitura, site da escola, vereinsseite, gemeindeseite",
        "crm": """
        clienti, gestione clienti, preventivi, carteira de clientes, orçamentos, gestão de clientes, ordens de serviço, \
        ordem de serviço, oficina mecânica, kundenstamm, auftragsverwaltung, órdenes de trabajo, fiches clients
        """,
        "chat": "messaggi, messaggistica, mensagens, bate papo, nachrichtendienst",
        "dashboard": "indicatori, statistiche, cruscotto, indicadores de vendas, painel de indicadores, estatísticas",
        "dating": "incontri, anima gemella, namoro, encontros amorosos, relacionamento sério",
        "delivery": """
        consegna, consegne, corriere, spedizioni, fattorini, entregas, entregadores, motoboy, encomendas, lieferungen, \
        essen auf rädern, repartidor
        """,
        "ecommerce": """
        negozio online, negozio, carrello, vendita online, loja, loja virtual, loja online, carrinho, bäckerei, \
        boulangerie, panadería, panetteria, padaria, pain, panes, brot, brötchen, pâtisserie, pastelería, metzgerei, \
        boucherie, carnicería, precommande, click and collect, vorbestellen, commander, abholen
        """,
        "education": """
        imparare, studenti, lezioni, insegnanti, compiti, esame, corso, corsi, ripetizioni, parole nuove, aprender \
        idiomas, alunos, aulas, lições, prova, cursos, apostila, estudantes, flashkarten, karteikarten, vokabeln, \
        répétition espacée, cartes mémoire, repetición espaciada, tarjetas de memoria, ripetizione spaziata, \
        repetição espaçada
        """,
        "events": """
        evento, biglietti, matrimonio, invitati, concerto, ingressos, casamento, convidados, festa, chorprobe, \
        straßenfest, vereinsfest, chorale, répétitions
        """,
        "file-sharing": "condividere file, documenti condivisi, compartilhar arquivos, arquivos",
        "finance": """
        spese, bilancio, risparmio, fatture, conti, debiti, dividere le spese, spese di casa, despesas, orçamento \
        doméstico, poupança, faturas, contas a pagar, dívidas, dividir despesas, repartir gastos, dividir gastos, \
        gastos compartidos, gastos del piso, partager les dépenses, dépenses communes, wg kosten, kosten teilen, \
        kasse, vereinskasse, kassenbuch, kassenwart
        """,
        "fitness": """
        allenamento, palestra, corsa, esercizi, treino, academia, corrida, exercícios, lauftraining, trainingsplan, \
        entrenamiento, gimnasio, salle de sport
        """,
        "forum": "discussioni, domande e risposte, discussões, perguntas e respostas, austausch unter",
        "hr": """
        dipendenti, ferie, turni di lavoro, buste paga, funcionários, férias, folha de ponto, escala de trabalho, \
        dienstplan, schichtplan, urlaubsantrag
        """,
        "habit-tracker": "abitudini, abitudine, hábitos diários, rotina diária, gewohnheiten",
        "healthcare": """
        pazienti, farmaci, medicine da prendere, ambulatorio, cartella clinica, pacientes, remédios, medicamentos, \
        prontuário, blutdruck, tabletten
        """,
        "helpdesk": """
        segnalazione, segnalazioni, buche, lampioni, guasti, assistenza tecnica, chamados, reclamações, buracos na rua, \
        postes quebrados, schadensmeldung, mängelmelder, schlaglöcher, störungen melden, baches, farolas, incidencias, \
        signalements, nids de poule, réclamations
        """,
        "inventory": """
        magazzino, scorte, giacenze, ricambi, estoque, almoxarifado, peças de reposição, controle de estoque, \
        lagerverwaltung
        """,
        "iot": "sensori, domotica, sensores, automação residencial, casa inteligente, sensoren",
        "job-board": "offerte di lavoro, candidati, vagas de emprego, vagas, candidatos, currículos, stellenanzeigen",
        "legal": "avvocato, avvocati, contratti, pratiche legali, advogado, advogados, processos, contratos",
        "marketplace": """
        mercatino, compravendita, usato, vendere usato, brechó, usados, compra e venda, flohmarkt, segunda mano, \
        seconde main, kleinanzeigen
        """,
        "music": "canzoni, brani, banda musicale, músicas, ensaios da banda, partituras, spartiti, noten, partitions",
        "news": "notizie, giornale, notícias, jornal, nachrichtenseite",
        "nonprofit": """
        volontari, donazioni, associazione, raccolta fondi, soci, quote associative, voluntários, doações, \
        associação, arrecadação, kegelclub, mitgliedsbeiträge, vereinsmitglieder, cuotas de socios, cotisations
        """,
        "parking": "parcheggio, parcheggi, posti auto, estacionamento, vagas de garagem, parkplätze, tiefgarage",
        "pets": """
        cani, cane, gatti, gatto, rifugio per cani, canile, gattile, adozione, adozioni, veterinario di fiducia, \
        cachorro, cachorros, gatos de rua, abrigo de animais, adoção, adoções, protectora, refugio de animales, \
        adopción, adopciones, adoption d'animaux, tierheimhunde
        """,
        "portfolio": "fotografo, i miei lavori, fotógrafo, meus trabalhos, arbeitsproben, mes travaux",
        "project-management": """
        progetti, attività da fare, scadenze, tarefas, projetos, prazos, aufgaben, putzplan, tareas, proyectos, tâches, \
        corvées
        """,
        "real-estate": "case in affitto, appartamenti, inquilini, affitto, imóveis, aluguel, inquilinos, apartamentos",
        "recipe": "ricette, ricetta, ingredienti, receitas, receita, ingredientes, rezepte, cardápio semanal",
        "restaurant": """
        ristorante, trattoria, pizzeria, camerieri, prenotazione tavoli, lanchonete, garçom, cozinha pedidos, \
        speiselokal, tischbestellung
        """,
        "social": "vicini di casa, rete di quartiere, vizinhos, rede de vizinhos, nachbarschaft, voisinage, vecindario",
        "sports": """
        calcetto, campionato, partite, squadra, squadre, futebol, campeonato, partidas, times de futebol, mannschaft, \
        spielplan, liga, torneo, equipos
        """,
        "survey": "sondaggio, sondaggi, questionario, pesquisa de opinião, enquete, enquetes, umfrage, abstimmung",
        "travel": "viaggio, viaggi, itinerario, vacanze, viagem, viagens, roteiro, férias em família, urlaubsreise",
        "video": "filmati, videocorsi, vídeos, videoaulas",
        "wiki": "manuale interno, conoscenze condivise, base de conhecimento, manual interno, wissenssammlung",
    ]
}
