"""A page as a reader or a machine finds it: its elements, texts and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


@dataclass
class Element:
    """One element with its attributes and the text in it, children's included."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    ancestors: tuple[Element, ...] = field(default=(), repr=False)

    def has(self, name: str) -> bool:
        """Whether ``name`` is one of its classes."""
        return name in self.attributes.get("class", "").split()


class Page(HTMLParser):
    """The elements of a page, in order. Fails on tags that do not close as they should."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(data.decode("utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs}, ancestors=tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, name: str = "") -> list[Element]:
        """The elements ``tag`` (with the class ``name``)."""
        return [each for each in self.elements if each.tag == tag and (not name or each.has(name))]

    def texts(self, tag: str, name: str = "") -> list[str]:
        """The texts of those elements, blanks at their ends off."""
        return [" ".join(each.text.split()) for each in self.all(tag, name)]

    def meta(self, name: str) -> list[str]:
        """The contents of the meta tags ``name``."""
        return [
            each.attributes["content"]
            for each in self.all("meta")
            if name in (each.attributes.get("name"), each.attributes.get("property"))
        ]

    def links(self) -> list[str]:
        """Every address on the page: links, pictures, scripts, styles, forms."""
        return [
            each.attributes[name]
            for each in self.elements
            for name in ("href", "src", "action")
            if name in each.attributes
        ]
