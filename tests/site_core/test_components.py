"""The parts that pages are put together from."""

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory

from site_core.icons import ICON_PATHS
from site_core.templatetags.components import icon, initials, tel, website, wrappable


def rendered(source, address="/", **context):
    template = Template("{% load components %}" + source)
    return template.render(Context({"request": RequestFactory().get(address), **context}))


def facet(**checked):
    options = [
        {"value": value, "label": f"Label {value}", "count": 3, "checked": checked.get(value, False)}
        for value in ("a", "b")
    ]
    return {"name": "place", "label": "Place", "options": options}


@pytest.mark.parametrize("name", ICON_PATHS)
def test_icons_are_hidden_from_screen_readers(name):
    assert 'aria-hidden="true"' in icon(name)


def test_an_unknown_icon_is_an_error():
    with pytest.raises(KeyError):
        icon("nothing")


@pytest.mark.parametrize(
    ("number", "address"),
    [("000 123 4567", "tel:0001234567"), ("+358 (0)0 12-34", "tel:+35800 1234".replace(" ", "")), ("", "tel:")],
)
def test_phone_numbers_are_dialled_without_spaces(number, address):
    assert tel(number) == address


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Aino Mäki-Korpi", "AM"), ("Börje", "B"), ("Eva Maria Östman", "EÖ"), ("", ""), ("  ", "")],
)
def test_initials(name, expected):
    assert initials(name) == expected


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/ohjaus?x=1", "example.org"),
        ("not an address", "not an address"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_web_addresses_are_shown_as_hosts(url, host):
    assert website(url) == host


def test_addresses_wrap_after_the_at_sign_and_stay_escaped():
    assert wrappable("a.b@example.org") == "a<wbr>.b@<wbr>example<wbr>.org"
    assert wrappable("<b>@x") == "&lt;b&gt;@<wbr>x"


def test_paging_keeps_the_query_and_marks_the_page():
    html = rendered("{% pagination 3 12 %}", "/?q=a%26b&place=x&place=y&page=3")
    assert 'href="?q=a%26b&amp;place=x&amp;place=y&amp;page=4"' in html
    assert html.count('aria-current="page"') == 1
    assert 'rel="prev"' in html
    assert 'rel="next"' in html


def test_paging_elides_far_pages():
    html = rendered("{% pagination 6 400 %}", "/?page=6")
    assert html.count("govuk-pagination__item--ellipsis") == 2
    assert html.count('class="govuk-pagination__item"') <= 6


def test_one_page_needs_no_paging():
    assert rendered("{% pagination 1 1 %}", "/").strip() == ""


def test_first_and_last_pages_lead_nowhere_further():
    assert 'rel="prev"' not in rendered("{% pagination 1 3 %}")
    assert 'rel="next"' not in rendered("{% pagination 3 3 %}")


def test_a_chosen_filter_can_be_taken_away_alone():
    html = rendered("{% active_filters facets %}", "/?q=o&place=a&place=b&page=4", facets=[facet(a=True, b=True)])
    assert 'href="?q=o&amp;place=b"' in html
    assert 'href="?q=o&amp;place=a"' in html
    assert 'href="?q=o"' in html


def test_without_chosen_filters_there_is_nothing_to_take_away():
    assert rendered("{% active_filters facets %}", "/?q=o", facets=[facet()]).strip() == ""


def test_filter_form_repeats_the_query_and_what_is_chosen():
    html = rendered("{% filters facets query %}", facets=[facet(b=True)], query='o"><i>')
    assert 'name="q" value="o&quot;&gt;&lt;i&gt;"' in html
    assert html.count(" checked") == 1
    assert html.index("Label b") < html.index("Label a"), "chosen options lead their group"


def test_groups_without_options_are_left_out():
    empty = {"name": "language", "label": "Language", "options": []}
    assert "<form" not in rendered("{% filters facets %}", facets=[empty])
    assert "Language" not in rendered("{% filters facets %}", facets=[empty, facet()])


@pytest.mark.parametrize("value", ["\x00", "'", '"', "a" * 10_000, "<script>"])
def test_links_survive_bad_queries(value):
    request = RequestFactory().get("/", {"q": value, "place": value})
    source = "{% load components %}{% pagination 2 3 %}{% active_filters facets %}{% filters facets query %}"
    html = Template(source).render(Context({"request": request, "facets": [facet(a=True)], "query": value}))
    assert "<script>" not in html
    assert "page=3" in html


class EnquiryForm(forms.Form):
    name = forms.CharField(label="Name", help_text="First name is enough.")
    town = forms.ChoiceField(label="Town", choices=[("", "Choose"), ("a", "Vaasa")])
    way = forms.MultipleChoiceField(
        label="Ways", choices=[("p", "Phone"), ("e", "E-mail")], widget=forms.CheckboxSelectMultiple
    )
    when = forms.ChoiceField(label="When", choices=[("am", "Morning")], widget=forms.RadioSelect)
    text = forms.CharField(label="Text", widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label="May call")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def test_field_is_tied_to_its_label_help_and_error():
    html = rendered("{% field form.name %}", form=EnquiryForm({"name": ""}))
    assert '<label class="govuk-label" for="id_name">' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="govuk-input govuk-input--error"' in html


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("town", 'class="govuk-select"'),
        ("way", '<legend class="govuk-fieldset__legend">Ways</legend>'),
        ("when", 'type="radio"'),
        ("text", 'class="govuk-textarea"'),
        ("agreed", 'class="govuk-checkboxes__input"'),
        ("token", '<input type="hidden"'),
    ],
)
def test_each_kind_of_field_has_its_shape(name, expected):
    form = EnquiryForm()
    assert expected in rendered("{% field bound %}", bound=form[name])


def test_chosen_options_stay_chosen():
    html = rendered("{% field form.way %}", form=EnquiryForm({"way": ["e"]}))
    assert html.count(" checked") == 1
    assert 'value="e" checked' in html


def test_error_summary_links_to_each_field():
    form = EnquiryForm({"name": ""})
    html = rendered('{% include "components/error_summary.html" %}', form=form)
    for name in ("name", "town", "way", "when", "agreed"):
        assert f'href="#{form[name].id_for_label or form[name].auto_id}"' in html
    assert "govuk-error-summary" not in rendered('{% include "components/error_summary.html" %}', form=EnquiryForm())
