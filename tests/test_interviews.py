"""Interviews and transcripts: whose words the sentences are, and what only looks like one."""

from __future__ import annotations

from itertools import groupby

import pytest
from article_laws import check
from hypothesis import given
from hypothesis import strategies as st

from compare.model import (
    Article,
    Attribution,
    Claim,
    Comparison,
    Discrepancy,
    FramingCue,
    FurnitureKind,
    Voice,
)
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.text.document import Document
from compare.text.interviews.people import full_names
from compare.text.interviews.turns import PERSON_INTERVIEWED, interview


def read(text: str, label: str = "A") -> Article:
    return article_from_bytes(text.encode(), name=f"{label}.txt", label=label)[0]


def spoken(text: str) -> str:
    """Who speaks in how many sentences in a row: - is the outlet, ? whoever asks."""
    article = read(text)
    found = interview(article)
    said = {one.sentence: one.name for one in found.said}
    voices = ["?" if s.id in found.asked else said.get(at, "-") for at, s in enumerate(article.sentences)]
    return ", ".join(f"{len(list(run))} {voice}" for voice, run in groupby(voices))


def labels(text: str) -> list[str]:
    article = read(text)
    return [article.text[f.start : f.end] for f in article.furniture if f.kind is FurnitureKind.SPEAKER]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        pytest.param(
            """Port chief defends tariff

Eva Lind runs the port of Ostrand. She spoke to our reporter on Tuesday.

COURIER: Why did the tariff rise?

EVA LIND: Because the dredging cost us more than we had planned. I told the board so in March.

COURIER: Did the council know?

LIND: It did. The mayor saw the figures.

We showed them to him twice.

COURIER: Will it fall again?

LIND: I doubt it.""",
            "2 -, 1 ?, 2 Eva Lind, 1 ?, 3 Eva Lind, 1 ?, 1 Eva Lind",
            id="labels in capitals, an outlet asks",
        ),
        pytest.param(
            """Candidates clash over the harbour

The three candidates for mayor met at the Ostrand town hall on Monday.

MODERATOR: Good evening. Mr. Rask, should the harbour be sold?

TOM RASK: No. The harbour belongs to the people of this town.

EVA LIND: I disagree. It has lost money for ten years.

MODERATOR: Ms. Voss?

HANNA VOSS: Both of them voted for the loan.

RASK: That is false. I abstained.

VOSS: You voted for it in June.""",
            "1 -, 2 ?, 2 Tom Rask, 2 Eva Lind, 1 ?, 1 Hanna Voss, 2 Tom Rask, 1 Hanna Voss",
            id="a panel with a moderator",
        ),
        pytest.param(
            """Transcript: the harbour master's evidence

The following is part of the evidence given to the inquiry on 4 June.

BY MR. ORR:

Q. Where were you on the night of the collision?

A. In the tower. I had been there since six.

Q. Who was with you?

A. Nobody. The second officer had gone home.

THE COURT: Was that allowed?

THE WITNESS: It was usual, my lord.

MR. ORR: No further questions.""",
            "1 -, 1 ?, 2 the person interviewed, 1 ?, 2 the person interviewed, 1 THE COURT, "
            "1 THE WITNESS, 1 ?",
            id="the record of a court",
        ),
        pytest.param(
            """Press briefing by the port authority

MS. ORR: Good afternoon, everybody. I have one announcement. The port will open again on Friday.

QUESTION: Has the wreck been raised?

MS. ORR: Not yet. It will be raised on Thursday.

QUESTION: Who pays?

MS. ORR: The owners have agreed to pay.""",
            "3 Orr, 1 ?, 2 Orr, 1 ?, 1 Orr",
            id="a press briefing",
        ),
        pytest.param(
            """Press briefing by the port authority

MS. ORR:  Good afternoon, everybody. The port will open again on Friday.

Q    Has the wreck been raised?

MS. ORR:  Not yet. It will be raised on Thursday.

Q    And who pays?

MS. ORR:  The owners have agreed to pay.  Go ahead.

Q    Thank you.  Was the crew drunk?

MS. ORR:  I will not get into that.""",
            "2 Orr, 1 ?, 2 Orr, 1 ?, 2 Orr, 2 ?, 1 Orr",
            id="a bare Q",
        ),
        pytest.param(
            """# ‘Nobody asked us’: the harbour master of Ostrand

*Eva Lind tells Tom Rask why she closed the port.*

**When did you decide to close it?**

On Monday evening. The wind had reached 90 km/h and I feared for the crews.

**Some captains say that you waited too long.**

They were not in the tower. Two ships had already broken loose.

**Would you do it again?**

Tomorrow.""",
            "1 -, 5 Eva Lind",
            id="questions in bold, one of them a statement",
        ),
        pytest.param(
            """Interview with the harbour master Eva Lind

By Tom Rask

## When did you decide to close the port?

On Monday evening. The wind had reached 90 km/h.

## Did the council agree?

It was not asked. The law gives me that power.

## Would you do it again?

Tomorrow. My crews come first.""",
            "1 -, 6 Eva Lind",
            id="questions as headings",
        ),
        pytest.param(
            """The harbour master on the storm

We spoke to Eva Lind, the harbour master of Ostrand, on Friday.

**When did you decide to close the port?** On Monday evening. The wind had reached 90 km/h.

**Did the council agree?** It was not asked. I have that power.

**Would you do it again?** Tomorrow.""",
            "1 -, 1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind, 1 ?, 1 Eva Lind",
            id="bold questions in the paragraph of the answer",
        ),
        pytest.param(
            """Two painters talk

The painters Eva Lind and Tom Rask met in Ostrand to talk about their new show.

**TR** When did you begin to paint ships?

**EL** At school. My father took me to the docks.

**TR** And why only wrecks?

**EL** Because nobody else did. They are beautiful things.""",
            "1 -, 1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind",
            id="bold initials without a colon",
        ),
        pytest.param(
            """The woman who closed the port

When did you decide to close it?

On Monday evening. I had no choice.

Did you ask the council?

No. I did not have to.

What do you say to the captains?

I would say to them: look at the sky.""",
            "1 ?, 2 the person interviewed, 1 ?, 2 the person interviewed, 1 ?, 1 the person interviewed",
            id="nobody is named",
        ),
        pytest.param(
            """The port inquiry, day four

Susan Reade and Tom Rask gave evidence to the port inquiry.

Tom Rask:
Were you in command that night?

Susan Reade:
I was. I had six crews.

Tom Rask:
And who told you to wait?

Susan Reade:
The control room did.""",
            "1 -, 1 ?, 2 Susan Reade, 1 ?, 1 Susan Reade",
            id="labels on lines of their own",
        ),
        pytest.param(
            """Ask the expert

Dr. Hanna Voss is an engineer at Ostrand University. We asked her five questions about the bridge.

Q: Is the bridge safe?

Dr. Voss: Yes, for cars. For lorries I would not be so sure.

Q: What went wrong?

Dr. Voss: The bolts were too weak by half.

Q: Who should pay?

Dr. Voss: That is for a court.""",
            "2 -, 1 ?, 2 Hanna Voss, 1 ?, 1 Hanna Voss, 1 ?, 1 Hanna Voss",
            id="Q before a name",
        ),
        pytest.param(
            """Five minutes with Eva Lind

Eva Lind, who leads the port of Ostrand, answers our questions.

Q: When did you close the port? A: On Monday. I had no choice.

Q: Did you ask the council? A: No. The law does not require it.

Q: Would you do it again? A: Tomorrow.""",
            "1 -, 1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind, 1 ?, 1 Eva Lind",
            id="Q and A in one paragraph",
        ),
        pytest.param(
            """Ostrand votes on the harbour

The council of Ostrand voted on Monday to sell the harbour. Eva Lind and Tom Rask met in the hall.

Eva Lind: Did you read the report?

Tom Rask: I read every page of it.

The council meets again on Friday. Ms Lind has asked for a second vote.

The harbour was built in 1911.""",
            "2 -, 1 ?, 1 Tom Rask, 3 -",
            id="an exchange inside a report",
        ),
        pytest.param(
            """‘The bolts were too weak’: Q&A with the engineer Hanna Voss

By Tom Rask

Is the bridge safe for traffic?

For cars, yes. Lorries weigh twenty times as much.

What went wrong with the bolts?

They were made of the wrong steel. Nobody tested them.

Who is to pay for it?

The builder, one would hope. A court will have to say.""",
            "1 ?, 2 Hanna Voss, 1 ?, 2 Hanna Voss, 1 ?, 2 Hanna Voss",
            id="a headline says Q&A, and nobody says I",
        ),
        pytest.param(
            """Transcript: the harbour podcast, episode 12

[00:00:04] Host: Welcome back. Eva Lind is with me. Eva, why did the port close?

[00:00:15] Guest: The wind was too strong. I could not let ships in.

[00:01:02] Host: And the captains?

[00:01:09] Guest: They understood.""",
            "3 ?, 2 the person interviewed, 1 ?, 1 the person interviewed",
            id="time stamps",
        ),
        pytest.param(
            """Eva Lind: ‘I had no choice’

The harbour master talks to the Ostrand Courier about the storm.

Q: When did you close the port?

A: “On Monday evening. I had no choice.”

Q: Did you ask the council?

A: “No. The law does not require it.”""",
            "1 -, 1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind",
            id="answers in quotation marks",
        ),
        pytest.param(
            """Interview: Eva Lind on the storm

When did you close the port?

On Monday evening. I had no choice.

Did you ask the council?

No. I did not have to.

Would you do it again?

I would, tomorrow.

Eva Lind has led the port since 2019. This interview has been edited for length.

The port of Ostrand was built in 1911.""",
            "1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind, 1 ?, 1 Eva Lind, 3 -",
            id="a note at the end",
        ),
        pytest.param(
            """‘I would do it again’

The Ostrand harbour master, Eva Lind, on storms, captains and the night of 3 May.

You closed the port for three days. Was that needed?

It was. I had two ships adrift.

Your critics say you panicked.

Let them say so. I have read the log and they have not.

And the mayor?

He rang me at six. I told him what I tell you.""",
            "1 -, 2 ?, 2 Eva Lind, 1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind",
            id="a standfirst with a role, a prompt without a question mark",
        ),
        pytest.param(
            """Ten questions for Tom Rask

The painter Tom Rask lives in Ostrand.

1. When did you begin to paint?

At six. My mother gave me a box of colours.

2. What do you fear?

A dry brush.

3. Which painter do you admire most?

Hanna Voss. I own two of her drawings.""",
            "1 -, 1 ?, 2 Tom Rask, 1 ?, 1 Tom Rask, 1 ?, 2 Tom Rask",
            id="numbered questions",
        ),
        pytest.param(
            """The port tariff: Eva Lind answers your questions

Q1. Why did the tariff rise?

A1. Because dredging costs more. I said so in March.

Q2. Will it fall again?

A2. I hope so.""",
            "1 ?, 2 Eva Lind, 1 ?, 1 Eva Lind",
            id="numbered labels",
        ),
        pytest.param(
            """Eva Lind: ‘The sea does not negotiate’

The harbour master of Ostrand on fear, forecasts and her father’s boat

Tom Rask

Sat 4 May 2024

You grew up on a boat. What do you remember?

The smell of diesel. My father let me steer when I was five.

Were you ever afraid?

Only of him.

What did your mother say?

She said nothing. She prayed, I think.""",
            "2 ?, 2 Eva Lind, 1 ?, 1 Eva Lind, 1 ?, 2 Eva Lind",
            id="a headline that is the speaker’s",
        ),
        pytest.param(
            """Port director discusses closure

OSTRAND — Port Director Eva Lind sat down with The Courier on Friday. Here are edited excerpts.

The Courier: Why was the port closed?

Lind: We had winds of 60 miles an hour. I could not risk it.

The Courier: Some say it was about money.

Lind: It was not. Not one dollar.

The Courier: Would you do it again?

Lind: In a heartbeat.""",
            "2 -, 1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind, 1 ?, 1 Eva Lind",
            id="an outlet’s name with an article",
        ),
        pytest.param(
            """Two on a boat

Ann Orr talks to the sailor Tom Rask.

ANN ORR (laughing): Did you really sail round the world in a bathtub?

TOM RASK: Half of it. [Laughs.] I ran out of soap.

AO: And would you go again?

TR: Not in a bathtub.""",
            "1 -, 1 ?, 3 Tom Rask, 1 ?, 1 Tom Rask",
            id="asides in labels, initials later",
        ),
        pytest.param(
            """Full transcript of the second debate

HOST: Welcome to Ostrand. Mr Rask, you have two minutes.

RASK: Thank you. Our port is losing money. In my first year I will sell it.

LIND: With respect, he said the same four years ago.

HOST: Let him finish.

RASK: I never said that.

We need jobs here, not ruins.

LIND: The port employs 400 people.

HOST: Ms Lind, would you keep it?

LIND: I would.""",
            "2 ?, 3 Rask, 1 Lind, 1 ?, 2 Rask, 1 Lind, 1 ?, 1 Lind",
            id="a debate",
        ),
        pytest.param(
            """Inside the tower: a conversation with Eva Lind

Tom Rask met the harbour master for coffee on Friday.

— When did you close the port?

— On Monday evening. I had no choice.

— Did you ask the council?

— No. I did not have to.

— And the captains?

— They understood me.""",
            "1 -, 1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind, 1 ?, 1 Eva Lind",
            id="dashes",
        ),
        pytest.param(
            """‘My crews come first’

Harbour master Eva Lind spoke to the Courier after the storm.

Why did you wait?

The council of Ostrand had to be told. There is a law.

What would you change?

The radio. It failed twice, and my people were blind.""",
            "1 -, 1 ?, 2 Eva Lind, 1 ?, 2 Eva Lind",
            id="two questions",
        ),
    ],
)
def test_an_answer_is_the_speakers_and_a_question_the_interviewers(text: str, voices: str) -> None:
    assert spoken(text) == voices
    check(read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            """What the new port tariff means for you

The port minister, Eva Lind, told parliament on Monday that the tariff would rise. Here is what we know.

What has changed?

The tariff rises by 4 per cent on 1 July. The council voted for it on Monday.

Do you have to pay it?

Only if your boat is longer than 12 metres.

When will we know more?

The ministry will publish the list in May, Ms Lind said.""",
            id="faq",
        ),
        pytest.param(
            """Questions and answers on the tariff

Q: What has changed?

A: The tariff rises by 4 per cent on 1 July.

Q: Do I have to pay it?

A: Only if your boat is longer than 12 metres, the council says.

Q: Can I appeal?

A: Yes. You have four weeks.""",
            id="faqqa",
        ),
        pytest.param(
            """Ostrand at a glance

The bridge at Ostrand fell on Monday.

Police: 14 dead

Hospital: 30 hurt

Ostrand: the bridge fell at nine

Result: 3-1

Police: no arrests

Hospital: ten left by noon""",
            id="list",
        ),
        pytest.param(
            """Port closes in storm

The port of Ostrand closed on Monday. Eva Lind told reporters that the wind was too strong.

Could it have stayed open?

Captains say so. The harbour board does not.

The wind fell on Tuesday and the ships left for the south.

Ten crews went home.""",
            id="rhet",
        ),
        pytest.param(
            """Why I no longer sail

Have you ever been out in a storm?

I have. It was in May, and I had my son with me.

We left Ostrand at six in the morning with a light wind from the west.

By noon the sea was white and I was afraid for the boat.

The coastguard came at four. They were kind and they were quick.

My son has never set foot on a boat again. I do not blame him.

What would you have done?

I sold the boat in June. The buyer was a man from Marle who asked no questions.

The harbour is full of boats like mine. Their owners will tell you that they love the sea.

So did I, for a while.""",
            id="column",
        ),
        pytest.param(
            """Fact check: the harbour debate

CLAIM: The harbour has lost money for ten years. Is that so?

FACT: It lost money in six of them.

CLAIM: I never voted for the loan, said Rask.

FACT: He voted for it in June.

CLAIM: The loan cost every house 400 crowns.

FACT: It cost 210.""",
            id="claimfact",
        ),
        pytest.param(
            """Where the parties stand

Labour: Would raise the tariff. Says you will pay no more than now.

Liberals: Would sell the harbour.

Labour: Would build a school.

Liberals: Would build two. Who pays is not said.""",
            id="guide",
        ),
        pytest.param(
            """How the players did

Rask: 7. Solid at the back.

Lind: 6. Could I have seen more of her? Yes.

Voss: 8. The best on the pitch.

Orr: 4. You can do better.""",
            id="ratings",
        ),
        pytest.param(
            """Talk on the harbour

The town hall holds a talk on the harbour on Friday.

Moderator: Tom Rask

Speaker: Eva Lind

Speaker: Hanna Voss

Time: 7.30 pm""",
            id="sched",
        ),
        pytest.param(
            """What they said

Sanna: win at home.

Rask: just hang on.

Lind: now or never?

Voss: see you later?""",
            id="vox",
        ),
        pytest.param(
            """Port closes

The port of Ostrand closed on Monday.

Why it matters: The port handles half of the grain.

What they're saying: "I had no choice," Eva Lind told reporters.

The big picture: Storms are more frequent. Is the port ready?

What's next: The board meets on Friday. Will you be there?""",
            id="axios",
        ),
        pytest.param(
            """Who will pay for the port?

The port of Ostrand loses money. We all know it. I have written about it for years.

Should we sell it?

The council thinks so. I do not. You cannot sell what you do not own.

The harbour belongs to the town, and the town has never been asked.

There was a vote in 1988. My father voted in it.

He voted for the port, and so did you, if you are old enough.

What has changed since?

Ships are larger. The channel is not. That is all.

Are you ready to pay?

I am. But I would like to know what for. The council will not tell us.""",
            id="opinion",
        ),
        pytest.param(
            """Money clinic

Our consumer editor answers your letters.

Q: I bought a boat and the seller has gone. What can I do?

A: I would write to him first. You have two years.

Q: My bank will not lend me money. Why?

A: Ask for your file. I have seen many that were wrong.""",
            id="advice",
        ),
        pytest.param(
            """Storm in Ostrand: what you need to know

Eva Lind, the harbour master, told the Courier on Monday that the port would stay closed.

## How long will it last?

Forecasters expect the wind to fall on Thursday. We will keep this page up to date.

## Should you travel?

No. The police ask people to stay at home.

## Who decides?

The harbour master does. Lind said she would decide on Friday.""",
            id="explain-you",
        ),
        pytest.param(
            """Port to stay closed

The minister Ann Orr announced on Monday that the port would stay closed. She spoke to reporters in Ostrand.

How long will it last?

Forecasters expect the wind to fall on Thursday.

What about the ferries?

They will not sail before Friday.

Who pays for the damage?

The owners do, and their insurers.""",
            id="a minister who spoke, and an explainer",
        ),
        pytest.param(
            """Fire in Ostrand

Police: 14 dead

Marle: the bridge fell

Result: 3-1

The fire began at nine.""",
            id="police",
        ),
        pytest.param(
            """The plans compared

Rask: Wants to sell the port and lower the tariff.

Lind: Wants to keep it.

On schools

Rask: Would close two.

Lind: Would build one.

On roads

Rask: No plans.

Lind: A new bridge.""",
            id="party",
        ),
        pytest.param(
            """How people reacted

The closure angered many in Ostrand.

Tom Rask: “Shame on them.”

Hanna Voss: “I am lost for words.”

Eva Lind: “What did you expect?”

The council will meet on Friday. It has not said whether the port will open.""",
            id="tweets",
        ),
        pytest.param(
            """Quiz of the week

What is the capital of Marland?

Which port closed on Monday?

Who said “I had no choice”?

Answers: Ostrand, Marle, Eva Lind.""",
            id="quiz",
        ),
        pytest.param(
            """Harbour Lights opens

Director: Tom Rask. Cast: Eva Lind and Hanna Voss.

Rask: a young man with a plan. Lind: the woman he leaves.

The play asks an old question: who owns the sea?

I liked it. You may not.""",
            id="cast",
        ),
    ],
)
def test_what_only_looks_like_an_interview_stays_the_outlets(text: str) -> None:
    assert set(spoken(text).split(", ")) == {f"{len(read(text).sentences)} -"}
    check(read(text))


