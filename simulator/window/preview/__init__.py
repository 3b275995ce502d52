"""The window beside the editor: a scenario is played while it is being written.

``version`` reads a saved file, ``watch`` notices that it was saved, ``bring`` carries the choices
made so far over to it and ``stand`` the place on the screen. ``ways`` finds a line of choices to
any decision, ``insight`` says what is hidden, ``editor`` opens the file, ``recording`` writes the
play into it. ``flow`` leads the play and ``hole`` shows it, by an application of its own, within
``screen``, beside the author's ``panel``; ``start`` opens the window.

Nothing here writes to the player's own folder.
"""
