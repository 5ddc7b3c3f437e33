/**
 * A signal that is sent to npm alone ends npm and the shell between us, and never arrives here: so we look whether
 * our parent is still the one we were born to, and otherwise send ourselves that signal.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}
