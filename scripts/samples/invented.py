"""The sample letters whose subject and people are made up."""

from scripts.samples.content import Part, Sample, answer, heading, question, text

_VERKEER = "Ministerie van Infrastructuur en Waterstaat"
_ONDERWIJS = "Ministerie van Onderwijs, Cultuur en Wetenschap"

FIETSEN = (
    Sample(
        name="brief-fietsenstallingen.pdf",
        layout="house",
        title="Voortgang fietsenstallingen bij stations",
        subject="Voortgang fietsenstallingen bij stations",
        date="18 oktober 2023",
        ministry=_VERKEER,
        kenmerk="VOORBEELD-2023-0002",
        role="De Staatssecretaris van Infrastructuur en Waterstaat",
        signatory="V. Voorbeeld",
        notes=("Toezegging TZ202309-901.", "Kamerstuk 29 984, nr. 9001."),
        parts=(
            text(
                "Met deze brief praat ik u bij over de fietsenstallingen bij stations. Ik doe daarmee één toezegging "
                "gestand en geef uitvoering aan één motie."
            ),
            heading("1. Bewaakte plaatsen"),
            text(
                "Tijdens het commissiedebat Fiets van 6 september 2023 is aan het lid Proefstra (Groep Proefstra) toegezegd "
                "de Kamer te informeren over de kosten van een bewaakte plaats.[^1] Een bewaakte plaats kost gemiddeld 140 "
                "euro per jaar; een onbewaakte 35 euro. Hiermee beschouw ik de toezegging als afgedaan."
            ),
            text(
                "Bij 82 stations is de stalling het eerste etmaal kosteloos. In de vier grootste steden staan samen 61.000 "
                "plaatsen; in 2025 komen daar 7.500 bij."
            ),
            heading("2. Bakfietsen en andere buitenmodellen"),
            text(
                "De motie-Modelman verzoekt de regering na te gaan hoe stallingen geschikt worden voor bakfietsen.[^2] Met "
                "de vervoerders en de gemeenten heb ik afgesproken dat nieuwe stallingen ten minste vijf procent brede "
                "plaatsen krijgen. Over de bestaande stallingen informeer ik uw Kamer voor 1 juli 2024."
            ),
            heading("3. Weesfietsen"),
            text(
                "Ongeveer één op de twaalf gestalde fietsen wordt niet meer gebruikt. Gemeenten mogen zo'n weesfiets na 28 "
                "dagen weghalen. Ik zie geen reden om die termijn te verkorten."
            ),
        ),
    ),
    Sample(
        name="antwoord-op-vragen-fietsenstallingen.pdf",
        layout="aanhangsel",
        title="Vragen van het lid Proefstra (Groep Proefstra) aan de Staatssecretaris van Infrastructuur en Waterstaat over "
        "volle fietsenstallingen (ingezonden 2 november 2023).",
        subject="Antwoord van Staatssecretaris Voorbeeld (Infrastructuur en Waterstaat) (ontvangen 27 november 2023).",
        date="27 november 2023",
        number="9064",
        vergaderjaar="2023-2024",
        notes=("Het bericht is voor dit voorbeeld bedacht.",),
        parts=(
            question("1", "Kent u het bericht dat reizigers hun trein missen omdat de fietsenstalling vol is?[^1]"),
            answer("1", "Ja."),
            question("2", "Hoe vaak is een stalling bij een groot station op een werkdag vol?"),
            question("3", "Wat kost het om dat te verhelpen?"),
            answer(
                "2 en 3",
                "Op een gewone dinsdag is bij negen van de twintig grootste stations de stalling tussen acht en negen uur "
                "geheel bezet. Een extra plaats in een bestaande stalling kost ongeveer 900 euro, in een nieuw gebouw drie "
                "tot vijf keer zoveel.",
            ),
            question("4", "Kunt u toezeggen dat er geen stallingen sluiten?"),
            answer(
                "4",
                "Daarover ga ik niet; het beheer ligt bij de vervoerders. Wel zal ik dit voorjaar met hen spreken over de "
                "openingstijden in de nacht, en uw Kamer daarover voor de zomer berichten.",
            ),
        ),
    ),
    Sample(
        name="motie-brede-plaatsen.xml",
        layout="motion",
        title="MOTIE VAN HET LID MODELMAN",
        subject="",
        date="2023-09-12",
        dossier="29 984",
        dossier_title="Spoor: vervoer- en beheerplan",
        number="9001",
        vergaderjaar="2022-2023",
        signatory="Modelman",
        parts=(
            text("constaterende dat steeds meer gezinnen een bakfiets gebruiken in plaats van een auto;"),
            text("overwegende dat de meeste stallingen bij stations alleen plaatsen voor smalle fietsen hebben;"),
            text(
                "verzoekt de regering na te gaan hoe bestaande en nieuwe stallingen geschikt worden voor bakfietsen, en de "
                "Kamer daar voor het einde van het jaar over te informeren,"
            ),
        ),
    ),
)

