import { useQuery } from '@tanstack/react-query';
import { channelsOwnOptions, type NotificationHoursView } from '../../client/api.js';
import { Unconfirmed } from '../../kit/marks.js';
import { messageWords } from '../../words/message.words.js';
import { Answer } from '../states/page-states.js';
import { ChannelChoice } from './channel-choice.js';

/** 我的通知方式: by which ways messages reach the reader outside of the desk. */
export function ChannelChoices() {
  const choices = useQuery(channelsOwnOptions());
  return (
    <section className="card" aria-label={messageWords.channels}>
      <div className="hd">
        <h2>{messageWords.channels}</h2>
      </div>
      <div className="bd col g3">
        <div className="row">
          <b className="sp">{messageWords.inside}</b>
          <span className="t3">{messageWords.always}</span>
        </div>
        <Answer query={choices}>
          {({ channels, hours }) => (
            <>
              {channels.map((choice) => (
                <ChannelChoice key={choice.channel} choice={choice} />
              ))}
              <Hours hours={hours} />
            </>
          )}
        </Answer>
      </div>
    </section>
  );
}

function Hours({ hours }: { readonly hours: NotificationHoursView }) {
  const { digestAt, unconfirmed } = hours;
  return (
    <p className="s t3">
      {quietOf(hours)}
      {messageWords.digest(digestAt)}
      {unconfirmed && <Unconfirmed text={messageWords.unconfirmedHours} />}
      <br />
      {messageWords.nothingPersonal}
    </p>
  );
}

/** Times are written with 24 hours, so that they may be compared as they stand. */
function quietOf({ quietFrom, quietTo }: NotificationHoursView): string {
  if (quietFrom === quietTo) return messageWords.noQuiet;
  return quietFrom > quietTo
    ? messageWords.quiet(quietFrom, quietTo)
    : messageWords.quietSameDay(quietFrom, quietTo);
}
