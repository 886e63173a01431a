"""Countries' holidays: looked up when a business day is counted, and not before."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import date

from incidentrepo.documents.decode_fields import Fields
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.reading import locate
from incidentrepo.model.place import Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A country, or a part of one, whose public holidays are kept; `pointer` is where the policy says so."""

    country: str
    subdivision: str | None = None
    pointer: Pointer = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """The days that the policy names, and the public holidays of the regions that it names."""

    days: frozenset[date]
    regions: tuple[Region, ...]
    _known: dict[Region, Container[object]] = field(default_factory=dict, compare=False, repr=False)

    def __contains__(self, day: object) -> bool:
        """Whether that day is a holiday in one of the regions, or one of the policy's own."""
        return day in self.days or any(day in self._calendar_of(region) for region in self.regions)

    def _calendar_of(self, region: Region) -> Container[object]:
        if region not in self._known:
            found = _find_calendar(region)
            # What nobody knows has no holidays; the check says so, at its place in the policy.
            self._known[region] = frozenset() if found is None else found
        return self._known[region]


def decode_holidays(fields: Fields) -> Container[date]:
    """Return the days off that `holidays:` lists: days as they are, and regions to be looked up."""
    listed = list(enumerate(fields.get("holidays") or ()))
    days = frozenset(date.fromisoformat(each) for _, each in listed if isinstance(each, str))
    regions = tuple(
        Region(country=each["country"], subdivision=each.get("subdivision"), pointer=("holidays", index))
        for index, each in listed
        if isinstance(each, dict) and each.get("country")
    )
    return Holidays(days=days, regions=regions) if regions else days


def find_unknown_regions(path: str, data: bytes, holidays: Container[date]) -> Iterator[Problem]:
    """Yield each region of the policy in `data`, at `path`, of which no holidays are known."""
    if not isinstance(holidays, Holidays):
        return
    for region in holidays.regions:
        if _find_calendar(region) is None:
            where = (
                region.country if region.subdivision is None else f"{region.subdivision} of {region.country}"
            )
            yield Problem(
                rule="schema-violation",
                pointer=region.pointer,
                place=locate(path, data, region.pointer),
                message=f"no holidays are known for {where}",
                hint="give the codes of ISO 3166, as in {country: DE, subdivision: BE}",
            )


def _find_calendar(region: Region) -> Container[object] | None:
    # 60 ms, for the firms alone that name a country.
    import holidays

    try:
        found: Container[object] = holidays.country_holidays(region.country, subdiv=region.subdivision)
    except NotImplementedError:
        return None
    return found
