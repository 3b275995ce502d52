"""The window beside the editor: a scenario is played while it is being written.

``version`` reads a saved file, ``watch`` notices that it was saved, ``bring`` carries the choices
made so far over to it and ``stand`` the place on the screen. ``advising`` and ``proof`` ask the
rules and the solver about it. ``ways`` finds a line of choices to any decision, ``insight`` says
what is hidden, ``editor`` opens the file, ``recording`` writes the play into it; ``deeds`` does
what the author asks for. ``flow`` leads the play and ``hole`` shows it, by an application of its
own, within ``screen``, beside the author's ``panel`` with its ``pages`` of ``rows``; ``start``
opens the window.

Nothing here writes to the player's own folder, but for the report of a failure.
"""
