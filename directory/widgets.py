"""How editors choose many records of the directory at once. Each call gives a widget for one panel."""

from site_core.widgets import GroupedCheckboxes


def municipality_checkboxes() -> GroupedCheckboxes:
    """Municipalities under their regions."""
    return GroupedCheckboxes(group_by="region", alphabetic=True)


def service_class_checkboxes() -> GroupedCheckboxes:
    """Service classes under their main classes."""
    return GroupedCheckboxes(group_by="parent")


def language_checkboxes() -> GroupedCheckboxes:
    """Languages of service, those spoken most in Finland first."""
    return GroupedCheckboxes()
