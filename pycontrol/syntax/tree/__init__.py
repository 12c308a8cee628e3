"""What a `.law` or `.scenario` file says, word by word, before any name is looked up.

One class per grammar rule that carries meaning (`grammar/README.md` has the table). Every node has a `span`, which
takes no part in equality: two trees are equal where they say the same. Names stay `Word`s as written; a path such as
`act.end-use` is one `Word` with its dots. What stands empty (`None`, `()`, `""`) was not written.
"""

from pycontrol.syntax.tree.common import *
from pycontrol.syntax.tree.condition import *
from pycontrol.syntax.tree.instrument import *
from pycontrol.syntax.tree.norm import *
from pycontrol.syntax.tree.provision import *
from pycontrol.syntax.tree.scenario import *
from pycontrol.syntax.tree.vocabulary import *
