/**
 * Tab leaves an open list as it is. antd takes it as a choice of the line that is marked: who only goes on to the next field would have
 * chosen one thing more, or one less.
 */
export function leaveOpenLists(of: Window): void {
  of.addEventListener('keydown', keepFromList, { capture: true });
}

const keepFromList = (event: KeyboardEvent): void => {
  if (event.key === 'Tab' && event.target instanceof Element && event.target.closest('.ant-select-open'))
    event.stopPropagation();
};
