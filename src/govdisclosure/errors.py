"""Every exception the library raises on purpose.

A fault *in a report* is never an exception: it is an outcome. Exceptions are for files that cannot be read, for calls
that cannot be answered and for parts that are not installed. Messages carry Chinese and English, so that a clerk and a
developer can both act on them.
"""

__all__ = [
    "CalendarNotPublishedError",
    "EmptyFolderError",
    "GovDisclosureError",
    "IllegalEventError",
    "MissingExtraError",
    "NotInForceError",
    "OutputError",
    "ReadError",
    "StructureError",
    "UndeterminedError",
    "UsageError",
]


class GovDisclosureError(Exception):
    """Root of all errors raised on purpose by this package.

    Attributes:
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
    """

    def __init__(self, zh: str = "", en: str = "") -> None:
        """Remember the sentence in both languages.

        Args:
            zh: The sentence in Chinese.
            en: The same in English; the first sentence again where there is only one.
        """
        super().__init__(zh, en)
        self.zh = zh
        self.en = en or zh

    def __str__(self) -> str:
        """One line: Chinese, then English."""
        return self.zh if self.zh == self.en else f"{self.zh} / {self.en}"


class ReadError(GovDisclosureError, ValueError):
    """Bytes could not be turned into a document (missing, empty, binary, too large, unknown format, broken)."""

    def __init__(self, source: str, zh: str, en: str) -> None:
        """Remember which source failed and why.

        Args:
            source: The file's path as given, or ``"-"`` for standard input.
            zh: The reason and what to do, in Chinese.
            en: The same in English.
        """
        super().__init__(zh, en)
        self.args = (source, zh, en)
        self.source = source

    def __str__(self) -> str:
        """One line: source, reason in Chinese, reason in English."""
        return f"{self.source}: {self.zh} / {self.en}"


class StructureError(ReadError):
    """The document was read but is not an annual report on government information disclosure."""


class EmptyFolderError(ReadError):
    """A folder holds no file of a kind that is read."""


class OutputError(GovDisclosureError):
    """Results could not be written, or no process could be started to make them; what was written before stands."""


class NotInForceError(GovDisclosureError, LookupError):
    """A parameter or instrument was asked for on a day on which it was not in force."""


class CalendarNotPublishedError(GovDisclosureError, LookupError):
    """A working day was asked for in a year whose holidays are not known: not announced yet, or before the records.

    Attributes:
        year: The year.
    """

    def __init__(self, year: int, zh: str, en: str) -> None:
        """Remember the year and why.

        Args:
            year: The year whose calendar is not known.
            zh: What is wrong and what to do, in Chinese.
            en: The same in English.
        """
        super().__init__(zh, en)
        self.args = (year, zh, en)
        self.year = year


class IllegalEventError(GovDisclosureError, ValueError):
    """Something cannot happen to a request or case in the state it is in; the message names the article.

    Attributes:
        state: The state it is in.
        event: What was said to happen.
        cite: Key of the provision that allows no such thing then, such as ``regulation-2019:30``; ``None`` where none
            names it.
    """

    def __init__(self, state: str, event: str, cite: str | None, zh: str, en: str) -> None:
        """Remember the state, the event and the provision.

        Args:
            state: The state it is in.
            event: What was said to happen.
            cite: Key of the provision, where there is one.
            zh: What is wrong and what to do, in Chinese.
            en: The same in English.
        """
        super().__init__(zh, en)
        self.args = (state, event, cite, zh, en)
        self.state = state
        self.event = event
        self.cite = cite


class UndeterminedError(GovDisclosureError, LookupError):
    """A due date cannot be known, because the register lacks a day that it depends on; the message says which.

    Attributes:
        missing: The kind of event whose day is missing, such as ``received``.
    """

    def __init__(self, missing: str, zh: str, en: str) -> None:
        """Remember which day is missing.

        Args:
            missing: The kind of event whose day is missing.
            zh: What is missing and what to do, in Chinese.
            en: The same in English.
        """
        super().__init__(zh, en)
        self.args = (missing, zh, en)
        self.missing = missing


class MissingExtraError(GovDisclosureError, ImportError):
    """An optional part is not installed; the message names the pip line."""

    def __init__(self, extra: str, purpose_zh: str, purpose_en: str) -> None:
        """Name the extra that is missing.

        Args:
            extra: The extra's name in this package's metadata, such as ``html``.
            purpose_zh: What it is needed for, in Chinese.
            purpose_en: The same in English.
        """
        # Double quotes: cmd of Windows takes single ones for part of the name.
        command, local = f'pip install "govdisclosure[{extra}]"', f'pip install ".[{extra}]"'
        super().__init__(
            f"{purpose_zh}需要先安装：{command}（在项目文件夹里则用 {local}）",
            f"{purpose_en} needs: {command} (in the project's folder: {local})",
        )
        self.args = (extra, purpose_zh, purpose_en)
        self.extra = extra
        self.purpose_zh = purpose_zh
        self.purpose_en = purpose_en


class UsageError(GovDisclosureError, ValueError):
    """The library or the command line was called with arguments it cannot accept."""
