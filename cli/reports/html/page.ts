import { createHash } from 'node:crypto';
import type { Language } from '../style.ts';
import { foreign, html, type Markup, verbatim } from './markup.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { HTML_WORDING } from './wording.ts';

/** Only the page's own script may run, and nothing may be loaded or sent; should markup slip through, it stays inert. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(PAGE_SCRIPT).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What a page consists of. */
export interface Page {
  title: string;
  /** Stands below the title, after the name of the kind of page. */
  subtitle: string;
  sections: { id: string; label: string; count: Markup | null; content: Markup }[];
  /** Of the program. */
  version: string;
  language: Language;
}

/** A whole page with a head, links to its sections, and the sections. */
export function page({ title, subtitle, sections, version, language }: Page): string {
  const words = HTML_WORDING[language];
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${words.title}</title>
<style>${verbatim(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><div class="bar"><div><h1>${foreign(title)}</h1><p class="sub">${words.title} · ${foreign(
    subtitle,
  )}</p></div><button id="theme" type="button" hidden aria-label="${words.theme}" title="${words.theme}">◐</button></div>
<nav>${sections.map(({ id, label, count }) => html`<a href="#${id}">${label}${count}</a>`)}</nav></header>
<main id="main">
${sections.map(({ id, label, content }) => html`<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${label}</h2>\n${content}\n</section>\n`)}</main>
<footer>${words.suspicion} Candor ${version}</footer>
<script>${verbatim(PAGE_SCRIPT)}</script>
</body>
</html>
`.text;
}
