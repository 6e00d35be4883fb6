"""`python -m compare`: the same as the command `sidebyside`."""

from compare.cli import command

if __name__ == "__main__":
    command()
