import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { definitionsOf, isLink } from './look.js';
import { isA, type StandardModel } from './standard-model.js';
import { ruleOf, type Broken, type StandardRule } from './standard-rule.js';

const linkOf = (event: ModdleElement): ModdleElement | undefined =>
  definitionsOf(event).find((definition) => isA(definition, 'LinkEventDefinition'));

const throwing = (event: ModdleElement): boolean => isLink(event) && isA(event, 'ThrowEvent');
const catching = (event: ModdleElement): boolean => isLink(event) && isA(event, 'CatchEvent');

/** Link events that a link event leads to or comes from, by reference, or by name where there is none. */
function partnersOf(event: ModdleElement, { all }: StandardModel): ModdleElement[] {
  const link = linkOf(event);
  if (!link) return [];
  const referred = [elementIn(link, 'target'), ...elementsIn(link, 'source')].filter((one) => one);
  const isOther = throwing(event) ? catching : throwing;
  const others = all('Event').filter((other) => isOther(other));
  return others.filter((other) => {
    const its = linkOf(other);
    if (!its) return false;
    const refersBack = elementIn(its, 'target') === link || elementsIn(its, 'source').includes(link);
    if (referred.length > 0) return referred.includes(its);
    return refersBack || (other.$parent === event.$parent && textIn(its, 'name') === textIn(link, 'name'));
  });
}

/** What a link that is thrown names as its target names it as a source, and the other way round. */
const disagrees: Broken = (event, { all }) => {
  const link = linkOf(event);
  const target = link && elementIn(link, 'target');
  if (!link || !target || !throwing(event)) return false;
  const sources = elementsIn(target, 'source');
  const claimed = all('Event').some(
    (other) =>
      catching(other) &&
      linkOf(other) !== target &&
      elementsIn(linkOf(other) ?? other, 'source').includes(link),
  );
  return claimed || (sources.length > 0 && !sources.includes(link));
};

export const linkRules: readonly StandardRule[] = [
  ruleOf(
    'EXT.117',
    'No flow leaves a link that is thrown, and none reaches one that is caught.',
    ['Event'],
    (event, { incoming, outgoing }) =>
      (throwing(event) && outgoing(event).length > 0) || (catching(event) && incoming(event).length > 0),
    '是链接事件,不能同时用连线,请删去连线。',
  ),
  ruleOf(
    'EXT.118',
    'Both ends of a link name each other.',
    ['Event'],
    disagrees,
    '与它的链接目标互不对应,请重新设定。',
  ),
  ruleOf(
    'EXT.124',
    'A link that is caught has at least one source.',
    ['CatchEvent'],
    (event, model) => catching(event) && partnersOf(event, model).length === 0,
    '没有发出端,请画一个或删去。',
  ),
  ruleOf(
    'EXT.125',
    'A link that is thrown has exactly one target.',
    ['ThrowEvent'],
    (event, model) => throwing(event) && partnersOf(event, model).length !== 1,
    '要有且只有一个接收端,请检查。',
  ),
  ruleOf(
    'EXT.126',
    'A link stays in its process and on its level.',
    ['ThrowEvent'],
    (event, model) =>
      throwing(event) && partnersOf(event, model).some(({ $parent }) => $parent !== event.$parent),
    '的链接跨越了层次,请移到同一层。',
  ),
];
