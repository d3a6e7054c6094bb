"""An archive that is edited at random, for tests of what a build makes again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

PAPERS = ("ribao", "wanbao")
TOPICS = ("轮渡", "新港", "码头", "航线", "GDP", "gdp", "ＧＤＰ", "公共交通", "潮汐", "渡口")
PEOPLE = ("林海", "周洋", "海伦·林")
PLACES = ("滨城", "新港")
TITLES = ("新港迎来首班轮渡", "码头夜市开张", "GDP增长百分之五", "潮汐表更正", "渡口旧影")
SECTIONS = ("要闻", "城事", "")

SETTINGS = """\
title = "滨城旧报"
base_url = "https://archive.example/"
term_page_from = 2
[publications.ribao]
name = "滨城日报"
[publications.wanbao]
name = "滨城晚报"
"""
VOCABULARIES = (
    "",
    '[[term]]\nname = "轮渡"\naliases = ["渡轮", "渡口"]\nbroader = ["公共交通"]\n'
    '[[term]]\nname = "公共交通"\n',
    '[[term]]\nname = "航线"\nrelated = ["码头"]\n[[term]]\nname = "码头"\n',
)


@dataclass
class EditedArchive:
    """The folder of an archive, and what is done to it."""

    folder: Path
    random: Random
    issues: list[str] = field(default_factory=list)

    @property
    def content(self) -> Path:
        """The archive's content."""
        return self.folder / "content"

    def begin(self) -> None:
        """Write the settings and the first issues."""
        self.content.mkdir(parents=True)
        (self.content / "archive.toml").write_text(SETTINGS, encoding="utf-8")
        (self.content / "topics.toml").write_text("", encoding="utf-8")
        for _ in range(6):
            self.add_issue()

    def edit(self) -> str:
        """Do one thing that a person or an import would do, and say what."""
        choices = {
            self.add_issue: 4,
            self.change_article: 8,
            self.add_article: 3,
            self.remove_article: 2,
            self.remove_issue: 1,
            self.change_record: 1,
            self.change_vocabulary: 2,
            self.change_static: 2,
            self.touch: 1,
        }
        (chosen,) = self.random.choices(list(choices), list(choices.values()))
        return chosen()

    def add_issue(self) -> str:
        """Add an issue of two or three articles."""
        name = ""
        while not name or name in self.issues:
            year, month, day = (self.random.randint(*span) for span in ((1995, 1998), (1, 3), (1, 5)))
            name = f"{self.random.choice(PAPERS)}/{year}-{month:02d}-{day:02d}"
        self.issues.append(name)
        folder = self.content / name
        (folder / "p01").mkdir(parents=True)
        date = name.partition("/")[2]
        (folder / "issue.toml").write_text(f'date = {date}\n[[pages]]\nlabel = "01"\n', encoding="utf-8")
        for number in range(1, self.random.randint(2, 3) + 1):
            self._write(folder / f"p01/{number:02d}.md")
        return f"add {name}"

    def change_article(self) -> str:
        """Write something else into a field of an article, or into its body."""
        path = self._article()
        self._write(path, kind=self.random.choice(("article", "article", "article", "notice", "furniture")))
        return f"change {path}"

    def add_article(self) -> str:
        """Add an article to an issue that is there."""
        page = self.content / self.random.choice(self.issues) / "p01"
        number = max((int(path.stem) for path in page.glob("*.md")), default=0) + 1
        self._write(page / f"{number:02d}.md")
        return f"add {page}/{number:02d}"

    def remove_article(self) -> str:
        """Take an article away."""
        path = self._article()
        path.unlink()
        return f"remove {path}"

    def remove_issue(self) -> str:
        """Take an issue away."""
        if len(self.issues) < 3:
            return self.add_issue()
        name = self.issues.pop(self.random.randrange(len(self.issues)))
        shutil.rmtree(self.content / name)
        return f"remove {name}"

    def change_record(self) -> str:
        """Say something else of an issue."""
        name = self.random.choice(self.issues)
        path = self.content / name / "issue.toml"
        path.write_text(
            f'date = {name.partition("/")[2]}\nnumber = "第{self.random.randint(1, 99)}期"\n'
            '[[pages]]\nlabel = "01"\nname = "要闻"\n',
            encoding="utf-8",
        )
        return f"change {path}"

    def change_vocabulary(self) -> str:
        """Write another topics.toml."""
        text = self.random.choice(VOCABULARIES)
        (self.content / "topics.toml").write_text(text, encoding="utf-8")
        return f"vocabulary {text!r}"

    def change_static(self) -> str:
        """Add, change or remove a file of the archive's own."""
        path = self.content / "static/pictures/harbour.txt"
        if path.exists() and self.random.random() < 0.5:
            path.unlink()
            return "remove static file"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{self.random.random()}", encoding="utf-8")
        return "write static file"

    def touch(self) -> str:
        """Give a file another time, and nothing else."""
        path = self._article()
        path.touch()
        return f"touch {path}"

    def _article(self) -> Path:
        found = sorted(self.content.glob("*/*/p*/*.md"))
        return self.random.choice(found)

    def _write(self, path: Path, kind: str = "article") -> None:
        random = self.random
        issue = path.parents[1]
        id_ = f"{issue.parent.name}/{issue.name}/{path.parent.name}/{path.stem}"
        fields = {
            "id": id_,
            "kind": kind,
            "title": random.choice(TITLES),
            "section": random.choice(SECTIONS) or "null",
            "attribution": random.choice(("本报记者 林海", "据新华社电", "null")),
            "topics": f"[{', '.join(random.sample(TOPICS, random.randint(0, 4)))}]",
            "people": f"[{', '.join(random.sample(PEOPLE, random.randint(0, 2)))}]",
            "places": f"[{', '.join(random.sample(PLACES, random.randint(0, 1)))}]",
        }
        if random.random() < 0.1:
            fields["status"] = "withdrawn"
        if random.random() < 0.15:
            fields["formerly"] = f"[{issue.parent.name}/1990-01-01/p01/{random.randint(10_000, 99_999)}]"
        if random.random() < 0.2:
            fields["modified"] = f"2024-05-{random.randint(1, 28):02d}"
        head = "".join(f"{name}: {value}\n" for name, value in fields.items())
        body = "".join(random.choice(TITLES) + "。" for _ in range(random.randint(1, 4)))
        path.write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")
