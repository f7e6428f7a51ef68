"""No test reads or writes compiled policies in the user's cache; those that are about it name a folder of their own."""

import os

os.environ["SLALANG_CACHE"] = "off"