def test_labels_are_set_aside_and_no_words_of_a_sentence() -> None:
    text = (
        "The port.\n\n**Q:** Is it open?\n\n**A:** I hope so.\n\n"
        "[00:12] EVA LIND (smiling): It is.\n\nVoss, the mayor: I agree."
    )
    assert labels(text) == ["**Q:**", "**A:**", "[00:12] EVA LIND (smiling):", "Voss, the mayor:"]
    article = read(text)
    assert [article.text[s.start : s.end] for s in article.sentences][-2:] == ["It is.", "I agree."]


@pytest.mark.parametrize(
    "line",
    [
        "Police: 14 dead",
        "Why it matters: The port handles half of the grain.",
        "A. Rask said that the port was open.",
        "A man said that he saw it.",
        "MARLE: The bridge fell on Monday.",
        "Update: The bridge is open again.",
    ],
)
def test_a_lone_line_with_a_colon_has_no_label(line: str) -> None:
    assert (
        labels(f"The port of Marle\n\nThe port closed on Monday. Why?\n\n{line}\n\nIt will open on Friday.")
        == []
    )


INTERVIEW = """The harbour master on the night of the storm

By Tom Rask

Eva Lind spoke to Tom Rask about the night of 3 May.

Q: Will you close the port again?

A: We lost nine ships. The council betrayed us. I told the mayor that he was wrong.

Q: Was it a disgraceful blunder to wait?

A: I would not say so. Hanna Voss warned me at six. She said the wind would fall.
"""
REPORT = """Harbour master will not close the port again

By Ann Orr

Eva Lind, the harbour master, said that nine ships were lost in the storm. She will not close the port again.

Hanna Voss, her deputy, said that she warned Ms Lind at six.
"""


