"""How tests are run."""

from hypothesis import settings

# A machine that is busy with something else is no fault of the code: what must be quick has a test of its own.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
