"""What the documentation shows is run: docstrings, and the code blocks of the README."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import obmen
import pytest
from obmen import _obmen

MODULES = [
    "obmen",
    *(f"obmen.{module.name}" for module in pkgutil.iter_modules(obmen.__path__) if module.name[0] != "_"),
]


def run(tests):
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL * 0)
    for test in tests:
        runner.run(test)
    return runner.summarize(verbose=False)


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name):
    if name == "obmen.pydantic":
        pytest.importorskip("pydantic")
    module = importlib.import_module(name)
    result = run(doctest.DocTestFinder().find(module, name))
    assert result.failed == 0
    assert result.attempted > 0 or name == "obmen.values"


def test_docstrings_of_the_compiled_classes():
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = 0
    for made in (obmen.LocalisedText, obmen.PartialDate):
        docs = [made.__doc__, *(getattr(member, "__doc__", None) for member in vars(made).values())]
        parser = doctest.DocTestParser()
        for doc in filter(None, docs):
            test = parser.get_doctest(doc, {**vars(obmen)}, made.__name__, None, None)
            examples += len(test.examples)
            assert run([test]).failed == 0
    assert examples >= 8
    assert finder.find(_obmen)


def test_readme(root: Path, monkeypatch, capsys):
    pytest.importorskip("pydantic")
    # The README names a file of the repository.
    monkeypatch.chdir(root)
    text = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) >= 5
    names: dict = {"__name__": "readme"}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
    said = capsys.readouterr().out
    assert "BestText(value='Велоалеи', lang='bg')" in said
    assert "BG421" in said


def test_everything_public_is_documented():
    for name in obmen.__all__:
        item = getattr(obmen, name)
        assert name == "__version__" or item.__doc__, name
        for member, value in vars(item).items() if isinstance(item, type) else ():
            if not member.startswith("_") and callable(value):
                assert value.__doc__, f"{name}.{member}"
