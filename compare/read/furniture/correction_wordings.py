"""The wordings of notes on the article itself: their labels, how they open, how they go on.

They are those of British and American papers and agencies. Of the notes that they find in 821 real articles,
each was read through for sentences of the report.
"""

from __future__ import annotations

import re

from compare.read.asked import AnyOf, Asked

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH}"
    rf" \d{{1,2}}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})(?:,? \d{4})?"
)
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?"
_WHEN = rf"(?:,? (?:on |at )?\(?(?:{_CLOCK},? )?{_DAY}(?:,? (?:at )?{_CLOCK})?\)?|,? (?:at )?{_CLOCK})?"
# Nouns that in news mean the text itself; a report, a page or a text may be another's.
_OWN = (
    r"(?:article|story|post|blog post|piece|column|obituary|headline|caption|live ?blog|newsletter|op-ed"
    r"|podcast|dispatch|editorial|essay|explainer|feature|news release|press release|interview|item)"
)
_ANY = (
    rf"(?:{_OWN}|report|page|version|text|review|copy|video|graphic|chart|map|transcript|alert|lead|recipe)"
)
_PART = (
    r"(?:headline|caption|photo|photograph|picture|image|quote|quotation|figure|name|spelling|date|graphic"
    r"|chart|map|reference|number|paragraph|title|description|attribution|byline|standfirst|link|table"
    r"|statistic)"
)
_THIS = r"(?:this|our)(?: [\w-]+){0,2}"
_DONE = (
    r"(?:updated|corrected|amended|edited|clarified|revised|changed|modified|altered|refiled|re-edited"
    r"|republished|reworded|adjusted|expanded|appended)"
)
_EARLIER = r"(?:earlier|previous|original|prior|initial|first|older|former|print|online|published)"
_WRONG = (
    r"(?:incorrect(?:ly)?|wrong(?:ly)?|erroneous(?:ly)?|mistaken(?:ly)?|inaccurate(?:ly)?|mis(?:stat"
    r"|identif|spel|quot|attribut|represent|report|characteri|labe|interpret|nam|t?old)\w*|in error)"
)
_TELLS = (
    r"(?:said|stated|gave|reported|referred|contained|omitted|included|suggested|described|listed|named"
    r"|quoted|identified|used|implied|indicated|claimed|put|had|was|did|should|also|inaccurately"
    r"|overstated|understated)"
)

# What opens a note and what stands in each, in small letters (see asked.py).
_LABELS = ("correct", "clarif", "errat", "errors and", "editor")
_WEAK_LABELS = (
    *("update", "for the record", "note", "amend", "corrected", "clarified", "revised", "edit", "eds"),
    *("apology", "retraction", "important", "disclaimer"),
)
_MISTAKEN = (
    *("incorrect", "wrong", "erroneous", "mistaken", "inaccurate", "misstat", "misident", "misspel"),
    *("misquot", "misattrib", "misrepres", "misreport", "mischar", "mislabe", "misinterp", "misnam"),
    *("mistold", "misold", "in error"),
)
_MENDED = (
    *(f"{mended} in" for mended in ("corrected", "amended", "clarified", "incorrect", "incorrectly")),
    *(f"{wrong} in" for wrong in ("wrong", "wrongly", "mistaken", "mistakenly", "inaccurate", "in error")),
    *(f"{wrong} in" for wrong in ("inaccurately", "erroneous", "erroneously")),
    *(word for word in _MISTAKEN if word.startswith("mis") and word != "mistaken"),
    *(
        f"{text} of {own}"
        for text in ("version", "versions", "edition", "editions")
        for own in ("this", "our")
    ),
)
_BEFORE = (
    *("earlier", "previous", "original", "prior", "initial", "first", "older", "former", "print", "online"),
    "published",
)
_OWNED = (
    *_MISTAKEN,
    *("correct", "amended", "clarif", "updated", "edited", "revised", "changed", "modified", "altered"),
    *("refiled", "republished", "reworded", "adjusted", "expanded", "appended", "deleted", "removed"),
    *("added", "footnote", "replaces", "fixes ", "restores ", "deletes ", "regret", "apolog", "been asked"),
    *("originally ", "previously ", "initially ", "version", "edition", "headline", "caption", "draft"),
    *("we said", "we stated ", "we reported ", "we wrote ", "we suggested ", "we named", "we described"),
    *("editing error", "production error", "typing error", "transcription error"),
    *("error, ", "mistake, ", "oversight, ", "misunderstanding, "),
)
_OWNING = (
    *("we ", "we’", "in a", "on a", "by a", "a ", "an "),
    *("this ", "our ", "story ", "article ", "post ", "page "),
    *("in the ", "on the ", "by the ", "the ", "in our ", "on our ", "by our ", "in some ", "on some "),
    *("by some ", "in two ", "on two ", "by two ", "some ", "two ", "because of a", "due to a", "owing to a"),
    *("as a result of a", "through a", "footnote ", "updated ", "amended ", "corrected ", "clarified "),
    *("revised ", "edited "),
    *(f"{where}{earlier} " for where in ("", "in ", "on ", "by ") for earlier in _BEFORE),
)
_REVISES = (
    *("correct", "updat", "adds", "recasts", "refile"),
    *("removes", "fixes", "clarifies", "deletes", "rewrites"),
    *("writes through", "writethru", "amends", "drops", "inserts", "restores", "rewords", "repeats"),
)

