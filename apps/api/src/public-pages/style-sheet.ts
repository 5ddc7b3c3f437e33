/**
 * The one style sheet of the public pages: column 760, text 18, targets 48. It is read by the WebViews of old phones, so
 * boxes stand beside each other by margins (no `gap` in flex), and nothing depends on a selector that they do not know.
 */
const TOKENS = `:root{--primary:#1F4E8C;--primary-deep:#183F72;--link:#1B5AA8;--text:#1D2129;--text-2:#4A5260;--text-3:#5A6472;--border:#C4CBD6;--line:#E3E8EF;--fill:#F7F9FB;--field:#8792A2;--ok:#256B42;--ok-bg:#E9F5EE;--warn:#8A5A00;--warn-bg:#FFF4DC;--late:#8F1D17;--late-bg:#FDECEA;--danger:#B3261E;--paused:#4A5260;--paused-bg:#EEF1F5;--font:-apple-system,BlinkMacSystemFont,"PingFang SC","HarmonyOS Sans SC",MiSans,"Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC",sans-serif;--serif:"Songti SC",SimSun,"Source Han Serif SC","Noto Serif CJK SC",serif}`;

const BASE = `*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--text);font:400 18px/1.7 var(--font);font-variant-numeric:tabular-nums;overflow-wrap:break-word;word-wrap:break-word}
h1,h2,h3,p,ul,ol,dl,dd,fieldset{margin:0;padding:0}
ul,ol{list-style:none}
fieldset{border:0;min-width:0}
legend{padding:0}
h1{font-size:24px;line-height:1.4;font-weight:600}
h2{font-size:20px;line-height:1.5;font-weight:600;margin:28px 0 8px}
b,th{font-weight:600}
a{color:var(--link)}
button,input,select,textarea{font:inherit;color:inherit}
svg{display:block}
:focus{outline:2px solid var(--primary);outline-offset:2px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
.t2{color:var(--text-2)}
.num{text-align:right}
.nw{white-space:nowrap}
.grn{color:var(--ok)}
.amb{color:var(--warn)}
.red{color:var(--danger)}
.under{display:block}
.mt3{margin-top:12px}
.sp{flex:1 1 auto;min-width:0}`;