def compared(a: str, b: str) -> Comparison:
    return compare_articles([read(a, "A"), read(b, "B")])


@pytest.mark.parametrize("swapped", [False, True])
def test_no_finding_takes_an_interview_for_the_outlets_own_voice(swapped: bool) -> None:  # noqa: FBT001
    texts = (REPORT, INTERVIEW) if swapped else (INTERVIEW, REPORT)
    label = "B" if swapped else "A"
    found = compared(*texts)
    article = next(a for a in found.articles if a.label == label)
    asked = interview(article).asked
    assert not any("own voice" in f.why for f in found.findings if isinstance(f, Discrepancy))
    assert not any(f.sentences[0] in asked for f in found.findings if isinstance(f, Claim | FramingCue))
    own = {f.sentences[0] for f in found.findings if isinstance(f, Claim) and f.voice is Voice.OUTLET}
    assert not own & {f"{label}{n}" for n in range(2, 20)}
    # "Will you close the port again?" and "will not close": no yes against a no.
    assert not any(set(f.sentences) & asked for f in found.findings if isinstance(f, Discrepancy))


def test_what_an_interviewer_states_is_neither_the_outlets_word_nor_its_claim() -> None:
    asked = "The northern ferry struck the old harbour wall shortly after nine."
    put = INTERVIEW.replace(
        "Will you close", f"{asked} It was a savage decision to let it sail. Will you close"
    )
    report = f"Ferry struck wall\n\n{asked[:-1]}, Hanna Voss said.\n"
    found = compared(put, report).findings
    assert [f for f in found if f.rule == "linked-passages" and f.sentences == ("A2", "B1")]
    assert not [f for f in found if f.rule == "attributed-in-one"]
    assert not [
        f for f in found if isinstance(f, FramingCue) and f.spans[0].article == "A" and "A3" in f.sentences
    ]


