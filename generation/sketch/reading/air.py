"""Hours, weather, season and mood: canonical names and the words that mean them."""

HOURS = {
    "dawn": "dawn|sunrise|daybreak|first light|early morning|break of day",
    "morning": "morning|mornings|forenoon|breakfast",
    "noon": "noon|midday|day|daytime|high noon|sunny|daylight|broad daylight|blazing sun",
    "afternoon": "afternoon|late day|teatime",
    "sunset": "sunset|golden hour|sundown|setting sun|magic hour",
    "dusk": "dusk|twilight|nightfall|blue hour|gloaming",
    "evening": "evening|evenings|early evening|dinner",
    "night": (
        "night|midnight|nights|nighttime|moonlight|moonlit|starry|starlight|dead of night|tonight|"
        "under the stars|full moon"
    ),
}
SAME_HOUR = "continuous|later|moments later|same|same time"

WEATHERS = {
    "storm": "storm|stormy|thunderstorm|thunder|lightning|tempest|gale|hurricane",
    "rain": "rain|raining|rains|rainy|drizzle|downpour|shower|wet|pouring",
    "blizzard": "blizzard|snowstorm|whiteout",
    "snow": "snowing|snowfall|snowflake|snowflakes|falling snow|snowy|snow",
    "fog": "fog|foggy|mist|misty|haze|hazy|smog|fog bank",
    "sandstorm": "sandstorm|dust storm|dust",
    "wind": "wind|windy|breeze|gust|gusts|windswept",
    "cloudy": "cloudy|overcast|clouds|grey sky|gray sky|gloomy|leaden sky",
    "heat": "heat|scorching|hot|heatwave|sweltering",
    "clear": "clear|clear sky|cloudless|fair weather|blue sky|fine weather",
}
SEASONS = {
    "spring": "spring|springtime|blossom|blossoms",
    "summer": "summer|summertime",
    "autumn": "autumn|fall leaves|autumnal|autumn leaves|october|november",
    "winter": "winter|wintry|winters|frost|december|january|christmas",
}
MOODS = {
    "tense": (
        "tense|danger|threatening|menacing|chase|fear|afraid|panic|terror|suspense|ominous|attack|fight|urgent|storm"
    ),
    "sad": "sad|lonely|grief|mourning|tears|melancholy|cries|weeps|alone|funeral|crying|empty",
    "joyful": "happy|joy|joyful|laughs|laughing|celebrate|party|dance|cheer|festive|smiles|smile|play|wave|home",
    "calm": "calm|quiet|peaceful|still|gentle|silent|serene|soft|sleeping|slowly",
    "wonder": "wonder|magic|magical|awe|dream|dreamy|mystery|mysterious|glow|glowing|stars|galaxy",
}
FEATURES = {
    "lighthouse": "lighthouse",
    "beam": "beam|beam of light|searchlight|light beam|beacon",
    "lamp dark": (
        "lamp dark|lamp is dark|dark lamp|lamp out|unlit|dark lighthouse|lighthouse is dark|"
        "shows no light|lamp stands cold|lamp is cold|cold lamp"
    ),
    "lamp lit": "lamp still burns|lamp burns|lamp catches|lamp is lit|lit lamp",
    "path": "path|trail|footpath",
    "rainbow": "rainbow",
    "fireworks": "firework|fireworks",
    "aurora": "aurora|northern lights",
    "window": "window|windows",
    "traffic": "traffic|rush hour|headlights|cars|busy street",
    "crowd": "crowd|crowds|crowded|audience|busy|passers-by|commuters",
    "fire": "fire|fireplace|flames|burning|bonfire|campfire|ablaze",
}
