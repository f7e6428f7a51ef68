"""`python -m slalang` is `sla`."""

from slalang.cli.main import run

if __name__ == "__main__":
    run()
