"""Who is said to say or think what: sources, cues and contents, in invented news."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.find.attribution import attributions
from compare.find.identity import Identities
from compare.model import Article, Attribution, CueClass, Extent, SourceType, SpeechMode, Voice
from compare.read import article_from_bytes
from compare.read.article import UnreadableArticleError
from compare.text.document import Document
from compare.text.reports import NOBODY
from compare.text.sentences import sentences
from compare.text.speech import Speech, speech
from compare.text.speech.reporting import reporting

PERSON, EXPERT, INSTITUTION = SourceType.PERSON, SourceType.EXPERT, SourceType.INSTITUTION
UNNAMED, NO_ONE = SourceType.UNNAMED, SourceType.NOBODY


def found(text: str) -> list[Speech]:
    return speech(text, sentences(text))


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of every report, as written."""
    return [
        (
            text[slice(*one.source)] if one.source else None,
            text[slice(*one.cue)] if one.cue else None,
            text[slice(*one.content)],
        )
        for one in found(text)
    ]


def read(text: str) -> Article:
    return article_from_bytes(text.encode(), name="a.txt", label="A")[0]


def named(text: str) -> list[tuple[str, SourceType]]:
    return [(one.name, one.source_type) for one in attributions(Document(read(text)), Identities())]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # Behind the verb, with and without "that", an adverbial or a hearer between.
        ("Hanna Voss said the pier is safe.", "Hanna Voss", "said", "the pier is safe"),
        ("Hanna Voss has also warned that it may fall.", "Hanna Voss", "has also warned", "that it may fall"),
        (
            "The ministry said in a statement that the pier is safe.",
            "The ministry",
            "said",
            "that the pier is safe",
        ),
        ("Voss told reporters on Monday that the pier is safe.", "Voss", "told", "that the pier is safe"),
        ("Voss made certain to stress that it is safe.", "Voss", "made certain to stress", "that it is safe"),
        (
            "Advisers who have run the numbers argue that it is lost.",
            "Advisers who have run the numbers",
            "argue",
            "that it is lost",
        ),
        ("Voss, the mayor of Quell, said it was late.", "Voss, the mayor of Quell", "said", "it was late"),
        ("Voss pledged to push for repairs.", "Voss", "pledged", "to push for repairs"),
        # Before it, and around it.
        ("The pier will be closed, Voss said.", "Voss", "said", "The pier will be closed"),
        ("The pier, Voss said, is closed.", "Voss", "said", "The pier, Voss said, is closed"),
        ("“The pier is safe,” said Hanna Voss, who runs it.", "Hanna Voss", "said", "“The pier is safe,”"),
        ('"The pier is safe," Voss added.', "Voss", "added", '"The pier is safe,"'),
        # Quotations with an editor's insert, and mixed ones.
        ("Voss stated, “We have reasons [to stay].”", "Voss", "stated", "“We have reasons [to stay].”"),
        ("Voss said the plan was “a bad joke.”", "Voss", "said", "the plan was “a bad joke.”"),
        # According to.
        ("According to the union, the pier is safe.", "the union", "According to", "the pier is safe"),
        (
            "It will cost four million, according to a report by the board.",
            "a report by the board",
            "according to",
            "It will cost four million",
        ),
        # Passives, nouns, beliefs, adverbs.
        (
            "Voss was criticised by the union for closing the pier.",
            "the union",
            "was criticised",
            "Voss was criticised by the union for closing the pier",
        ),
        (
            "The decline is attributed to the closure.",
            None,
            "is attributed",
            "The decline is attributed to the closure",
        ),
        ("There were accusations of fraud in Quell.", None, "accusations", "fraud in Quell"),
        ("It came after Kent’s claim that the pier was safe.", "Kent’s", "claim", "that the pier was safe"),
        ("Some analysts believe the pier is safe.", "Some analysts", "believe", "the pier is safe"),
        (
            "Growth that some analysts attributed to smugglers has slowed.",
            "some analysts",
            "attributed",
            "to smugglers has slowed",
        ),
        ("The mayor has reportedly left Quell.", None, "reportedly", "The mayor has reportedly left Quell"),
        # A time, a role, a relative or another clause between source and verb.
        ("The board this week announced that it is late.", "The board", "announced", "that it is late"),
        ("A poll that shows a close race came out.", "A poll that", "shows", "a close race came out"),
        ("The board closed the pier and said it was late.", "The board", "said", "it was late"),
        ("It came with the mayor saying that it is safe.", "the mayor", "saying", "that it is safe"),
        ("Voss used the visit to warn that it may fall.", "Voss", "to warn", "that it may fall"),
        ("Her running mate, Ann Orr, said it was late.", "Ann Orr", "said", "it was late"),
        ("Theresa May said it was late.", "Theresa May", "said", "it was late"),
        ("About four in 10 say it is late.", "About four in 10", "say", "it is late"),
        ("About 43% of residents say it is late.", "About 43% of residents", "say", "it is late"),
        ("Eight in 10 residents said it was late.", "Eight in 10 residents", "said", "it was late"),
        ("Many have left the town, statistics show.", "statistics", "show", "Many have left the town"),
        ("Orr pledged to continue that work.", "Orr", "pledged", "to continue that work"),
        # A report inside of what is told: the statement as a whole.
        (
            "The pier will, according to the harbour board, be closed in May.",
            "the harbour board",
            "according to",
            "The pier will, according to the harbour board, be closed in May",
        ),
        (
            "The pier, according to Hanna Voss, is safe.",
            "Hanna Voss",
            "according to",
            "The pier, according to Hanna Voss, is safe",
        ),
        # A time and a word behind the subject.
        ("Hanna Voss on Thursday evening said it was shut.", "Hanna Voss", "said", "it was shut"),
        (
            "Nearly eight in 10 voters overall said they were late.",
            "eight in 10 voters overall",
            "said",
            "they were late",
        ),
        # A relative clause ends where the main one goes on.
        (
            "The report, which found that the pier was old, was published.",
            "The report, which",
            "found",
            "that the pier was old",
        ),
        ("The board, which denied it knew of it, left.", "The board, which", "denied", "it knew of it"),
        # What somebody does next is nothing said.
        ("The board rejected that claim and sent it back to court.", "The board", "rejected", "that claim"),
        ("He wished them luck, stepped down and left.", "He", "wished", "them luck"),
        ("Orr called for a pier — and Ann Voss, her aide, agreed.", "Orr", "called for", "a pier"),
        # What is asked for, to whom it is told, and when.
        ("The board asked the town for a pier that floats.", "The board", "asked", "for a pier that floats"),
        ("The board asked the Centers for Pier Repair to act.", "The board", "asked", "to act"),
        ("Orr wrote just before noon that it was shut.", "Orr", "wrote", "that it was shut"),
        ("Orr left, but moments later wrote that it was shut.", "Orr", "later wrote", "that it was shut"),
        # Appositions, clauses and places before the verb.
        (
            "Ann Orr, whose son, Ben, was hurt on the pier, said it was late.",
            "Ann Orr, whose son, Ben, was hurt on the pier",
            "said",
            "it was late",
        ),
        (
            "“It is late,” Ann Orr, senior lawyer for the union, one of two that sued, said in a note.",
            "Ann Orr, senior lawyer for the union, one of two that sued",
            "said",
            "“It is late,”",
        ),
        (
            "Ann Orr, 57, a consultant and club member from Quell, Ohio, said it was late.",
            "Ann Orr, 57, a consultant and club member from Quell, Ohio",
            "said",
            "it was late",
        ),
        ("In Quell, a judge asked him if it was late.", "a judge", "asked", "if it was late"),
        (
            "In a speech in Quell, Ohio, on Friday, a judge said it was late.",
            "a judge",
            "said",
            "it was late",
        ),
        (
            "The spokesman, Ben Orr, said one man, 36, was ill.",
            "The spokesman, Ben Orr",
            "said",
            "one man, 36, was ill",
        ),
        # What the outlet calls it is no part of it.
        ("Orr promised to close it, a step that critics fear.", "Orr", "promised", "to close it"),
        ("Orr named what he said was a trend.", "he", "said", "a trend"),
        # Views in a word for seeing, and who somebody is.
        ("Economists see the rate falling by May.", "Economists", "see", "the rate falling by May"),
        ("Police identified the man as Lee Orr.", "Police", "identified", "the man as Lee Orr"),
        ("The paper reports it’s late.", "The paper", "reports", "it’s late"),
        ("Orr does not see it as a duty.", "Orr", "does not see", "it as a duty"),
        ("Orr planned to leave in May.", "Orr", "planned", "to leave in May"),
        (
            "“It is late” for the pier, Orr said on “Meet the Town.”",
            "Orr",
            "said",
            "“It is late” for the pier",
        ),
        ("As Orr gave a speech calling on them to go, we left.", "a speech", "calling on", "them to go"),
        (
            "It closed after the board announced that rain, with few exceptions, would come.",
            "the board",
            "announced",
            "that rain, with few exceptions, would come",
        ),
        ("The board dismissed claims by workers.", "The board", "dismissed", "claims by workers"),
        (
            "The pier, Orr said in a note, will close.",
            "Orr",
            "said",
            "The pier, Orr said in a note, will close",
        ),
        ("In a speech after that, Orr said, the board will decide.", "Orr", "said", "the board will decide"),
        (
            "The pier is the town’s, a court ruled Monday in Quell.",
            "a court",
            "ruled",
            "The pier is the town’s",
        ),
        ("A federal appeals court said it was late.", "A federal appeals court", "said", "it was late"),
        ("“It is not so,” the complaint reads.", "the complaint", "reads", "“It is not so,”"),
        (
            "The pier was shut by the board, her father said late Tuesday.",
            "her father",
            "said",
            "The pier was shut by the board",
        ),
        ("As Voss noted, the pier was never safe.", "Voss", "noted", "the pier was never safe"),
        ("The pier is not safe, Voss told the board on Monday.", "Voss", "told", "The pier is not safe"),
        ("They see the pier as a chance.", "They", "see", "the pier as a chance"),
        ("The board’s warning that it may fall came.", "The board’s", "warning", "that it may fall came"),
        ("The board praised the pier, which cost a million.", "The board", "praised", "the pier"),
        # A possessive without s, a role and its name, a phrase that begins at its article.
        ("Ann Orr, Texas’ top clerk, said it was late.", "Ann Orr, Texas’ top clerk", "said", "it was late"),
        ("“It is late,” said the clerk, Ann Orr.", "the clerk, Ann Orr", "said", "“It is late,”"),
        ("A spokesman for her said it was late.", "A spokesman for her", "said", "it was late"),
        ("That is a sum the board says Orr kept.", "the board", "says", "Orr kept"),
        ("August Orr, a clerk, said it was late.", "August Orr, a clerk", "said", "it was late"),
        ("“We lost,” Voss, who runs it, told the paper.", "Voss, who runs it", "told", "“We lost,”"),
        ("Orr reports from the pier that it is late.", "Orr", "reports", "that it is late"),
        # What is asked or told, whole.
        ("Orr asked Voss to turn over that pier.", "Orr", "asked", "to turn over that pier"),
        ("Orr asked why the pier was shut.", "Orr", "asked", "why the pier was shut"),
        ("Orr assured the town they’d keep it.", "Orr", "assured", "they’d keep it"),
        ("Orr told Sen. Voss, R-Ohio, that it was late.", "Orr", "told", "that it was late"),
        ("Orr said nearly all of it was late.", "Orr", "said", "nearly all of it was late"),
        ("Orr said all four were late.", "Orr", "said", "all four were late"),
        ("Orr pleaded that it was late.", "Orr", "pleaded", "that it was late"),
        # A title behind a quotation is no part of it.
        ("“We lost,” Voss said on “Meet the Town.”", "Voss", "said", "“We lost,”"),
        ("“We lost,” Voss said in a clip he posted.", "Voss", "said", "“We lost,”"),
        (
            "Her “pier is late,” the board’s chairman, Ann Orr, wrote.",
            "the board’s chairman, Ann Orr",
            "wrote",
            "Her “pier is late,”",
        ),
        # What is done with words to somebody.
        ("While Kent praised the plan, the council voted against it.", "Kent", "praised", "the plan"),
        (
            "The central bank urged lenders to raise rates.",
            "The central bank",
            "urged",
            "lenders to raise rates",
        ),
    ],
)
def test_source_cue_and_content(text: str, source: str | None, cue: str, content: str) -> None:
    assert told(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Exports suggest that growth has slowed.",
        "The export of parts has risen, indicating that trade goes on.",
        "Growth shows that all is well.",
        "His actions are telling a different story.",
        "The reports were late, and the claims were paid.",
        "The United States sent help.",
        "Heads of state met at the pier.",
        "The man accused of theft left the town.",
        "A plan backed by the council failed.",
        "A spokesman declined to comment.",
        "I think the pier is safe, and you know it.",
        "Kent has not said that he would go.",
        "Everything Kent says is a lie.",
        "The charges that were dropped were many.",
        "The film “The Old Pier” opened.",
        "Phone calls for help came in.",
        "They wrote a cheque.",
        "Banks continue to perform well.",
        "It fell amid looming bribery charges that shook the town.",
        "The court ruling came on Monday.",
        "Schools support accounts for a fifth of it.",
        "He showed no reaction as the foreman read it.",
        "It proves that the pier is safe.",
        "The ships left disputed waters.",
        "The mayor called up the mason to the stage.",
        "The board can expect a fine.",
        "The mayor has reasons to leave.",
        "Terrorist attacks in the town went on.",
        # Nobody, and nothing with a verb of its own, says anything.
        "Nobody denies that it is late.",
        "No one said that it was late.",
        "One would think that it is late.",
        "It signals that all is well.",
        "Orr pleaded not guilty Friday.",
        "Officers used a stick to drive them back to the pier.",
        "The first pier dating back to the war fell.",
        "Lawyers defending the pier left.",
        "The board is changing plans that undergo repairs.",
        "A poll hopes to win.",
        "Growth of 20% suggests a late winter.",
        "Several big state works were shut.",
        "Voss responded with scorn.",
        "Prices rose 20%, and so it went.",
        # Rules, calls, what is not seen or known, plans that are an object, what is asked, mottos.
        "It violates new rules passed in May.",
        "A woman called 911 for her.",
        "They called him to say so.",
        "Orr did not see a gun.",
        "Orr does not know who it was.",
        "Orr said nothing about it.",
        "The changes that Orr plans to announce are small.",
        "He was pressed on whether he supported it.",
        "Asked if he thinks it is late, he left.",
        "The board dismissed the six workers.",
        "A good captain knows the harbour.",
        "A court ruling that would close it was late.",
        "They met at a new branding effort.",
        "He wore a new “Mend the Pier” hat.",
        "The rule that denies entry to boats is new.",
        "Evidence supporting that approach is thin.",
        "The office encourages trade by holding fairs.",
        "House Rules Committee Chair Ann Orr left.",
        "A Quell judge briefly closed the pier.",
        "Nor did they want it to close.",
        "The growth it projected to create was small.",
        "They like the legislation the board says it prefers.",
        "The boat, called Amy by the crew, sank.",
        "Had he pledged his word, it would be late.",
        "She spent years reporting on the “Fast and Furious” ferry.",
        "The author of “How to Mend a Pier” left.",
    ],
)
def test_nobody_is_said_to_speak(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voss said it was late and added that it was cold.", [("Voss", "said"), ("Voss", "added")]),
        ("Voss denied that he lied, saying he knew nothing.", [("Voss", "denied"), ("Voss", "saying")]),
        ("Kent praised the plan but said it was late.", [("Kent", "praised"), ("Kent", "said")]),
        # The clause's subject, not whoever was named last nor a relative.
        ("But Orr went to the pier, saying it is Kent who will decide.", [("Orr", "saying")]),
        ("Affidavits were filed Monday, saying that Orr left.", [("Affidavits", "saying")]),
        ("A panel appeared late, warning that it may fall.", [("A panel", "warning")]),
        (
            "Ann Orr praised Ben Kent, adding that he was late.",
            [("Ann Orr", "praised"), ("Ann Orr", "adding")],
        ),
        (
            "Orr, the clerk who shut it, met them, saying it was old.",
            [("Orr, the clerk who shut it", "saying")],
        ),
        ("The office issued a note saying it was late.", [("The office", "saying")]),
        ("They hope to win, Kent said.", [("Kent", "said"), ("They", "hope")]),
        (
            "The mayor denied paying women who accused him, but said it was late.",
            [("The mayor", "denied"), ("who", "accused"), ("The mayor", "said")],
        ),
        (
            "The union announced a strike on Friday, warning that more will follow.",
            [("The union", "announced"), ("The union", "warning")],
        ),
    ],
)
def test_a_second_verb_has_the_first_one_s_source(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(source, cue) for source, cue, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We lost. We will go on,” the coach told reporters. “Next year is ours.”",
            [
                ("the coach", "told", "“We lost."),
                ("the coach", "told", "We will go on,”"),
                ("the coach", "told", "“Next year is ours.”"),
            ],
        ),
        (
            "Voss stated, “I thank you all for this. We have good reasons [to be here].”",
            [
                ("Voss", "stated", "“I thank you all for this."),
                ("Voss", "stated", "We have good reasons [to be here].”"),
            ],
        ),
        (
            'Kent said the pier was old.\n\n"It has stood there for a hundred years."',
            [
                ("Kent", "said", "the pier was old"),
                ("Kent", "said", '"It has stood there for a hundred years."'),
            ],
        ),
        (
            "Voss went further: “It is the end of the pier.”",
            [("Voss", "went", "“It is the end of the pier.”")],
        ),
        ("“We lost it all last night.” ― Ann Orr", [("Ann Orr", None, "“We lost it all last night.”")]),
        # A paragraph a sentence, and no mark repeated.
        (
            "“We lost it all.\n\nWe will go on.\n\nNext year is ours,” Orr said.",
            [
                ("Orr", "said", "“We lost it all."),
                ("Orr", "said", "We will go on."),
                ("Orr", "said", "Next year is ours,”"),
            ],
        ),
        # Who says it stands in the sentence behind, or in the one before.
        (
            "“Stop it now, all of you!”\n\na man shouted.",
            [("a man", "shouted", "“Stop it now, all of you!”")],
        ),
        ("“We lost it all again.”\n\nsaid Ann Orr.", [("Ann Orr", "said", "“We lost it all again.”")]),
        ("“Is it late, all of it?”\n\nOrr told CNN.", [("Orr", "told", "“Is it late, all of it?”")]),
        (
            "Orr tweeted from the train about it.\n\n“We lost it all last night.”",
            [("Orr", None, "“We lost it all last night.”")],
        ),
        # Whoever passed the words on does not go on.
        (
            "“We lost,” Orr said, according to the Gazette. “We go on, all of us.”",
            [
                ("Orr", "said", "“We lost,”"),
                ("the Gazette", "according to", "“We lost,”"),
                ("Orr", "said", "“We go on, all of us.”"),
            ],
        ),
    ],
)
def test_a_quotation_goes_on_with_its_speaker(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Kyrgyz President Sadyr Orlov said it was late.", "Sadyr Orlov", PERSON),
        ("Political analyst Hanna Voss believes that it is late.", "Hanna Voss", EXPERT),
        ("Hanna Voss, an economist at Quell University, said it was late.", "Hanna Voss", EXPERT),
        ("Kent’s lawyer, Ann Orr, said it was late.", "Ann Orr", EXPERT),
        ("The Kremlin said it was late.", "Kremlin", INSTITUTION),
        ("Norway said it was late.", "Norway", INSTITUTION),
        ("The poll shows that it is late.", "poll", INSTITUTION),
        ("A union official said it was late.", "A union official", UNNAMED),
        ("Experts argue that it is late.", "Experts", UNNAMED),
        ("Aides to Kent said it was late.", "Aides to Kent", UNNAMED),
        ("Mayor Bill de Orrio said it was late.", "Bill de Orrio", PERSON),
        ("The WHO said it was late.", "WHO", INSTITUTION),
        ("The Justice Department said it was late.", "Justice Department", INSTITUTION),
        ("The chief of staff Ann Orr said it was late.", "Ann Orr", PERSON),
        ("Secretary of State John Orr said it was late.", "John Orr", PERSON),
        ("The grid operator, Hallin Net, said it was late.", "Hallin Net", INSTITUTION),
        ("Brightwater, the firm that dredges, said it was late.", "Brightwater", INSTITUTION),
        ("The Ohio Democrat said it was late.", "The Ohio Democrat", UNNAMED),
        ("The Associated Press said it was late.", "Associated Press", INSTITUTION),
        ("Press officers said it was late.", "Press officers", UNNAMED),
        ("NPR’s Ann Orr said it was late.", "Ann Orr", PERSON),
        ("Mayor Ann Orr and Ben Kent said it was late.", "Ann Orr and Ben Kent", PERSON),
        ("The panel’s chief, Sen. Ann Orr of Ohio, said it was late.", "Ann Orr", PERSON),
        ("Judge Ann Orr of County Court in Quell said it was late.", "Ann Orr", PERSON),
        ("They’re denying that it was late.", "they", UNNAMED),
        ("The decline is attributed to rain.", NOBODY, NO_ONE),
    ],
)
def test_sources_have_a_name_and_a_type(text: str, name: str, type_: SourceType) -> None:
    assert named(text) == [(name, type_)]


