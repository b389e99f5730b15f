"""The words by which props are told: articles, common things, verbs of handling, and what is no prop; by language."""

from collections.abc import Iterable
from typing import NamedTuple

from storyboards.scripts.appearance import ANIMALS, PEOPLE
from storyboards.scripts.words import Word, word_set

ENOUGH = 3  # more small words than English has make a text one of another language
LANGUAGE_WORDS = 4000  # the beginning tells the language
SHORTEST_END = 5  # letters; by a shorter one no German compound is known


class Vocabulary(NamedTuple):
    """What a language has: `small` are words that only grammar needs, articles among them.

    `compounds`: words are joined, the thing last. `thing_first`: what tells more of a thing stands behind it.
    """

    small: frozenset[str]
    articles: frozenset[str]
    things: frozenset[str]
    handling: frozenset[str]
    no_props: frozenset[str]
    compounds: bool = False
    thing_first: bool = False

    def knows(self, word: str) -> bool:
        """Return whether a word is a common thing, or ends in one where words are joined."""
        ends = (end for end in self.things if len(end) >= SHORTEST_END) if self.compounds else ()
        return word in self.things or any(word.endswith(end) for end in ends)


def _vocabulary(*, small: str, articles: str, things: str, handling: str, no_props: str, **order: bool) -> Vocabulary:
    said = word_set(articles)
    return Vocabulary(word_set(small) | said, said, word_set(things), word_set(handling), word_set(no_props), **order)


ENGLISH = _vocabulary(
    small="and of to is are with on at by from into it she he they not as for in",
    articles="the a an his her their its my our your this that another one two three four five",
    things="lantern torch candle match lighter letter envelope note map photograph photo postcard newspaper book "
    "notebook diary journal manuscript phone telephone radio camera laptop tablet key keys watch clock compass "
    "telescope binoculars umbrella suitcase briefcase backpack bag basket bucket box chest crate parcel package bottle "
    "glass cup mug teapot kettle knife sword dagger axe spear gun pistol rifle revolver bow rope hammer shovel broom "
    "ladder wheel ring necklace locket crown coin wallet purse passport ticket hat mask glasses scarf gloves flag kite "
    "ball balloon doll puppet toy guitar violin flute drum trumpet piano painting portrait mirror vase flower rose "
    "bouquet apple cake syringe bandage pill detonator bomb helmet shield wand potion orb amulet skull bone feather "
    "shell net anchor oar",
    handling="lifts holds carries opens puts places drops hides unwraps wears pockets raises lowers swings clutches "
    "grips hands reads lights lift hold carry open put place drop hide wear raise swing clutch grip holding carrying "
    "wearing lifted held carried opened dropped hid raised up out",
    # What is written in capitals although it is no thing: sounds, signs to the reader, and what is there anyway.
    no_props="bang boom crash click knock knocks scream screams shout thud rings roar rumble whistle siren explosion "
    "gunshot shot shots beep buzz crack laugh laughter whisper voice voices sound sounds noise silence music cheer "
    "howl bark applause thunder splash snap creak hiss beat title titles super end flash montage intercut pov crowd "
    "group team gang family others audience door doors window windows wall floor ceiling light lights rain wind sun "
    "moon sky same other first second last next only very hand hands eye eyes face head arm arms",
)
ENGLISH = ENGLISH._replace(no_props=ENGLISH.no_props | PEOPLE | ANIMALS)

