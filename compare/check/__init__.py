"""A draft before publication: what an editor should look at, one remark a line.

Nothing is imported here, so that the command line can read --fail-on without loading the rest.
"""
