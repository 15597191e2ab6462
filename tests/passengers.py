"""People whom nothing keeps from being removed: imported lives, and how they come to be on file."""

from datetime import datetime

from psycopg_pool import AsyncConnectionPool

from cli.seeds import OFFICES, officers
from engine.declaration import Procedures
from register.import_filing import Importer, Result
from register.importing import ImportedFile, line_of
from register.people import Name, NewPerson, People
from simulation import lives, suspects
from simulation.lives import Life, keep_circumstances
from workflows.procedures import PROCEDURES

COUNTRY = "LK"
DECLARED = Procedures(PROCEDURES)


def passenger(reference: str, office: str = "tokyo") -> ImportedFile:
    """Ordered and shown the order 120 days ago; nothing stands against removal, and the person was told of it."""
    person = NewPerson(names=(Name(language="en", text=reference),), nationality=COUNTRY)
    life = Life(reference, person, office)
    keep_circumstances(life, 124)
    suspects.order(life, 120)
    lives.prepare_removal(life, 90, COUNTRY)
    return life.file()


async def seat(pool: AsyncConnectionPool) -> None:
    """The officers of the demonstration."""
    await People(pool).put_offices(OFFICES)
    await People(pool).put_officers(officers())


async def put_on_file(pool: AsyncConnectionPool, *files: ImportedFile, at: datetime) -> list[tuple[str, str]]:
    """Put people on file; each with the case of his or her enforcement."""
    importer = Importer(pool, DECLARED, release="test")
    found = []
    for number, file in enumerate(files, start=1):
        taken = await importer.take(line_of(number, file), at)
        assert taken.result is Result.IMPORTED, taken.reason
        found.append((str(taken.person), await _enforcement(pool, str(taken.person))))
    return found


async def _enforcement(pool: AsyncConnectionPool, person: str) -> str:
    statement = "SELECT id FROM cases WHERE person_id = %s AND procedure = 'Enforcement'"
    async with pool.connection() as connection:
        row = await (await connection.execute(statement, (person,))).fetchone()
    assert row is not None
    return str(row[0])
