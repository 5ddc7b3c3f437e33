import { err, ok, type JsonObject, type Result } from '@wuqing/kernel';
import type { Authorization } from './authorization.js';
import { isCalendarDate } from './calendar-date.js';
import { readFields, text, texts } from './json-reading.js';

const fields = {
  id: text,
  grantedBy: text,
  matterTypes: texts,
  grantedOn: text,
  postedOn: text,
  filedOn: text,
  validFrom: text,
  validUntil: text,
};

/** An `Authorization` from JSON; `grantedBy` and `validFrom` default to the 村民会议 and the day it was granted. */
export function readAuthorization(json: JsonObject): Result<Authorization, string> {
  const read = readFields(json, fields);
  if (!read.ok) return read;
  const { id, matterTypes, grantedOn, grantedBy = 'villagers-assembly', validFrom = grantedOn } = read.value;
  if (id === undefined || matterTypes === undefined || grantedOn === undefined || validFrom === undefined) {
    return err('Expected an authorization with id, matterTypes and grantedOn');
  }
  const { postedOn = null, filedOn = null, validUntil = null } = read.value;
  const wrong = [grantedOn, validFrom, postedOn, filedOn, validUntil].find(
    (day) => day !== null && !isCalendarDate(day),
  );
  if (wrong !== undefined)
    return err(`Expected the days of authorization ${id} as YYYY-MM-DD, found ${wrong}`);
  return ok({ id, grantedBy, matterTypes, grantedOn, postedOn, filedOn, validFrom, validUntil });
}
