"""Any request gets an answer that is not a failure of the server."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web_examples import PROMISE, CannedAnswerer, make_app, make_letter, make_passage

LETTER = make_letter()
CLIENT = make_app((LETTER, b"een brief"), answerer=CannedAnswerer([make_passage(LETTER, PROMISE)])).test_client()
NAMES = ("q", "kind", "from", "to", "person", "dossier", "top", "taal", "zoek", "pagina", "notes")
PATHS = ("/", "/brieven", f"/brief/{LETTER.id}", f"/brief/{LETTER.id}/1/0-10")


@settings(deadline=None)
@given(st.sampled_from(PATHS), st.dictionaries(st.sampled_from(NAMES), st.text() | st.integers().map(str)))
def test_no_parameter_makes_the_server_fail(path: str, parameters: dict[str, str]) -> None:
    """Whatever is asked for, it is shown, refused or not found."""
    query = {name: value.encode("utf-8", "surrogatepass") for name, value in parameters.items()}
    assert CLIENT.get(path, query_string=query).status_code in {200, 400, 404}


@settings(deadline=None)
@given(st.text())
def test_no_path_makes_the_server_fail(path: str) -> None:
    """An address that nobody gave out is not found."""
    encoded = path.encode("utf-8", "surrogatepass").decode("latin-1")
    status = CLIENT.get("/brief/x", environ_overrides={"PATH_INFO": f"/{encoded}"}).status_code
    assert status in {200, 308, 400, 404}
