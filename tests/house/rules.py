"""Our own rules of the code: each takes a path and its source and names what breaks the rule.

Ruff and mypy do not know them, and the workflow sandbox does not guard modules that are passed through to it: a
`date.today()` in a rule of law would run in a workflow unnoticed.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

Rule = Callable[[str, str], list[str]]

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
TEMPORAL_FILES = {"workflows/case.py", "workflows/durable.py", "workflows/ports.py"}
CLIENT_FACTORY = "activities/client.py"

_CLOCK_CALLS = {"now", "utcnow", "today"}
_CLOCKS = {"date", "datetime"}
_WORLD = {
    *("time", "random", "secrets", "os", "getpass", "platform", "tempfile"),
    *("socket", "ssl", "select", "selectors", "http", "urllib", "ftplib", "smtplib", "socketserver", "xmlrpc"),
    *("aiosmtplib", "httpx", "psycopg", "requests", "sqlalchemy", "sqlmodel", "subprocess", "multiprocessing"),
}
_SURE_UUIDS = {"UUID", "uuid3", "uuid5", "NAMESPACE_DNS", "NAMESPACE_OID", "NAMESPACE_URL", "NAMESPACE_X500"}
_OURS = {"law", "engine", "workflows", "activities", "register", "notices", "api", "simulation", "cli", "embedded"}
_MAY_IMPORT = {"settings.py": set[str](), "worker.py": _OURS - {"api", "cli", "simulation", "embedded"}}

_ADDRESS = re.compile(
    r"https?://[^\s\"']*(?:pypi|pythonhosted|npmjs|/simple\b)|--(?:extra-)?index-url[ =]|--find-links[ =]"
)
_SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\."
    r"|\bAKIA[0-9A-Z]{16}\b"
    r"|\bgh[pousr]_\w{30,}"
    r"|:/"
    r"/[^\s:/@{}$'\"]+:[^\s@{}$'\"]+@(?!host\b|localhost\b)"
)


def is_pure(path: str) -> bool:
    """Whether a file may not touch the world: law, engine and the procedures."""
    top = PurePosixPath(path).parts[0]
    return top in {"law", "engine"} or is_procedure(path)


def is_procedure(path: str) -> bool:
    """Whether a file declares a procedure (or lists them)."""
    return path.startswith("workflows/") and path not in TEMPORAL_FILES


def no_clock(path: str, source: str) -> list[str]:
    """Pure code is told what time it is."""
    if not is_pure(path):
        return []
    tree = ast.parse(source)
    clocks = _CLOCKS | {new for module, name, new, _ in _imports(tree) if module == "datetime" and name in _CLOCKS}
    return [
        f"{path}:{node.lineno} reads the clock: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in _CLOCK_CALLS and _last_name(node.value) in clocks
    ]


def no_world(path: str, source: str) -> list[str]:
    """Pure code imports no time, randomness, environment or network."""
    if not is_pure(path):
        return []
    return [
        f"{path}:{line} reaches the world: {module} {name}".rstrip()
        for module, name, _, line in _imports(ast.parse(source))
        if module.split(".")[0] in _WORLD or (module == "uuid" and name not in _SURE_UUIDS)
    ]


def procedures_know_no_temporal(path: str, source: str) -> list[str]:
    """A procedure imports neither Temporal nor the files that run it."""
    if not is_procedure(path) or path == "workflows/__init__.py":
        return []
    shell = {file.removesuffix(".py").replace("/", ".") for file in TEMPORAL_FILES}
    return [
        f"{path}:{line} imports {module}"
        for module, name, _, line in _imports(ast.parse(source))
        if module.split(".")[0] == "temporalio" or {module, f"{module}.{name}"} & shell
    ]


def one_client_factory(path: str, source: str) -> list[str]:
    """One file connects to Temporal."""
    if path == CLIENT_FACTORY or path.startswith("tests/"):
        return []
    tree = ast.parse(source)
    clients = {"Client"} | {new for _, name, new, _ in _imports(tree) if name == "Client"}
    return [
        f"{path}:{node.lineno} connects to Temporal"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "connect" and _last_name(node.value) in clients
    ]


def commits_only_in_register(path: str, source: str) -> list[str]:
    """Only the register ends a transaction."""
    if path.startswith(("register/", "tests/")):
        return []
    return [
        f"{path}:{node.lineno} commits"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
    ]


def short_functions(path: str, source: str) -> list[str]:
    """A function, its docstring apart, fits on a screen."""
    if path.startswith("tests/"):
        return []
    return [
        f"{path}:{node.lineno} {node.name} has {_length(node)} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > LONGEST_FUNCTION
    ]


def short_modules(path: str, source: str) -> list[str]:
    """A module is one concept."""
    count = len(source.splitlines())
    return [] if path.startswith("tests/") or count <= LONGEST_MODULE else [f"{path} has {count} lines"]


def single_modules_look_down(path: str, source: str) -> list[str]:
    """`settings.py` and `worker.py` import what their place allows (import-linter sees only packages)."""
    if path not in _MAY_IMPORT:
        return []
    return [
        f"{path}:{line} imports {module}"
        for module, _, _, line in _imports(ast.parse(source))
        if module.split(".")[0] in _OURS - _MAY_IMPORT[path]
    ]


def refusals_name_a_remedy(path: str, source: str) -> list[str]:
    """A ground of refusal says what would cure it, or that nothing does."""
    if path.startswith("tests/"):
        return []
    return [
        f"{path}:{node.lineno} names no remedy"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _last_name(node.func) == "because" and not _says(node, "remedy")
    ]


def no_addresses(path: str, text: str) -> list[str]:
    """No file says where packages are fetched from."""
    return [f"{path}:{line} holds a registry's address" for line in _matches(_ADDRESS, text)]


def no_secrets(path: str, text: str) -> list[str]:
    """No file holds a key, a token or an address with a password."""
    return [f"{path}:{line} holds a secret" for line in _matches(_SECRET, text)]


CODE_RULES: tuple[Rule, ...] = (
    no_clock,
    no_world,
    procedures_know_no_temporal,
    one_client_factory,
    commits_only_in_register,
    short_functions,
    short_modules,
    single_modules_look_down,
    refusals_name_a_remedy,
)
TEXT_RULES: tuple[Rule, ...] = (no_addresses, no_secrets)


def _imports(tree: ast.AST) -> Iterator[tuple[str, str, str, int]]:
    """All imports: the module, the name taken from it, what it is called here, and the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "", alias.asname or alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = node.names
            yield from ((node.module or "", alias.name, alias.asname or alias.name, node.lineno) for alias in names)


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _says(call: ast.Call, name: str) -> bool:
    """Whether a call gives an argument by its name, and not as an empty text."""
    given = [one.value for one in call.keywords if one.arg == name]
    return bool(given) and not (isinstance(given[0], ast.Constant) and not given[0].value)


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function from its `def` to its end, without the docstring."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and ast.get_docstring(node) is not None
    docstring = _span(first) if documented else 0
    return _span(node) - docstring


def _span(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (text.count("\n", 0, found.start()) + 1 for found in pattern.finditer(text))
