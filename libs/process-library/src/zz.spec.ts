import { CaseWalker } from './case-walker.js';
import { compiledLibrary } from './compiled-library.js';
import { libraryJourneys } from './index.js';
const { process: p } = await compiledLibrary('major-matter');
it('dbg', () => {
  const j = libraryJourneys('major-matter').find((x) => x.key === 'A1')!;
  const w = new CaseWalker(p); w.goTo(j.start.on); w.start({ caseId: 'c', roll: j.start.roll });
  for (const s of j.steps.slice(0, 2)) { w.goTo(s.on); if ('submit' in s) { const a = w.complete(s.element, s.submit); process.stdout.write(JSON.stringify(a) + '\n' + JSON.stringify((w as any).events.map((e: any) => e.type + ':' + (e.elementId ?? e.flowId ?? JSON.stringify(e.values) ?? ''))) + '\n'); w.outcome(); } }
  process.stdout.write(JSON.stringify(w.state, null, 1));
});