def test_the_ledger_has_whoever_answers_with_every_sentence() -> None:
    found = [
        f for f in compared(INTERVIEW, REPORT).findings if isinstance(f, Attribution) and f.number[1] == "A"
    ]
    told = [(f.name, f.sentences[0]) for f in found if f.rule == "interview"]
    assert told == [("Eva Lind", f"A{n}") for n in (3, 4, 5, 7, 8, 9)]
    assert {f.voice for f in found if f.rule == "interview"} == {Voice.NAMED_SOURCE}
    assert all(f.source is not None for f in found)


def test_what_an_answer_reports_of_others_is_not_reported_in_the_outlets_words() -> None:
    found = [
        f for f in compared(INTERVIEW, REPORT).findings if isinstance(f, Attribution) and f.number[1] == "A"
    ]
    others = {f.name: f.why for f in found if f.rule != "interview"}
    assert others, "Voss is reported to have warned"
    assert all(why.startswith("Reported in the words of whoever speaks here") for why in others.values())
    assert "Eva Lind" not in others


def test_he_and_she_in_an_answer_are_never_the_speaker() -> None:
    text = INTERVIEW.replace("Hanna Voss warned me at six. She", "Eva Lind said that I was wrong. She")
    found = [f for f in compared(text, REPORT).findings if isinstance(f, Attribution) and f.number[1] == "A"]
    assert [f.name for f in found if f.cue and f.source and f.sentences[0] == "A9"] == ["she"]