_BIBLIOTHEEK_PARTS: tuple[Part, ...] = (
    text("Hierbij zend ik u de antwoorden op de vragen van het lid Proefstra (Groep Proefstra) over de bibliotheek."),
    question("1", "In hoeveel gemeenten is geen bibliotheek meer?"),
    answer(
        "1",
        "In elf gemeenten is geen volwaardige bibliotheek. In zes daarvan rijdt een bibliobus; in vijf is er niets.",
    ),
    question("2", "Bent u bereid elke gemeente te verplichten een bibliotheek te hebben?"),
    answer(
        "2",
        "Ja. Het wetsvoorstel dat gemeenten een zorgplicht geeft, stuur ik in het tweede kwartaal van 2025 naar uw Kamer. "
        "Gemeenten krijgen drie jaar om eraan te voldoen.",
    ),
    question("3", "Wat doet u voor mensen die moeite hebben met lezen?"),
    answer(
        "3",
        "Elke bibliotheek krijgt een informatiepunt waar een medewerker helpt met formulieren van de overheid. Over het "
        "bereik van die punten zal ik uw Kamer jaarlijks in december informeren.",
    ),
)

OVERIG = (
    Sample(
        name="antwoorden-bibliotheek.docx",
        layout="word",
        title="Antwoorden op Kamervragen over bibliotheken",
        subject="Beantwoording vragen over bibliotheken",
        date="14 januari 2025",
        ministry=_ONDERWIJS,
        kenmerk="VOORBEELD-2025-0003",
        role="De Minister van Onderwijs, Cultuur en Wetenschap",
        signatory="E. Exempel",
        parts=_BIBLIOTHEEK_PARTS,
    ),
    Sample(
        name="concept-brief-schoolzwemmen.docx",
        layout="word",
        title="CONCEPT Zwemles op school",
        subject="Zwemles op school",
        date="3 maart 2025",
        ministry=_ONDERWIJS,
        kenmerk="VOORBEELD-2025-0004",
        role="De Staatssecretaris van Onderwijs, Cultuur en Wetenschap",
        signatory="M. Modelman",
        notes=("De cijfers zijn voor dit voorbeeld bedacht.",),
        parts=(
            text("Uw Kamer vroeg naar de stand van het schoolzwemmen. In deze brief leest u wat ik ga doen."),
            heading("Minder kinderen met een diploma"),
            text(
                "Van de kinderen die van de basisschool komen, heeft 13 procent geen zwemdiploma.[^1] In de grote steden is "
                "dat ruim een kwart. Wachtlijsten bij de zwembaden en de kosten van de lessen zijn de belangrijkste redenen."
            ),
            heading("Een vangnet"),
            text(
                "Scholen kunnen vanaf schooljaar 2026-2027 subsidie krijgen voor een vangnet: een half jaar zwemles in groep "
                "zeven voor kinderen zonder diploma. Daarvoor is 9 miljoen euro per jaar beschikbaar. Eind 2025 stuur ik uw "
                "Kamer de regeling toe."
            ),
        ),
    ),
    Sample(
        name="verslag-commissiedebat-zwemwater.txt",
        layout="report",
        title="Verslag van een commissiedebat over zwemwater",
        subject="Zwemwater",
        date="20 juni 2024",
        dossier="27 625",
        dossier_title="Waterbeleid",
        number="9003",
        vergaderjaar="2023-2024",
        parts=(
            text("De voorzitter: Ik open de vergadering en geef het woord aan mevrouw Proefstra."),
            text(
                "Mevrouw Proefstra (Groep Proefstra): Op veel plassen staat elke zomer een bord dat zwemmen wordt afgeraden "
                "vanwege blauwalg. Hoe vaak gebeurde dat vorig jaar, en kan de minister vaker laten meten?"
            ),
            text(
                "De Minister van Infrastructuur en Waterstaat: In 2023 gold op 212 van de 740 officiële zwemplekken een tijd "
                "lang een waarschuwing of een negatief zwemadvies. Ik zeg mevrouw Proefstra toe dat ik met de waterschappen "
                "bespreek of er in juli en augustus wekelijks gemeten kan worden; de uitkomst stuur ik de Kamer vóór 1 maart "
                "2025."
            ),
            text("De voorzitter: Dan noteer ik één toezegging en sluit ik de vergadering."),
        ),
    ),
    Sample(
        name="motie-blauwalg.xml",
        layout="motion",
        title="MOTIE VAN DE LEDEN PROEFSTRA EN MODELMAN",
        subject="",
        date="2024-06-25",
        dossier="27 625",
        dossier_title="Waterbeleid",
        number="9004",
        vergaderjaar="2023-2024",
        signatory="Proefstra\nModelman",
        parts=(
            text("constaterende dat op meer dan een kwart van de zwemplekken in de zomer een waarschuwing geldt;"),
            text("overwegende dat het afspoelen van mest een oorzaak van blauwalg is;"),
            text("verzoekt de regering per zwemplek te laten onderzoeken waar de voedingsstoffen vandaan komen,"),
        ),
    ),
    Sample(
        name="motie-dorpshuizen.xml",
        layout="motion",
        title="GEWIJZIGDE MOTIE VAN HET LID EXEMPEL C.S. TER VERVANGING VAN DIE GEDRUKT ONDER NR. 9010",
        subject="",
        date="2025-02-11",
        dossier="36 600 VII",
        dossier_title="Vaststelling van de begrotingsstaten van het Ministerie van Binnenlandse Zaken en "
        "Koninkrijksrelaties (VII) voor het jaar 2025",
        number="9011",
        vergaderjaar="2024-2025",
        signatory="Exempel\nProefstra\nModelman",
        parts=(
            text(
                "constaterende dat vrijwilligers van dorpshuizen veel tijd kwijt zijn aan vergunningen en verantwoording;"
            ),
            text(
                "verzoekt de regering in gesprek te gaan met de VNG over één vaste contactpersoon per gemeente voor "
                "dorpshuizen, en de Kamer daarover voor het zomerreces te berichten,"
            ),
        ),
    ),
    Sample(
        name="brief-laadpalen.html",
        layout="html",
        title="Laadpalen op het platteland",
        subject="Laadpalen op het platteland",
        date="5 februari 2024",
        ministry=_VERKEER,
        kenmerk="VOORBEELD-2024-0005",
        role="De Staatssecretaris van Infrastructuur en Waterstaat",
        signatory="V. Voorbeeld",
        parts=(
            text("Uw Kamer vroeg of er buiten de steden genoeg laadpalen zijn. Het korte antwoord: nog niet overal."),
            heading("Stand van zaken"),
            text(
                "In gemeenten met minder dan 20.000 inwoners staat één openbare laadpaal op 190 inwoners, tegen één op 95 in "
                "de grote steden. Een aanvraag duurt er gemiddeld acht maanden, vooral door het volle elektriciteitsnet."
            ),
            heading("Wat ik ga doen"),
            text(
                "Met de netbeheerders spreek ik af dat een aanvraag voor een laadpaal binnen vier maanden wordt beoordeeld. "
                "Ik zal de Kamer in het vierde kwartaal van 2024 laten weten of dat lukt."
            ),
        ),
    ),
    Sample(
        name="brief-rekenvragen-zwembaden.txt",
        layout="text",
        title="Beantwoording Kamervragen over het onderzoek Zwembaden en energie",
        subject="Zwembaden en energie",
        date="2024-09-30",
        parts=(
            question("1", "Hoeveel zwembaden sloten in 2022 en 2023 vanwege hun energierekening?"),
            answer(
                "1", "Zeventien zwembaden sloten tijdelijk en vier voorgoed. Voor 2024 hebben wij nog geen cijfers."
            ),
            question("2", "Wat bespaart een afdekzeil?"),
            answer("2", "Een afdekzeil bespaart ongeveer een vijfde van de energie voor het verwarmen van het water."),
        ),
    ),
)
