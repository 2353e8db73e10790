"""What the sample letters say. Every letter is written for this purpose and marked as an example on each page.

The letters on statushouders en werk carry facts from real letters (who asked what, what was promised to whom, when it
is due) in other words; all the others, and the people in them, are made up.

In the text `[^1]` is the mark of note 1 of the same letter.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a letter: "heading", "text", "item", "question" or "answer"; `number` numbers the last three."""

    kind: str
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample letter. `layout`: print, aanhangsel, house, word, motion, report, html or text."""

    name: str
    layout: str
    title: str
    subject: str
    date: str
    parts: tuple[Part, ...]
    dossier: str = ""
    dossier_title: str = ""
    number: str = ""
    vergaderjaar: str = ""
    ministry: str = ""
    kenmerk: str = ""
    role: str = ""
    signatory: str = ""
    notes: tuple[str, ...] = ()


def heading(text: str) -> Part:
    """A heading inside a letter."""
    return Part("heading", text)


def text(words: str) -> Part:
    """A paragraph."""
    return Part("text", words)


def item(number: str, words: str) -> Part:
    """A numbered item."""
    return Part("item", words, number)


def question(number: str, words: str) -> Part:
    """A numbered question."""
    return Part("question", words, number)


def answer(number: str, words: str) -> Part:
    """The answer to one or more numbered questions."""
    return Part("answer", words, number)


_SZW = "Ministerie van Sociale Zaken en Werkgelegenheid"
_MINISTER_SZW = "De Minister van Sociale Zaken en Werkgelegenheid"
_INTEGRATIE = {"dossier": "32 824", "dossier_title": "Integratiebeleid", "vergaderjaar": "2022-2023"}

STATUSHOUDERS = (
    Sample(
        name="brief-plan-van-aanpak-statushouders.pdf",
        layout="print",
        title="BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID",
        subject="Plan van aanpak statushouders aan het werk",
        date="24 maart 2023",
        number="9001",
        role=_MINISTER_SZW,
        signatory="C.E.G. van Gennip",
        **_INTEGRATIE,
        notes=(
            "Kamerstuk 36 200 XV, nr. 85.",
            "Kamerstuk 32 824, nr. 367.",
        ),
        parts=(
            text(
                "Wie hier mag blijven, wil meestal snel meedoen. Toch staan veel statushouders nog langs de kant, terwijl "
                "werkgevers om mensen zitten te springen. In dit plan van aanpak zet ik, mede namens de Minister voor "
                "Armoedebeleid, Participatie en Pensioenen, uiteen hoe meer statushouders eerder en blijvend aan het werk "
                "komen."
            ),
            heading("Waar wij staan"),
            text(
                "Van de statushouders is bijna 57 procent afhankelijk van een bijstandsuitkering, en 40 tot 50 procent is "
                "dat al vier jaar of langer. Wie wel werkt, werkt vaak in deeltijd en op een tijdelijk contract. Ook "
                "mensen met een diploma van een hogeschool of universiteit vinden moeilijk werk op hun eigen niveau."
            ),
            text(
                "De oorzaken lopen uiteen: inburgeren kost tijd, diploma's worden niet altijd erkend, een netwerk ontbreekt, "
                "de beheersing van het Nederlands schiet nog tekort en bij werkgevers spelen onbekendheid en soms "
                "vooroordelen een rol."
            ),
            heading("Startbanen"),
            text(
                "In het wetgevingsoverleg Integratie en maatschappelijke samenhang van 21 november 2022 heb ik het lid "
                "Aartsen (VVD) toegezegd te verkennen of statushouders direct bij hun verhuizing van de opvang naar een "
                "gemeente een startbaan kan worden aangeboden.[^1] Betaald werk en het leren van de taal gaan in zo'n baan "
                "samen op."
            ),
            text(
                "Die toezegging voer ik uit: met enkele gemeenten werk ik aan de eerste startbanen. Een nieuwe wet is daar "
                "niet voor nodig, want de instrumenten van de Wet inburgering 2021 en van de Participatiewet volstaan. Over "
                "de ervaringen zal ik uw Kamer in het eerste kwartaal van 2024 informeren."
            ),
            heading("Actielijnen"),
            item("1.", "Eerder beginnen: taalles en activiteiten vanaf de eerste dag in de opvang."),
            item("2.", "Beter begeleiden: jobcoaches en lokale banenmarkten, samen met gemeenten en ondernemers."),
            item(
                "3.", "Werkgevers ontzorgen: één loket met kennis over regelingen en over begeleiding op de werkvloer."
            ),
            heading("Leren van andere landen"),
            text(
                "Tijdens het commissiedebat Integratie en inburgering van juli 2022 heb ik toegezegd goede voorbeelden uit "
                "andere landen in kaart te brengen, waaronder de Franse aanpak in de techniek.[^2] Dat onderzoek is medio "
                "2023 gereed; ik stuur het uw Kamer daarna toe."
            ),
        ),
    ),
    Sample(
        name="overzicht-moties-en-toezeggingen.pdf",
        layout="house",
        title="Overzicht van moties en toezeggingen over statushouders en werk",
        subject="Overzicht van moties en toezeggingen over statushouders en werk",
        date="24 maart 2023",
        ministry=_SZW,
        kenmerk="VOORBEELD-2023-0001",
        role=_MINISTER_SZW,
        signatory="C.E.G. van Gennip",
        notes=(
            "Kamerstuk 32 824, nr. 341.",
            "Kamerstuk 32 824, nr. 370.",
            "Kamerstuk 36 200 XV, nr. 85.",
            "Aanhangsel Handelingen II 2022/23, nr. 64.",
        ),
        parts=(
            text(
                "In dit overzicht vindt u per motie en per toezegging wat ermee is gebeurd. Het hoort bij het plan van "
                "aanpak statushouders aan het werk."
            ),
            heading("Moties"),
            text(
                "De leden Jasper van Dijk (SP) en Peters (CDA) vroegen in hun motie om een plan van aanpak waarmee "
                "statushouders aan werk worden geholpen.[^1] Dat plan gaat met deze brief mee; de motie is daarmee "
                "uitgevoerd."
            ),
            text(
                "De motie van het lid Aartsen (VVD) vraagt om concrete afspraken met de VNG, de mbo-scholen en de branches "
                "waar een tekort aan personeel is, zodat nieuwkomers tijdens en na hun inburgering naar werk of een "
                "leerwerkplek worden begeleid. De afspraken staan in het plan van aanpak."
            ),
            text(
                "In een tweede motie vraagt het lid Aartsen (VVD) om met gemeenten en regionale ondernemers te bespreken hoe "
                "jobcoaches en lokale banenmarkten vaker kunnen worden ingezet. De uitkomst van die gesprekken is in het "
                "plan van aanpak verwerkt."
            ),
            text(
                "De motie van het lid Ceder (CU) vroeg om een overzicht van de belemmeringen waar nieuwkomers en "
                "werkgevers in de praktijk tegenaan lopen.[^2] De motie wordt in twee stappen uitgevoerd. De eerste stap, "
                "het overzicht zelf, is gezet. In de tweede stap is gesproken met de Taskforce Werk en Integratie en met "
                "brancheorganisaties."
            ),
            heading("Toezeggingen"),
            text(
                "In het wetgevingsoverleg Integratie en maatschappelijke samenhang van november 2022 is het lid Aartsen "
                "(VVD) een onderzoek naar startbanen voor statushouders toegezegd, te beginnen zodra zij in een gemeente "
                "wonen.[^3] Met het plan van aanpak is aan deze toezegging voldaan."
            ),
            text(
                "In antwoord op vragen van het lid Becker (VVD) is gemeld dat de loonkostensubsidie (LKS) voor "
                "statushouders met de VNG wordt besproken.[^4] Dat gesprek is gevoerd."
            ),
            text(
                "De motie van het lid Podt c.s. van 29 november 2022 vraagt hoe onderdelen van het programma Participatie en "
                "Taal meerjarig kunnen worden betaald. Hierop kom ik terug bij de Voorjaarsnota."
            ),
        ),
    ),
    Sample(
        name="appreciatie-van-twee-moties.pdf",
        layout="print",
        title="BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID",
        subject="Appreciatie van twee moties",
        date="6 december 2022",
        number="9002",
        role=_MINISTER_SZW,
        signatory="C.E.G. van Gennip",
        **_INTEGRATIE,
        notes=(
            "Kamerstukken II 2020/21, 32 824, nr. 341.",
            "Kamerstuk 32 824, nr. 373.",
        ),
        parts=(
            text(
                "Bij de behandeling van de begroting zijn twee moties ingediend waarover u mijn oordeel vraagt. Dat geef ik "
                "u met deze brief."
            ),
            heading("Motie-Jasper van Dijk/Peters"),
            text(
                "De motie verzoekt om een plan van aanpak om statushouders aan het werk te helpen.[^1] Uw Kamer heb ik "
                "eerder toegezegd, en de motie-Aartsen vraagt dat ook[^2], dat ik u in het eerste kwartaal van 2023 "
                "informeer over mijn verdere inzet. Die inzet kan ik de vorm van een plan van aanpak geven. De motie laat "
                "ik daarom aan het oordeel van de Kamer."
            ),
            heading("Motie-Van der Plas"),
            text(
                "De motie verzoekt om zichtbaar te maken welke stappen worden gezet om de arbeidsmigratie beheersbaar te "
                "houden en terug te dringen. In het eerste kwartaal van 2023 kan het kabinet die stappen op een rij zetten. "
                "Het advies van de Adviesraad Migratie wordt dit jaar nog verwacht; zoals toegezegd bij de Algemene "
                "Politieke Beschouwingen zal het kabinet daarop reageren. Ook deze motie laat ik aan het oordeel van de "
                "Kamer."
            ),
            text(
                "Vóór de behandeling van de begroting ontvangt uw Kamer de stand van zaken van het verplichte certificaat "
                "voor uitzendbureaus."
            ),
        ),
    ),
)
