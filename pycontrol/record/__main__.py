"""`python -m pycontrol.record` prints the JSON Schema of a record, for `docs/schema/determination.schema.json`."""

import sys

from pycontrol.record import schema

sys.stdout.write(schema())
