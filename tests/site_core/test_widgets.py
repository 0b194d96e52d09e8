"""Checkboxes under headings: what is offered, in which order, and what comes back."""

import re

import pytest
from django import forms
from django.utils.translation import override

from directory.models import Municipality, ServiceClass
from site_core.widgets import GroupedCheckboxes
from tests.directory.factories import MunicipalityFactory, RegionFactory, ServiceClassFactory


class AreaForm(forms.Form):
    municipalities = forms.ModelMultipleChoiceField(
        Municipality.objects.all(), widget=GroupedCheckboxes(group_by="region", alphabetic=True)
    )


def headings_and_options(html: str) -> list[str]:
    return re.findall(r'role="group" aria-label="([^"]+)"|<input[^>]+>\s*<span>([^<]+)', html)


@pytest.mark.django_db
def test_options_stand_under_their_groups_in_the_alphabet_of_the_language():
    west, east = (
        RegionFactory(code="1", name_fi="Länsi", name_sv="Väst"),
        RegionFactory(code="2", name_fi="Itä", name_sv="Öst"),
    )
    for finnish, swedish, region in [("Åkerö", "B", west), ("Ylöjärvi", "C", west), ("Ähtäri", "A", east)]:
        MunicipalityFactory(name_fi=finnish, name_sv=swedish, region=region)
    with override("fi"):
        found = ["".join(match) for match in headings_and_options(str(AreaForm()["municipalities"]))]
    assert found == ["Itä", "Ähtäri", "Länsi", "Ylöjärvi", "Åkerö"]
    with override("sv"):
        found = ["".join(match) for match in headings_and_options(str(AreaForm()["municipalities"]))]
    assert found == ["Väst", "B", "C", "Öst", "A"]


@pytest.mark.django_db
def test_main_class_heads_its_own_group():
    class SubjectForm(forms.Form):
        classes = forms.ModelMultipleChoiceField(
            ServiceClass.objects.all(), widget=GroupedCheckboxes(group_by="parent")
        )

    main = ServiceClassFactory(code="P6", name_fi="Koulutus", order=6000)
    ServiceClassFactory(code="P6.4", name_fi="Ohjaus", parent=main, order=6004)
    with override("fi"):
        found = ["".join(match) for match in headings_and_options(str(SubjectForm()["classes"]))]
    assert found == ["Koulutus", "Koulutus", "Ohjaus"]


@pytest.mark.django_db
def test_what_was_chosen_stays_chosen_and_comes_back():
    first, second = MunicipalityFactory(), MunicipalityFactory()
    form = AreaForm({"municipalities": [str(second.pk)]})
    assert form.is_valid()
    assert list(form.cleaned_data["municipalities"]) == [second]
    checked = re.findall(r'value="(\d+)"[^>]* checked', str(form["municipalities"]))
    assert checked == [str(second.pk)]
    assert f'value="{first.pk}"' in str(form["municipalities"])


@pytest.mark.django_db
def test_groups_are_fetched_with_the_options(django_assert_num_queries):
    for number in range(6):
        MunicipalityFactory(region=RegionFactory(code=str(number)))
    with django_assert_num_queries(1):
        str(AreaForm()["municipalities"])
