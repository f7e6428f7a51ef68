"""The hours of each contract, written out by hand from its text and from published lists of holidays, as plain data.

`HOURS` has the `zone` of local times; `calendars` by name, of which a working counts on the `default` one unless its
sum names another (`4 working hours of 24x7`); and `pauses`, those that stop a commitment's clock. A calendar has
`week` (windows by weekday), `closed` (holidays by date), `open_dates` (whole dates that open), `known` (the first and
the last date for which these are complete), `working_day` (`8 hours`), or `always`; and `zone`, where it has its own.
"""
