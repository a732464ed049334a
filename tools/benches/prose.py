"""Runs Prose, yrs and Loro on the same editing traces, alternating, and prints medians and ratios.

usage: prose.py STET_LAB DATA [--runs N] [TRACE...]

Every engine starts from encoded bytes in memory and ends with the text. Times are processor time of
the thread that works, so that a busy machine disturbs them less; ratios are of medians.
"""

import argparse
import gzip
import hashlib
import json
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import loro
from pycrdt import Doc, Text

# Trace: must and goal as ratio to yrs, most encoded bytes, most memory at peak in MiB.
TARGETS = {
    "S1": (0.45, 0.30, 316_000, 4),
    "S3": (0.80, 0.50, 729_000, 7),
    "C1": (2.0, 0.95, 467_000, 12),
    "A1": (0.80, 0.60, 309_000, 6),
    "friendsforever": (2.0, 0.95, 35_000, 1.4),
    "automerge-paper": (0.50, 0.35, 106_000, 2),
}


# Goals for encoded bytes that go beyond what is asked for at least.
BYTES_GOALS = {"S3": 320_000, "C1": 137_000}
# Edits a second through the editing API.
LOCAL_EDITING_GOALS = {"automerge-paper": 8_000_000}
# How much longer twice the history may take.
MOST_GROWTH = 2.2


def timed(act):
    start = time.thread_time_ns()
    result = act()
    return time.thread_time_ns() - start, result


def yrs_merge(update):
    def act():
        doc = Doc()
        text = doc.get("text", type=Text)
        doc.apply_update(update)
        return str(text)

    return timed(act)


def loro_import(data):
    def act():
        doc = loro.LoroDoc()
        doc.import_(data)
        return doc.get_text("text").to_string()

    return timed(act)


class Prose:
    """stet-lab on one trace, encoded once with and once without its text."""

    def __init__(self, lab, data, trace, folder):
        self.lab = lab
        self.source = f"{data}/traces/{trace}.json.gz"
        self.history = f"{folder}/{trace}.stpr"
        self.stored = f"{folder}/{trace}-with-text.stpr"
        self.run("replay", self.source, "--encode", self.history)
        self.run("replay", self.source, "--encode", self.stored, "--with-text")

    def run(self, *arguments):
        return subprocess.run([self.lab, *arguments], capture_output=True, text=True, check=True).stdout

    def measure(self, act, file):
        line = json.loads(self.run(act, file, "--repeat", "3", "--warm", "1"))
        return statistics.median(line["cpu_ns"]), line["sha256"]

    def report(self):
        return json.loads(self.run("replay", self.source, "--repeat", "3", "--json"))


def bench(trace, arguments, folder):
    peers = Path(arguments.data) / "peers"
    update = gzip.open(peers / f"{trace}.yjs1.gz").read()
    snapshot = gzip.open(peers / f"{trace}.loro-snapshot.gz").read()
    updates = gzip.open(peers / f"{trace}.loro-updates.gz").read()
    prose = Prose(arguments.lab, arguments.data, trace, folder)
    times = {name: [] for name in ("yrs", "loro", "prose", "loro_open", "prose_open")}
    for _ in range(arguments.runs):
        yrs_merge(update)
        spent, text = yrs_merge(update)
        times["yrs"].append(spent)
        spent, digest = prose.measure("merge", prose.history)
        times["prose"].append(spent)
        times["loro_open"].append(loro_import(snapshot)[0])
        spent, stored_digest = prose.measure("open", prose.stored)
        times["prose_open"].append(spent)
        expected = hashlib.sha256(text.encode()).hexdigest()
        assert digest == stored_digest == expected, f"{trace}: another text than yrs"
    for _ in range(min(arguments.runs, 3)):
        times["loro"].append(loro_import(updates)[0])
    median = {name: statistics.median(values) / 1e6 for name, values in times.items()}
    must, goal, most_bytes, most_memory = TARGETS[trace]
    report = prose.report()
    return {
        "trace": trace,
        **{f"{name}_ms": round(value, 3) for name, value in median.items()},
        "ratio_to_yrs": round(median["prose"] / median["yrs"], 3),
        "must": must,
        "goal": goal,
        "open_ratio_to_loro": round(median["prose_open"] / median["loro_open"], 3),
        "bytes": report["encodedBytes"],
        "bytes_at_most": most_bytes,
        "bytes_yrs": len(update),
        "bytes_loro": len(updates),
        "peak_mib": round(report["memory"]["peakBytes"] / 2**20, 2),
        "peak_mib_at_most": most_memory,
        "rest_kib": report["memory"]["restBytes"] // 1024,
        "rest_kib_at_most": int(len(text.encode()) * 1.5 / 1024 + 256),
        "build_and_merge_ms": round(report["buildAndMergeMilliseconds"], 1),
        "local_edits_per_second": int(report.get("localEditsPerSecond") or 0),
        "is_right": report["isRight"],
    }