const PARTS = `.pub-h{background:var(--primary);color:#fff}
.pub-h>div{max-width:760px;margin:0 auto;padding:14px 16px 12px}
.pub-h a{color:#fff}
.pub-h .sm{color:#DCE7F5;font-size:17px}
.pub-h .sm span,.li span span,.facts-line span{margin-right:18px}
.pub-h .sm span,.li span span{display:inline-block}
.pub-h .back{display:inline-flex;align-items:center;min-height:48px;margin:-8px 0 -4px}
.pub-n{border-bottom:1px solid var(--line)}
.pub-n>div{max-width:760px;margin:0 auto;display:flex;padding:0 8px}
.pub-n a{flex:1;min-height:54px;display:flex;align-items:center;justify-content:center;color:var(--text);text-decoration:none;border-bottom:3px solid transparent}
.pub-n a.on{border-color:var(--primary);color:var(--primary);font-weight:600}
main{max-width:760px;margin:0 auto;padding:16px 16px 40px;display:block}
main>h2:first-child{margin-top:4px}
.lead{color:var(--text-2)}
.li{display:block;padding:12px 0;border-bottom:1px solid var(--line);color:var(--text);text-decoration:none;min-height:48px}
.li b{color:var(--link);text-decoration:underline}
.li>span{display:block;color:var(--text-2)}
.li .left{color:var(--primary);font-weight:600}
.box{border:2px solid var(--primary);border-radius:6px;padding:12px 16px;margin:16px 0}
.box b{font-size:20px}
.box.err{border-color:var(--danger)}
.code{display:block;font-size:32px;line-height:1.4;letter-spacing:3px}
.box .code{font-size:30px}
.btn{display:inline-flex;align-items:center;justify-content:center;min-height:52px;padding:0 20px;border:1px solid var(--border);border-radius:6px;background:#fff;color:var(--text);font-size:18px;line-height:1.3;text-decoration:none;text-align:center;cursor:pointer}
.btn.pri{background:var(--primary);border-color:var(--primary);color:#fff;font-weight:600}
.btn.blk{display:flex;width:100%;margin-top:10px}
.acts{margin-top:24px}
.acts>.btn{display:flex;margin-top:10px}
.pair{display:flex;flex-wrap:wrap;margin:0 -5px}
.pair>.btn{flex:1 1 8.6em;margin:5px}
.beside{display:flex;align-items:flex-end;margin-top:16px}
.beside>.inp{flex:1 1 auto;min-width:0;margin-right:10px}
.beside>.btn{flex:none}
.tb{width:100%;border-collapse:collapse;font-size:17px}
.tb th,.tb td{padding:9px 8px;text-align:left;vertical-align:middle;border-bottom:1px solid var(--line)}
.tb th:first-child,.tb td:first-child{padding-left:0}
.tb th:last-child,.tb td:last-child{padding-right:0}
.tb .num{text-align:right}
.tb .over td{border-bottom:0;padding-bottom:0}
.tb tbody th{font-weight:400}
.kv>div{display:flex;padding:4px 0}
.kv dt{flex:none;width:38%;max-width:7em;padding-right:12px;color:var(--text-2)}
.kv dd{flex:1 1 auto;min-width:0;white-space:pre-wrap}
.long{white-space:pre-wrap}
.doc{display:flex;align-items:center;min-height:52px;padding:4px 0;border-bottom:1px solid var(--line)}
.doc a{display:inline-flex;align-items:center;min-height:48px}
.doc .nm{min-width:0;overflow-wrap:anywhere;word-break:break-all}
.doc .s{flex:none;margin-left:10px;font-size:17px}
.ext{flex:none;width:44px;height:28px;line-height:26px;margin-right:10px;font-size:17px;border:1px solid var(--border);border-radius:3px;color:var(--text-2);text-align:center;background:var(--fill)}
.seal{display:flex;align-items:flex-start;margin-top:16px;font-size:17px}
.seal svg{flex:none;width:104px;height:104px;margin-right:12px}
.seal b{color:var(--text);letter-spacing:1px}
.unconf{display:inline-block;border:1px dashed var(--field);border-radius:4px;padding:0 5px;color:var(--text-2);font-size:17px;line-height:1.5;white-space:nowrap}
.clk{display:inline-block;padding:0 10px;border-radius:4px;font-size:17px;line-height:30px;font-weight:600;white-space:nowrap;background:var(--ok-bg);color:var(--ok)}
.clk.warn,.clk.done-late{background:var(--warn-bg);color:var(--warn)}
.clk.late{background:var(--late-bg);color:var(--late)}
.clk.paused{background:var(--paused-bg);color:var(--paused)}
footer{border-top:1px solid var(--line);margin-top:32px;padding-top:12px;color:var(--text-2)}
footer a{display:inline-flex;align-items:center;min-height:48px}`;

