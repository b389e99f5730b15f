"""Other languages, as far as they are understood: names, numbers, sluglines, hours, weather and the commonest words.

Each row is an English word and its cells for German, French, Spanish, Italian and Portuguese. A cell lists words for
one English word; in NOUNS the first half of a cell are singulars and the second half plurals.
"""
# ruff: noqa: E501 (one entry a line reads best)

from collections import Counter

from django.utils.translation import gettext_lazy as _

from .foreign_phrases import PHRASES
from .signs import named_signs
from .small_words import word_set
from .words import Word, words_of

LANGUAGES = ("de", "fr", "es", "it", "pt")
NAMES = {"de": _("German"), "fr": _("French"), "es": _("Spanish"), "it": _("Italian"), "pt": _("Portuguese")}
# Words that only grammar needs, by which a language is told from another.
SIGNS = {
    "de": "der die das und ein eine einen einem einer ist im am auf mit nicht sie er wir über unter zwei drei sind von zum zur den dem durch",
    "fr": "le la les un une des et dans sur avec est sous du au aux elle il ne pas qui deux trois sont vers l'on chez",
    "es": "el la los las un una unos y en con es del al sobre bajo ella él no que dos tres están por hacia",
    "it": "il lo la gli le un una uno e nel nella con è del della sul sulla sotto lei lui non che due tre sono verso dal dalla",
    "pt": "o a os as um uma uns e no na com é do da sobre sob ela ele não que dois duas três estão pelo pela à ao em",
}
FUNCTION = {
    "a": "ein eine einen einem einer|un une|un una|un una uno|um uma", "the": "der die das den dem|le la les l|el la los las|il lo la gli le i|o a os as",
    "and": "und|et|y e|e ed|e", "in": "im in|dans en|en|in nel nella nello|em no na nos nas", "on": "auf am|sur|sobre|su sul sulla sullo|sobre", "with": "mit|avec|con|con|com",
    "under": "unter|sous|bajo debajo|sotto|sob", "next to": "neben|près côté|junto|accanto vicino|perto junto", "behind": "hinter|derrière|detrás|dietro|atrás", "in front of": "vor|devant|delante|davanti|frente",
    "no": "kein keine keinen|pas aucun aucune|ningún ninguna sin|nessun nessuna senza|nenhum nenhuma sem", "without": "ohne|sans|sin|senza|sem", "of": "von|de du des|de del|di del della|de do da",
    "she": "sie|elle|ella|lei|ela", "he": "er|il|él|lui|ele", "his": "sein seine seinen|son sa ses|su sus|suo sua|seu sua",
    "two": "zwei|deux|dos|due|dois duas", "three": "drei|trois|tres|tre|três", "four": "vier|quatre|cuatro|quattro|quatro", "five": "fünf|cinq|cinco|cinque|cinco", "six": "sechs|six|seis|sei|seis",
    "seven": "sieben|sept|siete|sette|sete", "eight": "acht|huit|ocho|otto|oito", "nine": "neun|neuf|nueve|nove|nove", "ten": "zehn|dix|diez|dieci|dez", "many": "viele|beaucoup plusieurs|muchos muchas|molti molte|muitos muitas",
}  # fmt: skip
NOUNS = {
    ("man", "men"): "mann männer|homme monsieur hommes messieurs|hombre señor hombres señores|uomo signore uomini signori|homem senhor homens senhores",
    ("woman", "women"): "frau frauen|femme dame femmes dames|mujer señora mujeres señoras|donna signora donne signore|mulher senhora mulheres senhoras",
    ("boy", "boys"): "junge jungen|garçon garçons|niño chico niños chicos|ragazzo bambino ragazzi bambini|menino rapaz meninos rapazes",
    ("girl", "girls"): "mädchen mädchen|fille filles|niña chica niñas chicas|ragazza bambina ragazze bambine|menina rapariga meninas raparigas",
    ("child", "children"): "kind kinder|enfant enfants|criatura criaturas|bimbo bimbi|criança crianças", ("person", "people"): "person leute|personne gens|persona gente|persona gente|pessoa pessoas",
    ("dog", "dogs"): "hund hunde|chien chiens|perro perros|cane cani|cão cachorro cães cachorros", ("cat", "cats"): "katze katzen|chat chats|gato gatos|gatto gatti|gato gatos",
    ("horse", "horses"): "pferd pferde|cheval chevaux|caballo caballos|cavallo cavalli|cavalo cavalos", ("bird", "birds"): "vogel vögel|oiseau oiseaux|pájaro pájaros|uccello uccelli|pássaro pássaros",
    ("fish", "fish"): "fisch fische|poisson poissons|pez peces|pesce pesci|peixe peixes", ("cow", "cows"): "kuh kühe|vache vaches|vaca vacas|mucca mucche|vaca vacas", ("wolf", "wolves"): "wolf wölfe|loup loups|lobo lobos|lupo lupi|lobo lobos",
    ("car", "cars"): "auto wagen autos wagen|voiture voitures|coche carro coches carros|macchina macchine|carro carros", ("boat", "boats"): "boot boote|bateau bateaux|barca barcas|barca barche|barco barcos", ("ship", "ships"): "schiff schiffe|navire navires|buque buques|nave navi|navio navios",
    ("train", "trains"): "zug züge|train trains|tren trenes|treno treni|trem comboio trens comboios", ("bicycle", "bicycles"): "fahrrad fahrräder|vélo vélos|bicicleta bicicletas|bicicletta biciclette|bicicleta bicicletas",
    ("tree", "trees"): "baum bäume|arbre arbres|árbol árboles|albero alberi|árvore árvores", ("house", "houses"): "haus häuser|maison maisons|casa casas|casa case|casa casas", ("door", "doors"): "tür türen|porte portes|puerta puertas|porta porte|porta portas",
    ("table", "tables"): "tisch tische|table tables|mesa mesas|tavolo tavoli|mesa mesas", ("chair", "chairs"): "stuhl stühle|chaise chaises|silla sillas|sedia sedie|cadeira cadeiras", ("letter", "letters"): "brief briefe|lettre lettres|carta cartas|lettera lettere|carta cartas",
    ("book", "books"): "buch bücher|livre livres|libro libros|libro libri|livro livros", ("umbrella", "umbrellas"): "regenschirm regenschirme|parapluie parapluies|paraguas paraguas|ombrello ombrelli|guarda-chuva guarda-chuvas",
    ("lamp", "lamps"): "lampe lampen|lampe lampes|lámpara lámparas|lampada lampade|lâmpada lâmpadas", ("soldier", "soldiers"): "soldat soldaten|soldat soldats|soldado soldados|soldato soldati|soldado soldados", ("king", "kings"): "könig könige|roi rois|rey reyes|re re|rei reis",
    ("old man", "old men"): "greis greise|vieillard vieillards|anciano ancianos|vecchio vecchi|velho velhos", ("old woman", "old women"): "greisin greisinnen|vieille vieilles|anciana ancianas|vecchia vecchie|velha velhas",
    ("policeman", "policemen"): "polizist polizisten|policier policiers|policía policías|poliziotto poliziotti|policial policiais", ("teacher", "teachers"): "lehrer lehrer|professeur professeurs|profesor profesores|insegnante insegnanti|professor professores",
    ("coat", "coats"): "mantel mäntel|manteau manteaux|abrigo abrigos|cappotto cappotti|casaco casacos", ("dress", "dresses"): "kleid kleider|robe robes|vestido vestidos|vestito vestiti|vestido vestidos", ("hat", "hats"): "hut hüte|chapeau chapeaux|sombrero sombreros|cappello cappelli|chapéu chapéus",
}  # fmt: skip
WORDS = {
    "beach": "strand|plage|playa|spiaggia|praia", "sea": "meer see|mer|mar|mare|mar", "forest": "wald|forêt|bosque|bosco foresta|floresta", "street": "straße strasse|rue|calle|strada via|rua", "city": "stadt|ville|ciudad|città|cidade",
    "village": "dorf|village|pueblo aldea|villaggio paese|aldeia vila", "town square": "marktplatz|place|plaza|piazza|praça", "kitchen": "küche|cuisine|cocina|cucina|cozinha", "bedroom": "schlafzimmer|chambre|dormitorio alcoba|camera|quarto",
    "living room": "wohnzimmer zimmer|salon|sala salón|soggiorno salotto|sala", "office": "büro|bureau|oficina|ufficio|escritório", "classroom": "klassenzimmer schule|école classe|escuela aula|scuola|escola", "hospital": "krankenhaus|hôpital|hospital|ospedale|hospital",
    "bar": "kneipe bar|bar|bar|bar|bar", "café": "café|café|cafetería café|caffè|cafeteria café", "library": "bibliothek|bibliothèque|biblioteca|biblioteca|biblioteca", "corridor": "flur gang|couloir|pasillo|corridoio|corredor", "church": "kirche|église|iglesia|chiesa|igreja",
    "mountains": "berg berge gebirge|montagne montagnes|montaña montañas|montagna montagne monte|montanha montanhas", "river": "fluss|rivière fleuve|río|fiume|rio", "lake": "see|lac|lago|lago|lago", "field": "feld wiese|champ prairie|campo prado|campo prato|campo", "garden": "garten|jardin|jardín|giardino|jardim",
    "park": "park|parc|parque|parco|parque", "bridge": "brücke|pont|puente|ponte|ponte", "harbour": "hafen|port|puerto|porto|porto", "castle": "schloss burg|château|castillo|castello|castelo", "desert": "wüste|désert|desierto|deserto|deserto", "road": "landstraße|route|carretera camino|sentiero|estrada",
    "railway station": "bahnhof bahnsteig|gare quai|estación andén|stazione binario|estação", "airport": "flughafen|aéroport|aeropuerto|aeroporto|aeroporto", "market": "markt|marché|mercado|mercato|mercado", "rooftop": "dach|toit|azotea tejado|tetto|telhado terraço", "cave": "höhle|grotte|cueva|grotta|caverna",
    "farm": "bauernhof|ferme|granja|fattoria|fazenda", "island": "insel|île|isla|isola|ilha", "shop": "laden geschäft|magasin boutique|tienda|negozio|loja", "prison": "gefängnis|prison|cárcel prisión|prigione|prisão", "theatre": "theater bühne|théâtre scène|teatro escenario|teatro palco|teatro palco",
    "space": "weltraum weltall|espace|espacio|spazio|espaço", "house": "wohnung|appartement|piso apartamento|appartamento|apartamento", "restaurant": "restaurant gasthaus|restaurant|restaurante|ristorante|restaurante", "elevator": "aufzug fahrstuhl|ascenseur|ascensor|ascensore|elevador",
    "int": "innen|intérieur|interior|interno|interior", "ext": "aussen außen|extérieur|exterior|esterno est|exterior", "day": "tag tags|jour journée|día|giorno|dia", "night": "nacht nachts|nuit|noche|notte|noite", "morning": "morgen morgens vormittag|matin|mañana|mattina mattino|manhã", "evening": "abend abends|soir soirée|anochecer|sera|noitinha",
    "afternoon": "nachmittag|après-midi|tarde|pomeriggio|tarde", "noon": "mittag mittags|midi|mediodía|mezzogiorno|meio-dia", "dawn": "morgengrauen sonnenaufgang|aube|alba amanecer madrugada|alba|amanhecer aurora madrugada", "dusk": "dämmerung|crépuscule|crepúsculo|crepuscolo|crepúsculo", "sunset": "sonnenuntergang|coucher|atardecer ocaso|tramonto|entardecer poente", "midnight": "mitternacht|minuit|medianoche|mezzanotte|meia-noite",
    "rain": "regen regnet|pluie pleut|lluvia llueve|pioggia piove|chuva chove", "snow": "schnee schneit|neige|nieve nieva|neve nevica|neve", "fog": "nebel|brouillard brume|niebla|nebbia|névoa nevoeiro", "wind": "wind|vent|viento|vento|vento", "storm": "sturm gewitter|orage tempête|tormenta|tempesta|tempestade",
    "summer": "sommer|été|verano|estate|verão", "winter": "winter|hiver|invierno|inverno|inverno", "autumn": "herbst|automne|otoño|autunno|outono", "spring": "frühling|printemps|primavera|primavera|primavera",
    "red": "rot rote roten roter rotes|rouge rouges|rojo roja rojos rojas|rosso rossa rossi rosse|vermelho vermelha vermelhos vermelhas", "blue": "blau blaue blauen blauer|bleu bleue bleus|azul azules|blu azzurro|azul azuis", "green": "grün grüne grünen grüner|vert verte verts|verde verdes|verde verdi|verde verdes", "yellow": "gelb gelbe gelben gelber|jaune jaunes|amarillo amarilla|giallo gialla|amarelo amarela",
    "white": "weiß weiße weißen weißer|blanc blanche blancs|blanco blanca blancos|bianco bianca bianchi|branco branca brancos", "black": "schwarz schwarze schwarzen schwarzer|noir noire noirs|negro negra negros|nero nera neri|preto preta pretos", "old": "alt alte alten alter|vieux vieil|viejo vieja|vecchio|velho velha", "small": "klein kleine kleiner kleinen|petit petite petits|pequeño pequeña|piccolo piccola|pequeno pequena", "big": "groß große großer großen|grand grande|grande|grande|grande",
    "walks": "geht gehen|marche marchent|camina caminan anda|cammina camminano|caminha caminham anda", "runs": "läuft laufen rennt rennen|court courent|corre corren|corre corrono|corre correm", "sits": "sitzt sitzen|assis assise assoit|sienta sentado sentada|siede seduto seduta|senta sentado sentada", "stands": "steht stehen|debout|parado|piedi|pé",
    "waits": "wartet warten|attend attendent|espera esperan|aspetta aspettano|espera esperam", "looks": "schaut blickt sieht|regarde regardent|mira miran|guarda guardano|olha olham", "talks": "spricht redet sprechen|parle parlent|habla hablan|parla parlano|fala falam", "sings": "singt singen|chante chantent|canta cantan|canta cantano|canta cantam",
    "sleeps": "schläft schlafen|dort dorment|duerme duermen|dorme dormono|dorme dormem", "dances": "tanzt tanzen|danse dansent|baila bailan|balla ballano|dança dançam", "reads": "liest lesen|lit lisent|lee leen|legge leggono|lê leem", "writes": "schreibt|écrit|escribe|scrive|escreve", "eats": "isst essen|mange mangent|come comen|mangia mangiano|come comem", "drinks": "trinkt trinken|boit boivent|bebe beben|beve bevono|bebe bebem",
    "cooks": "kocht kochen|cuisine|cocina cocinan|cucina|cozinha", "falls": "fällt fallen|tombe tombent|cae caen|cade cadono|cai caem", "jumps": "springt springen|saute sautent|salta saltan|salta saltano|pula pulam", "cries": "weint weinen|pleure pleurent|llora lloran|piange piangono|chora choram", "smiles": "lächelt lächeln|sourit|sonríe|sorride|sorri", "laughs": "lacht lachen|rit rient|ríe ríen|ride ridono|ri riem",
    "opens": "öffnet öffnen|ouvre ouvrent|abre abren|apre aprono|abre abrem", "enters": "betritt kommt|entre entrent|entra entran|entra entrano|entra entram", "drives": "fährt fahren|conduit|conduce|guida|dirige", "swims": "schwimmt schwimmen|nage nagent|nada nadan|nuota nuotano|nada nadam", "flies": "fliegt fliegen|vole volent|vuela vuelan|vola volano|voa voam", "waves": "winkt winken|salue|saluda|saluta|acena",
    "sun": "sonne|soleil|sol|sole|sol", "sky": "himmel|ciel|cielo|cielo|céu", "clouds": "wolken|nuages|nubes|nuvole|nuvens", "shines": "scheint|brille|brilla|splende brilla|brilha",
    "raining": "regnen|pleuvoir|llover|piovere|chover", "snowing": "schneien|neiger|nevar|nevicare|nevar", "ends": "endet|finit cesse|termina cesa amaina|finisce cessa|termina cessa acaba", "over": "vorbei vorüber|fini finie|terminado|finita finito|acabou passou", "stops": "hört||||", "is": "ist|est|está|è|é",
    "fisherman": "fischer|pêcheur|pescador|pescatore|pescador", "singer": "sänger sängerin|chanteur chanteuse|cantante|cantante|cantor cantora", "nurse": "krankenschwester|infirmière|enfermera|infermiera|enfermeira", "doctor": "arzt ärztin|médecin|médico médica|medico dottore|médico médica",
    "mother": "mutter|mère|madre|madre|mãe", "father": "vater|père|padre|padre|pai", "grandmother": "großmutter oma|grand-mère|abuela|nonna|avó", "grandfather": "großvater opa|grand-père|abuelo|nonno|avô", "baby": "baby|bébé|bebé|neonato|bebê bebé",
    "pigeons": "tauben|pigeons|palomas|piccioni|pombos", "pigeon": "taube|pigeon|paloma|piccione|pombo", "seagulls": "möwen|mouettes|gaviotas|gabbiani|gaivotas", "net": "netz|filet|red|rete|rede", "flowers": "blumen|fleurs|flores|fiori|flores", "fire": "feuer|feu|fuego|fuoco|fogo", "sword": "schwert|épée|espada|spada|espada",
    "scarf": "schal|écharpe|bufanda|sciarpa|cachecol", "jacket": "jacke|veste|chaqueta|giacca|jaqueta", "glasses": "brille|lunettes|gafas|occhiali|óculos", "beard": "bart|barbe|barba|barba|barba", "guitar": "gitarre|guitare|guitarra|chitarra|violão", "piano": "klavier|piano|piano|pianoforte|piano", "bed": "bett|lit|cama|letto|cama", "window": "fenster|fenêtre|ventana|finestra|janela",
    "feeds": "füttert|nourrit|alimenta|nutre|alimenta", "climbs": "klettert klettern|grimpe grimpent|trepa sube suben|sale arrampica|sobe sobem", "plays": "spielt spielen|joue jouent|juega toca juegan|gioca suona|brinca toca", "mends": "flickt repariert|répare|repara remienda|ripara|conserta remenda", "kisses": "küsst küssen|embrasse embrassent|besa besan|bacia baciano|beija beijam", "fights": "kämpft kämpfen|combat combattent|lucha pelean luchan|combatte lottano|luta lutam",
    "pier": "steg mole|jetée|muelle|molo|cais", "carries": "trägt tragen|porte portent|lleva llevan|porta portano|carrega leva", "holds": "hält halten|tient tiennent|sostiene|tiene tengono|segura",
}  # fmt: skip
MOST_WORDS = 1500
PLAIN_TEXT = 3  # signs of a language that a text must have more than English has
ENGLISH = word_set("the a an and of to is are with his her their on at by from into it she he they not no as for")