_CHANGED = (
    *("updated", "corrected", "amended", "edited", "clarified", "revised", "changed", "modified", "altered"),
    *("refiled", "republished", "reworded", "adjusted", "expanded", "appended"),
)
_WE_MISTAKEN = tuple(f"we {wrong}" for wrong in _MISTAKEN)
_OWN_OPENS = (
    *("article", "story", "post", "blog post", "piece", "column", "obituary", "headline", "caption", "live"),
    *("newsletter", "op-ed", "podcast", "dispatch", "editorial", "essay", "explainer", "feature"),
    *("news release", "press release", "interview", "item"),
)


def _note(pattern: str, *, words: tuple[str, ...] = ("",), opens: tuple[str, ...] = ("",)) -> Asked:
    return Asked(pattern, words=words, opens=opens, flags=re.IGNORECASE)


LABEL = Asked(
    rf"(?:corrections?(?: (?:and|&) clarifications?|(?: notice)? appended)?|errors and omissions"
    rf"|clarifications?|correction notice|corrected version"
    rf"|errat(?:um|a)|editor(?:s|’s|'s|s’|s')?(?:’|')? note|editorial note|editor(?:’|')s? comment){_WHEN}"
    r"(?P<mark>:| [–—-]|[–—]|$)\s*",
    opens=_LABELS,
    flags=re.IGNORECASE,
)
# Labels that stand over news as well: a note only where what follows speaks of the article.
WEAK_LABEL = Asked(
    rf"(?:updated?s?|for the record|note(?: to (?:our )?readers)?|amend(?:ed|ment)|corrected|clarified"
    rf"|revised|edited|edit|eds|editors|apology|retraction|important|disclaimer){_WHEN}(?P<mark>:| [–—-]"
    rf"|[–—]|$| to )\s*",
    opens=_WEAK_LABELS,
    flags=re.IGNORECASE,
)
# Where somebody is quoted with it, the news tells of it.
_UNTOLD = r"(?![^.]{0,200}\b(?:said|says|told|heard|according)\b)"
# How a desk owns up to what it printed, asked to or not.
NOTED = (
    _note(
        r"we (?:have|(?:’|')ve) been asked (?:by [^.]{1,60} )?to (?:make (?:it )?clear|point out|clarify"
        r"|state) that\b",
        words=("been asked",),
    ),
    _note(
        rf"in an? (?:{_OWN}|report)\b[^.]{{0,80}}\bwe (?:{_WRONG}|(?:said|stated|reported|wrote|suggested)"
        r" (?:that|the|it|he|she|they|there|an?|in|m(?:r|s|rs))\b|described|named)",
        words=(
            "we said",
            "we stated ",
            "we reported ",
            "we wrote ",
            "we suggested ",
            "we named",
            "we described",
            *_WE_MISTAKEN,
        ),
    ),
    _note(
        rf"(?:an?|the) (?:(?:photo |picture )?caption with an? )?(?:article|column|obituary|story) (?:on|in"
        rf"|about|published)\b{_UNTOLD}[^.]{{0,100}} (?:mis(?:stat|identif|spel|quot|attribut)\w+"
        r"|(?:incorrectly|erroneously) (?:said|stated|reported|gave|referred|described|identified|named))\b",
        words=(
            " misstat",
            " misident",
            " misspel",
            " misquot",
            " misattrib",
            " incorrectly ",
            " erroneously ",
        ),
    ),
    _note(
        rf"the (?:headline|caption|standfirst|(?:\w+ )?paragraph)(?: (?:on|of|in) {_THIS} {_OWN})? (?:has"
        rf"|was)(?: (?:since|now|been))* {_DONE} to (?:reflect|make (?:it )?clear|remove|correct|clarify|say)"
        rf"\b{_UNTOLD}",
        words=("headline", "caption", "standfirst", "paragraph"),
    ),
    _note(
        r"(?-i:The (?:[A-Z][\w’'-]{1,30} ){0,3}(?:Times|Post|Courier|Herald|Tribune|Journal|Gazette|News"
        r"|Telegraph"
        r"|Chronicle|Press|Observer)) regrets (?:the|this|these) (?:errors?|mistakes?)\.?$",
        words=(" regrets ",),
    ),
    _note(
        rf"(?:an? )?footnote (?:was |has been )?added(?: (?:on )?{_DAY})?(?::| to (?:make (?:it )?clear"
        r"|clarify|explain)\b)",
        words=("footnote",),
    ),
    _note(
        rf"we (?:have )?(?:since |now )?(?:deleted|removed) an? {_EARLIER} (?:tweet|post|alert|version)\b",
        words=("deleted a", "removed a"),
    ),
    _note(
        rf"an? {_EARLIER} (?:tweet|post|(?:push |news )?alert)\b{_UNTOLD}[^.]{{0,60}}\b"
        rf"(?:{_WRONG}|the wrong)\b",
        words=_MISTAKEN,
    ),
    _note(
        r"an? (?:editing|production|transcription|typing|subediting) error (?:led|meant|resulted|caused)\b"
        rf"{_UNTOLD}[^.]{{0,160}}\b(?:article|story|headline|caption|{_EARLIER} (?:version|edition))\b",
        words=("error led", "error meant", "error resulted", "error caused"),
    ),
    _note(rf"this (?:version )?replaces an? {_EARLIER} (?:version|story|item)\b", words=("replaces a",)),
)
OPENING = AnyOf(
    *NOTED,
    # This article was amended on 12 June 2024 / (This June 6 story has been refiled to fix ...)
    _note(
        rf"{_THIS} {_OWN}(?:(?:’|')s {_PART})?(?: \([^()]{{1,60}}\)"
        r"|,? (?:(?:which )?was )?(?:first|originally) published [^,.]{1,60}(?:,| and))?"
        rf" (?:has|was|have|is)(?: (?:since|now|also|subsequently|been|being|later|twice)){{0,3}}"
        rf" {_DONE}"
        r"(?=[.,;:)\]]|$| (?:to|with|on|at|since|throughout|because|after|following|for(?! (?:length"
        r"|clarity|brevity|space|style)\b)|as|due|online|from|and|several|in (?:order|response|light"
        r"|accordance|line|the (?:\w+ )?(?:paragraph|headline|caption)))\b)",
        words=_CHANGED,
        opens=("this ", "our "),
    ),
    _note(
        rf"this (?:report|page|text|copy|version|review|video) (?:has been|was)(?: last)? {_DONE}"
        rf" (?:on|at) (?:{_CLOCK},? )?(?:{_DAY}|\d)"
        r"[^.]{0,30} (?:to|with)\b",
        words=tuple(f"{changed} {when}" for changed in _CHANGED for when in ("on ", "at ")),
        opens=("this ",),
    ),
    _note(
        rf"this (?:report|page|text|copy|review|video|graphic|chart|map|transcript) has (?:since |now"
        rf" )?been {_DONE}"
        r"(?=[.;:)\]]|$| (?:to|with|since|throughout|because|after|following|for)\b)",
        words=(" been ",),
        opens=(
            "this report",
            "this page",
            "this text",
            "this copy",
            "this review",
            "this video",
            "this graphic",
            "this chart",
            "this map",
            "this transcript",
        ),
    ),
    _note(
        rf"the {_OWN} has (?:since |now )?been (?:(?:updated|corrected|clarified) to (?:reflect"
        rf"|include|correct|show"
        r"|clarify|make (?:it )?clear|say|remove|add|state|note|indicate)|amended to (?:make (?:it"
        r" )?clear|clarify|correct|reflect))\b",
        words=("updated to ", "corrected to ", "clarified to ", "amended to "),
        opens=("the ",),
    ),
    _note(
        rf"(?:story|article|post|page) (?:last )?{_DONE} (?:on|at) (?:{_DAY}|\d)[^.]{{0,40}} (?:to"
        rf"|with)\b",
        words=_CHANGED,
        opens=("story ", "article ", "post ", "page "),
    ),
    _note(
        rf"(?:in )?our (?:[\w-]+ )?{_OWN}\b[^.]{{0,80}}\b(?:{_WRONG}|we said)\b",
        words=("we said", *_MISTAKEN),
        opens=("our ", "in our "),
    ),
    # An earlier version of this article said ... / A caption on this story misidentified ...
    _note(
        rf"(?:in |on |by )?(?:(?:an?|the|our|some|two) (?:\w+ ?)?)?{_EARLIER} (?:\w+ )?(?:versions?"
        rf"|editions?|headlines?|captions?|drafts?) (?:of|on|for|to|in) {_THIS} {_ANY}(?=\s|,(?! seen|"
        rf" obtained| reviewed)|[.;:]|$)",
        words=tuple(f" {by} {whose} " for by in ("of", "on", "for", "to", "in") for whose in ("this", "our")),
    ),
    _note(
        rf"(?:in |on |by )?(?:an?|the) {_EARLIER} (?:version|edition|headline|caption) of the"
        rf" {_OWN}[\w ]{{0,40}} {_WRONG}\b",
        words=_MISTAKEN,
    ),
    _note(rf"(?:an?|the) {_EARLIER} (?:version|headline|caption)[\w ]{{0,40}} {_WRONG}\b", words=_MISTAKEN),
    _note(
        rf"(?:an?|the)(?: [\w’'-]+){{0,4}} {_PART}s?(?: [\w’'-]+){{0,3}} (?:with|in|on|of|accompanying"
        rf"|to|for|atop) (?:an? {_EARLIER} version of )?this {_OWN} (?:(?:has|have|was|were"
        rf"|originally)\b[^.]{{0,60}}(?:{_DONE}|{_WRONG})|{_WRONG})\b",
        words=tuple(f" this {own}" for own in _OWN_OPENS),
        opens=("a ", "an ", "the "),
    ),
    _note(
        rf"(?:because of|due to|owing to|as a result of|through) an? (?:[\w-]+ ){{0,3}}(?:error"
        rf"|mistake|oversight|misunderstanding), (?:[^.]{{0,80}}(?:{_THIS} {_OWN}|{_EARLIER} version)"
        rf"|we )\b",
        words=("error, ", "mistake, ", "oversight, ", "misunderstanding, "),
    ),
    _note(
        rf"{_THIS} {_OWN}(?:,? (?:when )?(?:first|originally)(?: published)?[^,.]{{0,40}},?|"
        rf" previously| initially| had| has)? (?:{_WRONG}|originally {_TELLS}|previously {_TELLS}"
        rf"|initially {_TELLS})\b",
        words=("originally ", "previously ", "initially ", *_MISTAKEN),
        opens=("this ", "our "),
    ),
    _note(
        rf"in an? (?:article|story|column|report) [^.]{{0,60}}(?:{_DAY}|published"
        rf"|about)[^.]{{0,160}}(?:reported|said|stated|we)? ?{_WRONG}\b",
        words=_MISTAKEN,
        opens=("in a",),
    ),
    # We originally reported that ... / We have corrected this story
    _note(
        rf"we (?:had |have |(?:’|')ve )?(?:originally|{_WRONG}) (?:reported|said|stated|wrote"
        rf"|published|suggested"
        r"|claimed) (?:that|the)\b",
        words=("originally ", *_MISTAKEN),
        opens=("we",),
    ),
    _note(
        rf"we (?:had |have )?(?:{_WRONG}|originally) (?:gave|identified|described|referred|attributed"
        rf"|quoted|named|listed)\b",
        words=("originally ", *_MISTAKEN),
        opens=("we",),
    ),
    _note(
        rf"we (?:have |(?:’|')ve )?(?:since |now )?{_DONE} (?:{_THIS}|the) (?:{_OWN}|text|copy)\b",
        words=tuple(f"{changed} {what} " for changed in _CHANGED for what in ("this", "our", "the")),
        opens=("we",),
    ),
    _note(
        r"we (?:regret|apologi[sz]e for) (?:the|this|these|any|our) (?:errors?|mistakes?|confusion"
        r"|inaccurac(?:y|ies))\b",
        words=("regret ", "apologi"),
        opens=("we ",),
    ),
    _note(
        rf"we (?:have )?(?:since |now )?(?:removed|deleted|added) [^.]{{1,60}} (?:from|to) (?:this|our"
        rf"|the) {_OWN}\b",
        words=("removed ", "deleted ", "added "),
        opens=("we ",),
    ),
    # What agencies write
    _note(
        r"this (?:version|story|item|article) (?:corrects|clarifies|CORRECTS|fixes|restores|deletes)"
        r" (?:the )?(?:\w+ )?(?:spelling|name|number|figure|date|day|paragraph|quot|attribution|title"
        r"|age|headline|typo|style|byline|reference|that|to)\w*",
        words=("corrects ", "clarifies ", "fixes ", "restores ", "deletes "),
        opens=("this ",),
    ),
    _note(
        r"(?:this|the following) is an? (?:corrected|updated|amended|revised|edited) version of (?:an?"
        r"|this|the|our)"
        rf" (?:\w+ ){{0,3}}{_OWN}\b",
        words=(" version of ",),
    ),
    _note(
        r"the following (?:correction|clarification|apology) (?:was|is|appeared|ran)\b",
        opens=("the following ",),
    ),
    _note(
        rf"an? (?:correction|clarification) (?:was|has been) (?:made|added|appended|published"
        rf"|issued){_WHEN}(?=:| to this )",
        words=("correction ", "clarification "),
        opens=("a ", "an "),
    ),
    _note(
        rf"(?:amended|corrected|clarified|updated|revised|edited) (?:on |at )?{_DAY}(?:,? (?:at"
        rf" )?{_CLOCK})?(?: to |: | [–—-] )",
        opens=("amended ", "corrected ", "clarified ", "updated ", "revised ", "edited "),
    ),
    _note(
        rf"updated (?:to|with|throughout)\b[^.]{{0,120}}\b(?:{_THIS}|headline|paragraphs?|caption"
        rf"|comments?|statement|details"
        r"|reflect|add|include|clarify|correct)\b[^.]{0,120}",
        opens=("updated ",),
    ),
    words=_OWNED,
    opens=_OWNING,
    flags=re.IGNORECASE,
)
# (Corrects number of dead in paragraph 1)
BRACKETED = Asked(
    r"[(\[](?:corrects?|corrected|correcting|updates|updated (?:with|to|throughout)|adds|recasts|refiles?"
    r"|removes|fixes|clarifies|deletes|rewrites|writes through|writethru|amends|drops|inserts|restores"
    r"|rewords"
    r"|repeats)\b[^()\[\]]{2,240}[)\]]\.?",
    opens=tuple(f"{sign}{verb}" for sign in "([" for verb in _REVISES),
    flags=re.IGNORECASE,
)
MENTIONED = Asked(
    rf"\b(?:corrected|amended|clarified) in {_THIS} {_OWN}\b|\b(?:{_EARLIER}) (?:\w+ )?(?:versions?"
    rf"|editions?) of (?:this|our) (?:\w+ )?{_OWN}\b|\b{_WRONG} in"
    rf" {_THIS} {_OWN}\b",
    words=_MENDED,
    flags=re.IGNORECASE,
)
OF_THE_TEXT = Asked(
    rf"\b(?:{_THIS} {_ANY}|{_EARLIER} (?:version|headline|caption)|the (?:article|story|headline|caption)"
    rf"|we (?:\w+ )?(?:said|reported|stated|wrote|apologi[sz]e|regret)|adds?|recasts|{_WRONG}|corrected"
    rf"|as (?:(?:first|originally|previously|we) )?(?:reported|stated|published)|updated (?:to|with))\b",
    flags=re.IGNORECASE,
)
GOES_ON = Asked(
    r"(?:this|these|it|both|the (?:error|mistake|article|story|text|headline|figure|post|piece)s?)(?:"
    r" (?:has|have|was|were|are"
    rf"|is)(?: (?:since|now|also|been|both))*) {_DONE}\b|it(?:’|')s (?:(?:since|now|also) )?been {_DONE}\b"
    rf"|the correct (?:\w+ ){{1,3}}(?:is|are|was|were)\b"
    rf"|in fact,? |we (?:regret"
    r"|apologi[sz]e|are sorry|are happy)|[\w .’'&-]{1,40} (?:regrets|apologi[sz]es for) (?:the|this|any)"
    r"|it (?:is|was) [^.]{1,60}, not |(?:an?|the) (?:earlier|previous|original) version\b|[^.]{1,120}, not"
    r" [^.]{1,60}\.$",
    flags=re.IGNORECASE,
)
HEADLINE_LABEL = re.compile(
    r"\(?(?:CORRECT(?:ED|ION|ING|S)|REFILED?|CLARIFICATION|AMENDED)(?: \d{1,2})?\)?(?: ?[-–—:] ?| )(?=\S)"
    r"|Corrected: (?=\S)"
)
HEADLINE_TAIL = Asked(
    rf"\s[(\[](?:CORRECTED|corrected|Corrected|updated|UPDATED|Updated)[)\]]$|\s(?:{BRACKETED.pattern})$",
    words=tuple(f"{sign}{verb}" for sign in "([" for verb in _REVISES),
    flags=re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]{0,2}\s+(?=[\"“‘(\[]?[A-Z])")
EDGES = re.compile(r"[\s*_•·†‡>([–—-]{0,6}")
DATED = Asked(
    rf"(?:{_CLOCK},? )?{_DAY}(?:,? (?:at )?{_CLOCK})?(?:,? [a-z]{{3,6}}day)?[.:]?", flags=re.IGNORECASE
)
# UPDATE 4:30 p.m.: Adds comment / After publication, this story was updated
CHANGES = re.compile(r"(?:adds|recasts|updates|corrects|removes|fixes|rewrites|clarifies)\b", re.IGNORECASE)
PUBLISHED = re.compile(
    r"(?:after|since|following|upon) (?:its |initial |first |the )?publication,? ", re.IGNORECASE
)
EDITOR = re.compile(r"editor", re.IGNORECASE)
OWNING = re.compile(r"apology|retraction", re.IGNORECASE)
FINISHED = re.compile(r"[.!?][\"”’')\]*_]{0,3}$")
CLARIFIES = Asked(
    r"clarif|this \w+ (?:was|has been) (?:updated|amended|edited) to clarify\b", flags=re.IGNORECASE
)
CORRECTS = Asked(
    rf"\b(?:correct|{_WRONG}|errat|error|mistake|amend|refile|fixes|misstated|originally (?:said|reported"
    rf"|stated)|regret|{_EARLIER} (?:version|headline|caption)s? )",
    flags=re.IGNORECASE,
)
UPDATES = Asked(r"\b(?:updat|adds\b|recasts\b|revised|changed|edited on|expanded)", flags=re.IGNORECASE)