const FORMS = `.fld{margin:20px 0}
.fld>label,.fld>legend{display:block;font-weight:600;line-height:1.5;margin-bottom:8px}
.opt{font-weight:400;font-size:17px;color:var(--text-2);margin-left:6px}
.inp,.ta{display:block;width:100%;min-height:52px;padding:10px 12px;border:1px solid var(--field);border-radius:6px;background:#fff;font-size:18px;line-height:1.6}
.ta{min-height:150px;resize:vertical}
.ta.short{min-height:88px}
.inp.file{padding:0;border-style:dashed;line-height:52px}
.inp.file::-webkit-file-upload-button{min-height:52px;margin:0 12px 0 0;padding:0 20px;border:0;border-right:1px solid var(--border);border-radius:6px 0 0 6px;background:var(--fill);color:var(--text);font:inherit;cursor:pointer}
.inp.file::file-selector-button{min-height:52px;margin:0 12px 0 0;padding:0 20px;border:0;border-right:1px solid var(--border);border-radius:6px 0 0 6px;background:var(--fill);color:var(--text);font:inherit;cursor:pointer}
.inp.err,.ta.err{border-color:var(--danger)}
.msg{color:var(--danger);font-size:17px;margin-top:6px}
.pick{display:flex;flex-wrap:wrap;margin:0 -5px}
.pick label{flex:1 1 8.6em;display:flex;align-items:center;min-height:56px;margin:5px;padding:0 12px;border:1px solid var(--field);border-radius:6px}
.pick input{flex:none;width:22px;height:22px;margin:0 10px 0 0}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.st5{margin-top:8px}
.st5>li{position:relative;padding:0 0 16px 34px}
.st5>li::before{content:"";position:absolute;left:6px;top:8px;width:14px;height:14px;border-radius:50%;border:2px solid var(--field);background:#fff;z-index:1}
.st5>li::after{content:"";position:absolute;left:12px;top:16px;bottom:-8px;width:1px;background:var(--border)}
.st5>li:last-child::after{display:none}
.st5>li.ok::before{background:var(--ok);border-color:var(--ok)}
.st5>li.now::before{border-color:var(--primary);border-width:5px}
.st5 span{display:block;color:var(--text-2)}
.st5 .answer{margin-top:6px;padding:8px 12px;background:var(--fill);white-space:pre-wrap}
details>summary{min-height:52px;display:flex;align-items:center;cursor:pointer;border-bottom:1px solid var(--line);list-style:none}
details>summary::-webkit-details-marker{display:none}
details>summary::before{content:"";flex:none;width:8px;height:8px;margin:0 12px 0 4px;border:solid var(--text-3);border-width:0 2px 2px 0;transform:rotate(-45deg)}
details[open]>summary::before{transform:rotate(45deg)}
details[open]>summary{font-weight:600}
details>div{padding:12px 0 20px;border-bottom:1px solid var(--line)}
.chart{width:100%;max-width:420px;margin:16px auto}
.chart text{font-size:17px;fill:#1D2129;text-anchor:middle}
.chart .b{font-weight:600}
.chart .sm{fill:#4A5260}
.chart rect,.chart path{fill:#fff;stroke:#1D2129;stroke-width:1.3}
.chart path{fill:none}`;

const WIDE = `@media (min-width:760px){h1{font-size:28px}main{padding-top:24px}.acts{display:flex}.acts>.btn{margin-right:10px}.nt{display:flex}.nt>div{flex:1 1 auto;min-width:0}.nt>aside{flex:none;width:200px;margin-left:32px;padding-top:28px}.nt .seal{display:block;margin:0}}`;

const PRINT = `.poster{font-family:var(--serif)}
.poster .head{display:flex;flex-wrap:wrap;align-items:flex-start;margin-bottom:-8px}
.poster .head>.box,.poster .head>p{flex:1 1 300px;margin-right:20px}
.poster .seal svg{width:130px;height:130px}
@page{size:A4;margin:18mm}
@media print{body{font-size:12pt;line-height:1.5}main{padding:8px 0 0}h2{margin:14px 0 6px}footer{margin-top:14px;padding-top:8px}.pub-h{background:none;color:#000;border-bottom:2px solid #000}.pub-h *{color:#000!important}h1,h2{font-family:var(--serif)}.btn,.pub-n,.noprint,.pub-h .back{display:none!important}a{color:#000}.pub-h h1{font-size:22pt}.pub-h>div{padding:0 0 8px}.poster{font-size:12pt}.kv>div{padding:2px 0}.tb,.unconf{font-size:12pt}.chart{max-height:146mm;margin:10px auto}.doc{min-height:0;padding:6px 0}.doc a{min-height:0}.tb th,.tb td{padding-top:3px;padding-bottom:3px}.tb,.kv>div,.box,.doc,.chart{page-break-inside:avoid}details>div{display:block}}`;

export const STYLE_SHEET = [TOKENS, BASE, PARTS, FORMS, WIDE, PRINT].join('\n');