def test_a_surname_and_a_pronoun_stand_for_the_full_name() -> None:
    text = "Mayor Hanna Voss said the pier was old. She added that it was safe. Voss warned that it may fall."
    assert named(text) == [("Hanna Voss", PERSON)] * 3


@pytest.mark.parametrize(
    "text",
    [
        # Two may be meant; the pronoun is of the other gender; the name is far away.
        "Ben Voss and Peter Kent said it was old. He added that it was safe.",
        "Tove Orr and Lin Kent left. He added that it was safe.",
        "Mr. Kent said it was old. She added that it was safe.",
        "Hanna Voss said it was old. It rained. It snowed. It froze. It thawed. She added that it was safe.",
    ],
)
def test_a_pronoun_that_may_mean_another_stays_a_pronoun(text: str) -> None:
    name, type_ = named(text)[-1]
    assert (name, type_) in {("he", UNNAMED), ("she", UNNAMED)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # "It" is the body that was cited last, where no other is named since.
        ("The Harbour Board said it was late. But it added that it was safe.", "Harbour Board"),
        ("The Harbour Board said it was late. The Quell Council met. It added that it was safe.", "it"),
        # A title tells that somebody between is not meant; a president is somebody.
        ("Mr. Kent said Mrs. Orr was late. He added that it was safe.", "Kent"),
        ("Ann Orr said it was old. President Kent left. She added that it was safe.", "she"),
        # Named again, he is not far; what goes on is the same one's.
        ("Ben Kent said it was old. It rained. It froze. Kent left. It thawed. He said it fell.", "Ben Kent"),
        ("Ben Kent said it was old. “We lost,” he said. “We will all go on.”", "Ben Kent"),
        # Named right before and alone, though without a word so far; a title tells that it may be.
        ("Ms. Ann Orr ran the pier. In May, she said it was late.", "Ann Orr"),
        ("Ms. Ann Orr met Ben Kent at the pier. In May, she said it was late.", "Ann Orr"),
        ("Ms. Ann Orr ran the pier. In May, he said it was late.", "he"),
        ("Sen. Ann Orr of Ohio left. She met the man from Quell, Ben Kent of Ohio, who said no.", "Ben Kent"),
        ("Ann Orr, who said it was late, left when Eva Kent said no. “It is late,” she added.", "she"),
        # Twice "he" right behind the name: "she" is somebody else.
        ("Lee Orr said he left. Then Orr told us he ran. “It is late,” she added.", "she"),
        # Who speaks only in what another says is not who goes on, nor of whom he speaks.
        ("Ann Orr said Eva Kent had denied it. “It is late,” she added.", "Ann Orr"),
        ("Eva Kent was late, Ann Orr said. “It is late,” she added.", "Ann Orr"),
        # A first name tells who may be meant, and so does the subject.
        ("Ann Orr rejected Ben Kent’s claim that it was late. He added that it was safe.", "Ben Kent"),
        ("Hanna Voss said it was old. Peter Kent left. She added that it was safe.", "Hanna Voss"),
        ("Ben Kent praised Peter Orr at the pier. He said it was late.", "Ben Kent"),
        ("Ben Kent’s letter to Peter Orr was short. He said it was late.", "Ben Kent"),
        ("By 2 p.m., President Orr had been told. He wrote that it was late.", "Orr"),
        ("It was late, according to Ben Kent. The pier is safe, he said.", "Ben Kent"),
        ("The pier Ben Kent built is old. Rain fell. He declared his support for it.", "Ben Kent"),
        # The subject of the same sentence, not whom it names besides.
        ("Peter Orr left. Ben Kent met Peter Orr in May, but he said it was late.", "Ben Kent"),
        # Asked of somebody, one speaks oneself.
        ("Ben Kent left. Asked whether Peter Orr would go, he said it was late.", "Ben Kent"),
        # Whoever is named in a quotation is no subject.
        ("Ben Kent left. “Peter Orr is a friend,” he said.", "Ben Kent"),
        # The owner of who is named has said nothing.
        ("Ben Kent’s lawyer, Peter Orr, left. The pier is safe, he said.", "Peter Orr"),
    ],
)
def test_a_pronoun_is_whom_alone_it_can_mean(text: str, name: str) -> None:
    assert [one for one, _ in named(text)][-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # "Who" is the name or the noun with all that belongs to it.
        ("He met Evan Monson, a clerk in Quell, who praised it.", "Evan Monson"),
        ("It was told by Ann Orr, a former clerk who opposes the pier.", "Ann Orr"),
        ("It helped two young women who said it was late.", "two young women"),
        (
            "It was shown to harbour clerks and lay members who said it was late.",
            "harbour clerks and lay members",
        ),
        ("It belongs to Ann Orr (D-Ohio), who said it was late.", "Ann Orr"),
        ("It asked firms and business groups, who argue it is late.", "firms and business groups"),
        ("Steps to both entice workers who want it were late.", "workers"),
        # "They" is the one group that was cited, or that the sentence before is about.
        ("Harbour officials said it was late. They added that it was safe.", "Harbour officials"),
        ("Panel members voted on it. They said it was late.", "Panel members"),
        ("Advocacy groups, including the Quell Club, sued over what they called a ban.", "Advocacy groups"),
        ("Ann Orr and her husband paid for it. They said it was late.", "Ann Orr and her husband"),
        ("Officials said it was late. Experts said no. They said it was safe.", "Experts"),
        (
            "Experts said it was late while divers said it was cold. They agreed it was safe.",
            "they",
        ),
        ("The retailer said it was late. It said that it was safe.", "The retailer"),
        # A board's words about her are hers, and not the board's.
        ("The board said she wanted to leave.", "she"),
    ],
)
def test_who_and_they_have_the_text_s_own_words(text: str, name: str) -> None:
    assert named(text)[-1][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Who is brought in; whose role alone the sentence between has; a day before a name.
        ("Another new face was Ben Kent. He said it was late.", "Ben Kent"),
        ("It fell to Ben Kent, who greeted Peter Orr. He said it was late.", "Ben Kent"),
        ("Ben Kent left. The tired captain slept. He said it was late.", "Ben Kent"),
        ("On Tuesday Ben Kent met us. He said it was late.", "Ben Kent"),
        ("Press secretary Lin Kent was asked. “It is late,” she said.", "Lin Kent"),
        # Of two of whom one alone is of that sex.
        ("Ben Kent met Ann Orr and Eva Voss. He said it was late.", "Ben Kent"),
    ],
)
def test_a_pronoun_is_whom_the_sentences_before_are_about(text: str, name: str) -> None:
    assert named(text)[-1][0] == name


