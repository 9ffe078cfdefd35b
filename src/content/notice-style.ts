/** The look of the notice, in the colours of `ui/tokens.css`. Lengths in px: a page may change what a rem is. */
export const NOTICE_STYLE = `
.box {
  all: initial;
  direction: ltr;
  position: fixed;
  inset: 16px 16px auto auto;
  box-sizing: border-box;
  inline-size: min(360px, calc(100vi - 32px));
  margin: 0;
  padding: 12px 40px 12px 16px;
  border: 1px solid var(--rule);
  border-radius: 6px;
  color-scheme: light dark;
  --rule: light-dark(#ddd6c6, #3a362e);
  --accent: light-dark(#14532d, #92d3a9);
  color: light-dark(#1d1b16, #ebe6da);
  background: light-dark(#fffdf8, #201e1a);
  box-shadow: 0 8px 24px light-dark(rgb(40 30 10 / 20%), rgb(0 0 0 / 55%));
  font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  overflow-wrap: anywhere;
}
.box::backdrop { display: none; }
.status { min-block-size: 20px; }
p { margin: 0; color: light-dark(#5a5448, #b5ad9e); }
p:only-child, .headline { color: inherit; }
.headline {
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  font: 15px/1.35 Charter, Georgia, 'Noto Serif', 'Songti SC', 'Noto Serif CJK SC', 'Noto Naskh Arabic', serif;
}
bdi { color: light-dark(#1d1b16, #ebe6da); font-weight: 600; }
.actions { display: flex; gap: 8px; margin-block-start: 8px; }
.actions[hidden] { display: none; }
button {
  padding: 4px 12px;
  border: 1px solid light-dark(#8b8271, #8a8171);
  border-radius: 5px;
  color: var(--accent);
  background: none;
  font: inherit;
  cursor: pointer;
}
button:hover { background: light-dark(#e2ecdf, #25382b); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button:disabled { opacity: 0.6; cursor: default; }
.close {
  position: absolute;
  inset: 8px 8px auto auto;
  inline-size: 28px;
  block-size: 28px;
  padding: 0;
  border: 0;
  font-size: 18px;
  line-height: 1;
}
@media (prefers-reduced-motion: no-preference) {
  .box { animation: arrive 0.15s ease-out; }
  @keyframes arrive { from { opacity: 0; translate: 0 -8px; } }
}
`;
