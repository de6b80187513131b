"""The forms that annual reports have had."""

from enum import StrEnum

__all__ = ["Edition"]


class Edition(StrEnum):
    """The form a report follows, whatever form its year asks for."""

    FREE_FORM = "free_form"
    UNIFIED_2019 = "unified_2019"
    UNIFIED_2021 = "unified_2021"
