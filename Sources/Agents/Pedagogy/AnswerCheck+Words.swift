import Patterns

/// The words by which answers are judged, as `Words.split` folds them: in English, German, French, Spanish, Italian,
/// Portuguese, Dutch and Russian.
extension AnswerCheck {
    private static func phrases(_ text: String) -> [[String]] {
        text.split(separator: ",").map { $0.split(separator: " ").map(String.init) }.filter {
            !$0.isEmpty
        }
    }

    /// Without "if you ask me" and the like, which are no condition.
    static func withoutPleasantries(_ words: [String]) -> [String] {
        var words = words
        for phrase in pleasantries {
            guard words.count >= phrase.count else { continue }
            for start in (0...words.count - phrase.count).reversed()
            where start + phrase.count <= words.count
                && words[start..<start + phrase.count].elementsEqual(phrase)
            {
                words.removeSubrange(start..<start + phrase.count)
            }
        }
        return words
    }

    static func isChange(_ word: String) -> Bool { changes.contains(word) || uses.contains(word) }

    private static let pleasantries = phrases(
        "if you ask me,if i may say so,if i may,if i am honest,if im honest,wenn du mich fragst,wenn ich ehrlich bin,"
            + "si tu veux mon avis,si me preguntas,se mi chiedi,se me perguntar,als je het mij vraagt,если честно"
    )

    // MARK: Verdicts