def test_an_interviewers_words_are_the_interviewers() -> None:
    article = read(INTERVIEW)
    voices = Document(article).voices
    assert [voices.speaking_in(s.id, s) for s in article.sentences[:3]] == [
        Voice.OUTLET,
        Voice.INTERVIEWER,
        Voice.NAMED_SOURCE,
    ]


def test_of_two_names_above_the_questions_byline_or_labels_tell_who_asks() -> None:
    assert interview(read(INTERVIEW)).said[0].name == "Eva Lind"
    unsure = INTERVIEW.replace("By Tom Rask\n\n", "")
    assert interview(read(unsure)).said[0].name == PERSON_INTERVIEWED
    assert interview(read(unsure.replace("Q:", "TR:").replace("A:", "EL:"))).said[0].name == "Eva Lind"


def test_a_note_says_that_the_speaker_was_not_told() -> None:
    untold = INTERVIEW.replace("Eva Lind spoke to Tom Rask about", "This is about")
    assert [n.article for n in compared(untold, REPORT).notes if n.code == "interview"] == ["A"]
    assert [n.article for n in compared(REPORT, untold).notes if n.code == "interview"] == ["B"]
    assert not [n for n in compared(INTERVIEW, REPORT).notes if n.code == "interview"]
    assert {one.name for one in interview(read(untold)).said} == {PERSON_INTERVIEWED}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("When Ms Eva Lind met Deputy Harbour Secretary Tom Rask", ("Eva Lind", "Tom Rask")),
        ("at Marle Bridge and in the Old Hall", ()),
        ("May’s Interview with Ann Orr Sunday", ("Ann Orr",)),
        ("the Marle Harbour Board and New Zealand", ()),
    ],
)
def test_full_names_are_those_of_people(text: str, names: tuple[str, ...]) -> None:
    assert full_names(text).names == names


