// Reads a JSON array of Mermaid diagrams and prints, one line of JSON each, what Mermaid has read in them.
// node read-diagrams.mjs FOLDER FILE, where FOLDER/node_modules holds mermaid and jsdom.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2]);
const { JSDOM } = createRequire(join(folder, 'from-here.js'))('jsdom');
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const core = join(folder, 'node_modules', 'mermaid', 'dist', 'mermaid.core.mjs');
const mermaid = (await import(pathToFileURL(core).href)).default;
// The first reading makes the kinds of diagrams known.
await mermaid.parse('journey\n  task: 3: somebody\n');

const readers = {
  journey: (db) => db.getTasks().map((task) => [task.score, task.people.length, task.task]),
  timeline: (db) => db.getTasks().map((task) => [task.events.length, 0, task.task]),
  'flowchart-v2': (db) => [
    ...[...db.getVertices().values()].map((node) => [0, 0, node.text]),
    ...db.getEdges().map((edge) => [1, 0, edge.text]),
  ],
  sankey: (db) => [
    ...db.getGraph().nodes.map((node) => [0, 0, node.id]),
    ...db.getGraph().links.map((link) => [1, link.value, link.source]),
  ],
  xychart: (db) => db.getXYChartData().plots[0].data.map(([name, value]) => [value, 0, name]),
};

for (const text of JSON.parse(readFileSync(process.argv[3], 'utf8'))) {
  try {
    const read = await mermaid.mermaidAPI.getDiagramFromText(text);
    const parts = readers[read.type](read.db);
    // Only numbers: what was read is held against what was meant, and names may be anything.
    console.log(['ok', read.type, ...parts.map((part) => `${part[0]}/${part[1]}`)].join(' '));
  } catch (failure) {
    console.log('failed ' + JSON.stringify(String(failure).slice(0, 300)));
  }
}
