"""Words that tell nothing of what a text is about."""

# Articles, pronouns, prepositions, conjunctions, auxiliaries and adverbs of degree. Negations stay out of the index
# too: "geen" stands in every letter.
FUNCTION_WORDS = frozenset(
    (
        "de het een der den des die dat dit deze dien diens ik jij je u hij zij ze wij we jullie hen hun haar zijn "
        "mijn jouw uw ons onze me mij mezelf zich zichzelf zelf hem er hier daar waar men iets niets iemand niemand "
        "ieder iedere iedereen elk elke alle allen alles al aan achter af bij binnen boven buiten door gedurende in "
        "inzake langs met mee na naar naast nabij namens om omtrent onder ondanks op over per rond sinds te tegen ten "
        "ter tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor voorbij wegens zonder omwille ingevolge "
        "krachtens blijkens en of maar want dus doch noch als dan toen terwijl omdat doordat zodat opdat indien mits "
        "tenzij hoewel ofschoon nadat voordat totdat zoals evenals alsmede alsook alsof dewelke hetgeen ben bent is "
        "was waren wees geweest wezen zijnde heb hebt heeft hebben had hadden gehad hebbende word wordt worden werd "
        "werden geworden zal zult zullen zou zouden kan kun kunt kunnen kon konden mag mogen mocht mochten moet "
        "moeten moest moesten wil wilt willen wilde wilden wou doe doet doen deed deden gedaan niet geen wel nog ook "
        "reeds alleen slechts echter toch zeer heel erg meer meest minder minst veel weinig zo zulk zulke dergelijke "
        "zodanig zodanige dusdanig wie wat welk welke wanneer waarom hoe hoeveel waarin waarop waarbij waarmee "
        "waarvan waarvoor waardoor waarover waaraan waaruit waaronder waarna waartoe waartegen daarin daarop daarbij "
        "daarmee daarvan daarvoor daardoor daarover daaraan daaruit daaronder daarna daartoe daarnaast daarom "
        "daarentegen hierin hierop hierbij hiermee hiervan hiervoor hierdoor hierover hieraan hieruit hieronder "
        "hierna hiertoe hierom erin erop erbij ermee ervan ervoor erdoor erover eraan eruit eronder erna ertoe nu "
        "steeds altijd nooit ooit soms vaak weer eens even gewoon misschien wellicht weten weet toe heen terug samen "
        "zowel beide beiden ander andere anderen sommige enkele enige enig s t n d nr"
    ).split()
)
