"""Print who may do what, as a table in Markdown, from the marks on the views.

python -m scripts.list_permissions
"""

import tempfile
from pathlib import Path

from qa.database import Database
from web.accounts.store import Accounts
from web.app import create_app
from web.commands.opening import open_all
from web.commands.reaching import Reach, admit
from web.commands.serving import make_services
from web.safety.access import Role, permissions

_ROLES = (Role.NOBODY, Role.READER, Role.EDITOR, Role.ADMINISTRATOR)


def main() -> None:
    """Write the table to standard output."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        app = create_app(make_services(open_all(data), admit(Reach(), Accounts(Database(data)))))
        print("| address | method | " + " | ".join(role.name.lower() for role in _ROLES) + " |")
        print("|---|---|" + "---|" * len(_ROLES))
        for permission in permissions(app):
            cells = ["yes" if role >= permission.role else "" for role in _ROLES]
            print(f"| `{permission.rule}` | {permission.method} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
