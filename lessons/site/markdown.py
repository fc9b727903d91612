"""From the lessons' text to HTML. Formulas become MathML, which browsers draw by themselves."""

import re
from typing import Any

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.dollarmath import dollarmath_plugin


def html(text: str) -> Markup:
    """Return Markdown as HTML. HTML in the text stays text; other lessons become other handouts.

    >>> html("So *far*, see [02](02_derivatives.ipynb).")
    Markup('<p>So <em>far</em>, see <a href="02_derivatives.html">02</a>.</p>\\n')
    """
    return Markup(re.sub(r'(href="\d\d_\w+)\.ipynb"', r'\1.html"', MARKDOWN.render(_open(text))))


def line(text: str) -> Markup:
    """Return one line of Markdown as HTML that can stand inside a sentence.

    >>> line("say what $z$ is")  # doctest: +ELLIPSIS
    Markup('say what <span class="math inline"><math ...<mi>z</mi>...</math></span> is')
    """
    return Markup(MARKDOWN.renderInline(text))


def _open(text: str) -> str:
    """Open the folds: paper has none.

    >>> _open("<details><summary>Why?</summary> So.</details>")
    '**Why?** So.'
    """
    return re.sub("</?details>", "", re.sub("</?summary>", "**", text))


def _formula(latex: str, options: dict[str, Any]) -> str:
    """Return a formula as MathML, with := in one piece and room after a log.

    >>> "<mo>:=</mo>" in _formula("b := 1", {"display_mode": False})
    True
    """
    mathml = convert(latex, display="block" if options["display_mode"] else "inline")
    mathml = mathml.replace("<mi>:</mi><mo>&#x0003D;</mo>", "<mo>:=</mo>")
    return re.sub("<mi>log</mi>(?=<m[in]>)", r'\g<0><mspace width="0.17em" />', mathml)


MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
dollarmath_plugin(MARKDOWN, renderer=_formula, double_inline=True, allow_labels=False)