GERMAN = _vocabulary(
    small="und ist im am auf mit nicht sie er wir über unter von zum zur durch",
    articles="der die das den dem des ein eine einen einem einer ihr ihre ihren ihrem ihrer sein seine seinen seinem "
    "seiner dieser diese dieses diesen zwei drei",
    things="laterne fackel kerze streichholz feuerzeug brief umschlag zettel karte foto zeitung buch notizbuch "
    "tagebuch telefon handy radio kamera schlüssel uhr kompass fernrohr fernglas regenschirm schirm koffer aktentasche "
    "rucksack tasche korb eimer kiste truhe paket flasche glas tasse becher kanne messer schwert dolch axt speer "
    "pistole gewehr revolver bogen seil hammer schaufel besen leiter ring kette medaillon krone münze geldbeutel pass "
    "fahrkarte hut maske brille schal flagge fahne drachen ball puppe gitarre geige flöte trommel trompete klavier "
    "gemälde spiegel vase blume rose blumenstrauß apfel kuchen spritze verband helm schild zauberstab schädel knochen "
    "feder muschel netz anker ruder",
    handling="hebt hält trägt öffnet legt stellt versteckt nimmt greift packt zieht schwenkt liest wirft zündet steckt "
    "schwingt umklammert reicht senkt halten tragen",
    no_props="mann frau kind junge mädchen baby hund katze pferd vogel vater mutter bruder schwester menge leute tür "
    "fenster wand boden decke licht regen wind sonne mond himmel hand hände auge augen gesicht kopf arm arme knall "
    "schrei stimme lachen musik stille donner titel ende",
    compounds=True,
)
FRENCH = _vocabulary(
    small="et dans sur avec est sous aux elle il ne pas qui sont vers chez",
    articles="le la les l un une des du au son sa ses leur leurs ce cet cette deux trois",
    things="lanterne torche bougie allumette briquet lettre enveloppe carte photo journal livre carnet téléphone radio "
    "caméra clé clef clés montre horloge boussole télescope jumelles parapluie valise mallette sac panier seau boîte "
    "coffre paquet bouteille verre tasse théière couteau épée poignard hache lance pistolet fusil revolver corde "
    "marteau pelle balai échelle bague collier médaillon couronne pièce portefeuille passeport billet chapeau masque "
    "lunettes écharpe drapeau ballon poupée guitare violon flûte tambour trompette piano tableau miroir vase fleur "
    "rose bouquet pomme gâteau seringue casque bouclier baguette crâne plume coquillage filet ancre rame",
    handling="prend tient lève porte ouvre pose cache saisit tire brandit lit jette allume soulève serre tend range",
    no_props="homme femme enfant garçon fille bébé chien chat cheval oiseau père mère frère sœur foule gens porte "
    "fenêtre mur sol plafond lumière pluie vent soleil lune ciel main mains œil yeux visage tête bras cri voix bruit "
    "rire musique silence tonnerre titre fin",
    thing_first=True,
)
SPANISH = _vocabulary(
    small="y en con es sobre bajo ella no que están por hacia",
    articles="el la los las un una unos unas del al su sus este esta dos tres",
    things="linterna antorcha vela cerilla fósforo mechero carta sobre nota mapa foto fotografía periódico libro "
    "cuaderno diario teléfono radio cámara llave llaves reloj brújula telescopio paraguas maleta maletín mochila bolsa "
    "bolso cesta cubo caja cofre paquete botella vaso copa taza tetera cuchillo espada daga hacha lanza pistola rifle "
    "fusil revólver cuerda martillo pala escoba escalera anillo collar corona moneda cartera pasaporte billete "
    "sombrero máscara gafas bufanda bandera pelota globo muñeca guitarra violín flauta tambor trompeta piano cuadro "
    "espejo florero flor rosa ramo manzana pastel jeringa casco escudo varita calavera pluma concha red ancla remo",
    handling="toma coge sostiene levanta lleva abre pone esconde agarra saca lee tira enciende alza deja guarda sujeta",
    no_props="hombre mujer niño niña bebé perro gato caballo pájaro padre madre hermano hermana gente multitud puerta "
    "ventana pared suelo techo luz lluvia viento sol luna cielo mano manos ojo ojos cara cabeza brazo grito voz ruido "
    "risa música silencio trueno título fin",
    thing_first=True,
)
ITALIAN = _vocabulary(
    small="e nel nella con è sul sulla sotto lei lui non che sono verso dal dalla",
    articles="il lo la l i gli le un uno una suo sua suoi sue questo questa del della dello due tre",
    things="lanterna torcia candela fiammifero accendino lettera busta biglietto mappa foto fotografia giornale libro "
    "quaderno diario telefono radio macchina chiave chiavi orologio bussola cannocchiale binocolo ombrello valigia "
    "valigetta zaino borsa cesto cestino secchio scatola baule pacco bottiglia bicchiere tazza teiera coltello spada "
    "pugnale ascia lancia pistola fucile revolver corda martello pala scopa scala anello collana medaglione corona "
    "moneta portafoglio passaporto cappello maschera occhiali sciarpa bandiera aquilone palla palloncino bambola "
    "chitarra violino flauto tamburo tromba pianoforte quadro specchio vaso fiore rosa mazzo mela torta siringa elmo "
    "scudo bacchetta teschio piuma conchiglia rete ancora remo",
    handling="prende tiene solleva porta apre posa nasconde afferra estrae legge getta accende alza stringe indossa",
    no_props="uomo donna bambino bambina ragazzo ragazza cane gatto cavallo uccello padre madre fratello sorella folla "
    "gente porta finestra muro pavimento soffitto luce pioggia vento sole luna cielo mano mani occhio occhi viso testa "
    "braccio urlo voce rumore risata musica silenzio tuono titolo fine",
    thing_first=True,
)
PORTUGUESE = _vocabulary(
    small="e no na com é sob ela ele não que estão pelo pela em",
    articles="o a os as um uma uns umas do da ao à seu sua seus suas este esta dois duas três",
    things="lanterna tocha vela fósforo isqueiro carta envelope bilhete mapa foto fotografia jornal livro caderno "
    "diário telefone rádio câmera câmara chave chaves relógio bússola telescópio mala maleta mochila bolsa cesta "
    "balde caixa baú pacote garrafa copo xícara chávena chaleira faca espada punhal machado lança pistola espingarda "
    "revólver corda martelo pá vassoura escada anel colar coroa moeda carteira passaporte chapéu máscara óculos "
    "cachecol bandeira bola balão boneca guitarra violão violino flauta tambor trompete piano quadro espelho vaso flor "
    "rosa buquê maçã bolo seringa capacete escudo varinha caveira pena concha rede âncora remo",
    handling="pega segura levanta leva abre põe coloca esconde agarra tira lê joga acende ergue guarda carrega",
    no_props="homem mulher criança menino menina bebê cão cachorro gato cavalo pássaro pai mãe irmão irmã gente "
    "multidão porta janela parede chão teto luz chuva vento sol lua céu mão mãos olho olhos rosto cabeça braço grito "
    "voz barulho riso música silêncio trovão título fim",
    thing_first=True,
)
OTHERS = (GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE)


def vocabulary_of(words: Iterable[Word]) -> Vocabulary:
    """Return the vocabulary of the language that the words are in: English where none is clearly another."""
    said = [word.text for word, _count in zip(words, range(LANGUAGE_WORDS), strict=False)]
    counts = [sum(word in one.small for word in said) for one in OTHERS]
    most = max(counts)
    english = sum(word in ENGLISH.small for word in said)
    return OTHERS[counts.index(most)] if most >= english + ENOUGH else ENGLISH
