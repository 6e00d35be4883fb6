"""Saved web pages as sites make them: what of a story is kept, who signed it and when, what goes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.read import article_from_bytes
from compare.read.formats.extracted import Extracted
from compare.read.formats.kinds import is_fragment
from compare.read.formats.web_page import read_web_page
from compare.read.letters.entities import decoded

TITLE = "Quay at Ostrand shut after crane falls"
STORY = (
    "A harbour crane fell across the main quay at Ostrand on Tuesday night, and three dockers were hurt.",
    "The port office closed the quay to all ships but the ferries, which will leave from the old pier.",
    "“We heard a crack like a gun,” said Mira Holt, a docker who was on the night shift with two others.",
    "The crane was built in 1988 and had passed its last inspection in April, the port’s own register says.",
    "The union called for all cranes of the kind to be stopped, and will meet the owners on Friday.",
)
WHOLE = list(STORY)


def page(inside: str, *, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{TITLE} | The Ostrand Echo</title>"
        f"{head}</head><body><header><a href=/>The Ostrand Echo</a><nav><a href=/n>News</a>"
        "<a href=/l>Already a subscriber? Sign in</a></nav><div>Wednesday, 3 July 2024</div></header>"
        f"{inside}<footer><p>© The Ostrand Echo</p><a href=/about>About us</a></footer></body></html>"
    ).encode()


def story(*, first: str = "", between: str = "", after: str = "", paragraphs: int = 5) -> str:
    """An article; `between` stands behind its second paragraph."""
    tags = [f"<p>{each}</p>" for each in STORY[:paragraphs]]
    return f"<article><h1>{TITLE}</h1>{first}{''.join(tags[:2])}{between}{''.join(tags[2:])}{after}</article>"


def taken(inside: str, *, head: str = "") -> Extracted:
    return read_web_page(page(inside, head=head))


def paragraphs_of(found: Extracted) -> list[str]:
    head, *below = found.text.rstrip("\n").split("\n\n")
    assert head == f"# {TITLE}"
    return below


# ------------------------------------------------------------------------------------------ text and links

LINKED = [
    f"<p><a href='/x'>{STORY[2]}</a></p>",
    f"<p><strong><a href='/x'>{STORY[2]}</a></strong></p>",
    f"<p><a href='https://example.org/x'><em><span>{STORY[2]}</span></em></a></p>",
    f"<div class=Wrap-x1><p><a href='/x'>{STORY[2]}</a></p></div>",
    f"<a href='/x'><p>{STORY[2]}</p></a>",
    f"<p><a href='/x'>{STORY[2][:40]}</a><a href='/y'>{STORY[2][40:]}</a></p>",
]


@pytest.mark.parametrize("linked", LINKED)
@pytest.mark.parametrize("at", range(6))
def test_a_linked_sentence_among_the_paragraphs_is_text(linked: str, at: int) -> None:
    rest = [f"<p>{each}</p>" for each in STORY if each != STORY[2]] * 2
    inside = f"<article><h1>{TITLE}</h1>{''.join([*rest[:at], linked, *rest[at:]])}</article>"
    assert paragraphs_of(taken(inside))[at] == STORY[2]


@pytest.mark.parametrize(
    "teaser",
    [
        "<p><a href='/x'>Port owners under pressure over old cranes</a></p>",
        "<p><strong><a href='/x'>Dockers mourn after a night of fear</a></strong></p>",
        "<p><a href='/x'>READ MORE: Owners knew of the cracks for two years, a former clerk says.</a></p>",
        "<p><a href='/x'>Read our full report on how the port spent its money last year.</a></p>",
        "<p><a href='/x'>Click here for the latest on the ferries, the pier and the roads.</a></p>",
        "<p><a href='/x'>Union to meet owners.</a></p>",
        "<h3><a href='/x'>How cranes are tested</a></h3>",
        "<a href='/x'><h3>How cranes are tested</h3><p>An engineer explains it.</p></a>",
        "<ul><li><a href='/x'>How cranes are tested</a></li><li><a href='/y'>The old pier</a></li></ul>",
    ],
)
def test_a_linked_line_that_is_no_sentence_of_the_story_goes(teaser: str) -> None:
    assert paragraphs_of(taken(story(between=teaser))) == WHOLE
    assert paragraphs_of(taken(story(after=teaser))) == WHOLE


def test_a_list_of_linked_summaries_below_the_story_goes() -> None:
    summaries = (
        "The council of Ostrand voted on Monday to close two of its five schools next year.",
        "Three ferries were late on Sunday after a storm broke a rail on the old pier again.",
    )
    related = "<h3>Related</h3>" + "".join(f"<p><a href=/x>{each}</a></p>" for each in summaries)
    assert not any(each in taken(story(after=related)).text for each in summaries)


def test_a_linked_headline_and_a_link_in_a_list_of_facts_stay() -> None:
    facts = (
        "<ul><li>It weighs 300 tons and stood since 1988.</li><li><a href=/x>Its maker is gone</a></li></ul>"
    )
    inside = story(after=facts).replace(f"<h1>{TITLE}</h1>", f"<h1><a href='/self'>{TITLE}</a></h1>")
    assert paragraphs_of(taken(inside)) == [
        *WHOLE,
        "It weighs 300 tons and stood since 1988.",
        "Its maker is gone",
    ]


BROKEN = {
    "one break": "<div class=story>{}</div>".format("<br>".join(STORY)),
    "two breaks": "<div>{}</div>".format("<br><br>\n".join(STORY)),
    "spans and breaks": "<div class=story>{}</div>".format(
        "<br>".join(f"<span class=x>{s}</span>" for s in STORY)
    ),
    "fonts": "<td>{}</td>".format("<br><br>".join(f"<font size=2>{s}</font>" for s in STORY)),
    "divs": "".join(f"<div>{s}</div>" for s in STORY),
    "divs of spans": "<div>{}</div>".format("".join(f"<div><span>{s}</span></div>" for s in STORY)),
    "first in a header": "<header><p class=lead>{}</p></header>{}".format(
        STORY[0], "".join(f"<p>{s}</p>" for s in STORY[1:])
    ),
    "first in a box of its own": "<div class=intro><p>{}</p></div><div class=article-body>{}</div>".format(
        STORY[0], "".join(f"<p>{s}</p>" for s in STORY[1:])
    ),
    "first in a header beside the text": "<header><div>{}</div></header><article>{}</article>".format(
        STORY[0], "".join(f"<p>{s}</p>" for s in STORY[1:])
    ),
    "first in a heading": "<h2>{}</h2>{}".format(STORY[0], "".join(f"<p>{s}</p>" for s in STORY[1:])),
    "first loose": "<div>{}{}</div>".format(STORY[0], "".join(f"<p>{s}</p>" for s in STORY[1:])),
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_a_story_is_whole_however_its_paragraphs_are_made(body: str) -> None:
    inside = f"<main><h1>{TITLE}</h1><p class=byline>By Ann Kee</p><time>3 July 2024</time>{body}</main>"
    found = taken(inside)
    assert paragraphs_of(found) == WHOLE
    assert (found.byline, found.published) == ("Ann Kee", "2024-07-03")


def test_a_heading_that_is_a_sentence_is_text_and_one_that_asks_is_a_heading() -> None:
    lead = "A crane fell across the quay at Ostrand on Tuesday, hurting three."
    asks = "Are the old cranes of the port really as safe as the owners say?"
    inside = f"<h2>{lead}</h2><p>{STORY[1]}</p><h2>{asks}</h2><p>{STORY[2]}</p>"
    found = paragraphs_of(taken(f"<main><h1>{TITLE}</h1>{inside}</main>"))
    assert found == [lead, STORY[1], f"## {asks}", STORY[2]]


WRAPS = st.sampled_from(
    [
        "<p>{}</p>",
        "<div>{}</div>",
        "<p><a href='/x'>{}</a></p>",
        "<p><span>{}</span></p>",
        "<div><p>{}</p></div>",
        "<blockquote><p>{}</p></blockquote>",
        "<section><p>{}</p></section>",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WRAPS, min_size=2, max_size=2), st.integers(0, 3))
def test_no_paragraph_is_lost_and_their_order_holds(wraps: list[str], at: int) -> None:
    made = [f"<p>{each}</p>" for each in STORY]
    made[at], made[at + 1] = wraps[0].format(STORY[at]), wraps[1].format(STORY[at + 1])
    assert paragraphs_of(taken(f"<article><h1>{TITLE}</h1>{''.join(made)}</article>")) == WHOLE


def test_a_picture_s_line_above_the_text_is_no_lead() -> None:
    caption = "A crane lies across the quay at Ostrand on Wednesday, as dockers look on from the old pier."
    box = f"<div><img src=x><p>{caption}</p></div><div class=article-body>{story(paragraphs=5)[9:-10]}</div>"
    box = f"<h1>{TITLE}</h1>{box.replace(f'<h1>{TITLE}</h1>', '')}"
    assert paragraphs_of(taken(f"<main>{box}</main>")) == WHOLE


def test_a_time_and_a_name_in_a_sentence_stay_in_it() -> None:
    line = "The first call came at <time datetime='2024-07-02T23:10'>11.10pm</time> on Tuesday, and was from "
    line += "<span class=author>Mira Holt</span> herself, <a rel=author href=/r>the police</a> said later."
    found = taken(story(first="<time>3 July 2024</time>", between=f"<p>{line}</p>"))
    assert "came at 11.10pm on Tuesday, and was from Mira Holt herself, the police said" in found.text
    assert (found.byline, found.published) == (None, "2024-07-03")


# -------------------------------------------------------------------------------------------------- posts

SIGNED = "&mdash; Port of Ostrand (@ostrandport) <a href='https://x.com/op/status/1'>July 2, 2024</a>"
TWEET = f"<blockquote class='twitter-tweet'><p>The quay is shut. Stay away. pic.twitter.com/a1</p>{SIGNED}"
TWEET += "</blockquote><script async src='https://platform.twitter.com/widgets.js'></script>"
QUOTED = ["“The quay is shut. Stay away.”", "— Port of Ostrand (@ostrandport) July 2, 2024"]


@pytest.mark.parametrize(
    "post",
    [
        TWEET,
        TWEET.replace(" class='twitter-tweet'", ""),
        f"<figure class='wp-block-embed'><div>{TWEET}</div></figure>",
        TWEET.replace("twitter-tweet", "bluesky-embed"),
    ],
)
def test_a_post_stands_in_quotation_marks(post: str) -> None:
    found = taken(story(between=post))
    assert paragraphs_of(found) == [*STORY[:2], *QUOTED, *STORY[2:]]
    assert found.note == "an embedded post stands in quotation marks"


@pytest.mark.parametrize(
    "post",
    [
        "<iframe src='https://www.facebook.com/plugins/post.php?href=x'></iframe>",
        "<iframe src='https://platform.twitter.com/embed/Tweet.html?id=1'></iframe>",
        "<div class='twitter-tweet twitter-tweet-rendered'><iframe title='X Post' src=x.html></iframe></div>",
        "<figure><iframe src='https://www.instagram.com/p/Ab1/embed/'></iframe></figure>",
        "<blockquote class='instagram-media'><a href=/x>View this post on Instagram</a></blockquote>",
        "<blockquote class='instagram-media'><p><a href=/x>A post shared by Port (@op)</a></p></blockquote>",
        "<amp-twitter data-tweetid=1></amp-twitter>",
    ],
)
def test_a_post_without_its_words_is_said_to_be_left_out(post: str) -> None:
    found = taken(story(between=post))
    assert (paragraphs_of(found), found.note) == (WHOLE, "an embedded post was left out")


@pytest.mark.parametrize(
    "other",
    [
        "<iframe src='https://ads.example.org/embed?x=1'></iframe>",
        "<iframe src='https://www.youtube.com/embed/x1' title='Video'></iframe>",
        f"<aside><h3>The port on X</h3>{TWEET}</aside>",
        f"<footer>{TWEET}</footer>",
    ],
)
def test_what_is_no_post_of_the_story_is_not_mentioned(other: str) -> None:
    found = taken(story(between=other))
    assert (paragraphs_of(found), found.note) == (WHOLE, None)


def test_a_post_with_a_caption_is_quoted_without_what_its_network_adds() -> None:
    post = "<blockquote class='instagram-media'><a href=/x>View this post on Instagram</a>"
    post += "<p>The pier is open.</p><p>A post shared by Port (@op) on July 2</p></blockquote>"
    assert paragraphs_of(taken(story(between=post))) == [*STORY[:2], "“The pier is open.”", *STORY[2:]]


def test_a_quotation_that_is_no_post_is_left_as_it_is() -> None:
    found = taken(
        story(between="<blockquote><p>The port regrets what happened to its people.</p></blockquote>")
    )
    assert paragraphs_of(found)[2] == "The port regrets what happened to its people."
    assert found.note is None


# ----------------------------------------------------------------------------------------- who and when


@pytest.mark.parametrize(
    "above",
    [
        "<p class=byline>By Ann Kee</p><time datetime='2024-07-03'>3 July 2024</time>",
        "<div class=meta><span class=author>By <a href=/k rel=author>Ann Kee</a></span> "
        "<time datetime='2024-07-03T08:00:00Z'>3 July 2024</time></div>",
        "<p>By Ann Kee | 3 July 2024</p>",
        "<div>By <span>Ann Kee</span>, <span>Chief reporter</span></div>"
        "<div class=timestamp>Published 5:32 PM EDT, Wed July 3, 2024</div>",
        "<div class=byline><b>By Ann Kee</b><br>Senior Harbour Correspondent</div><p>July 3, 2024</p>",
        "<address><a rel=author href=/k>Ann Kee</a></address>"
        "<span class=date content='2024-07-03'>1h ago</span>",
        "<span itemprop=author itemscope><span itemprop=name>Ann Kee</span></span>"
        "<meta itemprop=datePublished content='2024-07-03T23:00:00+02:00'>",
        "<p>Published: <time datetime='2024-07-03'>Wednesday</time></p><p>By Ann Kee</p>",
        "<div>Updated <time datetime='2024-07-05'>July 5, 2024</time>"
        " Published <time datetime='2024-07-03'>July 3, 2024</time></div><div class=authors>Ann Kee</div>",
        "<details><summary>Wed 3 Jul 2024 19.10 BST</summary>Last modified on Fri 5 Jul 2024 10.02 BST"
        "</details><address><a rel=author href=/k>Ann Kee</a> in Ostrand</address>",
        "<p>Updated July 5, 2024</p><p>July 3, 2024</p><p>By Ann Kee</p>",
        "<time class=updated datetime='2024-07-04'>July 4, 2024</time>"
        "<time class=entry-date datetime='2024-07-03'>July 3, 2024</time><p>by Ann Kee @annkee</p>",
    ],
)
def test_author_and_day_are_read_where_they_stand_and_are_no_sentences(above: str) -> None:
    found = taken(story(first=above))
    assert (found.byline, found.published) == ("Ann Kee", "2024-07-03")
    assert paragraphs_of(found) == WHOLE


def test_the_days_and_names_of_other_stories_are_not_taken() -> None:
    cards = (
        "<div class=card><p>By Tom Roe</p><time datetime='2024-01-01'>1 Jan 2024</time></div>"
        "<div class=comment><span class=author>Kit</span><time datetime='2024-07-04'>4 July 2024</time></div>"
    )
    teasers = "<p class=byline>By Tom Roe</p><p class=byline>By Eve Lund</p>"
    found = taken(story(first=cards, after=teasers))
    assert (found.byline, found.published) == (None, None)


def test_two_authors_are_two() -> None:
    both = "<p class=byline>By <a rel=author href=/k>Ann Kee</a> and <a rel=author href=/r>Tom Roe</a></p>"
    assert taken(story(first=both)).byline == "Ann Kee, Tom Roe"


def json_ld(*things: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(list(things))}</script>"


ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-07-03T23:30:00-05:00"}
PERSON = {"@type": "Person", "@id": "#ann", "name": "Ann Kee"}


@pytest.mark.parametrize(
    "head",
    [
        json_ld({"@graph": [{**ARTICLE, "author": {"@id": "#ann"}}, PERSON]}),
        json_ld({"@graph": [{**ARTICLE, "author": [{"@id": "#ann"}]}]}, PERSON),
        json_ld(PERSON, {**ARTICLE, "author": "#ann"}),
        json_ld({**ARTICLE, "author": {"@list": [{"@type": "Person", "name": ["By Ann Kee"]}]}}),
        json_ld({**ARTICLE, "creator": "Ann Kee"}),
        json_ld({"@type": "WebPage", "mainEntity": {**ARTICLE, "author": PERSON}}),
        json_ld({**ARTICLE, "headline": "Another", "author": "Tom Roe"}, {**ARTICLE, "author": PERSON}),
        json_ld({**ARTICLE, "dateModified": "2024-07-09", "author": PERSON}).replace(
            "ld+json'", "ld+json; charset=utf-8'"
        ),
        json_ld({**ARTICLE, "author": PERSON})
        .replace("json'>", "json'>//<![CDATA[\n")
        .replace("</s", "//]]></s"),
        "<meta name=parsely-author content='Ann Kee'>"
        "<meta name=parsely-pub-date content='2024-07-03T10:00:00Z'>",
        "<meta property='article:published_time' content='2024-07-03'>"
        "<meta name=author content='By Ann Kee'>",
        "<meta name='DC.date.issued' content='2024-07-03'><meta name='DC.creator' content='Ann Kee'>",
        "<meta name='sailthru.date' content='2024-07-03 10:00:00'>"
        "<meta name='sailthru.author' content='Ann Kee'>",
        "<meta name=byl content='By Ann Kee'><meta name=pubdate content='Wed, 03 Jul 2024 10:00:00 GMT'>",
    ],
)
def test_what_the_head_states_is_read_in_all_its_forms(head: str) -> None:
    found = taken(story(), head=head)
    assert (found.title, found.byline, found.published) == (TITLE, "Ann Kee", "2024-07-03")


def test_references_that_lead_in_circles_or_nowhere_end() -> None:
    head = json_ld(
        {**ARTICLE, "author": [{"@id": "#a"}, {"@id": "#gone"}]}, {"@id": "#a", "name": {"@id": "#a"}}
    )
    assert taken(story(), head=head).byline is None


def test_the_day_on_the_page_goes_before_that_of_greenwich() -> None:
    head = json_ld({**ARTICLE, "datePublished": "2024-07-04T01:30:00Z"})
    assert taken(story(first="<p>July 3, 2024, 9:30 p.m. ET</p>"), head=head).published == "2024-07-03"
    assert taken(story(first="<p>July 1, 2024</p>"), head=head).published == "2024-07-04"
    assert taken(story(), head=head).published == "2024-07-04"


def test_an_outlet_that_signs_its_own_story_gives_way_to_a_name() -> None:
    outlet = {"@type": "Organization", "name": "The Ostrand Echo"}
    head = json_ld({**ARTICLE, "author": outlet, "publisher": outlet})
    assert taken(story(first="<p>By Ann Kee</p>"), head=head).byline == "Ann Kee"
    assert taken(story(), head=head).byline == "The Ostrand Echo"


def test_a_short_stated_title_gives_way_to_the_heading_that_begins_with_it() -> None:
    assert taken(story(), head=json_ld({**ARTICLE, "headline": "Quay"})).title == TITLE


# ------------------------------------------------------------------------------------------------ paywalls


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (json_ld({**ARTICLE, "isAccessibleForFree": False}), True),
        (json_ld({**ARTICLE, "isAccessibleForFree": "False"}), True),
        (json_ld({**ARTICLE, "hasPart": {"isAccessibleForFree": "https://schema.org/False"}}), True),
        (json_ld({**ARTICLE, "hasPart": [{"name": "x"}, {"isAccessibleForFree": False}]}), True),
        ("<meta itemprop=isAccessibleForFree content=false>", True),
        ("<meta property='article:content_tier' content='locked'>", True),
        ("<meta property='article:content_tier' content='free'>", False),
        (json_ld({**ARTICLE, "isAccessibleForFree": True}), False),
        (json_ld(ARTICLE), False),
    ],
)
def test_a_page_that_says_it_is_not_free_may_be_cut_off(head: str, said: bool) -> None:  # noqa: FBT001
    assert taken(story(paragraphs=2), head=head).cut_off is said


@pytest.mark.parametrize(
    "box",
    [
        "<p>To read on, please subscribe or sign in.</p>",
        "<div class=paywall><p>Subscribe to continue reading</p></div>",
        "<aside class='c-regwall'><h2>Register to keep reading</h2></aside>",
        "<div class=gate><h2>Keep reading for $1</h2></div>",
    ],
)
def test_an_invitation_to_subscribe_is_no_heading_and_says_that_the_text_may_be_cut_off(box: str) -> None:
    found = taken(story(after=box, paragraphs=2))
    assert found.cut_off
    assert "## " not in found.text
    _, notes = article_from_bytes(page(story(after=box, paragraphs=2)), name="a", label="A")
    (note,) = [note for note in notes if note.code == "cut-off"]
    assert note.text.endswith("its text may be cut off")


@pytest.mark.parametrize(
    "harmless",
    [
        "<p>Subscribers to the port’s messages were told at midnight that they had to use the old pier.</p>",
        "<div class=newsletter><p>Sign up to our newsletter</p></div>",
        "<div style='display:none' class=paywall><p>Subscribe to continue reading</p></div>",
    ],
)
def test_a_menu_a_newsletter_and_a_hidden_wall_cut_nothing_off(harmless: str) -> None:
    assert not taken(story(after=harmless)).cut_off


# ------------------------------------------------------------------------------------- hidden text and junk


@pytest.mark.parametrize(
    "junk",
    [
        "<p hidden>Words that nobody sees on a screen, written for machines to read out.</p>",
        "<div style='color:red; display : none'><p>Words that nobody sees, written for machines.</p></div>",
        "<p aria-hidden=true>Words that nobody sees on a screen, written for machines to read.</p>",
        "<p style='font-size:0'>Words that nobody sees on a screen, written for machines to read.</p>",
        "<p style='position:absolute;left:-9999px'>Words that nobody sees on any screen at all here.</p>",
        "<p><span class='sr-only'>Words for those who hear the page, and for no other.</span></p>",
        "<div class='image__caption'>The quay on Wednesday morning, with the crane across it.</div>",
        "<p class='story-caption'>A man looks at the crane on Wednesday.</p>",
        "<div class='video-stub'>WATCH 02:14 How the crane fell</div>",
        "<div class='article-promo'><p>Get the Echo at your door for less than a coffee a week.</p></div>",
        "<div class='author-bio'><p>Ann Kee is a reporter for the Echo. She covers the port.</p></div>",
        "<div class='c-newsletter-signup'><p>Get the day’s news from the port in your inbox.</p></div>",
    ],
)
def test_what_nobody_sees_and_what_stands_around_goes(junk: str) -> None:
    assert paragraphs_of(taken(story(between=junk))) == WHOLE


@pytest.mark.parametrize(
    "around", ["<div hidden>{}</div>", "<div aria-hidden=true>{}</div>", "<div style='display:none'>{}</div>"]
)
def test_a_page_saved_before_it_showed_its_story_is_read(around: str) -> None:
    assert paragraphs_of(taken(around.format(story()))) == WHOLE


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("It&#8217;s &#8220;shut&#8221; &mdash; for now", "It’s “shut” — for now"),
        ("the port&rsquo;s caf&eacute;", "the port’s café"),
        ("&quot;No,&quot; she said", '"No," she said'),
        ("Roe &amp; Sons, R&amp;D", "Roe & Sons, R&D"),
        ("twice: it&amp;#8217;s", "twice: it’s"),
        ("write &amp; for an ampersand", "write &amp; for an ampersand"),
        ("AT&T; R&D", "AT&T; R&D"),
    ],
)
def test_what_was_escaped_twice_is_decoded_where_that_is_sure(text: str, meant: str) -> None:
    assert decoded(text).text == meant


def test_double_escapes_are_decoded_in_text_and_title() -> None:
    twice = TITLE.replace("crane", "port&amp;#8217;s crane")
    found = taken(
        story(between="<p>It&amp;#8217;s shut, Holt &amp;amp; Sons said.</p>").replace(TITLE, twice)
    )
    assert "It’s shut, Holt & Sons said." in found.text
    assert "## Quay at Ostrand shut after port’s crane falls" in found.text


# --------------------------------------------------------------------------------------------- fragments

P = [f"<p>{each}</p>" for each in STORY]


@pytest.mark.parametrize(
    "piece",
    [
        "".join(P),
        "\n\n".join(P),
        "<p>" + "<p>".join(STORY),
        f"<div class=story>{'<br><br>'.join(STORY)}</div>",
        f"<ARTICLE>{''.join(P)}</ARTICLE>",
        "<br>".join(f"<span>{each}</span>" for each in STORY),
        "".join(f"<!-- wp:paragraph -->\n{each}\n<!-- /wp:paragraph -->\n" for each in P),
        f"<div class=entry>{'<br>'.join(STORY[:3])}</div>{P[3]}<div id=x>{P[4]}</div>",
        f"<meta charset=utf-8><section>{''.join(P)}</section>",
        f"\ufeff \n<img src=x>{''.join(P)}",
        "<br><br>".join(STORY),
        f"{STORY[0]}</p>\n{''.join(P[1:])}",
    ],
)
def test_a_piece_of_a_page_is_read_as_one(piece: str) -> None:
    article, notes = article_from_bytes(piece.encode(), name="a", label="A")
    assert article.text == "\n\n".join(STORY) + "\n"
    assert [note.code for note in notes] == ["text-taken"]


@pytest.mark.parametrize(
    "text",
    [
        STORY[0],
        f"<p>{STORY[0]}",
        f"<b>Note:</b> {STORY[0]} <i>Nobody</i> was killed.",
        f"<3 is what the port wrote. {STORY[0]}",
        f"<https://example.org/quay>\n\n{STORY[0]}",
        f"<The Ostrand Echo> {STORY[0]}",
        f"<p align=center><img src=x></p>\n\n# {TITLE}\n\n{STORY[0]}\n\n{STORY[1]}",
        f"<div align=center>\n\n# {TITLE}\n\n</div>\n\n" + "\n\n".join(STORY),
        f"<p> opens a paragraph, </p> closes it: so the manual says.\n\n{STORY[0]}",
        f"<!-- a note -->\n{STORY[0]}\n\n<p>One</p>\n\n{STORY[1]}",
        f"{STORY[0]} <p>{STORY[1]}</p> <p>{STORY[2]}</p>",
        f"<br>\n{STORY[0]}",
        f"{STORY[0]} The tag is </p>, and <br> breaks a line.",
        f"{STORY[0]}<br><br>\n\n{STORY[1]}<br><br>\n\n{STORY[2]}",
    ],
)
def test_a_text_with_tags_in_it_is_no_page(text: str) -> None:
    assert not is_fragment(text.encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_piece_or_not(noise: bytes) -> None:
    assert is_fragment(b"<p>" + noise) in {True, False}
    assert not is_fragment(b"x" + noise)