    /// Words that judge.
    static let praises = WordList.set(
        "correct right perfect fine flawless ok okay done finished complete excellent great good impeccable sound spotless "
            + "brilliant valid works perfectly correctly bravo congratulations congrats "
            + "bugfree richtig korrekt perfekt fertig gut super einwandfrei fehlerfrei fehlerlos prima toll stimmt passt "
            + "funktioniert tadellos ausgezeichnet klasse "
            + "correcte parfait parfaite juste bon bonne bien fini finie termine terminee fonctionne marche nickel "
            + "correcto correcta perfecto perfecta listo lista terminado terminada funciona impecable excelente acabado "
            + "corretto corretta perfetto perfetta giusto giusta bene finito finita funziona impeccabile ottimo ottima "
            + "pronto pronta correto correta bom boa certo certa perfeito perfeita bem impecavel otimo otima "
            + "goed juist klaar klopt werkt foutloos uitstekend "
            + "правильно верно правильный верный правилен верен идеально отлично готово готов готова хорошо работает "
            + "безупречно безупречна безупречен идеален идеальна правильна верна правильная верная корректно корректный корректен правильное верное"
    )
    /// Of them, those that say that something ends: "is done when i is 3" tells of the code.
    static let endings = WordList.set(
        "done finished complete valid works fertig fini finie termine terminee listo lista terminado terminada acabado "
            + "finito finita pronto pronta klaar готово готов готова")
    static let times = WordList.set(
        "when once as after only wenn sobald quand lorsque des cuando quando als zodra когда")
    static let copulas = WordList.set(
        "is are its thats youre looks look seems seem appears reads was ist sind bist seid sieht wirkt scheint "
            + "est sont cest es semble parait esta estan parece sono sei sembra sta estao zijn ben bent lijkt ziet "
            + "выглядит кажется")
    /// What may stand between "is" and the word that judges, and around both.
    static let between = WordList.set(
        "all very so exactly quite now absolutely totally completely just already really well entirely perfectly pretty "
            + "definitely certainly indeed still alles ja sehr genau jetzt ganz vollig schon absolut vollkommen wirklich "
            + "echt so tout tres deja vraiment tout completement absolument muy ya todo totalmente absolutamente "
            + "completamente asi molto gia tutto assolutamente davvero cosi muito ja tudo mesmo assim heel helemaal al "
            + "echt alles zo er очень уже все всё абсолютно совершенно вполне a an the ein eine un une una um uma een"
    )
    static let subjects = WordList.set(
        "it this that code the your you line function program solution answer everything yes to me for as work loop test "
            + "das dein deine der die es du hier zeile funktion programm losung antwort code aus "
            + "ton votre le la les oui tu vous ligne fonction programme reponse ca ici "
            + "el tu su codigo si linea funcion programa solucion respuesta esto il tuo codice riga funzione programma "
            + "soluzione risposta questo va o seu teu sua linha funcao solucao resposta isso isto sim est e "
            + "het je jouw dit dat de regel functie programma oplossing uit u "
            + "твой твоя твое код ваш это так да строка функция программа решение у тебя вас здесь теперь"
    )
    /// "A good question" and "the right place" judge no code.
    static let things = WordList.set(
        "place question questions start idea observation side hand time moment thought habit point guess input inputs "
            + "sign instinct track angle reason reasons tool name frage fragen stelle idee ort beobachtung seite endroit "
            + "piste debut pregunta lugar pista observacion domanda posto pergunta ideia vraag plek вопрос место мысль"
    )
    static let places = WordList.set(
        "now after before there here at above below next behind away hand side when")
    /// A word at the beginning that takes up what somebody said.
    static let nods = WordList.set("good ok okay yes gut ja bon bien oui bene bem goed хорошо да")
    /// What a question takes for granted: "now that it is correct".
    static let givens = phrases(
        "now that,since,because,given that,jetzt wo,da,weil,nachdem,maintenant que,puisque,ahora que,ya que,adesso che,"
            + "visto che,agora que,ja que,nu,omdat,теперь когда,раз")
    static let nothings = WordList.set("nothing nichts rien nada niente nulla niets niks ничего nowt thing")
    static let faults = WordList.set(
        "mistake mistakes error errors bug bugs flaw flaws fault faults problem problems issue issues fehler problem probleme "
            + "macken erreur erreurs faute fautes souci bogue errores fallo fallos errore errori errato erro erros defeito "
            + "fout fouten ошибок ошибки ошибку проблем проблемы")
    /// What is done to code that is not good yet.
    static let bettering = WordList.set(
        "change changes changing alter fix fixes fixing improve improvement improvements correct correction corrections "
            + "modify modification modifications meckern andern verbessern korrigieren anderung anderungen korrektur "
            + "changer modifier corriger signaler redire modification modifications correction cambiar corregir mejorar "
            + "cambios correcciones cambiare correggere modificare modifiche correzioni mudar corrigir alterar mudancas "
            + "veranderen verbeteren aanpassen wijzigen wijzigingen менять исправлять изменений исправлений править"
    )
    static let needs = WordList.set(
        "need needs needed required necessary notig erforderlich necessaire besoin faut necesita falta hace necesarios serve "
            + "bisogno necessarie precisa necessario hoef hoeft nodig нужно надо требуется")
    /// What a sentence begins with that sets a case.
    static let conditions = WordList.set(
        "if suppose imagine assume when wenn falls angenommen si imaginons se als stel если допустим предположим"
    )
    static let openQuestions = WordList.set("whether if before ob bevor si avant antes se prima of voordat ли прежде")
    static let properNames: Set<String> = [
        "JavaScript", "TypeScript", "GitHub", "GitLab", "PyYAML", "NumPy", "PostgreSQL", "MySQL",
        "MongoDB", "StackOverflow",
    ]
    static let hedges = WordList.set(
        "whether if how why unless until before suppose assume prove convince evidence ob wie warum falls bevor beweise "
            + "comment pourquoi avant si como antes se come perche prima porque hoe waarom voordat of ли если почему прежде "
            + "докажи")
    static let denials = WordList.set(
        "no not cannot cant dont never isnt doesnt nobody kein keine keinen nicht niemand pas aucune aucun non nessuna nao "
            + "nenhuma geen niet нет не hay")
    static let sayings = WordList.set(
        "say claim tell know judge mean sagen weiss behaupten sais dire dis digo decir dico dire sei digo dizer zeg weet "
            + "zeggen скажу знаю утверждаю")
    /// Phrases that judge by themselves.
    static let wholePraises = phrases(
        "nothing to change,nothing to fix,nothing to correct,nothing to improve,nothing to add,nothing left to,"
            + "nothing else to,nothing more to,nothing is wrong,nothing wrong,nothings wrong,no mistake,no mistakes,no bug,"
            + "no bugs,no problems,no issue,no issues,no flaw,no flaws,no errors in,no error in,not a single,no changes,"
            + "no change needed,no change is needed,no need to change,nothing needs,dont change a,do not change a,"
            + "dont change anything,do not change anything,leave it as,leave it like,keep it as,keep it like,"
            + "stay as it is,stays as it is,stay as they are,works as it should,does what it should,does exactly what,"
            + "works as expected,works as intended,behaves as,you are done,youre done,you are finished,youre finished,"
            + "all good,all set,well done,good job,great job,nice job,good work,great work,nice work,nailed it,"
            + "got it right,did it right,did this right,got this right,you solved,youve solved,solved it,spot on,ship it,"
            + "hand it in,submit it,ready to submit,ready to ship,cannot be improved,cant be improved,could not be better,"
            + "couldnt be better,free of bugs,free of errors,without mistakes,without a mistake,without bugs,full marks,"
            + "would not change,wouldnt change,cant find anything,cannot find anything,not wrong,isnt wrong,arent wrong,"
            + "nothing is missing,nothing missing,nothing broken,anything wrong,you did it,you made it,no complaints,"
            + "not be any better,no improvement,no improvements,no fix is,passes every,100 percent,as good as it"
            + ",nichts zu andern,nichts andern,nichts mehr andern,nichts zu verbessern,nichts mehr zu,nichts falsch,"
            + "nichts ist falsch,nichts auszusetzen,keine fehler,kein fehler,keinen fehler,keine probleme,keine anderung,"
            + "keine anderungen,gut gemacht,super gemacht,alles gut,alles richtig,alles in ordnung,in ordnung,"
            + "du bist fertig,bist du fertig,so lassen,lass es so,lass alles so,so bleiben,bleibt so,stimmt so,passt so,"
            + "passt alles,stimmt alles,alles stimmt,alles passt,sieht gut aus,sieht richtig aus,fehlt nichts,nicht falsch,"
            + "funktioniert wie,tut was es soll,macht was es soll,so abgeben,gute arbeit,volle punktzahl,bestens,"
            + "hast du richtig,hast es geschafft"
            + ",rien a changer,rien a corriger,rien a modifier,rien a ajouter,rien a redire,rien a faire,rien de faux,"
            + "rien ne cloche,rien ne manque,aucune erreur,aucun bug,aucun probleme,aucune faute,aucun souci,pas derreur,"
            + "pas derreurs,pas de bug,pas de probleme,pas de faute,ne change rien,ne changez rien,ne touche a rien,"
            + "bien joue,bon travail,beau travail,excellent travail,bug free,error free,tu as fini,vous avez fini,tu as termine,vous avez termine,tout va bien,"
            + "laisse comme,laisse le tel,tel quel,nest pas faux,sans erreur,sans faute,fonctionne comme,tu as reussi,"
            + "ca marche,felicitations,tout est en ordre,la bonne reponse"
            + ",nada que cambiar,nada que corregir,nada que mejorar,nada que anadir,nada que arreglar,nada esta mal,"
            + "ningun error,ningun problema,ningun fallo,sin errores,sin fallos,no hay errores,no hay fallos,"
            + "no hay nada mal,no cambies nada,no necesita cambios,no hace falta cambiar,todo bien,todo correcto,esta bien,"
            + "buen trabajo,bien hecho,has terminado,ya terminaste,has acabado,dejalo asi,dejalo como,tal como esta,"
            + "no esta mal,funciona como,felicidades,enhorabuena,lo lograste,todo en orden"
            + ",niente da cambiare,nulla da cambiare,niente da correggere,nulla da correggere,niente da modificare,"
            + "nulla da modificare,niente di sbagliato,nulla di sbagliato,nessun errore,nessun problema,nessun bug,"
            + "senza errori,non ci sono errori,non cambiare nulla,non cambiare niente,va bene,va benissimo,tutto bene,"
            + "tutto giusto,tutto a posto,est a posto,tutto corretto,ben fatto,ottimo lavoro,bel lavoro,buon lavoro,hai finito,"
            + "lascialo cosi,lascia tutto,cosi come sta,non est sbagliato,funziona come,complimenti,ce lhai fatta"
            + ",nada a mudar,nada para mudar,nada a corrigir,nada para corrigir,nada a alterar,nada para alterar,"
            + "nada de errado,nada esta errado,nenhum erro,nenhum problema,nenhum bug,sem erros,nao ha erros,"
            + "nao tem erros,nao mude nada,nao mudes nada,nao precisa mudar,nao precisas mudar,tudo certo,tudo bem,"
            + "tudo correto,tudo ok,bom trabalho,muito bem,bem feito,voce terminou,terminaste,acabaste,deixe assim,"
            + "deixa assim,deixe como,nao esta errado,parabens,mandou bem,voce conseguiu"
            + ",niets te veranderen,niets te verbeteren,niets te wijzigen,niets aan te,niets om aan,niets mis,niets fout,"
            + "geen fouten,geen fout,geen problemen,geen bugs,niks mis,niks te,niets meer te doen,goed gedaan,mooi gedaan,"
            + "goed werk,alles goed,alles klopt,klopt helemaal,klopt zo,klopt als,je bent klaar,ben je klaar,laat het zo,zo laten,"
            + "ziet er goed,ziet er prima,ziet er perfect,in orde,helemaal goed,niet fout,werkt zoals,gefeliciteerd,"
            + "hoef je niets,hoeft niets"
            + ",ничего менять,менять ничего,нечего менять,нечего исправлять,нечего добавить,ничего не нужно,ничего не надо,"
            + "ничего исправлять,нет ошибок,ошибок нет,ошибок не,нет ошибки,без ошибок,нет проблем,все верно,всё верно,"
            + "все правильно,всё правильно,все хорошо,всё хорошо,все в порядке,всё в порядке,все отлично,всё отлично,"
            + "все готово,всё готово,молодец,отличная работа,хорошая работа,ты закончил,вы закончили,оставь так,"
            + "оставь как,оставьте так,оставьте как,работает как,код работает,выглядит хорошо,ты справился"
    )

