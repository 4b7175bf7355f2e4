/**
 * The looks of a page on a screen and on paper. No script, nothing fetched: it works by double click
 * and inside an intranet. Pages are numbered by PDF and Word; browsers do it in no reliable way.
 */
export const STYLE = `
:root { --serif: "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Noto Serif SC", serif; --song: "SimSun", "宋体", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", serif; --hei: "SimHei", "黑体", "Heiti SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; --kai: "KaiTi", "楷体", "Kaiti SC", var(--serif); }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f4f2; color: #000; font: 16px/1.6 var(--song); }
main { padding: 16px; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 8px; top: 8px; background: #fff; padding: 4px 8px; }
header, nav, article { max-width: 1120px; margin: 0 auto 20px; background: #fff; padding: 24px 32px; overflow-x: auto; }
nav ol { margin: 0; padding-left: 2em; columns: 20em; }
a { color: #0b4f8a; }
article.a4-landscape, article.a3-landscape, article.a3-portrait { max-width: none; width: fit-content; min-width: min(100%, 1120px); }
article.letter { max-width: 800px; font-family: var(--serif); font-size: 19px; line-height: 1.8; }
h1, article > h2.title { text-align: center; font: 700 26px/1.4 var(--hei); margin: 0 0 16px; text-wrap: balance; }
.cover h1, .cover h2.title { margin-top: 30vh; }
h2, h3, h4, h5 { font: 700 18px/1.6 var(--hei); margin: 14px 0 6px; }
.letter .l2 { font: 400 19px/1.8 var(--kai); }
.letter .l3 { font: 700 19px/1.8 var(--serif); }
p, li, td, th, dd { white-space: pre-wrap; overflow-wrap: anywhere; }
p { margin: 0 0 6px; }
.body, .letter .heading { text-indent: 2em; }
.note { font-size: 14px; }
.center, .number { text-align: center; }
.attachmentMark { font-family: var(--hei); }
.attachmentMark + .center { font: 700 24px/1.4 var(--hei); margin: 12px 0; }
.attachment { padding-left: 5em; text-indent: -3em; }
.closing { margin: 40px 4em 0 0; text-align: right; break-inside: avoid; }
.closing.seal { min-height: 5em; }
.contents ol { list-style: none; padding: 0; }
.contents .l2 { padding-left: 2em; }
.list { margin: 0 0 6px; padding-left: 4em; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 12px; font: 15px/1.5 var(--song); background: #fff; }
caption { text-align: left; font-size: 14px; }
td, th { border: 1px solid #000; padding: 4px 6px; vertical-align: middle; }
thead { display: table-header-group; }
th { font: 700 15px/1.4 var(--hei); background: #eef0f2; text-align: center; }
tr { break-inside: avoid; }
tr.group td { font-weight: 700; background: #f6f7f8; }
tr.spare td { height: 2em; }
td ol, td ul { margin: 0; padding-left: 1.4em; }
td li { padding-left: 0; }
td ul { list-style: none; padding-left: 0; }
.left { text-align: left; } .middle { text-align: center; } .right { text-align: right; }
.level { text-align: center; font-weight: 700; }
.plain-fields { table-layout: auto; }
.plain-fields td, .plain-fields th { border: 0; background: none; text-align: left; }
.plain-fields th { white-space: nowrap; width: 1%; }
.grave { text-decoration: underline; text-underline-offset: 3px; }
.opinion { min-height: 7em; }
.opinion .sign { text-align: right; margin-top: 2em; }
.signatures { display: flex; justify-content: space-between; gap: 2em; break-inside: avoid; margin-top: 12px; }
figure { margin: 0 0 12px; text-align: center; }
figure svg { max-width: 100%; height: auto; }
figure + details { font-size: 14px; margin-bottom: 12px; }
.draft::before { content: "草稿"; display: block; text-align: right; font: 700 20px/1 var(--hei); }
.foot { font-size: 13px; text-align: right; margin-top: 12px; }
@page a4-portrait { size: A4 portrait; margin: 16mm; }
@page a4-landscape { size: A4 landscape; margin: 16mm; }
@page a3-portrait { size: A3 portrait; margin: 16mm; }
@page a3-landscape { size: A3 landscape; margin: 16mm; }
@page letter { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }
@media print {
  body { background: none; font-size: 10.5pt; }
  main { padding: 0; }
  .skip, nav, details, header { display: none; }
  table { min-width: 0 !important; }
  article, article.a4-landscape, article.a3-landscape, article.a3-portrait { max-width: none; width: auto; min-width: 0; margin: 0; padding: 0 1px; overflow: visible; break-before: page; }
  header + article, nav + article, main > article:first-child { break-before: auto; }
  article.letter { font-size: 16pt; line-height: 28.95pt; }
  article.letter .l2, article.letter .l3 { font-size: 16pt; line-height: 28.95pt; }
  h1, article > h2.title { font-size: 22pt; }
  table, th { font-size: 10.5pt; }
  th, tr.group td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .a4-portrait { page: a4-portrait; } .a4-landscape { page: a4-landscape; }
  .a3-portrait { page: a3-portrait; } .a3-landscape { page: a3-landscape; }
  article.letter { page: letter; }
  .page-break { break-before: page; }
}
`;