def _table() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for english, row in (*FUNCTION.items(), *WORDS.items()):
        for language, cell in zip(LANGUAGES, row.split("|"), strict=True):
            for word in cell.split():
                tables[language].setdefault(word, english)
    for (single, plural), row in NOUNS.items():
        for language, cell in zip(LANGUAGES, row.split("|"), strict=True):
            words = cell.split()
            half = len(words) // 2
            for index, word in enumerate(words):
                tables[language].setdefault(word, single if index < half else plural)
    return tables


TABLES = _table()


def _phrase_table() -> dict[str, dict[tuple[str, ...], str]]:
    tables: dict[str, dict[tuple[str, ...], str]] = {language: {} for language in LANGUAGES}
    for english, row in PHRASES.items():
        for language, cell in zip(LANGUAGES, row.split("|"), strict=True):
            for phrase in cell.split(","):
                tables[language][tuple(word.lower for word in words_of(phrase))] = english
    return tables


PHRASE_TABLES = _phrase_table()
LONGEST_PHRASE = 5  # words
SIGN_SETS = {language: frozenset(words.split()) for language, words in SIGNS.items()}


def worded(text: str) -> tuple[list[Word], str, int]:
    """(the words of a text, in English as far as they are known; its language; how many words are beyond the limit)."""
    words = words_of(named_signs(text))
    unread = max(0, len(words) - MOST_WORDS)
    language = language_of(words[:MOST_WORDS])
    words = words[:MOST_WORDS]
    return (in_english(words, language) if language else words), language, unread


