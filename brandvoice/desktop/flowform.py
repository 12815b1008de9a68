"""The approval flow in the settings: stages, channels, who may waive what, the reminder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout

from brandvoice.approval.flow import MOST_STAGES, RIGHTS, Flow, Stage
from brandvoice.desktop.button import Button
from brandvoice.desktop.channelform import ChannelForm
from brandvoice.desktop.dropdown import DropDown
from brandvoice.desktop.label import Label
from brandvoice.desktop.section import Section, named_row
from brandvoice.desktop.signdialog import SignDialog
from brandvoice.desktop.stageform import StageForm
from brandvoice.post.post import CHANNELS
from brandvoice.rules.terms import SEVERITIES

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.house import House
    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import Signer
    from brandvoice.desktop.office import Office
    from brandvoice.errors import UserError
    from brandvoice.post.post import Channel

_HOURS: Final = (1, 3, 6, 12, 24, 48, 72)


class FlowForm(Section):
    """Shows the flow that holds; what is typed here counts once it is saved."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(office.say("flow.title"), parent)
        self._office = office
        say = office.say
        self._known: object = None
        self.stages: list[StageForm] = []
        self._stage_column = QVBoxLayout()
        self._stage_column.setSpacing(8)
        self.add = Button(say("flow.add_stage"), "small")
        self.add.clicked.connect(self._on_add)
        self.channels = ChannelForm(say, self)
        self.channels.changed.connect(self._refresh)
        self.add_channel = Button(say("flow.add_channel"), "small")
        self.add_channel.setMenu(QMenu(self.add_channel))
        self.add_channel.menu().aboutToShow.connect(self._fill_channels)
        self.add_channel.menu().triggered.connect(self._on_channel)
        self.rights = {severity: DropDown() for severity in SEVERITIES}
        for severity, box in self.rights.items():
            box.setAccessibleName(say("flow.waives", severity=say.whole(f"severity.{severity}")))
            for right in RIGHTS:
                box.addItem(say(f"flow.right_{right}"), right)
            box.currentIndexChanged.connect(self._refresh)
        self.reminder = DropDown()
        self.reminder.setAccessibleName(say("flow.reminder"))
        self.reminder.currentIndexChanged.connect(self._refresh)
        self.wrong = Label("", "bad", wrap=True)
        self.save = Button(say("flow.save"), "small")
        self.save.clicked.connect(self._on_save)
        self._standing = Label("", "soft", wrap=True)
        self._arrange()
        office.watch.changed.connect(self._on_changed)
        office.people_changed.connect(self._on_changed)
        self._on_changed()

    @property
    def flow(self) -> Flow:
        """The flow as it stands here."""
        rights = {
            severity: next(right for right in RIGHTS if right == box.currentData())
            for severity, box in self.rights.items()
        }
        usual = Flow()
        return Flow(
            stages=tuple(form.stage for form in self.stages),
            channel_people=self.channels.chosen,
            waivers={one: right for one, right in rights.items() if right != usual.right(one)},
            reminder=self.reminder.currentData(),
        )

    def _on_changed(self) -> None:
        """Shows the flow as it holds, unless something here is not saved yet."""
        house = self._office.watch.house
        if house is None:
            self.setEnabled(False)
            return
        known = (house.flow, house.people)
        if self._known is None or (self._known != known and not self._typed):
            self._known = known
            self._show(house.flow)
        elif self.flow == house.flow:
            self._known = known
        self._refresh()

    @property
    def _typed(self) -> bool:
        return isinstance(self._known, tuple) and self.flow != self._known[0]

    @property
    def _approvers(self) -> list[Person]:
        return [person for person in self._office.people if person.approves]

    def _show(self, flow: Flow) -> None:
        for form in self.stages:
            form.hide()
            form.deleteLater()
        self.stages = []
        for stage in flow.stages:
            self._put(stage)
        self.channels.show_people(flow.channel_people, self._approvers)
        for severity, box in self.rights.items():
            box.setCurrentIndex(RIGHTS.index(flow.right(severity)))
        self.reminder.clear()
        for hours in sorted({*_HOURS, flow.reminder}):
            self.reminder.addItem(self._office.say("flow.hours", count=hours), hours)
        self.reminder.setCurrentIndex(self.reminder.findData(flow.reminder))

    def _put(self, stage: Stage) -> None:
        form = StageForm(len(self.stages), stage, self._approvers, self._office.say, self)
        form.changed.connect(self._refresh)
        form.removed.connect(self._on_remove)
        self.stages.append(form)
        self._stage_column.addWidget(form)

    def _refresh(self) -> None:
        person = self._office.person
        may = person is not None and person.approves
        self.setEnabled(may)
        for form in self.stages:
            form.remove.setVisible(len(self.stages) > 1)
        self.add.setVisible(len(self.stages) < MOST_STAGES)
        self.save.setEnabled(self._typed)
        say = self._office.say
        told = "flow.typed" if self._typed else "flow.same"
        self._standing.setText(say(told) if may else say("flow.approvers_only"))

    def _on_add(self) -> None:
        self._put(Stage())
        self.stages[-1].name.setFocus()
        self._refresh()

    def _on_remove(self) -> None:
        gone = self.sender()
        self._show(
            Flow(
                tuple(form.stage for form in self.stages if form is not gone),
                *(getattr(self.flow, name) for name in ("channel_people", "waivers", "reminder")),
            )
        )
        self._refresh()

    def _fill_channels(self) -> None:
        menu = self.add_channel.menu()
        menu.clear()
        for channel in CHANNELS:
            if channel not in self.channels.rows:
                menu.addAction(self._office.say.channels((channel,))).setData(channel)

    def _on_channel(self, action: QAction) -> None:
        channel: Channel = action.data()
        self.channels.add(channel, (), self._approvers)
        self._refresh()

    def _on_save(self) -> None:
        person, flow, say = self._office.person, self.flow, self._office.say
        if person is None:
            return
        go_on = partial(self._set, flow)
        title, do = say("flow.sign_title"), say("flow.save")
        dialog = SignDialog(title, do, person, self._office, self, go_on)
        dialog.tell(say("flow.sign_meaning", name=person.name))
        for form, stage in zip(self.stages, flow.stages, strict=True):
            dialog.tell(": ".join(filter(None, (stage.name, form.meaning))), "body")
        dialog.ask()

    def _set(self, flow: Flow, signer: Signer) -> None:
        self._office.store(
            lambda desk: desk.set_flow(flow, signer.person, signer=signer),
            self._on_saved,
            self._on_refused,
        )

    def _on_saved(self, house: House) -> None:
        self.wrong.hide()
        self._known = (house.flow, house.people)
        self._office.watch.take(house)

    def _on_refused(self, error: UserError) -> None:
        self.wrong.setText(self._office.say.error(error))
        self.wrong.show()

    def _arrange(self) -> None:
        say = self._office.say
        column = self.column
        column.addWidget(Label(say("flow.meaning"), "soft", wrap=True))
        column.addLayout(self._stage_column)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(say("flow.channels"), "strong"))
        column.addWidget(Label(say("flow.channels_meaning"), "soft", wrap=True))
        column.addWidget(self.channels)
        column.addWidget(self.add_channel, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(say("flow.waivers"), "strong"))
        for severity, box in self.rights.items():
            column.addWidget(named_row(say.whole(f"severity.{severity}"), box))
        column.addWidget(named_row(say("flow.reminder"), self.reminder))
        column.addWidget(self.wrong)
        self.wrong.hide()
        self.end_with(self.save, self._standing)
