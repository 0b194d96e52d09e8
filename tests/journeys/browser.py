"""Debian's Chromium through Playwright, and a watch on everything that a page does behind the client's back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
SMALLEST = {"width": 320, "height": 640}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def chromium_path() -> str:
    """Where Chromium is; empty where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or ""


@contextmanager
def launched() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*QUIET])
        yield browser
        browser.close()


@dataclass
class Watch:
    """What went wrong on the pages of one context: third parties, failures, script errors, policy violations."""

    origin: str
    allowed: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def expect_failure(self, address: str) -> None:
        """That requests to this address fail is what the test is about."""
        self.allowed.add(urljoin(self.origin, address))

    def over(self, page: Page) -> None:
        """Watches the page from now on."""
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and f"{parts.scheme}://{parts.netloc}" != self.origin:
            self.problems.append(f"third party: {request.url}")

    def _failed(self, request: Request) -> None:
        left_for_another_page = request.failure == "net::ERR_ABORTED"
        if not left_for_another_page:
            self.problems.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self.allowed:
            self.problems.append(f"{response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and message.location.get("url") not in self.allowed:
            self.problems.append(f"console: {message.text}")


@contextmanager
def visit(browser: Browser, origin: str, **options: Any) -> Iterator[tuple[Page, Watch]]:
    """A page of a client who has never been here, in a context of its own. Options are those of new_context."""
    settings = {"base_url": origin, "ignore_https_errors": True, "viewport": DESKTOP, "locale": "fi-FI"}
    context = browser.new_context(**(settings | options))
    context.set_default_timeout(10_000)
    watch = Watch(origin)
    context.on("page", watch.over)
    try:
        yield context.new_page(), watch
    finally:
        context.close()
