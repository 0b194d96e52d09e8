"""The ways to reach a service, one block type a kind of channel, as in PTV."""

from datetime import time

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from directory.models.organisation import phone_number
from pages.blocks.opening_hours import ExceptionalHoursBlock, WeeklyHoursBlock


class ChannelBlock(blocks.StructBlock):
    """What all channels have. `ptv_id` names the channel it was imported from."""

    name = blocks.CharBlock(label=_("Name"), max_length=150)
    description = blocks.TextBlock(label=_("Description"), required=False, max_length=500, rows=2)
    ptv_id = blocks.CharBlock(
        label=_("PTV identifier"), required=False, max_length=36, help_text=_("Written by the import from PTV.")
    )

    def get_form_layout(self) -> blocks.BlockGroup:
        """The identifier is for the import: it stays in the settings of the block, out of editors' way."""
        return blocks.BlockGroup([name for name in self.child_blocks if name != "ptv_id"], settings=["ptv_id"])


class EServiceBlock(ChannelBlock):
    """An electronic service to do one's business in."""

    url = blocks.URLBlock(label=_("Web address"))

    class Meta:
        icon = "desktop"
        label = _("E-service")
        template = "pages/blocks/e_service.html"
        preview_value = {"name": _("Book a time online"), "url": "https://guidance.example.org/book"}


class WebPageBlock(ChannelBlock):
    """A web page to read."""

    url = blocks.URLBlock(label=_("Web address"))

    class Meta:
        icon = "link-external"
        label = _("Web page")
        template = "pages/blocks/web_page.html"
        preview_value = {"name": _("About our guidance"), "url": "https://guidance.example.org/"}


class FormBlock(ChannelBlock):
    """A form to print or fill in."""

    url = blocks.URLBlock(label=_("Web address of the form"))
    delivery = blocks.TextBlock(label=_("Where to send it"), required=False, rows=2)

    class Meta:
        icon = "doc-full-inverse"
        label = _("Form")
        template = "pages/blocks/form.html"
        preview_value = {"name": _("Application form"), "url": "https://guidance.example.org/form.pdf"}


class PhoneBlock(ChannelBlock):
    """A phone number of the service."""

    number = blocks.CharBlock(label=_("Phone number"), max_length=40, validators=[phone_number])
    hours = blocks.CharBlock(label=_("Hours"), required=False, max_length=200)
    charge = blocks.CharBlock(label=_("Price of the call"), required=False, max_length=200)

    class Meta:
        icon = "mobile-alt"
        label = _("Phone")
        template = "pages/blocks/phone.html"
        preview_value = {"name": _("Guidance by phone"), "number": "+358 0000 123 400"}


class EmailBlock(ChannelBlock):
    """An e-mail address of the service."""

    email = blocks.EmailBlock(label=_("E-mail"))

    class Meta:
        icon = "mail"
        label = _("E-mail")
        template = "pages/blocks/email.html"
        preview_value = {"name": _("Ask by e-mail"), "email": "ask@guidance.example.org"}


class PlaceBlock(ChannelBlock):
    """A place to visit, with opening hours and exceptions to them."""

    street = blocks.CharBlock(label=_("Street address"), required=False, max_length=200)
    postcode = blocks.CharBlock(label=_("Postal code"), required=False, max_length=10)
    city = blocks.CharBlock(label=_("City"), required=False, max_length=100)
    municipality_code = blocks.CharBlock(label=_("Municipality code"), required=False, max_length=3)
    latitude = blocks.FloatBlock(label=_("Latitude (WGS 84)"), required=False, min_value=-90, max_value=90)
    longitude = blocks.FloatBlock(label=_("Longitude (WGS 84)"), required=False, min_value=-180, max_value=180)
    phone = blocks.CharBlock(label=_("Phone number"), required=False, max_length=40, validators=[phone_number])
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    accessibility = blocks.TextBlock(label=_("Access to the building"), required=False, rows=2)
    opening_hours = blocks.ListBlock(WeeklyHoursBlock(), label=_("Opening hours"), default=[])
    exceptions = blocks.ListBlock(ExceptionalHoursBlock(), label=_("Exceptions"), default=[])

    class Meta:
        icon = "home"
        label = _("Place")
        template = "pages/blocks/place.html"
        preview_value = {
            "name": _("Guidance centre"),
            "street": "Example street 1",
            "postcode": "00000",
            "opening_hours": [{"days": ["0", "1", "2", "3", "4"], "opens": time(9), "closes": time(16)}],
            "exceptions": [],
        }


class ChannelStreamBlock(blocks.StreamBlock):
    """All channels of a service, in the order the client should try them."""

    e_service = EServiceBlock()
    phone = PhoneBlock()
    email = EmailBlock()
    web_page = WebPageBlock()
    form = FormBlock()
    place = PlaceBlock()

    class Meta:
        required = False
