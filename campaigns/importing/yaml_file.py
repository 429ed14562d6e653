"""A YAML file as blocks with their lines. Every plain value is a text here: ``1944-04-17`` is no Python date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from archive.ingest.errors import NotImportable
from campaigns.importing.blocks import Block, FileRefused, Item, Problem, Row, Text

_LARGEST = 5_000_000


def read_yaml(path: Path) -> Block:
    """The file's blocks. Raises FileRefused, by line, or NotImportable for what is no YAML file of ours."""
    text = read_text(path)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
            raise NotImportable(f"{path} uses a YAML alias (*name). Write out what it stands for.")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise FileRefused([_broken(error)]) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise NotImportable(f"{path} is not YAML: {error}") from error
    if not isinstance(node, yaml.MappingNode):
        raise NotImportable(f"{path} must begin with keys, as “slug: ichi-go”.")
    problems: list[Problem] = []
    block = _block(node, problems)
    if problems:
        raise FileRefused(problems)
    return block


def read_text(path: Path) -> str:
    """The text of a file in UTF-8. Raises NotImportable for any other file."""
    try:
        if path.stat().st_size > _LARGEST:
            raise NotImportable(f"{path} is larger than {_LARGEST // 1_000_000} MB.")
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NotImportable(f"{path} cannot be read as text in UTF-8: {error}") from error
    if "\0" in text:
        raise NotImportable(f"{path} has NUL characters in it: it is no text file.")
    return text


def _broken(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    return Problem(mark.line + 1 if mark else 1, "YAML", "", " ".join(filter(None, [error.context, error.problem])))


def _item(node: yaml.Node, problems: list[Problem]) -> Item:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _block(node, problems)
    if isinstance(node, yaml.SequenceNode):
        return Row(line, [_item(one, problems) for one in node.value])
    return Text(node.value.strip(), line)


def _block(node: yaml.MappingNode, problems: list[Problem]) -> Block:
    values: dict[str, Item] = {}
    for key, value in _pairs(node, problems):
        if key.text in values:
            problems.append(Problem(key.line, key.text, "", "this key is there twice"))
        values[key.text] = _item(value, problems)
    return Block(node.start_mark.line + 1, values)


def _pairs(node: yaml.MappingNode, problems: list[Problem]) -> Iterator[tuple[Text, yaml.Node]]:
    for key, value in node.value:
        line = key.start_mark.line + 1
        if isinstance(key, yaml.ScalarNode):
            yield Text(key.value, line), value
        else:
            problems.append(Problem(line, "?", "", "a key must be a word"))
