import { bodyNames, meetingFigures, type MeetingFigure } from '@wuqing/deliberation';
import type { MeetingFigureView, MeetingRollView, RollPersonView } from './dto/task-meeting.view.js';
import { rollSheetOf, type MeetingRoll, type RollPerson } from './meeting-roll.js';

const figureView = (figure: MeetingFigure | null | undefined): MeetingFigureView | null =>
  figure ? { ...figure } : null;

/** The roll as whoever records the meeting fills it in, with the figures that are known before anybody is marked. */
export function meetingRollView(meeting: MeetingRoll): MeetingRollView {
  const { complete, secret, countsWomen, members } = rollSheetOf(meeting);
  const entitled = members.filter(({ mayVote }) => mayVote);
  const figures = complete
    ? meetingFigures({
        body: meeting.body,
        heldOn: meeting.on,
        shouldAttend: entitled.length,
        present: null,
        womenShould: entitled.filter(({ isWoman }) => isWoman).length,
        stricter: meeting.stricter,
      })
    : null;
  const people = meeting.roll ?? meeting.relatedPeople;
  return {
    complete,
    body: meeting.body,
    bodyName: bodyNames[meeting.body],
    on: meeting.on,
    secret,
    stricter: meeting.stricter,
    countsWomen,
    quorum: figureView(figures?.quorum),
    women: figureView(figures?.women),
    majority: figureView(figures?.majority),
    persons: members.map((member, at) => ({ ...member, ...described(people[at]) })),
  };
}

/** `members` stand in the order of the people they are made of. */
const described = (person: RollPerson | undefined): Pick<RollPersonView, 'title' | 'recuseReason'> => ({
  title: person?.titles.join('、') ?? '',
  recuseReason: person?.recuseReason ?? null,
});
