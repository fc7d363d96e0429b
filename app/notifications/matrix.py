"""Who hears of what: the whole matrix. A new kind of news is one line here."""

from dataclasses import dataclass, replace

from app.core.i18n import N_
from app.facts import Fact
from app.facts.ambassadors import (
    AmbassadorNamed,
    FarewellSaid,
    FarewellTakenBack,
    HelpAnswered,
    HelpAnswerTakenBack,
    HelpAsked,
    HelpGivenBack,
    HelpPassedOn,
    HelpReopened,
    HelpSolved,
    HelpTaken,
    MandateRenewed,
    MandateRunsOut,
    Nominated,
    NominationDeclined,
    NominationFulfilled,
    NominationReopened,
    RenewalTakenBack,
    UnitCoached,
)
from app.facts.blog import (
    AuthorAdded,
    ConfirmationAsked,
    PostApproved,
    PostPublished,
    PostRestored,
    PostReturned,
    PostSubmitted,
    ReadersReminded,
)
from app.facts.committee import SittingClosed, SittingOpened
from app.facts.conversation import CommentEdited, CommentRestored, CommentWritten, ReactionGiven
from app.facts.events import (
    EventAnnounced,
    EventCancelled,
    EventComesUp,
    EventIsOver,
    EventMoved,
    EventRestored,
    MinutesRestored,
    MinutesWritten,
    OccurrenceCancelled,
    OccurrenceMoved,
    OccurrenceRestored,
    OrganiserNamed,
    PlaceInLineGiven,
    SeatAsked,
    SeatFreed,
    SeatGiven,
    SeatRefused,
)
from app.facts.ideas import (
    EvaluationGiven,
    EvaluatorAsked,
    IdeaAnswered,
    IdeaDecided,
    IdeaDecisionTold,
    IdeaEscalated,
    IdeaLate,
    IdeaMerged,
    IdeaReopened,
    IdeaRestored,
    IdeaSponsored,
    IdeaSubmitted,
    IdeaSupported,
    InformationAsked,
    InformationGiven,
    NoteWritten,
    OwnerNamed,
)
from app.facts.initiatives import (
    ChangeAsked,
    ChangeTold,
    InitiativeConfirmed,
    InitiativeEdited,
    InitiativeEnded,
    InitiativeHandedOver,
    InitiativeLogged,
    InitiativeRestored,
    InitiativeReturned,
    MilestoneReached,
    TeammateNamed,
    UpdateRestored,
    UpdateWritten,
)
from app.facts.moderation import HidingUpheld, ThingHidden, ThingShownAgain
from app.facts.spaces import (
    JoinAccepted,
    JoinDeclined,
    JoinRequested,
    ManagerNamed,
    PersonInvitedToSpace,
)
from app.facts.survey import WaveClosed, WaveOpened, WavePublished, WaveReminded
from app.facts.thanks import Thanked
from app.notifications.models import Kind

# The errands that tell them, and that silence what they no longer see.
EXPANSION, HUSHING = "notifications.expansion", "notifications.hushing"


@dataclass(frozen=True, kw_only=True)
class Told:
    """Who hears of a fact, and for which reason. None is not at all."""

    followers: Kind | None = None  # of its thread, and where it is `broad` of what is around it
    broad: bool = False
    makers: Kind | None = None  # whose thread it is
    answered: Kind | None = None  # whose words it answers
    mentioned: Kind | None = None  # whose name stands in its text
    addressed: Kind | None = None  # whom the fact itself names
    asked: Kind | None = None  # whom the thing asks something, as far as they have not answered
    fresh: bool = False  # only who has not heard of the subject before
    says: str = ""  # to whom it is meant, where the fact speaks to everybody
    leads: str = ""  # to which page, where it asks for something that is done elsewhere
    again: type[Fact] | None = None  # it puts this back: who was told of that hears nothing new


POSTED = Told(followers=Kind.FOLLOWED, broad=True, mentioned=Kind.MENTION)
SAID = Told(followers=Kind.THREAD, makers=Kind.MINE, answered=Kind.REPLY, mentioned=Kind.MENTION)

# Whoever meant to come hears of it, and whoever follows it.
CHANGED = Told(asked=Kind.APPROVAL, followers=Kind.FOLLOWED)
STEPPED = Told(followers=Kind.FOLLOWED, addressed=Kind.APPROVAL)

