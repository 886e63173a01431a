"""Rule: internal-host-in-public-text."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.public_texts import find_in_public
from incidentrepo.rules.rule import Rule


class InternalHostInPublicText(Rule):
    """
    ## What it flags

    A machine that only your own network knows, in `public.md`, its title or address, or in an update for
    the world:

    - addresses of private networks (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10), link-local
      and loopback ones, and their like of IPv6;
    - names that end in `.internal`, `.local`, `.lan`, `.corp`, `.intra`, `.svc`, `.svc.cluster.local` or
      `.home.arpa`;
    - names of one word in an address, such as `http://grafana:3000`;
    - what `publishing.internal_hosts` of your policy lists, and every name below it.

    Versions, whole ranges and the addresses that documentation uses are left alone.

    ## Why it matters

    It tells a stranger where to knock, and a reader nothing.

    ## Example

    ```markdown
    The disk of db7.corp.tern.example (10.3.0.17) was full.
    ```

    ## Instead

    ```markdown
    The disk of one of our databases was full.
    ```

    ## Fix

    Say what the machine is for, not what it is called.
    """

    id = "internal-host-in-public-text"
    summary = "a machine of the inside in text for the world"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each place of a machine's name or address."""
        return find_in_public(self, LeakKind.INTERNAL_HOST, record, context)
