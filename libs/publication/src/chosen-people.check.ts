import { pickFieldsOf, type FormDefinition } from '@wuqing/forms';
import { isOfficeCode, isPositionKey } from '@wuqing/organization';

const OFFICE = 'office:';

/** Messages for a sound form whose fields choose people of offices or positions that no town has: they would offer nobody. */
export const checkChosenPeople = (form: Pick<FormDefinition, 'schema'>): string[] =>
  pickFieldsOf(form).flatMap(({ key, from, positions }) => [
    ...from
      .filter((place) => place.startsWith(OFFICE) && !isOfficeCode(place.slice(OFFICE.length)))
      .map((place) => `Expected ${key} to choose from an office of the town, found ${place}`),
    ...(positions ?? [])
      .filter((position) => !isPositionKey(position))
      .map((position) => `Expected ${key} to choose from positions that there are, found ${position}`),
  ]);
