"""What other packages add: rules, readers, writers and calendars, found through entry points."""

from govdisclosure.plugins.loading import GROUPS, Plugin, Plugins, load_plugins
from govdisclosure.plugins.protocols import Reader, Writer

__all__ = ["GROUPS", "Plugin", "Plugins", "Reader", "Writer", "load_plugins"]
