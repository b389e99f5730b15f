"""Small words: what they are worth for reading, as sets."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


DETERMINERS = word_set("a an the his her their its my our your this that these those another each every")
ARTICLES = word_set("a an another")
OWNERS = word_set("his her their its my our your")
JOINING = word_set("and but while as when then")
HOLDING = word_set(
    "with holding holds carrying carries hold carry grips clutches raises lifts swings lights strikes striking under "
    "beneath reads reading read plays playing play opens strums drinks eats throws throwing threw wearing wears "
    "drinking eating buys buying buy sells selling takes taking picks picking grabs grabbing catches catching offers "
    "offering gives giving brings bringing cradles cradling aims aiming wields wielding"
)
SINGULAR_PRONOUNS = {
    "he": "man", "she": "woman", "him": "man", "her": "woman", "his": "man", "herself": "woman", "himself": "man",
}  # fmt: skip
PRONOUNS = {**SINGULAR_PRONOUNS, "they": "person", "them": "person", "someone": "person", "nobody": ""}
HANDS = word_set("hand hands finger fingers fist palm")
BODY = HANDS | word_set(
    "face eye eyes head arm arms shoulder shoulders foot feet leg legs back mouth lips cheek hair voice"
)
COMPARING = word_set("like than")
NAMING = word_set("named called")
CAMERA = word_set(
    "LOW HIGH ANGLE WIDE CLOSE ON TIGHT INSERT PAN TILT CRANE DOLLY TRACK PUSH PULL ZOOM IN OUT UP DOWN LEFT RIGHT "
    "RACK FOCUS SHOT AERIAL POV OTS CU MCU MS WS EWS"
)
MATERIALS = word_set("stone glass paper rock")
PREPOSITIONS = word_set(
    "in inside on at through along across over under into from near by down up around beneath above between among off "
    "onto towards toward beside outside past within"
)
ABSTRACT = word_set(
    "moment way time side end thing camera shot frame view day night bit lot kind piece part back front top bottom "
    "middle edge word silence sound voice light shadow smile look breath step turn hand hands face eye eyes head life "
    "name idea world air sky ground line scene beat corner distance while minute hour second glance pause wave water "
    "sun moon wall floor ceiling cloud clouds horizon first last next same other few little storm beam body arm arms "
    "leg legs foot feet shoulder pile row bunch band hook handful shade rest crew place where lap spotlight spotlights "
    "mast masts"
)
SMALL_WORDS = word_set(
    "and or but then as is are was were be been being has have had to of for with who which that there here it its "
    "into onto up down very so too again still slowly quickly suddenly away back out off over just not now while when "
    "until close empty only also at ahead behind next together alone gently softly"
)
NOT_NAMES = word_set(
    "the a an in on at and but then it its he she they we i you there this that as with from into over under no not "
    "everything everyone nothing something all int ext continuous later cut fade title super end begin meanwhile "
    "finally behind inside outside beyond above below through across far near what who where when why how one two "
    "three four five six low high angle wide close shot insert left right up down out camera tight "
    "overhead aerial dutch tracking handheld static panning dolly crane establishing medium full extreme pov ots "
    "montage intercut smash match reverse slow pan tilt zoom push pull whip steadicam drone moving "
    "earth mars venus jupiter saturn neptune heaven hell god time"
)