    // MARK: Questions

    static let joints = WordList.set(
        "and but so then or yet und aber oder dann et mais donc y pero e ma mas en maar dan и но а")
    static let questionWords = WordList.set(
        "what which how why who where when was welche welcher welches wie warum wer wo wann que quel quelle comment "
            + "pourquoi qui quand cual como quien donde cuando che cosa quale come perche chi dove quando qual porque quem "
            + "onde wat welke hoe waarom wie waar wanneer что какой какая какое как почему кто где когда")
    static let askers = questionWords.union(
        WordList.set(
            "would could can do does did is are were will should have has if suppose for in ist sind kann konnte wurde "
                + "hast hat est peux pourrait si puedes podria puoi potrebbe se pode poderia kun zou is heb als если можешь "
                + "can whose to on with under given at by after before"))
    /// What a sentence begins with that tells something although it ends as a question.
    static let tellers = WordList.set(
        "your this its it everything nothing all youre thats dein deine alles nichts jouw твой всё")
    static let proposals = phrases(
        "what if,how about,what about,why not,have you,did you,could you use,can you use,would you use,ever heard,"
            + "wie ware,was ware wenn,warum nicht,kennst du,hast du,et si,pourquoi pas,connais tu,as tu,que tal,y si,"
            + "por que no,conoces,has probado,e se,perche non,conosci,hai provato,por que nao,conhece,ja tentou,wat als,"
            + "waarom niet,ken je,heb je,а что если,что если,почему бы,знаешь ли")

