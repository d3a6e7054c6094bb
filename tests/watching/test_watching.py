"""``backfile serve --watch``: what is edited is seen in the browser that has it open, and nothing else is touched."""

from __future__ import annotations

import functools
import itertools
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.errors import BackfileError
from generator.layouts_folder import built_in_layouts
from generator.locks import only_one
from generator.watching import changes
from tests.conftest import PROJECT, STRICT_POLICY
from tests.faults.archives import names, snapshot, write_article, write_issue

ISSUE = "wanbao/1996-03-04"
FIRST, SECOND, THIRD = (f"{ISSUE}/p01/{number:02d}" for number in (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Watching:
    """An archive that is being watched, and what the program says."""

    folder: Path
    address: str
    process: subprocess.Popen[str]
    said: Path

    def edit(self, article: str, old: str, new: str) -> None:
        path = self.folder / "content" / f"{article}.md"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))


@pytest.fixture(scope="module")
def watching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    folder = tmp_path_factory.mktemp("archive")
    write_issue(folder / "content", 4, 2)
    (folder / "layouts").mkdir()
    shutil.copy(built_in_layouts() / "article.html", folder / "layouts")
    said = tmp_path_factory.mktemp("said") / "said"
    with said.open("w") as messages:
        process = subprocess.Popen(
            [sys.executable, "-um", "generator", "serve", "--watch", "--no-search", "--port", "0"],
            cwd=folder,
            env={"PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1", "PATH": "/usr/bin:/bin"},
            stdout=subprocess.PIPE,
            stderr=messages,
            text=True,
        )
    assert process.stdout
    address = re.findall(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())[0]
    assert re.fullmatch(r"Built in \d+\.\d s\.\n", process.stdout.readline())
    yield Watching(folder, address, process, said)
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    process.stdout.close()
    assert (process.wait(), rest.splitlines()[-1]) == (0, "Ended.")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page under the strict policy, of which the browser has nothing to complain."""
    context = browser.new_context(viewport={"width": 400, "height": 300})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.on(
        "console",
        lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None,
    )

    def under_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "Content-Security-Policy": STRICT_POLICY})

    page.route(re.compile(r"(/|\.html)$"), under_policy)
    yield page
    context.close()
    assert complaints == []


@pytest.mark.browser
def test_an_edit_shows_in_the_open_page_at_the_place_where_it_was(watching: Watching, page: Page) -> None:
    page.goto(f"{watching.address}{FIRST}.html")
    page.evaluate("scrollTo(0, 120)")
    watching.edit(FIRST, "第1条", "改正了的第1条")
    expect(page.locator("h1")).to_contain_text("改正了的第1条")
    page.wait_for_function("scrollY === 120")


@pytest.mark.browser
def test_a_page_that_did_not_change_is_not_loaded_again(watching: Watching, page: Page) -> None:
    other = page.context.new_page()
    other.goto(f"{watching.address}{FIRST}.html")
    page.goto(f"{watching.address}days/index.html")
    page.evaluate("window.stays = true")
    watching.edit(FIRST, "第1条", "又一次改正的第1条")
    expect(other.locator("h1")).to_contain_text("又一次")
    assert page.evaluate("window.stays") is True


@pytest.mark.browser
def test_an_edit_of_a_template_shows(watching: Watching, page: Page) -> None:
    page.goto(f"{watching.address}{SECOND}.html")
    layout = watching.folder / "layouts/article.html"
    layout.write_text(layout.read_text().replace("{% block content %}", "{% block content %}<p>新的页脚</p>"))
    expect(page.get_by_text("新的页脚")).to_be_attached()


@pytest.mark.browser
def test_a_new_article_comes_to_its_address_and_to_its_issue(watching: Watching, page: Page) -> None:
    issue = page.context.new_page()
    issue.goto(f"{watching.address}{ISSUE}/index.html")
    page.goto(f"{watching.address}{THIRD}.html")
    expect(page.locator("h1")).not_to_contain_text("第3条")
    write_article(watching.folder / "content", 4, 3)
    expect(page.locator("h1")).to_contain_text("第3条")
    expect(issue.get_by_role("link", name=re.compile("第3条"))).to_have_count(1)


@pytest.mark.browser
def test_a_mistake_is_shown_until_it_is_mended(watching: Watching, page: Page) -> None:
    page.goto(f"{watching.address}{SECOND}.html")
    watching.edit(SECOND, "topics: [", "topics: {")
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text(f"{SECOND}.md")
    expect(problems).to_contain_text("[front-matter-yaml]")
    assert "[front-matter-yaml]" in watching.said.read_text()
    page.reload()
    expect(problems).to_contain_text("[front-matter-yaml]")
    watching.edit(SECOND, "topics: {", "topics: [")
    expect(problems).to_have_count(0)


@pytest.mark.browser
def test_where_another_build_is_running_it_waits_for_its_end(watching: Watching, page: Page) -> None:
    page.goto(f"{watching.address}{SECOND}.html")
    with only_one(watching.folder / ".backfile", "build"):
        watching.edit(SECOND, "第2条", "等到了的第2条")
        expect(page.get_by_role("alert")).to_contain_text("another build is running here")
    expect(page.locator("h1")).to_contain_text("等到了的")
    assert watching.said.read_text().count("[build-running]") == 1


def test_nothing_but_the_site_and_the_cache_is_written_and_the_script_is_in_neither(
    watching: Watching,
) -> None:
    with urllib.request.urlopen(watching.address) as answer:
        assert b"/.backfile/live.js" in answer.read()
    assert names(watching.folder) <= {"content", "layouts", "site", ".backfile", ".site.building"}
    assert names(watching.folder / "layouts") == {"article.html"}
    assert {name.rpartition(".")[2] for name in snapshot(watching.folder / "content")} == {"md", "toml"}
    assert [name for name, data in snapshot(watching.folder / "site").items() if b"live.js" in data] == []


def test_only_this_machine_is_answered(watching: Watching) -> None:
    port = int(watching.address.rstrip("/").rpartition(":")[2])
    listening = [
        row.split()[1]
        for name in ("tcp", "tcp6")
        for row in Path(f"/proc/{watching.process.pid}/net/{name}").read_text().splitlines()[1:]
        if row.split()[3] == "0A" and int(row.split()[1].rpartition(":")[2], 16) == port
    ]
    assert listening == [f"0100007F:{port:04X}"]
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET / HTTP/1.0\r\nHost: elsewhere.example.org\r\n\r\n")
        assert b" 421 " in connection.makefile("rb").readline()


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(BackfileError, match=r'pip install "backfile\[watch\]"'):
        next(changes.file_changes(lambda: [tmp_path], threading.Event()))


def test_a_folder_that_comes_later_is_watched_from_then_on(tmp_path: Path) -> None:
    content, layouts = tmp_path / "content", tmp_path / "layouts"
    content.mkdir()
    turns = changes.file_changes(lambda: (content, layouts), threading.Event())
    next(turns)
    for change, changed in (
        (layouts.mkdir, layouts),
        ((layouts / "base.html").touch, layouts / "base.html"),
        ((content / "topics.toml").touch, content / "topics.toml"),
        (functools.partial(shutil.rmtree, layouts), layouts),
    ):
        change()
        assert any(changed in told for told in itertools.islice(turns, 50))


def test_what_the_system_refuses_to_watch_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> Iterator[None]:
        raise OSError("OS file watch limit reached.")
        yield

    monkeypatch.setattr("watchfiles.watch", refuse)
    with pytest.raises(BackfileError, match="max_user_watches"):
        next(changes.file_changes(lambda: [tmp_path], threading.Event()))
