from datetime import date, time
from zoneinfo import ZoneInfo

from incidentrepo.config.decode_rotations import decode_rotations
from incidentrepo.config.defaults import WORKDAYS
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.model.duration import parse_duration
from incidentrepo.model.policy import Calendar
from incidentrepo.model.rotation import Override, Rotation
from incidentrepo.model.time import parse_time

TEXT = b"""
on-duty:
  role: commander
  tags: [payments]
  people: [ada, grace]
  starts_on: 2026-10-19
  every: 1 week
  hands_over_at: "09:30"
  overrides:
    - from: 2026-10-20
      until: 2026-10-21
      person: joan
nobody:
  people: []
  starts_on: 2026-10-19
  every: 1 week
"""


def test_a_rotation() -> None:
    """
    Everything that is said is kept, in the policy's zone unless it names one; one without people is none.
    """
    fields = load_yaml(TEXT).value
    assert isinstance(fields, dict)

    calendar = Calendar(zone=ZoneInfo("Europe/Berlin"), workdays=WORKDAYS)

    assert decode_rotations(fields, calendar) == (
        Rotation(
            name="on-duty",
            people=("ada", "grace"),
            starts_on=date(2026, 10, 19),
            every=parse_duration("1 week"),
            zone=calendar.zone,
            calendar=calendar,
            hands_over_at=time(9, 30),
            role="commander",
            tags=("payments",),
            overrides=(
                Override(since=parse_time("2026-10-20"), until=parse_time("2026-10-21"), person="joan"),
            ),
        ),
    )
