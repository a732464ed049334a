#!/usr/bin/env python3
"""Leaves the good proofs and the forgeries of ../shared/checks/proof_demo.py as files.

    forgeries.py PROOF_DEMO.py OUT

The demo is run as it is, but instead of asking its shell scripts, each case is written down: OUT/cases/N holds `label`,
`expect` (the beginning or a part of what a checker says), and either proof.tar, keys.tar, root.pem, or receipt.txt with
the log below .well-known/stet/log and perhaps press.pem. The good site is OUT/site."""

import pathlib
import shutil
import sys

demo, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
source = demo.read_text()
asked = "\ndef run(label, expect, script, *args):"
assert source.count(asked) == 1, "the demo asks its checkers in another way now"
count = 0


def record(label, expect, script, *args):
    global count
    case = out / "cases" / ("%03d" % count)
    count += 1
    case.mkdir(parents=True)
    (case / "label").write_text(label)
    (case / "expect").write_text(expect)
    if script == "verify_proof.sh":
        names = ("proof.tar", "keys.tar", "root.pem")
    else:
        names = ("receipt.txt", None, "press.pem")
        shutil.copytree(args[1], case / ".well-known/stet/log")
    for name, path in zip(names, args):
        if name:
            shutil.copy(path, case / name)


source = source.replace(asked, "\ndef asked(label, expect, script, *args):")
source = source.replace("\nwrong = 0\n", "\nwrong = 0\nrun = record\n")
sys.argv = [str(demo), str(out / "site")]
exec(compile(source, str(demo), "exec"), {"__name__": "__main__", "__file__": str(demo), "record": record})
