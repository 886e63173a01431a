"""Which incidents look alike, among thousands: found through the words that only a few of them share."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from incidentrepo.search.likening import Likeness

# A word that more have leads to too many to compare, and says little of two of them.
_RARE = 25
# With one shared word any two would be alike somewhere.
_SHARED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an incident is about, by the words that tell; `labels` are its tags and services."""

    name: str
    words: frozenset[str]
    labels: frozenset[str] = frozenset()

    @property
    def features(self) -> frozenset[str]:
        """All that it may share with another."""
        return self.words | self.labels


class LikenessIndex:
    """
    Answers which subjects look alike; what that costs does not grow with how many there are.

    Two are alike that share two features or more, one of them rare.
    """

    def __init__(self, subjects: Iterable[Subject]) -> None:
        self._subjects = {subject.name: subject for subject in subjects}
        holders: dict[str, list[str]] = defaultdict(list)
        for subject in self._subjects.values():
            for feature in subject.features:
                holders[feature].append(subject.name)
        self._rare = {
            feature: tuple(sorted(names)) for feature, names in holders.items() if 1 < len(names) <= _RARE
        }

    def find(self, name: str, *, without: Collection[str] = (), most: int = 3) -> tuple[Likeness, ...]:
        """Return those that look most like `name`, each with what both have, the rarest first."""
        subject = self._subjects.get(name)
        if subject is None:
            return ()
        found = [
            (self._weigh(shared), other)
            for other in self._candidates(subject)
            if other not in without
            and len(shared := subject.features & self._subjects[other].features) >= _SHARED
        ]
        best = sorted(found, key=lambda each: (-each[0], each[1]))[:most]
        return tuple(Likeness(incident=other, words=self._words(subject, other)) for _, other in best)

    def fingerprint(self, name: str) -> str:
        """Return what `find` rests on: while it stays, so does the answer."""
        subject = self._subjects.get(name)
        features = sorted(subject.features & self._rare.keys()) if subject else ()
        return " ".join(self._digests[feature] for feature in features)

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        """Return for each rare feature a name of who has it, and what else those have."""
        told = {name: f"{name} {sorted(one.features)}" for name, one in self._subjects.items()}
        return {
            feature: hashlib.sha1(
                "\0".join(told[name] for name in names).encode(), usedforsecurity=False
            ).hexdigest()
            for feature, names in self._rare.items()
        }

    def _candidates(self, subject: Subject) -> set[str]:
        rare = subject.features & self._rare.keys()
        return {other for feature in rare for other in self._rare[feature]} - {subject.name}

    def _weigh(self, shared: frozenset[str]) -> float:
        return sum(1 / len(self._rare[feature]) for feature in shared if feature in self._rare)

    def _words(self, subject: Subject, other: str) -> tuple[str, ...]:
        shared = subject.features & self._subjects[other].features
        return tuple(sorted(shared, key=lambda word: (len(self._rare.get(word, ())) or _RARE + 1, word)))
