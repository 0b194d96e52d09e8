import lzma
import struct
from pathlib import Path

import pytest

from search.analysis.transducer import Transducer, TransducerError

Arc = tuple[int, int, str, str]
EPSILON = "@0@"


def kfst(arcs: list[Arc], final: int, *, weighted: bool = False) -> bytes:
    """The file of a transducer with these arcs (from, to, input, output) and one final state."""
    symbols = sorted({EPSILON} | {symbol for arc in arcs for symbol in arc[2:]})
    header = struct.pack("!4sHHII?", b"KFST", 0, len(symbols), len(arcs), 1, weighted)
    names = b"".join(symbol.encode() + b"\0" for symbol in symbols)
    records = [struct.pack("!IIHH", start, end, symbols.index(a), symbols.index(b)) for start, end, a, b in arcs]
    return header + names + lzma.compress(b"".join(records) + struct.pack("!I", final))


def test_a_word_has_an_output_for_every_path_that_reads_it() -> None:
    transducer = Transducer(
        kfst([(0, 1, "a", "x"), (0, 1, "a", "y"), (1, 2, "b", EPSILON), (2, 3, EPSILON, "[Z]")], 3)
    )
    assert sorted(transducer.outputs("ab")) == ["x[Z]", "y[Z]"]
    assert transducer.outputs("a") == []
    assert transducer.outputs("abb") == []
    assert transducer.outputs("") == []
    assert transducer.outputs("ö") == []


@pytest.mark.parametrize(
    ("second_flag", "passes"),
    [
        ("@R.CASE.ON@", True),
        ("@R.CASE@", True),
        ("@R.CASE.OFF@", False),
        ("@D.CASE.ON@", False),
        ("@D.CASE@", False),
        ("@D.OTHER@", True),
        ("@R.OTHER@", False),
        ("@U.CASE.ON@", True),
        ("@U.CASE.OFF@", False),
        ("@U.OTHER.ON@", True),
        ("@C.CASE@", True),
    ],
)
def test_flags_forbid_paths(second_flag: str, passes: bool) -> None:
    flags = [(0, 1, "@P.CASE.ON@", EPSILON), (1, 2, "a", "x"), (2, 3, second_flag, EPSILON)]
    assert bool(Transducer(kfst(flags, 3)).outputs("a")) is passes


def test_a_cleared_flag_is_forgotten() -> None:
    arcs = [(0, 1, "@P.F.ON@", EPSILON), (1, 2, "@C.F@", EPSILON), (2, 3, "@R.F@", EPSILON), (3, 4, "a", "a")]
    assert Transducer(kfst(arcs, 4)).outputs("a") == []


def test_a_state_with_many_arcs_reads_as_any_other() -> None:
    arcs: list[Arc] = [(0, 1, letter, letter.upper()) for letter in "abcdefghijkl"]
    transducer = Transducer(kfst([*arcs, (1, 2, EPSILON, "!")], 2))
    assert transducer.outputs("c") == ["C!"]
    assert transducer.outputs("l") == ["L!"]
    assert transducer.outputs("m") == []


def test_a_word_with_too_many_readings_has_none() -> None:
    transducer = Transducer(kfst([(0, 0, "a", "x"), (0, 0, "a", "y")], 0))
    assert len(transducer.outputs("aaa")) == 8
    assert transducer.outputs("a" * 40) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"KFST",
        b"no transducer at all, but long enough for a header",
        kfst([(0, 1, "a", "x")], 1)[:-10],
        kfst([(0, 1, "a", "x")], 1, weighted=True),
    ],
)
def test_a_broken_file_is_refused(content: bytes) -> None:
    with pytest.raises(TransducerError):
        Transducer(content)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "words.kfst"
    path.write_bytes(kfst([(0, 1, "a", "x")], 1))
    assert Transducer.from_file(path).outputs("a") == ["x"]