def growth(arguments, folder):
    """The same session once, twice, four times as long: how the merge time grows."""
    rows = []
    for times in (1, 2, 4, 8):
        file = f"{folder}/growth-{times}.json"
        Path(file).write_text(json.dumps(session(times)))
        history = f"{folder}/growth-{times}.stpr"
        subprocess.run([arguments.lab, "replay", file, "--encode", history], check=True)
        output = subprocess.run(
            [arguments.lab, "merge", history, "--repeat", "9", "--warm", "2"],
            capture_output=True, text=True, check=True,
        ).stdout
        # The least of the runs: what grows is the work, not what disturbs it.
        rows.append((times, min(json.loads(output)["cpu_ns"]) / 1e6))
    return rows


def session(times, rounds=500):
    """Two writers who type apart and merge now and then, at places spread over the text."""
    transactions, length, heads, state = [], 0, [], 1
    for _ in range(rounds * times):
        fork, ends = heads, []
        for agent in (0, 1):
            state = (state * 1103515245 + 12345) % 2**31
            place = state % (length + 1)
            transactions.append(
                {"parents": fork, "agent": agent, "patches": [[place, 0, "some words. "]]}
            )
            ends.append(len(transactions) - 1)
        heads, length = ends, length + 24
    return {"endContent": "", "txns": transactions}


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- " + "| ---: " * (len(head) - 1) + "|"]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def merging(rows):
    head = ("trace", "yrs ms", "Loro ms", "Prose ms", "ratio to yrs", "must", "goal", "bytes", "at most",
            "peak MiB", "at most")
    return table(head, [
        (row["trace"], row["yrs_ms"], row["loro_ms"], row["prose_ms"], row["ratio_to_yrs"], row["must"], row["goal"],
         f'{row["bytes"]:,}', f'{row["bytes_at_most"]:,}', row["peak_mib"], row["peak_mib_at_most"]) for row in rows])


def opening(rows):
    head = ("trace", "Loro opens ms", "Prose opens ms", "ratio", "at rest KiB", "at most", "build and merge ms",
            "local edits a second")
    return table(head, [
        (row["trace"], row["loro_open_ms"], row["prose_open_ms"], row["open_ratio_to_loro"], row["rest_kib"],
         row["rest_kib_at_most"], row["build_and_merge_ms"], f'{row["local_edits_per_second"]:,}' if
         row["local_edits_per_second"] else "-") for row in rows])


def misses(rows, scaling):
    """Every figure that is not what the project asks of it."""
    for row in rows:
        trace, ratio, size = row["trace"], row["ratio_to_yrs"], row["bytes"]
        if not row["is_right"]:
            yield f"{trace}: ANOTHER TEXT than recorded"
        if ratio > row["must"]:
            yield f"{trace}: merges in {ratio} of yrs' time, MUST be {row['must']}"
        elif ratio > row["goal"]:
            yield f"{trace}: merges in {ratio} of yrs' time, goal {row['goal']}"
        if size > row["bytes_at_most"]:
            yield f"{trace}: {size:,} bytes, MUST be {row['bytes_at_most']:,}"
        elif size > BYTES_GOALS.get(trace, size):
            yield f"{trace}: {size:,} bytes, goal {BYTES_GOALS[trace]:,}"
        if row["peak_mib"] > row["peak_mib_at_most"]:
            yield f"{trace}: {row['peak_mib']} MiB at peak, MUST be {row['peak_mib_at_most']}"
        if row["rest_kib"] > row["rest_kib_at_most"]:
            yield f"{trace}: {row['rest_kib']} KiB at rest, MUST be {row['rest_kib_at_most']}"
        if row["open_ratio_to_loro"] > 1:
            yield f"{trace}: opens in {row['open_ratio_to_loro']} of Loro's time, MUST be 1"
        edits = row["local_edits_per_second"]
        if edits < LOCAL_EDITING_GOALS.get(trace, edits):
            yield f"{trace}: {edits:,} local edits a second, MUST be {LOCAL_EDITING_GOALS[trace]:,}"
    for (_, spent), (times, longer) in zip(scaling, scaling[1:]):
        if longer > MOST_GROWTH * spent:
            yield f"growth: {times} x takes {longer / spent:.2f} times the one before, MUST be {MOST_GROWTH}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lab")
    parser.add_argument("data")
    parser.add_argument("traces", nargs="*", default=list(TARGETS))
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for trace in arguments.traces or TARGETS:
            rows.append(bench(trace, arguments, folder))
            print(json.dumps(rows[-1]), flush=True)
        scaling = growth(arguments, folder)
    print(f"\nFrom encoded bytes to the text:\n\n{merging(rows)}")
    print(f"\nOpening with the text, memory at rest, editing:\n\n{opening(rows)}")
    growing = [(f"{times} x", f"{spent:.2f}", f"{spent / before[1]:.2f}" if before else "-")
               for (times, spent), before in zip(scaling, [None, *scaling])]
    print("\nTwo writers, merge time as the session grows:\n")
    print(table(("session", "ms", "to the one before"), growing))
    print("\nPublished, for reference: diamond-types decodes automerge-paper in 0.43 to 0.60 of yrs' time")
    print("(README of darkskygit/crdt-bench-native: 1.92 to 4.42 ms; forehalo/crdt-bench-native: 2.30 to 3.84 ms).")
    found = list(misses(rows, scaling))
    print("\nMissed:" if found else "\nNothing missed.")
    for line in found:
        print(f"- {line}")


main()
