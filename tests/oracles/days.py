"""Days as Python's own calendar reads them."""

import calendar

from _ask import Differences, ask

differences = Differences(__file__)
days = [f"{year:04}-{month:02}-{day:02}" for year in (1900, 1999, 2000, 2023, 2024) for month in range(14) for day in range(33)]
for day, answer in zip(days, ask({"kind": "date", "value": day} for day in days), strict=True):
    year, month, number = map(int, day.split("-"))
    exists = 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]
    differences.compare(day, answer.get("canonical"), day if exists else None)
differences.finish()
