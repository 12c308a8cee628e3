"""A determination written down as JSON, complete enough to be repeated years later; and read back."""

from pycontrol.record.form import MOST_BYTES, LawForm, Record
from pycontrol.record.json_text import read_json
from pycontrol.record.read import read_determination, read_records
from pycontrol.record.replay import Replay, compared
from pycontrol.record.scenario_schema import scenario_schema
from pycontrol.record.write import codes_text, record, schema, text

__all__ = [
    "MOST_BYTES",
    "LawForm",
    "Record",
    "Replay",
    "codes_text",
    "compared",
    "read_determination",
    "read_json",
    "read_records",
    "record",
    "scenario_schema",
    "schema",
    "text",
]
