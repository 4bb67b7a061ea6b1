/** The page's style: light and dark by the reader's setting or button, and one for paper. */
export const PAGE_STYLE = `
:root{--bg:#f7f7f5;--card:#fff;--text:#1c2024;--soft:#5b6470;--line:#dcdfe3;--accent:#3451b2;--high:#c0281f;--medium:#a15c00;--low:#2467a8;--ok:#1f7a45;--highbg:#fdecea;--mediumbg:#fdf3e1;--lowbg:#e8f1fa;--okbg:#e6f4ec;--mark:#ffe58a;--faint:#f0f1f3}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--bg:#14171a;--card:#1c2024;--text:#e8eaed;--soft:#a0a8b2;--line:#343a41;--accent:#9db2ff;--high:#ff8a80;--medium:#f5b95f;--low:#82bdf5;--ok:#74d19c;--highbg:#3d1f1d;--mediumbg:#3a2c14;--lowbg:#172d42;--okbg:#16321f;--mark:#5c4f12;--faint:#262b31}}
:root[data-theme=dark]{--bg:#14171a;--card:#1c2024;--text:#e8eaed;--soft:#a0a8b2;--line:#343a41;--accent:#9db2ff;--high:#ff8a80;--medium:#f5b95f;--low:#82bdf5;--ok:#74d19c;--highbg:#3d1f1d;--mediumbg:#3a2c14;--lowbg:#172d42;--okbg:#16321f;--mark:#5c4f12;--faint:#262b31}
*{box-sizing:border-box}
html{scroll-padding-top:7.5rem}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--accent)}
code{font:12.5px/1.5 ui-monospace,SFMono-Regular,Consolas,"Noto Sans Mono CJK SC",monospace}
h1{font-size:1.35rem;margin:0;line-height:1.3}h2{font-size:1.15rem;margin:0 0 .75rem}h3{font-size:1rem;margin:1.5rem 0 .5rem}h4{font-size:.85rem;margin:1rem 0 .25rem;color:var(--soft)}
small,.sub,.lead{color:var(--soft)}
.sub{margin:.1rem 0 0}.lead{margin:0 0 .75rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
header{position:sticky;top:0;z-index:5;background:var(--card);border-bottom:1px solid var(--line)}
.bar,nav,main,footer{max-width:1160px;margin:0 auto;padding:0 1.25rem}
.bar{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding-top:.75rem}
nav{display:flex;gap:.25rem 1.25rem;overflow-x:auto;white-space:nowrap;padding-top:.5rem;padding-bottom:.6rem}
nav a{text-decoration:none;color:var(--text)}nav a:hover{color:var(--accent);text-decoration:underline}
button,select,input[type=search]{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.3rem .6rem;max-width:100%}
#theme{font-size:1.1rem;line-height:1.2;cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.25rem;margin:1.25rem 0}
footer{color:var(--soft);padding-bottom:2rem}
.verdict{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.5rem;border-radius:8px;padding:.9rem 1.1rem}
.verdict strong{font-size:1.35rem}.verdict.passed{background:var(--okbg)}.verdict.passed strong{color:var(--ok)}.verdict.failed{background:var(--highbg)}.verdict.failed strong{color:var(--high)}
.tally b{font-size:1.35rem}.tally.high b{color:var(--high)}.tally.medium b{color:var(--medium)}.tally.low b{color:var(--low)}
.tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:.75rem;margin:0;padding:0}
.tiles li{border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem}.tiles b{display:block;font-size:1.3rem;line-height:1.3}.tiles span{color:var(--soft);font-size:.85rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
thead th{font-size:.82rem;color:var(--soft);white-space:nowrap}tbody th{font-weight:600}
tbody tr:last-child>*{border-bottom:0}
.scroll{overflow-x:auto;position:relative}
td code,th code{overflow-wrap:anywhere}
.bars th,.bars td{border:0;padding:.2rem .6rem .2rem 0}.bars th{font-weight:400;white-space:nowrap;width:1%}.bars td:nth-child(2){width:2.5rem;text-align:end;font-variant-numeric:tabular-nums}
.track{display:flex;height:.85rem;margin-top:.35rem}.track i{display:block;min-width:3px}.track i:first-child{border-radius:3px 0 0 3px}.track i:last-child{border-radius:0 3px 3px 0}.track i:only-child{border-radius:3px}
i.high{background:var(--high)}i.medium{background:var(--medium)}i.low{background:var(--low)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.85rem;margin:.25rem 0 .75rem}
.matrix{width:auto;min-width:60%}
.matrix thead th{vertical-align:bottom;white-space:normal;min-width:5.5rem;max-width:9rem;text-align:center}.matrix thead th:first-child,.matrix thead th:nth-child(2){text-align:start}
.matrix tbody th{position:sticky;left:0;background:var(--card);min-width:9rem}
.matrix td.mark{text-align:center;font-size:1.05rem}.matrix td.mark a{text-decoration:none;color:inherit;padding:0 .2rem}.timing b,.mark .timing b{color:var(--medium);font-size:.8em}
.how{white-space:nowrap}.how.none,.how.denied{color:var(--high)}.how.none a,.how.denied a{color:inherit}.how.broad,.how.broad a{color:var(--medium)}.how.exact,.how.exact a{color:var(--ok)}
.mark.contradicted,.mark.open{background:var(--highbg)}.mark.vague{background:var(--mediumbg)}
.contradicted b,.open b{color:var(--high)}.vague b{color:var(--medium)}.covered b{color:var(--ok)}.weak b,.accepted b{color:var(--soft)}
.filter{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin-bottom:.75rem}
.filter[hidden]{display:none}
.grow{flex:1 1 14rem}.grow input{width:100%}.filter select{max-width:13rem}.boxes{display:flex;flex-wrap:wrap;gap:.25rem .75rem}
.finding{border:1px solid var(--line);border-radius:8px;margin:.4rem 0;border-inline-start-width:4px}
.finding.high{border-inline-start-color:var(--high)}.finding.medium{border-inline-start-color:var(--medium)}.finding.low{border-inline-start-color:var(--low)}
.finding.suppressed{opacity:.7}
.finding>summary{display:flex;flex-wrap:wrap;gap:.1rem .75rem;align-items:baseline;cursor:pointer;padding:.5rem 2rem .5rem .8rem;list-style:none;position:relative}
.finding>summary::-webkit-details-marker{display:none}
.finding>summary::after{content:"▸";position:absolute;inset-inline-end:.8rem;top:.5rem;color:var(--soft)}.finding[open]>summary::after{content:"▾"}
.finding:target{outline:2px solid var(--accent)}
.kind{font-weight:600;white-space:nowrap}.about{color:var(--soft);flex:0 1 auto}
.dot{width:.65rem;height:.65rem;border-radius:50%;align-self:center;flex:none}.dot.high{background:var(--high)}.dot.medium{background:var(--medium)}.dot.low{background:var(--low)}
.body{padding:0 .8rem .6rem;border-top:1px solid var(--line)}.body ul,.body ol{margin:.25rem 0;padding-inline-start:1.4rem}.body li{margin:.3rem 0}
.path li{margin:0}.id{margin:.75rem 0 0;color:var(--soft)}.api{font-weight:600}
.tag{display:inline-block;font-size:.78rem;border:1px solid var(--line);border-radius:.7rem;padding:0 .5rem;color:var(--soft);max-width:100%}.tag.fails{color:var(--high);border-color:var(--high)}
.suggestion{margin:.25rem 0;padding:.5rem .8rem;background:var(--lowbg);border-radius:6px}
mark{background:var(--faint);color:inherit;border-radius:3px;box-decoration-break:clone;-webkit-box-decoration-break:clone}mark.cited{background:var(--mark)}
.policy{max-height:38rem;overflow:auto;border:1px solid var(--line);border-radius:8px;padding:.5rem 0;position:relative}
.passage{display:grid;grid-template-columns:3.2rem minmax(0,1fr);gap:.75rem;padding:.2rem .9rem .2rem 0}.passage .line{text-align:end;font-variant-numeric:tabular-nums;user-select:none}
.passage.heading{font-weight:600;margin-top:.5rem}.passage.item>div{padding-inline-start:1rem}.passage.row{border-top:1px solid var(--line)}
.cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.25rem 1rem}
.said{font-weight:400}.said small{display:inline-block}.said .to{display:inline-block;border:1px solid currentColor;border-radius:99px;padding:0 .5rem;font-size:.8rem;text-decoration:none;margin:.1rem 0}.said .to small{color:inherit}
mark:has(:target),.passage:target{outline:2px solid var(--accent);outline-offset:1px}
details.code>summary{cursor:pointer}details.code pre{margin:.25rem 0 .5rem;padding:.5rem .75rem;background:var(--faint);border-radius:6px;overflow-x:auto;font:12.5px/1.5 ui-monospace,SFMono-Regular,Consolas,"Noto Sans Mono CJK SC",monospace;overflow-wrap:normal}pre b{display:inline-block;min-width:100%;background:var(--mark);font-weight:600}
.to{display:block}.to.high{color:var(--high)}.to.medium{color:var(--medium)}.to.low{color:var(--low)}
td.no{color:var(--high)}
#policy td{min-width:8rem}.scroll th[scope=row]{min-width:9rem}#sdks td{min-width:8rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.25rem;margin:0}dt{color:var(--soft);max-width:14rem}dd{margin:0}
@media (max-width:640px){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}section{padding:.9rem}header{position:static}html{scroll-padding-top:1rem}}
@media print{:root{--bg:#fff;--card:#fff}body{font-size:11px}header{position:static}nav,.filter,#theme,.skip{display:none!important}section{border:0;padding:0;break-inside:auto}.finding,tr,.tiles li{break-inside:avoid}.scroll,.policy,details.code pre{overflow:visible;max-height:none}details.code pre{white-space:pre-wrap}.matrix tbody th{position:static}a{color:inherit}.verdict,.mark,i,.dot{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
