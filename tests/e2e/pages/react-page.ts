/**
 * A page made by React 19 itself, in its development build, which complains loudest. It changes, moves and
 * removes the very nodes that are painted, sixty times when its button is pressed.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FILLER, newsPage } from './page';

const PARTS = {
  react: 'react/cjs/react.development.js',
  'react-dom': 'react-dom/cjs/react-dom.development.js',
  'react-dom/client': 'react-dom/cjs/react-dom-client.development.js',
  scheduler: 'scheduler/cjs/scheduler.development.js',
};

const APP = `
const { createElement: h, useState, useEffect } = require('react');
const { createRoot } = require('react-dom/client');
const { flushSync } = require('react-dom');
function Story({ turn }) {
  const makers = ['Huawei', 'Nvidia', 'HUAWEI', 'Ascend 950'];
  const rows = [0, 1, 2, 3].filter((row) => (turn + row) % 5 !== 0).sort((a, b) => ((a + turn) % 4) - ((b + turn) % 4));
  return h('main', null, h('article', null,
    h('h1', null, 'Turn ', turn),
    ...rows.map((row) => h('p', { key: row }, 'On turn ', turn, ' we read of ', turn % 2 ? makers[row] : h('b', null, makers[row]), ' again. ', ${JSON.stringify(FILLER)})),
    turn % 3 === 0 ? h('section', null, h('p', null, 'Huawei comes and goes. ', ${JSON.stringify(FILLER)})) : null,
  ));
}
function App() {
  const [turn, setTurn] = useState(0);
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!running || turn >= 60) return;
    const timer = setTimeout(() => setTurn(turn + 1), 15);
    return () => clearTimeout(timer);
  }, [running, turn]);
  return h('div', null, h('button', { id: 'churn', onClick: () => setRunning(true) }, 'Start'), h(Story, { turn }));
}
createRoot(document.getElementById('app')).render(h(App));
`;

/** The page, with React's own files in it as they lie in node_modules. */
export function reactPage() {
  const require = createRequire(import.meta.url);
  // The package's entry resolves even where its exports hide the folder "cjs".
  const folderOf = (name: string) => require.resolve(`${name}/package.json`).replace(/package\.json$/, '');
  const modules = Object.entries(PARTS).map(([name, path]) => {
    const [owner = '', ...rest] = path.split('/');
    const source = readFileSync(`${folderOf(owner)}${rest.join('/')}`, 'utf8');
    return `${JSON.stringify(name)}: function (module, exports, require) {${source}\n}`;
  });
  const script = `
const process = { env: { NODE_ENV: 'development' } };
const sources = {${modules.join(',\n')}};
const loaded = {};
function require(name) {
  if (!loaded[name]) { loaded[name] = { exports: {} }; sources[name](loaded[name], loaded[name].exports, require); }
  return loaded[name].exports;
}
${APP}`;
  return newsPage({
    title: 'A page that never rests',
    published: '2025-09-18',
    body: `<div id="app"></div><script>${script.replaceAll('</script', '<\\/script')}</script>`,
  });
}
