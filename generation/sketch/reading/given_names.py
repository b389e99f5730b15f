"""Given names that nearly everybody takes for a woman's or a man's; those that both have are left out."""

from .small_words import word_set

OF_WOMEN = word_set(
    "ada adele agnes aisha alice alison amanda amelia amina amy ana anastasia angela anita anja ann anna anne "
    "annie antonia aurora ava barbara beatrice beatriz bella bianca brenda bridget brigitte camila carla carmen "
    "carol caroline catherine cecilia celia charlotte chiara chloe christina christine claire clara claudia "
    "cynthia daisy daniela daphne deborah debra diana diane dolores donna dora doris dorothy edith eleanor elena "
    "elisa elise elizabeth ella ellen elsa emilia emily emma erica erin esther eva eve evelyn fatima fiona "
    "florence frances francesca frieda gabriela georgia gina giulia gloria grace greta hanna hannah harriet heidi "
    "helen helena hilda ida ines inez ingrid irene iris isabel isabella ivy jane janet jasmine jennifer jenny "
    "jessica joan joanna josephine joy juana judith judy julia julie juliet karen karin kate katherine kathleen "
    "katie keiko laura lauren layla leah leila lena leonie lia lily lina linda lisa lois lola lorraine louise "
    "lucia lucy luisa luna lydia mabel magdalena maggie mara marcia margaret margot maria marian marianne marie "
    "marina marion marta martha mary matilda maya mei mercedes mia michelle mila miriam molly monica nadia nancy "
    "naomi natalia natalie natasha nelly nicole nina nora norma olga olive olivia ophelia paula pauline pearl "
    "penelope petra phoebe polly priya rachel rebecca renata rita rosa rosalind rosie roxanne ruby ruth sabine "
    "sally samantha sandra sara sarah selma shirley silvia sofia sonia sophia sophie stella stephanie susan "
    "susanna suzanne sylvia tamara tanya teresa tess theresa tina ursula valentina valerie vanessa vera veronica "
    "victoria viola virginia vivian wanda wendy yasmin yoko yvonne zoe"
)
OF_MEN = word_set(
    "aaron abdul abel abraham adam adrian ahmed akira alan albert alberto alejandro alessandro alexander alfonso "
    "alfred ali allan anders andreas andrew andy angus anthony antoine anton antonio archie arjun arnold arthur "
    "august ben benjamin bernard bill billy bob boris brad brandon brian bruce bruno carl carlos cedric charles "
    "chen christian christoph christopher clark claude clive colin conrad craig cyrus damian daniel dave david "
    "dennis derek diego dieter dimitri dmitri dominic donald doug douglas duncan earl ed eddie edgar edmund "
    "eduardo edward edwin elias elijah emil enrique eric erik ernest ethan eugene fabian felix ferdinand fernando "
    "finn francisco frank franz fred frederick friedrich fritz gabriel gary gavin geoffrey george gerald gerard "
    "giovanni giuseppe gordon graham greg gregory guillermo gustav hamlet hank hans hans-peter harold harry "
    "hassan hector heinrich henri henry herbert herman hiroshi howard hugh hugo hussein ian ibrahim igor isaac "
    "ivan jack jacob jacques jake james jason javier jeff jeremy jim jimmy joaquin joe joel johan johann john "
    "johnny jon jonas jonathan jorge jose joseph joshua juan jules julian julius jurgen karl keith ken kenji "
    "kenneth kevin klaus kurt lars lawrence leo leon leonard leopold liam lorenzo louis luca lucas ludwig luigi "
    "luis luke magnus manuel marc marcel marco marcus mario mark martin marvin mateo matthew maurice max "
    "maximilian mehmet michael miguel mike mikhail mohamed mohammed moritz moses muhammad nathan ned neil "
    "nicholas nick nigel nikolai noah norman oliver omar oscar oskar otto owen pablo patrick paul paulo pedro "
    "percy pete peter phil philip philippe pierre pietro quentin rafael rajesh ralph ramon raphael raul raymond "
    "ricardo richard rick rob robert roberto rodrigo roger roland roman romeo ron ronald roy rudolf rupert "
    "russell ryan salvador samuel scott sean sebastian sergei sergio seth sherlock sigmund simon stefan stephen "
    "steve steven stuart takeshi ted terence theo theodore thomas tim timothy tobias tom tommy tony travis tyler "
    "ulrich victor viktor vincent vincenzo vladimir wallace walter warren werner wilfred wilhelm will william "
    "winston wolfgang xavier yuri yusuf zachary"
)

# What opens a sentence as well without being anybody's name.
ALSO_WORDS = word_set("will mark bill rob grant grace joy pearl ruby ivy olive iris daisy lily dawn earl victor art")


def usual(name: str) -> str:
    """woman or man, as nearly everybody with the first of these names is; "" when it is not known or both are."""
    first = name.casefold().replace(".", " ").split()[:1]
    given = first[0] if first else ""
    return "woman" if given in OF_WOMEN else "man" if given in OF_MEN else ""
