"""Vietnamese formats of the house style: dd/mm/yyyy, thousands with a point, decimals with a comma."""

DATE_FORMAT = "d/m/Y"
SHORT_DATE_FORMAT = "d/m/Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "H:i, d/m/Y"
SHORT_DATETIME_FORMAT = "d/m/Y H:i"
YEAR_MONTH_FORMAT = "m/Y"
MONTH_DAY_FORMAT = "d/m"
FIRST_DAY_OF_WEEK = 1
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3

# What is read. The first of each is how boxes show what they hold; WAGTAIL_DATE_FORMAT and its kin name the same.
# Years have four digits: 20-11-26 would be one day to some and another to others.
_DATES = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]
_TIMES = ["%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%Hh%M", "%Hg%M"]
DATE_INPUT_FORMATS = _DATES
TIME_INPUT_FORMATS = _TIMES
DATETIME_INPUT_FORMATS = [
    *(f"{date} {time}" for date in _DATES for time in _TIMES),
    *(f"{date}, {time}" for date in _DATES for time in _TIMES),
    *(f"{time} {date}" for date in _DATES for time in _TIMES),
    *(f"{time}, {date}" for date in _DATES for time in _TIMES),
    *_DATES,
]
