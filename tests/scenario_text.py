"""A complete small scenario as text, for tests to break in one place."""

from __future__ import annotations

SMALL = """\
format: 1
id: small
title: A small sale
summary: One call about a wall calendar.
goal: A trial that the owner asked for.
prospect:
  company: Quay Cycles
  industry: bicycle repair
  about: Two mechanics and a wall calendar.
  name: Nadia Brandt
  role: Owner
  place: workshop
product:
  name: Slotbook
  seller: Fernhill
  about: A booking page. 20 a month.
  features:
    - {id: texts, name: Reminders, benefit: Fewer people forget}
buyers:
  - id: burnt
    name: Burnt once
    weight: 2
    truth: An earlier tool lost her bookings.
    cues: [She asked where the data lies.]
  - id: busy
    name: Only busy
    truth: She has no time.
    cues: [She looked at the clock.]
facts:
  - {id: no-shows, note: Three no-shows a week.}
prospecting:
  intro: Find out who might need it.
  coach: A lead is a person with a reason.
  decisions:
    - id: leads
      task: Look at leads
      spend: {calls: 1}
      choices:
        - {id: quay, say: Ring Quay Cycles., learn: no-shows, why: They said so in public.}
        - {id: mill, say: Ring the mill., why: Nothing says they book anything.}
preparation:
  intro: Read up.
  coach: What you know, you can ask about.
  decisions:
    - id: read
      task: Read something
      choices:
        - {id: reviews, say: Read the reviews., effects: {value: up}, why: Customers say it.}
        - {id: news, say: Read the news., why: Nothing about bicycles in it.}
approach:
  intro: Make contact.
  coach: Her words, not yours.
  decisions:
    - id: open
      task: Open the call
      prospect: Quay Cycles?
      choices:
        - id: ask
          say: How do people book with you, <first-name>?
          needs: {known: no-shows}
          locked hint: You know nothing about her week.
          effects: {trust: up a lot}
          reply: On the wall. Badly.
          cases:
            - when: {buyer: burnt}
              reply: On the wall. It never crashed.
          why: It is about her.
        - {id: pitch, say: I sell a booking page., effects: {trust: down}, why: It is about you.}
presentation:
  intro: Show it.
  coach: Show little.
  decisions:
    - id: show
      task: Share ten minutes
      minutes: 10
      features:
        - feature: texts
          choices:
            - {id: skip, minutes: 0, say: Leave it out., why: She will ask.}
            - {id: live, minutes: 10, say: Send her one., effects: {value: up}, why: She sees it.}
objections:
  intro: She doubts.
  coach: First listen.
  decisions:
    - id: doubt
      when: {buyer: burnt}
      task: Answer her
      prospect: And when it breaks?
      choices:
        - {id: listen, say: What broke?, effects: {trust: up}, why: The worry has a story.}
        - {id: promise, say: It never breaks., effects: {trust: down}, why: She has heard that.}
closing:
  intro: Ask.
  coach: Ask for what fits.
  decisions:
    - id: close
      task: Ask for it
      choices:
        - id: trial
          say: Shall we run both for two weeks?
          outcome: trial
          why: She can go back.
        - {id: order, say: Sign today?, outcome: lost, why: Too soon.}
follow_up:
  intro: Afterwards.
  coach: Do what you said.
  decisions:
    - id: after
      task: Follow up
      day: 3
      choices:
        - {id: thanks, say: Send thanks and the steps., effects: {trust: up}, why: Useful.}
        - {id: wait, say: Wait., why: She waits too.}
outcomes:
  - {id: trial, kind: pilot, title: Two weeks on trial, text: Both calendars run.}
  - {id: lost, kind: lost, title: No, text: She hung up.}
"""
"""A scenario with every kind of decision and two buyers."""


def broken(old: str, new: str) -> str:
    """The small scenario with one place changed; the place must be there once."""
    assert SMALL.count(old) == 1, f"{old!r} stands {SMALL.count(old)} times"
    return SMALL.replace(old, new)
