/** The gallery of charts: every case that the golden pictures hold, drawn live. */
import '@fontsource-variable/source-sans-3/wght.css';
import { mount } from 'svelte';
import { CASES } from '../test/gallery/cases.ts';
import Gallery from './render/Gallery.svelte';

const target = document.getElementById('gallery');
if (!target) throw new Error('gallery.html has no element with the id "gallery"');
mount(Gallery, { target, props: { cases: CASES } });
