import pandas as pd
import pytest

import govdisclosure.analysis as ga
from govdisclosure.errors import UsageError


@pytest.mark.parametrize("values", [["x", 1.5], [{"a": 1}, "x"], [2**70, 1]])
def test_a_column_of_several_kinds_is_turned_away_by_its_name(values):
    with pytest.raises(UsageError, match="混有不同种类"):
        ga.as_arrow(pd.DataFrame({"value": pd.Series(values, dtype=object)}))