def test_a_company_s_name_is_no_person_for_a_pronoun() -> None:
    text = "Ann Orr, the former head of Hallin-Net, also spoke, and left. She said it was late."
    assert named(text)[-1] == ("Ann Orr", PERSON)


def test_a_pronoun_that_begins_what_a_body_says_is_the_body() -> None:
    assert named("The board said it expects a storm.") == [("board", INSTITUTION)] * 2


def test_a_surname_that_comes_first_may_be_somebody_else_s() -> None:
    assert named("Orr said it was late. Ben Orr left.") == [("Orr", PERSON)]


@pytest.mark.parametrize(
    ("verb", "cue_class"),
    [
        ("said", CueClass.NEUTRAL),
        ("claimed", CueClass.DOUBT),
        ("noted", CueClass.ENDORSE),
        ("insisted", CueClass.EMPHATIC),
        ("suggested", CueClass.HEDGED),
    ],
)
def test_cues_have_a_class(verb: str, cue_class: CueClass) -> None:
    (one,) = found(f"Voss {verb} that the pier is safe.")
    assert one.cue_class is cue_class
    assert reporting(verb)[-1].cue_class is cue_class


def test_an_attribution_whole() -> None:
    article = read("It rained. “The pier is safe,” Mayor Hanna Voss insisted.")
    text = article.text
    (one,) = attributions(Document(article), Identities())
    assert isinstance(one, Attribution)
    assert one.source is not None
    assert one.cue is not None
    assert {
        "number": one.number,
        "rule": one.rule,
        "content": [text[s.start : s.end] for s in one.spans],
        "sentences": one.sentences,
        "why": one.why,
        "voice": one.voice,
        "source": text[one.source.start : one.source.end],
        "cue": text[one.cue.start : one.cue.end],
        "name": one.name,
        "mode": one.mode,
        "class": one.cue_class,
    } == {
        "number": "QA1",
        "rule": "reporting-verb",
        "content": ["“The pier is safe,”"],
        "sentences": ("A2",),
        "why": "Quoted word for word; source: Hanna Voss (“insisted”).",
        "voice": Voice.QUOTATION,
        "source": "Mayor Hanna Voss",
        "cue": "insisted",
        "name": "Hanna Voss",
        "mode": SpeechMode.DIRECT,
        "class": CueClass.EMPHATIC,
    }


