"""HTML as Telegram reads it."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.markup import read_html, utf16
from simulator.refusals import Refused

READ = (
    ("<b>a</b>", "a", [("bold", 0, 1)]),
    ("<strong>a</strong><i>b</i><em>c</em>", "abc", [("bold", 0, 1), ("italic", 1, 1), ("italic", 2, 1)]),
    ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
    ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", n, 1) for n in range(3)]),
    ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ("<code>a</code><pre>b</pre>", "ab", [("code", 0, 1), ("pre", 1, 1)]),
    ('<pre><code class="language-py">b</code></pre>', "b", [("pre", 0, 1)]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ('<a href="https://x.id/?a=1&amp;b=2">a</a>', "a", [("text_link", 0, 1)]),
    ("<a href='tg://user?id=5'>a</a>", "a", [("text_mention", 0, 1)]),
    ("<B>a</b >", "a", [("bold", 0, 1)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("😀<b>é</b>", "😀é", [("bold", 2, 1)]),
    ("<b></b>a", "a", []),
    ("<b>a</>", "a", [("bold", 0, 1)]),
    ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "', []),
    ("&#60;&#x3C;&#128512;", "<<😀", []),
    ("&nbsp; &apos; & &#0; &#xD800;", "&nbsp; &apos; & &#0; &#xD800;", []),
    ("a > b", "a > b", []),
)


@pytest.mark.parametrize(("source", "plain", "entities"), READ)
def test_html_becomes_text_and_entities(source: str, plain: str, entities: list[tuple[str, int, int]]) -> None:
    text, found = read_html(source)
    assert (text, [(one["type"], one["offset"], one["length"]) for one in found]) == (plain, entities)


REFUSED = (
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("é<x>a</x>", 'Unsupported start tag "x" at byte offset 2'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("a <", "Unclosed start tag at byte offset 2"),
    ("1<2>3", 'Unsupported start tag "2" at byte offset 1'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("<b>a</b", "Unclosed end tag at byte offset 4"),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<a href>a</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ("<a =1>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ('<a href="x>a</a>', "Unclosed start tag at byte offset 0"),
    ("<script>alert(1)</script>", 'Unsupported start tag "script" at byte offset 0'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
)


@pytest.mark.parametrize(("source", "why"), REFUSED)
def test_wrong_html_is_refused_with_the_reason(source: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_html(source)
    assert refused.value.why == f"Bad Request: can't parse entities: {why}"


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANYTHING)
@settings(deadline=None)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert read_html(escape(text)) == (text, [])


@given(ANYTHING, st.sampled_from(["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"]))
@settings(deadline=None)
def test_escaped_text_in_a_tag_is_one_entity(text: str, tag: str) -> None:
    plain, entities = read_html(f"<{tag}>{escape(text)}</{tag}>")
    assert plain == text
    assert [(one["offset"], one["length"]) for one in entities] == ([(0, utf16(text))] if text else [])


@given(st.text("<>/&;ab=\" 'span#x\n😀"))
@settings(deadline=None)
def test_any_source_is_read_or_refused(source: str) -> None:
    reason, plain, entities = "", "", []
    try:
        plain, entities = read_html(source)
    except Refused as refused:
        reason = refused.why
    assert not reason or reason.startswith("Bad Request: can't parse entities: ")
    assert all(one["offset"] >= 0 and one["offset"] + one["length"] <= utf16(plain) for one in entities)
