"""Bringing an installation up to date before it is used."""

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from birlik.base.values.clock import SystemClock
from birlik.wiring import foundations

app = typer.Typer()


def bring_up_to_date() -> None:
    """Migrate a demonstration's database and lay its foundations, where that is still to do.

    In production a command never changes the database's shape by itself: `birlik prepare` and
    `birlik serve` do, when the one who runs the installation asks for it.
    """
    if settings.DEMONSTRATION and migrations_wait():
        prepare()


def migrations_wait() -> bool:
    """Whether the database lacks a migration of this version."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@app.command()
def prepare() -> None:
    """Migrate the database, make the cache's table, and lay the foundations; repeating is safe."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    foundations.lay(at=SystemClock().now())
