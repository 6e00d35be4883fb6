"""Units of measure, currencies and time spans, with their factor to a base unit."""

from __future__ import annotations

from compare.text.en import word_set

_TABLE = """
m 1 metre metres meter meters m
m 1000 kilometre kilometres kilometer kilometers km kms
m 0.01 centimetre centimetres centimeter centimeters cm
m 0.001 millimetre millimetres millimeter millimeters mm
m 0.3048 foot feet ft
m 0.0254 inch inches
m 0.9144 yard yards
m 1609.344 mile miles
kg 1 kilogram kilograms kilo kilos kg
kg 0.001 gram grams
kg 1000 tonne tonnes
kg 907.18 ton tons
kg 0.45359 pound-weight lb lbs
kg 0.02835 ounce ounces
l 1 litre litres liter liters
l 3.785 gallon gallons
l 158.987 barrel barrels
m2 10000 hectare hectares
m2 4046.86 acre acres
kg 6.35029 stone
l 0.568 pint pints
m/s 0.27778 km/h kph kmh
m/s 0.44704 mph
W 1 watt watts
W 1000 kilowatt kilowatts kw
W 1e6 megawatt megawatts mw
W 1e9 gigawatt gigawatts gw
s 1 second seconds
s 60 minute minutes min mins
s 3600 hour hours hr hrs
s 86400 day days
s 604800 week weeks fortnight
s 2629800 month months
s 31557600 year years
s 315576000 decade decades
degC 1 celsius
degF 1 fahrenheit
GBP 0.01 pence penny
USD 0.01 cent cents
USD 1 dollar dollars buck bucks
EUR 1 euro euros
GBP 1 pound pounds
RUB 1 rouble roubles ruble rubles
CNY 1 yuan renminbi
JPY 1 yen
INR 1 rupee rupees
CHF 1 franc francs
crown 1 crown crowns krona kronor krone kroner koruna
peso 1 peso pesos
won 1 won
shekel 1 shekel shekels
dinar 1 dinar dinars
rand 1 rand
riyal 1 riyal riyals
lira 1 lira
naira 1 naira
dirham 1 dirham dirhams
point 1 percentage-point percentage-points
"""
UNITS: dict[str, tuple[str, float]] = {
    word: (base, float(factor))
    for base, factor, *names in (line.split() for line in _TABLE.strip().splitlines())
    for word in names
}
"""Word to base unit and factor."""

# With a country's letters before it a dollar is another one; rupees are written "Rs 500".
_DOLLARS = {"us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD"}
SYMBOLS = {
    **{"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "rs": "INR", "rs.": "INR"},
    **_DOLLARS,
}
MONEY = word_set("values.units.money")
# Before a currency word these say which country's it is, and are no part of the comparison.
CURRENCY_OWNERS = frozenset(
    "us u.s. american australian canadian hong kong singapore new zealand sterling".split()
)
DURATION = "s"


def unit_named(base: str, value: float) -> str:
    """Return a value in its base unit as a reader would have it.

    >>> unit_named("m", 6.4), unit_named("s", 1209600.0), unit_named("GBP", 412600000.0)
    ('6.4 m', '14 days', 'GBP 412,600,000')
    """
    if base in MONEY:
        return f"{base} {plain(value)}"
    if base == DURATION:
        for factor, name in ((31557600, "years"), (86400, "days"), (3600, "hours"), (60, "minutes")):
            if value >= factor:
                return f"{plain(value / factor)} {name}"
        return f"{plain(value)} seconds"
    return f"{plain(value)} {base}".strip()


def plain(value: float) -> str:
    """Return a number with separators, without needless decimals.

    >>> plain(2300.0), plain(6.40), plain(0.3333333)
    ('2,300', '6.4', '0.333')
    """
    whole = round(value, 3)
    return f"{int(whole):,}" if whole == int(whole) else f"{whole:,.3f}".rstrip("0")
