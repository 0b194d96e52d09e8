"""An administrator writes a service in the real editor, publishes it, and clients find it."""

from playwright.sync_api import Locator, Page, expect

from pages.demo.people import PASSWORD
from tests.journeys.places import address, text

SECTION = "Koskelan opistoverkosto"
SERVICE = "Nuotiopiiri alanvaihtajille"
SUMMARY = "Iltapiirissä alanvaihtajat jakavat kokemuksiaan ja suunnittelevat seuraavaa askelta."
NUMBER = "+358 0000 123 499"
ADVISER = "Riikka Vanhatupa"
EXISTING = "Tukea lukemisen ja kirjoittamisen vaikeuksiin"


def finnish(message: str) -> str:
    return text("fi", message)


def sign_in(page: Page) -> None:
    page.goto("/admin/")
    page.locator("input[name=username]").fill("admin")
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("/admin/")


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=finnish(name)).click()


def publish(page: Page) -> None:
    page.locator("footer .w-dropdown__toggle").click()
    page.locator("button[name=action-publish]").click()


def choose(page: Page, opener: Locator, words: str, name: str) -> None:
    """Finds something by its name in a chooser and chooses it."""
    opener.click()
    dialog = page.locator(".modal-dialog")
    dialog.locator("input[name=q]").fill(words)
    dialog.get_by_role("link", name=name).click()
    expect(dialog).to_have_count(0)


def test_administrator_publishes_a_service_that_clients_find(administrator, watches):
    page = administrator
    sign_in(page)
    page.goto("/admin/services/choose_parent/?locale=fi")
    choose(page, page.locator("[data-chooser-action-choose]"), SECTION, SECTION)
    page.locator("main form [type=submit]").click()
    page.wait_for_url("**/add/pages/servicepage/*/")
    watches[-1].expect_failure(page.url)  # The editor saves by itself, also while the form is not ready for it.

    page.locator("#id_title").fill(SERVICE)
    page.locator("#id_summary").fill(SUMMARY)
    page.locator("[data-contentpath=description] [contenteditable=true]").click()
    page.keyboard.type("Tulella puhutaan rauhassa.")

    open_tab(page, "How to reach the service")
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option").filter(has_text=finnish("Phone")).click()
    page.locator("[name=channels-0-value-name]").fill("Piirin puhelin")
    page.locator("[name=channels-0-value-number]").fill(NUMBER)

    open_tab(page, "Facts and advisers")
    page.get_by_role("checkbox", name="Aikuis- ja täydennyskoulutus").check()
    page.get_by_role("checkbox", name="Tampere").check()
    page.locator("#id_languages").get_by_role("checkbox", name="suomi", exact=True).check()
    page.locator("#id_service_advisers-ADD").click()
    choose(
        page, page.locator("#id_service_advisers-0-adviser-chooser [data-chooser-action-choose]"), "Riikka", ADVISER
    )

    publish(page)
    expect(page.locator(".messages .success")).to_contain_text(SERVICE)

    page.goto(f"{address('everything', 'fi')}?q=nuotiopiirissä")
    page.locator(".hit").get_by_role("link", name=SERVICE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SERVICE)
    expect(page.get_by_role("link", name=NUMBER)).to_be_visible()
    expect(page.get_by_role("link", name=ADVISER)).to_be_visible()


def test_administrator_is_told_what_a_service_lacks_before_it_is_published(administrator):
    page = administrator
    sign_in(page)
    page.goto("/admin/services/")
    page.locator("main input[name=q]").fill("lukemisen")
    page.get_by_role("link", name=EXISTING).first.click()
    page.locator("#id_summary").fill(EXISTING)
    publish(page)
    expect(page.locator("[data-contentpath=summary] .error-message")).to_be_visible()


def test_administrator_narrows_the_list_of_services(administrator):
    page = administrator
    sign_in(page)
    page.goto("/admin/services/")
    services = page.locator("#listing-results tbody tr")
    expect(services.filter(has_text="Rantaviiva")).not_to_have_count(0)
    page.locator("#filters-drilldown .w-dropdown__toggle").first.click()
    expect(page.locator("[aria-controls=drilldown-id_locale]")).to_contain_text(finnish("Language"))
    page.locator("[aria-controls=drilldown-id_organisation]").click()
    page.locator("#drilldown-id_organisation").locator("select").select_option(label=SECTION)
    expect(services.filter(has_text="Rantaviiva")).to_have_count(0)
    expect(services.filter(has_text=SECTION)).not_to_have_count(0)
