"""The parts of which the screens of a play are made: header, scene, meters, notes, cards."""
