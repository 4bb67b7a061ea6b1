/** The page's script: filter and search, opening what a link leads to, the theme, and unfolding for paper. */
export const PAGE_SCRIPT = `
(() => {
  'use strict';
  const root = document.documentElement;
  const form = document.getElementById('filter');
  const items = [...document.querySelectorAll('.finding')];
  if (form) {
    form.hidden = false;
    const texts = items.map((item) => item.textContent.toLowerCase());
    const apply = () => {
      const words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const kind = form.elements.kind.value;
      const actor = form.elements.actor.value;
      const severities = new Set([...form.querySelectorAll('[name=severity]:checked')].map((box) => box.value));
      const suppressed = form.elements.suppressed;
      let shown = 0;
      items.forEach((item, index) => {
        const fits =
          severities.has(item.dataset.severity) &&
          (kind === '' || kind === item.dataset.kind) &&
          (actor === '' || actor === item.dataset.actor) &&
          (!suppressed || suppressed.checked || !item.classList.contains('suppressed')) &&
          words.every((word) => texts[index].includes(word));
        item.hidden = !fits;
        if (fits) shown++;
      });
      document.getElementById('count').textContent = String(shown);
      document.getElementById('empty').hidden = shown > 0;
    };
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    apply();
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
      event.preventDefault();
      form.elements.text.focus();
    });
  }
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.classList.contains('finding')) {
      target.hidden = false;
      target.open = true;
    }
    target.scrollIntoView();
  };
  addEventListener('hashchange', open);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#d-"],a[href^="#c-"],a[href^="#p-"]');
    if (link && link.hash === location.hash) open();
  });
  open();
  const button = document.getElementById('theme');
  button.hidden = false;
  button.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });
  addEventListener('beforeprint', () => {
    for (const item of items) {
      item.dataset.open = item.open;
      item.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const item of items) item.open = item.dataset.open === 'true';
  });
})();
`;
