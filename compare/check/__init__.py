"""A draft before publication: what an editor should look at, one remark a line.

Nothing is imported here, so that the command line can know the severities without loading the rest.
"""
