#!/usr/bin/env python3
"""Holds the figures that .ci/eval has written to what they must be: FOLDER of them, SUITE of talks."""

import json
import sys
from pathlib import Path

folder, suite = Path(sys.argv[1]), Path(sys.argv[2])
played = {name: json.loads((folder / f"{name}.json").read_text()) for name in
          ["right", "tiered", "wrong", "mute", "throttled", "late"]}
talks = len(list(suite.glob("*/*.txt")))
faults = []


def must(name, what, holds):
    print(f"{'ok  ' if holds else 'FAIL'} {name}: {what}")
    if not holds:
        faults.append(f"{name}: {what}")


def share(row, part, whole):
    of, name = part
    return row[of][name] / max(1, row[of][whole])


for name in ["right", "tiered", "wrong", "mute", "throttled"]:
    row = played[name]["all"]
    must(name, f"all {talks} talks are played", row["talks"]["played"] == talks)
    for language, one in played[name]["languages"].items():
        must(name, f"{language} has as many talks as the other", one["talks"]["played"] * 2 == talks)

# What a right model says is what is done, but where words do not name it: then it is asked.
right = played["right"]["all"]
reached = share(right, ("talks", "reached"), "played")
must("right", f"{reached:.1%} of talks come to the orders that are written, at least 98 %", reached >= 0.98)
must("right", "every call is used", set(right["calls"]["outcomes"]) == {"use"})
must("right", "nothing of an answer is refused", not right["answers"]["refused"])
must("right", "at least half of the turns go to Claude", right["turns"]["asked_of_claude"] * 2 >= right["turns"]["said"])
must("right", "most edits are taken at once", right["answers"]["edits_proposed"] >= 20 * right["answers"]["edits_doubted"])
must("right", "no call is over its aim", right["latency_ms"]["calls_over_aim"] == 0)
must("right", "what it costs is known", right["micro_usd"] > 0 and right["tokens"]["input"] > 0)

# Behind the grammar Claude is asked little, and nothing is worse for it.
tiered = played["tiered"]["all"]
reached = share(tiered, ("talks", "reached"), "played")
must("tiered", f"{reached:.1%} of talks come to the orders that are written, at least 98 %", reached >= 0.98)
asked = share(tiered, ("turns", "asked_of_claude"), "said")
must("tiered", f"{asked:.1%} of the turns go to Claude, at most 10 %", asked <= 0.10)

# A wrong model costs questions. That none of them is left out is held by the tests of `quality`.
wrong = played["wrong"]["all"]
must("wrong", "it is found out: most of its edits are only asked about",
     wrong["answers"]["edits_doubted"] > 4 * wrong["answers"]["edits_proposed"])
must("wrong", "it comes to fewer of the orders", wrong["talks"]["reached"] < right["talks"]["reached"])

# Without answers the grammar understands alone, and asks where it is unsure.
for name, outcome in [("mute", "no_tool_use"), ("throttled", "throttled")]:
    row = played[name]["all"]
    must(name, f"every call comes to {outcome}", set(row["calls"]["outcomes"]) == {outcome})
    must(name, "no edit comes of it", row["answers"]["edits_proposed"] + row["answers"]["edits_doubted"] == 0)
    reached = share(row, ("talks", "reached"), "played")
    must(name, f"{reached:.1%} of talks come to the orders that are written, at least 97 %", reached >= 0.97)
throttled = played["throttled"]["all"]["calls"]
must("throttled", "the service is left alone meanwhile", throttled["not_asked"]["rests"] > 100 * throttled["outcomes"]["throttled"])

late = played["late"]["all"]
calls = late["calls"]["outcomes"].get("late", 0)
must("late", "calls are made, and every one is cut", calls > 0 and set(late["calls"]["outcomes"]) == {"late"})
must("late", "at its time", 4500 <= late["latency_ms"]["p50"] and late["latency_ms"]["max"] < 6000)
must("late", "the talks come to their orders all the same", late["talks"]["reached"] == late["talks"]["played"] > 0)

sys.exit(f"{len(faults)} figures are not what they must be" if faults else 0)
