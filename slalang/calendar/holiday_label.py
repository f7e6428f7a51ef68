"""How a set of public holidays is called in print."""

from .spec import HolidayRule

_LABELS = {
    "AT": "Austria",
    "AU": "Australia (national)",
    "AU-NSW": "New South Wales",
    "AU-VIC": "Victoria",
    "BE": "Belgium",
    "BR": "Brazil",
    "CA": "Canada (federal)",
    "CA-ON": "Ontario",
    "CA-QC": "Quebec",
    "CH": "Switzerland (federal)",
    "CN": "China",
    "DE": "Germany (nationwide)",
    "DE-BE": "Berlin",
    "DE-BY": "Bavaria",
    "DK": "Denmark",
    "ES": "Spain (national)",
    "FI": "Finland",
    "FR": "France",
    "GB": "United Kingdom (common to all)",
    "GB-ENG": "England & Wales",
    "GB-NIR": "Northern Ireland",
    "GB-SCT": "Scotland",
    "GB-WLS": "England & Wales",
    "IE": "Ireland",
    "IN": "India (national)",
    "IT": "Italy",
    "JP": "Japan",
    "NL": "Netherlands",
    "NO": "Norway",
    "NZ": "New Zealand",
    "PL": "Poland",
    "PT": "Portugal",
    "SE": "Sweden",
    "SG": "Singapore",
    "US": "United States (federal)",
    "US-CA": "California",
    "US-MA": "Massachusetts",
    "US-NY": "New York",
    "US-TX": "Texas",
    "ZA": "South Africa",
}


def holiday_code(rule: HolidayRule) -> str:
    """The code of a rule's set, such as `GB-ENG`."""
    return rule.country if rule.subdivision is None else f"{rule.country}-{rule.subdivision}"


def holiday_label(rule: HolidayRule) -> str:
    """What to call a rule's set, such as `England & Wales`; its code where there is no better name."""
    code = holiday_code(rule)
    return _LABELS.get(code, code)
