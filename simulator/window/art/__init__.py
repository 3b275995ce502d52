"""People, places, icons and charts as SVG text: pure functions, no pygame, no files.

Everything here keeps to the part of SVG that SDL's renderer draws: plain shapes, transforms,
gradients in user space, opacity on single shapes. It silently skips the rest (clip paths, masks,
filters, text, ``use``), so the rest is never written.
"""
