"""Which words keep their full stop inside a sentence, and which words are likely to open one."""

from __future__ import annotations

TITLES = frozenset(
    """Mr Mrs Ms Mx Messrs Mme Mmes Mlle Dr Drs Prof Profs Gen Sen Sens Rep Reps Gov Govs Col Lt Sgt Cpl
    Pvt Capt Cmdr Maj Adm Amb Atty Brig Rev Fr Hon Pres Insp Supt Det Sec Msgr""".split()
)
"""A name follows: they never end a sentence."""

LINKING = frozenset("vs v cf viz i.e e.g approx ca incl esp aka a.k.a c.f eds trans repr".split())
"""Something always follows: they never end a sentence."""

BEFORE_NUMBER = frozenset(
    """no nos vol vols p pp ch sec sect art arts fig figs eq para paras pt op n n° nr tel
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
"""A number that follows belongs to them; before anything else other rules decide."""

ANY_CASE = frozenset(
    """inc corp co cos ltd bros assn assoc plc pty etc al jr sr esq dept depts ave blvd univ govt mfg intl
    natl ft sq hr hrs mins lb lbs oz km kg yd ibid""".split()
)
"""They end a sentence only when the next word is likely to open one."""

CAPITALISED = frozenset(
    """Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala
    Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
    Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask St Ste Mt Ft Rd Hwy Bldg Dist Div Cie
    Inst Est Wm Geo Chas Jos Thos Alex Ph""".split()
)
"""The same, for words that are abbreviations only with a capital."""

EXCLAIMED = frozenset(("Yahoo", "Jeopardy", "Wham"))
"""Names that are written with an exclamation mark."""

OPENERS = frozenset(
    """a about above according across additionally after again against all along already also although amid
    among an and another any anyone apparently are around as at because before behind below besides
    between beyond both but by can certainly clearly consider could currently depending despite did
    do does during each earlier early either else even eventually ever every everyone everything few
    finally following for fortunately from further furthermore generally given had half has have
    having he hence her here hers himself his how however i i'd i'll i'm i've if in included
    including indeed initially inside instead is it it's its just last lately later less let let's
    like likewise many maybe meanwhile might more moreover most much must my nearly neither never
    nevertheless next no nobody none nonetheless nor not nothing now obviously of on once one only
    or originally other others otherwise our out outside over overall perhaps presumably previously
    rather recently regarding reportedly separately several shall she she's should similarly since
    so some someone something sometimes soon specifically still such than thanks that that's the
    their them then there there's therefore these they they'll they're they've this those though
    three through throughout thus to today together tomorrow tonight too toward towards two
    typically ultimately under unfortunately unless unlike until up upon usually very was we we'd
    we'll we're we've were what what's whatever when whenever where whereas wherever whether which
    while who whoever whose why with within without would yes yesterday yet you you'll you're you've
    your analysts authorities critics earnings economists executives experts investigators investors
    lawyers officials opponents people police profit prosecutors researchers residents revenue sales
    scientists shares sources supporters traders voters witnesses""".split()
)
"""Function words and news nouns that with a capital are hardly ever part of a name."""

OF_THE_CLOCK = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Aug Sept
    Oct Nov Dec Eastern Central Mountain Pacific Atlantic Greenwich Alaska Hawaii Zulu Christmas Thanksgiving
    Easter New Boxing Good Independence Labor Labour Memorial Veterans Election Local
    ET CT MT PT UTC""".split()
)
"""What follows "8 a.m." and belongs to it."""

SUBORDINATING = frozenset("when after before as while since until till if once because although".split())
"""With these a clause begins that is no sentence of its own."""
