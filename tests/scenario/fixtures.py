"""Scenario texts that are right, with something of everything; mutations begin from these."""

EVENTS = """\
policy: ../../isode.sla
name: critical outage on Maundy Thursday
events:
  - {at: 2025-04-17T16:30+01:00, event: opened, channel: phone, severity: P1, by: customer}
  - {at: 2025-04-17T16:45+01:00, pause: waiting-on-customer}
  - {at: 2025-04-17T16:55+01:00, resume: waiting-on-customer}
  - {at: 2025-04-22T09:40+01:00, fact: {effect: no-impact}, since: 2025-04-17T16:30+01:00, by: vendor}
  - {at: 2025-04-22T10:00+01:00, event: responded, by: vendor, with: {effect: no-impact}}
  - {at: 2025-04-22T10:10+01:00, severity: P2, by: vendor, because: "it got better"}
"""

CHANGES = """\
name: everything else that can happen
tier: Silver
events:
  - {at: 2025-04-22T10:20+01:00, tier: Gold}
  - {at: 2025-04-22T10:20+01:00, option: round-the-clock}
  - {at: 2025-04-22T10:30+01:00, drop: round-the-clock}
  - {at: 2025-04-22T11:00+01:00, waive: relief, by: customer}
  - {at: 2025-04-22T11:10+01:00, request: escalation, by: customer}
  - {at: 2025-04-22T11:20+01:00, agreement: [vendor, customer]}
"""

EXPECTING = """\
name: an answer
opened: 2025-04-17T16:30[Europe/London]
as of: 2025-04-22T12:00+01:00
expect:
  scope: in scope
  severity: P1
  response: {due: 2025-04-22T12:30+01:00, status: met, rests on: [coverage usual, response P1 Silver]}
  relief: {due: unknown, left: 2 working hours, owed by: vendor, missing: [effect], readings: {relief-time: elapsed}}
  steps: {relief-missed: {at: none, to: [account-manager], state: dropped}}
  duties: [help]
  closures: {silence: {due: none}}
  remarks: ["holidays not pinned"]
working:
  response:
    - {counted: 2025-04-17T16:30+01:00 to 17:00}
    - {skipped: 2025-04-17T17:00+01:00 to 2025-04-22T09:00+01:00, because: Good Friday}
    - {sum: 4 working hours}
  relief: {none: "a fact is missing"}
"""

FACTS = """\
name: facts of every kind
policy: isode.sla
opened: 2025-04-17T16:30[Europe/London]
facts:
  effect: no-impact
  users: 12
  workaround: no
  signed: 2025-01-31
  agreed-date: 2025-05-01T09:00Z
  extra-time: 2 working hours
  site: Europe/London
expect:
  response: {alternatives: {effect=no-impact: {due: none, status: unknown}}, unknown because: hours}
  severity: unknown
working: {none: "nothing is due"}
"""

SHARING = """\
policy: ../../isode.sla
shared: {tier: Silver, options: [round-the-clock], channel: phone, facts: {environment: production}}
scenarios:
  - name: base
    facts: {effect: total-outage}
    opened: 2025-04-17T16:30+01:00
    readings: {relief-time: elapsed}
    variations:
      - {name: small, facts: {effect: some-impact}, expect: {scope: {state: out of scope, handed to: vendor}}}
      - {name: early, opened: 2025-04-16T16:30+01:00, expect: {response: none}, working: none}
  - {name: another, opened: 2025-04-16T16:30+01:00}
"""

TEXTS = (EVENTS, CHANGES, EXPECTING, FACTS, SHARING)
