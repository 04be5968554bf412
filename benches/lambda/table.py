"""Prints the figures of all rounds as one table. usage: table.py FIGURES BOOTSTRAP MENU"""
import glob
import io
import json
import os
import statistics
import sys
import zipfile

WHAT = {
    "order": "voice, a first order over loopback AWS",
    "asked": "voice, a question that needs no store",
    "floor8": "the clients alone, with as many calls as a first order",
    "floor0": "the clients alone, without a call",
    "node24": "Node.js 24, ask-sdk-core",
    "python": "Python, ask-sdk-core",
}
COLUMNS = [
    ("init_ms", "init ms", 1),
    ("cold_ms", "cold ms", 1),
    ("cold_min_ms", "least", 1),
    ("cpu_init_ms", "init CPU ms", 1),
    ("warm_p50_us", "warm p50 us", 0),
    ("warm_p99_us", "p99", 0),
    ("cpu_warm_us", "warm CPU us", 0),
    ("rss_mib", "MiB", 1),
]


def zipped(bootstrap, menu):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        package.write(bootstrap, "bootstrap")
        for name in sorted(os.listdir(menu)):
            package.write(os.path.join(menu, name), f"menu/{name}")
    return len(packed.getvalue()) / 2**20


folder, bootstrap, menu = sys.argv[1:]
rounds = {}
for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
    for candidate in json.load(open(path))["candidates"]:
        rounds.setdefault(candidate["label"], []).append(candidate["summary"])


def over_rounds(label, column):
    values = [summary[column] for summary in rounds[label]]
    return min(values) if column == "cold_min_ms" else statistics.median(values)


print("| | " + " | ".join(title for _, title, _ in COLUMNS) + " |")
print("|---" * (len(COLUMNS) + 1) + "|")
for label, what in WHAT.items():
    cells = (f"{over_rounds(label, column):.{digits}f}" for column, _, digits in COLUMNS)
    print(f"| {what} | " + " | ".join(cells) + " |")
for column, title, _ in COLUMNS[:4]:
    ratio = over_rounds("order", column) / over_rounds("node24", column)
    print(f"{title}: voice takes {ratio:.3f} of Node.js 24's")
print(f"package: {zipped(bootstrap, menu):.2f} MiB zipped, binary {os.path.getsize(bootstrap) / 2**20:.2f} MiB")