BLOCKS = st.sampled_from(
    [
        "Q: Is it open?",
        "A: I think so.",
        "Q. Where were you? A. At home.",
        "Q",
        "A:",
        "MODERATOR: Welcome.",
        "EL: No.",
        "**EL** I do.",
        "Eva Lind:",
        "Tom Rask: Why?",
        "### Will you go?",
        "**Will you go?** I will.",
        "**Will you go?**",
        "What now?",
        "I do not know. Eva Lind does.",
        "The port is closed, said Tom Rask.",
        "— And then?",
        "[00:01] Host: Go on.",
    ]
)


@given(st.lists(BLOCKS, min_size=1, max_size=12).map("\n\n".join))
def test_every_character_keeps_its_place_and_no_sentence_is_asked_and_answered(text: str) -> None:
    article = read(text)
    check(article)
    found = interview(article)
    said = [one.sentence for one in found.said]
    assert said == sorted(set(said))
    assert found.asked.isdisjoint(article.sentences[at].id for at in said)


@pytest.mark.parametrize("surname", ["ORR", "LEE", "KIM"])
def test_a_surname_of_three_capitals_is_no_set_of_initials(surname: str) -> None:
    full = f"Eva {surname.title()}"
    text = f"""Port tariff

ANNA VALE, HOST: With us is the port's chief, {full}. Why did the tariff rise?

{full.upper()}, PORT CHIEF: I had to pay for the dredging.

VALE: Did the council know?

{surname}: I told it so in March.

VALE: Will it fall?

{surname}: No.
"""
    assert spoken(text) == f"2 ?, 1 {full}, 1 ?, 1 {full}, 1 ?, 1 {full}"


def test_a_transcript_without_blank_lines_keeps_its_turns_and_its_headline() -> None:
    text = """Eva Lind: ‘I had no choice’

Harbour Post: Why did the tariff rise?
Eva Lind: I had to pay for the dredging. It cost more than we knew.
Harbour Post: Did the council know?
Eva Lind: I told it so.
Harbour Post: Will it fall?
Eva Lind: No.
"""
    assert read(text).title == "Eva Lind: ‘I had no choice’"
    assert spoken(text) == "1 ?, 2 Eva Lind, 1 ?, 1 Eva Lind, 1 ?, 1 Eva Lind"
