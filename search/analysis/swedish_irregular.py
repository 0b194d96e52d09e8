"""Swedish forms of a closed kind (strong verbs, changed vowels, suppletion) that dictionaries take for other words.

Each line gives a base form and then its forms.
"""

from __future__ import annotations

_FORMS = """
anmälan anmälning anmälningar anmälningarna anmälningars anmälningarnas
ansökan ansökning ansökningar ansökningarna ansökningars ansökningarnas
avgöra avgjorde avgjort avgjord avgjorda
be bad bett
binda band bundit
bror broder brodern broderns bröder bröderna brödernas bröders
centrum centret centrets centra centren
dotter döttrar döttrarna döttrars döttrarnas
dålig sämre sämst sämsta
dölja dolde dolt dold dolda
fader fäder fäderna
far fader fadern faderns fäder fäderna fädernas fäders
fara for
frysa frös
förfrågan förfrågning förfrågningar förfrågningarna
giva gav givit
glad glatt
glädja gladde glatt
god bättre bäst bästa
hand händer händerna händernas händers
hinna hann
hålla höll
inbjudan inbjudning inbjudningar inbjudningarna
klä klädde klätt klädd klädda
klaga klagan
le log lett
ligga låg legat
liten mindre minst minsta små lilla
lyda löd
lång längre längst längsta
låg lägre lägst lägsta
lära lärde lärt lärd lärda
moder mödrar mödrarna
mor moder modern moderns mödrar mödrarna mödrars mödrarnas
mus möss mössen
må mådde mått
många fler flera flest flesta
nära närmare närmast
ond värre värst värsta
sitta satt suttit
skilja skilde skilt skild skilda
skära skar skurit
slippa slapp sluppit
smita smet
sprida spred spritt
sticka stack stuckit
stiga steg
stång stänger stängerna
svälja svalde svalt
svälta svalt svultit
sy syr sytt
sälja sålde sålt såld sålda
tång tänger tängerna
ung yngre yngst yngsta
vika vek vikit
vinna vann
vit vitt
välja valde valt vald valda
vänja vande vant
äta åt
överklagan överklaganden
"""


def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _FORMS.strip().split("\n"):
        base, *forms = line.split()
        for form in forms:
            found[form] = (*found.get(form, ()), base)
    return found


IRREGULAR: dict[str, tuple[str, ...]] = _forms()
"""The base forms of each irregular form."""