def test_what_is_told_goes_on_behind_a_report_in_passing() -> None:
    text = "Orr said the pier was old and that, she hoped, the town would keep it."
    assert ("Orr", "said", "the pier was old and that, she hoped, the town would keep it") in told(text)


def test_what_a_relative_clause_tells_ends_with_it() -> None:
    assert ("who", "asked", "not to be named") in told(
        "The clerk, who asked not to be named, said it was late."
    )


def test_a_short_term_in_quotation_marks_is_nobody_s_statement() -> None:
    assert named("The shop sold “rock, paper and three scissors” in a tin.") == []


@pytest.mark.parametrize(
    ("sentence", "words", "voice"),
    [
        (
            "Voss said the pier is safe, but it fell into the sea on Monday.",
            "it fell into the sea",
            Voice.OUTLET,
        ),
        (
            "Voss said the pier is safe, but it fell into the sea on Monday.",
            "the pier is safe",
            Voice.NAMED_SOURCE,
        ),
        ("The decline is attributed to the closure.", "The decline", Voice.UNNAMED_SOURCE),
        ("Exports suggest that growth has slowed.", "growth has slowed", Voice.OUTLET),
    ],
)
def test_whose_words_by_what_covers_them(sentence: str, words: str, voice: Voice) -> None:
    article = read(sentence)
    start = article.text.index(words)
    assert Document(article).voices.speaking_in("A1", Extent(start=start, end=start + len(words))) is voice


