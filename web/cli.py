"""The command line. Parses, opens what the command needs, and says what went wrong in one line.

Exit status 0: done; 1: done, but something in it failed (named on standard error); 2: wrong use.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.errors import CorpusError
from corpus.types import CommitmentStatus, Kind
from index.errors import IndexProblem
from qa.errors import AnswerProblem, BadQuestion
from web.safety.limits import REQUESTS_PER_MINUTE

_DATA = "VRAAGBAAK_DATA"
_TOP = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except BrokenPipeError:
        # The reader of the output has seen enough (`| head`); closing standard output again would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except BadQuestion as error:
        sys.stderr.write(f"vraagbaak {options.command}: {error}\n")
        return 2
    except (CorpusError, IndexProblem, AnswerProblem, OSError) as error:
        sys.stderr.write(f"vraagbaak {options.command}: {error}\n")
        return 1
    except KeyboardInterrupt:
        return 1


def entry() -> None:
    """What the installed program calls."""
    # Reading a collection makes hundreds of thousands of values that stay; looking through them again and again for
    # rubbish would take a fifth of the time of a question.
    gc.set_threshold(100_000, 20, 100)
    status = main()
    # The system takes the memory back at once; picking through it first would take a fifth of a question's time more.
    gc.freeze()
    sys.exit(status)


# The imports inside the functions below keep each command quick: `ask` must not wait for Flask, `--help` for nothing.


def _ingest(options: argparse.Namespace) -> int:
    from web.commands.letters import ingest_paths

    return ingest_paths(options.data, options.paths, as_json=options.json)


def _remove(options: argparse.Namespace) -> int:
    from web.commands.letters import remove_letters

    return remove_letters(options.data, options.ids, options.why)


def _ask(options: argparse.Namespace) -> int:
    from web.answers.filters import filters_from
    from web.commands.asking import ask

    words = {name: getattr(options, name) for name in ("kind", "from", "to", "person", "dossier")}
    return ask(options.data, options.question, options.top, filters_from(words), as_json=options.json)


def _batch(options: argparse.Namespace) -> int:
    from web.commands.asking import batch

    return batch(options.data, options.questions, options.top, options.out)


def _evaluate(options: argparse.Namespace) -> int:
    from web.commands.evaluating import evaluate_gold

    return evaluate_gold(options.data, options.gold, as_json=options.json)


def _commitments(options: argparse.Namespace) -> int:
    from web.commands.commitments import list_commitments

    return list_commitments(
        options.data, person=options.person, status=options.status, due_before=options.due_before, as_json=options.json
    )


def _correct(options: argparse.Namespace) -> int:
    from qa.commitments.types import CorrectionKind
    from web.commands import correcting

    if options.list:
        return correcting.list_corrections(options.data, as_json=options.json)
    if options.withdraw is not None:
        return correcting.withdraw(options.data, options.withdraw, options.by)
    if options.entry is None:
        raise BadQuestion("name the ENTRY to correct; `vraagbaak commitments --json` gives them.")
    kinds = {CorrectionKind.STATUS: options.status, CorrectionKind.MERGE: options.merge}
    kind = next((kind for kind, value in kinds.items() if value is not None), CorrectionKind.WRONG)
    value = kinds.get(kind) or ""
    return correcting.correct(options.data, options.entry, kind, value, by=options.by, reason=options.reason)


def _register(options: argparse.Namespace) -> int:
    from web.commands.correcting import take_in_register

    return take_in_register(options.data, options.files, whole=options.replace, by=options.by)


def _letter(options: argparse.Namespace) -> int:
    from web.commands.letter_data import show_letter

    return show_letter(options.data, options.letter, as_json=options.json)


def _correct_letter(options: argparse.Namespace) -> int:
    from qa.errors import BadQuestion
    from web.commands import letter_data

    if options.withdraw is not None:
        return letter_data.withdraw_correction(options.data, options.withdraw, options.by)
    if not options.letter or options.value is None:
        raise BadQuestion('name the LETTER and give --value; --value "" says that the document does not give it.')
    return letter_data.correct_letter(
        options.data, options.letter, options.field, options.value, by=options.by, reason=options.reason
    )


def _build(options: argparse.Namespace) -> int:
    from web.commands.generations import build

    return build(options.data)


def _generations(options: argparse.Namespace) -> int:
    from web.commands.generations import list_generations

    return list_generations(options.data)


def _rollback(options: argparse.Namespace) -> int:
    from web.commands.generations import rollback

    return rollback(options.data, options.number)


def _verify(options: argparse.Namespace) -> int:
    from web.commands.generations import verify

    return verify(options.data)


def _status(options: argparse.Namespace) -> int:
    from web.commands.generations import status

    return status(options.data)


def _backup(options: argparse.Namespace) -> int:
    from web.commands.generations import backup

    return backup(options.data, options.file)


def _restore(options: argparse.Namespace) -> int:
    from web.commands.generations import restore

    return restore(options.file, options.data)


def _serve(options: argparse.Namespace) -> int:
    from web.commands.reaching import Reach
    from web.commands.serving import serve

    reach = Reach(
        host=options.host,
        login=options.login,
        hosts=tuple(options.trusted_host),
        header=options.trusted_header,
        proxies=tuple(options.trusted_proxy),
        requests_per_minute=options.requests_per_minute,
    )
    return serve(options.data, reach, options.port, options.watch, audit_questions=not options.questions_unlogged)


def _user_add(options: argparse.Namespace) -> int:
    from web.commands.users import add_user

    return add_user(options.data, options.name, options.role, without_password=options.without_password)


def _user_list(options: argparse.Namespace) -> int:
    from web.commands.users import list_users

    return list_users(options.data)


def _user_remove(options: argparse.Namespace) -> int:
    from web.commands.users import remove_user

    return remove_user(options.data, options.name)


def _user_role(options: argparse.Namespace) -> int:
    from web.commands.users import change_role

    return change_role(options.data, options.name, options.role)


def _user_password(options: argparse.Namespace) -> int:
    from web.commands.users import change_password

    return change_password(options.data, options.name)


def _user_token(options: argparse.Namespace) -> int:
    from web.commands.users import issue_token

    return issue_token(options.data, options.name, options.label)


def _user_revoke(options: argparse.Namespace) -> int:
    from web.commands.users import revoke_token

    return revoke_token(options.data, options.number)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vraagbaak",
        description="Asks parliamentary letters, and answers with the passages that prove the answer.",
    )
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get(_DATA, "data")),
        metavar="DIR",
        help=f"the data folder (else ${_DATA}, else ./data)",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_letter_commands(commands)
    _add_asking_commands(commands)
    _add_register_commands(commands)
    _add_generation_commands(commands)
    _add_serve_command(commands)
    _add_user_commands(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    command.set_defaults(run=run)
    return command


def _add_letter_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    ingest = _command(commands, "ingest", _ingest, "read files, folders and .zip archives; a line for each file")
    ingest.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    ingest.add_argument("--json", action="store_true", help="one JSON object a line")
    remove = _command(commands, "remove", _remove, "remove letters for good, out of the search and all that is kept")
    remove.add_argument("ids", nargs="+", metavar="ID")
    remove.add_argument("--why", default="", metavar="TEXT", help="shown at the letters' addresses")
    letter = _command(commands, "letter", _letter, "tell what is known of a letter, and what was corrected in it")
    letter.add_argument("letter", metavar="LETTER", help="its id, or the first characters of it")
    letter.add_argument("--json", action="store_true", help="one JSON object")
    mend = _command(commands, "correct-letter", _correct_letter, "correct what was read of a letter, or take that back")
    mend.add_argument("letter", nargs="?", metavar="LETTER", help="its id, or the first characters of it")
    what = mend.add_mutually_exclusive_group(required=True)
    what.add_argument("--field", metavar="F", help="date | number | kenmerk | kind | title | senders | …")
    what.add_argument("--withdraw", type=int, metavar="ID", help="take this correction back (LETTER is not needed)")
    mend.add_argument("--value", metavar="V", help="what it is; people in lines or between semicolons")
    mend.add_argument("--by", default="", metavar="NAME", help="who says so; shown with the correction")
    mend.add_argument("--reason", default="", metavar="TEXT", help="why; shown with the correction")


def _add_asking_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    ask = _command(commands, "ask", _ask, "answer one question with cited passages")
    ask.add_argument("question", metavar="QUESTION")
    ask.add_argument("--top", type=int, default=_TOP, metavar="N", help=f"how many passages (else {_TOP})")
    ask.add_argument("--json", action="store_true", help="one JSON object")
    ask.add_argument("--kind", default="", metavar="K", help=" | ".join(Kind))
    ask.add_argument("--from", default="", metavar="DATE", help="letters from this day on (2023-03-24)")
    ask.add_argument("--to", default="", metavar="DATE", help="letters up to and with this day")
    ask.add_argument("--person", default="", metavar="NAME", help="sender, receiver, proposer, questioner or named")
    ask.add_argument("--dossier", default="", metavar="NR", help="32824, 36200-XV, 21501-02")
    batch = _command(commands, "batch", _batch, "answer a file of questions, one JSON object a line")
    batch.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    batch.add_argument("--top", type=int, default=_TOP, metavar="N")
    batch.add_argument("--out", type=Path, metavar="ANSWERS.jsonl")
    commitments = _command(commands, "commitments", _commitments, "list promises and moties, a line for each mention")
    commitments.add_argument("--json", action="store_true", help="one JSON object a line")
    commitments.add_argument("--person", default="", metavar="NAME", help="who promised, or to whom; who proposed")
    commitments.add_argument("--status", default="", metavar="S", help=" | ".join(CommitmentStatus))
    commitments.add_argument("--due-before", default="", metavar="DATE", help="due before this day (2023-03-24)")
    evaluate = _command(commands, "evaluate", _evaluate, "measure the answers on labelled questions")
    evaluate.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    evaluate.add_argument("--json", action="store_true", help="one JSON object, with every question's outcome")


def _add_register_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    correct = _command(commands, "correct", _correct, "correct an entry of the register, or take a correction back")
    correct.add_argument("entry", nargs="?", metavar="ENTRY", help="its id, number, or the address of its page")
    what = correct.add_mutually_exclusive_group(required=True)
    what.add_argument("--wrong", action="store_true", help="it is no promise or motie")
    what.add_argument("--status", metavar="S", help=" | ".join(CommitmentStatus))
    what.add_argument("--merge", metavar="OTHER", help="it is the same as this other entry")
    what.add_argument("--withdraw", type=int, metavar="ID", help="take this correction back (ENTRY is not needed)")
    what.add_argument("--list", action="store_true", help="all corrections, newest first (ENTRY is not needed)")
    correct.add_argument("--by", default="", metavar="NAME", help="who says so; shown with the correction")
    correct.add_argument("--reason", default="", metavar="TEXT", help="why; shown with the correction")
    correct.add_argument("--json", action="store_true", help="with --list: one JSON object a line")
    register = _command(commands, "register", _register, "take in the official register of oral promises")
    register.add_argument("files", nargs="+", type=Path, metavar="FILE", help="rows of Toezegging, as JSON or XML")
    register.add_argument("--replace", action="store_true", help="these files are the whole register")
    register.add_argument("--by", default="", metavar="NAME", help="who takes it in (else the user of this machine)")


def _add_generation_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _command(commands, "build", _build, "make and activate a new generation from all letters")
    _command(commands, "generations", _generations, "list the generations on disk")
    rollback = _command(commands, "rollback", _rollback, "put an earlier generation back in force")
    rollback.add_argument("number", nargs="?", type=int, metavar="N", help="which (else the one before)")
    _command(commands, "verify", _verify, "check every file of every generation against its checksum")
    _command(commands, "status", _status, "say what the data folder holds")
    backup = _command(commands, "backup", _backup, "write all of the data folder into one file")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = _command(commands, "restore", _restore, "make a data folder from a backup")
    restore.add_argument("file", type=Path, metavar="FILE")


def _add_serve_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    serve = _command(commands, "serve", _serve, "serve the page")
    serve.add_argument("--host", default="127.0.0.1", metavar="H", help="another one needs accounts, or a proxy's word")
    serve.add_argument("--port", type=int, default=8000, metavar="P")
    serve.add_argument("--watch", type=Path, metavar="DIR", help="read and build in what is put into this folder")
    serve.add_argument("--login", action="store_true", help="ask for a login on this machine too")
    serve.add_argument(
        "--trusted-host", action="append", default=[], metavar="NAME", help="a name that people reach this server by"
    )
    serve.add_argument("--trusted-header", default="", metavar="NAME", help="where a proxy says who has logged in")
    serve.add_argument(
        "--trusted-proxy", action="append", default=[], metavar="ADDRESS", help="that proxy's address, or its network"
    )
    serve.add_argument(
        "--requests-per-minute",
        type=int,
        default=REQUESTS_PER_MINUTE,
        metavar="N",
        help=f"of one person, program or address (else {REQUESTS_PER_MINUTE})",
    )
    serve.add_argument(
        "--questions-unlogged", action="store_true", help="leave the words of questions out of the audit log"
    )


def _add_user_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    user = commands.add_parser("user", help="who may use the server", description="Who may use the server.")
    actions = user.add_subparsers(dest="action", required=True, metavar="ACTION")
    roles = ("reader", "editor", "administrator")
    add = _command(actions, "add", _user_add, "add somebody; asks for a password, or reads it from standard input")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=roles, required=True)
    add.add_argument("--without-password", action="store_true", help="for who comes in through a trusted proxy")
    _command(actions, "list", _user_list, "name everybody, with their role and their tokens")
    remove = _command(actions, "remove", _user_remove, "remove somebody, with their sessions and tokens")
    remove.add_argument("name", metavar="NAME")
    role = _command(actions, "role", _user_role, "give somebody another role")
    role.add_argument("name", metavar="NAME")
    role.add_argument("--role", choices=roles, required=True)
    password = _command(actions, "password", _user_password, "give somebody another password; ends their sessions")
    password.add_argument("name", metavar="NAME")
    token = _command(actions, "token", _user_token, "make a token for somebody's program, and show it this once")
    token.add_argument("name", metavar="NAME")
    token.add_argument("--label", default="", metavar="TEXT", help="what it is for")
    revoke = _command(actions, "revoke", _user_revoke, "take a token back")
    revoke.add_argument("number", type=int, metavar="NUMBER", help="its number in `user list`")


if __name__ == "__main__":
    entry()
