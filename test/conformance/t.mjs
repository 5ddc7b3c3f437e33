import { readFileSync } from 'node:fs';
import { checkSoundness, readXml } from '@wuqing/bpmn-definition';
const dir='/work/shared/conformance/soundness/';
const idx=JSON.parse(readFileSync(dir+'index.json'));
const time=(name,process)=>{ const t0=performance.now(); let r=checkSoundness(process); const cold=performance.now()-t0; for(let i=0;i<15;i++)checkSoundness(process); const ts=[]; for(let i=0;i<9;i++){const t=performance.now();checkSoundness(process);ts.push(performance.now()-t);} ts.sort((a,b)=>a-b); return `${name} ${r.verdict} states ${r.states} cold ${cold.toFixed(1)} warm ${ts[4].toFixed(1)}`; };
for (const r of idx) { const p=await readXml(readFileSync(dir+r.file,'utf8')); const proc=p.value.definitions.rootElements.find(x=>x.$type==='bpmn:Process'); const s=time(r.origin.split('/').pop()+' nodes '+r.nodes+' ',proc); if (/ (\d\d+)\.\d$/.test(s)||/[2-9]\.\d$/.test(s)) console.log(s); }
const M='http://www.omg.org/spec/BPMN/20100524/MODEL';
export function seq(kind, width, length, per=1){ // length blocks of width branches
  let nodes='<startEvent id="s"/>',flows='',k=0; const f=(a,b)=>{flows+=`<sequenceFlow id="f${k++}" sourceRef="${a}" targetRef="${b}"/>`;};
  let prev='s';
  for(let i=0;i<length;i++){ nodes+=`<${kind}Gateway id="a${i}"/><${kind}Gateway id="b${i}"/>`; f(prev,'a'+i); for(let w=0;w<width;w++){ let q='a'+i; for(let t=0;t<per;t++){const id=`t${i}_${w}_${t}`;nodes+=`<task id="${id}"/>`; f(q,id); q=id;} f(q,'b'+i);} prev='b'+i; }
  nodes+='<endEvent id="e"/>'; f(prev,'e');
  return `<definitions xmlns="${M}"><process id="p">${nodes}${flows}</process></definitions>`; }
const run=async(name,xml)=>{ const p=await readXml(xml); if(!p.ok){console.log(name,p.error[0]);return;} console.log(time(name,p.value.definitions.rootElements[0])); };
for (const [w,l,p] of [[5,5,1],[10,10,1],[20,10,1],[2,200,1],[2,400,1],[17,1,3],[20,20,2],[30,5,1],[3,300,1],[8,60,1]]) { for (const k of ['parallel','exclusive','inclusive']) await run(`${k} ${w}x${l}x${p}`,seq(k,w,l,p)); }
