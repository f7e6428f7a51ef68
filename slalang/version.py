"""The version of slalang, and nothing else: a cold `sla --version` reads only this."""

__version__ = "0.1.0"