def language_of(words: list[Word]) -> str:
    """One of LANGUAGES when the small words of a text are clearly of it, else "" for English and what is not known."""
    seen = Counter(word.lower for word in words)
    english = sum(count for word, count in seen.items() if word in ENGLISH)
    foreign = {word: count for word, count in seen.items() if word not in ENGLISH}
    best, most = "", 0
    for language in LANGUAGES:
        phrases = sum(_phrase_at(words, at, PHRASE_TABLES[language]) > 0 for at in range(len(words)))
        marks = 2 * phrases + sum(count for word, count in foreign.items() if word in SIGN_SETS[language])
        known = phrases + sum(count for word, count in foreign.items() if word in TABLES[language])
        marks = marks or _unmistakable(words, language)
        if marks and marks + known > most:
            best, most = language, marks + known
    return best if most >= PLAIN_TEXT and most > 1.5 * english else ""


def _unmistakable(words: list[Word], language: str) -> int:
    """1 if most words of a short text are this language's and not English ones as well: `A chuva cessa.`; else 0."""
    table = TABLES[language]
    spoken = [word.lower for word in words if not word.breaks]
    own = [word for word in spoken if table.get(word, word) != word and word not in ENGLISH]
    rest = [word for word in spoken if word not in own and word not in SIGN_SETS[language]]
    return int(len(own) > 1 and len(rest) < 2)


