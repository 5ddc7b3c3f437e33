import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { definitionsOf } from './look.js';
import { isA, type StandardModel } from './standard-model.js';
import { findingAt, type StandardRule } from './standard-rule.js';

/** A link event with its definition. */
interface LinkEnd {
  readonly event: ModdleElement;
  readonly link: ModdleElement;
  readonly throws: boolean;
}

interface Links {
  readonly ends: readonly LinkEnd[];
  /** Link definition → its event. */
  readonly byLink: ReadonlyMap<ModdleElement, LinkEnd>;
  /** Link definition → those at the other side that refer to it. */
  readonly referring: ReadonlyMap<ModdleElement, readonly LinkEnd[]>;
  /** Ends of the other side with the same name on the same level. */
  readonly namesakes: (end: LinkEnd) => readonly LinkEnd[];
}

/** What a link definition refers to: its target, or its sources. */
const referredBy = ({ link, throws }: LinkEnd): readonly ModdleElement[] => {
  if (!throws) return elementsIn(link, 'source');
  const target = elementIn(link, 'target');
  return target ? [target] : [];
};

function linksOf({ all }: StandardModel): Links {
  const ends = all('Event').flatMap((event) => {
    const link = definitionsOf(event).find((definition) => isA(definition, 'LinkEventDefinition'));
    return link ? [{ event, link, throws: isA(event, 'ThrowEvent') }] : [];
  });
  const referring = new Map<ModdleElement, LinkEnd[]>();
  const named = new Map<ModdleElement | undefined, Map<string, LinkEnd[]>>();
  for (const end of ends) {
    for (const other of referredBy(end)) push(referring, other, end);
    const level = named.get(end.event.$parent) ?? new Map<string, LinkEnd[]>();
    named.set(end.event.$parent, level);
    push(level, keyOf(end, end.throws), end);
  }
  return {
    ends,
    byLink: new Map(ends.map((end) => [end.link, end])),
    referring,
    namesakes: (end) => named.get(end.event.$parent)?.get(keyOf(end, !end.throws)) ?? [],
  };
}

const keyOf = ({ link }: LinkEnd, throws: boolean): string =>
  `${throws ? 'throws' : 'catches'} ${textIn(link, 'name') ?? ''}`;

function push<K>(lists: Map<K, LinkEnd[]>, key: K, end: LinkEnd): void {
  const list = lists.get(key);
  if (list) list.push(end);
  else lists.set(key, [end]);
}

/** Where a link leads to or comes from: by its reference, else by those that refer to it, else by name on its level. */
function partnersOf(end: LinkEnd, links: Links): readonly LinkEnd[] {
  const referred = referredBy(end).flatMap((link) => links.byLink.get(link) ?? []);
  if (referred.length > 0) return referred;
  return links.referring.get(end.link) ?? links.namesakes(end);
}

/** A target that lists its sources lists this one, and no other target does. */
function disagrees(end: LinkEnd, { referring }: Links): boolean {
  const target = elementIn(end.link, 'target');
  if (!end.throws || !target) return false;
  const claiming = (referring.get(end.link) ?? []).filter(({ throws }) => !throws);
  const isListed = claiming.some(({ link }) => link === target);
  return (
    claiming.some(({ link }) => link !== target) || (!isListed && elementsIn(target, 'source').length > 0)
  );
}

const linkRule = (
  constraint: string,
  says: string,
  broken: (end: LinkEnd, links: Links, model: StandardModel) => boolean,
  advice: string,
): StandardRule => ({
  constraint,
  says,
  find: (model) => {
    const links = linksOf(model);
    return links.ends.filter((end) => broken(end, links, model)).map(({ event }) => findingAt(event, advice));
  },
});

export const linkRules: readonly StandardRule[] = [
  linkRule(
    'EXT.117',
    'No flow leaves a link that is thrown, and none reaches one that is caught.',
    ({ event, throws }, _, { incoming, outgoing }) => (throws ? outgoing(event) : incoming(event)).length > 0,
    '是链接事件，不能同时用连线，请删去连线。',
  ),
  linkRule(
    'EXT.118',
    'Both ends of a link name each other.',
    disagrees,
    '与它的链接目标互不对应，请重新设定。',
  ),
  linkRule(
    'EXT.124',
    'A link that is caught has at least one source.',
    (end, links) => !end.throws && partnersOf(end, links).length === 0,
    '没有发出端，请画一个或删去。',
  ),
  linkRule(
    'EXT.125',
    'A link that is thrown has exactly one target.',
    (end, links) => end.throws && partnersOf(end, links).length !== 1,
    '要有且只有一个接收端，请检查。',
  ),
  linkRule(
    'EXT.126',
    'A link stays in its process and on its level.',
    (end, links) =>
      end.throws && partnersOf(end, links).some(({ event }) => event.$parent !== end.event.$parent),
    '的链接跨越了层次，请移到同一层。',
  ),
];