    // MARK: Orders

    static let modals = WordList.set(
        "should must need needs have has ought could can would solltest musst kannst sollst brauchst muss sollte faut dois "
            + "devrais devez peux suffit debes tienes deberias hay puedes devi dovresti bisogna basta puoi deve deves "
            + "precisa pode moet moeten kunt kan нужно надо следует можешь лучше")
    /// What stands before the verb of an order.
    static let openers = modals.union(joints).union(
        WordList.set(
            "please just simply now instead first next finally you to try better lets let us i suggest recommend all only "
                + "maybe perhaps here bitte einfach jetzt nun also du am besten zuerst stattdessen man sil te plait "
                + "simplement il tu vous de d dabord ensuite por favor simplemente que solo usted primero ahora per "
                + "favore semplicemente prima ora ti voce tu primeiro agora je eerst gewoon nu просто тебе вам сначала "
                + "теперь ты пожалуйста"))
    /// Verbs that say what to take: nobody is told that.
    static let uses = WordList.set(
        "use using replace replacing import swap switch rename substitute nimm nehme nutze nutz verwende benutze ersetze "
            + "importiere tausche utilise utilisez utiliser emploie remplace remplacez remplacer importe importez "
            + "importer usa utiliza usar utilizar reemplaza reemplazar sustituye sustituir importa importar usare "
            + "utilizza utilizzare sostituisci sostituire importare use utilize troque troca trocar substitua substituir "
            + "verwenden benutzen nutzen ersetzen nehmen importieren austauschen gebruik vervang importeer gebruiken vervangen "
            + "importeren используй используйте использовать замени замените заменить импортируй")
    static let changes = WordList.set(
        "put prefix change give add remove delete insert set make turn call pass write append prepend wrap convert cast move define "
            + "declare return increment decrement multiply divide drop fix correct adding changing putting calling "
            + "setze setz stelle stell andere gib fuge schreibe schreib losche entferne ruf rufe mach mache benenne "
            + "ubergib hange wandle vertausche korrigiere streiche pack rufst "
            + "change changez changer mets mettez mettre ajoute ajoutez ajouter supprime supprimez supprimer enleve "
            + "enlever donne donnez donner appelle appelez appeler ecris ecrivez ecrire renomme passe passer prends "
            + "convertis retire corrige corriger "
            + "cambia cambiar pon poner anade anadir agrega agregar quita quitar elimina eliminar borra borrar dale da "
            + "llama llamar escribe escribir pasa pasar renombra convierte mete meter "
            + "cambiare metti mettere aggiungi aggiungere togli togliere rimuovi rimuovere eliminare dai chiama chiamare "
            + "scrivi scrivere passare rinomina converti inserisci inserire correggi prendi "
            + "mude muda mudar coloque coloca colocar ponha poe adicione adiciona adicionar acrescente remova remove "
            + "remover apague apaga apagar chame chama chamar escreva escreve escrever renomeie converta insira corrija "
            + "verander zet voeg verwijder haal geef roep schrijf hernoem maak wissel neem pas "
            + "поменяй измени изменить добавь добавить поставь поставить удали удалить убери убрать вызови вызвать напиши "
            + "передай передать переименуй возьми примени исправь")
    /// At the end of a clause with a modal verb.
    static let infinitives = WordList.set(
        "setzen stellen andern geben schreiben loschen entfernen aufrufen machen umbenennen ubergeben umwandeln vertauschen "
            + "ersetzen verwenden benutzen nutzen nehmen importieren einfugen hinzufugen voranstellen austauschen "
            + "gebruiken vervangen importeren veranderen zetten toevoegen verwijderen aanroepen schrijven"
    )
    /// What is put into code to see more of it, and what is written beside it.
    static let toLookAt = WordList.set(
        "print prints log logs breakpoint paper finger pencil note notes test tests sentence down aloud yourself sure "
            + "debugger documentation help output comment words example papier ausdruck ausgabe haltepunkt stift finger "
            + "satz dokumentation notiz laut affichage doigt phrase haut documentation papel dedo frase alta "
            + "documentacion carta dito voce documentazione documentacao regelpunt vinger zin hardop бумаге бумагу "
            + "документацию вслух")
    static let structures = WordList.set(
        "function method operator argument arguments parameter parameters word name import library module condition loop "
            + "line equals sign bracket brackets type variable value values keyword underscore class statement call index "
            + "funktion methode wort namen name zeile operator bedingung schleife wert variable argument klammer bibliothek "
            + "fonction methode mot nom ligne operateur condition boucle valeur parametre bibliotheque "
            + "funcion metodo palabra nombre linea operador condicion bucle valor argumento parametro biblioteca "
            + "funzione metodo parola nome riga operatore condizione ciclo valore argomento libreria "
            + "funcao palavra linha operador condicao laco functie woord naam regel voorwaarde lus waarde bibliotheek "
            + "функцию функция метод слово имя строку оператор условие цикл значение аргумент параметр библиотеку"
    )
    static let lookingCalls = WordList.set(
        "print len type repr dir help println printf console.log fmt.println echo typeof breakpoint assert dbg"
    )
    /// What a pointer tells somebody to do.
    static let looks = WordList.set(
        "look read trace follow run print think ask compare say check count watch work imagine draw find try take consider "
            + "notice remember explain describe note walk go start begin pick choose test play step predict schau sieh lies "
            + "verfolge lass denk frag vergleiche sag prufe zahle beobachte stell uberlege zeichne finde geh nimm beginne "
            + "erklare regarde regardez lis suis execute affiche pense demande compare dis verifie compte imagine dessine "
            + "cherche essaie explique mira lee sigue ejecuta imprime piensa pregunta compara di comprueba cuenta imagina "
            + "dibuja busca prueba explica guarda leggi segui esegui stampa pensa chiediti confronta controlla conta "
            + "immagina disegna cerca prova spiega olhe olha leia siga execute imprima pense pergunte compare diga verifique "
            + "conte imagine desenhe procure tente explique kijk lees volg voer druk denk vraag vergelijk zeg controleer tel "
            + "stel teken zoek probeer leg посмотри прочитай проследи запусти выведи подумай спроси сравни скажи проверь "
            + "посчитай представь нарисуй найди попробуй объясни")
    static let reads = WordList.set(
        "documentation docs manual dokumentation handbuch manuel documentacion documentazione documentacao documentatie "
            + "документация документации документацию")

