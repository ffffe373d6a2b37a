"""Reads the parameters of a call from wherever they stand: query, form, JSON or multipart."""

import json
from email.message import Message as Header
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser

from simulator.params import Params, Upload
from simulator.refusals import bad

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks


def read_params(query: bytes, kind: str, body: bytes) -> Params:
    """All parameters of a call. Raises Refused for a body that can't be read."""
    params = Params()
    if query:
        params.values.update(_pairs(query))
    if not body:
        return params
    bare = kind.partition(";")[0].strip().lower()
    if bare == "application/json":
        params.values.update(_object(body))
    elif bare == "multipart/form-data":
        _read_multipart(params, kind, body)
    elif bare == "application/x-www-form-urlencoded":
        params.values.update(_pairs(body))
    return params


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(raw.decode(), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except (UnicodeDecodeError, ValueError):
        raise bad("strings must be encoded in UTF-8") from None


def _object(body: bytes) -> dict[str, object]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise bad("can't parse request as JSON object") from None
    if not isinstance(found, dict):
        raise bad("can't parse request as JSON object: expected an Object")
    return found


class _Parts:
    """Gathers the parts of a multipart body as the parser finds them."""

    def __init__(self, params: Params) -> None:
        self.params = params
        self.field, self.value, self.content = bytearray(), bytearray(), bytearray()
        self.header = Header()

    def callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self.begin,
            "on_header_field": lambda piece, start, end: self.field.extend(piece[start:end]),
            "on_header_value": lambda piece, start, end: self.value.extend(piece[start:end]),
            "on_header_end": self.header_end,
            "on_part_data": lambda piece, start, end: self.content.extend(piece[start:end]),
            "on_part_end": self.end,
        }

    def begin(self) -> None:
        self.content = bytearray()
        self.header = Header()

    def header_end(self) -> None:
        self.header[self.field.decode("latin-1")] = self.value.decode("utf-8", "replace").replace("\n", " ")
        self.field.clear()
        self.value.clear()

    def end(self) -> None:
        name = self.header.get_param("name", "", header="content-disposition")
        file_name = self.header.get_param("filename", None, header="content-disposition")
        if not isinstance(name, str) or not name:
            return
        if file_name is None:
            self.params.values[name] = _decoded(bytes(self.content))
        else:
            self.params.files[name] = Upload(
                name=str(file_name), mime=self.header.get_content_type(), content=bytes(self.content)
            )


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


def _read_multipart(params: Params, kind: str, body: bytes) -> None:
    header = Header()
    header["content-type"] = kind
    boundary = header.get_param("boundary")
    if not isinstance(boundary, str) or not boundary:
        raise bad("can't find multipart boundary")
    try:
        parser = MultipartParser(boundary.encode("latin-1", "replace"), _Parts(params).callbacks())
        parser.write(body)
        parser.finalize()
    except MultipartParseError:
        raise bad("can't parse multipart body") from None