MATRIX: dict[type[Fact], Told] = {
    PostPublished: POSTED,
    PostRestored: Told(
        followers=Kind.FOLLOWED, broad=True, mentioned=Kind.MENTION, again=PostPublished
    ),
    CommentWritten: SAID,
    CommentRestored: Told(
        followers=Kind.THREAD,
        makers=Kind.MINE,
        mentioned=Kind.MENTION,
        again=CommentWritten,
    ),
    CommentEdited: Told(mentioned=Kind.MENTION, fresh=True),
    ThingHidden: Told(makers=Kind.APPROVAL),
    HidingUpheld: Told(makers=Kind.APPROVAL),
    ThingShownAgain: Told(makers=Kind.APPROVAL),
    PostSubmitted: Told(addressed=Kind.APPROVAL),
    PostApproved: Told(addressed=Kind.APPROVAL),
    PostReturned: Told(addressed=Kind.APPROVAL),
    ConfirmationAsked: Told(asked=Kind.FOLLOWED),
    ReadersReminded: Told(asked=Kind.APPROVAL),
    ReactionGiven: Told(makers=Kind.REACTION),
    AuthorAdded: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s made you an author of %(title)s")
    ),
    IdeaSubmitted: Told(
        followers=Kind.FOLLOWED, broad=True, mentioned=Kind.MENTION, addressed=Kind.APPROVAL
    ),
    IdeaRestored: Told(
        followers=Kind.FOLLOWED, broad=True, mentioned=Kind.MENTION, again=IdeaSubmitted
    ),
    IdeaSupported: Told(makers=Kind.REACTION),
    IdeaSponsored: Told(makers=Kind.REACTION),
    IdeaDecided: STEPPED,
    IdeaDecisionTold: STEPPED,
    SittingOpened: Told(addressed=Kind.APPROVAL),
    SittingClosed: Told(addressed=Kind.APPROVAL),
    IdeaReopened: STEPPED,
    IdeaAnswered: STEPPED,
    IdeaMerged: STEPPED,
    InformationAsked: Told(addressed=Kind.APPROVAL),
    InformationGiven: Told(addressed=Kind.APPROVAL),
    OwnerNamed: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s put the idea %(title)s in your hands")
    ),
    EvaluatorAsked: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s asks you to evaluate the idea %(title)s")
    ),
    EvaluationGiven: Told(addressed=Kind.APPROVAL),
    NoteWritten: Told(addressed=Kind.APPROVAL),
    IdeaLate: Told(addressed=Kind.APPROVAL),
    IdeaEscalated: Told(addressed=Kind.APPROVAL),
    WaveOpened: Told(
        asked=Kind.APPROVAL, says=N_("Are you a WOWista? %(title)s"), leads="survey.answer.new"
    ),
    WaveReminded: Told(
        asked=Kind.APPROVAL,
        says=N_("A few days are left: are you a WOWista? %(title)s"),
        leads="survey.answer.new",
    ),
    WaveClosed: Told(
        addressed=Kind.APPROVAL, says=N_("%(title)s has closed, and its figures are there")
    ),
    WavePublished: Told(asked=Kind.FOLLOWED),
    EventAnnounced: Told(
        followers=Kind.FOLLOWED, broad=True, mentioned=Kind.MENTION, addressed=Kind.APPROVAL
    ),
    EventMoved: CHANGED,
    EventCancelled: replace(CHANGED, says=N_("%(title)s is off")),
    EventRestored: CHANGED,
    OccurrenceMoved: CHANGED,
    OccurrenceCancelled: replace(CHANGED, says=N_("One date of %(title)s is off")),
    OccurrenceRestored: CHANGED,
    EventComesUp: Told(asked=Kind.APPROVAL),
    EventIsOver: Told(asked=Kind.APPROVAL),
    MinutesWritten: Told(asked=Kind.FOLLOWED),
    MinutesRestored: Told(asked=Kind.FOLLOWED, again=MinutesWritten),
    OrganiserNamed: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s asks you to look after %(title)s")
    ),
    SeatAsked: Told(addressed=Kind.APPROVAL),
    SeatGiven: Told(addressed=Kind.APPROVAL, says=N_("You may come to %(title)s")),
    PlaceInLineGiven: Told(
        addressed=Kind.APPROVAL, says=N_("You are on the waiting list of %(title)s")
    ),
    SeatRefused: Told(addressed=Kind.APPROVAL, says=N_("Not this time: %(title)s")),
    SeatFreed: Told(addressed=Kind.APPROVAL, says=N_("There is a seat for you: %(title)s")),
    InitiativeLogged: Told(
        followers=Kind.FOLLOWED, broad=True, mentioned=Kind.MENTION, addressed=Kind.APPROVAL
    ),
    InitiativeRestored: Told(
        followers=Kind.FOLLOWED, broad=True, mentioned=Kind.MENTION, again=InitiativeLogged
    ),
    InitiativeEdited: Told(mentioned=Kind.MENTION, fresh=True),
    InitiativeEnded: Told(followers=Kind.FOLLOWED),
    TeammateNamed: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s asks you to work on %(title)s")
    ),
    InitiativeHandedOver: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s put the initiative %(title)s in your hands")
    ),
    MilestoneReached: Told(followers=Kind.FOLLOWED, makers=Kind.MINE),
    UpdateWritten: Told(followers=Kind.FOLLOWED, makers=Kind.MINE, mentioned=Kind.MENTION),
    UpdateRestored: Told(followers=Kind.FOLLOWED, makers=Kind.MINE, again=UpdateWritten),
    ChangeAsked: Told(addressed=Kind.APPROVAL),
    ChangeTold: Told(followers=Kind.FOLLOWED, makers=Kind.MINE),
    InitiativeConfirmed: Told(addressed=Kind.REACTION),
    InitiativeReturned: Told(addressed=Kind.APPROVAL),
    Thanked: Told(addressed=Kind.APPROVAL, says=N_("%(actor)s thanked you: %(about)s")),
    JoinRequested: Told(makers=Kind.APPROVAL),
    JoinAccepted: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s let you into the space %(title)s")
    ),
    JoinDeclined: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s did not let you into the space %(title)s")
    ),
    PersonInvitedToSpace: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s invites you to the space %(title)s")
    ),
    ManagerNamed: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s asks you to run the space %(title)s")
    ),
    Nominated: Told(addressed=Kind.APPROVAL, says=N_("%(title)s is put forward as an ambassador")),
    NominationDeclined: Told(
        addressed=Kind.APPROVAL,
        says=N_("%(actor)s declined the nomination of %(title)s, and says why"),
    ),
    NominationReopened: Told(addressed=Kind.APPROVAL),
    NominationFulfilled: Told(addressed=Kind.APPROVAL),
    AmbassadorNamed: Told(
        addressed=Kind.APPROVAL, says=N_("%(actor)s named %(title)s an ambassador")
    ),
    MandateRenewed: Told(
        addressed=Kind.APPROVAL,
        says=N_("%(actor)s renewed your term as an ambassador"),
    ),
    RenewalTakenBack: Told(
        addressed=Kind.APPROVAL,
        says=N_("%(actor)s took back the renewal of your term: it ends when it ended before"),
    ),
    MandateRunsOut: Told(addressed=Kind.APPROVAL),
    FarewellSaid: Told(
        addressed=Kind.APPROVAL,
        says=N_("%(actor)s says goodbye to you as an ambassador, and thanks you"),
    ),
    FarewellTakenBack: Told(
        addressed=Kind.APPROVAL,
        says=N_("%(actor)s took the goodbye back: you are an ambassador still"),
    ),
    UnitCoached: Told(
        addressed=Kind.APPROVAL,
        says=N_("%(actor)s asks you to coach another unit"),
    ),
    HelpAsked: Told(addressed=Kind.APPROVAL, says=N_("%(actor)s asks you for help: %(title)s")),
    HelpPassedOn: Told(addressed=Kind.APPROVAL, says=N_("Somebody needs your help: %(title)s")),
    HelpTaken: Told(addressed=Kind.APPROVAL),
    HelpGivenBack: Told(addressed=Kind.APPROVAL),
    HelpAnswered: Told(addressed=Kind.APPROVAL),
    HelpAnswerTakenBack: Told(addressed=Kind.APPROVAL),
    HelpSolved: Told(addressed=Kind.APPROVAL),
    HelpReopened: Told(addressed=Kind.APPROVAL),
}

RANKS = {kind: rank for rank, kind in enumerate(Kind)}
BY_RANK = tuple(Kind)
