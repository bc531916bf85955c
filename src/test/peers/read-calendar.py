# SPDX-License-Identifier: Apache-2.0
"""Prints what the icalendar library reads in a calendar: each event as one JSON line, dates with their kind."""

import json
import sys

from icalendar import Calendar


def when(value):
    return type(value.dt).__name__ + " " + value.dt.isoformat()


with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
for event in calendar.walk("VEVENT"):
    if event.errors:
        raise SystemExit(event.errors)
    print(json.dumps({
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "start": when(event["DTSTART"]),
        "end": when(event["DTEND"]),
        "stamp": when(event["DTSTAMP"]),
    }))
