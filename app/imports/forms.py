"""What one fills in to bring something in."""

from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, IntegerField, SelectField
from wtforms.validators import NumberRange

from app.core.access import reader
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.imports import kinds
from app.imports.mapping import Setup, guess_columns
from app.imports.tables import TableKind


class UploadForm(Form):
    kind = SelectField(
        _l("What do you bring?"),
        choices=lambda: {kind.name: gettext(kind.words) for kind in kinds.open_to(reader())},
    )
    file = FileField(_l("The file"), [FileRequired(_l("Choose the file on your computer."))])
    once = OnceField()


class ConsentForm(Form):
    edition = IntegerField("", [NumberRange(min=0)], widget=HiddenField.widget)
    sure = BooleanField(_l("Yes, close them"))


class MappingForm(Form):
    """A select for each thing a column can hold, and for each choice; see `mapping_form`."""

    edition = IntegerField("", [NumberRange(min=0)], widget=HiddenField.widget)
    header: SelectField

    def columns(self) -> list[Any]:
        return [field for field in self if field.name.startswith("column_")]

    def choices(self) -> list[Any]:
        return [field for field in self if field.name.startswith("choice_")]

    def say(self, kind: TableKind, setup: Setup) -> None:
        """What was chosen, into the setup. With another header the columns are guessed anew."""
        setup.choices = {one.name: self[f"choice_{one.name}"].data for one in kind.choices}
        if self.header.data != setup.header:
            setup.header = self.header.data
            guess_columns(setup, kind.fields)
            return
        said = {one.name: self[f"column_{one.name}"].data for one in kind.fields}
        setup.mapping = {name: at for name, at in said.items() if at >= 0}


def mapping_form(kind: TableKind, setup: Setup, **given: Any) -> MappingForm:
    """The form of this kind, about this table."""
    columns = {-1: gettext("– not in the table –")} | _columns(setup)
    about = {
        f"column_{one.name}": SelectField(
            gettext(one.words), choices=columns, coerce=int, default=setup.mapping.get(one.name, -1)
        )
        for one in kind.fields
    }
    about |= {
        f"choice_{one.name}": SelectField(
            gettext(one.words),
            choices={value: gettext(words) for value, words in one.options.items()}
            | dict(one.more()),
            default=setup.choices.get(one.name),
            description=gettext(one.hint) if one.hint else "",
        )
        for one in kind.choices
    }
    lines = {line: _line(line, cells) for line, cells in setup.top}
    about["header"] = SelectField(
        _l("The names of the columns stand in"),
        choices={0: gettext("no line: there are none")} | lines,
        coerce=int,
    )
    return type("Mapping", (MappingForm,), about)(
        edition=setup.edition, header=setup.header, **given
    )


def _columns(setup: Setup) -> dict[int, str]:
    """What each column is called; of one without a name, what stands first in it."""
    under = setup.top[setup.above][1] if setup.above < len(setup.top) else []
    names = {}
    for at in range(setup.width):
        head = setup.columns[at] if at < len(setup.columns) else ""
        first = under[at] if at < len(under) else ""
        said = head or (f"({first})" if first else "")
        names[at] = f"{at + 1}. {said}".strip()
    return names


def _line(number: int, cells: list[str]) -> str:
    said = " · ".join(cell for cell in cells if cell)
    return gettext("line %(line)s: %(cells)s", line=number, cells=said[:60])
