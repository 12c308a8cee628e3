"""`python -m pycontrol.record [scenario]` prints the JSON Schema of a record or of a scenario, for `docs/schema/`."""

import sys

from pycontrol.record import scenario_schema, schema

sys.stdout.write(scenario_schema() if sys.argv[1:] == ["scenario"] else schema())
