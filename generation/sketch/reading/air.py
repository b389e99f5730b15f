"""Hours, weather, season and mood: canonical names and the words that mean them."""
# ruff: noqa: E501 (one entry a line reads best)

HOURS = {
    "dawn": "dawn|sunrise|daybreak|first light|early morning|break of day|cockcrow|sun rises|sun comes up|rising sun",
    "morning": "morning|mornings|forenoon|breakfast|late morning",
    "noon": "noon|midday|day|daytime|high noon|sunny|daylight|broad daylight|blazing sun|lunchtime|at lunch",
    "afternoon": "afternoon|late day|teatime|late afternoon|early afternoon",
    "sunset": "sunset|golden hour|sundown|setting sun|magic hour|sun sets|sun goes down|sun is setting|low sun",
    "dusk": "dusk|twilight|nightfall|blue hour|gloaming|after sunset",
    "evening": "evening|evenings|early evening|dinner|suppertime|late evening",
    "night": (
        "night|midnight|nights|nighttime|moonlight|moonlit|starry|starlight|dead of night|tonight|"
        "under the stars|full moon|pitch dark|in the dark|moon shines|under the moon|by moonlight|witching hour"
    ),
}

WEATHERS = {
    "storm": "storm|stormy|thunderstorm|thunder|lightning|tempest|gale|hurricane|tornado|thunderclouds",
    "rain": "rain|raining|rains|rainy|drizzle|downpour|rain shower|wet street|pouring rain|raindrop|raindrops|drizzling|pours with rain|umbrellas up",
    "blizzard": "blizzard|snowstorm|whiteout|snow storm",
    "snow": "snowing|snowfall|snowflake|snowflakes|falling snow|snowy|snow|snows|snow-covered|flurries",
    "fog": "fog|foggy|mist|misty|haze|hazy|smog|fog bank",
    "sandstorm": "sandstorm|dust storm|dust",
    "wind": "wind|windy|breeze|gust|gusts|windswept|breezy|blustery|leaves blow",
    "cloudy": "cloudy|overcast|clouds|grey sky|gray sky|gloomy|leaden sky",
    "heat": "heat|scorching|hot|heatwave|sweltering|heat haze|burning sun|blazing heat|merciless sun",
    "clear": "clear|clear sky|cloudless|fair weather|blue sky|fine weather|bright day|sunshine",
}
# What says that it is fair besides: words that the hour or the mood is read in as well.
SUNSHINE = "sunlight|sunlit|sunny|sun shines|sun is shining|sun shone|bright sun|not a cloud"
SEASONS = {
    "spring": "spring|springtime|blossom|blossoms|in bloom|cherry blossom|april|may morning|easter",
    "summer": "summer|summertime|midsummer|july|august|summery",
    "autumn": "autumn|fall leaves|autumnal|autumn leaves|october|november|falling leaves|harvest|halloween|golden leaves",
    "winter": "winter|wintry|winters|frost|december|january|christmas|new year's eve|snow-covered|february|icicles",
}
MOODS = {
    "tense": (
        "tense|danger|threatening|menacing|chase|fear|afraid|panic|terror|suspense|ominous|attack|fight|urgent|storm"
    ),
    "sad": "sad|lonely|grief|mourning|tears|melancholy|cries|weeps|alone|funeral|crying|empty",
    "joyful": "happy|joy|joyful|laughs|laughing|celebrate|party|dance|cheer|festive|smiles|smile|play|wave|home",
    "calm": "calm|quiet|peaceful|still|gentle|silent|serene|soft|sleeping|slowly",
    "romantic": "romantic|love|lovers|tender|kiss|kisses|candlelit|intimate",
    "dark": "dark|dim|dimly|shadowy|gloomy|murky|sinister|grim|horror|creepy|spooky|haunted|lit by candles|candlelight",
    "bright": "bright|sunlit|radiant|brilliant|dazzling|sunny|luminous|cheerful",
    "neon": "neon|cyberpunk|neon light|neon lights|neon signs|futuristic",
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
    "crowd": "crowd|crowds|crowded|audience|spectators|busy|passers-by|commuters|packed with people|full of people",
    "earth": "earth|blue planet|planet earth|our planet",
    "saturn": "saturn|ringed planet",
    "fire": "fire|fireplace|flames|burning|bonfire|campfire|ablaze",
}