    // MARK: Cruelty

    static let abuses = phrases(
        "kill yourself,kill your self,kys,hang yourself,hurt yourself,end your life,go die,drop dead,you should die,"
            + "you deserve to,nobody likes you,nobody loves you,idiot,idiots,moron,imbecile,you are stupid,youre stupid,"
            + "stupid,dumb,worthless,useless person,pathetic,loser,i hate you,shut up,you are too,youre too,"
            + "you will never,youll never,give up programming,quit programming,waste of,fuck,fucking,bitch,bastard,asshole,"
            + "retard,retarded,you are useless,youre useless,embarrassing,disgrace,hopeless,"
            + "bring dich um,bringe dich um,tote dich,hang dich auf,stirb,dumm,dummkopf,bist du blod,du bist blod,trottel,"
            + "depp,halt den mund,halt die klappe,halts maul,versager,wertlos,arschloch,scheisse,du wirst nie,"
            + "tue toi,tuez vous,suicide toi,va mourir,creve,imbecile,abruti,abrutie,debile,tu es nul,tu es nulle,ferme la,"
            + "ta gueule,connard,connasse,merde,tu ne seras jamais,"
            + "matate,suicidate,muerete,idiota,imbecil,estupido,estupida,tonto,tonta,callate,inutil,mierda,gilipollas,"
            + "nunca aprenderas,nunca seras,das pena,"
            + "ucciditi,ammazzati,suicidati,muori,stupido,stupida,cretino,cretina,scemo,scema,stai zitto,inutile persona,"
            + "merda,stronzo,non imparerai mai,sei un fallito,fai pena,"
            + "se mate,mate se,mata te,suicide se,morra,burro,burra,cala a boca,voce e inutil,nunca vai aprender,otario,"
            + "pleeg zelfmoord,maak jezelf dood,dood jezelf,sukkel,stommeling,domoor,je bent dom,hou je mond,waardeloos,klootzak,"
            + "убей себя,убейся,сдохни,умри,идиот,идиотка,дурак,дура,тупой,тупая,тупица,заткнись,ничтожество,неудачник,"
            + "ты никогда не")
}