def in_english(words: list[Word], language: str) -> list[Word]:
    """The words with those that the table of a language knows said in English; the rest stay as they are."""
    table, phrases = TABLES[language], PHRASE_TABLES[language]
    said: list[Word] = []
    position = 0
    while position < len(words):
        word, length = words[position], _phrase_at(words, position, phrases)
        spoken = tuple(other.lower for other in words[position : position + length])
        english = phrases[spoken] if length else table.get(word.lower)
        said += [_as(other, word) for other in words_of(english)] if english else [word]
        position += length or 1
    return said


def _phrase_at(words: list[Word], position: int, phrases: dict[tuple[str, ...], str]) -> int:
    """How many words the longest phrase has that begins there, or 0."""
    for length in range(min(LONGEST_PHRASE, len(words) - position), 0, -1):
        if tuple(word.lower for word in words[position : position + length]) in phrases:
            return length
    return 0


def _as(english: Word, original: Word) -> Word:
    return Word(english.written, english.lower, english.single, original.opens)


def slug_in_english(text: str) -> str:
    """A field of a slugline with the words that any table knows added in English: a field tells no language."""
    added = [
        TABLES[language][word.lower]
        for word in words_of(text[:400])
        for language in LANGUAGES
        if word.lower in TABLES[language] and TABLES[language][word.lower] in WORDS and len(word.lower) > 2
    ]
    return " . ".join(dict.fromkeys([text, *added]))
