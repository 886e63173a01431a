"""What one call of the command line works with: where, when, and who."""

import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import click

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.identity import handle_of, read_handle
from incidentrepo.changes.moments import read_moment
from incidentrepo.changes.opened import OpenedRecord, open_record
from incidentrepo.changes.selecting import list_incident_folders, select_folder
from incidentrepo.changes.stamp import Stamp, stamp_of
from incidentrepo.cli.call import Call
from incidentrepo.config.loading import Config, load_config
from incidentrepo.errors import UsageError
from incidentrepo.store.clone import Clone, open_clone, root_folder
from incidentrepo.store.committing import commit_files
from incidentrepo.store.disk import DiskFiles
from incidentrepo.store.files import locate_file, remove_file, write_file
from incidentrepo.store.identity import current_user
from incidentrepo.store.turns import take_turn

if TYPE_CHECKING:
    from incidentrepo.changes.leaking import Watch

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


# No slots: what is looked up once is kept in the instance.
@dataclass(frozen=True, kw_only=True)
class Session:
    """One call: `folder` is where it looks, `now` is an aware instant."""

    folder: Path
    now: datetime
    is_now_given: bool = False

    @cached_property
    def clone(self) -> Clone:
        """The git repository that `folder` is in."""
        if not self.folder.is_dir():
            raise UsageError(f"there is no folder {self.folder}")
        return open_clone(self.folder)

    @cached_property
    def files(self) -> DiskFiles:
        """The files on disk, from the root."""
        return DiskFiles(root_folder(self.clone))

    @cached_property
    def config(self) -> Config:
        """The policy, people and tags on disk."""
        return load_config(self.files)

    @cached_property
    def user(self) -> str:
        """The handle of whoever types: git's user, as `people.yaml` knows them."""
        return handle_of(current_user(self.clone), self.config.people)

    def open(self, words: str | None) -> OpenedRecord:
        """Return the incident meant, to change it; None means the only one that is open."""
        self.take_turn()
        return open_record(self.files, select_folder(self.files, words))

    def take_turn(self) -> None:
        """Let no other command change the files until this one ends; before it reads what it changes."""
        _ = self._turn

    @cached_property
    def _turn(self) -> None:
        click.get_current_context().with_resource(take_turn(self.clone))

    def stamp(self, *, by: str | None = None, at: str | None = None) -> Stamp:
        """Return who does something and when it happened."""
        handle = self.person(by) if by else self.user
        happened = read_moment(at, zone=self.zone_of(handle), now=self.now) if at else None
        is_for_another = by is not None and handle != self.user
        return stamp_of(
            by=handle, now=self.now, choose=secrets.choice, at=happened, is_for_another=is_for_another
        )

    def person(self, text: str) -> str:
        """Return the handle of whoever a person names."""
        return read_handle(text, self.config.people)

    def watch(self, opened: OpenedRecord) -> "Watch":
        """Return what the world must not read of an incident."""
        # Imported here: most commands tell the world nothing.
        from incidentrepo.changes.leaking import make_watch

        ids = [folder.rsplit("/", 1)[-1] for folder in list_incident_folders(self.files)]
        return make_watch(opened.record, self.config, ids=ids, now=self.now)

    def zone_of(self, handle: str) -> ZoneInfo:
        """Return the zone a person types times in: their own, else the policy's."""
        person = self.config.people.by_handle.get(handle)
        zone = self.config.policy.calendar.zone
        return ZoneInfo(person.timezone) if person and person.timezone else zone

    def save(self, change: FilesChange, *, commit: bool) -> None:
        """Write what changed, commit it unless told not to, and say so."""
        if not commit:
            for path, data in change.files.items():
                place = locate_file(root_folder(self.clone), path)
                remove_file(place) if data is None else write_file(place, data)
            click.echo(f"{change.done} Not committed.")
            _echo_remarks(change)
            return
        made = commit_files(self.clone, change.files, message=change.message, at=self.commit_time)
        click.echo(f"{change.done} Committed to {made.branch}.")
        _echo_remarks(change)
        if made.hand_edited:
            click.echo(f"Edits by hand in {', '.join(made.hand_edited)} were committed with it.", err=True)

    @property
    def commit_time(self) -> datetime | None:
        """When the commit is dated: git's own clock, unless the present was given."""
        return self.now if self.is_now_given else None


def _echo_remarks(change: FilesChange) -> None:
    for remark in change.remarks:
        click.echo(remark, err=True)


def is_asking() -> bool:
    """Whether somebody is there to answer: a terminal on both ends, and not CI."""
    return sys.stdin.isatty() and sys.stdout.isatty() and "CI" not in os.environ


def pass_session(command: Callable[Concatenate[Session, _Given], _Result]) -> Callable[_Given, _Result]:
    """Give a command the session of its call, made only now: `--version` needs none of it."""

    @wraps(command)
    def with_session(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        call = click.get_current_context().find_object(Call)
        assert call is not None, "the group has noted it"
        session = Session(folder=call.folder, now=call.now, is_now_given=call.is_now_given)
        return command(session, *args, **kwargs)

    return with_session
