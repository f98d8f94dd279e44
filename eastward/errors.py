"""The one error for bad input: its message is the one line a person sees."""


class InputError(Exception):
    """A file, key or value is not usable.

    The message is one line that names the file, the key, the value and what is allowed.
    """
