/**
 * The embed's entry: one chart, read-only, in a frame of somebody else's page. It stores nothing and
 * asks nobody for anything, because a frame of another site, or a sandboxed one, may do neither.
 */
import { mount } from 'svelte';
import { loadBundledFigures } from 'virtual:bundled-figures';
import Embed from './app/embed/Embed.svelte';
import './app/embed/embed.css';
import type { Bundle } from './bundle/schema.ts';
import { unpackBundle } from './bundle/unpack.ts';

const target = document.getElementById('embed');
if (!target) throw new Error('embed.html has no element with the id "embed"');

// The build made the bundle and put it into this very page, so nothing can have come between.
mount(Embed, { target, props: { loadFigures: async () => unpackBundle((await loadBundledFigures()) as Bundle) } });