PIECES = st.lists(
    st.sampled_from(
        "Voss Kent said that he added “ ” ‘ ’ \" '' , . : ; ( ) — ― according to by the was is believed "
        "accusations of claims which who and but saying told reporters WHO US's pier fell\n\n it’s [ ]".split(
            " "
        )
    ),
    max_size=60,
)


@given(PIECES)
@settings(max_examples=200, deadline=None)
def test_every_span_lies_within_its_sentence(pieces: list[str]) -> None:
    text = " ".join(pieces)
    spans = sentences(text)
    reports = speech(text, spans)
    assert reports == speech(text, spans)
    for one in reports:
        start, end = spans[one.sentence]
        assert start <= one.content[0] < one.content[1] <= end
        for part in (one.source, one.cue):
            assert part is None or any(s <= part[0] < part[1] <= e for s, e in spans)


@given(PIECES)
@settings(max_examples=100, deadline=None)
def test_any_text_gets_attributions_that_quote_it(pieces: list[str]) -> None:
    try:
        article = read("Rain fell. " + " ".join(pieces))
    except UnreadableArticleError:
        return
    places = {s.id: s for s in article.sentences}
    for one in attributions(Document(article), Identities()):
        sentence = places[one.sentences[0]]
        assert sentence.start <= one.spans[0].start < one.spans[0].end <= sentence.end
        assert one.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ben Kent said the pier was old and Ann Orr said it was new.",
            [("Ben Kent", "the pier was old"), ("Ann Orr", "it was new")],
        ),
        (
            "Orr threatened to bring charges, and Ben Kent asked the board to act.",
            [("Orr", "to bring charges"), ("Ben Kent", "to act")],
        ),
        ("Orr denied it and has called the pier late.", [("Orr", "it"), ("Orr", "the pier late")]),
        (
            "Referring to the House Trade, Ports and Roads panels, Orr said it was late.",
            [("Orr", "the House Trade, Ports and Roads panels"), ("Orr", "it was late")],
        ),
        (
            "Ben Kent called her “a hard worker” and Ann Orr, who said no, left.",
            [("Ben Kent", "her “a hard worker”"), ("who", "no")],
        ),
        ("It is set, despite opposition from the board, which supported him.", [("the board", "him")]),
        (
            "Orr has admitted the first but has denied the second.",
            [("Orr", "the first"), ("Orr", "the second")],
        ),
        (
            "Orr called the plan “easy,” noting that it was late.",
            [("Orr", "the plan “easy,”"), ("Orr", "that it was late")],
        ),
        (
            # The main clause reports too.
            "In a speech where Orr said that it would close, he said that it was late.",
            [("Orr", "that it would close"), ("he", "that it was late")],
        ),
        ("“We lost,” Orr said – and few doubted it.", [("Orr", "“We lost,”"), ("few", "it")]),
    ],
)
def test_what_is_told_ends_where_another_report_begins(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(source, content) for source, _, content in told(text)] == expected
